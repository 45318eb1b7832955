"""Whom Guildmate reaches first: what is owed comes whole, once, and when they can be written to."""

import pytest

from bot.chat.channel import UndeliverableError
from bot.settings import Settings
from governance import ConversationState
from handlers import Attachment, Reply, Text
from tests.teams.conftest import Hurry, Seat, seated, seen
from tests.teams.doubles import shapes
from tests.teams.doubles.tenant import GROUP, Failing, Tenant

BEN = "29:1ben"
HELLO = Reply.text("Your solution is approved.")


async def owe(seat: Seat, key: str) -> None:
    """Owe Ben a message."""
    async with seat.app.database.transaction() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        await records.outbox.enqueue(
            ben.id, kind="test", reply=HELLO.to_json(), key=key, at=seat.clock.now()
        )


def approvals(seat: Seat) -> int:
    """Count how often it was said."""
    return len([each for each in seat.tenant.said_to(BEN) if "approved" in seen(each)])


async def test_what_was_blocked_comes_when_they_write_again(seat: Seat) -> None:
    """It was given up, and is not forgotten."""
    await seat.says(BEN, "hello")
    seat.tenant.blocked_by = {BEN}
    await owe(seat, "k")
    await seat.deliveries()
    seat.tenant.blocked_by = set()
    await seat.says(BEN, "hello again")
    await seat.deliveries()
    await seat.deliveries()

    assert approvals(seat) == 1


async def test_a_refusal_without_a_known_reason_is_tried_again(seat: Seat) -> None:
    """Nobody is taken for gone by it."""
    await seat.says(BEN, "hello")
    await owe(seat, "k")
    seat.tenant.failing = [Failing("send", 403, "SomethingNew")]
    await seat.deliveries()
    async with seat.app.database.reading() as records:
        room = await records.conversations.find("teams", seat.tenant.people[BEN]["aadObjectId"])
    await seat.clock.pause(3600)
    await seat.deliveries()

    assert room
    assert room.state is ConversationState.OPEN
    assert approvals(seat) == 1


async def test_a_form_that_arrived_is_not_owed_for_the_note_in_the_group(seat: Seat) -> None:
    """The note is lost, and nothing comes twice."""
    await seat.says(BEN, "hello")
    before = len(seat.tenant.said_to(BEN))
    seat.tenant.failing = [Failing("send", 400, "BadSyntax", times=9, well=1)]
    await seat.does(shapes.mention(seat.tenant, BEN, "register", where=GROUP))
    seat.tenant.failing = []
    await seat.clock.pause(3600)
    await seat.deliveries()

    assert len(seat.tenant.said_to(BEN)) == before + 1


async def test_a_delivery_goes_on_where_it_failed(seat: Seat) -> None:
    """Of two messages the first is not said again."""
    await seat.says(BEN, "hello")
    file = Attachment("a.ics", "BEGIN:VCALENDAR", "text/calendar", "For your calendar")
    ben = seat.tenant.people[BEN]["aadObjectId"]
    reply = Reply((Text("Your solution is approved."), file))
    seat.tenant.failing = [Failing("send", 502, times=9, well=1)]
    with pytest.raises(UndeliverableError):
        await seat.channel.deliver(ben, reply, locale="en", key="k")
    seat.tenant.failing = []
    await seat.channel.deliver(ben, reply, locale="en", key="k")

    assert approvals(seat) == 1
    assert "file.consent" in str(seat.last(BEN))


async def test_an_answer_goes_on_where_it_failed(seat: Seat) -> None:
    """What was said is not owed; the file below it is."""
    await seat.says(BEN, "/office-hours")
    await seat.press(BEN, "Testing and quality")
    await seat.press(BEN, "office-hours.choose")
    seat.tenant.failing = [Failing("send", 400, "BadSyntax", times=9)]
    await seat.press(BEN, "Book it", values={"note": "My test cases"})
    seat.tenant.failing = []
    await seat.clock.pause(3600)
    await seat.deliveries()
    told = seat.tenant.said_to(BEN)

    assert len([each for each in told if "BKG-0001 is booked" in seen(each)]) == 1
    assert len([each for each in told if "file.consent" in str(each)]) == 1


async def test_what_one_process_learns_the_other_knows(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """Removed by the one, and installed again by the other."""
    ben = tenant.people[BEN]["aadObjectId"]
    async with seated(settings, tenant, clock) as one, seated(settings, tenant, clock) as other:
        await one.says(BEN, "hello")
        await other.does(shapes.installation(tenant, BEN, "remove"))
        with pytest.raises(UndeliverableError, match="uninstalled"):
            await one.channel.deliver(ben, HELLO, locale="en", key="k")
        await one.does(shapes.installation(tenant, BEN, "add"))
        await other.channel.deliver(ben, HELLO, locale="en", key="k")

        assert approvals(other) == 1
