"""Finds the tables of a sheet: several of them, side by side, with headers of two rows (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median_low

from knowledge.documents.sheets.grid import Grid, Row, TableRange
from knowledge.documents.sheets.headers import (
    begins_table,
    is_header,
    is_second_header,
    is_value,
    merge_names,
    names_of,
)

MAX_TITLE_WORDS = 12
"""A longer line above rows is a text and no title of them."""

MIN_TEXT_WORDS = 6
"""A single cell of so many words is a text, also where the rows around it are a table."""

_MAX_HEADER_ROWS = 3
_MIN_WIDTH = 2
_MAX_LOOK_ROWS = 50
"""How many rows around a row are looked at to tell whether it is a header."""

NumberedRow = tuple[int, Row]


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is a text."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table: the names of its columns with what it says.

    *title* stands above the whole table, *part* above some of its rows.
    """

    number: int
    pairs: tuple[tuple[str, str], ...]
    title: str = ""
    part: str = ""


@dataclass(slots=True)
class _Table:
    """A table that is being read."""

    names: dict[int, str] = field(default_factory=dict)
    header: Row = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    title: str = ""
    part: str = ""
    is_read: bool = False
    place: tuple[int, int] = (0, 0)

    def record(self, number: int, row: Row) -> Record:
        """Take one more row."""
        self.is_read = True
        if len(self.rows) < _MAX_LOOK_ROWS:
            self.rows.append(row)
        cells = [
            (self.names.get(column, ""), row[column].said)
            for column in sorted(row)
            if not row[column].is_copy or self._is_other(column)
        ]
        if not self.names and len(cells) == _MIN_WIDTH and not is_value(row[min(row)]):
            cells = [(cells[0][1].rstrip(": "), cells[1][1])]
        return Record(number, tuple(cells), self.title, self.part)

    def _is_other(self, column: int) -> bool:
        """Return whether a column has a name of its own, and not that of the one before."""
        return self.names.get(column, "") not in {"", self.names.get(column - 1, "")}


Found = tuple[int, int, Line | Record]
"""What was found, with its row and first column, by which it is put in order."""


def read_tables(grid: Grid) -> list[Line | Record]:
    """Return the rows of a sheet in order: each a text, or a record of its table."""
    rest, found = dict(grid.rows), list[Found]()
    for known in grid.tables:
        if known.first_row not in rest:
            continue  # its header is hidden
        found += _read_known(_cut_out(rest, known), known.first_column)
    reader = _BandReader()
    for band in _bands(rest):
        found += reader.read(band)
    found += (
        (*table.place, Line(table.place[0], " ".join(table.names.values())))
        for table in reader.begun
        if not table.is_read
    )
    return [each for _, _, each in sorted(found, key=lambda each: each[:2])]


def _cut_out(rows: dict[int, Row], known: TableRange) -> list[NumberedRow]:
    """Take a known table out of *rows*."""
    part: list[NumberedRow] = []
    end = max(rows, default=0)
    for number in range(known.first_row, end + 1):
        row = rows.get(number, {})
        own = {
            column: cell
            for column, cell in row.items()
            if known.first_column <= column <= known.last_column
        }
        if number > known.last_row and not (known.is_open and _count_own(own) >= _MIN_WIDTH):
            break
        if own:
            part.append((number, own))
            rows[number] = {column: cell for column, cell in row.items() if column not in own}
    return part


def _read_known(part: list[NumberedRow], left: int) -> Iterator[Found]:
    """Read a table whose first row is its header."""
    if not part:
        return
    table = _Table()
    yield from ((number, left, line) for number, line in _start(table, part[:1]))
    for number, row in part[1:]:
        yield number, left, table.record(number, row)


def _start(table: _Table, header: Sequence[NumberedRow]) -> Iterator[tuple[int, Line]]:
    """Begin a table with the rows of its header, whose notes are texts of their own."""
    for place, (number, row) in enumerate(header):
        table.names = merge_names(table.names, row) if place else names_of(row)
        table.header = row if not place else table.header
        for cell in row.values():
            if cell.note and not cell.is_copy:
                yield number, Line(number, f"{cell.text}: {cell.note}" if cell.text else cell.note)


def _bands(rows: dict[int, Row]) -> Iterator[list[NumberedRow]]:
    """Yield the rows that follow each other without an empty one between."""
    filled = [(number, row) for number, row in sorted(rows.items()) if _count_own(row)]
    for _, group in groupby(enumerate(filled), key=lambda each: each[1][0] - each[0]):
        yield [each for _, each in group]


def _own(row: Row) -> list[int]:
    """Return the columns of a row that say something themselves."""
    return [column for column in sorted(row) if not row[column].is_copy]


def _count_own(row: Row) -> int:
    return sum(not cell.is_copy for cell in row.values())


def _between(band: list[NumberedRow], first: int, end: int) -> list[NumberedRow]:
    parts = (
        (number, {column: cell for column, cell in row.items() if first <= column < end})
        for number, row in band
    )
    return [(number, row) for number, row in parts if _count_own(row)]


def _are_apart(left: list[NumberedRow], right: list[NumberedRow]) -> bool:
    """Return whether two parts of a band are tables of their own, with names over rows.

    Parts of one table are in the same rows, and what is in the second is said of the first.
    """
    headers = []
    for part in (left, right):
        wide = [(number, row) for number, row in part if _count_own(row) >= _MIN_WIDTH]
        if len(wide) < _MIN_WIDTH or not is_header(wide[0][1], [row for _, row in wide[1:]]):
            return False
        headers.append(wide[0])
    if {number for number, _ in left} != {number for number, _ in right}:
        return True
    names = [{cell.text for cell in row.values()} for _, row in headers]
    return bool(names[0] & names[1]) or (_has_names(left) and _has_names(right))


def _has_names(part: list[NumberedRow]) -> bool:
    """Return whether the first column has words, as one does that says what a row is about."""
    rows = [row for _, row in part[1:]]
    first = min(column for row in rows for column in row)
    keys = [row[first] for row in rows if first in row]
    return sum(map(is_value, keys)) * 2 <= len(keys)


class _BandReader:
    """Reads the bands of a sheet from above; one may go on with the table above it."""

    def __init__(self) -> None:
        self._tables: dict[tuple[int, int], _Table] = {}
        self.begun: list[_Table] = []

    def read(self, band: list[NumberedRow]) -> Iterator[Found]:
        """Read one band."""
        for block in self._split(band):
            columns = [column for _, row in block for column in row]
            place = min(columns), max(columns)
            known = next((each for each in self._tables if _covers(each, place)), None)
            table = self._tables.get(known) if known else None
            for number, each, begun in _read_block(block, table):
                if begun and begun is not table:
                    begun.place = number, place[0]
                    self.begun.append(begun)
                table = begun
                yield number, place[0], each
            if table and table is not self._tables.get(known or place):
                self._tables = {
                    key: value for key, value in self._tables.items() if not _meets(key, place)
                } | {place: table}

    def _split(self, band: list[NumberedRow]) -> list[list[NumberedRow]]:
        """Split a band where tables stand side by side, with an empty column between."""
        used = sorted({column for _, row in band if _count_own(row) > 1 for column in row})
        if not used or any(_covers(each, (used[0], used[-1])) for each in self._tables):
            return [band]
        starts = [right for left, right in pairwise(used) if right > left + 1]
        edges = [0]
        for at, end in pairwise([*starts, used[-1] + 1]):
            if _are_apart(_between(band, edges[-1], at), _between(band, at, end)):
                edges.append(at)
        parts = [_between(band, low, high) for low, high in pairwise([*edges, 1 << 20])]
        return [part for part in parts if part]


def _covers(known: tuple[int, int], columns: tuple[int, int]) -> bool:
    return known[0] <= columns[0] and columns[1] <= known[1]


def _meets(known: tuple[int, int], columns: tuple[int, int]) -> bool:
    return known[0] <= columns[1] and columns[0] <= known[1]


def _read_block(
    block: list[NumberedRow], table: _Table | None
) -> Iterator[tuple[int, Line | Record, _Table | None]]:
    """Read the rows of a block, each with the table that it belongs to or follows."""
    counts = [count for _, row in block if (count := _count_own(row)) >= _MIN_WIDTH]
    width = median_low(counts) if counts else 0
    names_left, is_apart, title = 0, True, ""
    for place, (number, row) in enumerate(block):
        if names_left:
            names_left -= 1
            continue
        below = [each for _, each in block[place + 1 : place + 1 + _MAX_LOOK_ROWS]]
        if _is_text(row, width, table) or _is_title(row, below, table, is_first=not place):
            text = " ".join(" ".join(row[column].said for column in _own(row)).split())
            title = text if len(text.split()) <= MAX_TITLE_WORDS else ""
            if table:
                table.part = title
            is_apart = True
            yield number, Line(number, text), table
            continue
        if table is None or begins_table(row, below, table.header, table.rows, is_apart=is_apart):
            table = _Table(title=title)
            size = _header_size(block[place:]) if is_header(row, below) else 0
            for each, line in _start(table, block[place : place + size]):
                yield each, line, table
            names_left = max(0, size - 1)
        is_apart, title = False, ""
        if row is not table.header:
            yield number, table.record(number, row), table


def _header_size(rows: Sequence[NumberedRow]) -> int:
    """Return of how many rows a header is that begins *rows*."""
    size = 1
    while size < _MAX_HEADER_ROWS and size < len(rows) - 1:
        header, row = rows[size - 1][1], rows[size][1]
        below = [each for _, each in rows[size + 1 : size + 1 + _MAX_LOOK_ROWS]]
        if not is_second_header(header, row, below):
            break
        size += 1
    return size


def _is_text(row: Row, width: int, table: _Table | None) -> bool:
    """Return whether a row is no row of a table, by itself."""
    count = _count_own(row)
    if table is None:
        return count < max(_MIN_WIDTH, (width + 1) // 2)
    if count > 1:
        return False
    cell = row[_own(row)[0]]
    if len(row) > 1 or len(cell.text.split()) >= MIN_TEXT_WORDS:
        return True
    return cell.is_bold and not any(each.is_bold for past in table.rows for each in past.values())


def _is_title(row: Row, below: Sequence[Row], table: _Table | None, *, is_first: bool) -> bool:
    """Return whether a row of one cell stands above another table than the one before."""
    if table is None or not below or _count_own(row) > 1:
        return False
    return begins_table(below[0], below[1:], table.header, table.rows, is_apart=is_first)
