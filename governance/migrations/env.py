"""What alembic runs: with the connection it was given, or with one of its own.

Its own is to the address in ``-x url=...``, else in ``DATABASE_URL``, else to a SQLite file under
``var/`` that nothing else uses: ``alembic upgrade head`` there, and ``alembic check`` can compare.
"""

import os
from pathlib import Path
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, TypeDecorator, create_engine, make_url

from governance.migrations.alteration import check_foreign_keys
from governance.storage.engines import DRIVERS
from governance.tables import Model

SCRATCH = Path("var/migrations.db")


def _migrate(connection: Connection) -> None:
    """Run what alembic was asked for over *connection*."""
    context.configure(
        connection=connection,
        target_metadata=Model.metadata,
        render_item=_render_item,
    )
    with context.begin_transaction():
        context.run_migrations()
        check_foreign_keys(connection)


def _render_item(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write a column's type into a new revision as the type that the database has.

    A revision must not change when the models do. What else it says is left to Alembic.
    """
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def _address() -> str:
    """Say which database is meant on the command line."""
    given = context.get_x_argument(as_dictionary=True).get("url") or os.environ.get("DATABASE_URL")
    if given:
        return given
    SCRATCH.parent.mkdir(exist_ok=True)
    return f"sqlite:///{SCRATCH}"


def _connect_and_migrate() -> None:
    """Open a connection, as the command line has none."""
    url = make_url(_address())
    kind = url.drivername.partition("+")[0]
    engine = create_engine(url.set(drivername=DRIVERS[kind].removesuffix("+aiosqlite")))
    with engine.begin() as connection:
        _migrate(connection)
    engine.dispose()


if (given := context.config.attributes.get("connection")) is not None:
    _migrate(given)
else:
    _connect_and_migrate()
