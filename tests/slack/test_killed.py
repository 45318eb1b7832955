"""What Slack had acknowledged is answered once, though the process is killed at that moment."""

import json
import sqlite3
from contextlib import closing

import aiohttp
import pytest

from bot.settings import Settings
from tests.fixtures.killed import acknowledged_before_kill, count_turns
from tests.slack.conftest import SECRET, Posting, seated, seen
from tests.slack.doubles.web_api import TEAM, TOKEN, US, Workspace
from tests.slack.test_nothing_lost import BEN, REVIEW, answers, later, when

ROUNDS = 2


async def test_what_is_acknowledged_is_kept(
    settings: Settings, workspace: Workspace, address: str
) -> None:
    """On either database, with several requests at once."""
    env = {
        "DATABASE_URL": address,
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{workspace.address}/api/",
    }
    async with aiohttp.ClientSession() as session:

        async def post(where: str, number: int) -> int:
            posting = Posting(workspace, where, session)
            body = {
                "team_id": TEAM,
                "type": "event_callback",
                "event_id": f"Ev{number:08}",
                "authorizations": [{"team_id": TEAM, "user_id": US, "is_bot": True}],
                "event": posting.message(BEN, REVIEW),
            }
            return (await posting.post("events", json.dumps(body).encode()))[0]

        acknowledged = await acknowledged_before_kill(
            post, home=settings.home, env=env, rounds=ROUNDS
        )
    kept = settings.model_copy(update={"database_url": address})
    await later(kept, workspace)
    await later(kept, workspace)

    assert acknowledged >= ROUNDS
    assert answers(workspace) == await count_turns(address, "slack") >= acknowledged
    assert workspace.refusals == []


@pytest.mark.parametrize("is_command", [True, False], ids=["a command", "a message"])
async def test_what_cannot_be_kept_in_time_is_said_and_not_done(
    settings: Settings, workspace: Workspace, *, is_command: bool
) -> None:
    """Another program holds the file: nobody believes it was taken in, or is answered later."""
    async with seated(settings, workspace) as seat:
        await seat.says(BEN, "hello")
        with closing(
            sqlite3.connect(settings.home / "guildmate.db", isolation_level=None)
        ) as other:
            other.execute("BEGIN IMMEDIATE")
            if is_command:
                said = await seat.command(BEN, "/ai-ask", REVIEW)
            else:
                workspace.calls.clear()
                await seat.posts(seat.message(BEN, REVIEW))
                await when(workspace, "chat.postMessage")
                said = seen(seat.last(BEN)["blocks"])
            other.execute("ROLLBACK")
    await later(settings, workspace)

    assert "could not take that in" in said
    assert answers(workspace) == 0


async def test_a_modal_that_cannot_be_kept_in_time_stays_as_it_was_filled_in(
    settings: Settings, workspace: Workspace
) -> None:
    """It says so, and what was typed can be sent again."""
    async with seated(settings, workspace) as seat:
        await seat.command(BEN, "/ai-register")
        sent = seat.submitting(BEN, {"name": "Menu reader", "purpose": "Reads menus."})
        with closing(
            sqlite3.connect(settings.home / "guildmate.db", isolation_level=None)
        ) as other:
            other.execute("BEGIN IMMEDIATE")
            _, refused = await seat.sends(sent)
            other.execute("ROLLBACK")

    assert "could not take that in" in refused
    assert "Menu reader" in refused
