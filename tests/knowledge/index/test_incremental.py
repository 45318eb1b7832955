"""A second run over a handbook does only what the changes ask for."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from hashlib import sha512
from pathlib import Path

import numpy as np
import pytest

from knowledge import Handbook, Vector, read_folder
from knowledge.documents.file_types import Kind
from tests.fixtures import documents as make
from tests.fixtures.handbooks import ROOT

pytestmark = pytest.mark.slow  # a thousand files, and processes that are killed


class Hashing:
    """An embedder that costs nothing: its vectors are hashes of the texts."""

    id = "hashing"
    dimensions = 64
    threads = 1

    def __init__(self) -> None:
        """Count what is embedded."""
        self.embedded: list[str] = []

    def query(self, text: str) -> Vector:
        """Embed what somebody asks."""
        return self.passages([text]).reshape(-1)

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed *texts*."""
        self.embedded += texts
        hashes = [np.frombuffer(sha512(each.encode()).digest(), np.uint8) for each in texts]
        return np.asarray(np.stack(hashes), np.float32) / np.float32(255)


async def refreshed(folder: Path, home: Path) -> list[str]:
    """Refresh a handbook as a new process would; returns what was embedded."""
    embedder = Hashing()
    handbook = Handbook(folder, home=home, embedder=embedder)
    await handbook.refresh()
    await handbook.close()
    return embedder.embedded


def many(folder: Path, pages: int) -> None:
    """Write *pages*, most of them Markdown."""
    folder.mkdir()
    pdf, word = make.a_pdf([[("text", make.HOTELS)]]), make.a_docx()
    for number in range(pages):
        name = folder / f"page-{number:04}"
        if number % 50 == 0:
            name.with_suffix(".pdf").write_bytes(pdf)
        elif number % 50 == 1:
            name.with_suffix(".docx").write_bytes(word)
        else:
            text = (
                f"# Page {number}\n\n## Rule {number}\n\nThe rule {number} is kept by everybody.\n"
            )
            name.with_suffix(".md").write_text(text * 3, encoding="utf-8")


async def test_unchanged_files_are_not_embedded_again(tmp_path: Path) -> None:
    """One changed paragraph embeds itself only."""
    folder, home = tmp_path / "pages", tmp_path / "home"
    many(folder, 200)
    await refreshed(folder, home)
    embedded = await refreshed(folder, home)

    assert embedded == []

    page = folder / "page-0007.md"
    page.write_text(page.read_text().replace("everybody", "nobody", 1), encoding="utf-8")
    embedded = await refreshed(folder, home)

    assert sorted(embedded) == ["The rule 7 is kept by nobody."]


async def test_a_page_that_is_removed_is_gone_at_once(tmp_path: Path) -> None:
    """Whatever its format was; and it is read again when it comes back."""
    pdf = make.a_pdf([[("text", make.HOTELS)]])
    (tmp_path / "travel.pdf").write_bytes(pdf)
    (tmp_path / "leave.md").write_text("# Leave\n\nText.\n", encoding="utf-8")
    home = tmp_path / ".home"
    before = read_folder(tmp_path, home=home)
    (tmp_path / "travel.pdf").unlink()
    without = read_folder(tmp_path, home=home)
    (tmp_path / "travel.pdf").write_bytes(pdf)

    assert [page.id for page in without.pages] == ["leave"]
    assert read_folder(tmp_path, home=home) == before


def test_an_unchanged_file_is_not_opened_again(tmp_path: Path) -> None:
    """Not even one that could not be read; a changed one is."""
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "good.pdf").write_bytes(make.a_pdf([[("text", make.HOTELS)]]))
    home = tmp_path / ".home"
    before = read_folder(tmp_path, home=home)
    crashing: dict[Kind, str] = {"pdf": "tests.fixtures.readers:crash"}

    assert read_folder(tmp_path, home=home, readers=crashing) == before

    os.utime(tmp_path / "good.pdf", (1, 1))
    after = read_folder(tmp_path, home=home, readers=crashing)

    assert [each.file for each in after.skipped] == ["bad.pdf", "good.pdf"]


@pytest.mark.parametrize("spoilt", ["a file", "no database"])
def test_without_a_place_to_keep_pages_they_are_read_each_time(tmp_path: Path, spoilt: str) -> None:
    """A full or forbidden disk costs time and nothing else."""
    (tmp_path / "leave.md").write_text("# Leave\n\nText.\n", encoding="utf-8")
    home = tmp_path / ".home"
    if spoilt == "a file":
        home.touch()
    else:
        (home / "knowledge").mkdir(parents=True)
        (home / "knowledge" / "pages.sqlite3").write_bytes(b"no database at all" * 100)

    assert [page.id for page in read_folder(tmp_path, home=home).pages] == ["leave"]


@pytest.mark.parametrize("whole", [True, False])
async def test_damaged_vectors_are_put_aside_and_made_again(tmp_path: Path, *, whole: bool) -> None:
    """Whether the file is no database at all, or one whose pages are spoilt."""
    folder, home = tmp_path / "pages", tmp_path / "home"
    many(folder, 60)
    before = await refreshed(folder, home)
    vectors = home / "knowledge" / "embeddings.sqlite3"
    kept = vectors.read_bytes()
    spoilt = b"no database at all" * 100
    vectors.write_bytes(spoilt if whole else kept[:4096] + b"\x7f" * (len(kept) - 4096))
    (folder / "page-0007.md").write_text("# New\n\nA new page.\n", encoding="utf-8")
    embedded = await refreshed(folder, home)
    again = await refreshed(folder, home)

    assert "A new page." in embedded
    assert len(embedded) >= len(before) - 2
    assert again == []
    assert [each.name for each in home.rglob("*.damaged")] == ["embeddings.sqlite3.damaged"]


async def test_vectors_that_cannot_be_reached_are_not_put_aside(tmp_path: Path) -> None:
    """A folder in their place is no damage: whoever runs it hears of it, and nothing is moved."""
    (tmp_path / "home" / "knowledge" / "embeddings.sqlite3").mkdir(parents=True)
    many(tmp_path / "pages", 3)
    with pytest.raises(sqlite3.OperationalError):
        await refreshed(tmp_path / "pages", tmp_path / "home")

    assert list((tmp_path / "home").rglob("*.damaged")) == []


def test_a_run_that_is_killed_is_finished_by_the_next(tmp_path: Path) -> None:
    """Whatever the moment: what was read is kept, and nothing is kept half."""
    folder, home = tmp_path / "pages", tmp_path / "home"
    many(folder, 300)
    script = (
        "import sys; from pathlib import Path; from knowledge import read_folder;"
        "read_folder(Path(sys.argv[1]), home=Path(sys.argv[2]))"
    )
    for pause in (0.7, 1.1):
        run = subprocess.Popen(  # noqa: S603 - our own module, by our own Python
            [sys.executable, "-c", script, str(folder), str(home)], cwd=ROOT
        )
        time.sleep(pause)
        run.send_signal(signal.SIGKILL)
        run.wait()

    assert read_folder(folder, home=home) == read_folder(folder)
    assert len(read_folder(folder, home=home).pages) == 300


TOGETHER = """
import asyncio, sys
from datetime import date
from pathlib import Path
from knowledge import Handbook
from tests.knowledge.index.test_incremental import Hashing

async def main():
    handbook = Handbook(
        Path(sys.argv[1]),
        home=Path(sys.argv[2]),
        embedder=Hashing(),
        today=lambda: date(2026, 3, 2),
    )
    await handbook.refresh()
    print(len(handbook.versions("page-0002")), handbook.status.passages, handbook.status.mode)
    await handbook.close()

asyncio.run(main())
"""


def test_processes_that_make_the_index_of_one_folder_do_not_disturb_each_other(
    tmp_path: Path,
) -> None:
    """Each ends with the whole of it; every page's text is noted once, nothing is left over."""
    folder, home = tmp_path / "handbook", tmp_path / "home"
    many(folder, 40)
    command = [sys.executable, "-c", TOGETHER, str(folder), str(home)]
    running = [
        subprocess.Popen(  # noqa: S603 - our own program
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
        )
        for _ in range(3)
    ]
    ended = [(*each.communicate(timeout=120), each.returncode) for each in running]

    assert [code for _, _, code in ended] == [0, 0, 0], ended
    said = {out.splitlines()[-1] for out, _, _ in ended}
    assert len(said) == 1
    assert said.pop().startswith("1 ")
    assert list(home.rglob("*.part")) == []
