"""The outbox: messages to people, with leases, retries and dead letters.

The database calls a pending message ``owed`` and a dead letter ``given_up``.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.queries import insert_once, lease
from governance.tables import OutboxMessage, OutboxState

LEASE_DURATION = timedelta(minutes=2)
"""How long a leased message is withheld from others."""


class Outbox:
    """Repository of outgoing messages, pending or not."""

    def __init__(self, session: AsyncSession) -> None:
        """Read and write through *session*."""
        self._session = session

    async def enqueue(  # noqa: PLR0913 - a message has this many parts
        self,
        person_id: int,
        *,
        kind: str,
        reply: str,
        at: datetime,
        key: str | None = None,
        due_at: datetime | None = None,
    ) -> None:
        """Enqueue a *reply* to somebody, due now or at *due_at*; idempotent by *key*."""
        message = OutboxMessage(
            person_id=person_id,
            kind=kind,
            reply=reply,
            key=key,
            owed_at=at,
            due_at=due_at or at,
            state=OutboxState.PENDING,
            attempts=0,
        )
        await insert_once(self._session, message, lambda: self._with_key(key))

    async def lease_due(self, *, at: datetime, limit: int = 20) -> tuple[OutboxMessage, ...]:
        """Lease pending messages that are due, longest due first.

        A lease lasts ``LEASE_DURATION``; until then nobody else gets the message.
        """
        messages = await lease(
            self._session,
            OutboxMessage,
            OutboxMessage.state == OutboxState.PENDING,
            OutboxMessage.due_at <= at,
            held=OutboxMessage.claimed_until,
            free_before=at,
            mark=at + LEASE_DURATION,
            oldest_by=OutboxMessage.due_at,
            limit=limit,
        )
        return tuple(messages)

    async def mark_delivered(self, message_id: int, *, channel: str, at: datetime) -> None:
        """Mark a message as delivered by *channel*."""
        await self._count_attempt(
            message_id, state=OutboxState.DELIVERED, channel=channel, delivered_at=at, failure=None
        )

    async def mark_failed(
        self, message_id: int, *, reason: str, retry_at: datetime | None, at: datetime
    ) -> None:
        """Store why an attempt failed, and retry at *retry_at*; None makes it a dead letter."""
        if retry_at is None:
            await self._count_attempt(message_id, state=OutboxState.DEAD_LETTER, failure=reason)
        else:
            await self._count_attempt(message_id, due_at=max(retry_at, at), failure=reason)

    async def requeue(
        self, person_id: int, *, failures: Collection[str], since: datetime, at: datetime
    ) -> None:
        """Make dead letters pending again: those enqueued *since* a time, of these *failures*."""
        await self._session.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.person_id == person_id,
                OutboxMessage.state == OutboxState.DEAD_LETTER,
                OutboxMessage.failure.in_(failures),
                OutboxMessage.owed_at >= since,
            )
            .values(state=OutboxState.PENDING, attempts=0, due_at=at, failure=None)
        )

    async def list_since(
        self, person_id: int, *, after: int | None, limit: int = 50, at: datetime | None = None
    ) -> tuple[OutboxMessage, ...]:
        """List what a page that pulls may not have shown yet, in the order of the numbers.

        That is what came after the number *after*, delivered by a channel or not, and whatever
        nobody was shown, also from before: a number is given when a message is written, and
        messages become visible, or due, in another order. Without *after* there is only the
        latter. With *at*, what is due later is left.
        """
        unseen = OutboxMessage.delivered_at.is_(None)
        query = select(OutboxMessage).where(
            OutboxMessage.person_id == person_id,
            unseen if after is None else or_(unseen, OutboxMessage.id > after),
        )
        if at is not None:
            query = query.where(OutboxMessage.due_at <= at)
        return tuple(await self._session.scalars(query.order_by(OutboxMessage.id).limit(limit)))

    async def get_reply(self, key: str, *, person_id: int) -> str | None:
        """Give the reply of the message with a *key*; None if it is for somebody else."""
        message = await self._with_key(key)
        return message.reply if message and message.person_id == person_id else None

    async def get_newest_id(self, person_id: int) -> int:
        """Give the number of the newest message for somebody, 0 when there is none."""
        query = select(func.max(OutboxMessage.id)).where(OutboxMessage.person_id == person_id)
        return (await self._session.scalar(query)) or 0

    async def mark_shown(
        self, person_id: int, messages: Collection[int], *, channel: str, at: datetime
    ) -> None:
        """Mark *messages* of somebody, by id, as shown by *channel*."""
        await self._session.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.person_id == person_id,
                OutboxMessage.id.in_(messages),
                OutboxMessage.delivered_at.is_(None),
            )
            .values(
                state=OutboxState.DELIVERED,
                attempts=OutboxMessage.attempts + 1,
                claimed_until=None,
                channel=channel,
                delivered_at=at,
                failure=None,
            )
        )

    async def _count_attempt(self, message_id: int, **changes: object) -> None:
        """Count an attempt to deliver a pending message, and store its outcome."""
        await self._session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id == message_id, OutboxMessage.state == OutboxState.PENDING)
            .values(attempts=OutboxMessage.attempts + 1, claimed_until=None, **changes)
        )

    async def _with_key(self, key: str | None) -> OutboxMessage | None:
        if key is None:
            return None
        query = select(OutboxMessage).where(OutboxMessage.key == key)
        return (await self._session.scalars(query)).first()
