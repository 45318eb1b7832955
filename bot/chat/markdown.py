"""Markdown of the small kind, read once for every channel that has no Markdown of its own.

What is read is a structure and not a markup: paragraphs of runs, each a text as it is, with how
it looks and where it leads. A channel draws these; nothing that was said can mean anything there.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

Kind = Literal["text", "item", "code", "rule"]


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text of one look; *href* is where it leads, if anywhere.

    A "\n" in it begins a new line of the same paragraph. *cites* is the number of the
    source that a run such as "[1]" points to, 0 for all others: brackets that a person typed are
    no citation.
    """

    said: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str = ""
    cites: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that belong together; an item of a list has its *mark* and how far in it stands."""

    runs: tuple[Run, ...]
    kind: Kind = "text"
    mark: str = ""
    depth: int = 0


BULLET = "•"
"""The mark of an item that has no number."""

SARA_AM = "\u0e33\u0eb3"
"""The vowel of Thai and Lao that has a mark over the letter before it."""

ZERO_WIDTH_JOINER = "\u200d"

_LOOKS = {"strong": "bold", "em": "italic"}

_PARSER = (
    MarkdownIt("commonmark", {"html": False, "breaks": True})
    .enable("table")
    .disable(["image", "text_join"])  # joined, an escaped bracket would look like one that was not
)

_CITATION = re.compile(r"\[(\d{1,3})\]")


def parse(markdown: str) -> list[Paragraph]:
    """Read *markdown* as its paragraphs, the items of lists each as one."""
    return list(_Reading(_PARSER.parse(markdown)).paragraphs())


def plain_text(paragraphs: Sequence[Paragraph]) -> str:
    """Return the text of *paragraphs* alone, as it is read aloud or shown in a notification."""
    return "\n".join("".join(run.said for run in each.runs) for each in paragraphs)


def split_paragraphs(paragraphs: Iterable[Paragraph], max_chars: int) -> Iterator[Paragraph]:
    """Cut paragraphs of more than *max_chars* characters, between words where there are any."""
    for paragraph in paragraphs:
        if sum(len(run.said) for run in paragraph.runs) <= max_chars:
            yield paragraph
            continue
        held: list[Run] = []
        left = max_chars
        for run in (piece for each in paragraph.runs for piece in _pieces(each, max_chars)):
            if held and len(run.said) > left:
                yield replace(paragraph, runs=tuple(held))
                paragraph = replace(paragraph, mark="")  # noqa: PLW2901 - what follows of it
                held, left = [], max_chars
            held.append(run)
            left -= len(run.said)
        yield replace(paragraph, runs=tuple(held))


def _pieces(run: Run, max_chars: int) -> Iterator[Run]:
    yield from (replace(run, said=said) for said in split_text(run.said, max_chars))


def split_text(said: str, max_chars: int) -> Iterator[str]:
    """Cut *said* into pieces of at most *max_chars* characters, at spaces where there are any."""
    while len(said) > max_chars:
        at = max(said.rfind(" ", 0, max_chars), said.rfind("\n", 0, max_chars)) + 1 or _cut_point(
            said, max_chars
        )
        yield said[:at]
        said = said[at:]
    if said:
        yield said


def _cut_point(said: str, max_chars: int) -> int:
    """Find where a text without spaces can be cut: before a letter, not before its marks."""
    at = max_chars
    while at > 1 and (_is_mark(said[at]) or said[at - 1] == ZERO_WIDTH_JOINER):
        at -= 1
    return at if at > 1 else max_chars


def _is_mark(letter: str) -> bool:
    return letter in SARA_AM or unicodedata.category(letter) in {"Mn", "Mc", "Me", "Cf"}


def shorten(said: str, max_chars: int) -> str:
    """Shorten *said* to *max_chars* characters of one line, between words where there are any."""
    said = " ".join(said.split())
    if len(said) <= max_chars:
        return said
    cut = said[: max_chars - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[max_chars // 2 :] else cut}…"


@dataclass(slots=True)
class _List:
    """A list that is being read: the number of its next item, 0 where items have none."""

    next: int

    def mark(self) -> str:
        """Return what stands before the next item."""
        if not self.next:
            return BULLET
        self.next += 1
        return f"{self.next - 1}."


@dataclass(slots=True)
class _Reading:
    """Reads the tokens of a parsed text from the first to the last.

    A row of a table is an item: its first cell in bold, then each other one after its heading.
    """

    tokens: Sequence[Token]
    _lists: list[_List] = field(default_factory=list)
    _mark: str = ""
    _header: list[str] | None = None
    _row: list[list[Run]] = field(default_factory=list)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Read everything from the first paragraph to the last."""
        for token in self.tokens:
            match token.type:
                case "inline" if self._header is not None:
                    self._row.append(_inline(token.children or []))
                case "tr_close":
                    yield from self._end_row()
                case "inline":
                    yield self._place(Paragraph(tuple(_inline(token.children or []))))
                case "fence" | "code_block" if token.content.strip():
                    lines = Run(token.content.rstrip("\n"), code=True)
                    yield self._place(Paragraph((lines,), kind="code"))
                case "hr":
                    yield Paragraph((), kind="rule")
                case _:
                    self._enter(token)

    def _enter(self, token: Token) -> None:
        """Record where lists and their items begin and end."""
        match token.type:
            case "bullet_list_open":
                self._lists.append(_List(0))
            case "ordered_list_open":
                self._lists.append(_List(int(token.attrGet("start") or 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._mark = self._lists[-1].mark()
            case "table_open":
                self._header = []
            case "table_close":
                self._header = None
            case _:
                return  # what opens and closes is told by what is within

    def _end_row(self) -> Iterator[Paragraph]:
        """Read one row; the first of a table names the columns of the others."""
        row, self._row = self._row, []
        if not self._header:
            self._header = ["".join(run.said for run in cell) or " " for cell in row]
            return
        first, *others = row
        runs = [replace(run, bold=True) for run in first]
        for name, cell in zip(self._header[1:], others, strict=False):
            if cell:
                runs += [Run(f" · {label_prefix(name)}" if name.strip() else " · "), *cell]
        if runs:
            yield Paragraph(tuple(runs), "item", BULLET)

    def _place(self, paragraph: Paragraph) -> Paragraph:
        """Put a paragraph where it stands in the lists that are open."""
        if not self._lists:
            return paragraph
        mark, self._mark = self._mark, ""
        depth = len(self._lists) - 1
        kind: Kind = paragraph.kind if paragraph.kind == "code" else "item"
        return replace(paragraph, kind=kind, mark=mark, depth=depth)


def _inline(tokens: Sequence[Token]) -> list[Run]:
    """Read the runs of one paragraph; neighbours that look the same are one."""
    runs: list[Run] = []
    for run in _runs(tokens):
        if runs and replace(runs[-1], said="") == replace(run, said="") and not run.cites:
            runs[-1] = replace(run, said=runs[-1].said + run.said)
        else:
            runs.append(run)
    return runs


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    looks: dict[str, Any] = {}
    href = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "em_open" | "strong_close" | "em_close":
                looks[_LOOKS[token.tag]] = token.nesting > 0
            case "link_open":
                href = str(token.attrGet("href") or "")
            case "link_close":
                href = ""
            case "softbreak" | "hardbreak":
                yield Run("\n", **looks)
            case "text" if not href:
                yield from (replace(run, **looks) for run in _split_citations(token.content))
            case _ if token.content:
                yield Run(token.content, code=token.type == "code_inline", href=href, **looks)
            case _:
                continue


def _split_citations(said: str) -> Iterator[Run]:
    """Part the numbers of sources from the words around them."""
    for n, part in enumerate(_CITATION.split(said)):
        if n % 2:
            yield Run(f"[{part}]", cites=int(part))
        elif part:
            yield Run(part)


def split_row(line: str) -> list[str]:
    """Split the *line* of a table into the Markdown of its cells; a mark in a cell is escaped."""
    cells = re.split(r"(?<!\\)\|", line.strip().strip("|") if line.endswith(" |") else line)
    return [cell.strip() for cell in cells]


def label_prefix(label: str) -> str:
    """Write a label so that its value can follow on the line; a question needs no colon as well."""
    return f"{label} " if label.endswith(("?", "!", ":")) else f"{label}: "
