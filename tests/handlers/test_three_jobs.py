"""The three jobs, end to end, as one person lives through them."""

from datetime import timedelta

from handlers.reply import Reply
from handlers.turn import Pressed
from tests.fixtures.conversation import (
    ARUN,
    BEN,
    LINH,
    SARI,
    Conversation,
    Someone,
    buttons,
    plain,
)
from tests.handlers.office_hours.mentor_hours import mentors_are_there, slots
from tests.handlers.registering import INVOICES, fill, hand_in_evidence

AUTUMN = timedelta(days=210)
"""By then the starter handbook is in force."""


async def book_the_first(conversation: Conversation, topic: str, *, as_: Someone) -> Reply:
    """Press a topic, choose its first free slot, and confirm."""
    chosen = slots(await conversation.press(topic, as_=as_))[0]
    await conversation.do(Pressed(chosen.action, chosen.value), as_)
    return await conversation.submit({"note": "My test cases"}, as_=as_)


async def test_ask_register_and_book(conversation: Conversation) -> None:
    """A question with its clause, a solution with its tier, a mentor with a time."""
    conversation.wait(AUTUMN)
    await mentors_are_there(conversation)
    asked = plain(await conversation.say("Which data may Zapier see?"))
    await conversation.say("I built a bot that reads supplier invoices")
    await fill(conversation, INVOICES)
    registered = plain(await conversation.press("Register it"))
    await conversation.say("I want to book a mentor")
    booked = plain(await book_the_first(conversation, "Testing and quality", as_=BEN))
    home = plain(await conversation.say("/home"))

    assert "[1]" in asked
    assert "/handbook/approved-tools#zapier" in asked
    assert "**SOL-0001** is registered: Invoice reader" in registered
    assert "**BKG-0001** is booked with" in booked
    assert "SOL-0001" in home
    assert "BKG-0001" in home


async def test_the_three_jobs_in_bahasa_indonesia(conversation: Conversation) -> None:
    """From the first sentence to the booking, in the maker's language and on her clock."""
    conversation.wait(AUTUMN)
    await mentors_are_there(conversation)
    asked = plain(await conversation.say("Data apa yang boleh dilihat Zapier?", as_=SARI))
    await conversation.say("saya membuat bot yang membaca faktur pemasok", as_=SARI)
    await fill(conversation, INVOICES, as_=SARI)
    registered = plain(await conversation.press("Daftarkan", as_=SARI))
    await conversation.say("saya mau pesan waktu mentor", as_=SARI)
    booked = plain(await book_the_first(conversation, "Pengujian dan mutu", as_=SARI))
    told = [plain(each) for each in await conversation.received(LINH)]

    assert "/handbook/" in asked
    assert "**SOL-0001** sudah terdaftar" in registered
    assert "**BKG-0001** sudah dipesan dengan Linh Tran." in booked
    assert "Jakarta" in booked
    assert "Sari Wulandari has booked you about Testing and quality" in told[0]


async def test_from_registration_to_approval(conversation: Conversation) -> None:
    """Maker and reviewer, each in their own language, pressing only what they were sent."""
    await conversation.say("/register", as_=SARI)
    await fill(conversation, INVOICES, as_=SARI)
    await conversation.press("register.confirm", as_=SARI)
    await hand_in_evidence(conversation, as_=SARI)
    (asked,) = await conversation.received(ARUN)
    await conversation.press("review.open", as_=ARUN, reply=asked)
    await conversation.press("Take it", as_=ARUN)
    await conversation.press("Approve", as_=ARUN)
    await conversation.submit({"comment": "Well described."}, as_=ARUN)
    (told,) = await conversation.received(SARI)
    opened = plain(await conversation.press("Buka", as_=SARI, reply=told))

    assert "disetujui oleh Arun Pillai" in plain(told)
    assert "Arun Pillai menulis: Well described." in plain(told)
    assert [button.action for button in buttons(told)] == ["solutions.open"]
    assert "Disetujui" in opened
    assert "Well described." in opened
