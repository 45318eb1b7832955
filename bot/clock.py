"""The time, for the edges; everything further in is told it."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """Tell the time, aware and in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Tell which day it is here."""
    return now().astimezone().date()
