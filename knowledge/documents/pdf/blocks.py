"""The lines of a PDF's page become headings, paragraphs, list items and tables (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from knowledge.documents.markdown_blocks import escape, normalize, render_item
from knowledge.documents.pdf.aligned import AlignedTables
from knowledge.documents.pdf.labels import Label, is_initial, label_of, places_in_lists
from knowledge.documents.pdf.layout import Layout
from knowledge.documents.pdf.lines import HYPHEN, TextLine, line_of, settled
from knowledge.documents.pdf.tables import Item, PdfTable

ENDS = (".", "!", "?", ":", ";", "\u3002")
"""What a sentence ends with."""

_MAX_SIZE_STEP = 2
"""Lines whose font sizes differ more are not of one paragraph, in points."""

Block = str | PdfTable


@dataclass(frozen=True, slots=True)
class HeadedPart:
    """A heading of a page and the blocks below it; the part before the first has no heading."""

    heading: str
    depth: float
    blocks: list[Block]


def parts_of(page: int, items: Sequence[Item], layout: Layout) -> Iterator[HeadedPart]:
    """Split a page at its headings."""
    heading, body = list[TextLine](), list[Item]()
    for item in items:
        if isinstance(item, PdfTable):
            body.append(item)
        elif not item.text:
            continue
        elif not layout.is_heading(page, item):
            body.append(item)
        elif heading and not body and _goes_on(heading[-1], item, layout):
            heading.append(item)
        else:
            yield _part(page, heading, body, layout)
            heading, body = [item], []
    yield _part(page, heading, body, layout)


def _part(
    page: int, heading: Sequence[TextLine], body: Sequence[Item], layout: Layout
) -> HeadedPart:
    name = normalize(layout.whole(" ".join(each.text for each in heading)))
    depth = layout.depth(page, heading[0]) if heading else 0
    return HeadedPart(name, depth, list(_blocks(body, layout)))


def _goes_on(one: TextLine, two: TextLine, layout: Layout) -> bool:
    """Return whether two lines are one heading."""
    near = 0 < one.top - two.top < max(one.size * 1.6, layout.leading * 1.3)
    return near and abs(one.size - two.size) < 1 and one.is_bold == two.is_bold


def _blocks(items: Sequence[Item], layout: Layout) -> Iterator[Block]:
    """Group lines into paragraphs, list items and tables."""
    lines = list[TextLine]()
    for item in items:
        if isinstance(item, TextLine):
            lines.append(item)
            continue
        yield from _Paragraphs(lines, layout).blocks()
        lines = []
        yield _whole(item, layout)
    yield from _Paragraphs(lines, layout).blocks()


def _whole(table: PdfTable, layout: Layout) -> PdfTable:
    rows = tuple(tuple(normalize(layout.whole(cell)) for cell in row) for row in table.rows)
    return PdfTable(rows, table.lefts, table.has_header, table.is_header_bold)


@dataclass(slots=True)
class _Paragraphs:
    """Lines of a page without its tables in rules; *levels* are where its open lists begin."""

    lines: Sequence[TextLine]
    layout: Layout
    levels: list[float] = field(default_factory=list)
    tables: AlignedTables = field(init=False)
    labels: Sequence[Label | None] = field(init=False)
    listed: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = list(_joined_beside(self.lines))
        self.tables = AlignedTables(self.lines)
        self.labels = [label_of(line) for line in self.lines]
        self.listed = places_in_lists(self.lines, self.labels)

    def blocks(self) -> Iterator[Block]:
        """Yield what the lines are."""
        lines = self.lines
        leading = _leading(lines, self.layout)
        start = 0
        while start < len(lines):
            if found := self.tables.at(start):
                table, count = found
                yield _whole(table, self.layout)
                self.levels = []
                start += count
                continue
            end = start + 1
            while end < len(lines) and self._belongs(start, end, leading):
                end += 1
            yield self._prose(start, end)
            start = end

    def _prose(self, start: int, end: int) -> str:
        """Return the paragraph or the item that some lines are."""
        first = self.lines[start]
        text = normalize(self.layout.whole(" ".join(line.text for line in self.lines[start:end])))
        label = self.labels[start]
        if label is None or label.is_clause or (is_initial(label) and start not in self.listed):
            self.levels = []
            return escape(text)
        shown = f"{label.shown} {text[len(label.prefix) :]}".strip()
        return render_item(shown, self._depth(first))

    def _depth(self, line: TextLine) -> int:
        """Return how many lists a list item lies in, and note where its own begins."""
        while self.levels and self.levels[-1] > line.left + line.size:
            self.levels.pop()
        if not self.levels or self.levels[-1] < line.left - line.size:
            self.levels.append(line.left)
        return len(self.levels) - 1

    def _belongs(self, start: int, end: int, leading: float) -> bool:
        """Return whether line *end* continues the paragraph that began at *start*."""
        before, line = self.lines[end - 1], self.lines[end]
        ended, step = before.text.endswith(ENDS), before.bottom - line.bottom
        if before.text.endswith(HYPHEN):
            return True
        if self._begins_item(start, end) or self.tables.at(end):
            return False
        if step <= 0:  # the next column
            return not ended and line.text[:1].islower()
        if step > leading * 1.35 or abs(line.size - before.size) > _MAX_SIZE_STEP:
            return False
        if self.labels[start]:
            return self._goes_on_in_item(start, end)
        widest = max(each.right for each in self.lines[start:end])
        return not (ended and before.right < widest - 6 * line.size)

    def _goes_on_in_item(self, start: int, end: int) -> bool:
        """Return whether a line goes on in a list item: it is not further out, nor begun early."""
        first, before, line = self.lines[start], self.lines[end - 1], self.lines[end]
        ended = before.text.endswith(ENDS)
        if line.left > first.left + 2:
            return True
        if ended or (line.left < first.left - 2 and not line.text[:1].islower()):
            return False
        margin = max(
            each.right for each in self.lines if each.left < line.right and each.right > line.left
        )
        word = line.text.partition(" ")[0]
        width = (line.right - line.left) * (len(word) + 1) / max(1, len(line.text))
        return line.text[:1].islower() or before.right + width > margin

    def _begins_item(self, start: int, end: int) -> bool:
        """Return whether a line begins a list item, not just with a number."""
        first, before, line = self.lines[start], self.lines[end - 1], self.lines[end]
        label = self.labels[end]
        if label is None or (is_initial(label) and end not in self.listed):
            return False
        beside = abs(line.left - first.left) < line.size
        return (
            (label.is_sure and not label.is_clause)
            or end in self.listed
            or before.text.endswith(ENDS)
            or (self.labels[start] is not None and beside)
        )


def _joined_beside(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Yield the lines; one that is written cell by cell, from the left, is a single line."""
    row = list[TextLine]()
    for line in lines:
        if row and not _is_beside(row[-1], line):
            yield _one_line(row)
            row = []
        row.append(line)
    if row:
        yield _one_line(row)


def _is_beside(one: TextLine, two: TextLine) -> bool:
    """Return whether a line goes on at its height in another, in the same type."""
    is_level = abs(one.bottom - two.bottom) < 1 and abs(one.size - two.size) < 1
    return is_level and one.is_bold == two.is_bold and two.left - one.right > one.size


def _one_line(parts: Sequence[TextLine]) -> TextLine:
    if len(parts) == 1:
        return parts[0]
    return settled(line_of([word for part in parts for word in part.words], parts[0]))


def _leading(lines: Sequence[TextLine], layout: Layout) -> float:
    """Return the median leading of these lines if it exceeds the document's, in points."""
    steps = [one.bottom - two.bottom for one, two in pairwise(lines)]
    here = median([step for step in steps if step > 0] or [0])
    return max(layout.leading, here) if here < layout.size * 2 else layout.leading
