"""The three jobs in Teams, from signed activities to what people see."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.handlers.registering import INVOICES
from tests.teams.conftest import Seat, seen

BEN, MEI, ARUN, LINH, SARI = "29:1ben", "29:1mei", "29:1arun", "29:1linh", "29:1sari"


async def fill(seat: Seat, user: str, answers: Mapping[str, Any]) -> None:
    """Send step after step of the form where it stands, up to the summary."""
    for _ in range(20):
        if "Next" not in seen(seat.last(user)):
            return
        await seat.press(user, "Next", values=answers)
    raise AssertionError("the form does not end")


async def test_a_question_is_answered(seat: Seat) -> None:
    """With citations."""
    answer = await seat.says(BEN, "Which data may Zapier see?")
    assert "[1]" in answer["text"]
    assert seat.tenant.refusals == []
