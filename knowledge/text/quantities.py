"""The amounts in a sentence: so many of what, in the languages people write in (pure).

Lengths of time are compared in hours, whatever unit they are told in; every other amount with
those of the same unit alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from knowledge.text.numbers import NUMBER_WORDS, find_numbers
from knowledge.text.tokens import tokenize

Bound = Literal["most", "least", ""]
"""Which end of a range an amount is, where a sentence says so."""

_HOURS = {
    1 / 60: "minute minutes menit phút นาที",
    1: "hour hours jam giờ tiếng ชั่วโมง ชม",
    24: "day days hari ngày วัน",
    24 * 7: "week weeks minggu pekan tuần สัปดาห์ อาทิตย์",
    24 * 30: "month months bulan tháng เดือน",
    24 * 365 / 4: "quarter quarters kuartal triwulan quý ไตรมาส",
    24 * 365: "year years tahun năm ปี",
}
_LENGTHS = {unit: hours for hours, units in _HOURS.items() for unit in units.split()}

_OTHERS = {
    "%": "% percent persen ร้อยละ เปอร์เซ็นต์",
    "usd": "$ us$ usd dollar dollars dolar ดอลลาร์",
    "sgd": "s$ sgd",
    "idr": "rp idr rupiah",
    "thb": "฿ thb baht บาท",
    "vnd": "₫ vnd đồng",
    "eur": "€ eur euro euros",
    "character": "character characters karakter ตัวอักษร",
    "person": "people person persons orang người คน",
    "time": "time times kali lần ครั้ง",
}
_UNITS = {unit: kind for kind, units in _OTHERS.items() for unit in units.split()}

_ADVERBS = {
    "hourly": 1.0,
    "daily": 24.0,
    "weekly": 24 * 7.0,
    "fortnightly": 24 * 14.0,
    "monthly": 24 * 30.0,
    "quarterly": 24 * 365 / 4,
    "annually": 24 * 365.0,
    "yearly": 24 * 365.0,
}

_NUMBER = r"\d+(?:[.,:]\d+)*"
_RANGE = re.compile(
    rf"{_NUMBER}\s*(?:[-\u2013]|to|sampai|hingga|đến|ถึง)\s*{_NUMBER}", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"\b(?:section|clause|article|chapter|page|step|level|tier|version|annex|phase"
    rf"|pasal|bab|langkah|tahap|versi|điều|khoản|bước|mục|phiên bản)\s+{_NUMBER}"
    rf"|(?:ข้อ|มาตรา|ขั้นตอน|หน้า)\s*(?:ที่\s*)?{_NUMBER}",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?i:{_RANGE.pattern}|{_NUMBERED.pattern})"
    r"|\b(?i:class|grade|group|level|tier|category|band|zone|kelas|golongan|kelompok|tingkat"
    r"|lớp|nhóm|cấp|hạng)\s+[A-Z]\b"
    r"|\b(?i:in|since|from|tahun|sejak|năm|từ)\s+(?:19|20)\d\d\b|ปี\s*\d{4}"
    r"|(?<=\w )\b(?:in|at|di|ở|tại)\s+[A-Z]\w+"
)
"""What tells one of several of a kind: tier 1, class A, 1-5 items, in 2026, in Vietnam."""

_THAI = r"[\u0e00-\u0e7f]"


def _any(words: Iterable[str]) -> str:
    """Write a pattern of any of *words*, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_COUNT = rf"{_NUMBER}|(?:{_any(NUMBER_WORDS)})\b"
_THAI_LENGTH = _any(unit for unit in _LENGTHS if re.match(_THAI, unit))
_LATIN_LENGTH = _any(unit for unit in _LENGTHS if not re.match(_THAI, unit))
_THAI_UNIT = _any(unit for unit in (*_LENGTHS, *_UNITS) if re.match(_THAI, unit))
_BEFORE = _any([*(unit for unit in _UNITS if not re.match(_THAI, unit)), "ร้อยละ"])
_WORKING = r"(?:\s+(?:kerja|làm việc)\b|ทำการ|ทำงาน)"
_EVERY = (
    r"\b(?:every|each|once (?:a|per|every)|per|setiap|tiap|sekali|mỗi|hàng|hằng)\s+|ทุก(?:ๆ)?\s*"
)
_AMOUNT = re.compile(
    rf"(?P<every>{_EVERY})?"
    rf"(?:(?<![\w$])(?P<before>{_BEFORE})\s*)?"
    rf"(?<![A-Za-z0-9.-])(?P<number>{_COUNT})"
    rf"(?:[-\s]*(?P<working>working|business)\s)?"
    rf"(?:\s*(?P<thai>{_THAI_UNIT})|[-\s]*(?P<unit>%|[^\W\d_]+))?"
    rf"(?P<worked>{_WORKING})?"
    r"(?P<once>\s+(?:một lần|sekali)\b)?",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    rf"(?:{_EVERY})(?P<unit>{_LATIN_LENGTH})\b"
    rf"|ทุก(?:ๆ)?\s*(?P<thai>{_THAI_LENGTH})|\b(?P<adverb>{_any(list(_ADVERBS))})\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?:\b(?:up to|at most|no more than|not more than|maximum|within|limit(?:ed to)?|under"
    r"|less than|no later than|paling banyak|paling lama|paling lambat|maksimal|maksimum|hingga"
    r"|tidak lebih|dalam waktu|tối đa|không quá|trong vòng|nhiều nhất)\b"
    rf"|ไม่เกิน|ภายใน|สูงสุด|มากที่สุด).{{0,12}}?(?:{_COUNT})",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"(?:\b(?:at least|minimum|no less than|no fewer than|more than|over|longer than"
    r"|paling sedikit|minimal|minimum|sekurangnya|lebih dari|setidaknya|tối thiểu|ít nhất|hơn)\b"
    rf"|อย่างน้อย|ขั้นต่ำ|มากกว่า|ไม่น้อยกว่า).{{0,12}}?(?:{_COUNT})",
    re.IGNORECASE,
)

_PERIOD = re.compile(
    r"\b(?:an?|per|dalam (?:satu|se)|một)\s+"
    rf"({_LATIN_LENGTH})\b"
    rf"|\bse({_any(['jam', 'hari', 'minggu', 'bulan', 'tahun'])})\b|({_THAI_LENGTH})ละ",
    re.IGNORECASE,
)
"""How a period is named that something is counted for."""

INTERVAL = "every"
"""What is counted where something is done again and again: the time between."""

TOLERANCE = 0.06
"""Lengths of time that differ by no more than this share are the same: 30 days are a month."""


@dataclass(frozen=True, slots=True)
class Quantities:
    """The amounts that a sentence tells, by what is counted, and the sentence without them.

    *periods* are those that something is counted for, as in "two days a week".
    """

    by_unit: dict[str, frozenset[float]]
    periods: frozenset[float]
    bound: Bound
    rest: str
    named: frozenset[str] = frozenset()
    """What the sentence is said of alone: tier 1, class A, 1-5 items, in 2026, in Vietnam."""

    def differs(self, other: "Quantities") -> bool:
        """Tell whether *other* tells another amount of the same; of rates, only for one period."""
        if {self.bound, other.bound} == {"most", "least"}:
            return False
        shared = self.by_unit.keys() & other.by_unit.keys()
        if shared - {INTERVAL} and self.periods and other.periods:
            if self.periods != other.periods:
                return False
            shared = shared - {INTERVAL}
        unlike = [
            unit for unit in shared if not _are_equal(self.by_unit[unit], other.by_unit[unit])
        ]
        return bool(unlike) and all(
            len(each.by_unit[unit]) == 1 for each in (self, other) for unit in unlike
        )


def find_quantities(sentence: str) -> Quantities:
    """Find the amounts of a *sentence*, numbers in figures or words with what they count."""
    found: defaultdict[str, set[float]] = defaultdict(set)
    periods: set[float] = set()
    bound: Bound = "most" if _MOST.search(sentence) else ""
    bound = "least" if _LEAST.search(sentence) and not bound else bound

    def take(match: re.Match[str]) -> str:
        told = _measure(match)
        if told is None:
            return match[0]
        found[told[0]].add(told[1])
        return " "

    def take_often(match: re.Match[str]) -> str:
        unit = match["unit"] or match["thai"]
        hours = _LENGTHS[unit.lower()] if unit else _ADVERBS[match["adverb"].lower()]
        found[INTERVAL].add(float(hours))
        return " "

    def take_period(match: re.Match[str]) -> str:
        unit = next(filter(None, match.groups())).lower()
        periods.add(float(_LENGTHS[unit]))
        return " "

    text = _NUMBERED.sub(" ", _RANGE.sub(" ", sentence))
    rest = _PERIOD.sub(take_period, _OFTEN.sub(take_often, _AMOUNT.sub(take, text)))
    by_unit = {unit: frozenset(each) for unit, each in found.items()}
    named = frozenset(" ".join(each[0].lower().split()) for each in _NAMED.finditer(sentence))
    every = frozenset(periods) or by_unit.get(INTERVAL, frozenset())
    return Quantities(by_unit, every, bound, rest, named)


def _measure(match: re.Match[str]) -> tuple[str, float] | None:
    """Tell of what there is how much, where a number counts something."""
    value = _value(match["number"])
    unit = (match["before"] or match["thai"] or match["unit"] or "").lower()
    if value is None or not unit:
        return None
    if unit in _LENGTHS:
        if match["working"] or match["worked"]:
            return f"working {_LENGTHS[unit]}", value
        kind = INTERVAL if match["every"] or match["once"] else "length"
        return kind, value * _LENGTHS[unit]
    if unit in _UNITS:
        return _UNITS[unit], value
    counted = tokenize(unit)
    return (counted[0], value) if counted else None


@cache
def _value(number: str) -> float | None:
    """Read a number, in figures or as a word."""
    told = find_numbers(number)
    if len(told) != 1:
        return None  # a time or a date
    try:
        return float(next(iter(told)))
    except ValueError:
        return None  # the number of a version


def _are_equal(one: frozenset[float], other: frozenset[float]) -> bool:
    """Compare amounts, with some room where months and years are told in days."""
    pairs = zip(sorted(one), sorted(other), strict=False)
    return len(one) == len(other) and all(abs(a - b) <= TOLERANCE * max(a, b) for a, b in pairs)
