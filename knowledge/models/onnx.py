"""Embedder of an exported ONNX model; the only file that imports onnxruntime and tokenizers."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from tokenizers import Tokenizer

from knowledge.models.embedder import Vector, clean_text, count_cores, normalize_rows
from knowledge.models.onnx_export import Export, unavailable

MAX_BATCH_TOKENS = 256
"""Tokens that go through the graph at once, if they are more than one text's: what a processor
can keep near. Short texts gain by going together, long ones lose."""

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
"""What a graph may ask of a text."""

OUTPUTS = ("sentence_embedding", "last_hidden_state", "token_embeddings")
"""What a graph calls its vectors, the best first; otherwise its first output is taken."""

KINDS = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}

LOG_FATAL = 4
"""onnxruntime writes nothing to the terminal: what goes wrong is raised as well."""


class OnnxEmbedder:
    """The exported model in *folder*, in process, without key or network.

    Raises:
        EmbedderUnavailableError: If there is none. A file that is there and cannot be used is
            found out by the first text.
    """

    def __init__(self, folder: Path) -> None:
        self._export = Export.found_in(folder)
        self._loading = Lock()

    @cached_property
    def id(self) -> str:
        """Identifier with a digest of the files: other weights are another model."""
        return f"onnx/{self._export.name}-{self._export.digest()[:16]}"

    @cached_property
    def dimensions(self) -> int:
        """Number of dimensions, found by embedding once."""
        return len(self.query("dimensions"))

    @property
    def threads(self) -> int:
        """One per core: each call runs on the caller's thread."""
        return count_cores()

    def query(self, text: str) -> Vector:
        """Embed a question; returns one unit vector."""
        vector: Vector = self._vectors([self._export.before_query + clean_text(text)])[0]
        return vector

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed passages; returns one unit row per text."""
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return self._vectors([self._export.before_passage + clean_text(text) for text in texts])

    def _vectors(self, texts: Sequence[str]) -> Vector:
        with self._loading:
            model = self._model
        return normalize_rows(model.vectors(texts), self.id)

    @cached_property
    def _model(self) -> "OnnxModel":
        tokenizer = _tokenizer(self._export)
        return OnnxModel(self._export, lambda text: tokenizer.encode(text).ids)


class OnnxModel:
    """A loaded graph with what cuts a text into ids of *tokens*.

    Where operators are not to be *fused*, the graph is run as it is written.
    """

    def __init__(
        self, export: Export, tokens: Callable[[str], list[int]], *, is_fused: bool = True
    ) -> None:
        self._export = export
        self._tokens = tokens
        self._graph = _graph(export, is_fused=is_fused)
        self._kinds = {each.name: KINDS.get(each.type) for each in self._graph.get_inputs()}
        odd = [name for name, kind in self._kinds.items() if name not in INPUTS or kind is None]
        if odd or "input_ids" not in self._kinds:
            raise unavailable(
                f"{export.model} asks for {', '.join(odd) or 'no input_ids'};"
                " what is needed is a model exported for feature extraction"
            )
        names = [each.name for each in self._graph.get_outputs()]
        self._output = next((name for name in OUTPUTS if name in names), names[0])
        if export.pooling == "other" and self._output != OUTPUTS[0]:
            raise unavailable(
                f"{export.model} ends at the tokens, which its model does not simply average;"
                f" export it with the output {OUTPUTS[0]}"
            )

    def vectors(self, texts: Sequence[str]) -> Vector:
        """Return one vector per text; texts of equal length are batched."""
        tokens = [self._tokens(text) or [self._export.padding] for text in texts]
        rows: dict[int, Vector] = {}
        for some in batch_by_length([len(each) for each in tokens]):
            rows.update(zip(some, self._run([tokens[place] for place in some]), strict=True))
        return np.stack([rows[place] for place in range(len(texts))])

    def _run(self, tokens: Sequence[Sequence[int]]) -> Vector:
        shape = len(tokens), max(len(each) for each in tokens)
        ids, mask = np.full(shape, self._export.padding), np.zeros(shape, np.int64)
        for row, each in enumerate(tokens):
            ids[row, : len(each)] = each
            mask[row, : len(each)] = 1
        given = dict(zip(INPUTS, (ids, mask, np.zeros_like(mask)), strict=True))
        feed = {name: given[name].astype(kind) for name, kind in self._kinds.items()}
        try:
            found = np.asarray(self._graph.run([self._output], feed)[0], np.float32)
        except Exception as error:  # those of onnxruntime have no kind in common
            raise unavailable(f"{self._export.model} cannot be run on a text") from error
        return self._pooled(found, mask)

    def _pooled(self, found: Vector, mask: NDArray[np.int64]) -> Vector:
        """Pool token vectors into one per text, unless the graph has done so."""
        if found.shape[:-1] == mask.shape[:1]:
            return found
        if found.shape[:-1] != mask.shape:
            raise unavailable(f"{self._export.model} gives no vectors of a text or its tokens")
        if self._export.pooling == "cls":
            return found[:, 0]
        weights = mask[:, :, np.newaxis].astype(np.float32)
        mean: Vector = (found * weights).sum(1) / weights.sum(1)
        return mean


def batch_by_length(lengths: Sequence[int]) -> list[list[int]]:
    """Group indices of texts by similar *lengths* to limit padding."""
    groups: list[list[int]] = []
    for place in sorted(range(len(lengths)), key=lambda each: lengths[each]):
        if groups and (len(groups[-1]) + 1) * lengths[place] <= MAX_BATCH_TOKENS:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _tokenizer(export: Export) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_file(str(export.tokenizer))
    except Exception as error:  # tokenizers has no kind of its own
        raise unavailable(f"{export.tokenizer} is no tokenizer that can be used") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(export.max_tokens)
    return tokenizer


def _graph(export: Export, *, is_fused: bool) -> InferenceSession:
    options = SessionOptions()
    if not is_fused:
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.log_severity_level = LOG_FATAL
    options.intra_op_num_threads = 1  # several would spin against those of the next question
    options.inter_op_num_threads = 1
    try:
        return InferenceSession(export.model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # those of onnxruntime have no kind in common
        raise unavailable(f"{export.model} is no model that can be loaded") from error
