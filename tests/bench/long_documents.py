"""Documents of every kind, as long as is wanted: headings, prose, lists and tables."""

import csv
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Protocol

import docx
import pptx
from fpdf import FPDF
from openpyxl import Workbook
from pptx.util import Inches

ITEMS = 4
TABLE_ROWS = 6
SENTENCES = 6
SHEET_ROWS_PER_CLAUSE = 25
HEADER = ("Code", "Branch", "Approval", "Price", "Limit", "Remark")
_TEXT = (
    "hotel review payment customer invoice quarter travel branch manager approval supplier stock "
    "contract before without holiday printer safety water coffee meeting price signed every third"
)
WORDS = _TEXT.split()


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands under one heading."""

    heading: str
    prose: str
    items: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Saved(Protocol):
    """A document that can be written."""

    def save(self, target: BytesIO, /) -> None:
        """Write it."""


def list_clauses(count: int) -> Iterator[Clause]:
    """Yield *count* clauses, the same ones each time."""
    chance = random.Random(15)  # noqa: S311 - nothing is secret here

    def say(words: int) -> str:
        return " ".join(chance.choices(WORDS, k=words)).capitalize()

    for number in range(1, count + 1):
        yield Clause(
            f"{number} {say(3)}",
            " ".join(f"{say(12)}." for _ in range(SENTENCES)),
            tuple(say(6) for _ in range(ITEMS)),
            tuple((say(1), str(row * number), say(2)) for row in range(TABLE_ROWS)),
        )


def make_markdown(clauses: int) -> bytes:
    """Write Markdown."""
    parts: list[str] = []
    for each in list_clauses(clauses):
        rows = [("Word", "Number", "Words"), ("---",) * 3, *each.rows]
        parts += [f"## {each.heading}", each.prose, "\n".join(f"- {item}" for item in each.items)]
        parts.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
    return "\n\n".join(parts).encode()


def make_text(clauses: int) -> bytes:
    """Write plain text."""
    parts: list[str] = []
    for each in list_clauses(clauses):
        underline = "=" * len(each.heading)
        parts += [f"{each.heading}\n{underline}", each.prose]
        parts.append("\n".join(f"- {item}" for item in each.items))
    return "\n\n".join(parts).encode()


def make_html(clauses: int) -> bytes:
    """Write a page of HTML."""
    parts: list[str] = []
    for each in list_clauses(clauses):
        items = "".join(f"<li>{item}</li>" for item in each.items)
        rows = (f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in each.rows)
        parts.append(f"<h2>{each.heading}</h2><p>{each.prose}</p><ul>{items}</ul>")
        parts.append(f"<table>{''.join(rows)}</table>")
    return f"<!doctype html><html><body><main>{''.join(parts)}</main></body></html>".encode()


def make_pdf(clauses: int) -> bytes:
    """Write a PDF, a clause a page."""
    pdf = FPDF()
    for each in list_clauses(clauses):
        pdf.add_page()
        pdf.set_font("Helvetica", style="B", size=16)
        pdf.multi_cell(0, 12, each.heading, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", size=11)
        for text in (each.prose, *(f"- {item}" for item in each.items)):
            pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        with pdf.table() as table:
            for row in each.rows:
                table.row(row)
    return bytes(pdf.output())


def make_docx(clauses: int) -> bytes:
    """Write a Word document."""
    document = docx.Document()
    for each in list_clauses(clauses):
        document.add_heading(each.heading, 1)
        document.add_paragraph(each.prose)
        for item in each.items:
            document.add_paragraph(item, style="List Bullet")
        table = document.add_table(rows=0, cols=3)
        for row in each.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return _saved(document)


def make_pptx(clauses: int) -> bytes:
    """Write a presentation, a clause a slide."""
    deck = pptx.Presentation()
    for each in list_clauses(clauses):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = each.heading
        slide.placeholders[1].text = "\n".join(each.items)
        slide.notes_slide.notes_text_frame.text = each.prose
        size = (Inches(1), Inches(5), Inches(4), Inches(1))
        table = slide.shapes.add_table(TABLE_ROWS, 3, *size).table
        for number, row in enumerate(each.rows):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
    return _saved(deck)


def list_rows(rows: int) -> Iterator[tuple[str | int | float, ...]]:
    """Yield a header and *rows* rows of a sheet."""
    chance = random.Random(15)  # noqa: S311 - nothing is secret here
    yield HEADER
    for number in range(1, rows + 1):
        words = chance.choices(WORDS, k=5)
        price = chance.randrange(1, 100_000) / 100
        yield f"C-{number}", words[0], words[1], price, number % 97, " ".join(words[2:])


def make_csv(rows: int) -> bytes:
    """Write a table as CSV."""
    written = StringIO(newline="")
    csv.writer(written).writerows(list_rows(rows))
    return written.getvalue().encode()


def make_xlsx(rows: int) -> bytes:
    """Write a workbook of one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Limits")
    for row in list_rows(rows):
        sheet.append(row)
    return _saved(book)


def _saved(document: Saved) -> bytes:
    written = BytesIO()
    document.save(written)
    return written.getvalue()


MAKERS: Mapping[str, Callable[[int], bytes]] = {
    ".md": make_markdown,
    ".txt": make_text,
    ".csv": lambda clauses: make_csv(clauses * SHEET_ROWS_PER_CLAUSE),
    ".html": make_html,
    ".pdf": make_pdf,
    ".docx": make_docx,
    ".pptx": make_pptx,
    ".xlsx": lambda clauses: make_xlsx(clauses * SHEET_ROWS_PER_CLAUSE),
}
"""By suffix, what makes a file of so many clauses, or of 25 rows for each."""
