"""Engines: how the two databases are opened so that the same code means the same on both."""

import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
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


def engine_at(address: str, *, lock_timeout_s: float) -> AsyncEngine:
    """Open the database at *address*, waiting up to *lock_timeout_s* seconds for locks.

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
    return _sqlite(url, lock_timeout_s) if kind == "sqlite" else _postgresql(url, lock_timeout_s)


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


def _sqlite(url: URL, lock_timeout_s: float) -> AsyncEngine:
    """Open a file: readers never wait, and writers wait their turn instead of failing.

    A writing transaction takes the file's one write lock at its first statement. Begun as a
    reader and turned writer later, it could find that somebody else had written meanwhile.
    """
    engine = create_async_engine(url, connect_args={"timeout": lock_timeout_s})

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
        connection.exec_driver_sql(f"PRAGMA query_only = {int(reading)}")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: URL, lock_timeout_s: float) -> AsyncEngine:
    """Open a server: what was lost is connected again, and no lock is waited for endlessly."""
    engine = create_async_engine(
        url,
        pool_size=10,
        pool_pre_ping=True,
        connect_args={"connect_timeout": max(2, round(lock_timeout_s))},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = {round(lock_timeout_s * 1000)}")
        cursor.close()
        connection.autocommit = False

    return engine
