"""Somebody at Slack in front of the real server: signed requests in, what they would see out."""

import asyncio
import hashlib
import hmac
import json
import shutil
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from pydantic import SecretStr

from bot.app import App, open_app
from bot.chat.background_tasks import SHUTDOWN_TIMEOUT_S
from bot.chat.channel import Service
from bot.jobs.deliveries import deliver
from bot.server import serving
from bot.settings import OpenAISettings, Settings, SlackSettings
from bot.slack.channel import Slack, SlackChannel
from tests.slack.doubles.validity import option_faults
from tests.slack.doubles.web_api import TEAM, TOKEN, US, Workspace, slack_at_home

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 - the example of Slack's own documentation


@dataclass(slots=True)
class Posting:
    """What Slack does: it posts what people do, signed, to an address."""

    workspace: Workspace
    address: str
    session: aiohttp.ClientSession

    async def post(
        self, path: str, body: bytes, *, at: int | None = None, secret: str = SECRET, **headers: str
    ) -> tuple[int, str]:
        """Post something signed."""
        sent_at = str(at or int(time.time()))
        base = b"v0:" + sent_at.encode() + b":" + body
        signature = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
        signed = {
            "X-Slack-Request-Timestamp": sent_at,
            "X-Slack-Signature": f"v0={signature}",
            "Content-Type": "application/json"
            if body.startswith(b"{")
            else "application/x-www-form-urlencoded",
            **headers,
        }
        async with self.session.post(
            f"{self.address}/slack/{path}", data=body, headers=signed
        ) as response:
            return response.status, await response.text()

    def message(self, user: str, text: str, **more: Any) -> dict[str, Any]:
        """Make a message to us."""
        return {
            "type": "message",
            "channel": self.workspace.room(user),
            "channel_type": "im",
            "user": user,
            "text": text,
            "ts": self.workspace.next(),
            "team": TEAM,
            **more,
        }


@dataclass(slots=True)
class Seat(Posting):
    """Where people use Slack: they write, press and fill in, and see what comes of it."""

    app: App
    channel: SlackChannel
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def event(self, event: Mapping[str, Any], **more: Any) -> tuple[int, str]:
        """Send an event, and wait until everything it led to is done."""
        answered = await self.posts(event, **more)
        await self.channel.wait_until_idle()
        return answered

    async def posts(self, event: Mapping[str, Any], **more: Any) -> tuple[int, str]:
        """Send an event, and wait only until it is acknowledged."""
        body = {
            "token": "old",
            "team_id": TEAM,
            "api_app_id": "A1",
            "type": "event_callback",
            "event_id": f"Ev{next(self._numbers):08}",
            "event_time": 1790000000,
            "authorizations": [{"team_id": TEAM, "user_id": US, "is_bot": True}],
            "event": dict(event),
            **more,
        }
        return await self.post("events", json.dumps(body).encode())

    async def says(self, user: str, text: str, **more: Any) -> dict[str, Any]:
        """Write to us directly, and give the last message there."""
        await self.event(self.message(user, text, **more))
        return self.last(user)

    async def command(self, user: str, command: str, text: str = "", **more: str) -> str:
        """Type a slash command, and give the body it was acknowledged with."""
        body = {
            "team_id": TEAM,
            "channel_id": "C0GENERAL",
            "user_id": user,
            "command": command,
            "text": text,
            "trigger_id": f"t{next(self._numbers)}",
            "response_url": f"{self.workspace.address}/respond",
            **more,
        }
        status, said = await self.post("commands", urlencode(body).encode())
        assert status == 200
        await self.channel.wait_until_idle()
        return said

    async def interact(self, payload: Mapping[str, Any]) -> tuple[int, str]:
        """Send an interaction."""
        answered = await self.sends(payload)
        await self.channel.wait_until_idle()
        return answered

    async def sends(self, payload: Mapping[str, Any]) -> tuple[int, str]:
        """Send an interaction, and wait for nothing but its answer."""
        base = {"team": {"id": TEAM}, "trigger_id": f"t{next(self._numbers)}"}
        body = urlencode({"payload": json.dumps({**base, **payload})}).encode()
        return await self.post("interactive", body)

    async def press(self, user: str, label: str, source: Mapping[str, Any], **more: Any) -> None:
        """Press the button of a message or view that has a label or an action."""
        status, _ = await self.interact(self.pressing(user, label, source, **more))
        assert status == 200

    def pressing(self, user: str, label: str, source: Mapping[str, Any], **more: Any) -> Any:
        """Make what is sent when a button is pressed."""
        block, button = next(
            (block, each)
            for block in source["blocks"]
            if block["type"] == "actions"
            for each in block["elements"]
            if label in (each["text"]["text"], each["action_id"].partition("#")[0])
        )
        action = {
            "type": "button",
            "action_id": button["action_id"],
            "block_id": block.get("block_id", "generated"),
            "action_ts": self.workspace.next(),
            **({"value": button["value"]} if "value" in button else {}),
        }
        box: dict[str, Any] = {"type": "view", "view_id": source.get("id", "VHOME")}
        where: dict[str, Any] = {"view": {"state": {"values": {}}, "id": "VHOME", **source}}
        if "ts" in source:
            box = {"type": "message", "message_ts": source["ts"], "channel_id": source["channel"]}
            where = {"channel": {"id": source["channel"]}}
            if source.get("thread_ts"):
                box["thread_ts"] = source["thread_ts"]
        return {
            "type": "block_actions",
            "user": {"id": user, "team_id": TEAM},
            "container": box,
            "actions": [action],
            **where,
            **more,
        }

    async def submit(self, user: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Fill in the modal that is open, send it, and give what it was answered with.

        The answer is shown as soon as it is there, whatever was shown before.
        """
        status, said = await self.sends(self.submitting(user, values))
        assert status == 200
        answer: dict[str, Any] = json.loads(said) if said else {}
        if answer.get("response_action") == "update":
            name = list(self.workspace.views)[-1]
            done = self.workspace.views_update({"view_id": name, "view": answer["view"]})
            assert "error" not in done, self.workspace.refusals
        await self.channel.wait_until_idle()
        return answer

    def submitting(self, user: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Make what is sent when a modal is filled in with *values*; the rest stays as it was."""
        view = self.modal
        sent = {**view, "state": {"values": _state(view, values)}}
        return {"type": "view_submission", "user": {"id": user, "team_id": TEAM}, "view": sent}

    async def close(self, user: str) -> None:
        """Close the modal that is open; Slack says so only where the app wants to know."""
        name, view = self.workspace.views.popitem()
        if view.get("notify_on_close"):
            body = {"type": "view_closed", "user": {"id": user, "team_id": TEAM}, "view": view}
            assert await self.interact({**body, "is_cleared": False}) == (200, "")
            assert await self.interact({**body, "is_cleared": False}) == (200, "")
        assert name not in self.workspace.views

    def changing(self, user: str, name: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Make what is sent when the field *name* of the modal is changed, among *values*."""
        view = self.modal
        block = next(each for each in view["blocks"] if each.get("block_id") == f"field.{name}")
        assert block.get("dispatch_action"), "Slack says nothing of this field"
        state = _state(view, values)
        action = {
            **state[block["block_id"]][block["element"]["action_id"]],
            "action_id": block["element"]["action_id"],
            "block_id": block["block_id"],
            "action_ts": self.workspace.next(),
        }
        return {
            "type": "block_actions",
            "user": {"id": user, "team_id": TEAM},
            "container": {"type": "view", "view_id": view["id"]},
            "actions": [action],
            "view": {**view, "state": {"values": state}},
        }

    async def look_up(self, user: str, name: str, typed: str) -> list[str]:
        """Type into the field *name* of the modal, and list what can be chosen."""
        block = next(
            each for each in self.modal["blocks"] if each.get("block_id") == f"field.{name}"
        )
        status, said = await self.interact(
            {
                "type": "block_suggestion",
                "user": {"id": user, "team_id": TEAM},
                "action_id": block["element"]["action_id"],
                "block_id": block["block_id"],
                "value": typed,
                "view": self.modal,
            }
        )
        assert status == 200
        options = json.loads(said)["options"]
        assert option_faults(options) == []
        return [each["value"] for each in options]

    @property
    def modal(self) -> dict[str, Any]:
        """The modal that is open."""
        return list(self.workspace.views.values())[-1]

    def last(self, user: str) -> dict[str, Any]:
        """The last message in the conversation with somebody."""
        return self.workspace.said_to(user)[-1]

    async def deliveries(self) -> int:
        """Let everything that is owed go out now."""
        sent = await deliver(self.app.database, self.app.channels, at=self.channel._now())  # noqa: SLF001 - the same clock
        await self.channel.wait_until_idle()
        return sent


def _state(view: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Make the state of a view that is filled in with *values*."""
    return {
        block["block_id"]: {
            block["element"]["action_id"]: _given(block["element"], values, block["block_id"])
        }
        for block in view["blocks"]
        if block["type"] == "input"
    }


def _given(element: Mapping[str, Any], values: Mapping[str, Any], block: str) -> dict[str, Any]:
    """Make the state of one field."""
    kind, name = element["type"], block.partition(".")[2]
    groups = element.get("option_groups", [])
    listed = [*element.get("options", []), *(each for g in groups for each in g["options"])]
    options = {each["value"]: each for each in listed}
    value = values.get(name)
    match kind:
        case "plain_text_input":
            begun = element.get("initial_value")
            return {"type": kind, "value": begun if value is None else (value or None)}
        case "radio_buttons" | "static_select":
            chosen = options[value] if value else element.get("initial_option")
            return {"type": kind, "selected_option": chosen}
        case "checkboxes" | "multi_static_select":
            ticked = [options[each] for each in value or ()]
            return {"type": kind, "selected_options": ticked or element.get("initial_options", [])}
        case "external_select":
            chosen = {"value": value, "text": {"type": "plain_text", "text": str(value)}}
            begun = element.get("initial_option")
            return {"type": kind, "selected_option": chosen if value else begun}
        case "file_input":
            return {"type": kind, "files": [dict(each) for each in value or ()]}
        case _:
            return {"type": kind, "selected_user": value or element.get("initial_user")}


def seen(part: object) -> str:  # noqa: PLR0911 - one case for each kind of part
    """Read everything that a person sees of blocks, one after the other."""
    match part:
        case {"type": "text" | "link" | "plain_text", "text": str(said)}:
            return said
        case {"type": "emoji", "name": str(name)}:
            return f":{name}:"
        case {"text": dict(said)}:
            return f"[{seen(said)}]"
        case {"type": "rich_text_list", "elements": list(items)}:
            return "".join(f"\n- {seen(each)}" for each in items)
        case {"type": _, **rest}:
            return "".join(map(seen, rest.values()))
        case [{"type": "rich_text" | "actions" | "divider" | "input"}, *_]:
            return "\n".join(map(seen, part))
        case list():
            return "".join(map(seen, part))
        case _:
            return ""


@pytest.fixture
async def workspace() -> AsyncIterator[Workspace]:
    """A workspace, which is sent nothing that Slack would refuse."""
    async with slack_at_home() as workspace:
        yield workspace


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with its records and its index made, to be copied."""
    home = tmp_path_factory.mktemp("prepared") / "home"

    async def prepare() -> None:
        async with open_app(Settings(home=home, embedder="none", slack=SlackSettings())):
            """Everything is made by opening it."""

    asyncio.run(prepare())
    return home


def settings_for(workspace: Workspace, home: Path, model: str = "") -> Settings:
    """Make settings that lead to *workspace*, and to the *model* at an address."""
    slack = SlackSettings(
        bot_token=SecretStr(TOKEN),
        signing_secret=SecretStr(SECRET),
        api_url=f"{workspace.address}/api/",
        private_channels="C0PRIVATE CSTRANGE",
    )
    openai = OpenAISettings(
        model="scripted" if model else None, base_url=model or None, api_key=SecretStr("k")
    )
    url = "https://guildmate.example"
    return Settings(home=home, embedder="none", url=url, slack=slack, openai=openai)


@asynccontextmanager
async def seated(
    settings: Settings, workspace: Workspace, *, grace: float = SHUTDOWN_TIMEOUT_S
) -> AsyncIterator[Seat]:
    """Run Guildmate before *workspace*, with its patience cut short."""

    async def at_once(_seconds: float) -> None:
        """Wait for nothing."""

    configured = Slack(settings.slack, pause=at_once, shutdown_timeout_s=grace)
    alone = settings.model_copy(update={"slack": SlackSettings()})
    async with open_app(alone) as app, aiohttp.ClientSession() as session:
        service = Service(app.database, app.handbook, app.assistant, settings.url)
        channel = await configured.open(service)
        reached = replace(app, settings=settings, channels=(channel,))
        async with serving(reached, "127.0.0.1", 0) as port:
            yield Seat(workspace, f"http://127.0.0.1:{port}", session, reached, channel)
        await channel.close()


@pytest.fixture
def settings(tmp_path: Path, workspace: Workspace, prepared_home: Path) -> Settings:
    """Settings for a home of the test's own."""
    shutil.copytree(prepared_home, tmp_path / "home")
    return settings_for(workspace, tmp_path / "home")


@pytest.fixture
async def seat(settings: Settings, workspace: Workspace) -> AsyncIterator[Seat]:
    """Guildmate running, and people before it."""
    async with seated(settings, workspace) as seat:
        yield seat
