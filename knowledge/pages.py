"""A page of the handbook: its settings and its clauses, from Markdown (pure)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.notes import NO_NOTES, PageNotes, clause_mark
from knowledge.omissions import Omission, count_missing_words, is_more_than_a_little

EVERYONE = "everyone"
"""The audience of a page that names none."""

AUDIENCE = "audience"
"""The setting that says who a page is for."""

AUDIENCES = (EVERYONE, "reviewers", "leads")
"""Who a page can be for."""

SETTINGS = ("title", "owner", "version", "effective", "review_by")
"""What a page's front matter should say; ``audience`` has a sensible default."""

SEPARATOR = " › "  # noqa: RUF001 - readers know this mark from paths through menus
"""Stands between a page's title and the headings below it."""

MARKDOWN = frozenset({".md", ".markdown"})
"""The suffixes of Markdown's files, which are left out of the addresses of pages."""

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s].*)?")
_GIVEN_ANCHOR = re.compile(r"\s*\{#([^\s{}<>\"'&#|]+)\}\s*$")
"""An anchor in any script: the vowels of Thai are no word characters to Python."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """One clause: a heading with the Markdown that stands under it and above the next heading.

    *anchor* is unique on its page. *trail* names the headings above, outermost first. *line* is
    where the heading stands in the file and *text_line* where the text begins, counted from 1.
    *level* is 1 to 6; text before the first heading is a clause under the page's title, at level 0.
    """

    heading: str
    anchor: str
    level: int
    trail: tuple[str, ...]
    text: str
    line: int
    text_line: int

    @property
    def mark(self) -> str:
        """The mark of this version of the clause, to which a note is bound."""
        return clause_mark(self.heading, self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the handbook.

    *id* is its file's path, for Markdown without the suffix; *missing* names the settings that
    are left out, and *supersedes* the pages that this one takes the place of. *notes* stand in a
    file beside it and are no part of its text, hence of no version of it either; nor is what is
    left out of the file, its *omissions*. *named_in* says where the audience is named, in words,
    unless that is YAML front matter or a file beside it.
    """

    id: str
    file: str
    title: str
    owner: str
    version: str
    effective: date | None
    review_by: date | None
    audience: str
    sections: tuple[Section, ...]
    missing: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    notes: PageNotes = field(default=NO_NOTES, repr=False)
    omissions: tuple[Omission, ...] = field(default=(), repr=False)
    named_in: str = field(default="", repr=False)

    @property
    def clauses(self) -> tuple[str, ...]:
        """The addresses of the page's clauses, ``page#anchor``."""
        return tuple(f"{self.id}#{section.anchor}" for section in self.sections)

    def section(self, anchor: str) -> Section:
        """Return the clause with this anchor."""
        return next(section for section in self.sections if section.anchor == anchor)

    @property
    def is_partial(self) -> bool:
        """Whether more than a little of the file could not be read."""
        missing = count_missing_words(self.omissions)
        if not missing:
            return False
        words = (word for section in self.sections for word in section.text.split())
        kept = sum(any(map(str.isalnum, word)) for word in words)  # a table is full of marks
        return is_more_than_a_little(missing, kept)

    def is_for(self, audiences: frozenset[str]) -> bool:
        """Return whether a member of *audiences* may see the page."""
        return self.audience in audiences


class PageInvalidError(ValueError):
    """A file that cannot be a page; the message is the reason, for people, *line* its place."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.line = line


class AudienceInvalidError(PageInvalidError):
    """A file that does not say clearly who it is for."""


def compose_page(
    file: str,
    settings: Mapping[str, object],
    sections: tuple[Section, ...],
    omissions: tuple[Omission, ...] = (),
    *,
    named_in: str = "",
) -> Page:
    """Create the page of *file* from its settings and clauses; assigns clause addresses.

    *omissions* are what the file holds besides, and *named_in* says where its audience is named.

    Raises:
        PageInvalidError: If a setting is invalid, or there is no clause.
    """
    if not any(section.heading or section.text for section in sections):
        raise PageInvalidError("the page is empty")
    title = _text(settings, "title") or _first_heading(sections) or name_of(file)
    return Page(
        id=id_of(file),
        file=file,
        title=title,
        owner=_text(settings, "owner"),
        version=_text(settings, "version"),
        effective=_day(settings, "effective"),
        review_by=_day(settings, "review_by"),
        audience=_audience(settings),
        sections=tuple(_addressed(sections, title)),
        missing=tuple(key for key in SETTINGS if settings.get(key) in (None, "")),
        supersedes=_pages(settings, "supersedes"),
        omissions=omissions,
        named_in=named_in,
    )


def id_of(file: str) -> str:
    """Return the page id of *file*: its path in NFC, for Markdown without the suffix."""
    path = PurePosixPath(unicodedata.normalize("NFC", file))
    return str(path.with_suffix("")) if path.suffix.lower() in MARKDOWN else str(path)


def _text(settings: Mapping[str, object], key: str) -> str:
    value = settings.get(key)
    if isinstance(value, dict | list):
        raise PageInvalidError(f"{key} in its front matter is not a text")
    return "" if value is None else _written(value, key)


def _written(value: object, key: str) -> str:
    """Return a setting's *value* as text that can be stored and hashed."""
    try:
        text = str(value).strip()
        text.encode()
    except ValueError as error:  # too many digits for Python, or half of a surrogate pair
        raise PageInvalidError(f"{key} in its front matter is not a text") from error
    return text


def _pages(settings: Mapping[str, object], key: str) -> tuple[str, ...]:
    """Parse one page id or a list of them; file names are accepted."""
    value = settings.get(key)
    named = value if isinstance(value, list) else [value]
    if any(isinstance(each, dict | list) for each in named):
        raise PageInvalidError(f"{key} in its front matter is not a page or a list of pages")
    texts = (_written(each, key) for each in named if each is not None)
    return tuple(dict.fromkeys(id_of(text.removeprefix("/")) for text in texts if text))


def _day(settings: Mapping[str, object], key: str) -> date | None:
    value = settings.get(key)
    match value:
        case None | "":
            return None
        case datetime():
            return value.date()
        case date():
            return value
    try:
        found = _DAY.fullmatch(str(value).strip())
        return date(*map(int, found.groups())) if found else date.fromisoformat(str(value).strip())
    except ValueError as error:
        reason = f"{key} in its front matter is not a date like 2026-01-31"
        raise PageInvalidError(reason) from error


def _audience(settings: Mapping[str, object]) -> str:
    """Return the audience; one that nobody knows closes the page to everybody."""
    audience = _text(settings, AUDIENCE) if AUDIENCE in settings else EVERYONE
    if audience not in AUDIENCES:
        raise AudienceInvalidError(f"its audience {audience!r} is none of {', '.join(AUDIENCES)}")
    return audience


def _first_heading(sections: tuple[Section, ...]) -> str:
    return next((section.heading for section in sections if section.heading), "")


def name_of(file: str) -> str:
    """Derive a title from a file's name."""
    words = re.sub(r"[-_]+", " ", PurePosixPath(file).stem).strip()
    return words[:1].upper() + words[1:] or file


def cut(body: str, offset: int = 0, places: Sequence[int] | None = None) -> tuple[Section, ...]:
    """Split Markdown into clauses without addresses; *offset* is its line offset in the file.

    *places* maps each line of *body* to the line below *offset* that it comes from, where they
    differ; both are counted from 0.
    """
    lines = body.split("\n")
    numbers = range(len(lines)) if places is None else places
    return tuple(_sections(body, lines, [offset + number + 1 for number in numbers]))


def _sections(body: str, lines: list[str], numbers: Sequence[int]) -> Iterator[Section]:
    """Split *body* at its headings; text before the first belongs to an unnamed section."""
    headings = list(_headings(body))
    trail: list[tuple[int, str]] = []
    until = headings[0][0] if headings else len(lines)
    if _COMMENT.sub("", "\n".join(lines[:until])).strip():
        text, first = _block(lines, 0, until)
        yield Section("", "", 0, (), text, numbers[first], numbers[first])
    ends = [*(start for start, _, _, _ in headings[1:]), len(lines)]
    for (start, after, level, heading), end in zip(headings, ends, strict=False):
        trail = [above for above in trail if above[0] < level]
        above_it = tuple(name for _, name in trail)
        text, first = _block(lines, after, end)
        place = numbers[first] if first < len(numbers) else numbers[-1] + 1
        yield Section(heading, "", level, above_it, text, numbers[start], place)
        trail.append((level, without_anchor(heading)))


def _block(lines: list[str], start: int, end: int) -> tuple[str, int]:
    """Return a slice of *lines* without empty lines around it, and its first line number."""
    while start < end and not lines[start].strip():
        start += 1
    return "\n".join(lines[start:end]).rstrip(), start


@cache
def markdown() -> MarkdownIt:
    """Return the shared Markdown parser: CommonMark with tables.

    It has parsed once when it is given: what it puts in order at its first text would be seen
    half done by another thread.
    """
    parser = MarkdownIt("commonmark").enable("table")
    parser.parse("*Once*")
    return parser


@cache
def _block_parser() -> MarkdownIt:
    """Return a parser that leaves the text inside blocks alone: only that of headings matters."""
    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    parser.parse("*Once*")
    return parser


def _headings(body: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield each top-level heading: first line, line after, level, text."""
    links: dict[str, Any] = {}
    parser = _block_parser()
    for token, inline in pairwise(parser.parse(body, links)):
        if token.type == "heading_open" and token.level == 0 and token.map:
            inline.children = []
            parser.inline.parse(inline.content, parser, links, inline.children)
            yield token.map[0], token.map[1], int(token.tag[1:]), plain(inline).replace("\n", " ")


def plain(inline: Token) -> str:
    """Return the plain text of an inline token; a line break is kept."""
    if not inline.children:
        return inline.content
    return "".join(_word(child) for child in inline.children).strip()


def _word(child: Token) -> str:
    match child.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "image":
            return plain(child)
        case "html_inline":
            return "\n" if child.content.lower().startswith("<br") else ""
        case _:
            return child.content


def _addressed(sections: tuple[Section, ...], title: str) -> Iterator[Section]:
    """Assign each section a name and an anchor that is unique on its page."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    for section in sections:
        given = _GIVEN_ANCHOR.search(section.heading)
        heading = without_anchor(section.heading) or title
        wanted = section.anchor or (given[1] if given else slug(heading)) or "section"
        anchor, copies = wanted, numbers.get(wanted, 0)
        while anchor in taken:
            copies += 1
            anchor = f"{wanted}-{copies}"
        numbers[wanted] = copies
        taken.add(anchor)
        yield replace(section, heading=heading, anchor=anchor)


def without_anchor(heading: str) -> str:
    """Return a heading without the anchor that its author gave it, ``{#anchor}``."""
    return _GIVEN_ANCHOR.sub("", heading)


def slug(heading: str) -> str:
    """Derive an anchor from a heading: lower case, dashes for spaces."""
    kept = (
        character if character in "-_ " or unicodedata.category(character)[0] in "LMN" else ""
        for character in unicodedata.normalize("NFC", heading).lower().strip()
    )
    return "".join(kept).replace(" ", "-")
