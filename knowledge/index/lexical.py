"""The lexical index: which passages hold a question's terms. The only importer of bm25s."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any, Self

import bm25s
import numpy as np
from numpy.typing import NDArray

from knowledge.text.tokens import tokenize

Scores = NDArray[np.float32]
"""One number per passage, shape (passages,)."""

Mask = NDArray[np.bool_]
"""One boolean per passage."""

Places = NDArray[np.int32]
"""Numbers of passages, of the kind that an index has: others would be converted every time."""

Arrays = Mapping[str, NDArray[Any]]
"""What an index is stored as: one-dimensional arrays of numbers, by name."""

K1 = 0.9
B = 0.4
"""The parameters of BM25."""

COMMON_SHARE = 0.25
"""A term is common that a greater share of the passages hold."""

_SEPARATOR = "\n"
"""Stands between stored terms; no term contains it."""


@dataclass(frozen=True, slots=True)
class Postings:
    """An inverted index in compressed sparse rows.

    *rows* numbers the terms; ``holders[starts[row]:starts[row + 1]]`` are the places of the
    passages that hold the term of that row.
    """

    rows: Mapping[str, int]
    starts: NDArray[np.int32]
    holders: NDArray[np.int32]

    @classmethod
    def build(cls, tokens: Iterable[Iterable[str]]) -> Self:
        """Index the *tokens* of each passage, in the order of the passages."""
        rows: dict[str, int] = {}
        found: list[tuple[int, int]] = [
            (rows.setdefault(term, len(rows)), place)
            for place, each in enumerate(tokens)
            for term in dict.fromkeys(each)
        ]
        table = np.asarray(found, np.int32).reshape(-1, 2)
        counts = np.bincount(table[:, 0], minlength=len(rows))
        order = np.argsort(table[:, 0], kind="stable")
        return cls(rows, np.cumsum([0, *counts], dtype=np.int32), table[order, 1])

    def of(self, term: str) -> NDArray[np.int32]:
        """Return the places of the passages that hold a *term*."""
        row = self.rows.get(term)
        return (
            self.holders[:0]
            if row is None
            else self.holders[self.starts[row] : self.starts[row + 1]]
        )

    def holding(self, term: str, places: Places) -> Mask:
        """Return which of the passages at *places* hold a *term*."""
        holders = self.of(term)
        if not len(holders):
            return np.zeros(len(places), np.bool_)
        near = np.minimum(np.searchsorted(holders, places), len(holders) - 1)
        held: Mask = holders[near] == places
        return held

    def to_arrays(self, name: str) -> Arrays:
        """Return what is stored under *name*."""
        return {
            f"{name}_terms": _pack(self.rows),
            f"{name}_starts": self.starts,
            f"{name}_holders": self.holders,
        }

    @classmethod
    def from_arrays(cls, arrays: Arrays, name: str, size: int) -> Self:
        """Restore what was stored under *name* for so many passages.

        Raises:
            ValueError: If it is not what `to_arrays` returned.
        """
        listed = _unpacked(arrays[f"{name}_terms"])
        rows = {term: row for row, term in enumerate(listed)}
        starts = _checked(arrays[f"{name}_starts"], np.int32, len(listed) + 1)
        holders = _checked(arrays[f"{name}_holders"], np.int32, int(starts[-1]))
        is_sound = (
            len(rows) == len(listed)
            and starts[0] == 0
            and bool((np.diff(starts) >= 0).all())
            and (not len(holders) or (holders.min() >= 0 and holders.max() < size))
        )
        if not is_sound:
            raise ValueError(name)
        return cls(rows, starts, holders)


@dataclass(frozen=True, slots=True)
class WeighedTerms:
    """The terms of a question with their weights, and the sum of these."""

    weights: Mapping[str, float]
    total: float


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """The terms of all passages, and the weights of BM25: one score for each of their holders.

    *common* has the scores of all passages for each term that many hold, by the term's row: to add
    up whole rows is much faster than to add to a great many places.
    """

    size: int
    terms: Postings
    weights: Scores
    common: Mapping[int, Scores]

    @classmethod
    def of(cls, size: int, terms: Postings, weights: Scores) -> Self:
        """Put an index of so many passages together."""
        common: dict[int, Scores] = {}
        for row in np.flatnonzero(np.diff(terms.starts) > size * COMMON_SHARE).tolist():
            part = slice(terms.starts[row], terms.starts[row + 1])
            common[row] = np.zeros(size, np.float32)
            common[row][terms.holders[part]] = weights[part]
        return cls(size, terms, weights, common)

    @classmethod
    def build(cls, titles: Sequence[str], texts: Sequence[str]) -> Self:
        """Index passages by their *titles* and *texts*."""
        whole = [f"{title}\n{text}" for title, text in zip(titles, texts, strict=True)]
        tokens = [tokenize(text) for text in whole]
        found, weights = _ranked(tokens)
        return cls.of(len(tokens), found, weights)

    def bm25(self, question: str) -> Scores:
        """Return the BM25 score of every passage for a *question*."""
        scores = np.zeros(self.size, np.float32)
        for term in tokenize(question):
            row = self.terms.rows.get(term, -1)
            if row in self.common:
                scores += self.common[row]
            elif row >= 0:
                part = slice(self.terms.starts[row], self.terms.starts[row + 1])
                scores[self.terms.holders[part]] += self.weights[part]
        return scores

    def coverage(self, asked: WeighedTerms, places: Sequence[int]) -> list[float]:
        """Return the share of a question's terms that title and text of passages hold.

        It is weighted by inverse document frequency, and 0 where the languages differ.
        """
        at, found = np.asarray(places, np.int32), np.zeros(len(places))
        for term, weight in asked.weights.items():
            found += weight * self.terms.holding(term, at)
        shares: list[float] = (found / (asked.total or 1)).tolist()
        return shares

    def has(self, term: str) -> bool:
        """Return whether any passage holds a *term*."""
        return term in self.terms.rows

    def idf(self, term: str) -> float:
        """Return the inverse document frequency of a *term*, the highest where none holds it."""
        return _idf(self.size, len(self.terms.of(term)))

    def weigh(self, terms: frozenset[str]) -> WeighedTerms:
        """Weigh the *terms* of a question by inverse document frequency."""
        weights = {term: self.idf(term) for term in terms}
        return WeighedTerms(weights, sum(weights.values()))

    def to_arrays(self) -> Arrays:
        """Return what `from_arrays` restores the index from."""
        return {
            **self.terms.to_arrays("term"),
            "weights": self.weights,
        }

    @classmethod
    def from_arrays(cls, arrays: Arrays, size: int) -> Self:
        """Restore the index of so many passages.

        Raises:
            ValueError: If the arrays are not what `to_arrays` returned.
            KeyError: If one is missing.
        """
        found = Postings.from_arrays(arrays, "term", size)
        weights = _checked(arrays["weights"], np.float32, len(found.holders))
        if not np.isfinite(weights).all():
            raise ValueError("weights")
        return cls.of(size, found, weights)


def _ranked(tokens: Sequence[list[str]]) -> tuple[Postings, Scores]:
    """Return the postings of all *tokens*, and the BM25 score of each holder."""
    if not any(tokens):
        return Postings.build(()), np.empty(0, np.float32)
    bm25 = bm25s.BM25(k1=K1, b=B)
    bm25.index(tokens, create_empty_token=False, show_progress=False)
    scores = bm25.scores
    postings = Postings(
        bm25.vocab_dict, scores["indptr"].astype(np.int32), scores["indices"].astype(np.int32)
    )
    return postings, scores["data"].astype(np.float32)


def _idf(size: int, holders: int) -> float:
    return log(1 + (size - holders + 0.5) / (holders + 0.5))


def _pack(terms: Iterable[str]) -> NDArray[np.uint8]:
    text = "".join(f"{term}{_SEPARATOR}" for term in terms)
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)


def _unpacked(array: NDArray[Any]) -> list[str]:
    text = _checked(array, np.uint8).tobytes().decode("utf-8", "surrogatepass")
    return text.split(_SEPARATOR)[:-1]


def _checked(array: NDArray[Any], kind: type[np.generic], size: int | None = None) -> NDArray[Any]:
    """Return a stored *array* if it is of this *kind* and *size*.

    Raises:
        ValueError: If it is not.
    """
    if array.dtype != kind or array.ndim != 1 or size not in (None, len(array)):
        raise ValueError(f"an array of {array.dtype} {array.shape}")
    return array
