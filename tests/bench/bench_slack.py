"""How long Slack waits for an acknowledgement, beside a bare Bolt app; and a long day of events."""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

import aiohttp
import structlog

from tests.bench.acknowledging import EVENTS, OURS, SECONDS, Post, acknowledged, figures, process
from tests.slack.conftest import SECRET, Posting, seated, settings_for
from tests.slack.doubles.soak import live
from tests.slack.doubles.web_api import TEAM, TOKEN, Workspace, slack_at_home

BARE = ("-m", "tests.bench.bare_bolt")


def main() -> None:
    """Print the figures; another number of seconds, and of events, may be given."""
    seconds, events = (*map(int, filter(str.isdigit, sys.argv[1:])), SECONDS, EVENTS)[:2]
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
                nothing = await acknowledged(_posts(bare), seconds)
            async with _process(workspace, Path(home) / "own", OURS) as own:
                ours = await acknowledged(_posts(own), seconds)
            waits = figures(ours, nothing)
        async with slack_at_home() as workspace:
            settings = settings_for(workspace, Path(home) / "day")
            async with seated(settings, workspace) as seat:
                started = time.perf_counter()
                seen = await live(seat, events, seed=7)
                took = time.perf_counter() - started
    return waits | {
        "events of the long day": seen["sent"],
        "turns without an answer": seen["turns"] - seen["answers"],
        "answers given twice": seen["doubled"] + seen["strays"],
        "messages Slack would refuse": seen["refused"],
        "events a second": seen["sent"] / took,
    }


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
    env = {
        "GUILDMATE_HOME": str(home),
        "GUILDMATE_EMBEDDER": "none",
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{workspace.address}/api/",
    }
    async with process(command, env) as port, aiohttp.ClientSession() as session:
        yield await _serving(Posting(workspace, f"http://127.0.0.1:{port}", session))


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


if __name__ == "__main__":
    main()
