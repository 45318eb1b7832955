"""What the page of a case shows first, and what each person is offered there, as conversations."""

from collections.abc import Mapping
from datetime import timedelta

from governance import Person, ReviewStep, Role
from handlers.form import Form, Value
from handlers.reply import Reply
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
    plain,
)
from tests.fixtures.databases import Register
from tests.handlers.registering import HARMLESS, INVOICES, fill, hand_in_evidence, register

HIRING: Mapping[str, Value] = {
    **HARMLESS,
    "name": "Letter sorter",
    "purpose": "Sorts the letters that reach our office in Jakarta by what they are about.",
    "area": ("people",),
    "affects_person": "yes",
    "backup": LINH.email,
}
"""Tier high, and Human Resources decides too."""


async def open_case(conversation: Conversation, number: int = 1, *, as_: Someone = ARUN) -> Reply:
    """Open a case."""
    return await conversation.do(Pressed("review.open", str(number)), as_)


def offered(reply: Reply) -> set[str]:
    """Name what can be pressed in a reply."""
    return {button.action for button in buttons(reply)}


async def change(conversation: Conversation, answers: Mapping[str, Value]) -> Reply:
    """Let Ben change every answer of SOL-0001, and save it."""
    await conversation.do(Pressed("register.revise", "SOL-0001"))
    pages = [
        each for each in buttons(conversation.last[BEN.email]) if each.action == "register.change"
    ]
    for page in pages:
        shown = await conversation.do(Pressed(page.action, page.value))
        forms = [block for block in shown.blocks if isinstance(block, Form)]
        asked = {field.name: answers[field.name] for form in forms for field in form.fields}
        await conversation.submit(asked)
        await fill(conversation, answers)
    return await conversation.press("Save the changes")


async def test_what_is_missing_is_shown_first(conversation: Conversation) -> None:
    """Each requirement with its state and its proof; before anything else but the head."""
    await register(conversation, INVOICES)
    before = plain(await open_case(conversation))
    await hand_in_evidence(conversation)
    after = plain(await open_case(conversation))

    assert before.index("What is asked for") < before.index("Who decides")
    assert "Open · needed before an approval" in before
    assert "Before an approval, this is still needed: " in before
    assert "There · https://proof.example/" in after
    assert "still needed" not in after


async def test_what_a_tier_demands_is_needed_before_an_approval(
    conversation: Conversation,
) -> None:
    """By name: of every reviewed tier a note and a backup owner, of a high one plans as well."""
    await register(conversation, {**INVOICES, "backup": ""})
    await register(conversation, {**HIRING, "backup": ""}, as_=MEI)
    limited, high = plain(await open_case(conversation)), plain(await open_case(conversation, 2))

    for case in (limited, high):
        needed = case.partition("this is still needed: ")[2].partition("\n")[0]
        assert "User note" in needed
        assert "A named backup owner" in needed
        assert ("Plan for the human check" in needed) == (case is high)


async def test_an_approval_with_something_missing_is_neither_offered_nor_done(
    conversation: Conversation,
) -> None:
    """An old button is answered with what is missing; only a lead may go on, with a reason."""
    await register(conversation, INVOICES)
    case = await open_case(conversation)
    key = conversation.button("review.asking", as_=ARUN).value
    forged = await conversation.do(Submitted("review.approve", key, {"comment": ""}), ARUN)
    anyway = await conversation.do(Submitted("review.override", key, {"comment": "Mine."}), ARUN)
    lead = await open_case(conversation, as_=MEI)

    assert not offered(case) & {"review.approving", "review.overriding"}
    for reply in (forged, anyway):
        assert plain(reply).startswith("Before an approval, this is still needed: ")
    assert "review.overriding" in offered(lead)
    assert "review.approving" not in offered(lead)
    assert await conversation.received(BEN) == []


async def test_a_lead_approves_anyway_and_the_reason_stays(conversation: Conversation) -> None:
    """At each requirement, for whoever opens the case, and for the maker."""
    await register(conversation, INVOICES)
    await open_case(conversation, as_=MEI)
    asked = plain(await conversation.press("Approve anyway", as_=MEI))
    empty = plain(await conversation.submit({}, as_=MEI))
    done = plain(await conversation.submit({"comment": "The audit is on Friday."}, as_=MEI))
    case = plain(await open_case(conversation))
    (told,) = await conversation.received(BEN)

    assert "Before an approval, this is still needed: " in asked
    assert "! Please fill this in." in empty
    assert "SOL-0001 is approved" in done
    assert "Mei Tan approved without it: The audit is on Friday." in case
    assert "The audit is on Friday." in plain(told)
    async with conversation.database.reading() as records:
        entries = [each.action for each in await records.audit.list_for("SOL-0001")]
    assert {"review.overridden", "requirement.waived", "review.approved"} <= set(entries)


async def test_conditions_become_requirements_with_a_date(conversation: Conversation) -> None:
    """One on each line; the owner and the backup owner are told until when."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
    await open_case(conversation)
    await conversation.press("Approve", as_=ARUN)
    answers = {"conditions": "Check ten a week.\n\nName who checks.", "until": "14"}
    await conversation.submit(answers, as_=ARUN)
    case = plain(await open_case(conversation))
    for someone in (BEN, LINH):
        told = plain((await conversation.received(someone))[-1])
        assert "Conditions, to be met until Mon 16 Mar 2026" in told
        assert "- Check ten a week.\n- Name who checks." in told

    assert "Condition: Check ten a week.: Open · due Mon 16 Mar 2026" in case
    assert "Condition: Name who checks.: Open" in case


async def test_what_changed_is_shown_as_before_and_after(conversation: Conversation) -> None:
    """In the words of the questions."""
    await register(conversation, INVOICES)
    await change(conversation, {**INVOICES, "purpose": "Pays suppliers.", "human_check": "samples"})
    case = plain(await open_case(conversation))

    assert "What changed since version 1" in case
    assert "Reads supplier invoices. → Pays suppliers." in case
    assert "Nobody checks → A person checks samples" in case


async def test_less_care_waits_for_a_person_and_the_page_says_why(
    conversation: Conversation,
) -> None:
    """It says what it is held against, and can be approved by whoever looked."""
    await register(conversation, HIRING)
    await change(conversation, {**HARMLESS, "backup": LINH.email})
    case = await open_case(conversation)
    said = plain(case)

    assert "asks for less care than SOL-0001 v1 (High). Until you decide, High holds." in said
    assert "Tier: High" in said
    assert "Off switch that was tried: Open · needed before an approval" in said
    assert "Still to decide: A reviewer, Human Resources" in said
    assert "What changed since version 1" in said


async def test_answers_that_ask_for_more_while_they_are_changed_ask_more_people(
    conversation: Conversation,
) -> None:
    """What was sent back as a higher tier is reviewed as that, by whoever asked for changes too."""
    await register(conversation, INVOICES)
    await open_case(conversation)
    await conversation.press("review.asking", as_=ARUN)
    await conversation.submit({"comment": "Is it about applicants?"}, as_=ARUN)
    await change(conversation, {**INVOICES, **HIRING, "already_running": "no"})
    await conversation.do(Pressed("solutions.send-back", "SOL-0001"))
    said = plain(await open_case(conversation))

    assert "Tier: High" in said
    assert "Still to decide: A reviewer, Human Resources" in said
    assert "Arun Pillai" in said


async def test_a_second_record_is_shown_beside_the_first(conversation: Conversation) -> None:
    """What was rejected and what looks like it: tier, state, purpose, and where they differ."""
    await register(conversation, HIRING)
    await open_case(conversation)
    await conversation.press("Reject", as_=ARUN)
    await conversation.submit({"comment": "It ranks.", "way": "Sort by hand."}, as_=ARUN)
    second = {**HARMLESS, "purpose": HIRING["purpose"], "name": HIRING["name"]}
    await register(conversation, second)
    case = await open_case(conversation, 2)
    said = plain(case)

    assert "asks for less care than SOL-0001 v1 (High)" in said
    assert said.index("SOL-0002 v1 · Letter sorter") < said.index("SOL-0001 v1 · Letter sorter")
    assert "Tier: Minimal\nWaiting for a reviewer" in said
    assert "Tier: High\nNot approved" in said


async def test_what_a_case_has_come_to_resemble_is_shown_before_an_approval(
    conversation: Conversation,
) -> None:
    """The second record asks for more care than the first, which somebody is about to approve."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
    await open_case(conversation)
    await conversation.press("Approve", as_=ARUN)
    await register(conversation, {**INVOICES, "area": ("money",), "name": "Reader of invoices"})
    shown = plain(await conversation.submit({"comment": ""}, as_=ARUN))
    again = await open_case(conversation)

    assert shown.startswith("This has changed since you looked, so nothing was decided.")
    assert "asks for less care than SOL-0002 v1 (High). Until you decide, High holds." in shown
    assert "SOL-0002 v1 · Reader of invoices" in shown
    assert "Off switch that was tried: Open · needed before an approval" in plain(again)
    assert "review.approving" not in offered(again)


async def test_several_decide_and_the_case_says_whose_turn_it_is(
    conversation: Conversation,
) -> None:
    """Whoever did their part is offered no approval again; the maker hears of each part."""
    await register(conversation, HIRING)
    await hand_in_evidence(conversation)
    before = plain(await open_case(conversation))
    await conversation.press("Approve", as_=ARUN)
    part = plain(await conversation.submit({"comment": "Fine by me."}, as_=ARUN))
    told = plain((await conversation.received(BEN))[-1])
    again = await open_case(conversation)
    queue = plain(await conversation.say("/review", as_=ARUN))
    await open_case(conversation, as_=MEI)
    await conversation.press("Approve", as_=MEI)
    done = plain(await conversation.submit({"comment": ""}, as_=MEI))

    assert "Still to decide: A reviewer, Human Resources" in before
    assert "A reviewer: Asked, until " in before
    assert "Your part of SOL-0001 is approved. Still to decide: Human Resources." in part
    assert "Still to decide: Human Resources." in told
    assert "A reviewer: Approved by Arun Pillai, " in plain(again)
    assert "review.approving" not in offered(again)
    assert queue == "No review waits for you."
    assert "SOL-0001 is approved" in done


async def test_whoever_has_a_stake_is_offered_no_decision(conversation: Conversation) -> None:
    """The backup owner reads and comments; so does a mentor who was booked about it."""
    await register(conversation, {**INVOICES, "backup": NATTAYA.email})
    case = await open_case(conversation, as_=NATTAYA)
    own = await register(conversation, INVOICES, as_=ARUN)
    mine = await open_case(conversation, 2)

    assert own.about
    for reply in (case, mine):
        assert "You can read this and comment on it. Others decide about it." in plain(reply)
        decisions = {"review.take", "review.approving", "review.asking", "review.rejecting"}
        assert not offered(reply) & decisions
        assert "review.commenting" in offered(reply)


async def test_a_lead_only_case_offers_a_reviewer_no_decision(conversation: Conversation) -> None:
    """It is the lead's."""
    await register(conversation, {**HARMLESS, "observes": ("watch",)})
    case = await open_case(conversation)

    assert "Others decide about it." in plain(case)
    assert not offered(case) & {"review.take", "review.asking", "review.rejecting"}


async def test_many_cases_come_in_pages(
    conversation: Conversation, register: Register, ben: Person
) -> None:
    """Twenty-five at a time, with a button for the others."""
    for _ in range(27):
        solution = await register(ben, data=("internal",))
        due_at = conversation.at + timedelta(days=3)
        async with conversation.database.transaction() as records:
            await records.reviews.request(
                solution, role=Role.REVIEWER, due_at=due_at, by=ben, at=conversation.at
            )
    first = await conversation.say("/review", as_=ARUN)
    rest = await conversation.press("Show the other 2", as_=ARUN)

    assert sum(button.action == "review.open" for button in buttons(first)) == 25
    assert sum(button.action == "review.open" for button in buttons(rest)) == 2
    assert "27 reviews wait" in plain(first)


async def test_an_approval_waits_for_the_makers_training(conversation: Conversation) -> None:
    """What is registered before it is done is approved after it; nothing else holds it up."""
    await register(conversation, INVOICES)
    pending = {}
    for step in ("before", "trained", "all"):
        if step == "trained":
            for module in conversation.assistant.policy.tier("limited").training:
                await conversation.do(Pressed("training.done", module))
        if step == "all":
            await hand_in_evidence(conversation)
        pending[step] = await open_case(conversation)

    assert "Training: Our rules and your data: Open · needed before an approval" in plain(
        pending["before"]
    )
    assert "Training: Our rules and your data: There" in plain(pending["trained"])
    assert "review.approving" not in offered(pending["trained"])
    assert "review.approving" in offered(pending["all"])


async def test_nobody_is_told_before_it_is_their_turn(conversation: Conversation) -> None:
    """Where Human Resources decides after a reviewer, they hear of it when that one has."""
    policy = conversation.assistant.policy
    hr = next(each for each in policy.titles if each.id == "human-resources")
    after = ReviewStep(by="human-resources", working_days=5, in_order=True)
    tiers = tuple(
        tier.model_copy(
            update={
                "review": tier.review.model_copy(
                    update={"steps": (ReviewStep(by="reviewer", working_days=10), after)}
                )
            }
        )
        if tier.id == "high" and tier.review
        else tier
        for tier in policy.tiers
    )
    held_by_sari = hr.model_copy(update={"holders": (SARI.email,)})
    titles = tuple(held_by_sari if each is hr else each for each in policy.titles)
    conversation.assistant.policy = policy.model_copy(update={"tiers": tiers, "titles": titles})
    await register(conversation, HIRING)
    await hand_in_evidence(conversation)
    early = await conversation.received(SARI)
    await open_case(conversation)
    await conversation.press("Approve", as_=ARUN)
    await conversation.submit({"comment": "Fine by me."}, as_=ARUN)
    [told] = await conversation.received(SARI)

    assert early == []
    assert "SOL-0001" in plain(told)
    assert "review.open" in offered(told)
