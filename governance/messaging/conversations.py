"""Addresses of one-to-one conversations, and whether a channel may write there first.

A platform sends the address with every activity and offers no way to ask for it later.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.people import People, Person
from governance.storage.queries import insert_once
from governance.tables import AccountRow, Conversation, ConversationState


class Conversations:
    """Repository of conversations, one for each account of the channels that write first."""

    def __init__(self, session: AsyncSession, people: People) -> None:
        """Read and write through *session*; *people* says who has an account."""
        self._session = session
        self._people = people

    async def find(self, channel: str, external_id: str) -> Conversation | None:
        """Find the conversation with an account, whatever its state."""
        query = select(Conversation).where(
            Conversation.channel == channel, Conversation.external_id == external_id
        )
        return (await self._session.scalars(query)).one_or_none()

    async def mark_open(
        self, channel: str, external_id: str, *, address: str, at: datetime
    ) -> Conversation:
        """Upsert the *address* of a conversation and mark it open."""
        return await self._set(channel, external_id, ConversationState.OPEN, address=address, at=at)

    async def mark_closed(
        self, channel: str, external_id: str, state: ConversationState, *, at: datetime
    ) -> Conversation:
        """Mark a conversation closed with the *state* as reason; its address stays."""
        return await self._set(channel, external_id, state, address=None, at=at)

    async def list_unreachable(
        self, *, pulling: Collection[str]
    ) -> tuple[tuple[Person, Conversation], ...]:
        """List people of whom every pushing channel has a closed conversation, each with that one.

        The *pulling* channels push nothing; they show pending messages when somebody opens them.
        """
        query = (
            select(AccountRow.person_id, Conversation)
            .join(
                Conversation,
                and_(
                    Conversation.channel == AccountRow.channel,
                    Conversation.external_id == AccountRow.external_id,
                ),
            )
            .where(Conversation.state != ConversationState.OPEN)
            .order_by(Conversation.changed_at, Conversation.id)
        )
        closed = [
            (person_id, conversation)
            for person_id, conversation in await self._session.execute(query)
        ]
        found = []
        for person_id, conversation in closed:
            accounts = await self._people.list_accounts(person_id)
            shut = {each.channel for id_, each in closed if id_ == person_id}
            if not {each.channel for each in accounts} - shut - set(pulling):
                found.append((await self._people.get(person_id), conversation))
        return tuple(found)

    async def _set(
        self,
        channel: str,
        external_id: str,
        state: ConversationState,
        *,
        address: str | None,
        at: datetime,
    ) -> Conversation:
        fresh = Conversation(
            channel=channel,
            external_id=external_id,
            address=address or "",
            state=state,
            changed_at=at,
        )
        conversation, is_new = await insert_once(
            self._session, fresh, lambda: self.find(channel, external_id)
        )
        if not is_new and (
            conversation.state != state or address not in (None, conversation.address)
        ):
            conversation.state, conversation.changed_at = state, at
            conversation.address = conversation.address if address is None else address
            await self._session.flush()
        return conversation
