"""Rows: looked up, locked, and added at most once."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from governance.references import MOST
from governance.tables.columns import Model

Row = TypeVar("Row", bound=Model)


async def by_id(
    session: AsyncSession, model: type[Row], number: int, *, lock: bool = False
) -> Row | None:
    """Find a row by its *number*.

    With *lock* it is read afresh and held until the transaction ends, so that of two who want to
    change it the second sees what the first did. The lock lets others refer to the row.
    """
    if not 0 < number <= MOST:
        return None
    if lock:
        await session.flush()  # what is not written yet must not be lost by reading afresh
    return await session.get(
        model,
        number,
        populate_existing=lock,
        with_for_update={"key_share": True, "of": model} if lock else None,
    )


async def once(
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
