"""Tables of Word documents, whose cells are merged, hold other tables, or only arrange text."""

import pytest

from knowledge.documents.office.docx import read
from tests.fixtures.office_files import a_word_file, cell, paragraph, run, table, word

SPAN = '<w:gridSpan w:val="2"/>'
FIRST, NEXT = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def rows_of(*body: str) -> list[str]:
    """Read a document of tables, line by line."""
    lines = read(a_word_file(*body), "").sections[0].text.splitlines()
    return [line for line in lines if line and not line.startswith("| ---")]


@pytest.mark.parametrize(
    ("city", "most", "words"),
    [
        ("Kota", "Batas", "tanya TI"),
        ("เมือง", "สูงสุด", "ถามไอที"),
        ("Thành phố", "Tối đa", "hỏi CNTT"),
    ],
)
def test_a_merged_cell_counts_in_each_row_and_column_that_it_spans(
    city: str, most: str, words: str
) -> None:
    """Down, across, and both at once."""
    body = table(
        [city, most, "2026"],
        [cell("Jakarta", FIRST), "100", "120"],
        [cell("", NEXT), cell(words, SPAN)],
        [cell("Medan"), cell("90", FIRST + SPAN)],
        [cell("Bogor"), cell("", NEXT + SPAN)],
    )

    assert rows_of(body) == [
        f"| {city} | {most} | 2026 |",
        "| Jakarta | 100 | 120 |",
        f"| Jakarta | {words} | {words} |",
        "| Medan | 90 | 90 |",
        "| Bogor | 90 | 90 |",
    ]


def test_two_header_rows_are_one() -> None:
    """The wide name of the first stands before each name below it."""
    body = table(
        [cell("Alat", FIRST), cell("Data", SPAN)],
        [cell("", NEXT), "publik", "rahasia"],
        ["Zapier", "boleh", "dilarang"],
    )

    assert rows_of(body) == [
        "| Alat | Data publik | Data rahasia |",
        "| Zapier | boleh | dilarang |",
    ]


def test_a_row_from_edge_to_edge_stands_above_the_rows_below_it() -> None:
    """Each part keeps the names of the columns; a remark at the end stands alone."""
    body = table(
        ["Biaya", "Batas"],
        [cell("Dalam negeri", SPAN)],
        ["Hotel", "100"],
        [cell("Luar negeri", SPAN)],
        ["Hotel", "200"],
        [cell("Semua dalam dolar.", SPAN)],
    )

    assert rows_of(body) == [
        "Dalam negeri",
        "| Biaya | Batas |",
        "| Hotel | 100 |",
        "Luar negeri",
        "| Biaya | Batas |",
        "| Hotel | 200 |",
        "Semua dalam dolar.",
    ]


def test_a_table_in_a_cell_keeps_its_columns() -> None:
    """Each value says what it is of."""
    inner = table(["Kota", "Batas"], ["Medan", "90"])
    body = table(["Jenis", "Aturan"], ["Hotel", paragraph("Per malam:") + inner])

    assert rows_of(body) == ["| Jenis | Aturan |", "| Hotel | Per malam: Kota: Medan, Batas: 90 |"]


def test_a_table_that_only_arranges_text_is_that_text() -> None:
    """A frame around paragraphs, or two columns side by side: headings in it are headings."""
    document = read(
        a_word_file(
            table([paragraph("Cuti", style="H1") + paragraph("Dua belas hari.")]),
            table([paragraph("Kiri."), paragraph("Kanan.")]),
        ),
        "",
    )

    assert [(each.heading, each.text) for each in document.sections] == [
        ("Cuti", "Dua belas hari.\n\nKiri.\n\nKanan.")
    ]


def test_labels_in_bold_in_the_first_column_are_no_header() -> None:
    """A table of facts has its names on the left."""
    rows = [("Pemilik", "SDM"), ("Berlaku", "1 Mei 2026")]
    body = [word("tr", cell(paragraph(run(label, "<w:b/>"))) + cell(text)) for label, text in rows]

    assert rows_of(word("tbl", "".join(body))) == ["Pemilik: SDM", "Berlaku: 1 Mei 2026"]


def test_hidden_rows_are_left_out_and_reported() -> None:
    """Word can hide a row of a table."""
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('Bali')}{cell('500')}</w:tr>"
    rows = "".join(word("tr", cell(a) + cell(b)) for a, b in [("Kota", "Batas"), ("Medan", "90")])
    document = read(a_word_file(f"<w:tbl>{rows}{hidden}</w:tbl>"), "")

    assert "Bali" not in document.sections[0].text
    assert [(each.kind, each.words) for each in document.omissions] == [("hidden text", 2)]
