"""Everything that can be said, drawn as Slack takes it."""

import json
from dataclasses import replace
from typing import get_args

import pytest

from bot.chat.reply_kinds import form_in
from bot.slack.render.blocks import BlockRenderer
from bot.slack.render.forms import ModalState, errors_in, render_modal, render_waiting, values_in
from bot.slack.render.rich_text import parts
from handlers import Block, Field, Reply, Source, Sources
from handlers.wording import LOCALES, wording
from tests.fixtures.sayings import NASTY, samples
from tests.slack.doubles.validity import message_faults, read, view_faults

pytestmark = (
    pytest.mark.slow
)  # each block is held against Slack's types, by a schema that node makes


def reader(path: str) -> str:
    """Lead to the handbook's reader."""
    return path if path.startswith("http") else f"https://guildmate.example{path}"


def artist(locale: str = "en") -> BlockRenderer:
    """Draw in a language."""
    return BlockRenderer(wording(locale), reader, "T1.U1.Ev1")


def test_there_is_a_sample_of_every_block_and_field() -> None:
    """A block without a sample here is one that Slack was never tried on."""
    drawn = samples("x")
    form = form_in(Reply(drawn))

    assert {type(each) for each in drawn} == set(get_args(Block))
    assert form
    assert {type(each) for each in form.fields} == set(get_args(Field))


@pytest.mark.parametrize("said", NASTY, ids=lambda said: repr(said[:12]))
def test_every_message_is_one_that_slack_takes(said: str) -> None:
    """With nothing in it, with too much of it, and with whatever people come to write."""
    for block in samples(said):
        drawn = artist().message(Reply((block,)))

        assert drawn.messages
        assert [fault for each in drawn.messages for fault in message_faults(list(each))] == []
        assert "<" not in drawn.notification


@pytest.mark.parametrize("said", NASTY, ids=lambda said: repr(said[:12]))
def test_every_view_is_one_that_slack_takes(said: str) -> None:
    """Forms to fill in, replies to read, and what is shown meanwhile."""
    kept = ModalState(channel="D1", message="1.2")
    blocks = samples(said)
    shown = [render_modal(Reply(blocks), artist(), kept, {"mei@selat.example": "U0MEI"})]
    shown += [render_modal(Reply((block,)), artist(), kept) for block in blocks]
    shown += [render_waiting(artist(), kept)]

    assert [fault for view in shown for fault in view_faults(view)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_fits(locale: str) -> None:
    """Its words stand on the buttons and frames of Slack as they are."""
    words = wording(locale)
    framed = ("slack-title", "slack-close", "chat-back")
    asked = ("slack-sure", "chat-yes", "slack-no")
    shown = render_modal(Reply(samples("x")), BlockRenderer(words, reader), ModalState())

    assert all(len(words(key)) <= 24 for key in framed)
    assert all(len(words(key)) <= 30 for key in asked)
    assert view_faults(shown) == []


@pytest.mark.parametrize("said", NASTY[2:6])
def test_nothing_that_is_said_means_anything(said: str) -> None:
    """There is no mention, and a link leads where a page of ours says."""
    drawn = json.dumps(artist().message(Reply(samples(said)[:-1])).messages)

    assert '"user"' not in drawn
    assert '"broadcast"' not in drawn
    assert '"mrkdwn"' not in drawn
    assert "javascript:" not in [link.split('"')[0] for link in drawn.split('"url": "')[1:]]


@pytest.mark.parametrize("said", ["word " * 8_000, "w" * 40_000, "- an item\n" * 3_000])
def test_nothing_of_a_long_answer_is_lost(said: str) -> None:
    """It goes on in the next message, and no word is cut that fits into one."""
    drawn = artist().message(Reply.text(said)).messages
    together = "".join(text for message in drawn for text in _texts(list(message)))

    assert "".join(together.split()) == "".join(said.replace("- an", "an").split())
    assert all(sum(map(read, message)) <= 12_000 for message in drawn)


def _texts(part: object) -> list[str]:
    match part:
        case {"type": "text", "text": str(said)}:
            return [said]
        case dict():
            return [said for each in part.values() for said in _texts(each)]
        case list():
            return [said for each in part for said in _texts(each)]
        case _:
            return []


def test_small_marks_become_styles() -> None:
    """Bold, italic, code, links and lists are Slack's own."""
    said = "**bold** _it_ `code` [page](/handbook/p)\n\n1. one\n2. two\n   - in"
    first, numbered, inner = parts(said, reader)

    assert first["elements"] == [
        {"type": "text", "text": "bold", "style": {"bold": True}},
        {"type": "text", "text": " "},
        {"type": "text", "text": "it", "style": {"italic": True}},
        {"type": "text", "text": " "},
        {"type": "text", "text": "code", "style": {"code": True}},
        {"type": "text", "text": " "},
        {"type": "link", "url": "https://guildmate.example/handbook/p", "text": "page"},
        {"type": "text", "text": "\n"},
    ]
    assert (numbered["style"], len(numbered["elements"])) == ("ordered", 2)
    assert (inner["style"], inner["indent"]) == ("bullet", 1)


def test_a_list_goes_on_where_it_was_left() -> None:
    """After what stood within it, with the next number."""
    drawn = parts("3. three\n   - in\n4. four\n\n   more")

    assert [(each["style"], each.get("indent"), each.get("offset")) for each in drawn] == [
        ("ordered", None, 2),
        ("bullet", 1, None),
        ("ordered", None, 3),
    ]
    assert "more" in json.dumps(drawn[-1])


def test_a_link_does_not_say_that_it_leads_elsewhere() -> None:
    """A page may name a link as it likes, but not with another address."""
    [drawn] = parts("[https://guildmate.example](https://bank.example) [us](https://bank.example)")
    kinds = [(each["type"], each["text"]) for each in drawn["elements"]]

    assert ("text", "https://guildmate.example") in kinds
    assert ("link", "us") in kinds


def test_without_a_public_address_the_handbook_is_no_link() -> None:
    """A link to somebody's own computer would lead others nowhere."""
    source = Source(1, "Leave", "/handbook/leave#sick", "A note.", "version 2", "")
    [message] = BlockRenderer(wording()).message(Reply((Sources((source,), "Sources"),))).messages

    assert "handbook" not in json.dumps(message)
    assert "Leave" in json.dumps(message)


def test_what_is_wrong_is_said_at_the_field() -> None:
    """By the block that Slack shows it at."""
    form = form_in(Reply(samples("x")))
    assert form

    assert errors_in(form) == {"field.text": "x", "field.few": "x", "field.files": "x"}
    assert errors_in(replace(form, fields=())) == {}


def test_what_was_put_in_is_read_back() -> None:
    """Each kind of field in the shape that the form gave it."""
    state = {
        "values": {
            "field.name": {"given": {"type": "plain_text_input", "value": "Menu"}},
            "field.none": {"given": {"type": "plain_text_input", "value": None}},
            "field.one": {"given": {"selected_option": {"value": "a"}}},
            "field.no": {"given": {"type": "radio_buttons", "selected_option": None}},
            "field.more": {"given": {"selected_options": [{"value": "a"}, {"value": "b"}]}},
            "field.mate": {"given": {"type": "users_select", "selected_user": "U1"}},
            "other": {"x": {"value": "not ours"}},
        }
    }

    assert values_in(state) == {
        "name": "Menu",
        "none": "",
        "one": "a",
        "no": "",
        "more": ("a", "b"),
        "mate": "U1",
    }


def test_a_modal_carries_nothing_that_was_typed() -> None:
    """Only which form it is, and where it ends."""
    view = render_modal(Reply(samples("secret")), artist(), ModalState(channel="D1", message="1.2"))

    assert ModalState.from_json(view["private_metadata"]) == ModalState(
        "register.step", "k.a", "register.back", "register.again", "D1", "1.2"
    )
    assert ModalState.from_json("not json") == ModalState()
    assert "secret" not in view["private_metadata"]
