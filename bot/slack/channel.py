"""Slack as a channel: Bolt takes what is sent, acknowledges it at once, and we answer after."""

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import aiohttp
import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot import clock
from bot.chat.background_tasks import SHUTDOWN_TIMEOUT_S, BackgroundTasks
from bot.chat.card_sync import CardSync
from bot.chat.channel import Service, UndeliverableError
from bot.chat.conversation import OUTBOX_PREFIX, ConversationService
from bot.chat.event_journal import JournalWriter, RetryLaterError
from bot.chat.profiles import StrangerError
from bot.settings import Settings, SettingsError, SlackSettings
from bot.slack import payloads
from bot.slack.ack import Socket, answering, sent
from bot.slack.dispatcher import Talk
from bot.slack.files import Files
from bot.slack.groups import Groups
from bot.slack.home import Homes
from bot.slack.messages import Post
from bot.slack.modals import Modals
from bot.slack.notices import Telling
from bot.slack.people import SLACK, People
from bot.slack.reply_router import Placing
from bot.slack.web_api import IN_VAIN, Calls, SlackError
from handlers import KeptFile, Reply, delivery_key

log = structlog.get_logger()

PATIENCE = 10
"""Seconds that one call of the Web API may take."""

RECONNECT = 10
"""Seconds between attempts to connect by Socket Mode, which go on until one succeeds."""

ANYTHING = re.compile(".*", re.DOTALL)

_QUIET = logging.getLogger("guildmate.slack_bolt")
_QUIET.setLevel(logging.ERROR)  # its warnings are about settings that are as they should be

Pause = Callable[[float], Awaitable[None]]
Reading = Callable[[dict[str, Any]], payloads.Took | None]


class Slack:
    """One workspace."""

    name = SLACK

    def __init__(
        self,
        settings: SlackSettings,
        *,
        now: Callable[[], datetime] = clock.now,
        pause: Pause = asyncio.sleep,
        reconnect: float = RECONNECT,
        grace: float = SHUTDOWN_TIMEOUT_S,
    ) -> None:
        """Prepare for the app that *settings* name; nothing is called yet."""
        self._settings = settings
        self._now = now
        self._pause = pause
        self._reconnect = reconnect
        self._grace = grace
        self._tasks = BackgroundTasks(SLACK, SlackError)
        self._socket: Socket | None = None
        self._connecting: asyncio.Task[None] | None = None

    async def open(self, service: Service) -> None:
        """Begin to take turns: over HTTP at once, by Socket Mode as soon as it is connected."""
        settings = self._settings
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE))
        client = _client(settings, self._session)
        self._names = tuple(command.name for command in service.assistant.commands)
        calls = Calls(client, self._pause)
        self._people = People(calls, service.database, guests=settings.guests)
        self._groups = Groups(calls, service.database, self._people)
        self._post = Post(calls, self._session)
        channels = frozenset(settings.private_channels.replace(",", " ").split())
        self._journal = JournalWriter(service.database, SLACK, self._now)
        conversations = ConversationService(service, SLACK, self._journal)
        self._cards = CardSync(service, SLACK, self._now)
        self._placing = Placing(service, conversations, self._post, self._cards, channels)
        files = Files(calls, self._session, client.token or "", api=settings.api_url)
        self._telling = Telling(calls, self._people)
        self._talk = Talk(
            service,
            calls,
            self._people,
            files,
            self._placing,
            telling=self._telling,
            conversations=conversations,
            now=self._now,
        )
        self._homes = Homes(service, calls, self._placing.artist, self._now)
        self._modals = Modals(calls, self._talk, self._telling, self._homes, self._tasks)
        await self._cards.start()
        self._bolt = self._listening(client)
        if settings.app_token:
            token = settings.app_token.get_secret_value()
            self._socket = Socket(
                self._bolt, token, web_client=client, ping_interval=self._reconnect
            )
            self._connecting = asyncio.create_task(
                self._socket.connect_async()  # type: ignore[no-untyped-call]  # the SDK's own
            )

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """List where Slack posts to; in Socket Mode that is nowhere."""
        if self._settings.app_token:
            return []
        return [
            web.post(f"/slack/{path}", self._posted)
            for path in ("events", "commands", "interactive")
        ]

    async def deliver(self, external_id: str, reply: Reply, *, locale: str, key: str) -> None:
        """Send *reply* to a user, in the conversation with them.

        Raises:
            UndeliverableError: If Slack did not take it.
        """
        try:
            drawn = self._placing.artist(f"{OUTBOX_PREFIX}{key}", locale).message(reply)
            if any(isinstance(block, KeptFile) for block in reply.blocks):
                person = await self._people.who(external_id, at=self._now())
                drawn = await self._placing.drawn(person, reply, f"{OUTBOX_PREFIX}{key}")
            room = await self._post.room(external_id)
            known = key.removeprefix(
                delivery_key(SLACK, "")
            )  # a turn's reply may stand there already
            message = await self._post.put(room, drawn, key=known, again=True)
            await self._placing.remember(external_id, reply, room, message)
        except StrangerError as stranger:
            raise UndeliverableError(stranger.why or "gone", is_final=True) from stranger
        except SlackError as error:
            raise UndeliverableError(error.code, is_final=error.code in IN_VAIN) from error
        self._tasks.start(self._refresh(external_id))

    async def retry_pending(self, *, before: datetime) -> None:
        """Take once more what came *before* a time and no process has dealt with."""

        async def take(body: str) -> None:
            self._tasks.start(self._take(json.loads(body)))

        await self._journal.retry_pending(take, before=before)

    async def sync_cards(self) -> None:
        """Let cards show what has changed."""
        await self._cards.sync(self._placing.redraw)

    async def wait_until_idle(self) -> None:
        """Wait until everything that was begun is done."""
        await self._tasks.wait_until_idle()
        await self._journal.flush()

    async def close(self) -> None:
        """Finish what was begun, and let go of connections."""
        if not hasattr(self, "_session"):
            return
        if self._connecting:
            self._connecting.cancel()
        if self._socket:
            await self._socket.close_async()  # type: ignore[no-untyped-call]  # the SDK's own
        await self._tasks.stop(self._grace)
        await self._journal.flush()
        await self._session.close()

    def _listening(self, client: AsyncWebClient) -> AsyncApp:
        """Make the Bolt app, which checks signatures and hands on what it is sent."""
        secret = self._settings.signing_secret
        bolt = AsyncApp(
            name="guildmate",
            logger=_QUIET,
            client=client,
            signing_secret=secret.get_secret_value() if secret else "",
            authorize=_authorized(client.token or ""),
            ignoring_self_events_enabled=False,  # what a bot says is left alone when it is read
        )
        bolt.use(self._keep)
        bolt.event("message")(self._on_message)
        bolt.event("app_mention")(self._on_message)
        bolt.event("app_home_opened")(self._on_home)
        bolt.event(ANYTHING)(self._on_nothing)
        bolt.command(ANYTHING)(self._on_command)
        bolt.shortcut(ANYTHING)(self._on_shortcut)
        bolt.action(ANYTHING)(self._on_action)
        bolt.options(ANYTHING)(self._on_options)
        bolt.view(ANYTHING)(self._on_view)
        bolt.view_closed(ANYTHING)(self._on_closed)
        return bolt

    async def _posted(self, request: web.Request) -> web.Response:
        """Let Bolt judge and acknowledge a request."""
        with answering():
            response = await self._bolt.async_dispatch(await to_bolt_request(request))
            answer = await to_aiohttp_response(response)
            await answer.prepare(request)
            await answer.write_eof()
        return answer

    async def _keep(self, body: dict[str, Any], next_: Callable[[], Awaitable[None]]) -> None:
        """Keep what is proved to be Slack's before it is acknowledged, but not what others say."""
        reading = self._reading(body)
        took = reading(body) if reading else None
        if took and not took.is_follow_up:
            kept = {name: value for name, value in body.items() if name != "token"}
            await self._journal.record(took.id, json.dumps(kept))
        await next_()

    def _reading(self, body: dict[str, Any]) -> Reading | None:
        """Find what reads something that is answered after it was acknowledged."""
        kind = (body.get("event") or {}).get("type") or body.get("type", "command")
        readings: dict[str, Reading] = {
            "message": payloads.message,
            "app_mention": payloads.message,
            "command": partial(payloads.command, names=self._names),
            "shortcut": payloads.shortcut,
            "message_action": payloads.shortcut,
            "block_actions": payloads.pressed,
            "view_submission": payloads.submitted,
        }
        return readings.get(kind)

    async def _on_message(self, body: dict[str, Any]) -> None:
        self._tasks.start(self._take(body))

    async def _on_home(self, body: dict[str, Any]) -> None:
        self._tasks.start(self._home(body["event"]))

    async def _on_nothing(self) -> None:
        """Take note of what asks for nothing."""

    async def _on_command(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack(self._telling.looking(payloads.command(body, self._names)))
        self._tasks.start(self._take(body))

    async def _on_shortcut(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        self._tasks.start(self._take(body))

    async def _on_action(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        self._tasks.start(self._take(body))

    async def _on_options(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Answer what somebody types with what they may choose; with nothing where that fails."""
        try:
            options = await self._talk.options(*payloads.looked_up(body))
        except (StrangerError, SlackError):
            options = []
        await ack(options=options)

    async def _on_view(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        took = payloads.submitted(body)
        done = partial(self._journal.mark_done, took.id)
        await self._modals.sent(ack, took, body["view"], sent(), done)

    async def _on_closed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        self._tasks.start(self._talk.closed(payloads.closed(body)))

    async def _take(self, body: dict[str, Any]) -> None:
        """Answer what is in *body*, which is acknowledged already."""
        if self._groups.is_due(at=self._now()):
            self._tasks.start(self._groups.refresh(at=self._now()))
        reading = self._reading(body)
        took = reading(body) if reading else None
        if took is None:
            return
        try:
            await self._answer(took)
        except RetryLaterError:
            self._journal.release(took.id)
            return
        except Exception:
            await self._talk.apologise(took)
            self._journal.mark_done(took.id)
            raise
        self._journal.mark_done(took.id)

    async def _answer(self, took: payloads.Took) -> None:
        if took.spot.changed:
            await self._modals.follow(took)
            return
        if took.spot.view:
            await self._modals.pressed(took)
            return
        person = await self._talk.take(took)
        if person:
            await self._homes.refresh(took.user, person)

    async def _home(self, event: dict[str, Any]) -> None:
        """Show the home when it is opened, and ways to begin when the conversation is."""
        user = str(event["user"])
        try:
            person = await self._people.who(user, at=self._now())
        except StrangerError:
            return
        if event.get("tab", "home") == "messages":
            await self._homes.suggest(str(event["channel"]), person)
        else:
            hash_ = str((event.get("view") or {}).get("hash", ""))
            await self._homes.opened(user, person, hash_)

    async def _refresh(self, user: str) -> None:
        try:
            person = await self._people.who(user, at=self._now())
        except (StrangerError, SlackError):
            return
        await self._homes.refresh(user, person)


def slack_channel(settings: Settings) -> Slack | None:
    """Make the channel that the settings ask for; None when there is no token.

    Raises:
        SettingsError: If nothing would prove who sends what comes in.
    """
    slack = settings.slack
    if slack.bot_token is None:
        return None
    if slack.signing_secret is None and slack.app_token is None:
        raise SettingsError(
            "SLACK_BOT_TOKEN is set, and neither SLACK_SIGNING_SECRET (for HTTP) nor "
            "SLACK_APP_TOKEN (for Socket Mode) is. One of them has to be."
        )
    return Slack(slack)


async def trouble_with_slack(settings: SlackSettings) -> str | None:
    """Ask Slack who we are, and give its word for what is wrong; None when all is well."""
    async with aiohttp.ClientSession() as session:
        try:
            await Calls(_client(settings, session))("auth.test")
        except SlackError as error:
            return error.code
    return None


def _client(settings: SlackSettings, session: aiohttp.ClientSession) -> AsyncWebClient:
    """Make the client of the Web API; trying again is left to the one who calls."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    client = AsyncWebClient(token, base_url=settings.api_url, timeout=PATIENCE, session=session)
    client.retry_handlers.clear()
    return client


def _authorized(token: str) -> Callable[..., Awaitable[AuthorizeResult]]:
    """Give every request the one token, without asking Slack before it is acknowledged."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize
