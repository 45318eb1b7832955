"""The Microsoft Teams channel: activities are verified, acknowledged at once, then answered."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from time import monotonic
from urllib.parse import urlsplit
from uuid import UUID

import aiohttp
import structlog
from aiohttp import web

from bot import clock
from bot.chat.background_tasks import SHUTDOWN_TIMEOUT_S, BackgroundTasks
from bot.chat.base import ChannelContext, Pause, RunningChannel
from bot.chat.card_sync import RedrawOutcome
from bot.chat.channel import Service, UndeliverableError
from bot.chat.event_journal import RetryLaterError
from bot.settings import Settings, SettingsError, TeamsSettings
from bot.teams import activities
from bot.teams.activities import TeamsEvent
from bot.teams.connector import TeamsClosedError, TeamsError, TeamsRefusedError
from bot.teams.context import TeamsContext, split_setting
from bot.teams.credentials import Credentials, NoTokenError, token_source
from bot.teams.dispatcher import IN_PROGRESS, TeamsDispatcher
from bot.teams.invokes import RESPONSE_TIMEOUT_S, Invokes
from bot.teams.people import TEAMS
from bot.teams.render.rich_text import JSON
from bot.teams.reply_router import TeamsReplyRouter
from bot.teams.sdk import BotFramework
from bot.teams.token_validation import LOOPBACK, TokenRules, TokenVerifier
from governance import CardPlace, ConversationState, Person
from handlers import Reply, Said

log = structlog.get_logger()

RECORD_TIMEOUT_S = 10.0
"""Seconds within which an activity is recorded; Teams waits fifteen for its acknowledgement."""

PATH = "/api/messages"
"""Where the Bot Service posts to."""


Work = Callable[[], Awaitable[None]]


class TeamsChannel(RunningChannel):
    """One tenant, which the Bot Service posts the activities of."""

    def __init__(self, chat: ChannelContext, app: "Teams") -> None:
        """Build everything for the *app*; nothing is called yet."""
        super().__init__(chat, shutdown_timeout_s=app.shutdown_timeout_s)
        settings = app.settings
        rules = TokenRules(
            settings.app_id,
            settings.tenant_id,
            settings.token_issuer,
            settings.openid_metadata_url,
            split_setting(settings.service_urls),
            settings.emulator,
        )
        self._framework = BotFramework(
            settings.app_id,
            TokenVerifier(rules, chat.session),
            app.credentials,
            chat.session,
            now=chat.now,
        )
        context = TeamsContext.create(chat, settings, self._framework, tick=app.tick)
        self._settings = settings
        self._tasks = chat.tasks
        self._journal = chat.journal
        self._chats = context.chats
        self._router = TeamsReplyRouter(context)
        self._dispatcher = TeamsDispatcher(context, self._router)
        self._invokes = Invokes(
            context, self._dispatcher, self._router, response_timeout_s=app.response_timeout_s
        )

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """List where the Bot Service posts to."""
        return [web.post(PATH, self._receive)]

    async def deliver(self, external_id: str, reply: Reply, *, locale: str, key: str) -> None:
        """Send *reply* to somebody, in the chat with them.

        Raises:
            UndeliverableError: If Teams did not take it.
        """
        try:
            to = await self._chats.address_of(external_id)
            await self._router.deliver(external_id, to, reply, locale=locale, key=key)
        except TeamsClosedError as error:
            await self._chats.mark_closed(external_id, error.state)
            raise UndeliverableError(error.state.value, is_final=True) from error
        except TeamsError as error:
            is_final = isinstance(error, TeamsRefusedError)
            raise UndeliverableError(error.code, is_final=is_final) from error

    async def replay(self, body: str) -> None:
        """Start to process a recorded event again."""
        self._start(*self._work_of(json.loads(body)))

    async def redraw(self, person: Person, place: CardPlace, reply: Reply) -> RedrawOutcome:
        """Replace the message at *place* by *reply*."""
        return await self._router.redraw(person, place, reply)

    async def _receive(self, request: web.Request) -> web.StreamResponse:
        """Let the SDK seam verify what was posted."""
        return await self._framework.receive(request, self._accept)

    async def _accept(self, body: JSON) -> JSON | None:
        """Acknowledge an activity, and let what it asks for go on by itself.

        What Teams does not wait for is kept first: no restart loses it.
        """
        if body["type"] == "invoke":
            return await self._invokes.answer(body)
        named, work = self._work_of(body)
        if named and not await self._journal.record(
            named, json.dumps(body), timeout_s=RECORD_TIMEOUT_S
        ):
            self._tasks.start(self._refuse(body))
            return None
        self._start(named, work)
        return None

    async def _refuse(self, body: JSON) -> None:
        """Say that a message was not recorded; of an installation, nobody expects an answer."""
        event = activities.parse_message(body) if body["type"] == "message" else None
        if event:
            await self._dispatcher.say(event, "chat-busy")

    def _work_of(self, body: JSON) -> tuple[str, Work]:
        """Find what an activity asks for; it has a name if it is to be kept until that is done."""
        match body["type"]:
            case "message" if event := activities.parse_message(body):
                return event.id, partial(self._on_message, event)
            case "invoke":
                return activities.invoke_id(body), partial(self._invokes.retry, body)
            case "installationUpdate":
                return activities.parse_installation(body).id, partial(self._on_installation, body)
            case "conversationUpdate":
                return "", partial(self._on_joined, body)
            case _:
                return "", _nothing

    def _start(self, named: str, work: Work) -> None:
        """Let *work* go on by itself; what was kept of it is forgotten when it is done."""

        def done() -> None:
            if named:
                self._journal.mark_done(named)

        async def deal() -> None:
            try:
                await work()
            except RetryLaterError:
                self._journal.release(named)
                return
            except Exception:
                done()
                raise
            done()

        self._tasks.start(deal())

    async def _on_message(self, event: TeamsEvent) -> None:
        if isinstance(event.what, Said):
            await self._on_text(event)
        else:  # a button of an older kind of card comes as a message
            await self._on_press(event)

    async def _on_text(self, event: TeamsEvent) -> None:
        try:
            await self._dispatcher.answer_message(event)
        except Exception:
            await self._dispatcher.say(event, "chat-broken")
            raise

    async def _on_press(self, event: TeamsEvent) -> None:
        found = await self._dispatcher.answer_press(event)
        if not isinstance(found, str):
            await self._dispatcher.show_press_result(found[0], event, seen=False)
        elif found != IN_PROGRESS:
            await self._dispatcher.say(event, found)

    async def _on_installation(self, body: JSON) -> None:
        """Greet who has installed the app; remember who has taken it away."""
        sender, action = activities.sender_of(body), str(body.get("action") or "")
        if not activities.is_private(body) or not sender.id:
            return
        if action.startswith("remove"):
            await self._chats.mark_closed(sender.id, ConversationState.UNINSTALLED)
            return
        await self._chats.remember(sender.id, activities.address_of(body))
        if action == "add":
            await self._dispatcher.welcome(activities.parse_installation(body))

    async def _on_joined(self, body: JSON) -> None:
        """Keep where somebody can be written to, from before they say anything."""
        sender = activities.sender_of(body)
        is_ours = f"28:{self._settings.app_id}" in activities.members(body, "membersAdded")
        if is_ours and activities.is_private(body) and sender.id:
            await self._chats.remember(sender.id, activities.address_of(body))


async def _nothing() -> None:
    """Do what an activity asks for that asks for nothing."""


@dataclass(slots=True)
class Teams:
    """The app that *settings* name, configured but not running.

    *pause* sleeps, *now* is the clock, and *tick* counts seconds from anywhere. What proves the
    app is read at once, so that a certificate that cannot be used keeps Guildmate from starting.
    """

    settings: TeamsSettings
    now: Callable[[], datetime] = clock.now
    tick: Callable[[], float] = monotonic
    pause: Pause = asyncio.sleep
    response_timeout_s: float = RESPONSE_TIMEOUT_S
    shutdown_timeout_s: float = SHUTDOWN_TIMEOUT_S
    credentials: Credentials = field(init=False)

    def __post_init__(self) -> None:
        """Read what proves the app.

        Raises:
            SettingsError: If it cannot be used.
        """
        self.credentials = Credentials(token_source(self.settings), self.now)

    async def open(self, service: Service) -> TeamsChannel:
        """Start to receive turns."""
        chat = ChannelContext.create(
            service,
            BackgroundTasks(TEAMS, TeamsError),
            aiohttp.ClientSession(),
            now=self.now,
            pause=self.pause,
        )
        channel = TeamsChannel(chat, self)
        await channel.start()
        return channel


def teams_channel(settings: Settings) -> Teams | None:
    """Configure the channel that the settings ask for; None when nothing sets it up.

    Raises:
        SettingsError: If anybody could pretend to be Microsoft, or the app could not prove itself.
    """
    teams = settings.teams
    if not teams.is_named:
        return None
    if not teams.app_id.strip():
        raise SettingsError("Teams is set up without TEAMS_APP_ID. Nobody could be told apart.")
    tenant = _tenant(teams.tenant_id.strip())
    proofs = [teams.app_password, teams.certificate, teams.managed_identity or None]
    if len([each for each in proofs if each is not None]) != 1:
        raise SettingsError(
            "One of TEAMS_APP_PASSWORD, TEAMS_CERTIFICATE and TEAMS_MANAGED_IDENTITY has to be set."
        )
    if teams.emulator and not (settings.host in LOOPBACK and _is_local(settings.url)):
        raise SettingsError(
            "TEAMS_EMULATOR is for a computer that nobody else reaches. Unset it, or unset "
            "GUILDMATE_URL and GUILDMATE_HOST."
        )
    for url in split_setting(teams.service_urls):
        if not _is_safe(url):
            raise SettingsError(f"TEAMS_SERVICE_URLS has to hold https addresses only: {url}")
    configured = teams.model_copy(update={"tenant_id": tenant})
    token_source(configured)  # an unreadable certificate is refused here, before anything is open
    return Teams(configured)


async def trouble_with_teams(settings: TeamsSettings) -> str | None:
    """Ask Microsoft for a token, and give its word for what is wrong; None when all is well."""
    try:
        await Credentials(token_source(settings), clock.now).token()
    except NoTokenError as error:
        return error.code
    return None


def _tenant(named: str) -> str:
    """Read the id of the one directory whose people are answered.

    Raises:
        SettingsError: If it is none, or more than one.
    """
    if not named:
        raise SettingsError("TEAMS_APP_ID is set, and TEAMS_TENANT_ID is not. It has to be.")
    try:
        return str(UUID(named))
    except ValueError as error:
        raise SettingsError(
            "TEAMS_TENANT_ID has to be one directory id, of 32 digits and letters from a to f."
        ) from error


def _is_safe(url: str) -> bool:
    """Return whether nobody between here and *url* could listen."""
    return urlsplit(url).scheme == "https" or _is_local(url)


def _is_local(url: str) -> bool:
    return not url or urlsplit(url).hostname in LOOPBACK
