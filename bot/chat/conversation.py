"""What every chat platform needs around a turn: answered once, remembered, owed if need be."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.chat.channel import Service
from bot.chat.event_journal import Arrivals
from governance import ChannelSettings, EvidenceNotFoundError, Person
from handlers import Download, KeptFile, OnText, Place, Reply, Turn, owed_key, write_down_failure

SHOWN = timedelta(minutes=5)
"""Within which a reply is shown that is there; one that is not by then was lost, and is owed."""

LONG_AGO = timedelta(minutes=30)
"""Where somebody asked longer ago is no conversation with us any more."""

AT_A_TIME = 4
"""How many turns are answered at the same time; the others wait, acknowledged.

With more, acknowledging waits for answering: ``make bench`` shows how long.
"""


OWED = "owed."
"""What stands before a message's key where otherwise a turn is named: nobody asked for it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A turn and its reply; *is_new* unless the turn was accepted before."""

    turn: Turn
    reply: Reply
    is_new: bool


class Conversing:
    """The conversations of one channel."""

    def __init__(self, service: Service, channel: str, arrivals: Arrivals) -> None:
        """Answer with *service* for the *channel* of that name, what *arrivals* keeps till then."""
        self._service = service
        self._arrivals = arrivals
        self._channel = channel
        self._room = asyncio.Semaphore(AT_A_TIME)

    async def respond(
        self,
        turn: Turn,
        on_text: OnText | None = None,
        begun: Callable[[], object] | None = None,
    ) -> Answered | None:
        """Answer a turn once; of a repeat only what the first one got, if it has that by now.

        *begun* is called when it is a new one, before the answer is there.
        """
        assistant = self._service.assistant
        async with self._room:
            accepted = await assistant.accept(turn)
            if accepted.is_new:
                if begun:
                    begun()
                response = await assistant.respond(turn, on_text=on_text, show_by=self._show_by)
                return Answered(turn, response.reply, is_new=response.is_first)
        return Answered(turn, accepted.reply, is_new=False) if accepted.reply else None

    async def showing(self, turn: Turn, reply: Reply, work: Awaitable[object]) -> None:
        """Let *work* show the *reply* to a turn; what breaks, or has to end, leaves it owed."""
        try:
            await work
        except asyncio.CancelledError:
            await self.owe(turn, reply)
            raise
        except Exception as error:  # noqa: BLE001 - what was done stays done, and they hear of it later
            write_down_failure("reply.not_shown", error, channel=self._channel)
            await self.owe(turn, reply)
        else:
            self.seen(turn)

    def seen(self, turn: Turn) -> None:
        """Take note that the reply to a *turn* is shown."""
        self._arrivals.seen(turn.id)

    def _show_by(self) -> datetime:
        return self._arrivals.now() + SHOWN

    async def is_ours(self, turn: Turn) -> bool:
        """Tell whether somebody who says something in a thread has been talking to us there.

        Where the lead chose that threads are let be, nobody has.
        """
        since, place = turn.at - LONG_AGO, turn.place.name
        chosen = await self.settings(turn.place)
        if chosen is not None and not chosen.follows_up:
            return False
        async with self._service.database.reading() as records:
            asked = await records.questions.list_recent(turn.person, place, since=since)
            return bool(asked) or bool(
                await records.drafts.find_awaiting_text(turn.person, place, since=since)
            )

    async def is_spoken(self, turn: Turn) -> bool:
        """Tell whether a form is being filled in by talking here."""
        since = turn.at - LONG_AGO
        async with self._service.database.reading() as records:
            asking = await records.drafts.find_awaiting_text(
                turn.person, turn.place.name, since=since
            )
        return asking is not None

    async def once(self, turn: Turn, name: str) -> bool:
        """Take note of something that is done once under a *name*; tell whether it is the first."""
        async with self._service.database.transaction() as records:
            inbox, by, at = records.inbox, turn.person.id, turn.at
            accepted = await inbox.accept(self._channel, name, person_id=by, turn="", at=at)
            await inbox.mark_answered(self._channel, name, reply=Reply().to_json(), at=at)
        return accepted.is_new

    async def settings(self, place: Place) -> ChannelSettings | None:
        """Find what the lead chose for the channel that a *place* is in."""
        if not place.room_name:
            return None
        async with self._service.database.reading() as records:
            return await records.channel_settings.find(place.room_name)

    async def reply_to(self, person: Person, turn: str) -> Reply | None:
        """Find what an earlier *turn* of *person* was answered with, or what they were sent."""
        async with self._service.database.reading() as records:
            if turn.startswith(OWED):
                key = turn.removeprefix(OWED)
                written = await records.outbox.get_reply(key, person_id=person.id)
            else:
                written = await records.inbox.get_reply(self._channel, turn, person_id=person.id)
        return Reply.from_json(written) if written else None

    async def file(self, person: Person, kept: KeptFile) -> Download | None:
        """Take out a file for *person*; nothing when it was removed, or is not for them."""
        try:
            return await self._service.assistant.fetch(person, kept.key)
        except EvidenceNotFoundError:
            return None

    async def owe(self, turn: Turn, reply: Reply) -> None:
        """Leave a reply that was not taken to the outbox, which tries again for hours."""
        async with self._service.database.transaction() as records:
            await records.outbox.enqueue(
                turn.person.id,
                kind="turn.answered",
                reply=reply.to_json(),
                key=owed_key(self._channel, turn.id),
                at=turn.at,
            )
            await records.inbox.mark_shown(self._channel, {turn.id})
