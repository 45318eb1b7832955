"""The handbook's folder."""

import os
from pathlib import Path

import pytest

from knowledge import HandbookNotFoundError, read_folder
from tests.fixtures import documents as make


def test_one_bad_file_spoils_nothing_else(folder: Path, tmp_path: Path) -> None:
    """What cannot be read is named with its reason; every page beside it is read."""
    (tmp_path / "secret.md").write_text("# Secret\n", encoding="utf-8")
    (folder / "secret.md").symlink_to(tmp_path / "secret.md")
    (folder / "gone.md").symlink_to(folder / "nowhere.md")
    (folder / "loop").symlink_to(folder)
    (folder / "latin.md").write_bytes("# Größe".encode("latin-1"))
    (folder / "binary.md").write_bytes(b"# A\0B")
    (folder / "empty.md").write_text(" \n", encoding="utf-8")
    (folder / "broken.md").write_text("---\n: [\n---\n# P\n", encoding="utf-8")
    (folder / "form.pdf").write_bytes(b"%PDF-1.7")
    (folder / "leave.markdown").write_text("# Leave again\n", encoding="utf-8")
    (folder / "huge.md").write_text("a" * 5_000_001, encoding="utf-8")
    reading = read_folder(folder)

    assert {"leave", "travel"} == {page.id for page in reading.pages}
    assert {skipped.file: skipped.reason for skipped in reading.skipped} == {
        "secret.md": "it is a link to a place outside the handbook's folder",
        "gone.md": "it is not a file, or it links to nothing",
        "loop": "it is a link to a folder, and links to folders are not followed",
        "latin.md": "it is not UTF-8 text: save it again as UTF-8",
        "binary.md": "it is not a text file",
        "empty.md": "it is empty",
        "broken.md": "its front matter is not valid YAML (line 2)",
        "form.pdf": "it is damaged and cannot be opened",
        "leave.md": "leave.markdown already has this address",
        "huge.md": "it is larger than 5 MB",
    }


def test_the_policy_and_hidden_files_are_no_pages_and_no_mistakes(folder: Path) -> None:
    """They are passed over in silence; a policy in another place is not."""
    (folder / "policy.yaml").write_text("version: '1'", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD.md").write_text("# no", encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "policy.yaml").write_text("", encoding="utf-8")
    (folder / "sub" / "page.md").write_text("\ufeff# Sub\r\n\r\nText\r\n", encoding="utf-8")
    reading = read_folder(folder)

    assert [page.id for page in reading.pages] == ["leave", "travel", "sub/page"]
    assert [skipped.file for skipped in reading.skipped] == ["sub/policy.yaml"]
    assert reading.pages[2].sections[0].text == "Text"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """There is nothing to read where no folder is."""
    with pytest.raises(HandbookNotFoundError) as caught:
        read_folder(tmp_path / "nowhere")

    assert caught.value.folder == tmp_path / "nowhere"


def test_a_folder_that_cannot_be_looked_into_is_named_and_its_pages_stay(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong permission deletes nothing."""
    (folder / "hr").mkdir()
    (folder / "hr" / "parking.md").write_text("# Parking\n\nBehind the house.\n")
    before = read_folder(folder, home=tmp_path)
    scandir = os.scandir

    def refused(path: str) -> object:
        if Path(path).name == "hr":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    with monkeypatch.context() as closed:
        closed.setattr(os, "scandir", refused)
        during = read_folder(folder, home=tmp_path)
    after = read_folder(folder, home=tmp_path)

    assert "hr/parking" in [page.id for page in before.pages]
    assert [page.id for page in during.pages] == [page.id for page in before.pages]
    assert ("hr/", "it could not be opened: Permission denied") in [
        (each.file, each.reason) for each in during.skipped
    ]
    assert after == before


def test_an_archive_of_nothing_is_named(folder: Path) -> None:
    """Somebody meant to put something into it."""
    (folder / "empty.zip").write_bytes(make.a_zip({}))

    assert ("empty.zip", "it holds no file") in [
        (each.file, each.reason) for each in read_folder(folder).skipped
    ]
