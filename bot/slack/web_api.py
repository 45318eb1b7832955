"""Slack's Web API: retries where that is safe, and typed errors."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

JSON = dict[str, Any]

log = structlog.get_logger()

MAX_ATTEMPTS = 3
MAX_RETRY_AFTER_S = 30
"""Longest ``Retry-After`` in seconds that is waited for; longer ones are left to the outbox."""

FORM_METHODS = frozenset(
    {
        "auth.test",
        "conversations.history",
        "conversations.replies",
        "files.getUploadURLExternal",
        "files.info",
        "usergroups.users.list",
        "users.info",
        "users.lookupByEmail",
    }
)
"""Methods that take their arguments as a form does; the others take JSON.

https://docs.slack.dev/apis/web-api/#slack-web-api-methods
"""

NON_IDEMPOTENT_METHODS = frozenset(
    {"chat.postMessage", "chat.startStream", "chat.appendStream", "chat.postEphemeral"}
)
"""Methods that are not retried when it is unknown whether the first call had its effect."""

UNRETRIED_METHODS = frozenset({"chat.startStream", "chat.appendStream"})
"""Methods that are not retried when rate-limited: the final reply shows the same."""

FINAL_CODES = frozenset(
    {
        "account_inactive_user",
        "channel_not_found",
        "cannot_dm_bot",
        "is_archived",
        "messages_tab_disabled",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
        "invalid_blocks",
        "invalid_arguments",
        "msg_too_long",
        "msg_blocks_too_long",
    }
)
"""Error codes that no retry of a message can change.

A revoked token or an uninstalled app is none of them: somebody can put that right.
"""


class SlackError(Exception):
    """Slack did not do what it was asked; *code* is its own word for why."""

    def __init__(self, code: str) -> None:
        """Remember the *code*."""
        super().__init__(code)
        self.code = code


class SlackRefusedError(SlackError):
    """Slack refused a call."""


class SlackUnsureError(SlackError):
    """Slack did not answer a call, or broke over it: it may have been done all the same."""


class SlackBusyError(SlackError):
    """Slack wants to be left alone for longer than anybody would wait."""


class WebApi:
    """The Web API, called by name."""

    def __init__(
        self, client: AsyncWebClient, pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        """Call by *client*; *pause* waits so many seconds."""
        self._client = client
        self._pause = pause

    async def __call__(self, method: str, **arguments: Any) -> JSON:
        """Call *method*.

        Raises:
            SlackRefusedError: If Slack refuses, with the code it gives.
            SlackBusyError: If it is called too often, and would be for a while.
            SlackUnsureError: If there was no answer to tell what became of it.
        """
        for attempt in range(1, MAX_ATTEMPTS + 1):
            try:
                return await self._call_once(method, arguments)
            except _RateLimitedError as later:
                if (
                    attempt == MAX_ATTEMPTS
                    or later.seconds > MAX_RETRY_AFTER_S
                    or method in UNRETRIED_METHODS
                ):
                    raise SlackBusyError("ratelimited") from later
                await self._pause(later.seconds)
            except SlackUnsureError:
                if attempt == MAX_ATTEMPTS or method in NON_IDEMPOTENT_METHODS:
                    raise
                await self._pause(0.5 * attempt)
        raise SlackBusyError("ratelimited")

    async def _call_once(self, method: str, arguments: JSON) -> JSON:
        given = {name: value for name, value in arguments.items() if value is not None}
        sent: JSON = {"params": given} if method in FORM_METHODS else {"json": given}
        try:
            response = await self._client.api_call(method, **sent)
        except SlackApiError as error:
            raise _error_of(method, error) from error
        except (aiohttp.ClientError, TimeoutError, SlackClientError, ValueError) as error:
            log.warning("slack.no_answer", method=method, kind=type(error).__name__)
            raise SlackUnsureError(type(error).__name__) from error
        return dict(response.data) if isinstance(response.data, dict) else {}


class _RateLimitedError(Exception):
    """Slack says how many *seconds* to wait for."""

    def __init__(self, seconds: float) -> None:
        super().__init__("later")
        self.seconds = seconds


def _error_of(method: str, error: SlackApiError) -> Exception:
    """Return the error that says what became of a call."""
    response: Any = error.response
    status = getattr(response, "status_code", 0)
    body = response.data if isinstance(getattr(response, "data", None), dict) else {}
    code = str(body.get("error", "unknown"))
    if status == 429 or code in {"ratelimited", "rate_limited"}:  # noqa: PLR2004 - RFC 6585
        return _RateLimitedError(_seconds(response.headers.get("Retry-After", "1")))
    log.warning("slack.refused", method=method, code=code, status=status)
    if status >= 500 or code in {"internal_error", "fatal_error", "service_unavailable"}:  # noqa: PLR2004 - RFC 9110
        return SlackUnsureError(code)
    return SlackRefusedError(code)


def _seconds(written: str) -> float:
    return float(written) if written.isdecimal() else 1.0
