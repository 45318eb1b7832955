"""Somebody at Teams in front of the real server: signed activities in, what they would see out."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.app import App, open_app
from bot.chat.channel import Service
from bot.jobs.deliveries import deliver
from bot.server import serving
from bot.settings import OpenAISettings, Settings, SlackSettings, TeamsSettings
from bot.teams.channel import Teams, TeamsChannel
from tests.browser.conftest import browser
from tests.teams.doubles import shapes
from tests.teams.doubles.issuer import APP, ISSUER, SECRET, TENANT, Issuer, issuer_at_home
from tests.teams.doubles.rendering import MODULES
from tests.teams.doubles.tenant import Tenant, teams_at_home
from tests.teams.doubles.validity import card_faults, parts, result_faults, task_faults

__all__ = ["browser"]

JSON = dict[str, Any]

GOOD = "as Teams signs it"


class Hurry:
    """A clock that waits for nobody: who waits moves it on."""

    def __init__(self) -> None:
        """Begin now."""
        self._waited = 0.0

    def tick(self) -> float:
        """Say how many seconds have gone by."""
        return monotonic() + self._waited

    def now(self) -> datetime:
        """Say what time it is."""
        return datetime.now(UTC) + timedelta(seconds=self._waited)

    async def pause(self, seconds: float) -> None:
        """Wait for so long, which takes no time."""
        self._waited += seconds
        await asyncio.sleep(0)


@dataclass(slots=True)
class Seat:
    """Where people use Teams: they write, press and fill in, and see what comes of it."""

    tenant: Tenant
    address: str
    session: aiohttp.ClientSession
    app: App
    channel: TeamsChannel
    clock: Hurry

    async def post(
        self, body: Any, authorization: str | None = GOOD, **headers: str
    ) -> tuple[int, JSON]:
        """Post an activity as Teams does, and give the answer to it."""
        service = body.get("serviceUrl", "") if isinstance(body, dict) else ""
        if authorization == GOOD:
            authorization = f"Bearer {self.tenant.issuer.token(service)}"
        given = {"Authorization": authorization} if authorization is not None else {}
        sent = {"Content-Type": "application/json; charset=utf-8", **given, **headers}
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        async with self.session.post(
            f"{self.address}/api/messages", data=data, headers=sent
        ) as response:
            text = await response.text()
        return response.status, json.loads(text) if text.startswith("{") else {}

    async def does(self, body: JSON) -> JSON:
        """Do something, wait until all it led to is done, and give the answer to it."""
        status, answer = await self.post(body)
        await self.channel.wait_until_idle()
        assert status in {200, 201}, (status, answer)
        self._see(answer)
        return answer

    async def says(self, user: str, text: str, **more: Any) -> JSON:
        """Write to us directly, and give the last message there."""
        await self.does(shapes.message(self.tenant, user, text, **more))
        return self.last(user)

    async def press(
        self, user: str, label: str, on: JSON | None = None, values: Mapping[str, Any] | None = None
    ) -> JSON:
        """Press what a message shows, with what is filled in, and give the answer to it."""
        where = on or self.last(user)
        typed = given(where, values or {})
        return await self.does(shapes.press(self.tenant, user, where, action(where, label), typed))

    async def submit(self, user: str, task: JSON, label: str, values: Mapping[str, Any]) -> JSON:
        """Press what a dialog shows, with what is filled in, and give the dialog after that."""
        body = shapes.submit(self.tenant, user, action(task, label), given(task, values))
        return await self.does(body)

    async def deliveries(self) -> int:
        """Let what is owed go out."""
        sent = await deliver(self.app.database, self.app.channels, at=self.clock.now())
        await self.channel.wait_until_idle()
        return sent

    def last(self, user: str) -> JSON:
        """Give the last message in the chat with somebody."""
        return self.tenant.said_to(user)[-1]

    def _see(self, answer: JSON) -> None:
        """Hold what an invoke is answered with against what Teams takes."""
        match answer:
            case {"type": "application/vnd.microsoft.card.adaptive", "value": dict(card)}:
                self.tenant.refusals += card_faults(card)
            case {"task": {"type": "continue", "value": dict(task)}}:
                self.tenant.refusals += task_faults(task)
            case {"composeExtension": dict(found)}:
                self.tenant.refusals += result_faults(found)
            case _:
                return


def action(within: JSON, label: str) -> JSON:
    """Find what is pressed by its label, or by what it stands for."""
    found = [each for each in parts(within) if each["type"] in {"Action.Execute", "Action.Submit"}]
    named = [each for each in found if label in {each["title"], _did(each)}]
    assert named, (label, [(each["title"], _did(each)) for each in found])
    return named[0]


def _did(action: JSON) -> str:
    return str(action["data"]["guildmate"]["action"])


def given(within: JSON, values: Mapping[str, Any]) -> JSON:
    """Fill in the fields of a card as Teams sends them: with what they began with, or *values*."""
    typed: JSON = {}
    for each in parts(within):
        if not each["type"].startswith("Input."):
            continue
        name = each["id"].partition(".")[2]
        value = values.get(name, each.get("value", ""))
        typed[each["id"]] = value if isinstance(value, str) else ",".join(value)
    return typed


def seen(part: object) -> str:  # noqa: C901, PLR0911 - one case for each kind of part
    """Read everything that a person sees of a message, a card or a dialog."""
    match part:
        case {"type": "AdaptiveCard", "body": body}:
            return seen(body)
        case {"type": "TextRun" | "TextBlock", "text": str(said)}:
            return said
        case {"type": "FactSet", "facts": facts}:
            return "\n".join(f"{each['title']}: {each['value']}" for each in facts)
        case {"type": str(kind), "title": str(said)} if kind.startswith("Action."):
            return f"[{said}]"
        case {"type": str(kind), "label": str(said), **rest} if kind.startswith("Input."):
            return f"{said}: {rest.get('value', '')}"
        case {"type": "RichTextBlock", "inlines": runs}:
            return "".join(map(seen, runs))
        case {"text": str(said), **rest}:
            return "\n".join(filter(None, (said, seen(rest.get("attachments", ())))))
        case {"contentType": _, "content": content}:
            return seen(content)
        case dict():
            return "\n".join(filter(None, map(seen, part.values())))
        case list() | tuple():
            return "\n".join(filter(None, map(seen, part)))
        case _:
            return ""


@pytest.fixture(scope="session")
def npm() -> None:
    """See that there is what cards and manifests are held against; without npm, say so."""
    if not MODULES.is_dir():
        pytest.skip(f"`make test` brings {MODULES} where there is npm")


@pytest.fixture
async def issuer(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Issuer]:
    """Who signs, and gives tokens."""
    async with issuer_at_home() as issuer:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", issuer.authority)
        yield issuer


@pytest.fixture
def clock() -> Hurry:
    """A clock that waits for nobody."""
    return Hurry()


@pytest.fixture
async def tenant(issuer: Issuer, clock: Hurry) -> AsyncIterator[Tenant]:
    """A tenant, which is sent nothing that Teams would refuse."""
    async with teams_at_home(issuer) as tenant:
        tenant.tick = clock.tick
        yield tenant


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with its records and its index made, to be copied."""
    home = tmp_path_factory.mktemp("prepared") / "home"

    async def prepare() -> None:
        async with open_app(_alone(home)):
            """Everything is made by opening it."""

    asyncio.run(prepare())
    return home


def _alone(home: Path) -> Settings:
    """Settings without any channel."""
    return Settings(home=home, embedder="none", slack=SlackSettings(), teams=TeamsSettings())


def settings_for(tenant: Tenant, home: Path, model: str = "", **teams: Any) -> Settings:
    """Make settings that lead to *tenant*, and to the *model* at an address."""
    issuer = tenant.issuer
    named = TeamsSettings(
        **{
            "app_id": APP,
            "app_password": SecretStr(SECRET),
            "tenant_id": TENANT,
            "openid_metadata_url": issuer.metadata_url,
            "token_issuer": ISSUER,
            "login_url": issuer.login_url,
            "service_urls": tenant.address,
            **teams,
        }
    )
    openai = OpenAISettings(
        model="scripted" if model else None, base_url=model or None, api_key=SecretStr("k")
    )
    url = "https://guildmate.example"
    return _alone(home).model_copy(update={"teams": named, "openai": openai, "url": url})


@asynccontextmanager
async def seated(
    settings: Settings, tenant: Tenant, clock: Hurry, *, at_once: float = 30.0, grace: float = 30.0
) -> AsyncIterator[Seat]:
    """Run Guildmate before *tenant*, with its patience cut short."""
    configured = Teams(
        settings.teams,
        now=clock.now,
        tick=clock.tick,
        pause=clock.pause,
        response_timeout_s=at_once,
        shutdown_timeout_s=grace,
    )
    alone = settings.model_copy(update={"teams": TeamsSettings()})
    async with open_app(alone) as app, aiohttp.ClientSession() as session:
        service = Service(app.database, app.handbook, app.assistant, settings.url)
        channel = await configured.open(service)
        reached = replace(app, settings=settings, channels=(channel,))
        async with serving(reached, "127.0.0.1", 0) as port:
            address = f"http://127.0.0.1:{port}"
            yield Seat(tenant, address, session, reached, channel, clock)
        await channel.close()


@pytest.fixture
def settings(tmp_path: Path, tenant: Tenant, prepared_home: Path) -> Settings:
    """Settings for a home of the test's own."""
    shutil.copytree(prepared_home, tmp_path / "home")
    return settings_for(tenant, tmp_path / "home")


@pytest.fixture
async def seat(settings: Settings, tenant: Tenant, clock: Hurry) -> AsyncIterator[Seat]:
    """Guildmate running, and people before it."""
    async with seated(settings, tenant, clock) as seat:
        yield seat
