"""What colleagues have built, and telling everybody."""

import pytest

from governance import Assessment, Database, Policy, Registration, Solution
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import BEN, MEI, SARI, Conversation, form, plain


@pytest.fixture
async def approved(conversation: Conversation, database: Database, policy: Policy) -> Solution:
    """A solution of Ben's that needed no review."""
    owner = await conversation.person(BEN)
    async with database.transaction() as records:
        solution, _ = await records.registry.register(
            "k1",
            Registration(
                "Lunch menu",
                "Tells what is for lunch",
                {},
                Assessment(policy.tiers[0], ()),
                policy,
                "1",
            ),
            owner=owner,
            at=conversation.at,
        )
    return solution


async def test_an_empty_showcase_invites(conversation: Conversation) -> None:
    """To be the first."""
    assert "Yours can be the first" in plain(await conversation.say("/showcase"))


async def test_without_an_approved_solution_there_is_nothing_to_share(
    conversation: Conversation,
) -> None:
    """It says when there will be."""
    await conversation.say("/showcase")

    assert "once it is approved" in plain(await conversation.press("showcase.share"))


async def test_a_story_is_read_by_everybody(conversation: Conversation, approved: Solution) -> None:
    """With the name of who tells it."""
    await conversation.say("/showcase")
    shown = form(await conversation.press("showcase.share"))
    await conversation.submit({"story": "No more queues."})
    said = plain(await conversation.say("apa yang sudah dibuat orang lain?", as_=SARI))

    assert shown.fields[0].value == approved.reference
    assert "Lunch menu" in said
    assert "Ben Ong" in said
    assert "No more queues." in said


async def test_a_story_told_again_replaces_the_first(
    conversation: Conversation, approved: Solution
) -> None:
    """A submit that arrives twice tells it once."""
    for story in ("First.", "Second."):
        values = {"solution": approved.reference, "story": story}
        await conversation.do(Submitted("showcase.send", "", values))
    said = plain(await conversation.say("/showcase"))

    assert "Second." in said
    assert "First." not in said


async def test_a_story_needs_words(conversation: Conversation, approved: Solution) -> None:
    """What was chosen stays."""
    values = {"solution": approved.reference, "story": ""}
    again = form(await conversation.do(Submitted("showcase.send", "", values)))

    assert again.fields[0].value == approved.reference
    assert again.fields[1].error == "Please fill this in."


async def test_nobody_shares_what_somebody_else_built(
    conversation: Conversation, approved: Solution
) -> None:
    """Not even a lead."""
    values = {"solution": approved.reference, "story": "Mine!"}
    reply = await conversation.do(Submitted("showcase.send", "", values), MEI)

    assert "Please choose one of the options shown." in plain(reply)


async def test_what_nobody_builds_is_not_shown_to_everybody(
    conversation: Conversation, database: Database, policy: Policy
) -> None:
    """Whoever approved it, and whenever it was told."""
    owner = await conversation.person(BEN)
    prohibited = next(tier for tier in policy.tiers if not tier.allowed)
    async with database.transaction() as records:
        solution, _ = await records.registry.register(
            "k1",
            Registration(
                "Desk watcher",
                "Watches desks",
                {},
                Assessment(prohibited.model_copy(update={"review": None, "allowed": True}), ()),
                policy,
                "1",
            ),
            owner=owner,
            at=conversation.at,
        )
        await records.showcase.share(solution, story="I watch!", by=owner, at=conversation.at)
    shown = plain(await conversation.say("/showcase"))
    offered = plain(await conversation.press("showcase.share"))

    assert "I watch!" not in shown
    assert "you have none yet" in offered


async def test_a_story_is_words_and_nothing_else(
    conversation: Conversation, approved: Solution
) -> None:
    """No mark of a maker means anything on a colleague's page."""
    story = "# Look\n![x](http://x.example/y.png) and [this](http://x.example)"
    values = {"solution": approved.reference, "story": story}
    await conversation.do(Submitted("showcase.send", "", values))
    said = plain(await conversation.say("/showcase", as_=SARI))

    assert r"\# Look" in said
    assert r"!\[x\](http://x.example/y.png) and \[this\](http://x.example)" in said


async def test_a_form_of_the_showcase_is_not_pressed(
    conversation: Conversation, approved: Solution
) -> None:
    """A button with its action shows the form."""
    reply = await conversation.do(Pressed("showcase.send", approved.reference))

    assert form(reply).fields[0].value == approved.reference
