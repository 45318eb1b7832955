"""Calls of the Bot Connector: paced, tried again where that helps, and failing by name.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import SystemRandom
from typing import TypeVar

import structlog

from bot.teams.rate_limits import Paces, Pause
from bot.teams.render.rich_text import JSON
from bot.teams.sdk import NOBODY, BotFramework, ConnectorError
from governance import ConversationState

log = structlog.get_logger()

ATTEMPTS = 4
LONGEST_PAUSE = 30.0
"""Seconds that a call may be told to wait; what has to wait longer is left to the outbox."""

AGAIN = frozenset({412, 429, 502, 504})
"""What Teams asks to try again."""

NEVER_SENT = frozenset({"ClientConnectorError", "ClientConnectorDNSError"})
"""What kept a call from being made at all."""

CLOSED = {
    "MessageWritesBlocked": ConversationState.BLOCKED,
    "UserBlocked": ConversationState.BLOCKED,
    "ForbiddenOperationException": ConversationState.NOT_INSTALLED,
    "BotNotInConversationRoster": ConversationState.UNINSTALLED,
    "BotDisabledByAdmin": ConversationState.UNINSTALLED,
    "ConversationNotFound": ConversationState.UNINSTALLED,
    "ConversationBlockedByUser": ConversationState.BLOCKED,
}
"""What keeps somebody from being written to, by Teams' own word."""

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


class Calls:
    """The Bot Connector, called by name."""

    def __init__(
        self, framework: BotFramework, app_id: str, paces: Paces, pause: Pause = asyncio.sleep
    ) -> None:
        """Call by *framework* as the bot of *app_id*, at *paces*; *pause* waits so many seconds."""
        self._framework = framework
        self._us = f"28:{app_id}"
        self._paces = paces
        self._pause = pause

    async def send(self, to: Address, activity: JSON) -> str:
        """Post *activity*, and give its id.

        Raises:
            TeamsError: If it was not taken, by the kind that says why.
        """
        said = self._said(to, activity)
        return await self._call(
            lambda: self._framework.send(to.service, to.conversation, said), to, adds=True
        )

    async def update(self, to: Address, id_: str, activity: JSON) -> None:
        """Let *activity* stand where the message *id_* was.

        Raises:
            TeamsError: If it does not, by the kind that says why.
        """
        said = {**self._said(to, activity), "id": id_}
        await self._call(lambda: self._framework.update(to.service, to.conversation, id_, said), to)

    async def delete(self, to: Address, id_: str) -> None:
        """Take away the message *id_*.

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

    def _said(self, to: Address, activity: JSON) -> JSON:
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
        """Make a call, again where that helps; one that *adds* is not made twice on a guess."""
        for attempt in range(1, ATTEMPTS + 1):
            await self._paces.go(to.conversation)
            try:
                return await call()
            except ConnectorError as error:
                wait = _wait(error, attempt, adds=adds)
                if wait is None or attempt == ATTEMPTS:
                    log.warning("teams.refused", status=error.status, code=error.code)
                    raise _named(error) from error
                await self._pause(wait)
        raise TeamsBusyError("never")


def _wait(error: ConnectorError, attempt: int, *, adds: bool) -> float | None:
    """Say how many seconds to wait before the next attempt; None when there is to be none."""
    is_again = error.status in AGAIN or error.code in NEVER_SENT
    is_harmless = not adds and (error.status == NOBODY or error.status >= 500)  # noqa: PLR2004 - RFC 9110
    is_stale = error.status == 401 and attempt == 1  # noqa: PLR2004 - the token is got anew
    if not (is_again or is_harmless or is_stale):
        return None
    if error.after is not None:
        return error.after if error.after <= LONGEST_PAUSE else None
    longest = float(2 ** (attempt - 1))
    return _RANDOM.uniform(0.5, 1.0) * longest  # so that not all come back at once


def _named(error: ConnectorError) -> TeamsError:
    """Give the error that says what became of a call."""
    status, code = error.status, error.code
    if code in CLOSED:
        return TeamsClosedError(code, CLOSED[code])
    match status:
        case 404:
            return TeamsGoneError(code)
        case 401 | 403 | 412 | 429:  # a refusal without a reason may pass
            return TeamsBusyError(code)
        case _ if status == NOBODY or status >= 500:  # noqa: PLR2004 - RFC 9110
            return TeamsUnsureError(code)
        case _:
            return TeamsRefusedError(code)
