"""Confidence that the best passage answers the question and is not only related to it (pure).

A threshold on similarity does not carry over between handbooks, languages and models. Confidence
is a weighted sum of four signals: the similarity of the best sentence (*alike*), of its passage
(*whole*), the margin over the eleventh candidate (*ahead*), and the coverage of the question's
terms (*words*). The weights differ when question and passage are in two languages, where terms
cannot match and similarities are lower. They were fitted on public question sets so that few
answerable questions are refused; a calibration fits them to one handbook.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from knowledge.index.calibration import UNCALIBRATED, Calibration, Weights
from knowledge.index.dense import Similarity
from knowledge.retrieval.ranking import Ranked, SearchResult
from knowledge.text.language import language_of


@dataclass(frozen=True, slots=True)
class Signs:
    """The four signals, from which confidence is computed."""

    alike: float
    whole: float
    ahead: float
    words: float

    def weighed(self, weights: Weights) -> float:
        """Return the weighted sum minus the threshold; from 0 on it is an answer."""
        return (
            weights.alike * self.alike
            + weights.whole * self.whole
            + weights.ahead * self.ahead
            + weights.words * self.words
            - weights.least
        )


E5 = Weights(alike=28.2, whole=24.0, ahead=15.7, words=1.74, least=45.0)
E5_TWO_LANGUAGES = Weights(alike=27.5, whole=24.4, ahead=47.4, words=0.0, least=41.4)
"""Fitted for multilingual-e5-small."""

ANY_MODEL = Weights(alike=0.25, whole=0.0, ahead=0.47, words=3.0, least=2.37)
ANY_MODEL_TWO_LANGUAGES = Weights(alike=0.19, whole=0.0, ahead=1.14, words=0.0, least=1.28)
"""For other models, on similarities standardised by their distribution in the handbook."""

MIN_COVERAGE = 0.35
MIN_SHARE = 0.2
"""Thresholds without embeddings: coverage by the passage, and share in one sentence of it."""

MIN_QUESTIONS = 10
"""The least questions of either kind from which weights are fitted."""

Band = Literal["sure", "unsure", "none"]
"""How sure an answer is: it is one, it may be one, or there is none."""

SURE = 0.0
NONE = -1.5
"""The least confidence of an answer, and of a clause that is shown as the nearest one."""

_RIVAL_RANK = 11
"""The rank, from 0, of the candidate that the margin is measured to."""

_PRIOR_WEIGHT = 5.0
"""The precision of the prior around the default weights."""

_MAX_ITERATIONS = 50


@dataclass(frozen=True, slots=True)
class Confidence:
    """Confidence that the best passage answers the question; from 0 on, it is taken to.

    *pair* names the languages of question and passage. It is empty, and *signs* and the *usual*
    weights are None, if the ranking was lexical.
    """

    amount: float
    pair: str = ""
    signs: Signs | None = None
    usual: Weights | None = None

    def under(self, calibration: Calibration) -> float:
        """Return the amount under a *calibration*."""
        own = calibration.weights.get(self.pair)
        return self.signs.weighed(own) if own and self.signs else self.amount


NO_CONFIDENCE = Confidence(float("-inf"))
"""The confidence without candidates."""


def band_of(found: SearchResult, calibration: Calibration = UNCALIBRATED) -> Band:
    """Decide how sure it is that the best passage answers the question."""
    amount = confidence(found).under(calibration)
    if amount >= SURE:
        return "sure"
    return "unsure" if amount >= NONE else "none"


def confidence(found: SearchResult) -> Confidence:
    """Estimate the confidence that the best passage answers the question."""
    if not found.ranked:
        return NO_CONFIDENCE
    best = found.ranked[0]
    if found.usual is None or best.similarity is None or found.is_unmarked:
        share = max(best.shares, default=0.0)
        return Confidence(min(best.coverage - MIN_COVERAGE, share - MIN_SHARE))
    return _weighed(found, best, best.similarity)


def _weighed(found: SearchResult, best: Ranked, similarity: Similarity) -> Confidence:
    """Compute and weigh the signals of the *best* passage."""
    alike = max(similarity.sentences, default=similarity.passage)
    rival = found.ranked[min(_RIVAL_RANK, len(found.ranked) - 1)]
    ahead = (best.score - best.asked) - (rival.score - rival.asked)  # as it is without notes
    asked, written = language_of(found.question), language_of(best.passage.text)
    if "multilingual-e5-small" in found.embedder:
        weights = E5 if asked == written else E5_TWO_LANGUAGES
    else:
        weights = ANY_MODEL if asked == written else ANY_MODEL_TWO_LANGUAGES
        mean, spread = found.usual or (0.0, 1.0)
        alike, ahead = (alike - mean) / max(spread, 1e-6), ahead / max(spread, 1e-6)
    signs = Signs(alike, similarity.passage, ahead, best.coverage)
    return Confidence(signs.weighed(weights), f"{asked}-{written}", signs, weights)


def fit_weights(good: Sequence[Confidence], bad: Sequence[Confidence]) -> Weights | None:
    """Fit the weights to answerable (*good*) and unanswerable questions; None if there are too few.

    Both classes have the same total weight. This is logistic regression with a normal prior around
    the default weights, at its maximum a posteriori (Bishop, Pattern Recognition and Machine
    Learning, 4.3 and 4.5), on standardised signals.
    """
    usual = next((each.usual for each in (*good, *bad) if each.usual), None)
    if usual is None or min(len(good), len(bad)) < MIN_QUESTIONS:
        return None
    rows = np.array([_row(each.signs) for each in (*good, *bad) if each.signs])
    middle, spread = rows.mean(0), np.maximum(rows.std(0), 1e-9)
    x = np.c_[(rows - middle) / spread, np.ones(len(rows))]
    y = np.r_[np.ones(len(good)), np.zeros(len(bad))]
    share = np.where(y > 0, 0.5 / len(good), 0.5 / len(bad)) * len(rows)
    start = np.array([usual.alike, usual.whole, usual.ahead, usual.words]) * spread
    before = np.r_[start, 0.0]
    trust = np.diag([_PRIOR_WEIGHT] * len(start) + [1e-6])
    line = before.copy()
    for _ in range(_MAX_ITERATIONS):  # Newton's method; the prior keeps every step bounded
        said = 1 / (1 + np.exp(-np.clip(x @ line, -30, 30)))
        slope = x.T @ (share * (said - y)) + trust @ (line - before)
        bend = (x * (share * said * (1 - said))[:, None]).T @ x + trust
        step = np.linalg.solve(bend, slope)
        line -= step
        if np.abs(step).max() < 1e-6:  # noqa: PLR2004 - nothing moves any more
            break
    alike, whole, ahead, words = (line[:-1] / spread).tolist()
    least = float((line[:-1] / spread) @ middle - line[-1])
    return Weights(alike, whole, ahead, words, least)


def _row(signs: Signs) -> tuple[float, float, float, float]:
    return signs.alike, signs.whole, signs.ahead, signs.words
