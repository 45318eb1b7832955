"""How long Slack waits for an acknowledgement, beside a bare Bolt app; and a long day of events."""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

import aiohttp
import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from tests.slack.conftest import SECRET, Seat, seated, settings_for
from tests.slack.double import TEAM, TOKEN, slack_at_home
from tests.slack.soak import live

A_SECOND = 50
SECONDS = 60
EVENTS = 10_000
SLOWEST = 1.0
MOST = 3.0
"""How many times the bare app's p99 ours may be."""


def main() -> None:
    """Print the figures; another number of seconds, and of events, may be given."""
    seconds, events = (*map(int, sys.argv[1:3]), SECONDS, EVENTS)[:2]
    structlog.configure(processors=[_quiet])
    for name, figure in asyncio.run(_figures(seconds, events)).items():
        print(f"slack: {name:44} {figure:10.2f}")  # noqa: T201 - printing is its purpose
    structlog.reset_defaults()


def _quiet(*_: object) -> NoReturn:
    raise structlog.DropEvent


async def _figures(seconds: int, events: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        async with slack_at_home() as workspace:
            settings = settings_for(workspace, Path(home))
            async with seated(settings, workspace) as seat:
                async with _bare(seat) as bare:
                    nothing = await _acknowledged(bare, seconds)
                ours = await _acknowledged(seat, seconds)
                await seat.channel.settled()
                started = time.perf_counter()
                before = sum(map(len, workspace.messages.values()))
                seen = await live(seat, events, seed=7)
                took = time.perf_counter() - started
    p99 = _p99(ours) / _p99(nothing)
    return {
        "p99 to acknowledge, ms": _p99(ours) * 1000,
        "p99 of a bare Bolt app, ms": _p99(nothing) * 1000,
        f"ours / bare (at most {MOST:g})": p99,
        f"slowest to acknowledge, s (at most {SLOWEST:g})": max(ours),
        "events of the long day": seen["sent"],
        "turns without an answer": seen["turns"] - (seen["answers"] - before),
        "answers given twice": seen["doubled"],
        "messages Slack would refuse": seen["refused"],
        "events a second": seen["sent"] / took,
    }


def _p99(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.99)]


async def _acknowledged(seat: Seat, seconds: int) -> list[float]:
    """Post signed requests at a steady pace, and take the time of each."""
    taken: list[float] = []
    running: set[asyncio.Task[None]] = set()
    posts = _posts(seat)
    started = time.perf_counter()
    for n in range(seconds * A_SECOND):
        await asyncio.sleep(max(0.0, started + n / A_SECOND - time.perf_counter()))
        task = asyncio.create_task(_timed(posts[n % len(posts)], n, taken))
        running.add(task)
        task.add_done_callback(running.discard)
    while running:
        await asyncio.wait(set(running))
    return taken


Post = Callable[[int], Awaitable[tuple[int, str]]]


async def _timed(post: Post, n: int, taken: list[float]) -> None:
    started = time.perf_counter()
    status, said = await post(n)
    if status != 200:
        raise RuntimeError(f"{status} {said}")
    taken.append(time.perf_counter() - started)


def _posts(seat: Seat) -> tuple[Post, ...]:
    """Mix what people do: they write, they type commands, they press."""

    def message(_: int) -> Awaitable[tuple[int, str]]:
        event = seat.message("U0BEN", "Which data may Zapier see?")
        body = {"type": "event_callback", "team_id": TEAM, "event_id": event["ts"], "event": event}
        return seat.post("events", json.dumps(body).encode())

    def command(n: int) -> Awaitable[tuple[int, str]]:
        sent = {"team_id": TEAM, "user_id": "U0MEI", "command": "/ai-help", "channel_id": "D0MEI"}
        body = urlencode({**sent, "text": "", "trigger_id": f"bench{n}"})
        return seat.post("commands", body.encode())

    def press(_: int) -> Awaitable[tuple[int, str]]:
        now = seat.workspace.next()
        button = {"type": "button", "action_id": "home.start#1", "block_id": "b", "action_ts": now}
        box = {"type": "message", "message_ts": "1.1", "channel_id": "D0ARUN"}
        sent = {
            "type": "block_actions",
            "team": {"id": TEAM},
            "user": {"id": "U0ARUN"},
            "container": box,
            "actions": [button],
        }
        return seat.post("interactive", urlencode({"payload": json.dumps(sent)}).encode())

    return message, command, press


@asynccontextmanager
async def _bare(seat: Seat) -> AsyncIterator[Seat]:
    """Serve a Bolt app that acknowledges everything and does nothing."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_token=TOKEN)

    bolt = AsyncApp(signing_secret=SECRET, authorize=authorize, name="bare")

    @bolt.middleware
    async def acknowledge(ack: Callable[[], Awaitable[object]]) -> object:
        return await ack()

    async def posted(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    app = web.Application()
    app.add_routes([web.post("/slack/{path}", posted)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as session:
        yield Seat(seat.workspace, seat.app, seat.channel, address, session)
    await runner.cleanup()


if __name__ == "__main__":
    main()
