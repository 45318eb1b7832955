"""The inbox: accepted turns, so that each is answered exactly once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.queries import insert_once, lease
from governance.tables import TurnRow

LEASE_DURATION = timedelta(minutes=5)
"""How long a leased turn is withheld from others."""


@dataclass(frozen=True, slots=True)
class AcceptedTurn:
    """An accepted turn and, once it is answered, its *reply*.

    *turn* is the turn as its channel wrote it down, to be read again when it was never answered;
    of one that was answered nothing is kept but the reply.
    """

    id: int
    is_new: bool
    reply: str | None
    turn: str


@dataclass(frozen=True, slots=True)
class UnshownReply:
    """A reply that no channel has confirmed to have shown."""

    channel: str
    event_id: str
    person_id: int
    reply: str


_BY_EVENT = select(TurnRow).where(
    TurnRow.channel == bindparam("channel"), TurnRow.event_id == bindparam("event_id")
)


class Inbox:
    """Repository of accepted turns."""

    def __init__(self, session: AsyncSession) -> None:
        """Read and write through *session*."""
        self._session = session

    async def accept(
        self, channel: str, event_id: str, *, person_id: int, turn: str, at: datetime
    ) -> AcceptedTurn:
        """Insert a turn under the platform's event id; idempotent, a repeat is not ``is_new``."""
        row = TurnRow(
            channel=channel, event_id=event_id, person_id=person_id, turn=turn, accepted_at=at
        )
        row, is_new = await insert_once(self._session, row, lambda: self._event(channel, event_id))
        return _to_accepted(row, is_new=is_new)

    async def mark_answered(
        self,
        channel: str,
        event_id: str,
        *,
        reply: str,
        at: datetime,
        owed_at: datetime | None = None,
    ) -> str | None:
        """Store the reply to a turn, and return the reply it already had, or None.

        A channel that confirms what it has shown gives *owed_at*: a reply not confirmed by then
        counts as lost and is delivered through the outbox.

        What the person said is forgotten here: it is kept only as long as it may be lost, since
        it may hold what is private. The first answer stands. Whoever comes second learns it here,
        within the transaction of what they did, and rolls that back.
        """
        closed = await self._session.scalar(
            update(TurnRow)
            .where(
                TurnRow.channel == channel,
                TurnRow.event_id == event_id,
                TurnRow.answered_at.is_(None),
            )
            .values(reply=reply, answered_at=at, turn="", owed_at=owed_at)
            .returning(TurnRow.id)
        )
        if closed is not None:
            return None
        earlier = await self._event(channel, event_id)
        return earlier.reply if earlier else None

    async def get_reply(self, channel: str, event_id: str, *, person_id: int) -> str | None:
        """Give the reply to a turn of that person; None if the turn is somebody else's."""
        row = await self._event(channel, event_id)
        return row.reply if row and row.person_id == person_id else None

    async def mark_shown(self, channel: str, event_ids: Collection[str]) -> None:
        """Mark replies as shown, or as handed over to the outbox."""
        await self._session.execute(
            update(TurnRow)
            .where(TurnRow.channel == channel, TurnRow.event_id.in_(event_ids))
            .values(owed_at=None)
        )

    async def pop_unshown(self, *, at: datetime, limit: int = 20) -> tuple[UnshownReply, ...]:
        """Return replies due *at* a time that no channel has shown, and hand them to the caller."""
        query = (
            select(TurnRow)
            .where(TurnRow.owed_at <= at)
            .order_by(TurnRow.owed_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        rows = (await self._session.scalars(query)).all()
        for row in rows:
            row.owed_at = None
        await self._session.flush()
        return tuple(
            UnshownReply(row.channel, row.event_id, row.person_id, row.reply or "") for row in rows
        )

    async def record_message(self, channel: str, event_id: str, *, message: str) -> None:
        """Store the channel's id of the *message* that shows the reply to a turn."""
        await self._session.execute(
            update(TurnRow)
            .where(TurnRow.channel == channel, TurnRow.event_id == event_id)
            .values(shown_as=message)
        )

    async def find_by_message(self, channel: str, message: str, *, person_id: int) -> str | None:
        """Find the event id of that person's turn whose reply a *message* shows."""
        query = select(TurnRow.event_id).where(
            TurnRow.shown_as == message,
            TurnRow.channel == channel,
            TurnRow.person_id == person_id,
        )
        return (await self._session.scalars(query.order_by(TurnRow.id.desc()))).first()

    async def get_accepted_at(self, channel: str, event_id: str) -> datetime | None:
        """Give the time at which a turn was accepted, or None."""
        row = await self._event(channel, event_id)
        return row.accepted_at if row else None

    async def lease_unanswered(
        self, *, before: datetime, limit: int = 20
    ) -> tuple[AcceptedTurn, ...]:
        """Lease turns accepted *before* a time and never answered, oldest first.

        A lease lasts ``LEASE_DURATION``; until then nobody else gets the turn.
        """
        rows = await lease(
            self._session,
            TurnRow,
            TurnRow.answered_at.is_(None),
            TurnRow.accepted_at < before,
            held=TurnRow.claimed_at,
            free_before=before - LEASE_DURATION,
            mark=before,
            oldest_by=TurnRow.accepted_at,
            limit=limit,
        )
        return tuple(_to_accepted(row, is_new=False) for row in rows)

    async def _event(self, channel: str, event_id: str) -> TurnRow | None:
        key = {"channel": channel, "event_id": event_id}
        return (await self._session.scalars(_BY_EVENT, key)).first()


def _to_accepted(row: TurnRow, *, is_new: bool) -> AcceptedTurn:
    """Give a row out as it is read."""
    return AcceptedTurn(row.id, is_new, row.reply, row.turn)
