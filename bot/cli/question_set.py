"""``guildmate eval --from-questions``: a question set from what people asked."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot import clock
from bot.app import library, open_database, topics_in
from bot.errors import CannotStartError
from bot.settings import Settings
from governance import AskedQuestion
from knowledge import (
    AUDIENCES,
    LoggedQuestion,
    QuestionDraft,
    draft_questions,
    is_completed,
    to_jsonl,
)

Counts = dict[str, int | str]

QUERIES = "queries.jsonl"
"""What a set's file of questions is called, where nobody says otherwise."""

CONTEXT_TTL = timedelta(minutes=30)
MAX_CONTEXT_QUESTIONS = 3
"""How long before a question, and how many, may have been what it goes on from."""


async def write_set(settings: Settings, file: Path, *, overwrite: bool) -> Counts:
    """Write to *file* what people asked, and count it.

    Raises:
        CannotStartError: If the file is there already, or cannot be written, or nobody asked.
        DatabaseUnreachableError: If the database cannot be used.
        HandbookNotFoundError: If the handbook's folder is gone.
    """
    if not overwrite and await asyncio.to_thread(file.exists):
        raise CannotStartError(f"{file} is there already. To write over it, add --overwrite.")
    drafts = await drafts_of(settings)
    if not drafts:
        raise CannotStartError("Nobody has asked anything yet, so there is no set to write.")
    text = "".join(f"{line}\n" for line in to_jsonl(drafts))
    await asyncio.to_thread(_write, file, text, overwrite=overwrite)
    return {
        "file": str(file),
        "questions": len(drafts),
        "asked": sum(draft.times for draft in drafts),
        "guessed": sum(bool(draft.clauses) for draft in drafts),
    }


def next_steps(told: Counts) -> str:
    """Say what was written, and how it becomes a set."""
    file = Path(str(told["file"]))
    again = f"{file.parent}" if file.name == QUERIES else f"{file.parent} --queries {file}"
    return (
        f"Questions: {told['questions']}, asked {told['asked']} times in all,"
        f" {told['guessed']} with a guess at the clauses. They are in {file}.\n"
        "Read them for names of people. Say of each line whether the handbook answers it"
        ' ("answerable": true or false),\nand put its clauses right. Then:'
        f" guildmate eval {again}"
    )


async def drafts_of(settings: Settings) -> tuple[QuestionDraft, ...]:
    """Read what was asked, and what the handbook could answer it with."""
    async with library(settings, None) as handbook:
        await handbook.read()
        pages = handbook.pages(on=clock.today(), audiences=frozenset(AUDIENCES))
        clauses = {clause for page in pages for clause in page.clauses}
    topics = await asyncio.to_thread(topics_in, settings.handbook or Path())
    async with open_database(settings, topics) as database, database.reading() as records:
        asked = await records.questions.list_all()
        names = [person.name for person in await records.people.list_all()]
        askings = [_asking(asked, place) for place in range(len(asked))]
    return await asyncio.to_thread(lambda: draft_questions(askings, clauses=clauses, names=names))


def _asking(all_asked: Sequence[AskedQuestion], place: int) -> LoggedQuestion:
    """Take of a question what a set may hold, with what the same person asked just before."""
    asked = all_asked[place]
    before: list[str] = []
    for at in range(place - 1, -1, -1):
        each = all_asked[at]
        if asked.asked_at - each.asked_at > CONTEXT_TTL or len(before) == MAX_CONTEXT_QUESTIONS:
            break
        if (each.person_id, each.place) == (asked.person_id, asked.place):
            before.insert(0, each.question)
    return LoggedQuestion(
        question=asked.question,
        language=asked.language,
        before=tuple(before),
        cited=tuple(clause for clause, *_ in asked.cited) if asked.answered else (),
        helpful=asked.helpful,
        reply=asked.reply_text or "",
        chosen=_find_choice(all_asked, place),
    )


def _find_choice(all_asked: Sequence[AskedQuestion], place: int) -> str:
    """Return the clause that the asker chose when this was not answered at once, if one."""
    asked = all_asked[place]
    for each in all_asked[place + 1 :]:
        if each.asked_at - asked.asked_at > CONTEXT_TTL:
            break
        if (each.person_id, each.place) == (asked.person_id, asked.place):
            is_choice = is_completed(each.question, asked.question) and each.clauses
            return each.clauses[0].clause if is_choice else ""
    return ""


def _write(file: Path, text: str, *, overwrite: bool) -> None:
    """Write *text* to a new *file*.

    Raises:
        CannotStartError: If it cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w" if overwrite else "x", encoding="utf-8") as written:
            written.write(text)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotStartError(f"{file} cannot be written ({reason}).") from error
