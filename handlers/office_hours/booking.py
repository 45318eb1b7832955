"""Booking a slot and cancelling it, and telling the other side."""

import re
from contextlib import suppress

from governance import (
    Booking,
    NotFoundError,
    PersonRow,
    Slot,
    SlotNotOfferedError,
    SlotTakenError,
)
from handlers.failures import WORDS
from handlers.form import Form, TextField, clean, errors_in_words, mistakes, refill
from handlers.office_hours import slots
from handlers.office_hours.ics import invitation
from handlers.office_hours.schedule import subject_of, topic_name
from handlers.office_hours.slots import Wish
from handlers.reply import Block, Button, Buttons, Facts, Notice, Reply, Text, Tone, verbatim
from handlers.solution_views.notify import find_open_review, tell_who_may_take
from handlers.turn import Desk, Submitted, Turn
from handlers.wording import Wording

SOLUTION = re.compile(r"SOL-\d+")
"""How a note names a solution."""

NOTE_MAX_CHARS = 300
"""How many characters a maker may tell the mentor beforehand."""


async def choose(turn: Turn, desk: Desk) -> Reply:
    """Show a chosen slot once more, in both time zones, with room for a note."""
    wanted = slots.parse_wish(turn.text)
    if wanted is None:
        return Reply((Notice(desk.wording("office-hours-unclear"), Tone.CAREFUL),))
    if (mine := await _find_overlap(turn, desk, wanted.slot)) is not None:
        return _refuse_overlap(turn, desk, mine)
    if wanted.slot not in await slots.list_free(turn, desk, wanted.topic):
        return await _offer_others(turn, desk, wanted)
    return Reply((await _form(turn, desk, wanted.mark_chosen(turn)),))


async def _form(turn: Turn, desk: Desk, wanted: Wish) -> Form:
    """Ask to confirm a slot."""
    words = desk.wording
    mentor = await desk.records.people.get(wanted.slot.mentor_id)
    return Form(
        action="office-hours.confirm",
        key=str(wanted),
        title=words("office-hours-confirm", name=mentor.name),
        fields=(
            TextField(
                "note",
                words("office-hours-note"),
                hint=words("office-hours-note-hint"),
                required=False,
                multiline=True,
                max_length=NOTE_MAX_CHARS,
            ),
        ),
        submit=words("office-hours-submit"),
        intro=words(
            "office-hours-confirm-intro",
            topic=topic_name(desk, wanted.topic, words),
            times=_times_in_words(words, wanted.slot, turn.person.zone, mentor.zone),
        ),
    )


def _times_in_words(words: Wording, slot: Slot | Booking, *zones: str) -> str:
    """Say when a slot is on each clock; one clock is enough where both show the same city."""
    return " = ".join(words.moment(slot.starts_at, zone) for zone in dict.fromkeys(zones))


async def confirm(turn: Turn, desk: Desk) -> Reply:
    """Book a confirmed slot, once for each form, and tell the mentor."""
    wanted = slots.parse_wish(turn.text)
    if wanted is None or not isinstance(turn.what, Submitted):
        return Reply((Notice(desk.wording("office-hours-unclear"), Tone.CAREFUL),))
    form = await _form(turn, desk, wanted)
    values = clean(form, turn.what.values)
    words = desk.wording
    if wrong := errors_in_words(mistakes(form, values), words):
        return Reply((refill(form, values, wrong),))
    mine = await _find_overlap(turn, desk, wanted.slot)
    if mine is not None and mine.key != _key(turn, wanted):
        return _refuse_overlap(turn, desk, mine)
    try:
        booking, is_new = await _book(turn, desk, wanted, note=str(values["note"]))
    except (SlotTakenError, SlotNotOfferedError) as refusal:
        return await _offer_others(turn, desk, wanted, WORDS[type(refusal)])
    if booking.status.is_cancelled:
        gone = words("office-hours-cancelled-already", reference=booking.reference)
        return Reply((Notice(gone, Tone.CAREFUL), _other_topics(desk)))
    if is_new:
        await _tell(turn, desk, booking, booking.mentor, "booked")
        await _free_reviews(turn, desk, booking)
    said = "office-hours-booked" if is_new else "office-hours-booked-already"
    return _show_booking(turn, desk, booking, said)


async def _free_reviews(turn: Turn, desk: Desk, booking: Booking) -> None:
    """Let others have what the mentor reviewed: whoever coaches something does not decide it."""
    mentor = await desk.records.people.get(booking.mentor_id)
    for reference in sorted(set(SOLUTION.findall(booking.note.upper()))):
        with suppress(NotFoundError):
            solution = await desk.records.registry.get(reference)
            review = await find_open_review(desk, solution)
            if review is not None and review.reviewer_id == mentor.id:
                await desk.records.reviews.release(solution, mentor, at=turn.at)
                key = "solutions-review-freed-coach"
                await tell_who_may_take(turn, desk, review, mentor, key)


async def _book(turn: Turn, desk: Desk, wanted: Wish, *, note: str) -> tuple[Booking, bool]:
    """Book what people are shown, and nothing else."""
    return await desk.records.office_hours.book(
        key=_key(turn, wanted),
        slot=wanted.slot,
        maker=turn.person,
        topic=wanted.topic,
        note=note,
        at=turn.at,
        until=turn.at + slots.BOOKING_HORIZON,
        holidays=slots.holidays(desk),
    )


def _key(turn: Turn, wanted: Wish) -> str:
    """Name the one booking that a form can lead to."""
    return f"{turn.person.id} {wanted}"


def _show_booking(turn: Turn, desk: Desk, booking: Booking, said: str) -> Reply:
    """Show a booking with its calendar entry."""
    words, name = desk.wording, verbatim(booking.mentor.name)
    topic = topic_name(desk, booking.topic, words)
    facts = (
        (words("office-hours-mentor"), booking.mentor.name),
        (words("office-hours-topic"), topic),
        (words("office-hours-yours"), words.moment(booking.starts_at, turn.person.zone)),
        (words("office-hours-theirs"), words.moment(booking.starts_at, booking.mentor.zone)),
    )
    mine = Button(words("office-hours-see-mine"), "office-hours.mine")
    return Reply(
        (
            Notice(words(said, reference=booking.reference, name=name), Tone.GOOD),
            Facts(facts),
            invitation(booking, topic=topic, wording=words),
            Buttons((mine,)),
        ),
        about=subject_of(booking),
    )


async def _find_overlap(turn: Turn, desk: Desk, slot: Slot) -> Booking | None:
    """Find what this person has at the time of *slot*."""
    upcoming = await desk.records.office_hours.list_upcoming(turn.person, at=turn.at)
    overlapping = (
        booking
        for booking in upcoming
        if booking.starts_at < slot.ends_at and slot.starts_at < booking.ends_at
    )
    return next(overlapping, None)


def _refuse_overlap(turn: Turn, desk: Desk, mine: Booking) -> Reply:
    """Say that the person is with somebody else at that time."""
    words = desk.wording
    other = mine.maker if mine.mentor_id == turn.person.id else mine.mentor
    at = words.moment(mine.starts_at, turn.person.zone)
    name = verbatim(other.name)
    said = words("office-hours-busy", reference=mine.reference, name=name, at=at)
    return Reply((Notice(said, Tone.CAREFUL), _other_topics(desk)))


async def _offer_others(
    turn: Turn, desk: Desk, wanted: Wish, said: str = "refusal-slot-taken"
) -> Reply:
    """Say that a slot has gone, and show the nearest others at once."""
    words, zone = desk.wording, turn.person.zone
    at = words.moment(wanted.slot.starts_at, zone)
    others = slots.pick_nearest(await slots.list_free(turn, desk, wanted.topic), wanted.slot)
    rows = slots.buttons(others, wanted.topic, await slots.mentor_names(desk), words, zone)
    nearest: tuple[Block, ...] = (Text(words("office-hours-nearest")), *rows) if rows else ()
    gone = Notice(words(said, starts_at=at), Tone.CAREFUL)
    return Reply((gone, *nearest, _other_topics(desk)))


def _other_topics(desk: Desk) -> Buttons:
    return Buttons((Button(desk.wording("office-hours-other-topics"), "office-hours.start"),))


async def cancel(turn: Turn, desk: Desk) -> Reply:
    """Give a slot back, once, and tell the other side."""
    words, hours = desk.wording, desk.records.office_hours
    before = (await hours.get(turn.text)).sequence
    booking = await hours.cancel(turn.text, by=turn.person, at=turn.at)
    other = booking.maker if booking.mentor_id == turn.person.id else booking.mentor
    if booking.sequence == before:
        again = words("office-hours-cancelled-already", reference=booking.reference)
        return Reply((Notice(again), _other_topics(desk)))
    await _tell(turn, desk, booking, other, "cancelled")
    topic = topic_name(desk, booking.topic, words)
    name = verbatim(other.name)
    said = words("office-hours-cancelled", reference=booking.reference, name=name)
    return Reply(
        (
            Notice(said, Tone.GOOD),
            invitation(booking, topic=topic, wording=words),
            _other_topics(desk),
        )
    )


async def _tell(turn: Turn, desk: Desk, booking: Booking, other: PersonRow, what: str) -> None:
    """Tell the *other* side, in their language and on their clock, with the calendar entry."""
    words = desk.wording.to(other.locale)
    topic = topic_name(desk, booking.topic, words)
    told = words(
        f"office-hours-told-{what}",
        name=verbatim(turn.person.name),
        topic=topic,
        at=words.moment(booking.starts_at, other.zone),
        reference=booking.reference,
    )
    tone = Tone.GOOD if what == "booked" else Tone.CAREFUL
    note = (
        (Text(words("office-hours-told-note", note=verbatim(booking.note))),)
        if booking.note
        else ()
    )
    mine = Button(words("office-hours-see-mine"), "office-hours.mine")
    reply = Reply(
        (
            Notice(told, tone),
            *(note if what == "booked" else ()),
            invitation(booking, topic=topic, wording=words),
            Buttons((mine,)),
        ),
        about=subject_of(booking) if what == "booked" else None,
    )
    await desk.records.outbox.enqueue(
        other.id,
        kind=f"booking.{what}",
        reply=reply.to_json(),
        key=f"booking-{booking.reference}-{what}",
        at=turn.at,
    )
