"""Reviewing, as conversations between makers and reviewers."""

import asyncio
from datetime import timedelta

import pytest

from handlers.form import Form
from handlers.reply import Reply
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    MEI,
    NATTAYA,
    SARI,
    Conversation,
    Someone,
    buttons,
    form,
    plain,
)
from tests.handlers.registering import INVOICES, WATCHING, register


async def decide(
    conversation: Conversation, action: str, comment: str, *, as_: Someone = ARUN
) -> Reply:
    """Open the first review, and decide it with a comment."""
    await conversation.say("/review", as_=as_)
    await conversation.press("review.open", as_=as_)
    await conversation.press(action, as_=as_)
    return await conversation.submit({"comment": comment}, as_=as_)


async def test_only_reviewers_review(conversation: Conversation) -> None:
    """Others are told where their own solutions are."""
    said = plain(await conversation.say("/review"))

    assert said == (
        "`/review` is for reviewers and governance leads. "
        "Your own solutions are under `/solutions`."
    )


async def test_an_empty_queue_says_so(conversation: Conversation) -> None:
    """Silence would be worse."""
    assert plain(await conversation.say("/review", as_=ARUN)) == "No review waits for you."


async def test_the_queue_shows_what_is_due_first(conversation: Conversation) -> None:
    """With tier, owner, holder and date in the reviewer's own zone."""
    await register(conversation, {**INVOICES, "data": ("restricted",)})
    await register(conversation, INVOICES, as_=SARI)
    reply = await conversation.say("/review", as_=ARUN)
    said = plain(reply)

    assert said.index("SOL-0002") < said.index("SOL-0001")
    assert "Tier: Limited" in said
    assert "Who has it: Waiting for a reviewer" in said
    assert "Until: Thu 5 Mar 2026, 18:00 Singapore" in said


async def test_what_is_past_its_date_is_marked(conversation: Conversation) -> None:
    """So that the oldest debt is seen."""
    await register(conversation, INVOICES)
    conversation.wait(timedelta(days=5))

    assert "Overdue" in plain(await conversation.say("/review", as_=ARUN))


async def test_the_case_shows_all_that_a_decision_needs(conversation: Conversation) -> None:
    """Answers, tier, rules with clauses."""
    await register(conversation, INVOICES)
    await conversation.say("/review", as_=ARUN)
    said = plain(await conversation.press("Open", as_=ARUN))

    assert "Reads supplier invoices." in said
    assert "Who checks its results before they are used?: Nobody checks" in said
    assert "Why this tier" in said
    assert "/handbook/" in said
    assert "[Take it] [Approve] [Ask for changes] [Reject]" in said


async def test_who_takes_a_case_is_seen_by_all(conversation: Conversation) -> None:
    """By the other reviewers and by the maker."""
    await register(conversation, INVOICES)
    await conversation.say("/review", as_=ARUN)
    await conversation.press("Open", as_=ARUN)
    taken = plain(await conversation.press("Take it", as_=ARUN))
    others = plain(await conversation.say("/review", as_=NATTAYA))
    mine = plain(await conversation.say("/solutions"))

    assert "You have it now" in taken
    assert "Who has it: Arun Pillai" in others
    assert "Who has it: Arun Pillai" in mine


async def test_an_approval_reaches_the_maker_in_their_language(
    conversation: Conversation,
) -> None:
    """With what to do next; the comment may be left out."""
    await register(conversation, INVOICES, as_=SARI)
    done = plain(await decide(conversation, "Approve", ""))
    (told,) = await conversation.received(SARI)

    assert "SOL-0001 is approved, and Sari Wulandari is being told." in done
    assert "**SOL-0001** (Invoice reader) disetujui oleh Arun Pillai." in plain(told)
    assert "Anda boleh memakainya" in plain(told)
    assert "Disetujui" in plain(await conversation.say("/solutions", as_=SARI))


async def test_changes_need_a_comment(conversation: Conversation) -> None:
    """Said at the field."""
    await register(conversation, INVOICES)
    reply = await decide(conversation, "Ask for changes", " ")

    assert form(reply).fields[0].error == "Please fill this in."
    assert await conversation.received(BEN) == []


async def test_after_changes_the_same_review_goes_on(conversation: Conversation) -> None:
    """The maker changes and resubmits; comments stay; whoever asked is told."""
    await register(conversation, INVOICES)
    await decide(conversation, "Ask for changes", "Please let somebody check samples.")
    (told,) = await conversation.received(BEN)
    waiting = plain(await conversation.say("/review", as_=ARUN))
    state = plain(await conversation.say("/solutions"))
    change = next(button for button in buttons(told) if button.main)
    summary = await conversation.do(Pressed(change.action, change.value))
    step = [button for button in buttons(summary) if button.action == "register.change"][1]
    await conversation.do(Pressed(step.action, step.value))
    await conversation.submit({"human_check": "samples", "problem_seen": "yes"})
    saved = plain(await conversation.press("Save the changes"))
    await conversation.say("/review", as_=ARUN)
    case = plain(await conversation.press("review.open", as_=ARUN))

    assert "Please let somebody check samples." in plain(told)
    assert waiting == "No review waits for you."
    assert "Changes asked for" in state
    assert "[Change my answers]" in state
    assert "Review: Waiting for a reviewer" in saved
    assert "**Arun Pillai**, Mon 2 Mar 2026, 20:00 Singapore: Please let somebody" in case
    assert "A person checks samples" in case
    assert len(await conversation.received(ARUN)) == 2
    assert len(await conversation.received(NATTAYA)) == 1


async def test_a_rejection_needs_a_reason_and_says_what_to_do(
    conversation: Conversation,
) -> None:
    """The maker reads the reason and finds a mentor."""
    await register(conversation, INVOICES)
    refused = form(await decide(conversation, "Reject", ""))
    await conversation.submit({"comment": "Finance runs one already."}, as_=ARUN)
    (told,) = await conversation.received(BEN)

    assert refused.fields[0].error == "Please fill this in."
    assert "was not approved by Arun Pillai" in plain(told)
    assert "Arun Pillai says: Finance runs one already." in plain(told)
    assert [button.action for button in buttons(told)] == ["solutions.open", "office-hours.start"]
    assert "Not approved" in plain(await conversation.say("/solutions"))


async def test_who_comes_second_is_told_who_was_faster(conversation: Conversation) -> None:
    """Nothing is decided twice, and the maker is told once."""
    await register(conversation, INVOICES)
    await conversation.say("/review", as_=NATTAYA)
    await conversation.press("review.open", as_=NATTAYA)
    await conversation.press("Approve", as_=NATTAYA)
    await decide(conversation, "Reject", "No.")
    said = plain(await conversation.submit({"comment": ""}, as_=NATTAYA))

    assert "Arun Pillai was faster: this review is “Not approved”" in said
    assert len(await conversation.received(BEN)) == 1


async def test_two_decisions_at_once_are_one(conversation: Conversation) -> None:
    """Whichever is second is refused in words."""
    await register(conversation, INVOICES)
    forms: list[Form] = []
    for each in (ARUN, NATTAYA):
        await conversation.say("/review", as_=each)
        await conversation.press("review.open", as_=each)
        forms.append(form(await conversation.press("Approve", as_=each)))
    said = [
        plain(reply)
        for reply in await asyncio.gather(
            *(
                conversation.do(Submitted(shown.action, shown.key, {"comment": ""}), each)
                for shown, each in zip(forms, (ARUN, NATTAYA), strict=True)
            )
        )
    ]

    assert sorted("is approved, and Ben Ong" in each for each in said) == [False, True]
    assert sum("othing was changed" in each for each in said) == 1
    assert len(await conversation.received(BEN)) == 1


async def test_the_same_decision_twice_says_so(conversation: Conversation) -> None:
    """A double press is nobody's mistake."""
    await register(conversation, INVOICES)
    await decide(conversation, "Approve", "")
    again = plain(await conversation.do(Submitted("review.approve", "1", {"comment": ""}), ARUN))

    assert "You decided this already: it is “Approved”" in again


async def test_nobody_reviews_their_own(conversation: Conversation) -> None:
    """Not even a reviewer who finds the button."""
    await register(conversation, INVOICES, as_=ARUN)
    queue = plain(await conversation.say("/review", as_=ARUN))
    said = plain(await conversation.do(Submitted("review.approve", "1", {"comment": ""}), ARUN))

    assert queue == "No review waits for you."
    assert said == "This is your own solution, so somebody else has to review it."


async def test_what_waits_for_a_lead_is_the_leads(conversation: Conversation) -> None:
    """A reviewer who finds the button is refused in words."""
    await register(conversation, WATCHING)
    said = plain(await conversation.do(Submitted("review.approve", "1", {"comment": ""}), ARUN))

    assert "SOL-0001" in plain(await conversation.say("/review", as_=MEI))
    assert plain(await conversation.say("/review", as_=ARUN)) == "No review waits for you."
    assert said.startswith("Only somebody with the reviewer's role for this")


@pytest.mark.parametrize("value", ["99", "x", "", "1e3"])
async def test_a_review_that_is_not_there_is_refused_in_words(
    conversation: Conversation, value: str
) -> None:
    """Whatever an old button says."""
    said = plain(await conversation.do(Pressed("review.open", value), ARUN))

    assert said.startswith("That review is no longer here.")
