"""Migrations: every version of the tables, and the way from one to the next."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

LOCK = 7_465_001
"""The number under which one process at a time upgrades a PostgreSQL database."""


class UnknownRevisionError(Exception):
    """The database is at a *revision* that this version of the code does not have."""

    def __init__(self, revision: str) -> None:
        """Remember the *revision*."""
        super().__init__(revision)
        self.revision = revision


def configuration(connection: Connection) -> Config:
    """Tell alembic where the migrations are, wherever the package is installed."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Bring the tables behind *connection* up to date, within its transaction.

    Raises:
        UnknownRevisionError: If a newer version of the code has been here.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK})
    config = configuration(connection)
    script = ScriptDirectory.from_config(config)
    known = {revision.revision for revision in script.walk_revisions()}
    for revision in MigrationContext.configure(connection).get_current_heads():
        if revision not in known:
            raise UnknownRevisionError(revision)
    command.upgrade(config, "head")
