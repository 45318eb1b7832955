"""The inbox: turns that were accepted, so that each is answered, and answered once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.queries import insert_once, lease
from governance.tables import TurnRow

LEASE_DURATION = timedelta(minutes=5)
"""How long somebody who claimed a turn is given to answer it before another may."""


@dataclass(frozen=True, slots=True)
class AcceptedTurn:
    """A turn that was accepted; *reply* is what it was answered with, once it was.

    *turn* is the turn as its channel wrote it down, to be read again when it was never answered;
    of one that was answered nothing is kept but the reply.
    """

    id: int
    is_new: bool
    reply: str | None
    turn: str


@dataclass(frozen=True, slots=True)
class UnshownReply:
    """A reply that was made and, as far as anybody knows, never shown."""

    channel: str
    event_id: str
    person_id: int
    reply: str


class Inbox:
    """Every turn that came in."""

    def __init__(self, session: AsyncSession) -> None:
        """Read and write through *session*."""
        self._session = session

    async def accept(
        self, channel: str, event_id: str, *, person_id: int, turn: str, at: datetime
    ) -> AcceptedTurn:
        """Accept a turn under the platform's own id of the event; a repeat is not new."""
        row = TurnRow(
            channel=channel, event_id=event_id, person_id=person_id, turn=turn, accepted_at=at
        )
        row, is_new = await insert_once(self._session, row, lambda: self._event(channel, event_id))
        return _accepted(row, is_new=is_new)

    async def mark_answered(
        self,
        channel: str,
        event_id: str,
        *,
        reply: str,
        at: datetime,
        owed_at: datetime | None = None,
    ) -> str | None:
        """Remember what a turn was answered with, and say what it was answered with before.

        A channel that can say when it has shown the reply gives *owed_at*: from then on it is
        taken to be lost, and owed.

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
        """Give what a turn of that person was answered with; nothing if it is not theirs."""
        row = await self._event(channel, event_id)
        return row.reply if row and row.person_id == person_id else None

    async def mark_shown(self, channel: str, event_ids: Collection[str]) -> None:
        """Take note that the channel has shown the replies to turns, or owes them."""
        await self._session.execute(
            update(TurnRow)
            .where(TurnRow.channel == channel, TurnRow.event_id.in_(event_ids))
            .values(owed_at=None)
        )

    async def pop_unshown(self, *, at: datetime, limit: int = 20) -> tuple[UnshownReply, ...]:
        """Give replies that no channel has shown by now; from here on they are the caller's."""
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
        """Remember by which *message* of the channel a turn's reply is shown."""
        await self._session.execute(
            update(TurnRow)
            .where(TurnRow.channel == channel, TurnRow.event_id == event_id)
            .values(shown_as=message)
        )

    async def find_by_message(self, channel: str, message: str, *, person_id: int) -> str | None:
        """Name the turn of that person whose reply a *message* shows."""
        query = select(TurnRow.event_id).where(
            TurnRow.shown_as == message,
            TurnRow.channel == channel,
            TurnRow.person_id == person_id,
        )
        return (await self._session.scalars(query.order_by(TurnRow.id.desc()))).first()

    async def get_accepted_at(self, channel: str, event_id: str) -> datetime | None:
        """Tell when a turn was accepted; nothing if it was not."""
        row = await self._event(channel, event_id)
        return row.accepted_at if row else None

    async def lease_unanswered(
        self, *, before: datetime, limit: int = 20
    ) -> tuple[AcceptedTurn, ...]:
        """Claim turns that were accepted *before* a time and never answered, oldest first.

        Who claims a turn has some minutes to answer it; until then nobody else is given it.
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
        return tuple(_accepted(row, is_new=False) for row in rows)

    async def _event(self, channel: str, event_id: str) -> TurnRow | None:
        query = select(TurnRow).where(TurnRow.channel == channel, TurnRow.event_id == event_id)
        return (await self._session.scalars(query)).first()


def _accepted(row: TurnRow, *, is_new: bool) -> AcceptedTurn:
    """Give a row out as it is read."""
    return AcceptedTurn(row.id, is_new, row.reply, row.turn)
