"""Rows of sheets as clauses, each with its own anchor; the parser of CSV (pure)."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from knowledge.documents.document import Document, UnreadableError, clause
from knowledge.documents.encodings import decode, list_lost_characters
from knowledge.documents.markdown_blocks import escape, render_record
from knowledge.pages import Section, slug

MAX_ROWS = 5_000
"""Files of more rows are data, and refused."""

MAX_COLUMNS = 100
"""Further columns are not read."""

Row = tuple[int, tuple[str, ...]]
"""The number of a row, counted from 1, and its cells."""


def read_csv(content: bytes, name: str) -> Document:
    """Parse comma-, semicolon- or tab-separated values.

    Raises:
        UnreadableError: If it is not text, or has too many rows.
    """
    text = decode(content)
    csv.field_size_limit(10_000_000)
    try:
        lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text, name))
        rows = list(
            nonempty_rows((n, [cell.strip() for cell in row]) for n, row in enumerate(lines, 1))
        )
    except csv.Error as error:
        raise UnreadableError("its rows cannot be told apart: save it again as CSV") from error
    return Document("", tuple(clauses_of("", rows)), list_lost_characters(text))


def _delimiter(text: str, name: str) -> str:
    if name.lower().endswith(".tsv"):
        return "\t"
    first = text.lstrip("\n").partition("\n")[0]
    return max(",;\t|", key=first.count)


def nonempty_rows(rows: Iterable[tuple[int, Sequence[str]]], already: int = 0) -> Iterator[Row]:
    """Yield the rows that have a value; *already* counts those of earlier sheets.

    Raises:
        UnreadableError: If there are more than `MAX_ROWS`.
    """
    count = already
    for number, cells in rows:
        kept = tuple(cells[:MAX_COLUMNS])
        if any(kept):
            count += 1
            if count > MAX_ROWS:
                raise UnreadableError(f"it has more than {MAX_ROWS:,} rows")
            yield number, kept


def clauses_of(title: str, rows: Sequence[Row]) -> Iterator[Section]:
    """Yield the clauses of a sheet: the text above the table, then each row with its header."""
    place = f"sheet-{slug(title) or 'sheet'}" if title else ""
    above, names, below = _split_header(rows)
    prose = "\n\n".join(escape(" ".join(filter(None, cells))) for _, cells in above)
    if title or prose:
        yield clause(title, place, 1 if title else 0, [], prose)
    trail = [title] if title else []
    for number, cells in below:
        anchor = f"{place}-row-{number}" if place else f"row-{number}"
        yield clause(f"row {number}", anchor, 3, trail, render_record(names, cells))


def _split_header(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[str], Sequence[Row]]:
    """Split a sheet into the rows above its table, the column names, and the table's rows.

    The names are in the first row that is about as wide as the table; they may be missing.
    """
    width = sorted(sum(map(bool, cells)) for _, cells in rows)[len(rows) // 2] if rows else 0
    if width < 2:  # noqa: PLR2004 - a single column is prose
        return rows, (), ()
    for place, (_, cells) in enumerate(rows):
        named = [cell for cell in cells if cell]
        if len(named) < max(2, (width + 1) // 2):
            continue
        if any(map(_is_number, named)) or place == len(rows) - 1:
            return rows[:place], [""] * MAX_COLUMNS, rows[place:]
        return rows[:place], [*cells, *[""] * (MAX_COLUMNS - len(cells))], rows[place + 1 :]
    return rows, (), ()


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[-+]?[\d.,]+%?", cell) is not None
