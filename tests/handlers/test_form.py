"""What comes back from a form: cleaned, checked, and shown again with nothing lost."""

import pytest

from handlers.form import (
    Choice,
    ChoiceField,
    ChoicesField,
    Form,
    PersonField,
    TextField,
    Value,
    clean,
    errors_in_words,
    mistakes,
    refill,
)
from handlers.wording import wording

COLOURS = (Choice("red", "Red"), Choice("blue", "Blue"), Choice("not_sure", "I am not sure"))
FORM = Form(
    "register.step",
    "k1",
    "About it",
    (
        TextField("name", "Its name", max_length=10),
        ChoiceField("colour", "Its colour", COLOURS),
        ChoicesField("colours", "Its colours", COLOURS, alone="not_sure"),
        PersonField("backup", "Who knows it too?", required=False),
    ),
    "Next",
)
GOOD: dict[str, Value] = {
    "name": "Menu",
    "colour": "red",
    "colours": ("red", "blue"),
    "backup": "ben@selat.example",
}


def test_good_answers_have_no_mistakes() -> None:
    """What a person should see most of the time."""
    assert mistakes(FORM, clean(FORM, GOOD)) == ()


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("name", "", "form-required"),
        ("name", "   ", "form-required"),
        ("name", "A very long name", "form-too-long"),
        ("colour", "", "form-required"),
        ("colour", "green", "form-not-an-option"),
        ("colours", (), "form-required"),
        ("colours", ("",), "form-required"),
        ("colours", ("red", "green"), "form-not-an-option"),
        ("colours", ("not_sure", "red"), "form-alone"),
        ("backup", "Ben", "form-not-an-address"),
        ("backup", "ben@selat", "form-not-an-address"),
        ("backup", "ben ong@selat.example", "form-not-an-address"),
    ],
)
def test_a_mistake_is_found_at_its_field(field: str, value: Value, key: str) -> None:
    """One for a field, the first that matters."""
    found = mistakes(FORM, clean(FORM, {**GOOD, field: value}))

    assert [(mistake.field, mistake.key) for mistake in found] == [(field, key)]


def test_an_optional_field_may_stay_empty() -> None:
    """Nobody has to name a colleague here."""
    assert mistakes(FORM, clean(FORM, {**GOOD, "backup": ""})) == ()


def test_what_a_channel_sends_is_brought_into_shape() -> None:
    """Spaces go, one tick is a list of one, what does not belong to the form is dropped."""
    cleaned = clean(FORM, {"name": "  Menu ", "colours": "red", "other": "x"})

    assert cleaned == {"name": "Menu", "colour": "", "colours": ("red",), "backup": ""}


def test_a_form_comes_back_with_what_was_typed_and_what_is_wrong() -> None:
    """Each mistake stands at its field, in words."""
    values = clean(FORM, {**GOOD, "name": ""})
    shown = refill(FORM, values, errors_in_words(mistakes(FORM, values), wording("id")))

    assert [field.value for field in shown.fields] == ["", "red", ("red", "blue"), GOOD["backup"]]
    assert [field.error for field in shown.fields] == ["Mohon diisi.", "", "", ""]


def test_a_form_may_be_filled_in_part() -> None:
    """What is not known stays as it was."""
    shown = refill(FORM, {"colours": "red"}, {})

    assert [field.value for field in shown.fields] == ["", "", ("red",), ""]
