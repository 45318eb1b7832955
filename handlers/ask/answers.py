"""Asking the handbook: an answer with its clauses, or an honest "it does not say"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from handlers.ask import team
from handlers.ask.policy_answer import is_ruled, with_ruling, wording_of
from handlers.citations import audiences, next_headings
from handlers.reply import Block, Button, Buttons, Notice, Reply, Source, Sources, Text, Tone
from handlers.turn import Desk, OnText, Turn
from handlers.wording import Wording
from knowledge import (
    ASKED_BACK,
    Answer,
    Citation,
    Exchange,
    complete_question,
    mask,
)

QUESTION_MAX_CHARS = 2000
"""How many characters a question may have; a button can carry no more."""

MAX_NEXT_QUESTIONS = 3
"""How many questions are offered to go on with."""

EVERYONE = frozenset({"everyone"})
"""Who reads along where a conversation is not private."""


async def start(turn: Turn, desk: Desk) -> Reply:
    """Answer a question, or say what is missing to be one."""
    return await _answer(turn, desk, turn.text.strip())


async def help_with_harm(turn: Turn, desk: Desk) -> Reply:
    """Say first what to do now, to somebody who reports harm in words of their own."""
    return await _answer(turn, desk, turn.text.strip(), is_harm=True)


async def instead(turn: Turn, desk: Desk) -> Reply:
    """Answer as a question what was taken for a command, and put away what the command began.

    The value is the draft that was begun, as ``kind:key``, and the question. A draft that the
    person has worked on meanwhile stays.
    """
    begun, _, question = turn.text.partition(" ")
    kind, _, key = begun.partition(":")
    draft = await desk.records.drafts.find_open(turn.person, kind)
    if draft and draft.key == key and draft.changed_at == draft.started_at:
        await desk.records.drafts.close(draft, at=turn.at)
    return await _answer(turn, desk, question)


async def clause(turn: Turn, desk: Desk) -> Reply:
    """Show the clause whose address is the value, whole."""
    on = today(turn)
    allowed = audiences(turn.person) if turn.place.private else EVERYONE
    shown = desk.handbook.clause(turn.text.strip(), on=on, audiences=allowed)
    if shown is None:
        return Reply((Notice(desk.wording("ask-clause-gone"), Tone.CAREFUL),))
    await _record_choice(shown, turn, desk)
    follow = _next_questions(shown, desk, on, allowed)
    return Reply(_render_clause(shown, on, desk.wording, follow))


async def _record_choice(shown: Answer, turn: Turn, desk: Desk) -> None:
    """Remember which clause somebody chose for a question that was not answered just before."""
    last = next(reversed(desk.before), None)
    if last is None or last.answered:
        return
    [citation, *_] = shown.citations
    await desk.records.questions.record(
        person=turn.person,
        place=turn.place.name,
        question=complete_question(last.question, citation.heading),
        answered=True,
        mode=shown.mode,
        language=last.language,
        cited=[(citation.clause, citation.version, citation.mark)],
        at=turn.at,
    )


async def rate_helpful(turn: Turn, desk: Desk) -> Reply:
    """Take a thumb up."""
    await desk.records.questions.rate(team.number(turn), by=turn.person, helpful=True, at=turn.at)
    return Reply.text(desk.wording("ask-thanks"))


async def rate_unhelpful(turn: Turn, desk: Desk) -> Reply:
    """Take a thumb down, and offer somebody who knows more."""
    asked = await desk.records.questions.rate(
        team.number(turn), by=turn.person, helpful=False, at=turn.at
    )
    return Reply((Text(desk.wording("ask-sorry")), people_who_know(desk.wording, asked.id)))


async def offer_people(turn: Turn, desk: Desk) -> Reply:
    """Offer people to somebody who wants to talk to one."""
    return await _to_people(turn, desk, desk.wording("ask-human"))


async def apologise(turn: Turn, desk: Desk) -> Reply:
    """Say sorry to somebody who is upset, and offer people."""
    return await _to_people(turn, desk, desk.wording("ask-upset"))


async def _to_people(turn: Turn, desk: Desk, said: str) -> Reply:
    """Say something and offer people; what was said is kept, so that it can be sent to them."""
    asked = await desk.records.questions.record(
        person=turn.person,
        place=turn.place.name,
        question=mask(turn.text.strip()).text,
        answered=True,
        mode="extractive",
        language=turn.person.locale,
        cited=[],
        at=turn.at,
    )
    return Reply((Text(said), people_who_know(desk.wording, asked.id)))


def people_who_know(words: Wording, question_id: int) -> Buttons:
    """Offer the people who can answer what the handbook does not."""
    return Buttons(
        (
            Button(words("ask-team"), "ask.team", str(question_id), main=True),
            Button(words("ask-mentor"), "office-hours.start"),
        )
    )


def _stream(question: str, desk: Desk, earlier: Sequence[str], *, is_harm: bool) -> OnText | None:
    """Give what shows an answer while it is written, unless something is to stand before it."""
    if desk.on_text is None or is_harm or is_ruled(question, desk.policy, earlier):
        return None
    return desk.on_text


async def _answer(turn: Turn, desk: Desk, question: str, *, is_harm: bool = False) -> Reply:
    wrong = _not_a_question(question, desk.wording)
    if wrong:
        return Reply((Notice(wrong, Tone.CAREFUL),))
    on, allowed = today(turn), audiences(turn.person) if turn.place.private else EVERYONE
    earlier = tuple(asked.question for asked in desk.before)
    answer = await desk.handbook.answer(
        question,
        on=on,
        before=tuple(
            Exchange(
                asked.question,
                tuple(clause for clause, _ in asked.cited),
                was_asked_back=asked.mode == ASKED_BACK,
            )
            for asked in desk.before
        ),
        audiences=allowed,
        on_text=_stream(question, desk, earlier, is_harm=is_harm),
    )
    answer = with_ruling(
        answer,
        desk.policy,
        desk.handbook,
        on=on,
        audiences=allowed,
        words=wording_of(answer, desk.wording),
        before=earlier,
        is_harm=is_harm,
    ).answer
    asked = await desk.records.questions.record(
        person=turn.person,
        place=turn.place.name,
        question=answer.question,
        answered=answer.answered,
        mode=answer.mode,
        language=answer.language,
        cited=[(citation.clause, citation.version, citation.mark) for citation in answer.citations],
        at=turn.at,
    )
    remarked = tuple(Notice(remark) for remark in remarks(answer, desk.wording))
    follow = _next_questions(answer, desk, on, allowed) if answer.answered else ()
    blocks = _render(answer, asked.id, on, desk.wording, follow)
    return Reply((*blocks, *remarked, *_index_notice(desk)))


def warnings(answer: Answer, words: Wording) -> tuple[str, ...]:
    """Say which of the pages that an answer quotes contradict each other."""
    return tuple(
        words("ask-contradiction", one=one, other=other) for one, other in answer.conflicts
    )


def remarks(answer: Answer, words: Wording) -> tuple[str, ...]:
    """Say how an answer came about, where somebody should know."""
    said: list[str] = []
    if answer.fallback == "unproved":
        said.append(words("ask-unproved"))
    elif answer.fallback:
        said.append(words("ask-without-model"))
    if any(claim.quote for claim in answer.claims):
        said.append(words("ask-worded"))
    if answer.masked:
        kinds = ", ".join(words(f"ask-private-{kind}") for kind in answer.masked)
        said.append(words("ask-masked", kinds=kinds))
    return tuple(said)


def _not_a_question(text: str, words: Wording) -> str:
    """Say what keeps *text* from being a question, or nothing."""
    if not text:
        return words("ask-empty")
    if len(text) > QUESTION_MAX_CHARS:
        return words("ask-too-long", **{"is": len(text), "most": QUESTION_MAX_CHARS})
    if not any(map(str.isalnum, text)):
        return words("ask-no-words")
    return ""


def _next_questions(
    answer: Answer, desk: Desk, on: date, allowed: frozenset[str]
) -> tuple[str, ...]:
    """Ask about what stands on the pages after the clauses of an *answer*."""
    clauses = [citation.clause for citation in answer.citations]
    beside = next_headings(desk, clauses, on=on, audiences=allowed)[:MAX_NEXT_QUESTIONS]
    return tuple(desk.wording("ask-next", heading=heading) for heading in beside)


def _render(
    answer: Answer, question_id: int, on: date, words: Wording, follow: tuple[str, ...]
) -> tuple[Block, ...]:
    if answer.choices:
        return _render_clarification(answer, question_id, words)
    if answer.answered:
        return _render_answer(answer, question_id, on, words, follow)
    if answer.citations:
        return _render_unsure(answer, question_id, on, words)
    return _render_no_answer(answer, question_id, words)


def _render_clarification(answer: Answer, question_id: int, words: Wording) -> tuple[Block, ...]:
    """Ask back what an unclear question is about; a press asks it, and people are the way out."""
    choices = tuple(
        Button(choice.heading, "ask.question", choice.question) for choice in answer.choices
    )
    none = Button(words("ask-none"), "ask.team", str(question_id))
    return Text(words("ask-unclear")), Buttons(choices), Buttons((none,))


def _render_answer(
    answer: Answer, question_id: int, on: date, words: Wording, follow: tuple[str, ...]
) -> tuple[Block, ...]:
    value = str(question_id)
    thumbs = (
        Button(words("ask-helpful"), "ask.helpful", value),
        Button(words("ask-unhelpful"), "ask.unhelpful", value),
    )
    return (
        *_render_clause(answer, on, words, follow),
        *_render_see_also(answer, on, words),
        Buttons(thumbs),
    )


def _render_clause(
    answer: Answer, on: date, words: Wording, follow: tuple[str, ...] = ()
) -> tuple[Block, ...]:
    """Show what an answer says and where it stands.

    Where that is known, what the clause says in short comes before it, after what the rules say.
    """
    short = (
        (Text(answer.short), Notice(wording_of(answer, words)("ask-short"))) if answer.short else ()
    )
    warned = tuple(Notice(each, Tone.CAREFUL) for each in warnings(answer, words))
    ruling, rest = answer.in_parts if answer.short else ("", answer.markdown)
    first = (Text(ruling),) if ruling else ()
    text = Text(rest, by_model=answer.mode == "generated")
    listed = Sources(sources(answer, on, words), words("ask-sources"), follow)
    return *first, *short, text, *warned, listed


def _render_see_also(answer: Answer, on: date, words: Wording) -> tuple[Block, ...]:
    """Name the clauses beside the one that is shown."""
    near = tuple(replace(source(each, on, words, n=0), details="") for each in answer.nearest)
    return (Sources(near, words("ask-see-also")),) if near else ()


def sources(answer: Answer, on: date, words: Wording) -> tuple[Source, ...]:
    """Show where an *answer* stands, and in what words unless it is in these words itself."""
    is_said = answer.mode != "generated"
    return tuple(
        source(replace(citation, quote="") if is_said else citation, on, words)
        for citation in answer.in_order
    )


def _render_unsure(answer: Answer, question_id: int, on: date, words: Wording) -> tuple[Block, ...]:
    """Show the nearest clause as such, two more to choose from, and people."""
    return (
        Notice(words("ask-nearest-rule")),
        *_render_clause(answer, on, words),
        *_headings(answer, words("ask-or-this")),
        people_who_know(words, question_id),
    )


def _render_no_answer(answer: Answer, question_id: int, words: Wording) -> tuple[Block, ...]:
    return (
        Notice(words("ask-not-found"), Tone.CAREFUL),
        *_headings(answer, words("ask-nearest")),
        people_who_know(words, question_id),
    )


def _headings(answer: Answer, label: str) -> tuple[Block, ...]:
    """Offer the clauses that come nearest; a press shows one whole."""
    buttons = tuple(
        Button(each.heading, "ask.clause", each.clause) for each in answer.nearest if each.heading
    )
    return (Buttons(buttons, label),) if buttons else ()


def source(citation: Citation, on: date, words: Wording, *, n: int | None = None) -> Source:
    """Show a clause with its version, date and owner, and what to beware of on its page."""
    details = [words("ask-version", version=citation.version)] if citation.version else []
    if citation.effective:
        details.append(words("ask-in-force", since=words.date(citation.effective)))
    if citation.owner:
        details.append(citation.owner)
    cautions = [words("ask-page-partial")] if citation.is_partial else []
    if citation.review_by is not None and citation.review_by < on:
        cautions.append(words("ask-overdue", due=words.date(citation.review_by)))
    return Source(
        citation.n if n is None else n,
        citation.title,
        citation.path,
        citation.quote,
        " · ".join(details),
        " ".join(cautions),
    )


def today(turn: Turn) -> date:
    """Give the day it is where the person is."""
    return turn.at.astimezone(ZoneInfo(turn.person.zone)).date()


def _index_notice(desk: Desk) -> tuple[Notice, ...]:
    """Say quietly that answers get better while the handbook's embeddings are being made."""
    if desk.handbook.status.state not in {"reading", "embedding"}:
        return ()
    return (Notice(desk.wording("ask-still-reading")),)
