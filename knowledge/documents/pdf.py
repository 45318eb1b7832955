"""Parser of PDF: every page is a clause, split at the headings on it."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from knowledge.documents.document import Document, UnreadableError, clause
from knowledge.documents.markdown_blocks import join_blocks
from knowledge.documents.pdf_layout import ENDS, Layout, parts_of
from knowledge.documents.pdf_lines import Line, open_pdf
from knowledge.pages import SEPARATOR, Section, slug

_MIN_WORDS = 20
_TRAIL_HEADINGS = 2
"""How many of the headings above a clause are shown with it."""

_SENTENCE = re.compile(r".{1,900}?[.!?:;][”’\")]*(?:\s+|$)", re.DOTALL)  # noqa: RUF001 - quotation marks

MAX_PAGES = 5_000
"""Files of more pages are refused."""


def read(content: bytes, _name: str) -> Document:
    """Parse a PDF with a text layer.

    Raises:
        UnreadableError: If it is protected or damaged, or its pages are images.
    """
    with open_pdf(content) as opened:
        if opened.count > MAX_PAGES:
            raise UnreadableError(f"it has more than {MAX_PAGES:,} pages")
        pages = [opened.lines(number) for number in range(opened.count)]
        title, outline = opened.title, opened.outline
    _check_text(" ".join(line.text for line in chain.from_iterable(pages)))
    layout = Layout.of(pages, outline)
    return Document(title or layout.largest(pages[0]), tuple(_sections(pages, layout)))


def _check_text(text: str) -> None:
    """Check that there is text, and that it consists of words, not of single letters.

    Raises:
        UnreadableError: If it does not.
    """
    if not text.strip():
        raise UnreadableError(
            "its pages are pictures without text: run text recognition (OCR) on it"
        )
    apart = [word for word in text.split() if word.isascii() and word.isalpha()]
    if len(apart) > _MIN_WORDS and sum(len(word) < 3 for word in apart) > len(apart) * 0.7:  # noqa: PLR2004 - letters
        raise UnreadableError("its letters stand apart, so that its words cannot be told")


def _sections(pages: list[list[Line]], layout: Layout) -> Iterator[Section]:
    """Yield each page's clauses: its top, which continues the previous heading, then its own."""
    parted = [list(parts_of(number, lines, layout)) for number, lines in enumerate(pages)]
    for one, two in pairwise(parted):
        _join_broken_sentence(one[-1].blocks, two[0].blocks)
    trail: list[tuple[float, str]] = []
    for number, parts in enumerate(parted, 1):
        top = True
        for part in parts:
            if part.heading:
                trail = [above for above in trail if above[0] < part.depth]
                trail.append((part.depth, part.heading))
            if part.heading or part.blocks:
                anchor = f"page-{number}" if top else f"page-{number}-{slug(part.heading)[:60]}"
                names = [f"p. {number}", *(name for _, name in trail[-_TRAIL_HEADINGS:])]
                yield clause(
                    SEPARATOR.join(names), anchor, 2 if top else 3, [], join_blocks(part.blocks)
                )
                top = False


def _join_broken_sentence(above: list[str], below: list[str]) -> None:
    """Move the end of a sentence to the page on which it begins; both lists are changed."""
    if not above or not below or above[-1].startswith("|") or above[-1].endswith(ENDS):
        return
    if not below[0][:1].islower():
        return
    end = _SENTENCE.match(below[0])
    moved, left = (end[0], below[0][end.end() :]) if end else (below[0], "")
    whole = not above[-1].endswith("-")
    above[-1] = f"{above[-1]} {moved}".strip() if whole else f"{above[-1][:-1]}{moved}".strip()
    below[:1] = [left] if left else []
