"""Tables of a PDF's page that stand between rules or on coloured rows (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from knowledge.documents.pdf.columns import spans_of
from knowledge.documents.pdf.graphics import Box, Rule
from knowledge.documents.pdf.grids import RuledGrid
from knowledge.documents.pdf.labels import is_bare_label
from knowledge.documents.pdf.lines import TextLine, Word, line_of
from knowledge.documents.pdf.tables import (
    MIN_COLUMNS,
    MIN_ROWS,
    Item,
    PdfTable,
    baselines,
    cell_text,
    compose_table,
    is_of_numbers,
    row_texts,
    rows_of,
)

_MIN_SHARE = 0.7
"""The least share of a band's cells that are filled where each of its lines is a row."""

_MAX_COPIES = 2.5
"""How often a cell of a table is repeated at most because it is merged, in the mean."""

_MIN_LIST_WORDS = 40
"""Cells of so many words with a list in them are parts of the page's layout."""

_MAX_HEADER = 1.2
"""How high a header above the first rule is at most, as a multiple of the row below it."""

_MAX_LAST_ROW = 3.2
"""How high the row below the last rule is at most, as a multiple of the row above it."""

_MIN_GAP = 0.6
"""The least gap between two columns, as a share of a letter's height."""


def place_tables(lines: Sequence[TextLine], grids: Sequence[RuledGrid]) -> list[Item]:
    """Return a page's lines, with a table in the place of those that stand in a grid."""
    items: list[Item] = list(lines)
    for drawn in grids:
        grid = _with_open_rows(drawn, lines)
        around = grid.box
        inside = [
            (word, item.is_bold)
            for item in items
            if isinstance(item, TextLine)
            for word in item.words
            if _is_in(around, word)
        ]
        bold = frozenset(word for word, is_bold in inside if is_bold)
        for box, table in _tables(grid, [word for word, _ in inside], bold):
            items = list(_replaced(items, box, table))
    return items


def _with_open_rows(grid: RuledGrid, lines: Sequence[TextLine]) -> RuledGrid:
    """Return a grid of rules between rows with a bold header above them and the row below them."""
    if grid.verticals:
        return grid
    near = [
        (word, line.is_bold)
        for line in lines
        for word in line.words
        if grid.xs[0] - 1 <= word.left and word.right <= grid.xs[-1] + 1
    ]

    def band(bottom: float, top: float) -> list[tuple[Word, bool]]:
        return [each for each in near if bottom <= (each[0].bottom + each[0].top) / 2 < top]

    (top, second), (last, bottom) = grid.ys[:2], grid.ys[-2:]
    above, first = band(top, top + _MAX_HEADER * (top - second)), band(second, top)
    below, end = band(bottom - _MAX_LAST_ROW * (last - bottom), bottom), band(bottom, last)
    ys = list(grid.ys)
    is_header = all(is_bold for _, is_bold in above) and not any(is_bold for _, is_bold in first)
    header = [word for word, _ in above]
    if is_header and _fits(header, [word for word, _ in first]):
        ys.insert(0, max(word.top for word in header) + 1)
    row = _open_row([word for word, _ in below], [word for word, _ in end])
    if row and len(ys) > MIN_ROWS:
        ys.append(min(word.bottom for word in row) - 1)
    added = [Rule(y, grid.xs[0], grid.xs[-1]) for y in ys if y not in grid.ys]
    return replace(grid, ys=tuple(ys), horizontals=(*grid.horizontals, *added))


def _open_row(below: Sequence[Word], row: Sequence[Word]) -> list[Word]:
    """Return the words *below* a last rule that are one more row; none if more rows follow it."""
    taken = list[Word]()
    left = min((word.left for word in row), default=0)
    for line in baselines(below):
        is_whole = _fits(taken, row)
        if is_whole and _fits(line, row):
            return []
        if is_whole and min(line).left < left + line[0].top - line[0].bottom:
            break
        taken += line
    return taken if _fits(taken, row) else []


def _fits(row: Sequence[Word], beside: Sequence[Word]) -> bool:
    """Return whether the words of a row stand in the columns of the row beside it."""
    count = len(_spans(beside))
    return MIN_COLUMNS <= count == len(_spans(row)) == len(_spans([*row, *beside]))


def _is_in(box: Box, word: Word) -> bool:
    left, right, bottom, top, _ = word
    return (
        box.bottom - 1 <= (bottom + top) / 2 <= box.top + 1
        and box.left - 1 <= (left + right) / 2 <= box.right + 1
    )


def _replaced(items: Sequence[Item], box: Box, table: PdfTable) -> Iterator[Item]:
    """Yield the items without the words in a box, and the table where the first of them stood."""
    is_placed = False
    for item in items:
        if isinstance(item, PdfTable) or not any(_is_in(box, word) for word in item.words):
            yield item
            continue
        parts = groupby(item.words, lambda word: _is_in(box, word))
        outside = [line_of(list(words), item) for is_in, words in parts if not is_in]
        yield from (line for line in outside if line.left < box.left)
        if not is_placed:
            yield table
            is_placed = True
        yield from (line for line in outside if line.left >= box.left)


def _tables(
    grid: RuledGrid, words: Sequence[Word], bold: frozenset[Word]
) -> Iterator[tuple[Box, PdfTable]]:
    """Yield the tables in a grid and where they are; none if it is a frame or a chart."""
    for top, bottom in _runs(grid, words):
        part = grid.between(top, bottom)
        inside = [word for word in words if bottom <= (word.bottom + word.top) / 2 <= top]
        if part is None or not inside:
            continue
        if all(part.is_enclosed(*band) for band in pairwise(part.ys)):
            rows, lefts = list(_grid_rows(part, inside)), part.xs[:-1]
        else:
            lefts = tuple(left for left, _ in _spans(inside))
            rows = list(_banded_rows(part, inside, lefts))
        if not rows:
            continue
        first = max(inside, key=lambda word: word.top)
        table = compose_table(rows, lefts, is_header_bold=first in bold)
        if table is not None and not _is_list(table):
            yield Box(grid.xs[0], bottom, grid.xs[-1], top), table


def _is_list(table: PdfTable) -> bool:
    """Return whether the first column has nothing but labels, from its first row on."""
    return all(is_bare_label(row[0]) for row in table.rows)


def _runs(grid: RuledGrid, words: Sequence[Word]) -> Iterator[tuple[float, float]]:
    """Yield from which height to which the bands between rules may be rows of one table.

    Rules at the side enclose a band, or its words leave the same gaps free as those around it.
    """
    run, since, count = list[Word](), grid.ys[0], 0
    for top, bottom in pairwise(grid.ys):
        band = [word for word in words if bottom <= (word.bottom + word.top) / 2 < top]
        if not band or grid.is_enclosed(top, bottom) or _is_row(run, band):
            run, count = run + band, count + 1
            continue
        if count:
            yield since, top
        is_new = len(_spans(band)) >= MIN_COLUMNS
        run, since, count = (band, top, 1) if is_new else ([], bottom, 0)
    if count:
        yield since, grid.ys[-1]


def _is_row(run: Sequence[Word], band: Sequence[Word]) -> bool:
    """Return whether a gap is free in a band, alone and together with the bands of a run."""
    return all(len(_spans(words)) >= MIN_COLUMNS for words in (band, [*run, *band]))


def _spans(words: Sequence[Word]) -> list[tuple[float, float]]:
    """Return the columns of words between which a gap is free all the way down."""
    return spans_of(words, _MIN_GAP)


def _banded_rows(
    grid: RuledGrid, words: Sequence[Word], lefts: Sequence[float]
) -> Iterator[list[str]]:
    """Yield the rows of a table whose columns no rules part."""
    edges = [*lefts, grid.xs[-1] + 1]
    bands = [
        band
        for top, bottom in pairwise(grid.ys)
        if (band := [word for word in words if bottom <= (word.bottom + word.top) / 2 < top])
    ]
    for number, band in enumerate(bands):
        if number and _are_rows(band, edges):
            yield from rows_of(band, lambda word: _column(edges, word.left), len(lefts))
            continue
        row: list[list[Word]] = [[] for _ in lefts]
        for word in band:
            row[_column(edges, word.left)].append(word)
        yield [cell_text(cell) for cell in row]


def _are_rows(band: Sequence[Word], edges: Sequence[float]) -> bool:
    """Return whether the lines of a band are rows, and not cells of several lines.

    One of their columns is of numbers, or nearly all cells are filled and none goes on in lower
    case (of more than two columns, none of the first).
    """
    count = len(edges) - 1
    texts = [
        row_texts(line, lambda word: _column(edges, word.left), count) for line in baselines(band)
    ]
    if any(is_of_numbers(texts, column) for column in range(1, count)):
        return True
    filled = sum(bool(cell) for row in texts for cell in row)
    read = range(count if count == MIN_COLUMNS else 1)
    is_text = any(row[column][:1].islower() for row in texts for column in read)
    return not is_text and filled >= _MIN_SHARE * count * len(texts)


def _grid_rows(grid: RuledGrid, words: Sequence[Word]) -> Iterator[list[str]]:
    """Yield the texts of a grid's rows; a merged cell's stands in every row and column of it."""
    width = len(grid.xs) - 1
    groups = [grid.groups(top, bottom) for top, bottom in pairwise(grid.ys)]
    cells: list[list[list[Word]]] = [[[] for _ in range(width)] for _ in groups]
    for word in words:
        row = _band(grid.ys, (word.bottom + word.top) / 2)
        column = _column(grid.xs, (word.left + word.right) / 2)
        cells[row][groups[row][column]].append(word)
    for row, (here, below) in enumerate(pairwise(groups)):
        for column in set(here) & set(below):
            end = next((each for each in range(column + 1, width) if here[each] == each), width)
            if not grid.parts_rows(grid.ys[row + 1], grid.xs[column], grid.xs[end]):
                both = cells[row][column] + cells[row + 1][column]
                cells[row][column] = cells[row + 1][column] = both
    if _is_drawing(cells, groups) or any(_is_layout(cell) for row in cells for cell in row):
        return
    texts = [[cell_text(cell) for cell in row] for row in cells]
    last = {word for cell in cells[-1] for word in cell}
    body = [word for word in words if word in last]
    split = list(rows_of(body, lambda word: _column(grid.xs, word.left), width))
    columns = [_column(grid.xs, word.left) for word in body]
    is_apart = all(word.bottom < grid.ys[-2] for word in body)
    if (is_apart and _are_filled_rows(split)) or (
        len(texts) <= MIN_ROWS and (len(split) > MIN_ROWS or _are_written_rows(split, columns))
    ):
        groups = [*groups[:-1], *[list(range(width))] * len(split)]
        texts = [*texts[:-1], *split]
    yield from _with_one_header(texts, groups)


def _are_filled_rows(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the lines of a row are rows of their own, with a column of numbers."""
    is_filled = len(rows) > MIN_ROWS and all(map(all, rows))
    return is_filled and any(is_of_numbers(rows, column) for column in range(1, len(rows[0])))


def _are_written_rows(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> bool:
    """Return whether two rows are written one after the other, and not cell after cell."""
    returns = sum(two < one for one, two in pairwise(columns))
    is_whole = all(map(all, rows)) and not any(row[0][:1].islower() for row in rows)
    return len(rows) == MIN_ROWS == returns + 1 and is_whole


def _is_drawing(cells: Sequence[Sequence[Sequence[Word]]], groups: Sequence[Sequence[int]]) -> bool:
    """Return whether most of what stands in a grid would be repeated, as of a chart."""
    shown = [cells[row][begin] for row, begins in enumerate(groups) for begin in begins]
    copies = sum(map(len, shown))
    words = len({word for cell in shown for word in cell})
    return len(groups) > MIN_ROWS and copies > _MAX_COPIES * words


def _is_layout(cell: Sequence[Word]) -> bool:
    """Return whether a cell has a list and text in it."""
    if len(cell) < _MIN_LIST_WORDS:
        return False
    return sum(is_bare_label(line[0].text) for line in baselines(cell)) > 1


def _with_one_header(
    texts: Sequence[Sequence[str]], groups: Sequence[Sequence[int]]
) -> Iterator[list[str]]:
    """Yield the rows; a first row that names groups of columns is joined to the names below it."""
    rows = [
        list(row) if len(set(begins)) == 1 else [row[begin] for begin in begins]
        for row, begins in zip(texts, groups, strict=True)
    ]
    is_grouped = len(rows) > MIN_ROWS and 1 < len(set(groups[0])) < len(groups[0])
    if not is_grouped or len(set(groups[1])) <= len(set(groups[0])):
        yield from rows
        return
    yield [
        one if one == two else f"{one} {two}".strip()
        for one, two in zip(rows[0], rows[1], strict=True)
    ]
    yield from rows[2:]


def _band(ys: Sequence[float], y: float) -> int:
    return next((row for row, bottom in enumerate(ys[1:]) if y >= bottom), len(ys) - 2)


def _column(xs: Sequence[float], x: float) -> int:
    return next((column for column, right in enumerate(xs[1:]) if x < right), len(xs) - 2)
