"""Office hours to slots, and working days; hours are local, slots are UTC."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from governance.policy import Office, Policy, canonical_zone

DAY = timedelta(days=1)
CLOSE_OF_BUSINESS = time(17)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Hours:
    """When a mentor is there each week, in local time, and how long a slot is.

    *weekday* is 0 for Monday; *end* is later than *start* on the same day.
    """

    mentor_id: int
    weekday: int
    start: time
    end: time
    zone: str
    minutes: int

    def __post_init__(self) -> None:
        """Refuse slots of no length."""
        if self.minutes < 1:
            raise ValueError(f"a slot of {self.minutes} minutes")


@dataclass(frozen=True, slots=True)
class Slot:
    """A time with a mentor that could be booked."""

    mentor_id: int
    starts_at: datetime
    ends_at: datetime


def find_slots(
    hours: Iterable[Hours],
    *,
    since: datetime,
    until: datetime,
    holidays: Mapping[str, Collection[date]],
    taken: Iterable[tuple[int, datetime, datetime]],
) -> tuple[Slot, ...]:
    """List the free slots that lie wholly between *since* and *until*, first ones first.

    *holidays* are local days by time zone; *taken* are mentors' ids with starts and ends.
    """
    busy: dict[int, list[tuple[datetime, datetime]]] = {}
    for mentor_id, starts_at, ends_at in taken:
        busy.setdefault(mentor_id, []).append((starts_at, ends_at))
    offered = (
        slot
        for each in hours
        for day in _days(each, since, until)
        if day not in holidays.get(each.zone, ())
        for slot in _slots_of_day(each, day)
        if since <= slot.starts_at and slot.ends_at <= until
    )
    free: list[Slot] = []
    for slot in sorted(offered, key=lambda slot: (slot.starts_at, slot.mentor_id, slot.ends_at)):
        others = busy.setdefault(slot.mentor_id, [])
        if not any(start < slot.ends_at and slot.starts_at < end for start, end in others):
            free.append(slot)
            others.append((slot.starts_at, slot.ends_at))
    return tuple(free)


def _days(hours: Hours, since: datetime, until: datetime) -> Iterator[date]:
    """List the local days of these *hours* that touch the time between *since* and *until*."""
    zone = ZoneInfo(hours.zone)
    day, last = since.astimezone(zone).date(), until.astimezone(zone).date()
    while day <= last:
        if day.weekday() == hours.weekday:
            yield day
        day += DAY


def _slots_of_day(hours: Hours, day: date) -> Iterator[Slot]:
    """Divide a day's hours into slots, also where daylight saving changes on that day.

    Slots start at local times. One that the clock leaves out is skipped, one that it shows twice
    is taken the first time; a slot that the clock stretches past the end of the hours is none.
    """
    zone, length = ZoneInfo(hours.zone), timedelta(minutes=hours.minutes)
    local, end = datetime.combine(day, hours.start), datetime.combine(day, hours.end)
    while local + length <= end:
        starts_at = local.replace(tzinfo=zone).astimezone(UTC)
        exists = _local(starts_at, zone) == local
        if exists and _local(starts_at + length, zone) <= end:
            yield Slot(hours.mentor_id, starts_at, starts_at + length)
        local += length


def _local(at: datetime, zone: ZoneInfo) -> datetime:
    """Convert an aware time to naive local time in *zone*."""
    return at.astimezone(zone).replace(tzinfo=None, fold=0)


def add_working_days(
    start: datetime, days: int, *, zone: str, holidays: Collection[date]
) -> datetime:
    """Find the close of business on the *days*-th working day after *start*, local in *zone*."""
    day = start.astimezone(ZoneInfo(zone)).date()
    left = days
    while left > 0:
        day += DAY
        left -= day.weekday() < SATURDAY and day not in holidays
    return datetime.combine(day, CLOSE_OF_BUSINESS, ZoneInfo(zone)).astimezone(UTC)


def find_office(policy: Policy, zone: str) -> Office:
    """Find the office of a time zone, by either name; people elsewhere belong to the first."""
    named, now = policy.offices, canonical_zone(zone)
    same = (each for each in named if zone == each.zone or now == canonical_zone(each.zone))
    return next(same, named[0])
