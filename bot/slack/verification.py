"""Proof that a request is Slack's, before anything in it is parsed, and then that it can be."""

from aiohttp import web
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

_UNREADABLE = (AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What Bolt's parser raises for what is no payload of Slack's."""


async def read_verified(request: web.Request, verifier: SignatureVerifier) -> AsyncBoltRequest:
    """Read what was posted, as Bolt takes it.

    Raises:
        HTTPUnauthorized: If *verifier* does not know the signature, or it is of another time.
        HTTPBadRequest: If it is signed, and no payload of Slack's.
    """
    body = await request.read()
    if not _is_signed(body, request, verifier):
        raise web.HTTPUnauthorized
    try:
        read = AsyncBoltRequest(
            body=body.decode(),
            query=request.query_string,
            headers=request.headers,  # type: ignore[arg-type]  # as Bolt's own adapter does
        )
    except _UNREADABLE as error:
        raise web.HTTPBadRequest from error
    if not isinstance(read.body, dict):
        raise web.HTTPBadRequest
    return read


def _is_signed(body: bytes, request: web.Request, verifier: SignatureVerifier) -> bool:
    timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
    signature = request.headers.get("X-Slack-Signature", "")
    if not (timestamp.isascii() and timestamp.isdecimal() and signature.isascii()):
        return False
    try:
        return bool(verifier.is_valid(body=body, timestamp=timestamp, signature=signature))
    except UnicodeDecodeError:  # the verifier hashes text, and Slack sends nothing else
        return False
