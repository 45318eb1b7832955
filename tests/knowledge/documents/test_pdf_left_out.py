"""What a PDF holds and its text does not is reported, page by page."""

import pytest

from knowledge.documents.document import Document, UnreadableError
from knowledge.documents.pdf.reader import read
from tests.fixtures.pdf_pages import PdfDraft, width_of

RULES = {
    "en": ("Passwords have 8 letters.", "Passwords have 16 letters."),
    "id": ("Kata sandi 8 huruf.", "Kata sandi 16 huruf."),
    "vi": ("Mật khẩu dài 8 ký tự.", "Mật khẩu dài 16 ký tự."),
    "th": ("รหัสผ่าน ยาว 8 ตัว", "รหัสผ่าน ยาว 16 ตัว"),
}


def document_of(draft: PdfDraft) -> Document:
    """Read a PDF."""
    return read(draft.to_bytes(), "rules.pdf")


def text_of(document: Document) -> str:
    """Give all text of a document."""
    return "\n\n".join(each.text for each in document.sections)


def left_out(document: Document) -> list[tuple[str, tuple[str, ...], int]]:
    """Give what is left out of a document: kind, places, words."""
    return [(each.kind, each.places, each.words) for each in document.omissions]


@pytest.mark.parametrize("language", RULES)
def test_text_with_a_line_through_it_is_no_rule(language: str) -> None:
    """It is left out and reported; underlined text is text."""
    old, new = RULES[language]
    draft = PdfDraft()
    draft.text(60, 700, old)
    draft.rule(60, 703, 60 + width_of(old), 703)
    draft.text(60, 680, new)
    draft.rule(60, 678.6, 60 + width_of(new), 678.6)

    document = document_of(draft)

    assert text_of(document) == new
    assert left_out(document) == [("struck-through text", ("page 1",), len(old.split()))]


def test_a_part_of_a_line_may_be_struck() -> None:
    """What stands beside it stays."""
    draft = PdfDraft()
    draft.text(60, 700, "Keep logs for 2 5 years.")
    at = 60 + width_of("Keep logs for ")
    draft.rule(at, 703, at + width_of("2"), 703)

    assert text_of(document_of(draft)) == "Keep logs for 5 years."


@pytest.mark.parametrize(("before", "after"), [(4, 0), (0, 6), (-3, 0), (0, -3)])
def test_a_line_of_a_drawing_strikes_nothing(before: float, after: float) -> None:
    """It begins or ends elsewhere than the words over which it runs."""
    draft = PdfDraft()
    draft.text(60, 700, "Keep logs for two years.")
    draft.rule(60 - before, 703, 60 + width_of("Keep logs") + after, 703)

    document = document_of(draft)

    assert text_of(document) == "Keep logs for two years."
    assert document.omissions == ()


def test_a_mark_over_text_may_strike_it() -> None:
    """People strike out in their PDF viewer."""
    draft = PdfDraft()
    draft.lines(60, 700, ["Ask Finance first.", "Ask nobody."])
    right = 60 + width_of("Ask nobody.")
    quad = f"/QuadPoints [60 695 {right} 695 60 684 {right} 684]"
    draft.note("StrikeOut", quad, (60, 684, right, 695))

    document = document_of(draft)

    assert text_of(document) == "Ask Finance first."
    assert left_out(document) == [("struck-through text", ("page 1",), 2)]


@pytest.mark.parametrize("language", RULES)
@pytest.mark.parametrize("how", ["invisible", "white", "layer", "beside the page"])
def test_text_that_nobody_sees_is_never_quoted(language: str, how: str) -> None:
    """Without colour, white on white, on a layer that is off, or outside the page."""
    hidden, seen = RULES[language]
    draft = PdfDraft()
    if how == "layer":
        draft.begin_layer(is_on=False)
    x = 900 if how == "beside the page" else 60
    draft.text(x, 700, hidden, mode=3 * (how == "invisible"), grey=float(how == "white"))
    if how == "layer":
        draft.end_layer()
    draft.text(60, 680, seen)

    document = document_of(draft)

    assert text_of(document) == seen
    assert left_out(document) == [("hidden text", ("page 1",), len(hidden.split()))]


def test_text_that_somebody_sees_is_quoted() -> None:
    """White on a dark ground, on a layer that is on, and the recognised text of a scan."""
    draft = PdfDraft()
    draft.fill(50, 690, 400, 30, 0.2)
    draft.text(60, 700, "White on grey.", grey=1)
    draft.begin_layer(is_on=True)
    draft.text(60, 640, "On a layer.")
    draft.end_layer()
    draft.add_page()
    for number in range(12):
        draft.text(60, 700 - 40 * number, "Words of a scanned page.", mode=3)
    draft.picture(0, 0, 595, 842)

    document = document_of(draft)

    assert text_of(document).startswith("White on grey.\n\nOn a layer.")
    assert text_of(document).count("Words of a scanned page.") == 12
    assert document.omissions == ()


def test_pages_and_pictures_without_text_are_counted() -> None:
    """A page without a text layer is as long as the others; an empty one has nothing."""
    draft = PdfDraft()
    draft.lines(60, 700, ["one two three four five six seven eight"] * 5)
    draft.add_page()
    draft.picture(0, 0, 595, 842)
    draft.text(300, 20, "2")
    draft.add_page()
    draft.add_page()
    draft.lines(60, 700, ["one two three four five six seven eight"] * 5)
    draft.picture(60, 100, 400, 300)
    draft.picture(500, 800, 20, 20)

    assert left_out(document_of(draft)) == [("picture", ("page 2", "page 4"), 40)]


def test_a_file_of_pictures_is_not_read() -> None:
    """The reason says what to do."""
    draft = PdfDraft()
    draft.picture(0, 0, 595, 842)

    with pytest.raises(UnreadableError, match="run text recognition"):
        document_of(draft)


def test_what_people_added_is_reported() -> None:
    """Comments are meant for nobody; filled fields, text boxes and attached files are missing."""
    draft = PdfDraft()
    draft.text(60, 700, "Ask the lead.")
    box = (300, 500, 400, 520)
    draft.note("Text", "/Contents (is this still true)", box)
    draft.note("Highlight", "/QuadPoints [0 0 1 1 2 2 3 3]", box)
    draft.note("FreeText", "/Contents (from May on)", box)
    draft.note("Widget", "/FT /Tx /T (who) /V (Finance team)", box)
    draft.note("Widget", "/FT /Btn /T (yes) /V /Yes", box)
    draft.attached = "plan.xlsx"

    assert left_out(document_of(draft)) == [
        ("comment", ("page 1",), 4),
        ("text box", ("page 1",), 3),
        ("form field", ("page 1",), 2),
        ("embedded file", ("plan.xlsx",), 0),
    ]
