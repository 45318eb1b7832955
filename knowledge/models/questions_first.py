"""Lets questions go first where pages are embedded on the same processor."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Condition, get_native_id

import numpy as np

from knowledge.models.embedder import MAX_TEXT_CHARS, Embedder, Vector

MAX_PART_CHARS = MAX_TEXT_CHARS // 2
"""Characters of the texts that are embedded before the next question is looked for: one passage, or
a dozen sentences. An embedder in process gains nothing by more at a time."""

MAX_WAIT_S = 1.0
"""The longest that a part waits: however many questions come, pages are embedded in the end."""

NICENESS = 10
"""How much less a thread in the background counts: a tenth of one that answers."""


class QuestionsFirst:
    """An embedder in process that embeds pages in small parts, and none while a question waits."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._asking = 0
        self._free = Condition()

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

    def query(self, text: str) -> Vector:
        """Embed a question at once; returns one unit vector."""
        with self._ahead():
            return self._embedder.query(text)

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed passages, part by part, giving way to questions; returns one unit row per text."""
        found: list[Vector] = []
        for part in _parts(texts):
            with self._free:
                self._free.wait_for(lambda: not self._asking, MAX_WAIT_S)
            found.append(self._embedder.passages(part))
        return np.concatenate(found) if found else self._embedder.passages(texts)

    @contextmanager
    def _ahead(self) -> Iterator[None]:
        """Hold parts back that have not begun."""
        with self._free:
            self._asking += 1
        try:
            yield
        finally:
            with self._free:
                self._asking -= 1
                self._free.notify_all()


def lower_priority() -> None:
    """Have this thread give way to those that answer; where threads have no priority, nothing."""
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
