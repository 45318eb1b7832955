"""What is wrong with ``policy.yaml``, and where."""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]

Place = tuple[str | int, ...]
"""The way to an entry from the top of the file, such as ``("rules", 3, "when")``."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to put right, in a file at a line."""

    severity: Severity
    file: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to put right, at a place of the policy whose line is not known yet.

    *misses* is the section of the policy that names no such id, where that is what is wrong.
    """

    place: Place
    message: str
    severity: Severity = "error"
    misses: str = ""


def closest(word: str, known: Collection[str]) -> str | None:
    """Find what a mistyped *word* was probably meant to be; None where nothing is near."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return near[0] if near else None


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Suggest what a mistyped *word* was meant to be, as a sentence to append."""
    near = closest(word, known)
    return f" Did you mean `{near}`?" if near else ""


def is_within(place: Place, places: Collection[Place]) -> bool:
    """Tell whether *place* is one of *places*, or inside one."""
    return any(place[:length] in places for length in range(1, len(place) + 1))
