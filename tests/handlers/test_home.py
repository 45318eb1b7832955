"""The overview of what is mine and what waits for me."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event

from governance import Assessment, Database, Policy, Registration, Review, Role, Solution
from handlers.reply import Card
from tests.fixtures.conversation import ARUN, BEN, MEI, SARI, Conversation, buttons, plain
from tests.handlers.registering import INVOICES, register


@pytest.fixture
async def waiting(conversation: Conversation, database: Database, policy: Policy) -> Review:
    """A review of a solution of Ben's, due in three days."""
    owner = await conversation.person(BEN)
    async with database.transaction() as records:
        solution, _ = await records.registry.register(
            "k1",
            Registration(
                "Invoices", "Reads invoices", {}, Assessment(policy.tier("high"), ()), policy, "1"
            ),
            owner=owner,
            at=conversation.at,
        )
        return await records.reviews.request(
            solution,
            role=Role.REVIEWER,
            due_at=conversation.at + timedelta(days=3),
            by=owner,
            at=conversation.at,
        )


async def test_somebody_who_has_nothing_is_invited(conversation: Conversation) -> None:
    """To register, to talk, to learn."""
    reply = await conversation.say("/home")

    assert [button.action for button in buttons(reply)] == [
        "register.start",
        "office-hours.start",
        "training.start",
    ]


async def test_an_unfinished_registration_waits(conversation: Conversation) -> None:
    """And goes on with one press."""
    await conversation.say("/register")
    said = plain(await conversation.say("/home"))
    reply = await conversation.press("Continue")

    assert "Unfinished registration" in said
    assert "[Continue]" in said
    assert "register." in str(reply)


async def test_my_solutions_have_their_state_and_one_next_step(
    conversation: Conversation, database: Database, policy: Policy
) -> None:
    """In my language."""
    owner = await conversation.person(SARI)
    async with database.transaction() as records:
        await records.registry.register(
            "k1",
            Registration(
                "Menu", "Tells what is for lunch", {}, Assessment(policy.tiers[0], ()), policy, "1"
            ),
            owner=owner,
            at=conversation.at,
        )
    reply = await conversation.say("/home", as_=SARI)
    cards = [block for block in reply.blocks if isinstance(block, Card)]

    assert "**Solusi saya**" in plain(reply)
    assert [(card.title, card.subtitle, len(card.buttons)) for card in cards] == [
        ("Menu", "SOL-0001", 1)
    ]


async def test_reviews_wait_for_reviewers_and_say_when_they_are_late(
    conversation: Conversation, waiting: Review
) -> None:
    """A maker has none."""
    in_time = plain(await conversation.say("/home", as_=ARUN))
    conversation.at = waiting.due_at + timedelta(hours=1)
    late = plain(await conversation.say("/home", as_=ARUN))

    assert "To review: Invoices" in in_time
    assert "Waiting for review" in in_time
    assert "Overdue" in late
    assert "To review" not in plain(await conversation.say("/home", as_=BEN))


@pytest.mark.usefixtures("waiting")
async def test_the_button_of_a_review_opens_it(conversation: Conversation) -> None:
    """One press to the desk."""
    await conversation.say("/home", as_=ARUN)

    assert "Invoices" in plain(await conversation.press("Open the review", as_=ARUN))


async def test_a_question_with_the_team_is_seen_by_both_sides(conversation: Conversation) -> None:
    """The lead can reply, the maker knows that it is there."""
    await conversation.say("Which data may ChatGPT Enterprise see?")
    if "ask.team" not in {button.action for button in buttons(conversation.last[BEN.email])}:
        await conversation.press("ask.unhelpful")
    await conversation.press("ask.team")
    lead = plain(await conversation.say("/home", as_=MEI))
    maker = plain(await conversation.say("/home"))

    assert "A question from Ben Ong" in lead
    assert "[Reply]" in lead
    assert "Your question to the governance team" in maker
    assert "[Reply]" not in maker


async def test_home_is_understood_in_plain_language(conversation: Conversation) -> None:
    """And shown as what it was taken for."""
    said = plain(await conversation.say("ada yang menunggu saya?", as_=SARI))

    assert said.startswith("Saya memahaminya sebagai: **Ringkasan saya**.")


async def test_a_page_of_many_solutions_asks_no_more_than_one_of_a_few(
    conversation: Conversation,
) -> None:
    """Whoever has twenty solutions does not wait twenty times as long."""
    counts = []
    for number in (2, 4):
        while len(await _owned(conversation)) < number:
            name = f"Reader {len(await _owned(conversation))}"
            await register(conversation, {**INVOICES, "name": name, "purpose": f"{name} reads."})
        for page in ("/home", "/solutions"):
            with _statements(conversation) as seen:
                await conversation.say(page)
            counts.append((page, len(seen)))

    assert counts[:2] == counts[2:]


async def _owned(conversation: Conversation) -> tuple[Solution, ...]:
    ben = await conversation.person(BEN)
    async with conversation.database.reading() as records:
        return await records.registry.list_owned_by(ben)


@contextmanager
def _statements(conversation: Conversation) -> Iterator[list[str]]:
    """Collect what is asked of the database meanwhile."""
    seen: list[str] = []
    engine = conversation.database._engines.reading.sync_engine  # noqa: SLF001 - only here is it counted

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)
