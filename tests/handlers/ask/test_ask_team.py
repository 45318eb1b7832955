"""Questions that go to the governance team, and what comes back."""

from datetime import UTC, datetime

import pytest

from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import ARUN, BEN, MEI, SARI, Conversation, buttons, form, plain

IN_FORCE = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
"""A day on which every page of the starter handbook is in force."""

CHATGPT = "Which data may ChatGPT Enterprise see?"
UNKNOWN = "Who won the football world cup in 1998?"


@pytest.fixture
def conversation(conversation: Conversation) -> Conversation:
    """A conversation while the starter handbook is in force."""
    conversation.at = IN_FORCE
    return conversation


async def test_a_question_goes_to_the_team_and_its_answer_comes_back(
    conversation: Conversation,
) -> None:
    """Each of the two reads it in their own language."""
    await conversation.say(CHATGPT, as_=SARI)
    await conversation.press("ask.unhelpful", as_=SARI)
    sent = plain(await conversation.press("ask.team", as_=SARI))
    [received] = await conversation.received(MEI)
    await conversation.press("Reply", as_=MEI, reply=received)
    done = await conversation.submit({"answer": "Public to confidential."}, as_=MEI)
    [answer] = await conversation.received(SARI)

    assert "Dikirim kepada Mei Tan" in sent
    assert "/home" in sent
    assert "A question from Sari Wulandari" in plain(received)
    assert CHATGPT in plain(received)
    assert plain(done) == "Your answer is on its way to Sari Wulandari."
    assert "Jawaban dari tim tata kelola" in plain(answer)
    assert "Public to confidential." in plain(answer)


async def test_a_question_is_sent_once(conversation: Conversation) -> None:
    """Pressing again says that it is there already."""
    first = await conversation.say(CHATGPT)
    await conversation.press("ask.unhelpful", reply=first)
    offered = conversation.last[BEN.email]
    await conversation.press("ask.team", reply=offered)
    again = await conversation.press("ask.team", reply=offered)

    assert "it was not sent twice" in plain(again)
    assert len(await conversation.received(MEI)) == 1


async def test_after_the_answer_the_button_shows_it(conversation: Conversation) -> None:
    """Whoever presses the old button again wants to know what became of it."""
    await conversation.say(CHATGPT)
    offered = await conversation.press("ask.unhelpful")
    await conversation.press("ask.team")
    [received] = await conversation.received(MEI)
    await conversation.press("Reply", as_=MEI, reply=received)
    await conversation.submit({"answer": "All but restricted."}, as_=MEI)

    assert "All but restricted." in plain(await conversation.press("ask.team", reply=offered))


async def test_an_answer_to_the_maker_needs_words(conversation: Conversation) -> None:
    """An empty form comes back with what is missing."""
    await conversation.say(CHATGPT)
    await conversation.press("ask.unhelpful")
    await conversation.press("ask.team")
    [received] = await conversation.received(MEI)
    await conversation.press("Reply", as_=MEI, reply=received)
    again = await conversation.submit({"answer": "  "}, as_=MEI)

    assert form(again).fields[0].error == "Please fill this in."
    assert await conversation.received(BEN) == []


async def test_a_second_reply_to_one_question_is_not_sent(conversation: Conversation) -> None:
    """The first lead who replies has replied for the team."""
    await conversation.say(CHATGPT)
    await conversation.press("ask.unhelpful")
    await conversation.press("ask.team")
    [received] = await conversation.received(MEI)
    shown = await conversation.press("Reply", as_=MEI, reply=received)
    await conversation.submit({"answer": "One."}, as_=MEI, reply=shown)
    second = await conversation.submit({"answer": "Two."}, as_=MEI, reply=shown)
    late = await conversation.press("Reply", as_=MEI, reply=received)

    assert "Mei Tan has answered this question already" in plain(second)
    assert "answered already" in plain(late)
    assert len(await conversation.received(BEN)) == 1


async def test_only_a_lead_sees_and_answers_questions_to_the_team(
    conversation: Conversation,
) -> None:
    """A reviewer does not read what a maker asked the leads."""
    await conversation.say(CHATGPT)
    await conversation.press("ask.unhelpful")
    button = conversation.button("ask.team")
    await conversation.press("ask.team")
    opened = await conversation.do(Pressed("ask.reply", button.value), ARUN)
    sent = await conversation.do(Submitted("ask.send", button.value, {"answer": ""}), ARUN)

    assert plain(opened) == plain(sent) == "Only a governance lead can do that."


async def test_marks_in_a_question_mean_nothing_to_a_lead(conversation: Conversation) -> None:
    """Nobody puts a link into a governance lead's inbox."""
    asked = "Which data may [ChatGPT](http://x.example) **Enterprise** see <now>?"
    await conversation.do(Pressed("ask.question", asked))
    await conversation.press("ask.team")
    [received] = await conversation.received(MEI)

    assert (
        r"_Which data may \[ChatGPT\](http://x.example) \*\*Enterprise\*\* see \<now\>?_"
        in plain(received)
    )


async def test_marks_in_a_leads_answer_mean_nothing_to_the_asker(
    conversation: Conversation,
) -> None:
    """The words arrive as they were typed."""
    await conversation.do(Pressed("ask.question", "Which data may ChatGPT Enterprise see?"))
    await conversation.press("ask.unhelpful")
    await conversation.press("ask.team")
    [received] = await conversation.received(MEI)
    value = buttons(received)[0].value
    answer = {"answer": "# None\nSee [this](http://x.example)."}
    await conversation.do(Submitted("ask.send", value, answer), MEI)
    *_, told = await conversation.received(BEN)

    assert "\\# None\nSee \\[this\\](http://x.example)." in plain(told)
