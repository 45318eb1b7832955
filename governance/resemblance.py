"""Whether two registrations describe the same thing in other words (pure).

A second record of something that was rejected is the oldest way around a decision. Runs of three
letters are compared, so that it works without knowing the language, in Thai as well, and small
changes of wording count little.
"""

import re
from collections.abc import Iterable

from governance.policy import normalise

MIN_OVERLAP = 0.6
"""From this share of the shorter text's runs on, two descriptions are taken to be one thing."""

MIN_COMMON_RUNS = 5
"""With fewer runs in common than this, only texts with all the same runs are one thing."""

_RUN_LENGTH = 3
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


def _links(text: str) -> frozenset[str]:
    """Give the links in *text*, without what commonly differs between two copies of one."""
    return frozenset(
        link.rstrip("/.,;").casefold().partition("?")[0] for link in _LINK.findall(text)
    )


def _runs(text: str) -> frozenset[str]:
    words = normalise(text).split()
    return frozenset(
        word[start : start + _RUN_LENGTH]
        for word in words
        for start in range(max(1, len(word) - _RUN_LENGTH + 1))
    )
