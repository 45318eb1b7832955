"""Parser of Excel workbooks (.xlsx): the visible sheets, row by row."""

from datetime import datetime, time
from io import BytesIO
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from knowledge.documents.document import Document, UnreadableError
from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.table_rows import Row, clauses_of, nonempty_rows
from knowledge.pages import Section


def read(content: bytes, _name: str) -> Document:
    """Parse the visible sheets of a workbook.

    Raises:
        UnreadableError: If it is damaged, or has too many rows.
    """
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError) as error:
        raise UnreadableError("it is damaged and cannot be opened") from error
    sections: list[Section] = []
    total = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()
        rows: list[Row] = []
        cells = ((n, [_value(cell) for cell in row]) for n, row in enumerate(sheet.iter_rows(), 1))
        for row in nonempty_rows(cells, already=total):
            rows.append(row)
            total += 1
        sections += clauses_of(sheet.title, rows)
    return Document(normalize(str(book.properties.title or "")), tuple(sections))


def _value(cell: object) -> str:
    """Format a cell as its sheet shows it, as far as that is known."""
    value = getattr(cell, "value", None)
    if value is None:
        return ""
    if isinstance(value, float):
        share = "%" in str(getattr(cell, "number_format", ""))
        return f"{value * 100:.10g}%" if share else f"{value:.12g}"
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date().isoformat()
    return str(value).strip()
