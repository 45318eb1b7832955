"""Solutions that are shown to everybody."""

from datetime import timedelta

import pytest

from governance import Database, NotApprovedError, NotTheOwnerError, Person
from tests.fixtures.databases import NOON, Register


async def test_an_approved_solution_is_shown(
    database: Database, register: Register, ben: Person, sari: Person
) -> None:
    """What was shared last comes first."""
    for n, owner in enumerate((ben, sari)):
        solution = await register(owner)
        async with database.transaction() as records:
            await records.showcase.share(
                solution, story=f"Story {n}", by=owner, at=NOON + timedelta(days=n)
            )

    async with database.reading() as records:
        recent = await records.showcase.list_recent()
        [newest] = await records.showcase.list_recent(limit=1)
    assert [(each.story, each.solution.owner.name) for each in recent] == [
        ("Story 1", "Sari Wulandari"),
        ("Story 0", "Ben Ong"),
    ]
    assert newest.story == "Story 1"


async def test_a_story_told_again_replaces_the_first(
    database: Database, register: Register, ben: Person
) -> None:
    """A solution is shown once; the record of changes keeps both."""
    solution = await register(ben)
    for story in ("It works.", "It saves an hour a day."):
        async with database.transaction() as records:
            await records.showcase.share(solution, story=story, by=ben, at=NOON)

    async with database.reading() as records:
        [entry] = await records.showcase.list_recent()
        *_, last = await records.audit.list_for(solution.reference)
    assert entry.story == "It saves an hour a day."
    assert (last.before, last.after) == ({"story": "It works."}, {"story": entry.story})


async def test_only_the_owner_shares(
    database: Database, register: Register, ben: Person, sari: Person
) -> None:
    """It is their story."""
    solution = await register(ben)
    async with database.transaction() as records:
        with pytest.raises(NotTheOwnerError):
            await records.showcase.share(solution, story="Mine!", by=sari, at=NOON)


async def test_only_what_is_approved_is_shared(
    database: Database, register: Register, ben: Person
) -> None:
    """The refusal says where the solution stands."""
    solution = await register(ben, data=("internal",))
    async with database.transaction() as records:
        with pytest.raises(NotApprovedError) as refusal:
            await records.showcase.share(solution, story="Soon!", by=ben, at=NOON)

    assert refusal.value.status == "waiting"


async def test_what_is_retired_is_shown_no_more(
    database: Database, register: Register, ben: Person
) -> None:
    """Nobody is sent after something that is gone."""
    solution = await register(ben)
    async with database.transaction() as records:
        await records.showcase.share(solution, story="It works.", by=ben, at=NOON)
        await records.operations.retire(solution.reference, by=ben, at=NOON)

    async with database.reading() as records:
        assert await records.showcase.list_recent() == ()
