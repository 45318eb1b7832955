"""What a maker asks of a review, as conversations: back, sooner, once more."""

from datetime import timedelta

from governance import Condition
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    MEI,
    SARI,
    Conversation,
    buttons,
    form,
    plain,
)
from tests.handlers.registering import INVOICES, WATCHING, hand_in_evidence, register


async def reject(conversation: Conversation) -> None:
    """Register invoices, and let Arun reject them."""
    await register(conversation, INVOICES)
    arun = await conversation.person(ARUN)
    async with conversation.database.transaction() as records:
        await records.decisions.reject(1, by=arun, at=conversation.at, reason="Nobody checks it.")


async def test_a_version_is_taken_back_and_the_reviewers_hear(conversation: Conversation) -> None:
    """Whoever may take it, or whoever has it; it can be sent in again."""
    await register(conversation, INVOICES)
    await conversation.say("/solutions SOL-0001")
    confirm = conversation.button("Take it back").confirm
    done = plain(await conversation.press("Take it back"))
    shown = plain(await conversation.say("/solutions SOL-0001"))

    assert confirm.startswith("Take SOL-0001 back?")
    assert "is taken back from the review" in done
    assert "Taken back" in shown
    assert "Next step: Change your answers to send it in again." in shown
    assert "has taken **SOL-0001**" in plain((await conversation.received(ARUN))[-1])
    assert plain(await conversation.say("/review", as_=ARUN)) == "No review waits for you."


async def test_taking_a_forbidden_case_back_is_told_to_the_lead(
    conversation: Conversation,
) -> None:
    """It does not vanish from the list unseen."""
    await register(conversation, WATCHING)
    await conversation.do(Pressed("solutions.withdraw", "SOL-0001"))

    assert "has taken **SOL-0001**" in plain((await conversation.received(MEI))[-1])


async def test_an_urgent_case_is_due_sooner(conversation: Conversation) -> None:
    """With the reason that the reviewer reads, once."""
    await register(conversation, INVOICES)
    await conversation.say("/solutions SOL-0001")
    await conversation.press("It is urgent")
    done = plain(await conversation.submit({"text": "The audit is on Wednesday."}))
    told = plain((await conversation.received(ARUN))[-1])
    shown = await conversation.say("/solutions SOL-0001")

    assert "You hear until Tue 3 Mar 2026, 17:00 Singapore" in done
    assert "Ben Ong says: The audit is on Wednesday." in told
    assert "Until: Tue 3 Mar 2026, 17:00 Singapore" in plain(shown)
    assert "solutions.hurrying" not in {button.action for button in buttons(shown)}


async def test_high_has_no_short_cut(conversation: Conversation) -> None:
    """The page offers none, and an old button says so."""
    await register(conversation, {**INVOICES, "area": ("people",)})
    shown = await conversation.say("/solutions SOL-0001")
    said = plain(await conversation.do(Pressed("solutions.hurrying", "SOL-0001")))

    assert "Tier: High" in plain(shown)
    assert "solutions.hurrying" not in {button.action for button in buttons(shown)}
    assert said.startswith("The tier High has no short cut.")


async def test_a_no_is_looked_at_again_by_somebody_else(conversation: Conversation) -> None:
    """The lead, within the days of the policy; who decided is told and does not decide."""
    await reject(conversation)
    await conversation.say("/solutions SOL-0001")
    asked = form(await conversation.press("Ask somebody else to look again"))
    done = plain(await conversation.submit({"text": "A person checks it now."}))
    lead = plain((await conversation.received(MEI))[-1])
    decided = plain((await conversation.received(ARUN))[-1])
    shown = plain(await conversation.say("/solutions SOL-0001"))

    assert "Possible until Mon 30 Mar 2026" in asked.fields[0].hint
    assert "You hear until Mon 9 Mar 2026, 17:00 Singapore" in done
    assert "Ben Ong says: A person checks it now." in lead
    assert "Somebody else decides" in decided
    assert "Who has it: Waiting for the governance lead" in shown
    assert plain(await conversation.say("/review", as_=ARUN)) == "No review waits for you."


async def test_an_appeal_has_its_time(conversation: Conversation) -> None:
    """After it the page offers none, and an old button says so; strangers never appeal."""
    await reject(conversation)
    stranger = await conversation.do(
        Submitted("solutions.appeal", "SOL-0001", {"text": "No!"}), SARI
    )
    conversation.wait(timedelta(days=40))
    shown = await conversation.say("/solutions SOL-0001")
    late = plain(await conversation.do(Submitted("solutions.appeal", "SOL-0001", {"text": "x"})))

    assert "Hanya pemilik SOL-0001" in plain(stranger)
    assert "solutions.appealing" not in {button.action for button in buttons(shown)}
    assert late.startswith("There is nothing to appeal against here, or not any more.")
    assert BEN.name not in plain(await conversation.say("/review", as_=MEI))


async def appeal(conversation: Conversation, text: str) -> str:
    """Let Ben appeal about SOL-0001."""
    await conversation.say("/solutions SOL-0001")
    await conversation.press("Ask somebody else to look again")
    return plain(await conversation.submit({"text": text}))


async def test_changes_that_were_asked_for_are_appealed_against(conversation: Conversation) -> None:
    """The lead looks at it as it is; who asked for them is told and does not decide it."""
    await register(conversation, INVOICES)
    arun = await conversation.person(ARUN)
    async with conversation.database.transaction() as records:
        await records.decisions.ask_for_changes(1, by=arun, at=conversation.at, comment="More.")
    done = await appeal(conversation, "It is all there.")
    shown = plain(await conversation.say("/solutions SOL-0001"))
    decided = plain((await conversation.received(ARUN))[-1])
    queue = plain(await conversation.say("/review", as_=MEI))

    assert "You hear until Mon 9 Mar 2026, 17:00 Singapore" in done
    assert "Ben Ong says: It is all there." in plain((await conversation.received(MEI))[-1])
    assert "Somebody else decides" in decided
    assert "Who has it: Waiting for the governance lead" in shown
    assert "[Ask somebody else to look again]" not in shown
    assert "SOL-0001" in queue
    assert plain(await conversation.say("/review", as_=ARUN)) == "No review waits for you."


async def test_conditions_are_appealed_against(conversation: Conversation) -> None:
    """A lead who did not set them takes one away; the approval stands all the while."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
    arun = await conversation.person(ARUN)
    async with conversation.database.transaction() as records:
        await records.decisions.approve(
            1,
            policy=conversation.assistant.policy,
            by=arun,
            at=conversation.at,
            conditions=[Condition("Count it twice.", conversation.at + timedelta(days=30))],
        )
    theirs = buttons(await conversation.do(Pressed("review.open", "1"), MEI))
    await appeal(conversation, "Once is enough.")
    own = buttons(await conversation.do(Pressed("review.open", "1"), ARUN))
    await conversation.do(Pressed("review.open", "1"), MEI)
    await conversation.press("Take away: Count it twice.", as_=MEI)
    done = plain(await conversation.submit({"reason": "Once will do."}, as_=MEI))
    told = plain((await conversation.received(BEN))[-1])
    shown = plain(await conversation.say("/solutions SOL-0001"))

    assert "review.lifting" not in {each.action for each in (*theirs, *own)}
    assert 'The condition "Count it twice." is taken away' in done
    assert "Mei Tan approved without it: Once will do." in done
    assert "Mei Tan says: Once will do." in told
    assert "Approved" in shown
    assert "[Ask somebody else to look again]" not in shown


async def test_what_the_rules_forbid_is_appealed_against(conversation: Conversation) -> None:
    """The lead looks, who cannot approve it either but can say what would be possible."""
    await register(conversation, WATCHING)
    done = await appeal(conversation, "Nobody is named.")
    shown = plain(await conversation.say("/solutions SOL-0001"))
    case = plain(await conversation.do(Pressed("review.open", "1"), MEI))

    assert "is with the governance lead" in done
    assert "Ben Ong says: Nobody is named." in plain((await conversation.received(MEI))[-1])
    assert "[Ask somebody else to look again]" not in shown
    assert "Nobody is named." in case
    assert "there is nothing to approve" in case
