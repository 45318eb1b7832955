"""A turn of any chat platform: answered once, its reply shown or enqueued in the outbox."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chat.channel import Service
from bot.chat.event_journal import DeferredWrite, JournalWriter
from bot.chat.single_flight import SingleFlight
from governance import (
    ChannelSettings,
    EvidenceNotFoundError,
    Person,
    PersonNotFoundError,
    UnitOfWork,
)
from handlers import (
    Download,
    KeptFile,
    OnText,
    Place,
    Reply,
    Turn,
    TurnContext,
    delivery_key,
    log_failure,
    read_context,
)

SHOW_TIMEOUT = timedelta(minutes=5)
"""How long an answered reply may take to be shown; after that it counts as lost and is enqueued."""

MAX_CONCURRENT_TURNS = 4
"""How many turns are answered concurrently; the others wait, acknowledged.

With more, acknowledging waits for answering: ``make bench`` shows how long.
"""


AlsoWrite = Callable[[UnitOfWork], Awaitable[None]]
"""Writes to the records within the transaction that accepts a turn."""

OUTBOX_PREFIX = "owed."
"""Marks the key of an outbox message where otherwise the id of a turn stands."""


@dataclass(frozen=True, slots=True)
class AnsweredTurn:
    """A turn and its reply; *is_new* unless the turn was accepted before.

    *settings* are what the lead chose for the shared channel of its place. *awaits_text* says that
    a form is filled in by typed answers in this conversation.
    """

    turn: Turn
    reply: Reply
    is_new: bool
    settings: ChannelSettings | None = None
    awaits_text: bool = False


class ConversationService:
    """Answers the turns of one channel, and reads what conversations there rest on."""

    def __init__(self, service: Service, channel: str, journal: JournalWriter) -> None:
        """Answer with *service* for the *channel* of that name; *journal* notes what is shown."""
        self._service = service
        self._journal = journal
        self._channel = channel
        self._slots = asyncio.Semaphore(MAX_CONCURRENT_TURNS)
        self._flights = SingleFlight[bool]()

    async def respond(
        self,
        turn: Turn,
        begin: Callable[[TurnContext], OnText | None] | None = None,
        *,
        also: AlsoWrite | None = None,
    ) -> AnsweredTurn | None:
        """Answer *turn* once; a repeat gets the first one's reply, None while there is none.

        *begin* is called for a new turn before its answer is computed, and returns where the text
        goes while it is being written, if anywhere. *also* is written down where the turn is
        accepted.
        """
        assistant = self._service.assistant
        async with self._slots:
            accepted = await assistant.accept(turn, also=also)
            context = accepted.context
            turn, settings = replace(turn, person=context.person), context.settings
            if accepted.is_new:
                on_text = begin(context) if begin else None
                made = await assistant.respond(
                    turn, context, on_text=on_text, show_by=self._show_by
                )
                return AnsweredTurn(turn, made.reply, made.is_first, settings, made.awaits_text)
        if accepted.reply is None:
            return None
        awaits_text = context.draft is not None
        return AnsweredTurn(
            turn, accepted.reply, is_new=False, settings=settings, awaits_text=awaits_text
        )

    async def show_or_enqueue(self, turn: Turn, reply: Reply, work: Awaitable[object]) -> None:
        """Await *work*, which shows *reply*; enqueue the reply if it raises or is cancelled."""
        try:
            await work
        except asyncio.CancelledError:
            await self.enqueue(turn, reply)
            raise
        except Exception as error:  # noqa: BLE001 - what was done stays done, and they hear of it later
            log_failure("reply.not_shown", error, channel=self._channel)
            await self.enqueue(turn, reply)
        else:
            self.mark_shown(turn)

    def mark_shown(self, turn: Turn) -> None:
        """Record that the reply to *turn* is shown."""
        self._journal.mark_shown(turn.id)

    def defer(self, write: DeferredWrite) -> None:
        """Let *write* to the records with the next batch of the journal."""
        self._journal.defer(write)

    def _show_by(self) -> datetime:
        return self._journal.now() + SHOW_TIMEOUT

    async def is_in_conversation(self, external_id: str, place: Place, *, at: datetime) -> bool:
        """Whether the account *external_id* has talked to us in a thread within the timeout.

        Never where the lead chose not to follow up in threads.
        """
        async with self._service.database.reading() as records:
            try:
                person = await records.people.get_by_account(self._channel, external_id)
            except PersonNotFoundError:
                return False
            context = await read_context(records, person, place, at=at)
        if context.settings is not None and not context.settings.follows_up:
            return False
        return bool(context.asked) or context.draft is not None

    async def is_filling_in_form(self, turn: Turn) -> bool:
        """Whether a form is being filled in by typed answers in this conversation."""
        async with self._service.database.reading() as records:
            context = await read_context(records, turn.person, turn.place, at=turn.at)
        return context.draft is not None

    async def record_once(self, turn: Turn, name: str) -> bool:
        """Record *name* as done; return whether this was the first time, across processes."""
        async with self._service.database.transaction() as records:
            inbox, by, at = records.inbox, turn.person.id, turn.at
            accepted = await inbox.accept(self._channel, name, person_id=by, turn="", at=at)
            await inbox.mark_answered(self._channel, name, reply=Reply().to_json(), at=at)
        return accepted.is_new

    async def do_once(
        self, turn: Turn, name: str, work: Callable[[], Awaitable[bool]]
    ) -> bool | None:
        """Do *work*, which returns whether it succeeded, unless *name* is recorded as done.

        Returns whether it is done by now; None while another call is at it.
        """
        if self._flights.is_running(name):
            return None
        return await self._flights.run(name, lambda: self._do_once(turn, name, work))

    async def _do_once(self, turn: Turn, name: str, work: Callable[[], Awaitable[bool]]) -> bool:
        if await self.find_reply(turn.person, name) is not None:
            return True
        is_done = await work()
        if is_done:
            await self.record_once(turn, name)
        return is_done

    async def close(self) -> None:
        """Cancel what ``do_once`` is doing."""
        await self._flights.cancel()

    async def find_reply(self, person: Person, turn: str) -> Reply | None:
        """Return the reply to an earlier *turn* of *person*, or the outbox message of that key."""
        async with self._service.database.reading() as records:
            if turn.startswith(OUTBOX_PREFIX):
                key = turn.removeprefix(OUTBOX_PREFIX)
                written = await records.outbox.get_reply(key, person_id=person.id)
            else:
                written = await records.inbox.get_reply(self._channel, turn, person_id=person.id)
        return Reply.from_json(written) if written else None

    async def fetch_file(self, person: Person, kept: KeptFile) -> Download | None:
        """Read a file for *person*; None when it was removed, or is not theirs to read."""
        try:
            return await self._service.assistant.fetch(person, kept.key)
        except EvidenceNotFoundError:
            return None

    async def enqueue(self, turn: Turn, reply: Reply) -> None:
        """Enqueue a reply that could not be shown; the outbox retries for hours."""
        async with self._service.database.transaction() as records:
            await records.outbox.enqueue(
                turn.person.id,
                kind="turn.answered",
                reply=reply.to_json(),
                key=delivery_key(self._channel, turn.id),
                at=turn.at,
            )
            await records.inbox.mark_shown(self._channel, {turn.id})
