"""A workbook is read as its sheets show it."""

from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.documents import xlsx
from tests.knowledge.documents.sheets.workbooks import (
    said,
    sheet_of,
)


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
