"""Saying something in a case: about an answer, a requirement or the whole, or in reply."""

from collections.abc import Iterator
from functools import partial

from governance import PersonRow, Review, list_steps
from handlers.form import (
    Choice,
    ChoiceField,
    Form,
    TextField,
    clean,
    errors_in_words,
    mistakes,
    refill,
)
from handlers.reply import Button, Buttons, Notice, Reply, Text, Tone, verbatim
from handlers.review.cases import show_case
from handlers.review.rights import find_review, may_read_case, read_id, titles_of
from handlers.solution_views.notify import notify, notify_makers
from handlers.solution_views.requirements import requirement_name
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording

COMMENT_MAX_CHARS = 1000
WHOLE = "whole"
"""The choice of what is about nothing in particular."""

MAX_REPLIES = 20
"""How many comments are offered to reply to, newest first."""

LABEL_MAX_CHARS = 70
"""How much of a question or a comment names it in a choice."""


async def ask_comment(turn: Turn, desk: Desk) -> Reply:
    """Ask what to say, and what it is about."""
    return Reply((await _form(turn, desk, await find_review(turn, desk)),))


async def comment(turn: Turn, desk: Desk) -> Reply:
    """Keep what was said, and tell those whom the case concerns."""
    review = await find_review(turn, desk)
    form = await _form(turn, desk, review)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := errors_in_words(mistakes(form, values), desk.wording):
        return Reply((refill(form, values, wrong),))
    about, text = str(values["about"]), str(values["comment"])
    kind, _, rest = about.partition(":")
    await desk.records.comments.add(
        review.id,
        text,
        by=turn.person,
        at=turn.at,
        subject=about if kind in {"answer", "requirement"} else "",
        reply_to=read_id(rest) if kind == "comment" else None,
        titles=titles_of(turn, desk),
    )
    say = partial(_say, turn, review, text, "solutions.open", review.solution.reference)
    await notify_makers(turn, desk, review.solution, say, kind="review.commented")
    has_it = review.reviewer
    if has_it is not None and has_it.id != turn.person.id:
        say = partial(_say, turn, review, text, "review.open", str(review.id))
        await notify(turn, desk, (has_it,), say, kind="review.commented")
    done = desk.wording("review-comment-done", maker=verbatim(review.solution.owner.name))
    return await show_case(turn, desk, review, Notice(done, Tone.GOOD))


async def _form(turn: Turn, desk: Desk, review: Review) -> Form:
    words = desk.wording
    asked = await desk.records.requirements.list_all(review.version, review.solution, at=turn.at)
    requirements = (
        Choice(
            f"requirement:{each.requirement.id}",
            _shorten(requirement_name(each.requirement, desk.policy, words)),
        )
        for each in asked
    )
    whole = Choice(WHOLE, words("review-comment-whole"))
    parts = (*requirements, *_answers(desk, review), *_replies(desk, review))
    choices = (whole, *(parts if may_read_case(turn, desk, review) else ()))
    about = ChoiceField("about", words("review-comment-about"), choices, value=WHOLE)
    text = TextField(
        "comment",
        words("review-comment-label"),
        hint=words("review-comment-hint", maker=review.solution.owner.name),
        multiline=True,
        max_length=COMMENT_MAX_CHARS,
    )
    title = words("review-comment-title", reference=review.solution.reference)
    submit = words("review-comment-submit")
    return Form("review.comment", str(review.id), title, (about, text), submit)


def _answers(desk: Desk, review: Review) -> Iterator[Choice]:
    locale = desk.wording.locale
    for asked in list_steps(desk.policy, review.version.answers):
        for question in asked.questions:
            yield Choice(f"answer:{question.id}", _shorten(question.label.to(locale)))


def _replies(desk: Desk, review: Review) -> Iterator[Choice]:
    said = [each for each in review.comments if each.reply_to_id is None]
    for each in reversed(said[-MAX_REPLIES:]):
        label = desk.wording("review-comment-reply", name=each.author.name, text=each.text)
        yield Choice(f"comment:{each.id}", _shorten(label))


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LABEL_MAX_CHARS else f"{line[: LABEL_MAX_CHARS - 1]}…"


def _say(  # noqa: PLR0913, PLR0917 - who is told comes last, as ``Say`` wants it
    turn: Turn, review: Review, text: str, action: str, value: str, words: Wording, _to: PersonRow
) -> Reply:
    reviewer = verbatim(turn.person.name)
    told = words("review-comment-told", reviewer=reviewer, reference=review.solution.reference)
    said = words("review-said", reviewer=reviewer, comment=verbatim(text))
    open_ = Button(words("solutions-open"), action, value, main=True)
    return Reply((Notice(told), Text(said), Buttons((open_,))))
