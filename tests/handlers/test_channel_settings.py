"""How the assistant behaves in a channel: the lead's choice, made in conversation there."""

from dataclasses import replace

from handlers.form import ChoiceField, Form, Value
from handlers.reply import Notice, Reply
from handlers.turn import Place, Said, Submitted, What
from tests.fixtures.conversation import ARUN, BEN, MEI, Conversation, Someone, plain

ROOM = "slack:T1.C1"
THERE = Place("slack", "T1.C1.9", private=False, room="T1.C1")


async def said(conversation: Conversation, what: What, as_: Someone, place: Place) -> Reply:
    """Say or send something in a *place*."""
    turn = replace(await conversation.turn(what, as_), place=place)
    return (await conversation.assistant.respond(turn)).reply


def asked(reply: Reply) -> Form:
    """Find the form of a reply."""
    [form] = [block for block in reply.blocks if isinstance(block, Form)]
    return form


def chosen(form: Form) -> dict[str, str]:
    """Say what a form begins with."""
    return {each.name: each.value for each in form.fields if isinstance(each, ChoiceField)}


async def test_a_lead_chooses_in_the_channel(conversation: Conversation) -> None:
    """What was chosen before is shown the next time."""
    first = asked(await said(conversation, Said("/channel"), MEI, THERE))
    values: dict[str, Value] = {"first": "asker", "threads": "no"}
    saved = await said(conversation, Submitted(first.action, first.key, values), MEI, THERE)
    again = asked(await said(conversation, Said("/channel"), MEI, THERE))

    assert first.key == ROOM
    assert chosen(first) == {"first": "everybody", "threads": "yes"}
    assert "from now on" in str(saved)
    assert chosen(again) == {"first": "asker", "threads": "no"}


async def test_an_answer_that_is_none_is_said_at_its_field(conversation: Conversation) -> None:
    """And nothing is chosen."""
    form = asked(await said(conversation, Said("/channel"), MEI, THERE))
    sent = Submitted(form.action, form.key, {"first": "nobody", "threads": "yes"})
    wrong = asked(await said(conversation, sent, MEI, THERE))
    again = asked(await said(conversation, Said("/channel"), MEI, THERE))

    assert [bool(each.error) for each in wrong.fields] == [True, False]
    assert chosen(again) == {"first": "everybody", "threads": "yes"}


async def test_elsewhere_it_says_where_to_ask(conversation: Conversation) -> None:
    """In a conversation with one person there is no channel."""
    reply = await conversation.say("/channel", as_=MEI)

    assert "in the channel" in str([each for each in reply.blocks if isinstance(each, Notice)])


async def test_nobody_else_may(conversation: Conversation) -> None:
    """Neither by asking for the form nor by sending one."""
    told = await said(conversation, Said("/channel"), BEN, THERE)
    sent = Submitted("channel.save", ROOM, {"first": "asker", "threads": "no"})
    refused = await said(conversation, sent, BEN, THERE)
    form = asked(await said(conversation, Said("/channel"), MEI, THERE))

    assert not [block for block in (*told.blocks, *refused.blocks) if isinstance(block, Form)]
    assert chosen(form) == {"first": "everybody", "threads": "yes"}


async def test_whom_it_is_not_for_is_told_whom_it_is_for(conversation: Conversation) -> None:
    """A reviewer is not the lead."""
    reply = await conversation.say("/channel", as_=ARUN)

    assert plain(reply) == "`/channel` is for governance leads."
