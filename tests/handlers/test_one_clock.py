"""A case has one clock: where a problem shortens it, nobody reads of the longer one."""

import re
from dataclasses import replace
from datetime import datetime

import pytest

from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import ARUN, BEN, Conversation, plain
from tests.handlers.ask.test_ask import IN_FORCE
from tests.handlers.attempts.gaming import decide
from tests.handlers.registering import INVOICES, hand_in_evidence, register

HIGH = {**INVOICES, "problem_seen": "yes", "outside": "yes", "in_vietnam": "no"}
"""It runs, has caused a problem, and its tier would have ten working days."""

TEN = re.compile(r"\b(10|ten|sepuluh|mười)\s+(working days|hari kerja|ngày làm việc)|(10|สิบ)\s*วัน")
"""Ten days, in each language."""


@pytest.mark.parametrize("locale", ["en", "id", "th", "vi"])
async def test_nothing_says_ten_days_beside_three(conversation: Conversation, locale: str) -> None:
    """From the summary to the decision: the maker's page, the case, the list, what each is told."""
    ben, arun = replace(BEN, locale=locale), replace(ARUN, locale=locale)
    conversation.at = IN_FORCE
    await conversation.do(Pressed("home.start"), ben)
    for someone in (ben, arun):
        person = await conversation.person(someone)
        async with conversation.database.transaction() as records:
            await records.people.set_preferences(person, locale=locale, at=conversation.at)
    done = await register(conversation, HIGH, as_=ben)
    await hand_in_evidence(conversation)
    pages = [
        done,
        await conversation.say("/solutions SOL-0001", as_=ben),
        await conversation.say("/home", as_=ben),
        await conversation.say("/review", as_=arun),
        await conversation.do(Pressed("review.open", "1"), arun),
        *await conversation.received(arun),
    ]
    said = "\n".join(map(plain, pages))

    assert re.search(r"\b3\b|tiga|ba ngày|three", plain(done))
    assert not TEN.findall(said), TEN.search(said)


async def test_a_new_clock_is_as_short_as_the_first(conversation: Conversation) -> None:
    """Sent back after changes were asked for, it is due in three working days again."""
    conversation.at = IN_FORCE
    await register(conversation, HIGH)
    first = await find_due(conversation)
    await decide(conversation, "ask")
    back = plain(await conversation.do(Pressed("solutions.send-back", "SOL-0001")))

    assert await find_due(conversation) == first
    assert "SOL-0001" in back


async def test_what_was_urgent_is_urgent_when_it_comes_back(conversation: Conversation) -> None:
    """The lane that the policy allows is not lost by a question."""
    conversation.at = IN_FORCE
    await register(conversation, INVOICES)
    hurry = Submitted("solutions.hurry", "SOL-0001", {"text": "The fair is on Friday."})
    await conversation.do(hurry)
    first = await find_due(conversation)
    await decide(conversation, "ask")
    await conversation.do(Pressed("solutions.send-back", "SOL-0001"))

    assert await find_due(conversation) == first


async def find_due(conversation: Conversation) -> datetime:
    """Read until when the first review is to be decided."""
    async with conversation.database.reading() as records:
        return (await records.reviews.get(1)).due_at
