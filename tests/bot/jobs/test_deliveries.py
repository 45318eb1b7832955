"""Deliveries by a channel that pushes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from aiohttp import web

from bot import clock
from bot.app import App
from bot.chat.channel import Service, UndeliverableError
from bot.jobs.deliveries import MAX_ATTEMPTS, deliver
from governance import OutboxMessage, Person
from handlers.reply import Reply


@dataclass
class Recorder:
    """A channel that remembers what it was given, or fails as it is told to."""

    name: str = "pigeon"
    failures: list[Exception] = field(default_factory=list)
    delivered: list[tuple[str, Reply, str, str]] = field(default_factory=list)

    async def deliver(self, external_id: str, reply: Reply, *, locale: str, key: str) -> None:
        """Take a message."""
        if self.failures:
            raise self.failures.pop(0)
        self.delivered.append((external_id, reply, locale, key))

    async def open(self, service: Service) -> None:
        """Nobody writes here."""

    def routes(self) -> list[web.AbstractRouteDef]:
        """Nobody posts here."""
        return []

    async def retry_pending(self, *, before: datetime) -> None:
        """Nothing came."""

    async def sync_cards(self) -> None:
        """Nothing is shown."""

    async def close(self) -> None:
        """Do nothing."""


@pytest.fixture
async def sari(app: App) -> Person:
    """Sari, who can be reached by pigeon too, and is owed a message."""
    async with app.database.transaction() as records:
        sari = await records.people.recognise(
            "pigeon",
            "P-1",
            name="Sari",
            email="sari@selat.example",
            locale=None,
            zone=None,
            at=clock.now(),
        )
        reply = Reply.text("News").to_json()
        await records.outbox.enqueue(sari.id, kind="news", reply=reply, key="n-1", at=clock.now())
    return sari


async def _message(app: App, person: Person) -> OutboxMessage:
    async with app.database.reading() as records:
        return (await records.outbox.list_since(person.id, after=0))[0]


async def test_what_is_owed_is_delivered_once(app: App, sari: Person) -> None:
    """In the person's language, under a key that the platform can tell repeats by."""
    pigeon, at = Recorder(), clock.now()
    sent = [await deliver(app.database, [pigeon], at=at) for _ in range(3)]

    assert sent == [1, 0, 0]
    assert pigeon.delivered == [("P-1", Reply.text("News"), sari.locale, "n-1")]
    assert (await _message(app, sari)).channel == "pigeon"


async def test_a_failed_delivery_is_tried_again_later_and_later(app: App, sari: Person) -> None:
    """A platform that is down is not asked again at once."""
    pigeon = Recorder(failures=[UndeliverableError("down"), UndeliverableError("down")])
    at = clock.now()
    moments = [at + timedelta(seconds=seconds) for seconds in (0, 29, 31, 60, 95)]
    sent = [await deliver(app.database, [pigeon], at=moment) for moment in moments]

    assert sent == [0, 0, 0, 0, 1]
    assert (await _message(app, sari)).attempts == 3


@pytest.mark.parametrize("error", [RuntimeError("bug"), UndeliverableError("down")])
async def test_it_is_given_up_in_the_end(app: App, sari: Person, error: Exception) -> None:
    """Not even a mistake in a channel is tried for ever."""
    pigeon = Recorder(failures=[error] * 100)
    at: datetime = clock.now()
    for day in range(20):
        await deliver(app.database, [pigeon], at=at + timedelta(days=day))

    assert len(pigeon.failures) == 100 - MAX_ATTEMPTS
    assert (await _message(app, sari)).state == "given_up"


async def test_what_would_be_in_vain_is_not_tried_again(app: App, sari: Person) -> None:
    """Somebody who left the platform is not written to for a week."""
    pigeon = Recorder(failures=[UndeliverableError("gone", is_final=True)])
    await deliver(app.database, [pigeon], at=clock.now())

    assert (await _message(app, sari)).state == "given_up"


async def test_who_is_out_of_reach_on_one_channel_is_reached_on_another(
    app: App, sari: Person
) -> None:
    """The app was taken away there; here it is still read."""
    async with app.database.transaction() as records:
        await records.people.recognise(
            "raven",
            "R-1",
            name="Sari",
            email="sari@selat.example",
            locale=None,
            zone=None,
            at=clock.now(),
        )
    pigeon = Recorder(failures=[UndeliverableError("uninstalled", is_final=True)])
    raven = Recorder(name="raven")
    sent = await deliver(app.database, [pigeon, raven], at=clock.now())

    assert sent == 1
    assert [each[0] for each in raven.delivered] == ["R-1"]
    assert (await _message(app, sari)).channel == "raven"


async def test_whom_no_channel_reaches_is_left_to_the_page(app: App) -> None:
    """The page pulls; nothing of theirs is lost or given up, and others are not held up."""
    async with app.database.transaction() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        reply = Reply.text("News").to_json()
        for _ in range(45):
            await records.outbox.enqueue(ben.id, kind="news", reply=reply, at=clock.now())
    sent = await deliver(app.database, [Recorder()], at=clock.now())

    assert sent == 0
    assert (await _message(app, ben)).state == "owed"
