"""When the answer to a request of Slack's has gone out: what it shows is not changed before."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

Sent = asyncio.Event
"""Set when the answer to a request was sent, or could not be."""

_SENT: ContextVar[Sent] = ContextVar("sent")


@contextmanager
def answering() -> Iterator[None]:
    """Answer one request within; Bolt's listeners run in what is known here."""
    sent = Sent()
    _SENT.set(sent)
    try:
        yield
    finally:
        sent.set()


def sent() -> Sent:
    """Give what tells that the request that is being answered has its answer."""
    return _SENT.get()


class Socket(AsyncSocketModeHandler):
    """Socket Mode, which tells when it has acknowledged an envelope."""

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # as the SDK's own
        """Answer one envelope."""
        with answering():
            await super().handle(client, req)
