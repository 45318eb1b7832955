"""Bookings as calendar entries, read back as a calendar would."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from governance import Booking, BookingStatus, PersonRow
from handlers.office_hours.ics import NO_EMAIL_URI, invitation
from handlers.reply import Attachment
from handlers.wording import wording

AT = datetime(2026, 3, 3, 7, tzinfo=UTC)


def someone(number: int, name: str, email: str | None) -> PersonRow:
    """Make somebody who is in a booking."""
    return PersonRow(id=number, name=name, email=email, locale="en", zone="Asia/Singapore")


@pytest.fixture
def booking() -> Booking:
    """Make a booking with characters in it that calendars must escape."""
    return Booking(
        id=7,
        key="k",
        mentor=someone(1, "Tran, Linh", "linh@selat.example"),
        maker=someone(2, "Ben; Ong", None),
        topic="testing",
        note="Two lines;\nand a comma, too",
        starts_at=AT,
        ends_at=AT + timedelta(minutes=30),
        status=BookingStatus.BOOKED,
        uid="0123@guildmate",
        sequence=0,
        booked_at=AT - timedelta(days=1),
    )


def written(attachment: Attachment) -> tuple[Any, Any]:
    """Read a file back, with its one event; icalendar knows the type of no property by name."""
    calendar = Calendar.from_ical(attachment.content)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_an_invitation_says_who_when_and_which(booking: Booking) -> None:
    """In UTC, with the identity that a later change needs."""
    calendar, event = written(invitation(booking, topic="Testing", wording=wording()))

    assert calendar["METHOD"] == "REQUEST"
    assert event["UID"] == "0123@guildmate"
    assert event["SEQUENCE"] == 0
    assert event["STATUS"] == "CONFIRMED"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (AT, AT + timedelta(minutes=30))
    assert event["DTSTART"].to_ical() == b"20260303T070000Z"
    assert event["SUMMARY"] == "Office hours: Testing (Ben; Ong with Tran, Linh)"
    assert event["DESCRIPTION"] == "BKG-0007\nTwo lines;\nand a comma, too"


def test_the_mentor_invites_and_both_take_part(booking: Booking) -> None:
    """Somebody without an address is still named."""
    _, event = written(invitation(booking, topic="Testing", wording=wording()))
    mentor, maker = event["ATTENDEE"]

    assert event["ORGANIZER"] == "mailto:linh@selat.example"
    assert (mentor, mentor.params["CN"]) == ("mailto:linh@selat.example", "Tran, Linh")
    assert (maker, maker.params["CN"]) == (NO_EMAIL_URI, "Ben; Ong")
    assert maker.params["RSVP"] == "FALSE"


def test_a_cancellation_has_the_same_identity_and_a_higher_sequence(booking: Booking) -> None:
    """So that a calendar takes the entry out by itself."""
    booking.status, booking.sequence = BookingStatus.CANCELLED, 1
    attachment = invitation(booking, topic="Testing", wording=wording())
    calendar, event = written(attachment)

    assert attachment.name == "BKG-0007-cancelled.ics"
    assert calendar["METHOD"] == "CANCEL"
    assert event["UID"] == "0123@guildmate"
    assert event["SEQUENCE"] == 1
    assert event["STATUS"] == "CANCELLED"


def test_an_invitation_is_in_the_language_of_who_reads_it(booking: Booking) -> None:
    """Its label and its title."""
    attachment = invitation(booking, topic="Pengujian", wording=wording("id"))
    _, event = written(attachment)

    assert attachment.media_type == "text/calendar"
    assert attachment.label == "Tambahkan ke kalender saya"
    assert str(event["SUMMARY"]).startswith("Jam konsultasi: Pengujian")
