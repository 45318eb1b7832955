"""An OpenAI-compatible endpoint: the only file that imports openai."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from openai import OpenAI, OpenAIError

from knowledge.embedding import LONGEST, Vector
from knowledge.errors import EmbedderUnavailableError

DEFAULT_MODEL = "text-embedding-3-small"
"""The model asked for when a deployment names none."""

PATIENCE = 20.0
"""Seconds to wait for an answer before the endpoint counts as gone."""


class EndpointEmbedder:
    """Any server that speaks OpenAI's embeddings: OpenAI, Azure, vLLM, Ollama, llama.cpp."""

    threads = 2

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        model: str | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._model = model or DEFAULT_MODEL
        self._client = OpenAI(
            base_url=base_url,
            api_key=api_key or "none",  # servers of one's own often ask for no key
            timeout=patience,
            max_retries=2,
        )
        self.id = f"{self._client.base_url.host}/{self._model}"

    @cached_property
    def dimensions(self) -> int:
        """Tell how long a vector is, by asking for one."""
        return int(self._vectors(["dimensions"], dimensions=None).shape[1])

    def query(self, text: str) -> Vector:
        """Embed what somebody asks."""
        vector: Vector = self._checked([text], kind="query")[0]
        return vector

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed pieces of the handbook, one row each."""
        return self._checked(texts, kind="passage")

    def _checked(self, texts: Sequence[str], *, kind: str) -> Vector:
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return self._vectors(self._prefixed(texts, kind), dimensions=self.dimensions)

    def _prefixed(self, texts: Sequence[str], kind: str) -> list[str]:
        """Mark questions and passages where the model was trained to tell them apart."""
        mark = f"{kind}: " if "e5" in self._model.lower().split("/")[-1] else ""
        return [mark + (text.strip()[:LONGEST] or "-") for text in texts]

    def _vectors(self, texts: Sequence[str], *, dimensions: int | None) -> Vector:
        try:
            answer = self._client.embeddings.create(
                model=self._model, input=list(texts), encoding_format="float"
            )
        except OpenAIError as error:
            raise EmbedderUnavailableError(self.id, type(error).__name__) from error
        rows = [item.embedding for item in sorted(answer.data, key=lambda item: item.index)]
        if len(rows) != len(texts) or len({len(row) for row in rows}) != 1:
            raise EmbedderUnavailableError(self.id, "it answered with another number of vectors")
        vectors = np.asarray(rows, dtype=np.float32)
        if dimensions not in (None, vectors.shape[1]):
            reason = f"it answered with {vectors.shape[1]} dimensions instead of {dimensions}"
            raise EmbedderUnavailableError(self.id, reason)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        if not np.isfinite(lengths).all() or not lengths.all():
            raise EmbedderUnavailableError(self.id, "it answered with vectors of no length")
        unit: Vector = vectors / lengths
        return unit
