"""Vectors that come with the program: those of the starter handbook, made before it is installed.

A file holds rows of integers with one scale each, by content hash, for one embedder id. With 255
levels rounding moves a cosine similarity by about 0.0004, less than what float16 and other
processors already differ. With 5, three values fit in a byte, and it moves by about 0.01 one way or
the other: enough for the many asks of notes, of which one clause has a dozen.
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

Levels = Literal[255, 5]
"""How many integers a value can be rounded to."""

_IN_A_BYTE = 3
_POWERS = np.array([1, 5, 25], np.uint8)
"""With 5 levels, how many values a byte holds, and what each counts."""

_CLIP = {255: np.inf, 5: 1.7}
"""In standard deviations of a row, where values are cut off so that the others are finer."""


def find_shipped(embedder_id: str, keys: Collection[bytes]) -> dict[bytes, Vector]:
    """Return the shipped vectors of an embedder, by those of *keys* that have one.

    Each is as long as its product with what the embedder computes needs to be 1.
    """
    rows = _load(embedder_id) if keys else {}
    return {
        key: rows[short][0] * rows[short][1] for key in keys if (short := key[:KEY_BYTES]) in rows
    }


def list_shipped(embedder_id: str) -> frozenset[bytes]:
    """Return the shortened keys of all vectors that are shipped for an embedder."""
    return frozenset(_load(embedder_id))


def write_shipped(
    embedder_id: str, keys: Sequence[bytes], vectors: Vector, *, levels: Levels = 255
) -> Path:
    """Write the file of an embedder, one row of *vectors* for each key; returns its path."""
    file = shipped_file(embedder_id)
    short = np.array([np.frombuffer(key[:KEY_BYTES], np.uint8) for key in keys])
    order = np.lexsort(short.T[::-1])  # the same content gives the same file
    most = levels // 2
    highest = np.minimum(np.abs(vectors).max(axis=1), _CLIP[levels] * vectors.std(axis=1))
    rows = np.clip(np.rint(vectors * (most / highest)[:, None]), -most, most).astype(np.int8)
    arrays = {
        "keys": short[order],
        **_packed(rows[order], levels),
        "scales": (1 / (rows * vectors).sum(axis=1))[order].astype(np.float32),
    }
    atomic_files.write(file, lambda opened: np.savez_compressed(opened, **arrays))
    _load.cache_clear()
    return file


def shipped_file(embedder_id: str) -> Path:
    """Return the path of an embedder's file, whether it is there or not."""
    return FOLDER / f"vectors-{sha256(embedder_id.encode()).hexdigest()[:12]}.npz"


@cache
def _load(embedder_id: str) -> Mapping[bytes, tuple[np.ndarray, np.float32]]:
    """Read the file of an embedder; nothing where none is shipped."""
    file = shipped_file(embedder_id)
    if not file.is_file():
        return {}
    with np.load(file, allow_pickle=False) as stored:
        keys, scales = stored["keys"], stored["scales"]
        rows = stored["rows"] if "rows" in stored else _unpacked(stored["thirds"])
    return {key.tobytes(): (row, scale) for key, row, scale in zip(keys, rows, scales, strict=True)}


def _packed(rows: np.ndarray, levels: Levels) -> dict[str, np.ndarray]:
    """Return *rows* as they are, or with 5 levels three values in a byte."""
    if levels == 255:  # noqa: PLR2004 - as many as a byte has
        return {"rows": rows}
    digits = (rows + np.int8(levels // 2)).astype(np.uint8).reshape(len(rows), -1, _IN_A_BYTE)
    return {"thirds": (digits * _POWERS).sum(axis=2, dtype=np.uint8)}


def _unpacked(packed: np.ndarray) -> np.ndarray:
    digits = packed[:, :, None] // _POWERS % 5
    return digits.reshape(len(packed), -1).astype(np.int8) - np.int8(2)
