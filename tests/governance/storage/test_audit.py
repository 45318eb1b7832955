"""The record of changes."""

import asyncio
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from governance import Database, Person, Role
from tests.fixtures.databases import NOON, Run


async def write(database: Database, *subjects: str) -> None:
    """Note a change of each of *subjects*."""
    async with database.transaction() as records:
        for subject in subjects:
            records.audit.record(
                actor=None, action="thing.changed", subject=subject, before=None, after={}, at=NOON
            )


async def disarm(run: Run, kind_of_database: str) -> None:
    """Take away what keeps entries from being changed."""
    if kind_of_database == "sqlite":
        for verb in ("update", "delete"):
            await run(f"DROP TRIGGER audit_entries_no_{verb}")
    else:
        await run("DROP TRIGGER audit_entries_no_change ON audit_entries")


async def test_a_change_is_written_down_with_who_and_what(database: Database, mei: Person) -> None:
    """Everything a record is made of can be told."""
    before = {"due": date(2026, 3, 2), "roles": {Role.REVIEWER, Role.LEAD}, "data": ("a", "b")}
    async with database.transaction() as records:
        records.audit.record(
            actor=mei, action="thing.changed", subject="X", before=before, after=NOON, at=NOON
        )

    async with database.reading() as records:
        [entry] = await records.audit.list_for("X")
    assert (entry.actor_id, entry.action, entry.at) == (mei.id, "thing.changed", NOON)
    assert entry.before == {"due": "2026-03-02", "roles": ["lead", "reviewer"], "data": ["a", "b"]}
    assert entry.after == "2026-03-02T12:00:00+00:00"


async def test_what_cannot_be_told_is_refused_where_it_is_noted(database: Database) -> None:
    """A change that nobody could read later is a mistake of ours."""
    async with database.transaction() as records:
        with pytest.raises(TypeError, match="object"):
            records.audit.record(
                actor=None, action="a.b", subject="X", before=None, after=object(), at=NOON
            )


async def test_a_transaction_that_breaks_leaves_no_entry(database: Database) -> None:
    """What did not happen is not in the record."""

    async def break_half_way() -> None:
        async with database.transaction() as records:
            records.audit.record(
                actor=None, action="a.b", subject="X", before=None, after=None, at=NOON
            )
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await break_half_way()

    async with database.reading() as records:
        assert await records.audit.list_for("X") == ()
        assert await records.audit.verify() is None


async def test_entries_of_thirty_transactions_at_once_make_one_chain(
    database: Database, run: Run
) -> None:
    """Numbered without a gap, whoever came first."""
    await asyncio.gather(*(write(database, f"A{n}", f"B{n}") for n in range(30)))

    async with database.reading() as records:
        assert await records.audit.verify() is None
    assert await run("SELECT min(id), max(id), count(*) FROM audit_entries") == [(1, 60, 60)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET subject = 'Y'",
        "DELETE FROM audit_entries",
        "DELETE FROM audit_head",
    ],
)
async def test_the_database_refuses_to_rewrite_the_record(
    database: Database, run: Run, statement: str
) -> None:
    """Whatever program asks it to."""
    await write(database, "X")

    with pytest.raises(DBAPIError, match=r"append-only|one row"):
        await run(statement)


async def test_postgresql_refuses_to_empty_the_record(
    database: Database, run: Run, kind_of_database: str
) -> None:
    """Only PostgreSQL has a word for that."""
    await write(database, "X")
    if kind_of_database == "postgresql":
        for table in ("audit_entries", "audit_head"):
            with pytest.raises(DBAPIError, match="append-only"):
                await run(f"TRUNCATE {table}")

    assert await run("SELECT count(*) FROM audit_entries") == [(1,)]


EDITS = [
    "UPDATE audit_entries SET subject = subject || '.' WHERE id = {}",
    "UPDATE audit_entries SET action = 'a.b' WHERE id = {}",
    "UPDATE audit_entries SET before = '1' WHERE id = {}",
    "UPDATE audit_entries SET after = '[1]' WHERE id = {}",
    "UPDATE audit_entries SET actor_id = 7 WHERE id = {}",
    "UPDATE audit_entries SET at = '2026-03-02 12:00:00.000001' WHERE id = {}",
    "UPDATE audit_entries SET hash = 'abc' WHERE id = {}",
    "DELETE FROM audit_entries WHERE id = {}",
    "UPDATE audit_entries SET id = id + 100 WHERE id >= {}",
]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example puts all back
)
@given(data=st.data())
async def test_any_edit_is_found_at_the_entry_it_was_made(
    database: Database, run: Run, kind_of_database: str, data: st.DataObject
) -> None:
    """By somebody who has the password and has taken the guards away."""
    if not await run("SELECT 1 FROM audit_entries"):
        await write(database, *(f"S{n}" for n in range(8)))
        await disarm(run, kind_of_database)
        await run("CREATE TABLE kept AS SELECT * FROM audit_entries")
    number = data.draw(st.integers(1, 8))

    await run(data.draw(st.sampled_from(EDITS)).format(number))

    async with database.reading() as records:
        found = await records.audit.verify()
    await run("DELETE FROM audit_entries")
    await run("INSERT INTO audit_entries SELECT * FROM kept")
    assert found == number
    async with database.reading() as records:
        assert await records.audit.verify() is None


async def test_two_entries_that_changed_places_are_found(
    database: Database, run: Run, kind_of_database: str
) -> None:
    """Every entry is tied to the one before it."""
    await write(database, "A", "B", "C")
    await disarm(run, kind_of_database)
    for number, to in [(2, 99), (3, 2), (99, 3)]:
        await run(f"UPDATE audit_entries SET id = {to} WHERE id = {number}")  # noqa: S608 - numbers of ours

    async with database.reading() as records:
        assert await records.audit.verify() == 2


async def test_an_entry_slipped_in_at_the_end_is_found(database: Database, run: Run) -> None:
    """Adding is allowed, so the end of the chain is kept apart."""
    await write(database, "A")
    await run(
        "INSERT INTO audit_entries SELECT 2, at, actor_id, action, subject, before, after, hash"
        " FROM audit_entries"
    )

    async with database.reading() as records:
        assert await records.audit.verify() == 2
