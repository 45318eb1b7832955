"""Forty people who want one slot."""

import asyncio
from datetime import UTC, datetime, time

from governance import Booking, Database, Person, Role, Slot, SlotTakenError
from tests.fixtures.databases import NOON, Meet, Run

SLOT = (datetime(2026, 3, 3, 2, tzinfo=UTC), datetime(2026, 3, 3, 3, tzinfo=UTC))


async def test_of_forty_bookings_of_one_slot_one_succeeds(
    database: Database, run: Run, meet: Meet, linh: Person
) -> None:
    """The others are refused by name, and leave nothing behind."""
    makers = [await meet(f"Maker{n} Tan") for n in range(40)]
    async with database.transaction() as records:
        await records.office_hours.set_hours(
            linh,
            topics=["prompts"],
            weekdays=[1],
            start=time(9),
            end=time(11),
            zone=linh.zone,
            minutes=60,
            at=NOON,
        )
    before = await run("SELECT max(id) + 1 FROM audit_entries")

    async def book(maker: Person) -> Booking:
        async with database.transaction() as records:
            booking, _ = await records.office_hours.book(
                key=f"by-{maker.id}",
                slot=Slot(linh.id, *SLOT),
                maker=maker,
                topic="prompts",
                at=NOON,
            )
        return booking

    results = await asyncio.gather(*(book(maker) for maker in makers), return_exceptions=True)

    [won] = [result for result in results if not isinstance(result, BaseException)]
    lost = [result for result in results if isinstance(result, BaseException)]
    assert [type(refusal) for refusal in lost] == [SlotTakenError] * 39
    assert await run("SELECT id, maker_id FROM bookings") == [(won.id, won.maker_id)]
    assert await run("SELECT max(id) FROM audit_entries") == before
    async with database.reading() as records:
        assert [entry.actor_id for entry in await records.audit.list_for(won.reference)] == [
            won.maker_id
        ]
        assert await records.audit.verify() is None


async def test_of_forty_bookings_of_one_person_at_one_time_one_succeeds(
    database: Database, run: Run, meet: Meet, ben: Person
) -> None:
    """Eight mentors, five times each: a maker who presses every button has one slot."""
    mentors = [await meet(f"Mentor{n} Tran", Role.MENTOR) for n in range(8)]
    for mentor in mentors:
        async with database.transaction() as records:
            await records.office_hours.set_hours(
                mentor,
                topics=["prompts"],
                weekdays=[1],
                start=time(9),
                end=time(11),
                zone="Asia/Bangkok",
                minutes=60,
                at=NOON,
            )

    async def book(n: int) -> Booking:
        async with database.transaction() as records:
            booking, _ = await records.office_hours.book(
                key=f"press-{n}",
                slot=Slot(mentors[n % 8].id, *SLOT),
                maker=ben,
                topic="prompts",
                at=NOON,
            )
        return booking

    results = await asyncio.gather(*(book(n) for n in range(40)), return_exceptions=True)

    lost = [result for result in results if isinstance(result, BaseException)]
    assert [type(refusal) for refusal in lost] == [SlotTakenError] * 39
    assert await run("SELECT maker_id FROM bookings") == [(ben.id,)]


async def test_bookings_with_people_in_common_never_wait_for_each_other_both(
    database: Database, run: Run, meet: Meet
) -> None:
    """Mentors who book each other at the same moment are served one after the other."""
    mentors = [await meet(f"Mentor{n} Tran", Role.MENTOR) for n in range(6)]
    for mentor in mentors:
        async with database.transaction() as records:
            await records.office_hours.set_hours(
                mentor,
                topics=["prompts"],
                weekdays=[1],
                start=time(9),
                end=time(11),
                zone="Asia/Bangkok",
                minutes=60,
                at=NOON,
            )

    async def book(mentor: Person, maker: Person) -> Booking:
        async with database.transaction() as records:
            booking, _ = await records.office_hours.book(
                key=f"{mentor.id}-{maker.id}",
                slot=Slot(mentor.id, *SLOT),
                maker=maker,
                topic="prompts",
                at=NOON,
            )
        return booking

    pairs = [(a, b) for a in mentors for b in mentors if a is not b]
    results = await asyncio.gather(*(book(a, b) for a, b in pairs), return_exceptions=True)

    lost = [type(result) for result in results if isinstance(result, BaseException)]
    booked = await run("SELECT mentor_id, maker_id FROM bookings")
    busy = [person_id for pair in booked for person_id in pair]
    assert set(lost) == {SlotTakenError}
    assert len(lost) + len(booked) == len(pairs)
    assert len(busy) == len(set(busy))
