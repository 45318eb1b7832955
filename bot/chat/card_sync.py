"""Cards that follow: each thing is shown once in a chat, and as it is now."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from enum import Enum, auto
from hashlib import sha256
from weakref import WeakValueDictionary

from bot.chat.channel import Service
from governance import CardPlace, Person, ShownCard
from handlers import Reply, Subject, write_down_failure


class Redrawn(Enum):
    """What became of a card that was to show how things are now."""

    DONE = auto()
    GONE = auto()
    LATER = auto()


Redraw = Callable[[Person, CardPlace, Reply], Awaitable[Redrawn]]
"""Lets a reply stand in the message where a card is."""


class Cards:
    """The cards of one channel."""

    def __init__(self, service: Service, channel: str, now: Callable[[], datetime]) -> None:
        """Remember them in the records of *service*."""
        self._service = service
        self._channel = channel
        self._now = now
        self._read = 0
        self._again: set[str] = set()
        self._changing: WeakValueDictionary[CardPlace, asyncio.Lock] = WeakValueDictionary()

    async def begin(self) -> None:
        """Follow what changes from now on, and what has while no process was there."""
        async with self._service.database.reading() as records:
            self._read = await records.audit.get_newest_id()
            self._again |= await records.shown_cards.list_references(self._channel)

    def place(self, chat: str, message: str) -> CardPlace:
        """Name where a card is."""
        return CardPlace(self._channel, chat, message)

    @asynccontextmanager
    async def changing(self, place: CardPlace) -> AsyncIterator[None]:
        """Let a message show something else: no card is drawn there meanwhile, nor after that.

        Where that fails, the card is still there.
        """
        async with self._lock(place):
            async with self._service.database.reading() as records:
                card = await records.shown_cards.find(place)
            yield
            if card is not None:
                async with self._service.database.transaction() as records:
                    await records.shown_cards.remove(place)

    async def put(self, person: Person, reply: Reply, chat: str, message: str) -> str:
        """Remember which *message* shows *reply*; give the one that showed its subject before.

        Empty when there is none. It is posted by now: where the records fail, only that it
        follows is lost.
        """
        try:
            return await self._put(person, reply, self.place(chat, message))
        except Exception as error:  # noqa: BLE001 - what is shown stays shown
            write_down_failure("card.not_remembered", error, channel=self._channel)
            return ""

    async def follow(self, redraw: Redraw) -> None:
        """Let cards show what has changed since this was done last, whoever changed it."""
        again = frozenset(self._again)
        async with self._service.database.reading() as records:
            changed, newest = await records.audit.list_changed(after=self._read)
            changed |= again
            cards = await records.shown_cards.list_about(self._channel, changed) if changed else ()
            people = {each.person_id: await records.people.get(each.person_id) for each in cards}
        self._read = newest
        self._again -= again
        for card in cards:
            try:
                await self._redraw(card, people[card.person_id], redraw)
            except Exception as error:  # noqa: BLE001 - the other cards follow all the same
                write_down_failure("card.not_redrawn", error, channel=self._channel)
                self._again.add(card.reference)

    def _lock(self, place: CardPlace) -> asyncio.Lock:
        return self._changing.setdefault(place, asyncio.Lock())

    async def _put(self, person: Person, reply: Reply, place: CardPlace) -> str:
        if reply.about is None:
            return ""
        about, now = reply.about, await self._now_of(person, reply.about)
        is_true = now is not None and now.about is not None and now.about.state == about.state
        if not is_true:  # it came late, and follows at once
            self._again.add(about.reference)
        async with self._service.database.transaction() as records:
            before = await records.shown_cards.put(
                place,
                person_id=person.id,
                reference=about.reference,
                action=about.action,
                value=about.value,
                mark=mark_of(now) if now and is_true else about.state,
                at=self._now(),
            )
        return "" if before == place.message else before

    async def _redraw(self, card: ShownCard, person: Person, redraw: Redraw) -> None:
        """Let a card show how things are now, unless it does, or another process was faster."""
        subject = Subject(card.reference, card.action, card.value)
        place, now = self.place(card.chat, card.message), await self._now_of(person, subject)
        async with self._lock(place):
            if now is None:
                async with self._service.database.transaction() as records:
                    await records.shown_cards.remove(place)
                return
            mark = mark_of(now)
            if card.mark == mark or not await self._claimed(card, mark):
                return
            match await redraw(person, place, now):
                case Redrawn.GONE:
                    async with self._service.database.transaction() as records:
                        await records.shown_cards.remove(place)
                case Redrawn.LATER:
                    await self._claimed(card, card.mark, was=mark)
                    self._again.add(card.reference)
                case Redrawn.DONE:
                    return

    async def _claimed(self, card: ShownCard, mark: str, *, was: str = "") -> bool:
        async with self._service.database.transaction() as records:
            return await records.shown_cards.update_mark(card, mark=mark, was=was or card.mark)

    async def _now_of(self, person: Person, subject: Subject) -> Reply | None:
        return await self._service.assistant.standing(person, subject, at=self._now())


def mark_of(reply: Reply) -> str:
    """Name what a reply says, to tell whether that has changed."""
    return sha256(reply.to_json().encode()).hexdigest()[:32]
