"""Confidence that the best passage answers the question and is not only related to it (pure).

A threshold on similarity does not carry over between handbooks, languages and models. Confidence
is a weighted sum of four signals: the similarity of the best sentence (*alike*), of its passage
(*whole*), the margin over the eleventh candidate (*ahead*), and the coverage of the question's
terms (*words*). The weights differ when question and passage are in two languages, where terms
cannot match and similarities are lower. They were fitted on public question sets so that few
answerable questions are refused; a calibration fits them to one handbook.

From confidence, the margin over the next clause, the notes and the doubts of `question_checks` two
lines part three bands: sure of an answer, unsure, and none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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

    def weigh(self, weights: Weights) -> float:
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

NEAR = -4.0
"""The least confidence at which passages are near enough to have a language model read them."""

_RIVAL_RANK = 11
"""The rank, from 0, of the candidate that the margin is measured to."""

MAX_LEAD = 4.0
USUAL_LEAD = 2.0
"""The most that the margin over other clauses counts, and what stands for it where there are none,
in standard deviations."""

_PRIOR_WEIGHT = 5.0
"""The precision of the prior around the default weights."""

_MAX_ITERATIONS = 50


@dataclass(frozen=True, slots=True)
class Confidence:
    """Confidence that the best passage answers the question; from 0 on, it is likelier than not.

    *lead* is the margin over the best passage of another clause, in standard deviations of the
    question's similarities; *asked* is what the notes of the clause add to its score, None without
    any, and *meant* the similarity of the nearest; *doubt* and *lacking* are those of
    `question_checks`. *pair* names the languages of question and passage.
    It is empty, and *signs* and the *usual* weights are None, if the ranking was lexical.
    """

    amount: float
    pair: str = ""
    signs: Signs | None = None
    usual: Weights | None = None
    lead: float = 0.0
    asked: float | None = None
    meant: float = 0.0
    doubt: float = 0.0
    lacking: float = 0.0

    def under(self, calibration: Calibration) -> float:
        """Return the amount under a *calibration*."""
        own = calibration.weights.get(self.pair)
        return self.signs.weigh(own) if own and self.signs else self.amount

    @property
    def is_across_languages(self) -> bool:
        """Whether question and passage are in two languages."""
        asked, _, written = self.pair.partition("-")
        return asked != written

    def band(self, calibration: Calibration = UNCALIBRATED) -> Band:
        """Decide how sure it is that the best passage answers the question."""
        amount = self.under(calibration)
        if self.signs is None:
            sure, none = SURE_BY_WORDS, NONE_BY_WORDS
        elif self.pair in calibration.weights:
            sure, none = SURE_CALIBRATED, NONE_CALIBRATED
        elif self.asked is not None and self.usual in (E5, E5_TWO_LANGUAGES):
            amount, sure, none = self.signs.weigh(NOTED), SURE_NOTED, NONE_NOTED
        elif self.is_across_languages:
            sure, none = SURE_TWO_LANGUAGES, NONE_TWO_LANGUAGES
        else:
            sure, none = SURE, NONE
        if sure.is_reached(amount, self):
            return "sure"
        return "unsure" if none.is_reached(amount, self) else "none"


@dataclass(frozen=True, slots=True)
class BandLine:
    """A line between two bands: a weighted sum and the *least* it must come to.

    *across* is added where question and clause are in two languages.
    """

    least: float
    lead: float = 0.0
    asked: float = 0.0
    meant: float = 0.0
    doubt: float = 0.0
    lacking: float = 0.0
    across: float = 0.0

    def is_reached(self, amount: float, signs: Confidence) -> bool:
        """Return whether an *amount* of confidence with these *signs* is on the upper side."""
        total = (
            amount
            + self.lead * min(signs.lead, MAX_LEAD)
            + self.asked * (signs.asked or 0.0)
            + self.meant * signs.meant
            - self.doubt * signs.doubt
            - self.lacking * signs.lacking
            + self.across * signs.is_across_languages
        )
        return total >= self.least


NOTED = Weights(alike=18.3, whole=9.0, ahead=0.0, words=0.0, least=51.2)
SURE_NOTED = BandLine(1.7, lead=0.57, asked=9.4, meant=30.1, lacking=2.54, across=0.53)
NONE_NOTED = replace(SURE_NOTED, least=-1.8)
"""What counts for a clause with a note, by multilingual-e5-small, and the two lines.

Logistic regression of "the clause that comes first answers", on 508 questions to the starter
handbook and 90 of public sets that are about something else. Each set left out in turn, 94 of 100
above the upper line are right, and 2 of 100 that can be answered are below the lower one. How far
the clause stands out, how many words it shares and whether it has the names of the question says
nothing more here.
"""

SURE = BandLine(5.5, lead=2.2, doubt=2.0)
SURE_TWO_LANGUAGES = BandLine(7.3, lead=1.4, doubt=3.2)
NONE = BandLine(-1.1, doubt=0.7)
NONE_TWO_LANGUAGES = BandLine(-0.15, doubt=0.5)
"""What an answer must reach without notes, and what a clause must to be shown as the nearest one.

The upper lines are set where 85 to 90 of 100 answers above them are right, on questions of one
language over pages of another with their documents there and taken away; the lower ones where
hardly any question that can be answered is below. A name written otherwise in the other language is
no sign of what is far, so doubts weigh little there. Of 150 questions each in Vietnamese and Thai
over English pages, 10 and 2 of 100 that can be answered are below it, and 93 and 75 of 100 that
were asked of other pages.
"""

SURE_CALIBRATED = BandLine(1.0, doubt=0.7)
NONE_CALIBRATED = BandLine(-1.5, doubt=0.3)
"""The same where confidence was fitted to the handbook's own questions."""

SURE_BY_WORDS = BandLine(0.0, doubt=0.08)
NONE_BY_WORDS = BandLine(-0.12, doubt=0.03)
"""The same without embeddings, on the scale of shares of words."""

NO_CONFIDENCE = Confidence(float("-inf"))
"""The confidence without candidates."""


def is_near(found: SearchResult) -> bool:
    """Decide whether what was found is worth the reading, though it may not answer."""
    return confidence(found).amount >= NEAR


def confidence(found: SearchResult) -> Confidence:
    """Estimate the confidence that the best passage answers the question."""
    if not found.ranked:
        return NO_CONFIDENCE
    best = found.ranked[0]
    if found.usual is None or best.similarity is None:
        share = max(best.shares, default=0.0)
        amount = min(best.coverage - MIN_COVERAGE, share - MIN_SHARE)
        return Confidence(amount, doubt=found.doubt)
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
    return Confidence(
        signs.weigh(weights),
        f"{asked}-{written}",
        signs,
        weights,
        lead=_lead(found),
        asked=best.asked or None,
        meant=best.meant,
        doubt=found.doubt,
        lacking=found.lacking,
    )


def _lead(found: SearchResult) -> float:
    """Measure the margin of the best passage over the best one of another clause."""
    best = found.ranked[0]
    others = (each for each in found.ranked if each.passage.clause != best.passage.clause)
    rival = next(others, None)
    _, spread = found.usual or (0.0, 1.0)
    return (best.score - rival.score) / max(spread, 1e-6) if rival else USUAL_LEAD


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
