"""The Bot Connector: rate-limited, retried where that is safe, with typed errors.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import SystemRandom
from typing import TypeVar

import structlog

from bot.teams.rate_limits import Pause, RateLimits
from bot.teams.render.rich_text import JSON
from bot.teams.sdk import NO_STATUS, BotFramework, ConnectorError
from governance import ConversationState

log = structlog.get_logger()

MAX_ATTEMPTS = 4
MAX_RETRY_AFTER_S = 30.0
"""Longest ``Retry-After`` in seconds that is waited for; longer ones are left to the outbox."""

RETRIED_STATUSES = frozenset({412, 429, 502, 504})
"""Statuses that Teams asks to retry."""

UNSENT_ERRORS = frozenset({"ClientConnectorError", "ClientConnectorDNSError"})
"""Client errors after which the request was certainly not sent."""

CLOSED_STATES = {
    "MessageWritesBlocked": ConversationState.BLOCKED,
    "UserBlocked": ConversationState.BLOCKED,
    "ForbiddenOperationException": ConversationState.NOT_INSTALLED,
    "BotNotInConversationRoster": ConversationState.UNINSTALLED,
    "BotDisabledByAdmin": ConversationState.UNINSTALLED,
    "ConversationNotFound": ConversationState.UNINSTALLED,
    "ConversationBlockedByUser": ConversationState.BLOCKED,
}
"""Teams' error codes after which a conversation is closed, and its state then."""

_RANDOM = SystemRandom()

Answer = TypeVar("Answer")


class TeamsError(Exception):
    """Teams did not do what it was asked; *code* is its own word for why."""

    def __init__(self, code: str) -> None:
        """Remember the *code*."""
        super().__init__(code)
        self.code = code


class TeamsRefusedError(TeamsError):
    """Teams refused a call, and will again however often it is made."""


class TeamsClosedError(TeamsRefusedError):
    """Nobody is written to in this conversation any more; *state* says why."""

    def __init__(self, code: str, state: ConversationState) -> None:
        """Remember the *code* and the *state*."""
        super().__init__(code)
        self.state = state


class TeamsGoneError(TeamsRefusedError):
    """The message is not there any more."""


class TeamsUnsureError(TeamsError):
    """Teams did not answer, or broke over it: it may have been done all the same."""


class TeamsBusyError(TeamsError):
    """Teams wants to be left alone for longer than anybody would wait, or does not let us in."""


@dataclass(frozen=True, slots=True)
class Address:
    """A conversation: at which service, its id, and the tenant it is in."""

    service: str
    conversation: str
    tenant: str = ""


class Connector:
    """The Bot Connector, called by name."""

    def __init__(
        self, framework: BotFramework, app_id: str, limits: RateLimits, pause: Pause = asyncio.sleep
    ) -> None:
        """Call by *framework* as the bot of *app_id*, within *limits*."""
        self._framework = framework
        self._us = f"28:{app_id}"
        self._limits = limits
        self._pause = pause

    async def send(self, to: Address, activity: JSON) -> str:
        """Post *activity*, and give its id.

        Raises:
            TeamsError: If it was not taken, by the kind that says why.
        """
        said = self._activity(to, activity)
        return await self._call(
            lambda: self._framework.send(to.service, to.conversation, said), to, adds=True
        )

    async def update(self, to: Address, id_: str, activity: JSON) -> None:
        """Let *activity* stand where the message *id_* was.

        Raises:
            TeamsError: If it does not, by the kind that says why.
        """
        said = {**self._activity(to, activity), "id": id_}
        await self._call(lambda: self._framework.update(to.service, to.conversation, id_, said), to)

    async def delete(self, to: Address, id_: str) -> None:
        """Delete the message *id_*.

        Raises:
            TeamsError: If it is still there, by the kind that says why.
        """
        await self._call(lambda: self._framework.delete(to.service, to.conversation, id_), to)

    async def begin(self, to: Address, user: str) -> Address:
        """Begin the conversation with one *user*, or find the one there is.

        Raises:
            TeamsError: If there is none to be had, by the kind that says why.
        """
        given = {
            "isGroup": False,
            "bot": {"id": self._us},
            "members": [{"id": user}],
            "tenantId": to.tenant,
            "channelData": {"tenant": {"id": to.tenant}},
        }
        id_ = await self._call(lambda: self._framework.create(to.service, given), to)
        return Address(to.service, id_, to.tenant)

    async def member(self, to: Address, user: str) -> JSON:
        """Ask who a *user* of a conversation is.

        Raises:
            TeamsError: If nobody says, by the kind that says why.
        """
        return await self._call(
            lambda: self._framework.member(to.service, to.conversation, user), to
        )

    def _activity(self, to: Address, activity: JSON) -> JSON:
        """Add to an activity who it is from, and where it goes."""
        return {
            **activity,
            "channelId": "msteams",
            "from": {"id": self._us},
            "conversation": {"id": to.conversation},
        }

    async def _call(
        self, call: Callable[[], Awaitable[Answer]], to: Address, *, adds: bool = False
    ) -> Answer:
        """Make a call with retries; one that *adds* is not retried if it may have had effect."""
        for attempt in range(1, MAX_ATTEMPTS + 1):
            await self._limits.wait(to.conversation)
            try:
                return await call()
            except ConnectorError as error:
                wait = _retry_delay(error, attempt, adds=adds)
                if wait is None or attempt == MAX_ATTEMPTS:
                    log.warning("teams.refused", status=error.status, code=error.code)
                    raise _error_of(error) from error
                await self._pause(wait)
        raise TeamsBusyError("never")


def _retry_delay(error: ConnectorError, attempt: int, *, adds: bool) -> float | None:
    """Return the seconds until the next attempt; None for no retry."""
    is_again = error.status in RETRIED_STATUSES or error.code in UNSENT_ERRORS
    is_harmless = not adds and (error.status == NO_STATUS or error.status >= 500)  # noqa: PLR2004 - RFC 9110
    is_stale = error.status == 401 and attempt == 1  # noqa: PLR2004 - the token is got anew
    if not (is_again or is_harmless or is_stale):
        return None
    if error.after is not None:
        return error.after if error.after <= MAX_RETRY_AFTER_S else None
    longest = float(2 ** (attempt - 1))
    return _RANDOM.uniform(0.5, 1.0) * longest  # so that not all come back at once


def _error_of(error: ConnectorError) -> TeamsError:
    """Return the error that says what became of a call."""
    status, code = error.status, error.code
    if code in CLOSED_STATES:
        return TeamsClosedError(code, CLOSED_STATES[code])
    match status:
        case 404:
            return TeamsGoneError(code)
        case 401 | 403 | 412 | 429:  # a refusal without a reason may pass
            return TeamsBusyError(code)
        case _ if status == NO_STATUS or status >= 500:  # noqa: PLR2004 - RFC 9110
            return TeamsUnsureError(code)
        case _:
            return TeamsRefusedError(code)
