"""Lets questions go first where pages are embedded on the same processor."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Condition, get_native_id

import numpy as np

from knowledge.models.embedder import MAX_TEXT_CHARS, Embedder, LoadableEmbedder, Vector

MAX_PART_CHARS = MAX_TEXT_CHARS // 2
"""Characters that are embedded before the next question is looked for: one passage, or a dozen
sentences. An embedder in process gains nothing by more at a time."""

MAX_WAIT_S = 1.0
"""The longest that a part waits: however many questions come, pages are embedded in the end."""

NICENESS = 10
"""How far a thread in the background steps back: it counts a tenth of one that answers."""


class QuestionsFirst:
    """An embedder in process that embeds pages in small parts, and begins none during a question.

    A question that waits for pages to be embedded must not be `ahead` meanwhile.
    """

    def __init__(self, embedder: Embedder, *, max_wait_s: float = MAX_WAIT_S) -> None:
        self._embedder = embedder
        self._max_wait_s = max_wait_s
        self._asking = 0
        self._changed = Condition()

    @property
    def id(self) -> str:
        """Identifier of the model."""
        return self._embedder.id

    @property
    def dimensions(self) -> int:
        """Number of dimensions of a vector."""
        return self._embedder.dimensions

    @property
    def threads(self) -> int:
        """Number of concurrent batches with the highest throughput."""
        return self._embedder.threads

    def load(self) -> None:
        """Load the model, if that takes a while; raises EmbedderUnavailableError."""
        if isinstance(self._embedder, LoadableEmbedder):
            self._embedder.load()

    def query(self, text: str) -> Vector:
        """Embed a question at once; returns one unit vector."""
        with self.ahead():
            return self._embedder.query(text)

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed passages part by part, giving way to questions; returns one unit row per text."""
        found: list[Vector] = []
        for part in _parts(texts):
            with self._changed:
                self._changed.wait_for(lambda: not self._asking, self._max_wait_s)
            found.append(self._embedder.passages(part))
        return np.concatenate(found) if found else self._embedder.passages(texts)

    @contextmanager
    def ahead(self) -> Iterator[None]:
        """Hold back what has not begun to be embedded, while a question is answered."""
        with self._changed:
            self._asking += 1
        try:
            yield
        finally:
            with self._changed:
                self._asking -= 1
                self._changed.notify_all()


@contextmanager
def go_ahead(embedder: Embedder | None) -> Iterator[None]:
    """Answer a question ahead of pages, if *embedder* is one that can let it."""
    if isinstance(embedder, QuestionsFirst):
        with embedder.ahead():
            yield
    else:
        yield


def step_back() -> None:
    """Have this thread step back behind those that answer; Linux alone gives each its priority."""
    if sys.platform == "linux":
        thread = get_native_id()
        now = os.getpriority(os.PRIO_PROCESS, thread)
        os.setpriority(os.PRIO_PROCESS, thread, now + NICENESS)


def _parts(texts: Sequence[str]) -> Iterator[list[str]]:
    """Divide *texts* into parts of so many characters, of one text at least."""
    part: list[str] = []
    size = 0
    for text in texts:
        if part and size + len(text) > MAX_PART_CHARS:
            yield part
            part, size = [], 0
        part.append(text)
        size += len(text)
    if part:
        yield part
