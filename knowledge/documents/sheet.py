"""Sheets of rows: every row is a clause with its own address; CSV is such a sheet (pure)."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from knowledge.documents.document import Document, UnreadableError, clause
from knowledge.documents.markup import plain, record
from knowledge.documents.text import decoded
from knowledge.pages import Section, slug

MOST_ROWS = 5_000
"""A file of more rows is data, and nobody's handbook."""

WIDEST = 100
"""Columns further to the right than this are not read."""

Row = tuple[int, tuple[str, ...]]
"""The number of a row, as a person sees it, and its cells."""


def read_csv(content: bytes, name: str) -> Document:
    """Read comma-, semicolon- or tab-separated values.

    Raises:
        UnreadableError: If it is not text, or has too many rows.
    """
    text = decoded(content)
    csv.field_size_limit(10_000_000)
    try:
        lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text, name))
        rows = list(used((n, [cell.strip() for cell in row]) for n, row in enumerate(lines, 1)))
    except csv.Error as error:
        raise UnreadableError("its rows cannot be told apart: save it again as CSV") from error
    return Document("", tuple(clauses_of("", rows)))


def _delimiter(text: str, name: str) -> str:
    if name.lower().endswith(".tsv"):
        return "\t"
    first = text.lstrip("\n").partition("\n")[0]
    return max(",;\t|", key=first.count)


def used(rows: Iterable[tuple[int, Sequence[str]]], already: int = 0) -> Iterator[Row]:
    """Give the rows in which something stands."""
    count = already
    for number, cells in rows:
        kept = tuple(cells[:WIDEST])
        if any(kept):
            count += 1
            if count > MOST_ROWS:
                raise UnreadableError(f"it has more than {MOST_ROWS:,} rows")
            yield number, kept


def clauses_of(title: str, rows: Sequence[Row]) -> Iterator[Section]:
    """Give a sheet as clauses: what stands above the table, and each row with its header."""
    place = f"sheet-{slug(title) or 'sheet'}" if title else ""
    above, names, below = _parted(rows)
    prose = "\n\n".join(plain(" ".join(filter(None, cells))) for _, cells in above)
    if title or prose:
        yield clause(title, place, 1 if title else 0, [], prose)
    trail = [title] if title else []
    for number, cells in below:
        anchor = f"{place}-row-{number}" if place else f"row-{number}"
        yield clause(f"row {number}", anchor, 3, trail, record(names, cells))


def _parted(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[str], Sequence[Row]]:
    """Part a sheet into what stands above its table, the names of the columns, and the rows.

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
            return rows[:place], [""] * WIDEST, rows[place:]
        return rows[:place], [*cells, *[""] * (WIDEST - len(cells))], rows[place + 1 :]
    return rows, (), ()


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[-+]?[\d.,]+%?", cell) is not None
