"""What a channel is: it takes turns, and delivers replies to its accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from aiohttp import web

from governance import Database
from handlers import Assistant, Reply
from knowledge import Handbook

WEB = "web"
"""The name of the local page wherever a channel is written down."""


class UndeliverableError(Exception):
    """A channel could not deliver a reply; *is_final* when trying again would be in vain."""

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
    """A chat platform that pushes; the web page is none, since it pulls."""

    @property
    def name(self) -> str:
        """Name the channel as accounts and places do."""
        ...

    async def deliver(self, external_id: str, reply: Reply, *, locale: str, key: str) -> None:
        """Send *reply* to the account *external_id*.

        *key* names the message: the same one, tried again, has the same key.

        Raises:
            UndeliverableError: If the platform did not take it.
        """
        ...

    async def open(self, service: Service) -> None:
        """Begin to take turns, and answer them with *service*."""
        ...

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """List where the platform posts to; each proves by itself who sent a request."""
        ...

    async def take_left(self, *, before: datetime) -> None:
        """Take once more what came *before* a time and no process has dealt with."""
        ...

    async def follow(self) -> None:
        """Let what is shown follow what has changed since."""
        ...

    async def close(self) -> None:
        """Finish what was begun, and let go of connections."""
        ...
