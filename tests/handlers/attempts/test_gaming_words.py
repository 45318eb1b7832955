"""Ways around a decision by other words for the same thing, and by who is made a coach.

What each must end with is in ``trying``: nothing approved that nobody approved, an entry, and a
word to whoever must know.
"""

from collections.abc import Mapping

import pytest

from handlers.form import Value
from handlers.turn import Pressed
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    LINH,
    MEI,
    NATTAYA,
    SARI,
    Conversation,
    Someone,
    plain,
)
from tests.handlers.attempts.gaming import (
    MILD,
    RANKER,
    coach,
    decide,
    list_approved,
    send_in,
    take_evidence_away,
    trying,
)
from tests.handlers.attempts.test_gaming import HELD, rejected
from tests.handlers.registering import HARMLESS, WATCHING, hand_in_evidence
from tests.handlers.review.test_review_case import HIRING

DENYING: Mapping[str, Value] = {**HARMLESS, "backup": SARI.email}
"""Answers that ask for no care, whatever the words say."""

AMONG_OTHERS = """Summarises the menu, the news, the weather and the opening hours, tells birthdays,
and it also ranks the CVs of applicants for a job; it knows soups, salads and desserts as well."""


def wide(text: str) -> str:
    """Write *text* in the wide letters of Chinese and Japanese keyboards."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


WORDS = {
    "id": ("Pengurut CV", "Mengurutkan CV pelamar kerja."),
    "th": ("จัดอันดับใบสมัคร", "จัดอันดับเรซูเม่ของผู้สมัครงาน"),
    "vi": ("Xếp hạng CV", "Xếp hạng CV của ứng viên xin việc."),
    "vi without marks": ("Xep hang CV", "Xep hang CV cua ung vien xin viec."),
    "letters alone": ("C V  r a n k e r", "R a n k s  t h e  C V s  o f  a p p l i c a n t s."),
    "signs": ("CV r4nker", "R4nks th3 CVs 0f appl1cants f0r a j0b."),
    "lookalikes": ("\u0421V r\u0430nk\u0435r", "R\u0430nks th\u0435 CVs \u043ef \u0430pplicants."),
    "nothing between": ("C\u200bV r\u200banker", "R\u200banks the C\u200bVs of app\u200blicants."),
    "wide": (wide("CV ranker"), wide("Ranks the CVs of applicants")),
    "one word": ("CVranker", "RankstheCVsofapplicantsforajob"),
    "among others": ("Menu reader", AMONG_OTHERS),
}
"""The CV ranker in other languages, and in disguise."""


@pytest.mark.parametrize("words", sorted(WORDS))
async def test_a_second_record_in_other_words(conversation: Conversation, words: str) -> None:
    """32: In another language, or written so that only people read it as the same."""
    await rejected(conversation)
    name, purpose = WORDS[words]
    async with trying(
        conversation, "review.requested", told={BEN: HELD, ARUN: "SOL-0002"}, reference="SOL-0002"
    ):
        await send_in(conversation, {**DENYING, "name": name, "purpose": purpose})


@pytest.mark.parametrize("locale", ["id", "th", "vi"])
async def test_what_is_forbidden_comes_back_in_another_language(
    conversation: Conversation, locale: str
) -> None:
    """33: Nobody rejected it, since nobody may approve it."""
    texts = {
        "id": "Memantau staf sepanjang hari.",
        "th": "จับตาพนักงานตลอดทั้งวัน",
        "vi": "Kiểm soát nhân viên suốt ngày.",
    }
    watching = {**WATCHING, "purpose": "Tracks staff all day long.", "backup": SARI.email}
    await send_in(conversation, watching)
    told = {BEN: HELD, MEI: "SOL-0002"}
    async with trying(conversation, "review.requested", told=told, reference="SOL-0002"):
        answers = {**DENYING, "name": "Helper", "purpose": texts[locale]}
        await send_in(conversation, answers)


@pytest.mark.parametrize("again", ["words", "link"])
async def test_a_colleague_registers_what_was_rejected(
    conversation: Conversation, again: str
) -> None:
    """34: Who has nothing to do with the first maker, but their very words or their link."""
    link = "https://flows.example/cv-ranker"
    await send_in(conversation, {**RANKER, "purpose": f"{RANKER['purpose']} {link}"})
    await decide(conversation, "reject")
    purpose = f"{RANKER['purpose']} {link}" if again == "words" else f"Sorts menus. {link}"
    told = {SARI: HELD, ARUN: "SOL-0002"}
    async with trying(conversation, "review.requested", told=told, reference="SOL-0002"):
        answers = {**MILD, "purpose": purpose, "backup": NATTAYA.email}
        await send_in(conversation, answers, as_=SARI)


async def test_something_else_is_not_held_for_what_was_rejected(conversation: Conversation) -> None:
    """Neither the same maker's menu, nor a colleague's letters."""
    await rejected(conversation)
    await send_in(conversation, DENYING)
    honest = {**DENYING, "name": "Letter printer", "purpose": "Prints letters on good paper."}
    honest["backup"] = LINH.email
    await send_in(conversation, honest, as_=SARI)
    async with conversation.database.reading() as records:
        assert await list_approved(records) == {"SOL-0002 v1", "SOL-0003 v1"}


async def test_the_reviewer_is_booked_out_of_the_case(conversation: Conversation) -> None:
    """35: Whoever has it and is booked about it has it no longer; others are told at once."""
    await send_in(conversation, RANKER)
    await hand_in_evidence(conversation)
    await conversation.do(Pressed("review.take", "1"), NATTAYA)
    told = {ARUN: "coaches the maker of **SOL-0001**", NATTAYA: "You are too close to SOL-0001"}
    async with trying(conversation, "review.given_back", "attempt.refused", told=told):
        await book(conversation, NATTAYA)
        await decide(conversation, as_=NATTAYA)
    case = plain(await conversation.do(Pressed("review.open", "1"), ARUN))

    assert "Who has it: Waiting for a reviewer" in case


async def test_a_booking_that_was_cancelled_makes_nobody_a_coach(
    conversation: Conversation,
) -> None:
    """36: So a maker does not choose who may not decide by booking and cancelling."""
    await send_in(conversation, RANKER)
    await hand_in_evidence(conversation)
    await coach(conversation, NATTAYA, BEN)
    await conversation.do(Pressed("office-hours.cancel", "BKG-0001"), BEN)

    assert "is not approved" in await decide(conversation, "reject", as_=NATTAYA)
    async with conversation.database.reading() as records:
        assert await list_approved(records) == frozenset()


async def test_evidence_goes_after_an_expert_has_signed(conversation: Conversation) -> None:
    """37: What one of several has approved with stays for the next one to see."""
    await send_in(conversation, HIRING)
    await hand_in_evidence(conversation)
    await decide(conversation, as_=ARUN)
    told = {BEN: "This evidence of SOL-0001 belongs to a decision"}
    async with trying(conversation, "attempt.refused", told=told):
        await take_evidence_away(conversation)


async def book(talk: Conversation, mentor: Someone) -> None:
    """Let Ben book a mentor about SOL-0001 as people do."""
    await coach(talk, mentor, LINH)  # so that they have hours; Linh has the first of them
    await talk.do(Pressed("office-hours.topic", "prompts"), BEN)
    await talk.press("office-hours.choose")
    await talk.submit({"note": "Please look at sol-0001 with me."})
