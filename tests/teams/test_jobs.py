"""The three jobs in Teams, from signed activities to what people see."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot import clock
from tests.handlers.registering import INVOICES, hand_in
from tests.teams.conftest import Seat, seen
from tests.teams.doubles.validity import parts

BEN, MEI, ARUN, LINH, SARI = "29:1ben", "29:1mei", "29:1arun", "29:1linh", "29:1sari"

WITH_BACKUP = {**INVOICES, "backup": "sari@selat.example"}
"""An invoice reader whose backup owner takes no part in the review."""


async def fill(seat: Seat, user: str, answers: Mapping[str, Any]) -> None:
    """Send step after step of the form where it stands, up to the summary."""
    for _ in range(20):
        if not any(each["type"].startswith("Input.") for each in parts(seat.last(user))):
            return
        await seat.press(user, "Next", values=answers)
    raise AssertionError("the form does not end")


@pytest.mark.parametrize("flaky", [False, True], ids=["well", "each call failing once"])
async def test_ask_register_review_and_book(seat: Seat, *, flaky: bool) -> None:
    """A question, a solution with its review, a mentor; whatever Teams does meanwhile."""
    seat.tenant.each_fails_once = flaky
    for reviewer in (ARUN, LINH):
        await seat.says(reviewer, "hello")
    answer = await seat.says(BEN, "Which data may Zapier see?")
    form = await seat.says(BEN, "register")
    await fill(seat, BEN, WITH_BACKUP)
    summary = seat.last(BEN)
    await seat.press(BEN, "Register it")
    await hand_in(seat.app.database, "ben@selat.example", at=clock.now())
    registered = seat.last(BEN)
    await seat.deliveries()
    asked = seat.last(ARUN)
    await seat.press(ARUN, "review.open")
    await seat.press(ARUN, "Take it")
    await seat.press(ARUN, "Approve")
    await seat.press(ARUN, "Approve", values={"comment": "Well described."})
    decided = seat.last(ARUN)
    await seat.deliveries()
    told = seat.last(BEN)
    await seat.says(BEN, "/office-hours")
    await seat.press(BEN, "Testing and quality")
    slot = next(
        each["title"]
        for each in parts(seat.last(BEN))
        if each["type"] == "Action.Execute"
        and each["data"]["guildmate"]["action"] == "office-hours.choose"
    )
    await seat.press(BEN, slot)
    await seat.press(BEN, "Book it", values={"note": "My test cases"})
    booked, offered = seat.tenant.said_to(BEN)[-2:]

    assert "[1]" in answer["text"]
    assert form["id"] == summary["id"] == registered["id"]
    assert "SOL-0001 is registered: Invoice reader" in seen(registered)
    assert asked["id"] == decided["id"]
    assert "Well described." in seen(told)
    assert "BKG-0001 is booked with" in seen(booked)
    assert offered["attachments"][0]["name"].endswith(".ics")
    assert seat.tenant.refusals == []
    texts = [seen(each) for each in seat.tenant.said_to(BEN)]
    assert sum("SOL-0001 is registered" in text for text in texts) == 1
    assert sum("BKG-0001 is booked with" in text for text in texts) == 1
