"""What survives when the process is killed in the middle of a registration and started again."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest

from governance import Database, Policy
from handlers.assistant import Assistant
from handlers.intent import Intents
from handlers.turn import Pressed
from knowledge import Handbook
from tests.fixtures.conversation import Conversation, form, plain
from tests.handlers.registering import INVOICES, fill

Restart = Callable[[Conversation], Conversation]
"""Goes on with a conversation in another process's worth of objects over the same records."""


@pytest.fixture
async def restart(
    address: str, starter: Handbook, policy: Policy, intents: Intents
) -> AsyncIterator[Restart]:
    """Start again without a goodbye: what was open is left as it is."""
    started: list[Database] = []

    def again(talk: Conversation) -> Conversation:
        started.append(Database.at(address))
        fresh = Assistant(started[-1], starter, policy, intents)
        return replace(talk, assistant=fresh, database=started[-1])

    yield again
    for database in started:
        await database.close()


async def test_a_form_goes_on_after_a_restart(conversation: Conversation, restart: Restart) -> None:
    """At the step that was open, and to the end."""
    await conversation.say("/register Invoice reader")
    await conversation.submit({"purpose": "Reads invoices", "already_running": "yes"})
    await conversation.submit({"problem_seen": "no"})
    conversation = restart(conversation)
    asked = plain(await conversation.say("/register"))
    shown = form(await conversation.press("Continue"))
    await fill(conversation, INVOICES)
    conversation = restart(conversation)
    done = plain(await conversation.press("register.confirm"))

    assert "You have an unfinished registration: **Invoice reader**" in asked
    assert shown.title == "What it does"
    assert "**SOL-0001** is registered: Invoice reader" in done


async def test_a_form_that_was_open_is_submitted_after_a_restart(
    conversation: Conversation, restart: Restart
) -> None:
    """The page need not be loaded again."""
    await conversation.say("/register Invoice reader")
    conversation = restart(conversation)
    reply = await conversation.submit({"purpose": "Reads invoices", "already_running": "no"})

    assert form(reply).title == "What it does"


async def test_the_conversation_goes_on_after_a_restart(
    conversation: Conversation, restart: Restart
) -> None:
    """What is typed next is the answer to the question that was open."""
    await conversation.say("/register Invoice reader")
    await conversation.press("register.talk")
    conversation = restart(conversation)
    second = plain(await conversation.say("It reads invoices"))
    conversation = restart(conversation)
    await conversation.say("/register")
    third = plain(await conversation.press("Continue"))

    assert "Who is your backup owner?" in second
    assert third == second


async def test_a_confirmation_again_after_a_restart_finds_the_record(
    conversation: Conversation, restart: Restart
) -> None:
    """The reply was lost with the process; the record was not."""
    await conversation.say("/register Invoice reader")
    await fill(conversation, INVOICES)
    button = conversation.button("register.confirm")
    await conversation.do(Pressed(button.action, button.value))
    conversation = restart(conversation)
    again = plain(await conversation.do(Pressed(button.action, button.value)))

    assert "**SOL-0001** was already registered" in again
