"""A table on a PDF's page is one that rules, numbers or a header show, in any language."""

from collections.abc import Sequence
from itertools import pairwise, product

import pytest

from knowledge.documents.pdf.reader import read
from tests.fixtures.pdf_pages import PdfDraft, width_of

ROWS = {
    "en": [["City", "What is paid", "Most"], ["Jakarta", "Room", "100"], ["Hue", "Bed", "90"]],
    "id": [["Kota", "Yang dibayar", "Batas"], ["Medan", "Kamar", "80"], ["Bali", "Vila", "120"]],
    "vi": [["Thành phố", "Được trả", "Tối đa"], ["Huế", "Phòng", "70"], ["Vinh", "Xe", "5"]],
    "th": [["เมือง", "สิ่งที่จ่าย", "สูงสุด"], ["ตรัง", "ห้องพัก", "60"], ["เลย", "รถ", "40"]],
}
XS = (60, 220, 400)


def texts_of(draft: PdfDraft) -> list[str]:
    """Give the text of each clause of a PDF."""
    return [each.text for each in read(draft.to_bytes(), "fees.pdf").sections]


def table(rows: Sequence[Sequence[str]]) -> str:
    """Write a table as Markdown."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])


def draw_rows(
    draft: PdfDraft, rows: Sequence[Sequence[str]], y: float = 700, *, is_bold: bool = False
) -> None:
    """Write rows, each cell at its column."""
    for number, row in enumerate(rows):
        for x, cell in zip(XS, row, strict=True):
            if cell:
                draft.text(x, y - 20 * number, cell, is_bold=is_bold and not number)


@pytest.mark.parametrize("language", ROWS)
@pytest.mark.parametrize("look", ["grid", "three rules", "numbers", "bold", "rows in grey"])
def test_what_shows_a_table_makes_one(language: str, look: str) -> None:
    """Rules around cells or between rows, numbers below each other, a header in bold or colour."""
    rows = [
        row[:2] + ["x", "y", "z"][number : number + 1] for number, row in enumerate(ROWS[language])
    ]
    rows = ROWS[language] if look == "numbers" else rows
    draft = PdfDraft()
    if look == "grid":
        draft.grid([55, 215, 395, 540], [715, 695, 675, 655])
    if look == "three rules":
        for y in (715, 695, 655):
            draft.rule(55, y, 540, y)
    if look == "rows in grey":
        for number in range(3):
            draft.fill(55, 695 - 20 * number, 485, 20, 0.5 if not number else 0.9)
    draw_rows(draft, rows, is_bold=look == "bold")

    assert texts_of(draft) == [table(rows)]


def test_a_cell_of_several_lines_stays_in_its_row() -> None:
    """In a grid, and between rules."""
    draft = PdfDraft()
    draft.grid([55, 215, 395, 540], [715, 695, 640, 610])
    draw_rows(draft, [["City", "What is paid", "Most"], ["Jakarta", "a room for every", "100"]])
    draft.lines(220, 666, ["night away from", "home"])
    draft.lines(60, 625, ["Hue"])
    draft.lines(220, 625, ["a bed"])

    assert texts_of(draft) == [
        table(
            [
                ["City", "What is paid", "Most"],
                ["Jakarta", "a room for every night away from home", "100"],
                ["Hue", "a bed", ""],
            ]
        )
    ]


def test_a_merged_cell_stands_in_all_its_rows_and_columns() -> None:
    """A header over two columns is part of both their names."""
    draft = PdfDraft()
    for y in (715, 675, 635):
        draft.rule(55, y, 540, y)
    draft.rule(215, 695, 540, 695)
    draft.rule(215, 655, 540, 655)
    for x in (55, 215, 540):
        draft.rule(x, 715, x, 635)
    draft.rule(395, 695, 395, 635)
    draft.text(60, 690, "City")
    draft.text(340, 700, "Fees")
    draw_rows(draft, [["", "day", "night"]], 680)
    draw_rows(draft, [["Hue", "10", "20"], ["", "11", "21"]], 660)

    assert texts_of(draft) == [
        table([["City", "Fees day", "Fees night"], ["Hue", "10", "20"], ["Hue", "11", "21"]])
    ]


@pytest.mark.parametrize("language", ["id", "th"])
@pytest.mark.parametrize("has_rules", [True, False])
def test_a_table_that_goes_on_keeps_its_header(language: str, *, has_rules: bool) -> None:
    """On the next page each row is quoted with the header that stands on the page before."""
    header, *rows = ROWS[language]
    draft = PdfDraft()
    if has_rules:
        draft.grid([55, 215, 395, 540], [115, 95, 75, 55])
    draw_rows(draft, [header, *rows], 100)
    draft.add_page()
    more = [["Ubon", "Bed", "30"], ["Solo", "Room", "50"], ["Phu", "Car", "10"]]
    if has_rules:
        draft.grid([55, 215, 395, 540], [815, 795, 775, 755])
    draw_rows(draft, more, 800)

    assert texts_of(draft) == [table([header, *rows]), table([header, *more])]


def test_a_row_that_goes_on_over_the_page_stays_whole() -> None:
    """Its end is quoted with its beginning, and the other rows keep the header."""
    draft = PdfDraft()
    draft.grid([55, 215, 395, 540], [115, 95, 55])
    draw_rows(draft, [["Kota", "Yang dibayar", "Batas"], ["Medan", "kamar untuk", "80"]], 100)
    draft.add_page()
    draft.grid([55, 215, 395, 540], [815, 795, 775])
    draw_rows(draft, [["", "setiap malam", ""], ["Bali", "vila", "120"]], 800)

    assert texts_of(draft) == [
        table([["Kota", "Yang dibayar", "Batas"], ["Medan", "kamar untuk setiap malam", "80"]]),
        table([["Kota", "Yang dibayar", "Batas"], ["Bali", "vila", "120"]]),
    ]


def test_rows_without_any_header_are_text() -> None:
    """The first row names nothing."""
    draft = PdfDraft()
    draw_rows(draft, [["Hue", "Bed", "30"], ["Solo", "Room", "50"], ["Phu", "Car", "10"]])

    assert texts_of(draft) == ["Hue Bed 30\n\nSolo Room 50\n\nPhu Car 10"]


@pytest.mark.parametrize("language", ["vi", "id"])
def test_rows_between_few_rules_are_told_by_their_lines(language: str) -> None:
    """Lines that are filled from end to end are rows; one that goes on in lower case is none."""
    header, *rows = ROWS[language]
    draft = PdfDraft()
    for y in (715, 695, 655, 615):
        draft.rule(55, y, 540, y)
    draw_rows(draft, [header, *rows, *rows])
    draft.add_page()
    for y in (715, 695, 615):
        draft.rule(55, y, 540, y)
    draft.text(60, 700, "Duty")
    draft.text(300, 700, "What it is")
    draft.lines(60, 680, ["Reading of the log", "by the owner"])
    draft.lines(300, 680, ["Every week, with all the", "errors since the last one"])

    assert texts_of(draft) == [
        table([header, *rows, *rows]),
        table(
            [
                ["Duty", "What it is"],
                [
                    "Reading of the log by the owner",
                    "Every week, with all the errors since the last one",
                ],
            ]
        ),
    ]


@pytest.mark.parametrize("rules", [(), (695,), (715, 695, 615)])
def test_cells_in_the_middle_of_their_row_stay_in_it(rules: Sequence[float]) -> None:
    """Some programs write short cells at half the height of a long one, and cell by cell."""
    draft = PdfDraft()
    for y in rules:
        draft.rule(55, y, 540, y)
    draw_rows(draft, [["Kota", "Yang dibayar", "Batas"]], is_bold=True)
    draft.text(60, 673, "Medan")
    draft.lines(220, 680, ["kamar hotel dengan", "sarapan"])
    draft.text(400, 673, "80")
    draw_rows(draft, [["Bali", "vila", "120"]], 646)

    assert texts_of(draft) == [
        table(
            [
                ["Kota", "Yang dibayar", "Batas"],
                ["Medan", "kamar hotel dengan sarapan", "80"],
                ["Bali", "vila", "120"],
            ]
        )
    ]


def test_a_running_title_above_a_rule_is_no_header() -> None:
    """The rule below it is as wide as the table's."""
    draft = PdfDraft()
    for number in range(3):
        if number:
            draft.add_page()
        draft.text(60, 815, "Fees of hotels")
        draft.text(480, 815, f"page {number + 1}")
        for y in (830, 810, 715, 695, 675):
            draft.rule(55, y, 540, y)
        draw_rows(draft, [["City", "Paid", "Most"], ["Hue", "Room", str(number)]])

    assert texts_of(draft) == [
        table([["City", "Paid", "Most"], ["Hue", "Room", str(number)]]) for number in range(3)
    ]


def test_a_drawing_with_one_text_is_no_table() -> None:
    """Boxes of a figure, of which the first is parted."""
    draft = PdfDraft()
    for y in (715, 695, 655, 635):
        draft.rule(55, y, 540, y)
    for x in (55, 540):
        draft.rule(x, 635, x, 715)
    draft.rule(300, 655, 300, 715)
    draft.text(60, 700, "signed on")
    draft.text(60, 682, "as the owner")

    assert texts_of(draft) == ["signed on as the owner"]


def test_a_chart_is_no_table() -> None:
    """What stands in its lattice is said once."""
    draft = PdfDraft()
    draft.rule(60, 100, 60, 700)
    for number in range(20):
        draft.rule(60, 100 + 30 * number, 400, 100 + 30 * number)
        draft.rule(60 + 17 * number, 100, 60 + 17 * number, 105)
    draft.text(100, 720, "Bots that were published")
    draft.text(70, 600, "growth of all bots since May")

    assert texts_of(draft)[0].count("growth") == 1


def test_a_frame_around_text_is_no_table() -> None:
    """Nor are rules below headings, nor a box in colour."""
    draft = PdfDraft()
    draft.fill(55, 640, 480, 80, 0.9)
    draft.lines(60, 700, ["Ask the lead before", "you publish a bot.", "Nobody else may."])
    draft.rule(55, 620, 535, 620)
    draft.lines(60, 600, ["Then wait for two days", "and ask again."])
    draft.rule(55, 560, 535, 560)

    (text,) = texts_of(draft)

    assert "|" not in text
    assert " ".join(text.split()) == (
        "Ask the lead before you publish a bot. Nobody else may."
        " Then wait for two days and ask again."
    )


def test_text_beside_a_table_stays_text() -> None:
    """Only what stands in the grid is moved into it."""
    draft = PdfDraft()
    draft.text(60, 740, "Fees of hotels:")
    draft.grid([55, 215, 395, 540], [715, 695, 675, 655])
    draw_rows(draft, ROWS["en"])
    draft.text(60, 620, "Ask before you pay more.")

    assert texts_of(draft) == [
        f"Fees of hotels:\n\n{table(ROWS['en'])}\n\nAsk before you pay more."
    ]


@pytest.mark.parametrize("language", ROWS)
@pytest.mark.parametrize("after", ["", "paragraph", "note", "second row"])
def test_rules_only_between_rows_leave_none_of_them_out(language: str, after: str) -> None:
    """The header above the first rule is one, and the row below the last rule is a row."""
    header, *body = [[*row[:2], "x"] for row in ROWS[language]]
    rows = [header, *body, ["Selat", "Y", "x"]]
    draft = PdfDraft()
    for y in (695, 675, 655):
        draft.rule(55, y, 540, y)
    draw_rows(draft, rows, is_bold=True)
    if after == "paragraph":
        draft.text(60, 620, "Rooms are booked by the travel desk and by nobody else at all, ever.")
    if after == "note":
        draft.text(60, 620, "Note: none.")
    if after == "second row":
        draw_rows(draft, [["Batu", "Z", "x"]], 620)

    text = texts_of(draft)[0]

    assert table(rows if after != "second row" else rows[:3]) in text
    assert after != "note" or text.endswith("Note: none.")


@pytest.mark.parametrize("language", ROWS)
@pytest.mark.parametrize("edges", [(55, 300, 545), (55, 215, 380, 545)])
def test_a_bold_header_in_the_middle_stands_over_its_columns(
    language: str, edges: Sequence[float]
) -> None:
    """Programs that write HTML centre it, with one rule below it and the cells at the left."""
    rows = [[*row[: len(edges) - 2], row[-1]] for row in ROWS[language]]
    draft = PdfDraft()
    draft.text(60, 714, "Fees.")
    draft.rule(55, 696, 545, 696)
    for (left, right), cell in zip(pairwise(edges), rows[0], strict=True):
        draft.text((left + right - width_of(cell)) / 2, 700, cell, is_bold=True)
    for number, row in enumerate(rows[1:], 1):
        for left, cell in zip(edges, row, strict=False):
            draft.text(left + 3, 700 - 14 * number, cell)
    draft.text(60, 640, "Ask the lead.")

    assert texts_of(draft) == [f"Fees.\n\n{table(rows)}\n\nAsk the lead."]


@pytest.mark.parametrize("language", ROWS)
def test_rows_written_cell_by_cell_are_read_across(language: str) -> None:
    """A fee of one digit stands beside its own name."""
    header, *rows = [[row[0], row[-1]] for row in ROWS[language]]
    rows = [[row[0], str(number)] for number, row in enumerate(rows, 6)]
    draft = PdfDraft()
    for x, cell in zip((150, 400), header, strict=True):
        draft.text(x, 700, cell, is_bold=True)
    draft.rule(55, 696, 540, 696)
    for number, row in enumerate(rows, 1):
        for x, cell in zip((60, 300), row, strict=True):
            draft.text(x, 700 - 14 * number, cell, end="")

    assert texts_of(draft) == [table([header, *rows])]


@pytest.mark.parametrize("language", ROWS)
@pytest.mark.parametrize("count", [1, 3, 4])
@pytest.mark.parametrize("sides", ["of cells", "between cells", "of the table"])
def test_rows_without_rules_between_them_are_parted(language: str, count: int, sides: str) -> None:
    """The sides of each cell tell its row, also of one in several lines; else what is written."""
    rows = [row[:2] for row in ROWS[language]]
    heights = [715, 695, 675, 675 - 14 * count - 6]
    draft = PdfDraft()
    for y in (heights[0], heights[1], heights[-1]):
        draft.rule(55, y, 540, y)
    for top, bottom in pairwise(heights if sides != "of the table" else heights[::3]):
        for x in (215,) if sides == "between cells" else (55, 215, 540):
            draft.rule(x, top, x, bottom)
    draw_rows(draft, [[*row, ""] for row in rows[:2]])
    draft.text(60, 662 - 7 * (count - 1), rows[2][0])
    draft.lines(220, 662, [rows[2][1]] * count)

    assert texts_of(draft) == [table([*rows[:2], [rows[2][0], " ".join([rows[2][1]] * count)]])]


@pytest.mark.parametrize("language", ROWS)
@pytest.mark.parametrize("is_ruled", [True, False])
@pytest.mark.parametrize(("count", "leading"), [(2, 14), (3, 22), (8, 22)])
@pytest.mark.parametrize("is_last", [True, False])
def test_a_name_at_half_the_height_of_its_row_keeps_all_of_it(
    language: str, count: int, leading: int, *, is_ruled: bool, is_last: bool
) -> None:
    """Cells are written one after the other; the higher lines are not of the row above."""
    header, one, two = ROWS[language]
    draft = PdfDraft()
    if is_ruled:
        draft.rule(55, 696, 540, 696)
    draw_rows(draft, [header, two], is_bold=True)
    top = 680 - leading
    middle = top - leading * (count - 1) / 2
    draft.text(60, middle, one[0])
    end = draft.lines(220, top, [one[1]] * count, leading)
    draft.text(400, middle, one[2])
    if not is_last:
        draw_rows(draft, [two], end)
    draft.lines(60, end - 24, ["Ask the lead.", "Then wait."])

    rows = [header, two, [one[0], " ".join([one[1]] * count), one[2]], *([] if is_last else [two])]
    assert texts_of(draft) == [f"{table(rows)}\n\nAsk the lead. Then wait."]


@pytest.mark.parametrize("language", ROWS)
def test_one_row_written_cell_after_cell_is_not_parted(language: str) -> None:
    """Two lines in each of its cells are one row."""
    header, one, two = (row[:2] for row in ROWS[language])
    draft = PdfDraft()
    draft.grid([55, 215, 540], [715, 695, 655])
    draw_rows(draft, [[*header, ""]])
    for x, lines in zip(XS, zip(one, two, strict=True), strict=False):
        draft.lines(x, 680, lines)

    assert texts_of(draft) == [table([header, [f"{a} {b}" for a, b in zip(one, two, strict=True)]])]


def test_a_joint_of_upright_rules_joins_no_rows() -> None:
    """The sides of the first row are drawn apart, those of all others at once."""
    rows = [["Kota", "Batas"], ["Medan", "80"], ["Bali", "120"], ["Solo", "50"], ["Ubud", "70"]]
    draft = PdfDraft()
    for y in (715, 695, 610):
        draft.rule(55, y, 540, y)
    for x, y in product((55, 215, 540), (715, 610)):
        draft.rule(x, 675, x, y)
    draw_rows(draft, [[*row, ""] for row in rows])

    assert texts_of(draft) == [table(rows)]
