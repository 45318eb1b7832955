"""Lines that run across the columns of a newspaper's page are parted at the gap (pure)."""

from collections.abc import Iterator, Sequence
from statistics import median

from knowledge.documents.pdf.labels import is_bare_label
from knowledge.documents.pdf.lines import TextLine, Word, line_of, settled

MIN_LINES = 5
"""Fewer lines beside each other are not taken for columns."""

_MIN_FILLED = 0.7
"""How much of its column's width a line of text fills, in the median."""

_MIN_CELL_WORDS = 2.5


def part_columns(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines in reading order: each column of lines beside each other after the last."""
    parted = list[TextLine]()
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _goes_on(lines, start, end):
            end += 1
        columns = _columns(lines[start:end]) if end - start >= MIN_LINES else []
        if columns:
            parted += [line for column in columns for line in column]
        else:
            parted += lines[start : max(end, start + 1)]
        start = max(end, start + 1)
    return parted


def _goes_on(lines: Sequence[TextLine], start: int, end: int) -> bool:
    """Return whether line *end* has as many cells as those since *start*, just below them."""
    line = lines[end]
    count = len(line.cells)
    if count < 2:  # noqa: PLR2004 - nothing beside each other
        return False
    if end == start:
        return True
    step = lines[end - 1].bottom - line.bottom
    return 0 < step < 3 * line.size


def _columns(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the lines of each column; none if this is no running text in columns."""
    spans = spans_of([cell for line in lines for cell in line.cells])
    if len(spans) < 2:  # noqa: PLR2004 - one column
        return []
    columns = [list(_parts(lines, left, right)) for left, right in spans]
    if any(
        not _is_text(column, right - left, len(lines))
        for column, (left, right) in zip(columns, spans, strict=True)
    ):
        return []
    return columns


def spans_of(cells: Sequence[Word], min_gap: float = 0) -> list[tuple[float, float]]:
    """Return from where to where some cells lie across a page, as one those that nothing parts.

    *min_gap* is the least gap that parts them, as a share of a letter's height.
    """
    spans: list[tuple[float, float]] = []
    for cell in sorted(cells):
        gap = min_gap * (cell.top - cell.bottom)
        if spans and cell.left < spans[-1][1] + gap:
            spans[-1] = (spans[-1][0], max(spans[-1][1], cell.right))
        else:
            spans.append((cell.left, cell.right))
    return spans


def _parts(lines: Sequence[TextLine], left: float, right: float) -> Iterator[TextLine]:
    for line in lines:
        words = [word for word in line.words if left - 1 <= word.left <= right]
        if words:
            yield settled(line_of(words, line))


def _is_text(column: Sequence[TextLine], width: float, count: int) -> bool:
    """Return whether a column is running text: nearly every line is there and nearly full."""
    if len(column) < count * 0.8 or sum(is_bare_label(line.text) for line in column) > 1:
        return False
    filled = median((line.right - line.left) / max(1.0, width) for line in column)
    words = median(len(line.text) / 6 for line in column)
    return filled >= _MIN_FILLED and words >= _MIN_CELL_WORDS
