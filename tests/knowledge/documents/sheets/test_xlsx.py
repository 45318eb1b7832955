"""A workbook is read as its sheets show it, and what is not read of it is reported."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.documents import xlsx
from knowledge.documents.document import Document
from knowledge.documents.table_rows import MAX_ROWS
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


def test_cells_are_read_as_the_sheet_shows_them() -> None:
    """Each with its own format, and the marks of yes and no as words."""
    rows: list[list[object]] = [
        ["Biaya", "Batas", "Diperiksa", "Sesi", "Aktif"],
        ["Awan", 25_000_000, 1, 0.5, True],
    ]

    def fill(sheet: Worksheet) -> None:
        for place, code in (("B2", '"Rp" #,##0'), ("C2", "0%"), ("D2", "hh:mm")):
            sheet[place].number_format = code

    document = xlsx.read(sheet_of(rows, fill), "")

    assert said(document) == [
        "Biaya: Awan; Batas: Rp 25,000,000; Diperiksa: 100%; Sesi: 12:00; Aktif: TRUE"
    ]


def test_a_merged_cell_is_known_in_every_row_and_column_that_it_spans() -> None:
    """Down a group of rows, over two columns of one, and as a title over all."""
    rows: list[list[object]] = [
        ["เก็บข้อมูลนานเท่าใด"],
        ["ชั้นข้อมูล", "ชนิด", "ในระบบ", "สำรอง"],
        ["ลับ", "สลิปเงินเดือน", "7 ปี", None],
        [None, "เวชระเบียน", "10 ปี", "2 ปี"],
    ]

    def fill(sheet: Worksheet) -> None:
        for merged in ("A1:D1", "A3:A4", "C3:D3"):
            sheet.merge_cells(merged)

    assert said(xlsx.read(sheet_of(rows, fill), "")) == [
        "เก็บข้อมูลนานเท่าใด",
        "ชั้นข้อมูล: ลับ; ชนิด: สลิปเงินเดือน; ในระบบ: 7 ปี; สำรอง: 7 ปี",
        "ชั้นข้อมูล: ลับ; ชนิด: เวชระเบียน; ในระบบ: 10 ปี; สำรอง: 2 ปี",
    ]


def test_a_header_of_two_rows_names_each_column_with_both() -> None:
    """The years over their quarters, merged or not, and what spans both rows once."""
    rows: list[list[object]] = [
        ["Nhóm", "Trước", None, "Nay", None],
        [None, "Quý 1", "Quý 2", "Quý 1", "Quý 2"],
        ["Bán hàng", 1, 2, 3, 4],
    ]

    def fill(sheet: Worksheet) -> None:
        for merged in ("A1:A2", "B1:C1", "D1:E1"):
            sheet.merge_cells(merged)

    for content in (sheet_of(rows, fill), sheet_of(rows)):
        assert said(xlsx.read(content, "")) == [
            "Nhóm: Bán hàng; Trước Quý 1: 1; Trước Quý 2: 2; Nay Quý 1: 3; Nay Quý 2: 4"
        ]


STACKED: list[list[object]] = [
    ["Peran", "Orang", "Telepon"],
    ["Petugas data", "Sari", "11"],
    ["Keamanan", "Tuan", "12"],
    [],
    ["Tingkat", "Peninjau", "Hari"],
    ["Tinggi", "Dewan risiko", "10"],
    ["Rendah", "Atasan", "2"],
]
STACKED_SAID = [
    "Peran: Petugas data; Orang: Sari; Telepon: 11",
    "Peran: Keamanan; Orang: Tuan; Telepon: 12",
    "Tingkat: Tinggi; Peninjau: Dewan risiko; Hari: 10",
    "Tingkat: Rendah; Peninjau: Atasan; Hari: 2",
]


def bold(sheet: Worksheet, *rows: int) -> None:
    """Make rows bold, as people do with headers."""
    for number in rows:
        for cell in sheet[number]:
            cell.font = Font(bold=True)


def test_several_tables_stand_below_each_other() -> None:
    """With an empty row between, a title, or only a header that looks like the first."""
    title: list[object] = ["Siapa meninjau"]
    titled = [*STACKED[:4], title, *STACKED[4:]]
    close = [row for row in STACKED if row]

    assert said(xlsx.read(sheet_of(STACKED), "")) == STACKED_SAID
    [*above, below] = [
        each for each in xlsx.read(sheet_of(titled), "").sections if each.anchor[-1] in "2378"
    ]
    assert [each.trail for each in above][:1] == [("Tools",)]
    assert below.trail == ("Tools", "Siapa meninjau")
    assert said(xlsx.read(sheet_of(close, lambda sheet: bold(sheet, 1, 4)), "")) == STACKED_SAID


def test_an_empty_row_in_a_table_ends_nothing() -> None:
    """Groups of rows, whose first is no header by what stands in its columns."""
    rows: list[list[object]] = [
        ["Tool", "Status", "Most"],
        ["Zapier", "Approved", 10],
        ["Otter", "Banned", 0],
        [],
        ["Lovable", "Approved", 5],
        ["Canva", "Banned", 0],
    ]

    assert said(xlsx.read(sheet_of(rows), ""))[2:] == [
        "Tool: Lovable; Status: Approved; Most: 5",
        "Tool: Canva; Status: Banned; Most: 0",
    ]


def test_tables_stand_side_by_side() -> None:
    """Each row of both is a clause of its own; a column that is only empty parts no table."""
    rows: list[list[object]] = [
        ["บทบาท", "ผู้รับผิดชอบ", None, "ระดับ", "จำนวนวัน"],
        ["ข้อมูล", "สุดา", None, "สูง", 10],
        ["ความปลอดภัย", "ตวน", None, "ต่ำ", 2],
    ]
    spaced: list[list[object]] = [
        ["Hotel", "City", None, "Most", "Least"],
        ["Ayana", "Bali", None, 150, 90],
        ["Sheraton", "Hanoi", None, 120, 80],
    ]
    document = xlsx.read(sheet_of(rows), "")

    assert said(document) == [
        "บทบาท: ข้อมูล; ผู้รับผิดชอบ: สุดา",
        "ระดับ: สูง; จำนวนวัน: 10",
        "บทบาท: ความปลอดภัย; ผู้รับผิดชอบ: ตวน",
        "ระดับ: ต่ำ; จำนวนวัน: 2",
    ]
    assert said(xlsx.read(sheet_of(spaced), ""))[0] == (
        "Hotel: Ayana; City: Bali; Most: 150; Least: 90"
    )


def test_tables_beside_each_other_may_begin_in_different_rows() -> None:
    """Numbered rows with it, and such as begin where the other ends."""
    beside: list[list[object]] = [
        ["No", "Alat", None, None, None],
        [1, "Zapier", None, None, None],
        [2, "Otter", None, "No", "Tingkat"],
        [3, "Canva", None, 1, "Tinggi"],
        [None, None, None, 2, "Rendah"],
    ]
    below: list[list[object]] = [
        ["Alat", "Pemilik"],
        ["Zapier", "Ops"],
        [None, None, "Tingkat", "Hari"],
        [None, None, "Tinggi", 10],
    ]

    assert said(xlsx.read(sheet_of(beside), "")) == [
        "No: 1; Alat: Zapier",
        "No: 2; Alat: Otter",
        "No: 3; Alat: Canva",
        "No: 1; Tingkat: Tinggi",
        "No: 2; Tingkat: Rendah",
    ]
    assert said(xlsx.read(sheet_of(below), "")) == [
        "Alat: Zapier; Pemilik: Ops",
        "Tingkat: Tinggi; Hari: 10",
    ]


def test_a_cell_over_columns_of_one_name_is_said_once() -> None:
    """As forms are drawn, where a field is as wide as several columns."""
    rows: list[list[object]] = [
        ["Paket", None, "Dokumen", None],
        [13_156, None, "A-144", None],
        ["Catatan untuk semua", None, None, None],
    ]

    def fill(sheet: Worksheet) -> None:
        for merged in ("A1:B1", "C1:D1", "A2:B2", "C2:D2", "A3:D3"):
            sheet.merge_cells(merged)

    assert said(xlsx.read(sheet_of(rows, fill), "")) == [
        "Paket: 13156; Dokumen: A-144",
        "Catatan untuk semua",
    ]


def test_a_table_made_with_the_tool_for_it_is_where_the_file_says() -> None:
    """Also where nothing parts it from what is around it."""
    rows: list[list[object]] = [["Tool", "Owner"], ["Zapier", "Ops"], ["Tier", "Reviewer"]]
    rows += [["High", "Risk board"]]

    def fill(sheet: Worksheet) -> None:
        sheet.add_table(Table(displayName="Tiers", ref="A3:B4"))

    assert said(xlsx.read(sheet_of(rows, fill), "")) == [
        "Tool: Zapier; Owner: Ops",
        "Tier: High; Reviewer: Risk board",
    ]


def test_a_filter_says_where_the_header_is() -> None:
    """Of numbers too; rows that were added below are filtered as well."""
    rows: list[list[object]] = [["Batas per kota"], ["Kota", 2025, 2026], ["Bali", 2025, 2026]]
    rows += [["Hanoi", 90, 95]]

    def fill(sheet: Worksheet) -> None:
        sheet.auto_filter.ref = "A2:C3"

    assert said(xlsx.read(sheet_of(rows, fill), "")) == [
        "Batas per kota",
        "Kota: Bali; 2025: 2025; 2026: 2026",
        "Kota: Hanoi; 2025: 90; 2026: 95",
    ]


def test_labels_with_what_they_say_are_no_table_with_a_header() -> None:
    """A form, by its colons or by the look of its labels."""
    colons: list[list[object]] = [["Owner:", "Finance"], ["Version:", "3"]]
    looks: list[list[object]] = [["Pemilik", "Keuangan"], ["Versi", "3"]]

    def fill(sheet: Worksheet) -> None:
        sheet["A1"].font = sheet["A2"].font = Font(bold=True)

    assert said(xlsx.read(sheet_of(colons), "")) == ["Owner: Finance", "Version: 3"]
    assert said(xlsx.read(sheet_of(looks, fill), "")) == ["Pemilik: Keuangan", "Versi: 3"]


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
