"""Tells the names of columns from the rows below them (pure)."""

import re
from collections.abc import Iterable, Sequence

from knowledge.documents.sheets.grid import Cell, Row

MAX_NAME_WORDS = 20
"""The name of a column has no more words."""

_MAX_VALUE_CHARS = 40
_MIN_SHARE = 0.6
_MIN_WIDTH = 2
_VALUE = re.compile(
    r"\W*(?:[A-Z]{3}|Rp|RM|US)?\W*\d[\d.,:/' \u00a0-]*"
    r"(?:\W{0,3}|\W?[A-Za-z%\u0e3f\u20ab\u20ac]{1,3})"
    r"|\d{1,2}[ -][^\W\d]{3,12}[ -]\d{2,4}.*"
)
_YEAR = re.compile(r"(?:19|20|25)\d\d")


def is_value(cell: Cell) -> bool:
    """Return whether a cell holds a number, an amount or a date, which is no name of a column."""
    if cell.is_value or len(cell.text) > _MAX_VALUE_CHARS:
        return cell.is_value
    return _VALUE.fullmatch(cell.text) is not None


def is_header(row: Row, below: Sequence[Row]) -> bool:
    """Return whether a row may name the columns of the rows *below* it."""
    cells = {column: cell for column, cell in row.items() if not cell.is_copy}
    texts = {cell.text for cell in cells.values()}
    if len(texts) < _MIN_WIDTH or _is_narrow(below[:1]) or _are_labels([row, *below]):
        return False
    if _is_bold(cells.values()) and not _is_bold(below[0].values()):
        return True
    return all(
        len(cell.text.split()) <= MAX_NAME_WORDS
        and (not is_value(cell) or _is_year_above(cell, column, below))
        for column, cell in cells.items()
    ) and not all(map(is_value, cells.values()))


def _is_narrow(rows: Sequence[Row]) -> bool:
    """Return whether there are no rows, or one that is no row of a table."""
    return not any(sum(not cell.is_copy for cell in row.values()) >= _MIN_WIDTH for row in rows)


def _are_labels(rows: Sequence[Row]) -> bool:
    """Return whether rows are pairs of a label and what it says, and have no header."""
    pairs = [[row[column] for column in sorted(row)] for row in rows]
    if not all(len(pair) <= 2 for pair in pairs):  # noqa: PLR2004 - a label and its value
        return False
    if all(len(pair) > 1 and pair[0].is_bold and not pair[1].is_bold for pair in pairs):
        return True
    return sum(pair[0].text.endswith(":") for pair in pairs) * 2 >= len(pairs)


def _is_bold(cells: Iterable[Cell]) -> bool:
    marks = [cell.is_bold for cell in cells]
    return bool(marks) and all(marks)


def _is_year_above(cell: Cell, column: int, below: Sequence[Row]) -> bool:
    """Return whether a year names its column, as it does not where years are below it."""
    years = [_YEAR.fullmatch(row[column].text) for row in below if column in row]
    return bool(_YEAR.fullmatch(cell.text) and years and not all(years))


def begins_table(
    row: Row, below: Sequence[Row], header: Row, above: Sequence[Row], *, is_apart: bool
) -> bool:
    """Return whether a row is the header of another table than the one *above* it with *header*.

    *is_apart* tells that an empty row or a text is between.
    """
    if header and all(
        column in header and cell.text == header[column].text for column, cell in row.items()
    ):
        return True
    if header and row.keys().isdisjoint(header):
        return is_header(row, below)
    has_look = _is_bold(header.values()) and not any(_is_bold(each.values()) for each in above)
    if has_look:
        return _is_bold(row.values()) and is_header(row, below)
    return is_apart and is_header(row, below) and _differs(row, below, header, above)


def _differs(row: Row, below: Sequence[Row], header: Row, above: Sequence[Row]) -> bool:
    """Return whether what stands in the columns speaks for another table."""
    for column, cell in row.items():
        if not is_value(cell) and (_are_values(column, above) or _are_values(column, below)):
            return True
    if not row.keys() <= header.keys():
        return True
    return not any(
        cell.text == each[column].text
        for column, cell in row.items()
        for each in (*above, *below)
        if column in each
    )


def _are_values(column: int, rows: Sequence[Row]) -> bool:
    cells = [row[column] for row in rows if column in row]
    return bool(cells) and sum(map(is_value, cells)) >= _MIN_SHARE * len(cells)


def names_of(header: Row) -> dict[int, str]:
    """Return the names of the columns."""
    return {column: " ".join(cell.text.split()).rstrip(":") for column, cell in header.items()}


def is_second_header(header: Row, row: Row, below: Sequence[Row]) -> bool:
    """Return whether a row names the parts of the columns that *header* names together."""
    if not below or any(is_value(cell) and not _YEAR.fullmatch(cell.text) for cell in row.values()):
        return False
    if any(column in row for column, cell in header.items() if cell.is_copy):
        return True
    repeated = {column for column in header if column in row and _is_same(row, header, column)}
    if repeated and row.keys() - repeated and any(column not in header for column in row):
        return True
    gaps = [column for column in row if column not in header and column > min(header)]
    texts = [cell.text for cell in row.values()]
    return bool(gaps) and (
        len(set(texts)) < len(texts) or all(_are_values(column, below) for column in gaps)
    )


def _is_same(row: Row, header: Row, column: int) -> bool:
    return row[column].text == header[column].text


def merge_names(names: dict[int, str], row: Row) -> dict[int, str]:
    """Return the names of columns with those of their parts, which stand in the *row* below."""
    merged: dict[int, str] = {}
    group = ""
    for column in sorted(names.keys() | row.keys()):
        part = " ".join(row[column].text.split()) if column in row else ""
        name = names.get(column, group if part else "")
        group = name if part else ""
        merged[column] = name if part in {"", name} else f"{name} {part}".strip()
    return merged
