"""Training that people have completed."""

import asyncio
from datetime import timedelta

from governance import Database, Person
from tests.fixtures.databases import NOON


async def test_a_completed_module_is_remembered(
    database: Database, ben: Person, sari: Person
) -> None:
    """When it was first completed, and for that person alone."""
    async with database.transaction() as records:
        first = await records.training.complete(ben, "basics", at=NOON)
        second = await records.training.complete(ben, "basics", at=NOON + timedelta(days=1))

    async with database.reading() as records:
        assert await records.training.list_completed(ben) == {"basics": NOON}
        assert await records.training.list_completed(sari) == {}
    assert (first, second) == (True, False)


async def test_completing_ten_times_at_once_is_completing_once(
    database: Database, ben: Person
) -> None:
    """One is new, and the record of changes has one entry."""

    async def complete() -> bool:
        async with database.transaction() as records:
            return await records.training.complete(ben, "basics", at=NOON)

    completed = await asyncio.gather(*(complete() for _ in range(10)))

    async with database.reading() as records:
        entries = await records.audit.list_for(ben.reference)
    assert sorted(completed) == [False] * 9 + [True]
    assert [entry.action for entry in entries].count("training.completed") == 1
