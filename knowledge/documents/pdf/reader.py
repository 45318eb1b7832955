"""Parser of PDF: every page is a clause, split at the headings on it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from knowledge.documents.document import Document, UnreadableError, clause
from knowledge.documents.markdown_blocks import join_blocks
from knowledge.documents.pdf.blocks import ENDS, Block, HeadedPart, parts_of
from knowledge.documents.pdf.columns import part_columns
from knowledge.documents.pdf.grids import RuledGrid, grids_of
from knowledge.documents.pdf.layout import Layout
from knowledge.documents.pdf.left_out import PageReport, list_left_out
from knowledge.documents.pdf.lines import TextLine, settled
from knowledge.documents.pdf.opened import PageContent, open_pdf
from knowledge.documents.pdf.ruled import place_tables
from knowledge.documents.pdf.tables import Item, PdfTable
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
        pages = [_page(opened.page(number)) for number in range(opened.count)]
        title, outline, files = opened.title, opened.outline, opened.attachments
    lines = [page.lines for page in pages]
    _check_text(" ".join(line.text for line in chain.from_iterable(lines)))
    layout = Layout.of(lines, outline, [page.heights for page in pages])
    items = [page.items(number, layout) for number, page in enumerate(pages)]
    omissions = list_left_out([page.report for page in pages], files)
    sections = tuple(_sections(items, layout))
    return Document(title or layout.largest(lines[0]), sections, omissions)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's lines, the same word by word where it has grids, and what it leaves out."""

    lines: Sequence[TextLine]
    words: Sequence[TextLine]
    grids: Sequence[RuledGrid]
    heights: tuple[float, float]
    report: PageReport

    def items(self, number: int, layout: Layout) -> list[Item]:
        """Return lines and tables in reading order, without running titles."""
        if self.grids:
            inner = [line for line in self.words if not layout.is_frame(number, line)]
            placed = place_tables(inner, self.grids)
            if any(isinstance(item, PdfTable) for item in placed):
                known = {id(one): two for one, two in zip(self.words, self.lines, strict=True)}
                return list(_in_reading_order(placed, known))
        return list(
            part_columns([line for line in self.lines if not layout.is_frame(number, line)])
        )


def _page(page: PageContent) -> _Page:
    lines = [settled(line) for line in page.lines]
    grids = list(grids_of(page.graphics))
    words = page.lines if grids else ()
    heights = (page.box.bottom, page.box.top)
    return _Page(lines, words, grids, heights, PageReport.of(page))


def _in_reading_order(placed: Sequence[Item], known: Mapping[int, TextLine]) -> Iterator[Item]:
    """Yield lines and tables, with lines that run across columns parted at the gap.

    *known* are the lines of the page that are settled already, by the identity of what they were.
    """
    lines = list[TextLine]()
    for item in placed:
        if isinstance(item, TextLine):
            lines.append(known.get(id(item)) or settled(item))
            continue
        yield from part_columns(lines)
        yield item
        lines = []
    yield from part_columns(lines)


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


def _sections(pages: Sequence[Sequence[Item]], layout: Layout) -> Iterator[Section]:
    """Yield each page's clauses: its top, which continues the previous heading, then its own."""
    parted = [list(parts_of(number, items, layout)) for number, items in enumerate(pages)]
    for one, two in pairwise(parted):
        _continue_table(one[-1].blocks, two[0])
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
                text = join_blocks(list(_rendered(part.blocks)))
                yield clause(SEPARATOR.join(names), anchor, 2 if top else 3, [], text)
                top = False


def _rendered(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block.render() if isinstance(block, PdfTable) else (block,)


def _continue_table(above: list[Block], part: HeadedPart) -> None:
    """Give a table that goes on at the top of the next page its header; both are changed.

    The end of a row is moved to the page on which the row begins.
    """
    if not above or not part.blocks or part.heading:
        return
    one, two = above[-1], part.blocks[0]
    if not (isinstance(one, PdfTable) and isinstance(two, PdfTable) and one.goes_on(two)):
        return
    if two.begins_in_a_row():
        above[-1] = one.joined_to(two.rows[0])
        two = replace(two, rows=two.rows[1:])
    part.blocks[:1] = [two.with_header(one.rows[0])] if two.rows else []


def _join_broken_sentence(above: list[Block], below: list[Block]) -> None:
    """Move the end of a sentence to the page on which it begins; both lists are changed."""
    if not above or not below:
        return
    last, first = above[-1], below[0]
    if isinstance(last, PdfTable) or isinstance(first, PdfTable):
        return
    if last.endswith(ENDS) or not first[:1].islower():
        return
    end = _SENTENCE.match(first)
    moved, left = (end[0], first[end.end() :]) if end else (first, "")
    above[-1] = f"{last[:-1]}{moved}".strip() if last.endswith("-") else f"{last} {moved}".strip()
    below[:1] = [left] if left else []
