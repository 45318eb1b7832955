"""Rooms: where a channel may write to somebody first, and whom none can write to.

What a platform tells of a conversation is kept from every turn, since nobody can ask for it later.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.people import People, Person
from governance.storage.queries import once
from governance.tables import AccountRow, Room, RoomState


class Rooms:
    """The conversation with every account, on the channels that write first."""

    def __init__(self, session: AsyncSession, people: People) -> None:
        """Read and write through *session*; *people* says who has an account."""
        self._session = session
        self._people = people

    async def of(self, channel: str, external_id: str) -> Room | None:
        """Find the conversation with an account, open or not."""
        query = select(Room).where(Room.channel == channel, Room.external_id == external_id)
        return (await self._session.scalars(query)).one_or_none()

    async def open(self, channel: str, external_id: str, *, address: str, at: datetime) -> Room:
        """Keep the *address* of a conversation that somebody can be written to in."""
        return await self._set(channel, external_id, RoomState.OPEN, address=address, at=at)

    async def close(
        self, channel: str, external_id: str, state: RoomState, *, at: datetime
    ) -> Room:
        """Take note that somebody cannot be written to; the address stays, for their return."""
        return await self._set(channel, external_id, state, address=None, at=at)

    async def unreachable(self, *, pulling: Collection[str]) -> tuple[tuple[Person, Room], ...]:
        """List whom no channel can write to although one would, each with the closed room.

        The *pulling* channels write to nobody; they show what is owed when somebody looks.
        """
        query = (
            select(AccountRow.person_id, Room)
            .join(
                Room,
                and_(
                    Room.channel == AccountRow.channel,
                    Room.external_id == AccountRow.external_id,
                ),
            )
            .where(Room.state != RoomState.OPEN)
            .order_by(Room.changed_at, Room.id)
        )
        closed = [(person_id, room) for person_id, room in await self._session.execute(query)]
        found = []
        for person_id, room in closed:
            accounts = await self._people.accounts(person_id)
            shut = {each.channel for id_, each in closed if id_ == person_id}
            if not {each.channel for each in accounts} - shut - set(pulling):
                found.append((await self._people.get(person_id), room))
        return tuple(found)

    async def _set(
        self,
        channel: str,
        external_id: str,
        state: RoomState,
        *,
        address: str | None,
        at: datetime,
    ) -> Room:
        fresh = Room(
            channel=channel,
            external_id=external_id,
            address=address or "",
            state=state,
            changed_at=at,
        )
        room, is_new = await once(self._session, fresh, lambda: self.of(channel, external_id))
        if not is_new and (room.state != state or address not in (None, room.address)):
            room.state, room.changed_at = state, at
            room.address = room.address if address is None else address
            await self._session.flush()
        return room
