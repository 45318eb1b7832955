"""Office hours: when mentors are there, and who has booked them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType
from uuid import uuid4

from sqlalchemy import delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from governance.calendar import Hours, Slot, find_slots
from governance.errors import (
    BookingNotFoundError,
    NotAMentorError,
    NotYourBookingError,
    PersonNotFoundError,
    SlotNotOfferedError,
    SlotTakenError,
    TooLateError,
)
from governance.people import People, Person
from governance.references import parse_reference
from governance.storage.audit import Audit
from governance.storage.queries import find_by_id, insert_once
from governance.tables import Booking, BookingStatus, HoursRow, PersonRow, Role, TopicRow

NO_HOLIDAYS: Mapping[str, frozenset[date]] = MappingProxyType({})
"""No holidays anywhere."""


@dataclass(frozen=True, slots=True)
class Mentor:
    """A mentor, what they can be asked about, and when they are there."""

    person: Person
    topics: frozenset[str]
    hours: tuple[Hours, ...]


class OfficeHours:
    """Repository of mentors' hours and of bookings."""

    def __init__(self, session: AsyncSession, audit: Audit, people: People) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit
        self._people = people

    async def set_hours(  # noqa: PLR0913 - office hours have this many parts
        self,
        mentor: Person,
        *,
        topics: Collection[str],
        weekdays: Collection[int],
        start: time,
        end: time,
        zone: str,
        minutes: int,
        at: datetime,
    ) -> None:
        """Replace when *mentor* is there, what for, and for how many *minutes* each.

        Raises:
            NotAMentorError: If they are no mentor.
        """
        if Role.MENTOR not in mentor.roles:
            raise NotAMentorError(mentor.reference)
        await find_by_id(self._session, PersonRow, mentor.id, lock=True)
        before = await self._hours_of(mentor)
        for table in (TopicRow, HoursRow):
            await self._session.execute(delete(table).where(table.mentor_id == mentor.id))
        self._session.add_all(
            [TopicRow(mentor_id=mentor.id, topic=topic) for topic in sorted(set(topics))]
        )
        self._session.add_all(
            [
                HoursRow(
                    mentor_id=mentor.id,
                    weekday=weekday,
                    starts=start,
                    ends=end,
                    zone=zone,
                    minutes=minutes,
                )
                for weekday in sorted(set(weekdays))
            ]
        )
        await self._session.flush()
        self._audit.record(
            actor=mentor,
            action="office_hours.set",
            subject=mentor.reference,
            before=before,
            after=await self._hours_of(mentor),
            at=at,
        )

    async def list_mentors(self) -> tuple[Mentor, ...]:
        """List the mentors who have hours, by name."""
        people = await self._people.list_with_role(Role.MENTOR)
        topics = (await self._session.scalars(select(TopicRow))).all()
        hours = (await self._session.scalars(select(HoursRow).order_by(HoursRow.weekday))).all()
        mentors = (
            Mentor(
                person,
                frozenset(row.topic for row in topics if row.mentor_id == person.id),
                tuple(_hours(row) for row in hours if row.mentor_id == person.id),
            )
            for person in people
        )
        return tuple(mentor for mentor in mentors if mentor.hours)

    async def list_free_slots(
        self,
        topic: str,
        *,
        since: datetime,
        until: datetime,
        holidays: Mapping[str, frozenset[date]],
        not_with: int | None = None,
    ) -> tuple[Slot, ...]:
        """List the slots of mentors who cover *topic* and that nobody has.

        Nobody is offered themselves, nor a time at which they are booked already: *not_with* is
        the number of the person who asks.
        """
        mentors = [
            mentor
            for mentor in await self.list_mentors()
            if topic in mentor.topics and mentor.person.id != not_with
        ]
        booked = await self._list_overlapping(since, until)
        return tuple(
            slot
            for slot in find_slots(
                [hours for mentor in mentors for hours in mentor.hours],
                since=since,
                until=until,
                holidays=holidays,
                taken=_list_intervals(booked),
            )
            if not any(_meets(slot, booking, not_with) for booking in booked)
        )

    async def book(  # noqa: PLR0913 - a booking has this many parts
        self,
        *,
        key: str,
        slot: Slot,
        maker: Person,
        topic: str,
        note: str = "",
        at: datetime,
        until: datetime | None = None,
        holidays: Mapping[str, frozenset[date]] = NO_HOLIDAYS,
    ) -> tuple[Booking, bool]:
        """Book *slot*, once for each *key*; tell whether it was booked just now.

        Slots are offered *until* then and not on *holidays*, as in ``free_slots``. That nobody is
        booked twice is the database's to say. What else the transaction did stays
        as it is when it refuses.

        Raises:
            SlotNotOfferedError: If the mentor is not there then, or not for that, or it is past
                or too far ahead.
            SlotTakenError: If the mentor or the maker is booked at that time.
        """
        if await self._by_key(key) is None:
            late = slot.starts_at < at or (until is not None and slot.ends_at > until)
            if late or not await self._is_offered(slot, topic, maker, holidays):
                raise SlotNotOfferedError(slot.starts_at)
        people = {each: await self._person(each) for each in sorted({slot.mentor_id, maker.id})}
        booking = Booking(
            key=key,
            mentor=people[slot.mentor_id],
            maker=people[maker.id],
            topic=topic,
            note=note,
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            status=BookingStatus.BOOKED,
            uid=f"{uuid4().hex}@guildmate",
            sequence=0,
            booked_at=at,
        )
        try:
            booking, is_new = await insert_once(self._session, booking, lambda: self._by_key(key))
        except IntegrityError as error:
            raise SlotTakenError(slot.starts_at) from error
        if booking.maker_id != maker.id:
            raise NotYourBookingError(booking.reference)
        if is_new:
            self._note("booking.booked", booking, None, by=maker, at=at)
        return booking, is_new

    async def cancel(self, reference: str, *, by: Person, at: datetime) -> Booking:
        """Cancel a booking; idempotent.

        Raises:
            BookingNotFoundError: If there is no such booking.
            NotYourBookingError: If *by* is neither its maker nor its mentor.
            TooLateError: If it has started.
        """
        booking = await self.get(reference)
        if by.id not in (booking.maker_id, booking.mentor_id):
            raise NotYourBookingError(booking.reference)
        if booking.starts_at <= at:
            raise TooLateError(booking.reference, booking.starts_at)
        cancelled = await self._session.scalar(
            update(Booking)
            .where(Booking.id == booking.id, Booking.status == BookingStatus.BOOKED)
            .values(status=BookingStatus.CANCELLED, sequence=Booking.sequence + 1)
            .returning(Booking.id)
        )
        await self._session.refresh(booking)
        if cancelled is not None:
            self._note("booking.cancelled", booking, BookingStatus.BOOKED, by=by, at=at)
        return booking

    async def get(self, reference: str) -> Booking:
        """Find a booking by its reference, case-insensitive.

        Raises:
            BookingNotFoundError: If there is no such booking.
        """
        number = parse_reference("BKG", reference)
        booking = number and await find_by_id(self._session, Booking, number)
        if not booking:
            raise BookingNotFoundError(reference)
        return booking

    async def list_upcoming(self, person: Person, *, at: datetime) -> tuple[Booking, ...]:
        """List the bookings that *person* has, as maker or as mentor, that are not over."""
        query = select(Booking).where(
            Booking.status == BookingStatus.BOOKED,
            Booking.ends_at > at,
            or_(Booking.maker_id == person.id, Booking.mentor_id == person.id),
        )
        return tuple(await self._session.scalars(query.order_by(Booking.starts_at, Booking.id)))

    async def _hours_of(self, mentor: Person) -> dict[str, object] | None:
        """Return the hours of *mentor* as audit entries hold them; None if there are none."""
        of_mentor = HoursRow.mentor_id == mentor.id
        hours = (await self._session.scalars(select(HoursRow).where(of_mentor))).all()
        if not hours:
            return None
        topics = select(TopicRow.topic).where(TopicRow.mentor_id == mentor.id)
        return {
            "topics": set(await self._session.scalars(topics)),
            "weekdays": {row.weekday for row in hours},
            "hours": f"{hours[0].starts:%H:%M}-{hours[0].ends:%H:%M} {hours[0].zone}",
            "minutes": hours[0].minutes,
        }

    async def _is_offered(
        self, slot: Slot, topic: str, maker: Person, holidays: Mapping[str, frozenset[date]]
    ) -> bool:
        """Tell whether the mentor is there at that time for that topic, and somebody else."""
        if slot.mentor_id == maker.id:
            return False
        mentors = [each for each in await self.list_mentors() if each.person.id == slot.mentor_id]
        return any(
            topic in mentor.topics
            and slot
            in find_slots(
                mentor.hours,
                since=slot.starts_at,
                until=slot.ends_at,
                holidays=holidays,
                taken=(),
            )
            for mentor in mentors
        )

    async def _person(self, person_id: int) -> PersonRow:
        """Lock the row of somebody who is about to be booked.

        Everybody is held in the order of their numbers, so that bookings which have people in
        common wait for each other and never both.
        """
        row = await find_by_id(self._session, PersonRow, person_id, lock=True)
        if row is None:
            raise PersonNotFoundError(person_id)
        return row

    async def _list_overlapping(self, since: datetime, until: datetime) -> list[Booking]:
        """List the bookings that overlap an interval."""
        query = select(Booking).where(
            Booking.status == BookingStatus.BOOKED,
            Booking.starts_at < until,
            Booking.ends_at > since,
        )
        return list(await self._session.scalars(query))

    async def _by_key(self, key: str) -> Booking | None:
        return (await self._session.scalars(select(Booking).where(Booking.key == key))).first()

    def _note(
        self,
        action: str,
        booking: Booking,
        before: BookingStatus | None,
        *,
        by: Person,
        at: datetime,
    ) -> None:
        self._audit.record(
            actor=by,
            action=action,
            subject=booking.reference,
            before=before and {"status": before},
            after={
                "status": booking.status,
                "mentor_id": booking.mentor_id,
                "maker_id": booking.maker_id,
                "topic": booking.topic,
                "starts_at": booking.starts_at,
                "ends_at": booking.ends_at,
            },
            at=at,
        )


def _hours(row: HoursRow) -> Hours:
    """Convert a row to the value that the calendar uses."""
    return Hours(
        mentor_id=row.mentor_id,
        weekday=row.weekday,
        start=row.starts,
        end=row.ends,
        zone=row.zone,
        minutes=row.minutes,
    )


def _list_intervals(booked: Iterable[Booking]) -> list[tuple[int, datetime, datetime]]:
    """List the intervals in which a booking occupies its mentor and its maker."""
    return [
        (person_id, booking.starts_at, booking.ends_at)
        for booking in booked
        for person_id in (booking.mentor_id, booking.maker_id)
    ]


def _meets(slot: Slot, booking: Booking, person_id: int | None) -> bool:
    """Tell whether somebody is in *booking* while *slot* lasts."""
    return (
        person_id in (booking.mentor_id, booking.maker_id)
        and booking.starts_at < slot.ends_at
        and booking.ends_at > slot.starts_at
    )
