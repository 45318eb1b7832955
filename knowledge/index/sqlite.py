"""A SQLite file under the home: what was made once and is costly to make again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def opened(file: Path, table: str) -> Iterator[sqlite3.Connection]:
    """Open *file* with a *table* in it, made by the statement given where it is missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=30)) as store:
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("PRAGMA synchronous = NORMAL")
        store.execute(table)
        yield store
