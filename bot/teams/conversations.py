"""Sends and replaces messages, and keeps the addresses of one-to-one conversations."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta

import structlog
from cachetools import LRUCache

from bot.teams.activities import Sender
from bot.teams.connector import (
    Address,
    Connector,
    TeamsClosedError,
    TeamsError,
    TeamsGoneError,
)
from bot.teams.people import TEAMS
from bot.teams.render.rich_text import JSON
from governance import ConversationState, Database, PersonNotFoundError, UnitOfWork

log = structlog.get_logger()

REDELIVERY_WINDOW = timedelta(days=30)
"""How long after dead-lettering a message is enqueued again when its conversation reopens."""

CLOSED_REASONS = frozenset(
    state.value for state in ConversationState if state is not ConversationState.OPEN
)
"""Failure reasons of messages that wait for a conversation to reopen."""

MAX_PARTIAL_SENDS = 1_000
"""How many partially sent replies are remembered."""


class TeamsConversations:
    """The conversations of one tenant."""

    def __init__(
        self, connector: Connector, database: Database, now: Callable[[], datetime]
    ) -> None:
        """Post by *connector*; where people can be written to is kept in *database*."""
        self._connector = connector
        self._database = database
        self._now = now
        self._parts_sent: LRUCache[str, int] = LRUCache(MAX_PARTIAL_SENDS)

    async def send(self, to: Address, drawn: Sequence[JSON], *, key: str = "") -> str:
        """Post what was *drawn*, one after the other, and give the id of the first of it.

        When Teams took a part of it, the same under the same *key* goes on after that part; which
        message the first was is then not known any more.

        Raises:
            TeamsError: If Teams does not take it.
        """
        gone_out = self._parts_sent.get(key, 0)
        ids = []
        for each in drawn[gone_out:]:
            ids.append(await self._connector.send(to, each))
            self.mark_sent(key)
        self._parts_sent.pop(key, None)
        return ids[0] if ids and not gone_out else ""

    def mark_sent(self, key: str) -> None:
        """Record that Teams took one part more of what goes out under a *key*."""
        if not key:
            return
        self._parts_sent[key] = self._parts_sent.get(key, 0) + 1

    async def update_or_send(
        self, to: Address, message: str, drawn: Sequence[JSON], *, key: str = ""
    ) -> str:
        """Replace *message* by the first of *drawn*, and send the others below.

        Where that has gone, all is posted anew. The *key* is as for ``put``. Give the id of the
        first.

        Raises:
            TeamsError: If Teams does not take it.
        """
        try:
            await self._connector.update(to, message, drawn[0])
        except TeamsGoneError:
            return await self.send(to, drawn, key=key)
        self.mark_sent(key)
        await self.send(to, drawn if key else drawn[1:], key=key)
        return message

    async def update(self, to: Address, message: str, drawn: JSON) -> None:
        """Replace *message* by *drawn*.

        Raises:
            TeamsError: If it cannot.
        """
        await self._connector.update(to, message, drawn)

    async def delete(self, to: Address, message: str) -> None:
        """Delete a message; a failure is logged, and the message stays."""
        try:
            await self._connector.delete(to, message)
        except TeamsError as error:
            log.info("teams.not_dropped", code=error.code)

    async def remember(self, sender: str, to: Address) -> None:
        """Keep where somebody can be written to first, as every turn tells.

        What became a dead letter while the conversation was closed is enqueued again.
        """
        async with self._database.transaction() as records:
            await self.remember_within(sender, to, records)

    async def remember_within(self, sender: str, to: Address, records: UnitOfWork) -> None:
        """Do the same within a transaction of the caller's."""
        written, at = json.dumps(asdict(to)), self._now()
        conversation = await records.conversations.find(TEAMS, sender)
        is_open = conversation is not None and conversation.state is ConversationState.OPEN
        if conversation is not None and is_open and conversation.address == written:
            return
        await records.conversations.mark_open(TEAMS, sender, address=written, at=at)
        if is_open:
            return
        with suppress(PersonNotFoundError):
            person = await records.people.get_by_account(TEAMS, sender)
            since = at - REDELIVERY_WINDOW
            await records.outbox.requeue(person.id, failures=CLOSED_REASONS, since=since, at=at)

    async def mark_closed(self, sender: str, state: ConversationState) -> None:
        """Record that somebody cannot be written to, until they write themselves."""
        async with self._database.transaction() as records:
            await records.conversations.mark_closed(TEAMS, sender, state, at=self._now())

    async def address_of(self, sender: str) -> Address:
        """Find the conversation with somebody who has been here.

        Raises:
            TeamsClosedError: If they cannot be written to.
        """
        async with self._database.reading() as records:
            conversation = await records.conversations.find(TEAMS, sender)
        if conversation is None or not conversation.address:
            raise TeamsClosedError("no conversation", ConversationState.NOT_INSTALLED)
        if conversation.state is not ConversationState.OPEN:
            raise TeamsClosedError(conversation.state.value, conversation.state)
        return Address(**json.loads(conversation.address))

    async def find_address(self, sender: str) -> Address | None:
        """Find the conversation with somebody, if there is one."""
        try:
            return await self.address_of(sender)
        except TeamsClosedError:
            return None

    async def get_or_create(self, sender: Sender, seen: Address) -> Address:
        """Find the conversation with somebody who was *seen* elsewhere, or begin it.

        Raises:
            TeamsError: If there is none to be had.
        """
        try:
            return await self.address_of(sender.id)
        except TeamsClosedError:
            # Perhaps they have installed the app again; Teams knows better than we do.
            began = await self._connector.begin(seen, sender.user)
            await self.remember(sender.id, began)
            return began
