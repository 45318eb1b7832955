"""Engines: how the two databases are opened so that the same code means the same on both."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from sqlalchemy import URL, AsyncAdaptedQueuePool, Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from governance.errors import DatabaseUnreachableError

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}
"""The driver for each kind of address."""

READING: dict[str, Any] = {"guildmate_reading": True}
"""What marks a connection that only reads, on either database."""

MIGRATING: dict[str, Any] = {"guildmate_migrating": True}
"""What marks a connection on which SQLite does not enforce foreign keys.

A table that others refer to could not be dropped and made again otherwise, and the setting cannot
be changed within a transaction: https://www.sqlite.org/lang_altertable.html#otheralter
"""

PRECISE: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""What makes PostgreSQL show a reader one state of things from beginning to end."""


QUEUE_TIMEOUT_S = 60.0
"""How long a writer waits for those of its own process that came before it."""

POOL_SIZE = 10
"""Connections that are kept open for turns; as many more are opened for a rush."""


@dataclass(slots=True)
class _Writer:
    """Whether a transaction holds the one place of its process."""

    holds: bool = False


_WRITER: ContextVar[_Writer | None] = ContextVar("writer", default=None)


class WriterSlot:
    """Lets one transaction of this process at a time write into an SQLite file, in turn.

    SQLite lets waiting writers try again at intervals, whoever is lucky first, and some never are.
    Turns wait for the one connection they write through, so that here an urgent writer waits for
    one of them at most. PostgreSQL queues by itself, row by row, and has no use for this.
    """

    def __init__(self) -> None:
        """Let anybody in."""
        self._taken = asyncio.Lock()

    @asynccontextmanager
    async def scope(self) -> AsyncIterator[None]:
        """Give the slot back at the end of the block, if a transaction in it has taken it."""
        writer, outer = _Writer(), _WRITER.get()
        _WRITER.set(writer)
        try:
            yield
        finally:
            _WRITER.set(outer)
            if writer.holds:
                self._taken.release()

    async def take(self) -> None:
        """Wait for the slot; outside a scope, nobody would give it back."""
        writer = _WRITER.get()
        if writer is not None and not writer.holds:
            await self._taken.acquire()
            writer.holds = True


@dataclass(frozen=True, slots=True)
class Engines:
    """The ways into one database, with connections of its own for what must not wait for turns."""

    writing: AsyncEngine
    reading: AsyncEngine
    urgent: AsyncEngine
    slot: WriterSlot

    async def dispose(self) -> None:
        """Close every connection."""
        for engine in (self.writing, self.reading, self.urgent):
            await engine.dispose()


def engines_at(address: str, *, lock_timeout_s: float) -> Engines:
    """Open the database at *address*, waiting up to *lock_timeout_s* seconds for locks.

    Raises:
        DatabaseUnreachableError: If it is no address of SQLite or PostgreSQL.
    """
    slot = WriterSlot()

    def engine(pool_size: int) -> AsyncEngine:
        return engine_at(address, lock_timeout_s=lock_timeout_s, slot=slot, pool_size=pool_size)

    urgent = engine(1)
    if urgent.dialect.name == "sqlite":
        return Engines(engine(1), reader(engine(POOL_SIZE)), urgent, slot)
    writing = engine(POOL_SIZE)
    return Engines(writing, reader(writing), urgent, slot)


def engine_at(
    address: str, *, lock_timeout_s: float, slot: WriterSlot | None = None, pool_size: int = 1
) -> AsyncEngine:
    """Open the database at *address*, waiting up to *lock_timeout_s* seconds for locks.

    Writers of an SQLite file take the *slot* first. A pool of one connection is a queue: whoever
    comes while it is in use waits. Larger ones grow to twice their *pool_size*.

    Raises:
        DatabaseUnreachableError: If it is no address of SQLite or PostgreSQL.
    """
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise DatabaseUnreachableError("the configured address", "it is not a URL.") from error
    kind = url.drivername.partition("+")[0]
    if kind not in DRIVERS:
        raise DatabaseUnreachableError(place_of(url), "only SQLite and PostgreSQL will do.")
    url = url.set(drivername=DRIVERS[kind])
    pool: dict[str, Any] = {
        "poolclass": AsyncAdaptedQueuePool,
        "pool_size": pool_size,
        "max_overflow": pool_size if pool_size > 1 else 0,
        "pool_timeout": QUEUE_TIMEOUT_S,
    }
    if kind == "sqlite":
        return _sqlite(url, lock_timeout_s, slot or WriterSlot(), pool)
    return _postgresql(url, lock_timeout_s, pool)


def reader(engine: AsyncEngine) -> AsyncEngine:
    """Give the same *engine* for those who only read."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(**READING, **PRECISE)
    return engine.execution_options(**READING)


def for_migrations(engine: AsyncEngine) -> AsyncEngine:
    """Give the same *engine* for migrations, which check foreign keys themselves at the end."""
    return engine.execution_options(**MIGRATING)


def place_of(url: URL) -> str:
    """Say where a database is, without the secrets in its address."""
    if url.get_backend_name() == "sqlite":
        return url.database or "memory"
    hosts = url.query.get("host", ()) if url.host is None else url.host
    host = hosts if isinstance(hosts, str) else ",".join(hosts)
    return f"{host or 'localhost'}{f':{url.port}' if url.port else ''}/{url.database or ''}"


def _sqlite(url: URL, lock_timeout_s: float, slot: WriterSlot, pool: dict[str, Any]) -> AsyncEngine:
    """Open a file: readers never wait, and writers wait their turn instead of failing.

    A writing transaction takes the file's one write lock at its first statement. Begun as a
    reader and turned writer later, it could find that somebody else had written meanwhile.
    """
    engine = create_async_engine(url, connect_args={"timeout": lock_timeout_s}, **pool)

    @event.listens_for(engine.sync_engine, "connect")
    def _connected(connection: DBAPIConnection, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where we say, not the driver
        cursor = connection.cursor()
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise  # busy is somebody who opened the new file as well, and does it for us
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        enforced = "guildmate_migrating" not in options
        if connection.info.setdefault("foreign_keys", True) is not enforced:
            connection.exec_driver_sql(f"PRAGMA foreign_keys = {int(enforced)}")
            connection.info["foreign_keys"] = enforced
        reading = "guildmate_reading" in options
        if not reading:
            adapted: Any = connection.connection.dbapi_connection
            adapted.run_async(lambda _: slot.take())
        connection.exec_driver_sql(f"PRAGMA query_only = {int(reading)}")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: URL, lock_timeout_s: float, pool: dict[str, Any]) -> AsyncEngine:
    """Open a server: what was lost is connected again, and no lock is waited for endlessly."""
    engine = create_async_engine(
        url,
        pool_pre_ping=True,
        connect_args={"connect_timeout": max(2, round(lock_timeout_s))},
        **pool,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = {round(lock_timeout_s * 1000)}")
        cursor.close()
        connection.autocommit = False

    return engine
