"""Migrations: the database enforces what the models say, and no revision loses any of it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
import pytest_asyncio
from alembic import command
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from governance import BookingStatus, Database, Operation, Person, Role
from governance.migrations import configuration
from governance.migrations.alteration import allow_values, alter_table
from governance.storage.engines import engine_at, for_migrations
from governance.tables import Model
from tests.fixtures.databases import NOON, Register, Run
from tests.fixtures.schemas import Schema, read_schema

Result = TypeVar("Result")


class Migrate(Protocol):
    """Runs something on a connection like that of an upgrade, in one transaction."""

    async def __call__(self, work: Callable[[Connection], Result]) -> Result:
        """Give back what the work gives."""


VERSIONS = Path("governance/migrations/versions")

OPERATIONS = [*Operation, "frozen"]
BOOKING_STATUSES = [*BookingStatus, "missed"]


def _migrate_at(address: str) -> Migrate:
    async def migrate(work: Callable[[Connection], Result]) -> Result:
        engine = engine_at(address, lock_timeout_s=5)
        try:
            async with for_migrations(engine).begin() as connection:
                return await connection.run_sync(work)
        finally:
            await engine.dispose()

    return migrate


@pytest.fixture
def migrate(address: str) -> Migrate:
    """Reach a migrated database as a revision does."""
    return _migrate_at(address)


@pytest.fixture
def migrate_empty(empty_address: str) -> Migrate:
    """Reach an empty database as a revision does."""
    return _migrate_at(empty_address)


def alter(work: Callable[[], None]) -> Callable[[Connection], None]:
    """Make *work* a revision's: ``op`` acts on the connection it is given."""

    def run(connection: Connection) -> None:
        context = MigrationContext.configure(
            connection, opts={"target_metadata": Model.metadata, "as_sql": False}
        )
        with Operations.context(context):
            work()

    return run


async def test_a_migrated_database_enforces_what_the_models_say(
    migrate: Migrate, migrate_empty: Migrate, kind_of_database: str
) -> None:
    """Constraints, indexes and triggers, each with its definition; alembic compares only some."""

    def create(connection: Connection) -> Schema:
        Model.metadata.create_all(connection)
        return read_schema(connection)

    migrated, created = await migrate(read_schema), await migrate_empty(create)

    guards = {
        (table.name, name)
        for table in Model.metadata.tables.values()
        for name in table.info.get("guards", {}).get(kind_of_database, ())
    }
    assert {key: value for key, value in migrated.items() if key[1:] not in guards} == created
    assert {key[1:] for key in migrated if key not in created} == guards


async def test_no_revision_loses_what_an_earlier_one_made(
    migrate_empty: Migrate,
) -> None:
    """Unless it says so, in ``DROPS``; nor does any leave a row that refers to nothing."""

    def walk(connection: Connection) -> list[str]:
        config = configuration(connection)
        revisions = [*ScriptDirectory.from_config(config).walk_revisions()][::-1]
        lost = []
        before: set[tuple[str, str, str]] = set()
        for revision in revisions:
            command.upgrade(config, revision.revision)
            after = set(read_schema(connection))
            drops = set(getattr(revision.module, "DROPS", ()))
            lost += [
                f"{revision.revision}: {' '.join(key)}"
                for key in before - after
                if key[2] not in drops
            ]
            before = after
        return lost

    assert await migrate_empty(walk) == []


def test_tables_are_altered_through_one_helper() -> None:
    """Alembic's own way drops triggers on SQLite, without a word."""
    assert [path.name for path in VERSIONS.glob("*.py") if "batch_alter" in path.read_text()] == []


@pytest_asyncio.fixture
async def reviewed(database: Database, register: Register, ben: Person) -> Person:
    """The owner of a solution that a review, a comment and a showcase entry refer to."""
    solution = await register(ben, data=("internal",))
    shown = await register(ben, "Clause finder", purpose="Finds clauses in contracts.")
    async with database.transaction() as records:
        await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=NOON + timedelta(days=3), by=ben, at=NOON
        )
        await records.evidence.add_link(solution, "tests", "https://x.example", by=ben, at=NOON)
        await records.showcase.share(shown, story="It reads menus.", by=ben, at=NOON)
    return ben


@pytest.mark.usefixtures("reviewed")
async def test_a_status_is_added_to_a_table_that_others_refer_to(
    database: Database, migrate: Migrate, run: Run
) -> None:
    """With rows in it and in them; all that the database enforced it still does."""
    values = [str(each) for each in OPERATIONS]
    before = await migrate(read_schema)
    kept = await run("SELECT id, key, operation FROM solutions ORDER BY id")

    await migrate(
        alter(lambda: allow_values("solutions", "operation", values, constraint="operation"))
    )

    after = await migrate(read_schema)
    changed = ("check", "solutions", "ck_solutions_operation")
    assert "frozen" in after.pop(changed)
    assert after == {key: value for key, value in before.items() if key != changed}
    assert await run("SELECT id, key, operation FROM solutions ORDER BY id") == kept
    await run("UPDATE solutions SET operation = 'frozen' WHERE id = 2")
    await run("UPDATE solutions SET operation = 'paused' WHERE id = 2")
    for refused in (
        "UPDATE solutions SET operation = 'lost'",
        "DELETE FROM solutions WHERE id = 1",
        "UPDATE reviews SET solution_id = 99",
    ):
        with pytest.raises(DBAPIError):
            await run(refused)
    async with database.reading() as records:
        assert [
            each.id
            for each in await records.evidence.list_for(await records.registry.get("SOL-0001"))
        ]
        assert await records.showcase.list_recent() == ()


BOOK = """
    INSERT INTO bookings (key, mentor_id, maker_id, topic, note, starts_at, ends_at, status, uid,
                          sequence, booked_at)
    VALUES ('{key}', {mentor}, {maker}, 'data', '', '2026-03-03 {start}:00.000000',
            '2026-03-03 {end}:00.000000', 'booked', '{key}', 0, '2026-03-02 12:00:00.000000')
"""


async def test_the_guards_against_double_booking_outlive_a_new_status(
    migrate: Migrate, run: Run, linh: Person, ben: Person, sari: Person
) -> None:
    """Also for slots that overlap without starting together."""
    values = [str(each) for each in BOOKING_STATUSES]
    mentor, maker = linh.id, ben.id
    await run(BOOK.format(key="k1", mentor=mentor, maker=maker, start="02:00", end="02:30"))
    before = await migrate(read_schema)

    await migrate(
        alter(lambda: allow_values("bookings", "status", values, constraint="bookingstatus"))
    )

    after = await migrate(read_schema)
    changed = ("check", "bookings", "ck_bookings_bookingstatus")
    assert "missed" in after.pop(changed)
    assert after == {key: value for key, value in before.items() if key != changed}
    for mentor, maker, start in [
        (linh.id, sari.id, "02:00"),
        (linh.id, sari.id, "02:15"),
        (sari.id, ben.id, "02:15"),
    ]:
        with pytest.raises(DBAPIError):
            await run(BOOK.format(key="k2", mentor=mentor, maker=maker, start=start, end="02:45"))
    await run("UPDATE bookings SET status = 'missed'")
    await run(BOOK.format(key="k3", mentor=linh.id, maker=sari.id, start="02:15", end="02:45"))


@pytest.mark.usefixtures("ben")
async def test_other_tables_triggers_and_drops_survive_an_alteration(
    migrate: Migrate, run: Run, kind_of_database: str
) -> None:
    """A trigger elsewhere that looks at the table is no obstacle; what is meant to go, goes."""
    if kind_of_database == "sqlite":
        await run(
            "CREATE TRIGGER elsewhere BEFORE DELETE ON drafts"
            " WHEN (SELECT count(*) FROM people) = 0 BEGIN SELECT RAISE(ABORT, 'nobody'); END"
        )

    def forget_addresses() -> None:
        with alter_table("people", drops=["uq_people_email"]) as table:
            table.drop_constraint("uq_people_email", type_="unique")
            table.alter_column("name", nullable=True)

    await migrate(alter(forget_addresses))

    await run("UPDATE people SET name = NULL")
    schema = await migrate(read_schema)
    assert ("unique", "people", "uq_people_email") not in schema
    if kind_of_database == "sqlite":
        assert ("trigger", "drafts", "elsewhere") in schema


@pytest.mark.parametrize("kind_of_database", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("kind_of_database")
async def test_an_alteration_that_loses_something_is_refused(
    migrate: Migrate, run: Run, ben: Person
) -> None:
    """On SQLite; a server keeps what nobody drops."""

    def lose() -> None:
        with alter_table("people") as table:
            table.drop_constraint("uq_people_email", type_="unique")

    with pytest.raises(RuntimeError, match="altering people lost uq_people_email"):
        await migrate(alter(lose))
    assert await run("SELECT name FROM people") == [(ben.name,)]


@pytest.mark.parametrize("kind_of_database", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("kind_of_database")
async def test_altering_where_foreign_keys_are_enforced_is_refused(address: str) -> None:
    """In words: SQLite itself would say that a constraint failed, at the end."""
    engine = engine_at(address, lock_timeout_s=5)

    def change() -> None:
        with alter_table("people"):
            pass

    with pytest.raises(RuntimeError, match="for_migrations"):
        async with engine.begin() as connection:
            await connection.run_sync(alter(change))
    await engine.dispose()


@pytest.mark.usefixtures("reviewed")
@pytest.mark.parametrize("kind_of_database", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("kind_of_database")
async def test_rows_that_refer_to_nothing_stop_an_upgrade(migrate: Migrate, run: Run) -> None:
    """Foreign keys are off while a revision runs on SQLite, and are looked at before the commit."""

    def break_and_upgrade(connection: Connection) -> None:
        connection.execute(text("DELETE FROM solutions"))
        command.upgrade(configuration(connection), "head")

    with pytest.raises(RuntimeError, match="refer to rows that do not exist"):
        await migrate(break_and_upgrade)
    assert await run("SELECT count(*) FROM solutions") == [(2,)]


async def test_foreign_keys_are_enforced_again_after_an_upgrade(address: str) -> None:
    """On the same connection, which the pool keeps."""
    database = Database.at(address)
    await database.upgrade()
    for _ in range(2):
        with pytest.raises(DBAPIError):
            async with database.transaction() as records:
                await records.outbox.enqueue(999, kind="news", reply="{}", at=NOON)
    await database.close()
