"""Training, week by week."""

from datetime import UTC, datetime

from governance import Assessment, Database, Policy, Registration
from handlers.reply import Card, Sources
from handlers.turn import Pressed
from tests.fixtures.conversation import BEN, SARI, Conversation, plain
from tests.handlers.registering import HARMLESS, register

IN_FORCE = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


async def test_every_module_is_shown_in_its_week(
    conversation: Conversation, policy: Policy
) -> None:
    """With how long it takes and what it is about."""
    reply = await conversation.say("/training")
    cards = [block for block in reply.blocks if isinstance(block, Card)]

    assert [card.title for card in cards] == [module.name.to("en") for module in policy.modules]
    assert all(card.status == "To do" for card in cards)
    assert plain(reply).startswith(f"**0 of {len(policy.modules)} modules done.**")


async def test_every_module_links_to_its_clause(conversation: Conversation, policy: Policy) -> None:
    """Where it can be read."""
    conversation.at = IN_FORCE
    reply = await conversation.say("/training")
    paths = {
        source.path
        for block in reply.blocks
        if isinstance(block, Sources)
        for source in block.sources
    }

    assert paths == {f"/handbook/{module.clause}" for module in policy.modules}


async def test_a_module_is_marked_as_done_once(conversation: Conversation, policy: Policy) -> None:
    """And what comes next is shown."""
    await conversation.say("/training", as_=SARI)
    offered = conversation.last[SARI.email]
    first = plain(await conversation.press("Tandai selesai", as_=SARI))
    again = plain(await conversation.press("Tandai selesai", as_=SARI, reply=offered))

    assert f"Selesai: {policy.modules[0].name.to('id')}." in first
    assert f"1 dari {len(policy.modules)} modul selesai" in first
    assert policy.modules[1].name.to("id") in first
    assert "sudah pernah ditandai selesai" in again


async def test_somebody_who_has_done_everything_is_congratulated(
    conversation: Conversation, policy: Policy
) -> None:
    """There is nothing left to press."""
    for module in policy.modules:
        await conversation.do(Pressed("training.done", module.id))

    said = plain(await conversation.say("/training"))

    assert "Well done!" in said
    assert "[Mark as done]" not in said


async def test_a_module_that_is_gone_cannot_be_done(conversation: Conversation) -> None:
    """An old button may still name it."""
    said = plain(await conversation.do(Pressed("training.done", "knitting")))

    assert said == "This module is no longer part of the training."


async def test_training_says_what_a_solutions_tier_asks_for(
    conversation: Conversation, database: Database, policy: Policy
) -> None:
    """Until it is done."""
    owner = await conversation.person(BEN)
    async with database.transaction() as records:
        await records.registry.register(
            "k1",
            Registration(
                "Menu",
                "Tells what is for lunch",
                {},
                Assessment(policy.tier("limited"), ()),
                policy,
                "1",
            ),
            owner=owner,
            at=conversation.at,
        )
    before = plain(await conversation.say("/training"))
    for module in policy.tier("limited").training:
        await conversation.do(Pressed("training.done", module))
    after = plain(await conversation.say("/training"))

    assert "SOL-0001 Menu is in the tier Limited, which asks for: " in before
    assert "SOL-0001" not in after


async def test_a_module_is_due_within_two_weeks_where_nobody_reviews(
    conversation: Conversation,
) -> None:
    """What is approved at once asks its maker to train by then."""
    said = plain(await register(conversation, HARMLESS))

    assert "Training: What AI can and cannot do" in said
    assert "by Mon 16 Mar 2026" in said
