"""Cancelling and putting off by talking: what waits is said, and nothing begins unasked."""

from dataclasses import replace

import pytest

from governance import Database
from handlers.intent import CANCEL, Intents, Meaning
from handlers.notices import can_undo
from handlers.reply import Card
from handlers.turn import Place, Pressed
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
    """What is typed meanwhile is no answer to it, though it asked again before it was left."""
    await conversation.say("/register")
    await conversation.press("register.talk")
    cancelled = await conversation.say("cancel")
    await conversation.press("register.continue")
    kept = await conversation.press("home.keep", reply=cancelled)
    greeting = await conversation.say("hello")
    await conversation.say("cancel")

    assert plain(kept).startswith("Your registration waits, with everything you answered.")
    assert [button.action for button in buttons(kept)] == ["register.continue"]
    assert plain(greeting).startswith("Hello Ben!")
    assert "Question" in plain(await conversation.press("register.continue"))


async def test_a_draft_that_is_left_elsewhere_asks_nowhere(conversation: Conversation) -> None:
    """It was asked about in one conversation, and is left in another."""
    await conversation.say("/register")
    await conversation.press("register.talk")
    key = conversation.button("home.keep", reply=await conversation.say("cancel")).value
    await conversation.press("register.continue")
    turn = await conversation.turn(Pressed("home.keep", key))
    await conversation.assistant.respond(replace(turn, place=Place("slack", "elsewhere")))

    assert plain(await conversation.say("hello")).startswith("Hello Ben!")


@pytest.mark.parametrize(("way", "blocks"), [("home.discard", 1), ("home.keep", 2)])
async def test_what_became_of_a_draft_that_asks_is_said_once(
    conversation: Conversation, way: str, blocks: int
) -> None:
    """Nothing is thrown away and waits as well, and what is left is not said to wait twice."""
    await conversation.say("/register")
    await conversation.press("register.talk")
    cancelled = await conversation.say("cancel")
    await conversation.press("register.said")
    reply = await conversation.press(way, reply=cancelled)

    assert len(reply.blocks) == blocks


async def test_another_draft_that_asks_waits_beside_one_thrown_away(
    conversation: Conversation, database: Database
) -> None:
    """It does not ask any more, so that is said."""
    ben = await conversation.person(BEN)
    async with database.transaction() as records:
        other = await records.drafts.start(ben, "register.SOL-0001", answers={}, at=conversation.at)
    await conversation.say("/register")
    await conversation.press("register.talk")
    reply = await conversation.do(Pressed("home.discard", other.key))

    assert plain(reply).startswith("Thrown away.")
    assert [button.action for button in buttons(reply)] == ["register.continue"]


@pytest.mark.parametrize("count", [3, 4])
async def test_of_many_drafts_it_is_said_that_there_are_more(
    conversation: Conversation, database: Database, count: int
) -> None:
    """Three are shown, and the overview is one press away."""
    ben = await conversation.person(BEN)
    async with database.transaction() as records:
        for n in range(count):
            await records.drafts.start(
                ben, f"register.SOL-{n}", answers={}, subject=f"SOL-{n}", at=conversation.at
            )
    reply = await conversation.say("cancel")
    actions = [button.action for button in buttons(reply)]

    assert len([block for block in reply.blocks if isinstance(block, Card)]) == 3
    assert ("More is unfinished" in plain(reply)) == (count > 3)
    assert actions[9:] == (["home.start"] if count > 3 else [])


def test_only_to_cancel_without_a_word_of_what_needs_no_way_back() -> None:
    """A booking that was cancelled by mistake does, though the verb is called the same."""
    assert can_undo("office-hours", Meaning("office-hours", CANCEL))
    assert not can_undo("home", Meaning("home", CANCEL))


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


@pytest.mark.parametrize(
    "said",
    [
        "later",
        "ok later lah",
        "not now",
        "nanti aja",
        "ntar aja deh",
        "ไว้ทีหลัง",
        "ไว้ก่อนนะคะ",
        "để sau",
        "de sau nhe",
        "lúc khác ạ",
    ],
)
async def test_to_put_off_begins_nothing(intents: Intents, said: str) -> None:
    """A bare "later" is no goodbye, and no question."""
    meaning = await intents.meaning(said)

    assert (meaning.command, meaning.verb) == ("help", "put-off")


@pytest.mark.parametrize("said", ["see you later", "bye, later!", "talk to you later", "ttyl"])
async def test_to_part_until_later_is_a_goodbye(intents: Intents, said: str) -> None:
    """Which is answered kindly."""
    meaning = await intents.meaning(said)

    assert (meaning.command, meaning.verb) == ("help", "thank")


@pytest.mark.parametrize(
    "said",
    [
        "book a session with a mentor later this week",
        "pesan sesi mentor lain kali",
        "đặt lịch với mentor hôm khác",
    ],
)
async def test_to_book_for_later_is_to_book(intents: Intents, said: str) -> None:
    """The word puts off by itself alone."""
    meaning = await intents.meaning(said)

    assert (meaning.command, meaning.verb) == ("office-hours", "start")


async def test_to_ask_whether_it_is_for_later_puts_nothing_off(intents: Intents) -> None:
    """A question in the same words is one."""
    assert (await intents.meaning("next time?")).verb != "put-off"
