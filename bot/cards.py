"""Cards that follow: each thing is shown once in a chat, and as it is now."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from hashlib import sha256

from bot.channel import Service
from governance import CardPlace, Person, ShownCard
from handlers import Reply, Subject, write_down_failure

Redraw = Callable[[Person, CardPlace, Reply], Awaitable[None]]
"""Lets a reply stand in the message where a card is; raises nothing."""


class Cards:
    """The cards of one channel."""

    def __init__(self, service: Service, channel: str, now: Callable[[], datetime]) -> None:
        """Remember them in the records of *service*."""
        self._service = service
        self._channel = channel
        self._now = now
        self._read = 0

    async def begin(self) -> None:
        """Follow what changes from now on."""
        async with self._service.database.reading() as office:
            self._read = await office.audit.newest()

    async def put(self, person: Person, reply: Reply, chat: str, message: str) -> str:
        """Remember which *message* shows *reply*; give the one that showed its subject before.

        Empty when there is none, or it is the same.
        """
        place = CardPlace(self._channel, chat, message)
        if reply.about is None:
            async with self._service.database.transaction() as office:
                await office.cards.gone(place)
            return ""
        mark = await self._mark(person, reply.about)
        async with self._service.database.transaction() as office:
            before = await office.cards.put(
                place,
                person_id=person.id,
                reference=reply.about.reference,
                action=reply.about.action,
                value=reply.about.value,
                mark=mark,
            )
        return "" if before == message else before

    async def follow(self, redraw: Redraw) -> None:
        """Let cards show what has changed since this was done last, whoever changed it."""
        async with self._service.database.reading() as office:
            changed, self._read = await office.audit.changed(after=self._read)
            cards = await office.cards.about(self._channel, changed) if changed else ()
            people = {each.person_id: await office.people.get(each.person_id) for each in cards}
        for card in cards:
            try:
                await self._redraw(card, people[card.person_id], redraw)
            except Exception as error:  # noqa: BLE001 - the other cards follow all the same
                write_down_failure("card.not_redrawn", error, channel=self._channel)

    async def _redraw(self, card: ShownCard, person: Person, redraw: Redraw) -> None:
        """Let a card show how things are now, unless it does, or another process was faster."""
        subject = Subject(card.reference, card.action, card.value)
        place = CardPlace(card.channel, card.chat, card.message)
        reply = await self._service.assistant.standing(person, subject, at=self._now())
        async with self._service.database.transaction() as office:
            if reply is None:
                await office.cards.gone(place)
                return
            mark = mark_of(reply)
            is_ours = card.mark != mark and await office.cards.changed(card, mark=mark)
        if is_ours:
            await redraw(person, place, reply)

    async def _mark(self, person: Person, subject: Subject) -> str:
        reply = await self._service.assistant.standing(person, subject, at=self._now())
        return mark_of(reply) if reply else ""


def mark_of(reply: Reply) -> str:
    """Name what a reply says, to tell whether that has changed."""
    return sha256(reply.to_json().encode()).hexdigest()[:32]
