"""Asking for the review that a tier wants, and telling those who give it."""

from datetime import datetime

from governance import (
    Assessment,
    Person,
    Review,
    Role,
    Solution,
    Tier,
    add_working_days,
    find_office,
    review_plan,
)
from handlers.reply import Button, Buttons, Card, Reply, Text, verbatim
from handlers.solution_views.summary import case_of
from handlers.turn import Desk, Turn
from handlers.wording import Wording


async def ask(
    turn: Turn, desk: Desk, solution: Solution, assessment: Assessment, *, key: str
) -> None:
    """Ask for the review of *solution*, once for each *key*; a tier without review wants none."""
    tier, plan = assessment.tier, review_plan(desk.policy, assessment)
    if tier.review is None or plan is None:
        return
    due_at = _due(turn, desk, plan.working_days)
    knows_it = await _who_knows(desk, solution)
    review = await desk.records.reviews.request(
        solution, role=Role(tier.review.by), due_at=due_at, by=turn.person, at=turn.at
    )
    for person in await _reviewers(turn, desk, review, knows_it):
        told = _request(desk.wording_for(person), person, solution, tier, review)
        await desk.records.outbox.enqueue(
            person.id,
            kind="review.requested",
            reply=told.to_json(),
            key=f"review-{review.id}-{key}-{person.id}",
            at=turn.at,
        )


def _due(turn: Turn, desk: Desk, days: int) -> datetime:
    """Count working days in the maker's own office."""
    office = find_office(desk.policy, turn.person.zone)
    closed = {holiday.on for holiday in office.holidays}
    return add_working_days(turn.at, days, zone=office.zone, holidays=closed)


async def _who_knows(desk: Desk, solution: Solution) -> int | None:
    """Find who has the open review of *solution*, or asked for changes in it."""
    review = await desk.records.reviews.find_latest(solution)
    return review.reviewer_id if review is not None and review.decided_at is None else None


async def _reviewers(
    turn: Turn, desk: Desk, review: Review, knows_it: int | None
) -> tuple[Person, ...]:
    """Name who is told: whoever knows it, else everybody who may take it, else the leads."""
    people = desk.records.people
    if knows_it is not None:
        known = await people.get(knows_it)
        if known.roles & {review.role, Role.LEAD}:
            return (known,)
    for role in dict.fromkeys((review.role, Role.LEAD)):
        found = tuple(
            person
            for person in await people.list_with_role(Role(role))
            if person.id != turn.person.id
        )
        if found:
            return found
    return ()


def _request(
    words: Wording, person: Person, solution: Solution, tier: Tier, review: Review
) -> Reply:
    """Tell *person* what there is to review, and until when."""
    open_ = Button(words("register-open-review"), "review.open", str(review.id), main=True)
    said = "register-please-review" if tier.allowed else "register-please-stop"
    return Reply(
        (
            Text(words(said, maker=verbatim(solution.owner.name), reference=solution.reference)),
            Card(
                f"{solution.reference} · {solution.name}",
                subtitle=words("solutions-tier", tier=tier.name.to(words.locale)),
                facts=((words("solutions-until"), words.moment(review.due_at, person.zone)),),
                markdown=verbatim(solution.purpose),
            ),
            Buttons((open_,)),
        ),
        about=case_of(review),
    )
