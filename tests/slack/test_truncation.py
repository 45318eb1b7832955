"""More than one view holds: what can be filled in and pressed stays, and the rest is somewhere."""

from dataclasses import replace

from bot import clock
from bot.slack.home import render_home
from bot.slack.render.blocks import BlockRenderer
from bot.slack.render.forms import BACK, ModalState, render_modal, restore_values
from bot.slack.render.truncation import is_truncated
from governance import Assessment, Registration
from handlers import Button, Buttons, Card, Form, Reply, Text, TextField
from handlers.wording import wording
from tests.slack.conftest import Seat, seen
from tests.slack.doubles.validity import JSON, view_faults

BEN = "U0BEN"
CARDS = tuple(
    Card(f"Solution {n}", facts=(("Tier", "limited"),), buttons=(Button("Open", "solutions.open"),))
    for n in range(60)
)
FORM = Form(
    "register.step",
    "k.a",
    "About it",
    tuple(TextField(f"f{n}", f"Question {n}") for n in range(12)),
    "Next",
    back="register.back",
)


def artist() -> BlockRenderer:
    """Draw in English."""
    return BlockRenderer(wording())


def buttons(view: JSON) -> list[str]:
    """List what can be pressed in a view, by its action."""
    rows = (block for block in view["blocks"] if block["type"] == "actions")
    return [each["action_id"].partition("#")[0] for row in rows for each in row["elements"]]


def test_a_home_with_sixty_cards_shows_whole_ones_and_sends_all() -> None:
    """A card has its button, or is not there; the last button sends the overview."""
    view = render_home(Reply((Text("**My solutions**"), *CARDS)), artist())
    said = seen(view["blocks"])

    assert view_faults(view) == []
    assert "There is more than fits here" in said
    assert "in our conversation" not in said
    assert buttons(view) == ["solutions.open"] * said.count("Solution ") + ["home.start"]
    assert said.count("Solution ") > 30


def test_a_modal_to_be_read_shows_whole_cards() -> None:
    """All of them are in the message that comes with it."""
    view = render_modal(Reply(CARDS), artist(), ModalState())
    said = seen(view["blocks"])

    assert view_faults(view) == []
    assert said.count("Solution ") == len(buttons(view)) == 33
    assert "The rest is in our conversation" in said


def test_a_form_below_sixty_cards_can_be_filled_in_and_left() -> None:
    """It loses words, and no field, no way back and no other button."""
    cards = tuple(replace(each, buttons=()) for each in CARDS)
    after = Buttons((Button("Answer one by one", "register.talk"),))
    view = render_modal(Reply((*cards, FORM, after)), artist(), ModalState())

    assert view_faults(view) == []
    assert len([each for each in view["blocks"] if each["type"] == "input"]) == 12
    assert buttons(view) == [BACK, "register.talk"]
    assert is_truncated(view)


def test_a_form_below_very_long_words_keeps_its_fields() -> None:
    """By size, too."""
    view = render_modal(Reply((Text("word " * 60_000), FORM)), artist(), ModalState())

    assert view_faults(view) == []
    assert len([each for each in view["blocks"] if each["type"] == "input"]) == 12
    assert buttons(view) == [BACK]


def test_a_full_form_that_stays_has_room_for_why() -> None:
    """The reason takes the place of words."""
    cards = tuple(replace(each, buttons=()) for each in CARDS)
    view = restore_values(
        render_modal(Reply((*cards, FORM)), artist(), ModalState()), "It did not work."
    )

    assert view_faults(view) == []
    assert "It did not work." in seen(view["blocks"])
    assert buttons(view) == [BACK]


async def test_all_of_a_long_home_comes_into_the_conversation(seat: Seat) -> None:
    """Of somebody who has sixty solutions."""
    await seat.says(BEN, "hello")
    before = len(seat.workspace.said_to(BEN))
    policy = seat.app.assistant.policy
    async with seat.app.database.transaction() as records:
        ben = await records.people.get_by_account("slack", BEN)
        for n in range(60):
            await records.registry.register(
                f"key{n}",
                Registration(
                    f"Reader number {n}", "x", {}, Assessment(policy.tiers[0], ()), policy, "test"
                ),
                owner=ben,
                at=clock.now(),
            )
    await seat.event({"type": "app_home_opened", "user": BEN, "channel": "D0BEN", "tab": "home"})
    shown = seen(seat.workspace.homes[BEN]["blocks"])
    await seat.press(BEN, "home.start", seat.workspace.homes[BEN])
    told = "".join(seen(each["blocks"]) for each in seat.workspace.said_to(BEN)[before:])

    assert 20 < shown.count("Reader number ") < 60
    assert told.count("Reader number ") == 60
    assert seat.workspace.refusals == []
