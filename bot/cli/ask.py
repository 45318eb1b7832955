"""``guildmate ask``: one question to the handbook, answered in the terminal."""

import asyncio
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated

import typer

from bot import clock
from bot.app import embedder_of, folder_of, library, model_of, open_database, policy_in, topics_in
from bot.cli.group import say_json, start_command, wait_for
from bot.cli.progress import bar
from bot.cli.rich_text import to_terminal
from bot.errors import sentence_for
from bot.settings import Settings
from governance import Person
from handlers import (
    QUESTION_MAX_CHARS,
    RuledAnswer,
    audiences,
    day_of,
    remarks,
    warnings,
    with_ruling,
    wording_of,
)
from handlers.wording import LOCALES, Wording, wording
from knowledge import (
    EVERYONE,
    Answer,
    Citation,
    EmbedderUnavailableError,
    Handbook,
    language_of,
)

NOT_IN_THE_HANDBOOK = 3
"""The exit code when the handbook does not say."""

UNCLEAR = 4
"""The exit code when a question is asked back what it is about."""


_LANGUAGES = ", ".join(LOCALES)


def _check_question(question: str) -> str:
    """Refuse a question without words, and one longer than people may ask elsewhere."""
    if len(question) > QUESTION_MAX_CHARS:
        raise typer.BadParameter(f"it is longer than {QUESTION_MAX_CHARS} characters.")
    if not any(map(str.isalnum, question)):
        raise typer.BadParameter("there is nothing in it to look for.")
    return question


def _check_language(locale: str | None) -> str | None:
    """Refuse a language that nobody has written the words of; ``id-ID`` is ``id``."""
    if locale and locale.replace("_", "-").split("-")[0].lower() not in LOCALES:
        raise typer.BadParameter(f"there is no {locale!r}; there are: {_LANGUAGES}.")
    return locale


def ask(
    question: Annotated[
        str, typer.Argument(help="The question, in quotes.", callback=_check_question)
    ],
    as_: Annotated[
        str | None,
        typer.Option("--as", metavar="EMAIL", help="Ask as this person: what only they may see."),
    ] = None,
    locale: Annotated[
        str | None,
        typer.Option(
            help=f"The language around the answer: {_LANGUAGES}. The question's, without it.",
            callback=_check_language,
        ),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="Ask the pages as they applied on that day, such as 2026-01-31.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Ask the handbook a question and get an answer, with where each part of it stands.

    The first time, the index is made. Exit code 0: answered. 3: the handbook does not say.
    4: the question is unclear, and is asked back what it is about. In JSON, "band" says how
    sure the answer is: "sure", "unsure" (the nearest rule, which may not be meant) or "none".

    For example:

      guildmate ask "May I use customer e-mails in ChatGPT?"

      guildmate ask "Who reviews a high tier?" --as mei@selat.example --json

      guildmate ask "How long does a review take?" --as-of 2026-01-31
    """
    settings = start_command()
    day = as_of.date() if as_of else None
    person, said = wait_for(_ask(settings, question, as_, locale, day))
    answer = said.answer
    if as_json:
        say_json(as_data(said, settings.address) | ({"as_of": day.isoformat()} if day else {}))
    else:
        words = _wording(locale, person, question)
        if day:
            typer.echo(f"{words('terminal-as-of', date=words.date(day))}\n")
        typer.echo(as_text(answer, settings.address, words))
    if answer.choices:
        raise typer.Exit(UNCLEAR)
    if not answer.answered:
        raise typer.Exit(NOT_IN_THE_HANDBOOK)


async def _ask(
    settings: Settings, question: str, email: str | None, locale: str | None, as_of: date | None
) -> tuple[Person | None, RuledAnswer]:
    person = await _person(settings, email) if email else None
    at = clock.now()
    today = as_of or (day_of(person, at) if person else clock.today())
    allowed = audiences(person) if person else frozenset({EVERYONE})
    async with library(settings, embedder_of(settings), model_of(settings)) as handbook:
        words = _wording(locale, person, question)
        await _prepare(handbook, words)
        answer = await handbook.answer(question, on=today, audiences=allowed)
        # The rules are known only as they are now, so of another day the pages speak alone.
        policy = None if as_of else await asyncio.to_thread(policy_in, folder_of(settings))
        of_rules = words if locale else wording_of(answer, words)
        said = with_ruling(answer, policy, handbook, on=today, audiences=allowed, words=of_rules)
        return person, said


async def _prepare(handbook: Handbook, words: Wording) -> None:
    """Read the pages; the first time, make the index too, and say so when there will be none."""
    await handbook.read()
    if handbook.status.mode == "hybrid":
        return
    try:
        with bar() as shown:
            made = await handbook.refresh(shown)
    except EmbedderUnavailableError as error:
        typer.echo(sentence_for(error), err=True)
    else:
        if made.mode == "hybrid":
            return
    typer.echo(words("terminal-by-words"), err=True)


def _wording(locale: str | None, person: Person | None, question: str) -> Wording:
    """Speak the language that was asked for, the person's, or else the question's."""
    return wording(locale or (person.locale if person else language_of(question)))


async def _person(settings: Settings, email: str) -> Person:
    topics = await asyncio.to_thread(topics_in, folder_of(settings))
    async with open_database(settings, topics) as database, database.reading() as records:
        return await records.people.get_by_email(email)


def as_data(said: RuledAnswer, address: str) -> dict[str, object]:
    """Write an answer down for machines; ``ruling`` is what the rules come to."""
    answer = said.answer
    return {
        "answered": answer.answered,
        "band": answer.band,
        "ruling": said.outcome,
        "short": answer.short,
        "answer": answer.markdown,
        "citations": [_citation(citation, address) for citation in answer.citations],
        "nearest": [_citation(citation, address) for citation in answer.nearest],
        "conflicts": answer.conflicts,
        "choices": [asdict(choice) for choice in answer.choices],
        "mode": answer.mode,
        "language": answer.language,
        "ms": round(answer.ms, 1),
    }


def _citation(citation: Citation, address: str) -> dict[str, object]:
    return {
        "n": citation.n,
        "page": citation.page,
        "clause": citation.clause,
        "title": citation.title,
        "url": f"{address}{citation.path}",
        "quote": citation.quote,
        "version": citation.version,
        "effective": citation.effective.isoformat() if citation.effective else None,
        "owner": citation.owner,
        "is_partial": citation.is_partial,
    }


def as_text(answer: Answer, address: str, words: Wording) -> str:
    """Write *answer* down for people."""
    if answer.choices:
        return "\n\n".join([*_choices_list(answer, words), *remarks(answer, words)])
    said = [*_head(answer, words), *warnings(answer, words)]
    cited = [_source_line(citation, address, words) for citation in answer.in_order]
    label = "terminal-see-also" if answer.answered else "terminal-nearest"
    near = [_source_line(citation, address, words) for citation in answer.nearest]
    listed = ["\n".join(cited), *([words(label) + "\n" + "\n".join(near)] if near else [])]
    return "\n\n".join(filter(None, [*said, *listed, *remarks(answer, words)]))


def _head(answer: Answer, words: Wording) -> tuple[str, ...]:
    """Say how sure the answer is, and what it is: in short first, where that is known."""
    if not answer.citations:
        return (words("terminal-not-in-handbook"),)
    short = (to_terminal(answer.short), words("ask-short")) if answer.short else ()
    unsure = () if answer.answered else (words("ask-nearest-rule"),)
    parts = answer.in_parts if short else ("", answer.markdown)
    ruling, text = (to_terminal(part) for part in parts)
    return *unsure, ruling, *short, text


def _choices_list(answer: Answer, words: Wording) -> tuple[str, ...]:
    """Number what an unclear question may be about, as questions to ask instead."""
    numbered = (f"{n}. {choice.question}" for n, choice in enumerate(answer.choices, start=1))
    return words("terminal-unclear"), "\n".join(numbered), words("terminal-none")


def _source_line(citation: Citation, address: str, words: Wording) -> str:
    """Name a clause in one line: which it is, its version, since when, whose, and where.

    A second line says that its page has gaps.
    """
    facts = [citation.title]
    if citation.version:
        facts.append(words("web-version", version=citation.version))
    if citation.effective:
        facts.append(words("web-effective", date=words.date(citation.effective)))
    if citation.owner:
        facts.append(words("web-owner", owner=citation.owner))
    mark = f"[{citation.n}]" if citation.n else "-"
    gaps = f"\n    {words('ask-page-partial')}" if citation.is_partial else ""
    return f"{mark} {' · '.join([*facts, f'{address}{citation.path}'])}{gaps}"
