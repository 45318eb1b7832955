"""What is typed while a registration asks: an answer here and now, and otherwise what it says."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance import Draft
from handlers.form import Form
from handlers.reply import Reply
from handlers.turn import Place, Said
from tests.fixtures.conversation import BEN, Conversation, buttons, plain
from tests.handlers.registering import HARMLESS

QUESTION = "May I put customer e-mails into ChatGPT?"
TO_ASK = {"ask.helpful", "ask.team"}
"""The buttons below an answer from the handbook, and below none."""


SUMMARY = ""
"""What the registration comes to after its last question."""


async def be_asked(conversation: Conversation, question: str = "name") -> Reply:
    """Let the registration ask a question in the conversation, all before it being answered."""
    await conversation.say("/register")
    reply = await conversation.press("register.talk")
    while (name := asked_by(reply)) != question:
        reply = await conversation.submit({name: HARMLESS[name]})
    return reply


def asked_by(reply: Reply) -> str:
    """Name the question of a reply."""
    forms = [block for block in reply.blocks if isinstance(block, Form)]
    return forms[0].fields[0].name if forms else SUMMARY


async def drafted(conversation: Conversation) -> Draft:
    """Read the open registration."""
    async with conversation.database.reading() as records:
        draft = await records.drafts.find_open(await conversation.person(BEN), "register")
    assert draft is not None
    return draft


def actions(reply: Reply) -> set[str]:
    """Name everything that can be pressed."""
    return {button.action for button in buttons(reply)}


async def test_a_question_in_another_conversation_is_no_answer(conversation: Conversation) -> None:
    """Only where the registration asks is what is typed taken for an answer."""
    await be_asked(conversation)
    elsewhere = replace(await conversation.turn(Said(QUESTION)), place=Place("web", "another"))
    reply = (await conversation.assistant.respond(elsewhere)).reply
    await conversation.say("Lunch menu")

    assert actions(reply) & TO_ASK
    assert (await drafted(conversation)).answers == {"name": "Lunch menu"}


@pytest.mark.parametrize("command", ["/solutions", "/solutions SOL-0999", "/help", "/register"])
async def test_a_typed_command_ends_the_asking(conversation: Conversation, command: str) -> None:
    """What is typed next is what it says, and the registration stays."""
    await be_asked(conversation)
    await conversation.say(command)
    reply = await conversation.say("which tools are approved")

    assert actions(reply) & TO_ASK
    assert (await drafted(conversation)).answers == {}


async def test_a_button_of_something_else_ends_the_asking(conversation: Conversation) -> None:
    """The reply says that the registration waits, and goes on with it."""
    menu = await conversation.say("/help")
    await be_asked(conversation)
    left = await conversation.press("training.start", reply=menu)
    heard = await conversation.say("which tools are approved")
    again = await conversation.press("register.continue", reply=left)

    assert "Your registration waits" in plain(left)
    assert actions(heard) & TO_ASK
    assert asked_by(again) == "name"


async def test_after_half_an_hour_nothing_is_an_answer_any_more(
    conversation: Conversation,
) -> None:
    """Whoever comes back with something else is heard."""
    await be_asked(conversation)
    conversation.wait(timedelta(minutes=31))
    reply = await conversation.say("which tools are approved")

    assert actions(reply) & TO_ASK
    assert (await drafted(conversation)).answers == {}


async def test_a_question_where_any_text_is_an_answer_is_answered_and_may_be_one(
    conversation: Conversation,
) -> None:
    """By one press."""
    await be_asked(conversation)
    reply = await conversation.say("Who has lunch?")
    before = (await drafted(conversation)).answers
    await conversation.press("It is my answer")
    again = await conversation.press("It is my answer", reply=reply)

    assert asked_by(again) == "purpose"
    assert actions(reply) & TO_ASK
    assert "If that was your answer, press this" in plain(reply)
    assert before == {}
    assert (await drafted(conversation)).answers == {"name": "Who has lunch?"}


async def test_what_was_a_question_is_answered_and_the_registration_waits(
    conversation: Conversation,
) -> None:
    """With the way back to it."""
    await be_asked(conversation)
    reply = await conversation.say(QUESTION)
    again = await conversation.press("Continue")

    assert actions(reply) & TO_ASK
    assert "Your registration waits" in plain(reply)
    assert asked_by(again) == "name"
    assert (await drafted(conversation)).answers == {}


@pytest.mark.parametrize("text", [QUESTION, "what counts as personal data"])
async def test_a_question_among_choices_is_answered(conversation: Conversation, text: str) -> None:
    """And the choice is asked again by a press."""
    await be_asked(conversation, "already_running")
    reply = await conversation.say(text)
    again = await conversation.press("Continue")

    assert actions(reply) & TO_ASK
    assert asked_by(again) == "already_running"


@pytest.mark.parametrize("question", ["name", "already_running"])
async def test_a_question_in_between_leaves_the_registration_asking(
    conversation: Conversation, question: str
) -> None:
    """It is answered once, and so is a kind word; what is typed after it is an answer."""
    await be_asked(conversation, question)
    aside = await conversation.say(QUESTION)
    if question == "already_running":
        await conversation.say("thank you!")
    await conversation.say("no")

    assert actions(aside) & TO_ASK
    assert "Your registration waits for your answer here" in plain(aside)
    assert (await drafted(conversation)).answers[question] == "no"


async def test_another_wish_among_choices_is_granted(conversation: Conversation) -> None:
    """Which is shown, as always."""
    await be_asked(conversation, "already_running")
    said = plain(await conversation.say("show my solutions"))

    assert "I took this as: **Show my solutions**" in said
    assert "Your registration waits" in said


@pytest.mark.parametrize("text", ["maybe one day", "hmm", "register my bot"])
async def test_what_is_neither_is_not_understood(conversation: Conversation, text: str) -> None:
    """The same question is asked again, and the registration goes on asking."""
    await be_asked(conversation, "already_running")
    reply = await conversation.say(text)
    after = await conversation.say("no")

    assert asked_by(reply) == "already_running"
    assert asked_by(after) != "already_running"


@pytest.mark.parametrize("text", ["1", "yes", "?", "Not sure"])
async def test_a_choice_is_an_answer_however_short(conversation: Conversation, text: str) -> None:
    """What would say nothing elsewhere says something here."""
    await be_asked(conversation, "already_running")
    reply = await conversation.say(text)

    assert asked_by(reply) != "already_running"


async def test_a_question_below_the_summary_is_answered(conversation: Conversation) -> None:
    """And is no yes."""
    await be_asked(conversation, SUMMARY)
    asked = await conversation.say(QUESTION)
    summary = await conversation.press("Continue")

    assert actions(asked) & TO_ASK
    assert "register.confirm" in actions(summary)
