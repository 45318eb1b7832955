"""An OpenAI-compatible endpoint: the only file that imports openai."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from email.utils import parsedate_to_datetime
from functools import cached_property
from json import JSONDecodeError
from math import isfinite
from time import monotonic
from urllib.parse import urlsplit

import numpy as np
from openai import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    BadRequestError,
    OpenAI,
    OpenAIError,
    RateLimitError,
    UnprocessableEntityError,
)
from openai.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessageParam
from pydantic import ValidationError

from knowledge.errors import EmbedderUnavailableError
from knowledge.models.embedder import LONGEST, Vector, of_length_one
from knowledge.models.language_model import PATIENCE as MODEL_PATIENCE
from knowledge.models.language_model import Message, ModelTroubleError, Trouble
from knowledge.privacy.masking import masked

DEFAULT_MODEL = "text-embedding-3-small"
"""The model asked for when a deployment names none."""

PATIENCE = 20.0
"""Seconds to wait for an answer before the endpoint counts as gone."""

LONGEST_WAIT = 5.0
"""Seconds that a busy model may ask to be left alone and is still waited for."""

SERVERS_FAULT = 500
"""The first of the HTTP answers that say that the server itself failed."""

MOST_ATTEMPTS = 3
"""How often one question may be sent: a first time, without our wishes, and after a pause."""

FIRST_PAUSE = 0.5
"""Seconds before a second attempt where the server does not say how long."""

MOST_TOKENS = 1500
"""More than a short answer needs, with room for a model that thinks before it writes."""


class EndpointEmbedder:
    """Any server that speaks OpenAI's embeddings: OpenAI, Azure, vLLM, Ollama, llama.cpp."""

    threads = 2

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        model: str | None = None,
        patience: float = PATIENCE,
    ) -> None:
        """Ask at *base_url*, or OpenAI where none is given.

        Raises:
            EmbedderUnavailableError: If that is no address.
        """
        self._model = model or DEFAULT_MODEL
        if not _is_address(base_url):
            reason = "its address is none like https://models.example/v1"
            raise EmbedderUnavailableError(self._model, reason)
        self._client = OpenAI(
            base_url=base_url,
            api_key=api_key or "none",  # servers of one's own often ask for no key
            timeout=patience,
            max_retries=2,
        )
        self.id = f"{self._client.base_url.host}/{self._model}"

    @cached_property
    def dimensions(self) -> int:
        """Tell how long a vector is, by asking for one."""
        return int(self._vectors(["dimensions"], dimensions=None).shape[1])

    def query(self, text: str) -> Vector:
        """Embed what somebody asks; personal data in it does not leave the process."""
        vector: Vector = self._checked([masked(text).text], kind="query")[0]
        return vector

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed pieces of the handbook, one row each."""
        return self._checked(texts, kind="passage")

    def _checked(self, texts: Sequence[str], *, kind: str) -> Vector:
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return self._vectors(self._prefixed(texts, kind), dimensions=self.dimensions)

    def _prefixed(self, texts: Sequence[str], kind: str) -> list[str]:
        """Mark questions and passages where the model was trained to tell them apart."""
        mark = f"{kind}: " if "e5" in self._model.lower().split("/")[-1] else ""
        return [mark + (text.strip()[:LONGEST] or "-") for text in texts]

    def _vectors(self, texts: Sequence[str], *, dimensions: int | None) -> Vector:
        try:
            answer = self._client.embeddings.create(
                model=self._model, input=list(texts), encoding_format="float"
            )
        except OpenAIError as error:
            raise EmbedderUnavailableError(self.id, type(error).__name__) from error
        except UnicodeEncodeError as error:
            reason = "its key holds a character that no key has"
            raise EmbedderUnavailableError(self.id, reason) from error
        rows = [item.embedding for item in sorted(answer.data, key=lambda item: item.index)]
        if len(rows) != len(texts) or len({len(row) for row in rows}) != 1:
            raise EmbedderUnavailableError(self.id, "it answered with another number of vectors")
        vectors = np.asarray(rows, dtype=np.float32)
        if dimensions not in (None, vectors.shape[1]):
            reason = f"it answered with {vectors.shape[1]} dimensions instead of {dimensions}"
            raise EmbedderUnavailableError(self.id, reason)
        return of_length_one(vectors, self.id)


class EndpointModel:
    """A chat model behind any server that speaks OpenAI's Chat Completions.

    A model that says when it can be asked again is not asked before.
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        patience: float = MODEL_PATIENCE,
        most_tokens: int = MOST_TOKENS,
    ) -> None:
        """Ask at *base_url*, or OpenAI where none is given; what is no address is never asked."""
        self._model = model
        self._client = (
            AsyncOpenAI(
                base_url=base_url, api_key=api_key or "none", timeout=patience, max_retries=0
            )
            if _is_address(base_url)
            else None
        )
        self.id = f"{self._client.base_url.host if self._client else ''}/{model}"
        self.patience = patience
        self._not_before = 0.0
        self._wishes: dict[str, float] = {"temperature": 0, "max_completion_tokens": most_tokens}

    async def write(self, messages: Sequence[Message]) -> AsyncGenerator[str]:
        """Give the text in pieces, as they come.

        Raises:
            ModelTroubleError: If there is no text, or not all of it.
        """
        said, ending = False, ""
        async with _troubles(), AsyncExitStack() as stack:
            async for text, finish in await self._opened(messages, stack):
                said = said or bool(text.strip())
                ending = finish or ending
                if text:
                    yield text
        if ending == "content_filter":
            raise ModelTroubleError("blocked", ending)
        if not ending:
            raise ModelTroubleError("broken_off")
        if not said:
            raise ModelTroubleError("empty", ending)

    async def close(self) -> None:
        """Let go of connections."""
        if self._client:
            await self._client.close()

    async def _opened(
        self, messages: Sequence[Message], stack: AsyncExitStack
    ) -> AsyncIterator[tuple[str, str]]:
        """Ask, again where that is worth it, and give texts, the last one with its ending."""
        given: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": each.content}
            if each.role == "system"
            else {"role": "user", "content": each.content}
            for each in messages
        ]
        if self._client is None:
            raise ModelTroubleError("misconfigured", "no address")
        attempts, wishes = 0, dict(self._wishes)
        while True:
            attempts += 1
            if self._not_before > monotonic():
                raise ModelTroubleError("busy", "it asked to be left alone for a while")
            try:
                response = await stack.enter_async_context(
                    self._client.chat.completions.with_streaming_response.create(
                        model=self._model, messages=given, stream=True, extra_body=wishes
                    )
                )
            except APIError as error:
                if attempts >= MOST_ATTEMPTS or not await self._worth_another(error, wishes):
                    raise
                continue
            self._wishes = wishes
            if "text/event-stream" in response.headers.get("content-type", ""):
                return _streamed(await response.parse())
            return _whole(await response.read())

    async def _worth_another(self, error: APIError, wishes: dict[str, float]) -> bool:
        """Tell whether to ask once more, after the wait that is due, and with which *wishes*."""
        if isinstance(error, BadRequestError | UnprocessableEntityError):
            return _is_without(wishes, error)
        if not isinstance(error, APIStatusError) or (
            error.status_code < SERVERS_FAULT and not isinstance(error, RateLimitError)
        ):
            return isinstance(error, APIConnectionError) and not isinstance(error, APITimeoutError)
        pause = _pause(error)
        if pause > LONGEST_WAIT:
            self._not_before = monotonic() + pause
            return False
        await asyncio.sleep(pause)
        return True


def _is_address(base_url: str | None) -> bool:
    """Tell whether a client can be made for it; none is that of OpenAI."""
    try:
        parts = urlsplit(base_url or "https://api.openai.com")
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_without(wishes: dict[str, float], error: APIStatusError) -> bool:
    """Drop the wish that a model does not take, or all where it does not say which one."""
    if error.code == "content_filter" or not wishes:
        return False
    if error.param is None:
        wishes.clear()
        return True
    return wishes.pop(error.param, None) is not None


def _pause(error: APIStatusError) -> float:
    """Read how many seconds the server asks for, or until which time by its own clock."""
    headers = error.response.headers
    asked = headers.get("retry-after", "")
    try:
        seconds = float(asked)
    except ValueError:
        try:
            wait = parsedate_to_datetime(asked) - parsedate_to_datetime(headers.get("date", ""))
        except (ValueError, TypeError):  # no dates, or only one of them with a zone
            return FIRST_PAUSE
        seconds = wait.total_seconds()
    return max(0.0, seconds) if isfinite(seconds) else FIRST_PAUSE


async def _streamed(chunks: AsyncIterator[ChatCompletionChunk]) -> AsyncIterator[tuple[str, str]]:
    async for chunk in chunks:
        for choice in chunk.choices[:1]:
            if choice.delta.refusal:
                raise ModelTroubleError("blocked", "refusal")
            yield choice.delta.content or "", choice.finish_reason or ""


async def _whole(body: bytes) -> AsyncIterator[tuple[str, str]]:
    """Read the answer of a server that does not stream."""
    choice = ChatCompletion.model_validate_json(body).choices[0]
    if choice.message.refusal:
        raise ModelTroubleError("blocked", "refusal")
    yield choice.message.content or "", choice.finish_reason


@asynccontextmanager
async def _troubles() -> AsyncIterator[None]:
    """Turn whatever goes wrong on the way into the trouble it means."""
    try:
        yield
    except OpenAIError as error:
        raise ModelTroubleError(_trouble(error), type(error).__name__) from error
    except UnicodeEncodeError as error:  # what is asked was cleaned, so it is the key
        raise ModelTroubleError("misconfigured", type(error).__name__) from error
    except (
        JSONDecodeError,
        UnicodeDecodeError,
        ValidationError,
        AttributeError,
        TypeError,
        LookupError,
    ) as error:
        raise ModelTroubleError("malformed", type(error).__name__) from error


def _trouble(error: OpenAIError) -> Trouble:
    """Name the trouble that an *error* of the library means."""
    if isinstance(error, BadRequestError) and error.code == "content_filter":
        return "blocked"
    if isinstance(error, APIStatusError) and not isinstance(error, RateLimitError):
        return "unreachable" if error.status_code >= SERVERS_FAULT else "misconfigured"
    return next((name for kind, name in _TROUBLES if isinstance(error, kind)), "broken_off")


_TROUBLES: tuple[tuple[type[OpenAIError], Trouble], ...] = (
    (RateLimitError, "busy"),
    (APITimeoutError, "slow"),
    (APIConnectionError, "unreachable"),
    (APIResponseValidationError, "malformed"),
)
"""The first kind that fits tells; everything else happens in the middle of an answer."""
