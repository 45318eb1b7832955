"""Forms on a card and in a dialog, and what comes back from them."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.teams.render.cards import CardRenderer
from bot.teams.render.forms import about, carried_in, dialog, pressed_or_submitted, values_in
from handlers import (
    Button,
    Buttons,
    Choice,
    ChoiceField,
    ChoicesField,
    Form,
    PersonField,
    Pressed,
    Reply,
    Submitted,
    TextField,
)
from handlers.wording import LOCALES, wording
from tests.teams.doubles.validity import parts

ODD = "a,b%2Cc"
"""The id of an option that would be taken for two."""

CHOICES = (Choice("yes", "Yes"), Choice(ODD, "Odd"), Choice("no", "No"))
FIELDS = (
    TextField("name", "Name", value="Menu", error="Too long"),
    ChoiceField("runs", "Runs", CHOICES, value="no"),
    ChoicesField("data", "Data", CHOICES, value=(ODD, "no")),
    PersonField("backup", "Backup", value="mei@selat.example", required=False),
)
FORM = Form("register.step", "k.a", "About", FIELDS, "Next", "Intro", 2, 3)


def drawing(*, in_dialog: bool = False) -> CardRenderer:
    """Draw in English."""
    return CardRenderer(wording(), in_dialog=in_dialog)


def actions(part: Any) -> dict[str, dict[str, Any]]:
    """Find the actions by their titles."""
    return {each["title"]: each for each in parts(part) if str(each["type"]).startswith("Action.")}


def inputs(part: Any) -> dict[str, dict[str, Any]]:
    """Find the inputs by their names."""
    return {each["id"]: each for each in parts(part) if str(each["type"]).startswith("Input.")}


def sent(part: Any, title: str, **typed: str) -> dict[str, Any]:
    """Make the data that Teams sends when an action is pressed: its own, and every input's."""
    action = actions(part)[title]
    begun = {name: str(each.get("value", "")) for name, each in inputs(part).items()}
    held = {} if action.get("associatedInputs") == "none" else {**begun, **typed}
    return dict(json.loads(json.dumps({**held, **action["data"]})))


def test_what_was_put_in_is_read_back() -> None:
    """Each kind of field in its own shape; an option may have any name."""
    data = sent(drawing().card(Reply((FORM,))), "Next", **{"one.name": "Menu, reader"})

    assert pressed_or_submitted(data) == Submitted(
        "register.step",
        "k.a",
        {
            "name": "Menu, reader",
            "runs": "no",
            "data": (ODD, "no"),
            "backup": "mei@selat.example",
        },
    )


def test_nothing_that_is_typed_can_be_another_field_or_action() -> None:
    """Inputs have names of their own, and what is none of ours is left alone."""
    assert values_in({"one.a": None, "several.b": "", "name": "x", "guildmate": {}}) == {
        "a": "",
        "b": (),
    }
    assert pressed_or_submitted({"one.action": "ask.start"}) is None
    assert pressed_or_submitted({"guildmate": {"action": 7}}) is None
    assert pressed_or_submitted({"guildmate": "x"}) is None
    assert carried_in({"guildmate": ["x"]}) == carried_in({"guildmate": {"carried": "x"}}) == {}


def test_a_button_comes_back_as_it_was() -> None:
    """Without the inputs around it."""
    card = drawing().card(
        Reply((FORM, Buttons((Button("TeamsDispatcher", "register.talk", "k.a"),))))
    )

    assert pressed_or_submitted(sent(card, "TeamsDispatcher")) == Pressed(
        "register.talk", "k.a", {}
    )


def test_going_back_keeps_what_was_typed() -> None:
    """And Teams insists on no field there, since it would let nobody go."""
    there = replace(FORM, back="register.back")
    card = drawing().card(Reply((there,)))
    left = pressed_or_submitted(sent(card, "Back", **{"one.name": "Half a na"}))

    assert isinstance(left, Pressed)
    assert (left.action, left.value, left.values["name"]) == ("register.back", "k.a", "Half a na")
    assert not any("isRequired" in each for each in inputs(card).values())


def test_a_field_that_is_needed_says_so_at_the_field() -> None:
    """Before anything is sent; one that is not needed is marked as such."""
    shown = inputs(drawing().card(Reply((FORM,))))

    assert shown["one.name"]["isRequired"]
    assert shown["one.name"]["errorMessage"] == "This is needed."
    assert "isRequired" not in shown["one.backup"]
    assert shown["one.backup"]["label"] == "Backup (optional)"


def test_what_is_wrong_is_said_below_the_field() -> None:
    """With what was typed still in it."""
    body = drawing().card(Reply((FORM,)))["body"]
    at = next(n for n, each in enumerate(body) if each.get("id") == "one.name")

    assert body[at]["value"] == "Menu"
    assert "Too long" in json.dumps(body[at + 1])
    assert body[at + 1]["inlines"][0]["color"] == "Attention"


def test_a_dialog_submits_what_a_message_executes() -> None:
    """Teams sends no verb from a dialog: the action says by itself what it is."""
    there = replace(drawing(in_dialog=True), carried={"message": "1.2", "room": "19:x"})
    shown = dialog(Reply((FORM,)), there)
    data = sent(shown, "Next")

    assert shown["title"] == "About"
    assert {each["type"] for each in actions(shown).values()} == {"Action.Submit"}
    assert isinstance(pressed_or_submitted(data), Submitted)
    assert carried_in(data) == {"message": "1.2", "room": "19:x"}


@pytest.mark.parametrize("locale", LOCALES)
def test_asking_about_a_message_begins_with_its_words(locale: str) -> None:
    """To be changed into a question, in everybody's language."""
    words = wording(locale)
    shown = dialog(about("May I?", CardRenderer(words)), CardRenderer(words, in_dialog=True))
    asked = pressed_or_submitted(sent(shown, words("chat-ask")))

    assert shown["title"] == words("chat-ask-about")
    assert asked == Submitted("teams.about", "teams.about", {"question": "May I?"})


def test_a_long_value_is_kept_as_far_as_the_field_takes_it() -> None:
    """And control characters are not, since nobody typed them."""
    field = TextField("name", "Name", value="x\x07" + "y" * 5_000, max_length=5_000)
    [shown] = inputs(drawing().card(Reply((replace(FORM, fields=(field,)),)))).values()

    assert shown["value"] == "x" + "y" * 2_999
    assert shown["maxLength"] == 3_000
