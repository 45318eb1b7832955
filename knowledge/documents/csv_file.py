"""Parser of comma-, semicolon-, tab- and bar-separated values (pure)."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

from knowledge.documents.document import Document, UnreadableError
from knowledge.documents.encodings import decode, list_lost_characters
from knowledge.documents.sheets.cells import MAX_COLUMNS
from knowledge.documents.sheets.grid import Cell, Grid, Row
from knowledge.documents.table_rows import MAX_ROWS, clauses_of
from knowledge.omissions import Omission, OmissionLog

_SIGNS = ",;\t|"
_SAMPLE_CHARS = 200_000
_MAX_SAMPLE_ROWS = 2_000
_MAX_CELL_CHARS = 10_000_000
_MAX_CELL_LINES = 50
_SAID = re.compile(r"\A\s*sep=(.)\s*\n", re.IGNORECASE)
"""A first line by which Excel is told what parts the columns."""


def read(content: bytes, name: str) -> Document:
    """Parse a file of separated values; rows and columns beyond the limits are reported.

    Raises:
        UnreadableError: If it is not text.
    """
    text = decode(content)
    log = OmissionLog()
    try:
        grid = Grid(dict(_rows(text, name, log)))
    except csv.Error as error:
        raise UnreadableError("its rows cannot be told apart: save it again as CSV") from error
    omissions: tuple[Omission, ...] = (*list_lost_characters(text), *log.list_omissions())
    return Document("", tuple(clauses_of("", grid)), omissions)


def _rows(text: str, name: str, log: OmissionLog) -> Iterator[tuple[int, Row]]:
    """Yield the rows that say something, counted from 1 as a sheet shows them."""
    said = _SAID.match(text)
    sign = said[1] if said else _separator(text, name)
    first = 1 + bool(said)
    count = 0
    for number, fields in enumerate(_records(text[said.end() :] if said else text, sign), first):
        row = {n: Cell(text) for n, each in enumerate(fields, 1) if (text := each.strip())}
        if not row:
            continue
        count += 1
        if count > MAX_ROWS:
            place = f"from row {number}" if count == MAX_ROWS + 1 else ""
            log.add("rows beyond the limit", place, words=_count_words(row, 0))
            continue
        if beyond := len(fields) > MAX_COLUMNS and _count_words(row, MAX_COLUMNS):
            log.add("columns beyond the limit", f"row {number}", words=beyond)
            row = {column: cell for column, cell in row.items() if column <= MAX_COLUMNS}
        yield number, row


def _count_words(row: Row, after: int) -> int:
    """Count the words of a row in the columns *after* one."""
    return sum(len(cell.text.split()) for column, cell in row.items() if column > after)


def _records(text: str, sign: str) -> Iterator[list[str]]:
    csv.field_size_limit(_MAX_CELL_CHARS)
    has_blanks = f'{sign} "' in text[:_SAMPLE_CHARS]
    lines = StringIO(text, newline="")
    if _is_quoted_wrongly(text, sign):
        return csv.reader(lines, delimiter=sign, quoting=csv.QUOTE_NONE)
    return csv.reader(lines, delimiter=sign, skipinitialspace=has_blanks)


def _is_quoted_wrongly(text: str, sign: str) -> bool:
    """Return whether a quotation mark that never ends would take many lines into one cell."""
    if text.count('"') % 2 == 0:
        return False
    rows = csv.reader(StringIO(text, newline=""), delimiter=sign)
    return any(cell.count("\n") > _MAX_CELL_LINES for row in rows for cell in row)


def _separator(text: str, name: str) -> str:
    """Return what parts the columns of most rows into the same number, and of none too few."""
    if name.lower().endswith(".tsv") and "\t" in text:
        return "\t"
    sample = text[:_SAMPLE_CHARS]
    return max(_SIGNS, key=lambda sign: _evenness(sample, sign))


def _evenness(sample: str, sign: str) -> tuple[float, int]:
    """Return how sure it is that *sign* parts the columns, and how many there are."""
    try:
        rows = [row for row in islice(_records(sample, sign), _MAX_SAMPLE_ROWS) if any(row)]
    except csv.Error:
        return 0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda each: (each[1], each[0]))
    return count / len(rows) * _purity(rows, sign), width


def _purity(rows: Sequence[Sequence[str]], sign: str) -> float:
    """Return the share of cells without what would part them better: a comma may be of the text."""
    others = [each for each in _SIGNS if each not in {sign, ","}]
    cells = [cell for row in rows for cell in row if cell]
    mixed = sum(any(each in cell for each in others) for cell in cells)
    return 1 - mixed / max(1, len(cells))
