"""Socket Mode: the same turns, over a connection that we open ourselves."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import WSMsgType, web
from pydantic import SecretStr

from bot.app import open_app
from bot.chat.channel import Service
from bot.settings import Settings, SlackSettings
from bot.slack.channel import Slack
from tests.slack.conftest import seen
from tests.slack.doubles.web_api import TEAM, US, Workspace


@dataclass(slots=True)
class SocketModeServer:
    """Slack's end of the connection; *acknowledged* are the envelopes that we have answered."""

    connected: asyncio.Event = field(default_factory=asyncio.Event)
    acknowledged: list[str] = field(default_factory=list)
    ends: list[web.WebSocketResponse] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Take a connection, and note what is acknowledged on it."""
        end = web.WebSocketResponse()
        await end.prepare(request)
        await end.send_json({"type": "hello", "num_connections": 1})
        self.ends.append(end)
        self.connected.set()
        async for message in end:
            if message.type is WSMsgType.TEXT and "envelope_id" in message.data:
                self.acknowledged.append(json.loads(message.data)["envelope_id"])
                self.answered.set()
        return end

    async def send(self, envelope: str, event: dict[str, Any]) -> None:
        """Send an event, and wait for its acknowledgement."""
        payload = {
            "type": "event_callback",
            "team_id": TEAM,
            "event_id": "Ev1",
            "authorizations": [{"team_id": TEAM, "user_id": US}],
            "event": event,
        }
        await self._send({"type": "events_api", "envelope_id": envelope, "payload": payload})

    async def interact(self, envelope: str, payload: dict[str, Any]) -> None:
        """Send an interaction, and wait for its acknowledgement."""
        await self._send({"type": "interactive", "envelope_id": envelope, "payload": payload})

    async def _send(self, body: dict[str, Any]) -> None:
        self.answered.clear()
        await self.ends[-1].send_json(body)
        await asyncio.wait_for(self.answered.wait(), 5)


@pytest.fixture
async def socket(workspace: Workspace) -> AsyncIterator[SocketModeServer]:
    """A server to connect to, whose address the Web API gives."""
    socket = SocketModeServer()
    app = web.Application()
    app.add_routes([web.get("/link", socket.serve)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    workspace.socket = f"ws://127.0.0.1:{runner.addresses[0][1]}/link"
    yield socket
    await runner.cleanup()


async def test_a_turn_comes_by_socket(
    settings: Settings, workspace: Workspace, socket: SocketModeServer
) -> None:
    """Acknowledged by its envelope, answered once, though it is sent twice; no address is open."""
    slack = settings.slack.model_copy(
        update={"app_token": SecretStr("xapp-1"), "signing_secret": None}
    )
    alone = settings.model_copy(update={"slack": SlackSettings()})
    configured = Slack(slack)
    message = {
        "type": "message",
        "channel": "D0BEN",
        "channel_type": "im",
        "user": "U0BEN",
        "text": "Which data may Zapier see?",
        "ts": "1.1",
    }
    async with open_app(alone) as app:
        channel = await configured.open(Service(app.database, app.handbook, app.assistant))
        await asyncio.wait_for(socket.connected.wait(), 10)
        await socket.send("one", message)
        await socket.send("two", message)
        await channel.wait_until_idle()
        await channel.close()

    assert channel.routes() == []
    assert socket.acknowledged == ["one", "two"]
    assert len(workspace.said_to("U0BEN")) == 1
    assert "[1] " in seen(workspace.said_to("U0BEN")[0]["blocks"])


async def test_it_connects_when_slack_comes_back(
    settings: Settings, workspace: Workspace, socket: SocketModeServer
) -> None:
    """A first attempt that fails is followed by another."""
    link, workspace.socket = workspace.socket, ""
    slack = settings.slack.model_copy(update={"app_token": SecretStr("xapp-1")})
    alone = settings.model_copy(update={"slack": SlackSettings()})
    configured = Slack(slack, reconnect_s=0.01)
    async with open_app(alone) as app:
        channel = await configured.open(Service(app.database, app.handbook, app.assistant))
        await asyncio.wait_for(workspace.asked_for_socket.wait(), 10)
        workspace.socket = link
        await asyncio.wait_for(socket.connected.wait(), 10)
        await channel.close()

    assert len(workspace.calls) > 1


async def test_a_modal_is_answered_by_socket_and_then_changed(
    settings: Settings,
    workspace: Workspace,
    socket: SocketModeServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What takes its time is shown once the envelope has its answer."""
    monkeypatch.setattr("bot.slack.modals.RESPONSE_TIMEOUT_S", 0)
    slack = settings.slack.model_copy(update={"app_token": SecretStr("xapp-1")})
    alone = settings.model_copy(update={"slack": SlackSettings()})
    configured = Slack(slack)
    ben = {"user": {"id": "U0BEN"}, "team": {"id": TEAM}}
    async with open_app(alone) as app:
        channel = await configured.open(Service(app.database, app.handbook, app.assistant))
        await asyncio.wait_for(socket.connected.wait(), 10)
        begin = {"type": "shortcut", "callback_id": "register", "trigger_id": "t1"}
        await socket.interact("one", {**begin, "action_ts": "1.1", **ben})
        await channel.wait_until_idle()
        [view] = workspace.views.values()
        named = {"field.name": {"given": {"type": "plain_text_input", "value": "Menu"}}}
        sent = {**view, "state": {"values": named}}
        await socket.interact("two", {"type": "view_submission", "view": sent, **ben})
        await channel.wait_until_idle()
        await channel.close()

    assert socket.acknowledged == ["one", "two"]
    assert [method for method, _ in workspace.calls].count("views.update") == 1
    assert "Please fill this in" in seen(workspace.views["V0"]["blocks"])
