"""What a maker and a reviewer are told of a stop, of a hold, and of words that say otherwise."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance import Policy, VersionState
from handlers.reply import Sources
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    SARI,
    Conversation,
    buttons,
    plain,
)
from tests.handlers.ask.test_ask import IN_FORCE
from tests.handlers.attempts.gaming import send_in
from tests.handlers.registering import HARMLESS, INVOICES, fill, register

RANKS = {**HARMLESS, "name": "Ranker", "purpose": "Ranks CVs of applicants for our recruiters."}
"""The answers ask for no care, and the words for a lot."""

IN_OTHER_WORDS = {
    "en": (
        "Ranks CVs of applicants for our recruiters.",
        "a person reads them before this is approved",
        "a short wait",
    ),
    "id": ("Mengurutkan CV pelamar kerja.", "ada orang yang membacanya", "cukup menunggu"),
    "th": ("จัดอันดับเรซูเม่ของผู้สมัครงาน", "จึงมีคนอ่านก่อนอนุมัติ", "คุณแค่รอสักครู่"),
    "vi": ("Xếp hạng CV của ứng viên xin việc.", "nên có người đọc trước", "phải chờ một chút"),
}
"""By language: how somebody says the same, and what they are told of why and at what cost."""

PASTED = {**INVOICES, "tool": "make", "data": ("internal", "restricted"), "human_check": "every"}
"""It runs with a tool that may never see the data."""

UNKNOWN = {**HARMLESS, "observes": ("not_sure",)}
"""It could be something that nobody builds."""


async def test_whoever_does_not_know_is_told_what_to_find_out(conversation: Conversation) -> None:
    """From whom and by when, with a mentor's help; and not to stop anything."""
    conversation.at = IN_FORCE
    reply = await register(conversation, UNKNOWN)
    said = plain(reply)

    assert "On hold until this is known" in said
    assert "“Does it do any of these?” Ask: " in said
    assert "Governance lead" in said
    assert re.search(r"Ask: [^,]+(, [^,]+)*, by \w{3} \d+ \w{3} 2026", said)
    assert "office-hours.start" in {button.action for button in buttons(reply)}
    assert "stop it if it already runs" not in said
    assert "Tier: Prohibited" not in said


async def test_nothing_on_hold_can_be_approved(conversation: Conversation) -> None:
    """Neither by a button nor by an old one."""
    await register(conversation, UNKNOWN)
    (told,) = await conversation.received(ARUN)
    case = await conversation.press("Open the review", reply=told, as_=ARUN)

    assert "Nothing can be approved until what is open here is known" in plain(case)
    assert "review.approving" not in {button.action for button in buttons(case)}


async def test_a_stop_names_the_tools_that_may_and_what_to_do(conversation: Conversation) -> None:
    """No approval, no promise that it may go on, and the clause on what has happened."""
    reply = await register(conversation, PASTED)
    said = plain(reply)

    assert "Not like this" in said
    assert "Approved tools that may see this data: Power Platform with AI Builder" in said
    paths = [s.path for b in reply.blocks if isinstance(b, Sources) for s in b.sources]
    assert "/handbook/escalation#when-something-goes-wrong" in paths
    assert "There is no penalty for telling us" in said
    assert "You may keep using it" not in said
    assert "Take the more sensitive data out before the tool sees it. (Internal)" in said
    assert "One reviewer" not in said
    (told,) = await conversation.received(ARUN)
    case = await conversation.press("Open the review", reply=told, as_=ARUN)
    assert "review.approving" not in {button.action for button in buttons(case)}


async def test_the_promise_ends_on_its_day(conversation: Conversation) -> None:
    """Neither at the start nor at the end is it said any longer."""
    conversation.at = datetime(2027, 3, 1, 9, tzinfo=UTC)
    start = plain(await conversation.say("/register"))
    await fill(conversation, INVOICES)
    done = plain(await conversation.press("register.confirm"))

    assert "There is no penalty" not in start + done
    assert "You may keep using it while it is reviewed" in done


async def test_a_problem_shortens_the_one_clock(conversation: Conversation) -> None:
    """Three working days, also where the tier would have ten."""
    answers = {**INVOICES, "problem_seen": "yes", "outside": "yes", "in_vietnam": "no"}
    said = plain(await register(conversation, answers))

    assert "Tier: High" in said
    assert "Review: Waiting for a reviewer, by Thu 5 Mar 2026" in said
    assert "17:00 Singapore. It is running and has caused a problem" in said


async def test_words_that_say_otherwise_are_asked_about_once(conversation: Conversation) -> None:
    """Each answer can be changed or left, before anything is registered."""
    await conversation.say("/register")
    summary = await fill(conversation, RANKS)
    left = await conversation.press("register.stand", reply=summary)
    while "You wrote" in plain(left):
        left = await conversation.press("register.stand", reply=left)

    assert "You wrote “Ranks CVs”" in plain(summary)
    assert "Does it help with any of these?" in plain(summary)
    assert "[Yes, change my answer]" in plain(summary)
    assert "register.confirm" in {button.action for button in buttons(left)}


@pytest.mark.parametrize("locale", sorted(IN_OTHER_WORDS))
async def test_words_that_say_otherwise_wait_for_a_person(
    conversation: Conversation, locale: str
) -> None:
    """Left as they are, they are approved by nobody but a reviewer, who sees them first."""
    purpose, why, cost = IN_OTHER_WORDS[locale]
    maker = replace(BEN, locale=locale)
    reply = await register(conversation, {**RANKS, "purpose": purpose}, as_=maker)
    said = plain(reply)
    assert why in said
    assert cost in said
    async with conversation.database.reading() as records:
        waiting = await records.registry.get("SOL-0001")
    assert (waiting.state, waiting.tier, waiting.live) == (VersionState.WAITING, "minimal", None)
    assert why in plain(await conversation.say("/solutions SOL-0001", as_=maker))
    (told,) = await conversation.received(ARUN)
    case = await conversation.press("Open the review", reply=told, as_=ARUN)
    shown = plain(case)
    assert "It waits for you only because the words and the answers differ" in shown
    assert shown.index("The words and the answers differ") < shown.index("What AI can and cannot")
    await conversation.press("review.approving", reply=case, as_=ARUN)
    await conversation.submit({"comment": "", "conditions": "", "until": "30"}, as_=ARUN)
    async with conversation.database.reading() as records:
        assert (await records.registry.get("SOL-0001")).state is VersionState.APPROVED


async def test_whoever_lets_words_stand_knows_before(conversation: Conversation) -> None:
    """That somebody reads them; whose words and answers agree is told nothing of it."""
    await conversation.say("/register")
    summary = plain(await fill(conversation, RANKS))
    await conversation.say("/register", as_=SARI)
    agreeing = plain(await fill(conversation, HARMLESS, as_=SARI))

    assert "a person reads both before anything is approved" in summary
    assert "a person reads both" not in agreeing


async def test_changed_words_wait_and_what_runs_goes_on(conversation: Conversation) -> None:
    """A live version stays while a person reads what its new words say."""
    await register(conversation, HARMLESS)
    await send_in(conversation, {**HARMLESS, "purpose": RANKS["purpose"]}, "SOL-0001")
    async with conversation.database.reading() as records:
        changed = await records.registry.get("SOL-0001")

    assert (changed.state, changed.tier) == (VersionState.WAITING, "minimal")
    assert changed.live is not None
    assert changed.live.number == 1


async def test_an_answer_is_changed_to_what_the_words_say(conversation: Conversation) -> None:
    """With the tier that follows."""
    await conversation.say("/register")
    reply = await fill(conversation, RANKS)
    while "You wrote" in plain(reply):
        reply = await conversation.press("register.correct", reply=reply)
        reply = await fill(conversation, {**RANKS, "cross_border": "no"})
    said = plain(await conversation.press("register.confirm"))

    assert "Tier: High" in said
    assert "Human Resources" in said


async def test_what_nobody_resolved_is_shown_to_the_reviewer(conversation: Conversation) -> None:
    """And makes no tier by itself."""
    done = plain(await register(conversation, {**RANKS, "users": "more_than_20"}))
    (told,) = await conversation.received(ARUN)
    case = plain(await conversation.press("Open the review", reply=told, as_=ARUN))

    assert "Tier: Limited" in done
    assert "The words and the answers differ" in case
    assert "“Ranks CVs”" in case
    assert "The answer is: None of these." in case


async def test_none_of_these_goes_with_nothing(conversation: Conversation) -> None:
    """Both ticked are refused at the field."""
    await conversation.say("/register")
    reply = await fill(conversation, {**HARMLESS, "area": ("none", "people")})

    assert "Choose this on its own" in plain(reply)


async def test_it_is_said_in_the_language_of_the_person(conversation: Conversation) -> None:
    """A stop and the designs that lead out of it."""
    said = plain(await register(conversation, PASTED, as_=SARI))

    assert "Tidak dengan cara ini" in said
    assert "Keluarkan data yang lebih sensitif sebelum alat melihatnya." in said
    assert "Not like this" not in said


async def test_a_tier_that_is_gone_is_shown_as_it_was_stored(conversation: Conversation) -> None:
    """At home, among one's solutions, on its page and to the reviewer."""
    await register(conversation, INVOICES)
    tiers = [t.model_dump() for t in conversation.assistant.policy.tiers]
    renamed = [{**tier, "id": "middle"} if tier["id"] == "limited" else tier for tier in tiers]
    rules = [
        {**rule.model_dump(), "tier": "middle" if rule.tier == "limited" else rule.tier}
        for rule in conversation.assistant.policy.rules
    ]
    changed = conversation.assistant.policy.model_dump() | {"tiers": renamed, "rules": rules}
    conversation.assistant.policy = Policy.model_validate(changed)

    for text in ("/home", "/solutions", "/solutions SOL-0001"):
        assert "limited" in plain(await conversation.say(text))
    assert "limited" in plain(await conversation.say("/review", as_=ARUN))


async def test_a_page_names_the_standards_that_ask_for_the_same(
    conversation: Conversation,
) -> None:
    """In one line."""
    await register(conversation, INVOICES)
    said = plain(await conversation.say("/solutions SOL-0001"))

    assert "ISO/IEC 42001 A.9.3, A.6.2.4" in said
    assert "NIST AI RMF MAP 3.5, MEASURE 2.3" in said


async def test_the_conversation_asks_too_and_goes_on(conversation: Conversation) -> None:
    """An answer is changed by a button, and the registration confirmed by typing."""
    await conversation.say("/register Ranker")
    await conversation.press("register.talk")
    typed = ("Decides who is hired", "arun@selat.example", "no", "none of these", "8")
    more = ("none of these", "a person checks every result", "no", "public", "no", "no")
    last = ("power platform with ai builder", "only me", "n", "no", "it sends nothing", "no", "no")
    reply = [await conversation.say(text) for text in (*typed, *more, *last)][-1]
    while "You wrote" in plain(reply):
        reply = await conversation.press("register.correct", reply=reply)
    done = plain(await conversation.say("yes"))

    assert "is registered: Ranker" in done
    assert "Tier: High" in done
