"""The cache of parsed files: what is in it is checked, and never run."""

import os
import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.documents import Reading, read_folder

RETOLD = b'{"file": "leave.md", "reason": "somebody else said so", "closed": false}'


class Payload:
    """What runs a command when somebody unpickles it."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        """Leave a file behind."""
        return os.system, (f"touch {self._mark}",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write one page and one file that is none, and read them once."""
    pages = tmp_path / "pages"
    pages.mkdir()
    text = "---\ntitle: Leave\neffective: 2026-01-31\n---\n# Leave\n\nEighteen days.\n"
    (pages / "leave.md").write_text(text, encoding="utf-8")
    (pages / "empty.txt").write_text("", encoding="utf-8")
    read(pages)
    return pages


def read(folder: Path) -> Reading:
    """Read the folder with its cache."""
    return read_folder(folder, home=folder.parent / "home")


def write(folder: Path, result: bytes | str | int) -> None:
    """Put a *result* into the cache, for every file."""
    file = folder.parent / "home" / "knowledge" / "pages.sqlite3"
    with closing(sqlite3.connect(file)) as store, store:
        store.execute("UPDATE pages SET result = ?", (result,))


def test_an_unchanged_file_is_not_parsed_again(folder: Path) -> None:
    """What is in the cache is what it is said to be, dates too."""
    assert read(folder) == read_folder(folder)

    write(folder, RETOLD)

    assert [each.reason for each in read(folder).skipped if each.file == "leave.md"] == [
        "somebody else said so"
    ]


def test_a_pickle_in_the_cache_is_not_run(folder: Path, tmp_path: Path) -> None:
    """The file is parsed again."""
    mark = tmp_path / "ran"
    write(folder, pickle.dumps(Payload(mark)))

    assert read(folder) == read_folder(folder)
    assert not mark.exists()


DAMAGED: dict[str, bytes | str | int] = {
    "nothing": b"",
    "half of JSON": b"{",
    "JSON without end": b"[" * 100_000,
    "no text": b"\xff\xfe\x00",
    "half of a page": b'{"id": "leave", "file": "leave.md"}',
    "another file": b'{"file": "other.md", "reason": "it is another", "closed": false}',
    "null": b"null",
    "a word": "text",
    "a number": 5,
}


@pytest.mark.parametrize("result", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_row_costs_one_file_some_time(result: bytes | str | int, folder: Path) -> None:
    """It is parsed again, and the cache holds it again."""
    write(folder, result)

    assert read(folder) == read_folder(folder)
    assert read(folder) == read_folder(folder)
