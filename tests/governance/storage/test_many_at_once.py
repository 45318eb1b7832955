"""Many people at once: nothing that anybody did is lost, and everybody is done in time."""

import asyncio
from datetime import timedelta
from time import monotonic

import pytest

from governance import Database, Person, Role, Solution, VersionState
from governance.storage.engines import engine_at
from tests.fixtures.databases import NOON
from tests.governance.register_play import POLICY, describe, find_faults, submit

PEOPLE = {"sqlite": 12, "postgresql": 50}
TIMEOUT_S = 60
LATER = NOON + timedelta(days=1)


async def _meet(database: Database, count: int) -> list[Person]:
    """Meet makers who are all reviewers of each other."""
    async with database.transaction() as records:
        people = []
        for number in range(count):
            email = f"p{number}@selat.example"
            person = await records.people.recognise(
                "web", email, name=email, email=email, locale="en", zone="UTC", at=NOON
            )
            await records.training.complete(person, "basics", at=NOON)
            people.append(await records.people.grant(person, Role.REVIEWER, by=None, at=NOON))
    return people


@pytest.mark.slow
async def test_nothing_is_lost_when_everybody_works_at_once(
    database: Database, address: str, kind_of_database: str
) -> None:
    """Each registers, shows evidence, revises theirs and decides about another's."""
    count = PEOPLE[kind_of_database]
    people = await _meet(database, count)
    start = monotonic()

    async def register(number: int) -> Solution:
        what = describe("high", name=f"Tool {number:04d}", purpose=f"Counts {number:04d}.")
        async with database.transaction() as records:
            return await submit(records, what, by=people[number], at=NOON, key=f"k{number}")

    async def show(number: int, solution: Solution, link: int) -> None:
        async with database.transaction() as records:
            await records.evidence.add_link(
                solution, "test-cases", f"https://x.example/{link}", by=people[number], at=NOON
            )

    async def revise(number: int, solution: Solution, text: str) -> None:
        what = describe("high", name=f"Tool {number:04d}", purpose=text)
        async with database.transaction() as records:
            await records.registry.get(solution.reference)  # as a page that is open shows it
            await submit(records, what, by=people[number], at=NOON, reference=solution.reference)

    async def approve(number: int, solution: Solution) -> bool:
        async with database.transaction() as records:
            review = await records.reviews.find_latest(solution)
            assert review is not None
            version = review.version_id
            decided = await records.decisions.approve(
                review.id, policy=POLICY, by=people[number], at=LATER
            )
            return decided.version_id == version

    solutions = await asyncio.gather(*(register(number) for number in range(count)))
    await asyncio.gather(
        *(show(number, solutions[number], link) for number in range(count) for link in range(2)),
        *(revise(number, solutions[number], f"More {number:04d}.") for number in range(count)),
    )
    await asyncio.gather(
        *(approve((number + 1) % count, solutions[number]) for number in range(count)),
        *(revise(number, solutions[number], f"Most {number:04d}.") for number in range(count)),
        return_exceptions=False,
    )
    taken = monotonic() - start

    async with database.reading() as records:
        assert await records.audit.verify() is None
        for number, solution in enumerate(solutions):
            versions = await records.registry.list_versions(solution)
            actions = [each.action for each in await records.audit.list_for(solution.reference)]
            assert [each.purpose for each in versions] == [
                f"Counts {number:04d}.",
                f"More {number:04d}.",
                f"Most {number:04d}.",
            ]
            assert actions.count("solution.revised") == 2
            assert actions.count("solution.evidence_added") == 2
            assert actions.count("review.approved") == 1
            approved = [each for each in versions if each.state is VersionState.APPROVED]
            assert [each.is_live for each in approved] == [True]
            assert len(await records.evidence.list_of_version(approved[0])) == 2
    engine = engine_at(address, lock_timeout_s=5)
    assert await find_faults(engine) == []
    await engine.dispose()
    assert taken < TIMEOUT_S


async def test_what_is_approved_while_it_is_changed_stays_approved(
    database: Database, ben: Person, arun: Person
) -> None:
    """Whoever waits for somebody else reads what they have done, and not what was there before."""
    async with database.transaction() as records:
        await records.training.complete(ben, "basics", at=NOON)
        solution = await submit(records, describe("high"), by=ben, at=NOON)
        await records.evidence.add_link(
            solution, "test-cases", "https://x.example/1", by=ben, at=NOON
        )
    is_approved = asyncio.Event()

    async def approve() -> None:
        async with database.transaction() as records:
            await records.decisions.approve(1, policy=POLICY, by=arun, at=LATER)
            is_approved.set()
            await asyncio.sleep(0.5)  # until the other waits

    async def revise() -> None:
        await is_approved.wait()
        async with database.transaction() as records:
            what = describe("minimal")
            await submit(records, what, by=ben, at=LATER, reference=solution.reference)

    await asyncio.gather(approve(), revise())

    async with database.reading() as records:
        versions = await records.registry.list_versions(solution)
        states = [(each.state, each.is_live, each.held_tier) for each in versions]
    assert states == [
        (VersionState.APPROVED, True, ""),
        (VersionState.WAITING, False, "high"),
    ]
