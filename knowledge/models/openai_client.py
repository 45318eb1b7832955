"""Clients of OpenAI-compatible endpoints; the only file that imports openai."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
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
from knowledge.models.embedder import MAX_TEXT_CHARS, Vector, normalize_rows
from knowledge.models.language_model import MODEL_TIMEOUT_S, Message, ModelTroubleError, Trouble
from knowledge.privacy.masking import mask

DEFAULT_MODEL = "text-embedding-3-small"
"""The model asked for when a deployment names none."""

EMBEDDING_TIMEOUT_S = 20.0
"""Seconds to wait for an answer before the endpoint counts as gone."""

MAX_RETRY_AFTER_S = 5.0
"""Seconds that a busy model may ask to be left alone and is still waited for."""

FIRST_SERVER_ERROR = 500
"""The first of the HTTP answers that say that the server itself failed."""

MAX_ATTEMPTS = 3
"""How often one question may be sent: a first time, without our wishes, and after a pause."""

RETRY_PAUSE_S = 0.5
"""Seconds before a second attempt where the server does not say how long."""

MAX_COMPLETION_TOKENS = 1500
"""More than a short answer needs, with room for a model that thinks before it writes."""


class EndpointEmbedder:
    """Embedder behind OpenAI's embeddings API: OpenAI, Azure, vLLM, Ollama, llama.cpp."""

    threads = 2

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        model: str | None = None,
        timeout_s: float = EMBEDDING_TIMEOUT_S,
    ) -> None:
        """Create a client for *base_url*, by default OpenAI's.

        Raises:
            EmbedderUnavailableError: If it is not a valid URL.
        """
        self._model = model or DEFAULT_MODEL
        if not _is_address(base_url):
            reason = "its address is none like https://models.example/v1"
            raise EmbedderUnavailableError(self._model, reason)
        self._client = OpenAI(
            base_url=base_url,
            api_key=api_key or "none",  # servers of one's own often ask for no key
            timeout=timeout_s,
            max_retries=2,
        )
        self.id = f"{self._client.base_url.host}/{self._model}"

    @cached_property
    def dimensions(self) -> int:
        """Number of dimensions, found by one request."""
        return int(self._vectors(["dimensions"], dimensions=None).shape[1])

    def query(self, text: str) -> Vector:
        """Embed a question; personal data in it is masked before it is sent."""
        vector: Vector = self._embed([mask(text).text], kind="query")[0]
        return vector

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed passages; returns one unit row per text."""
        return self._embed(texts, kind="passage")

    def _embed(self, texts: Sequence[str], *, kind: str) -> Vector:
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return self._vectors(self._prefixed(texts, kind), dimensions=self.dimensions)

    def _prefixed(self, texts: Sequence[str], kind: str) -> list[str]:
        """Prepend the query or passage prefix that the model was trained with."""
        mark = f"{kind}: " if "e5" in self._model.lower().split("/")[-1] else ""
        return [mark + (text.strip()[:MAX_TEXT_CHARS] or "-") for text in texts]

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
        return normalize_rows(vectors, self.id)


class EndpointModel:
    """Chat model behind OpenAI's Chat Completions API.

    A model that says when it can be asked again is not asked before.
    """

    def __init__(  # noqa: PLR0913 - each of these is somebody else's to choose
        self,
        model: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout_s: float = MODEL_TIMEOUT_S,
        max_tokens: int = MAX_COMPLETION_TOKENS,
        judge: str | None = None,
    ) -> None:
        """Create a client for *base_url*, by default OpenAI's; an invalid URL is never called.

        *judge* names the model there that gives a second opinion.
        """
        self.judge = (
            EndpointModel(judge, base_url=base_url, api_key=api_key, timeout_s=timeout_s)
            if judge
            else None
        )
        self._model = model
        self._client = (
            AsyncOpenAI(
                base_url=base_url, api_key=api_key or "none", timeout=timeout_s, max_retries=0
            )
            if _is_address(base_url)
            else None
        )
        self.id = f"{self._client.base_url.host if self._client else ''}/{model}"
        self.timeout_s = timeout_s
        self._not_before = 0.0
        self._takes_schema = True
        self._options: dict[str, object] = {"temperature": 0, "max_completion_tokens": max_tokens}

    async def write(
        self, messages: Sequence[Message], *, schema: Mapping[str, object] | None = None
    ) -> AsyncGenerator[str]:
        """Yield the text in chunks as they arrive, as JSON of a *schema* if one is given.

        Raises:
            ModelTroubleError: If the text is missing or incomplete.
        """
        said, ending = False, ""
        async with _translate_errors(), AsyncExitStack() as stack:
            async for text, finish in await self._open(messages, schema, stack):
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
        """Close open connections."""
        if self.judge:
            await self.judge.close()
        if self._client:
            await self._client.close()

    async def _open(
        self,
        messages: Sequence[Message],
        schema: Mapping[str, object] | None,
        stack: AsyncExitStack,
    ) -> AsyncIterator[tuple[str, str]]:
        """Send the request with retries; yield text chunks, the last with its finish reason."""
        given: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": each.content}
            if each.role == "system"
            else {"role": "user", "content": each.content}
            for each in messages
        ]
        if self._client is None:
            raise ModelTroubleError("misconfigured", "no address")
        attempts, options = 0, dict(self._options)
        if schema is not None and self._takes_schema:
            options["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": schema},
            }
        while True:
            attempts += 1
            if self._not_before > monotonic():
                raise ModelTroubleError("busy", "it asked to be left alone for a while")
            try:
                response = await stack.enter_async_context(
                    self._client.chat.completions.with_streaming_response.create(
                        model=self._model, messages=given, stream=True, extra_body=options
                    )
                )
            except APIError as error:
                if attempts >= MAX_ATTEMPTS or not await self._should_retry(error, options):
                    raise
                continue
            self._takes_schema &= schema is None or "response_format" in options
            options.pop("response_format", None)
            self._options = options
            if "text/event-stream" in response.headers.get("content-type", ""):
                return _read_stream(await response.parse())
            return _read_body(await response.read())

    async def _should_retry(self, error: APIError, options: dict[str, object]) -> bool:
        """Return whether to retry, after waiting, and with which request options (*wishes*)."""
        if isinstance(error, BadRequestError | UnprocessableEntityError):
            return _drop_option(options, error)
        if not isinstance(error, APIStatusError) or (
            error.status_code < FIRST_SERVER_ERROR and not isinstance(error, RateLimitError)
        ):
            return isinstance(error, APIConnectionError) and not isinstance(error, APITimeoutError)
        pause = _retry_after(error)
        if pause > MAX_RETRY_AFTER_S:
            self._not_before = monotonic() + pause
            return False
        await asyncio.sleep(pause)
        return True


def _is_address(base_url: str | None) -> bool:
    """Return whether the address is a valid base URL; none means OpenAI's own."""
    try:
        parts = urlsplit(base_url or "https://api.openai.com")
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _drop_option(options: dict[str, object], error: APIStatusError) -> bool:
    """Drop the request option that a model rejects, or all if it does not name one."""
    if error.code == "content_filter" or not options:
        return False
    if error.param is None:
        options.clear()
        return True
    return options.pop(error.param, None) is not None


def _retry_after(error: APIStatusError) -> float:
    """Parse Retry-After into seconds: a number, or a date by the server's own clock."""
    headers = error.response.headers
    asked = headers.get("retry-after", "")
    try:
        seconds = float(asked)
    except ValueError:
        try:
            wait = parsedate_to_datetime(asked) - parsedate_to_datetime(headers.get("date", ""))
        except (ValueError, TypeError):  # no dates, or only one of them with a zone
            return RETRY_PAUSE_S
        seconds = wait.total_seconds()
    return max(0.0, seconds) if isfinite(seconds) else RETRY_PAUSE_S


async def _read_stream(
    chunks: AsyncIterator[ChatCompletionChunk],
) -> AsyncIterator[tuple[str, str]]:
    async for chunk in chunks:
        for choice in chunk.choices[:1]:
            if choice.delta.refusal:
                raise ModelTroubleError("blocked", "refusal")
            yield choice.delta.content or "", choice.finish_reason or ""


async def _read_body(body: bytes) -> AsyncIterator[tuple[str, str]]:
    """Parse the response of a server that does not stream."""
    choice = ChatCompletion.model_validate_json(body).choices[0]
    if choice.message.refusal:
        raise ModelTroubleError("blocked", "refusal")
    yield choice.message.content or "", choice.finish_reason


@asynccontextmanager
async def _translate_errors() -> AsyncIterator[None]:
    """Translate the library's exceptions into ModelTroubleError."""
    try:
        yield
    except OpenAIError as error:
        raise ModelTroubleError(_trouble_of(error), type(error).__name__) from error
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


def _trouble_of(error: OpenAIError) -> Trouble:
    """Return the kind of trouble that a library *error* stands for."""
    if isinstance(error, BadRequestError) and error.code == "content_filter":
        return "blocked"
    if isinstance(error, APIStatusError) and not isinstance(error, RateLimitError):
        return "unreachable" if error.status_code >= FIRST_SERVER_ERROR else "misconfigured"
    return next((name for kind, name in _TROUBLES if isinstance(error, kind)), "broken_off")


_TROUBLES: tuple[tuple[type[OpenAIError], Trouble], ...] = (
    (RateLimitError, "busy"),
    (APITimeoutError, "slow"),
    (APIConnectionError, "unreachable"),
    (APIResponseValidationError, "malformed"),
)
"""The first kind that fits tells; everything else happens in the middle of an answer."""
