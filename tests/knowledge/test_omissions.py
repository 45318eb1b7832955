"""What a file holds and its page does not is counted, named and, where it matters, said."""

from datetime import date

import pytest

from knowledge.documents.document import Document, clause, from_json
from knowledge.documents.folder_reader import Reading
from knowledge.evaluation.page_checks import proofread
from knowledge.omissions import MAX_PLACES, Omission, OmissionKind, OmissionLog
from knowledge.pages import Page, compose_page

ABOUT = {
    "title": "Travel",
    "owner": "Travel desk",
    "version": "1",
    "effective": date(2026, 1, 1),
    "review_by": date(2027, 1, 1),
}
WORDS = 95


def page_with(*omissions: Omission) -> Page:
    """Make a page of 95 words from whose file these were left out."""
    text = " ".join(["word"] * WORDS)
    return compose_page("a.docx", ABOUT, (clause("Rules", "rules", 1, [], text),), omissions)


def test_what_is_left_out_is_counted_by_kind() -> None:
    """Of many places the first are named, and the words of all are counted."""
    log = OmissionLog()
    log.add("chart", "slide 2", words=4, line=7)
    log.add("comment", "slide 1", words=9)
    for slide in range(3, 12):
        log.add("chart", f"slide {slide}", words=1)
    log.add("chart", "slide 3")

    chart, comment = log.list_omissions()

    assert (chart.kind, chart.count, chart.words, chart.line) == ("chart", 11, 13, 7)
    assert len(chart.places) == MAX_PLACES
    assert chart.message == (
        "chart was not read (11 ×): slide 2, slide 3, slide 4, slide 5, slide 6, 6 more"  # noqa: RUF001 - it is shown so
    )
    assert comment.message == "comment is left out: slide 1"


@pytest.mark.parametrize(
    ("kind", "words", "is_partial"),
    [
        ("text box", 5, False),
        ("text box", 6, True),
        ("struck-through text", 500, False),
        ("hidden text", 500, False),
        ("comment", 500, False),
        ("chart", 0, False),
    ],
)
def test_a_page_is_partial_when_more_than_a_little_is_missing(
    kind: OmissionKind, words: int, *, is_partial: bool
) -> None:
    """A twentieth of the words is a little; what is left out on purpose is not missing."""
    assert page_with(Omission(kind, words=words)).is_partial is is_partial


def test_many_small_gaps_add_up() -> None:
    """What is missing is counted over all kinds."""
    assert page_with(Omission("text box", words=3), Omission("footnote", words=3)).is_partial


def test_the_marks_of_a_table_are_no_words_of_it() -> None:
    """Two values of eight are more than a little, however many bars stand between the others."""
    table = "| Team | Fixed |\n| --- | --- |\n| Marketing | 100 |\n| Finance | 200 |"
    sections = tuple(clause(f"row {n}", "", 3, [], table) for n in range(4))
    page = compose_page("a.xlsx", ABOUT, sections, (Omission("error value", words=2),))

    assert page.is_partial


def test_check_names_each_kind_with_its_place() -> None:
    """The owner learns what was not read, and whether readers are told."""
    page = page_with(Omission("text box", ("page 2",), words=40, line=3))

    found = [(each.file, each.line, each.message) for each in proofread(Reading((page,), ()))]

    assert found == [
        ("a.docx", 1, "more than a little of this page was not read; its citations say so"),
        ("a.docx", 3, "text box was not read: page 2"),
    ]


def test_omissions_come_back_from_a_parser_in_another_process() -> None:
    """What a child process tells is what it noted."""
    log = OmissionLog()
    log.add("hidden text", "row 3", words=2)
    document = Document("Travel", (clause("A", "a", 1, [], "Text."),), log.list_omissions())

    assert from_json(document.to_json()) == Document(
        "Travel", document.sections, (Omission("hidden text", ("row 3",), 1, 2),)
    )


def test_omissions_are_no_part_of_what_a_page_says() -> None:
    """A page's version does not change with what a newer parser reports."""
    assert repr(page_with(Omission("chart"))) == repr(page_with())
