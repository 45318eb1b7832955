"""Persistent storage of a handbook's index: built once, reopened, switched when complete."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from knowledge.errors import EmbedderUnavailableError, VectorsUnavailableError
from knowledge.index import atomic_files
from knowledge.index.asks import ASKS, NO_ASKS, AskIndex
from knowledge.index.calibration import UNCALIBRATED, Calibration, Weights
from knowledge.index.corpus import Corpus, corpus_version
from knowledge.index.corpus_file import read_corpus, write_corpus
from knowledge.index.dense import DenseIndex, texts_of, version_of
from knowledge.index.embedding_cache import EmbeddingCache
from knowledge.index.free_memory import release_memory
from knowledge.index.lexical import Mask
from knowledge.index.passages import Passage
from knowledge.models.embedder import Embedder, QueryEmbedder, Vector
from knowledge.pages import Page

if TYPE_CHECKING:  # nobody who starts the program waits for Chroma
    from knowledge.index.chroma import ChromaVectors

log = structlog.get_logger()

MAX_SCANNED_PASSAGES = 200_000
"""Up to this size going through the signs of all vectors takes less time and memory than Chroma."""

_PICKLED = "library.pickle"
"""What earlier versions stored; it is never read, and removed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The files of pages and of their notes that differ from those of the last complete index."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


class IndexStore:
    """The index of one handbook's folder, under *home*. Its methods block: call them in threads."""

    def __init__(
        self, home: Path, folder: Path, *, embedder: Embedder | None, chroma_url: str | None
    ) -> None:
        name = sha256(str(folder.resolve()).encode()).hexdigest()[:12]
        self._place = home / "knowledge" / name
        self._chroma = home / "knowledge" / "chroma"
        self._prefix = f"guildmate-{name}-"
        self._cache = EmbeddingCache(home / "knowledge" / "embeddings.sqlite3")
        self._embedder = embedder
        self._chroma_url = chroma_url
        self._vectors: ChromaVectors | None = None
        self._asks = NO_ASKS

    @property
    def asks(self) -> AskIndex:
        """The asks of the pages read last, with what vectors there are of them."""
        return self._asks

    def corpus(
        self, pages: Sequence[Page], marks: Mapping[str, str], *, before: Corpus | None
    ) -> Corpus:
        """Return the corpus of these *pages*: the stored one if it is of them, else a new one.

        Passages of pages that are the same in the corpus *before* are reused.
        """
        self._asks = self._with_vectors(AskIndex.build(pages))
        version = corpus_version(marks.values())
        file = self._place / "corpus.npz"
        if stored := read_corpus(file, version, pages):
            return stored
        corpus = Corpus.build(pages, before=before)
        write_corpus(file, version, corpus)
        file.with_name(_PICKLED).unlink(missing_ok=True)
        return corpus

    def open_latest(self) -> DenseIndex | None:
        """Open the last complete dense index, whatever the pages say by now."""
        if self._embedder is None:
            return None
        for folder in sorted(self._versions(), key=lambda each: -each.stat().st_mtime):
            if dense := self._opened(folder):
                return dense
        return None

    def make(
        self,
        found: Sequence[Passage],
        *,
        on_progress: Callable[[int, int], None],
        is_stopped: Callable[[], bool],
    ) -> tuple[DenseIndex | None, int]:
        """Build the dense index of these passages; also return how many texts were embedded.

        The index is None if the work was stopped before its end, or without an embedder.
        """
        embedder = self._embedder
        if embedder is None:
            return None, 0
        version = version_of(embedder, found)
        folder = self._place / version
        embedded, dense = 0, self._opened(folder)
        if dense is not None and not all(map(dense.has, found)):
            self._damaged(folder, "sentences")
            dense = None
        if dense is None:
            embedded = self._cache.embed(
                embedder, texts_of(found), on_progress=on_progress, is_stopped=is_stopped
            )
            if is_stopped():
                return None, embedded
            dense = DenseIndex.build(folder, found, cache=self._cache, embedder=embedder)
            (folder / self._stamp).touch()
        self._store(dense, found)
        embedded += self._embed_asks(embedder, on_progress, is_stopped)
        return dense, embedded

    def _embed_asks(
        self,
        embedder: Embedder,
        on_progress: Callable[[int, int], None],
        is_stopped: Callable[[], bool],
    ) -> int:
        """Embed the asks that have no vector yet, and return how many there were."""
        asks = self._asks
        if not asks.texts:
            return 0
        embedded = self._cache.embed(
            QueryEmbedder(embedder, purpose=ASKS),
            asks.texts,
            on_progress=on_progress,
            is_stopped=is_stopped,
        )
        self._asks = self._with_vectors(asks)
        return embedded

    def _with_vectors(self, asks: AskIndex) -> AskIndex:
        if self._embedder is None or not asks.texts:
            return asks
        embedder = QueryEmbedder(self._embedder, purpose=ASKS)
        return replace(asks, vectors=self._cache.find(embedder, asks.texts))

    def build_dense(self, found: Sequence[Passage]) -> DenseIndex | None:
        """Build the dense index of passages in force on another day, in memory only."""
        if self._embedder is None or not found:
            return None
        try:
            self._cache.embed(self._embedder, texts_of(found))
        except EmbedderUnavailableError as error:
            log.warning("handbook.embedder_unavailable", reason=error.reason)
            return None
        return DenseIndex.build_in_memory(found, cache=self._cache, embedder=self._embedder)

    def switch(
        self, dense: DenseIndex | None, pages: Iterable[Page], marks: Mapping[str, str]
    ) -> None:
        """Record the pages of the complete index, and delete every other version."""
        now = _record(pages, marks)
        atomic_files.write(self._record, lambda opened: opened.write(json.dumps(now).encode()))
        for folder in self._versions():
            if dense is not None and folder.name != dense.version:
                self._drop(folder)
        release_memory()

    def changes(self, pages: Iterable[Page], marks: Mapping[str, str]) -> Changes:
        """Compare *pages* with those of the last complete index."""
        try:
            before = json.loads(self._record.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            before = {}
        now = _record(pages, marks)
        return Changes(
            added=tuple(file for file in now if file not in before),
            changed=tuple(file for file in now if before.get(file, now[file]) != now[file]),
            removed=tuple(file for file in before if file not in now),
        )

    def calibration(self) -> Calibration:
        """Read the calibration of this handbook and embedder, if there is one."""
        try:
            kept = json.loads(self._calibration.read_text(encoding="utf-8"))
            return Calibration(
                {
                    str(pair): Weights(**{sign: float(weight) for sign, weight in each.items()})
                    for pair, each in kept.items()
                }
            )
        except (OSError, ValueError, AttributeError, TypeError):
            return UNCALIBRATED

    def calibrate(self, calibration: Calibration) -> None:
        """Store the *calibration* of this handbook and embedder."""
        kept = {pair: asdict(weights) for pair, weights in calibration.weights.items()}
        atomic_files.write(
            self._calibration, lambda opened: opened.write(json.dumps(kept).encode())
        )

    def nearest(
        self, dense: DenseIndex, vector: Vector, most: int, *, corpus: Corpus, seen: Mask
    ) -> list[str]:
        """Return the ids of the *most* passages of *corpus* nearest to *vector*, of those *seen*.

        Chroma is asked where it is in use, unless it is unavailable or does not have the index.
        """
        if self._vectors is not None and dense.version:
            try:
                name, hidden = self._prefix + dense.version, corpus.hidden_pages(seen)
                return self._vectors.nearest(name, vector, most, hidden=hidden)
            except VectorsUnavailableError as error:
                log.warning("handbook.vectors_unavailable", reason=error.reason)
        return dense.nearest(vector, most, corpus, seen)

    def close(self) -> None:
        """Close the vector store."""
        if self._vectors is not None:
            self._vectors.close()
            self._vectors = None

    def _opened(self, folder: Path) -> DenseIndex | None:
        """Open a complete index; a damaged one is deleted, to be built again."""
        if not (folder / self._stamp).exists():
            return None
        try:
            return DenseIndex.open(folder)
        except (OSError, ValueError, KeyError, EOFError) as error:
            self._damaged(folder, type(error).__name__)
            return None

    def _damaged(self, folder: Path, error: str) -> None:
        log.warning("handbook.index_damaged", error=error)
        shutil.rmtree(folder, ignore_errors=True)

    def _store(self, dense: DenseIndex, found: Sequence[Passage]) -> None:
        """Ensure that Chroma has a very large index, and a Chroma server each.

        If it is unavailable, vectors are searched here. A server is not asked about what is small
        and was stored in an earlier run: asking takes longer than looking.
        """
        is_small = len(found) <= MAX_SCANNED_PASSAGES
        stored = self._place / dense.version / self._stored
        is_stored = self._vectors is None and stored.exists()
        if is_small and (self._chroma_url is None or is_stored):
            return
        from knowledge.index.chroma import ChromaVectors  # noqa: PLC0415 - it brings Chroma, which is slow

        name = self._prefix + dense.version
        try:
            if self._vectors is None:
                self._vectors = ChromaVectors.at(self._chroma, self._chroma_url)
            if not self._vectors.has(name, len(found)):
                ids, pages = [each.id for each in found], [each.page for each in found]
                self._vectors.fill(name, ids, pages, dense.passages.floats)
            stored.touch()
        except VectorsUnavailableError as error:
            log.warning("handbook.vectors_unavailable", reason=error.reason)

    def _drop(self, folder: Path) -> None:
        try:
            if self._vectors is not None:
                self._vectors.drop(self._prefix + folder.name)
            shutil.rmtree(folder, ignore_errors=True)
        except VectorsUnavailableError as error:  # its folder stays, so the next switch drops it
            log.warning("handbook.vectors_unavailable", reason=error.reason)

    @property
    def _record(self) -> Path:
        return self._place / "pages.json"

    @property
    def _calibration(self) -> Path:
        return self._place / self._stamp.replace("complete", "calibration")

    @property
    def _stored(self) -> str:
        """The name of the file that marks an index as stored in this Chroma."""
        return f"stored-{sha256((self._chroma_url or '').encode()).hexdigest()[:12]}"

    @property
    def _stamp(self) -> str:
        """The name of the file that marks a complete index of this embedder."""
        embedder = self._embedder.id if self._embedder else ""
        return f"complete-{sha256(embedder.encode()).hexdigest()[:12]}"

    def _versions(self) -> list[Path]:
        if not self._place.is_dir():
            return []
        folders = (each for each in self._place.iterdir() if each.is_dir())
        now = self._record.stat().st_mtime if self._record.exists() else 0.0
        return [each for each in folders if not atomic_files.is_unfinished(each, since=now)]


def _record(pages: Iterable[Page], marks: Mapping[str, str]) -> dict[str, str]:
    """Return the mark of every file that an index is made from."""
    record: dict[str, str] = {}
    for page in pages:
        record[page.file] = marks[page.id]
        if page.notes.file:
            record[page.notes.file] = sha256(repr(page.notes).encode()).hexdigest()[:24]
    return record
