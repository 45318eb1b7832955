"""Messages as they reach Teams: in the conversation, or in place of a card."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime

from bot.teams.calls import Address, Calls, TeamsClosedError, TeamsGoneError
from bot.teams.people import TEAMS
from bot.teams.prose import JSON
from bot.teams.read import Sender
from governance import Database, RoomState


class Post:
    """Puts messages into conversations."""

    def __init__(self, calls: Calls, database: Database, now: Callable[[], datetime]) -> None:
        """Post by *calls*; where people can be written to is kept in *database*."""
        self._calls = calls
        self._database = database
        self._now = now
        self._rooms: dict[str, Address] = {}

    async def put(self, to: Address, drawn: Sequence[JSON]) -> str:
        """Post what was *drawn*, one after the other, and give the id of the first.

        Raises:
            TeamsError: If Teams does not take it.
        """
        ids = [await self._calls.send(to, each) for each in drawn]
        return ids[0] if ids else ""

    async def change(self, to: Address, message: str, drawn: Sequence[JSON]) -> str:
        """Let the first of *drawn* stand where *message* was, and the others below.

        Where that has gone, all is posted anew.

        Raises:
            TeamsError: If Teams does not take it.
        """
        try:
            await self._calls.update(to, message, drawn[0])
        except TeamsGoneError:
            return await self.put(to, drawn)
        await self.put(to, drawn[1:])
        return message

    async def keep(self, sender: str, to: Address) -> None:
        """Keep where somebody can be written to first, as every turn tells."""
        if self._rooms.get(sender) == to:
            return
        async with self._database.transaction() as office:
            written = json.dumps(asdict(to))
            await office.rooms.open(TEAMS, sender, address=written, at=self._now())
        self._rooms[sender] = to

    async def close(self, sender: str, state: RoomState) -> None:
        """Take note that somebody cannot be written to, until they write themselves."""
        self._rooms.pop(sender, None)
        async with self._database.transaction() as office:
            await office.rooms.close(TEAMS, sender, state, at=self._now())

    async def room(self, sender: str) -> Address:
        """Find the conversation with somebody who has been here.

        Raises:
            TeamsClosedError: If they cannot be written to.
        """
        if sender in self._rooms:
            return self._rooms[sender]
        async with self._database.reading() as office:
            room = await office.rooms.of(TEAMS, sender)
        if room is None or not room.address:
            raise TeamsClosedError("no conversation", RoomState.NOT_INSTALLED)
        if room.state is not RoomState.OPEN:
            raise TeamsClosedError(room.state.value, room.state)
        return Address(**json.loads(room.address))

    async def known(self, sender: str) -> Address | None:
        """Find the conversation with somebody, if there is one."""
        try:
            return await self.room(sender)
        except TeamsClosedError:
            return None

    async def room_of(self, sender: Sender, seen: Address) -> Address:
        """Find the conversation with somebody who was *seen* elsewhere, or begin it.

        Raises:
            TeamsError: If there is none to be had.
        """
        try:
            return await self.room(sender.id)
        except TeamsClosedError:
            # Perhaps they have installed the app again; Teams knows better than we do.
            began = await self._calls.begin(seen, sender.user)
            await self.keep(sender.id, began)
            return began
