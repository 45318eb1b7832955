"""The numbers in a text, written in figures or as words (pure)."""

import re
import unicodedata

_FIGURE = re.compile(r"\d+(?:[.,:/]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")

_WORDS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty",
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas",
    "vi": "không một hai ba bốn năm sáu bảy tám chín mười",
}
_MORE = {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}
_VALUES = {
    word: str(value) for words in _WORDS.values() for value, word in enumerate(words.split())
} | _MORE
_TOO_COMMON = frozenset({"one", "nol", "satu", "không", "một", "ba", "năm", "bốn", "tám"})
"""Words that say no number as often as one; a claim is not held to them."""

NUMBER_WORDS = frozenset(_VALUES) - _TOO_COMMON
"""The words that are numbers for sure."""


def find_numbers(claim: str) -> frozenset[str]:
    """Give the numbers that a *claim* is held to."""
    return _written(claim) | _worded(claim, besides=_TOO_COMMON)


def is_number(term: str) -> bool:
    """Tell whether a *term* is a number, so that it is compared as one."""
    return term.isdigit() or (term in _VALUES and term not in _TOO_COMMON)


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
