"""Personal data and secrets in what people ask, covered up before anything else sees it.

Libraries know what an identity number, a phone number or a key looks like and check its digits;
our own is what they lack. Names of people are not recognised.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from phonenumbers import Leniency, PhoneNumberMatcher

from knowledge.privacy.id_numbers import ascii_digits, find_id_numbers
from knowledge.privacy.secrets import find_secrets
from knowledge.text.lexicon import all_words, compiled, either

PrivateKind = Literal["key", "email", "card", "identity", "phone"]
"""What can be covered up."""

PLACEHOLDERS: dict[PrivateKind, str] = {
    "key": "[key]",
    "email": "[e-mail address]",
    "card": "[card number]",
    "identity": "[identity number]",
    "phone": "[phone number]",
}
"""What stands in its place."""

COUNTRIES = ("SG", "MY", "ID", "TH", "VN", "PH")
"""Where a phone number without a country's code may be from."""

MIN_PHONE_DIGITS = 7
"""No phone number has fewer."""

_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]", re.ASCII)
_DOMAIN = re.compile(r"@(?:[A-Za-z0-9\u00c0-\u024f-]+\.)+[A-Za-z]{2,}")
_CALLING = compiled(rf"{either(all_words(lambda each: each.privacy.phone))}\W*(?:\w+\W+){{0,3}}$")
_CONTEXT_CHARS = 60
"""So many characters before a number are looked at for a word that says whose it is."""


@dataclass(frozen=True, slots=True)
class MaskedText:
    """A masked text, and the kinds of private data that were masked."""

    text: str
    kinds: tuple[PrivateKind, ...] = ()


@dataclass(frozen=True, slots=True)
class _PrivateSpan:
    """Span of private data."""

    start: int
    end: int
    kind: PrivateKind


def mask(text: str) -> MaskedText:
    """Mask personal data and secrets in *text*, so that it may be stored."""
    text = replace_surrogates(text)
    chosen: list[_PrivateSpan] = []
    taken = bytearray(len(text))
    for found in (_keys, _emails, _numbers, _phones):
        for span in found(text):
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"x" * (span.end - span.start)
                chosen.append(span)
    chosen.sort(key=lambda span: span.start)
    parts, end = [], 0
    for span in chosen:
        parts += [text[end : span.start], PLACEHOLDERS[span.kind]]
        end = span.end
    kinds = dict.fromkeys(span.kind for span in chosen)
    return MaskedText("".join([*parts, text[end:]]), tuple(kinds))


def replace_surrogates(text: str) -> str:
    """Replace lone surrogates in *text*, which cannot be encoded."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def strip_placeholders(text: str) -> str:
    """Remove the placeholders of masked data, which are no search terms."""
    text = replace_surrogates(text)
    for placeholder in PLACEHOLDERS.values():
        text = text.replace(placeholder, " ")
    return " ".join(text.split())


def _keys(text: str) -> Iterator[_PrivateSpan]:
    for place in find_secrets(text):
        yield _PrivateSpan(*place, "key")


def _emails(text: str) -> Iterator[_PrivateSpan]:
    """Find e-mail addresses from their @ outwards, in linear time."""
    for match in _DOMAIN.finditer(text):
        start = match.start()
        while start and _LOCAL.match(text[start - 1]):
            start -= 1
        if start < match.start():
            yield _PrivateSpan(start, match.end(), "email")


def _numbers(text: str) -> Iterator[_PrivateSpan]:
    for place, kind in find_id_numbers(text):
        yield _PrivateSpan(*place, kind)


def _phones(text: str) -> Iterator[_PrivateSpan]:
    """Find phone numbers; a bare number without a leading zero may be an amount."""
    if sum(map(str.isdigit, text)) < MIN_PHONE_DIGITS:
        return
    plain = ascii_digits(text)
    for country in COUNTRIES:
        for match in PhoneNumberMatcher(plain, country, leniency=Leniency.VALID):
            bare = match.raw_string.isdigit() and not match.raw_string.startswith("0")
            if not bare or _CALLING.search(
                text[max(0, match.start - _CONTEXT_CHARS) : match.start]
            ):
                yield _PrivateSpan(match.start, match.end, "phone")
