"""Answers that are read while they are being written, in a chat with one person."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.models import Script, ScriptedModel, answer_in_json, sentence
from tests.teams.conftest import Hurry, Seat, seated, settings_for
from tests.teams.doubles import shapes
from tests.teams.doubles.tenant import GROUP, Failing, Tenant

BEN = "29:1ben"
REVIEW = "How long does a review take?"
SENTENCES = (
    "You hear back on a limited solution within 3 working days",
    "You hear back on a high solution within 10 working days",
    "Review clocks count working days in the maker's office",
)


@pytest.fixture
async def seat(
    tenant: Tenant, scripted: ScriptedModel, prepared_home: Path, tmp_path: Path, clock: Hurry
) -> AsyncIterator[Seat]:
    """People before Guildmate, whose model writes three sentences, one after the other."""
    scripted.answers = lambda body: Script(
        answer_in_json(
            *(sentence(body, f"{each}.", "How long a review takes") for each in SENTENCES)
        ),
        pieces=20,
        pause=0.02,
    )
    shutil.copytree(prepared_home, tmp_path / "home")
    settings = settings_for(tenant, tmp_path / "home", scripted.url)
    async with seated(settings, tenant, clock) as seat:
        yield seat


def streamed(seat: Seat) -> list[dict[str, Any]]:
    """List what a stream was made of."""
    return [
        {**entity, "text": given.get("text", "")}
        for kind, given in seat.tenant.calls
        if kind == "send"
        for entity in given.get("entities", ())
        if entity["type"] == "streaminfo"
    ]


async def test_an_answer_is_streamed_and_ends_with_its_citations(seat: Seat) -> None:
    """A notice first, then ever more of it, then the message with what belongs to it."""
    await seat.says(BEN, REVIEW)
    kinds = [each["streamType"] for each in streamed(seat)]
    [told, *_] = seat.tenant.said_to(BEN)

    assert kinds[0] == "informative"
    assert kinds[-1] == "final"
    assert set(kinds[1:-1]) == {"streaming"}
    assert all(sentence in told["text"] for sentence in SENTENCES)
    assert "AIGeneratedContent" in str(told["entities"])
    assert "How long a review takes" in str(told["entities"])
    assert told["channelData"] == {"feedbackLoop": {"type": "default"}}
    assert [each for each in seat.tenant.refusals if "final text" not in each] == []


async def test_in_a_group_it_comes_as_one_message(seat: Seat) -> None:
    """Teams has no streams there."""
    await seat.does(shapes.mention(seat.tenant, BEN, REVIEW, where=GROUP))
    [told] = seat.tenant.messages[GROUP].values()

    assert SENTENCES[0] in told["text"]
    assert streamed(seat) == []
    assert seat.tenant.refusals == []


FAILURES = [
    Failing("send", 403, "ContentStreamNotAllowed", times=1),
    Failing("send", 429, "Throttled", times=6, retry_after=900),
    Failing("send", 400, "BadArgument", times=3),
]


@pytest.mark.parametrize("failing", FAILURES, ids=lambda each: each.code)
async def test_a_stream_that_breaks_leaves_one_whole_answer(seat: Seat, failing: Failing) -> None:
    """Wherever it broke; what cannot be said now is owed."""
    await seat.says(BEN, "hello")
    before = len(seat.tenant.said_to(BEN))
    seat.tenant.failing = [failing]
    await seat.does(shapes.message(seat.tenant, BEN, REVIEW))
    seat.tenant.failing = []
    await seat.clock.pause(3600)
    await seat.deliveries()
    told = seat.tenant.said_to(BEN)[before:]
    whole = [each for each in told if SENTENCES[0] in each.get("text", "")]

    assert len(whole) == 1
    assert all(sentence in whole[0]["text"] for sentence in SENTENCES)


async def test_an_answer_that_is_sent_twice_is_streamed_once(seat: Seat) -> None:
    """Teams sends the question again while the model is writing."""
    body = shapes.message(seat.tenant, BEN, REVIEW)
    await seat.post(body)
    await seat.does(body)

    assert [each["streamType"] for each in streamed(seat)].count("informative") == 1
    assert sum(SENTENCES[0] in str(each) for each in seat.tenant.said_to(BEN)) == 1
