"""Tables of a PDF: rows of cells, put together from words by their places (pure)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.documents.markdown_blocks import escape, render_table
from knowledge.documents.pdf.lines import TextLine, Word

MAX_CELL_WORDS = 200
"""A cell with more words is a part of the page's layout, not of a table."""

MIN_ROWS = 2
MIN_COLUMNS = 2
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_MAX_UNIT_LETTERS = 4
"""So many letters beside a number are its unit."""

_MIN_NUMBERS = 0.8
_EVEN = 0.8
"""The least step between lines as a share of the widest, for all of them to count as even."""

_NEAR = 8.0
"""How far the columns of a table that goes on may be from those before, in points."""


@dataclass(frozen=True, slots=True)
class PdfTable:
    """Rows of a table and where its columns begin, in points.

    Without a header its rows are text, unless it goes on from the page before.
    """

    rows: tuple[tuple[str, ...], ...]
    lefts: tuple[float, ...]
    has_header: bool = True
    is_header_bold: bool = False

    def goes_on(self, other: "PdfTable") -> bool:
        """Return whether *other*, at the top of the next page, has the same columns."""
        return (
            self.has_header
            and len(self.lefts) == len(other.lefts)
            and all(abs(a - b) <= _NEAR for a, b in zip(self.lefts, other.lefts, strict=True))
            and (not other.is_header_bold or self.rows[0] == other.rows[0])
        )

    def begins_in_a_row(self) -> bool:
        """Return whether its first row is the end of one: few cells, none of them a number."""
        first = self.rows[0]
        filled = [cell for cell in first if cell]
        return not first[0] and len(filled) * 2 <= len(first) and not any(map(is_number, filled))

    def joined_to(self, end: tuple[str, ...]) -> "PdfTable":
        """Return the table with the end of its last row."""
        last = tuple(f"{a} {b}".strip() for a, b in zip(self.rows[-1], end, strict=True))
        return replace(self, rows=(*self.rows[:-1], last))

    def with_header(self, header: tuple[str, ...]) -> "PdfTable":
        """Return the table below a header, which it may repeat."""
        rows = self.rows if self.rows[:1] == (header,) else (header, *self.rows)
        return replace(self, rows=rows, has_header=True)

    def render(self) -> list[str]:
        """Return its blocks."""
        if self.has_header:
            return render_table(self.rows)
        return [escape(" ".join(cell for cell in row if cell)) for row in self.rows]


Item = TextLine | PdfTable


def compose_table(
    rows: Sequence[Sequence[str]], lefts: Sequence[float], *, is_header_bold: bool
) -> PdfTable | None:
    """Make a table without its empty rows and columns; None if what is left is none."""
    filled = [row for row in rows if any(row)]
    used = [number for number in range(len(lefts)) if any(row[number] for row in filled)]
    if len(filled) < MIN_ROWS or len(used) < MIN_COLUMNS or len(filled) * 2 < len(rows):
        return None
    if max(len(cell.split()) for row in filled for cell in row) > MAX_CELL_WORDS:
        return None
    return PdfTable(
        tuple(tuple(row[number] for number in used) for row in filled),
        tuple(lefts[number] for number in used),
        is_header_bold=is_header_bold,
    )


def baselines(words: Sequence[Word]) -> list[list[Word]]:
    """Group words that stand on one line, from the top, each from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: -(each.bottom + each.top)):
        if rows and _is_beside(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row) for row in rows]


def _is_beside(one: Word, two: Word) -> bool:
    middle, height = (two.bottom + two.top) / 2, one.top - one.bottom
    return middle > max(one.bottom, one.top - 0.75 * height)


def cell_text(words: Sequence[Word]) -> str:
    """Return the text of a cell, line by line."""
    return " ".join(word.text for row in baselines(words) for word in row)


def rows_of(
    cells: Sequence[Word], column: Callable[[Word], int], count: int
) -> Iterator[list[str]]:
    """Yield the texts of rows of *count* columns that no rules part.

    A line without a first cell goes on in the row above it, unless it is nearer to the line below;
    and so does one that is nearer to the line above than rows are to each other. Where cells are
    written after a first cell that stands lower, at half their height, rows are as written.
    """
    if written := _written_rows(cells, column):
        for words in written:
            place = [[word for word in words if column(word) == each] for each in range(count)]
            yield [cell_text(cell) for cell in place]
        return
    groups = baselines(cells)
    steps = [one[0].bottom - two[0].bottom for one, two in pairwise(groups)]
    row = list[str]()
    for number, group in enumerate(groups):
        texts = row_texts(group, column, count)
        if row and row[0] and _begins_row(texts, number, steps):
            yield row
            row = []
        row = [f"{a} {b}".strip() for a, b in zip(row, texts, strict=True)] if row else texts
    if row:
        yield row


def _written_rows(cells: Sequence[Word], column: Callable[[Word], int]) -> list[list[Word]]:
    """Return the cells row by row as they are written, if that shows whose a higher line is.

    It does where one stands higher than the first cell written before it, and no row overlaps the
    next.
    """
    rows = list[list[Word]]()
    is_open = is_higher = False
    for word in cells:
        if column(word):
            is_open = True
            if not rows:
                return []
            is_higher = is_higher or word.bottom > rows[-1][0].top - (word.top - word.bottom) / 2
        elif is_open or not rows:
            rows.append([])
            is_open = False
        rows[-1].append(word)
    is_apart = all(
        min(word.bottom for word in one) > max(word.bottom for word in two)
        for one, two in pairwise(rows)
    )
    return rows if is_higher and is_apart and len(rows) > 1 else []


def _begins_row(texts: Sequence[str], number: int, steps: Sequence[float]) -> bool:
    """Return whether a line begins a row; *steps* are the distances between the lines."""
    above, widest = steps[number - 1], max(steps)
    if not texts[0]:
        return number < len(steps) and steps[number] < _EVEN * above
    if above < _EVEN * widest and min(steps) < _EVEN * widest:
        return all(texts) and not texts[0][:1].islower()
    return sum(map(bool, texts)) > 1


def row_texts(words: Sequence[Word], column: Callable[[Word], int], count: int) -> list[str]:
    """Return the texts of one line's cells."""
    texts = [""] * count
    for word in words:
        place = column(word)
        texts[place] = f"{texts[place]} {word.text}".strip()
    return texts


def is_number(text: str) -> bool:
    """Return whether a cell is a number, perhaps with its unit."""
    digits, letters = len(_DIGIT.findall(text)), len(_LETTER.findall(text))
    return digits > 0 and letters <= max(digits, _MAX_UNIT_LETTERS)


def is_of_numbers(rows: Sequence[Sequence[str]], column: int) -> bool:
    """Return whether nearly all cells of a column are numbers, and at least two."""
    cells = [row[column] for row in rows if row[column]]
    numbers = sum(map(is_number, cells))
    return numbers >= max(MIN_ROWS, _MIN_NUMBERS * len(cells))
