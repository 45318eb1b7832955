"""Office hours and bookings."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import pytest
import pytest_asyncio
from sqlalchemy.exc import IntegrityError

from governance import (
    Booking,
    BookingNotFoundError,
    BookingStatus,
    Database,
    NotAMentorError,
    NotYourBookingError,
    Person,
    Slot,
    SlotNotOfferedError,
    SlotTakenError,
    TooLateError,
)
from tests.fixtures.databases import NOON, Run

TUESDAY = datetime(2026, 3, 3, tzinfo=UTC)
WEEK = timedelta(days=7)


def at(hour: int, minute: int = 0) -> datetime:
    """Say a time on the Tuesday, in UTC."""
    return TUESDAY.replace(hour=hour, minute=minute)


@pytest_asyncio.fixture
async def mentors(database: Database, linh: Person, nattaya: Person) -> tuple[Person, Person]:
    """Two mentors, there on Tuesdays from 9 to 11 in Bangkok and Ho Chi Minh City: 2 to 4 UTC."""
    async with database.transaction() as records:
        for mentor, topics in [(linh, {"prompts"}), (nattaya, {"prompts", "data"})]:
            await records.office_hours.set_hours(
                mentor,
                topics=topics,
                weekdays=[1],
                start=time(9),
                end=time(11),
                zone=mentor.zone,
                minutes=30,
                at=NOON,
            )
    return linh, nattaya


@pytest_asyncio.fixture
async def booked(database: Database, mentors: tuple[Person, Person], ben: Person) -> Booking:
    """Ben's half hour with Linh, from 2 o'clock."""
    async with database.transaction() as records:
        booking, _ = await records.office_hours.book(
            key="k1",
            slot=Slot(mentors[0].id, at(2), at(2, 30)),
            maker=ben,
            topic="prompts",
            at=NOON,
        )
    return booking


COPIED = """
    INSERT INTO bookings (key, mentor_id, maker_id, topic, note, starts_at, ends_at, status, uid,
                          sequence, booked_at)
    SELECT 'k2', mentor.id, maker.id, topic, note,
           '2026-03-03 {2}:00.000000', '2026-03-03 {3}:00.000000', status, 'u2', 0, booked_at
    FROM bookings, people AS mentor, people AS maker
    WHERE mentor.email = '{0}@selat.example' AND maker.email = '{1}@selat.example'
"""
"""Copies the only booking there is, for other people at another time."""


async def test_a_mentor_says_when_they_are_there(
    database: Database, mentors: tuple[Person, Person]
) -> None:
    """What they say later replaces what they said."""
    linh, nattaya = mentors
    async with database.transaction() as records:
        await records.office_hours.set_hours(
            linh,
            topics=["data"],
            weekdays=[0, 2],
            start=time(13),
            end=time(14),
            zone="Asia/Manila",
            minutes=60,
            at=NOON,
        )

    async with database.reading() as records:
        found = {mentor.person: mentor for mentor in await records.office_hours.list_mentors()}
    assert set(found) == {linh, nattaya}
    assert found[linh].topics == {"data"}
    assert [hours.weekday for hours in found[linh].hours] == [0, 2]
    assert found[nattaya].topics == {"prompts", "data"}


async def test_the_record_has_the_hours_before(
    database: Database, mentors: tuple[Person, Person]
) -> None:
    """Nothing before the first ones."""
    linh, _ = mentors
    async with database.transaction() as records:
        await records.office_hours.set_hours(
            linh,
            topics=["data"],
            weekdays=[0, 2],
            start=time(13),
            end=time(14),
            zone="Asia/Manila",
            minutes=60,
            at=NOON,
        )

    async with database.reading() as records:
        entries = await records.audit.list_for(linh.reference)
    first, second = (entry for entry in entries if entry.action == "office_hours.set")
    assert first.before is None
    assert second.before == first.after
    assert first.after == {
        "topics": ["prompts"],
        "weekdays": [1],
        "hours": "09:00-11:00 Asia/Ho_Chi_Minh",
        "minutes": 30,
    }
    assert second.after == {
        "topics": ["data"],
        "weekdays": [0, 2],
        "hours": "13:00-14:00 Asia/Manila",
        "minutes": 60,
    }


async def test_who_is_no_mentor_has_no_hours(database: Database, ben: Person) -> None:
    """The role comes first."""
    async with database.transaction() as records:
        with pytest.raises(NotAMentorError):
            await records.office_hours.set_hours(
                ben,
                topics=[],
                weekdays=[1],
                start=time(9),
                end=time(10),
                zone="UTC",
                minutes=30,
                at=NOON,
            )


async def test_slots_are_of_mentors_who_cover_the_topic(
    database: Database, mentors: tuple[Person, Person]
) -> None:
    """Of nobody who asks, and not on a holiday of their zone."""
    linh, nattaya = mentors
    async with database.reading() as records:
        free_slots = partial(records.office_hours.list_free_slots, since=NOON, until=NOON + WEEK)
        data = await free_slots("data", holidays={})
        others = await free_slots("prompts", holidays={}, not_with=linh.id)
        holidays = {linh.zone: frozenset({date(2026, 3, 3)})}
        on_a_holiday = await free_slots("prompts", holidays=holidays)

    assert [slot.starts_at for slot in data] == [at(2), at(2, 30), at(3), at(3, 30)]
    assert {slot.mentor_id for slot in data} == {nattaya.id}
    assert others == data
    assert on_a_holiday == data


async def test_a_booked_slot_is_offered_to_nobody(
    database: Database, mentors: tuple[Person, Person], ben: Person
) -> None:
    """Nor is a slot of another mentor offered to who is booked at that time."""
    linh, nattaya = mentors
    async with database.transaction() as records:
        free_slots = partial(records.office_hours.list_free_slots, since=NOON, until=NOON + WEEK)
        await records.office_hours.book(
            key="k1", slot=Slot(linh.id, at(2), at(2, 30)), maker=ben, topic="prompts", at=NOON
        )
        anybody = await free_slots("prompts", holidays={})
        for_ben = await free_slots("prompts", holidays={}, not_with=ben.id)

    assert [slot.mentor_id for slot in anybody if slot.starts_at == at(2)] == [nattaya.id]
    assert [slot.mentor_id for slot in for_ben if slot.starts_at == at(2)] == []


async def test_a_booking_is_kept(
    database: Database, mentors: tuple[Person, Person], ben: Person
) -> None:
    """With everything that both need to know; booking again with its key gives the same one."""
    linh, _ = mentors
    slot = Slot(linh.id, at(2), at(2, 30))
    for _ in range(2):
        async with database.transaction() as records:
            booking, is_new = await records.office_hours.book(
                key="k1", slot=slot, maker=ben, topic="prompts", note="My menu", at=NOON
            )

    async with database.reading() as records:
        found = await records.office_hours.get("bkg-0001")
        upcoming = [await records.office_hours.list_upcoming(each, at=NOON) for each in (ben, linh)]
        entries = await records.audit.list_for("BKG-0001")
    assert not is_new
    assert (found.reference, found.uid) == (booking.reference, booking.uid)
    assert (found.mentor.name, found.maker.name) == ("Linh Tran", "Ben Ong")
    assert (found.starts_at, found.ends_at, found.note) == (at(2), at(2, 30), "My menu")
    assert [[each.id for each in of] for of in upcoming] == [[found.id], [found.id]]
    assert [entry.action for entry in entries] == ["booking.booked"]


async def test_a_taken_slot_is_refused_and_the_transaction_goes_on(
    database: Database, mentors: tuple[Person, Person], ben: Person, sari: Person
) -> None:
    """What else the turn wrote stays."""
    linh, _ = mentors
    slot = Slot(linh.id, at(2), at(2, 30))
    async with database.transaction() as records:
        await records.office_hours.book(key="k1", slot=slot, maker=ben, topic="prompts", at=NOON)
        await records.training.complete(sari, "basics", at=NOON)
        with pytest.raises(SlotTakenError) as refusal:
            await records.office_hours.book(
                key="k2", slot=slot, maker=sari, topic="prompts", at=NOON
            )
        await records.training.complete(sari, "tools", at=NOON)

    async with database.reading() as records:
        assert list(await records.training.list_completed(sari)) == ["basics", "tools"]
        assert await records.office_hours.list_upcoming(sari, at=NOON) == ()
    assert refusal.value.starts_at == at(2)


async def test_a_maker_is_with_one_mentor_at_a_time(
    database: Database, mentors: tuple[Person, Person], ben: Person
) -> None:
    """The database refuses the second mentor."""
    linh, nattaya = mentors
    async with database.transaction() as records:
        hours = records.office_hours
        for mentor in (linh, nattaya):
            slot = Slot(mentor.id, at(2), at(2, 30))
            booking = hours.book(
                key=f"with-{mentor.id}", slot=slot, maker=ben, topic="prompts", at=NOON
            )
            if mentor is linh:
                await booking
            else:
                with pytest.raises(SlotTakenError):
                    await booking


async def test_a_mentor_who_is_somebody_elses_maker_then_is_not_there(
    database: Database, mentors: tuple[Person, Person], ben: Person
) -> None:
    """Nobody is in two bookings at once, on whichever side."""
    linh, nattaya = mentors
    async with database.transaction() as records:
        hours = records.office_hours
        await hours.book(
            key="k1", slot=Slot(nattaya.id, at(2), at(2, 30)), maker=linh, topic="data", at=NOON
        )
        with pytest.raises(SlotTakenError):
            await hours.book(
                key="k2", slot=Slot(linh.id, at(2), at(2, 30)), maker=ben, topic="prompts", at=NOON
            )


@pytest.mark.parametrize(
    "people", [("linh", "sari"), ("nattaya", "ben"), ("nattaya", "linh"), ("ben", "sari")]
)
@pytest.mark.usefixtures("booked", "sari")
async def test_the_database_itself_refuses_bookings_that_overlap(
    run: Run, people: tuple[str, str]
) -> None:
    """Also when they do not start together, and whatever wrote them."""
    overlapping = COPIED.format(*people, "02:15", "02:45")
    next_to_it = COPIED.format(*people, "02:30", "03:00")

    with pytest.raises(IntegrityError, match="bookings_overlap"):
        await run(overlapping)
    await run(next_to_it)
    assert await run("SELECT count(*) FROM bookings") == [(2,)]


@pytest.mark.parametrize(
    ("times", "topic"),
    [
        ((at(5), at(5, 30)), "prompts"),  # not there
        ((at(2), at(3)), "prompts"),  # not that long
        ((at(2, 15), at(2, 45)), "prompts"),  # not from then
        ((at(2), at(2, 30)), "data"),  # not for that
        ((at(2) - WEEK, at(2, 30) - WEEK), "prompts"),  # over
    ],
)
@pytest.mark.usefixtures("mentors")
async def test_a_slot_that_is_not_offered_is_refused(
    database: Database, linh: Person, ben: Person, times: tuple[datetime, datetime], topic: str
) -> None:
    """Whatever a button of an old page carried."""
    slot = Slot(linh.id, *times)
    async with database.transaction() as records:
        with pytest.raises(SlotNotOfferedError):
            await records.office_hours.book(key="k1", slot=slot, maker=ben, topic=topic, at=NOON)


async def test_nobody_books_themselves_or_who_is_no_mentor(
    database: Database, mentors: tuple[Person, Person], ben: Person
) -> None:
    """Nor anybody who does not exist."""
    linh, _ = mentors
    async with database.transaction() as records:
        for mentor_id, maker in [(linh.id, linh), (ben.id, linh), (999, ben)]:
            with pytest.raises(SlotNotOfferedError):
                await records.office_hours.book(
                    key="k1",
                    slot=Slot(mentor_id, at(2), at(2, 30)),
                    maker=maker,
                    topic="prompts",
                    at=NOON,
                )


async def test_a_cancelled_slot_can_be_booked_again(
    database: Database, mentors: tuple[Person, Person], ben: Person, sari: Person
) -> None:
    """By anybody; cancelling twice is the same as once."""
    linh, _ = mentors
    slot = Slot(linh.id, at(2), at(2, 30))
    async with database.transaction() as records:
        hours = records.office_hours
        booking, _ = await hours.book(key="k1", slot=slot, maker=ben, topic="prompts", at=NOON)
        await hours.cancel(booking.reference, by=linh, at=NOON)
        cancelled = await hours.cancel(booking.reference, by=ben, at=NOON)
        again, is_new = await hours.book(key="k2", slot=slot, maker=sari, topic="prompts", at=NOON)

    async with database.reading() as records:
        entries = await records.audit.list_for(booking.reference)
        assert await records.office_hours.list_upcoming(ben, at=NOON) == ()
    assert (cancelled.status, cancelled.sequence) == (BookingStatus.CANCELLED, 1)
    assert is_new
    assert again.reference == "BKG-0002"
    assert [entry.action for entry in entries] == ["booking.booked", "booking.cancelled"]


async def test_only_the_two_of_a_booking_cancel_it(
    database: Database, mentors: tuple[Person, Person], ben: Person, sari: Person
) -> None:
    """And only before it starts."""
    linh, _ = mentors
    async with database.transaction() as records:
        hours = records.office_hours
        booking, _ = await hours.book(
            key="k1", slot=Slot(linh.id, at(2), at(2, 30)), maker=ben, topic="prompts", at=NOON
        )
        with pytest.raises(NotYourBookingError):
            await hours.cancel(booking.reference, by=sari, at=NOON)
        with pytest.raises(TooLateError):
            await hours.cancel(booking.reference, by=ben, at=at(2))

    assert booking.status is BookingStatus.BOOKED


async def test_somebody_elses_key_shows_nobody_their_booking(
    database: Database, mentors: tuple[Person, Person], ben: Person, sari: Person
) -> None:
    """A key is its maker's own."""
    slot = Slot(mentors[0].id, at(2), at(2, 30))
    async with database.transaction() as records:
        await records.office_hours.book(key="k1", slot=slot, maker=ben, topic="prompts", at=NOON)
        with pytest.raises(NotYourBookingError):
            await records.office_hours.book(
                key="k1", slot=slot, maker=sari, topic="prompts", at=NOON
            )


async def test_an_unknown_booking_is_refused(database: Database, ben: Person) -> None:
    """Whatever somebody typed."""
    async with database.transaction() as records:
        for reference in ("BKG-0001", "SOL-0001", "", f"BKG-{2**31}"):
            with pytest.raises(BookingNotFoundError):
                await records.office_hours.cancel(reference, by=ben, at=NOON)
