"""Ways around a decision by saying something else of the same thing, as conversations.

What each must end with is in ``trying``: nothing approved that nobody approved, an entry, and a
word to whoever must know.
"""

import asyncio

import pytest

from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    LINH,
    MEI,
    NATTAYA,
    SARI,
    Conversation,
    plain,
)
from tests.fixtures.databases import Run
from tests.handlers.attempts.gaming import (
    MILD,
    RANKER,
    decide,
    deciding,
    hand_over,
    last_button,
    send_in,
    take_evidence_away,
    trying,
)
from tests.handlers.registering import HARMLESS, WATCHING, hand_in_evidence

HELD = "SOL-0001 v1"
"""What the maker reads where the first version's tier still holds."""

FIRST = frozenset({"SOL-0001 v1"})


async def rejected(talk: Conversation) -> None:
    """Have the CV ranker rejected."""
    await send_in(talk, RANKER)
    await decide(talk, "reject")


async def taken(talk: Conversation) -> None:
    """Have Arun take the CV ranker, with all that it needs."""
    await send_in(talk, RANKER)
    await hand_in_evidence(talk)
    await talk.do(Pressed("review.take", "1"), ARUN)


async def approved(talk: Conversation) -> None:
    """Have Arun approve the CV ranker."""
    await taken(talk)
    await decide(talk)


async def test_answers_lowered_after_a_rejection(conversation: Conversation) -> None:
    """1: The reviewers see it again, and the stricter tier holds."""
    await rejected(conversation)
    told = {ARUN: "SOL-0001", NATTAYA: "SOL-0001", BEN: HELD}
    async with trying(conversation, "solution.revised", "review.requested", told=told):
        await send_in(conversation, MILD, "SOL-0001")


async def test_answers_lowered_during_a_review(conversation: Conversation) -> None:
    """2: Whoever has the case hears of it, and nobody else."""
    await taken(conversation)
    told = {ARUN: "SOL-0001", BEN: HELD}
    async with trying(conversation, "review.version_changed", told=told):
        await send_in(conversation, MILD, "SOL-0001")


async def test_an_old_button_of_what_was_there_before(conversation: Conversation) -> None:
    """3: Whoever presses it is shown what is there now, and decides nothing."""
    await taken(conversation)
    old = [await deciding(conversation, verb) for verb in ("approve", "reject", "ask")]
    told = {ARUN: "This has changed since you looked"}
    async with trying(conversation, "attempt.refused", told=told):
        await send_in(conversation, MILD, "SOL-0001")
        for each in old:
            assert "so nothing was decided" in plain(await conversation.do(each, ARUN))


async def test_answers_lowered_after_an_approval(conversation: Conversation) -> None:
    """4: What was approved stays live, and the rest waits for a person."""
    await approved(conversation)
    told = {ARUN: "SOL-0001", BEN: "v1"}
    async with trying(conversation, "solution.revised", told=told, approved=FIRST):
        await send_in(conversation, MILD, "SOL-0001")


async def test_answers_lowered_and_never_sent_back(conversation: Conversation) -> None:
    """5: Saving is not sending: the maker is told so, and nothing can be approved meanwhile."""
    await taken(conversation)
    await decide(conversation, "ask")
    told = {BEN: "Send it back", ARUN: "You decided this already"}
    async with trying(conversation, "solution.revised", "attempt.refused", told=told):
        await send_in(conversation, MILD, "SOL-0001")
        await decide(conversation)


async def test_answers_lowered_between_asked_and_sent_back(conversation: Conversation) -> None:
    """6: Whoever asked for changes hears that it is back, once, and it holds to what it was."""
    await taken(conversation)
    await decide(conversation, "ask")
    told = {ARUN: "Please look again", BEN: "nothing was changed"}
    async with trying(conversation, "review.sent_back", "attempt.refused", told=told):
        await send_in(conversation, MILD, "SOL-0001")
        for _ in range(2):
            await conversation.do(Pressed("solutions.send-back", "SOL-0001"))


async def test_a_second_record_after_a_rejection(conversation: Conversation) -> None:
    """7: It is shown beside the first, and holds to it."""
    await rejected(conversation)
    told = {ARUN: "SOL-0002", NATTAYA: "SOL-0002", BEN: HELD}
    async with trying(conversation, "review.requested", told=told, reference="SOL-0002"):
        await send_in(conversation, {**MILD, "name": "Ranker of CVs"})


async def test_what_is_forbidden_vanishes_from_nobodys_list(conversation: Conversation) -> None:
    """8: The lead is told that it was taken back, and asked about the second one."""
    await send_in(conversation, WATCHING)
    async with trying(conversation, "solution.withdrawn", told={MEI: "back from the review"}):
        await conversation.do(Pressed("solutions.withdraw", "SOL-0001"))
    told = {MEI: "SOL-0002", BEN: HELD}
    async with trying(conversation, "review.requested", told=told, reference="SOL-0002"):
        await send_in(conversation, {**HARMLESS, "name": "Desk watcher, nicely"})


async def test_a_second_record_after_retiring_the_first(conversation: Conversation) -> None:
    """9: What is out of use still says what it asked for."""
    await taken(conversation)
    async with trying(conversation, "solution.retired", told={ARUN: "has retired"}):
        await conversation.do(Pressed("solutions.retire", "SOL-0001"))
    told = {NATTAYA: "SOL-0002", BEN: HELD}
    async with trying(conversation, "review.requested", told=told, reference="SOL-0002"):
        await send_in(conversation, MILD)


async def test_a_second_record_by_whoever_backs_it_up(conversation: Conversation) -> None:
    """10: Another name on it changes nothing."""
    await rejected(conversation)
    told = {ARUN: "SOL-0002", LINH: HELD}
    async with trying(conversation, "review.requested", told=told, reference="SOL-0002"):
        await send_in(conversation, {**MILD, "backup": BEN.email}, as_=LINH)


async def test_something_harmless_becomes_what_was_rejected(conversation: Conversation) -> None:
    """11: Renaming is registering: the menu's approval is the menu's."""
    await rejected(conversation)
    await send_in(conversation, HARMLESS)
    told, menu = {ARUN: "SOL-0002", BEN: "Menu reader"}, frozenset({"SOL-0002 v1"})
    async with trying(
        conversation, "solution.revised", told=told, approved=menu, reference="SOL-0002"
    ):
        await send_in(conversation, MILD, "SOL-0002")


async def test_what_was_taken_back_is_sent_again_as_less(conversation: Conversation) -> None:
    """12: Taking back is told, and does not count as a decision."""
    await taken(conversation)
    told = {ARUN: "back from the review", NATTAYA: "SOL-0001", BEN: HELD}
    async with trying(conversation, "solution.withdrawn", "review.requested", told=told):
        await conversation.do(Pressed("solutions.withdraw", "SOL-0001"))
        await send_in(conversation, MILD, "SOL-0001")


async def test_an_appeal_is_taken_back_and_the_answers_change(conversation: Conversation) -> None:
    """13: The rejection stands, and the next version holds to it."""
    await rejected(conversation)
    told = {MEI: "appeals against the decision", ARUN: "has appealed", BEN: HELD}
    async with trying(conversation, "review.appealed", "solution.withdrawn", told=told):
        await conversation.do(Submitted("solutions.appeal", "SOL-0001", {"text": "Please look."}))
        await conversation.do(Pressed("solutions.withdraw", "SOL-0001"))
        await send_in(conversation, MILD, "SOL-0001")


async def test_not_sure_becomes_no(conversation: Conversation) -> None:
    """14: Nobody approves what is not known, and to know is for a person to hear."""
    await send_in(conversation, {**RANKER, "affects_person": "not_sure"})
    await hand_in_evidence(conversation)
    async with trying(conversation, "attempt.refused", told={MEI: "Nothing was decided"}):
        for verb in ("approve", "override"):
            await decide(conversation, verb, as_=MEI)
    async with trying(conversation, "solution.revised", told={ARUN: "SOL-0001", BEN: HELD}):
        await send_in(conversation, MILD, "SOL-0001")


@pytest.mark.parametrize("answers", [WATCHING, {**RANKER, "alone": ("pay",)}], ids=["ban", "stop"])
async def test_what_nobody_can_approve(
    conversation: Conversation, run: Run, answers: dict[str, str]
) -> None:
    """15: By no old button of a lead's, also where an earlier release stored it as any other."""
    await send_in(conversation, answers)
    await hand_in_evidence(conversation)
    await run("UPDATE solution_versions SET outcome = 'tier'")
    async with trying(conversation, "attempt.refused", told={MEI: "Nothing was decided"}):
        for verb in ("approve", "override"):
            assert "Nothing was decided" in await decide(conversation, verb, as_=MEI)


async def test_sent_in_five_times_at_once(conversation: Conversation) -> None:
    """16: One record and one review, and each reviewer is asked once."""
    button = await last_button(conversation, RANKER)
    turns = [await conversation.turn(button) for _ in range(5)]
    async with trying(conversation, told={}):
        await asyncio.gather(*map(conversation.assistant.respond, turns))

    ben = await conversation.person(BEN)
    async with conversation.database.reading() as records:
        # PostgreSQL may have given the first number to one that came second, and was refused
        [solution] = await records.registry.list_owned_by(ben)
        entries = await records.audit.list_for(solution.reference)
    actions = [each.action for each in entries]
    assert (actions.count("solution.registered"), actions.count("review.requested")) == (1, 1)
    for someone in (ARUN, NATTAYA):
        [message] = await conversation.received(someone)
        assert solution.reference in plain(message)


async def test_decided_four_times_at_once(conversation: Conversation) -> None:
    """17: One decision is written down, and the maker reads of one; the others hear who won."""
    await taken(conversation)
    no, yes = await deciding(conversation, "reject"), await deciding(conversation)
    twice = [await conversation.turn(no, ARUN) for _ in range(2)]
    late = [await conversation.turn(yes, NATTAYA) for _ in range(2)]
    told = {BEN: "not approved", NATTAYA: "was faster"}
    async with trying(conversation, "review.rejected", "attempt.refused", told=told):
        await asyncio.gather(*map(conversation.assistant.respond, twice))
        await asyncio.gather(*map(conversation.assistant.respond, late))
        await conversation.do(yes, NATTAYA)

    assert len(await conversation.received(BEN)) == 1


async def test_evidence_is_taken_away_before_the_approval(conversation: Conversation) -> None:
    """18: Whoever has the case is told, and nobody approves what is missing."""
    await taken(conversation)
    old = await deciding(conversation)
    told = {ARUN: "has taken evidence of"}
    async with trying(conversation, "solution.evidence_removed", "attempt.refused", told=told):
        await take_evidence_away(conversation)
        for each in (old, await deciding(conversation)):
            assert "this is still needed" in plain(await conversation.do(each, ARUN))


async def test_evidence_is_taken_away_after_the_approval(conversation: Conversation) -> None:
    """19: It stays, and whoever decided hears that somebody tried, once a day."""
    await approved(conversation)
    told = {BEN: "belongs to a decision", ARUN: "tried to change something"}
    async with trying(conversation, "attempt.refused", told=told, approved=FIRST):
        await take_evidence_away(conversation)
        heard = len(await conversation.received(ARUN))
        await take_evidence_away(conversation)

    assert len(await conversation.received(ARUN)) == heard


async def test_handed_to_a_friend_and_back(conversation: Conversation) -> None:
    """20: Each change of hands is told, and the friend's milder words decide nothing."""
    await rejected(conversation)
    milder = {**MILD, "purpose": "Sorts CVs for a job."}
    told = {ARUN: "SOL-0001", LINH: "is the owner of", SARI: "menjadi pemilik"}
    async with trying(conversation, "solution.handed_over", "solution.revised", told=told):
        await hand_over(conversation, BEN, SARI)
        await send_in(conversation, milder, "SOL-0001", as_=SARI)
        await hand_over(conversation, SARI, BEN)
