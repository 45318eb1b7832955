"""The numbers in a text, written in figures or as words (pure)."""

import re
import unicodedata

from knowledge.text.lexicon import LEXICON, all_words

_FIGURE = re.compile(r"\d+(?:[.,:/]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")

_VALUES = {word: str(value) for each in LEXICON for word, value in each.numbers.values.items()}
_AMBIGUOUS = frozenset(all_words(lambda each: each.numbers.ambiguous))
"""Words that say no number as often as one; a claim is not held to them."""

NUMBER_WORDS = frozenset(_VALUES) - _AMBIGUOUS
"""The words that are numbers for sure."""


def find_numbers(claim: str) -> frozenset[str]:
    """Give the numbers that a *claim* is held to."""
    return _written(claim) | _worded(claim, besides=_AMBIGUOUS)


def is_number(term: str) -> bool:
    """Tell whether a *term* is a number, so that it is compared as one."""
    return term.isdigit() or (term in _VALUES and term not in _AMBIGUOUS)


def find_possible_numbers(text: str) -> frozenset[str]:
    """Give every number that a page's *text* may be said to tell."""
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
    """Part times and dates into their numbers, which languages put in another order."""
    return re.split(r"[:/]", figure.replace(",", "."))


def _worded(text: str, *, besides: frozenset[str]) -> frozenset[str]:
    return frozenset(
        _VALUES[word]
        for word in _WORD.findall(text.lower())
        if word in _VALUES and word not in besides
    )
