"""Ways around a decision by who presses the button, as conversations.

What each must end with is in ``trying``: nothing approved that nobody approved, an entry, and a
word to whoever must know.
"""

import pytest

from governance import Role
from handlers.turn import Pressed, Submitted
from tests.fixtures.conversation import ARUN, BEN, LINH, MEI, NATTAYA, SARI, Conversation, Someone
from tests.handlers.attempts.gaming import (
    RANKER,
    coach,
    decide,
    deciding,
    hand_over,
    send_in,
    trying,
)
from tests.handlers.registering import HARMLESS, hand_in_evidence
from tests.handlers.review.test_review_case import HIRING

TRIED = "that is somebody else's to make. Nothing was decided."
"""What whoever decides reads when somebody else pressed a decision."""


async def waiting(talk: Conversation, *, as_: Someone = BEN, backup: Someone = LINH) -> None:
    """Have the CV ranker wait for a review, with all that it needs."""
    await send_in(talk, {**RANKER, "backup": backup.email}, as_=as_)
    await hand_in_evidence(talk, as_=as_)


async def test_a_reviewers_own_case(conversation: Conversation) -> None:
    """21: Whoever decides instead, and the lead, hear that they tried."""
    await waiting(conversation, as_=ARUN)
    told = {ARUN: "somebody else has to review it", NATTAYA: TRIED, MEI: TRIED}
    async with trying(conversation, "attempt.refused", told=told):
        for verb in ("approve", "override", "reject"):
            await decide(conversation, verb, as_=ARUN)
        await conversation.do(Pressed("review.take", "1"), ARUN)


async def test_a_maker_presses_the_reviewers_button(conversation: Conversation) -> None:
    """22: A card that hung where everybody sees it is nobody's key."""
    await waiting(conversation)
    told = {BEN: "for reviewers and governance leads", ARUN: TRIED, MEI: TRIED}
    async with trying(conversation, "attempt.refused", told=told):
        await decide(conversation, as_=BEN)


@pytest.mark.parametrize("part", ["backup owner", "coach", "asked to take over"])
async def test_a_reviewer_with_a_part_in_it(conversation: Conversation, part: str) -> None:
    """23: The backup owner, the coach, and whoever it is offered to; by no way of deciding."""
    await waiting(conversation, backup=NATTAYA if part == "backup owner" else LINH)
    if part == "coach":
        await coach(conversation)
    if part == "asked to take over":
        offer = Submitted("solutions.offer", "SOL-0001", {"person": NATTAYA.email})
        await conversation.do(offer)
    told = {NATTAYA: "You are too close to SOL-0001", ARUN: TRIED, MEI: TRIED}
    async with trying(conversation, "attempt.refused", told=told):
        for verb in ("approve", "override", "ask"):
            await decide(conversation, verb, as_=NATTAYA)


async def test_handed_to_a_friend_and_approved_by_its_maker(conversation: Conversation) -> None:
    """24: To have given it away makes nobody a stranger to it."""
    await waiting(conversation, as_=ARUN)
    told = {ARUN: "You are too close to SOL-0001", MEI: TRIED, LINH: "is the owner of"}
    async with trying(conversation, "solution.handed_over", "attempt.refused", told=told):
        await hand_over(conversation, ARUN, BEN)
        await decide(conversation, as_=ARUN)


@pytest.mark.parametrize("verb", ["backup", "offer"])
async def test_the_strict_reviewer_is_made_a_friend(conversation: Conversation, verb: str) -> None:
    """25: Who may take the case now is told, and by whom it was freed; nothing is decided by it."""
    await waiting(conversation)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    told = {NATTAYA: "its review waits for somebody else", ARUN: "SOL-0001"}
    async with trying(conversation, "review.given_back", "attempt.refused", told=told):
        named = Submitted(f"solutions.{verb}", "SOL-0001", {"person": ARUN.email})
        await conversation.do(named)
        await decide(conversation, "reject", as_=ARUN)


async def test_a_case_is_given_to_whoever_will_say_yes(conversation: Conversation) -> None:
    """26: By nobody but who has it, and to nobody with a part in it."""
    await waiting(conversation, backup=NATTAYA)
    await conversation.do(Pressed("review.take", "1"), ARUN)
    sari, nattaya = await conversation.person(SARI), await conversation.person(NATTAYA)
    async with trying(conversation, "attempt.refused", told={ARUN: "Give SOL-0001 to somebody"}):
        for friend in (sari, nattaya):
            give = Submitted("review.give", "1", {"to": str(friend.id)})
            await conversation.do(give, ARUN)
    told = {ARUN: TRIED, MEI: TRIED, NATTAYA: "Only somebody with the reviewer's role"}
    mei = await conversation.person(MEI)
    async with trying(conversation, "attempt.refused", told=told):
        await conversation.do(Submitted("review.give", "1", {"to": str(mei.id)}), NATTAYA)


async def test_one_person_takes_two_steps(conversation: Conversation) -> None:
    """27: Of two decisions a reviewer makes one; the other is somebody else's."""
    await send_in(conversation, HIRING)
    await hand_in_evidence(conversation)
    await decide(conversation)
    told = {ARUN: "Still to decide: Human Resources"}
    async with trying(conversation, "attempt.refused", told=told):
        await decide(conversation)


async def test_an_approval_goes_on_without_what_is_missing(conversation: Conversation) -> None:
    """28: Of nobody but a lead, whatever reason a reviewer writes."""
    await send_in(conversation, RANKER)
    async with trying(conversation, "attempt.refused", told={ARUN: "this is still needed"}):
        for verb in ("approve", "override"):
            await decide(conversation, verb)


async def test_an_appeal_to_whoever_said_no(conversation: Conversation) -> None:
    """29: Not when they have become a lead since, either."""
    await waiting(conversation)
    await decide(conversation, "reject")
    await conversation.do(Submitted("solutions.appeal", "SOL-0001", {"text": "Please look."}))
    arun = await conversation.person(ARUN)
    async with conversation.database.transaction() as records:
        await records.people.grant(arun, Role.LEAD, by=None, at=conversation.at)
    told = {ARUN: "You are too close to SOL-0001", MEI: TRIED}
    async with trying(conversation, "attempt.refused", told=told):
        for verb in ("approve", "override"):
            await decide(conversation, verb, 2)


async def test_a_pause_is_undone_by_who_was_paused(conversation: Conversation) -> None:
    """30: Whoever ordered it hears that somebody tried, and it stays paused."""
    await send_in(conversation, HARMLESS)
    await conversation.do(Submitted("solutions.pause", "SOL-0001", {"text": "A worry"}), ARUN)
    told, first = {ARUN: "tried to change something"}, frozenset({"SOL-0001 v1"})
    async with trying(conversation, "attempt.refused", told=told, approved=first):
        await conversation.do(Pressed("solutions.resume", "SOL-0001"))


async def test_somebody_elses_record(conversation: Conversation) -> None:
    """31: Whoever owns it hears of the first try that day."""
    await waiting(conversation)
    told = {SARI: "hanya untuk peninjau", BEN: "tried to change something"}
    async with trying(conversation, "attempt.refused", told=told):
        await conversation.do(Pressed("solutions.withdraw", "SOL-0001"), SARI)
        await conversation.do(Pressed("solutions.retire", "SOL-0001"), SARI)
        key = (await deciding(conversation)).key
        await conversation.do(Submitted("review.approve", key, {"comment": ""}), SARI)

    assert len(await conversation.received(BEN)) == 1
