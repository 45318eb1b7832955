"""What a careful reader would find wrong."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from knowledge import proofread, read_folder
from tests.fixtures.documents import HOTELS, a_pdf
from tests.fixtures.handbooks import STARTER, TODAY


def test_each_finding_has_its_file_and_line(folder: Path) -> None:
    """Broken links, headings that are there twice, missing settings, late reviews, bad files."""
    (folder / "bad.md").write_text("---\n: [\n---\n", encoding="utf-8")
    (folder / "form.pdf").write_bytes(b"%PDF")
    (folder / "links.md").write_text(
        "# Links\n\nSee [leave](leave.md#annual-leave), [ours](#links),\n[out](https://a.example).\n"
        "\n[gone](leave.md#gone)\n\n## Same\n\n[gone](nowhere.md)\n\n## Same\n",
        encoding="utf-8",
    )
    found = proofread(read_folder(folder), on=date(2027, 6, 1))

    assert [(each.severity, each.file, each.line) for each in found] == [
        ("error", "bad.md", 2),
        ("warning", "form.pdf", 1),
        ("warning", "leave.md", 1),
        ("warning", "links.md", 1),
        ("error", "links.md", 6),
        ("error", "links.md", 10),
        ("warning", "links.md", 12),
        ("warning", "travel.md", 1),
    ]
    assert found[2].message == "the page was to be reviewed by 2027-01-01"
    assert found[4].message == "the link 'leave.md#gone' leads nowhere"


def test_the_starter_handbook_has_no_findings() -> None:
    """What everybody copies is in order."""
    assert proofread(read_folder(STARTER), on=TODAY) == ()


def test_rows_of_several_tables_have_their_numbers_and_nobody_is_asked_for_names(
    folder: Path,
) -> None:
    """A workbook of some sheets had a warning for each row."""
    book = Workbook()
    for title in ("Alat", "Công cụ", "One-row"):
        sheet = book.create_sheet(title)
        for row in (["Bot", "Desk", None, "Role", "Person"], ["A", "B", None, "C", "D"]):
            sheet.append(row)
    book.save(folder / "bots.xlsx")
    found = proofread(read_folder(folder))

    assert [each.message for each in found if "twice" in each.message] == []


def test_links_and_settings_of_other_formats_are_looked_at(folder: Path) -> None:
    """A link leads to a page of a PDF that is there, and its settings are asked for beside it."""
    (folder / "fees.pdf").write_bytes(a_pdf([[("text", HOTELS)]]))
    links = "[one](fees.pdf#page-1) [two](fees.pdf#page-2) [three](fees.pdf) [four](gone.docx)"
    page = (folder / "travel.md").read_text() + f"\n{links}\n"
    (folder / "travel.md").write_text(page, encoding="utf-8")
    found = proofread(read_folder(folder))

    assert [(each.file, each.message) for each in found] == [
        (
            "fees.pdf",
            "fees.pdf.yaml beside it says nothing about owner, version, effective, review_by",
        ),
        ("travel.md", "the link 'fees.pdf#page-2' leads nowhere"),
        ("travel.md", "the link 'gone.docx' leads nowhere"),
    ]
