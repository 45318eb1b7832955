"""Which clause a question names by its number, and what begins with that number (pure)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.pages import SEPARATOR
from knowledge.text.lexicon import all_words, compiled, either

_LABELS = either(all_words(lambda each: each.documents.clauses))
_NUMBER = r"\d+(?:\.\d+)*"
_ASKED = compiled(rf"(?<!\w)(?P<label>{_LABELS}|§+)\s*(?P<number>{_NUMBER})(?!\w)")
_BARE = re.compile(rf"(?<![\w.,])({_NUMBER.replace('*', '+')})(?![\w%]|\.\d|,\d)")
"""A number of several parts, which needs no word before it."""

_FIRST = compiled(rf"^\W*(?:(?P<label>{_LABELS}|§+)\s*)?(?P<number>{_NUMBER})(?=[.):\s]|$)")
_DIGITS = {0x0E50 + digit: str(digit) for digit in range(10)}


@dataclass(frozen=True, slots=True)
class ClauseNumber:
    """The number of a clause, with the word before it in lower case, empty if there is none."""

    label: str
    number: str

    @property
    def is_composed(self) -> bool:
        """Whether the number has several parts, so that hardly anything else begins with it."""
        return "." in self.number


@lru_cache(1_000)
def clause_numbers_in(question: str) -> tuple[ClauseNumber, ...]:
    """Return the clauses that a *question* names by number."""
    plain = question.translate(_DIGITS)
    found = {each["number"]: _clause_number(each) for each in _ASKED.finditer(plain)}
    for bare in _BARE.findall(plain):
        found.setdefault(bare, ClauseNumber("", bare))
    return tuple(found.values())


def begins_with(text: str, asked: tuple[ClauseNumber, ...]) -> bool:
    """Return whether a sentence begins with a number of several parts that is *asked* for."""
    first = _first_number(text)
    return first is not None and any(
        each.is_composed and each.number == first.number for each in asked
    )


def is_heading_of(heading: str, asked: tuple[ClauseNumber, ...]) -> bool:
    """Return whether a *heading*, or a part of it, begins with a number that is *asked* for.

    A number of one part without a word counts only if it is the only one in the question.
    """
    firsts = filter(None, map(_first_number, heading.split(SEPARATOR)))
    return any(
        first.number == each.number
        and (each.is_composed or first.label == each.label or (not first.label and len(asked) == 1))
        for first in firsts
        for each in asked
    )


@lru_cache(20_000)
def _first_number(text: str) -> ClauseNumber | None:
    found = _FIRST.match(text[:60].translate(_DIGITS))
    return _clause_number(found) if found else None


def _clause_number(found: re.Match[str]) -> ClauseNumber:
    return ClauseNumber((found["label"] or "").lower(), found["number"])
