"""The dense index: vectors of passages, sentences and titles, in memory-mapped files."""

import json
import shutil
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knowledge.index import atomic_files
from knowledge.index.embedding_cache import EmbeddingCache
from knowledge.index.passages import Passage
from knowledge.models.embedder import Embedder, Vector

SAMPLE_SIZE = 1000
"""How many passages the baseline similarity of a question is estimated from."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """Cosine similarity of a question to a passage, to its title and to each of its sentences."""

    passage: float
    title: float
    sentences: tuple[float, ...]


@dataclass(frozen=True)
class DenseIndex:
    """One complete version of the dense index; opened arrays are memory-mapped.

    *passages*, *titles* and *sentences* have one unit vector per row, shape (n, dimensions).
    ``sentences[starts[row]:starts[row + 1]]`` belong to the passage of that row, *title_of* is the
    row of its title, and *place* maps passage ids to rows.
    """

    version: str
    place: dict[str, int]
    starts: NDArray[np.int64]
    title_of: NDArray[np.int64]
    passages: NDArray[np.float16]
    titles: NDArray[np.float16]
    sentences: NDArray[np.float16]

    @classmethod
    def build(
        cls,
        folder: Path,
        found: Sequence[Passage],
        *,
        cache: EmbeddingCache,
        embedder: Embedder,
    ) -> Self:
        """Write the index of passages whose vectors are all in the *cache*, and open it."""
        made = cls.build_in_memory(found, cache=cache, embedder=embedder)
        made.save(folder)
        try:
            return cls.open(folder)
        except (OSError, ValueError, KeyError, EOFError):
            shutil.rmtree(folder, ignore_errors=True)  # what stood there already is damaged
            made.save(folder)
            return cls.open(folder)

    @classmethod
    def build_in_memory(
        cls, found: Sequence[Passage], *, cache: EmbeddingCache, embedder: Embedder
    ) -> Self:
        """Build the index in memory, from vectors that are all in the *cache*.

        It has no version, since it is not stored.
        """
        titles = sorted({passage.title for passage in found})
        number = {title: row for row, title in enumerate(titles)}
        arrays = {
            name: cache.vectors(embedder, texts).astype(np.float16)
            for name, texts in _texts(found, titles).items()
        }
        return cls(
            version="",
            place={passage.id: place for place, passage in enumerate(found)},
            starts=np.cumsum([0, *(len(passage.sentences) for passage in found)], dtype=np.int64),
            title_of=np.asarray([number[passage.title] for passage in found], np.int64),
            **arrays,
        )

    def save(self, folder: Path) -> None:
        """Write the index into a new *folder*, atomically."""
        unfinished = atomic_files.temporary_path(folder)
        unfinished.mkdir()
        for name in ("passages", "titles", "sentences"):
            np.save(unfinished / f"{name}.npy", getattr(self, name))
        contents = {
            "ids": list(self.place),
            "starts": self.starts.tolist(),
            "title_of": self.title_of.tolist(),
        }
        (unfinished / "contents.json").write_text(json.dumps(contents), encoding="utf-8")
        atomic_files.move_into_place(unfinished, folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the index in *folder*.

        Raises:
            OSError: If a file is missing.
            ValueError: If the files do not fit each other.
            KeyError: If the contents are incomplete.
            EOFError: If a file is empty.
        """
        contents = json.loads((folder / "contents.json").read_text(encoding="utf-8"))
        opened = cls(
            version=folder.name,
            place={id_: place for place, id_ in enumerate(contents["ids"])},
            starts=np.asarray(contents["starts"], np.int64),
            title_of=np.asarray(contents["title_of"], np.int64),
            passages=np.load(folder / "passages.npy", mmap_mode="r"),
            titles=np.load(folder / "titles.npy", mmap_mode="r"),
            sentences=np.load(folder / "sentences.npy", mmap_mode="r"),
        )
        if int(opened.starts[-1]) != len(opened.sentences):
            raise ValueError(folder)
        return opened

    def has(self, passage: Passage) -> bool:
        """Return whether a *passage* is indexed, with a vector for each of its sentences."""
        row = self.place.get(passage.id, -1)
        if row < 0:
            return False
        return int(self.starts[row + 1] - self.starts[row]) == len(passage.sentences)

    def similarity(self, vector: Vector, found: Iterable[Passage]) -> dict[str, Similarity]:
        """Return the similarity of a question's *vector* to the passages *found*, by passage id."""
        known = [(each.id, self.place[each.id]) for each in found if self.has(each)]
        rows = np.asarray([row for _, row in known], np.int64)
        spans = [(int(self.starts[row]), int(self.starts[row + 1])) for row in rows]
        lines = np.concatenate([np.arange(*span) for span in spans] or [np.arange(0)])
        passages = _product(self.passages[rows], vector)
        titles = _product(self.titles[self.title_of[rows]], vector)
        sentences = _product(self.sentences[lines], vector).tolist()
        compared: dict[str, Similarity] = {}
        done = 0
        for (id_, _), (start, end), whole, title in zip(
            known, spans, passages.tolist(), titles.tolist(), strict=True
        ):
            own = tuple(sentences[done : done + end - start])
            compared[id_] = Similarity(whole, title, own)
            done += end - start
        return compared

    def nearest(
        self, vector: Vector, most: int, *, hidden: Collection[str] = frozenset()
    ) -> list[str]:
        """Return the ids of at most *most* passages nearest to *vector*, by exhaustive search."""
        scores = _product(np.asarray(self.passages), vector)
        ids = list(self.place)
        ranked = (ids[row] for row in np.argsort(-scores))
        return list(islice((id_ for id_ in ranked if id_ not in hidden), most))

    def usual(self, vector: Vector) -> tuple[float, float]:
        """Return mean and standard deviation of a question's similarity to a sample of passages."""
        scores = self._sample @ vector
        return float(scores.mean()), float(scores.std())

    @cached_property
    def _sample(self) -> Vector:
        step = max(1, len(self.passages) // SAMPLE_SIZE)
        return np.asarray(self.passages[::step], np.float32)


def version_of(embedder: Embedder, found: Sequence[Passage]) -> str:
    """Return the version of the index: a hash of the *embedder* and the passage ids."""
    content = "\n".join([embedder.id, *(passage.id for passage in found)])
    return sha256(content.encode()).hexdigest()[:24]


def texts_of(found: Sequence[Passage]) -> tuple[str, ...]:
    """List every text that needs a vector: passages, titles, sentences."""
    titles = sorted({passage.title for passage in found})
    return tuple(text for texts in _texts(found, titles).values() for text in texts)


def _texts(found: Sequence[Passage], titles: list[str]) -> dict[str, list[str]]:
    return {
        "passages": [passage.text for passage in found],
        "titles": titles,
        "sentences": [each.whole for passage in found for each in passage.sentences],
    }


def _product(rows: NDArray[np.float16], vector: Vector) -> Vector:
    return rows.astype(np.float32) @ vector if len(rows) else np.empty(0, np.float32)
