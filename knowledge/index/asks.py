"""The index of asks: a question is compared with the questions that notes say a clause answers."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isnan
from typing import NamedTuple, Self

import numpy as np

from knowledge.index.lexical import Postings, Scores
from knowledge.models.embedder import Vector, products
from knowledge.pages import Page
from knowledge.text.lexicon import UNSPACED_LETTERS
from knowledge.text.tokens import strip_marks

ASKS = "asks"
"""The purpose that asks are embedded for, by which their vectors are cached and shipped."""

LETTERS_WEIGHT = 0.5
"""The weight of likeness in letters beside that in meaning."""

CROWDING_WEIGHT = 1.3
_CROWD = 5
"""How much it counts against an ask that it is near the asks of other clauses, the five nearest."""

_LETTERS = (3, 4)
"""How many letters an n-gram has."""

_BETWEEN_WORDS = re.compile(rf"[^\w{UNSPACED_LETTERS}]+")


class AskLikeness(NamedTuple):
    """How much nearer the asks of a clause are to a question than those of the median clause.

    *meaning* is a difference of cosine similarities of the best ask, less what that is worth which
    is near to many clauses, *letters* one of the mean cosine of n-grams of letters of the two best.
    *alike* is the cosine similarity of the nearest ask itself.
    """

    meaning: float
    letters: float
    alike: float = 0.0

    @property
    def nearer(self) -> float:
        """Both together."""
        return self.meaning + LETTERS_WEIGHT * self.letters


@dataclass(frozen=True)
class AskIndex:
    """The asks of all notes, clause by clause.

    ``texts[starts[row]:starts[row + 1]]`` are those of the clause of that row. *vectors* has one
    unit row per text, embedded as a question, and NaN where that is still to come; it is None by
    words alone. An ask serves in whatever language a question is: measured, that finds more than
    asks of the question's language alone.
    """

    clauses: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    vectors: Vector | None = None

    @classmethod
    def build(cls, pages: Iterable[Page]) -> Self:
        """Collect the asks of clauses that are there; stale notes serve, their asks go on being so.

        The index has no vectors yet.
        """
        asks = dict(_asks(pages))
        starts = np.cumsum([0, *map(len, asks.values())])[:-1].tolist()
        return cls(
            tuple(asks), tuple(starts), tuple(text for each in asks.values() for text in each)
        )

    def compare(self, question: str, vector: Vector | None) -> Mapping[str, AskLikeness]:
        """Return how much nearer each clause's asks are to a *question* than the median clause's.

        *vector* is the question's; without it, or without vectors, meaning makes no difference.
        """
        if not self.clauses:
            return {}
        letters = self._mean_of_two_best(self._likeness(question))
        meaning = alike = np.zeros(len(self.clauses), np.float32)
        if self.vectors is not None and vector is not None:
            near = products(self.vectors, vector)
            alike = np.fmax.reduceat(near, self.starts)
            meaning = np.fmax.reduceat(near - self._crowding, self.starts)
        differences = (meaning - np.nanmedian(meaning), letters - np.median(letters), alike)
        rows = zip(self.clauses, *(each.tolist() for each in differences), strict=True)
        return {clause: AskLikeness(*by) for clause, *by in rows if not isnan(by[0])}

    @cached_property
    def _crowding(self) -> Scores:
        """How much less each ask is worth, as it is near to the asks of other clauses too.

        "What is AI?" is like every question with this word in it: such hubs are common among
        neighbours in spaces of many dimensions (Radovanovic et al., JMLR 11, 2010).
        """
        vectors, counts = self.vectors, np.diff([*self.starts, len(self.texts)])
        nearest = min(_CROWD, len(counts) - 1)
        if vectors is None or nearest < 1:
            return np.zeros(len(self.texts), np.float32)
        there = ~np.isnan(vectors[:, 0])
        sums = np.add.reduceat(np.where(there[:, None], vectors, 0), self.starts)
        middles = sums / np.maximum(np.add.reduceat(there.astype(int), self.starts), 1)[:, None]
        near = vectors @ middles.T
        near[np.arange(len(near)), np.repeat(np.arange(len(counts)), counts)] = -1
        crowd = np.partition(near, -nearest, axis=1)[:, -nearest:].mean(axis=1)
        weighed: Scores = (CROWDING_WEIGHT * crowd).astype(np.float32)
        return weighed

    def _mean_of_two_best(self, scores: Scores) -> Scores:
        """Return the mean of the two highest *scores* of each clause, or its only one."""
        counts = np.diff([*self.starts, len(self.texts)])
        best = np.maximum.reduceat(scores, self.starts)
        places = np.flatnonzero(scores == np.repeat(best, counts))
        others = scores.copy()
        others[places[np.searchsorted(places, self.starts)]] = -np.inf
        second = np.maximum.reduceat(others, self.starts)
        mean: Scores = ((best + np.where(counts > 1, second, best)) / 2).astype(np.float32)
        return mean

    def _likeness(self, question: str) -> Scores:
        """Return the cosine of the idf-weighted n-grams of letters in a *question* and each ask.

        Misspelt and colloquial words share most of these; words would have to be the same.
        """
        postings, idf, lengths = _index_letters(self.texts)
        shared, asked = np.zeros(len(self.texts), np.float32), 0.0
        for term in _letters_of(question):
            row = postings.rows.get(term)
            weight = float(idf[row] if row is not None else idf.max(initial=1.0)) ** 2
            shared[postings.of(term)] += weight
            asked += weight
        alike: Scores = shared / np.maximum(lengths * asked**0.5, 1e-6)
        return alike


NO_ASKS = AskIndex()
"""The index of a handbook without notes, which changes no score."""


def _asks(pages: Iterable[Page]) -> Iterator[tuple[str, Sequence[str]]]:
    for page in pages:
        clauses = set(page.clauses)
        for note in page.notes.clauses:
            clause = f"{page.id}#{note.anchor}"
            texts = tuple(text for each in note.asks.values() for text in each)
            if clause in clauses and texts:
                yield clause, texts


@lru_cache(2)
def _index_letters(texts: tuple[str, ...]) -> tuple[Postings, Scores, Scores]:
    """Index the n-grams of *texts*: their postings, the idf of each, each text's vector length.

    It takes half a second for a few thousand, and pages are often read again with the same asks.
    """
    postings = Postings.build(map(_letters_of, texts))
    holders = np.diff(postings.starts)
    idf = np.log1p((len(texts) - holders + 0.5) / (holders + 0.5)).astype(np.float32)
    squares = np.bincount(postings.holders, np.repeat(idf**2, holders), len(texts))
    return postings, idf, np.sqrt(squares).astype(np.float32)


def _letters_of(text: str) -> frozenset[str]:
    """Return the n-grams of letters of a *text*, over the gaps between its words as well."""
    words = strip_marks(unicodedata.normalize("NFKC", text).lower())
    line = f" {_BETWEEN_WORDS.sub(' ', words).strip()} "
    return frozenset(
        line[start : start + size] for size in _LETTERS for start in range(len(line) - size + 1)
    )
