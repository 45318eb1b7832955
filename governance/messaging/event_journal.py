"""Durable journal of inbound events: appended before the acknowledgement, deleted when handled."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.queries import lease
from governance.tables import EventRow

LEASE_DURATION = timedelta(minutes=5)
"""How long a leased event is withheld from others."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """An event: its dedupe key, called *name*, and its *body* as the platform posted it."""

    name: str
    body: str


class EventJournal:
    """Repository of the events of all channels that are not handled yet."""

    def __init__(self, session: AsyncSession) -> None:
        """Read and write through *session*."""
        self._session = session

    async def append(self, channel: str, bodies: Mapping[str, str], *, at: datetime) -> None:
        """Insert events by dedupe key.

        A repeated event is inserted again and both are deleted together; the inbox deduplicates.
        """
        rows = [
            {"channel": channel, "name": name, "body": body, "came_at": at}
            for name, body in bodies.items()
        ]
        await self._session.execute(insert(EventRow), rows)

    async def delete(self, channel: str, names: Collection[str]) -> None:
        """Delete handled events by dedupe key."""
        await self._session.execute(
            delete(EventRow).where(EventRow.channel == channel, EventRow.name.in_(names))
        )

    async def purge(self, *, before: datetime) -> None:
        """Delete events received *before* a time, to which nobody expects an answer any more."""
        await self._session.execute(delete(EventRow).where(EventRow.came_at < before))

    async def lease(
        self, channel: str, *, before: datetime, limit: int = 20
    ) -> tuple[JournalEntry, ...]:
        """Lease unhandled events received *before* a time, oldest first."""
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
