"""A case has one clock: where a problem shortens it, nobody reads of the longer one."""

import re
from dataclasses import replace

import pytest

from handlers.turn import Pressed
from tests.fixtures.conversation import ARUN, BEN, Conversation, plain
from tests.handlers.ask.test_ask import IN_FORCE
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
