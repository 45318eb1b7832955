"""Whether what was found answers the question, or is only near it (pure).

No similarity means the same in every handbook, language and model, so none decides alone. Five
signs are weighed: how alike the best sentence is, how alike the passage around it, how far that
passage stands out from the next ones, which share of the question's words it holds, and whether
question and passage are in two languages, where words cannot tell and similarities run lower. The
weights were fitted on public question sets so that few questions that have an answer are refused;
a calibration moves the line for one handbook.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.dense import Similarity
from knowledge.retrieval import Found, Ranked
from knowledge.tongue import language_of


@dataclass(frozen=True, slots=True)
class _Weights:
    """What each sign weighs; the sum must reach *least*."""

    alike: float
    whole: float
    ahead: float
    words: float
    least: float


E5 = _Weights(alike=35.0, whole=25.0, ahead=11.0, words=2.0, least=51.2)
E5_TWO_LANGUAGES = _Weights(alike=50.0, whole=27.0, ahead=52.0, words=0.0, least=60.8)
"""For the models whose similarities are known: multilingual E5, small."""

ANY_MODEL = _Weights(alike=0.56, whole=0.0, ahead=0.46, words=2.08, least=2.57)
ANY_MODEL_TWO_LANGUAGES = _Weights(alike=0.56, whole=0.0, ahead=0.46, words=0.0, least=1.27)
"""For every other model: similarities count by how unusual they are in this handbook."""

LEAST_COVERAGE = 0.35
LEAST_SHARE = 0.2
"""By words alone: the share of the question's words in the passage, and in one sentence of it."""

_RIVAL = 4
"""The passage, counted from the best, that a good one stands out from."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure answers must be, by pair of languages: 0 where nothing was measured.

    A pair is written ``vi-en``: asked in Vietnamese, found in English.
    """

    least: Mapping[str, float] = field(default_factory=dict)


UNCALIBRATED = Calibration()


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure it is that the best passage says what was asked: above 0, it is taken to.

    *pair* names the languages of question and passage, or is empty where words alone decided.
    """

    amount: float
    pair: str = ""


NONE = Confidence(float("-inf"))
"""Nothing was found at all."""


def is_answered(found: Found, calibration: Calibration = UNCALIBRATED) -> bool:
    """Tell whether the best passage found says what was asked."""
    sure = confidence(found)
    return sure.amount >= calibration.least.get(sure.pair, 0.0)


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
    total = (
        weights.alike * alike
        + weights.whole * similarity.passage
        + weights.ahead * ahead
        + weights.words * best.coverage
    )
    return Confidence(total - weights.least, f"{asked}-{written}")
