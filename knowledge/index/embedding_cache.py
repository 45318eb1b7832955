"""A persistent cache of embeddings by content hash, so that no text is embedded twice."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np
import structlog

from knowledge.index.shipped_vectors import find_shipped
from knowledge.index.sqlite import open_table
from knowledge.models.embedder import Embedder, Vector
from knowledge.models.questions_first import step_back
from knowledge.text.sentences import count_words

BATCH_SIZE = 16
"""Texts embedded and stored together; a kill loses at most this many per thread."""

log = structlog.get_logger()

_MAX_QUERY_KEYS = 500
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PRIMARY_CODE_MASK = 0xFF
_TABLE = (
    "CREATE TABLE IF NOT EXISTS vectors (embedder TEXT NOT NULL, content BLOB NOT NULL,"
    " vector BLOB NOT NULL, PRIMARY KEY (embedder, content)) WITHOUT ROWID"
)


class EmbeddingCache:
    """Vectors by embedder id and content hash, in SQLite, as float16.

    A damaged file is renamed, and its vectors are computed again.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def embed(
        self,
        embedder: Embedder,
        texts: Iterable[str],
        *,
        on_progress: Callable[[int, int], None] = lambda _done, _total: None,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> int:
        """Compute and store the missing vectors, and return how many there were.

        Each batch is stored as soon as it is done. Texts are sorted by length, longest first, so
        that batches are even. *on_progress* gets (done, total), cached texts included.
        """
        wanted = {content_key(text): text for text in texts}
        try:
            return self._embed(embedder, wanted, on_progress, is_stopped)
        except sqlite3.DatabaseError as error:
            self._put_aside(error)
            return self._embed(embedder, wanted, on_progress, is_stopped)

    def vectors(self, embedder: Embedder, texts: Sequence[str]) -> Vector:
        """Return the vectors of *texts*, all of which are cached, shape (texts, dimensions)."""
        keys = [content_key(text) for text in texts]
        try:
            known = self._stored(embedder, keys)
        except sqlite3.DatabaseError as error:
            self._put_aside(error)
            self.embed(embedder, texts)
            known = self._stored(embedder, keys)
        if not keys:
            return np.empty((0, 0), np.float32)
        rows = np.frombuffer(b"".join([known[key] for key in keys]), np.float16)
        return rows.reshape(len(keys), -1).astype(np.float32)

    def find(self, embedder: Embedder, texts: Sequence[str]) -> Vector | None:
        """Return the vectors of *texts* that are cached or shipped, NaN for the others.

        None if there is not one.
        """
        keys = [content_key(text) for text in texts]
        try:
            stored = self._stored(embedder, keys)
        except sqlite3.DatabaseError as error:
            self._put_aside(error)
            stored = {}
        known: dict[bytes, Vector] = {
            key: np.frombuffer(row, np.float16).astype(np.float32) for key, row in stored.items()
        }
        known |= find_shipped(embedder.id, [key for key in keys if key not in known])
        if not known:
            return None
        missing = np.full(embedder.dimensions, np.nan, np.float32)
        return np.stack([known.get(key, missing) for key in keys]).astype(np.float32)

    def _embed(
        self,
        embedder: Embedder,
        wanted: Mapping[bytes, str],
        on_progress: Callable[[int, int], None],
        is_stopped: Callable[[], bool],
    ) -> int:
        with open_table(self._file, _TABLE) as store:
            known = _stored_keys(store, embedder, wanted)
            known |= _take_shipped(store, embedder, wanted.keys() - known)
            missing = sorted(
                (text for key, text in wanted.items() if key not in known),
                key=count_words,
                reverse=True,
            )
            done = len(wanted) - len(missing)
            on_progress(done, len(wanted))
            for batch, vectors in _embed_batches(embedder, missing, is_stopped):
                _insert(store, embedder, zip(map(content_key, batch), vectors, strict=True))
                done += len(batch)
                on_progress(done, len(wanted))
        return len(missing)

    def _stored(self, embedder: Embedder, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the stored vectors by key, as the bytes of float16."""
        with open_table(self._file, _TABLE) as store:
            return dict(_rows(store, embedder, list(set(keys)), "vector"))

    def _put_aside(self, error: sqlite3.DatabaseError) -> None:
        """Rename a damaged file, unless another process did; raise any other *error*."""
        if getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE_MASK not in _DAMAGED:
            raise error
        log.warning("handbook.embeddings_damaged", reason=str(error))
        if not _is_intact(self._file):
            self._file.replace(self._file.with_name(f"{self._file.name}.damaged"))
            for ending in ("-wal", "-shm"):
                self._file.with_name(f"{self._file.name}{ending}").unlink(missing_ok=True)


def _is_intact(file: Path) -> bool:
    try:
        with open_table(file, _TABLE) as store:
            return bool(store.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def content_key(text: str) -> bytes:
    """Return the key of a text: 16 bytes of its SHA-256."""
    return sha256(text.encode("utf-8", "replace")).digest()[:16]


def _embed_batches(
    embedder: Embedder, texts: list[str], is_stopped: Callable[[], bool]
) -> Iterator[tuple[list[str], Vector]]:
    """Embed *texts* in concurrent batches, and yield each batch when it is done."""
    batches = [texts[start : start + BATCH_SIZE] for start in range(0, len(texts), BATCH_SIZE)]
    left = iter(batches)
    with ThreadPoolExecutor(embedder.threads, "embedding", step_back) as pool:
        running = {
            pool.submit(embedder.passages, batch): batch for batch in islice(left, embedder.threads)
        }
        while running:
            for ready in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(ready), ready.result()
                if not is_stopped() and (batch := next(left, None)):
                    running[pool.submit(embedder.passages, batch)] = batch


def _stored_keys(
    store: sqlite3.Connection, embedder: Embedder, keys: Iterable[bytes]
) -> frozenset[bytes]:
    return frozenset(key for key, _ in _rows(store, embedder, list(keys), "x''"))


def _rows(
    store: sqlite3.Connection, embedder: Embedder, keys: list[bytes], column: str
) -> Iterator[tuple[bytes, bytes]]:
    for start in range(0, len(keys), _MAX_QUERY_KEYS):
        some = keys[start : start + _MAX_QUERY_KEYS]
        marks = ", ".join("?" * len(some))
        yield from store.execute(
            f"SELECT content, {column} FROM vectors"  # noqa: S608 - a column of ours and marks
            f" WHERE embedder = ? AND content IN ({marks})",
            (embedder.id, *some),
        )


def _take_shipped(
    store: sqlite3.Connection, embedder: Embedder, keys: Iterable[bytes]
) -> frozenset[bytes]:
    """Store the vectors that come with the program, and return the keys that have one."""
    found = find_shipped(embedder.id, list(keys))
    _insert(store, embedder, found.items())
    return frozenset(found)


def _insert(
    store: sqlite3.Connection, embedder: Embedder, rows: Iterable[tuple[bytes, Vector]]
) -> None:
    with store:
        store.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
            [(embedder.id, key, vector.astype(np.float16).tobytes()) for key, vector in rows],
        )
