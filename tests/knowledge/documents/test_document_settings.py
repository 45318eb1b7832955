"""The settings beside a file, and who it is for, which is never passed over."""

from pathlib import Path

import pytest

from knowledge import read_folder
from knowledge.documents.file_types import KINDS
from tests.fixtures import documents as make

pytestmark = pytest.mark.slow  # readers run in processes of their own

PDF = make.a_pdf([[("text", make.HOTELS)]])
FOR_LEADS = b"audience: leads\n"
BEFORE_TEXT = b"---\naudience: leads\n---\n"


def test_settings_come_from_the_file_beside_it(tmp_path: Path) -> None:
    """They say what front matter says; a mistake in them is told with the file's name."""
    (tmp_path / "bad.pdf").write_bytes(PDF)
    (tmp_path / "bad.pdf.yaml").write_text("effective: soon", encoding="utf-8")
    (tmp_path / "travel.pdf").write_bytes(PDF)
    settings = "title: Travelling\nowner: Finance\nversion: '2'\naudience: leads\n"
    (tmp_path / "travel.pdf.yaml").write_text(settings, encoding="utf-8")
    (tmp_path / "alone.pdf.yaml").write_text(settings, encoding="utf-8")
    reading = read_folder(tmp_path)

    [page] = reading.pages
    assert (page.title, page.owner, page.version, page.audience) == (
        "Travelling",
        "Finance",
        "2",
        "leads",
    )
    assert [(each.file, each.reason) for each in reading.skipped] == [
        ("alone.pdf.yaml", "files of this kind are not read"),
        ("bad.pdf", "effective in bad.pdf.yaml is not a date like 2026-01-31"),
    ]


@pytest.mark.parametrize("beside", ["t.pdf.yml", "T.pdf.yaml", "t.pdf.YAML", "t.pdf.yaml"])
def test_settings_are_found_however_their_file_is_spelt(tmp_path: Path, beside: str) -> None:
    """Two suffixes are usual, and letters come large and small."""
    (tmp_path / "t.pdf").write_bytes(PDF)
    (tmp_path / beside).write_bytes(FOR_LEADS)

    [page] = read_folder(tmp_path).pages

    assert page.audience == "leads"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        (
            {"t.pdf": PDF, "t.yaml": FOR_LEADS},
            "t.yaml says who it is for; that belongs in t.pdf.yaml",
        ),
        (
            {"t.pdf": PDF, "t.pdf.yaml": b"owner: HR", "t.yml": FOR_LEADS},
            "t.yml says who it is for; that belongs in t.pdf.yaml",
        ),
        (
            {"t.pdf": PDF, "t.pdf.yaml": b"owner: HR", "t.pdf.yml": FOR_LEADS},
            "t.pdf.yml says who it is for; that belongs in t.pdf.yaml",
        ),
        (
            {"t.md": b"# T\n\nText.\n", "t.md.yaml": FOR_LEADS},
            "t.md.yaml says who it is for; that belongs in its front matter",
        ),
        (
            {"t.pdf": PDF, "t.pdf.yaml": b"title: T\n" + b"# \n" * 40_000 + FOR_LEADS},
            "its settings are too long",
        ),
        (
            {"t.txt": BEFORE_TEXT + b"Text."},
            "its settings are read only from t.txt.yaml",
        ),
        (
            {"t.html": b"\xef\xbb\xbf" + BEFORE_TEXT + b"<h1>T</h1><p>Text."},
            "its settings are read only from t.html.yaml",
        ),
        (
            {"t.csv": (BEFORE_TEXT + b"a,b\n1,2\n").decode().encode("utf-16")},
            "its settings are read only from t.csv.yaml",
        ),
    ],
)
def test_who_a_page_is_for_is_never_passed_over(
    tmp_path: Path, files: dict[str, bytes], reason: str
) -> None:
    """Where somebody wrote it in the wrong place, the page would be open to everyone."""
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    reading = read_folder(tmp_path)

    assert reading.pages == ()
    assert reason in [each.reason for each in reading.skipped if each.file == next(iter(files))]


@pytest.mark.parametrize("suffix", sorted(KINDS.keys() - {".md", ".markdown"}))
def test_settings_within_a_file_of_any_other_format_close_it(tmp_path: Path, suffix: str) -> None:
    """A format that is added may be one that people type."""
    (tmp_path / f"t{suffix}").write_bytes(BEFORE_TEXT + b"Text, and more, of this.")

    assert read_folder(tmp_path).pages == ()


def test_yaml_that_says_nothing_of_readers_closes_no_page(tmp_path: Path) -> None:
    """A checkout has many; only one about the page's readers matters."""
    (tmp_path / "data.yaml").write_bytes(b"title: Figures\naudiences: {}\n")
    (tmp_path / "data.csv").write_bytes(b"a,b\n1,2\n")
    [page] = read_folder(tmp_path).pages

    assert (page.title, page.audience) == ("Data", "everyone")


def test_settings_that_appear_later_close_a_page_that_was_read(tmp_path: Path) -> None:
    """What is kept of the page is not enough any more."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    (folder / "t.pdf").write_bytes(PDF)
    before = read_folder(folder, home=tmp_path)
    (folder / "t.yaml").write_bytes(FOR_LEADS)
    after = read_folder(folder, home=tmp_path)

    assert [page.audience for page in before.pages] == ["everyone"]
    assert after.pages == ()
