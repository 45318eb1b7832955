"""Workbooks that tests read, and what is said and reported of them."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.documents.document import Document
from knowledge.text.sentences import sentences

Fill = Callable[[Worksheet], None]


def sheet_of(rows: list[list[object]], fill: Fill | None = None, title: str = "Tools") -> bytes:
    """Write a workbook with one sheet of *rows*, to which *fill* does the rest."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    if fill:
        fill(sheet)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def book_of(sheet: Worksheet) -> Workbook:
    """Return the workbook of a sheet."""
    assert sheet.parent is not None
    return sheet.parent


def rewritten(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Change the XML of one part of a workbook."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(written, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()).encode() if name == part else text)
    return written.getvalue()


def said(document: Document) -> list[str]:
    """Return the sentences of all clauses."""
    return [each.text for section in document.sections for each in sentences(section.text)]


def reported(document: Document) -> dict[str, str]:
    """Return what was left out: kind and places."""
    return {each.kind: ", ".join(each.places) for each in document.omissions}
