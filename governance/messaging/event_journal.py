"""Arrivals: what platforms posted, kept from before it is acknowledged until it is dealt with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.queries import lease
from governance.tables import EventRow

LEASE_DURATION = timedelta(minutes=5)
"""How long somebody who claimed an arrival is given to deal with it before another may."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """What came, under the name that its channel gave it."""

    name: str
    body: str


class EventJournal:
    """Everything that came in and was not dealt with yet."""

    def __init__(self, session: AsyncSession) -> None:
        """Read and write through *session*."""
        self._session = session

    async def append(self, channel: str, bodies: Mapping[str, str], *, at: datetime) -> None:
        """Keep what came, by a name that is the same when it comes again.

        What comes twice is kept twice, and done with once: the inbox tells that it is the same.
        """
        rows = [
            {"channel": channel, "name": name, "body": body, "came_at": at}
            for name, body in bodies.items()
        ]
        await self._session.execute(insert(EventRow), rows)

    async def delete(self, channel: str, names: Collection[str]) -> None:
        """Forget what was dealt with."""
        await self._session.execute(
            delete(EventRow).where(EventRow.channel == channel, EventRow.name.in_(names))
        )

    async def purge(self, *, before: datetime) -> None:
        """Give up what came *before* a time: nobody waits for an answer to it any more."""
        await self._session.execute(delete(EventRow).where(EventRow.came_at < before))

    async def lease(
        self, channel: str, *, before: datetime, limit: int = 20
    ) -> tuple[JournalEntry, ...]:
        """Claim what came *before* a time and was not dealt with, oldest first."""
        rows = await lease(
            self._session,
            EventRow,
            EventRow.channel == channel,
            EventRow.came_at < before,
            held=EventRow.claimed_at,
            free_before=before - LEASE_DURATION,
            mark=before,
            oldest_by=EventRow.came_at,
            limit=limit,
        )
        return tuple(JournalEntry(row.name, row.body) for row in rows)
