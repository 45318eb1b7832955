"""Parser of Excel workbooks (.xlsx): the visible sheets as people see them, row by row."""

from itertools import groupby

from knowledge.documents.document import DAMAGED, Document, UnreadableError
from knowledge.documents.encodings import find_conversion
from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.sheets.attachments import Attachments, Notes
from knowledge.documents.sheets.cells import MAX_COLUMNS, SheetCells, SheetReader
from knowledge.documents.sheets.grid import Cell, Grid, TableRange, column_name
from knowledge.documents.sheets.workbook import PACKED, SheetPart, Workbook, open_workbook
from knowledge.documents.table_rows import MAX_ROWS, clauses_of
from knowledge.omissions import OmissionLog

NamedGrid = tuple[str, Grid]
"""The name of a sheet, and its cells."""


def read(content: bytes, _name: str) -> Document:
    """Parse the visible sheets of a workbook; what is hidden, struck or drawn is reported.

    Raises:
        UnreadableError: If it is damaged.
    """
    try:
        return _read(open_workbook(content))
    except PACKED as error:
        raise UnreadableError(DAMAGED) from error


def _read(book: Workbook) -> Document:
    log = OmissionLog()
    grids: list[NamedGrid] = []
    left = MAX_ROWS
    for sheet in book.sheets:
        if sheet.is_chart:
            log.add("chart", f"sheet {sheet.name}")
        elif not sheet.is_shown:
            cells = SheetReader(book, sheet, log).read(max_rows=0)
            log.add("hidden text", f"sheet {sheet.name}", words=cells.unread_words)
        else:
            grid, count = _read_sheet(book, sheet, log, left)
            left -= count
            grids.append((sheet.name, grid))
    sections = [each for name, grid in _convert_old_font(grids) for each in clauses_of(name, grid)]
    return Document(normalize(book.title), tuple(sections), log.list_omissions())


def _convert_old_font(sheets: list[NamedGrid]) -> list[NamedGrid]:
    """Make the Western letters of an old Vietnamese font those that they stand for."""
    convert = find_conversion(
        "\n".join(
            cell.text for _, grid in sheets for row in grid.rows.values() for cell in row.values()
        )
    )
    if convert is str:
        return sheets
    for _, grid in sheets:
        for row in grid.rows.values():
            for column, cell in row.items():
                row[column] = cell._replace(text=convert(cell.text), note=convert(cell.note))
    return [(convert(name), grid) for name, grid in sheets]


def _read_sheet(
    book: Workbook, sheet: SheetPart, log: OmissionLog, max_rows: int
) -> tuple[Grid, int]:
    """Read one sheet, and how many rows it took."""
    cells = SheetReader(book, sheet, log).read(max_rows)
    count = len(cells.rows)
    if cells.unread_rows:
        words, rows = cells.unread_words, cells.unread_rows
        log.add("rows beyond the limit", f"sheet {sheet.name}", words=words, count=rows)
    attached = Attachments(book, sheet, log)
    attached.report_drawings()
    _spread_merged(cells)
    _drop_struck(cells, sheet.name, log)
    notes = attached.read_notes()
    _drop_hidden(cells, notes, sheet.name, log)
    _add_notes(cells, notes)
    tables = attached.list_tables() or [
        TableRange(top, bottom, left, right, is_open=True)
        for top, left, bottom, right in cells.filters
    ]
    return Grid({number: row for number, row in sorted(cells.rows.items()) if row}, tables), count


def _spread_merged(cells: SheetCells) -> None:
    """Give every row and column of a merged cell its text."""
    for top, left, bottom, right in cells.merged:
        origin = cells.rows.get(top, {}).get(left)
        if origin is None or not 0 < left <= right:
            continue
        for number in range(top, min(bottom, max(cells.rows)) + 1):
            row = cells.rows.get(number)
            if row is None:
                continue
            for column in range(left, min(right, MAX_COLUMNS) + 1):
                if (number, column) != (top, left):
                    row[column] = origin._replace(is_copy=column > left)
                    if left in cells.struck.get(top, ()):
                        cells.struck.setdefault(number, set()).add(column)


def _drop_struck(cells: SheetCells, sheet: str, log: OmissionLog) -> None:
    """Leave out struck cells, and the whole row of a name that is struck."""
    for number, marks in cells.struck.items():
        row = cells.rows.get(number, {})
        named = [column for column, cell in sorted(row.items()) if not cell.is_value]
        first = min([*named, *(each for each in marks if each not in row)], default=0)
        for column in sorted(row if first in marks else marks & row.keys()):
            cell = row.pop(column)
            place = f"cell {column_name(column)}{number} of sheet {sheet}"
            if not cell.is_copy:
                log.add("struck-through text", place, words=len(cell.text.split()))


def _drop_hidden(cells: SheetCells, notes: Notes, sheet: str, log: OmissionLog) -> None:
    """Leave out the cells of hidden rows and columns with their notes."""
    words_by_row: dict[int, int] = {}
    words_by_column: dict[int, int] = {}
    for number, row in cells.rows.items():
        if number in cells.hidden_rows:
            gone, found = list(row), words_by_row
        else:
            gone, found = [each for each in row if each in cells.hidden_columns], words_by_column
        for column in gone:
            text = f"{row.pop(column).text} {notes.pop((number, column), '')}"
            key = number if found is words_by_row else column
            found[key] = found.get(key, 0) + len(text.split())
    for place in [
        each for each in notes if each[0] in cells.hidden_rows or each[1] in cells.hidden_columns
    ]:
        words_by_row[place[0]] = words_by_row.get(place[0], 0) + len(notes.pop(place).split())
    for first, last, words in _ranges(words_by_row):
        rows = f"row {first}" if first == last else f"rows {first} to {last}"
        log.add("hidden text", f"{rows} of sheet {sheet}", words=words)
    for first, last, words in _ranges(words_by_column):
        names = column_name(first), column_name(last)
        columns = f"column {names[0]}" if first == last else f"columns {names[0]} to {names[1]}"
        log.add("hidden text", f"{columns} of sheet {sheet}", words=words)


def _ranges(words: dict[int, int]) -> list[tuple[int, int, int]]:
    """Join numbers that follow each other: first, last, and the words of all."""
    ranges = []
    for _, group in groupby(enumerate(sorted(words)), key=lambda each: each[1] - each[0]):
        numbers = [number for _, number in group]
        ranges.append((numbers[0], numbers[-1], sum(words[each] for each in numbers)))
    return ranges


def _add_notes(cells: SheetCells, notes: Notes) -> None:
    """Say the note on a cell with what the cell says."""
    for (number, column), note in notes.items():
        row = cells.rows.setdefault(number, {})
        row[column] = row.get(column, Cell(""))._replace(note=note)
