"""What the page sends, as turns."""

import json

import pytest

from bot.web.payloads import UnreadableError, read
from governance import Person
from handlers.turn import Pressed, Said, Submitted
from tests.fixtures.databases import NOON

BEN = Person(7, "Ben Ong", None, "en", "Asia/Singapore")
SENT = {"id": "aaaaaaaa-1", "conversation": "bbbbbbbb-1"}


@pytest.mark.parametrize(
    ("sent", "what"),
    [
        ({"kind": "said", "text": "Hello"}, Said("Hello")),
        ({"kind": "pressed", "action": "a.b", "value": "1"}, Pressed("a.b", "1")),
        (
            {"kind": "submitted", "action": "a.b", "key": "k", "values": {"x": "1", "y": ["2"]}},
            Submitted("a.b", "k", {"x": "1", "y": ("2",)}),
        ),
    ],
)
def test_every_kind_of_turn_is_read(sent: dict[str, object], what: object) -> None:
    """What was typed, pressed or submitted."""
    turn = read(json.dumps(SENT | sent), BEN, at=NOON)

    assert (turn.what, turn.person, turn.at) == (what, BEN, NOON)


def test_the_id_of_a_turn_belongs_to_its_person() -> None:
    """Somebody who guesses another's id gets an answer of their own."""
    turn = read(json.dumps(SENT | {"kind": "said", "text": "x"}), BEN, at=NOON)

    assert (turn.id, turn.place.conversation) == ("7-aaaaaaaa-1", "7-bbbbbbbb-1")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "nonsense",
        "[]",
        json.dumps(SENT),
        json.dumps(SENT | {"kind": "shouted", "text": "x"}),
        json.dumps(SENT | {"kind": "said", "text": ""}),
        json.dumps(SENT | {"kind": "said", "text": "x" * 40_001}),
        json.dumps(SENT | {"kind": "said", "text": "x", "id": "../../etc"}),
        json.dumps(SENT | {"kind": "said", "text": "x", "person": 1}),
        json.dumps(SENT | {"kind": "pressed", "action": "a.b", "value": "x" * 2_001}),
        json.dumps(SENT | {"kind": "submitted", "action": "a.b", "values": {"x": {"y": 1}}}),
    ],
)
def test_what_is_no_turn_is_refused(body: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(UnreadableError):
        read(body, BEN, at=NOON)
