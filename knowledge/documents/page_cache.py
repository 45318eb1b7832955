"""A cache of parsed files in SQLite: an unchanged file is not parsed again.

Results are JSON, and validated when they are read: whoever can write into the home cannot run code.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import structlog
from pydantic import TypeAdapter

from knowledge import notes, omissions, pages
from knowledge.documents.document import Skipped
from knowledge.index.sqlite import open_table
from knowledge.pages import Page
from knowledge.text.language import LANGUAGES

log = structlog.get_logger()

Result = Page | Skipped
"""A page, or why there is none."""

_RESULT: TypeAdapter[Result] = TypeAdapter(Result)
_TABLE = (
    "CREATE TABLE IF NOT EXISTS pages (place TEXT NOT NULL, file TEXT NOT NULL,"
    " stamp TEXT NOT NULL, result BLOB NOT NULL, PRIMARY KEY (place, file)) WITHOUT ROWID"
)
_LIBRARIES = ("pypdfium2", "lxml", "markdown-it-py", "webencodings")


class ParsedPageCache:
    """The results for one folder, in a file that outlives the process.

    A cache that cannot be read or written costs time and nothing else.
    """

    def __init__(self, file: Path, folder: Path) -> None:
        self._file = file
        self._place = str(folder.resolve())

    def results(self) -> dict[tuple[str, str], Result]:
        """Return every usable result by its file and stamp."""
        results: dict[tuple[str, str], Result] = {}
        with _logged(), open_table(self._file, _TABLE) as store:
            for file, stamp, stored in self._rows(store):
                stamped, _, version_ = str(stamp).rpartition(" ")
                if version_ == parser_version() and (result := _restored(file, stored)):
                    results[file, stamped] = result
        return results

    def put(self, results: Iterable[tuple[str, str, Result]]) -> None:
        """Store what files gave, as (file, stamp, result)."""
        rows = [
            (self._place, file, f"{stamp} {parser_version()}", _stored(result))
            for file, stamp, result in results
        ]
        with _logged(), open_table(self._file, _TABLE) as store, store:
            store.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", rows)

    def delete(self, files: Iterable[str]) -> None:
        """Delete the results of *files* that are gone."""
        with _logged(), open_table(self._file, _TABLE) as store, store:
            rows = [(self._place, file) for file in files]
            store.executemany("DELETE FROM pages WHERE place = ? AND file = ?", rows)

    def _rows(self, store: sqlite3.Connection) -> Iterable[tuple[str, str, bytes]]:
        asked = "SELECT file, stamp, result FROM pages WHERE place = ?"
        return store.execute(asked, (self._place,)).fetchall()


def _stored(result: Result) -> bytes:
    return json.dumps(_RESULT.dump_python(result), default=str).encode()


def _restored(file: str, stored: bytes) -> Result | None:
    """Return a stored result of a *file*; None if it is damaged, or another file's."""
    try:
        result = _RESULT.validate_python(json.loads(stored))
    except (ValueError, TypeError, RecursionError):  # among them a ValidationError
        log.warning("handbook.cached_page_damaged", file=file)
        return None
    return result if result.file == file else None


@contextmanager
def _logged() -> Iterator[None]:
    """Log what the disk or SQLite refuses, and go on without the cache."""
    try:
        yield
    except (OSError, ValueError, sqlite3.Error) as error:
        log.warning("handbook.page_cache_unavailable", reason=type(error).__name__)


@cache
def parser_version() -> str:
    """Return a digest that changes whenever files might be parsed differently."""
    digest = sha256(" ".join(LANGUAGES).encode())
    own = [Path(str(each.__file__)) for each in (pages, notes, omissions)]
    here = sorted(Path(__file__).parent.rglob("*.*"))
    for source in (*own, *(each for each in here if each.suffix in {".py", ".toml"})):
        digest.update(source.read_bytes())
    for library in _LIBRARIES:
        try:
            digest.update(version(library).encode())
        except PackageNotFoundError:
            continue
    return digest.hexdigest()[:16]
