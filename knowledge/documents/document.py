"""What every parser returns, whatever the file's format (pure)."""

from dataclasses import dataclass

from knowledge.omissions import Omission
from knowledge.pages import Section, cut

DAMAGED = "it is damaged and cannot be opened"
"""The reason for a file that its own format's library refuses, or whose main part is missing."""


class UnreadableError(Exception):
    """A file that cannot be parsed; the message is the reason, for the handbook's owner."""


class NameInvalidError(UnreadableError):
    """A file whose name no page can have, whatever it holds."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that gives no page, and the reason, in words for the handbook's owner.

    One that is *closed* may be restricted to some audience; its earlier versions are hidden. One
    that is *misnamed* never was a page, so that it keeps no change of the others from being used.
    *line* is where the reason stands in the file, counted from 1.
    """

    file: str
    reason: str
    closed: bool = False
    misnamed: bool = False
    line: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """The clauses of a file, the title in its metadata, if any, and what is left out of it."""

    title: str
    sections: tuple[Section, ...]
    omissions: tuple[Omission, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Serialise it for the parent process."""
        sections = [[s.heading, s.anchor, s.level, s.trail, s.text] for s in self.sections]
        omissions = [[o.kind, o.places, o.count, o.words, o.line] for o in self.omissions]
        return {"title": self.title, "sections": sections, "omissions": omissions}


def from_json(written: dict[str, object]) -> Document:
    """Restore what ``to_json`` returned.

    Raises:
        ValueError: If it has another shape.
    """
    match written:
        case {"title": str(title), "sections": list(sections), "omissions": list(omissions)}:
            left_out = (Omission(kind, tuple(places), *rest) for kind, places, *rest in omissions)
            return Document(title, tuple(clause(*each) for each in sections), tuple(left_out))
    raise ValueError("this is no document")


def clause(heading: str, anchor: str, level: int, trail: list[str], text: str) -> Section:
    """Make a clause of a format without line numbers."""
    return Section(heading, anchor, level, tuple(trail), text, 1, 1)


def from_markdown(title: str, body: str) -> Document:
    """Make a document of Markdown text: every heading is a clause."""
    return Document(title, cut(body))
