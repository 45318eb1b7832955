"""What a careful reader would find wrong with the handbook's pages (pure)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from posixpath import normpath
from textwrap import shorten
from typing import Literal
from urllib.parse import unquote

from knowledge.answers.prompt_injection import is_attack, is_injection
from knowledge.documents import KINDS, Reading, Skipped
from knowledge.history.page_versions import leads_to
from knowledge.pages import MARKDOWN, Page, Section, id_of, markdown
from knowledge.text.sentences import Sentence, sentences

_EXTERNAL = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|/)", re.IGNORECASE)
_ROW = re.compile(r"^(?:sheet-.+-)?row-\d+(?:-\d+)?$")
"""The address of a row of a sheet, whose name is its number and nobody's to give."""

MAX_QUOTE_CHARS = 80
"""Of a longer sentence that is named, only the beginning is quoted."""


@dataclass(frozen=True, slots=True)
class PageFinding:
    """Something to put right, with where it stands; *line* counts from 1."""

    severity: Literal["error", "warning"]
    file: str
    line: int
    message: str


def proofread(reading: Reading, *, on: date | None = None) -> tuple[PageFinding, ...]:
    """Look through all pages: settings, headings, links, and dates against the day *on*."""
    clauses = {clause for page in reading.pages for clause in page.clauses}
    places = {page.id for page in reading.pages} | clauses
    found = [_skipped(each) for each in reading.skipped]
    for page in reading.pages:
        found += _settings(page)
        found += _headings(page)
        found += _links(page, places, reading.unread)
        found += _supersedes(page, reading.pages)
        found += _notes(page)
        found += _withheld(page)
        found += _omissions(page)
        if on is not None and page.review_by is not None and page.review_by < on:
            message = f"the page was to be reviewed by {page.review_by.isoformat()}"
            found.append(PageFinding("warning", page.file, 1, message))
    return tuple(sorted(found, key=lambda each: (each.file, each.line)))


def _skipped(skipped: Skipped) -> PageFinding:
    is_error = _is_page(skipped.file) and not skipped.misnamed
    return PageFinding(
        "error" if is_error else "warning", skipped.file, skipped.line, skipped.reason
    )


def _is_page(file: str) -> bool:
    return PurePosixPath(file).suffix.lower() in MARKDOWN


def _settings(page: Page) -> Iterator[PageFinding]:
    if page.missing:
        place = "its front matter" if _is_page(page.file) else f"{page.file}.yaml beside it"
        message = f"{place} says nothing about {', '.join(page.missing)}"
        yield PageFinding("warning", page.file, 1, message)
    if page.named_in:
        message = f"{page.named_in} says who this page is for, and it is read so: {page.audience}"
        yield PageFinding("warning", page.file, 1, message)


def _headings(page: Page) -> Iterator[PageFinding]:
    """Name headings that share an address: a link to the second breaks when the first goes."""
    counted = Counter(section.heading.casefold() for section in page.sections)
    seen: set[str] = set()
    for section in page.sections:
        name = section.heading.casefold()
        if counted[name] > 1 and name in seen and not _ROW.search(section.anchor):
            message = (
                f"the heading {section.heading!r} is there twice, so this clause is"
                f" {page.id}#{section.anchor}; give it a name of its own"
            )
            yield PageFinding("warning", page.file, section.line, message)
        seen.add(name)


def _links(page: Page, places: set[str], unread: frozenset[str]) -> Iterator[PageFinding]:
    """Name links to places that are not there; what is on *unread* pages nobody knows."""
    for section in page.sections:
        for target, line in _targets(section):
            address = _address(page, target)
            if address is None or address.partition("#")[0] in unread:
                continue
            if address not in places:
                yield PageFinding("error", page.file, line, f"the link {target!r} leads nowhere")


def _supersedes(page: Page, pages: Iterable[Page]) -> Iterator[PageFinding]:
    """Name what a page says it takes the place of and cannot."""
    supersedes = {other.id: other.supersedes for other in pages}
    for old in page.supersedes:
        if old not in supersedes or old == page.id:
            message = f"it supersedes {old!r}, and there is no such other page"
            yield PageFinding("error", page.file, 1, message)
        elif leads_to(old, page.id, supersedes):
            message = f"it supersedes {old!r}, which supersedes it in turn, so neither does"
            yield PageFinding("error", page.file, 1, message)


def _notes(page: Page) -> Iterator[PageFinding]:
    """Name what is wrong with the notes beside a page, and those that a person must look at."""
    file, marks = page.notes.file, {section.anchor: section.mark for section in page.sections}
    for problem in page.notes.problems:
        yield PageFinding("error", file, problem.line, problem.message)
    for note in page.notes.clauses:
        if note.anchor not in marks:
            message = f"{page.file} has no clause {note.anchor!r}; this note is of nothing"
            yield PageFinding("error", file, note.line, message)
        elif note.of != marks[note.anchor]:
            clause = f"{page.id}#{note.anchor}"
            why = (
                f"{clause} has changed since"
                if note.of
                else f"nobody has compared it with {clause}"
            )
            message = (
                f"{why}; this note's short text is not shown until a person has looked"
                f" (guildmate notes stamp {clause})"
            )
            yield PageFinding("warning", file, note.line, message)


def _omissions(page: Page) -> Iterator[PageFinding]:
    """Name what the file holds and the page does not."""
    for each in page.omissions:
        yield PageFinding("warning", page.file, each.line, each.message)
    if page.is_partial:
        message = "more than a little of this page was not read; its citations say so"
        yield PageFinding("warning", page.file, 1, message)


def _withheld(page: Page) -> Iterator[PageFinding]:
    """Name the sentences that look like orders to a language model, and who is not shown them."""
    for section in page.sections:
        for each in sentences(section.text):
            if not is_injection(each.text):
                continue
            said = shorten(each.text.replace("\n", " "), MAX_QUOTE_CHARS, placeholder=" …")
            what = (
                "so answers leave its paragraph out"
                if is_attack(each.text)
                else "so no model is given its paragraph; people are shown it"
            )
            message = (
                f"“{said}” reads like an order to a language model, {what}."
                " If it is policy, say it to people; if it is an example, put it in quotation marks"
            )
            yield PageFinding("warning", page.file, _line_of(each, section), message)


def _line_of(sentence: Sentence, section: Section) -> int:
    """Find the line that a *sentence* begins on, the first of its section where that cannot be."""
    opening = " ".join(sentence.text.split()[:2])
    lines = section.text.split("\n")
    return section.text_line + next((n for n, line in enumerate(lines) if opening in line), 0)


def _targets(section: Section) -> Iterator[tuple[str, int]]:
    """Give every link of a clause, with the line of the paragraph it stands in."""
    for token in markdown().parse(section.text):
        for child in token.children or ():
            if child.type == "link_open":
                start = token.map[0] if token.map else 0
                yield str(child.attrGet("href") or ""), section.text_line + start


def _address(page: Page, target: str) -> str | None:
    """Say which page or clause a link means; None for a place outside the handbook."""
    if not target or _EXTERNAL.match(target):
        return None
    path, _, anchor = unquote(target).partition("#")
    if not path:
        return f"{page.id}#{anchor}" if anchor else None
    if PurePosixPath(path).suffix.lower() not in KINDS:
        return None
    linked = id_of(normpath(PurePosixPath(page.file).parent / path))
    return f"{linked}#{anchor}" if anchor else linked
