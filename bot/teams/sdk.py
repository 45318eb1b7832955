"""The Bot Framework SDK behind a seam: nothing else of ours imports it.

It is archived, and what is known to be wrong with it is put right here:

- whoever is not allowed gets 401 or 403, whatever is wrong with a token, and no key is fetched in
  anybody's way: ``bot.teams.token_validation`` judges in place of the SDK, never without
  an app id;
- bodies go out and are answered as they are (``_Whole``): the SDK's models drop what they do not
  know, such as citations and streams, and an invoke cannot be answered with a ``dict``;
- activities are read from their JSON, since the SDK's models misread some of it;
- one client for each service, and one token for all: the SDK logs in for every activity;
- calls go out by our own session, within a limit, and nothing blocks the event loop.

How to leave it is in ``docs/decisions/0013-teams-by-the-bot-framework.md``.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

import aiohttp
import structlog
from aiohttp import web
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity, ConversationParameters
from botframework.connector import BotFrameworkConnectorConfiguration
from botframework.connector.aio import ConnectorClient
from botframework.connector.aiohttp_bf_pipeline import AsyncBfPipeline
from botframework.connector.auth import (
    AuthenticateRequestResult,
    BotFrameworkAuthentication,
    ClaimsIdentity,
    ConnectorFactory,
)
from botframework.connector.models import ErrorResponseException
from msrest.exceptions import ClientException
from msrest.pipeline import AsyncHTTPSender, Response, SansIOHTTPPolicy
from msrest.universal_http.async_abc import AsyncClientResponse

from bot.teams.credentials import Credentials, NoTokenError
from bot.teams.render.rich_text import JSON
from bot.teams.token_validation import NotAllowedError, TokenVerifier

log = structlog.get_logger()

CALL_TIMEOUT = aiohttp.ClientTimeout(total=15)
"""How long one call may take, in seconds."""

NO_STATUS = 0
"""The status of a call that was not answered."""

Take = Callable[[JSON], Awaitable[JSON | None]]
"""Takes an activity; what it gives is the body that an invoke is answered with."""


class ConnectorError(Exception):
    """The Bot Connector did not do what it was asked.

    *status* is that of HTTP, or ``NOBODY``; *code* its own word for why; *after* the seconds to
    wait for, if it says so.
    """

    def __init__(self, status: int, code: str, after: float | None = None) -> None:
        """Remember what it said."""
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.after = after


class BotFramework:
    """Activities in, calls of the Bot Connector out."""

    def __init__(
        self,
        app_id: str,
        verifier: TokenVerifier,
        credentials: Credentials,
        session: aiohttp.ClientSession,
        *,
        now: Callable[[], datetime],
    ) -> None:
        """Accept what *verifier* allows for *app_id*; call through *session* with *credentials*."""
        self._clients: dict[str, ConnectorClient] = {}
        self._sender = _Sender(session, credentials)
        self._verifier = verifier
        self._now = now
        self._adapter = CloudAdapter(_Authentication(app_id, self._client))

    async def receive(self, request: web.Request, take: Take) -> web.StreamResponse:
        """Judge what was posted, and have *take* answer it.

        Raises:
            HTTPException: If it is refused: no JSON, no activity, or not from whom it should be.
        """
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            body = await self._verify(request)
        except NotAllowedError as error:
            log.warning("teams.not_allowed", status=error.status, why=error.why)
            raise _REFUSALS[error.status] from error
        bot = _Bot(body, take)
        try:
            answered = await self._adapter.process(request, bot)
        except _UNREADABLE as error:
            if bot.has_begun:
                raise
            log.info("teams.unreadable", kind=type(error).__name__)
            raise web.HTTPBadRequest from error
        return answered if answered is not None else web.Response(status=201)

    async def _verify(self, request: web.Request) -> JSON:
        """Authenticate a request and return its activity; the token is checked before the body.

        Raises:
            NotAllowedError: If the token is missing, invalid or for another activity.
        """
        is_open = self._verifier.may_be_trial(request.remote) and not _is_forwarded(request)
        if is_open:
            body = await _activity(request)
            if self._verifier.is_trial(body):
                return body
        header = request.headers.get("Authorization", "")
        claims = await self._verifier.verify(header, at=self._now())
        body = await _activity(request)
        told = ("channelId", "serviceUrl", "channelData")
        self._verifier.check(claims, {name: body.get(name) for name in told})
        return body

    async def send(self, service: str, conversation: str, activity: JSON) -> str:
        """Post *activity* into a conversation, and give its id.

        Raises:
            ConnectorError: If it was not taken.
        """
        calls = self._client(service).conversations
        return _id(await _call(calls.send_to_conversation(conversation, _whole(activity))))

    async def update(self, service: str, conversation: str, id_: str, activity: JSON) -> None:
        """Let *activity* stand where the message *id_* was.

        Raises:
            ConnectorError: If it does not.
        """
        calls = self._client(service).conversations
        await _call(calls.update_activity(conversation, id_, _whole(activity)))

    async def delete(self, service: str, conversation: str, id_: str) -> None:
        """Delete a message.

        Raises:
            ConnectorError: If it is still there.
        """
        await _call(self._client(service).conversations.delete_activity(conversation, id_))

    async def create(self, service: str, parameters: JSON) -> str:
        """Begin a conversation, or find the one there is, and give its id.

        Raises:
            ConnectorError: If there is none to be had.
        """
        given = _WholeParameters(additional_properties=dict(parameters))
        return _id(await _call(self._client(service).conversations.create_conversation(given)))

    async def member(self, service: str, conversation: str, user: str) -> JSON:
        """Ask who a *user* of a conversation is, as the directory says.

        Raises:
            ConnectorError: If nobody says.
        """
        calls = self._client(service).conversations
        found = await _call(calls.get_conversation_member(conversation, user, raw=True))
        return _read(found.response)

    def _client(self, service: str) -> ConnectorClient:
        """Return the client for a service, which the SDK would make anew for every activity."""
        base = service.rstrip("/")
        if base not in self._clients:
            settings = BotFrameworkConnectorConfiguration(
                _Anonymous(), base, pipeline_type=AsyncBfPipeline, sender=self._sender
            )
            self._clients[base] = ConnectorClient(None, custom_configuration=settings)
        return self._clients[base]


class _Bot:
    """What the adapter runs: takes one activity as it was posted."""

    def __init__(self, body: JSON, take: Take) -> None:
        self._body = body
        self._take = take
        self.has_begun = False

    async def on_turn(self, context: TurnContext) -> None:
        """Answer an invoke with what was given for it."""
        self.has_begun = True
        given = await self._take(self._body)
        if self._body["type"] == "invoke":
            answer = InvokeResponse(status=200, body=_whole(given or {}))
            await context.send_activity(Activity(type="invokeResponse", value=answer))


class _Authentication(BotFrameworkAuthentication):  # type: ignore[misc]  # the SDK has no types
    """Lets in what ``BotFramework`` has judged, in place of the SDK's own judgement."""

    def __init__(self, app_id: str, client: Callable[[str], ConnectorClient]) -> None:
        self._app_id = app_id
        self._client = client

    async def authenticate_request(
        self, _activity: Activity, _auth_header: str
    ) -> AuthenticateRequestResult:
        """Let it in: whatever reaches the SDK may come in."""
        result = AuthenticateRequestResult()
        result.claims_identity = ClaimsIdentity({"aud": self._app_id}, is_authenticated=True)
        result.connector_factory = _Factory(self._client)
        return result

    def create_connector_factory(self, _claims: ClaimsIdentity) -> ConnectorFactory:
        """Return the factory that every conversation has."""
        return _Factory(self._client)

    async def create_user_token_client(self, _claims: ClaimsIdentity) -> None:
        """Give none: nobody signs in to anything else here."""

    async def authenticate_streaming_request(self, *_given: str) -> AuthenticateRequestResult:
        """Refuse web sockets."""
        raise web.HTTPForbidden

    async def authenticate_channel_request(self, *_given: str) -> ClaimsIdentity:
        """Refuse other bots."""
        raise web.HTTPForbidden

    def create_bot_framework_client(self) -> None:
        """Give none: no other bot is called."""

    def get_originating_audience(self) -> str:
        """Name nobody."""
        return ""


async def _activity(request: web.Request) -> JSON:
    """Read the activity that was posted.

    Raises:
        HTTPException: If it is none.
    """
    try:
        body = await request.json()
    except (ValueError, RecursionError) as error:
        raise web.HTTPBadRequest from error
    if not isinstance(body, dict) or not isinstance(body.get("type"), str) or not body["type"]:
        raise web.HTTPBadRequest
    return body


def _is_forwarded(request: web.Request) -> bool:
    """Return whether somebody else's request is passed on by a proxy on this computer."""
    return any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "Via"))


_UNREADABLE = (ClientException, AttributeError, TypeError, ValueError, RecursionError)
"""How the SDK fails over an activity that is not as it should be."""

_REFUSALS: Mapping[int, type[web.HTTPException]] = {
    401: web.HTTPUnauthorized,
    403: web.HTTPForbidden,
    503: web.HTTPServiceUnavailable,
}


class _Factory(ConnectorFactory):  # type: ignore[misc]  # the SDK has no types
    """Gives the one client that a service has."""

    def __init__(self, client: Callable[[str], ConnectorClient]) -> None:
        self._client = client

    async def create(self, service_url: str, _audience: str | None = None) -> ConnectorClient:
        return self._client(service_url)


class _Whole(Activity):  # type: ignore[misc]  # the SDK has no types
    """A body that is sent as it is, with what the SDK's models know nothing of."""

    _attribute_map = {"additional_properties": {"key": "", "type": "{object}"}}  # noqa: RUF012 - as msrest reads it


class _WholeParameters(ConversationParameters):  # type: ignore[misc]  # the SDK has no types
    """The same, for a conversation to begin."""

    _attribute_map = {"additional_properties": {"key": "", "type": "{object}"}}  # noqa: RUF012 - as msrest reads it


def _whole(activity: JSON) -> _Whole:
    return _Whole(additional_properties=dict(activity))


class _Sender(AsyncHTTPSender):  # type: ignore[misc]  # the SDK has no types
    """Sends what the SDK's client has put together, by our own session."""

    def __init__(self, session: aiohttp.ClientSession, credentials: Credentials) -> None:
        self._session = session
        self._credentials = credentials

    async def __aexit__(self, *_details: object) -> None:
        """Leave the session to whom it belongs."""

    async def send(self, request: Any, **_config: Any) -> Response:
        """Send a request with our token."""
        made = request.http_request
        token = await self._credentials.token()
        headers = {**made.headers, "Authorization": f"Bearer {token}"}
        async with self._session.request(
            made.method,
            made.url,
            data=made.data,
            headers=headers,
            timeout=CALL_TIMEOUT,
            allow_redirects=False,
        ) as response:
            answer = _Answer(made, response, await response.read())
        if answer.status_code == web.HTTPUnauthorized.status_code:
            self._credentials.invalidate(token)
        return Response(request, answer)


class _Anonymous(SansIOHTTPPolicy):  # type: ignore[misc]  # the SDK has no types
    """What the SDK's client is given for credentials: the sender has them."""


class _Answer(AsyncClientResponse):  # type: ignore[misc]  # the SDK has no types
    """An answer that has been read as a whole."""

    def __init__(self, request: Any, response: aiohttp.ClientResponse, content: bytes) -> None:
        super().__init__(request, self)  # what a raw answer gives out
        self.status_code = response.status
        self.headers = dict(response.headers)
        self.reason = response.reason
        self._content = content

    def body(self) -> bytes:
        """Return what was read."""
        return self._content


async def _call(call: Awaitable[Any]) -> Any:
    """Wait for a call, and name what became of it if it failed."""
    try:
        return await call
    except ErrorResponseException as error:
        raise _error_of(error.response) from error
    except NoTokenError as error:
        raise ConnectorError(web.HTTPUnauthorized.status_code, error.code) from error
    except (aiohttp.ClientError, TimeoutError, ClientException) as error:
        raise ConnectorError(NO_STATUS, type(error).__name__) from error


def _error_of(response: _Answer) -> ConnectorError:
    body = _read(response)
    said = body.get("error")
    named = said if isinstance(said, dict) else {}
    code = str(body.get("subCode") or named.get("subCode") or named.get("code") or "unknown")
    after = response.headers.get("Retry-After", "")
    seconds = float(after) if after.isdecimal() else None
    return ConnectorError(response.status_code, code, seconds)


def _read(response: _Answer) -> JSON:
    try:
        read = json.loads(response.body() or b"{}")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _id(resource: Any) -> str:
    return str(getattr(resource, "id", None) or "")
