"""The steps of a review: any of, all of, in order."""

from datetime import datetime, timedelta

import pytest

from governance import (
    Database,
    NotAReviewerError,
    Person,
    Review,
    ReviewStep,
    Role,
    Solution,
    StepRequest,
    VersionState,
    plan_steps,
    repeat_steps,
)
from tests.fixtures.databases import NOON, Meet, Register
from tests.governance.policies import small

TITLES = ("hr", "legal")


def due_at(days: int) -> datetime:
    """Say when something is due; every day is a working day here."""
    return NOON + timedelta(days=days)


def plan(*steps: ReviewStep, **holders: int) -> list[tuple[str, int]]:
    """Plan steps; say who is asked, and in which place."""
    asked = plan_steps(steps, titles=TITLES, due_at=due_at, holders=holders)
    return [(each.title or str(each.role), each.position) for each in asked]


def step(by: str, need: str = "any", *, in_order: bool = False) -> ReviewStep:
    """Make a step of a plan."""
    return ReviewStep.model_validate(
        {"by": by, "need": need, "in_order": in_order, "working_days": 3}
    )


def test_a_step_in_order_waits_for_all_before_it() -> None:
    """In the order of the plan; the others may be decided at any time."""
    assert plan(step("reviewer"), step("hr"), step("legal")) == [
        ("reviewer", 0),
        ("hr", 0),
        ("legal", 0),
    ]
    assert plan(
        step("hr"), step("reviewer", in_order=True), step("legal", in_order=True), step("lead")
    ) == [("hr", 0), ("reviewer", 1), ("legal", 2), ("lead", 0)]


def test_where_all_decide_there_is_a_step_for_each() -> None:
    """One where nobody is known to hold the title: it is a lead's then."""
    assert plan(step("hr", "all"), step("legal", "all", in_order=True), hr=2) == [
        ("hr", 0),
        ("hr", 0),
        ("legal", 1),
    ]
    assert plan(step("hr"), hr=2) == [("hr", 0)]


async def open_review(database: Database, solution: Solution, steps: list[StepRequest]) -> Review:
    """Ask a reviewer and others for a review."""
    async with database.transaction() as records:
        owner = await records.people.get(solution.owner_id)
        return await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=due_at(3), by=owner, at=NOON, steps=steps
        )


async def test_all_of_several_decide_in_order(
    database: Database, register: Register, meet: Meet, ben: Person, arun: Person
) -> None:
    """Each of two holders, then the reviewer; a lead stands in for whoever is not there."""
    hana, hugo = await meet("Hana Lim"), await meet("Hugo Lim")
    lead = await meet("Mei Tan", Role.LEAD)
    solution = await register(ben, data=("internal",))
    asked = plan_steps(
        (step("hr", "all"), step("reviewer", in_order=True), step("legal", in_order=True)),
        titles=TITLES,
        due_at=due_at,
        holders={"hr": 2},
    )
    review = await open_review(database, solution, list(asked))

    async def approve(by: Person, *titles: str) -> VersionState:
        async with database.transaction() as records:
            decided = await records.decisions.approve(
                review.id, policy=small(), by=by, at=NOON, titles=titles
            )
            return decided.solution.state

    with pytest.raises(NotAReviewerError):
        await approve(arun)
    await approve(hana, "hr")
    with pytest.raises(NotAReviewerError):
        await approve(hana, "hr")
    with pytest.raises(NotAReviewerError):
        await approve(arun)
    await approve(hugo, "hr")
    assert await approve(arun) is VersionState.IN_REVIEW
    assert await approve(lead) is VersionState.APPROVED


async def test_what_was_asked_is_asked_again(
    database: Database, register: Register, ben: Person
) -> None:
    """With another date, of the same people."""
    solution = await register(ben, data=("internal",))
    assert repeat_steps(None, due_at(9)) == ()
    asked = [StepRequest(due_at(3), title="hr", position=1)]
    review = await open_review(database, solution, asked)

    assert repeat_steps(review, due_at(9)) == (
        StepRequest(due_at(9), role=Role.REVIEWER),
        StepRequest(due_at(9), title="hr", position=1),
    )
