"""The dense index: vectors of passages, sentences and titles as integers, in mapped files."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Self
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from knowledge.index import atomic_files
from knowledge.index.corpus import Corpus
from knowledge.index.embedding_cache import EmbeddingCache
from knowledge.index.int8_rows import Int8Rows, SignBits, at_least, blocks, highest
from knowledge.index.lexical import Mask
from knowledge.index.passages import Passage
from knowledge.models.embedder import Embedder, Vector, products

SAMPLE_SIZE = 1000
"""How many passages the baseline similarity of a question is estimated from."""

MAX_COMPARED = 2500
"""How many passages are compared with a question: of more those that are probably nearest, by the
signs of their vectors. The fifty nearest of 100,000 are among them; of random vectors, which no
embedder makes, nine in ten of the ten nearest."""

EXACT_FACTOR = 4
"""How many times as many as are wanted are compared in both planes."""

_PLANES: Mapping[str, int] = {"passages": 2, "titles": 1, "sentences": 1}
"""The arrays that are stored, and in how many planes: which passages are near is to be exact."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """Cosine similarity of a question to a passage, to its title and to each of its sentences."""

    passage: float
    title: float
    sentences: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class DenseIndex:
    """One complete version of the dense index; opened arrays are memory-mapped.

    *passages*, *titles* and *sentences* have one unit vector per row, as integers of 8 bits.
    ``sentences[starts[row]:starts[row + 1]]`` belong to the passage of that row, *title_of* is the
    row of its title, and *place* maps passage ids to rows.
    """

    version: str
    place: dict[str, int]
    starts: NDArray[np.int64]
    title_of: NDArray[np.int64]
    passages: Int8Rows
    titles: Int8Rows
    sentences: Int8Rows
    _places: WeakKeyDictionary[Corpus, NDArray[np.intp]] = field(
        default_factory=WeakKeyDictionary, init=False, repr=False
    )

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
        texts = _texts(found, titles)
        arrays = {
            name: Int8Rows.join(
                Int8Rows.of(cache.vectors(embedder, texts[name][part]), planes=planes)
                for part in blocks(len(texts[name]))
            )
            for name, planes in _PLANES.items()
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
        for name, rows in self._arrays.items():
            rows.save(unfinished, name)
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
            **{
                name: Int8Rows.load(folder, name, planes=planes) for name, planes in _PLANES.items()
            },
        )
        fits = len(opened.place) == len(opened.passages) == len(opened.title_of)
        if not fits or int(opened.starts[-1]) != len(opened.sentences):
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
        passages = self.passages.product(vector, rows)
        titles = self.titles.product(vector, self.title_of[rows])
        sentences = self.sentences.product(vector, lines).tolist()
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
        self,
        vector: Vector,
        most: int,
        corpus: Corpus,
        seen: Mask,
        compared: int = MAX_COMPARED,
    ) -> list[str]:
        """Return the ids of at most *most* passages nearest to *vector*, nearest first.

        They are of those *seen* in the *corpus*, which may be of other pages than the index. Of
        more than are to be *compared*, those are that are probably nearest by their signs.
        """
        seen = np.append(seen, False)[self._places_in(corpus)]
        rows = np.flatnonzero(seen)
        if len(rows) > compared:
            likely = at_least(self._signs.nearness(vector)[rows], compared)
            rows = rows[likely]
        near = self.passages.product(vector, rows, is_exact=False)
        rows = rows[highest(near, EXACT_FACTOR * most)]
        best = highest(self.passages.product(vector, rows), most)
        return [self._ids[row] for row in rows[best].tolist()]

    def _places_in(self, corpus: Corpus) -> NDArray[np.intp]:
        """Return the place of each row's passage in a *corpus*, -1 where it is not there."""
        places = self._places.get(corpus)
        if places is None:
            places = np.fromiter((corpus.place.get(id_, -1) for id_ in self.place), np.intp)
            self._places[corpus] = places
        return places

    def usual(self, vector: Vector) -> tuple[float, float]:
        """Return mean and standard deviation of a question's similarity to a sample of passages."""
        scores = products(self._sample, vector)
        return float(scores.mean()), float(scores.std())

    @cached_property
    def _sample(self) -> Vector:
        step = max(1, len(self.passages) // SAMPLE_SIZE)
        return self.passages.floats(slice(None, None, step))

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(self.place)

    @cached_property
    def _signs(self) -> SignBits:
        return SignBits.of(self.passages)

    @property
    def _arrays(self) -> dict[str, Int8Rows]:
        return {"passages": self.passages, "titles": self.titles, "sentences": self.sentences}


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
