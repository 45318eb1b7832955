"""Keeps cards in chats in sync: each subject is shown once a chat, in its current state."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from enum import Enum, auto
from functools import partial
from hashlib import sha256
from weakref import WeakValueDictionary

from bot.chat.channel import Service
from bot.chat.event_journal import FollowUp, JournalWriter
from governance import CardPlace, Person, ShownCard, UnitOfWork
from handlers import Reply, Subject, log_failure


class RedrawOutcome(Enum):
    """The outcome of redrawing a card; GONE: the message is not there, LATER: retry."""

    DONE = auto()
    GONE = auto()
    LATER = auto()


Redraw = Callable[[Person, CardPlace, Reply], Awaitable[RedrawOutcome]]
"""Replaces the message at a place by a reply, on the platform."""


class CardSync:
    """The cards of one channel."""

    def __init__(
        self, service: Service, channel: str, journal: JournalWriter, now: Callable[[], datetime]
    ) -> None:
        """Keep them in the database of *service* for the *channel* of that name.

        What is shown is written down with the batches of *journal*.
        """
        self._service = service
        self._journal = journal
        self._replaced: set[CardPlace] = set()
        self._channel = channel
        self._now = now
        self._last_entry = 0
        self._to_retry: set[str] = set()
        self._locks: WeakValueDictionary[CardPlace, asyncio.Lock] = WeakValueDictionary()

    async def start(self) -> None:
        """Start from the newest audit entry, and check every card for changes before it."""
        async with self._service.database.reading() as records:
            self._last_entry = await records.audit.get_newest_id()
            self._to_retry |= await records.shown_cards.list_references(self._channel)

    def place(self, chat: str, message: str) -> CardPlace:
        """Return the place of a *message* in a *chat* of this channel."""
        return CardPlace(self._channel, chat, message)

    @asynccontextmanager
    async def replace_card(self, place: CardPlace) -> AsyncIterator[None]:
        """Lock *place* while the block replaces its message, then forget its card.

        If the block raises, the card stays.
        """
        async with self._lock(place):
            yield
            self._replaced.add(place)
            self._journal.defer(partial(self._forget, place))

    def remember(
        self,
        person: Person,
        reply: Reply,
        chat: str,
        message: str,
        *,
        delete: Callable[[str], Awaitable[None]],
    ) -> None:
        """Remember that *message* shows *reply*; *delete* the message that did so before.

        The message is posted by now: if the database fails, only the syncing of the card is lost.
        """
        if reply.about is not None:
            place = self.place(chat, message)
            self._journal.defer(partial(self._remember, person, reply.about, place, delete))

    async def sync(self, redraw: Redraw) -> None:
        """Redraw the cards of whatever has changed since the last call, by any process."""
        again = frozenset(self._to_retry)
        async with self._service.database.reading() as records:
            changed, newest = await records.audit.list_changed(after=self._last_entry)
            changed |= again
            cards = await records.shown_cards.list_about(self._channel, changed) if changed else ()
            people = {each.person_id: await records.people.get(each.person_id) for each in cards}
        self._last_entry = newest
        self._to_retry -= again
        for card in cards:
            try:
                await self._redraw(card, people[card.person_id], redraw)
            except Exception as error:  # noqa: BLE001 - the other cards follow all the same
                log_failure("card.not_redrawn", error, channel=self._channel)
                self._to_retry.add(card.reference)

    def _lock(self, place: CardPlace) -> asyncio.Lock:
        return self._locks.setdefault(place, asyncio.Lock())

    async def _forget(self, place: CardPlace, records: UnitOfWork) -> None:
        self._replaced.discard(place)
        await records.shown_cards.remove(place)

    async def _remember(
        self,
        person: Person,
        about: Subject,
        place: CardPlace,
        delete: Callable[[str], Awaitable[None]],
        records: UnitOfWork,
    ) -> FollowUp | None:
        self._replaced.discard(place)
        now = await self._service.assistant.view_within(records, person, about, at=self._now())
        is_true = now is not None and now.about is not None and now.about.state == about.state
        if not is_true:  # it came late, and follows at once
            self._to_retry.add(about.reference)
        before = await records.shown_cards.put(
            place,
            person_id=person.id,
            reference=about.reference,
            action=about.action,
            value=about.value,
            mark=digest(now) if now and is_true else about.state,
            at=self._now(),
        )
        return partial(delete, before) if before not in ("", place.message) else None

    async def _redraw(self, card: ShownCard, person: Person, redraw: Redraw) -> None:
        """Redraw a card unless it is current, or another process claimed the change first."""
        subject = Subject(card.reference, card.action, card.value)
        place, now = self.place(card.chat, card.message), await self._current_reply(person, subject)
        async with self._lock(place):
            if place in self._replaced:
                return  # it shows something else by now, which is not written down yet
            if now is None:
                async with self._service.database.transaction() as records:
                    await records.shown_cards.remove(place)
                return
            mark = digest(now)
            if card.mark == mark or not await self._claim(card, mark):
                return
            match await redraw(person, place, now):
                case RedrawOutcome.GONE:
                    async with self._service.database.transaction() as records:
                        await records.shown_cards.remove(place)
                case RedrawOutcome.LATER:
                    await self._claim(card, card.mark, was=mark)
                    self._to_retry.add(card.reference)
                case RedrawOutcome.DONE:
                    return

    async def _claim(self, card: ShownCard, mark: str, *, was: str = "") -> bool:
        async with self._service.database.transaction() as records:
            return await records.shown_cards.update_mark(card, mark=mark, was=was or card.mark)

    async def _current_reply(self, person: Person, subject: Subject) -> Reply | None:
        return await self._service.assistant.view_of(person, subject, at=self._now())


def digest(reply: Reply) -> str:
    """Return a hash of a reply's content, to detect a change."""
    return sha256(reply.to_json().encode()).hexdigest()[:32]
