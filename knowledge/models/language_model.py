"""The language model: what it is asked, and the ways in which it may say nothing of use."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Trouble = Literal[
    "busy", "slow", "unreachable", "misconfigured", "blocked", "broken_off", "malformed", "empty"
]
"""Why a model gave no answer: too many requests, the time is over, nobody there, the key or the
name is wrong, a filter or a refusal, gone in the middle, not to be read, nothing said."""

Fallback = Trouble | Literal["silent", "unproved"]
"""Why an answer is the handbook's own words although there is a model: it was in trouble, it said
that the passages do not answer, or what it wrote is not what they say."""

MODEL_TIMEOUT_S = 30.0
"""Seconds that a person waits for a model, all attempts together."""


@dataclass(frozen=True, slots=True)
class Message:
    """A part of what a model is given: our rules, or what it is to work on."""

    role: Literal["system", "user"]
    content: str


class ModelTroubleError(Exception):
    """The model gave no answer. Nobody outside learns of it: the handbook's own words do."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        """Remember the kind of *trouble*; *detail* is for the log and holds no text."""
        super().__init__(f"{trouble}: {detail}" if detail else trouble)
        self.trouble: Trouble = trouble
        self.detail = detail


class LanguageModel(Protocol):
    """Writes a text, piece by piece."""

    @property
    def id(self) -> str:
        """Name the model and where it is."""
        ...

    @property
    def timeout_s(self) -> float:
        """Tell how many seconds its whole answer may take; callers stop waiting then."""
        ...

    def write(self, messages: Sequence[Message]) -> AsyncGenerator[str]:
        """Give the text in pieces, as they come.

        Raises:
            ModelTroubleError: If there is no text, or not all of it.
        """
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
