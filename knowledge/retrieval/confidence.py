"""Whether what was found answers the question, or is only near it (pure).

No similarity means the same in every handbook, language and model, so none decides alone. Four
signs are weighed: how alike the best sentence is, how alike the passage around it, how far that
passage stands out from all the others, and which share of the question's words it holds. The
weights differ for a question and a passage in two languages, where words cannot tell and
similarities run lower. They were fitted on public question sets so that few questions that have
an answer are refused; a calibration fits them anew for one handbook.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.index.calibration import UNCALIBRATED, Calibration, Weights
from knowledge.index.dense import Similarity
from knowledge.retrieval.ranking import Found, Ranked
from knowledge.text.language import language_of


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells an answer from what is only near it."""

    alike: float
    whole: float
    ahead: float
    words: float

    def weighed(self, weights: Weights) -> float:
        """Sum the signs up: above 0, they speak for an answer."""
        return (
            weights.alike * self.alike
            + weights.whole * self.whole
            + weights.ahead * self.ahead
            + weights.words * self.words
            - weights.least
        )


E5 = Weights(alike=28.2, whole=24.0, ahead=15.7, words=1.74, least=45.0)
E5_TWO_LANGUAGES = Weights(alike=27.5, whole=24.4, ahead=47.4, words=0.0, least=41.4)
"""For the models whose similarities are known: multilingual E5, small."""

ANY_MODEL = Weights(alike=0.25, whole=0.0, ahead=0.47, words=3.0, least=2.37)
ANY_MODEL_TWO_LANGUAGES = Weights(alike=0.19, whole=0.0, ahead=1.14, words=0.0, least=1.28)
"""For every other model: similarities count by how unusual they are in this handbook."""

LEAST_COVERAGE = 0.35
LEAST_SHARE = 0.2
"""By words alone: the share of the question's words in the passage, and in one sentence of it."""

ENOUGH = 10
"""So many questions of either kind tell how to weigh the signs; fewer are left to chance."""

_RIVAL = 11
"""The passage, counted from the best, that a good one stands out from."""

_TRUST = 5.0
"""How much the weights that were there are trusted, against a calibration's own questions."""

_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure it is that the best passage says what was asked: from 0 on, it is taken to.

    *pair* names the languages of question and passage; it is empty, and there are no *signs* and
    no *usual* weights, where words alone decided.
    """

    amount: float
    pair: str = ""
    signs: Signs | None = None
    usual: Weights | None = None

    def under(self, calibration: Calibration) -> float:
        """Tell the amount as a *calibration* weighs it."""
        own = calibration.weights.get(self.pair)
        return self.signs.weighed(own) if own and self.signs else self.amount


NONE = Confidence(float("-inf"))
"""Nothing was found at all."""


def is_answered(found: Found, calibration: Calibration = UNCALIBRATED) -> bool:
    """Tell whether the best passage found says what was asked."""
    return confidence(found).under(calibration) >= 0


def confidence(found: Found) -> Confidence:
    """Tell how sure it is that the best passage found says what was asked."""
    if not found.ranked:
        return NONE
    best = found.ranked[0]
    if found.usual is None or best.similarity is None or found.is_unmarked:
        share = max(best.shares, default=0.0)
        return Confidence(min(best.coverage - LEAST_COVERAGE, share - LEAST_SHARE))
    return _weighed(found, best, best.similarity)


def _weighed(found: Found, best: Ranked, similarity: Similarity) -> Confidence:
    """Weigh the signs that the *best* passage gives."""
    alike = max(similarity.sentences, default=similarity.passage)
    ahead = best.score - found.ranked[min(_RIVAL, len(found.ranked) - 1)].score
    asked, written = language_of(found.question), language_of(best.passage.text)
    if "multilingual-e5-small" in found.embedder:
        weights = E5 if asked == written else E5_TWO_LANGUAGES
    else:
        weights = ANY_MODEL if asked == written else ANY_MODEL_TWO_LANGUAGES
        mean, spread = found.usual or (0.0, 1.0)
        alike, ahead = (alike - mean) / max(spread, 1e-6), ahead / max(spread, 1e-6)
    signs = Signs(alike, similarity.passage, ahead, best.coverage)
    return Confidence(signs.weighed(weights), f"{asked}-{written}", signs, weights)


def fitted(good: Sequence[Confidence], bad: Sequence[Confidence]) -> Weights | None:
    """Fit the weights to what answers (*good*) and what does not; None where too little is known.

    Both kinds count the same however many there are of each. It is a logistic regression that
    begins from the usual weights and leaves them only as far as the questions say so: the
    maximum a posteriori under a normal prior around them (Bishop, Pattern Recognition and
    Machine Learning, 4.3 and 4.5), on signs brought to one spread.
    """
    usual = next((each.usual for each in (*good, *bad) if each.usual), None)
    if usual is None or min(len(good), len(bad)) < ENOUGH:
        return None
    rows = np.array([_row(each.signs) for each in (*good, *bad) if each.signs])
    middle, spread = rows.mean(0), np.maximum(rows.std(0), 1e-9)
    x = np.c_[(rows - middle) / spread, np.ones(len(rows))]
    y = np.r_[np.ones(len(good)), np.zeros(len(bad))]
    share = np.where(y > 0, 0.5 / len(good), 0.5 / len(bad)) * len(rows)
    start = np.array([usual.alike, usual.whole, usual.ahead, usual.words]) * spread
    before = np.r_[start, 0.0]
    trust = np.diag([_TRUST] * len(start) + [1e-6])
    line = before.copy()
    for _ in range(_ROUNDS):  # Newton's method; the prior keeps every step bounded
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
