"""Messages as they reach Teams: in the conversation, or in place of a card."""

import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta

import structlog

from bot.teams.activities import Sender
from bot.teams.connector import (
    Address,
    Calls,
    TeamsClosedError,
    TeamsError,
    TeamsGoneError,
)
from bot.teams.people import TEAMS
from bot.teams.render.rich_text import JSON
from governance import ConversationState, Database, PersonNotFoundError

log = structlog.get_logger()

KEPT = timedelta(days=30)
"""How long what could not be put into a closed conversation is kept for its opening."""

SHUT = frozenset(state.value for state in ConversationState if state is not ConversationState.OPEN)
"""Why a message was given up that waits for that."""

MOST = 1_000
"""How many messages that went out in part are remembered."""


class Post:
    """Puts messages into conversations."""

    def __init__(self, calls: Calls, database: Database, now: Callable[[], datetime]) -> None:
        """Post by *calls*; where people can be written to is kept in *database*."""
        self._calls = calls
        self._database = database
        self._now = now
        self._begun: OrderedDict[str, int] = OrderedDict()

    async def put(self, to: Address, drawn: Sequence[JSON], *, key: str = "") -> str:
        """Post what was *drawn*, one after the other, and give the id of the first of it.

        When Teams took a part of it, the same under the same *key* goes on after that part; which
        message the first was is then not known any more.

        Raises:
            TeamsError: If Teams does not take it.
        """
        gone_out = self._begun.get(key, 0)
        ids = []
        for each in drawn[gone_out:]:
            ids.append(await self._calls.send(to, each))
            self.took(key)
        self._begun.pop(key, None)
        return ids[0] if ids and not gone_out else ""

    def took(self, key: str) -> None:
        """Take note that Teams took one part more of what goes out under a *key*."""
        if not key:
            return
        self._begun[key] = self._begun.get(key, 0) + 1
        if len(self._begun) > MOST:
            self._begun.popitem(last=False)

    async def change(
        self, to: Address, message: str, drawn: Sequence[JSON], *, key: str = ""
    ) -> str:
        """Let the first of *drawn* stand where *message* was, and the others below.

        Where that has gone, all is posted anew. The *key* is as for ``put``. Give the id of the
        first.

        Raises:
            TeamsError: If Teams does not take it.
        """
        try:
            await self._calls.update(to, message, drawn[0])
        except TeamsGoneError:
            return await self.put(to, drawn, key=key)
        self.took(key)
        await self.put(to, drawn if key else drawn[1:], key=key)
        return message

    async def redraw(self, to: Address, message: str, drawn: JSON) -> None:
        """Let *drawn* stand where *message* is.

        Raises:
            TeamsError: If it cannot.
        """
        await self._calls.update(to, message, drawn)

    async def drop(self, to: Address, message: str) -> None:
        """Take a message away; where that cannot be done, it stays."""
        try:
            await self._calls.delete(to, message)
        except TeamsError as error:
            log.info("teams.not_dropped", code=error.code)

    async def keep(self, sender: str, to: Address) -> None:
        """Keep where somebody can be written to first, as every turn tells.

        Who comes back is owed again what could not be put there meanwhile.
        """
        written = json.dumps(asdict(to))
        async with self._database.reading() as records:
            room = await records.conversations.find(TEAMS, sender)
        is_open = room is not None and room.state is ConversationState.OPEN
        if room is not None and is_open and room.address == written:
            return
        at = self._now()
        async with self._database.transaction() as records:
            await records.conversations.mark_open(TEAMS, sender, address=written, at=at)
            if is_open:
                return
            with suppress(PersonNotFoundError):
                person = await records.people.get_by_account(TEAMS, sender)
                since = at - KEPT
                await records.outbox.requeue(person.id, failures=SHUT, since=since, at=at)

    async def close(self, sender: str, state: ConversationState) -> None:
        """Take note that somebody cannot be written to, until they write themselves."""
        async with self._database.transaction() as records:
            await records.conversations.mark_closed(TEAMS, sender, state, at=self._now())

    async def room(self, sender: str) -> Address:
        """Find the conversation with somebody who has been here.

        Raises:
            TeamsClosedError: If they cannot be written to.
        """
        async with self._database.reading() as records:
            room = await records.conversations.find(TEAMS, sender)
        if room is None or not room.address:
            raise TeamsClosedError("no conversation", ConversationState.NOT_INSTALLED)
        if room.state is not ConversationState.OPEN:
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
