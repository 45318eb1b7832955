"""The maker's side of the conversation with a reviewer: answered, ticked off, sent back."""

from datetime import timedelta

from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import ARUN, BEN, SARI, Conversation, buttons, plain
from tests.handlers.registering import INVOICES, register


async def asked_for_changes(conversation: Conversation) -> None:
    """Register invoices, and let Arun ask for a change."""
    await register(conversation, INVOICES)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    await conversation.do(Pressed("review.open", "1"), ARUN)
    await conversation.press("review.asking", as_=ARUN)
    await conversation.submit({"comment": "Who checks the sums?"}, as_=ARUN)


async def test_a_comment_is_answered_ticked_off_and_sent_back(
    conversation: Conversation,
) -> None:
    """Saving is not sending, and each reply says which."""
    await asked_for_changes(conversation)
    page = plain(await conversation.say("/solutions SOL-0001"))
    before = len(await conversation.received(ARUN))
    await conversation.press("Answer")
    answered = plain(await conversation.submit({"text": "Linh checks every tenth."}))
    unsent = len(await conversation.received(ARUN))
    await conversation.say("/solutions SOL-0001")
    ticked = plain(await conversation.press("Done"))
    conversation.wait(timedelta(days=1))
    done = plain(await conversation.press("Send it back to the reviewer"))
    case = plain(await conversation.do(Pressed("review.open", "1"), ARUN))
    told = plain((await conversation.received(ARUN))[-1])

    assert "Arun Pillai asks" in page
    assert "Who checks the sums?" in page
    assert "Who has it: Ben Ong" in page
    assert "Your answer about **SOL-0001** is saved." in answered
    assert "This is saved, and not sent yet." in answered
    assert unsent == before
    assert "Ticked off for **SOL-0001**." in ticked
    assert "**SOL-0001** is back with Arun Pillai" in done
    assert "You hear until Fri 6 Mar 2026, 17:00 Singapore" in done
    assert "Linh checks every tenth." in case
    assert "has answered what you asked" in told
    assert "solutions.tick" not in {
        button.action for button in buttons(await conversation.say("/solutions SOL-0001"))
    }


async def test_evidence_that_was_asked_for_offers_to_send_it_back(
    conversation: Conversation,
) -> None:
    """Not only a changed answer gets a case out of "changes asked for"."""
    await asked_for_changes(conversation)
    link = "https://proof.example/tests"
    added = await conversation.do(Submitted("solutions.add", "SOL-0001", {"test-record": (link,)}))
    done = plain(await conversation.press("Send it back to the reviewer"))

    assert "This is saved, and not sent yet." in plain(added)
    assert "**SOL-0001** is back with Arun Pillai" in done
    assert "In review" in plain(await conversation.say("/solutions SOL-0001"))


async def test_an_answer_during_a_review_is_seen_at_once(conversation: Conversation) -> None:
    """And the page says so; the reviewer is told."""
    await asked_for_changes(conversation)
    await conversation.do(Pressed("solutions.send-back", "SOL-0001"))
    await conversation.say("/solutions SOL-0001")
    await conversation.press("Answer")
    said = plain(await conversation.submit({"text": "Linh does."}))
    told = plain((await conversation.received(ARUN))[-1])

    assert "The reviewer sees it now; there is nothing to send." in said
    assert "Ben Ong says: Linh does." in told


async def test_strangers_answer_and_tick_nothing(conversation: Conversation) -> None:
    """By no button of somebody else's; a comment that is not there is no comment."""
    await asked_for_changes(conversation)
    answered = await conversation.do(Submitted("solutions.answer", "1.1", {"text": "x"}), SARI)
    ticked = await conversation.do(Pressed("solutions.tick", "1.1"), SARI)
    nothing = await conversation.do(Pressed("solutions.tick", "1.x"), BEN)

    assert "Hanya pemilik SOL-0001" in plain(answered)
    assert "Hanya pemilik SOL-0001" in plain(ticked)
    assert plain(nothing).startswith("That review is no longer here.")


async def test_an_open_comment_is_shown_once(conversation: Conversation) -> None:
    """Beside its buttons while it is open, and among the others once it is ticked off."""
    await register(conversation, INVOICES)
    arun = await conversation.person(ARUN)
    async with conversation.database.transaction() as records:
        await records.decisions.ask_for_changes(
            1, by=arun, at=conversation.at, comment="Who checks it?"
        )
    before = await conversation.say("/solutions SOL-0001")
    await conversation.press("solutions.tick")
    after = plain(await conversation.say("/solutions SOL-0001"))

    assert plain(before).count("Who checks it?") == 1
    assert after.count("Who checks it?") == 1
