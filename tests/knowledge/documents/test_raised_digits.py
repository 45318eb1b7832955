"""Raised digits behind a number: of 10 and a raised 6 nobody may read 106."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from knowledge.documents import xlsx
from knowledge.documents.document import Document
from knowledge.documents.html import reader as html
from knowledge.documents.markdown.page import parse
from knowledge.documents.office import docx, pptx
from tests.fixtures.office_files import a_presentation, a_word_file, paragraph, run, shape

RAISED = '<w:vertAlign w:val="superscript"/>'
LOWERED = '<w:vertAlign w:val="subscript"/>'


def text_of(document: Document) -> str:
    """Give all text of a document."""
    return "\n".join(each.text for each in document.sections)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Bot boleh mengirim 10<sup>6</sup> pesan.", "Bot boleh mengirim 10⁶ pesan."),
        ("Xoá trong 20<sup>1</sup> ngày.", "Xoá trong 20¹ ngày."),
        ("ไม่เกิน <b>10</b><sup>-3</sup> บาท", "ไม่เกิน 10⁻³ บาท"),
        ("The 1<sup>st</sup> of 5 m<sup>2</sup>, H<sub>2</sub>O.", "The 1st of 5 m2, H2O."),
    ],
)
def test_a_raised_number_in_html_stays_raised(written: str, shown: str) -> None:
    """As a power or as the mark of a note that is not there; other raised text is text."""
    page = f"<h1>T</h1><p>{written}</p>"

    assert text_of(html.read(page.encode(), "")) == shown


def test_a_raised_number_in_markdown_stays_raised() -> None:
    """What is code stays as it is."""
    page = parse(
        "a.md", "# T\n\nAt most 10<sup>6</sup> rows, `10<sup>6</sup>` and 1<sup>st</sup>.\n"
    )

    assert page.sections[0].text == "At most 10⁶ rows, `10<sup>6</sup>` and 1<sup>st</sup>."


def test_a_raised_number_in_word_stays_raised() -> None:
    """Lowered ones and those behind a word are read as they are written."""
    said = paragraph(
        "Tối đa 10", run("6", RAISED), " dòng, CO", run("2", LOWERED), ", m", run("2", RAISED)
    )

    assert text_of(docx.read(a_word_file(said), "")) == "Tối đa 10⁶ dòng, CO2, m2"


def test_a_raised_number_on_a_slide_stays_raised() -> None:
    """A lowered one is no power."""
    runs = "".join(
        f'<a:r><a:rPr baseline="{height}"/><a:t>{text}</a:t></a:r>'
        for height, text in (("0", "Paling banyak 10"), ("30000", "6"), ("0", " baris 4"))
    )
    low = '<a:r><a:rPr baseline="-25000"/><a:t>2</a:t></a:r>'

    assert "Paling banyak 10⁶ baris 42" in text_of(pptx.read(a_presentation(shape(runs + low)), ""))


def test_a_raised_number_in_a_cell_stays_raised() -> None:
    """Excel keeps the height of a part of a text."""
    book, high = Workbook(), InlineFont(vertAlign="superscript")
    sheet = book.active
    assert sheet is not None
    sheet.append(["อะไร", "มากสุด"])
    sheet.append(["แถว", CellRichText("10", TextBlock(high, "6"), " แถว")])
    book.save(file := BytesIO())

    assert "| แถว | 10⁶ แถว |" in text_of(xlsx.read(file.getvalue(), ""))
