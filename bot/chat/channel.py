"""The protocol of a channel: receives turns, and delivers replies to accounts of its platform."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from aiohttp import web
from pydantic_settings import BaseSettings

from bot.health import CheckResult
from bot.settings import Settings
from governance import Database
from handlers import Assistant, Reply
from knowledge import Handbook

WEB = "web"
"""The local page's name in places and accounts."""


class UndeliverableError(Exception):
    """A channel could not deliver a reply; *is_final* when a retry cannot succeed."""

    def __init__(self, reason: str, *, is_final: bool = False) -> None:
        """Remember the *reason*, without anything personal in it."""
        super().__init__(reason)
        self.reason = reason
        self.is_final = is_final


@dataclass(frozen=True, slots=True)
class Service:
    """What a channel answers with; *address* is where people reach Guildmate, if that is set."""

    database: Database
    handbook: Handbook
    assistant: Assistant
    address: str = ""


class Channel(Protocol):
    """A running adapter of a chat platform that pushes; the web page is none, since it polls."""

    @property
    def name(self) -> str:
        """The channel's name in places and accounts."""
        ...

    async def deliver(self, external_id: str, reply: Reply, *, locale: str, key: str) -> None:
        """Send *reply* to the account *external_id*.

        *key* is the message's dedupe key, the same in every attempt.

        Raises:
            UndeliverableError: If the platform did not take it.
        """
        ...

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """List the routes that the platform calls; each authenticates its requests.

        What is listed, by method and path, passes ``bot.web.guard`` from outside.
        """
        ...

    async def retry_pending(self, *, before: datetime) -> None:
        """Process events recorded *before* a time that no process has finished."""
        ...

    async def sync_cards(self) -> None:
        """Redraw the cards of whatever has changed."""
        ...

    async def close(self) -> None:
        """Finish running turns within a timeout, and close connections."""
        ...


class ConfiguredChannel(Protocol):
    """A channel with everything set that it needs to run."""

    async def open(self, service: Service) -> Channel:
        """Start to receive turns, answered with *service*."""
        ...


@dataclass(frozen=True, slots=True)
class ChannelDeclaration:
    """What a chat platform brings; one in ``CHANNELS`` of ``bot.app`` is all there is to wire."""

    name: str
    settings: type[BaseSettings]
    """The class its settings are read with, by ``read_settings``."""
    configure: Callable[[Settings], ConfiguredChannel | None]
    """Builds the channel; None when it is not set up, a SettingsError when it is set up badly."""
    check: Callable[[Settings], Awaitable[CheckResult]]
    """The check of ``guildmate doctor``."""
    write_manifest: Callable[..., None]
    """The Typer command of ``guildmate manifest``, named like the channel."""
    has_role_groups: bool = False
    """Whether groups of the platform can carry roles."""
