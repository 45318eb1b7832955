"""Extracts numbers from a text, written in digits or as words (pure)."""

import re
import unicodedata

from knowledge.text.lexicon import LEXICON, all_words

_FIGURE = re.compile(r"\d+(?:[.,:/]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")

_VALUES = {word: str(value) for each in LEXICON for word, value in each.numbers.values.items()}
_AMBIGUOUS = frozenset(all_words(lambda each: each.numbers.ambiguous))
"""Words that often mean no number; a claim is not checked against them."""

NUMBER_WORDS = frozenset(_VALUES) - _AMBIGUOUS
"""Words that always mean a number."""


def find_numbers(claim: str) -> frozenset[str]:
    """Return the numbers that a *claim* states for certain, as normalised strings."""
    return _written(claim) | _worded(claim, besides=_AMBIGUOUS)


def is_number(term: str) -> bool:
    """Tell whether a *term* is unambiguously a number."""
    return term.isdigit() or (term in _VALUES and term not in _AMBIGUOUS)


def find_possible_numbers(text: str) -> frozenset[str]:
    """Return every number that a *text* may state, ambiguous words included."""
    return _written(text) | _worded(text, besides=frozenset())


def _written(text: str) -> frozenset[str]:
    plain = "".join(
        str(unicodedata.digit(each))
        if each.isdigit() and unicodedata.digit(each, None) is not None
        else each
        for each in text
    )
    return frozenset(
        part.lstrip("0") or "0"
        for found in _FIGURE.findall(plain)
        for part in _parts(_THOUSANDS.sub("", found))
    )


def _parts(figure: str) -> list[str]:
    """Split times and dates into their numbers: languages order them differently."""
    return re.split(r"[:/]", figure.replace(",", "."))


def _worded(text: str, *, besides: frozenset[str]) -> frozenset[str]:
    return frozenset(
        _VALUES[word]
        for word in _WORD.findall(text.lower())
        if word in _VALUES and word not in besides
    )
