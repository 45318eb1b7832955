"""What reading a file of each kind costs, beside taking the file apart by a library alone.

The files are made here. Memory is the peak of a child process that reads one file, less what it
holds once the reader has read a small file of the kind.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from zipfile import ZipFile

import pypdfium2
from lxml import etree, html
from markdown_it import MarkdownIt

from knowledge.documents.document import Document, UnreadableError
from knowledge.documents.file_types import KINDS
from knowledge.documents.worker_pool import READERS
from tests.bench.long_documents import MAKERS, make_csv, make_xlsx

ROUNDS = 7
CLAUSES = 60
SHORT_ROWS, LONG_ROWS = 6_000, 60_000

Reader = Callable[[bytes, str], Document]


def main() -> None:
    """Print speed and peak memory of each kind, and how the time of a table grows with its rows."""
    with TemporaryDirectory() as home:
        for suffix, make in MAKERS.items():
            small, large = Path(home) / f"small{suffix}", Path(home) / f"large{suffix}"
            small.write_bytes(make(1))
            large.write_bytes(make(CLAUSES))
            alone, taken = _seconds(suffix, large.read_bytes())
            _print(f"{suffix}: files a second of CPU", 1 / taken)
            _print(f"{suffix}: reading / taking it apart alone", taken / alone)
            _print(f"{suffix}: peak megabytes", _peak(small, large))
    _print_growth(".csv", make_csv)
    _print_growth(".xlsx", make_xlsx)


def _print_growth(suffix: str, make: Callable[[int], bytes]) -> None:
    """Print the time of a row in a long table over that in a short one; 1 is proportional."""
    reader = _reader(suffix)
    seconds: list[float] = []
    for rows in (SHORT_ROWS, LONG_ROWS):
        content = make(rows)
        started = process_time()
        try:
            reader(content, f"a{suffix}")
        except UnreadableError as error:
            print(f"readers: {suffix}: {rows:,} rows: {error}")  # noqa: T201 - its purpose
            return
        seconds.append((process_time() - started) / rows)
    _print(f"{suffix}: a row of {LONG_ROWS:,} / of {SHORT_ROWS:,}", seconds[1] / seconds[0])


def _print(name: str, figure: float) -> None:
    print(f"readers: {name:44} {figure:8.2f}")  # noqa: T201 - printing is its purpose


def _reader(suffix: str) -> Reader:
    """Import the parser of the files with a *suffix*."""
    module, _, function = READERS[KINDS[suffix]].partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader


def _seconds(suffix: str, content: bytes) -> tuple[float, float]:
    """Return the least CPU seconds of taking a file apart by a library alone, and of reading it.

    A busy machine adds to the time of each round, and to CPU time far less than to wall time.
    """
    reader = _reader(suffix)
    alone: list[float] = []
    taken: list[float] = []
    for _ in range(ROUNDS):
        started = process_time()
        _take_apart(suffix, content)
        between = process_time()
        reader(content, f"a{suffix}")
        alone.append(between - started)
        taken.append(process_time() - between)
    return min(alone), min(taken)


def _take_apart(suffix: str, content: bytes) -> None:
    """Parse a file by the library for its kind, and do nothing with what comes of it."""
    match suffix:
        case ".pdf":
            with pypdfium2.PdfDocument(content) as document:
                for page in document:
                    page.get_textpage().get_text_bounded()
        case ".html":
            html.document_fromstring(content)
        case ".md":
            MarkdownIt("commonmark").parse(content.decode())
        case ".txt" | ".csv":
            StringIO(content.decode()).read().split()
        case _:
            with ZipFile(BytesIO(content)) as packed:
                for name in packed.namelist():
                    if name.endswith(".xml"):
                        etree.fromstring(packed.read(name))


def _peak(small: Path, large: Path) -> float:
    """Return the megabytes that reading a *large* file takes beyond reading a *small* one."""
    command = [sys.executable, "-m", "tests.bench.bench_readers", str(small), str(large)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    before, after = json.loads(run.stdout)
    return float(after - before) / 1024


def _print_peaks(small: Path, large: Path) -> None:
    """Print the peak kilobytes of this process after it read each of the files."""
    reader = _reader(small.suffix)
    peaks: list[int] = []
    for file in (small, large):
        reader(file.read_bytes(), file.name)
        status = Path("/proc/self/status").read_text(encoding="ascii")
        peaks.append(int(status.partition("VmHWM:")[2].split()[0]))
    print(json.dumps(peaks))  # noqa: T201 - the process that asks reads it


if __name__ == "__main__":
    if sys.argv[1:]:
        _print_peaks(*map(Path, sys.argv[1:]))
    else:
        main()
