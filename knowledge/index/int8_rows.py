"""Unit vectors as integers of 8 bits, and their signs, by which most are ruled out of a search."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isqrt
from pathlib import Path
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.models.embedder import Vector, products

BLOCK_ROWS = 512
"""How many rows are floats at one time: what a processor can keep near."""

Rows = slice | NDArray[np.intp]
"""Which rows are meant: those of a slice, or those with these numbers."""

_REST = "-rest"
"""Ends the name of the second plane."""

_INT8_MAX = 127
"""The largest integer that a component is rounded to."""

_WORD_BITS = 64

_STEP_DEVIATIONS = 0.98
"""The width of a step in standard deviations (Max, IRE Transactions 6, 1960)."""

_SAMPLE_ROWS = 1000
"""How many rows the middle of all is estimated from."""


@dataclass(frozen=True)
class Int8Rows:
    """Vectors as rows of integers, shape (n, dimensions), with one scale a row, shape (n,).

    A row's product with the vector it was rounded from is the square of that vector's length, so
    that rounding moves the similarity of what is alike least: with unit vectors by about 0.0001.
    *rest* is what rounding left, rounded in its turn: with it a similarity is exact to 0.000001.
    """

    values: NDArray[np.int8]
    scales: Vector
    rest: Self | None = None

    @classmethod
    def of(cls, vectors: Vector, *, planes: int = 1) -> Self:
        """Round *vectors*, a row each; with two *planes* what that leaves as well."""
        largest = np.abs(vectors).max(axis=1, initial=0, keepdims=True)
        rounded = np.rint(vectors * (_INT8_MAX / np.maximum(largest, 1e-12)))
        lengths = np.einsum("ij,ij->i", vectors, vectors)
        scales = lengths / np.maximum(np.einsum("ij,ij->i", rounded, vectors), 1e-12)
        rows = cls(rounded.astype(np.int8), scales.astype(np.float32))
        if planes == 1:
            return rows
        left = cls.of(vectors - rows.floats(slice(None)), planes=planes - 1)
        return cls(rows.values, rows.scales, left)

    @classmethod
    def join(cls, parts: Iterable[Self]) -> Self:
        """Put *parts* one below the other, at least one, all of as many planes."""
        some = list(parts)
        rests = [each.rest for each in some if each.rest is not None]
        return cls(
            np.concatenate([each.values for each in some]),
            np.concatenate([each.scales for each in some]),
            cls.join(rests) if rests else None,
        )

    @classmethod
    def load(cls, folder: Path, name: str, *, planes: int = 1) -> Self:
        """Open what `save` wrote; rows of floats, as once were stored, are rounded.

        Rows of one plane are memory-mapped: few of them are read for a question. Those of two are
        read at once.

        Raises:
            OSError: If a file is missing.
            ValueError: If the files hold something else, or do not fit each other.
            EOFError: If a file is empty.
        """
        mode: Literal["r"] | None = "r" if planes == 1 and not name.endswith(_REST) else None
        values = np.asarray(np.load(folder / f"{name}.npy", mmap_mode=mode))
        if values.dtype == np.float16 and values.ndim == 2:  # noqa: PLR2004 - rows and columns
            parts = (values[part].astype(np.float32) for part in blocks(len(values)))
            return cls.join(cls.of(part, planes=planes) for part in parts)
        scales = np.load(folder / f"{name}-scales.npy")
        if values.dtype != np.int8 or scales.shape != values.shape[:1]:
            raise ValueError(name)
        rest = cls.load(folder, name + _REST, planes=planes - 1) if planes > 1 else None
        if rest is not None and rest.values.shape != values.shape:
            raise ValueError(name)
        return cls(values, scales, rest)

    def save(self, folder: Path, name: str) -> None:
        """Write the rows into *folder* under a *name*."""
        np.save(folder / f"{name}.npy", self.values)
        np.save(folder / f"{name}-scales.npy", self.scales)
        if self.rest is not None:
            self.rest.save(folder, name + _REST)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.values)

    def floats(self, rows: Rows) -> Vector:
        """Return some *rows* as vectors."""
        found: Vector = self.values[rows].astype(np.float32) * self.scales[rows, np.newaxis]
        return found if self.rest is None else found + self.rest.floats(rows)

    def product(self, vector: Vector, rows: NDArray[np.intp], *, is_exact: bool = True) -> Vector:
        """Return the product of some *rows* with a *vector*, without the rest unless *is_exact*."""
        found = np.empty(len(rows), np.float32)
        for part in blocks(len(rows)):
            some = rows[part]
            found[part] = products(self.values[some].astype(np.float32), vector)
            found[part] *= self.scales[some]
        if self.rest is None or not is_exact:
            return found
        return found + self.rest.product(vector, rows)


@dataclass(frozen=True)
class SignBits:
    """The signs of vectors less their *middle*, a bit each: *words* has shape (words, n).

    What the components of a question come to where a vector's are positive says nearly as well as
    their product how near it is, in a fraction of the time. *positive* is how many are, by row.
    Vectors of embedders all point one way: before the middle is taken away, most of them have the
    same signs.
    """

    middle: Vector
    words: NDArray[np.uint64]
    positive: NDArray[np.int16]

    @classmethod
    def of(cls, rows: Int8Rows) -> Self:
        """Take the signs of *rows*."""
        middle = rows.floats(slice(None, None, max(1, len(rows) // _SAMPLE_ROWS))).mean(axis=0)
        parts = [_packed(rows.floats(part) > middle) for part in blocks(len(rows))]
        words = np.ascontiguousarray(np.concatenate(parts).T)
        return cls(middle, words, np.bitwise_count(words).sum(axis=0, dtype=np.int16))

    def nearness(self, vector: Vector) -> NDArray[np.int16]:
        """Return a number for each row that is the higher, the nearer it probably is to a *vector*.

        The question's components are rounded to 2 bits, as loses least of normally distributed
        ones, and taken one bit at a time. The number fits up to 5,000 dimensions.
        """
        asked = vector - self.middle
        step = _STEP_DEVIATIONS * max(float(asked.std()), 1e-12)
        steps = np.clip(np.floor(asked / step) + 2, 0, 3).astype(np.uint8)
        found = np.zeros(len(self.positive), np.int16)
        both, counts = np.empty_like(self.words[0]), np.empty(len(found), np.uint8)
        for bits in (steps >> 1, steps & 1):
            found *= 2
            for own, word in zip(self.words, _packed(bits[np.newaxis] > 0)[0], strict=True):
                found += np.bitwise_count(np.bitwise_and(own, word, out=both), out=counts)
        found *= 2
        found -= 3 * self.positive  # the steps stand for -3, -1, 1 and 3
        return found


_GROUPS = 4
"""How many groups of scores there are at least for each that is wanted."""


def highest(scores: NDArray[np.float32], most: int) -> NDArray[np.intp]:
    """Return the places of the *most* highest of *scores*, highest first; of equals the first.

    No score can be among them that is below the highest of so many groups of scores; of very many
    scores, few are not.
    """
    groups = max(isqrt(len(scores)), _GROUPS * most)
    size = len(scores) // groups
    places = np.arange(len(scores))
    if size > 1:
        best = scores[: groups * size].reshape(groups, size).max(axis=1)
        places = np.flatnonzero(scores >= np.partition(best, -most)[-most])
    found: NDArray[np.intp] = places[np.argsort(-scores[places], kind="stable")[:most]]
    return found


def at_least(numbers: NDArray[np.int16], most: int) -> NDArray[np.intp]:
    """Return the places of the *most* highest *numbers*, in order, with all that equal the last."""
    least = int(numbers.min())
    counts = np.bincount(numbers - least)[::-1]
    cut = len(counts) - 1 - int(np.searchsorted(np.cumsum(counts), most))
    return np.flatnonzero(numbers >= least + max(cut, 0))


def blocks(size: int) -> Iterator[slice]:
    """Divide so many rows into blocks; none at all are one that is empty."""
    for start in range(0, max(1, size), BLOCK_ROWS):
        yield slice(start, min(size, start + BLOCK_ROWS))


def _packed(signs: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Pack *signs*, a row of them each, into words."""
    gap = -signs.shape[1] % _WORD_BITS
    return np.packbits(np.pad(signs, ((0, 0), (0, gap))), axis=1).view(np.uint64)
