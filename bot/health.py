"""The result of one health check of ``guildmate doctor``."""

from dataclasses import dataclass
from typing import Literal

Health = Literal["ok", "look", "wrong"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found, and in one sentence also what to do about it."""

    health: Health
    said: str
