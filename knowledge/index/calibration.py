"""The weights of a handbook's calibration, as they are stored with its index (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs; the sum must reach *least*."""

    alike: float
    whole: float
    ahead: float
    words: float
    least: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the signs weigh in one handbook, by pair of languages; as usual for any other pair.

    A pair is written ``vi-en``: asked in Vietnamese, found in English.
    """

    weights: Mapping[str, Weights] = field(default_factory=dict)


UNCALIBRATED = Calibration()
