"""Opens SQLite files under the home: caches and versions of pages."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def open_table(file: Path, table: str) -> Iterator[sqlite3.Connection]:
    """Open *file*; *table* is the CREATE TABLE IF NOT EXISTS statement to run first."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=30)) as store:
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("PRAGMA synchronous = NORMAL")
        store.execute(table)
        yield store
