"""Embedder of multilingual-e5-small by onnxruntime, converted once into a folder of ours."""

import shutil
import struct
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
import structlog

from knowledge.errors import EmbedderUnavailableError
from knowledge.models.e5_conversion import E5_ID, MODEL, VOCABULARY, convert
from knowledge.models.e5_weights import PackedWeights
from knowledge.models.embedder import MAX_TOKENS, Vector, clean_text, count_cores, normalize_rows
from knowledge.models.onnx import OnnxModel
from knowledge.models.onnx_export import Export
from knowledge.models.unigram import UnigramTokenizer

log = structlog.get_logger()

MAX_WAIT_S = 1.0
"""How long a question waits for a model that another thread loads; words must do after that."""

BEFORE_QUERY, BEFORE_PASSAGE = "query: ", "passage: "


class E5Embedder:
    """The model with integers of 8 bits, in process, without key or network.

    It is converted into the folder *models* and loaded with the first text, or by ``load``.
    """

    id = E5_ID
    dimensions = 384

    def __init__(self, models: Path, *, weights: Path | None = None) -> None:
        self._models = models
        self._weights = weights
        self._model: OnnxModel | None = None
        self._loading = Lock()

    @property
    def threads(self) -> int:
        """One per core: each call runs on the caller's thread."""
        return count_cores()

    def query(self, text: str) -> Vector:
        """Embed a question; returns one unit vector."""
        if not self._loading.acquire(timeout=MAX_WAIT_S):
            raise EmbedderUnavailableError(self.id, "it is being made ready")
        try:
            model = self._loaded()
        finally:
            self._loading.release()
        vector: Vector = self._vectors(model, [BEFORE_QUERY + clean_text(text)])[0]
        return vector

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed passages; returns one unit row per text."""
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return self._vectors(self.load(), [BEFORE_PASSAGE + clean_text(text) for text in texts])

    def load(self) -> OnnxModel:
        """Convert and load the model, unless it was done.

        Raises:
            EmbedderUnavailableError: If it cannot be had.
        """
        with self._loading:
            return self._loaded()

    def _vectors(self, model: OnnxModel, texts: Sequence[str]) -> Vector:
        return normalize_rows(model.vectors(texts), self.id)

    def _loaded(self) -> OnnxModel:
        if self._model is None:
            folder = convert(self._models, self._weights)
            try:
                self._model = _opened(folder)
            except (EmbedderUnavailableError, OSError, ValueError, struct.error) as error:
                log.warning("embedder.model_damaged", model=folder.name, reason=str(error))
                shutil.rmtree(folder, ignore_errors=True)
                self._model = _opened(convert(self._models, self._weights))
        return self._model


def _opened(folder: Path) -> OnnxModel:
    vocabulary = PackedWeights((folder / VOCABULARY).read_bytes()).vocabulary
    export = Export(
        name=folder.name,
        model=folder / MODEL,
        tokenizer=folder / VOCABULARY,
        max_tokens=MAX_TOKENS,
        padding=vocabulary.padding,
        pooling="mean",
        before_query=BEFORE_QUERY,
        before_passage=BEFORE_PASSAGE,
    )
    tokenizer = UnigramTokenizer(vocabulary)
    room = MAX_TOKENS - 2

    def tokens(text: str) -> list[int]:
        return [vocabulary.begin, *tokenizer.ids(text)[:room], vocabulary.end]

    return OnnxModel(export, tokens, is_fused=False)
