"""Extracts quantities from a sentence: a number and what it counts (pure).

Lengths of time are compared in hours, whatever unit they are told in; every other amount with
those of the same unit alone.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from knowledge.text.lexicon import (
    LEXICON,
    QuantityWords,
    Words,
    all_words,
    compiled,
    either,
    spaced_words,
    unspaced_words,
    whole_words,
)
from knowledge.text.numbers import NUMBER_WORDS, find_numbers
from knowledge.text.tokens import tokenize

Bound = Literal["most", "least", ""]
"""Whether an amount is an upper or a lower bound; "" if the sentence does not say."""

_HOURS = {
    "minute": 1 / 60,
    "hour": 1,
    "day": 24,
    "week": 24 * 7,
    "fortnight": 24 * 14,
    "month": 24 * 30,
    "quarter": 24 * 365 / 4,
    "year": 24 * 365,
}
_SIGNS = {
    "percent": ("%",),
    "usd": ("$", "us$", "usd"),
    "sgd": ("s$", "sgd"),
    "idr": ("rp", "idr"),
    "thb": ("thb",),
    "vnd": ("₫", "vnd"),
    "eur": ("€", "eur"),
}
"""Units that are the same in every language."""


def _hours(pick: Callable[[QuantityWords], Iterable[tuple[str, Words]]]) -> dict[str, float]:
    """Return the hours of every word of the picked key."""
    return {
        word: _HOURS[unit]
        for each in LEXICON
        for unit, words in pick(each.quantities)
        for word in words
    }


_LENGTHS = _hours(lambda each: each.time)
_ADVERBS = _hours(lambda each: each.adverbs.items())
_PERIODS = _hours(lambda each: each.periods.items())
_UNITS = {sign: kind for kind, signs in _SIGNS.items() for sign in signs} | {
    word: kind
    for each in LEXICON
    for kind, words in each.quantities.counted.items()
    for word in words
}
_UNSPACED = frozenset(
    word
    for each in LEXICON
    if not each.writes_spaces
    for words in (*dict(each.quantities.time).values(), *each.quantities.counted.values())
    for word in words
)
"""Units of languages that write no spaces: they follow their number at once."""


def _any(words: Iterable[str]) -> str:
    """Return a pattern of any of *words*, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUMBER = r"\d+(?:[.,:]\d+)*"
_COUNT = rf"{_NUMBER}|(?:{_any(NUMBER_WORDS)})\b"
_UNSPACED_LENGTH = _any(_LENGTHS.keys() & _UNSPACED)
_LENGTH = _any(_LENGTHS.keys() - _UNSPACED)
_BEFORE_NUMBER = _any(
    (_UNITS.keys() - _UNSPACED).union(all_words(lambda each: each.quantities.before_number))
)
_RANGE_WORDS = "|".join(all_words(lambda each: each.quantities.range))
_RANGE = compiled(rf"{_NUMBER}\s*(?:[-\u2013]|{_RANGE_WORDS})\s*{_NUMBER}")
_NUMBERED = compiled(
    rf"\b{spaced_words(lambda each: each.quantities.numbered)}\s+{_NUMBER}",
    rf"{unspaced_words(lambda each: each.quantities.numbered)}\s*{_NUMBER}",
)
_NAMED = re.compile(
    rf"(?i:{_RANGE.pattern}|{_NUMBERED.pattern})"
    rf"|\b(?i:{spaced_words(lambda each: each.quantities.classes)})\s+[A-Z]\b"
    rf"|\b(?i:{spaced_words(lambda each: each.quantities.before_year)})\s+(?:19|20)\d\d\b"
    rf"|{unspaced_words(lambda each: each.quantities.before_year)}\s*\d{{4}}"
    rf"|(?<=\w )\b{spaced_words(lambda each: each.quantities.before_place)}\s+[A-Z]\w+"
)
"""Labels that single out one of a kind: tier 1, class A, 1-5 items, in 2026, in Vietnam."""

_EVERY = (
    rf"\b{spaced_words(lambda each: each.quantities.every)}\s+"
    rf"|{unspaced_words(lambda each: each.quantities.every)}\s*"
)
_AMOUNT = compiled(
    rf"(?P<every>{_EVERY})?"
    rf"(?:(?<![\w$])(?P<before>{_BEFORE_NUMBER})\s*)?"
    rf"(?<![A-Za-z0-9.-])(?P<number>{_COUNT})"
    rf"(?:[-\s]*(?P<working>{either(all_words(lambda each: each.quantities.working_before))})\s)?"
    rf"(?:\s*(?P<unspaced>{_any(_UNSPACED)})|[-\s]*(?P<unit>%|[^\W\d_]+))?"
    rf"(?P<worked>\s+{spaced_words(lambda each: each.quantities.working_after)}\b"
    rf"|{unspaced_words(lambda each: each.quantities.working_after)})?"
    rf"(?P<once>\s+{spaced_words(lambda each: each.quantities.once_after)}\b)?"
)
_OFTEN = compiled(
    rf"(?:{_EVERY})(?P<unit>{_LENGTH})\b",
    rf"{unspaced_words(lambda each: each.quantities.every)}\s*(?P<unspaced>{_UNSPACED_LENGTH})",
    rf"\b(?P<adverb>{_any(_ADVERBS)})\b",
)
_UPPER_BOUND = compiled(
    rf"(?:{whole_words(lambda each: each.quantities.at_most)}).{{0,12}}?(?:{_COUNT})"
)
_LEAST = compiled(
    rf"(?:{whole_words(lambda each: each.quantities.at_least)}).{{0,12}}?(?:{_COUNT})"
)
_PERIOD = compiled(
    rf"\b{spaced_words(lambda each: each.quantities.before_period)}\s+({_LENGTH})\b",
    rf"\b({_any(_PERIODS)})\b",
    rf"({_UNSPACED_LENGTH}){unspaced_words(lambda each: each.quantities.period_suffixes)}",
)
"""A period that something is counted for: "a week"."""

INTERVAL = "every"
"""The unit of a recurrence: the hours between two occurrences."""

TOLERANCE = 0.06
"""Relative difference up to which two amounts are equal: 30 days are a month."""


@dataclass(frozen=True, slots=True)
class Quantities:
    """The quantities of a sentence by unit (times in hours), and the sentence without them.

    *periods* are those that something is counted for, as in "two days a week".
    """

    by_unit: dict[str, frozenset[float]]
    periods: frozenset[float]
    bound: Bound
    rest: str
    named: frozenset[str] = frozenset()
    """Labels that restrict the sentence to one of a kind: tier 1, class A, in 2026."""

    def differs(self, other: "Quantities") -> bool:
        """Tell whether *other* states another amount of the same unit; rates only of one period."""
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
    """Extract the quantities of a *sentence*, written in digits or words."""
    found: defaultdict[str, set[float]] = defaultdict(set)
    periods: set[float] = set()
    bound: Bound = "most" if _UPPER_BOUND.search(sentence) else ""
    bound = "least" if _LEAST.search(sentence) and not bound else bound

    def take(match: re.Match[str]) -> str:
        told = _measure(match)
        if told is None:
            return match[0]
        found[told[0]].add(told[1])
        return " "

    def take_often(match: re.Match[str]) -> str:
        unit = match["unit"] or match["unspaced"]
        hours = _LENGTHS[unit.lower()] if unit else _ADVERBS[match["adverb"].lower()]
        found[INTERVAL].add(float(hours))
        return " "

    def take_period(match: re.Match[str]) -> str:
        unit = next(filter(None, match.groups())).lower()
        periods.add(float((_LENGTHS | _PERIODS)[unit]))
        return " "

    text = _NUMBERED.sub(" ", _RANGE.sub(" ", sentence))
    rest = _PERIOD.sub(take_period, _OFTEN.sub(take_often, _AMOUNT.sub(take, text)))
    by_unit = {unit: frozenset(each) for unit, each in found.items()}
    named = frozenset(" ".join(each[0].lower().split()) for each in _NAMED.finditer(sentence))
    every = frozenset(periods) or by_unit.get(INTERVAL, frozenset())
    return Quantities(by_unit, every, bound, rest, named)


def _measure(match: re.Match[str]) -> tuple[str, float] | None:
    """Return unit and value of a matched quantity, or None if the number counts nothing."""
    value = _value(match["number"])
    unit = (match["before"] or match["unspaced"] or match["unit"] or "").lower()
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
    """Parse a number in digits or words; None for a time, a date or a version."""
    told = find_numbers(number)
    if len(told) != 1:
        return None  # a time or a date
    try:
        return float(next(iter(told)))
    except ValueError:
        return None  # the number of a version


def _are_equal(one: frozenset[float], other: frozenset[float]) -> bool:
    """Compare two sets of amounts pairwise within `TOLERANCE`."""
    pairs = zip(sorted(one), sorted(other), strict=False)
    return len(one) == len(other) and all(abs(a - b) <= TOLERANCE * max(a, b) for a, b in pairs)
