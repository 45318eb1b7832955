"""A turn in, a reply out: found, answered once, and never with silence."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from structlog.testing import capture_logs

from governance import Database
from handlers.assistant import COMMANDS, Assistant
from handlers.reply import Reply
from handlers.turn import Command, Desk, Pressed, Said, Submitted, Turn
from tests.fixtures.conversation import ARUN, BEN, SARI, Conversation, buttons, form, plain

SENTENCE = "I built a bot that reads supplier invoices"


async def break_half_way(turn: Turn, desk: Desk) -> Reply:
    """Write something, then fail with a name in the error's text."""
    await desk.records.drafts.start(turn.person, "home", answers={}, at=turn.at)
    raise RuntimeError("Ben Ong's secret")


BROKEN = tuple(
    Command("home", break_half_way) if command.name == "home" else command for command in COMMANDS
)


async def test_a_turn_that_arrives_twice_is_answered_once(
    assistant: Assistant, conversation: Conversation
) -> None:
    """The second gets what the first got."""
    turn = await conversation.turn(Said("/help"), id_="event-1")
    first = await assistant.accept(turn)
    reply = (await assistant.respond(turn)).reply
    second = await assistant.accept(turn)

    assert (first.is_new, first.reply) == (True, None)
    assert (second.is_new, second.reply) == (False, reply)


async def test_a_turn_answered_by_two_processes_at_once_has_one_effect(
    assistant: Assistant, conversation: Conversation, database: Database
) -> None:
    """Whoever comes second undoes what they did, and gives the first one's answer."""
    turn = await conversation.turn(Said("/ask How long does a review take?"), id_="event-2")
    await assistant.accept(turn)
    first, second = await asyncio.gather(assistant.respond(turn), assistant.respond(turn))
    async with database.reading() as records:
        asked = await records.questions.list_recent(turn.person, turn.place.name, since=turn.at)

    assert first.reply == second.reply
    assert sorted((first.is_first, second.is_first)) == [False, True]
    assert len(asked) == 1


async def test_a_crash_gives_a_number_and_leaves_nothing_behind(
    assistant: Assistant, database: Database
) -> None:
    """What went wrong is written down, never shown, and nobody's words with it."""
    broken = Conversation(replace(assistant, commands=BROKEN), database)
    with capture_logs() as logs:
        said = plain(await broken.say("/home"))
    [failure] = [entry for entry in logs if entry["event"] == "turn.failed"]
    async with database.reading() as records:
        left = await records.drafts.find_open(await broken.person(BEN), "home")

    assert failure["incident"] in said
    assert len(failure["incident"]) == 8
    assert failure["error"] == "RuntimeError"
    assert any("break_half_way" in call for call in failure["calls"])
    assert "secret" not in said + str(logs)
    assert left is None


async def test_a_turn_that_crashed_is_not_tried_again(
    assistant: Assistant, conversation: Conversation
) -> None:
    """Its reply is what the person was shown."""
    broken = replace(assistant, commands=BROKEN)
    turn = await conversation.turn(Said("/home"))
    await broken.accept(turn)
    reply = (await broken.respond(turn)).reply
    later = conversation.at + timedelta(hours=1)

    assert (await assistant.accept(turn)).reply == reply
    assert await assistant.resume(before=later, at=later) == 0


async def test_a_turn_that_was_never_answered_is_answered_later_once(
    assistant: Assistant, conversation: Conversation
) -> None:
    """The process was killed after it had said "got it"."""
    turn = await conversation.turn(Said("/help"), SARI)
    await assistant.accept(turn)
    conversation.wait(timedelta(minutes=10))
    at = conversation.at
    resumed = await assistant.resume(before=at, at=at)
    again = await assistant.resume(before=at + timedelta(hours=1), at=at + timedelta(hours=1))
    [owed] = await conversation.received(SARI)

    assert (resumed, again) == (1, 0)
    assert (await assistant.accept(turn)).reply == owed
    assert "/register" in plain(owed)


async def test_whoever_answers_second_knows_it(
    assistant: Assistant, conversation: Conversation
) -> None:
    """A slow answer, and another process that took the turn to be forgotten: one is shown."""
    turn = await conversation.turn(Said("/help"), SARI)
    await assistant.accept(turn)
    later = conversation.at + timedelta(minutes=10)
    await assistant.resume(before=later, at=later)
    second = await assistant.respond(turn, show_by=lambda: later)
    await assistant.resume(before=later, at=later)

    assert not second.is_first
    assert [second.reply] == await conversation.received(SARI)


async def test_a_turn_that_cannot_be_read_keeps_no_other_from_being_answered(
    assistant: Assistant, conversation: Conversation, database: Database
) -> None:
    """Another release may have written it."""
    turn = await conversation.turn(Said("/help"))
    async with database.transaction() as records:
        await records.inbox.accept(
            "web", "older", person_id=turn.person.id, turn="{}", at=conversation.at
        )
    await assistant.accept(turn)
    conversation.wait(timedelta(minutes=10))

    assert await assistant.resume(before=conversation.at, at=conversation.at) == 1


async def test_a_form_that_was_submitted_before_a_restart_is_read_again(
    assistant: Assistant, conversation: Conversation
) -> None:
    """With all that was typed into it."""
    turn = await conversation.turn(Submitted("showcase.send", "", {"story": "Our story", "x": ()}))
    await assistant.accept(turn)
    conversation.wait(timedelta(minutes=10))
    await assistant.resume(before=conversation.at, at=conversation.at)
    [owed] = await conversation.received(BEN)

    assert form(owed).fields[1].value == "Our story"


async def test_a_refusal_is_said_in_words(conversation: Conversation) -> None:
    """With what to do instead."""
    reply = await conversation.do(Pressed("register.continue", "no-such-draft"))

    assert "That form is closed already" in plain(reply)
    assert [button.action for button in buttons(reply)] == ["register.start"]


async def test_a_command_of_other_roles_is_refused_kindly(conversation: Conversation) -> None:
    """Typed or pressed."""
    typed = plain(await conversation.say("/review"))
    pressed = plain(await conversation.do(Pressed("review.start")))

    assert typed == pressed
    assert "`/review` is for reviewers and governance leads" in typed
    assert "is for reviewers" not in plain(await conversation.say("/review", as_=ARUN))


async def test_what_a_person_may_not_do_is_no_meaning_of_what_they_say(
    conversation: Conversation,
) -> None:
    """A maker who speaks of reviews is answered from the handbook."""
    said = plain(await conversation.say("show the reviews"))

    assert "I took this as" not in said
    assert "is for reviewers" not in said


async def test_a_button_of_an_older_release_says_so(conversation: Conversation) -> None:
    """Whether its command or its verb is gone."""
    gone = plain(await conversation.do(Pressed("knitting.start")))

    assert "from an older message" in gone
    assert plain(await conversation.do(Pressed("home.knit"))) == gone
    assert plain(await conversation.do(Pressed(""))) == gone


async def test_plain_language_shows_what_it_was_taken_for(conversation: Conversation) -> None:
    """Above the reply, with the way back."""
    reply = await conversation.say(SENTENCE)

    assert plain(reply).startswith(
        "I took this as: **Register a solution**.\n[No, answer it as a question]"
    )
    assert form(reply).action.startswith("register.")


async def test_what_was_meant_otherwise_leaves_nothing_behind(
    conversation: Conversation, database: Database
) -> None:
    """The question is answered, and no registration waits."""
    await conversation.say(SENTENCE)
    reply = await conversation.press("No, answer it as a question")
    async with database.reading() as records:
        draft = await records.drafts.find_open(await conversation.person(BEN), "register")

    assert {button.action for button in buttons(reply)} & {"ask.helpful", "ask.team"}
    assert draft is None


async def test_undoing_twice_answers_twice(conversation: Conversation) -> None:
    """There is nothing left to put away, and the question is still one."""
    first = await conversation.say(SENTENCE)
    await conversation.press("No, answer it as a question", reply=first)
    reply = await conversation.press("No, answer it as a question", reply=first)

    assert {button.action for button in buttons(reply)} & {"ask.helpful", "ask.team"}


async def test_undoing_keeps_a_registration_that_was_there_before(
    conversation: Conversation, database: Database
) -> None:
    """Only what the mistaken meaning began is put away."""
    await conversation.say("/register")
    conversation.wait(timedelta(minutes=1))
    await conversation.say(SENTENCE)
    await conversation.press("No, answer it as a question")
    async with database.reading() as records:
        draft = await records.drafts.find_open(await conversation.person(BEN), "register")

    assert draft is not None


async def test_undoing_keeps_what_was_worked_on_meanwhile(
    conversation: Conversation, database: Database
) -> None:
    """Nothing typed is ever lost."""
    shown = await conversation.say(SENTENCE)
    conversation.wait(timedelta(minutes=1))
    await conversation.submit({"name": "Invoice reader"}, reply=shown)
    await conversation.press("No, answer it as a question", reply=shown)
    async with database.reading() as records:
        draft = await records.drafts.find_open(await conversation.person(BEN), "register")

    assert draft is not None
    assert draft.answers["name"] == "Invoice reader"


async def test_a_typed_answer_goes_to_the_form_that_asks(
    conversation: Conversation, database: Database
) -> None:
    """Until a command is typed."""
    await conversation.say("/register")
    await conversation.press("register.talk")
    await conversation.say("Lunch menu")
    async with database.reading() as records:
        draft = await records.drafts.find_open(await conversation.person(BEN), "register")

    assert draft is not None
    assert "Lunch menu" in draft.answers.values()
    assert "/register" in plain(await conversation.say("/help"))


async def test_a_command_is_found_however_it_is_typed(conversation: Conversation) -> None:
    """Capitals, spaces and underscores do not matter."""
    told = plain(await conversation.say("/training"))

    assert plain(await conversation.say("  /TRAINING ")) == told
    assert "There is no command" not in plain(await conversation.say("/Office_Hours"))


async def test_every_kind_of_turn_can_be_answered_without_being_accepted(
    conversation: Conversation,
) -> None:
    """The command line has no inbox of its own."""
    turn = await conversation.turn(Said("/help"))

    assert "/register" in plain((await conversation.assistant.respond(turn)).reply)
