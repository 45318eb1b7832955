"""Rows: looked up, locked, and added at most once."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from governance.references import MAX_ID
from governance.tables import EventRow, TurnRow
from governance.tables.columns import Model

Row = TypeVar("Row", bound=Model)
Leasable = TypeVar("Leasable", EventRow, TurnRow)


async def find_by_id(
    session: AsyncSession, model: type[Row], number: int, *, lock: bool = False
) -> Row | None:
    """Find a row by its *number*.

    With *lock* it is read afresh and held until the transaction ends, so that of two who want to
    change it the second sees what the first did. The lock lets others refer to the row.
    """
    if not 0 < number <= MAX_ID:
        return None
    if lock:
        await session.flush()  # what is not written yet must not be lost by reading afresh
    return await session.get(
        model,
        number,
        populate_existing=lock,
        with_for_update={"key_share": True, "of": model} if lock else None,
    )


async def lease(  # noqa: PLR0913 - a claim has this many parts
    session: AsyncSession,
    model: type[Leasable],
    *conditions: ColumnElement[bool],
    came: InstrumentedAttribute[datetime],
    before: datetime,
    span: timedelta,
    limit: int,
) -> Sequence[Leasable]:
    """Claim rows that *came* before a time and that nobody has claimed within a *span* of it.

    Of two who ask at once, each is given others; the oldest come first.
    """
    query = (
        select(model)
        .where(
            came < before,
            or_(model.claimed_at.is_(None), model.claimed_at <= before - span),
            *conditions,
        )
        .order_by(came, model.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = (await session.scalars(query)).all()
    for row in rows:
        row.claimed_at = before
    await session.flush()
    return rows


async def insert_once(
    session: AsyncSession, row: Row, find: Callable[[], Awaitable[Row | None]]
) -> tuple[Row, bool]:
    """Add *row* unless *find* finds one like it; tell which of the two it was.

    It holds as well when another transaction adds the same at this moment: the database refuses
    one of them, only that addition is undone, and *find* then finds the other's.

    Raises:
        IntegrityError: If the database refuses the row for any other reason.
    """
    if (existing := await find()) is not None:
        return existing, False
    try:
        async with session.begin_nested():
            session.add(row)
    except IntegrityError:
        if (existing := await find()) is None:
            raise
        return existing, False
    return row, True
