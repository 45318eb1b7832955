"""Cases in a shared chat: everybody reads which one it is, the reviewer what can be done."""

from typing import Any

from bot import clock
from tests.handlers.registering import hand_in
from tests.teams.conftest import Seat, action, seen
from tests.teams.doubles import shapes
from tests.teams.doubles.tenant import GROUP
from tests.teams.doubles.validity import parts
from tests.teams.test_jobs import WITH_BACKUP, fill

BEN, ARUN = "29:1ben", "29:1arun"
JSON = dict[str, Any]


async def case_in_group(seat: Seat) -> tuple[JSON, JSON]:
    """Register something, open its case in a group; give the message, and the reviewer's view."""
    await seat.says(ARUN, "hello")
    await seat.says(BEN, "/register")
    await fill(seat, BEN, WITH_BACKUP)
    await seat.press(BEN, "Register it")
    await hand_in(seat.app.database, "ben@selat.example", at=clock.now())
    await seat.does(shapes.mention(seat.tenant, ARUN, "review", where=GROUP))
    [listed] = seat.tenant.messages[GROUP].values()
    opened = shapes.press(
        seat.tenant, ARUN, listed, action(await refreshed(seat), "review.open"), {}
    )
    await seat.does(shapes.shared(opened))
    [posted] = seat.tenant.messages[GROUP].values()
    return posted, await refreshed(seat)


async def refreshed(seat: Seat) -> JSON:
    """Give what Teams shows the reviewer in place of the card in the group."""
    [posted] = seat.tenant.messages[GROUP].values()
    refresh = posted["attachments"][0]["content"]["refresh"]
    asked = shapes.press(seat.tenant, ARUN, posted, refresh["action"], {}, trigger="automatic")
    view: JSON = (await seat.does(shapes.shared(asked)))["value"]
    return view


async def test_a_case_in_a_group_shows_its_buttons_to_the_reviewer_alone(seat: Seat) -> None:
    """Everybody reads which case it is; the reviewer's own view has what can be done."""
    posted, view = await case_in_group(seat)
    card = posted["attachments"][0]["content"]

    assert card["refresh"]["userIds"] == [ARUN]
    assert "SOL-0001" in seen(posted)
    assert not [each for each in parts(card["body"]) if each["type"].startswith("Action.")]
    assert action(view, "Take it")
    assert seat.tenant.refusals == []


async def test_a_case_in_a_group_is_one_card_without_empty_sections(seat: Seat) -> None:
    """What is in it is not for everybody, and neither are its headings."""
    posted, view = await case_in_group(seat)
    body = posted["attachments"][0]["content"]["body"]

    assert len([each for each in view["body"] if each["type"] == "Container"]) > 1
    assert len([each for each in body if each["type"] == "Container"]) == 1
