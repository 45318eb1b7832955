"""A reply can be written down and read again, whatever it is made of."""

from typing import get_args

import pytest
from markdown_it import MarkdownIt

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
    verbatim,
)

YES = (Choice("yes", "Yes"), Choice("no", "No"))
FIELDS: tuple[Field, ...] = (
    TextField("name", "Name", value="Menu", error="Too plain."),
    ChoiceField("live", "Live?", YES, value="yes"),
    ChoicesField("data", "Data", YES, value=("yes",), alone="no"),
    PersonField("backup", "Backup"),
    FileField("record", "Test record", value=("tests.pdf",)),
)
SAMPLES: tuple[Block, ...] = (
    Text("**Hello**"),
    Notice("Careful.", Tone.CAREFUL),
    Facts((("Tier", "High"),)),
    Card("SOL-0001", tone=Tone.GOOD, facts=(("Tier", "High"),), buttons=(Button("Go", "home.x"),)),
    Buttons((Button("Yes", "register.confirm", "k1", danger=True, confirm="Sure?"),), "Monday"),
    Sources((Source(1, "Tiers, High", "/handbook/review#high", "Ten days.", "1.0"),), "Sources"),
    Attachment("booking.ics", "text/calendar", "BEGIN:VCALENDAR", "Add it to your calendar"),
    KeptFile("0123", "tests.pdf", "tests.pdf"),
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


TYPED = (
    "# Big",
    "Title\n===",
    "Title\n---",
    "***",
    "> quoted",
    "- one\n- two",
    "+ one",
    "1. one\n2) two",
    "    code",
    "`code` ~~gone~~ **bold** _soft_",
    "[here](http://x.example) ![x](http://x.example/y.png)",
    "<http://x.example> <b>bold</b> &lt; &#60;",
    "[a]: http://x.example\n[a]",
    "```\nfence\n```",
    "a|b\n:--|--\n1|2",
    r"C:\\temp\*",
    "snake_case_name, 50 %, a & b",
)


@pytest.mark.parametrize("typed", TYPED)
def test_no_mark_that_a_person_types_means_anything(typed: str) -> None:
    """It is drawn as the paragraph of characters that it is."""
    drawn = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    read = drawn.parse(verbatim(typed))
    inline = [child for token in read for child in token.children or ()]

    assert [token.type for token in read] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in inline} <= {"text", "text_special", "softbreak"}
    assert "".join(child.content or "\n" for child in inline) == "\n".join(
        line.strip() for line in typed.splitlines()
    )


def test_plain_words_stay_as_they_are() -> None:
    """Also over several lines."""
    assert verbatim("Reads invoices.\n\nSaves 2 hours - every day!") == (
        "Reads invoices.\n\nSaves 2 hours - every day!"
    )
