"""Stopping for now what a case is about, and letting it go on."""

from functools import partial

from governance import PersonRow, Review
from handlers.form import Form, TextField, clean, errors_in_words, mistakes, refill
from handlers.reply import Button, Buttons, Notice, Reply, Text, Tone, verbatim
from handlers.review.cases import show_case
from handlers.review.rights import find_review
from handlers.solution_views.notify import notify_makers
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording

REASON_MAX_CHARS = 1000


async def ask_reason(turn: Turn, desk: Desk) -> Reply:
    """Ask why a solution should stop for now."""
    return Reply((_form(await find_review(turn, desk), desk),))


async def pause(turn: Turn, desk: Desk) -> Reply:
    """Stop a solution, and tell its owner and backup owner why."""
    review = await find_review(turn, desk)
    form = _form(review, desk)
    values = clean(form, turn.what.values if isinstance(turn.what, Submitted) else {})
    if wrong := errors_in_words(mistakes(form, values), desk.wording):
        return Reply((refill(form, values, wrong),))
    reference, reason = review.solution.reference, str(values["reason"])
    await desk.records.operations.pause(reference, reason=reason, by=turn.person, at=turn.at)
    say = partial(_say, turn, review, "review-paused-told", reason)
    await notify_makers(turn, desk, review.solution, say, kind="solution.paused")
    done = desk.wording("review-paused", reference=reference)
    return await show_case(turn, desk, review, Notice(done, Tone.GOOD))


async def resume(turn: Turn, desk: Desk) -> Reply:
    """Let a paused solution go on, and tell its owner and backup owner."""
    review = await find_review(turn, desk)
    reference = review.solution.reference
    await desk.records.operations.resume(reference, by=turn.person, at=turn.at)
    say = partial(_say, turn, review, "review-resumed-told", "")
    await notify_makers(turn, desk, review.solution, say, kind="solution.resumed")
    done = desk.wording("review-resumed", reference=reference)
    return await show_case(turn, desk, review, Notice(done, Tone.GOOD))


def _form(review: Review, desk: Desk) -> Form:
    words, solution = desk.wording, review.solution
    reason = TextField(
        "reason",
        words("review-pause-label"),
        hint=words("review-pause-hint", maker=solution.owner.name),
        multiline=True,
        max_length=REASON_MAX_CHARS,
    )
    return Form(
        "review.pause",
        str(review.id),
        words("review-pause-title", reference=solution.reference),
        (reason,),
        words("review-pause-submit"),
    )


def _say(
    turn: Turn, review: Review, key: str, reason: str, words: Wording, _to: PersonRow
) -> Reply:
    solution, reviewer = review.solution, verbatim(turn.person.name)
    told = words(key, reference=solution.reference, name=verbatim(solution.name), reviewer=reviewer)
    said = words("review-said", reviewer=reviewer, comment=verbatim(reason)) if reason else ""
    open_ = Button(words("solutions-open"), "solutions.open", solution.reference, main=True)
    return Reply((Notice(told, Tone.CAREFUL), *((Text(said),) if said else ()), Buttons((open_,))))
