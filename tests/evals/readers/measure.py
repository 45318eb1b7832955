"""Reads every file of a folder by our readers and by the other ones, within a time limit."""

import logging
import signal
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from types import FrameType

from knowledge import Limits, Page
from knowledge.documents.document import Skipped
from knowledge.documents.file_types import kind_of, suffix_of
from knowledge.documents.folder_reader import read_page
from knowledge.documents.source_files import DocumentSource, list_sources
from knowledge.documents.worker_pool import READERS, WorkerPool
from knowledge.text.sentences import render, sentences
from tests.evals.readers import office_readers, plain_readers
from tests.evals.readers.measures import Comparison, Text, agreed_text, compare, missing_words

TIMEOUT_S = 60
"""How long one reader may take for one file."""

MISSING_RUNS = 8
"""How many runs of missing words are kept of a file."""

Reader = Callable[[bytes], Text]

OTHERS: Mapping[str, Mapping[str, Reader]] = {
    "pdf": {
        "pdfplumber": plain_readers.read_by_pdfplumber,
        "pypdf": plain_readers.read_by_pypdf,
    },
    "html": {
        "trafilatura": plain_readers.read_by_trafilatura,
        "inscriptis": plain_readers.read_by_inscriptis,
    },
    "docx": {"its XML": office_readers.read_word_xml},
    "xlsx": {"its cells": office_readers.read_cells},
    "pptx": {"its XML": office_readers.read_slides},
    "markdown": {"as typed": plain_readers.read_markdown},
    "text": {"as typed": plain_readers.read_text},
    "csv": {"its cells": plain_readers.read_csv},
}
"""By kind, the readers that ours is held against, the one that tells tables first."""


BOTH = "both"
"""Stands for the words that two other readers agree on: what is noise in one is not among them."""


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one file: the reason why it was skipped, else how ours compares with others.

    *seconds* is what ours took, *omissions* is what it says that it left out, and *failed* names
    readers that could not read the file. Of a file that ours skips, *found* counts the words that
    others find.
    """

    corpus: str
    file: str
    kind: str
    reason: str = ""
    seconds: float = 0.0
    against: dict[str, Comparison] = field(default_factory=dict)
    missing: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    found: int = 0
    omissions: tuple[str, ...] = ()


def measure_folder(folder: Path, only: frozenset[str] = frozenset()) -> Iterator[Row]:
    """Yield a row for each file in *folder*, of the kinds *only* if any are named."""
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    with WorkerPool(READERS, Limits(seconds=TIMEOUT_S)) as workers:
        for source in list_sources(folder):
            kind = _kind(source)
            if not only or kind in only:
                yield _measure(folder.name, source, kind, workers)


def _kind(source: DocumentSource) -> str:
    """Return the kind of a file, of one that is not read its suffix."""
    try:
        return kind_of(source.file, source.content())
    except Exception:  # noqa: BLE001 - whatever is wrong with it, its row says so
        return suffix_of(source.file).removeprefix(".") or "none"


def _measure(corpus: str, source: DocumentSource, kind: str, workers: WorkerPool) -> Row:
    started = perf_counter()
    result = read_page(source, (), workers)
    seconds = perf_counter() - started
    read, failed = _read_by_others(kind, source)
    if isinstance(result, Skipped):
        found = max((len(each.text.split()) for each in read.values()), default=0)
        return Row(corpus, source.file, kind, result.reason, seconds, failed=failed, found=found)
    ours = _text(result, kind)
    return Row(
        corpus,
        source.file,
        kind,
        seconds=seconds,
        against={name: compare(ours, each) for name, each in read.items()},
        missing={name: missing_words(ours, each)[:MISSING_RUNS] for name, each in read.items()},
        failed=failed,
        omissions=tuple(each.message for each in result.omissions),
    )


def _read_by_others(kind: str, source: DocumentSource) -> tuple[dict[str, Text], dict[str, str]]:
    """Return the text by each other reader of a *kind*, and the errors of those that failed."""
    read: dict[str, Text] = {}
    failed: dict[str, str] = {}
    for name, reader in OTHERS.get(kind, {}).items():
        try:
            read[name] = _within_time(reader, source.content())
        except Exception as error:  # noqa: BLE001 - other readers fail in their own ways
            failed[name] = type(error).__name__
    if len(read) > 1:
        read[BOTH] = agreed_text(*read.values())
    return read, failed


def _text(page: Page, kind: str) -> Text:
    """Return what our readers made of a file; of Markdown, what can be quoted of it."""
    parts = [page.title]
    items = tables = 0
    for section in page.sections:
        found = sentences(section.text)
        parts += [section.heading, render(found) if kind == "markdown" else section.text]
        items += sum(1 for each in found if each.kind == "item" and not each.is_continuation)
        tables += len({each.block for each in found if each.kind == "row"})
    return Text("\n".join(parts), items, tables)


def _within_time(reader: Reader, content: bytes) -> Text:
    """Call a *reader*, and raise `TimeoutError` if it takes too long."""
    signal.signal(signal.SIGALRM, _expire)
    signal.alarm(TIMEOUT_S)
    try:
        return reader(content)
    finally:
        signal.alarm(0)


def _expire(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError
