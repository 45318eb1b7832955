"""Free slots: found, grouped by day in the person's own zone, and named in a button."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import groupby
from zoneinfo import ZoneInfo

from governance import Slot
from handlers.reply import Button, Buttons
from handlers.turn import Desk, Turn
from handlers.wording import Wording

BOOKING_HORIZON = timedelta(days=14)
"""How far ahead slots are shown."""

DAYS_PER_PAGE = 5
"""How many days are shown at once."""

MAX_MINUTES_DIGITS = 9
"""Enough for the minutes of the next thousand years."""

MAX_SECONDS_DIGITS = 10
"""Enough digits for the seconds of the next two hundred years."""


Day = tuple[date, list[Slot]]
"""A local day and its slots."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A slot somebody wants, and what for; it travels in buttons and forms as a few words.

    *nonce* is different every time somebody chooses: the same slot, given back and booked once
    more, is another wish, and one form submitted twice is the same.
    """

    topic: str
    slot: Slot
    nonce: str = ""

    def __str__(self) -> str:
        """Write the wish down."""
        start, end = (int(at.timestamp()) // 60 for at in (self.slot.starts_at, self.slot.ends_at))
        return f"{self.topic} {self.slot.mentor_id} {start} {end} {self.nonce}".strip()

    def mark_chosen(self, turn: Turn) -> "Wish":
        """Mark the wish as the one chosen in *turn*."""
        return Wish(self.topic, self.slot, sha256(turn.id.encode()).hexdigest()[:16])


def parse_wish(text: str) -> Wish | None:
    """Read a wish, or give nothing when *text* is none."""
    topic, *rest = text.split() or [""]
    numbers, nonce = rest[:3], "".join(rest[3:])
    if len(numbers) != len(("mentor", "start", "end")) or not all(map(_is_number, numbers)):
        return None
    mentor_id, start, end = map(int, numbers)
    slot = Slot(mentor_id, *(datetime.fromtimestamp(each * 60, UTC) for each in (start, end)))
    return Wish(topic, slot, nonce)


def parse_moment(text: str) -> datetime | None:
    """Read from when on to show slots, in seconds, or give nothing when *text* is no time."""
    if not (text.isascii() and text.isdecimal() and len(text) <= MAX_SECONDS_DIGITS):
        return None
    return datetime.fromtimestamp(int(text), UTC)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= MAX_MINUTES_DIGITS


async def list_free(turn: Turn, desk: Desk, topic: str) -> tuple[Slot, ...]:
    """List what this person could book for *topic* in the days ahead."""
    return await desk.records.office_hours.list_free_slots(
        topic,
        since=turn.at,
        until=turn.at + BOOKING_HORIZON,
        holidays=holidays(desk),
        not_with=turn.person.id,
    )


def holidays(desk: Desk) -> dict[str, frozenset[date]]:
    """List the days on which nobody is there, by time zone."""
    return {
        office.zone: frozenset(holiday.on for holiday in office.holidays)
        for office in desk.policy.offices
    }


async def mentor_names(desk: Desk) -> dict[int, str]:
    """Name the mentors by their numbers."""
    return {
        mentor.person.id: mentor.person.name
        for mentor in await desk.records.office_hours.list_mentors()
    }


def group_by_day(slots: Iterable[Slot], zone: str) -> list[Day]:
    """Group *slots* by the day on which people in *zone* see them begin."""

    def day(slot: Slot) -> date:
        return slot.starts_at.astimezone(ZoneInfo(zone)).date()

    return [(when, list(group)) for when, group in groupby(slots, key=day)]


def buttons(
    slots: Iterable[Slot], topic: str, mentors: dict[int, str], words: Wording, zone: str
) -> list[Buttons]:
    """Show *slots* as buttons, a row for each day."""
    return [
        Buttons(
            tuple(
                Button(
                    f"{words.time(slot.starts_at, zone)} {mentors.get(slot.mentor_id, '')}".strip(),
                    "office-hours.choose",
                    str(Wish(topic, slot)),
                )
                for slot in group
            ),
            label=words.day(group[0].starts_at, zone),
        )
        for _, group in group_by_day(slots, zone)
    ]


def pick_nearest(slots: Iterable[Slot], wanted: Slot, *, most: int = 4) -> list[Slot]:
    """Pick the slots nearest in time to the *wanted* one, earliest first."""
    away = sorted(slots, key=lambda slot: abs(slot.starts_at - wanted.starts_at))
    return sorted(away[:most], key=lambda slot: (slot.starts_at, slot.mentor_id))
