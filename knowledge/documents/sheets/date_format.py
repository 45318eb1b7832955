"""Dates, times and durations as a sheet shows them, by the cell's number format (pure)."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from locale import windows_locale

from babel import Locale, UnknownLocaleError

_PART = re.compile(
    r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|am/pm|a/p|\.0+|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[bB]+|[eE]+|[gG]+|.',
    re.DOTALL | re.IGNORECASE,
)
_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[\$[^\]-]*\]')
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_LOCALE = re.compile(r"\[\$[^\]-]*-([0-9a-f]{1,8})[^\]]*\]", re.IGNORECASE)
_NOON = {"am/pm": 2, "a/p": 1}
_MAX_DIGITS = 2
"""More letters than this show a name, or the year in full."""

_SYSTEM_DATE, _SYSTEM_TIME = 0xF800, 0xF400
_BUDDHIST = 7
_BUDDHIST_YEARS = 543
_LAST_SERIAL = 2_958_466
"""The day after 9999-12-31, counted from the first day of sheets."""
_LEAP_BUG = 60
"""Sheets have a 29 February 1900, with this number."""


@lru_cache(maxsize=512)
def is_date_format(code: str) -> bool:
    """Return whether a section of a number format shows a date, a time or a duration."""
    if _ELAPSED.search(code):
        return True
    bare = re.sub(r"\[[^\]]*\]", "", _LITERAL.sub("", code))
    if re.search(r"general", bare, re.IGNORECASE):
        return False
    found = _locale_number(code)
    if found & 0xFFFF in {_SYSTEM_DATE, _SYSTEM_TIME}:
        return True
    return bool(re.search(r"[ymdhsb]", bare, re.IGNORECASE)) or (
        bool(re.search(r"e(?![+-])", bare, re.IGNORECASE)) and not re.search(r"[0#?]", bare)
    )


def show_date(value: float, code: str, *, is_1904: bool = False) -> str:
    """Return the date, time or duration of a serial number, in days, as *code* shows it.

    A date that could be read with another month, or in another calendar, is said in ISO 8601 too.
    """
    if _ELAPSED.search(code) and abs(value) < _LAST_SERIAL:
        return _duration(value, code)
    moment = _moment(value, is_1904=is_1904)
    if moment is None:
        return f"{value:.10g}"
    system = _locale_number(code) & 0xFFFF
    if system == _SYSTEM_DATE:
        return moment.date().isoformat()
    if system == _SYSTEM_TIME:
        return f"{moment:%H:%M:%S}"
    parts = _parts(code)
    shown = " ".join("".join(_pieces(moment, parts, code)).split())
    iso = moment.date().isoformat()
    return f"{shown} ({iso})" if _is_unclear(moment, parts, code) else shown


def _moment(value: float, *, is_1904: bool) -> datetime | None:
    if not 0 <= value < _LAST_SERIAL:
        return None
    first = (1904, 1, 1) if is_1904 else (1899, 12, 31 if value < _LEAP_BUG else 30)
    start = datetime(*first)  # noqa: DTZ001 - sheets know no zones
    seconds = round(value % 1 * 86_400 * 1000) / 1000
    try:
        return start + timedelta(days=int(value), seconds=seconds)
    except OverflowError:
        return None


def _locale_number(code: str) -> int:
    found = _LOCALE.search(code)
    return int(found[1], 16) if found else 0


@lru_cache(maxsize=256)
def _parts(code: str) -> tuple[str, ...]:
    """Split a format; months are lower case, and minutes are ``N`` for each digit."""
    parts = [part.lower() if part[0] in "yYdDhHsSmMbBeE" else part for part in _PART.findall(code)]
    clock = [
        n for n, part in enumerate(parts) if re.fullmatch(r"h+|s+|m+|\[[hms]+\]", part.lower())
    ]
    for before, here, after in zip([None, *clock], clock, [*clock[1:], None], strict=False):
        if parts[here] not in {"m", "mm"}:
            continue
        is_after_hours = before is not None and parts[before].strip("[]").startswith("h")
        is_before_seconds = after is not None and parts[after].strip("[]").startswith("s")
        if is_after_hours or is_before_seconds:
            parts[here] = "N" * len(parts[here])
    return tuple(parts)


def _pieces(moment: datetime, parts: tuple[str, ...], code: str) -> list[str]:
    has_noon = any(part.lower() in _NOON for part in parts)
    if not any(re.fullmatch(r"\.0+", part) for part in parts):
        moment += timedelta(microseconds=500_000)
    language = _language(code)
    pieces = (
        _day_piece(moment, part, language, is_buddhist=_is_buddhist(code))
        if part[0] in "yebmd"
        else _clock_piece(moment, part, has_noon=has_noon)
        for part in parts
    )
    return [
        _literal(part) if piece is None else piece
        for part, piece in zip(parts, pieces, strict=True)
    ]


def _day_piece(moment: datetime, part: str, language: Locale, *, is_buddhist: bool) -> str:
    """Return what a part of a format shows of the day."""
    size = len(part)
    match part[0]:
        case "m":
            return _name(language.months, moment.month, size)
        case "d" if size <= _MAX_DIGITS:
            return f"{moment.day:0{size}d}"
        case "d":
            return str(language.days["format"][_width(size)][moment.weekday()])
    year = moment.year + (_BUDDHIST_YEARS if is_buddhist or part[0] == "b" else 0)
    return f"{year % 100:02d}" if size <= _MAX_DIGITS and part[0] != "e" else str(year)


def _clock_piece(moment: datetime, part: str, *, has_noon: bool) -> str | None:
    """Return what a part of a format shows of the time, None if it is not of it."""
    size = len(part)
    if part.lower() in _NOON:
        return ("AM" if moment.hour < 12 else "PM")[: _NOON[part.lower()]]  # noqa: PLR2004 - noon
    match part[0]:
        case "h":
            hour = (moment.hour % 12 or 12) if has_noon else moment.hour
            return f"{hour:0{min(size, 2)}d}"
        case "N":
            return f"{moment.minute:0{size}d}"
        case "s":
            return f"{moment.second:0{min(size, 2)}d}"
        case "." if size > 1:
            return f".{moment.microsecond:06d}"[:size]
    return None


def _name(months: Mapping[str, Mapping[str, Mapping[int, str]]], month: int, size: int) -> str:
    if size <= _MAX_DIGITS:
        return f"{month:0{size}d}"
    return months["format"][_width(size)][month]


def _width(size: int) -> str:
    return {3: "abbreviated", 5: "narrow"}.get(size, "wide")


def _literal(part: str) -> str:
    if part[0] == '"':
        return part.strip('"')
    if part[0] == "\\":
        return part[1:]
    if part[0] == "_":
        return " "
    return "" if part[0] in "*[gG@;" and len(part) > 1 else part


def _is_buddhist(code: str) -> bool:
    return _locale_number(code) >> 16 & 0xFF == _BUDDHIST


@lru_cache(maxsize=256)
def _language(code: str) -> Locale:
    """Return the language of a format's names, English where it names none."""
    name = windows_locale.get(_locale_number(code) & 0xFFFF, "en")
    try:
        return Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def _is_unclear(moment: datetime, parts: tuple[str, ...], code: str) -> bool:
    """Return whether a date, as shown, could be taken for another day."""
    shown = [part for part in parts if re.fullmatch(r"y+|m+|d+|b+|e+", part)]
    if not any(part[0] in "ybe" for part in shown):
        return False
    if _is_buddhist(code) or any(part[0] == "b" for part in shown):
        return True
    numbers = [part for part in shown if part in {"m", "mm", "d", "dd"}]
    if len({part[0] for part in numbers}) < 2:  # noqa: PLR2004 - a day and a month
        return False
    is_year_first = shown[0][0] in "ye" and len(shown[0]) > 2  # noqa: PLR2004 - 26 may be a day
    return not is_year_first and moment.day <= 12 and moment.day != moment.month  # noqa: PLR2004 - months


def _duration(value: float, code: str) -> str:
    """Show how long something takes: hours beyond 24 are not counted as days."""
    seconds = round(abs(value) * 86_400, 3)
    if not re.search(r"\.0+", code):
        seconds = float(int(seconds + 0.5))
    rest, shown = seconds, []
    has_hours = bool(re.search(r"\[h+\]", code, re.IGNORECASE))
    has_minutes = bool(re.search(r"\[m+\]", code, re.IGNORECASE))
    for part in _parts(code):
        elapsed = _ELAPSED.fullmatch(part)
        letter, size = (elapsed[1][0].lower(), len(elapsed[1])) if elapsed else (part[0], len(part))
        if letter == "h":
            shown.append(f"{int(rest // 3600):0{size}d}")
        elif letter in "Nm" and (elapsed or re.fullmatch(r"N+|m+", part)):
            total = int(rest // 60)
            shown.append(f"{total % 60 if has_hours else total:0{size}d}")
        elif letter == "s" and (elapsed or re.fullmatch(r"s+", part)):
            total = int(rest)
            shown.append(f"{total % 60 if has_hours or has_minutes else total:0{size}d}")
        elif re.fullmatch(r"\.0+", part):
            shown.append(f"{rest % 1:.{size - 1}f}"[1:])
        else:
            shown.append(_literal(part))
    return ("-" if value < 0 else "") + " ".join("".join(shown).split())
