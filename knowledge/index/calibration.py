"""The weights of a handbook's calibration, as they are stored with its index (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each signal of confidence; the weighted sum must reach *least*."""

    alike: float
    whole: float
    ahead: float
    words: float
    least: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights fitted to one handbook, by language pair; other pairs keep the default weights.

    A pair is written ``vi-en``: the question in Vietnamese, the passage in English.
    """

    weights: Mapping[str, Weights] = field(default_factory=dict)


UNCALIBRATED = Calibration()
