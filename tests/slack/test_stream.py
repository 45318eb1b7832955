"""Answers that are read while they are being written, and streams that end too early."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot import clock
from bot.slack.stream import MAX_STARTS_PER_MINUTE, StreamBudget
from tests.fixtures.models import Script, ScriptedModel, answer_in_json, sentence
from tests.slack.conftest import Seat, seated, seen, settings_for
from tests.slack.doubles.web_api import US, Failing, Workspace

BEN = "U0BEN"
REVIEW = "How long does a review take?"
SENTENCES = (
    "You hear back on a limited solution within 3 working days",
    "You hear back on a high solution within 10 working days",
    "Review clocks count working days in the maker's office",
)
THERE = {"channel": "C0GENERAL", "channel_type": "channel", "type": "app_mention"}


@pytest.fixture
async def seat(
    workspace: Workspace, scripted: ScriptedModel, prepared_home: Path, tmp_path: Path
) -> AsyncIterator[Seat]:
    """People before Guildmate, whose model writes three sentences, one after the other."""
    scripted.answers = lambda body: Script(
        answer_in_json(
            *(sentence(body, f"{each}.", "How long a review takes") for each in SENTENCES)
        ),
        pieces=20,
        pause=0.005,
    )
    shutil.copytree(prepared_home, tmp_path / "home")
    settings = settings_for(workspace, tmp_path / "home", scripted.url)
    async with seated(settings, workspace) as seat:
        yield seat


def methods(seat: Seat) -> list[str]:
    """Name the calls that put a message together."""
    return [name for name, _ in seat.workspace.calls if name.startswith("chat.")]


async def test_an_answer_is_streamed_and_ends_with_its_sources_and_buttons(seat: Seat) -> None:
    """In the thread of the question, sentence by sentence, each with its whole citation."""
    asked = seat.message(BEN, REVIEW)
    await seat.event(asked)
    [told] = seat.workspace.said_to(BEN)
    written = [
        seen(given["chunks"][0]["blocks"])
        for name, given in seat.workspace.calls
        if name in {"chat.startStream", "chat.appendStream"}
    ]

    assert methods(seat)[0] == "chat.startStream"
    assert methods(seat)[-1] == "chat.stopStream"
    assert "chat.update" not in methods(seat)
    assert all(each.strip().endswith("[1]") for each in written)
    assert "".join("".join(written).split()) == "".join(
        f"{each}. [1]" for each in SENTENCES
    ).replace(" ", "")
    assert told["thread_ts"] == asked["ts"]
    assert "How long a review takes" in seen(told["blocks"])
    assert "[👍 Helpful]" in seen(told["blocks"])
    assert seat.workspace.refusals == []


async def test_a_mention_is_streamed_in_its_thread(seat: Seat) -> None:
    """To whoever asked, as Slack wants to know in a channel."""
    asked = seat.message(BEN, f"<@{US}> {REVIEW}", **THERE)
    await seat.event(asked)
    [told] = seat.workspace.messages["C0GENERAL"]

    assert "chat.startStream" in methods(seat)
    assert told["thread_ts"] == asked["ts"]
    assert seat.workspace.refusals == []


async def test_the_handbooks_own_words_come_as_one_message(
    seat: Seat, scripted: ScriptedModel
) -> None:
    """When the model says nothing, and where the asker alone is answered first."""
    scripted.say(Script("NONE"))
    await seat.says(BEN, REVIEW)
    await seat.event(seat.message(BEN, f"<@{US}> {REVIEW}", **{**THERE, "channel": "C0PRIVATE"}))

    assert methods(seat) == ["chat.postMessage", "chat.postEphemeral"]


async def test_what_is_streamed_gives_way_to_another_reply(
    seat: Seat, scripted: ScriptedModel
) -> None:
    """When too little of what a model writes is proved, its own words do not stay."""
    scripted.answers = lambda body: Script(
        answer_in_json(
            sentence(body, f"{SENTENCES[0]}.", "How long a review takes"),
            sentence(body, "Reviews are done by Elvis.", 1),
            sentence(body, "They cost 500 dollars.", 1),
        )
    )
    await seat.says(BEN, REVIEW)
    [told] = seat.workspace.said_to(BEN)
    said = seen(told["blocks"])

    assert methods(seat)[-2:] == ["chat.stopStream", "chat.update"]
    assert "could not be proved" in said
    assert "Elvis" not in said
    assert seat.workspace.refusals == []


@pytest.mark.parametrize("why", ["message_not_in_streaming_state", "stopped_by_user"])
async def test_a_stream_that_ends_early_is_finished(seat: Seat, why: str) -> None:
    """The whole reply stands where it was, once."""
    seat.workspace.streams_end = why
    await seat.says(BEN, REVIEW)
    [told] = seat.workspace.said_to(BEN)

    assert _is_whole(seen(told["blocks"]))


BROKEN = [
    Failing("chat.startStream", 503),
    Failing("chat.startStream", 503, after=True),
    Failing("chat.startStream", 429, retry_after=20),
    Failing("chat.startStream", error="channel_type_not_supported"),
    Failing("chat.appendStream", 503),
    Failing("chat.appendStream", 503, after=True),
    Failing("chat.appendStream", 429),
    Failing("chat.stopStream", 503, times=3),
    Failing("chat.stopStream", 503, times=1, after=True),
    Failing("chat.stopStream", error="message_not_found"),
]


@pytest.mark.parametrize(
    "failing", BROKEN, ids=lambda each: f"{each.method} {each.error or each.status} {each.after}"
)
async def test_a_stream_that_breaks_leaves_one_whole_answer(seat: Seat, failing: Failing) -> None:
    """Whatever Slack did not do, or did without saying so."""
    seat.workspace.failing = [replace(failing)]
    await seat.says(BEN, REVIEW)
    whole = [each for each in seat.workspace.said_to(BEN) if not each.get("streaming")]

    assert len(whole) == 1
    assert _is_whole(seen(whole[0]["blocks"]))


async def test_more_streams_than_slack_allows_are_not_begun(seat: Seat) -> None:
    """Who asks then gets one message, as without a model."""
    for n in range(MAX_STARTS_PER_MINUTE + 2):
        await seat.event(seat.message(BEN, REVIEW, ts=f"1790000000.{n:06}"))

    assert methods(seat).count("chat.startStream") == MAX_STARTS_PER_MINUTE
    assert methods(seat).count("chat.postMessage") == 2
    assert len(seat.workspace.said_to(BEN)) == MAX_STARTS_PER_MINUTE + 2


def test_a_minute_later_there_is_room_again() -> None:
    """One start for each that is a minute old."""
    now = clock.now()
    times = [now] * MAX_STARTS_PER_MINUTE + [
        now + timedelta(seconds=59),
        now + timedelta(seconds=61),
    ]
    budget = StreamBudget(lambda: times.pop(0))

    assert [budget.allows() for _ in range(MAX_STARTS_PER_MINUTE + 2)] == [
        True
    ] * MAX_STARTS_PER_MINUTE + [False, True]


async def test_an_answer_that_is_sent_twice_is_streamed_once(seat: Seat) -> None:
    """At the same moment."""
    message = seat.message(BEN, REVIEW)
    await asyncio.gather(seat.event(message), seat.event(message))

    assert methods(seat).count("chat.startStream") == 1
    assert len(seat.workspace.said_to(BEN)) == 1


def _is_whole(said: str) -> bool:
    """See that an answer has each sentence once, its sources and its buttons."""
    once = (*(f"{each}." for each in SENTENCES), "[👍 Helpful]")
    return all(said.count(each) == 1 for each in once) and "How long a review takes" in said
