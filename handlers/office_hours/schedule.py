"""What people see of office hours: topics, slots of a topic, and their bookings."""

from dataclasses import replace

from governance import Booking, BookingNotFoundError, Role
from handlers.office_hours import slots
from handlers.reply import (
    Block,
    Button,
    Buttons,
    Card,
    Notice,
    Reply,
    Subject,
    Text,
    Tone,
    verbatim,
)
from handlers.turn import Desk, Said, Turn
from handlers.wording import Wording


def topic_name(desk: Desk, topic_id: str, words: Wording) -> str:
    """Name a topic; one that the policy no longer has keeps its id."""
    names = {topic.id: topic.name.to(words.locale) for topic in desk.policy.topics}
    return names.get(topic_id, topic_id)


async def start(turn: Turn, desk: Desk) -> Reply:
    """Show one's bookings, then the topics to book for; "mine" shows the bookings alone.

    Who names a booking is shown that one.
    """
    if reference := _reference(turn.text):
        return await show(replace(turn, what=Said(reference)), desk)
    if turn.text.strip().casefold() in desk.wording.lines("office-hours-words-mine"):
        return await show_mine(turn, desk)
    booked = await list_bookings(turn, desk)
    return Reply((*booked, *_hours(turn, desk), *_topics(desk)))


async def show_mine(turn: Turn, desk: Desk) -> Reply:
    """Show one's bookings, whether as maker or as mentor."""
    booked = await list_bookings(turn, desk)
    more = Buttons((Button(desk.wording("office-hours-book"), "office-hours.start", main=True),))
    if not booked:
        nothing = Text(desk.wording("office-hours-none"))
        return Reply((nothing, *_hours(turn, desk), more))
    return Reply((*booked, *_hours(turn, desk), more))


async def show(turn: Turn, desk: Desk) -> Reply:
    """Show one booking as it stands now."""
    booking = await desk.records.office_hours.get(turn.text)
    if turn.person.id not in {booking.maker_id, booking.mentor_id}:
        raise BookingNotFoundError(turn.text)
    words, about = desk.wording, subject_of(booking)
    if booking.status.is_cancelled:
        gone = words(
            "office-hours-cancelled-card",
            reference=booking.reference,
            topic=topic_name(desk, booking.topic, words),
            at=words.moment(booking.starts_at, turn.person.zone),
        )
        again = Buttons((Button(words("office-hours-other-topics"), "office-hours.start"),))
        return Reply((Notice(gone, Tone.CAREFUL), again), about=about)
    mine_ = Buttons((Button(words("office-hours-see-mine"), "office-hours.mine"),))
    return Reply((card(booking, turn, desk), mine_), about=about)


def _reference(text: str) -> str:
    """Find the reference of a booking in what was typed."""
    words = (word.strip(".,;:!?()\"'").upper() for word in text.split())
    return next((word for word in words if word.startswith("BKG-")), "")


def subject_of(booking: Booking) -> Subject:
    """Name what a reply is about that shows a booking."""
    reference = booking.reference
    return Subject(reference, "office-hours.show", reference, str(booking.status))


async def list_bookings(turn: Turn, desk: Desk) -> tuple[Block, ...]:
    """Show what is booked, soonest first, each with a way to cancel it."""
    upcoming = await desk.records.office_hours.list_upcoming(turn.person, at=turn.at)
    if not upcoming:
        return ()
    title = Text(desk.wording("office-hours-mine", count=len(upcoming)))
    return (title, *(card(booking, turn, desk) for booking in upcoming))


def card(booking: Booking, turn: Turn, desk: Desk) -> Card:
    """Show one booking: with whom, when on this person's clock, and what about."""
    words, zone = desk.wording, turn.person.zone
    is_mentor = booking.mentor_id == turn.person.id
    other = booking.maker if is_mentor else booking.mentor
    when = words.moment(booking.starts_at, zone)
    cancel = Button(
        words("office-hours-cancel"),
        "office-hours.cancel",
        booking.reference,
        danger=True,
        confirm=words("office-hours-cancel-confirm", name=other.name, at=when),
    )
    return Card(
        when,
        subtitle=topic_name(desk, booking.topic, words),
        status=booking.reference,
        tone=Tone.GOOD,
        facts=((words("office-hours-maker" if is_mentor else "office-hours-mentor"), other.name),),
        markdown=verbatim(booking.note),
        buttons=(cancel,) if booking.starts_at > turn.at else (),
    )


def _topics(desk: Desk) -> tuple[Block, ...]:
    """Ask what it is about."""
    words = desk.wording
    buttons = tuple(
        Button(topic.name.to(words.locale), "office-hours.topic", topic.id)
        for topic in desk.policy.topics
    )
    return (Text(words("office-hours-topics")), Buttons(buttons))


def _hours(turn: Turn, desk: Desk) -> tuple[Block, ...]:
    """Offer a mentor to say when they are there."""
    if Role.MENTOR not in turn.person.roles:
        return ()
    return (Buttons((Button(desk.wording("office-hours-set"), "office-hours.hours"),)),)


async def show_slots(turn: Turn, desk: Desk) -> Reply:
    """Show the free slots of a topic, a few days at a time; the value may say from when on."""
    topic_id, _, later = turn.text.partition(" ")
    since = slots.parse_moment(later) if later else turn.at
    if since is None:
        return Reply((Notice(desk.wording("office-hours-unclear"), Tone.CAREFUL),))
    free = await slots.list_free(turn, desk, topic_id)
    if not free:
        return await _offer_other_topics(turn, desk, topic_id)
    days = slots.group_by_day((slot for slot in free if slot.starts_at >= since), turn.person.zone)
    words, zone = desk.wording, turn.person.zone
    shown = [slot for _, group in days[: slots.DAYS_PER_PAGE] for slot in group]
    title = words("office-hours-slots", topic=topic_name(desk, topic_id, words), zone=_place(zone))
    rows = slots.buttons(shown, topic_id, await slots.mentor_names(desk), words, zone)
    return Reply((Text(title), *rows, _navigation(days, topic_id, words)))


def _navigation(days: list[slots.Day], topic_id: str, words: Wording) -> Buttons:
    """Offer the days after those shown, and the other topics."""
    buttons = [Button(words("office-hours-other-topics"), "office-hours.start")]
    if len(days) > slots.DAYS_PER_PAGE:
        first = days[slots.DAYS_PER_PAGE][1][0].starts_at
        value = f"{topic_id} {int(first.timestamp())}"
        buttons.insert(0, Button(words("office-hours-later"), "office-hours.topic", value))
    return Buttons(tuple(buttons))


async def _offer_other_topics(turn: Turn, desk: Desk, topic_id: str) -> Reply:
    """Say that nothing is free, and offer mentors of other topics or the governance team."""
    words = desk.wording
    others = [
        Button(topic.name.to(words.locale), "office-hours.topic", topic.id)
        for topic in desk.policy.topics
        if topic.id != topic_id and await slots.list_free(turn, desk, topic.id)
    ]
    nothing = Notice(
        words("office-hours-nothing-free", topic=topic_name(desk, topic_id, words)), Tone.CAREFUL
    )
    instead = Buttons(tuple(others), label=words("office-hours-others")) if others else None
    team = Text(words("office-hours-ask-team"))
    return Reply((nothing, instead, team) if instead else (nothing, team))


def _place(zone: str) -> str:
    """Name a time zone by its city."""
    return zone.rpartition("/")[2].replace("_", " ")
