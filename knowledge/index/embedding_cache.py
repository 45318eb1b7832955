"""Vectors that were made before: no text is embedded twice, whatever happens in between."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np
import structlog

from knowledge.index.sqlite import opened
from knowledge.models.embedder import Embedder, Vector
from knowledge.text.sentences import count_words

BATCH = 16
"""Texts embedded and kept together; a kill loses at most this many for each thread."""

log = structlog.get_logger()

_ASKED_AT_ONCE = 500
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_KIND = 0xFF
_TABLE = (
    "CREATE TABLE IF NOT EXISTS vectors (embedder TEXT NOT NULL, content BLOB NOT NULL,"
    " vector BLOB NOT NULL, PRIMARY KEY (embedder, content)) WITHOUT ROWID"
)


class EmbeddingCache:
    """Vectors by embedder and content, in a file that outlives the process.

    A damaged file is put aside, and what was in it is made again.
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
        """Make the vectors that are missing, and tell how many that were.

        Each batch is kept as soon as it is made. Long texts come first, and a batch holds texts
        of one length. *on_progress* hears of all texts, those that were here already as well.
        """
        wanted = {_key(text): text for text in texts}
        try:
            return self._embed(embedder, wanted, on_progress, is_stopped)
        except sqlite3.DatabaseError as error:
            self._put_aside(error)
            return self._embed(embedder, wanted, on_progress, is_stopped)

    def vectors(self, embedder: Embedder, texts: Sequence[str]) -> Vector:
        """Give the vectors of *texts*, all of which were embedded before, in their order."""
        keys = [_key(text) for text in texts]
        try:
            known = self._vectors(embedder, keys)
        except sqlite3.DatabaseError as error:
            self._put_aside(error)
            self.embed(embedder, texts)
            known = self._vectors(embedder, keys)
        rows = [known[key] for key in keys]
        return np.stack(rows).astype(np.float32) if rows else np.empty((0, 0), np.float32)

    def _embed(
        self,
        embedder: Embedder,
        wanted: Mapping[bytes, str],
        on_progress: Callable[[int, int], None],
        is_stopped: Callable[[], bool],
    ) -> int:
        with opened(self._file, _TABLE) as store:
            known = _known(store, embedder, wanted)
            missing = sorted(
                (text for key, text in wanted.items() if key not in known),
                key=count_words,
                reverse=True,
            )
            done = len(wanted) - len(missing)
            on_progress(done, len(wanted))
            for batch, vectors in _embedded(embedder, missing, is_stopped):
                _keep(store, embedder, batch, vectors)
                done += len(batch)
                on_progress(done, len(wanted))
        return len(missing)

    def _vectors(self, embedder: Embedder, keys: Sequence[bytes]) -> dict[bytes, Vector]:
        with opened(self._file, _TABLE) as store:
            found = _rows(store, embedder, list(set(keys)), "vector")
            return {key: np.frombuffer(blob, np.float16).astype(np.float32) for key, blob in found}

    def _put_aside(self, error: sqlite3.DatabaseError) -> None:
        """Move a damaged file away, unless another process did; raise any other *error*."""
        if getattr(error, "sqlite_errorcode", 0) & _KIND not in _DAMAGED:
            raise error
        log.warning("handbook.embeddings_damaged", reason=str(error))
        if not _is_sound(self._file):
            self._file.replace(self._file.with_name(f"{self._file.name}.damaged"))
            for ending in ("-wal", "-shm"):
                self._file.with_name(f"{self._file.name}{ending}").unlink(missing_ok=True)


def _is_sound(file: Path) -> bool:
    try:
        with opened(file, _TABLE) as store:
            return bool(store.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _key(text: str) -> bytes:
    return sha256(text.encode("utf-8", "replace")).digest()[:16]


def _embedded(
    embedder: Embedder, texts: list[str], is_stopped: Callable[[], bool]
) -> Iterator[tuple[list[str], Vector]]:
    """Embed *texts* batch by batch, several at once, and give each batch when it is ready."""
    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    left = iter(batches)
    with ThreadPoolExecutor(embedder.threads, thread_name_prefix="embedding") as pool:
        running = {
            pool.submit(embedder.passages, batch): batch for batch in islice(left, embedder.threads)
        }
        while running:
            for ready in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(ready), ready.result()
                if not is_stopped() and (batch := next(left, None)):
                    running[pool.submit(embedder.passages, batch)] = batch


def _known(
    store: sqlite3.Connection, embedder: Embedder, keys: Iterable[bytes]
) -> frozenset[bytes]:
    return frozenset(key for key, _ in _rows(store, embedder, list(keys), "x''"))


def _rows(
    store: sqlite3.Connection, embedder: Embedder, keys: list[bytes], column: str
) -> Iterator[tuple[bytes, bytes]]:
    for start in range(0, len(keys), _ASKED_AT_ONCE):
        some = keys[start : start + _ASKED_AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from store.execute(
            f"SELECT content, {column} FROM vectors"  # noqa: S608 - a column of ours and marks
            f" WHERE embedder = ? AND content IN ({marks})",
            (embedder.id, *some),
        )


def _keep(store: sqlite3.Connection, embedder: Embedder, texts: list[str], vectors: Vector) -> None:
    rows = zip(texts, vectors.astype(np.float16), strict=True)
    with store:
        store.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
            [(embedder.id, _key(text), vector.tobytes()) for text, vector in rows],
        )
