"""Office hours to slots, whatever clocks do, and working days."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar import Hours, Slot, add_working_days, find_office, find_slots
from governance.policy import canonical_zone
from tests.governance.policies import UNHURRIED, small

ZONES = [
    "Asia/Jakarta",
    "Europe/London",
    "America/New_York",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "America/St_Johns",
]
"""Zones without daylight saving, with it on either half of the year, and with odd changes."""

CHANGES = [date(2026, 3, 8), date(2026, 3, 29), date(2026, 4, 5), date(2026, 10, 4)]
"""Sundays of 2026 on which one of the clocks changes."""

TIMES = st.integers(0, 20).map(lambda quarters: time(quarters // 4, quarters % 4 * 15))
"""The small hours, when clocks change."""

HOURS = st.builds(
    Hours,
    mentor_id=st.integers(1, 2),
    weekday=st.sampled_from([6, 6, 0]),
    start=TIMES,
    end=TIMES,
    zone=st.sampled_from(ZONES),
    minutes=st.sampled_from([15, 20, 30, 45, 60, 90]),
)

STARTS = st.sampled_from(CHANGES).map(
    lambda day: datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=2)
)


def offered(
    hours: list[Hours], since: datetime, *taken: tuple[int, datetime, datetime]
) -> list[Slot]:
    """List the slots of four days, without holidays."""
    until = since + timedelta(days=4)
    return list(find_slots(hours, since=since, until=until, holidays={}, taken=taken))


def local(slot: Slot, zone: str) -> str:
    """Say when *slot* is on the clock on the wall."""
    start, end = (at.astimezone(ZoneInfo(zone)) for at in (slot.starts_at, slot.ends_at))
    return f"{start:%H:%M}-{end:%H:%M}"


@pytest.mark.parametrize(
    ("zone", "day", "hours", "expected"),
    [
        ("Europe/London", date(2026, 3, 22), "00:00-02:00/60", "00:00-01:00 01:00-02:00"),
        ("Europe/London", date(2026, 3, 29), "00:00-03:00/60", "00:00-02:00 02:00-03:00"),
        ("Europe/London", date(2026, 3, 29), "00:00-04:30/90", "00:00-02:30 03:00-04:30"),
        ("Europe/London", date(2026, 3, 29), "00:30-02:00/60", ""),
        ("America/New_York", date(2026, 3, 8), "00:00-03:00/60", "00:00-01:00 01:00-03:00"),
        ("Australia/Sydney", date(2026, 4, 5), "01:00-03:00/60", "01:00-02:00 02:00-02:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), "00:30-03:30/60", "00:30-01:30 01:30-03:00"),
    ],
)
def test_slots_follow_the_clock_on_the_wall(
    zone: str, day: date, hours: str, expected: str
) -> None:
    """A skipped hour has no slot, a repeated hour has one, and every slot lasts its time."""
    start, end, minutes = hours.replace("/", "-").split("-")
    length = timedelta(minutes=int(minutes))
    since = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)
    there = Hours(1, 6, time.fromisoformat(start), time.fromisoformat(end), zone, int(minutes))
    found = offered([there], since)

    assert " ".join(local(slot, zone) for slot in found) == expected
    assert all(slot.ends_at - slot.starts_at == length for slot in found)


def test_the_same_hours_are_another_utc_time_after_the_change() -> None:
    """Mentors keep their local hours; only UTC moves."""
    hours = Hours(1, 0, time(9), time(10), "Europe/London", 60)
    before = offered([hours], datetime(2026, 3, 22, tzinfo=UTC))
    after = offered([hours], datetime(2026, 3, 29, tzinfo=UTC))

    assert [slot.starts_at for slot in (*before, *after)] == [
        datetime(2026, 3, 23, 9, tzinfo=UTC),
        datetime(2026, 3, 30, 8, tzinfo=UTC),
    ]


def test_slots_touching_a_booking_are_gone() -> None:
    """A booking takes every slot it overlaps, and no slot of another mentor."""
    hours = [Hours(each, 0, time(9), time(10, 30), "UTC", 30) for each in (1, 2)]
    monday = datetime(2026, 3, 2, tzinfo=UTC)
    booked = (1, monday.replace(hour=9, minute=15), monday.replace(hour=9, minute=45))
    found = offered(hours, monday, booked)

    assert [(slot.mentor_id, slot.starts_at.strftime("%H:%M")) for slot in found] == [
        (2, "09:00"),
        (2, "09:30"),
        (1, "10:00"),
        (2, "10:00"),
    ]


def test_nobody_is_there_on_a_holiday() -> None:
    """Holidays count by the mentor's own zone."""
    since = datetime(2026, 3, 1, tzinfo=UTC)
    found = find_slots(
        [
            Hours(1, 0, time(9), time(10), "Asia/Jakarta", 60),
            Hours(2, 0, time(9), time(10), "Asia/Manila", 60),
        ],
        since=since,
        until=since + timedelta(days=7),
        holidays={"Asia/Jakarta": {date(2026, 3, 2)}},
        taken=(),
    )

    assert [slot.mentor_id for slot in found] == [2]


def test_only_slots_that_lie_wholly_in_the_time_asked_for_are_listed() -> None:
    """A slot that has begun, or ends too late, is not offered."""
    hours = [Hours(1, 0, time(9), time(12), "UTC", 60)]
    found = find_slots(
        hours,
        since=datetime(2026, 3, 2, 9, 1, tzinfo=UTC),
        until=datetime(2026, 3, 2, 11, 59, tzinfo=UTC),
        holidays={},
        taken=(),
    )

    assert [slot.starts_at.hour for slot in found] == [10]


def test_a_slot_of_no_length_is_refused() -> None:
    """Nobody waits for a list without an end."""
    with pytest.raises(ValueError, match="0 minutes"):
        Hours(1, 0, time(9), time(10), "UTC", 0)


@UNHURRIED
@given(st.lists(HOURS, min_size=1, max_size=4), STARTS)
def test_slots_are_whole_apart_and_within_hours(hours: list[Hours], since: datetime) -> None:
    """Whatever hours somebody gives and whatever the clock does, slots can be kept."""
    found = offered(hours, since)

    assert found == sorted(found, key=lambda slot: slot.starts_at)
    for one, other in combinations(found, 2):
        apart = one.ends_at <= other.starts_at or other.ends_at <= one.starts_at
        assert apart or one.mentor_id != other.mentor_id
    for slot in found:
        assert any(_lies_within(slot, each) for each in hours)


def _lies_within(slot: Slot, hours: Hours) -> bool:
    zone, length = ZoneInfo(hours.zone), timedelta(minutes=hours.minutes)
    start, end = (at.astimezone(zone) for at in (slot.starts_at, slot.ends_at))
    opening = datetime.combine(start.date(), hours.start)
    return (
        (start.replace(tzinfo=None) - opening) % length == timedelta()
        and slot.mentor_id == hours.mentor_id
        and start.date() == end.date()
        and start.weekday() == hours.weekday
        and hours.start <= start.time()
        and end.time() <= hours.end
        and slot.ends_at - slot.starts_at == length
    )


@UNHURRIED
@given(st.lists(HOURS, min_size=1, max_size=3), STARTS, st.data())
def test_booking_removes_exactly_what_it_overlaps(
    hours: list[Hours], since: datetime, data: st.DataObject
) -> None:
    """A slot booked as it was offered is gone, and nobody's other slots are."""
    found = offered(hours, since)
    if not found:
        return
    slot = data.draw(st.sampled_from(found))
    left = offered(hours, since, (slot.mentor_id, slot.starts_at, slot.ends_at))

    assert left == [each for each in found if each != slot]


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        (datetime(2026, 3, 2, 12, tzinfo=UTC), 1, datetime(2026, 3, 4, 10, tzinfo=UTC)),
        (datetime(2026, 3, 4, 12, tzinfo=UTC), 3, datetime(2026, 3, 9, 10, tzinfo=UTC)),
        (datetime(2026, 3, 6, 20, tzinfo=UTC), 1, datetime(2026, 3, 9, 10, tzinfo=UTC)),
        (datetime(2026, 3, 4, 12, tzinfo=UTC), 0, datetime(2026, 3, 4, 10, tzinfo=UTC)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(
    start: datetime, days: int, expected: datetime
) -> None:
    """A promise of working days ends at five o'clock, local time, on a day people work."""
    due = add_working_days(start, days, zone="Asia/Jakarta", holidays={date(2026, 3, 3)})

    assert due == expected


@UNHURRIED
@given(st.integers(1, 60), STARTS, st.sets(st.sampled_from(CHANGES)), st.sampled_from(ZONES))
def test_a_due_time_is_on_a_working_day(
    days: int, start: datetime, holidays: set[date], zone: str
) -> None:
    """Nothing falls due while everybody is away, and each further day is later."""
    due = add_working_days(start, days, zone=zone, holidays=holidays)
    at = due.astimezone(ZoneInfo(zone))

    assert due > start
    assert due < add_working_days(start, days + 1, zone=zone, holidays=holidays)
    assert (at.hour, at.minute) == (17, 0)
    assert at.weekday() < 5
    assert at.date() not in holidays


def test_people_elsewhere_belong_to_the_first_office() -> None:
    """Everybody has working days and holidays, wherever they are."""
    policy = small()

    assert find_office(policy, "Asia/Singapore").id == "singapore"
    assert find_office(policy, "Europe/Oslo").id == "jakarta"
    assert find_office(policy, "Singapore").id == "singapore"


@pytest.mark.parametrize(
    ("named", "now"),
    [
        ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Asia/Katmandu", "Asia/Kathmandu"),
        ("US/Eastern", "America/New_York"),
        ("Asia/Ujung_Pandang", "Asia/Makassar"),
        ("Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh"),
        ("Asia/Vientiane", "Asia/Vientiane"),
        ("UTC", "UTC"),
        ("Atlantis/Port", "Atlantis/Port"),
    ],
)
def test_an_old_name_of_a_zone_is_the_same_place(named: str, now: str) -> None:
    """Places that merely keep the same time stay apart."""
    assert canonical_zone(named) == now


def test_present_names_stay_and_keep_the_same_time() -> None:
    """A name that was followed once leads nowhere else, and no clock moves."""
    for name in available_timezones():
        present = canonical_zone(name)

        assert canonical_zone(present) == present
        assert _offsets(name) == _offsets(present)


def _offsets(zone: str) -> list[timedelta | None]:
    """Tell how far a zone's clocks are from UTC in winter and in summer."""
    return [datetime(2026, month, 15, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7)]
