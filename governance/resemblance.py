"""Whether two registrations describe the same thing in other words (pure).

A second record of something that was rejected is the oldest way around a decision. Runs of three
letters are compared, so that it works without knowing the language, in Thai as well, and small
changes of wording count little.
"""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

from governance.policy import normalise

MIN_OVERLAP = 0.6
"""From this share of the shorter text's runs on, two descriptions are taken to be one thing."""

MIN_COPY_OVERLAP = 0.9
"""From this share of the longer text's runs on, one of two descriptions is a copy of the other."""

MIN_COMMON_RUNS = 5
"""With fewer runs in common than this, only texts with all the same runs are one thing."""

_RUN_LENGTH = 3

_LOOKALIKES = str.maketrans(
    {
        letter: latin
        for script in tomllib.loads(
            files("governance").joinpath("lookalikes.toml").read_text("utf-8")
        ).values()
        for letter, latin in zip(script["letters"], script["latin"], strict=True)
    }
)
"""Letters of other scripts that are taken for the Latin ones beside which they stand."""

_LEET = str.maketrans("013457$@", "oleastsa")
"""Signs that stand for letters within a word."""

_LATIN = re.compile(r"[a-z]")
_LINK = re.compile(r"https?://[^\s<>()]+", re.IGNORECASE)


def resembles(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether two registrations, each given as its texts, look like the same solution.

    They do when they share a link, or when the overlap coefficient of their runs of letters
    reaches ``MIN_OVERLAP``. Source: Szymkiewicz-Simpson coefficient over character trigrams.
    """
    first, second = "\n".join(one), "\n".join(other)
    if _links(first) & _links(second):
        return True
    runs, others = _runs(first), _runs(second)
    common = len(runs & others)
    if common < MIN_COMMON_RUNS:
        return bool(runs) and runs == others
    return common >= MIN_OVERLAP * min(len(runs), len(others))


def is_copy(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether two registrations share a link, or say the same in nearly the same words."""
    first, second = "\n".join(one), "\n".join(other)
    if _links(first) & _links(second):
        return True
    runs, others = _runs(first), _runs(second)
    common = len(runs & others)
    is_long = common >= MIN_COMMON_RUNS
    return is_long and common >= MIN_COPY_OVERLAP * max(len(runs), len(others))


def _links(text: str) -> frozenset[str]:
    """Give the links in *text*, without what commonly differs between two copies of one."""
    return frozenset(
        link.rstrip("/.,;").casefold().partition("?")[0] for link in _LINK.findall(text)
    )


def _as_latin(text: str) -> str:
    """Write letters of other scripts that look Latin as such, in words that have Latin ones."""
    return " ".join(
        word.translate(_LOOKALIKES) if _LATIN.search(word.casefold()) else word
        for word in text.split()
    )


def _undisguise(text: str) -> list[str]:
    """Split *text* into words; letters that stand alone are one word, and signs are letters."""
    words = list[str]()
    was_alone = False
    for word in text.split():
        is_alone = len(word) == 1
        read = word.translate(_LEET) if _LATIN.search(word) else word
        if is_alone and was_alone:
            words[-1] += read
        else:
            words.append(read)
        was_alone = is_alone
    return words


def _runs(text: str) -> frozenset[str]:
    words = _undisguise(normalise(_as_latin(text)))
    return frozenset(
        word[start : start + _RUN_LENGTH]
        for word in words
        for start in range(max(1, len(word) - _RUN_LENGTH + 1))
    )
