"""Cases of every kind, as people bring them about, and everybody who may look at one."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from governance import Policy, ReviewStep, Role
from handlers.form import Value
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
)
from tests.handlers.attempts.gaming import coach, decide, deciding, hand_over, send_in
from tests.handlers.registering import HARMLESS, INVOICES, WATCHING, hand_in_evidence
from tests.handlers.review.test_review_case import HIRING

TUAN = Someone("Tuan Le", "tuan@selat.example", "en", "Asia/Ho_Chi_Minh")
KIM = Someone("Kim Lau", "kim@selat.example", "en", "Asia/Singapore")
MENTOR = Someone("Ploy Suwan", "ploy@selat.example", "en", "Asia/Bangkok", frozenset({Role.MENTOR}))
SECOND_LEAD = Someone(
    "Dewi Lestari", "dewi@selat.example", "en", "Asia/Jakarta", frozenset({Role.LEAD})
)
STRANGER = Someone("Joko Susilo", "joko@selat.example", "en", "Asia/Jakarta")
LOOKING = {
    "owner": BEN,
    "backup": SARI,
    "coach": LINH,
    "reviewer": ARUN,
    "reviewer and mentor": NATTAYA,
    "lead": MEI,
    "second lead": SECOND_LEAD,
    "mentor": MENTOR,
    "expert": TUAN,
    "second expert": KIM,
    "stranger": STRANGER,
}
"""Whoever looks, by what they are to the cases below: owner, backup and coach have a stake."""

ALWAYS = ("owner", "reviewer", "lead")

ALSO: Mapping[str, tuple[str, ...]] = {
    "small": ("backup", "coach", "mentor", "stranger", "reviewer and mentor"),
    "nothing_handed_in": ("backup",),
    "changes_asked": ("backup",),
    "withdrawn": ("backup",),
    "retired": ("backup",),
    "paused": ("backup",),
    "delegated": ("reviewer and mentor",),
    "rejected": ("coach",),
    "conditioned": ("backup", "coach"),
    "appeal_of_a_lead": ("second lead",),
    "appeal_of_a_rejection": ("second lead", "coach"),
    "coached_by_a_reviewer": ("reviewer and mentor",),
    "owned_by_a_reviewer": ("reviewer and mentor",),
}
"""Who else looks at a case, beside experts where some are asked."""


def who_looks(bring_about: Callable[..., object]) -> Mapping[str, Someone]:
    """Say who looks at a case; the same people at many would be shown the same."""
    name = bring_about.__name__
    asked = ("expert", "second expert") if "large" in name or "expert" in name else ()
    return {what: LOOKING[what] for what in (*ALWAYS, *ALSO.get(name, ()), *asked)}


SMALL: Mapping[str, Value] = {**INVOICES, "backup": SARI.email}
LARGE: Mapping[str, Value] = {**HIRING, "backup": SARI.email, "already_running": "no"}
UNSURE: Mapping[str, Value] = {**HARMLESS, "observes": ("not_sure",), "backup": SARI.email}
STOPPED: Mapping[str, Value] = {**SMALL, "personal_account": "yes", "tool": "chatgpt-personal"}


def with_experts(policy: Policy) -> Policy:
    """Let two people without a role hold what Human Resources decides, by address."""
    titles = tuple(
        title.model_copy(update={"holders": (TUAN.email, KIM.email), "role": None})
        if title.id == "human-resources"
        else title
        for title in policy.titles
    )
    return policy.model_copy(update={"titles": titles})


def in_order(policy: Policy) -> Policy:
    """Let the tier high ask a reviewer first, and Human Resources and the leads after that."""
    steps = (
        ReviewStep(by="reviewer", working_days=5),
        ReviewStep(by="human-resources", working_days=8, in_order=True),
        ReviewStep(by="lead", working_days=10, in_order=True),
    )
    tiers = tuple(
        tier.model_copy(update={"review": tier.review.model_copy(update={"steps": steps})})
        if tier.id == "high" and tier.review is not None
        else tier
        for tier in policy.tiers
    )
    return policy.model_copy(update={"tiers": tiers})


async def small(talk: Conversation) -> None:
    """Nothing is missing, and one reviewer decides."""
    await send_in(talk, SMALL)
    await hand_in_evidence(talk)
    await coach(talk, LINH, BEN)


async def nothing_handed_in(talk: Conversation) -> None:
    """All that an approval needs is missing."""
    await send_in(talk, SMALL)


async def in_review(talk: Conversation) -> None:
    """A reviewer has it."""
    await small(talk)
    await talk.do(Pressed("review.take", "1"), ARUN)


async def delegated(talk: Conversation) -> None:
    """A reviewer was given it by the one who had it."""
    await in_review(talk)
    nattaya = await talk.person(NATTAYA)
    await talk.do(Submitted("review.give", "1", {"to": str(nattaya.id)}), ARUN)


async def changes_asked(talk: Conversation) -> None:
    """It is the maker's turn."""
    await small(talk)
    await decide(talk, "ask")


async def rejected(talk: Conversation) -> None:
    """It is over, and may be appealed against."""
    await small(talk)
    await decide(talk, "reject")


async def approved(talk: Conversation) -> None:
    """It runs."""
    await small(talk)
    await decide(talk, "approve")


async def conditioned(talk: Conversation) -> None:
    """It runs, and something is still to be done."""
    await small(talk)
    approve = await deciding(talk)
    values = {**approve.values, "conditions": "Count the misread totals"}
    await talk.do(Submitted(approve.action, approve.key, values), ARUN)


async def withdrawn(talk: Conversation) -> None:
    """Its maker took it back while somebody had it."""
    await in_review(talk)
    await talk.do(Pressed("solutions.withdraw", "SOL-0001"), BEN)


async def retired(talk: Conversation) -> None:
    """It is out of use."""
    await approved(talk)
    await talk.do(Pressed("solutions.retire", "SOL-0001"), BEN)


async def retired_while_it_waits(talk: Conversation) -> None:
    """It is out of use before anybody decided."""
    await in_review(talk)
    await talk.do(Pressed("solutions.retire", "SOL-0001"), BEN)


async def paused(talk: Conversation) -> None:
    """Its owner stopped it."""
    await approved(talk)
    await talk.do(Submitted("solutions.pause", "SOL-0001", {"text": "A worry"}), BEN)


async def paused_in_review(talk: Conversation) -> None:
    """A reviewer stopped it while they had it."""
    await in_review(talk)
    await talk.do(Submitted("review.pause", "1", {"reason": "A worry"}), ARUN)


async def appeal_of_a_rejection(talk: Conversation) -> None:
    """A lead looks again."""
    await rejected(talk)
    await _appeal(talk)


async def appeal_of_changes(talk: Conversation) -> None:
    """A lead looks again at what was asked for."""
    await changes_asked(talk)
    await _appeal(talk)


async def appeal_of_a_condition(talk: Conversation) -> None:
    """A lead may take a condition away."""
    await conditioned(talk)
    await _appeal(talk)


async def appeal_of_a_lead(talk: Conversation) -> None:
    """A lead had rejected it; another one decides."""
    await small(talk)
    await decide(talk, "reject", as_=MEI)
    await _appeal(talk)


async def prohibited(talk: Conversation) -> None:
    """Nobody may approve it, and it is a lead's."""
    await send_in(talk, {**WATCHING, "backup": SARI.email})


async def prohibited_and_appealed(talk: Conversation) -> None:
    """A lead looks again, and may not approve it either."""
    await prohibited(talk)
    await _appeal(talk)


async def on_hold(talk: Conversation) -> None:
    """Nothing is approved until it is known."""
    await send_in(talk, UNSURE)


async def stopped(talk: Conversation) -> None:
    """Its tool may not see such data."""
    await send_in(talk, STOPPED)


async def large(talk: Conversation) -> None:
    """A reviewer decides, and so does an expert."""
    talk.assistant = replace(talk.assistant, policy=with_experts(talk.assistant.policy))
    await send_in(talk, LARGE)
    await hand_in_evidence(talk)


async def large_with_an_expert(talk: Conversation) -> None:
    """The expert has it."""
    await large(talk)
    await talk.do(Pressed("review.take", "1"), TUAN)


async def large_half_approved(talk: Conversation) -> None:
    """The expert is left."""
    await large(talk)
    await decide(talk, "approve")


async def large_approved_by_the_expert(talk: Conversation) -> None:
    """The reviewer is left."""
    await large(talk)
    await decide(talk, "approve", as_=TUAN)


async def large_in_order(talk: Conversation) -> None:
    """A reviewer decides first, then an expert, then a lead."""
    talk.assistant = replace(talk.assistant, policy=in_order(with_experts(talk.assistant.policy)))
    await send_in(talk, LARGE)
    await hand_in_evidence(talk)


async def large_in_order_once_approved(talk: Conversation) -> None:
    """It is the expert's turn."""
    await large_in_order(talk)
    await decide(talk, "approve")


async def changed_after_an_approval(talk: Conversation) -> None:
    """The second version waits, and the first one runs."""
    await approved(talk)
    await send_in(talk, {**SMALL, "purpose": "Reads and files supplier invoices."}, "SOL-0001")


async def lowered_after_a_rejection(talk: Conversation) -> None:
    """The stricter tier holds until somebody decides."""
    await rejected(talk)
    await send_in(talk, {**HARMLESS, "backup": SARI.email}, "SOL-0001")


async def handed_to_a_reviewer(talk: Conversation) -> None:
    """Whoever had the case owns it now; the former owner backs it up no more than before."""
    await in_review(talk)
    await hand_over(talk, BEN, ARUN)


async def offered_to_a_reviewer(talk: Conversation) -> None:
    """Whoever had the case may own it soon."""
    await in_review(talk)
    await talk.do(Submitted("solutions.offer", "SOL-0001", {"person": ARUN.email}), BEN)


async def owned_by_a_reviewer(talk: Conversation) -> None:
    """It is their own."""
    await send_in(talk, SMALL, as_=NATTAYA)
    await hand_in_evidence(talk, as_=NATTAYA)


async def owned_by_a_lead(talk: Conversation) -> None:
    """It is their own."""
    await send_in(talk, SMALL, as_=MEI)
    await hand_in_evidence(talk, as_=MEI)


async def owned_by_an_expert(talk: Conversation) -> None:
    """It is their own."""
    talk.assistant = replace(talk.assistant, policy=with_experts(talk.assistant.policy))
    await send_in(talk, LARGE, as_=TUAN)
    await hand_in_evidence(talk, as_=TUAN)


async def backed_up_by_an_expert(talk: Conversation) -> None:
    """One of the two who could sign it off looks after it."""
    talk.assistant = replace(talk.assistant, policy=with_experts(talk.assistant.policy))
    await send_in(talk, {**LARGE, "backup": TUAN.email})
    await hand_in_evidence(talk)


async def coached_by_a_reviewer(talk: Conversation) -> None:
    """A reviewer was booked about it."""
    await small(talk)
    await coach(talk, NATTAYA, BEN)


async def hurried(talk: Conversation) -> None:
    """Its maker asked for the urgent lane."""
    await small(talk)
    await talk.do(Submitted("solutions.hurry", "SOL-0001", {"text": "A fair on Monday"}), BEN)


async def _appeal(talk: Conversation) -> None:
    await talk.do(Submitted("solutions.appeal", "SOL-0001", {"text": "Please look again."}), BEN)


CASES: tuple[Callable[[Conversation], Awaitable[None]], ...] = (
    small,
    nothing_handed_in,
    in_review,
    delegated,
    changes_asked,
    rejected,
    approved,
    conditioned,
    withdrawn,
    retired,
    retired_while_it_waits,
    paused,
    paused_in_review,
    appeal_of_a_rejection,
    appeal_of_changes,
    appeal_of_a_condition,
    appeal_of_a_lead,
    prohibited,
    prohibited_and_appealed,
    on_hold,
    stopped,
    large,
    large_with_an_expert,
    large_half_approved,
    large_approved_by_the_expert,
    large_in_order,
    large_in_order_once_approved,
    changed_after_an_approval,
    lowered_after_a_rejection,
    handed_to_a_reviewer,
    offered_to_a_reviewer,
    owned_by_a_reviewer,
    owned_by_a_lead,
    owned_by_an_expert,
    backed_up_by_an_expert,
    coached_by_a_reviewer,
    hurried,
)
"""Every kind of case, as the last thing that happened to it left it."""
