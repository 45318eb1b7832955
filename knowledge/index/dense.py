"""The dense index: the vectors of passages, their sentences and their titles, in files."""

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

SAMPLE = 1000
"""How many passages tell what similarity is usual for a question."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike a question and a passage are: the passage whole, its title, each sentence."""

    passage: float
    title: float
    sentences: tuple[float, ...]


@dataclass(frozen=True)
class DenseIndex:
    """One complete version of the dense index; the arrays stay on disk until they are looked at."""

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
        """Write the index of passages whose texts are all in the *cache*, and open it."""
        made = cls.made(found, cache=cache, embedder=embedder)
        made.save(folder)
        try:
            return cls.open(folder)
        except (OSError, ValueError, KeyError, EOFError):
            shutil.rmtree(folder, ignore_errors=True)  # what stood there already is damaged
            made.save(folder)
            return cls.open(folder)

    @classmethod
    def made(cls, found: Sequence[Passage], *, cache: EmbeddingCache, embedder: Embedder) -> Self:
        """Make the index of passages whose texts are all in the *cache*, in memory.

        It has no version, for nothing is kept of it.
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
        """Write the index into a *folder* of its own."""
        unfinished = atomic_files.beside(folder)
        unfinished.mkdir()
        for name in ("passages", "titles", "sentences"):
            np.save(unfinished / f"{name}.npy", getattr(self, name))
        contents = {
            "ids": list(self.place),
            "starts": self.starts.tolist(),
            "title_of": self.title_of.tolist(),
        }
        (unfinished / "contents.json").write_text(json.dumps(contents), encoding="utf-8")
        atomic_files.settle(unfinished, folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the index in *folder*."""
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

    def holds(self, passage: Passage) -> bool:
        """Tell whether a *passage* is in this index, with a vector for each of its sentences."""
        row = self.place.get(passage.id, -1)
        if row < 0:
            return False
        return int(self.starts[row + 1] - self.starts[row]) == len(passage.sentences)

    def similarity(self, vector: Vector, found: Iterable[Passage]) -> dict[str, Similarity]:
        """Compare a question with the passages *found* that this index holds."""
        known = [(each.id, self.place[each.id]) for each in found if self.holds(each)]
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
        """Name the passages nearest to *vector* by looking at every one that is not *hidden*."""
        scores = _product(np.asarray(self.passages), vector)
        ids = list(self.place)
        ranked = (ids[row] for row in np.argsort(-scores))
        return list(islice((id_ for id_ in ranked if id_ not in hidden), most))

    def usual(self, vector: Vector) -> tuple[float, float]:
        """Tell the mean and the spread of a question's similarity to passages at large."""
        scores = self._sample @ vector
        return float(scores.mean()), float(scores.std())

    @cached_property
    def _sample(self) -> Vector:
        step = max(1, len(self.passages) // SAMPLE)
        return np.asarray(self.passages[::step], np.float32)


def version_of(embedder: Embedder, found: Sequence[Passage]) -> str:
    """Name the version of the index that these passages make with an *embedder*."""
    content = "\n".join([embedder.id, *(passage.id for passage in found)])
    return sha256(content.encode()).hexdigest()[:24]


def texts_of(found: Sequence[Passage]) -> tuple[str, ...]:
    """List every text that the index of these passages needs vectors of."""
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
