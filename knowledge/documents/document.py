"""What a reader makes of a file, whatever its format (pure)."""

from dataclasses import dataclass

from knowledge.pages import Section, cut


class UnreadableError(Exception):
    """A file that cannot be a page; the message is the reason, for whoever keeps the handbook."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not read, and why, in words for whoever keeps the handbook.

    One that is *closed* may be meant for fewer than everyone; what it said before is not shown.
    """

    file: str
    reason: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file's clauses, and the title that it gives itself, if any."""

    title: str
    sections: tuple[Section, ...]

    def to_json(self) -> dict[str, object]:
        """Write it so that it can leave the process that made it."""
        sections = [[s.heading, s.anchor, s.level, s.trail, s.text] for s in self.sections]
        return {"title": self.title, "sections": sections}


def from_json(written: dict[str, object]) -> Document:
    """Read what ``to_json`` wrote.

    Raises:
        ValueError: If it was written by something else.
    """
    match written:
        case {"title": str(title), "sections": list(sections)}:
            return Document(title, tuple(clause(*each) for each in sections))
    raise ValueError("this is no document")


def clause(heading: str, anchor: str, level: int, trail: list[str], text: str) -> Section:
    """Make a clause of a format in which nobody counts lines."""
    return Section(heading, anchor, level, tuple(trail), text, 1, 1)


def from_markdown(title: str, body: str) -> Document:
    """Make a document of its text, written as Markdown: every heading is a clause."""
    return Document(title, cut(body))
