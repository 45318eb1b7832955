"""Companion notes: how people ask for a clause, and what it says in short, per language (pure).

A note is bound to the version of its clause. `clause_mark` computes that version, and nothing else
does: a note whose mark is another one is stale.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

MARK_CHARS = 12
"""Hexadecimal digits of a clause's mark."""


@dataclass(frozen=True, slots=True)
class ClauseNote:
    """The note of one clause.

    *of* is the mark of the text that a person compared it with, empty if nobody has. *asks* are
    questions that the clause answers and *short* is what it says, both by language code. *line* is
    where the note begins in its file, counted from 1.
    """

    anchor: str
    of: str
    asks: Mapping[str, tuple[str, ...]]
    short: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class NoteProblem:
    """Something in a notes file that is left out, and why, in words for the handbook's owner."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The notes beside one page; *file* is empty if there are none."""

    file: str = ""
    clauses: tuple[ClauseNote, ...] = ()
    problems: tuple[NoteProblem, ...] = ()

    def note(self, anchor: str) -> ClauseNote | None:
        """Return the note of the clause with this *anchor*, if there is one."""
        return next((each for each in self.clauses if each.anchor == anchor), None)


NO_NOTES = PageNotes()
"""The notes of a page without any."""


def clause_mark(heading: str, text: str) -> str:
    """Return the mark of a clause's version: a hash of its heading and Markdown *text*.

    How lines are wrapped and how a character is composed make no difference.
    """
    words = " ".join(unicodedata.normalize("NFC", f"{heading}\n{text}").split())
    return sha256(words.encode("utf-8", "replace")).hexdigest()[:MARK_CHARS]
