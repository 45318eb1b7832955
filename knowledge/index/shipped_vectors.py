"""Vectors that come with the program: those of the starter handbook, made before it is installed.

A file holds rows of integers with one scale each, by content hash, for one embedder id. At 8 bits
rounding moves a cosine similarity by about 0.0004, less than what float16 and other processors
already differ; at 4 bits by about 0.004, which is enough for the many asks of notes.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

import numpy as np

from knowledge.index import atomic_files
from knowledge.models.embedder import Vector

FOLDER = Path(__file__).parent / "data"
"""Where the files are; there is one for each embedder id that has any."""

KEY_BYTES = 8
"""Bytes of a content hash that are stored; enough to tell a few thousand texts apart."""

_NIBBLE_BITS = 4
_MAX = {8: 127, 4: 7}
"""The highest integer by the number of bits."""

_CLIP = {8: np.inf, 4: 2.3}
"""In standard deviations of a row, where values are cut off so that the others are finer."""


def find_shipped(embedder_id: str, keys: Collection[bytes]) -> dict[bytes, Vector]:
    """Return the shipped unit vectors of an embedder, by those of *keys* that have one."""
    rows = _load(embedder_id) if keys else {}
    return {key: _dequantise(*rows[short]) for key in keys if (short := key[:KEY_BYTES]) in rows}


def list_shipped(embedder_id: str) -> frozenset[bytes]:
    """Return the shortened keys of all vectors that are shipped for an embedder."""
    return frozenset(_load(embedder_id))


def write_shipped(
    embedder_id: str, keys: Sequence[bytes], vectors: Vector, *, bits: Literal[4, 8] = 8
) -> Path:
    """Write the file of an embedder, one row of *vectors* for each key; returns its path."""
    file = _file(embedder_id)
    short = np.array([np.frombuffer(key[:KEY_BYTES], np.uint8) for key in keys])
    order = np.lexsort(short.T[::-1])  # the same content gives the same file
    most = _MAX[bits]
    highest = np.minimum(np.abs(vectors).max(axis=1), _CLIP[bits] * vectors.std(axis=1))
    scales = highest / most
    rows = np.clip(np.rint(vectors / scales[:, None]), -most, most).astype(np.int8)
    arrays = {
        "keys": short[order],
        "rows" if bits > _NIBBLE_BITS else "nibbles": _packed(rows[order], bits),
        "scales": scales[order].astype(np.float32),
    }
    atomic_files.write(file, lambda opened: np.savez_compressed(opened, **arrays))
    _load.cache_clear()
    return file


def _file(embedder_id: str) -> Path:
    return FOLDER / f"vectors-{sha256(embedder_id.encode()).hexdigest()[:12]}.npz"


@cache
def _load(embedder_id: str) -> Mapping[bytes, tuple[np.ndarray, np.float32]]:
    """Read the file of an embedder; nothing where none is shipped."""
    file = _file(embedder_id)
    if not file.is_file():
        return {}
    with np.load(file, allow_pickle=False) as stored:
        keys, scales = stored["keys"], stored["scales"]
        rows = stored["rows"] if "rows" in stored else _unpacked(stored["nibbles"])
    return {key.tobytes(): (row, scale) for key, row, scale in zip(keys, rows, scales, strict=True)}


def _packed(rows: np.ndarray, bits: int) -> np.ndarray:
    """Return *rows* of int8, for 4 bits two values in a byte."""
    if bits > _NIBBLE_BITS:
        return rows
    nibbles = (rows + _MAX[bits]).astype(np.uint8)
    return nibbles[:, ::2] << _NIBBLE_BITS | nibbles[:, 1::2]


def _unpacked(packed: np.ndarray) -> np.ndarray:
    pairs = np.stack([packed >> _NIBBLE_BITS, packed & 0xF], axis=-1)
    return pairs.reshape(len(packed), -1).astype(np.int8) - np.int8(_MAX[_NIBBLE_BITS])


def _dequantise(row: np.ndarray, scale: np.float32) -> Vector:
    vector = row.astype(np.float32) * scale
    return vector / np.linalg.norm(vector)
