"""Asking where others are: who is asked about, what is said once, and what is shown meanwhile."""

import asyncio
from typing import Any

import pytest

from tests.slack.conftest import Seat, seen
from tests.slack.doubles.web_api import TEAM, US, Failing

BEN, SARI, MEI, GUS = "U0BEN", "U0SARI", "U0MEI", "U0GUS"
ZAPIER = "Which data may Zapier see?"
THERE = {"channel": "C0GENERAL", "channel_type": "channel"}
PRIVATE = {"channel": "C0PRIVATE", "channel_type": "channel"}


async def mention(seat: Seat, user: str, text: str, **there: str) -> dict[str, Any]:
    """Mention us in a channel."""
    asked = seat.message(user, f"<@{US}> {text}", **(there or THERE))
    await seat.event({**asked, "type": "app_mention"})
    return asked


def statuses(seat: Seat) -> list[str]:
    """List what was shown to be done, one after the other."""
    called = [given for name, given in seat.workspace.calls if name.endswith("setStatus")]
    return [given["status"] for given in called]


async def test_nobody_is_asked_about_who_talks_to_others_in_a_thread(seat: Seat) -> None:
    """Neither Slack nor the records: not of strangers, and not of who was here before."""
    await seat.says(SARI, "hello")
    asked = await mention(seat, BEN, ZAPIER)
    seat.workspace.calls.clear()
    for user in (MEI, SARI, GUS):
        await seat.event(seat.message(user, "so what?", thread_ts=asked["ts"], **THERE))

    assert seat.workspace.calls == []
    async with seat.app.database.reading() as records:
        assert not await records.people.has_account("slack", MEI)


async def whispered(seat: Seat) -> dict[str, Any]:
    """Ask where the asker reads first, and give what only they see."""
    await mention(seat, BEN, ZAPIER, **PRIVATE)
    [whisper] = seat.workspace.whispers
    return {**whisper, "ts": "1.1"}


async def test_an_answer_is_shared_once(seat: Seat) -> None:
    """However often the press arrives, and however often it is pressed."""
    hidden = await whispered(seat)
    press = seat.pressing(BEN, "slack.share", hidden)
    await asyncio.gather(seat.interact(press), seat.interact(press))
    await seat.interact(press)
    others = [seat.pressing(BEN, "slack.share", hidden) for _ in range(2)]
    await asyncio.gather(*map(seat.interact, others))

    assert len(seat.workspace.messages["C0PRIVATE"]) == 1


async def test_a_share_that_slack_refuses_is_said_and_can_be_tried_again(seat: Seat) -> None:
    """A failed attempt does not use the button up."""
    hidden = await whispered(seat)
    seat.workspace.failing = [Failing("chat.postMessage", error="restricted_action")]
    await seat.press(BEN, "slack.share", hidden)
    told = seen(seat.workspace.whispers[-1]["blocks"])
    await seat.press(BEN, "slack.share", hidden)

    assert "could not put it into the channel" in told
    assert len(seat.workspace.messages["C0PRIVATE"]) == 1


async def test_what_is_personal_is_not_shared_whatever_is_pressed(seat: Seat) -> None:
    """Not even by who was told it, with a button that was made up."""
    hidden = await whispered(seat)
    mine = seat.message(BEN, "/home")
    await seat.event(mine)
    press = seat.pressing(BEN, "slack.share", hidden)
    press["actions"][0]["value"] = f"1.1 {TEAM}.{mine['channel']}.{mine['ts']}"
    await seat.interact(press)

    assert "This is no longer there." in seen(seat.workspace.whispers[-1]["blocks"])
    assert "C0PRIVATE" not in seat.workspace.messages


async def test_a_stranger_is_told_once(seat: Seat) -> None:
    """Though their message arrives three times; their next one is answered again."""
    message = seat.message(GUS, ZAPIER)
    await asyncio.gather(seat.event(message), seat.event(message))
    await seat.event(message)
    assert len(seat.workspace.said_to(GUS)) == 1
    await seat.says(GUS, ZAPIER)

    assert len(seat.workspace.said_to(GUS)) == 2


async def ask_about(seat: Seat, user: str, text: str) -> dict[str, Any]:
    """Ask about what a colleague wrote, and give the answer."""
    message = {"type": "message", "text": text, "ts": "1.1", "user": MEI}
    await seat.interact(
        {
            "type": "message_action",
            "callback_id": "ask_about",
            "user": {"id": user},
            "message": message,
            "channel": {"id": "C0GENERAL"},
            "action_ts": seat.workspace.next(),
        }
    )
    return seat.last(user)


async def test_what_a_colleague_wrote_is_no_answer_to_a_form(seat: Seat) -> None:
    """While a registration is talked through, their words are a question all the same."""
    await seat.command(BEN, "/ai-register")
    await seat.press(BEN, "register.talk", seat.modal)
    answer = seen((await ask_about(seat, BEN, ZAPIER))["blocks"])
    await seat.command(BEN, "/ai-register")
    await seat.press(BEN, "Continue", seat.last(BEN))

    assert "[1] " in answer
    assert ZAPIER not in str(seat.last(BEN)) + str(seat.workspace.views)


@pytest.mark.parametrize("said", ["/home", "/register", "/channel"])
async def test_what_a_colleague_wrote_is_no_command(seat: Seat, said: str) -> None:
    """It is looked up in the handbook, which knows nothing of it."""
    answer = seen((await ask_about(seat, BEN, said))["blocks"])

    assert "Register a solution" not in answer
    assert seat.workspace.views == {}
    async with seat.app.database.reading() as records:
        ben = await records.people.get_by_account("slack", BEN)
        assert await records.drafts.find_open(ben, "register") is None


async def test_a_command_that_asks_says_at_once_that_it_is_looking(seat: Seat) -> None:
    """In the acknowledgement; a command that opens something says nothing."""
    await seat.says(SARI, "hello")

    assert "Guildmate is looking" in await seat.command(BEN, "/ai-ask", ZAPIER)
    assert "Guildmate sedang mencari" in await seat.command(SARI, "/ai-ask", ZAPIER)
    assert await seat.command(BEN, "/ai-ask") == ""
    assert await seat.command(BEN, "/ai-help") == ""


async def test_a_status_goes_where_the_answer_is_elsewhere(seat: Seat) -> None:
    """Slack takes it away itself only when the thread gets a message."""
    await mention(seat, BEN, ZAPIER)
    here = statuses(seat)
    await mention(seat, BEN, ZAPIER, **PRIVATE)
    privately = statuses(seat)[len(here) :]
    await mention(seat, BEN, "/register")
    personal = statuses(seat)[len(here) + len(privately) :]

    assert "" not in here
    assert privately[-1] == ""
    assert personal[-1] == ""


async def test_a_repeat_shows_no_status_again(seat: Seat) -> None:
    """It has its answer, and nothing would take the status away."""
    asked = await mention(seat, BEN, ZAPIER)
    before = len(statuses(seat))
    await seat.event({**asked, "type": "app_mention"})

    assert len(statuses(seat)) == before
