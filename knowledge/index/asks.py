"""The index of asks: a question is compared with the questions that notes say a clause answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import Self

import numpy as np

from knowledge.index.lexical import Postings, Scores
from knowledge.models.embedder import Vector
from knowledge.pages import Page
from knowledge.text.tokens import tokenize

ASKS = "notes"
"""The purpose that asks are embedded for, by which their vectors are cached and shipped."""


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

    def compare(self, question: str, vector: Vector | None) -> Mapping[str, float]:
        """Return how much nearer each clause's best ask is to a *question* than the median's.

        *vector* is the question's; without it, or without vectors, words are compared. The values
        are differences of cosine similarities, or of weighted Jaccard indexes.
        """
        if not self.clauses:
            return {}
        if self.vectors is None or vector is None:
            scores = self._overlaps(question)
        else:
            scores = self.vectors @ vector
        best = np.fmax.reduceat(scores, self.starts)
        nearer = (best - np.nanmedian(best)).tolist()
        return {
            clause: by for clause, by in zip(self.clauses, nearer, strict=True) if not isnan(by)
        }

    def _overlaps(self, question: str) -> Scores:
        """Return the idf-weighted Jaccard index of a *question*'s terms and each ask's."""
        postings, idf, totals = self._terms
        shared, asked = np.zeros(len(self.texts), np.float32), 0.0
        for term in set(tokenize(question)):
            row = postings.rows.get(term)
            weight = float(idf[row] if row is not None else idf.max(initial=1.0))
            shared[postings.of(term)] += weight
            asked += weight
        together: Scores = shared / np.maximum(totals + asked - shared, 1e-6)
        return together

    @cached_property
    def _terms(self) -> tuple[Postings, Scores, Scores]:
        """The postings of the asks' terms, each term's idf, and each ask's sum of these."""
        postings = Postings.build(tokenize(text) for text in self.texts)
        holders = np.diff(postings.starts)
        idf = np.log1p((len(self.texts) - holders + 0.5) / (holders + 0.5)).astype(np.float32)
        totals = np.zeros(len(self.texts), np.float32)
        np.add.at(totals, postings.holders, np.repeat(idf, holders))
        return postings, idf, totals


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
