"""PDF: every page is a clause, parted at the headings on it."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from knowledge.documents.document import Document, UnreadableError, clause
from knowledge.documents.markup import joined
from knowledge.documents.pdf_layout import ENDS, Layout, parts_of
from knowledge.documents.pdf_lines import Line, open_pdf
from knowledge.pages import SEPARATOR, Section, slug

_FEW = 20
_NEAREST = 2
"""So many of the headings above a clause are named with it."""

_SENTENCE = re.compile(r".{1,900}?[.!?:;][”’\")]*(?:\s+|$)", re.DOTALL)  # noqa: RUF001 - quotation marks

MOST_PAGES = 5_000
"""A file of more pages is no handbook."""


def read(content: bytes, _name: str) -> Document:
    """Read a PDF that has text in it.

    Raises:
        UnreadableError: If it is protected or damaged, or its pages are pictures.
    """
    with open_pdf(content) as opened:
        if opened.count > MOST_PAGES:
            raise UnreadableError(f"it has more than {MOST_PAGES:,} pages")
        pages = [opened.lines(number) for number in range(opened.count)]
        title, outline = opened.title, opened.outline
    _prove(" ".join(line.text for line in chain.from_iterable(pages)))
    layout = Layout.of(pages, outline)
    return Document(title or layout.largest(pages[0]), tuple(_sections(pages, layout)))


def _prove(text: str) -> None:
    """See that there is text, and that its words can be told apart."""
    if not text.strip():
        raise UnreadableError(
            "its pages are pictures without text: run text recognition (OCR) on it"
        )
    apart = [word for word in text.split() if word.isascii() and word.isalpha()]
    if len(apart) > _FEW and sum(len(word) < 3 for word in apart) > len(apart) * 0.7:  # noqa: PLR2004 - letters
        raise UnreadableError("its letters stand apart, so that its words cannot be told")


def _sections(pages: list[list[Line]], layout: Layout) -> Iterator[Section]:
    """Give each page's clauses: its top under the headings that go on there, then its own."""
    parted = [list(parts_of(number, lines, layout)) for number, lines in enumerate(pages)]
    for one, two in pairwise(parted):
        _finish(one[-1].blocks, two[0].blocks)
    trail: list[tuple[float, str]] = []
    for number, parts in enumerate(parted, 1):
        top = True
        for part in parts:
            if part.heading:
                trail = [above for above in trail if above[0] < part.depth]
                trail.append((part.depth, part.heading))
            if part.heading or part.blocks:
                anchor = f"page-{number}" if top else f"page-{number}-{slug(part.heading)[:60]}"
                names = [f"p. {number}", *(name for _, name in trail[-_NEAREST:])]
                yield clause(
                    SEPARATOR.join(names), anchor, 2 if top else 3, [], joined(part.blocks)
                )
                top = False


def _finish(above: list[str], below: list[str]) -> None:
    """Put the end of a sentence to the page that it begins on."""
    if not above or not below or above[-1].startswith("|") or above[-1].endswith(ENDS):
        return
    if not below[0][:1].islower():
        return
    end = _SENTENCE.match(below[0])
    moved, left = (end[0], below[0][end.end() :]) if end else (below[0], "")
    whole = not above[-1].endswith("-")
    above[-1] = f"{above[-1]} {moved}".strip() if whole else f"{above[-1][:-1]}{moved}".strip()
    below[:1] = [left] if left else []
