"""Tracks when a request of Slack's was acknowledged: views are not updated before that."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

AckSent = asyncio.Event
"""Set when the acknowledgement of a request was sent, or failed to be."""

_SENT: ContextVar[AckSent] = ContextVar("sent")


@contextmanager
def ack_scope() -> Iterator[None]:
    """Acknowledge one request within the block; Bolt's listeners inherit this context."""
    sent = AckSent()
    _SENT.set(sent)
    try:
        yield
    finally:
        sent.set()


def current_ack() -> AckSent:
    """Return the event that is set once the current request is acknowledged."""
    return _SENT.get()


class SocketModeServer(AsyncSocketModeHandler):
    """A Socket Mode handler that signals when it has acknowledged an envelope."""

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # as the SDK's own
        """Handle one envelope."""
        with ack_scope():
            await super().handle(client, req)
