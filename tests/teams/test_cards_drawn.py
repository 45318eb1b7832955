"""Everything that can be said, drawn as Teams takes it."""

import json
import re
from dataclasses import replace
from typing import Any, get_args

import pytest

from bot.chat.reply_kinds import form_in
from bot.teams.render.actions import OPEN, VIEW
from bot.teams.render.answer_messages import rating
from bot.teams.render.cards import CardRenderer
from bot.teams.render.forms import about, dialog
from bot.teams.render.search_results import results
from handlers import (
    Attachment,
    Block,
    Button,
    Buttons,
    Card,
    Field,
    Form,
    Notice,
    Reply,
    Source,
    Sources,
    Text,
    Tone,
)
from handlers.wording import wording
from tests.fixtures.sayings import NASTY, samples
from tests.teams.doubles.validity import (
    card_faults,
    message_faults,
    parts,
    result_faults,
    task_faults,
)

pytestmark = pytest.mark.slow  # each card is held against Microsoft's whole schema

ADDRESS = "https://guildmate.example"
THUMBS = Buttons((Button("Yes", "ask.helpful", "7"), Button("No", "ask.unhelpful", "7")))


def artist(locale: str = "en") -> CardRenderer:
    """Draw in a language."""
    return CardRenderer(wording(locale), ADDRESS, "T1.Ev1")


def source(n: int, **more: str) -> Source:
    """Make a clause."""
    facts = {"title": f"Page {n}", "quote": "It is so.", "details": "version 1.0", "warning": ""}
    return Source(n, path=f"/handbook/p#{n}", **(facts | more))


def answer(text: str, *sources: Source, by_model: bool = False) -> Reply:
    """Make an answer that can be rated."""
    return Reply((Text(text, by_model=by_model), Sources(sources, "Sources"), THUMBS))


def test_there_is_a_sample_of_every_block_and_field() -> None:
    """A block without a sample here is one that Teams was never tried on."""
    drawn = samples("x")
    form = form_in(Reply(drawn))

    assert {type(each) for each in drawn} == set(get_args(Block))
    assert form
    assert {type(each) for each in form.fields} == set(get_args(Field))


@pytest.mark.parametrize("said", NASTY, ids=lambda said: repr(said[:12]))
def test_every_message_is_one_that_teams_takes(said: str) -> None:
    """With nothing in it, with too much of it, and with whatever people come to write."""
    for block in samples(said):
        drawn = artist().message(Reply((block,)), suggested=("What else?",))

        assert drawn
        assert [fault for each in drawn for fault in message_faults(each)] == []


@pytest.mark.parametrize("said", NASTY, ids=lambda said: repr(said[:12]))
def test_every_dialog_is_one_that_teams_takes(said: str) -> None:
    """Forms to fill in, replies to read, and the question about a message."""
    drawing = replace(artist(), in_dialog=True, carried={"message": "1"})
    shown = [Reply((block,)) for block in samples(said)]
    shown += [Reply(samples(said)), about(said, drawing)]

    assert [fault for each in shown for fault in task_faults(dialog(each, drawing))] == []


@pytest.mark.parametrize("said", NASTY, ids=lambda said: repr(said[:12]))
def test_every_result_of_a_search_is_one_that_teams_takes(said: str) -> None:
    """Whatever was found, and nothing on it to press."""
    found = results(Reply(samples(said)), artist())
    none = results(Reply((Notice(said),)), artist())

    assert result_faults(found) + result_faults(none) == []
    assert {"Action.Execute", "Input.Text"}.isdisjoint(each["type"] for each in parts(found))


def test_an_empty_reply_says_that_all_is_done() -> None:
    """Nobody is left with silence."""
    [drawn] = artist().message(Reply())

    assert drawn["summary"] == "Done."
    assert message_faults(drawn) == []


@pytest.mark.parametrize("said", ["word " * 20_000, "w" * 90_000, "- an item\n" * 9_000])
def test_nothing_of_a_long_reply_is_lost(said: str) -> None:
    """It goes on in the next message, and no word is cut that fits into one."""
    texts = [each["text"] for each in artist().message(Reply.text(said))]
    cards = artist().cards(Reply((Text(said), Buttons((Button("Go", "a.b"),)))))
    read = [each["text"] for card in cards for each in parts(card["body"]) if "text" in each]

    assert len(texts) > 1
    assert len(cards) > 1
    assert _letters("".join(texts)) == _letters(said.replace("- an", "an"))
    assert _letters("".join(read)) == _letters(said.replace("- an", "an"))
    assert all(not each.endswith("wor") for each in texts)


def _letters(said: str) -> str:
    return re.sub(r"[^a-z]", "", said)


def test_the_rest_of_a_card_that_cannot_hold_a_reply_comes_after_it() -> None:
    """A card gives way to one card; nothing of what it cannot hold is lost."""
    reply = Reply((Text("word " * 20_000), Buttons((Button("Go", "a.b"),))))
    card, rest = artist().card(reply), artist().rest(reply)

    assert card_faults(card) == []
    assert [each["attachments"][0]["content"] for each in rest] == artist().cards(reply)[1:]


def test_the_longest_answer_has_room_for_all_it_cites() -> None:
    """With everything else that can stand below it."""
    sources = [source(n, title="t" * 90, quote="q" * 900, warning="w" * 90) for n in range(1, 25)]
    said = " ".join(f"{'word ' * 700}[{n}]" for n in range(1, 25))
    rest = Buttons(tuple(Button("b" * 90, "a.b", "v" * 2_000) for _ in range(30)), "More")
    drawn = artist().message(answer(said, *sources).then(rest), suggested=("s" * 300,) * 3)
    cited = {
        claim["position"] for m in drawn for e in m.get("entities", ()) for claim in e["citation"]
    }

    assert [fault for each in drawn for fault in message_faults(each)] == []
    assert cited == set(range(1, 21))
    assert len([each for each in _actions(drawn) if each.get("verb") == "a.b"]) == 30


def test_a_citation_is_never_cut() -> None:
    """In a language without spaces between words neither."""
    said = f"{'ก' * 3_996}[1]{'ข' * 60_000}[2]"
    drawn = artist().message(answer(said, source(1), source(2)))
    cited = [
        claim["position"]
        for message in drawn
        for entity in message.get("entities", ())
        for claim in entity.get("citation", ())
    ]

    assert cited == [1, 2]
    assert [fault for each in drawn for fault in message_faults(each)] == []


def test_an_answer_cites_as_teams_does() -> None:
    """By its number in the text, with version and age; what cannot be cited is said in words."""
    old = source(2, title="Old " * 40, quote="long " * 90, warning="Past its review")
    [drawn] = artist().message(answer("So it is. [1][2]", source(1), old, source(3)))
    first, second = drawn["entities"][0]["citation"]

    assert first == {
        "@type": "Claim",
        "position": 1,
        "appearance": {
            "@type": "DigitalDocument",
            "name": "Page 1",
            "abstract": "version 1.0 — It is so.",
            "url": "https://guildmate.example/handbook/p#1",
        },
    }
    assert len(second["appearance"]["abstract"]) <= 160
    assert drawn["text"] == "So it is. [1][2]\n\n⚠️ &#91;2&#93; Past its review"
    assert drawn["channelData"] == {"feedbackLoop": {"type": "default"}}


def test_more_clauses_than_teams_cites_are_said_in_words() -> None:
    """The twenty-first has its number, its title and its words in the text."""
    sources = [source(n) for n in range(1, 23)]
    numbers = "".join(f"[{each.n}]" for each in sources)
    [drawn] = artist().message(answer(f"So. {numbers}", *sources))

    assert len(drawn["entities"][0]["citation"]) == 20
    assert "[&#91;22&#93; Page 22]" in drawn["text"].replace("**", "")


def test_without_a_public_address_the_handbook_is_no_link() -> None:
    """A link to somebody's own computer would lead others nowhere."""
    alone = CardRenderer(wording())
    reply = Reply((Card("x"), *answer("So. [1]", source(1)).blocks))
    drawn = json.dumps([alone.message(reply), alone.message(answer("So. [1]", source(1)))])

    assert "/handbook/" not in drawn
    assert "Page 1" in drawn


@pytest.mark.parametrize("by_model", [True, False])
def test_the_ai_label_is_there_only_when_a_model_wrote_it(*, by_model: bool) -> None:
    """What the handbook says in its own words is not labelled."""
    cited = answer("So. [1]", source(1), by_model=by_model)
    said = Reply((Text("So.", by_model=by_model),))
    card = said.then(Card("x"))
    drawn = [json.dumps(artist().message(each)) for each in (cited, said, card)]

    assert ["AIGeneratedContent" in each for each in drawn] == [by_model] * 3
    assert ("Written by a language model" in json.dumps(artist().card(cited))) is by_model


def test_a_number_that_somebody_typed_cites_nothing() -> None:
    """Only what the answer itself cites is a citation."""
    [drawn] = artist().message(answer(r"You wrote \[1\]. [2]", source(1), source(2)))

    assert [each["position"] for each in drawn["entities"][0]["citation"]] == [2]
    assert drawn["text"] == "You wrote &#91;1&#93;. [2]"


def test_what_else_can_be_pressed_is_below_an_answer() -> None:
    """Teams' own thumbs stand for ours, and every other button is there."""
    more = Buttons((Button("Ask people", "ask.team", "7"),))
    reply = answer("So. [1]", source(1)).then(more)
    [drawn] = artist().message(reply, suggested=("And then?",))
    helpful, unhelpful = rating(reply, helpful=True), rating(reply, helpful=False)

    assert [each["verb"] for each in _actions(drawn)] == ["ask.team"]
    assert "suggestedActions" not in drawn
    assert (helpful, unhelpful) == THUMBS.buttons
    assert rating(Reply((more,)), helpful=True) is None


def _actions(part: Any) -> list[dict[str, Any]]:
    return [each for each in parts(part) if str(each["type"]).startswith("Action.")]


def test_suggestions_are_for_private_conversations() -> None:
    """Three of them, below the last message."""
    asked = ("One?", "Two?", "Three?", "Four?")
    reply = answer("So. [1]", source(1))
    [alone] = artist().message(reply, suggested=asked)
    [together] = replace(artist(), is_private=False).message(reply, suggested=asked)

    assert [each["value"] for each in alone["suggestedActions"]["actions"]] == list(asked[:3])
    assert "suggestedActions" not in together


def test_an_answer_suggests_its_own_next_questions() -> None:
    """Where nothing else is suggested; a long one is asked as it is shown."""
    follow = ("What about “Travel”?", "  ", "w" * 400)
    reply = Reply((Text("So. [1]"), Sources((source(1),), "Sources", follow)))
    [drawn] = artist().message(reply)
    offered = [each["title"] for each in drawn["suggestedActions"]["actions"]]

    assert offered == ["What about “Travel”?", "w" * 299 + "…"]
    assert message_faults(drawn) == []


def test_a_dangerous_button_asks_once_more() -> None:
    """It opens to the question, and only the answer to that does something."""
    button = Button("Retire it", "solutions.retire", "4", danger=True, confirm="Really?")
    [drawn] = artist().message(Reply((Buttons((button,)),)))
    opens, does = _actions(drawn)

    assert (opens["type"], opens["style"]) == ("Action.ShowCard", "destructive")
    assert "Really?" in json.dumps(opens["card"]["body"])
    assert (does["verb"], does["title"]) == ("solutions.retire", "Yes, go on")


def test_buttons_go_on_in_the_next_row() -> None:
    """No row has more than Teams shows, none is wider than a telephone, and none is lost."""
    many = tuple(Button(str(n), "a.b", str(n)) for n in range(20))
    wide = tuple(Button(f"{n} of a good many words", "a.b") for n in range(3))
    short, long = (artist().body(Reply((Buttons(each),))) for each in (many, wide))

    assert [len(row["actions"]) for row in short] == [6, 6, 5, 3]
    assert [each["title"] for row in short for each in row["actions"]] == list(map(str, range(20)))
    assert [len(row["actions"]) for row in long] == [1, 1, 1]


def test_a_file_is_offered_where_teams_can_take_it() -> None:
    """By the name of the turn, so that it is found when somebody accepts; elsewhere it is named."""
    file = Attachment("a.ics", "text/calendar", "BEGIN\u00e9", "Add to my calendar")
    alone = artist().message(Reply((Card("Booked"), file)))
    together = replace(artist(), is_private=False).message(Reply((Card("Booked"), file)))
    [offered] = alone[-1]["attachments"]

    assert offered["content"]["acceptContext"] == {"turn": "T1.Ev1", "name": "a.ics"}
    assert offered["content"]["sizeInBytes"] == 7
    assert len(together) == 1
    assert "a.ics" in json.dumps(together)


def test_in_a_shared_chat_only_some_see_what_can_be_done() -> None:
    """Everybody reads the case; Teams asks for a card of their own for at most sixty."""
    case = Card("SOL-0001", buttons=(Button("Approve", "review.approving", "1.2"),))
    card = artist().render_shared(Reply((case, THUMBS)), [f"29:{n}" for n in range(70)])

    assert card_faults(card) == []
    assert "SOL-0001" in json.dumps(card["body"])
    assert [each["verb"] for each in _actions(card)] == [VIEW]
    assert card["refresh"]["action"]["data"]["guildmate"]["value"] == "T1.Ev1"
    assert len(card["refresh"]["userIds"]) == 60


def test_a_view_of_ones_own_can_be_renewed_too() -> None:
    """It shows what can be done, and is asked for again."""
    case = Card("SOL-0001", buttons=(Button("Approve", "review.approving", "1.2"),))
    card = artist().view(Reply((case,)), ["29:1"])

    assert {each["verb"] for each in _actions(card)} == {VIEW, "review.approving"}
    assert card["refresh"]["userIds"] == ["29:1"]


def test_a_card_can_be_heard() -> None:
    """Read aloud, and shown where cards are not."""
    [drawn] = artist().message(Reply((Card("Menu & more", "SOL-0001", "Approved", Tone.GOOD),)))
    card = drawn["attachments"][0]["content"]

    assert card["speak"] == "Menu more. SOL-0001. Approved"
    assert card["lang"] == "en"
    assert drawn["summary"] == "Menu & more. SOL-0001. Approved"


def test_a_search_finds_the_answer_then_its_clauses() -> None:
    """And solutions by their name; what is listed is read before it is chosen."""
    found = results(answer("**So** it is. [1]", source(1)), artist())["attachments"]
    cards = results(Reply((Card("Menu", "SOL-0001", "Approved"),)), artist())["attachments"]

    assert [each["preview"]["content"]["title"] for each in found] == ["So it is. [1]", "Page 1"]
    assert cards[0]["preview"]["content"] == {"title": "Menu", "text": "SOL-0001 · Approved"}


def test_a_form_in_a_message_can_be_opened_as_a_dialog() -> None:
    """By the name of the turn that led to it."""
    form = Form("a.b", "k", "About", (), "Next")
    [*_, opener] = _actions(artist().message(Reply((form,))))

    assert opener["data"]["msteams"] == {"type": "task/fetch"}
    assert opener["data"]["guildmate"] == {"action": OPEN, "value": "T1.Ev1"}
