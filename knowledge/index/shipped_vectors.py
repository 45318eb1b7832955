"""Vectors that come with the program: those of the starter handbook, made before it is installed.

A file holds int8 rows with one scale each, by content hash, for one embedder id. Rounding moves
a cosine similarity by about 0.0004, less than what float16 and other processors already differ.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np

from knowledge.index import atomic_files
from knowledge.models.embedder import Vector

FOLDER = Path(__file__).parent / "data"
"""Where the files are; there is one for each embedder id that has any."""

KEY_BYTES = 8
"""Bytes of a content hash that are stored; enough to tell a few thousand texts apart."""

_INT8_MAX = 127


def find_shipped(embedder_id: str, keys: Collection[bytes]) -> dict[bytes, Vector]:
    """Return the shipped unit vectors of an embedder, by those of *keys* that have one."""
    rows = _load(embedder_id) if keys else {}
    return {key: _dequantise(*rows[short]) for key in keys if (short := key[:KEY_BYTES]) in rows}


def list_shipped(embedder_id: str) -> frozenset[bytes]:
    """Return the shortened keys of all vectors that are shipped for an embedder."""
    return frozenset(_load(embedder_id))


def write_shipped(embedder_id: str, keys: Sequence[bytes], vectors: Vector) -> Path:
    """Write the file of an embedder, one row of *vectors* for each key; returns its path."""
    file = _file(embedder_id)
    short = np.array([np.frombuffer(key[:KEY_BYTES], np.uint8) for key in keys])
    order = np.lexsort(short.T[::-1])  # the same content gives the same file
    scales = np.abs(vectors).max(axis=1) / _INT8_MAX
    rows = np.rint(vectors / scales[:, None]).astype(np.int8)
    arrays = {
        "keys": short[order],
        "rows": rows[order],
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
        keys, rows, scales = stored["keys"], stored["rows"], stored["scales"]
    return {key.tobytes(): (row, scale) for key, row, scale in zip(keys, rows, scales, strict=True)}


def _dequantise(row: np.ndarray, scale: np.float32) -> Vector:
    vector = row.astype(np.float32) * scale
    return vector / np.linalg.norm(vector)
