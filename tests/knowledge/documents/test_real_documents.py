"""Documents that nobody here wrote, read page by page; they lie beside the project, not in it."""

import re
from pathlib import Path

import pytest

from knowledge import Page, Reading, read_folder
from knowledge.index.passages import passages
from tests.fixtures.handbooks import ROOT

HANDBOOKS = ROOT.parent / "shared" / "handbooks"

pytestmark = [
    pytest.mark.slow,  # long documents
    pytest.mark.skipif(
        not HANDBOOKS.is_dir(), reason="the real handbooks are not beside the project"
    ),
]


@pytest.fixture(scope="module")
def nist() -> Reading:
    """Two long PDFs, a CSV and text."""
    return read_folder(HANDBOOKS / "nist-ai-rmf")


def page_named(reading: Reading, name: str) -> Page:
    """Find a page by the end of its file's name."""
    return next(page for page in reading.pages if page.file.endswith(name))


@pytest.mark.parametrize(
    ("sentence", "clause", "heading"),
    [
        (
            "the AI RMF can be used to prioritize risk, it does not prescribe risk tolerance.",
            "page-12",
            "p. 12 › 1.2 Challenges for AI Risk Management › 1.2.2 Risk Tolerance",  # noqa: RUF001 - as readers see it
        ),
        (
            "can be influenced by legal or regulatory requirements",
            "page-12",
            "p. 12 › 1.2 Challenges for AI Risk Management › 1.2.2 Risk Tolerance",  # noqa: RUF001 - the same
        ),
        (
            "Attempting to eliminate negative risk entirely can be counterproductive in practice",
            "page-12-123-risk-prioritization",
            "p. 12 › 1.2 Challenges for AI Risk Management › 1.2.3 Risk Prioritization",  # noqa: RUF001 - the same
        ),
        (
            "A Target Profile indicates the outcomes needed to achieve the desired",
            "page-38-6-ai-rmf-profiles",
            "p. 38 › Part 2: Core and Profiles › 6. AI RMF Profiles",  # noqa: RUF001 - the same
        ),
    ],
)
def test_a_sentence_of_a_real_pdf_is_cited_by_its_page(
    nist: Reading, sentence: str, clause: str, heading: str
) -> None:
    """Its number in the file, with the heading above it; parted words are whole."""
    page = page_named(nist, "NIST.AI.100-1.pdf")
    found = [each for each in passages(page) if sentence in each.text.replace("\n", " ")]

    assert [(each.anchor, each.heading) for each in found] == [(clause, heading)]


def test_what_frames_the_pages_of_a_real_pdf_is_left_out(nist: Reading) -> None:
    """Neither "Page 7" nor the name of the standard stands in any passage's midst."""
    page = page_named(nist, "NIST.AI.100-1.pdf")
    text = [section.text for section in page.sections]

    assert len({re.match(r"page-\d+", section.anchor)[0] for section in page.sections}) == 48  # type: ignore[index]  # every anchor begins so
    assert not [each for each in text if re.search(r"\bPage \d+\b", each)]
    assert sum("NIST AI 100-1 AI RMF 1.0" in each for each in text) <= 1  # page 16 lies on its side


def test_nearly_all_words_of_a_real_pdf_are_there(nist: Reading) -> None:
    """Compared with what another program took out of the same file, with words left parted."""
    page = page_named(nist, "NIST.AI.100-1.pdf")
    ours = {
        word
        for section in page.sections
        for word in re.findall(r"[a-z]{4,}", f"{section.heading} {section.text}".lower())
    }
    text = (HANDBOOKS / "nist-ai-rmf" / "corpus_text" / "NIST.AI.100-1.txt").read_text()
    theirs = re.findall(r"[a-z]{4,}", text.lower())

    assert sum(word in ours for word in theirs) / len(theirs) > 0.96


def test_the_outline_of_a_real_pdf_gives_its_headings(nist: Reading) -> None:
    """Each subcategory of the playbook stands on the page that the outline says."""
    page = page_named(nist, "AI_RMF_Playbook.pdf")
    headings = {section.anchor: section.heading for section in page.sections}

    assert headings["page-7-govern-11"] == "p. 7 › Govern › GOVERN 1.1"  # noqa: RUF001 - as readers see it
    assert headings["page-10-about"] == "p. 10 › GOVERN 1.3 › About"  # noqa: RUF001 - the same


def test_real_word_documents_and_forms_are_read_or_named(tmp_path: Path) -> None:
    """A PDF whose letters cannot be put together to words is left out with the reason."""
    reading = read_folder(HANDBOOKS / "18f-handbook" / "corpus" / "downloads", home=tmp_path)
    charter = page_named(reading, "Team_charter.docx")
    rows = [each.text for each in passages(charter) if each.anchor == "our-rituals"]

    assert "team charter" in charter.title
    assert "Ritual: Weekly ship" in rows[0]
    assert {each.file: each.reason for each in reading.skipped} == {
        "my-form.pdf": "its letters stand apart, so that its words cannot be told"
    }
