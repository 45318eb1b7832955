"""What a person reads on a PDF's page is text in order, and lists are lists, in any language."""

from collections.abc import Sequence

import pytest

from knowledge.documents.pdf.reader import read
from knowledge.pages import Section
from knowledge.text.sentences import sentences
from tests.fixtures.pdf_pages import PdfDraft, width_of


def sections_of(draft: PdfDraft) -> tuple[Section, ...]:
    """Read a PDF."""
    return read(draft.to_bytes(), "rules.pdf").sections


def said(section: Section) -> list[str]:
    """Give what can be quoted of a clause."""
    return [each.whole for each in sentences(section.text)]


STRETCHED = {
    "en": [
        "Test results of the bots",
        "are kept for three",
        "years. Nobody may",
        "change results",
        "before that.",
    ],
    "id": [
        "Hasil uji semua robot",
        "disimpan selama",
        "tiga tahun. Tidak",
        "seorang pun",
        "mengubah hasilnya.",
    ],
    "vi": [
        "Mọi kết quả thử nghiệm",
        "được lưu ba năm.",
        "Không ai được",
        "sửa kết",
        "quả đó.",
    ],
    "th": [
        "ผลทดสอบทุกครั้ง เก็บไว้",
        "เป็นเวลา สามปี",
        "ห้ามผู้ใด แก้ไข",
        "ผลการทดสอบ นั้น",
        "โดยเด็ดขาด",
    ],
}


@pytest.mark.parametrize("language", STRETCHED)
def test_stretched_lines_are_text(language: str) -> None:
    """However wide the gaps between their words are."""
    draft = PdfDraft()
    draft.justified(60, 700, STRETCHED[language], width=170)

    (page,) = sections_of(draft)

    assert page.text == " ".join(STRETCHED[language])


@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other(count: int) -> None:
    """Also where a program wrote across them, line by line."""
    texts = [
        [
            f"column {name} says in line",
            "one that all robots are",
            "tested, and in its third",
            "line that their results",
            "are kept for three years",
            "and not shorter.",
        ]
        for name in "abc"[:count]
    ]
    draft = PdfDraft()
    for number in range(6):
        for column, lines in enumerate(texts):
            draft.text(40 + 180 * column, 700 - 14 * number, lines[number])

    (page,) = sections_of(draft)

    assert page.text.split() == " ".join(" ".join(lines) for lines in texts).split()
    assert "|" not in page.text


def test_a_newspaper_in_stretched_columns_is_text() -> None:
    """The gap between two columns and the gaps in their lines are alike."""
    draft = PdfDraft()
    for x, language in ((60, "en"), (260, "id"), (440, "vi")):
        draft.justified(x, 700, STRETCHED[language], width=150)

    (page,) = sections_of(draft)

    whole = [word for each in ("en", "id", "vi") for word in " ".join(STRETCHED[each]).split()]
    assert page.text.split() == whole


LISTS = {
    "en": ("Before launch the owner:", "tests it with twenty questions", "names a second owner"),
    "id": ("Sebelum diluncurkan, pemilik:", "mengujinya dengan pertanyaan", "menunjuk pengganti"),
    "vi": ("Trước khi chạy, chủ sở hữu:", "thử bằng hai mươi câu hỏi", "chỉ định người thay"),
    "th": ("ก่อนเปิดใช้ เจ้าของต้อง:", "ทดสอบด้วยคำถามยี่สิบข้อ", "แต่งตั้งผู้ดูแลสำรอง"),
}
MARKS = ["•", "\uf0b7", "o", "–", "-", "➢", "\uf0d8"]  # noqa: RUF001 - lists use every dash


@pytest.mark.parametrize("language", LISTS)
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("gap", [24, 120])
def test_bullets_make_a_list_with_its_lead_in(language: str, mark: str, gap: float) -> None:
    """A tab stop after the bullet, however far, makes no table."""
    lead, *items = LISTS[language]
    draft = PdfDraft()
    draft.text(60, 700, lead)
    for number, item in enumerate(items, 1):
        draft.text(80, 700 - 16 * number, mark)
        draft.text(80 + gap, 700 - 16 * number, item)
    draft.text(60, 640, "Later.")

    (page,) = sections_of(draft)

    assert page.text == f"{lead}\n\n- {items[0]}\n- {items[1]}\n\nLater."


@pytest.mark.parametrize(
    "marks",
    [
        ("1.", "2."),
        ("9)", "10)"),
        ("a)", "b)"),
        ("(i)", "(ii)"),
        ("A.", "B."),
        ("ก.", "ข."),
        ("d)", "đ)"),
    ],
)
@pytest.mark.parametrize("gap", [3, 20])
def test_numbers_and_letters_make_a_list(marks: tuple[str, str], gap: float) -> None:
    """Their labels stay, for "item b" is asked for by its letter."""
    lead, *items = LISTS["id"]
    draft = PdfDraft()
    draft.text(60, 700, lead.rstrip(":"))
    for number, (mark, item) in enumerate(zip(marks, items, strict=True), 1):
        draft.text(80, 700 - 16 * number, mark)
        draft.text(80 + width_of(mark) + gap, 700 - 16 * number, item)

    (page,) = sections_of(draft)

    assert page.text.replace("\\", "") == (
        f"{lead.rstrip(':')}\n\n- {marks[0]} {items[0]}\n- {marks[1]} {items[1]}"
    )


@pytest.mark.parametrize("language", ["vi", "th"])
def test_letters_of_another_font_make_no_heading(language: str) -> None:
    """Programs take letters that a font lacks from another, whose letters' boxes are higher."""
    draft = PdfDraft()
    for number, line in enumerate(STRETCHED[language]):
        draft.text(60, 700 - 14 * number, line, is_tall=number % 2 == 1)

    (page,) = sections_of(draft)

    assert page.text == " ".join(STRETCHED[language])


def test_items_with_a_number_at_the_right_are_a_list() -> None:
    """As of a table of contents, or of substances and their codes."""
    draft = PdfDraft()
    draft.text(60, 700, "Fees per request:")
    for number, (name, fee) in enumerate(
        [("a copy", "10"), ("a stamp", "20"), ("a visa", "90")], 1
    ):
        draft.text(60, 700 - 16 * number, f"({number}) {name}")
        draft.text(300, 700 - 16 * number, fee)

    (page,) = sections_of(draft)

    assert page.text == ("Fees per request:\n\n- (1) a copy 10\n- (2) a stamp 20\n- (3) a visa 90")


def test_initials_of_names_make_no_list() -> None:
    """Also where several lines begin with one."""
    lines = ["T. Warden asks for a plan of", "C. Smith and of the team that", "A. Yates leads."]
    draft = PdfDraft()
    draft.lines(60, 700, lines)

    (page,) = sections_of(draft)

    assert page.text == " ".join(lines)


def test_items_are_quoted_with_their_lead_in() -> None:
    """As of every other format."""
    lead, *items = LISTS["en"]
    draft = PdfDraft()
    draft.text(60, 700, lead)
    for number, item in enumerate(items, 1):
        draft.dot(86, 703 - 16 * number)
        draft.text(100, 700 - 16 * number, item)

    (page,) = sections_of(draft)

    assert said(page) == [lead, *(f"{lead} {item}" for item in items)]


def draw_items(draft: PdfDraft, y: float, items: Sequence[tuple[float, str]]) -> float:
    """Write lines, each so far to the right, with a bullet where one begins an item."""
    for x, text in items:
        if text.startswith("• "):
            draft.text(x, y, "•")
            draft.text(x + 18, y, text[2:])
        else:
            draft.text(x, y, text)
        y -= 14
    return y


def test_items_over_several_lines_stay_whole() -> None:
    """Lists in lists as well, and what follows them is none."""
    draft = PdfDraft()
    draw_items(
        draft,
        700,
        [
            (60, "The owner checks:"),
            (80, "• every answer of the bot that people"),
            (98, "marked as wrong in the last month, with"),
            (116, "• the question"),
            (116, "• the page it came from, as it"),
            (134, "was on that day"),
            (80, "• the list of helpers"),
            (60, "Nothing else is asked of anybody"),
            (60, "who looks after a bot."),
        ],
    )

    (page,) = sections_of(draft)

    assert page.text == (
        "The owner checks:\n\n"
        "- every answer of the bot that people marked as wrong in the last month, with\n"
        "  - the question\n"
        "  - the page it came from, as it was on that day\n"
        "- the list of helpers\n\n"
        "Nothing else is asked of anybody who looks after a bot."
    )


def test_an_item_goes_on_over_the_page() -> None:
    """It is quoted whole, from the page on which it begins."""
    draft = PdfDraft()
    draw_items(draft, 100, [(60, "The owner:"), (80, "• reads the log and writes down")])
    draft.add_page()
    draw_items(draft, 700, [(98, "what the bot could not answer."), (80, "• tells the team")])

    one, two = sections_of(draft)

    assert (one.anchor, two.anchor) == ("page-1", "page-2")
    assert one.text == (
        "The owner:\n\n- reads the log and writes down what the bot could not answer."
    )
    assert two.text == "- tells the team"


def test_lines_that_repeat_in_the_text_are_no_running_titles() -> None:
    """Only what stands at one height in the margins of many pages is."""
    draft = PdfDraft()
    for number in range(1, 4):
        if number > 1:
            draft.add_page()
        draft.text(60, 810, "Selat Trading, internal")
        draft.lines(60, 700, ["Step", "Ask the lead.", "Then wait for an answer."])
        draft.text(280, 30, f"Page {number} of 3")

    assert [each.text for each in sections_of(draft)] == [
        "Step Ask the lead. Then wait for an answer."
    ] * 3


def test_a_number_of_a_clause_begins_a_paragraph() -> None:
    """It is found by that number."""
    draft = PdfDraft()
    draft.lines(
        60, 700, ["3.1 The owner reads the log", "every week.", "3.2 The lead approves it."]
    )

    (page,) = sections_of(draft)

    assert page.text == "3.1 The owner reads the log every week.\n\n3.2 The lead approves it."
