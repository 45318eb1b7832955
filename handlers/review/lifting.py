"""Looking again at a condition that somebody appealed against: a lead may take it away."""

from functools import partial

from governance import PersonRow, Review
from handlers.form import Form, TextField, clean, errors_in_words, mistakes, refill
from handlers.reply import Button, Buttons, Notice, Reply, Text, Tone, verbatim
from handlers.review.cases import show_case
from handlers.review.rights import find_review, read_id
from handlers.solution_views.notify import notify_makers
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording

REASON_MAX_CHARS = 1000


async def ask_condition(turn: Turn, desk: Desk) -> Reply:
    """Ask why a condition may go."""
    return Reply((await _form(await find_review(turn, desk), turn, desk),))


async def lift(turn: Turn, desk: Desk) -> Reply:
    """Take a condition away, and tell whoever answers for the solution why."""
    review = await find_review(turn, desk)
    form = await _form(review, turn, desk)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := errors_in_words(mistakes(form, values), desk.wording):
        return Reply((refill(form, values, wrong),))
    reason = str(values["reason"])
    condition = await desk.records.appeals.lift(
        review.id, _condition_id(turn), reason=reason, by=turn.person, at=turn.at
    )
    say = partial(_say, turn, review, condition.note, reason)
    await notify_makers(turn, desk, review.solution, say, kind="review.condition_lifted")
    done = desk.wording("review-lifted", text=verbatim(condition.note))
    return await show_case(turn, desk, review, Notice(done, Tone.GOOD))


async def _form(review: Review, turn: Turn, desk: Desk) -> Form:
    words, solution, number = desk.wording, review.solution, _condition_id(turn)
    condition = await desk.records.requirements.get(number)
    text = condition.note if condition and condition.version_id == review.version_id else ""
    reason = TextField(
        "reason",
        words("review-lift-label"),
        hint=words("review-lift-hint", maker=solution.owner.name),
        multiline=True,
        max_length=REASON_MAX_CHARS,
    )
    return Form(
        "review.lift",
        f"{review.id}.{number}",
        words("review-lift-title", reference=solution.reference),
        (reason,),
        words("review-lift-submit"),
        intro=verbatim(text),
    )


def _condition_id(turn: Turn) -> int:
    return read_id(turn.text.partition(".")[2])


def _say(
    turn: Turn, review: Review, condition: str, reason: str, words: Wording, _to: PersonRow
) -> Reply:
    solution, reviewer = review.solution, verbatim(turn.person.name)
    told = words(
        "review-lifted-told",
        reference=solution.reference,
        reviewer=reviewer,
        text=verbatim(condition),
    )
    said = words("review-said", reviewer=reviewer, comment=verbatim(reason))
    open_ = Button(words("solutions-open"), "solutions.open", solution.reference, main=True)
    return Reply((Notice(told, Tone.GOOD), Text(said), Buttons((open_,))))
