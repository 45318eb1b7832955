"""Cancelling and putting off by talking: what waits is said, and nothing begins unasked."""

import pytest

from governance import Database
from handlers.intent import Intents
from handlers.turn import Pressed
from tests.fixtures.conversation import (
    BEN,
    NATTAYA,
    SARI,
    Conversation,
    Someone,
    buttons,
    plain,
)
from tests.handlers.office_hours.mentor_hours import free, mentors_are_there, slots

WAYS = ["home.keep", "home.discard", "register.continue"]
"""What may become of a registration that waits, in the order in which it is offered."""

LOAN = Someone("Le Thi Loan", "loan@selat.example", "vi", "Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("said", "as_"),
    [
        ("cancel", BEN),
        ("forget it", BEN),
        ("batalkan pendaftaran ini", SARI),
        ("ยกเลิกดีกว่าค่ะ", NATTAYA),
        ("hủy đi nhé", LOAN),
    ],
)
async def test_to_cancel_says_what_waits(
    conversation: Conversation, said: str, as_: Someone
) -> None:
    """Once, with what may become of it; never that nothing is begun, nor as an answer to it."""
    await conversation.say("/register", as_=as_)
    await conversation.press("register.talk", as_=as_)
    reply = await conversation.say(said, as_=as_)

    ways = [button.action for button in buttons(reply) if button.action != "register.said"]
    assert ways == WAYS
    assert len(reply.blocks) == 2 + 2 * any(b.action == "register.said" for b in buttons(reply))


async def test_an_open_form_waits_too(conversation: Conversation) -> None:
    """It is kept as a draft from the start."""
    await conversation.say("/register")

    assert [button.action for button in buttons(await conversation.say("cancel that"))] == WAYS


async def test_a_draft_is_thrown_away_on_wish(
    conversation: Conversation, database: Database
) -> None:
    """And nothing of it waits any more."""
    await conversation.say("/register")
    await conversation.say("cancel")
    await conversation.press("home.discard")
    ben = await conversation.person(BEN)
    async with database.reading() as records:
        assert not await records.drafts.list_open(ben, limit=3)

    assert plain(await conversation.say("cancel")).startswith("Nothing waits here")


async def test_a_draft_that_is_left_can_be_gone_on_with(conversation: Conversation) -> None:
    """What is typed meanwhile is no answer to it."""
    await conversation.say("/register")
    await conversation.press("register.talk")
    await conversation.say("cancel")
    await conversation.press("home.keep")
    greeting = await conversation.say("hello")
    await conversation.say("cancel")

    assert plain(greeting).startswith("Hello Ben!")
    assert "Question" in plain(await conversation.press("register.continue"))


async def test_a_booking_form_that_was_not_sent_books_nothing(conversation: Conversation) -> None:
    """That is said, and where bookings are."""
    await mentors_are_there(conversation)
    chosen = slots(await free(conversation))[0]
    await conversation.do(Pressed(chosen.action, chosen.value))
    reply = await conversation.say("never mind")

    assert "it books no time" in plain(reply)
    assert [button.action for button in buttons(reply)] == ["office-hours.mine", "home.start"]


@pytest.mark.parametrize(
    "said",
    [
        "please cancel my session with the mentor",
        "call off my appointment tomorrow",
        "remind me about my office hours on Friday",
        "tolong batalin jadwal mentor besok",
        "ingatkan saya soal sesi besok",
        "ขอยกเลิกการจองของผมครับ",
        "ช่วยเตือนนัดพรุ่งนี้หน่อย",
        "hủy giúp mình buổi hẹn mai nhé",
        "nhac toi lich hen ngay mai",
    ],
)
async def test_to_give_a_booking_back_shows_ones_bookings(intents: Intents, said: str) -> None:
    """Not what one could book."""
    meaning = await intents.meaning(said)

    assert (meaning.command, meaning.verb) == ("office-hours", "mine")


async def test_who_has_no_booking_is_told_so(conversation: Conversation) -> None:
    """Without the topics of office hours."""
    reply = await conversation.say("cancel my appointment")

    assert "You have no bookings." in plain(reply)
    assert "office-hours.topic" not in {button.action for button in buttons(reply)}


@pytest.mark.parametrize(
    "said",
    [
        "don't schedule anything yet",
        "please do not remind me",
        "jangan dijadwalkan dulu ya",
        "ga usah diingatkan",
        "อย่าเพิ่งจองนะคะ",
        "ไม่ต้องเตือนแล้ว",
        "khoan đặt lịch đã nhé",
        "dung dat lich voi mentor",
    ],
)
async def test_to_want_no_booking_books_none(conversation: Conversation, said: str) -> None:
    """And is no reason to apologise."""
    reply = await conversation.say(said)

    assert plain(reply) == "All right, nothing was booked and nothing was begun."


@pytest.mark.parametrize(
    "said",
    ["book a session with a mentor", "pesan sesi mentor", "จองเมนเทอร์", "đặt lịch với mentor"],
)
async def test_to_book_is_still_to_book(intents: Intents, said: str) -> None:
    """The words of a booking alone give none back."""
    meaning = await intents.meaning(said)

    assert (meaning.command, meaning.verb) == ("office-hours", "start")
