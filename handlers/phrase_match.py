"""The ways to say a thing: what somebody typed, held against all of our languages (pure)."""

import re
from functools import cache

from governance import GAP, normalise, whole_word_pattern
from handlers.wording import LOCALES, THAI_MARKS, beginning, ending, typed, wording

_PUNCTUATION = re.compile(rf"[^\w\s{THAI_MARKS}]")

MAX_BETWEEN_CHARS = 60
"""How many characters may stand between two parts of one way to report harm."""


def means(key: str, text: str) -> bool:
    """Tell whether *text* is one of the ways to say *key*, in any of our languages."""
    said = plain(text)
    return any(said == plain(way) for locale in LOCALES for way in wording(locale).lines(key))


def plain(text: str) -> str:
    """Take away what does not matter: case, punctuation, spaces, and what is only polite."""
    said = " ".join(_PUNCTUATION.sub(" ", typed(text).casefold()).split())
    while (bare := _less_polite(said)) != said:
        said = bare
    return said


def _less_polite(said: str) -> str:
    """Take one polite word off, as in "yes please", unless it is all that was said."""
    for way in _courtesies():
        for found in (beginning(way).match(said), ending(way).search(said)):
            rest = (said[: found.start()] + said[found.end() :]).strip() if found else ""
            if rest:
                return rest
    return said


@cache
def _courtesies() -> tuple[str, ...]:
    return tuple(
        way for locale in LOCALES for way in wording(locale).lines("register-words-polite")
    )


def reports_harm(text: str) -> bool:
    """Tell whether a *text* says that something was lost, leaked, sent wrongly, or is down."""
    return bool(_harm().search(normalise(text)))


@cache
def _harm() -> re.Pattern[str]:
    """Read the ways to report harm, in all languages together."""
    between = rf".{{0,{MAX_BETWEEN_CHARS}}}?"
    return re.compile(
        "|".join(
            between.join(whole_word_pattern(normalise(part)) for part in line.split(GAP))
            for locale in LOCALES
            for line in wording(locale).lines("incident-words")
        )
    )
