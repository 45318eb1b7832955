"""Finds what a text speaks of in words that every language has: who, what is done, in what order.

Two languages cannot be compared word by word, but "the reviewer" and "peninjau" are one concept,
and so are "delete" and "erase". Each mention has its place, and tells whether its clause denies it
(pure).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from knowledge.text.language import language_of
from knowledge.text.lexicon import BY_CODE, compiled, either
from knowledge.text.negation import denied_spans

Kind = Literal["roles", "tiers", "acts", "order"]
KINDS: tuple[Kind, ...] = ("roles", "tiers", "acts", "order")


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept that words of a text stand for, where they stand, and whether it is denied.

    *names* are several where a word can stand for more than one.
    """

    names: frozenset[str]
    kind: Kind
    start: int
    end: int
    is_denied: bool


def find_concepts(text: str, language: str = "", *, is_far: bool = False) -> list[Mention]:
    """Find the concepts of a *text* in reading order; of words that overlap the longest count.

    With *is_far* the scope of a negation crosses commas. A "no" denies the act behind it, and the
    role before it as well.
    """
    found: dict[tuple[int, int], tuple[Kind, set[str]]] = {}
    for kind, name, pattern in _patterns(language or language_of(text)):
        for match in pattern.finditer(text):
            found.setdefault(match.span(), (kind, set()))[1].add(name)
    denied = {kind: denied_spans(text, is_far=is_far, is_narrow=kind == "acts") for kind in KINDS}
    taken: list[Mention] = []
    for (start, end), (kind, names) in sorted(found.items(), key=lambda each: -_length(each[0])):
        if all(end <= each.start or each.end <= start for each in taken):
            is_denied = any(first <= start < last for first, last in denied[kind])
            taken.append(Mention(frozenset(names), kind, start, end, is_denied))
    return sorted(taken, key=lambda each: each.start)


def names_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the names of all concepts that are mentioned."""
    return frozenset(name for each in mentions for name in each.names)


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


@cache
def _patterns(code: str) -> list[tuple[Kind, str, re.Pattern[str]]]:
    language = BY_CODE[code]
    bound = r"\b{}\b" if language.writes_spaces else "{}"
    return [
        (kind, name, compiled(bound.replace("{}", either(words))))
        for kind in KINDS
        for name, words in getattr(language.concepts, kind).items()
        if words
    ]
