"""The cells of a table in rows and columns, merged ones in each that they span (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

MAX_SPAN = 64
"""How many columns or rows one cell may span; more is a mistake or an attack."""

MAX_HEADER_ROWS = 3


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's text, how many columns it spans, and whether it goes on from the row above."""

    text: str
    width: int = 1
    goes_on: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class TableGrid:
    """The texts of a table, row by row.

    *banners* are the rows that are one cell from edge to edge. *headers* is the number of rows that
    name the columns; with 0 the first column names the rows.
    """

    rows: tuple[tuple[str, ...], ...]
    headers: int = 1
    banners: frozenset[int] = field(default=frozenset())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, those of two header rows put together."""
        named = [row for place, row in enumerate(self.rows) if place not in self.banners]
        columns = zip(*named[: self.headers], strict=True)
        return tuple(" ".join(dict.fromkeys(filter(None, column))) for column in columns)

    def parts(self) -> Iterator[tuple[str, list[Sequence[str]]]]:
        """Yield the table in parts, each below the banner it has, and with the column names."""
        if not self.headers:
            yield from ((_labelled(row), []) for row in self.rows)
            return
        named = [place for place in range(len(self.rows)) if place not in self.banners]
        headers = set(named[: self.headers])
        banner = ""
        rows: list[Sequence[str]] = [self.names]
        is_first = True
        for place, row in enumerate(self.rows):
            if place not in self.banners | headers:
                rows.append(row)
            elif place in self.banners:
                if len(rows) > 1:
                    yield banner, rows
                    banner, rows, is_first = "", [self.names], False
                banner = f"{banner} {row[0]}".strip()
        if len(rows) > 1 or is_first:
            yield banner, rows
        elif banner:
            yield banner, []

    def records(self) -> Iterator[list[str]]:
        """Yield what each row says, every value with the name of its column."""
        for banner, rows in self.parts():
            if banner:
                yield [banner]
            unused = [
                name
                for place, name in enumerate(rows[0] if rows else ())
                if name and not any(row[place] for row in rows[1:])
            ]
            if unused:
                yield unused
            for row in rows[1:]:
                pairs = zip(rows[0], row, strict=True)
                yield [f"{name}: {cell}" if name else cell for name, cell in pairs if cell]


def make_grid(
    rows: Sequence[Sequence[GridCell]], *, marked: int, by_column: bool = False
) -> TableGrid:
    """Make a grid of *rows* of cells; *marked* is how many rows the file says are headers.

    *by_column* says that the file has the first column stand out, and not the first row.
    """
    width = max((sum(_width(cell) for cell in row) for row in rows), default=0)
    texts: list[tuple[str, ...]] = []
    for row in rows:
        filled: list[str] = []
        for cell in row:
            place = len(filled)
            above = texts[-1][place] if texts and cell.goes_on and place < width else cell.text
            filled += [above] * _width(cell)
        texts.append(tuple([*filled, *[""] * (width - len(filled))][:width]))
    banners = frozenset(
        place
        for place, row in enumerate(rows)
        if width > 1 and len(row) == 1 and _width(row[0]) == width
    )
    body = [row for place, row in enumerate(rows) if place not in banners]
    if by_column or _is_by_column(body, width):
        return TableGrid(tuple(texts), 0, banners)
    headers = min(max(marked, _header_rows(body)), MAX_HEADER_ROWS, max(1, len(body) - 1))
    return TableGrid(tuple(texts), headers, banners)


def _width(cell: GridCell) -> int:
    return min(max(1, cell.width), MAX_SPAN)


def _header_rows(rows: Sequence[Sequence[GridCell]]) -> int:
    """Count the header rows: two where cells of the second stand below a wide one of the first."""
    if len(rows) < 3 or not any(_width(cell) > 1 for cell in rows[0]):  # noqa: PLR2004 - a title, names and a row
        return 1
    wide = {
        place
        for cell, place in _placed(rows[0])
        if _width(cell) > 1
        for place in range(place, place + _width(cell))
    }
    others = [cell for cell, place in _placed(rows[1]) if place not in wide]
    return 2 if all(cell.goes_on or not cell.text for cell in others) else 1


def _placed(row: Sequence[GridCell]) -> Iterator[tuple[GridCell, int]]:
    place = 0
    for cell in row:
        yield cell, place
        place += _width(cell)


def _is_by_column(rows: Sequence[Sequence[GridCell]], width: int) -> bool:
    """Return whether a table of two columns has its labels, in bold, in the first of them."""
    pairs = [row for row in rows if len(row) == 2]  # noqa: PLR2004 - a label and what it says
    if width != 2 or len(pairs) != len(rows) or len(rows) < 2:  # noqa: PLR2004 - the same
        return False
    return all(label.is_bold and not said.is_bold for label, said in pairs)


def _labelled(row: Sequence[str]) -> str:
    label, *said = [cell for cell in dict.fromkeys(row) if cell] or [""]
    return f"{label.rstrip(':')}: {', '.join(said)}" if said else label
