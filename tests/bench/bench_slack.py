"""How long Slack waits for an acknowledgement, beside a bare Bolt app; and a long day of events."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

import aiohttp
import structlog

from tests.slack.conftest import SECRET, Posting, seated, settings_for
from tests.slack.double import TEAM, TOKEN, Workspace, slack_at_home
from tests.slack.soak import live

OURS = ("-m", "bot", "run")
BARE = ("-m", "tests.bench.bare_bolt")

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
            async with _process(workspace, Path(home) / "own", BARE) as bare:
                nothing = await _acknowledged(bare, seconds)
            async with _process(workspace, Path(home) / "own", OURS) as own:
                ours = await _acknowledged(own, seconds)
            waits = {
                "p99 to acknowledge, ms": _p99(ours) * 1000,
                "p99 of a bare Bolt app, ms": _p99(nothing) * 1000,
                f"ours / bare (at most {MOST:g})": _p99(ours) / _p99(nothing),
                f"slowest to acknowledge, s (at most {SLOWEST:g})": max(ours),
            }
        async with slack_at_home() as workspace:
            settings = settings_for(workspace, Path(home) / "day")
            async with seated(settings, workspace) as seat:
                started = time.perf_counter()
                seen = await live(seat, events, seed=7)
                took = time.perf_counter() - started
    return waits | {
        "events of the long day": seen["sent"],
        "turns without an answer": seen["turns"] - seen["answers"],
        "answers given twice": seen["doubled"],
        "messages Slack would refuse": seen["refused"],
        "events a second": seen["sent"] / took,
    }


def _p99(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.99)]


async def _acknowledged(seat: Posting, seconds: int) -> list[float]:
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


def _posts(seat: Posting) -> tuple[Post, ...]:
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
async def _process(
    workspace: Workspace, home: Path, command: Sequence[str]
) -> AsyncIterator[Posting]:
    """Run what is measured in a process of its own, and wait until it serves."""
    port = _free_port()
    env = {
        **os.environ,
        "GUILDMATE_HOME": str(home),
        "GUILDMATE_EMBEDDER": "none",
        "GUILDMATE_PORT": str(port),
        "GUILDMATE_LOG": "error",
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{workspace.address}/api/",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, env=env, stdout=subprocess.DEVNULL
    )
    try:
        async with aiohttp.ClientSession() as session:
            yield await _serving(Posting(workspace, f"http://127.0.0.1:{port}", session))
    finally:
        process.terminate()
        await process.wait()


async def _serving(posting: Posting) -> Posting:
    """Wait until somebody answers."""
    body = json.dumps({"type": "url_verification", "challenge": "x"}).encode()
    for _ in range(300):
        try:
            await posting.post("events", body)
        except aiohttp.ClientError:
            await asyncio.sleep(0.1)
        else:
            return posting
    raise RuntimeError("nobody serves")


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


if __name__ == "__main__":
    main()
