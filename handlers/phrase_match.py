"""The ways to say a thing: what somebody typed, held against all of our languages (pure)."""

import re
from collections.abc import Iterable
from functools import cache

from governance import GAP, THAI_MARKS, any_word_pattern, normalise, whole_word_pattern
from handlers.wording import LOCALES, beginning, ending, to_nfc, wording

_PUNCTUATION = re.compile(rf"[^\w\s{THAI_MARKS}]")

END = "…"
"""What stands before the words that a question ends with, among those that it begins with."""

MAX_BETWEEN_CHARS = 60
"""How many characters may stand between two parts of one way to report harm."""

_CONFIDENTIAL, _LIVE = frozenset({"things", "cries"}), frozenset({"now", "solutions"})
_OWN = frozenset({"papers", "solutions"})
_MATTERS = (*sorted(_CONFIDENTIAL), *sorted(_LIVE), "papers")
"""What makes it harm that others see something: what is confidential, or a solution just now, or
what belongs to one customer."""


SYMPTOMS = (
    *(("runners", "repeats", each) for each in ("now", "cries", "calls")),
    ("runners", "alone", "acts", "times"),
    ("runners", "alone", "does", "times"),
    ("runners", "orders", "acts"),
    ("runners", "deletes", "times"),
    ("runners", "rude", "answers"),
    ("runners", "false", "people"),
    ("outsiders", "gets", "things"),
    *(("pastes", "keys", "tools", each) for each in ("done", "cries")),
)
"""Lists of words that together tell of harm by its symptoms: what runs goes on and on, acts with
nobody asking it, obeys a stranger, deletes, insults or misleads; strangers have what is ours, and
secrets have been put into a tool."""

PASTED = tuple(("pastes", "things", "tools", each) for each in ("done", "cries"))
"""The same of what some account may see, and another may not."""


def means(key: str, text: str) -> bool:
    """Tell whether *text* is one of the ways to say *key*, in any of our languages."""
    said = plain(text)
    return any(said == plain(way) for locale in LOCALES for way in wording(locale).lines(key))


def consists_of(text: str, *keys: str) -> bool:
    """Tell whether a *text* says the first of *keys*, and beside it only words of the others."""
    rest, count = any_of(keys[0]).subn(" ", normalise(text))
    return bool(count) and has_only(rest, *keys[1:])


def has_only(text: str, *keys: str) -> bool:
    """Tell whether a *text* has only words of these lists, or none at all."""
    rest = normalise(text)
    for key in keys:
        rest = any_of(key).sub(" ", rest)
    return not rest.strip()


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
    said = " ".join(_PUNCTUATION.sub(" ", to_nfc(text).casefold()).split())
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
        return _has_symptoms(said)
    return not _asks_of_rules(said, end)


def asks_about_harm(text: str) -> bool:
    """Tell whether a *text* only asks what the rules say of harm, wherever it asks."""
    said = normalise(text)
    return _asks_of_rules(said, len(said))


def complains_of_people(said: str) -> bool:
    """Tell whether a normalised text is about people and meetings alone, and no solution."""
    is_of_solution = any(any_of(f"incident-{key}").search(said) for key in ("solutions", "things"))
    return bool(any_of("incident-meetings").search(said)) and not is_of_solution


def _asks_of_rules(said: str, end: int) -> bool:
    """Tell whether the words of a normalised text up to an *end* ask, and nothing has happened."""
    if any_of("incident-cries").search(said):
        return False
    is_of_past = any_of("incident-periods").search(said) and any_of("intent-within").search(said)
    if is_of_past or any_of("incident-counts").search(said):
        return True
    if any_of("incident-now").search(said):
        return False
    return bool(
        any_of("incident-asks").search(said, 0, end) or any_of("incident-general").search(said)
    )


def _has_symptoms(said: str) -> bool:
    """Tell whether a normalised text tells of harm by its symptoms alone, and asks no rules."""
    if complains_of_people(said) or not (
        any(_has_all(each, said) for each in SYMPTOMS)
        or (
            any(_has_all(each, said) for each in PASTED)
            and not any_of("incident-approved").search(said)
        )
    ):
        return False
    sure = any_of("incident-hedges").sub(" ", said)
    asks = any(any_of(f"incident-{each}").search(sure) for each in ("asks", "general"))
    return not asks or bool(any_of("incident-cries").search(said))


def _has_all(keys: Iterable[str], said: str) -> bool:
    return all(any_of(f"incident-{key}").search(said) for key in keys)


def _end_of_harm(said: str) -> int | None:
    """Find where the words of harm in a normalised text end, if it has any."""
    if complains_of_people(said):
        return None
    if outright := any_of("incident-words").search(said):
        return outright.end()
    known = {key for key in _MATTERS if any_of(f"incident-{key}").search(said)}
    is_grave, is_inside = bool(known - _OWN), bool(known & _CONFIDENTIAL) or known >= _LIVE
    acts = any_of("incident-acts")
    for act in (*acts.finditer(said), *any_of("incident-arrivals").finditer(said)):
        before, end = max(0, act.start() - MAX_BETWEEN_CHARS), act.end() + MAX_BETWEEN_CHARS
        is_deed = act.re is acts
        for is_harm, start, way in (
            (is_deed, act.end(), any_of("incident-wrong")),
            (is_deed, before, any_of("incident-unmeant")),
            (is_deed and is_grave, before, any_of("incident-seen-by")),
            (is_grave or "papers" in known, before, _others("people")),
            (is_inside, before, _others("inside")),
        ):
            if is_harm and (harm := way.search(said, start, end)):
                return max(act.end(), harm.end())
    return None


@cache
def _others(key: str) -> re.Pattern[str]:
    """Read how somebody is named whose the thing is not: "another customer", "pelanggan lain"."""
    people, other = (any_of(f"incident-{each}").pattern for each in (key, "other"))
    return re.compile(
        rf"(?:{other})\s*(?:\S+ )?(?:{people})|(?:{people})\s*(?:{other})"
        rf"|{any_of('incident-others').pattern}"
    )


@cache
def any_of(key: str) -> re.Pattern[str]:
    """Read the ways to say *key*, in all languages together; "…" stands for words between."""
    ways = {
        GAP.join(map(normalise, line.split(GAP)))
        for locale in LOCALES
        for line in wording(locale).lines(key)
    }
    longest_first = sorted(ways, key=lambda way: -len(way))
    return re.compile(any_word_pattern(longest_first, rf".{{0,{MAX_BETWEEN_CHARS}}}?"))


def says(key: str, text: str) -> bool:
    """Tell whether a *text* has one of the words of a list in it."""
    return bool(any_of(key).search(normalise(text)))


def last_part(text: str) -> str:
    """Give what stands after the last comma of a *text*, which may ask about the rest."""
    return text.replace(";", ",").rpartition(",")[2]


class Ways:
    """How sentences of a kind begin, and, after "…", how they end, in any language."""

    def __init__(self, key: str) -> None:
        ways = {way for locale in LOCALES for way in wording(locale).lines(key)}
        first = [_whole(way) for way in ways if not way.startswith(END)]
        last = [_whole(way.lstrip(f"{END} ")) for way in ways if way.startswith(END)]
        self._pattern = re.compile(rf"^(?:{'|'.join(first)})|(?:{'|'.join(last)})$")

    def match(self, text: str) -> bool:
        """Tell whether a *text*, but for what is only polite, begins or ends in such a way."""
        return bool(self._pattern.search(without_courtesies(normalise(text))))


def _whole(way: str) -> str:
    return whole_word_pattern(normalise(way))
