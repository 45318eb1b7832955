"""Matches text with labelled example phrases, in any language: classifies intents."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import structlog

from knowledge.errors import EmbedderUnavailableError
from knowledge.index.embedding_cache import EmbeddingCache
from knowledge.models.embedder import Embedder, LoadableEmbedder, QueryEmbedder, Vector, products
from knowledge.text.tokens import ngrams, strip_marks

log = structlog.get_logger()

BASELINE_SIMILARITY = 0.78
"""The cosine similarity of unrelated phrases in E5; it is mapped to 0."""


class ExampleMatcher:
    """Compares text with labelled examples: by embeddings once prepared, else by shared words."""

    def __init__(
        self, examples: Mapping[str, Sequence[str]], embedder: Embedder | None, *, home: Path
    ) -> None:
        self._labels = [label for label, phrases in examples.items() for _ in phrases]
        self._phrases = [phrase for phrases in examples.values() for phrase in phrases]
        self._words = [_words(phrase) for phrase in self._phrases]
        self._model = embedder
        self._embedder = QueryEmbedder(embedder) if embedder else None
        self._cache = EmbeddingCache(home / "knowledge" / "embeddings.sqlite3")
        self._vectors: Vector | None = None

    @property
    def ready(self) -> bool:
        """Whether examples are embedded by now."""
        return self._vectors is not None

    async def prepare(self) -> None:
        """Load the model, so that nothing said waits for it, and embed what is not cached."""
        embedder = self._embedder
        if embedder is not None and self._phrases:
            if isinstance(self._model, LoadableEmbedder):
                await asyncio.to_thread(self._model.load)
            self._vectors = await asyncio.to_thread(self._embedded, embedder)

    async def rank(self, text: str) -> tuple[tuple[str, float], ...]:
        """Return (label, score) for a *text*, best first; 1 equals an example, 0 is unrelated."""
        return await asyncio.to_thread(self._rank, text)

    def _rank(self, text: str) -> tuple[tuple[str, float], ...]:
        scores = self._by_meaning(text)
        if scores is None:
            said = _words(text)
            scores = [_overlap(said, words) for words in self._words]
        best: dict[str, float] = {}
        for label, score in zip(self._labels, scores, strict=True):
            best[label] = max(best.get(label, 0.0), score)
        return tuple(sorted(best.items(), key=lambda each: -each[1]))

    def _by_meaning(self, text: str) -> list[float] | None:
        """Return how alike a *text* and each example are; None where words must do."""
        if self._embedder is None or self._vectors is None or not text.strip():
            return None
        try:
            likeness = products(self._vectors, self._embedder.query(text))
        except EmbedderUnavailableError as error:
            log.warning("phrases.embedder_unavailable", reason=error.reason)
            return None
        alike = np.clip((likeness - BASELINE_SIMILARITY) / (1 - BASELINE_SIMILARITY), 0, 1)
        return [float(score) for score in alike]

    def _embedded(self, embedder: QueryEmbedder) -> Vector:
        self._cache.embed(embedder, self._phrases)
        return self._cache.vectors(embedder, self._phrases)


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the Dice coefficient of two sets of words."""
    together = len(first) + len(second)
    return 2 * len(first & second) / together if together else 0.0


def _words(text: str) -> frozenset[str]:
    """Return the words of a phrase, n-grams in scripts without spaces."""
    words = (strip_marks(word.strip(".,!?'\"").lower()) for word in text.split())
    return frozenset(piece for word in words for piece in ngrams(word)) - {""}
