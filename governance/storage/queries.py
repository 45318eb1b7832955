"""Queries that several repositories share: find and lock a row, lease rows, insert one once."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from governance.references import MAX_ID
from governance.tables import EventRow, OutboxMessage, TurnRow
from governance.tables.columns import Model

Row = TypeVar("Row", bound=Model)
Leasable = TypeVar("Leasable", EventRow, OutboxMessage, TurnRow)


async def find_by_id(
    session: AsyncSession, model: type[Row], number: int, *, lock: bool = False
) -> Row | None:
    """Find a row by its id, *number*; None if there is none.

    With *lock* it is held until the transaction ends and read afresh, with all that is joined to
    it, so that of two who want to change it the second sees what the first did. It is locked
    before it is read: PostgreSQL reads only the locked row again after waiting for it. The lock
    lets others refer to the row.
    """
    if not 0 < number <= MAX_ID:
        return None
    if lock:
        await session.flush()  # what is not written yet must not be lost by reading afresh
        key = model.__table__.c.id
        held = select(key).where(key == number).with_for_update(key_share=True)
        await session.execute(held)
    return await session.get(model, number, populate_existing=lock)


async def hold_numbers(session: AsyncSession, purpose: int, numbers: Iterable[int]) -> None:
    """Hold *numbers* for a *purpose* until the transaction ends, waiting for whoever has one.

    They are held in order, so that nobody waits in a circle, and no row is locked by it: what is
    held for one purpose is free for others. SQLite lets one transaction write at a time anyway.
    """
    if session.get_bind().dialect.name != "postgresql":
        return
    for number in sorted(set(numbers)):
        await session.execute(select(func.pg_advisory_xact_lock(purpose, number)))


async def lease(  # noqa: PLR0913 - a lease has this many parts
    session: AsyncSession,
    model: type[Leasable],
    *conditions: ColumnElement[bool],
    held: InstrumentedAttribute[datetime | None],
    free_before: datetime,
    mark: datetime,
    oldest_by: InstrumentedAttribute[datetime],
    limit: int,
) -> Sequence[Leasable]:
    """Lease at most *limit* rows that *conditions* hold for, the first by *oldest_by* first.

    A row is free while its column *held* is empty or not after *free_before*; *mark* is written
    there. Of two who ask at once each is given others: rows that somebody locks are skipped.
    """
    query = (
        select(model)
        .where(or_(held.is_(None), held <= free_before), *conditions)
        .order_by(oldest_by, model.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = (await session.scalars(query)).all()
    for row in rows:
        setattr(row, held.key, mark)
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
