"""Every format that the handbook's folder may hold, read from real files."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from knowledge import Page, Section, read_folder
from knowledge.index.passages import passages
from knowledge.text.sentences import sentences
from tests.fixtures import documents as make

pytestmark = pytest.mark.slow  # readers run in processes of their own


def page_of(folder: Path, name: str, content: bytes | str) -> Page:
    """Read one file."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    reading = read_folder(folder)

    assert reading.skipped == ()
    return reading.pages[0]


def said(section: Section) -> list[str]:
    """Give what can be quoted of a clause."""
    return [each.whole for each in sentences(section.text)]


def test_html_is_read_without_what_stands_around_it(tmp_path: Path) -> None:
    """Headings keep their own addresses, lists their lead-in, and tables their header."""
    page = page_of(tmp_path, "travel.html", make.HTML)

    assert page.title == "Travel"
    assert page.clauses == (
        "travel.html#travel",
        "travel.html#where-to-sleep",
        "travel.html#limits",
    )
    assert said(page.section("where-to-sleep")) == [
        make.HOTELS,
        "Ask Finance first.",
        "You must never book:",
        "You must never book: first class",
        "You must never book: jets",
        "jets private ones",
    ]
    assert said(page.section("limits")) == [
        "City: Jakarta; Most: 100",
        "City: Jakarta; Most: 120 in May",
    ]


def test_a_pdf_is_cited_by_page_and_heading(tmp_path: Path) -> None:
    """A heading goes on to the next page; headers and page numbers are left out."""
    pages = [
        [("heading", "1. Hotels"), ("text", make.HOTELS)],
        [("text", "Breakfast is paid for."), ("heading", "2. Flights"), ("text", make.FLIGHTS)],
        [("text", "Ask your lead first.")],
    ]
    page = page_of(tmp_path, "travel.pdf", make.a_pdf(pages, header="Selat Trading, internal"))

    assert [(s.anchor, s.heading, said(s)) for s in page.sections] == [
        ("page-1", "p. 1 › 1. Hotels", [make.HOTELS]),  # noqa: RUF001 - as readers see it
        ("page-2", "p. 2 › 1. Hotels", ["Breakfast is paid for."]),  # noqa: RUF001 - the same
        ("page-2-2-flights", "p. 2 › 2. Flights", [make.FLIGHTS]),  # noqa: RUF001 - the same
        ("page-3", "p. 3 › 2. Flights", ["Ask your lead first."]),  # noqa: RUF001 - the same
    ]
    assert passages(page)[0].clause == "travel.pdf#page-1"


def test_lines_of_a_pdf_become_sentences_again(tmp_path: Path) -> None:
    """Parted words are joined as the document writes them, also across pages."""
    pages = [
        [
            ("text", "The govern-"),
            ("text", "ance team asks for a self-"),
            ("text", "assessment, and every self-assessment is kept. It is then"),
        ],
        [("text", "shown to the lead. Nobody else sees it.")],
    ]
    page = page_of(tmp_path, "review.pdf", make.a_pdf(pages))

    assert [said(section) for section in page.sections] == [
        [
            "The governance team asks for a self-assessment, and every self-assessment is kept.",
            "It is then shown to the lead.",
        ],
        ["Nobody else sees it."],
    ]


def test_lists_and_tables_of_a_pdf_stay_what_they_are(tmp_path: Path) -> None:
    """An item is quoted with its lead-in, and a row with its header."""
    lines = ["You must never book:", "- first class", "- private jets that", "  wait for you"]
    listed = make.a_pdf([[("text", line) for line in lines]])
    (tmp_path / "list.pdf").write_bytes(listed)
    rows = [["City", "Most", "Who"], ["Jakarta", "100", "Finance"], ["Singapore", "150", "Lead"]]
    (tmp_path / "table.pdf").write_bytes(make.a_table_pdf(rows))
    reading = read_folder(tmp_path)

    assert [said(page.sections[0]) for page in reading.pages] == [
        [
            "You must never book:",
            "You must never book: first class",
            "You must never book: private jets that wait for you",
        ],
        ["City: Jakarta; Most: 100; Who: Finance", "City: Singapore; Most: 150; Who: Lead"],
    ]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    """No sentence runs across the gap."""
    left, right = ["The left column begins", "here and ends."], ["The right column", "follows it."]
    page = page_of(tmp_path, "columns.pdf", make.two_columns(left, right))

    assert said(page.sections[0]) == [
        "The left column begins here and ends.",
        "The right column follows it.",
    ]


def test_a_word_document_is_cited_by_its_headings(tmp_path: Path) -> None:
    """Lists keep their lead-in, tables their header, and no star becomes a mark."""
    page = page_of(tmp_path, "travel.docx", make.a_docx())

    assert page.title == "Travel"
    assert page.clauses == ("travel.docx#hotels", "travel.docx#what-nobody-books")
    assert page.sections[1].trail == ("Hotels",)
    assert said(page.sections[0]) == [make.HOTELS]
    assert said(page.sections[1]) == [
        "You must never book:",
        "You must never book: first class",
        "You must never book: private jets",
        "City: Jakarta; Most: 100",
        "City: Singapore; Most: 150 *net*",
    ]


def test_bold_lines_are_headings_where_there_are_no_others(tmp_path: Path) -> None:
    """Many people never heard of styles."""
    page = page_of(tmp_path, "travel.docx", make.a_bold_docx())

    assert page.clauses == ("travel.docx#hotels",)


def test_a_presentation_is_cited_by_its_slides(tmp_path: Path) -> None:
    """What stands on every slide is no part of any."""
    page = page_of(tmp_path, "deck.pptx", make.a_pptx())

    assert [(s.anchor, s.heading) for s in page.sections][1:3] == [
        ("slide-2", "slide 2 › Topic 2"),  # noqa: RUF001 - as readers see it
        ("slide-3", "slide 3 › Topic 3"),  # noqa: RUF001 - the same
    ]
    assert said(page.sections[2]) == [
        "The rule of slide 3",
        "Its second point",
        "City: Jakarta; Most: 100",
    ]


def test_a_workbook_is_cited_by_sheet_and_row(tmp_path: Path) -> None:
    """Rows carry their header and the number that a person sees; hidden sheets are left alone."""
    page = page_of(tmp_path, "budget.xlsx", make.an_xlsx())

    assert [(s.anchor, s.heading, s.trail, said(s)) for s in page.sections] == [
        ("sheet-budget-2026", "Budget 2026", (), ["What a hotel may cost"]),
        (
            "sheet-budget-2026-row-4",
            "row 4",
            ("Budget 2026",),
            ["City: Jakarta; Most: 100; Share: 25%"],
        ),
        (
            "sheet-budget-2026-row-5",
            "row 5",
            ("Budget 2026",),
            ["City: Singapore; Most: 150.5; Share: 50%"],
        ),
    ]
    assert passages(page)[1].title == "Budget › Budget 2026 › row 4"  # noqa: RUF001 - as seen


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_is_cited_by_row(tmp_path: Path, sign: str) -> None:
    """Whatever parts its columns."""
    text = f'City{sign}Most\nJakarta{sign}100\n\n"Ho Chi\nMinh"{sign}90\n'
    page = page_of(tmp_path, "hotels.csv", text)

    assert [(s.anchor, said(s)) for s in page.sections] == [
        ("row-2", ["City: Jakarta; Most: 100"]),
        ("row-4", ["City: Ho Chi Minh; Most: 90"]),
    ]


def test_plain_text_keeps_its_words_its_lists_and_its_underlined_headings(tmp_path: Path) -> None:
    """A star or a number sign in it is only a star or a number sign."""
    text = f"Travel\n======\n\n{make.HOTELS}\nAsk #1 *now*.\n\nNever:\n- first class\n1) jets\n"
    page = page_of(tmp_path, "travel.txt", text)

    assert page.clauses == ("travel.txt#travel",)
    assert said(page.sections[0]) == [
        make.HOTELS,
        "Ask #1 *now*.",
        "Never:",
        "Never: first class",
        "Never: 1) jets",
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Điều khoản: nhân viên được nghỉ phép mười tám ngày mỗi năm.", "utf-16"),
        ("พนักงานทุกคนมีวันลาพักผ่อนสิบแปดวันต่อปี และต้องแจ้งหัวหน้างานก่อนลา " * 3, "cp874"),
        ("Der Prüfer hört sich Größe und Straße an, für alle Bücher über Öl. " * 3, "cp1252"),
    ],
)
def test_text_in_another_encoding_is_read_where_it_can_only_be_that(
    tmp_path: Path, text: str, encoding: str
) -> None:
    """People save text in whatever their system was set to."""
    page = page_of(tmp_path, "text.txt", text.encode(encoding))

    assert " ".join(said(page.sections[0])).split() == text.split()


def test_what_a_file_is_counts_and_not_what_it_is_called(tmp_path: Path) -> None:
    """A PDF that somebody named .docx is read as a PDF."""
    page = page_of(tmp_path, "travel.docx", make.a_pdf([[("text", make.HOTELS)]]))

    assert page.clauses == ("travel.docx#page-1",)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("travel.docm", make.a_docx()),
        ("travel.dotx", make.a_docx()),
        ("deck.ppsx", make.a_pptx()),
        ("deck.potm", make.a_pptx()),
        ("deck.docx", make.a_pptx()),
    ],
)
def test_templates_shows_and_files_with_macros_are_read(
    tmp_path: Path, name: str, content: bytes
) -> None:
    """Only their text is, whatever they would run."""
    page = page_of(tmp_path, name, content)

    assert page.id == name
    assert page.clauses[0] in {f"{name}#hotels", f"{name}#slide-1"}


def test_a_document_in_a_folder_of_another_name_is_known_by_its_contents(tmp_path: Path) -> None:
    """Some programs keep the text elsewhere than Word does."""
    with ZipFile(BytesIO(make.a_docx())) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    moved = {
        name.replace("word/", "text/"): content.replace(b"word/", b"text/")
        for name, content in files.items()
    }
    page = page_of(tmp_path, "travel.docx", make.a_zip(moved))

    assert page.clauses == ("travel.docx#hotels", "travel.docx#what-nobody-books")


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    """In the handbook's folder or as the handbook itself."""
    archive = make.a_zip({"hr/leave.md": b"# Leave\n\nText.\n", "travel.html": make.HTML.encode()})
    (tmp_path / "old.zip").write_bytes(archive)

    inside, itself = read_folder(tmp_path), read_folder(tmp_path / "old.zip")

    assert [page.id for page in inside.pages] == ["old.zip/hr/leave", "old.zip/travel.html"]
    assert [page.id for page in itself.pages] == ["hr/leave", "travel.html"]


def test_a_checkout_is_read_without_what_git_ignores(tmp_path: Path) -> None:
    """What is built from the pages is no second handbook."""
    (tmp_path / ".gitignore").write_text("/_site/\n*.draft.md\n", encoding="utf-8")
    for name in ("leave.md", "leave.draft.md", "_site/leave.html", ".git/hooks.md", "a/_site/b.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Leave\n\nText.\n", encoding="utf-8")

    assert [page.id for page in read_folder(tmp_path).pages] == ["leave", "a/_site/b"]
