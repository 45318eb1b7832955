"""What came in is answered, and what was answered is shown, whenever a process ends."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta

import aiohttp
import pytest

from bot import clock
from bot.jobs.deliveries import deliver
from bot.settings import Settings
from tests.fixtures.killed import acknowledged_before_kill, count_turns
from tests.slack.conftest import SECRET, Posting, Seat, seated, seen
from tests.slack.doubles.web_api import TEAM, TOKEN, US, Failing, Workspace

BEN, SARI = "U0BEN", "U0SARI"
REVIEW = "How long does a review take?"

KILLS = 2
"""How often a process is killed at the moment of an acknowledgement."""


@pytest.fixture
async def seat(settings: Settings, workspace: Workspace) -> AsyncIterator[Seat]:
    """Guildmate running, until it is killed in the middle of something."""
    async with seated(settings, workspace, grace=0.01) as seat:
        yield seat


async def when(workspace: Workspace, method: str) -> None:
    """Wait until Slack is asked for something."""
    for _ in range(500):
        if method in [name for name, _ in workspace.calls]:
            return
        await asyncio.sleep(0.02)
    pytest.fail(f"{method} was never called")


async def later(settings: Settings, workspace: Workspace) -> None:
    """Let another process do what it does ten minutes later."""
    at = clock.now() + timedelta(minutes=10)
    workspace.failing = []
    async with seated(settings, workspace) as seat:
        await seat.channel.retry_pending(before=at)
        await seat.channel.wait_until_idle()
        await seat.app.assistant.resume(before=at, at=at)
        await deliver(seat.app.database, seat.app.channels, at=at)
        await seat.channel.wait_until_idle()


def answers(workspace: Workspace) -> int:
    """Count the answers that Ben has."""
    told = [seen(each["blocks"]) for each in workspace.said_to(BEN)]
    return sum("How long a review takes" in each for each in told)


@pytest.mark.parametrize(
    "failing",
    [
        Failing("users.info", hangs=True),
        Failing("chat.postMessage", hangs=True),
        Failing("chat.postMessage", hangs=True, after=True),
    ],
    ids=["before it is known who asks", "before the answer is shown", "once it is shown"],
)
async def test_a_process_that_is_killed_loses_and_doubles_nothing(
    seat: Seat, settings: Settings, workspace: Workspace, failing: Failing
) -> None:
    """Whatever was acknowledged is answered by the next one, once."""
    workspace.failing = [failing]
    status, _ = await seat.posts(seat.message(BEN, REVIEW))
    await when(workspace, failing.method)
    await later(settings, workspace)
    await later(settings, workspace)

    assert status == 200
    assert answers(workspace) == 1
    assert workspace.refusals == []


async def test_an_answer_in_a_thread_is_looked_for_there(
    seat: Seat, settings: Settings, workspace: Workspace
) -> None:
    """It is shown there already, and not said again elsewhere."""
    workspace.failing = [Failing("chat.postMessage", hangs=True, after=True)]
    asked = {**seat.message(BEN, f"<@U0US> {REVIEW}"), "channel": "C0GENERAL"}
    asked |= {"channel_type": "channel", "type": "app_mention"}
    await seat.posts(asked)
    await when(workspace, "chat.postMessage")
    await later(settings, workspace)
    await later(settings, workspace)
    there = [seen(each["blocks"]) for each in workspace.messages["C0GENERAL"]]

    assert sum("How long a review takes" in each for each in there) == 1
    assert answers(workspace) == 0


async def test_what_slack_could_say_nothing_about_is_tried_again(
    seat: Seat, settings: Settings, workspace: Workspace
) -> None:
    """Neither who it is, nor that it is not known: nobody has heard anything yet."""
    workspace.failing = [Failing("*", 503, times=50)]
    await seat.event(seat.message(BEN, REVIEW))
    before = answers(workspace)
    await later(settings, workspace)

    assert (before, answers(workspace)) == (0, 1)


async def test_what_was_typed_into_a_modal_is_not_lost_while_it_waits(
    seat: Seat, settings: Settings, workspace: Workspace
) -> None:
    """They were told to wait, and the process ends before it is known who they are."""
    await seat.command(BEN, "/ai-register")
    sent = seat.submitting(BEN, {"name": "Menu reader", "purpose": "Reads menus."})
    async with seated(settings, workspace, grace=0.01) as fresh:
        workspace.failing = [Failing("users.info", hangs=True)]
        status, said = await fresh.sends(sent)
        await later(settings, workspace)

    assert status == 200
    assert "moment" in said
    async with seat.app.database.reading() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        draft = await records.drafts.find_open(ben, "register")
    assert draft is not None
    assert draft.answers["name"] == "Menu reader"


async def test_what_nobody_can_read_any_more_keeps_no_other_waiting(
    seat: Seat, settings: Settings, workspace: Workspace
) -> None:
    """Another release may have kept it."""
    async with seat.app.database.transaction() as records:
        await records.event_journal.append("slack", {"older": "{"}, at=clock.now())
    workspace.failing = [Failing("users.info", hangs=True)]
    await seat.posts(seat.message(BEN, REVIEW))
    await when(workspace, "users.info")
    await later(settings, workspace)
    async with seat.app.database.reading() as records:
        left = await records.event_journal.lease("slack", before=clock.now() + timedelta(days=1))

    assert answers(workspace) == 1
    assert "older" not in [each.name for each in left]


async def test_a_process_that_ends_leaves_its_answer_to_the_next(
    settings: Settings, workspace: Workspace
) -> None:
    """It does not wait for Slack for longer than its grace."""
    workspace.failing = [Failing("chat.postMessage", hangs=True)]
    async with seated(settings, workspace, grace=0.1) as seat:
        await seat.posts(seat.message(BEN, REVIEW))
        await when(workspace, "chat.postMessage")
    async with seated(settings, workspace) as seat:
        await seat.deliveries()

    assert answers(workspace) == 1


async def test_what_was_dealt_with_is_kept_no_longer(seat: Seat) -> None:
    """What people say is in the records only while it may be lost; of others nothing ever is."""
    await seat.says(BEN, REVIEW)
    await seat.event(
        seat.message(SARI, "lunch?", channel="C0GENERAL", channel_type="channel", thread_ts="1.1")
    )
    async with seat.app.database.reading() as records:
        left = await records.event_journal.lease("slack", before=clock.now() + timedelta(days=1))

    assert left == ()


async def test_a_reply_that_cannot_be_drawn_is_owed_and_nobody_is_told_that_nothing_happened(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was done is done; its reply comes by the outbox."""
    await seat.says(BEN, "hello")

    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as breaking:
        breaking.setattr("bot.slack.render.blocks.BlockRenderer.message", broken)
        await seat.event(seat.message(BEN, REVIEW))
    sent = await seat.deliveries()

    assert sent == 1
    assert answers(seat.workspace) == 1
    assert not [
        each for each in seat.workspace.said_to(BEN) if "went wrong" in seen(each["blocks"])
    ]


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
            post, home=settings.home, env=env, rounds=KILLS
        )
    kept = settings.model_copy(update={"database_url": address})
    await later(kept, workspace)
    await later(kept, workspace)

    assert acknowledged >= KILLS
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
