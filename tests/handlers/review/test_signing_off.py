"""Whoever a review asks to sign off, with or without a role, as conversations."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from governance import Policy, Role, Title
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
    form,
    plain,
)
from tests.handlers.attempts.gaming import coach, decide, send_in
from tests.handlers.registering import hand_in_evidence
from tests.handlers.review.kinds_of_cases import KIM, LARGE, TUAN, with_experts
from tests.handlers.review.test_review_case import offered, open_case

NOBODY_ASKS = {
    "en": "No review asks you to sign anything off now.",
    "id": "Saat ini tidak ada tinjauan yang meminta persetujuan Anda.",
    "th": "ตอนนี้ไม่มีการตรวจสอบใดที่รอให้คุณลงความเห็น",
    "vi": "Hiện không có hồ sơ nào chờ bạn ký duyệt.",
}
"""What `/review` tells whoever has nothing to decide, in each language."""


def with_title(policy: Policy, **changes: object) -> Policy:
    """Let Human Resources be held otherwise."""
    titles: tuple[Title, ...] = tuple(
        each.model_copy(update=changes) if each.id == "human-resources" else each
        for each in policy.titles
    )
    return policy.model_copy(update={"titles": titles})


def without_asks(policy: Policy) -> Policy:
    """Let no rule ask anybody any more."""
    rules = tuple(each.model_copy(update={"asks": ()}) for each in policy.rules)
    return policy.model_copy(update={"rules": rules})


async def send_in_large(talk: Conversation, policy: Policy) -> None:
    """Have a case wait for a reviewer and for Human Resources."""
    talk.assistant = replace(talk.assistant, policy=policy)
    await send_in(talk, LARGE)
    await hand_in_evidence(talk)


async def test_a_mentor_who_is_asked_decides_their_step(conversation: Conversation) -> None:
    """By a title that mentors hold: listed, opened and approved by the buttons of `/review`."""
    mentors = with_title(conversation.assistant.policy, role="mentor", holders=())
    await send_in_large(conversation, mentors)
    queue = plain(await conversation.say("/review", as_=LINH))
    await conversation.press("review.open", as_=LINH)
    await conversation.press("review.approving", as_=LINH)
    done = plain(await conversation.submit({"comment": "Fair to people."}, as_=LINH))

    assert "SOL-0001" in queue
    assert "Your part of SOL-0001 is approved." in done


@pytest.mark.parametrize("someone", [TUAN, SARI], ids=["expert", "backup"])
async def test_an_open_step_outlives_the_rule_that_asked_for_it(
    conversation: Conversation, someone: Someone
) -> None:
    """Whose step it is decides it, also when no rule asks such people today; nobody else does."""
    policy = with_experts(conversation.assistant.policy)
    await send_in_large(conversation, policy)
    conversation.assistant = replace(conversation.assistant, policy=without_asks(policy))
    queue = plain(await conversation.say("/review", as_=someone))
    if someone is SARI:
        assert NOBODY_ASKS["id"] in queue
        return
    case = await conversation.press("review.open", as_=TUAN)
    await conversation.press("review.approving", as_=TUAN)
    done = plain(await conversation.submit({"comment": ""}, as_=TUAN))

    assert {"review.take", "review.approving", "review.asking"} <= offered(case)
    assert "Your part of SOL-0001 is approved." in done


@pytest.mark.parametrize("locale", sorted(NOBODY_ASKS))
async def test_whoever_is_asked_nothing_is_told_so(conversation: Conversation, locale: str) -> None:
    """A mentor, in words: why the list is empty, when it will not be, and where to go."""
    mentor = replace(LINH, email=f"{locale}@selat.example", locale=locale)
    said = plain(await conversation.say("/review", as_=mentor))

    assert NOBODY_ASKS[locale] in said
    assert "`/solutions`" in said


async def test_a_part_is_given_to_another_who_holds_it(conversation: Conversation) -> None:
    """By who has the case: an expert away lets the other one, or a reviewer, go on with it."""
    kim = await conversation.person(KIM)
    await send_in_large(conversation, with_experts(conversation.assistant.policy))
    await conversation.do(Pressed("review.take", "1"), TUAN)
    await open_case(conversation, as_=TUAN)
    asked = form(await conversation.press("review.giving", as_=TUAN)).fields[0]
    names = str(getattr(asked, "choices", ()))
    done = plain(await conversation.submit({"to": str(kim.id)}, as_=TUAN))
    told = (await conversation.received(KIM))[-1]
    case = await conversation.press("review.open", reply=told, as_=KIM)
    part = await decide(conversation, as_=KIM)

    assert all(each.name in names for each in (KIM, ARUN, NATTAYA, MEI))
    assert not any(each.name in names for each in (TUAN, BEN, SARI))
    assert "Kim Lau" in done
    assert "review.approving" in offered(case)
    assert "Your part of SOL-0001 is approved." in part


async def test_a_case_is_given_only_to_who_has_something_to_decide(
    conversation: Conversation,
) -> None:
    """Not to whoever did their part, nor to a coach; what is left is an expert's, or a lead's."""
    await send_in_large(conversation, with_experts(conversation.assistant.policy))
    await conversation.person(KIM)
    await coach(conversation, NATTAYA, BEN)
    await decide(conversation, as_=ARUN)
    await conversation.do(Pressed("review.take", "1"), TUAN)
    await open_case(conversation, as_=TUAN)
    asked = form(await conversation.press("review.giving", as_=TUAN)).fields[0]
    arun = await conversation.person(ARUN)
    again = plain(await conversation.do(Submitted("review.give", "1", {"to": str(arun.id)}), TUAN))

    names = [choice.label.partition(" (")[0] for choice in getattr(asked, "choices", ())]
    assert sorted(names) == [KIM.name, MEI.name]
    assert "Give SOL-0001 to somebody" in again


async def test_nothing_is_given_where_nobody_else_may_have_it(conversation: Conversation) -> None:
    """The button is not there."""
    only: Mapping[str, object] = {"role": None, "holders": (TUAN.email,)}
    await send_in_large(conversation, with_title(conversation.assistant.policy, **only))
    await decide(conversation, as_=ARUN)
    await conversation.do(Pressed("review.take", "1"), TUAN)
    lead = await conversation.person(MEI)
    async with conversation.database.transaction() as records:
        await records.people.revoke(lead, Role.LEAD, by=None, at=conversation.at)
    case = await open_case(conversation, as_=TUAN)

    assert "review.return" in offered(case)
    assert "review.giving" not in offered(case)


async def test_a_case_from_before_the_rules_asks_whom_they_ask_now(
    conversation: Conversation,
) -> None:
    """The page says so; the first approval asks them, and nothing is approved without them."""
    policy = with_experts(conversation.assistant.policy)
    await conversation.person(TUAN)
    await send_in_large(conversation, without_asks(policy))
    conversation.assistant = replace(conversation.assistant, policy=policy)
    case = plain(await open_case(conversation))
    maker = plain(await conversation.say("/solutions SOL-0001"))
    first = await decide(conversation)
    told = (await conversation.received(TUAN))[-1]
    page = await conversation.press("review.open", reply=told, as_=TUAN)
    last = await decide(conversation, as_=TUAN)

    assert "This was asked for under earlier rules. Today's rules ask Human Resources" in case
    assert "Still to decide: A reviewer, Human Resources" in case
    assert "Human Resources" in maker
    assert "Your part of SOL-0001 is approved." in first
    assert "review.approving" in offered(page)
    assert "earlier rules" not in plain(page)
    assert "SOL-0001 is approved" in last
    async with conversation.database.reading() as records:
        noted = [each.action for each in await records.audit.list_for("SOL-0001")]
    assert "review.steps_added" in noted
