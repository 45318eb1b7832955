"""What a channel that can be written to is: it delivers a reply to one of its accounts."""

from typing import Protocol

from handlers import Reply

WEB = "web"
"""The name of the local page wherever a channel is written down."""


class UndeliverableError(Exception):
    """A channel could not deliver a reply; *is_final* when trying again would be in vain."""

    def __init__(self, reason: str, *, is_final: bool = False) -> None:
        """Remember the *reason*, without anything personal in it."""
        super().__init__(reason)
        self.reason = reason
        self.is_final = is_final


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

    async def close(self) -> None:
        """Let go of connections."""
        ...
