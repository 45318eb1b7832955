"""The graph of multilingual-e5-small for onnxruntime, with integers of 8 bits.

Weights have one scale a column, and activations one scale a token, so that the vector of a text
does not depend on the texts beside it. Where the two scales meet, the weights' comes first: of the
other order the runtime's optimiser makes one operator that takes a token's scale for all of them.
The table of words stays in the 4 bits that it comes in.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.models.e5_weights import BLOCK_SIZE, PackedWeights
from knowledge.models.onnx_writer import FLOAT, INT4, INT32, INT64, WEIGHTS_SUFFIX, GraphWriter

OUTPUT = "last_hidden_state"
INPUTS = ("input_ids", "attention_mask")

OPSETS = (("", 21), ("com.microsoft", 1))
IR_VERSION = 10
MICROSOFT = "com.microsoft"

MAX_WEIGHT = 127
"""The largest weight. Processors with AVX2 and no VNNI add two products up in 16 bits and stop at
32,767, which is seldom reached; up to 64 it never was, but then all would lose as much."""

MAX_ACTIVATION = 127.0
"""The largest activation; they stand 128 higher, as bytes without a sign."""

SPLIT = {15: 8, 35: 8, 321: 4, 87: 2, 146: 2, 351: 2}
"""Into how many equal parts a column of the tokens is split, with its weights as often: in all
layers these are up to fifty times as large as others, and would round most of a token to 0."""


def write_graph(weights: PackedWeights, place: Path) -> None:
    """Write the graph to *place*, and its weights to a file beside it."""
    file = place.with_name(place.name + WEIGHTS_SUFFIX)
    with file.open("wb") as opened:
        graph = _Graph(weights, GraphWriter(opened, file.name))
        graph.write(place)


class _Graph:
    def __init__(self, weights: PackedWeights, to: GraphWriter) -> None:
        self._from = weights
        self._to = to
        self._limit = to.weight(np.array([MAX_ACTIVATION], np.float32))
        self._least = to.weight(np.array([1e-9], np.float32))
        self._last = to.weight(np.array([-1], np.int64))
        parts = np.array([SPLIT.get(each, 1) for each in range(weights.shape.hidden)])
        self._again = np.repeat(np.arange(weights.shape.hidden), parts - 1)
        self._parts = to.weight((1 / parts).astype(np.float32))
        self._copied = to.weight(self._again)
        self._rows = to.weight(np.array([-1, weights.shape.hidden], np.int64))
        self._middle = to.weight(np.array(128, np.uint8))
        self._middles = to(
            "Expand",
            self._middle,
            to("Reshape", to("Size", INPUTS[0]), to.weight(np.array([1], np.int64))),
        )
        self._mask = to("Cast", INPUTS[1], to=INT32)
        self._size = to(
            "Concat",
            to("Shape", INPUTS[0]),
            to.weight(np.array([weights.shape.hidden], np.int64)),
            axis=0,
        )

    def write(self, place: Path) -> None:
        """Write the whole graph."""
        hidden = self._to("Reshape", self._words(), self._rows)
        hidden = self._normal(hidden, "emb.ln")
        for layer in range(self._from.shape.layers):
            hidden = self._layer(hidden, f"l{layer}")
        self._to.output("Reshape", hidden, self._size, output=OUTPUT)
        inputs = [(name, INT64) for name in INPUTS]
        self._to.save(place, inputs=inputs, output=OUTPUT, opsets=OPSETS, ir_version=IR_VERSION)

    def _words(self) -> str:
        """Add up what each word and each place in a text is."""
        shape, to = self._from.shape, self._to
        pairs, scales = self._from.pairs("emb.word", shape.pieces)
        table = to.weight(pairs, element=INT4, shape=(shape.pieces, shape.hidden))
        words = to(
            "GatherBlockQuantized",
            table,
            INPUTS[0],
            to.weight(scales),
            domain=MICROSOFT,
            gather_axis=0,
            quantize_axis=1,
            block_size=BLOCK_SIZE,
        )
        places = self._from.vector("emb.pos").reshape(shape.positions, shape.hidden)
        places = places + self._from.vector("emb.type")[: shape.hidden]
        zero, one = (to.weight(np.array([each], np.int64)) for each in (0, 1))
        length = to("Slice", to("Shape", INPUTS[0]), one, to.weight(np.array([2], np.int64)))
        return to(
            "Add", to("Cast", words, to=FLOAT), to("Slice", to.weight(places), zero, length, zero)
        )

    def _layer(self, hidden: str, name: str) -> str:
        shape, to = self._from.shape, self._to
        parts = [f"{name}.{each}" for each in "qkv"]
        weights = np.concatenate([self._from.matrix(f"{each}.w", shape.hidden) for each in parts])
        bias = np.concatenate([self._from.vector(f"{each}.b") for each in parts])
        together = self._product(self._split(hidden), self._repeat(weights))
        three = to.split("Split", together, parts=3, axis=1, num_outputs=3)
        seen = to(
            "MultiHeadAttention",
            *(to("Reshape", each, self._size) for each in three),
            to.weight(bias),
            self._mask,
            domain=MICROSOFT,
            num_heads=shape.heads,
        )
        seen = to("Reshape", seen, self._rows)
        hidden = self._normal(hidden, f"{name}.aln", self._linear(seen, f"{name}.ao", shape.hidden))
        weights = self._from.matrix(f"{name}.fi.w", shape.inner)
        inner = self._product(self._split(hidden), self._repeat(weights))
        bias = self._from.vector(f"{name}.fi.b")
        inner = to("BiasGelu", inner, to.weight(bias), domain=MICROSOFT)
        return self._normal(hidden, f"{name}.oln", self._linear(inner, f"{name}.fo", shape.hidden))

    def _split(self, hidden: str) -> str:
        """Split the large columns of tokens; their copies come last."""
        parts = self._to("Mul", hidden, self._parts)
        return self._to("Concat", parts, self._to("Gather", parts, self._copied, axis=1), axis=1)

    def _repeat(self, weights: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.concatenate([weights, weights[:, self._again]], axis=1)

    def _linear(self, given: str, name: str, columns: int) -> tuple[str, str]:
        product = self._product(given, self._from.matrix(f"{name}.w", columns))
        return product, self._to.weight(self._from.vector(f"{name}.b"))

    def _product(self, given: str, weights: NDArray[np.float32]) -> str:
        """Multiply tokens by *weights* of shape (outputs, inputs), in integers."""
        to = self._to
        scales = np.abs(weights).max(axis=1) / MAX_WEIGHT
        integers = np.rint(weights / scales[:, None]).astype(np.int8).T
        most = to("ReduceMax", to("Abs", given), self._last, keepdims=1)
        scale = to("Max", to("Div", most, self._limit), self._least)
        rounded = to(
            "QuantizeLinear", given, to("Squeeze", scale, self._last), self._middles, axis=0
        )
        product = to(
            "Cast", to("MatMulInteger", rounded, to.weight(integers), self._middle), to=FLOAT
        )
        return to("Mul", to("Mul", product, to.weight(scales.astype(np.float32))), scale)

    def _normal(self, hidden: str, name: str, added: tuple[str, str] | None = None) -> str:
        to = self._to
        scale, shift = (to.weight(self._from.vector(f"{name}.{each}")) for each in "wb")
        epsilon = float(self._from.shape.epsilon)
        if added is not None:
            hidden = to("Add", hidden, to("Add", *added))
        return to("LayerNormalization", hidden, scale, shift, axis=-1, epsilon=epsilon)
