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


def consists_of(text: str, *keys: str) -> bool:
    """Tell whether a *text* says the first of *keys*, and beside it only words of the others."""
    said = normalise(text)
    rest, count = any_of(keys[0]).subn(" ", said)
    for key in keys[1:]:
        rest = any_of(key).sub(" ", rest)
    return bool(count) and not rest.strip()


def without_courtesies(said: str) -> str:
    """Take off a normalised text what is only polite at either end: greetings, thanks, address."""
    polite = _courtesies_at_either_end()
    while (bare := polite.sub("", said).strip()) != said:
        said = bare
    return said


@cache
def _courtesies_at_either_end() -> re.Pattern[str]:
    polite = any_of("ruling-courtesy").pattern
    return re.compile(rf"^(?:{polite})\s*|\s*(?:{polite})$")


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
    """Tell whether a *text* says that something was lost, leaked, sent wrongly, or is down.

    Who asks what the rules say of such things reports none, unless it has just happened.
    """
    said = normalise(text)
    end = _end_of_harm(said)
    if end is None:
        return False
    return not _asks_of_rules(said, end)


def asks_about_harm(text: str) -> bool:
    """Tell whether a *text* only asks what the rules say of harm, wherever it asks."""
    said = normalise(text)
    return _asks_of_rules(said, len(said))


def _asks_of_rules(said: str, end: int) -> bool:
    """Tell whether the words of a normalised text up to an *end* ask, and nothing has happened."""
    if any_of("incident-now").search(said):
        return False
    return bool(
        any_of("incident-asks").search(said, 0, end) or any_of("incident-general").search(said)
    )


def _end_of_harm(said: str) -> int | None:
    """Find where the words of harm in a normalised text end, if it has any."""
    if outright := any_of("incident-words").search(said):
        return outright.end()
    is_grave = any(any_of(f"incident-{key}").search(said) for key in ("things", "now"))
    for act in any_of("incident-acts").finditer(said):
        start, end = max(0, act.start() - MAX_BETWEEN_CHARS), act.end() + MAX_BETWEEN_CHARS
        harm = any_of("incident-wrong").search(said, act.end(), end)
        harm = harm or any_of("incident-unmeant").search(said, start, end)
        if is_grave and not harm:
            harm = any_of("incident-seen-by").search(said, start, end)
        if harm:
            return max(act.end(), harm.end())
    return None


@cache
def any_of(key: str) -> re.Pattern[str]:
    """Read the ways to say *key*, in all languages together; "…" stands for words between."""
    between = rf".{{0,{MAX_BETWEEN_CHARS}}}?"
    ways = {line for locale in LOCALES for line in wording(locale).lines(key)}
    return re.compile(
        "|".join(
            between.join(whole_word_pattern(normalise(part)) for part in line.split(GAP))
            for line in sorted(ways, key=lambda line: -len(line))
        )
    )
