"""The words the assistant uses, in every language it speaks.

A language is a folder of Fluent files, one per command; all files of a language share one
namespace, so a key begins with the word of its file. A key that does not exist is a mistake in
the code and raises ``KeyError``; a test proves that every language has the same keys.
https://projectfluent.org/fluent/guide/
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Message, TextElement

from governance import THAI_LETTERS, THAI_MARKS

FALLBACK = "en"
"""The language of whoever speaks none of the others."""


def _locales() -> tuple[str, ...]:
    """List the folders beside this file, the fallback first."""
    folders = (each.name for each in files(__name__).iterdir() if each.is_dir())
    found = {name for name in folders if not name.startswith("_")}
    return (FALLBACK, *sorted(found - {FALLBACK}))


LOCALES = _locales()
"""The languages that are complete, the fallback first."""

_START = rf"(?:\A|(?<=[{THAI_LETTERS}])|(?<!\w)(?=\w)|(?=[{THAI_LETTERS}]))"
_END = (
    rf"(?:\Z|(?<=[{THAI_LETTERS}])(?![{THAI_MARKS}])"
    rf"|(?<=[^\W{THAI_LETTERS}])(?![^\W{THAI_LETTERS}]))"
)
"""Where a word may begin and end: Thai puts no spaces between words."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language: ``wording("home-empty", name="Sari")``."""

    locale: str
    _bundle: FluentBundle = field(repr=False, compare=False)
    keys: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
    """The keys that need no facts, lists of phrases among them."""

    def __call__(self, key: str, **facts: str | int) -> str:
        """Say *key* with its *facts*.

        Raises:
            KeyError: If there is no such key, or a fact that it needs is missing.
        """
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(message.value, facts)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return str(text)

    def lines(self, key: str) -> tuple[str, ...]:
        """Give the lines of *key*, one item each, such as example sentences."""
        return tuple(line.strip() for line in self(key).splitlines() if line.strip())

    def to(self, locale: str) -> "Wording":
        """Give the words of another language, or English where there are none."""
        return wording(locale)

    def date(self, day: date) -> str:
        """Write a day with its year, as ``30 November 2026``."""
        return format_date(day, self("date-day-and-year"), locale=self._region)

    def day(self, at: datetime, zone: str) -> str:
        """Write the day of a moment as people in *zone* see it, as ``Monday 30 November``."""
        pattern = self("date-day")
        return format_datetime(at, pattern, tzinfo=ZoneInfo(zone), locale=self._region)

    def time(self, at: datetime, zone: str) -> str:
        """Write the time of a moment as people in *zone* see it, as ``14:00``."""
        return format_time(at, "HH:mm", tzinfo=ZoneInfo(zone), locale=self._region)

    def moment(self, at: datetime, zone: str) -> str:
        """Write a moment with its place, as ``Mon 30 Nov 2026, 14:00 Jakarta``."""
        there = ZoneInfo(zone)
        pattern = self("date-moment")
        written = format_datetime(at, pattern, tzinfo=there, locale=self._region)
        return f"{written} {zone.rpartition('/')[2].replace('_', ' ')}"

    @property
    def _region(self) -> Locale:
        return Locale.parse(self("date-region"))


def beginning(words: str) -> re.Pattern[str]:
    """Give what finds *words* at the beginning of a text, as whole words."""
    return _around(words, "", _END)


def ending(words: str) -> re.Pattern[str]:
    """Give what finds *words* at the end of a text, as whole words."""
    return _around(words, _START, r"\Z")


def to_nfc(text: str) -> str:
    """Give *text* with each letter and its marks as one, however a keyboard put them together."""
    return unicodedata.normalize("NFC", text)


@cache
def _around(words: str, before: str, after: str) -> re.Pattern[str]:
    return re.compile(f"{before}{re.escape(words)}{after}", re.IGNORECASE)


def wording(locale: str = "en") -> Wording:
    """Give the words for *locale* (``id`` or ``id-ID``): the nearest language, else English."""
    language = locale.replace("_", "-").split("-")[0].lower()
    return _read(language if language in LOCALES else FALLBACK)


def _is_plain(message: Message) -> bool:
    """Tell whether a *message* needs no facts."""
    parts = message.value.elements if message.value else []
    return bool(parts) and all(isinstance(each, TextElement) for each in parts)


@lru_cache
def _read(language: str) -> Wording:
    """Read the catalogues of one language.

    Raises:
        ValueError: If a file has something in it that is not Fluent.
    """
    bundle = FluentBundle([language], use_isolating=False)
    keys = set[str]()
    for file in sorted(files(__name__).joinpath(language).iterdir(), key=lambda file: file.name):
        resource = FluentResource(file.read_text(encoding="utf-8"))
        junk = [entry for entry in resource.body if isinstance(entry, Junk)]
        if junk:
            start = (junk[0].content or "").strip().splitlines()[0]
            raise ValueError(f"{language}/{file.name} is not Fluent at {start!r}")
        bundle.add_resource(resource)
        messages = [entry for entry in resource.body if isinstance(entry, Message)]
        keys |= {message.id.name for message in messages if _is_plain(message)}
    return Wording(language, bundle, frozenset(keys))
