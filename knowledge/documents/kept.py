"""What files gave when they were read before: an unchanged file is not read again."""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import structlog

from knowledge import pages
from knowledge.documents.document import Skipped
from knowledge.index.sqlite import opened
from knowledge.pages import Page

log = structlog.get_logger()

Result = Page | Skipped
"""A page, or why there is none."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS pages (place TEXT NOT NULL, file TEXT NOT NULL,"
    " stamp TEXT NOT NULL, result BLOB NOT NULL, PRIMARY KEY (place, file)) WITHOUT ROWID"
)
_LIBRARIES = ("pypdfium2", "python-docx", "python-pptx", "openpyxl", "lxml", "markdown-it-py")


class ParsedPageCache:
    """The results for one folder, in a file that outlives the process.

    A file that cannot be read or written costs time and nothing else.
    """

    def __init__(self, file: Path, folder: Path) -> None:
        self._file = file
        self._place = str(folder.resolve())

    def results(self) -> dict[tuple[str, str], Result]:
        """Give every result by its file and stamp."""
        results: dict[tuple[str, str], Result] = {}
        with _at_leisure(), opened(self._file, _TABLE) as store:
            for file, stamp, result in self._rows(store):
                stamped, _, mark = stamp.rpartition(" ")
                if mark == mark_of_readers():
                    results[file, stamped] = pickle.loads(result)  # noqa: S301 - written below
        return results

    def keep(self, results: Iterable[tuple[str, str, Result]]) -> None:
        """Note what files gave, as (file, stamp, result)."""
        mark = mark_of_readers()
        rows = [
            (self._place, file, f"{stamp} {mark}", pickle.dumps(result))
            for file, stamp, result in results
        ]
        with _at_leisure(), opened(self._file, _TABLE) as store, store:
            store.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", rows)

    def forget(self, files: Iterable[str]) -> None:
        """Drop what is kept of *files* that are gone."""
        with _at_leisure(), opened(self._file, _TABLE) as store, store:
            rows = [(self._place, file) for file in files]
            store.executemany("DELETE FROM pages WHERE place = ? AND file = ?", rows)

    def _rows(self, store: sqlite3.Connection) -> Iterable[tuple[str, str, bytes]]:
        asked = "SELECT file, stamp, result FROM pages WHERE place = ?"
        return store.execute(asked, (self._place,)).fetchall()


@contextmanager
def _at_leisure() -> Iterator[None]:
    """Go on without what is kept, where it cannot be had."""
    try:
        yield
    except (OSError, ValueError, sqlite3.Error, pickle.UnpicklingError) as error:
        log.warning("handbook.kept_pages_unavailable", reason=type(error).__name__)


@cache
def mark_of_readers() -> str:
    """Make a short text that changes whenever files might be read differently."""
    mark = sha256()
    for source in (Path(pages.__file__), *sorted(Path(__file__).parent.glob("*.py"))):
        mark.update(source.read_bytes())
    for library in _LIBRARIES:
        try:
            mark.update(version(library).encode())
        except PackageNotFoundError:
            continue
    return mark.hexdigest()[:16]
