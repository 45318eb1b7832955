"""Whatever the bytes, nothing worse comes of a file than that it is skipped."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge import Limits, Page
from knowledge.documents.document import UnreadableError
from knowledge.documents.file_types import KINDS, kind_of, suffix_of
from knowledge.documents.folder_reader import UNEXPECTED, read_page
from knowledge.documents.markdown_blocks import escape
from knowledge.documents.source_files import DocumentSource, list_sources
from knowledge.documents.worker_pool import READERS, WorkerPool
from knowledge.index.passages import passages
from knowledge.text.sentences import sentences
from tests.fixtures import documents as make
from tests.fixtures import rich_documents as rich

FEW = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
REAL = {
    "a.pdf": make.a_pdf([[("heading", "Hotels"), ("text", make.HOTELS)], [("text", make.FLIGHTS)]]),
    "a.docx": make.a_docx(),
    "a.pptx": make.a_pptx(),
    "a.xlsx": make.an_xlsx(),
    "a.html": make.HTML.encode(),
    "a.csv": b'City,Most\nJakarta,"100"\nSingapore,150\n',
    "a.txt": b"Travel\n======\n\n- first class\n- jets\n",
    "a.md": b"---\ntitle: T\neffective: 2026-01-01\n---\n# T\n\n> - a\n\n|a|b|\n|-|-|\n|1|2",
    "rich.docx": rich.a_rich_docx(),
    "rich.pptx": rich.a_rich_pptx(),
    "rich.xlsx": rich.a_rich_xlsx(),
    "rich.html": rich.HTML.encode(),
    "rich.md": rich.MARKDOWN.encode(),
    "thai.csv": 'ราคาปี 2026\n\nเมือง;"ไม่เกิน; คืน"\nเชียงใหม่;"1,000"\n'.encode(),
    "columns.pdf": make.two_columns([make.HOTELS, "- first class", "- jets"], [make.FLIGHTS] * 3),
    "table.pdf": make.a_table_pdf([["City", "Most"], ["Jakarta", "100"], ["Bali", "90"]]),
}
PACKED = [name for name in REAL if suffix_of(name) in {".docx", ".pptx", ".xlsx"}]
ARCHIVE = make.a_zip({"a.md": b"# A\n\nText.", "b/c.txt": b"Text."})


def without_a_name(archive: bytes) -> bytes:
    """Take the name from the first file of an *archive*'s list: it is a comment."""
    listed = bytearray(archive)
    start = archive.index(b"PK\x01\x02") + 28
    listed[start : start + 6] = b"\0\0\0\0" + listed[start : start + 2]
    return bytes(listed)


@pytest.fixture(scope="module")
def workers() -> Iterator[WorkerPool]:
    """Child processes that may take ten seconds for a file."""
    with WorkerPool(READERS, Limits(seconds=10, megabytes=500)) as workers:
        yield workers


def is_read_or_skipped(name: str, content: bytes, workers: WorkerPool) -> bool:
    """Read a file as a run does: its passages have words, or it is skipped for a reason.

    The reason is one that was foreseen, not the last one that covers everything else.
    """
    result = read_page(DocumentSource(name, "", lambda: content), (), workers)
    if isinstance(result, Page):
        return all(passage.text.strip() for passage in passages(result))
    return len(result.reason) > len("it is") and result.reason != UNEXPECTED


@st.composite
def spoilt(draw: st.DrawFn, content: bytes) -> bytes:
    """Change, cut out, repeat and insert a few bytes."""
    spoiled = bytearray(content)
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, max(0, len(spoiled) - 1)))
        end = min(len(spoiled), start + draw(st.integers(0, 40)))
        match draw(st.sampled_from(["change", "cut", "repeat", "insert", "end"])):
            case "change":
                spoiled[start:end] = draw(st.binary(min_size=end - start, max_size=end - start))
            case "cut":
                del spoiled[start:end]
            case "repeat":
                spoiled[start:end] *= draw(st.integers(2, 50))
            case "insert":
                spoiled[start:start] = draw(st.binary(max_size=20))
            case "end":
                del spoiled[end + 1 :]
    return bytes(spoiled)


@st.composite
def spoilt_inside(draw: st.DrawFn, content: bytes) -> bytes:
    """Spoil one file of those that an Office document is made of, and pack it again."""
    with ZipFile(BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    name = draw(st.sampled_from([each for each in files if each.endswith((".xml", ".rels"))]))
    return make.a_zip({**files, name: draw(spoilt(files[name]))})


def test_a_file_of_every_kind_is_spoilt() -> None:
    """A kind that is new brings its own."""
    assert {KINDS[suffix_of(name)] for name in REAL} == set(KINDS.values())


@pytest.mark.parametrize("name", REAL)
def test_the_file_that_is_spoilt_is_read_when_it_is_whole(name: str, workers: WorkerPool) -> None:
    """Else nothing behind the first check would be tried."""
    assert isinstance(read_page(DocumentSource(name, "", lambda: REAL[name]), (), workers), Page)


@pytest.mark.parametrize("name", PACKED)
@FEW
@given(data=st.data())
def test_a_document_with_a_spoilt_part_is_read_or_skipped(
    name: str, workers: WorkerPool, data: st.DataObject
) -> None:
    """The archive is whole, and what is in it is not."""
    assert is_read_or_skipped(name, data.draw(spoilt_inside(REAL[name])), workers)


@pytest.mark.parametrize("name", REAL)
@FEW
@given(data=st.data())
def test_a_spoilt_file_is_read_or_skipped(
    name: str, workers: WorkerPool, data: st.DataObject
) -> None:
    """Every format, from a real file."""
    assert is_read_or_skipped(name, data.draw(spoilt(REAL[name])), workers)


@pytest.mark.parametrize("suffix", sorted(KINDS))
@settings(FEW, max_examples=25)
@given(content=st.binary(max_size=400))
def test_random_bytes_are_read_or_skipped(suffix: str, workers: WorkerPool, content: bytes) -> None:
    """Under every suffix, with and without the mark that a real file begins with."""
    assert is_read_or_skipped(f"a{suffix}", content, workers)
    assert is_read_or_skipped(f"a{suffix}", REAL.get(f"a{suffix}", b"")[:8] + content, workers)


@settings(FEW, max_examples=300)
@given(text=st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1))
def test_no_character_is_lost_or_taken_for_a_mark(text: str) -> None:
    """A paragraph gives back its words, whichever they are."""
    found = sentences(escape(text))

    assert " ".join(each.text for each in found).split() == text.split()


@settings(FEW, suppress_health_check=list(HealthCheck))
@given(content=spoilt(ARCHIVE))
@example(content=without_a_name(ARCHIVE))
def test_a_spoilt_archive_gives_files_or_reasons(tmp_path: Path, content: bytes) -> None:
    """Its list as well as its members."""
    place = tmp_path / "a.zip"
    place.write_bytes(content)
    for source in list_sources(place):
        with suppress(UnreadableError):
            kind_of(source.file, source.content())
