"""What somebody may do with a case: see it, decide about it, hand it on, stop what it is about."""

from dataclasses import dataclass

from governance import (
    NotAReviewerError,
    Operation,
    Person,
    Requirement,
    Review,
    Role,
    is_asked_of,
)
from handlers.files import READER_ROLES
from handlers.solution_views.next_deciders import list_holders
from handlers.turn import Desk, Turn

MAX_ID_DIGITS = 9
"""A longer number is no review's and no person's."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What one person may do with a case as it is now.

    *pending* is due before its approval; *liftable* are conditions that were appealed against.
    """

    may_decide: bool
    may_approve: bool
    may_hand_on: bool
    is_lead: bool
    pending: tuple[Requirement, ...]
    liftable: tuple[Requirement, ...]


async def rights_of(turn: Turn, desk: Desk, review: Review) -> Rights:
    """Find out what whoever speaks may do with *review*."""
    reviews, person, titles = desk.records.reviews, turn.person, titles_of(turn, desk)
    is_waiting, is_lead = review.status.awaits_reviewer, Role.LEAD in person.roles
    may_decide = is_waiting and await reviews.may_decide(review, person, titles=titles)
    may_give = may_decide and (is_lead or review.reviewer_id == person.id)
    return Rights(
        may_decide=may_decide,
        may_approve=may_decide and await reviews.may_approve(review, person, titles=titles),
        may_hand_on=may_give and bool(await list_candidates(turn, desk, review)),
        is_lead=is_lead,
        pending=await desk.records.requirements.list_pending(
            review.version, review.solution, at=turn.at, policy=desk.policy
        ),
        liftable=await desk.records.appeals.list_liftable(review, person, at=turn.at),
    )


def titles_of(turn: Turn, desk: Desk) -> frozenset[str]:
    """Name the titles of the policy that whoever speaks holds."""
    return desk.policy.titles_of(turn.person.email, turn.person.roles)


async def list_candidates(turn: Turn, desk: Desk, review: Review) -> tuple[Person, ...]:
    """List who may be given a case: whoever has a step of it to decide now, or leads.

    That is neither who has it or who speaks, nor anybody too close to it.
    """
    people, policy = desk.records.people, desk.policy
    asked = {step.title for step in review.steps if step.is_open}
    found = [*await people.list_with_role(review.role), *await people.list_with_role(Role.LEAD)]
    for title in policy.titles:
        found += await list_holders(desk, title) if title.id in asked else ()
    others = {each.id: each for each in found}
    for id_ in (turn.person.id, review.reviewer_id):
        others.pop(id_ or 0, None)
    held = ((each, policy.titles_of(each.email, each.roles)) for each in others.values())
    return await desk.records.reviews.list_able(review, held)


async def find_review(turn: Turn, desk: Desk) -> Review:
    """Find the review that *turn* is about.

    Raises:
        ReviewNotFoundError: If there is none.
        NotAReviewerError: If whoever speaks reviews nothing, and nothing of it is asked of them.
    """
    review = await desk.records.reviews.get(number(turn))
    if not (may_read_case(turn, desk, review) or await _is_coach(turn, desk, review)):
        raise NotAReviewerError(review.solution.reference)
    return review


def may_read_case(turn: Turn, desk: Desk, review: Review) -> bool:
    """Tell whether whoever speaks may read all of a case; a coach only comments on it."""
    person = turn.person
    return bool(READER_ROLES & person.roles) or is_asked_of(review, person, titles_of(turn, desk))


async def _is_coach(turn: Turn, desk: Desk, review: Review) -> bool:
    """Tell whether whoever speaks is a mentor who was booked about what *review* is about."""
    person, solution = turn.person, review.solution
    if Role.MENTOR not in person.roles or person.id in {solution.owner_id, solution.backup_id}:
        return False
    return person.id in await desk.records.reviews.list_stakeholders(solution)


def may_pause(turn: Turn, review: Review) -> bool:
    """Tell whether whoever speaks may stop what *review* is about: it runs, and they oversee it."""
    runs = review.solution.operation in {Operation.PILOT, Operation.LIVE}
    return runs and bool(READER_ROLES & turn.person.roles)


def may_resume(turn: Turn, review: Review) -> bool:
    """Tell whether whoever speaks may let a paused solution run again."""
    is_theirs = turn.person.id in {review.solution.owner_id, review.solution.backup_id}
    is_paused = review.solution.operation is Operation.PAUSED
    return is_paused and not is_theirs and bool(READER_ROLES & turn.person.roles)


def number(turn: Turn) -> int:
    """Read the number of a review; what is no number is no review."""
    return read_id(turn.text.partition(".")[0])


def revision(turn: Turn) -> str:
    """Read which revision of the solution was looked at."""
    return turn.text.partition(".")[2]


def read_id(text: str) -> int:
    """Read a number that a button carries; 0 is nobody's."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MAX_ID_DIGITS else 0


def slug(review: Review) -> str:
    """Name the state of a review as the keys of the wording do."""
    return review.status.value.replace("_", "-")
