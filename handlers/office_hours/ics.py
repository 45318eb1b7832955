"""A booking as a calendar entry, which calendars put in, move and take out by themselves (pure)."""

from icalendar import Calendar, Event, vCalAddress

from governance import Booking
from handlers.reply import Attachment
from handlers.wording import Wording

NO_EMAIL_URI = "invalid:nomail"
"""The address of somebody who has none; calendars show the name instead."""


def invitation(booking: Booking, *, topic: str, wording: Wording) -> Attachment:
    """Write *booking* as an entry to keep, or as its cancellation when it has been cancelled."""
    is_cancelled = booking.status.is_cancelled
    calendar = Calendar()
    calendar.add("prodid", "-//Guildmate//Office hours//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_cancelled else "REQUEST")
    calendar.add_component(_event(booking, topic, wording, is_cancelled=is_cancelled))
    label = "office-hours-file-cancelled" if is_cancelled else "office-hours-file"
    return Attachment(
        name=f"{booking.reference}{'-cancelled' if is_cancelled else ''}.ics",
        media_type="text/calendar",
        content=calendar.to_ical().decode(),
        label=wording(label),
    )


def _event(booking: Booking, topic: str, wording: Wording, *, is_cancelled: bool) -> Event:
    mentor, maker = booking.mentor, booking.maker
    event = Event()
    event.add("uid", booking.uid)
    event.add("sequence", booking.sequence)
    event.add("dtstamp", booking.booked_at)
    event.add("dtstart", booking.starts_at)
    event.add("dtend", booking.ends_at)
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    people = {"mentor": mentor.name, "maker": maker.name}
    event.add("summary", wording("office-hours-event", topic=topic, **people))
    event.add("description", "\n".join(filter(None, (booking.reference, booking.note))))
    event.add("organizer", _address(mentor.name, mentor.email))
    for name, email in ((mentor.name, mentor.email), (maker.name, maker.email)):
        event.add("attendee", _attendee(name, email))
    return event


def _address(name: str, email: str | None) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}" if email else NO_EMAIL_URI)
    address.params["CN"] = name
    return address


def _attendee(name: str, email: str | None) -> vCalAddress:
    """Name somebody who takes part; they have agreed already, so nobody is asked to reply."""
    address = _address(name, email)
    address.params["ROLE"] = "REQ-PARTICIPANT"
    address.params["PARTSTAT"] = "ACCEPTED"
    address.params["RSVP"] = "FALSE"
    return address
