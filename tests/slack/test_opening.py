"""The button that opens a form from a message: where there is one it opens it, or says why not."""

import pytest

from tests.slack.conftest import Seat, seen
from tests.slack.doubles.web_api import Failing

BEN, MEI = "U0BEN", "U0MEI"


async def late(seat: Seat) -> None:
    """Begin to register, with a trigger that is over by then."""
    await seat.command(BEN, "/ai-register", trigger_id="old1")


async def test_a_form_that_is_talked_through_has_no_button_to_open_it(seat: Seat) -> None:
    """At no question; its own buttons go over to the form."""
    await seat.command(BEN, "/ai-register")
    await seat.press(BEN, "register.talk", seat.modal)
    await seat.says(BEN, "Menu reader")
    asked = [seen(each["blocks"]) for each in seat.workspace.said_to(BEN)]

    assert len(asked) == 2
    assert not [each for each in asked if "Fill it in" in each]
    await seat.press(BEN, "register.form", seat.last(BEN))
    assert "submit" in seat.modal


async def test_one_that_came_to_be_talked_through_says_where_it_goes_on(seat: Seat) -> None:
    """The message from before that is still there."""
    await late(seat)
    waiting = seat.last(BEN)
    await seat.command(BEN, "/ai-register")
    await seat.press(BEN, "Continue", seat.last(BEN))
    await seat.press(BEN, "register.talk", seat.modal)
    seat.workspace.views.clear()
    await seat.press(BEN, "slack.open", waiting)

    assert seat.workspace.views == {}
    assert "question by question" in seen(seat.last(BEN)["blocks"])


async def test_a_button_that_is_late_says_to_press_again(seat: Seat) -> None:
    """And the next press opens the form."""
    await late(seat)
    waiting = seat.last(BEN)
    await seat.press(BEN, "slack.open", waiting, trigger_id="old2")
    said = seen(seat.last(BEN)["blocks"])
    await seat.press(BEN, "slack.open", waiting)

    assert "press the button again" in said
    assert "submit" in seat.modal


async def test_a_form_that_is_not_theirs_is_not_there(seat: Seat) -> None:
    """It is said, and to them alone."""
    await late(seat)
    before = len(seat.workspace.said_to(BEN))
    await seat.press(MEI, "slack.open", seat.last(BEN))

    assert len(seat.workspace.said_to(BEN)) == before
    assert "no longer there" in seen(seat.last(MEI)["blocks"])


@pytest.mark.parametrize("times", [1, 9])
async def test_a_form_that_was_owed_opens_too(seat: Seat, times: int) -> None:
    """It came by the outbox, since Slack did not take it at first."""
    failing = Failing("chat.postMessage", error="token_revoked", times=times)
    seat.workspace.failing = [failing]
    await late(seat)
    seat.workspace.failing = []
    await seat.deliveries()
    await seat.press(BEN, "Fill it in", seat.last(BEN))

    assert "submit" in seat.modal
    assert seat.workspace.refusals == ["views.open: expired_trigger_id"]
