"""What is hidden, struck or not read of a workbook is reported, and notes stay with their cell."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.documents import xlsx
from knowledge.documents.table_rows import MAX_ROWS
from tests.knowledge.documents.sheets.workbooks import (
    book_of,
    reported,
    rewritten,
    said,
    sheet_of,
)


def test_what_is_hidden_is_reported_and_never_said() -> None:
    """Columns, rows, sheets that Excel lists and such as it does not, and hidden values."""
    rows: list[list[object]] = [
        ["Tool", "Status", "Harga"],
        ["Zapier", "Approved", "USD 41,000 a year"],
        ["Old Bot Kit", "Approved", "USD 3,000"],
        ["Otter", 41_000, "x"],
    ]

    def fill(sheet: Worksheet) -> None:
        sheet.column_dimensions["C"].hidden = True
        sheet.row_dimensions[3].hidden = True
        sheet["B4"].number_format = ";;;"
        sheet["C2"].comment = Comment("Secret discount", "Sari")
        for state in ("hidden", "veryHidden"):
            other = book_of(sheet).create_sheet(state)
            other.append(["Salary", "Everybody's"])
            other.sheet_state = state

    document = xlsx.read(sheet_of(rows, fill), "")
    [found] = document.omissions

    assert said(document) == ["Tool: Zapier; Status: Approved", "Tool: Otter"]
    assert (found.kind, found.words) == ("hidden text", 19)
    assert set(found.places) == {
        "cell B4 of sheet Tools",
        "row 3 of sheet Tools",
        "column C of sheet Tools",
        "sheet hidden",
        "sheet veryHidden",
    }


def test_a_row_without_height_and_a_column_without_width_are_hidden() -> None:
    """As some programs write it, and as people do with the mouse."""
    rows: list[list[object]] = [["Tool", "Status", "Price"], ["Zapier", "Approved", 20]]
    content = sheet_of([*rows, ["Otter", "Banned", 30]])
    content = rewritten(
        content,
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace('<row r="3"', '<row r="3" ht="0.0"').replace(
            "<sheetData>", '<cols><col min="3" max="3" width="0.00"/></cols><sheetData>'
        ),
    )
    document = xlsx.read(content, "")

    assert said(document) == ["Tool: Zapier; Status: Approved"]
    assert reported(document) == {"hidden text": "row 3 of sheet Tools, column C of sheet Tools"}


def test_a_note_is_said_with_its_cell() -> None:
    """One on a header once, and one on an empty cell as what the cell says."""
    rows: list[list[object]] = [["Alat", "Boleh", "Catatan"], ["Canva AI", "Ya", None]]

    def fill(sheet: Worksheet) -> None:
        sheet["B2"].comment = Comment("Sari:\nHanya data publik, bukan foto.", "Sari")
        sheet["C2"].comment = Comment("Tanyakan dulu.", "Sari")
        sheet["B1"].comment = Comment("Diputuskan tiap tahun.", "Sari")

    document = xlsx.read(sheet_of(rows, fill), "")

    assert said(document) == [
        "Boleh: Diputuskan tiap tahun.",
        "Alat: Canva AI; Boleh: Ya (Hanya data publik, bukan foto.); Catatan: (Tanyakan dulu.)",
    ]
    assert not document.omissions


def test_a_discussion_is_no_note() -> None:
    """What people comment to each other is reported, and so is Excel's stand-in for it not said."""
    name = "xl/threadedComments/threadedComment1.xml"
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"

    def fill(sheet: Worksheet) -> None:
        sheet["B2"].comment = Comment("[Threaded comment] Is this still so?", "tc")

    content = sheet_of([["Tool", "Allowed"], ["Canva", "Yes"]], fill)
    content = rewritten(
        content,
        "xl/worksheets/_rels/sheet1.xml.rels",
        lambda text: text.replace(
            "</Relationships>",
            f'<Relationship Id="t1" Type="{kind}" Target="/{name}"/></Relationships>',
        ),
    )
    with BytesIO(content) as whole:
        with ZipFile(whole, "a") as packed:
            packed.writestr(
                name,
                '<ThreadedComments><threadedComment ref="B2"><text>Is this still so?</text>'
                "</threadedComment></ThreadedComments>",
            )
        document = xlsx.read(whole.getvalue(), "")

    assert said(document) == ["Tool: Canva; Allowed: Yes"]
    assert reported(document) == {"comment": "cell B2 of sheet Tools"}


def test_what_is_struck_is_left_out() -> None:
    """A cell, a part of one, and the whole row whose name is struck; all of it is reported."""
    rows: list[list[object]] = [
        ["Công cụ", "Được phép"],
        ["Zapier", "Có"],
        ["Otter", "Có"],
        ["Canva", None],
        ["Lovable", "Có"],
    ]

    def fill(sheet: Worksheet) -> None:
        struck = InlineFont(strike=True)
        sheet["B4"] = CellRichText("Có", TextBlock(struck, " kể cả ảnh khách hàng"))
        sheet["B3"].font = sheet["A5"].font = Font(strike=True)

    document = xlsx.read(sheet_of(rows, fill), "")
    [found] = document.omissions

    assert said(document) == [
        "Công cụ: Zapier; Được phép: Có",
        "Công cụ: Otter",
        "Công cụ: Canva; Được phép: Có",
    ]
    assert (found.kind, found.words) == ("struck-through text", 8)


@pytest.mark.parametrize("stored", ["", "<v></v>", "<v>0</v>"])
def test_a_formula_without_a_stored_value_is_reported(stored: str) -> None:
    """A value that is there is read; a 0 is none where the file has all computed anew."""
    rows: list[list[object]] = [["Team", "Fixed", "Total"], ["Marketing", 100, "=B2+1"]]
    content = rewritten(
        sheet_of(rows), "xl/worksheets/sheet1.xml", lambda text: text.replace("<v></v>", stored)
    )
    content = rewritten(
        content, "xl/worksheets/sheet1.xml", lambda text: text.replace("<v />", stored)
    )
    document = xlsx.read(content, "")

    assert said(document) == ["Team: Marketing; Fixed: 100"]
    assert reported(document) == {"formula without a stored value": "cell C2 of sheet Tools"}


def test_an_error_is_no_value() -> None:
    """It is named with its place, and the rest of the row is read."""
    document = xlsx.read(sheet_of([["Tool", "Owner", "Price"], ["Zapier", "Ops", "#REF!"]]), "")

    assert said(document) == ["Tool: Zapier; Owner: Ops"]
    assert reported(document) == {"error value": "cell C2 of sheet Tools"}


def test_what_is_drawn_on_a_sheet_is_reported() -> None:
    """A chart, and a sheet that is one."""

    def fill(sheet: Worksheet) -> None:
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2), titles_from_data=True)
        sheet.add_chart(chart, "D2")
        book_of(sheet).create_chartsheet("Trend").add_chart(BarChart())

    document = xlsx.read(sheet_of([["Tool", "Most"], ["Zapier", 5]], fill), "")

    assert reported(document) == {"chart": "sheet Tools, sheet Trend"}


def test_text_boxes_are_reported_with_their_words() -> None:
    """A page with much in them is marked as one that has gaps."""
    name = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"

    def fill(sheet: Worksheet) -> None:
        sheet.add_chart(BarChart(), "D2")

    box = (
        '<xdr:sp xmlns:xdr="' + name[1:-1] + '" xmlns:a="urn:a"><xdr:txBody><a:p><a:r>'
        "<a:t>Never for customer photos</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )
    content = rewritten(
        sheet_of([["Tool", "Most"], ["Zapier", 5]], fill),
        "xl/drawings/drawing1.xml",
        lambda text: text.replace("</wsDr>", f"{box}</wsDr>").replace(
            "</xdr:wsDr>", f"{box}</xdr:wsDr>"
        ),
    )
    found = {each.kind: each.words for each in xlsx.read(content, "").omissions}

    assert found == {"chart": 0, "text box": 4}


def test_a_long_sheet_is_read_to_the_limit_and_its_end_is_reported() -> None:
    """So are columns beyond what anybody could look at."""
    rows: list[list[object]] = [["Kota", "Batas"]]
    rows += [[f"Kota {number}", number] for number in range(MAX_ROWS + 2_000)]
    rows[1] += [""] * 98 + ["beyond", "this"]
    document = xlsx.read(sheet_of(rows), "")

    assert said(document)[-1] == f"Kota: Kota {MAX_ROWS - 2}; Batas: {MAX_ROWS - 2}"
    assert {each.kind: (each.count, each.words) for each in document.omissions} == {
        "rows beyond the limit": (2_001, 6_003),
        "columns beyond the limit": (1, 2),
    }


def test_a_strict_file_is_read_as_any_other() -> None:
    """Its elements have other names before the colon, and its dates are in ISO 8601."""
    old = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = sheet_of([["Tool", "From"], ["Zapier", 1]])
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        content = rewritten(
            content,
            part,
            lambda text: text.replace(old, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        )
    content = rewritten(
        content,
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace('t="n"><v>1</v>', 't="d"><v>2026-03-05</v>'),
    )

    assert said(xlsx.read(content, "")) == ["Tool: Zapier; From: 46086"]
