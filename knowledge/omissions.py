"""What a file holds and its page does not: parts no parser reads, and text left out (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

OmissionKind = Literal[
    "text box",
    "footnote",
    "chart",
    "picture",
    "diagram",
    "embedded file",
    "form field",
    "formula without a stored value",
    "error value",
    "rows beyond the limit",
    "columns beyond the limit",
    "template tag",
    "unreadable part",
    "struck-through text",
    "hidden text",
    "deleted text",
    "comment",
]
"""What was left out, as `guildmate check` names it."""

LEFT_OUT_ON_PURPOSE: frozenset[OmissionKind] = frozenset(
    {"struck-through text", "hidden text", "deleted text", "comment"}
)
"""What nobody is meant to rely on: it is reported, and the page is whole without it."""

MAX_PLACES = 5
"""How many places of one kind are named; the others are counted."""

MAX_MISSING_SHARE = 0.05
"""The largest share of a page's words that may be missing from a page that counts as whole."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Everything of one *kind* that a page leaves out.

    *places* are the first of them, in words such as "slide 3" or "cell B4 of sheet Prices", *count*
    is the number of all, and *words* is how many words they hold, 0 where nobody can tell. *line*
    is where the first stands in a text file, counted from 1.
    """

    kind: OmissionKind
    places: tuple[str, ...] = ()
    count: int = 1
    words: int = 0
    line: int = 1

    @property
    def message(self) -> str:
        """Say what was left out and where, in words for the handbook's owner."""
        more = self.count - len(self.places)
        named = [*self.places, f"{more} more"] if self.places and more > 0 else list(self.places)
        where = f": {', '.join(named)}" if named else ""
        times = f" ({self.count} ×)" if self.count > 1 else ""  # noqa: RUF001 - a multiplication sign
        done = "is left out" if self.kind in LEFT_OUT_ON_PURPOSE else "was not read"
        return f"{self.kind} {done}{times}{where}"


class OmissionLog:
    """Collects what a parser leaves out of one file, kind by kind."""

    def __init__(self) -> None:
        self._found: dict[OmissionKind, Omission] = {}

    def add(
        self,
        kind: OmissionKind,
        place: str = "",
        *,
        words: int = 0,
        line: int = 1,
        count: int = 1,
    ) -> None:
        """Note that *count* parts of a *kind* with so many *words* were left out at a *place*."""
        known = self._found.get(kind, Omission(kind, count=0, line=line))
        is_named = place and place not in known.places and len(known.places) < MAX_PLACES
        self._found[kind] = Omission(
            kind,
            (*known.places, place) if is_named else known.places,
            known.count + count,
            known.words + words,
            known.line,
        )

    def list_omissions(self) -> tuple[Omission, ...]:
        """Return what was noted, each kind once, in the order of the first of each."""
        return tuple(self._found.values())


def count_missing_words(omissions: Iterable[Omission]) -> int:
    """Count the words that should have been read; what is left out on purpose is not among them."""
    return sum(each.words for each in omissions if each.kind not in LEFT_OUT_ON_PURPOSE)


def is_more_than_a_little(missing_words: int, kept_words: int) -> bool:
    """Return whether so many missing words leave gaps that the page's readers should know of."""
    return missing_words > MAX_MISSING_SHARE * (missing_words + kept_words)
