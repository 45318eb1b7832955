"""Replies as the page gets them."""

import json
from dataclasses import fields
from typing import get_args

import pytest

from bot.web.blocks import draw
from handlers.form import (
    Choice,
    ChoiceField,
    ChoicesField,
    Field,
    FileField,
    Form,
    PersonField,
    TextField,
)
from handlers.reply import (
    Attachment,
    Block,
    Button,
    Buttons,
    Card,
    Facts,
    KeptFile,
    Notice,
    Reply,
    Source,
    Sources,
    Text,
    Tone,
)

BUTTON = Button("Go", "ask.go", "x", main=True, danger=True, confirm="Really?")
CHOICES = (Choice("a", "First"), Choice("b", "Second"))
FIELDS: tuple[Field, ...] = (
    TextField("name", "Name", hint="Short", value="Menu", multiline=True, error="Too long"),
    ChoiceField("users", "Users", CHOICES, value="a"),
    ChoicesField("data", "Data", CHOICES, value=("a",), alone="b"),
    PersonField("backup", "Backup", value="ben@selat.example"),
    FileField("record", "Test record", value=("tests.pdf",)),
)
SAMPLES: tuple[Block, ...] = (
    Text("**Hello**", by_model=True),
    Notice("Look", Tone.CAREFUL),
    Facts((("Tier", "High"),)),
    Card("Menu", "SOL-0001", "Approved", Tone.GOOD, (("Tier", "Low"),), "_text_", (BUTTON,)),
    Buttons((BUTTON,), "Monday"),
    Sources(
        (Source(1, "Page", "/handbook/p#c", "Words.", "version 1", "old"),), "Sources", ("Why?",)
    ),
    Attachment("a.ics", "text/calendar", "BEGIN", "Add"),
    KeptFile("0123", "tests.pdf", "tests.pdf"),
    Form("register.next", "k", "About", FIELDS, "Next", "Intro", 2, 3, "register.back"),
)


def test_there_is_a_sample_of_every_block() -> None:
    """A block without a sample here is a block the page was never tried on."""
    assert {type(sample) for sample in SAMPLES} == set(get_args(Block))


def test_there_is_a_sample_of_every_field() -> None:
    """The same for what a form can ask."""
    assert {type(sample) for sample in FIELDS} == set(get_args(Field))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample).__name__)
def test_every_part_of_a_block_reaches_the_page(sample: Block) -> None:
    """Markdown comes as HTML, everything else under its own name."""
    drawn = json.loads(json.dumps(draw(Reply((sample,)))))["blocks"][0]
    html = {"markdown": "html", "media_type": "type"}

    assert set(drawn) == {html.get(each.name, each.name) for each in fields(sample)} | {"kind"}


@pytest.mark.parametrize("sample", FIELDS, ids=lambda sample: type(sample).__name__)
def test_every_part_of_a_field_reaches_the_page(sample: Field) -> None:
    """Its error and what was typed before among them."""
    form = Form("a.b", "k", "About", (sample,), "Next")
    drawn = json.loads(json.dumps(draw(Reply((form,)))))["blocks"][0]["fields"][0]

    assert set(drawn) == {each.name for each in fields(sample)}
    assert drawn["value"] == (
        list(sample.value) if isinstance(sample.value, tuple) else sample.value
    )


def test_a_button_keeps_its_question() -> None:
    """What asks once more in the conversation asks once more on the page."""
    [block] = json.loads(json.dumps(draw(Reply((Buttons((BUTTON,)),)))))["blocks"]

    assert block["buttons"] == [
        {
            "label": "Go",
            "action": "ask.go",
            "value": "x",
            "main": True,
            "danger": True,
            "confirm": "Really?",
        }
    ]


@pytest.mark.parametrize(
    ("reply", "refused"),
    [
        (Reply((Notice("Taken.", Tone.CAREFUL), Buttons((BUTTON,)))), True),
        (Reply((Notice("It broke.", Tone.BAD),)), True),
        (Reply((Notice("Done.", Tone.GOOD), Notice("Mind the date.", Tone.CAREFUL))), False),
        (Reply.text("Done."), False),
        (Reply(), False),
    ],
)
def test_a_refusal_is_marked(reply: Reply, *, refused: bool) -> None:
    """So that the page keeps what was typed."""
    assert draw(reply)["refused"] is refused
