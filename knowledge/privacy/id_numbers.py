"""Identity numbers and card numbers in what people type: where they stand.

Libraries check the digits of most; our own is what they lack, the NRIC of Singapore and the
identity number of Vietnam.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from typing import Literal

from stdnum import luhn
from stdnum.id import nik
from stdnum.my import nric
from stdnum.th import pin

from knowledge.privacy.secrets import Span
from knowledge.text.lexicon import compiled, spaced_words, unspaced_words

Number = tuple[Span, Literal["identity", "card"]]
"""Where a number stands, and whose it is."""

_RUN = re.compile(r"(?<!\d\.)\d(?:[ .-]?\d){8,}", re.ASCII)
_GROUP = re.compile(r"\d+", re.ASCII)
_TORN_BEFORE = re.compile(r"(?:\d[A-Za-z]*|(?<![A-Za-z])[A-Za-z])\Z", re.ASCII)
_TORN_AFTER = re.compile(r"[A-Za-z]+\d", re.ASCII)
"""Letters and digits that make a run a piece of something else; a label beside it does not."""

_NRIC = re.compile(r"(?<![A-Za-z0-9])[STFGM]\d{7}-?[A-Z](?![A-Za-z0-9])", re.IGNORECASE | re.ASCII)
_LABELS = (
    rf"(?<![A-Za-z]){spaced_words(lambda each: each.privacy.identity)}(?![A-Za-z](?!\d))"
    rf"|{unspaced_words(lambda each: each.privacy.identity)}"
)
_NAMED = compiled(
    rf"(?:{_LABELS})[^\d\n,.;?!]{{0,24}}?"
    r"(?P<number>[STFGM]\d{7}(?:-?[A-Z])?(?![A-Za-z0-9])|\d(?:[ .-]?\d){11,15}(?!\d))"
)
"""A number that somebody calls an identity's, whatever its check says."""

_SHAPES = {(4, 4, 4, 4), (4, 6, 5), (1, 4, 5, 2, 1), (6, 2, 4), (6, 6, 4), (3, 3, 3, 3)}
"""How the digits of cards and identities are parted; in a longer run only these are looked for."""

_WRITTEN = {(12,), (3, 3, 3, 3)}
"""How a CCCD is written; telephones have as many digits."""

_MAX_DIGITS = 19


def find_id_numbers(text: str) -> Iterator[Number]:
    """Return the spans of identity and card numbers.

    A number counts if its check digits hold or the preceding word names it.
    """
    plain = ascii_digits(text)
    for match in _NAMED.finditer(plain):
        yield match.span("number"), "identity"
    for match in _NRIC.finditer(plain):
        if _is_singaporean(match[0].upper().replace("-", "")):
            yield match.span(), "identity"
    for match in _RUN.finditer(plain):
        if _is_whole(plain, *match.span()):
            yield from _in_run(list(_GROUP.finditer(plain, *match.span())))


def ascii_digits(text: str) -> str:
    """Replace the digits of every script by ASCII digits; offsets stay the same."""
    if text.isascii():
        return text
    return "".join(str(int(each)) if each.isdecimal() else each for each in text)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a run of digits is not part of a key or an address."""
    before = text[max(0, start - 20) : start]
    return not _TORN_BEFORE.search(before) and not _TORN_AFTER.match(text, end)


def _in_run(groups: Sequence[re.Match[str]]) -> Iterator[Number]:
    """Yield a run of digits as a whole, then the parts written as people group numbers."""
    for start, first in enumerate(groups):
        lengths = accumulate(len(each[0]) for each in groups[start : start + _MAX_DIGITS])
        most = sum(1 for _ in takewhile(lambda length: length <= _MAX_DIGITS, lengths))
        for stop in range(start + most, start, -1):
            some = groups[start:stop]
            sizes = tuple(len(each[0]) for each in some)
            if stop - start in (1, len(groups)) or sizes in _SHAPES:
                place = (first.start(), some[-1].end())
                digits = "".join(each[0] for each in some)
                if kind := _kind(digits, sizes):
                    yield place, kind


def _kind(digits: str, sizes: tuple[int, ...]) -> Literal["identity", "card"] | None:
    """Return the kind of a number whose check digits hold."""
    if nik.is_valid(digits) or pin.is_valid(digits) or nric.is_valid(digits):
        return "identity"
    if sizes in _WRITTEN and _is_vietnamese(digits):
        return "identity"
    is_long = len(digits) > 12  # noqa: PLR2004 - cards have 13 to 19
    return "card" if is_long and digits[0] in "23456" and luhn.is_valid(digits) else None


def _is_singaporean(number: str) -> bool:
    """Verify the check letter of an NRIC or FIN."""
    total = sum(
        int(digit) * weight
        for digit, weight in zip(number[1:8], (2, 7, 6, 5, 4, 3, 2), strict=True)
    )
    letters = {"S": "JZIHGFEDCBA", "T": "JZIHGFEDCBA", "M": "KLJNPQRTUWX"}
    offset = {"T": 4, "G": 4, "M": 3}.get(number[0], 0)
    return number[8] == letters.get(number[0], "XWUTRQPNMLK")[(total + offset) % 11]


def _is_vietnamese(digits: str) -> bool:
    """Return whether it is a CCCD: province code, then the digit of century and sex."""
    return 1 <= int(digits[:3]) <= 96 and digits[3] in "0123"  # noqa: PLR2004 - the provinces' numbers
