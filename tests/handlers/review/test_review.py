"""Reviewing, as conversations between makers and reviewers."""

import asyncio
from datetime import timedelta

import pytest

from handlers.form import Form, Value
from handlers.reply import Card, Notice, Reply, Text
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    LINH,
    MEI,
    NATTAYA,
    SARI,
    Conversation,
    Someone,
    buttons,
    form,
    plain,
)
from tests.fixtures.databases import Run
from tests.handlers.registering import HARMLESS, INVOICES, WATCHING, hand_in_evidence, register


async def decide(
    conversation: Conversation, action: str, comment: str, *, as_: Someone = ARUN
) -> Reply:
    """Open the first review, and decide it with a comment, which is the way forward, too."""
    await conversation.say("/review", as_=as_)
    await conversation.press("review.open", as_=as_)
    await conversation.press(action, as_=as_)
    return await conversation.submit({"comment": comment, "way": comment}, as_=as_)


async def change(conversation: Conversation, values: dict[str, Value]) -> Reply:
    """Let Ben change the first step of his SOL-0001, and save it."""
    await conversation.do(Pressed("register.revise", "SOL-0001"))
    await conversation.press("register.change")
    await conversation.submit(values)
    return await conversation.press("Save the changes")


async def test_only_reviewers_review(conversation: Conversation) -> None:
    """Others are told where their own solutions are."""
    said = plain(await conversation.say("/review"))

    assert said == (
        "No review asks you to sign anything off now. `/review` is for reviewers and governance "
        "leads, and for whoever a review asks to sign off; you are told when that is you. "
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


async def test_a_lead_sees_what_is_late_and_takes_it_over(conversation: Conversation) -> None:
    """Nobody has to chase a reviewer who does not come to it."""
    await register(conversation, INVOICES)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    conversation.wait(timedelta(days=5))
    late = plain(await conversation.say("/review", as_=MEI))
    await conversation.do(Pressed("review.open", "1"), MEI)
    taken = plain(await conversation.press("Take it over from Arun Pillai", as_=MEI))

    assert "Overdue" in late
    assert "SOL-0001" in late
    assert "You have it now" in taken


async def test_the_case_shows_all_that_a_decision_needs(conversation: Conversation) -> None:
    """Answers, tier, rules with clauses."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
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
    await hand_in_evidence(conversation, as_=SARI)
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
    about, task, *_ = [each for each in buttons(summary) if each.action == "register.change"]
    await conversation.do(Pressed(about.action, about.value))
    await conversation.submit({"problem_seen": "yes"})
    await conversation.do(Pressed(task.action, task.value))
    await conversation.submit({"human_check": "samples"})
    saved = plain(await conversation.press("Save the changes"))
    still_waiting = plain(await conversation.say("/review", as_=ARUN))
    sent = plain(await conversation.do(Pressed("solutions.send-back", "SOL-0001")))
    await conversation.say("/review", as_=ARUN)
    case = plain(await conversation.press("review.open", as_=ARUN))

    assert "Please let somebody check samples." in plain(told)
    assert waiting == "No review waits for you."
    assert "Changes asked for" in state
    assert "[Change my answers]" in state
    assert "Saved, and not sent yet" in saved
    assert still_waiting == "No review waits for you."
    assert "**SOL-0001** is back with Arun Pillai" in sent
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
    half = form(await conversation.submit({"comment": "Finance runs one already."}, as_=ARUN))
    await conversation.submit({"way": "Join theirs."}, as_=ARUN)
    (told,) = await conversation.received(BEN)

    assert refused.fields[0].error == "Please fill this in."
    assert "was not approved by Arun Pillai" in plain(told)
    assert half.fields[1].error == "Please fill this in."
    assert "Arun Pillai says: Finance runs one already." in plain(told)
    assert "Possible instead: Join theirs." in plain(told)
    assert [button.action for button in buttons(told)] == ["solutions.open", "office-hours.start"]
    assert "Not approved" in plain(await conversation.say("/solutions"))


async def test_who_comes_second_is_told_who_was_faster(conversation: Conversation) -> None:
    """Nothing is decided twice, and the maker is told once."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
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
    await hand_in_evidence(conversation)
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
    await hand_in_evidence(conversation)
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
    said = plain(await conversation.do(Submitted("review.reject", "1", {"comment": "No."}), ARUN))

    assert "SOL-0001" in plain(await conversation.say("/review", as_=MEI))
    assert plain(await conversation.say("/review", as_=ARUN)) == "No review waits for you."
    assert said.startswith("Only somebody with the reviewer's role for this")


@pytest.mark.parametrize("value", ["99", "x", "", "1e3", "9" * 2000])
async def test_a_review_that_is_not_there_is_refused_in_words(
    conversation: Conversation, value: str
) -> None:
    """Whatever an old button says."""
    said = plain(await conversation.do(Pressed("review.open", value), ARUN))

    assert said.startswith("That review is no longer here.")


async def test_what_nobody_builds_cannot_be_approved(conversation: Conversation) -> None:
    """There is no button for it, and a forged one decides nothing."""
    await register(conversation, WATCHING)
    await conversation.say("/review", as_=MEI)
    case = await conversation.press("review.open", as_=MEI)
    key = conversation.button("review.rejecting", as_=MEI).value
    opened = plain(await conversation.do(Pressed("review.approving", key), MEI))
    forged = plain(await conversation.do(Submitted("review.approve", key, {"comment": ""}), MEI))

    assert "review.approving" not in [button.action for button in buttons(case)]
    assert "there is nothing to approve" in plain(case)
    assert "it cannot be approved. Nothing was decided." in opened
    assert "it cannot be approved. Nothing was decided." in forged
    assert await conversation.received(BEN) == []
    assert "Waiting for a reviewer" in plain(await conversation.say("/solutions"))


async def test_what_was_migrated_is_not_approved_by_an_old_button(
    conversation: Conversation, run: Run
) -> None:
    """Records of before outcomes were stored say "tier" of what nobody builds."""
    await register(conversation, WATCHING)
    await run("UPDATE solution_versions SET outcome = 'tier'")
    await conversation.say("/review", as_=MEI)
    case = await conversation.press("review.open", as_=MEI)
    key = conversation.button("review.rejecting", as_=MEI).value
    said = [
        plain(await conversation.do(Submitted(f"review.{each}", key, {"comment": "Yes."}), MEI))
        for each in ("approve", "override")
    ]

    assert {"review.approving", "review.overriding"}.isdisjoint(
        button.action for button in buttons(case)
    )
    assert all("it cannot be approved. Nothing was decided." in each for each in said)
    assert "Waiting for a reviewer" in plain(await conversation.say("/solutions"))


async def test_what_nobody_builds_is_rejected_with_how_to_stop_it(
    conversation: Conversation,
) -> None:
    """The form asks for it."""
    await register(conversation, WATCHING)
    await conversation.say("/review", as_=MEI)
    await conversation.press("review.open", as_=MEI)
    asked = form(await conversation.press("Reject", as_=MEI))
    await conversation.submit({"comment": "Switch it off today.", "way": "Ask them."}, as_=MEI)
    (told,) = await conversation.received(BEN)

    assert "Say how to stop it" in asked.fields[0].hint
    assert "Switch it off today." in plain(told)


async def test_answers_nobody_looked_at_are_not_approved(conversation: Conversation) -> None:
    """The maker changed them while the form was open: the case is shown again."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
    await conversation.say("/review", as_=ARUN)
    await conversation.press("review.open", as_=ARUN)
    await conversation.press("Approve", as_=ARUN)
    await change(conversation, {"purpose": "Pays supplier invoices."})
    again = await conversation.submit({"comment": ""}, as_=ARUN)
    told = await conversation.received(BEN)
    await conversation.press("Approve", as_=ARUN, reply=again)
    done = plain(await conversation.submit({"comment": ""}, as_=ARUN))

    assert plain(again).startswith("This has changed since you looked, so nothing was decided.")
    assert "Pays supplier invoices." in plain(again)
    assert told == []
    assert "SOL-0001 is approved" in done


async def test_a_case_that_changed_is_looked_at_again_before_deciding(
    conversation: Conversation,
) -> None:
    """Also when the maker was faster than the button."""
    await register(conversation, INVOICES)
    await conversation.say("/review", as_=ARUN)
    await conversation.press("review.open", as_=ARUN)
    await change(conversation, {"purpose": "Pays supplier invoices."})
    said = plain(await conversation.press("Reject", as_=ARUN))

    assert said.startswith("This has changed since you looked, so nothing was decided.")


async def test_taking_a_case_does_not_change_what_was_looked_at(
    conversation: Conversation,
) -> None:
    """Only the maker's words do."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
    await conversation.say("/review", as_=ARUN)
    await conversation.press("review.open", as_=ARUN)
    shown = form(await conversation.press("Approve", as_=ARUN))
    await conversation.do(Pressed("review.take", "1"), ARUN)
    done = plain(await conversation.do(Submitted(shown.action, shown.key, {"comment": ""}), ARUN))

    assert "SOL-0001 is approved" in done


async def test_a_case_is_taken_over_and_who_had_it_is_told(conversation: Conversation) -> None:
    """A colleague on leave holds nobody up."""
    await register(conversation, INVOICES)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    await conversation.do(Pressed("review.open", "1"), NATTAYA)
    taken = plain(await conversation.press("Take it over from Arun Pillai", as_=NATTAYA))
    told = plain((await conversation.received(ARUN))[-1])

    assert "You have it now" in taken
    assert "Who has it: Nattaya Srisuk" in taken
    assert told.startswith("Nattaya Srisuk has taken over the review of **SOL-0001** from you.")


async def test_a_case_somebody_took_meanwhile_is_not_taken_from_them(
    conversation: Conversation,
) -> None:
    """A button that still said nobody has it."""
    await register(conversation, INVOICES)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    said = plain(await conversation.do(Pressed("review.take", "1"), NATTAYA))

    assert said.startswith("Somebody was faster, so nothing was changed.")


async def test_a_case_is_given_back(conversation: Conversation) -> None:
    """It waits for everybody again; only who has it gives it back."""
    await register(conversation, INVOICES)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    refused = plain(await conversation.do(Pressed("review.return", "1"), NATTAYA))
    await conversation.do(Pressed("review.open", "1"), ARUN)
    given = plain(await conversation.press("Give it back", as_=ARUN))

    assert "nothing was changed" in refused
    assert "It waits for another reviewer now." in given
    assert "Who has it: Waiting for a reviewer" in given
    assert "[Take it]" in given


async def test_what_was_said_in_earlier_reviews_stays(conversation: Conversation) -> None:
    """Oldest first, for the reviewer and for the maker."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
    await decide(conversation, "Approve", "Good as a pilot.")
    await change(conversation, {"purpose": "Pays supplier invoices."})
    await decide(conversation, "Ask for changes", "Who pays?")
    case = plain(await conversation.do(Pressed("review.open", "2"), NATTAYA))
    mine = plain(await conversation.say("/solutions SOL-0001"))

    for said in (case, mine):
        assert 0 < said.index("Good as a pilot.") < said.index("Who pays?")


MARKED = "# Big\n![x](http://x.example/y.png) [here](http://x.example) <http://x.example>\n1. **a**"
"""What would be a heading, a picture, links and a list."""


def drawn(reply: Reply) -> str:
    """Read only what a channel draws as Markdown; facts are characters anyway."""
    blocks = (block for block in reply.blocks if isinstance(block, Text | Notice | Card))
    return "\n".join(block.markdown for block in blocks)


async def test_nothing_a_maker_types_is_drawn_in_a_reviewers_case(
    conversation: Conversation,
) -> None:
    """Neither in the request, nor in the case, nor in what was said."""
    await register(conversation, {**INVOICES, "purpose": MARKED})
    asked = (await conversation.received(ARUN))[0]
    await decide(conversation, "Ask for changes", MARKED)
    (told,) = await conversation.received(BEN)
    case = await conversation.do(Pressed("review.open", "1"), NATTAYA)

    for reply in (asked, case, told):
        said = drawn(reply)
        assert r"\[here\](http://x.example) \<http://x.example\>" in said
        assert "[here]" not in said
        assert r"1\. \*\*a\*\*" in said
    assert r"\# Big" in drawn(asked)


async def test_the_same_answers_once_more_ask_for_no_review(conversation: Conversation) -> None:
    """What is approved stays approved, and the draft is closed."""
    await register(conversation, {**HARMLESS, "human_check": "none", "backup": LINH.email})
    await hand_in_evidence(conversation)
    await decide(conversation, "Approve", "")
    asked = len(await conversation.received(ARUN))
    await conversation.do(Pressed("register.revise", "SOL-0001"))
    said = plain(await conversation.press("Save the changes"))

    assert "These are the answers **SOL-0001** already has" in said
    assert len(await conversation.received(ARUN)) == asked
    assert "Approved" in plain(await conversation.say("/solutions"))
    assert "were already saved" in plain(
        await conversation.do(Pressed("register.save", "SOL-0001.x"))
    )
