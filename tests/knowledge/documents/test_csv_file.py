"""Separated values are parted as the whole file says, whoever wrote it."""

import pytest

from knowledge.documents import csv_file
from knowledge.documents.document import Document
from knowledge.documents.file_types import kind_of
from knowledge.documents.sheets.cells import MAX_COLUMNS
from knowledge.documents.table_rows import MAX_ROWS
from knowledge.text.sentences import sentences


def read(text: str, name: str = "tools.csv") -> Document:
    """Read a file of this text."""
    return csv_file.read(text.encode(), name)


def said(document: Document) -> list[str]:
    """Return the sentences of all clauses."""
    return [each.text for section in document.sections for each in sentences(section.text)]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_title_above_the_header_does_not_part_the_columns(sign: str) -> None:
    """Nor does a comma in what the cells say, quoted where it has to be."""
    data = '"publik, internal"' if sign == "," else "publik, internal"
    rows = [["Daftar alat"], ["Alat", "Pemilik", "Data"], ["Zapier", "Ops", data]]
    rows += [["Otter", "Sales", "publik"]]

    assert said(read("\n".join(sign.join(row) for row in rows))) == [
        "Daftar alat",
        "Alat: Zapier; Pemilik: Ops; Data: publik, internal",
        "Alat: Otter; Pemilik: Sales; Data: publik",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sep=;\nCông cụ;Giá\nZapier;1,5\n", "Công cụ: Zapier; Giá: 1,5"),
        ("\ufeffเครื่องมือ;ราคา\nZapier;1,50\nOtter;2,50\n", "เครื่องมือ: Zapier; ราคา: 1,50"),
        (
            '"Tool, by name","Price, a month"\nZapier,20\n',
            "Tool, by name: Zapier; Price, a month: 20",
        ),
        ('Alat, Catatan\n"Zapier", "Hanya, publik"\n', "Alat: Zapier; Catatan: Hanya, publik"),
        ('Tool;Size\nScreen;24" wide\nCable;"2"" thick"\n', 'Tool: Screen; Size: 24" wide'),
        ("Kota,Batas,Pajak\nBali,1.500,2\n", "Kota: Bali; Batas: 1.500; Pajak: 2"),
        (
            "Name;Phone; E-mail\nSari;11;sari@selat.example\n",
            "Name: Sari; Phone: 11; E-mail: sari@selat.example",
        ),
        ("Tool,Price (2026)\r\nZapier,20\r\n", "Tool: Zapier; Price (2026): 20"),
        ("Tool,2025,2026\nZapier,10,20\nOtter,30,40\n", "Tool: Zapier; 2025: 10; 2026: 20"),
    ],
)
def test_columns_are_parted_as_their_writer_meant(text: str, first: str) -> None:
    """Programs of many places: what Excel is told, marks in words, decimal commas, blanks."""
    assert said(read(text))[0] == first


def test_a_cell_of_several_lines_is_one_cell() -> None:
    """And the next row has the number that a sheet shows."""
    document = read('Kota,Catatan\n"Ho Chi\nMinh","Satu.\nDua."\nBali,Tiga\n')

    assert said(document)[0].startswith("Kota: Ho Chi")
    assert document.sections[-1].anchor == "row-3"


def test_a_quotation_mark_that_never_ends_takes_no_other_row_with_it() -> None:
    """Somebody typed an inch, and the file goes on."""
    rows = "".join(f"Tool {number};public\n" for number in range(80))

    assert len(said(read(f'Tool;Data\n"5 inch;public\n{rows}'))) == 81


def test_several_tables_stand_below_each_other() -> None:
    """As a sheet with empty rows between them is saved."""
    document = read("Vai trò,Người,Máy\nAn ninh,Tuấn,12\n\nMức,Người duyệt,Ngày\nCao,Hội đồng,10\n")

    assert said(document) == [
        "Vai trò: An ninh; Người: Tuấn; Máy: 12",
        "Mức: Cao; Người duyệt: Hội đồng; Ngày: 10",
    ]


def test_a_header_may_have_two_rows() -> None:
    """The groups above have gaps where they go on."""
    document = read("Nhóm,2025,,2026,\n,Quý 1,Quý 2,Quý 1,Quý 2\nBán hàng,1,2,3,4\n")

    assert said(document) == [
        "Nhóm: Bán hàng; 2025 Quý 1: 1; 2025 Quý 2: 2; 2026 Quý 1: 3; 2026 Quý 2: 4"
    ]


def test_a_long_file_is_read_to_the_limit_and_its_end_is_reported() -> None:
    """A table of 60,000 rows is no reason to read none of them, however many bytes it has."""
    content = b"Kota,Batas\n" + b"Bali,1\n" * 60_000 + b"x" * 5_000_001
    document = csv_file.read(content, "long.csv")
    [found] = document.omissions

    assert kind_of("long.csv", content) == "csv"
    assert len(document.sections) == MAX_ROWS - 1
    assert (found.kind, found.count) == ("rows beyond the limit", 60_002 - MAX_ROWS)
    assert found.message.startswith("rows beyond the limit was not read")


def test_columns_beyond_the_limit_are_reported() -> None:
    """With the first rows that have them."""
    names = ",".join(f"c{number}" for number in range(MAX_COLUMNS + 2))
    [found] = read(f"{names}\n{names.replace('c', 'v')}\n").omissions

    assert (found.kind, found.places, found.words) == (
        "columns beyond the limit",
        ("row 1", "row 2"),
        4,
    )
