"""Errors of a database that is unreachable, locked, full or of another version, in a sentence."""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

READ_ONLY = "the file may not be written."
BUSY = "another program is using it. Try again when that is done."
OUTDATED = "its tables are missing or old. Run `guildmate db upgrade`."
FOREIGN = "it holds tables that are not Guildmate's. Use a database of its own."
OVERLOADED = "more is asked of it at once than it can do. Try again in a moment."
FULL = "its disk is full or failing."

SQLITE: dict[str, str] = {
    "unable to open": "the file cannot be opened. See that its folder exists and may be written.",
    "readonly": READ_ONLY,
    "locked": BUSY,
    "no such table": OUTDATED,
    "no such column": OUTDATED,
    "already exists": FOREIGN,
    "not a database": "the file is not a database.",
    "malformed": "the file is damaged. Restore it from a backup.",
    "disk": FULL,
}
"""What SQLite says, by a part of it."""

POSTGRESQL: dict[str, str] = {
    "08": "the connection was lost.",
    "28": "it does not accept the user name or the password.",
    "3D": "the server has no database of that name.",
    "53100": FULL,
    "53": OVERLOADED,
    "55P03": BUSY,
    "57P": "the server is starting or stopping. Try again in a moment.",
    "42P01": OUTDATED,
    "42703": OUTDATED,
    "42P07": FOREIGN,
}
"""What PostgreSQL's codes mean, by how they begin; the first that fits.

https://www.postgresql.org/docs/current/errcodes-appendix.html
"""


def reason_for(error: SQLAlchemyError) -> str | None:
    """Say why the database cannot be used, or None when *error* is our own mistake."""
    if isinstance(error, PoolTimeoutError):
        return OVERLOADED
    if not isinstance(error, DBAPIError):
        return None
    code = getattr(error.orig, "sqlstate", None)
    if code is not None:
        return next((why for begin, why in POSTGRESQL.items() if code.startswith(begin)), None)
    said = str(error.orig)
    if hasattr(error.orig, "sqlite_errorcode"):
        return next((why for part, why in SQLITE.items() if part in said), None)
    if isinstance(error, OperationalError | InterfaceError):  # without a code: nobody is there
        return f"it does not answer. {said.splitlines()[0]}"
    return None
