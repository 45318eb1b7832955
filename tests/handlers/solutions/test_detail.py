"""A solution's page: its versions, the care that holds, what is missing and who is next."""

from datetime import UTC, datetime, timedelta

from governance import Condition, Registration, assess
from handlers.reply import Card, Reply
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    LINH,
    SARI,
    Conversation,
    buttons,
    form,
    plain,
)
from tests.handlers.registering import HARMLESS, INVOICES, hand_in_evidence, register
from tests.handlers.solutions.test_solutions import change


async def approve(conversation: Conversation, *conditions: str, number: int = 1) -> None:
    """Hand in what is needed, and let Arun approve the review, perhaps with conditions."""
    await hand_in_evidence(conversation)
    arun = await conversation.person(ARUN)
    due_at = conversation.at + timedelta(days=14)
    async with conversation.database.transaction() as records:
        await records.decisions.approve(
            number,
            policy=conversation.assistant.policy,
            by=arun,
            at=conversation.at,
            conditions=[Condition(each, due_at) for each in conditions],
        )


def card(reply: Reply, title: str) -> Card:
    """Find the card with a title."""
    return next(each for each in reply.blocks if isinstance(each, Card) and title in each.title)


async def test_the_live_version_is_shown_beside_the_new_one(conversation: Conversation) -> None:
    """The old one may keep running; the new one waits for whom, until when."""
    await register(conversation, INVOICES)
    await approve(conversation)
    saved = await change(conversation, {"name": "Bill reader"})
    shown = plain(await conversation.say("/solutions SOL-0001"))
    said = (
        "Version 1 (“Invoice reader”) is approved and may keep running. "
        "Version 2 waits for a reviewer until Thu 5 Mar 2026, 17:00 Singapore."
    )

    assert said in saved
    assert said in shown
    assert "SOL-0001 · Bill reader" in shown
    assert "Version: 2, of Mon 2 Mar 2026" in shown
    assert "Runs: Yes" in shown


async def test_what_is_paused_is_not_said_to_run(conversation: Conversation) -> None:
    """An approved version beside a new one stays approved, and waits while it is paused."""
    await register(conversation, INVOICES)
    await approve(conversation)
    await change(conversation, {"name": "Bill reader"})
    await conversation.do(Submitted("solutions.pause", "SOL-0001", {"text": "A worry"}), ARUN)
    shown = await conversation.say("/solutions SOL-0001")
    offered = [button.action for button in buttons(shown)]

    assert "(“Invoice reader”) is approved, but nothing may run while it is paused." in plain(shown)
    assert "may keep running" not in plain(shown)
    assert offered.count("solutions.evidence") == 1


async def test_the_tier_that_holds_is_named_and_why(conversation: Conversation) -> None:
    """Never the lower one beside "approved": what was asked for before holds until then."""
    await register(conversation, INVOICES)
    await conversation.say("/solutions SOL-0001")
    summary = await conversation.press("Change my answers")
    steps = [each for each in buttons(summary) if each.action == "register.change"]
    await conversation.do(Pressed(steps[1].action, steps[1].value))
    await conversation.submit({"human_check": "every"})
    saved = plain(await conversation.press("Save the changes"))
    shown = await conversation.say("/solutions SOL-0001")

    assert "Tier: Limited" in saved
    assert "Tier: Minimal" not in saved
    assert dict(card(shown, "SOL-0001").facts)["Tier"] == "Limited"
    assert (
        "This asks for less care than before (SOL-0001 v1), so a person looks first; until then "
        "tier Limited holds."
    ) in plain(shown)


async def test_what_is_missing_comes_first_with_what_helps(conversation: Conversation) -> None:
    """And what is there is said; home never says that there is nothing to do meanwhile."""
    await register(conversation, {**INVOICES, "backup": ""})
    shown = await conversation.say("/solutions SOL-0001")
    needed = card(shown, "What is needed next")
    home = plain(await conversation.say("/home"))
    await conversation.do(Submitted("solutions.backup", "SOL-0001", {"person": SARI.email}))
    later = card(await conversation.say("/solutions SOL-0001"), "What is needed next")

    assert needed.markdown.startswith("- Test record: ")
    assert [button.action for button in needed.buttons] == [
        "solutions.evidence",
        "solutions.backing",
        "training.start",
    ]
    assert needed.status == "6 things are missing"
    assert "Next step: Still missing: Test record, and 5 more things." in home
    assert "Nothing for you to do" not in home
    assert "There already: A named backup owner" in later.markdown


async def test_nothing_to_do_is_said_when_nothing_is_missing(conversation: Conversation) -> None:
    """Then the maker waits."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
    ben = await conversation.person(BEN)
    async with conversation.database.transaction() as records:
        for module in ("what-ai-can-do", "our-rules", "testing"):
            await records.training.complete(ben, module, at=conversation.at)
    home = plain(await conversation.say("/home"))

    assert "Next step: Nothing for you to do; you will be told." in home


async def test_a_condition_is_met_in_words(conversation: Conversation) -> None:
    """Until its day it is on the page and at home; the reviewer and the backup owner hear."""
    await register(conversation, INVOICES)
    await approve(conversation, "Test it with scans")
    shown = await conversation.say("/solutions SOL-0001")
    needed = card(shown, "What is needed next")
    asked = form(await conversation.press("I have done this"))
    done = plain(await conversation.submit({"text": "Twenty scans, all right."}))
    later = card(await conversation.say("/solutions SOL-0001"), "What is needed next")

    assert "Condition: Test it with scans · by Mon 16 Mar 2026" in needed.markdown
    assert asked.fields[0].hint == "Test it with scans"
    assert "a condition of **SOL-0001** is met" in done
    assert "Test it with scans" in later.markdown.partition("There already: ")[2]
    for someone in (ARUN, LINH):
        told = plain((await conversation.received(someone))[-1])
        assert "Ben Ong has met a condition of **SOL-0001**" in told
        assert "Ben Ong says: Twenty scans, all right." in told


async def test_nobody_else_meets_a_condition(conversation: Conversation) -> None:
    """Not the reviewer; and no requirement of another kind or solution is met like that."""
    await register(conversation, INVOICES)
    await approve(conversation, "Test it with scans")
    await conversation.say("/solutions SOL-0001")
    value = conversation.button("solutions.meeting").value
    theirs = await conversation.do(Submitted("solutions.met", value, {"text": "x"}), ARUN)
    other = await conversation.do(Submitted("solutions.met", "SOL-0001.1", {"text": "x"}))

    assert plain(theirs).startswith("Only the owner of SOL-0001 can do that.")
    assert "I know of no solution" in plain(other)
    assert "[I have done this]" in plain(await conversation.say("/solutions SOL-0001"))


async def test_versions_are_shown_with_who_decided(conversation: Conversation) -> None:
    """The newest first, a page at a time, to whoever may read the solution."""
    await register(conversation, INVOICES)
    await approve(conversation)
    for number in range(5):
        await change(conversation, {"name": f"Bill reader {number}"})
    await conversation.say("/solutions SOL-0001")
    first = plain(await conversation.press("Versions"))
    last = plain(await conversation.press("Older ones"))
    stranger = plain(await conversation.do(Pressed("solutions.versions", "SOL-0001"), SARI))

    assert "**SOL-0001 has 6 versions**" in first
    assert first.index("Version 6 · Bill reader 4") < first.index("Version 2 · Bill reader 0")
    assert "What changed: What do you call it?" in first
    assert "Version 1 · Invoice reader\nApproved · in use" in last
    assert "Decided by: Arun Pillai, Mon 2 Mar 2026, 20:00 Singapore" in last
    assert "Older ones" not in last
    assert stranger.startswith("SOL-0001 milik Ben Ong.")


async def test_evidence_is_carried_over_by_a_press(conversation: Conversation) -> None:
    """A new version of something decided begins without, and its maker says that it still fits."""
    await register(conversation, INVOICES)
    await approve(conversation)
    await change(conversation, {"name": "Bill reader"})
    before = plain(await conversation.say("/solutions SOL-0001"))
    done = await conversation.press("Use the evidence of the version before")
    after = await conversation.say("/solutions SOL-0001")

    assert "- Test record: " in before
    assert "now has the evidence of the version before" in plain(done)
    assert "- Test record: " not in card(after, "What is needed next").markdown
    assert "solutions.carry-over" not in {button.action for button in buttons(after)}


async def test_evidence_of_a_decision_stays(conversation: Conversation) -> None:
    """Taking it away is not offered, and an old button and an old form are refused in words."""
    await register(conversation, INVOICES)
    await hand_in_evidence(conversation)
    await conversation.say("/solutions SOL-0001")
    [which] = form(await conversation.press("solutions.removing")).fields
    assert which.kind == "choices"
    await approve(conversation)
    page = await conversation.say("/solutions SOL-0001")
    pressed = plain(await conversation.do(Pressed("solutions.removing", "SOL-0001")))
    pieces = {"pieces": (which.choices[0].id,)}
    said = plain(await conversation.do(Submitted("solutions.remove", "SOL-0001", pieces)))

    assert "solutions.removing" not in {button.action for button in buttons(page)}
    assert pressed.startswith("This evidence of SOL-0001 belongs to a decision")
    assert said.startswith("This evidence of SOL-0001 belongs to a decision")


async def test_evidence_counts_until_it_is_to_be_looked_at_again(
    conversation: Conversation,
) -> None:
    """Twelve months in the limited tier; then it is missing, and what is handed in counts anew."""
    await register(conversation, INVOICES)
    await approve(conversation)
    fresh = plain(await conversation.say("/solutions SOL-0001"))
    conversation.wait(timedelta(days=366))
    late = await conversation.say("/solutions SOL-0001")
    ben = await conversation.person(BEN)
    async with conversation.database.transaction() as records:
        solution = await records.registry.get("SOL-0001")
        await records.evidence.add_link(
            solution, "test-record", "https://proof.example/new", by=ben, at=conversation.at
        )
    case = plain(await conversation.do(Pressed("review.open", "1"), ARUN))

    assert "Look at it again: 2 March 2027" in fresh
    assert "Look at it again: due since 2 March 2027" in plain(late)
    assert "- Test record: " in card(late, "What is needed next").markdown
    assert "https://proof.example/new · valid until" in case
    assert "User note: Open" in case


async def test_an_assessment_is_shown_as_it_was_made(conversation: Conversation) -> None:
    """With one line where today's rules differ."""
    ben = await conversation.person(BEN)
    policy = conversation.assistant.policy
    mild = assess(policy, {**HARMLESS, "human_check": "none"})
    answers = {**HARMLESS, "personal_data": "yes", "human_check": "none", "data": ("restricted",)}
    async with conversation.database.transaction() as records:
        await records.registry.register(
            "k1",
            Registration("Menu", "Reads menus.", answers, mild, policy, "old"),
            owner=ben,
            at=conversation.at,
        )
    shown = plain(await conversation.say("/solutions SOL-0001"))

    assert "The rules have changed since: by today's rules the tier would be " in shown
    assert "Tier: Limited" in shown


async def test_who_decides_after_the_reviewer_is_named(conversation: Conversation) -> None:
    """Everybody involved sees who has it, who is next, and by when."""
    answers = {**INVOICES, "area": ("people",)}
    await register(conversation, answers)
    facts = dict(card(await conversation.say("/solutions SOL-0001"), "SOL-0001").facts)

    assert facts["Who has it"] == "Waiting for a reviewer"
    assert facts["After that"] == "Human Resources"
    assert facts["Until"] == "Mon 16 Mar 2026, 17:00 Singapore"


async def test_each_reason_is_kept_with_its_clause_as_it_read(conversation: Conversation) -> None:
    """With the mark of its version; one that reads otherwise today is shown as it was."""
    conversation.at = datetime(2026, 10, 5, 4, tzinfo=UTC)  # the starter handbook is in force
    await register(conversation, INVOICES)
    async with conversation.database.transaction() as records:
        version = (await records.registry.get("SOL-0001")).current
        rules = version.rules
        today = conversation.at.date()
        for rule in rules:
            page, _, anchor = rule["clause"].partition("#")
            handbook = conversation.assistant.handbook
            assert rule["mark"] == handbook.in_force(page, on=today)
            assert rule["text"] == handbook.page(page).section(anchor).text
            assert rule["mark"]
            assert rule["text"]
        version.rules = [{**each, "mark": "before", "text": "Said otherwise."} for each in rules]
    shown = plain(await conversation.say("/solutions SOL-0001"))
    async with conversation.database.transaction() as records:
        version = (await records.registry.get("SOL-0001")).current
        bare = {"clause": "", "mark": "", "because": {}, "sure": True}
        version.rules = [{"id": each["id"], **bare} for each in rules]
    migrated = plain(await conversation.say("/solutions SOL-0001"))

    assert "?version=before#" in shown
    assert "“Said otherwise.”\nas it read when this was registered" in shown
    assert rules[0]["because"]["en"] in migrated
    assert f"/handbook/{rules[0]['clause']}" in migrated
