"""Reviews: asked for, taken, decided, once each."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import pytest_asyncio

from governance import (
    NEXT,
    ChangedMeanwhileError,
    Database,
    GovernanceError,
    MoveNotAllowedError,
    NotAReviewerError,
    OwnSolutionError,
    Person,
    Review,
    ReviewNotFoundError,
    ReviewStatus,
    Role,
    Solution,
    StepRequest,
    VersionState,
)
from tests.fixtures.databases import NOON, Register, Run
from tests.governance.policies import small
from tests.governance.register_play import BOOKED

LATER = NOON + timedelta(days=3)


@pytest_asyncio.fixture
async def review(database: Database, register: Register, ben: Person) -> Review:
    """Return a review that Ben asked for."""
    solution = await register(ben, data=("internal",))
    async with database.transaction() as records:
        return await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=LATER, by=ben, at=NOON
        )


def test_every_status_has_its_moves() -> None:
    """A status without a row here is one nobody can leave by mistake."""
    assert set(NEXT) == set(ReviewStatus)


async def test_a_solution_has_one_open_review(
    database: Database, review: Review, ben: Person
) -> None:
    """Asking again while somebody looks changes nothing."""
    async with database.transaction() as records:
        again = await records.reviews.request(
            review.solution, role=Role.REVIEWER, due_at=NOON, by=ben, at=NOON
        )

    assert again.id == review.id
    assert again.due_at == LATER


async def test_asking_for_a_review_ten_times_at_once_opens_one(
    database: Database, register: Register, ben: Person
) -> None:
    """The database keeps to one open review of a solution."""
    solution = await register(ben, data=("internal",))

    async def request() -> Review:
        async with database.transaction() as records:
            return await records.reviews.request(
                solution, role=Role.REVIEWER, due_at=LATER, by=ben, at=NOON
            )

    asked = await asyncio.gather(*(request() for _ in range(10)))

    assert len({review.id for review in asked}) == 1


async def test_who_may_review_sees_what_waits_oldest_due_first(
    database: Database, register: Register, review: Review, arun: Person, mei: Person
) -> None:
    """By role; a lead sees all, and nobody sees their own."""
    async with database.reading() as records:
        ben = await records.people.get(review.solution.owner_id)
    for owner, role, days in [(arun, Role.REVIEWER, 1), (ben, Role.LEAD, 2)]:
        solution = await register(owner, data=("internal",))
        async with database.transaction() as records:
            await records.reviews.request(
                solution, role=role, due_at=NOON + timedelta(days=days), by=owner, at=NOON
            )

    async with database.reading() as records:
        seen = {
            person.name: [
                each.solution.reference for each in await records.reviews.list_open_for(person)
            ]
            for person in (arun, mei, ben)
        }
    assert seen == {
        "Arun Pillai": [review.solution.reference],
        "Mei Tan": ["SOL-0002", "SOL-0003", "SOL-0001"],
        "Ben Ong": [],
    }


async def test_an_approved_review_approves_its_solution(
    database: Database, review: Review, arun: Person
) -> None:
    """Who decided, when, and what they said stays with it."""
    async with database.transaction() as records:
        await records.reviews.take(review.id, by=arun, at=NOON)
        await records.decisions.approve(
            review.id, policy=small(), by=arun, at=LATER, comment="Good tests."
        )

    async with database.reading() as records:
        decided = await records.reviews.get(review.id)
        entries = await records.audit.list_for(review.solution.reference)
    assert decided.status is ReviewStatus.APPROVED
    assert decided.solution.state is VersionState.APPROVED
    assert decided.reviewer is not None
    assert (decided.reviewer.name, decided.decided_at) == ("Arun Pillai", LATER)
    assert [(each.author.name, each.text) for each in decided.comments] == [
        ("Arun Pillai", "Good tests.")
    ]
    assert [entry.action for entry in entries] == [
        "solution.registered",
        "solution.evidence_added",
        "review.requested",
        "review.taken",
        "requirement.added",
        "review.approved",
    ]


async def test_after_changes_the_same_review_waits_again(
    database: Database, review: Review, arun: Person, ben: Person
) -> None:
    """With a new date, and with what was said before."""
    async with database.transaction() as records:
        asked = await records.decisions.ask_for_changes(
            review.id, by=arun, at=NOON, comment="Who checks it?"
        )
        status = asked.solution.state
        again = await records.decisions.send_back(
            asked.solution, due_at=LATER + timedelta(days=1), by=ben, at=NOON
        )

    assert status is VersionState.CHANGES_REQUESTED
    assert (again.id, again.status) == (review.id, ReviewStatus.IN_REVIEW)
    assert again.due_at == LATER + timedelta(days=1)
    assert again.solution.state is VersionState.IN_REVIEW
    assert [comment.text for comment in again.comments] == ["Who checks it?"]


async def test_a_rejected_solution_is_over(
    database: Database, review: Review, arun: Person
) -> None:
    """The reason is kept; nobody can take it up again."""
    async with database.transaction() as records:
        rejected = await records.decisions.reject(
            review.id, by=arun, at=NOON, reason="Not allowed."
        )
        with pytest.raises(MoveNotAllowedError):
            await records.reviews.take(review.id, by=arun, at=NOON)

    assert rejected.solution.state is VersionState.REJECTED
    assert [comment.text for comment in rejected.comments] == ["Not allowed."]


async def test_taking_twice_is_the_same_as_once(
    database: Database, review: Review, arun: Person, nattaya: Person
) -> None:
    """For the same reviewer; another one is told that somebody has it."""
    async with database.transaction() as records:
        await records.reviews.take(review.id, by=arun, at=NOON)
        taken = await records.reviews.take(review.id, by=arun, at=NOON)
        with pytest.raises(MoveNotAllowedError) as refusal:
            await records.reviews.take(review.id, by=nattaya, at=NOON)

    assert taken.status is ReviewStatus.IN_REVIEW
    assert refusal.value.current == "in_review"


async def test_a_review_is_taken_over_from_who_has_it(
    database: Database, review: Review, arun: Person, nattaya: Person, mei: Person
) -> None:
    """And from nobody else; the record of changes tells it from the first taking."""
    async with database.transaction() as records:
        await records.reviews.take(review.id, by=arun, at=NOON)
        taken = await records.reviews.take(review.id, by=nattaya, at=NOON, instead_of=arun.id)
        with pytest.raises(MoveNotAllowedError):
            await records.reviews.take(review.id, by=mei, at=NOON, instead_of=arun.id)

    async with database.reading() as records:
        entries = await records.audit.list_for(review.solution.reference)
    assert (taken.status, taken.reviewer_id) == (ReviewStatus.IN_REVIEW, nattaya.id)
    assert [entry.action for entry in entries][-2:] == ["review.taken", "review.taken_over"]


async def test_only_who_has_a_review_gives_it_back(
    database: Database, review: Review, arun: Person, nattaya: Person
) -> None:
    """Nobody gives back what waits for changes either."""
    async with database.transaction() as records:
        await records.reviews.take(review.id, by=arun, at=NOON)
        with pytest.raises(MoveNotAllowedError):
            await records.reviews.give_back(review.id, by=nattaya, at=NOON)
        given = await records.reviews.give_back(review.id, by=arun, at=NOON)
        back = (given.status, given.reviewer, given.solution.state)
        await records.decisions.ask_for_changes(review.id, by=arun, at=NOON, comment="Why?")
        with pytest.raises(MoveNotAllowedError):
            await records.reviews.give_back(review.id, by=arun, at=NOON)

    assert back == (ReviewStatus.WAITING, None, VersionState.WAITING)


async def test_only_what_was_looked_at_is_decided(
    database: Database, review: Review, arun: Person
) -> None:
    """What has changed meanwhile stays undecided."""
    async with database.transaction() as records:
        with pytest.raises(ChangedMeanwhileError):
            await records.decisions.approve(
                review.id, policy=small(), by=arun, at=NOON, seen="something else"
            )
        undecided = (await records.reviews.get(review.id)).status
        seen = review.solution.revision
        approved = await records.decisions.approve(
            review.id, policy=small(), by=arun, at=NOON, seen=seen
        )

    assert undecided is ReviewStatus.WAITING
    assert approved.status is ReviewStatus.APPROVED


async def test_of_ten_decisions_at_once_one_wins(
    database: Database, review: Review, arun: Person, nattaya: Person
) -> None:
    """The others are told what was decided, and leave nothing behind."""

    async def decide(n: int) -> Review:
        async with database.transaction() as records:
            if n % 2:
                return await records.decisions.approve(
                    review.id, policy=small(), by=arun, at=NOON, comment="Yes."
                )
            return await records.decisions.reject(review.id, by=nattaya, at=NOON, reason="No.")

    results = await asyncio.gather(*(decide(n) for n in range(10)), return_exceptions=True)

    won = [result for result in results if isinstance(result, Review)]
    lost = [result for result in results if isinstance(result, MoveNotAllowedError)]
    async with database.reading() as records:
        decided = await records.reviews.get(review.id)
        entries = await records.audit.list_for(review.solution.reference)
    assert (len(won), len(lost)) == (1, 9)
    assert {refusal.current for refusal in lost} == {won[0].status}
    assert decided.status is won[0].status
    assert decided.solution.state == won[0].status.value
    assert len(decided.comments) == 1
    assert [each.action for each in entries if each.action.startswith("review.")] == [
        "review.requested",
        f"review.{won[0].status.value}",
    ]


async def test_who_has_not_the_role_decides_nothing(
    database: Database, review: Review, sari: Person, linh: Person
) -> None:
    """A maker and a mentor are no reviewers."""
    for person in (sari, linh):
        async with database.transaction() as records:
            with pytest.raises(NotAReviewerError):
                await records.decisions.approve(review.id, policy=small(), by=person, at=NOON)


async def test_nobody_reviews_their_own_solution(
    database: Database, register: Register, mei: Person
) -> None:
    """Not even the lead."""
    solution = await register(mei, data=("internal",))
    async with database.transaction() as records:
        review = await records.reviews.request(
            solution, role=Role.LEAD, due_at=LATER, by=mei, at=NOON
        )
        with pytest.raises(OwnSolutionError):
            await records.decisions.approve(review.id, policy=small(), by=mei, at=NOON)


async def test_an_unknown_review_is_refused(database: Database, arun: Person) -> None:
    """Whatever number a button carried."""
    async with database.transaction() as records:
        for number in (7, 0, 2**70):
            with pytest.raises(ReviewNotFoundError):
                await records.reviews.take(number, by=arun, at=NOON)


MOVES = [ReviewStatus.IN_REVIEW, ReviewStatus.CHANGES_REQUESTED, ReviewStatus.APPROVED]
FORBIDDEN = [(here, there) for here in ReviewStatus for there in MOVES if there not in NEXT[here]]


@pytest.mark.parametrize("move", FORBIDDEN)
async def test_a_move_that_is_not_listed_is_refused(
    database: Database,
    run: Run,
    review: Review,
    arun: Person,
    move: tuple[ReviewStatus, ReviewStatus],
) -> None:
    """The table is the whole truth, and a refusal changes nothing."""
    here, there = move
    await run(f"UPDATE reviews SET status = '{here}'")  # noqa: S608 - one of our own words
    async with database.transaction() as records:
        moves: dict[ReviewStatus, Callable[..., Awaitable[Review]]] = {
            ReviewStatus.IN_REVIEW: records.reviews.take,
            ReviewStatus.CHANGES_REQUESTED: partial(records.decisions.ask_for_changes, comment=""),
            ReviewStatus.APPROVED: partial(records.decisions.approve, policy=small()),
        }
        with pytest.raises(MoveNotAllowedError) as refusal:
            await moves[there](review.id, by=arun, at=NOON)

    async with database.reading() as records:
        assert (await records.reviews.get(review.id)).status is here
    assert (refusal.value.current, refusal.value.wanted) == (here, there)


async def test_a_retirement_and_a_decision_at_once_do_not_wait_for_each_other(
    database: Database, review: Review, arun: Person, ben: Person
) -> None:
    """Both hold the solution first, so one goes after the other."""

    async def retire() -> Solution:
        async with database.transaction() as records:
            return await records.operations.retire(review.solution.reference, by=ben, at=NOON)

    async def approve() -> Review:
        async with database.transaction() as records:
            return await records.decisions.approve(review.id, policy=small(), by=arun, at=NOON)

    results = await asyncio.gather(retire(), approve(), return_exceptions=True)

    async with database.reading() as records:
        solution = await records.registry.get(review.solution.reference)
    assert solution.is_retired
    assert all(
        not isinstance(each, Exception) or isinstance(each, GovernanceError) for each in results
    )


async def test_what_is_listed_is_what_may_be_decided(
    database: Database, register: Register, ben: Person, arun: Person, sari: Person
) -> None:
    """Neither what one backs up, was offered or coached, nor what one has approved already."""
    mine = [await register(ben, data=("internal",)) for _ in range(4)]
    async with database.transaction() as records:
        for solution in mine:
            await records.reviews.request(
                solution,
                role=Role.REVIEWER,
                due_at=LATER,
                by=ben,
                at=NOON,
                steps=(StepRequest(LATER, title="finance"),),
            )
    async with database.transaction() as records:
        backed = await records.registry.get(mine[0].reference)
        backed.backup_id = arun.id
        await records.operations.offer(mine[1].reference, to=arun, by=ben, at=NOON)
        await records.decisions.approve(3, policy=small(), by=arun, at=NOON)

    async with database.reading() as records:
        for_arun = await records.reviews.list_open_for(arun)
        for_sari = await records.reviews.list_open_for(sari, titles={"finance"}, limit=2, offset=1)
        none = await records.reviews.list_open_for(sari, titles=())
        count = await records.reviews.count_open_for(sari, titles={"finance"})
        stakes = await records.reviews.list_stakeholders(backed)

    assert [each.solution_id for each in for_arun] == [mine[3].id]
    assert [each.solution_id for each in for_sari] == [mine[1].id, mine[2].id]
    assert none == ()
    assert count == len(mine)
    assert stakes == {ben.id, arun.id}


async def test_who_owns_a_solution_does_not_choose_its_reviewer(
    database: Database, register: Register, mei: Person, arun: Person
) -> None:
    """A lead hands on what others registered, and not their own."""
    solution = await register(mei, data=("internal",))
    async with database.transaction() as records:
        review = await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=LATER, by=mei, at=NOON
        )
    with pytest.raises(OwnSolutionError):
        async with database.transaction() as records:
            await records.reviews.delegate(review.id, to=arun, by=mei, at=NOON)


async def test_a_case_is_given_to_whoever_holds_a_title_that_it_asks(
    database: Database, register: Register, ben: Person, arun: Person, sari: Person
) -> None:
    """Not without the title; and what they decide is their own step, no other."""
    solution = await register(ben, data=("internal",))
    async with database.transaction() as records:
        legal = StepRequest(LATER, title="legal")
        review = await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=LATER, by=ben, at=NOON, steps=[legal]
        )
        await records.reviews.take(review.id, by=arun, at=NOON)
    with pytest.raises(NotAReviewerError):
        async with database.transaction() as records:
            await records.reviews.delegate(review.id, to=sari, by=arun, at=NOON)
    async with database.transaction() as records:
        given = await records.reviews.delegate(
            review.id, to=sari, by=arun, at=NOON, to_titles={"legal"}
        )
    async with database.transaction() as records:
        decided = await records.decisions.approve(
            review.id, policy=small(), by=sari, at=NOON, titles={"legal"}
        )

    assert given.reviewer_id == sari.id
    assert [(step.title, step.is_open) for step in decided.steps] == [("", True), ("legal", False)]
    assert decided.status is ReviewStatus.IN_REVIEW


async def test_only_who_has_a_part_in_a_case_comments(
    database: Database, register: Register, run: Run, ben: Person, arun: Person
) -> None:
    """A mentor who was booked about it does, and no other one; a reviewer, and who is asked."""
    solution = await register(ben, data=("internal",))
    async with database.transaction() as records:
        review = await records.reviews.request(
            solution,
            role=Role.REVIEWER,
            due_at=LATER,
            by=ben,
            at=NOON,
            steps=[StepRequest(LATER, title="legal")],
        )
        kim = await records.people.recognise(
            "web", "kim", name="Kim", email=None, locale="en", zone=None, at=NOON
        )
        kim = await records.people.grant(kim, Role.MENTOR, by=None, at=NOON)

    async def say(by: Person, **more: Any) -> None:
        async with database.transaction() as records:
            await records.comments.add(review.id, "Well.", by=by, at=NOON, **more)

    for by in (ben, arun):
        await say(by)
    with pytest.raises(NotAReviewerError):
        await say(kim)
    await say(kim, titles={"legal"})
    await run(BOOKED.format(mentor=kim.id, maker=ben.id, reference=solution.reference))
    await say(kim)
    async with database.reading() as records:
        said = await records.comments.list_all(solution)

    assert [each.author_id for each in said] == [ben.id, arun.id, kim.id, kim.id]
