"""A page of the handbook: its front matter and its clauses, from its Markdown (pure)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from itertools import pairwise
from pathlib import PurePosixPath

import yaml
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

_FENCE = re.compile(
    r"\A(\ufeff?\s*)---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_OPEN_FENCE = re.compile(r"\A\ufeff?\s*---[ \t]*\n\s*[\w-]+[ \t]*:")
"""What begins as settings do; without an end, who a page is for cannot be told."""
_SAID = re.compile(r"^[ \t]*[\"']?audience[\"']?[ \t]*:", re.IGNORECASE | re.MULTILINE)
_FOR_EVERYONE = re.compile(r"^audience[ \t]*:[ \t]*([\"']?)everyone\1[ \t]*(?:#.*)?$", re.MULTILINE)
_KEY = re.compile(r"(?:^|[{,])([^\n{},:]{1,60}):", re.MULTILINE)
"""What stands as a setting's name does, also where the settings are no YAML."""
_GIVEN_ANCHOR = re.compile(r"\s*\{#([\w.:-]+)\}\s*$")
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
    left out of the file, its *omissions*.
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
        kept = sum(len(section.text.split()) for section in self.sections)
        return is_more_than_a_little(missing, kept)

    def is_for(self, audiences: frozenset[str]) -> bool:
        """Return whether a member of *audiences* may see the page."""
        return self.audience in audiences


class PageInvalidError(ValueError):
    """A file that cannot be a page; the message is the reason, for people."""


class AudienceInvalidError(PageInvalidError):
    """A file that does not say clearly who it is for."""


def parse(file: str, text: str, omissions: tuple[Omission, ...] = ()) -> Page:
    """Parse the Markdown *text* of *file* (its path in the folder), less its *omissions*.

    Raises:
        PageInvalidError: If the front matter is invalid, or the body is empty.
    """
    settings, body, offset = _front_matter(text)
    return compose_page(file, settings, cut(body, offset), omissions)


def compose_page(
    file: str,
    settings: Mapping[str, object],
    sections: tuple[Section, ...],
    omissions: tuple[Omission, ...] = (),
) -> Page:
    """Create the page of *file* from its settings and clauses; assigns clause addresses.

    *omissions* are what the file holds besides.

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
    )


def id_of(file: str) -> str:
    """Return the page id of *file*: its path in NFC, for Markdown without the suffix."""
    path = PurePosixPath(unicodedata.normalize("NFC", file))
    return str(path.with_suffix("")) if path.suffix.lower() in MARKDOWN else str(path)


def _front_matter(text: str) -> tuple[dict[str, object], str, int]:
    """Split front matter from body; the third value is the line offset of the body."""
    found = _FENCE.match(text)
    if found is None:
        if _OPEN_FENCE.match(text):
            raise PageInvalidError("its front matter has no end; close it with a line of ---")
        return {}, text, 0
    above = found[1].count("\n") + 1
    return settings_in(found[2], above=above), text[found.end() :], found[0].count("\n")


def settings_in(text: str, *, above: int = 0) -> dict[str, object]:
    """Parse a page's settings, which are YAML; *above* is their line offset in the file.

    Raises:
        PageInvalidError: If they are not a YAML mapping.
    """
    if len(_SAID.findall(text)) > 1:  # YAML would silently take the last
        raise AudienceInvalidError("its front matter says twice who it is for")
    try:
        settings = yaml.safe_load(text) or {}
    except Exception as error:  # PyYAML raises whatever it stumbles over: `!!int ''` an IndexError
        where = getattr(error, "problem_mark", None)
        line = f" (line {where.line + 1 + above})" if where else ""
        raise PageInvalidError(f"its front matter is not valid YAML{line}") from error
    if not isinstance(settings, dict):
        raise PageInvalidError("its front matter is not a list of settings")
    return {str(key): value for key, value in settings.items()}


def has_front_matter(text: str) -> bool:
    """Return whether *text* begins with front matter."""
    return bool(_OPEN_FENCE.match(text))


def says_audience(text: str) -> bool:
    """Return whether *text*, read as settings, names an audience."""
    return bool(_SAID.search(text))


def is_for_fewer(text: str) -> bool:
    """Return whether invalid settings may restrict the audience of a page.

    *text* is a page that may begin with settings, or is all settings.
    """
    found = _FENCE.match(text)
    settings = _FOR_EVERYONE.sub("", found[2] if found else text)
    return bool(_like_audience({key.strip(" \t\"'").lower() for key in _KEY.findall(settings)}))


def _like_audience(keys: Iterable[str]) -> list[str]:
    """Find the audience key among *keys*, misspelt ones included."""
    return get_close_matches(AUDIENCE, keys, cutoff=0.75)


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
        return date.fromisoformat(str(value).strip())
    except ValueError as error:
        reason = f"{key} in its front matter is not a date like 2026-01-31"
        raise PageInvalidError(reason) from error


def _audience(settings: Mapping[str, object]) -> str:
    """Parse the audience; a misspelt one closes the page to everybody."""
    keys = {key.lower().strip(): key for key in settings if key != AUDIENCE}
    if meant := _like_audience(keys):
        raise AudienceInvalidError(f"{keys[meant[0]]!r} in its front matter should be 'audience'")
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


def cut(body: str, offset: int = 0) -> tuple[Section, ...]:
    """Split Markdown into clauses without addresses; *offset* is its line offset in the file."""
    return tuple(_sections(body, offset))


def _sections(body: str, offset: int) -> Iterator[Section]:
    """Split *body* at its headings; text before the first belongs to an unnamed section."""
    lines = body.split("\n")
    headings = list(_headings(body))
    trail: list[tuple[int, str]] = []
    until = headings[0][0] if headings else len(lines)
    if _COMMENT.sub("", "\n".join(lines[:until])).strip():
        text, first = _block(lines, 0, until)
        yield Section("", "", 0, (), text, offset + first + 1, offset + first + 1)
    ends = [*(start for start, _, _, _ in headings[1:]), len(lines)]
    for (start, after, level, heading), end in zip(headings, ends, strict=False):
        trail = [above for above in trail if above[0] < level]
        above_it = tuple(name for _, name in trail)
        text, first = _block(lines, after, end)
        yield Section(heading, "", level, above_it, text, offset + start + 1, offset + first + 1)
        trail.append((level, _GIVEN_ANCHOR.sub("", heading)))


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


def _headings(body: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield each top-level heading: first line, line after, level, text."""
    tokens = markdown().parse(body)
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map:
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
        heading = _GIVEN_ANCHOR.sub("", section.heading) or title
        wanted = section.anchor or (given[1] if given else slug(heading)) or "section"
        anchor, copies = wanted, numbers.get(wanted, 0)
        while anchor in taken:
            copies += 1
            anchor = f"{wanted}-{copies}"
        numbers[wanted] = copies
        taken.add(anchor)
        yield replace(section, heading=heading, anchor=anchor)


def slug(heading: str) -> str:
    """Derive an anchor from a heading: lower case, dashes for spaces."""
    kept = (
        character if character in "-_ " or unicodedata.category(character)[0] in "LMN" else ""
        for character in unicodedata.normalize("NFC", heading).lower().strip()
    )
    return "".join(kept).replace(" ", "-")
