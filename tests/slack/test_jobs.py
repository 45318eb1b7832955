"""The three jobs in Slack, from signed requests to what people see."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot import clock
from tests.handlers.registering import INVOICES, hand_in
from tests.slack.conftest import Seat, seen

BEN, MEI, ARUN, LINH, SARI = "U0BEN", "U0MEI", "U0ARUN", "U0LINH", "U0SARI"

WITH_BACKUP = {**INVOICES, "backup": SARI}
"""An invoice reader whose backup owner takes no part in the review."""


async def fill(seat: Seat, user: str, answers: Mapping[str, Any]) -> None:
    """Send step after step of the modal, up to the summary."""
    for _ in range(20):
        if "submit" not in seat.modal:
            return
        await seat.submit(user, answers)
    raise AssertionError("the form does not end")


async def book(seat: Seat) -> None:
    """Let Ben book the first slot there is."""
    await seat.command(BEN, "/ai-hours")
    await seat.press(BEN, "Testing and quality", seat.last(BEN))
    slot = next(
        each["text"]["text"]
        for block in seat.last(BEN)["blocks"]
        if block["type"] == "actions"
        for each in block["elements"]
        if each["action_id"].startswith("office-hours.choose")
    )
    await seat.press(BEN, slot, seat.last(BEN))
    await seat.submit(BEN, {"note": "My test cases"})


@pytest.mark.parametrize("flaky", [False, True], ids=["well", "each call failing once"])
async def test_ask_register_review_and_book(seat: Seat, *, flaky: bool) -> None:
    """A question, a solution with its review, a mentor; whatever Slack does meanwhile."""
    workspace = seat.workspace
    workspace.each_fails_once = flaky
    answer = seen((await seat.says(BEN, "Which data may Zapier see?"))["blocks"])
    await seat.command(BEN, "/ai-register")
    await fill(seat, BEN, WITH_BACKUP)
    summary = seat.last(BEN)
    await seat.press(BEN, "Register it", seat.modal)
    await hand_in(seat.app.database, "ben@selat.example", at=clock.now())
    registered = seat.last(BEN)
    await book(seat)
    booked = seen(seat.last(BEN)["blocks"])

    assert "[1] " in answer
    assert "https://guildmate.example/handbook/approved-tools#zapier" in str(workspace.messages)
    assert "SOL-0001 is registered: Invoice reader" in seen(registered["blocks"])
    assert registered["ts"] == summary["ts"]
    assert "BKG-0001 is booked with" in booked
    assert [each["content"][:15] for each in workspace.files.values()] == [b"BEGIN:VCALENDAR"]
    assert not [each for each in workspace.refusals if "views." not in each], workspace.refusals
    texts = [seen(each["blocks"]) for each in workspace.said_to(BEN)]
    assert sum("SOL-0001 is registered" in text for text in texts) == 1
    assert sum("BKG-0001 is booked with" in text for text in texts) == 1


@pytest.mark.parametrize("flaky", [False, True], ids=["well", "each call failing once"])
async def test_a_reviewer_has_one_card(seat: Seat, *, flaky: bool) -> None:
    """Asked by message, decided in a modal; the message becomes the decision."""
    seat.workspace.each_fails_once = flaky
    await seat.says(ARUN, "hello")
    await seat.says(LINH, "hello")
    await seat.command(BEN, "/ai-register")
    await fill(seat, BEN, WITH_BACKUP)
    await seat.press(BEN, "Register it", seat.modal)
    await hand_in(seat.app.database, "ben@selat.example", at=clock.now())
    await seat.deliveries()
    asked = seat.last(ARUN)
    before = len(seat.workspace.said_to(ARUN))
    await seat.press(ARUN, "review.open", asked)
    await seat.press(ARUN, "Take it", seat.last(ARUN))
    await seat.press(ARUN, "Approve", seat.last(ARUN))
    await seat.submit(ARUN, {"comment": "Well described."})
    await seat.deliveries()

    assert len(seat.workspace.said_to(ARUN)) == before
    assert seat.last(ARUN)["ts"] == asked["ts"]
    assert "Well described." in seen(seat.last(BEN)["blocks"])
    told = [seen(each["blocks"]) for each in seat.workspace.said_to(BEN)]
    assert sum("Well described." in each for each in told) == 1
    assert not [each for each in seat.workspace.refusals if "views." not in each]
