"""What the assistant says it can do."""

import pytest

from tests.fixtures.conversation import ARUN, BEN, SARI, Conversation, buttons, plain


async def test_help_lists_what_can_be_done_with_sentences_to_say(
    conversation: Conversation,
) -> None:
    """Each command has its word, its examples and a button."""
    reply = await conversation.say("/help")
    said = plain(reply)

    assert "/register" in said
    assert "/office-hours" in said
    assert "What have others built?" in said
    assert "register.start" in {button.action for button in buttons(reply)}


async def test_help_speaks_the_persons_language(conversation: Conversation) -> None:
    """Examples too."""
    assert "Apa yang sudah dibuat orang lain?" in plain(await conversation.say("/help", as_=SARI))


async def test_help_lists_only_what_the_person_may_use(conversation: Conversation) -> None:
    """A maker is not shown the reviewers' desk."""
    assert "/review" not in plain(await conversation.say("/help", as_=BEN))
    assert "/review" in plain(await conversation.say("/help", as_=ARUN))


async def test_a_button_of_help_starts_its_command(conversation: Conversation) -> None:
    """Trying is one press away."""
    await conversation.say("/help")

    assert "0 of" in plain(await conversation.press("training.start"))


async def test_an_unknown_command_names_the_nearest(conversation: Conversation) -> None:
    """And puts it on top."""
    reply = await conversation.say("/trainig")

    assert "There is no command `/trainig`. Did you mean `/training`?" in plain(reply)
    assert buttons(reply)[0].action == "training.start"


@pytest.mark.parametrize("text", ["/foo", "/", "/handbook/page is broken", "/" + "x" * 5000])
async def test_an_unknown_command_shows_what_there_is(
    conversation: Conversation, text: str
) -> None:
    """However far it is from any."""
    said = plain(await conversation.say(text))

    assert "There is no command" in said
    assert "/register" in said
    assert len(said) < 4000


async def test_a_greeting_is_returned(conversation: Conversation) -> None:
    """Shortly, with what most people come for."""
    reply = await conversation.say("hi")

    assert plain(reply).startswith("Hello Ben!")
    assert [button.action for button in buttons(reply)] == [
        "register.start",
        "office-hours.start",
        "home.start",
        "help.start",
    ]


async def test_what_says_nothing_is_met_with_examples(conversation: Conversation) -> None:
    """Kindly, and without an answer that nobody asked for."""
    said = plain(await conversation.say("test test"))

    assert said.startswith("What would you like to know?")
    assert "May I put customer names into ChatGPT?" in said
    assert "I want to book a mentor" in said


async def test_thanks_are_answered(conversation: Conversation) -> None:
    """Shortly, in the person's language."""
    assert plain(await conversation.say("terima kasih", as_=SARI)).startswith("Sama-sama.")
