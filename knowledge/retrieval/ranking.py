"""A question to ranked passages, by meaning and by words in one score (pure).

score = (similarity of the passage + of its best sentence) / 2
        + 0.1 x the share of the question's words in title and passage
        + 0.1 x similarity of the title

Decision 6 tells why there is one score. Without an embedder, or while
nothing is embedded yet, words alone rank.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.index.corpus import Corpus, Mask
from knowledge.index.dense import DenseIndex, Similarity
from knowledge.index.lexical import Match, Scores
from knowledge.index.passages import Passage
from knowledge.models.embedder import Vector
from knowledge.retrieval.follow_ups import Asked
from knowledge.text.sentences import count_words
from knowledge.text.tokens import tokenize

CANDIDATES = 50
"""How many passages each of the two indexes may propose."""

WORDS_WEIGHT = 0.1
TITLE_WEIGHT = 0.1

STRESS_WEIGHT = 0.1
"""What the words of a follow-up itself weigh more than those of the question before it."""

SHORT = 7
"""A sentence of fewer words than this counts for less by itself."""

UNMARKED_DENSE = 0.25
"""What similarity is worth when somebody leaves the marks off: the model has not seen that."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage that was found.

    *similarity* is None where nothing was embedded yet. *shares* tells for each sentence which
    part of the question's words it holds.
    """

    passage: Passage
    score: float
    coverage: float
    similarity: Similarity | None
    shares: tuple[float, ...]
    sentence_scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found, best first.

    *usual* is the mean and spread of the question's similarity to passages at large, None when
    words alone ranked; *embedder* is then empty.
    """

    question: str
    ranked: tuple[Ranked, ...]
    usual: tuple[float, float] | None
    is_unmarked: bool
    embedder: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The question's vector, the index it is compared in, and what that index proposes."""

    embedder: str
    vector: Vector
    dense: DenseIndex
    nearest: Sequence[str]


def search(question: Asked, corpus: Corpus, seen: Mask, meaning: Meaning | None) -> Found:
    """Rank the passages of *corpus* that are *seen* for a *question*."""
    match = corpus.lexical.match(question.text)
    places = _by_words(match, seen)
    usual = None
    similar: dict[str, Similarity] = {}
    if meaning is not None:
        near = (corpus.place.get(id_, -1) for id_ in meaning.nearest)
        places = list(dict.fromkeys([*places, *(at for at in near if at >= 0 and seen[at])]))
        candidates = [corpus.passages[place] for place in places]
        similar = {
            id_: _tempered(each, corpus.passages[corpus.place[id_]])
            for id_, each in meaning.dense.similarity(meaning.vector, candidates).items()
        }
        usual = meaning.dense.usual(meaning.vector)
    scoring = _Scoring(question, corpus, match, similar)
    by_words = _relative(match.bm25[places])
    ranked = [scoring.ranked(*each) for each in zip(places, by_words.tolist(), strict=True)]
    ranked.sort(key=lambda each: -each.score)
    return Found(
        question.text,
        tuple(ranked),
        usual if similar else None,
        match.is_unmarked,
        embedder=meaning.embedder if meaning else "",
    )


def _tempered(similarity: Similarity, passage: Passage) -> Similarity:
    """Trust a sentence of a few words less than the passage around it: it is like anything."""
    whole = similarity.passage
    lines = zip(similarity.sentences, passage.sentences, strict=True)
    return Similarity(
        whole,
        similarity.title,
        tuple(
            whole + (own - whole) * min(1, count_words(each.whole) / SHORT) for own, each in lines
        ),
    )


def _by_words(match: Match, seen: Mask) -> list[int]:
    """Propose the passages that hold the question's words; one without any is none."""
    scores = np.where(seen, match.bm25, 0)
    order = np.argsort(-scores, kind="stable")[:CANDIDATES]
    return [int(place) for place in order if scores[place] > 0]


class _Scoring:
    """Scores passages and their sentences for one question, all on one scale."""

    def __init__(
        self, question: Asked, corpus: Corpus, match: Match, similar: dict[str, Similarity]
    ) -> None:
        self._asked = frozenset(tokenize(question.text))
        self._stressed = frozenset(tokenize(question.stress))
        self._corpus = corpus
        self._match = match
        self._similar = similar
        self._middle = _middle(similar) if similar else None
        self._trust = UNMARKED_DENSE if match.is_unmarked else 1.0

    def ranked(self, place: int, by_words: float) -> Ranked:
        """Score the passage at *place*; *by_words* is its lexical score, the best one's being 1."""
        passage = self._corpus.passages[place]
        words = self._corpus.sentence_terms(passage)
        shares = tuple(self._corpus.lexical.share(self._asked, own) for own in words)
        stresses = [self._stress(own) for own in words]
        similarity = self._similar.get(passage.id)
        coverage = float(self._match.coverage[place])
        if self._middle is None:
            score = (by_words + coverage + max(shares, default=0.0)) / 3
            lines = shares
        else:
            score = self._alike(place, similarity or self._middle)
            lines = self._lines(similarity, self._middle, shares)
        score += self._stress(self._corpus.terms(passage))
        lines = tuple(line + stress for line, stress in zip(lines, stresses, strict=True))
        return Ranked(passage, score, coverage, similarity, shares, lines)

    def _stress(self, words: frozenset[str]) -> float:
        return STRESS_WEIGHT * self._corpus.lexical.share(self._stressed, words)

    def _alike(self, place: int, similarity: Similarity) -> float:
        best = max(similarity.sentences, default=similarity.passage)
        alike = (similarity.passage + best) / 2 + TITLE_WEIGHT * similarity.title
        words = float(self._match.coverage[place])
        if self._match.is_unmarked:
            words += float(self._match.pairs[place])
        return self._trust * alike + WORDS_WEIGHT * words

    def _lines(
        self, similarity: Similarity | None, middle: Similarity, shares: tuple[float, ...]
    ) -> tuple[float, ...]:
        """Score each sentence by itself, in the manner of the passage."""
        alike = similarity.sentences if similarity else middle.sentences * len(shares)
        return tuple(
            self._trust * likeness + WORDS_WEIGHT * share
            for likeness, share in zip(alike, shares, strict=True)
        )


def _middle(similar: dict[str, Similarity]) -> Similarity:
    """Stand in for a passage that is not embedded yet: as alike as the middling candidate."""
    whole = float(np.median([each.passage for each in similar.values()]))
    best = float(np.median([max(each.sentences, default=whole) for each in similar.values()]))
    title = float(np.median([each.title for each in similar.values()]))
    return Similarity(whole, title, (best,))


def _relative(scores: Scores) -> NDArray[np.float32]:
    """Bring scores between 0 and 1, the best being 1."""
    highest = float(scores.max(initial=0.0))
    return scores / highest if highest else scores
