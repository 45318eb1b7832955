"""Protocol of language models, their messages, and the kinds of failure."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Trouble = Literal[
    "busy", "slow", "unreachable", "misconfigured", "blocked", "broken_off", "malformed", "empty"
]
"""Why a model gave no answer: too many requests, the time is over, nobody there, the key or the
name is wrong, a filter or a refusal, gone in the middle, not to be read, nothing said."""

Fallback = Trouble | Literal["unproved"]
"""Why an answer is the handbook's own words although there is a model: it was in trouble, it said
that the passages do not answer, or what it wrote is not what they say."""

MODEL_TIMEOUT_S = 30.0
"""Seconds that a person waits for a model, all attempts together."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a prompt: system instructions, or user content."""

    role: Literal["system", "user"]
    content: str


class ModelTroubleError(Exception):
    """The model gave no usable answer; callers fall back to the extractive answer."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        """Store the kind of *trouble*; *detail* is for the log and holds no user text."""
        super().__init__(f"{trouble}: {detail}" if detail else trouble)
        self.trouble: Trouble = trouble
        self.detail = detail


class LanguageModel(Protocol):
    """Generates text as a stream of chunks."""

    @property
    def id(self) -> str:
        """Identifier of the model and its endpoint."""
        ...

    @property
    def timeout_s(self) -> float:
        """Timeout of a whole answer in seconds, enforced by callers."""
        ...

    @property
    def judge(self) -> "LanguageModel | None":
        """The model that is asked for a second opinion on each sentence, if one is configured."""
        ...

    def write(
        self, messages: Sequence[Message], *, schema: Mapping[str, object] | None = None
    ) -> AsyncGenerator[str]:
        """Yield the text in chunks as they arrive, as JSON of a *schema* if one is given.

        Not every model keeps to a schema.

        Raises:
            ModelTroubleError: If the text is missing or incomplete.
        """
        ...

    async def close(self) -> None:
        """Close open connections."""
        ...
