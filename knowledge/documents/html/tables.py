"""Tables of HTML as rows of cells: merged ones, nested ones, those that name their rows (pure)."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from lxml.html import HtmlElement

from knowledge.documents.markdown_blocks import escape, render_item, render_table

MAX_COLUMNS = 50
MAX_ROWS_SPANNED = 1_000

_AMOUNT = re.compile(r"\W*(?:(?:[A-Z]{3}|Rp|RM)\W*)?\d")
_YEAR = re.compile(r"(?:19|20)\d\d")

Said = Callable[[HtmlElement], str]
"""Returns the text of a cell."""


def own_rows(table: HtmlElement) -> list[HtmlElement]:
    """Return the rows of a *table*, without those of tables in its cells."""
    rows = list(table.iter("tr"))
    if not _has_inner(table):
        return rows
    return [row for row in rows if next(row.iterancestors("table"), None) is table]


def own_cells(row: HtmlElement) -> list[HtmlElement]:
    """Return the cells of a *row*."""
    return list(row.iterchildren("td", "th"))


def is_layout(table: HtmlElement) -> bool:
    """Return whether a *table* only places what is in it: headings, or tables side by side."""
    if table.get("role") in {"presentation", "none"}:
        return True
    rows = [own_cells(row) for row in own_rows(table)]
    cells = [cell for row in rows for cell in row]
    if any(cell.tag == "th" for cell in cells):
        return False
    if next(table.iter("h1", "h2", "h3", "h4"), None) is not None:
        return True
    if not _has_inner(table):
        return False
    nesting = [row for row in rows if any(map(_holds_table, row))]
    labelled = [
        row for row in nesting if any(not _holds_table(cell) and _text(cell) for cell in row)
    ]
    return bool(nesting) and len(labelled) < len(nesting)


def render_rows(table: HtmlElement, said: Said) -> list[str]:
    """Render a *table* of data as blocks of Markdown."""
    rows = own_rows(table)
    cells = (cell for row in rows for cell in own_cells(row)) if _has_inner(table) else ()
    if any(map(_holds_table, cells)):
        return list(_render_nested(table, said))
    grid = cells_of(rows, said)
    if _names_rows(rows):
        return list(_render_labels(grid))
    if not _names_columns(rows, grid):
        return [render_item(_as_pair(row)) for row in grid if any(row)]
    headers = _count_headers(rows)
    return render_table([_names(grid[:headers]), *grid[headers:]] if headers > 1 else grid)


def cells_of(rows: Sequence[HtmlElement], said: Said) -> list[list[str]]:
    """Return the cells of each row; a cell that spans several rows is repeated."""
    found: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}
    for row in rows:
        cells: list[str] = []
        own = own_cells(row)
        is_name = not found or all(each.tag == "th" for each in own)
        while (own or len(cells) in below) and len(cells) < MAX_COLUMNS:
            left, text = below.pop(len(cells), (0, ""))
            if left:
                span = 1
            else:
                cell = own.pop(0)
                text = said(cell)
                left, span = _span(cell, "rowspan", MAX_ROWS_SPANNED), _span(cell, "colspan")
            for each in range(span):
                if left > 1:
                    below[len(cells)] = (left - 1, text)
                cells.append(text if each == 0 or is_name else "")
        found.append(cells[:MAX_COLUMNS])
    return found


def _span(cell: HtmlElement, name: str, most: int = MAX_COLUMNS) -> int:
    said = (cell.get(name) or "").strip()
    if not said:
        return 1
    return min(most, max(1, int(said))) if said.isascii() and said.isdigit() else 1


def _has_inner(table: HtmlElement) -> bool:
    return next(table.iterdescendants("table"), None) is not None


def _nested(cell: HtmlElement) -> HtmlElement | None:
    found = next(cell.iterdescendants("table"), None)
    return found if found is not None and own_rows(found) else None


def _holds_table(cell: HtmlElement) -> bool:
    return _nested(cell) is not None


def _text(cell: HtmlElement) -> str:
    return str(cell.text_content()).strip()


def _names_columns(rows: Sequence[HtmlElement], grid: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row names the columns: numbers stand below names, not below numbers.

    A row of cells that are marked as names is one whatever it holds, and so is an only row.
    """
    if len(grid) < 2 or any(cell.tag == "th" for cell in own_cells(rows[0])):  # noqa: PLR2004 - a row and its names
        return True
    below = [row for row in grid[1:] if any(row)]
    return not any(
        _is_amount(cell) and all(len(row) > place and _is_amount(row[place]) for row in below)
        for place, cell in enumerate(grid[0])
    )


def _is_amount(cell: str) -> bool:
    return _AMOUNT.match(cell) is not None and not _YEAR.fullmatch(cell)


def _as_pair(row: Sequence[str]) -> str:
    """Return a row without names of columns: its first cell names the others."""
    name, *cells = [cell for cell in row if cell]
    return f"{name.rstrip(':')}: {'; '.join(cells)}" if cells else name


def _names_rows(rows: Sequence[HtmlElement]) -> bool:
    """Return whether every row has a name of its own and no row names the columns."""
    cells = [own_cells(row) for row in rows]
    kept = [row for row in cells if row]
    return bool(kept) and all(
        len(row) > 1 and row[0].tag == "th" and all(cell.tag == "td" for cell in row[1:])
        for row in kept
    )


def _render_labels(grid: Sequence[Sequence[str]]) -> Iterator[str]:
    for name, *cells in grid:
        if text := "; ".join(filter(None, cells)):
            yield render_item(f"{name.rstrip(':')}: {text}" if name else text)


def _count_headers(rows: Sequence[HtmlElement]) -> int:
    """Return how many rows at the top name the columns."""
    count = 0
    for row in rows:
        cells = own_cells(row)
        if not cells or any(cell.tag != "th" for cell in cells):
            break
        count += 1
    return min(count, 3) if count < len(rows) else 1


def _names(rows: Sequence[Sequence[str]]) -> list[str]:
    """Put the names of several header rows together, column by column."""
    width = max(map(len, rows))
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    return [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*full, strict=True)]


def _render_nested(table: HtmlElement, said: Said) -> Iterator[str]:
    """Render a table with tables in its cells: each inner row goes with the outer row around it."""
    rows = own_rows(table)
    header, rows = _split_header(rows)
    names = cells_of(header, said)[0] if header else []
    parts = [part for row in rows for part in _merge(own_cells(row), names, said)]
    for head, group in groupby(parts, key=lambda part: part[0]):
        body = [cells for _, found in group for cells in found]
        if any(head):
            yield from render_table([list(head), *body])
        else:
            yield from (escape("; ".join(filter(None, row))) for row in body)


def _split_header(rows: list[HtmlElement]) -> tuple[list[HtmlElement], list[HtmlElement]]:
    cells = own_cells(rows[0])
    is_header = cells and len(rows) > 1 and not any(map(_holds_table, cells))
    return (rows[:1], rows[1:]) if is_header else ([], rows)


def _merge(
    cells: list[HtmlElement], names: list[str], said: Said
) -> Iterator[tuple[tuple[str, ...], list[list[str]]]]:
    """Yield for each table inside a row its column names and rows, the outer cells in front."""
    places = [place for place, cell in enumerate(cells) if _holds_table(cell)]
    outer = [place for place in range(len(cells)) if place not in places]
    own_names = [names[place] if place < len(names) else "" for place in outer]
    own = [said(cells[place]) for place in outer]
    if not places:
        yield tuple(own_names), [own]
    for place in places:
        inner = _nested(cells[place])
        if inner is None:
            continue
        inner_rows = own_rows(inner)
        grid = cells_of(inner_rows, said)
        is_named = (
            len(grid) > 1 and _names_columns(inner_rows, grid) and not _names_rows(inner_rows)
        )
        head = grid[0] if is_named else [names[place] if place < len(names) else ""]
        kept = [row for row in grid if any(row)]
        rows = kept[1:] if is_named else [[_as_pair(row)] for row in kept]
        yield (*own_names, *head), [[*own, *row] for row in rows]
