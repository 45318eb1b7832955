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

Arrays = Mapping[str, NDArray[Any]]
"""What an index is stored as: one-dimensional arrays of numbers, by name."""

K1 = 0.9
B = 0.4
"""The parameters of BM25."""

_SEPARATOR = "\n"
"""Stands between stored terms; no term contains it."""


@dataclass(frozen=True, slots=True)
class Match:
    """How a question's terms match every passage.

    *coverage* is the share of the question's terms found in title and passage, weighted by inverse
    document frequency: 0 to 1, and 0 everywhere when the languages differ.
    """

    bm25: Scores
    coverage: Scores


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

    def share(self, text: frozenset[str]) -> float:
        """Return the weighted share of the terms that are among a *text*'s; 0 without any."""
        shared = self.weights.keys() & text
        return sum(map(self.weights.__getitem__, shared)) / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """The terms of all passages, and the weights of BM25: one score for each of their holders."""

    size: int
    terms: Postings
    weights: Scores

    @classmethod
    def build(cls, titles: Sequence[str], texts: Sequence[str]) -> Self:
        """Index passages by their *titles* and *texts*."""
        whole = [f"{title}\n{text}" for title, text in zip(titles, texts, strict=True)]
        tokens = [tokenize(text) for text in whole]
        found, weights = _ranked(tokens)
        return cls(len(tokens), found, weights)

    def match(self, question: str) -> Match:
        """Match a *question* against every passage."""
        found = tokenize(question)
        return Match(
            bm25=self._bm25(found),
            coverage=self._coverage(found, self.terms),
        )

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
        return cls(size, found, weights)

    def _bm25(self, found: Iterable[str]) -> Scores:
        scores = np.zeros(self.size, np.float32)
        for term in found:
            row = self.terms.rows.get(term)
            if row is not None:
                part = slice(self.terms.starts[row], self.terms.starts[row + 1])
                scores[self.terms.holders[part]] += self.weights[part]
        return scores

    def _coverage(self, found: Iterable[str], postings: Postings) -> Scores:
        coverage = np.zeros(self.size, np.float32)
        total = 0.0
        for term in set(found):
            holders = postings.of(term)
            weight = _idf(self.size, len(holders))
            coverage[holders] += weight
            total += weight
        return coverage / total if total else coverage


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
