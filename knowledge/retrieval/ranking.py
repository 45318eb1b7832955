"""Ranks passages for a question by dense and lexical signals in one score (pure).

With embeddings, where p, s and t are the cosine similarities of the question to the passage, to
one of its sentences and to its title:

    s'    = p + (s - p) * min(1, words of the sentence / 7)
    score = (p + max s') / 2 + 0.1 * t + 0.1 * coverage + 0.1 * stress
            + 0.05 * heading - 0.03 * purpose + 0.05 * edition - 0.03 * shown
            + 0.2 * number

coverage is the idf-weighted share of the question's terms in title and passage. stress is the same
share of the terms of a follow-up itself, 0 for other questions. heading is the share of the
heading's pairs of adjacent terms that stand in the question; for a heading that is a name, of one
word, which is in the question, it is 1, less the longer the question: then more is asked than the
name. purpose is 1 for a clause that only says what its page is for, unless the question asks for
that, and for one of a glossary, unless it asks what something is. edition is 1 for a page of the
edition that the question names. shown is 1 for a clause that was shown just before, if a follow-up
varies the condition it answers. number is 1 for a clause whose heading or sentence begins with the
number by which the question names a clause ("clause 3.2"), and for that sentence. A candidate
without vectors gets the median similarities of the others.

Without embeddings:

    score = (BM25 / highest BM25 + coverage + highest share in one sentence) / 3 + 0.1 * stress
            + 0.05 * heading - 0.03 * purpose + 0.05 * edition - 0.03 * shown
            + 0.2 * number

With companion notes, a passage also gets, by its clause, 0.4 times how much nearer the clause's
asks are to the question than the median clause's, in meaning and half as much in letters; without
embeddings, in letters alone. A question without a topic, or of a bare one, is like the asks of any
clause: they do not count then.

Decision 6 says why there is one score. Candidates are the best 50 of each index, and the passages
of the 10 clauses with the nearest asks.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.index.asks import AskLikeness
from knowledge.index.corpus import Corpus
from knowledge.index.dense import DenseIndex, Similarity
from knowledge.index.int8_rows import highest
from knowledge.index.lexical import Mask, Scores
from knowledge.index.passages import Passage
from knowledge.models.embedder import Vector
from knowledge.retrieval.clause_numbers import begins_with, clause_numbers_in, is_heading_of
from knowledge.retrieval.edition_names import editions_in, editions_of
from knowledge.retrieval.follow_ups import SearchQuery
from knowledge.text.lexicon import all_words, compiled, either, whole_words
from knowledge.text.names import WORD, is_name
from knowledge.text.sentences import count_words
from knowledge.text.tokens import tokenize
from knowledge.text.topic_words import find_topics, is_bare_topic

CANDIDATES = 50
"""How many candidates each of the two indexes proposes."""

WORDS_WEIGHT = 0.1
TITLE_WEIGHT = 0.1

ASKS_WEIGHT = 0.4
LEXICAL_ASKS_WEIGHT = 2.0
"""The weights of a clause's asks, with embeddings and without."""

ASK_CANDIDATES = 10
"""How many clauses are candidates by their asks."""

STRESS_WEIGHT = 0.1
"""The extra weight of a follow-up's own terms over those of the question before it."""

SHOWN_WEIGHT = 0.03
"""How much a clause loses that was shown before the condition was varied."""

HEADING_WEIGHT = 0.05
"""The weight of a heading that stands in the question; from 0.1 up it costs elsewhere."""

EDITION_WEIGHT = 0.05
"""The weight of the edition that a question names."""

NAME_WORDS = 8
"""The most words of a question that a heading of one word, a name, counts fully in."""

NUMBER_WEIGHT = 0.2
"""The weight of the number of a clause: whoever names it wants that one, and not one about it."""

PURPOSE_WEIGHT = 0.03
"""How far a clause falls that states no rule, but what the rules or their words are."""

SHORT_SENTENCE_WORDS = 7
"""The similarity of shorter sentences is damped towards the passage's."""

_ONE_WORD = re.compile(r"[A-Z][\w'-]+")
_PURPOSE_HEADING = compiled(
    rf"^[\W\d]*(?:{either(all_words(lambda each: each.topics.purpose_headings))})[\W\d]*$"
)
_PURPOSE_SENTENCE = compiled(
    rf"^\W*(?:{either(all_words(lambda each: each.topics.purpose_openings))})"
)
_GLOSSARY_TITLE = compiled(
    rf"^\W*(?:{either(all_words(lambda each: each.topics.glossary_titles))})(?!\w)"
)
_ASKS_MEANING = compiled(whole_words(lambda each: each.topics.asking_meaning))


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate passage with its score.

    *similarity* is None if it has no vector. *shares* has for each sentence the idf-weighted share
    of the question's terms that it holds, *sentence_scores* its score on the passage's scale.
    *asked* is the part of the score that the clause's asks add or take away, and *meant* the cosine
    similarity of the nearest; both are 0 without notes.
    """

    passage: Passage
    score: float
    coverage: float
    similarity: Similarity | None
    shares: tuple[float, ...]
    sentence_scores: tuple[float, ...]
    asked: float = 0.0
    meant: float = 0.0


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The ranked candidates for a question, best first.

    *usual* is the mean and standard deviation of the question's similarity to a sample of all
    passages, None if the ranking is lexical; *embedder* is then empty. *doubt* is how much of what
    the question asks about is not in the clause that comes first, as `question_checks` weighs it,
    and *lacking* what counts of it beside notes.
    """

    question: str
    ranked: tuple[Ranked, ...]
    usual: tuple[float, float] | None
    embedder: str = ""
    doubt: float = 0.0
    lacking: float = 0.0


@dataclass(frozen=True, slots=True)
class DenseQuery:
    """The question's vector, the dense index, and the ids of the candidates from it."""

    embedder: str
    vector: Vector
    dense: DenseIndex
    nearest: Sequence[str]


def search(
    question: SearchQuery,
    corpus: Corpus,
    seen: Mask,
    meaning: DenseQuery | None,
    near_asks: Mapping[str, AskLikeness] = MappingProxyType({}),
) -> SearchResult:
    """Rank the passages of *corpus* for a *question*; *seen* masks those that may be shown.

    *near_asks* says of each clause with a note how much nearer its asks are than the median's.
    """
    if not find_topics(question.text) or is_bare_topic(question.text):
        near_asks = {}
    words = corpus.lexical.bm25(question.readings[0])
    places = _lexical_candidates(words, seen)
    places = list(dict.fromkeys([*places, *_ask_candidates(near_asks, corpus, seen)]))
    usual = None
    similar: dict[str, Similarity] = {}
    if meaning is not None:
        near = (corpus.place.get(id_, -1) for id_ in meaning.nearest)
        places = list(dict.fromkeys([*places, *(at for at in near if at >= 0 and seen[at])]))
        candidates = [corpus.passages[place] for place in places]
        similar = {
            id_: _damp_short_sentences(each, corpus.passages[corpus.place[id_]])
            for id_, each in meaning.dense.similarity(meaning.vector, candidates).items()
        }
        usual = meaning.dense.usual(meaning.vector)
    ranked = _Scorer(question, corpus, similar, places).rank(_normalize(words[places]))
    if near_asks:
        weight = ASKS_WEIGHT if similar else LEXICAL_ASKS_WEIGHT
        ranked = [_with_ask(each, near_asks.get(each.passage.clause), weight) for each in ranked]
    ranked.sort(key=lambda each: -each.score)
    return SearchResult(
        question.text,
        tuple(ranked),
        usual if similar else None,
        embedder=meaning.embedder if meaning else "",
    )


def _damp_short_sentences(similarity: Similarity, passage: Passage) -> Similarity:
    """Damp the similarity of short sentences, which resemble anything, towards the passage's."""
    whole = similarity.passage
    lines = zip(similarity.sentences, passage.sentences, strict=True)
    return Similarity(
        whole,
        similarity.title,
        tuple(
            whole + (own - whole) * min(1, count_words(each.whole) / SHORT_SENTENCE_WORDS)
            for own, each in lines
        ),
    )


def _lexical_candidates(words: Scores, seen: Mask) -> list[int]:
    """Return the places of the best passages by BM25, none with a score of 0."""
    scores = np.where(seen, words, 0)
    found: list[int] = highest(scores, CANDIDATES).tolist()
    return [place for place in found if scores[place] > 0]


def _ask_candidates(near_asks: Mapping[str, AskLikeness], corpus: Corpus, seen: Mask) -> list[int]:
    """Return the places of the passages of the clauses with the nearest asks."""
    nearest = nlargest(ASK_CANDIDATES, near_asks, key=lambda each: near_asks[each].nearer)
    places = (place for clause in nearest for place in corpus.clause_places.get(clause, ()))
    return [place for place in places if seen[place]]


def _with_ask(ranked: Ranked, near: AskLikeness | None, weight: float) -> Ranked:
    """Add to a score what the asks of the clause say, if it has any."""
    if near is None:
        return ranked
    asked = weight * near.nearer
    return replace(ranked, score=ranked.score + asked, asked=asked, meant=near.alike)


class _Words(NamedTuple):
    """What a passage holds of a question's terms: in all, and in each sentence of it.

    *bm25* is relative to the best. *stress* and *stresses* are of a follow-up's own terms.
    """

    bm25: float
    coverage: float
    shares: tuple[float, ...]
    stress: float
    stresses: tuple[float, ...]


class _Scorer:
    """Scores passages and sentences for one question, on one scale."""

    def __init__(
        self,
        question: SearchQuery,
        corpus: Corpus,
        similar: dict[str, Similarity],
        places: Sequence[int],
    ) -> None:
        self._asked = frozenset(tokenize(question.readings[0]))
        self._words = {each.lower() for each in WORD.findall(question.stress or question.text)}
        self._asked_pairs = frozenset(pairwise(tokenize(question.stress or question.readings[0])))
        self._name_weight = min(1.0, NAME_WORDS / max(1, count_words(question.text)))
        self._asks_meaning = bool(_ASKS_MEANING.search(question.text))
        named = editions_in(question.text)
        pages = corpus.pages.values() if named else ()
        self._numbers = clause_numbers_in(question.text)
        self._editions = {page.id for page in pages if named & editions_of(page)}
        self._stressed = corpus.lexical.weigh(frozenset(tokenize(question.stress)))
        self._weighed = corpus.lexical.weigh(self._asked)
        self._shown = frozenset(question.shown)
        self._corpus = corpus
        self._similar = similar
        self._places = places
        self._median_similarity = _median_similarity(similar) if similar else None

    def rank(self, by_words: NDArray[np.float32]) -> list[Ranked]:
        """Score the passages; *by_words* are their BM25 scores relative to the best."""
        corpus, lexical, places = self._corpus, self._corpus.lexical, self._places
        columns = (
            by_words.tolist(),
            lexical.coverage(self._weighed, places),
            corpus.shares(self._weighed, places),
            lexical.coverage(self._stressed, places),
            corpus.shares(self._stressed, places),
        )
        rows = map(_Words, *columns)
        return [self._rank(*each) for each in zip(places, rows, strict=True)]

    def _rank(self, place: int, words: _Words) -> Ranked:
        """Score the passage at *place*, which holds so much of the question's *words*."""
        passage = self._corpus.passages[place]
        similarity = self._similar.get(passage.id)
        if self._median_similarity is None:
            score = (words.bm25 + words.coverage + max(words.shares, default=0.0)) / 3
            lines = words.shares
        else:
            found = similarity or self._median_similarity
            score = _score_passage(found, words.coverage)
            lines = self._score_sentences(similarity, self._median_similarity, words.shares)
        score += STRESS_WEIGHT * words.stress + self._heading_bonus(passage)
        stressed = zip(lines, words.stresses, strict=True)
        lines = tuple(line + STRESS_WEIGHT * stress for line, stress in stressed)
        if self._numbers:
            numbered = [begins_with(each.text, self._numbers) for each in passage.sentences]
            score += NUMBER_WEIGHT * (
                any(numbered) or is_heading_of(passage.heading, self._numbers)
            )
            pairs = zip(lines, numbered, strict=True)
            lines = tuple(line + NUMBER_WEIGHT * is_asked for line, is_asked in pairs)
        return Ranked(passage, score, words.coverage, similarity, words.shares, lines)

    def _heading_bonus(self, passage: Passage) -> float:
        """Lift a clause whose heading is asked for, lower one that states no rule or was shown."""
        pairs = _heading_pairs(passage.heading)
        share = (
            len(pairs & self._asked_pairs) / len(pairs)
            if pairs
            else self._name_weight * self._is_asked_name(passage)
        )
        bonus = HEADING_WEIGHT * share
        bonus += EDITION_WEIGHT * (passage.page in self._editions)
        bonus -= SHOWN_WEIGHT * (passage.clause in self._shown)
        is_no_rule = says_only_purpose(passage, self._asked) or (
            not self._asks_meaning and bool(_GLOSSARY_TITLE.match(passage.title))
        )
        return bonus - PURPOSE_WEIGHT * is_no_rule

    def _is_asked_name(self, passage: Passage) -> bool:
        """Return whether the heading is one word, by the candidates a name, and in the question."""
        heading = passage.heading.strip()
        if not _ONE_WORD.fullmatch(heading) or heading.lower() not in self._words:
            return False
        texts = (self._corpus.passages[place].text for place in self._places)
        return is_name(heading.lower(), texts)

    def _score_sentences(
        self, similarity: Similarity | None, middle: Similarity, shares: tuple[float, ...]
    ) -> tuple[float, ...]:
        """Score each sentence on the scale of the passages."""
        alike = similarity.sentences if similarity else middle.sentences * len(shares)
        return tuple(
            likeness + WORDS_WEIGHT * share for likeness, share in zip(alike, shares, strict=True)
        )


def _score_passage(similarity: Similarity, coverage: float) -> float:
    best = max(similarity.sentences, default=similarity.passage)
    alike = (similarity.passage + best) / 2 + TITLE_WEIGHT * similarity.title
    return alike + WORDS_WEIGHT * coverage


@lru_cache(20_000)
def _heading_pairs(heading: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(tokenize(heading)))


def says_only_purpose(passage: Passage, asked: frozenset[str] = frozenset()) -> bool:
    """Tell whether a *passage* says what its page is for, and no rule.

    A heading with a term that is *asked* for does not tell.
    """
    if _PURPOSE_HEADING.match(passage.heading):
        return asked.isdisjoint(tokenize(passage.heading))
    sentences = [each.text for each in passage.sentences]
    return bool(sentences) and all(map(_PURPOSE_SENTENCE.match, sentences))


def _median_similarity(similar: dict[str, Similarity]) -> Similarity:
    """Return the median similarities of the candidates, for one without vectors."""
    whole = float(np.median([each.passage for each in similar.values()]))
    best = float(np.median([max(each.sentences, default=whole) for each in similar.values()]))
    title = float(np.median([each.title for each in similar.values()]))
    return Similarity(whole, title, (best,))


def _normalize(scores: Scores) -> NDArray[np.float32]:
    """Scale scores to 0 to 1, the highest being 1."""
    highest = float(scores.max(initial=0.0))
    return scores / highest if highest else scores
