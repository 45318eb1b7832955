"""Tables of a PDF that no rule shows: aligned lines with a header or with numbers (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.documents.pdf.columns import spans_of
from knowledge.documents.pdf.labels import is_bare_label, label_of
from knowledge.documents.pdf.lines import TextLine, Word
from knowledge.documents.pdf.tables import PdfTable, is_number, is_of_numbers, rows_of

_MIN_CELLS = 2
_MAX_TITLE_LINES = 3
"""So many lines above a table may look like its rows."""

_MAX_CELL_LINES = 12
"""Cells of more lines are not looked through for where a row ends."""

_MAX_LEADING = 2.2
"""The least step between lines that does not go on in a cell, in font sizes."""

_MIN_PLAIN_ROWS = 3
_MIN_PLAIN_COLUMNS = 3
_ALIGNED = 2.0
"""How far the cells of a column may be apart that stand below each other, in points."""

_MIN_SHARE = 0.6
"""The least share of the rows in which a column of numbers has one."""

_MAX_UNEVEN = 0.15
"""How much the gaps of a justified line differ at most, as a share of the widest."""


@dataclass(frozen=True, slots=True)
class Run:
    """Lines one below the other that may be rows, and their columns' left and right edges."""

    lines: Sequence[TextLine]
    spans: Sequence[tuple[float, float]]

    def rows(self) -> list[list[str]]:
        """Return the texts of the rows."""
        cells = [cell for line in self.lines for cell in line.cells]
        return list(rows_of(cells, self.column, len(self.spans)))

    def column(self, cell: Word) -> int:
        """Return the column in which a cell lies."""
        middle = (cell.left + cell.right) / 2
        return min(
            range(len(self.spans)),
            key=lambda each: max(self.spans[each][0] - middle, middle - self.spans[each][1], 0),
        )


class AlignedTables:
    """Finds the tables that begin at lines of a page, each once."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._found: dict[int, tuple[PdfTable, int] | None] = {}

    def at(self, start: int) -> tuple[PdfTable, int] | None:
        """Return the table that begins at a line and how many lines it takes, if there is one."""
        if start not in self._found:
            self._found[start] = self._look(start)
        return self._found[start]

    def _look(self, start: int) -> tuple[PdfTable, int] | None:
        end = start
        while end < len(self._lines) and _goes_on(self._lines, start, end):
            end += 1
        run = _run(self._lines[start:end])
        table = _table(run, run.rows()) if run else None
        if table is not None:
            return table, end - start
        for place in range(start + _MAX_TITLE_LINES, end):  # a long run is not looked at again
            self._found.setdefault(place, None)
        return None


def _goes_on(lines: Sequence[TextLine], start: int, end: int) -> bool:
    """Return whether line *end* is a row, or goes on in a cell of the row before."""
    line = lines[end]
    cells = line.cells
    if end == start or is_item(line):
        return len(cells) >= _MIN_CELLS and not is_item(line)
    rows = [row.cells for row in lines[start : start + 2] if len(row.cells) >= _MIN_CELLS]
    firsts, lefts = [row[0].left for row in rows], [cell.left for row in rows for cell in row[1:]]
    before = lines[end - 1]
    step = min(each.bottom for each in lines[max(start, end - _MAX_CELL_LINES) : end]) - line.bottom
    if _is_at(before, firsts) and _is_above(before, line, lefts):
        return True
    if _is_at(line, firsts) and end + 1 < len(lines):  # its other cells are written next
        beside = lines[end + 1]
        if _is_above(line, beside, lefts):
            return 0 < step + line.bottom - beside.bottom < 3 * line.size
        if (
            len(cells) == 1
            and abs(beside.bottom - line.bottom) < line.size
            and _is_at(beside, lefts)
        ):
            return -4 * line.size < step < 3 * line.size
    is_at, is_full = _is_at(line, lefts), len(cells) >= _MIN_CELLS
    rise = _MAX_CELL_LINES if is_at else 4
    if not -rise * line.size < step < 3 * line.size:
        return False
    return is_full or (is_at and step < _MAX_LEADING * line.size)


def _is_above(first: TextLine, line: TextLine, lefts: Sequence[float]) -> bool:
    """Return whether a line is the top of another cell than the *first*, which stands lower."""
    return line.bottom > first.bottom + first.size / 3 and _is_at(line, lefts)


def _is_at(line: TextLine, lefts: Sequence[float]) -> bool:
    return any(abs(line.left - left) < _ALIGNED for left in lefts)


def is_item(line: TextLine) -> bool:
    """Return whether a line is a label and one text, as of a list."""
    cells = line.cells
    return len(cells) == _MIN_CELLS and is_bare_label(cells[0].text)


def _is_list(lines: Sequence[TextLine]) -> bool:
    """Return whether most lines are items of a list, each with a number at the right."""
    items = [line for line in lines if len(line.cells) == _MIN_CELLS and label_of(line)]
    return len(items) * 2 > len(lines)


def _are_justified(lines: Sequence[TextLine]) -> bool:
    """Return whether lines were stretched to one width: most of them have gaps of one width."""
    rights = [line.right for line in lines]
    is_flush = max(rights) - min(rights) <= _ALIGNED
    return is_flush and sum(map(_is_stretched, lines)) * 2 > len(lines)


def _is_stretched(line: TextLine) -> bool:
    gaps = line.gaps()
    if any(" " in word.text for word in line.words):
        return False
    return max(gaps) - min(gaps) <= _MAX_UNEVEN * max(gaps)


def _run(lines: Sequence[TextLine]) -> Run | None:
    """Return the lines as a run, if each cell of them lies in one column."""
    full = [line for line in lines if len(line.cells) >= _MIN_CELLS]
    if len(full) < _MIN_CELLS or _is_list(full):
        return None
    run = Run(lines, _spans(full))
    if len(run.spans) < _MIN_CELLS:
        return None
    shared = sum(len({run.column(cell) for cell in line.cells}) < len(line.cells) for line in full)
    return run if shared * 10 <= len(full) else None


def _spans(full: Sequence[TextLine]) -> list[tuple[float, float]]:
    """Return the columns of rows; a bold header in the middle of its columns makes none itself."""
    header, body = full[0], full[1:]
    spans = spans_of([cell for line in full for cell in line.cells])
    if not header.is_bold or len(spans) == len(header.cells):
        return spans
    columns = spans_of([cell for line in body for cell in line.cells])
    places = [Run(body, columns).column(cell) for cell in header.cells]
    return columns if places == list(range(len(columns))) else spans


def _table(run: Run, rows: Sequence[Sequence[str]]) -> PdfTable | None:
    """Return the table if something shows that it is one."""
    lefts = tuple(left for left, _ in run.spans)
    kept = tuple(tuple(row) for row in rows)
    is_bold = run.lines[0].is_bold and not all(line.is_bold for line in run.lines[1:])
    numbers = [column for column in range(1, len(lefts)) if _has_numbers(rows[1:], column)]
    if numbers:
        is_named = any(rows[0][column] and not is_number(rows[0][column]) for column in numbers)
        return PdfTable(kept, lefts, is_named or is_bold, is_bold)
    is_aligned = _is_aligned(run)
    full = [line for line in run.lines if len(line.cells) >= _MIN_CELLS]
    if not is_aligned and _are_justified(full):
        return None
    if is_bold:
        return PdfTable(kept, lefts, is_header_bold=True)
    if not is_aligned or len(rows) < _MIN_PLAIN_ROWS:
        return None
    return PdfTable(kept, lefts, has_header=len(lefts) >= _MIN_PLAIN_COLUMNS)


def _has_numbers(rows: Sequence[Sequence[str]], column: int) -> bool:
    filled = sum(bool(row[column]) for row in rows)
    return filled >= _MIN_SHARE * len(rows) and is_of_numbers(rows, column)


def _is_aligned(run: Run) -> bool:
    """Return whether the cells of each column begin below each other."""
    cells = [cell for line in run.lines for cell in line.cells]
    lefts: dict[int, list[float]] = {}
    for cell in cells:
        lefts.setdefault(run.column(cell), []).append(cell.left)
    return all(max(each) - min(each) <= _ALIGNED for each in lefts.values())
