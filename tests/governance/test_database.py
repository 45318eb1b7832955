"""Databases: opened, upgraded, unreachable, rolled back."""

import asyncio
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import CheckConstraint, Connection, inspect
from sqlalchemy.exc import DBAPIError, StatementError

from governance import (
    AskedQuestion,
    Database,
    DatabaseTooNewError,
    DatabaseUnreachableError,
    Person,
)
from governance.migrations import configuration
from governance.storage.engines import engine_at, for_migrations
from governance.tables import Model
from tests.fixtures.databases import NOON, Run


async def test_an_empty_database_is_upgraded_by_several_at_once(empty_address: str) -> None:
    """Processes that start together do not trip over each other; doing it again does nothing."""
    databases = [Database.at(empty_address) for _ in range(3)]
    await asyncio.gather(*(database.upgrade() for database in databases))
    await databases[0].upgrade()

    async with databases[0].reading() as records:
        assert await records.people.list_all() == ()
    for database in databases:
        await database.close()


async def test_the_models_and_the_migrations_agree(address: str) -> None:
    """Alembic finds nothing to do, and the checks, which it does not look at, are the same."""

    def look(connection: Connection) -> dict[str, set[str]]:
        command.check(configuration(connection))
        return {
            str(check["name"]): set(re.findall(r"'(\w+)'", check["sqltext"]))
            for table in Model.metadata.tables
            for check in inspect(connection).get_check_constraints(table)
        }

    engine = engine_at(address, lock_timeout_s=5)
    async with engine.connect() as connection:
        found = await connection.run_sync(look)
    await engine.dispose()

    assert found == {
        str(check.name): set(
            re.findall(
                r"'(\w+)'", str(check.sqltext.compile(compile_kwargs={"literal_binds": True}))
            )
        )
        for table in Model.metadata.tables.values()
        for check in table.constraints
        if isinstance(check, CheckConstraint)
    }


async def test_the_tables_can_be_taken_back(address: str) -> None:
    """Down to nothing and up again."""

    def down_and_up(connection: Connection) -> list[str]:
        command.downgrade(configuration(connection), "base")
        left = inspect(connection).get_table_names()
        command.upgrade(configuration(connection), "head")
        return left

    engine = engine_at(address, lock_timeout_s=5)
    async with for_migrations(engine).begin() as connection:
        assert await connection.run_sync(down_and_up) == ["alembic_version"]
    await engine.dispose()


async def test_a_database_of_a_newer_version_is_refused(database: Database, run: Run) -> None:
    """In words, and left as it is."""
    await run("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseTooNewError, match="newer version of Guildmate") as refusal:
        await database.upgrade()

    assert refusal.value.found == "9999"
    assert await run("SELECT version_num FROM alembic_version") == [("9999",)]


async def test_a_database_that_others_keep_locked_is_refused(address: str) -> None:
    """After waiting as long as it was told to."""
    holder = engine_at(address, lock_timeout_s=5)
    database = Database.at(address, lock_timeout_s=0.2)
    async with holder.begin() as connection:
        if holder.dialect.name == "postgresql":
            await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7465001)")
        with pytest.raises(DatabaseUnreachableError, match="another program is using it"):
            await database.upgrade()

    await database.upgrade()
    await database.close()
    await holder.dispose()


async def test_a_database_without_tables_is_refused(empty_address: str) -> None:
    """With what to do about it."""
    database = Database.at(empty_address)
    with pytest.raises(DatabaseUnreachableError, match="guildmate db upgrade"):
        async with database.reading() as records:
            await records.people.list_all()
    await database.close()


async def test_a_database_of_something_else_is_refused(empty_address: str) -> None:
    """Its tables are not ours to touch."""
    engine = engine_at(empty_address, lock_timeout_s=5)
    async with engine.begin() as connection:
        await connection.exec_driver_sql("CREATE TABLE people (id INTEGER)")
    await engine.dispose()
    database = Database.at(empty_address)

    with pytest.raises(DatabaseUnreachableError, match="not Guildmate's"):
        await database.upgrade()

    await database.close()


@pytest.mark.parametrize(
    ("address", "place", "reason"),
    [
        ("postgresql://ann:secret@127.0.0.1:1/guild", "127.0.0.1:1/guild", "does not answer"),
        ("mysql://ann:secret@db/guild", "db/guild", "only SQLite and PostgreSQL"),
        ("guild.db", "the configured address", "not a URL"),
    ],
)
async def test_an_address_that_leads_nowhere_is_refused(
    address: str, place: str, reason: str
) -> None:
    """Without showing the password."""
    with pytest.raises(DatabaseUnreachableError, match=reason) as refusal:
        await Database.at(address, lock_timeout_s=2).upgrade()

    assert refusal.value.place == place
    assert "secret" not in str(refusal.value)


async def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    """A missing folder, a folder instead of a file, a file of something else."""
    (tmp_path / "letter.txt").write_text("Dear all, " * 500)
    for name, reason in [
        ("missing/guildmate.db", "cannot be opened"),
        ("", "cannot be opened"),
        ("letter.txt", "not a database"),
    ]:
        database = Database.at(f"sqlite:///{tmp_path / name}")
        with pytest.raises(DatabaseUnreachableError, match=reason):
            await database.upgrade()
        with pytest.raises(DatabaseUnreachableError, match=reason):
            async with database.transaction() as records:
                await records.people.list_all()
        await database.close()


async def test_a_connection_lost_half_way_is_a_refusal_and_the_next_one_works(
    database: Database, run: Run, kind_of_database: str, ben: Person
) -> None:
    """A server that restarted is connected to again."""

    async def lose_the_connection() -> None:
        async with database.transaction() as records:
            await records.people.list_all()
            await run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            await records.people.get(ben.id)

    if kind_of_database == "postgresql":
        with pytest.raises(DatabaseUnreachableError):
            await lose_the_connection()

    async with database.transaction() as records:
        assert await records.people.get(ben.id) == ben


async def test_a_crash_inside_a_transaction_leaves_nothing(database: Database, run: Run) -> None:
    """All of it happens, or none."""

    async def crash() -> None:
        async with database.transaction() as records:
            await records.people.recognise(
                "web", "u1", name="Ben", email=None, locale=None, zone=None, at=NOON
            )
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await crash()

    assert await run("SELECT count(*) FROM people") == [(0,)]
    assert await run("SELECT count(*) FROM audit_entries") == [(0,)]


async def test_a_transaction_begins_with_the_first_thing_asked(database: Database) -> None:
    """Whoever thinks before writing keeps nobody waiting."""
    async with database.transaction(), database.transaction() as records:
        person = await records.people.recognise(
            "web", "u1", name="Ben", email=None, locale=None, zone=None, at=NOON
        )

    async with database.reading() as records:
        assert await records.people.get(person.id) == person


async def test_a_reader_sees_one_state_of_things_and_writes_nothing(
    database: Database, ben: Person
) -> None:
    """Whatever others do meanwhile."""
    async with database.reading() as reader:
        before = await reader.people.list_all()
        async with database.transaction() as writer:
            await writer.people.recognise(
                "web", "u9", name="Ann", email=None, locale=None, zone=None, at=NOON
            )
        after = await reader.people.list_all()
    with pytest.raises(DBAPIError, match=r"read-?only"):
        async with database.reading() as records:
            await records.training.complete(ben, "basics", at=NOON)

    assert before == after == (ben,)


async def test_times_come_back_aware_and_naive_ones_are_refused(
    database: Database, ben: Person
) -> None:
    """Whatever zone they were given in."""
    jakarta = timezone(timedelta(hours=7))
    async with database.transaction() as records:
        await records.training.complete(ben, "basics", at=datetime(2026, 3, 2, 19, tzinfo=jakarta))
    with pytest.raises(StatementError, match="naive"):
        async with database.transaction() as records:
            await records.training.complete(ben, "tools", at=datetime(2026, 3, 2, 19))  # noqa: DTZ001 - that is the mistake

    async with database.reading() as records:
        [at] = (await records.training.list_completed(ben)).values()
    assert (at, at.tzinfo) == (NOON, UTC)


async def test_text_that_a_database_has_no_place_for_is_kept_without_it(
    database: Database, ben: Person
) -> None:
    """A paste may hold anything; the rest of it is kept."""
    async with database.transaction() as records:
        await records.questions.record(
            person=ben,
            place="web",
            question="May I\0 use \ud83d this? 🙂",
            answered=False,
            mode="extractive",
            language="en",
            cited=[],
            at=NOON,
        )

    async with database.reading() as records:
        [found] = await records.questions.list_recent(ben, "web", since=NOON)
    assert isinstance(found, AskedQuestion)
    assert found.question == "May I use ? this? 🙂"


async def test_somebody_half_known_is_refused_by_the_database(database: Database, run: Run) -> None:
    """References lead somewhere, and kinds are of the listed ones, on either database."""
    with pytest.raises(DBAPIError):
        await run("INSERT INTO person_roles (person_id, role) VALUES (999, 'lead')")
    async with database.transaction() as records:
        await records.people.recognise(
            "web", "u1", name="Ben", email=None, locale=None, zone=None, at=NOON
        )
    with pytest.raises(DBAPIError):
        await run("INSERT INTO person_roles (person_id, role) VALUES (1, 'king')")
