"""The Slack channel: Bolt verifies and acknowledges requests; turns are answered afterwards."""

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import aiohttp
import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from bot import clock
from bot.chat.background_tasks import SHUTDOWN_TIMEOUT_S, BackgroundTasks
from bot.chat.base import ChannelContext, Pause, RunningChannel
from bot.chat.card_sync import RedrawOutcome
from bot.chat.channel import Service, UndeliverableError
from bot.chat.conversation import OUTBOX_PREFIX
from bot.chat.event_journal import RetryLaterError
from bot.chat.profiles import StrangerError
from bot.settings import Settings, SettingsError, SlackSettings
from bot.slack import payloads
from bot.slack.ack import SocketModeServer, ack_scope, current_ack
from bot.slack.client import CALL_TIMEOUT_S, authorize_with, create_client
from bot.slack.context import SlackContext
from bot.slack.dispatcher import SlackDispatcher
from bot.slack.groups import SlackGroups
from bot.slack.home import HomeViews
from bot.slack.modals import Modals
from bot.slack.people import SLACK
from bot.slack.render import forms
from bot.slack.reply_router import SlackReplyRouter
from bot.slack.verification import read_verified
from bot.slack.web_api import FINAL_CODES, SlackError
from governance import CardPlace, Person
from handlers import KeptFile, Reply, delivery_key, log_failure
from handlers.wording import wording

log = structlog.get_logger()

RECORD_TIMEOUT_S = 2.0
"""Seconds within which a request is recorded; Slack waits three for its acknowledgement."""

MODAL_RECORD_TIMEOUT_S = 1.2
"""The same for a modal that was sent, whose answer is waited for as well."""

RECONNECT_DELAY_S = 10
"""Seconds between attempts to connect by Socket Mode, which go on until one succeeds."""

ANYTHING = re.compile(".*", re.DOTALL)

_QUIET = logging.getLogger("guildmate.slack_bolt")
_QUIET.setLevel(logging.ERROR)  # its warnings are about settings that are as they should be

Reading = Callable[[dict[str, Any]], payloads.SlackEvent | None]


class SlackChannel(RunningChannel):
    """One workspace: requests over HTTP, or events by Socket Mode."""

    def __init__(
        self,
        chat: ChannelContext,
        settings: SlackSettings,
        *,
        reconnect_s: float,
        shutdown_timeout_s: float,
    ) -> None:
        """Build everything for the app of *settings*; nothing is called yet."""
        super().__init__(chat, shutdown_timeout_s=shutdown_timeout_s)
        client = create_client(settings, chat.session)
        context = SlackContext.create(chat, settings, client)
        self._settings = settings
        secret = settings.signing_secret
        self._secret = secret.get_secret_value() if secret else ""
        self._now = chat.now
        self._tasks = chat.tasks
        self._journal = chat.journal
        self._names = tuple(command.name for command in chat.service.assistant.commands)
        self._people = context.people
        self._messages = context.messages
        self._notices = context.notices
        self._groups = SlackGroups(context.api, chat.service.database, context.people)
        private = frozenset(settings.private_channels.replace(",", " ").split())
        self._router = SlackReplyRouter(context, private)
        self._dispatcher = SlackDispatcher(context, self._router)
        self._home_views = HomeViews(context, self._router.renderer_for)
        self._modals = Modals(context, self._dispatcher, self._home_views)
        self._bolt = self._build_app(client)
        self._socket: SocketModeServer | None = None
        self._connecting: asyncio.Task[None] | None = None
        if settings.app_token:
            token = settings.app_token.get_secret_value()
            self._socket = SocketModeServer(
                self._bolt, token, web_client=client, ping_interval=reconnect_s
            )

    async def start(self) -> None:
        """Start to sync cards, and to connect where Socket Mode is set."""
        await super().start()
        if self._socket:
            self._connecting = asyncio.create_task(
                self._socket.connect_async()  # type: ignore[no-untyped-call]  # the SDK's own
            )

    async def close(self) -> None:
        """Disconnect, finish running tasks within a timeout, and close connections."""
        if self._connecting:
            self._connecting.cancel()
        if self._socket:
            await self._socket.close_async()  # type: ignore[no-untyped-call]  # the SDK's own
        await super().close()

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """List where Slack posts to; in Socket Mode that is nowhere."""
        if self._settings.app_token:
            return []
        return [
            web.post(f"/slack/{path}", self._receive)
            for path in ("events", "commands", "interactive")
        ]

    async def deliver(self, external_id: str, reply: Reply, *, locale: str, key: str) -> None:
        """Send *reply* to a user, in the conversation with them.

        Raises:
            UndeliverableError: If Slack did not take it.
        """
        try:
            drawn = self._router.renderer_for(f"{OUTBOX_PREFIX}{key}", locale).message(reply)
            if any(isinstance(block, KeptFile) for block in reply.blocks):
                person = await self._people.identify(external_id, at=self._now())
                drawn = await self._router.render(person, reply, f"{OUTBOX_PREFIX}{key}")
            chat = await self._messages.open_conversation(external_id)
            known = key.removeprefix(
                delivery_key(SLACK, "")
            )  # a turn's reply may stand there already
            message = await self._messages.post(chat, drawn, key=known, again=True)
            await self._router.remember(external_id, reply, chat, message)
        except StrangerError as stranger:
            raise UndeliverableError(stranger.why or "gone", is_final=True) from stranger
        except SlackError as error:
            raise UndeliverableError(error.code, is_final=error.code in FINAL_CODES) from error
        self._tasks.start(self._refresh(external_id))

    async def replay(self, body: str) -> None:
        """Start to process a recorded event again."""
        self._tasks.start(self._process(json.loads(body)))

    async def redraw(self, person: Person, place: CardPlace, reply: Reply) -> RedrawOutcome:
        """Replace the message at *place* by *reply*."""
        return await self._router.redraw(person, place, reply)

    def _build_app(self, client: AsyncWebClient) -> AsyncApp:
        """Build the Bolt app, which checks signatures and dispatches to the listeners below."""
        bolt = AsyncApp(
            name="guildmate",
            logger=_QUIET,
            client=client,
            signing_secret=self._secret,
            authorize=authorize_with(client.token or ""),
            ignoring_self_events_enabled=False,  # what a bot says is left alone when it is read
        )
        bolt.use(self._record)
        bolt.error(_refuse_unreadable)
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

    async def _receive(self, request: web.Request) -> web.Response:
        """Verify a request, and let Bolt dispatch and acknowledge it."""
        verified = await read_verified(request, SignatureVerifier(self._secret))
        with ack_scope():
            response = await self._bolt.async_dispatch(verified)
            answer = await to_aiohttp_response(response)
            await answer.prepare(request)
            await answer.write_eof()
        return answer

    async def _record(
        self, body: dict[str, Any], ack: AsyncAck, next_: Callable[[], Awaitable[None]]
    ) -> BoltResponse | None:
        """Record a verified event in the journal before it is acknowledged; follow-ups are not.

        What cannot be recorded is not processed, and whoever did it is told so.
        """
        reading = self._parser_of(body)
        event = reading(body) if reading else None
        if event and not event.is_follow_up:
            kept = {name: value for name, value in body.items() if name != "token"}
            text = json.dumps(kept)
            is_modal = body.get("type") == "view_submission"
            timeout_s = MODAL_RECORD_TIMEOUT_S if is_modal else RECORD_TIMEOUT_S
            if not await self._journal.record(event.id, text, timeout_s=timeout_s):
                return await self._refuse(event, body, ack)
        await next_()
        return None

    async def _refuse(
        self, event: payloads.SlackEvent, body: dict[str, Any], ack: AsyncAck
    ) -> BoltResponse:
        """Say that an event was not recorded: where it happened, or in a message."""
        words = wording(self._notices.locale_of(event))
        if body.get("type") == "view_submission":
            view = forms.restore_values(body["view"], words("chat-busy"))
            return await ack(response_action="update", view=view)
        if "command" in body:
            return await ack(words("chat-busy"))
        self._tasks.start(self._notices.say(event, "chat-busy"))
        return await ack()

    def _parser_of(self, body: dict[str, Any]) -> Reading | None:
        """Return the parser of an event that is processed after its acknowledgement, if it is."""
        kind = (body.get("event") or {}).get("type") or body.get("type", "command")
        readings: dict[str, Reading] = {
            "message": payloads.parse_message,
            "app_mention": payloads.parse_message,
            "command": partial(payloads.parse_command, names=self._names),
            "shortcut": payloads.parse_shortcut,
            "message_action": payloads.parse_shortcut,
            "block_actions": payloads.parse_press,
            "view_submission": payloads.parse_submission,
        }
        return readings.get(kind)

    async def _on_message(self, body: dict[str, Any]) -> None:
        self._tasks.start(self._process(body))

    async def _on_home(self, body: dict[str, Any]) -> None:
        self._tasks.start(self._show_home(body["event"]))

    async def _on_nothing(self) -> None:
        """Acknowledge an event that needs no processing."""

    async def _on_command(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack(self._notices.ack_text(payloads.parse_command(body, self._names)))
        self._tasks.start(self._process(body))

    async def _on_shortcut(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        self._tasks.start(self._process(body))

    async def _on_action(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        self._tasks.start(self._process(body))

    async def _on_options(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Answer a lookup with matching options; with none if it fails."""
        try:
            options = await self._dispatcher.options(*payloads.parse_lookup(body))
        except (StrangerError, SlackError):
            options = []
        await ack(options=options)

    async def _on_view(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        event = payloads.parse_submission(body)
        done = partial(self._journal.mark_done, event.id)
        await self._modals.submit(ack, event, body["view"], current_ack(), done)

    async def _on_closed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        self._tasks.start(self._dispatcher.close_modal(payloads.parse_close(body)))

    async def _process(self, body: dict[str, Any]) -> None:
        """Process an acknowledged event."""
        if self._groups.is_due(at=self._now()):
            self._tasks.start(self._groups.refresh(at=self._now()))
        reading = self._parser_of(body)
        event = reading(body) if reading else None
        if event is None:
            return
        try:
            await self._answer(event)
        except RetryLaterError:
            self._journal.release(event.id)
            return
        except Exception:
            await self._dispatcher.apologise(event)
            self._journal.mark_done(event.id)
            raise
        self._journal.mark_done(event.id)

    async def _answer(self, event: payloads.SlackEvent) -> None:
        if event.origin.changed:
            await self._modals.update_fields(event)
            return
        if event.origin.view:
            await self._modals.press(event)
            return
        person = await self._dispatcher.dispatch(event)
        if person:
            await self._home_views.refresh(event.user, person)

    async def _show_home(self, event: dict[str, Any]) -> None:
        """Show the home when it is opened, and ways to begin when the conversation is."""
        user = str(event["user"])
        try:
            person = await self._people.identify(user, at=self._now())
        except StrangerError:
            return
        if event.get("tab", "home") == "messages":
            await self._home_views.suggest(str(event["channel"]), person)
        else:
            hash_ = str((event.get("view") or {}).get("hash", ""))
            await self._home_views.show(user, person, hash_)

    async def _refresh(self, user: str) -> None:
        try:
            person = await self._people.identify(user, at=self._now())
        except (StrangerError, SlackError):
            return
        await self._home_views.refresh(user, person)


async def _refuse_unreadable(error: Exception) -> BoltResponse:
    """Refuse what Slack has signed and does not post: another form of payload than documented."""
    log_failure("slack.unreadable", error, channel=SLACK)
    return BoltResponse(status=400)


@dataclass(frozen=True, slots=True)
class Slack:
    """The app that *settings* name, configured but not running.

    *pause* sleeps, and *now* is the clock.
    """

    settings: SlackSettings
    now: Callable[[], datetime] = clock.now
    pause: Pause = asyncio.sleep
    reconnect_s: float = RECONNECT_DELAY_S
    shutdown_timeout_s: float = SHUTDOWN_TIMEOUT_S

    async def open(self, service: Service) -> SlackChannel:
        """Start to receive turns: by HTTP at once, by Socket Mode as soon as it is connected."""
        session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=CALL_TIMEOUT_S))
        chat = ChannelContext.create(
            service,
            BackgroundTasks(SLACK, SlackError),
            session,
            now=self.now,
            pause=self.pause,
        )
        channel = SlackChannel(
            chat,
            self.settings,
            reconnect_s=self.reconnect_s,
            shutdown_timeout_s=self.shutdown_timeout_s,
        )
        await channel.start()
        return channel


def slack_channel(settings: Settings) -> Slack | None:
    """Configure the channel that the settings ask for; None when there is no token.

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
