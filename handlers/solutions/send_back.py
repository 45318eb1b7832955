"""Sending a solution back to the reviewer who asked for changes; until then, saving is all."""

from datetime import datetime

from governance import Person, Review, Solution
from handlers.reply import Button, Buttons, Notice, Reply, Tone, verbatim
from handlers.solution_views.deadlines import due_in, review_due
from handlers.solution_views.next_deciders import next_deciders
from handlers.solution_views.notify import find_open_review
from handlers.solution_views.summary import case_of, holder, subject_of
from handlers.solutions.review_wishes import urgent_days
from handlers.turn import Desk, Turn


async def send_back(turn: Turn, desk: Desk) -> Reply:
    """Give the case back, with a new date, and tell whoever asked for changes."""
    registered = await desk.records.registry.get(turn.text)
    due_at = await _due(turn, desk, registered)
    review = await desk.records.decisions.send_back(
        registered, due_at=due_at, by=turn.person, at=turn.at
    )
    solution = await desk.records.registry.get(turn.text)
    await _notify_reviewer(turn, desk, review, solution)
    words = desk.wording
    said = words(
        "solutions-sent-back",
        reference=solution.reference,
        reviewer=verbatim(holder(review, words)),
        until=words.moment(review.due_at, turn.person.zone),
    )
    mine = Button(words("solutions-mine"), "solutions.mine", main=True)
    return Reply((Notice(said, Tone.GOOD), Buttons((mine,))), about=subject_of(solution))


async def _due(turn: Turn, desk: Desk, solution: Solution) -> datetime:
    """Say until when the case is to be decided now; what was urgent still is."""
    review, due_at = await find_open_review(desk, solution), review_due(turn, desk, solution)
    days = urgent_days(desk, solution)
    if review is None or not review.is_urgent or days is None:
        return due_at
    return min(due_at, due_in(turn, desk, days))


async def _notify_reviewer(turn: Turn, desk: Desk, review: Review, solution: Solution) -> None:
    """Tell whoever asked for the changes, and whoever else is to decide, that they can look."""
    knows_it = review.reviewer_id
    told = await next_deciders(turn, desk, review, knows_it=knows_it)
    if knows_it is not None and all(each.id != knows_it for each in told):
        told = (*told, await desk.records.people.get(knows_it))
    for person in told:
        await _tell(turn, desk, review, solution, person)


async def _tell(turn: Turn, desk: Desk, review: Review, solution: Solution, person: Person) -> None:
    words = desk.wording_for(person)
    told = words(
        "solutions-came-back",
        maker=verbatim(solution.owner.name),
        reference=solution.reference,
        name=verbatim(solution.name),
    )
    open_ = Button(words("review-open"), "review.open", str(review.id), main=True)
    await desk.records.outbox.enqueue(
        person.id,
        kind="review.sent_back",
        reply=Reply((Notice(told), Buttons((open_,))), about=case_of(review)).to_json(),
        key=f"review-{review.id}-sent-back-{turn.id}-{person.id}",
        at=turn.at,
    )
