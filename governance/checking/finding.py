"""Findings of the policy check, and their places."""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]

Place = tuple[str | int, ...]
"""The way to an entry from the top of the file, such as ``("rules", 3, "when")``."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: message, file and line."""

    severity: Severity
    file: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding at a path within the policy, not yet resolved to a line.

    *misses* names the section that lacks an id, if that is the fault.
    """

    place: Place
    message: str
    severity: Severity = "error"
    misses: str = ""


def closest(word: str, known: Collection[str]) -> str | None:
    """Return the closest known word to a mistyped *word*; None if none is close."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return near[0] if near else None


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return a "did you mean" sentence for a mistyped *word*, to append."""
    near = closest(word, known)
    return f" Did you mean `{near}`?" if near else ""


def is_within(place: Place, places: Collection[Place]) -> bool:
    """Return whether *place* equals one of *places* or lies within it."""
    return any(place[:length] in places for length in range(1, len(place) + 1))
