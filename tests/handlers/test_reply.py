"""A reply can be written down and read again, whatever it is made of."""

from typing import get_args

import pytest

from handlers.form import Choice, ChoiceField, ChoicesField, Field, Form, PersonField, TextField
from handlers.reply import (
    Attachment,
    Block,
    Button,
    Buttons,
    Card,
    Facts,
    Notice,
    Reply,
    Source,
    Sources,
    Text,
    Tone,
)

YES = (Choice("yes", "Yes"), Choice("no", "No"))
FIELDS: tuple[Field, ...] = (
    TextField("name", "Name", value="Menu", error="Too plain."),
    ChoiceField("live", "Live?", YES, value="yes"),
    ChoicesField("data", "Data", YES, value=("yes",), alone="no"),
    PersonField("backup", "Backup"),
)
SAMPLES: tuple[Block, ...] = (
    Text("**Hello**"),
    Notice("Careful.", Tone.CAREFUL),
    Facts((("Tier", "High"),)),
    Card("SOL-0001", tone=Tone.GOOD, facts=(("Tier", "High"),), buttons=(Button("Go", "home.x"),)),
    Buttons((Button("Yes", "register.confirm", "k1", danger=True, confirm="Sure?"),), "Monday"),
    Sources((Source(1, "Tiers, High", "/handbook/review#high", "Ten days.", "1.0"),), "Sources"),
    Attachment("booking.ics", "text/calendar", "BEGIN:VCALENDAR", "Add it to your calendar"),
    Form("register.step", "k1", "About it", FIELDS, "Next", step=2, steps=4, back="register.back"),
)


def test_there_is_a_sample_of_every_block_and_field() -> None:
    """A kind without a sample here is one that was never written down."""
    assert {type(sample) for sample in SAMPLES} == set(get_args(Block))
    assert {type(field) for field in FIELDS} == set(get_args(Field))


@pytest.mark.parametrize("block", SAMPLES, ids=lambda block: type(block).__name__)
def test_what_is_written_down_is_read_the_same(block: Block) -> None:
    """A reply waits in the inbox and the outbox as text."""
    reply = Reply((block,))

    assert Reply.from_json(reply.to_json()) == reply


def test_blocks_are_added_below() -> None:
    """The first reply stays as it is."""
    reply = Reply.text("One")

    assert reply.then(Text("Two"), Text("Three")).blocks == (
        Text("One"),
        Text("Two"),
        Text("Three"),
    )
    assert reply.blocks == (Text("One"),)
