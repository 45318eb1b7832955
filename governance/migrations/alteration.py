"""Alter a table the same way on both databases, keeping everything that is attached to it.

SQLite cannot alter a constraint: Alembic copies the rows into a new table, drops the old one and
renames the copy. Dropping a table takes its triggers along, and fails while foreign keys are
enforced and other tables refer to its rows. Every revision that alters a table goes through
``alter_table``, which deals with both.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from alembic import op
from alembic.operations import BatchOperations
from sqlalchemy import Connection, inspect, text


@contextmanager
def alter_table(name: str, *, drops: Collection[str] = ()) -> Iterator[BatchOperations]:
    """Alter the table *name* with Alembic's batch operations.

    On SQLite its triggers and indexes are made again, and foreign keys of other tables go on
    referring to it. *drops* names the constraints, indexes and triggers that are meant to go.

    Raises:
        RuntimeError: On SQLite, if foreign keys are enforced on the connection, if anything that
            *drops* does not name would be lost, or if a row would refer to nothing afterwards.
    """
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        with op.batch_alter_table(name) as table:
            yield table
        return
    if connection.exec_driver_sql("PRAGMA foreign_keys").scalar():
        raise RuntimeError("foreign keys are enforced: connect through engines.for_migrations")
    attached, constraints = _list_attached(connection, name), _list_constraints(connection, name)
    # Without this, renaming the copy fails while triggers of other tables mention the old name.
    connection.exec_driver_sql("PRAGMA legacy_alter_table = ON")
    try:
        with op.batch_alter_table(name) as table:
            yield table
    finally:
        connection.exec_driver_sql("PRAGMA legacy_alter_table = OFF")
    for each, statement in attached.items():
        if each not in drops and each not in _list_attached(connection, name):
            connection.exec_driver_sql(statement)
    lost = constraints - _list_constraints(connection, name) - {*drops}
    if lost:
        raise RuntimeError(f"altering {name} lost {', '.join(sorted(lost))}")
    check_foreign_keys(connection)


def allow_values(table: str, column: str, values: Sequence[str], *, constraint: str) -> None:
    """Let a *column* that ``one_of`` made hold these *values* and no others.

    *constraint* is the name given to ``one_of``, by default the enum's class in small letters. The
    rows are kept; the database refuses the change if one of them holds another value.
    """
    name = op.f(f"ck_{table}_{constraint}")
    listed = ", ".join(f"'{value}'" for value in values)
    with alter_table(table) as altered:
        altered.drop_constraint(name, type_="check")
        altered.create_check_constraint(name, f"{column} IN ({listed})")


def check_foreign_keys(connection: Connection) -> None:
    """Refuse rows that refer to nothing; only SQLite can have any, while it does not enforce it.

    Raises:
        RuntimeError: If there is such a row.
    """
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            tables = sorted({str(row[0]) for row in broken})
            raise RuntimeError(f"rows of {', '.join(tables)} refer to rows that do not exist")


def _list_attached(connection: Connection, table: str) -> dict[str, str]:
    """Map the indexes and triggers of a *table* on SQLite to the statements that make them."""
    query = text(
        "SELECT name, sql FROM sqlite_master"
        " WHERE tbl_name = :table AND type IN ('index', 'trigger') AND sql IS NOT NULL"
    )
    return {row.name: row.sql for row in connection.execute(query, {"table": table})}


def _list_constraints(connection: Connection, table: str) -> set[str]:
    """Name the CHECK, UNIQUE and FOREIGN KEY constraints of a *table*."""
    found = inspect(connection)
    constraints = (
        *found.get_check_constraints(table),
        *found.get_unique_constraints(table),
        *found.get_foreign_keys(table),
    )
    return {str(each["name"]) for each in constraints if each["name"]}
