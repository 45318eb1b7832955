"""Whether a solution runs, as conversations: paused in one press, going on, retired."""

import pytest

from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    LINH,
    MEI,
    SARI,
    Conversation,
    Someone,
    buttons,
    plain,
)
from tests.handlers.registering import HARMLESS, INVOICES, register


async def test_an_owner_pauses_with_a_reason_and_goes_on(conversation: Conversation) -> None:
    """Who, since when and why are on the page; everybody whom it concerns is told."""
    await register(conversation, INVOICES)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    ran = plain(await conversation.say("/solutions SOL-0001"))
    await conversation.press("Pause it")
    done = plain(await conversation.submit({"text": "Wrong sums"}))
    paused = plain(await conversation.say("/solutions SOL-0001"))
    await conversation.press("Let it go on")
    runs = plain(await conversation.say("/solutions SOL-0001"))

    assert "**SOL-0001** is paused" in done
    assert "Runs: Paused by Ben Ong since Mon 2 Mar 2026, 20:00 Singapore: Wrong sums" in paused
    assert "[Pause it]" not in paused
    assert "Runs: Yes" in ran
    assert "Runs: Yes" in runs
    for someone in (ARUN, LINH):
        told = [plain(each) for each in await conversation.received(someone)]
        assert "Ben Ong has paused **SOL-0001** (Invoice reader)." in told[-2]
        assert "Ben Ong lets **SOL-0001** (Invoice reader) go on." in told[-1]


async def test_a_reason_is_needed(conversation: Conversation) -> None:
    """It is said at the field, and nothing is paused."""
    await register(conversation, HARMLESS)
    said = plain(await conversation.do(Submitted("solutions.pause", "SOL-0001", {"text": " "})))

    assert "! " in said
    assert "Runs: Yes" in plain(await conversation.say("/solutions SOL-0001"))


@pytest.mark.parametrize("overseer", [ARUN, MEI], ids=lambda each: each.name)
async def test_what_a_reviewer_paused_is_not_the_owners_to_set_going(
    conversation: Conversation, overseer: Someone
) -> None:
    """The page offers them no button for it, and an old one is refused in words."""
    await register(conversation, HARMLESS)
    await conversation.do(Submitted("solutions.pause", "SOL-0001", {"text": "A worry"}), overseer)
    shown = await conversation.say("/solutions SOL-0001")
    refused = plain(await conversation.do(Pressed("solutions.resume", "SOL-0001")))
    await conversation.say("/solutions SOL-0001", as_=overseer)
    went_on = plain(await conversation.press("Let it go on", as_=overseer))

    assert "solutions.resume" not in {button.action for button in buttons(shown)}
    assert refused == "Only the people responsible for it can do that."
    assert "may run again" in went_on


async def test_a_stranger_pauses_nothing_and_an_idea_does_not_run(
    conversation: Conversation,
) -> None:
    """Each is said in words."""
    await register(conversation, HARMLESS)
    await register(conversation, {**INVOICES, "already_running": "no"})
    stranger = await conversation.do(Submitted("solutions.pause", "SOL-0001", {"text": "x"}), SARI)
    idea = await conversation.do(Submitted("solutions.pause", "SOL-0002", {"text": "x"}))

    assert plain(stranger) == "Hanya pemiliknya yang dapat melakukan itu."
    assert plain(idea) == "This does not run yet, so there is nothing to pause."
    assert "Runs: Not yet" in plain(await conversation.say("/solutions SOL-0002"))


async def test_retiring_says_what_is_left_and_tells_who_must_know(
    conversation: Conversation,
) -> None:
    """Once, however often it is pressed."""
    await register(conversation, INVOICES)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    for _ in range(2):
        said = plain(await conversation.do(Pressed("solutions.retire", "SOL-0001")))
    backup = [plain(each) for each in await conversation.received(LINH)]
    reviewer = [plain(each) for each in await conversation.received(ARUN)]

    assert "- Delete its working data and every copy." in said
    assert [("has retired" in each) for each in backup] == [True]
    assert "Ben Ong has retired **SOL-0001** (Invoice reader)." in reviewer[-1]
    assert BEN.name not in plain(await conversation.say("/review", as_=ARUN))


async def test_what_ran_before_a_pause_runs_after_it(conversation: Conversation) -> None:
    """Also while its first review is going on: it may go on running unless it is paused."""
    await register(conversation, INVOICES)
    await conversation.say("/solutions SOL-0001")
    await conversation.press("solutions.pausing")
    await conversation.submit({"text": "Holidays."})
    await conversation.say("/solutions SOL-0001")
    await conversation.press("solutions.resume")
    shown = plain(await conversation.say("/solutions SOL-0001"))

    assert "Runs: Yes" in shown


async def test_a_pilot_is_told_from_what_everybody_uses(conversation: Conversation) -> None:
    """The owner says so and nobody else; a pause keeps it, and it approves nothing."""
    await register(conversation, INVOICES)
    before = plain(await conversation.say("/solutions SOL-0001"))
    said = plain(await conversation.press("It is only a pilot for now"))
    await conversation.say("/solutions SOL-0001")
    await conversation.press("solutions.pausing")
    await conversation.submit({"text": "Holidays."})
    await conversation.say("/solutions SOL-0001")
    await conversation.press("solutions.resume")
    pilot = plain(await conversation.say("/solutions SOL-0001"))
    refused = plain(await conversation.do(Pressed("solutions.roll-out", "SOL-0001"), ARUN))
    await conversation.press("Everybody uses it now")
    after = plain(await conversation.say("/solutions SOL-0001"))
    async with conversation.database.reading() as records:
        actions = [each.action for each in await records.audit.list_for("SOL-0001")]

    assert "**SOL-0001** is noted as a pilot" in said
    assert "Runs: As a pilot" in pilot
    assert "Only" in refused
    assert "Runs: Yes" in after
    assert {"solution.piloted", "solution.rolled_out"} <= set(actions)
    assert [line for line in before.splitlines() if line.startswith("Review:")] == [
        line for line in after.splitlines() if line.startswith("Review:")
    ]


async def test_what_does_not_run_is_no_pilot(conversation: Conversation) -> None:
    """Trying out what waits for its first approval would be a way around it."""
    await register(conversation, {**INVOICES, "already_running": "no"})
    shown = await conversation.say("/solutions SOL-0001")
    refused = plain(await conversation.do(Pressed("solutions.pilot", "SOL-0001")))
    after = plain(await conversation.say("/solutions SOL-0001"))

    assert "solutions.pilot" not in {button.action for button in buttons(shown)}
    assert "noted as a pilot" not in refused
    assert "As a pilot" not in after
