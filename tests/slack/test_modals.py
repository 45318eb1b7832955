"""Modals that meet a fault: what was typed stays in them, and they say what happened."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.response import BoltResponse

from bot.settings import Settings
from governance import Database, UnitOfWork
from tests.slack.conftest import Seat, seated, seen
from tests.slack.doubles.web_api import Failing, Workspace

BEN = "U0BEN"
ABOUT = {"name": "Menu", "purpose": "Reads it.", "already_running": "no"}


def typed(seat: Seat) -> dict[str, Any]:
    """Read what the fields of the modal begin with."""
    begun = ("initial_value", "initial_option", "initial_options", "initial_user")
    return {
        block["block_id"].partition(".")[2]: next(
            (block["element"][name] for name in begun if name in block["element"]), None
        )
        for block in seat.modal["blocks"]
        if block["type"] == "input"
    }


def is_as_it_was(seat: Seat) -> bool:
    """Tell whether everything of ABOUT stands in the modal, which can be sent again."""
    begun = typed(seat)
    return (
        "submit" in seat.modal
        and (begun["name"], begun["purpose"]) == ("Menu", "Reads it.")
        and begun["already_running"]["value"] == "no"
    )


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take everything for slow, so that a modal that was sent says to wait."""
    monkeypatch.setattr("bot.slack.modals.RESPONSE_TIMEOUT_S", 0)


def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be written down any more, but what was sent itself."""
    kept = Database.transaction

    @asynccontextmanager
    async def gone(self: Database, *, is_urgent: bool = False) -> AsyncIterator[UnitOfWork]:
        if is_urgent:
            async with kept(self, is_urgent=True) as records:
                yield records
            return
        await asyncio.sleep(0.01)  # as long as a database takes at least
        raise RuntimeError

    monkeypatch.setattr(Database, "transaction", gone)


async def test_a_new_process_goes_on_while_slack_cannot_say_who_it_is(
    settings: Settings, workspace: Workspace
) -> None:
    """Who was here before is known from the records."""
    async with seated(settings, workspace) as seat:
        await seat.command(BEN, "/ai-register")
    workspace.failing = [Failing("users.info", 503, times=99)]
    async with seated(settings, workspace) as seat:
        await seat.submit(BEN, ABOUT)

        assert "name" not in typed(seat)
        assert "submit" in seat.modal


async def test_nobody_known_loses_nothing_typed(settings: Settings, workspace: Workspace) -> None:
    """The modal says what is the matter, and is taken when it is sent again."""
    async with seated(settings, workspace) as seat:
        await seat.command(BEN, "/ai-register")
    workspace.failing = [Failing("auth.test", 503, times=99)]
    async with seated(settings, workspace) as seat:
        await seat.submit(BEN, ABOUT)
        said, kept = seen(seat.modal["blocks"]), is_as_it_was(seat)
        await seat.submit(BEN, ABOUT)
        twice = seen(seat.modal["blocks"])
        workspace.failing = []
        await seat.submit(BEN, {})

        assert kept
        assert said.count("could not find out who you are") == 1
        assert twice.count("could not find out who you are") == 1
        assert "name" not in typed(seat)
    assert workspace.refusals == []
    assert workspace.said_to(BEN) == []


async def test_a_fault_of_ours_loses_nothing_typed(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said in the modal, which stays."""
    await seat.command(BEN, "/ai-register")
    broken(monkeypatch)
    await seat.submit(BEN, ABOUT)

    assert "went wrong on our side" in seen(seat.modal["blocks"])
    assert is_as_it_was(seat)


@pytest.mark.usefixtures("slow")
async def test_a_fault_that_took_its_time_loses_nothing_typed(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is left to wait on "One moment…"."""
    await seat.command(BEN, "/ai-register")
    broken(monkeypatch)
    answer = await seat.submit(BEN, ABOUT)

    assert "One moment" in json.dumps(answer, ensure_ascii=False)
    assert "went wrong on our side" in seen(seat.modal["blocks"])
    assert is_as_it_was(seat)


@pytest.mark.usefixtures("slow")
async def test_a_fault_is_said_to_whom_has_closed_the_modal(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the conversation, since there is no modal any more."""
    await seat.command(BEN, "/ai-register")
    sending = seat.submitting(BEN, ABOUT)
    seat.workspace.views.clear()
    broken(monkeypatch)
    await seat.interact(sending)

    assert "went wrong on our side" in seen(seat.last(BEN)["blocks"])


@pytest.mark.usefixtures("slow")
async def test_what_comes_just_too_late_is_shown_after_the_answer(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer on its way says to wait, and would be put in its place."""

    async def held_up(response: BoltResponse) -> web.Response:
        await asyncio.sleep(0.3)
        return await to_aiohttp_response(response)

    await seat.command(BEN, "/ai-register")
    monkeypatch.setattr("bot.slack.channel.to_aiohttp_response", held_up)
    await seat.submit(BEN, ABOUT)

    assert "One moment" not in seen(seat.modal["blocks"])
    assert "submit" in seat.modal
    assert seat.workspace.refusals == []


async def test_a_closed_form_waits_in_the_conversation(seat: Seat) -> None:
    """One message for one draft, however often its modal is closed; its button goes on."""
    await seat.command(BEN, "/ai-register")
    await seat.submit(BEN, ABOUT)
    step = seat.modal["title"]["text"]
    await seat.close(BEN)
    [waits] = seat.workspace.said_to(BEN)
    await seat.press(BEN, "Continue", waits)
    again = seat.modal["title"]["text"]
    await seat.close(BEN)

    assert "Your registration waits" in seen(waits["blocks"])
    assert again == step
    assert len(seat.workspace.said_to(BEN)) == 1
    assert seat.workspace.refusals == []


async def test_a_draft_that_is_new_waits_in_a_message_of_its_own(seat: Seat) -> None:
    """Beginning anew leaves the earlier message to the earlier draft."""
    await seat.command(BEN, "/ai-register")
    await seat.close(BEN)
    await seat.command(BEN, "/ai-register")
    await seat.press(BEN, "register.over", seat.last(BEN))
    await seat.close(BEN)

    waits = [seen(each["blocks"]) for each in seat.workspace.said_to(BEN)]
    assert sum("Your registration waits" in each for each in waits) == 2


async def test_a_form_that_is_over_or_talked_through_leaves_no_message(seat: Seat) -> None:
    """There is nothing to go on with, or it goes on already."""
    await seat.command(BEN, "/ai-register")
    modal = seat.modal
    await seat.press(BEN, "register.talk", modal)
    before = len(seat.workspace.said_to(BEN))
    await seat.close(BEN)
    seat.workspace.views["V9"] = {**modal, "id": "V9"}
    await seat.close(BEN)
    await seat.command("U0MEI", "/ai-channel")
    await seat.close("U0MEI")

    assert len(seat.workspace.said_to(BEN)) == before
    assert seat.workspace.said_to("U0MEI") == []


async def test_somebody_elses_draft_is_not_gone_on_with(seat: Seat) -> None:
    """Whoever closes a modal is told of their own."""
    await seat.command(BEN, "/ai-register")
    await seat.close("U0MEI")

    assert seat.workspace.said_to("U0MEI") == []
