"""Whether a solution runs: pausing it in one press with a reason, going on, retiring it."""

from governance import Solution
from handlers.reply import Button, Buttons, Notice, Reply, Text, Tone, verbatim
from handlers.solution_views.notify import (
    about_review,
    about_solution,
    find_open_review,
    notify,
    reviewers_of,
)
from handlers.solution_views.summary import subject_of
from handlers.solutions.short_forms import read_text, text_form
from handlers.turn import Desk, Turn


async def pilot(turn: Turn, desk: Desk) -> Reply:
    """Note that a few people try out what runs."""
    solution = await desk.records.operations.pilot(
        turn.text, is_pilot=True, by=turn.person, at=turn.at
    )
    return _done(desk, solution, "solutions-pilot-done")


async def roll_out(turn: Turn, desk: Desk) -> Reply:
    """Note that what was tried out is used by everybody it is for."""
    solution = await desk.records.operations.pilot(
        turn.text, is_pilot=False, by=turn.person, at=turn.at
    )
    return _done(desk, solution, "solutions-roll-out-done")


async def ask_pause(turn: Turn, desk: Desk) -> Reply:
    """Ask why a solution should stop for now."""
    solution = await desk.records.registry.get(turn.text)
    hint = desk.wording("solutions-pause-hint")
    return Reply((text_form(desk, "pause", solution.reference, solution.reference, hint=hint),))


async def pause(turn: Turn, desk: Desk) -> Reply:
    """Stop a solution for now, and tell its owner, its backup owner and who reviews it."""
    solution = await desk.records.registry.get(turn.text)
    form = text_form(desk, "pause", solution.reference, solution.reference)
    reason, again = read_text(turn, desk, form)
    if again is not None:
        return again
    solution = await desk.records.operations.pause(
        solution.reference, reason=reason, by=turn.person, at=turn.at
    )
    await _tell_all(turn, desk, solution, "solutions-pause-told", reason, kind="solution.paused")
    return _done(desk, solution, "solutions-pause-done")


async def resume(turn: Turn, desk: Desk) -> Reply:
    """Let a paused solution run again, and tell the same people."""
    solution = await desk.records.operations.resume(turn.text, by=turn.person, at=turn.at)
    await _tell_all(turn, desk, solution, "solutions-resume-told", kind="solution.resumed")
    return _done(desk, solution, "solutions-resume-done")


async def retire(turn: Turn, desk: Desk) -> Reply:
    """Take one's own solution out of use, say what is left to do, and tell who must know."""
    registered = await desk.records.registry.get(turn.text)
    was_retired, review = registered.is_retired, await find_open_review(desk, registered)
    solution = await desk.records.operations.retire(turn.text, by=turn.person, at=turn.at)
    if not was_retired:
        kind, who = "solution.retired", turn.person.name
        say = about_solution(solution, "solutions-retire-told", who=who)
        await notify(turn, desk, (solution.backup, solution.offered_to), say, kind=kind)
        if review is not None and review.reviewer is not None:
            say = about_review(review, "solutions-retire-told", who=who)
            await notify(turn, desk, (review.reviewer,), say, kind=kind)
    words = desk.wording
    said = words("solutions-retired", reference=solution.reference, name=verbatim(solution.name))
    mine = Button(words("solutions-mine"), "solutions.mine")
    steps = "\n".join(f"- {step}" for step in words.lines("solutions-retire-steps"))
    return Reply((Notice(said, Tone.GOOD), Text(steps), Buttons((mine,))))


async def _tell_all(  # noqa: PLR0913 - a message has this many parts
    turn: Turn, desk: Desk, solution: Solution, key: str, reason: str = "", *, kind: str
) -> None:
    review = await find_open_review(desk, solution)
    has_it = await reviewers_of(desk, review) if review and review.reviewer else ()
    say = about_solution(solution, key, reason, who=turn.person.name)
    await notify(turn, desk, (solution.owner, solution.backup), say, kind=kind)
    if review is not None:
        say = about_review(review, key, reason, who=turn.person.name)
        await notify(turn, desk, has_it, say, kind=kind)


def _done(desk: Desk, solution: Solution, key: str) -> Reply:
    words = desk.wording
    said = words(key, reference=solution.reference, name=verbatim(solution.name))
    open_ = Button(words("solutions-open"), "solutions.open", solution.reference, main=True)
    return Reply((Notice(said, Tone.GOOD), Buttons((open_,))), about=subject_of(solution))
