"""Booking a mentor, as conversations between makers and mentors."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from governance import Policy, Slot
from governance.policy import Holiday
from handlers.form import Value
from handlers.office_hours.slots import Wish, parse_wish, pick_nearest
from handlers.reply import Attachment, Buttons, Reply
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
    buttons,
    form,
    plain,
)
from tests.handlers.office_hours.mentor_hours import free, mentors_are_there, slots

HOURS: dict[str, Value] = {
    "topics": ("testing",),
    "days": ("1",),
    "from": "14:00",
    "until": "15:00",
    "minutes": "30",
}


async def book(conversation: Conversation, n: int = 0, *, as_: Someone = BEN) -> Reply:
    """Choose and confirm the *n*-th free slot."""
    chosen = slots(await free(conversation, as_=as_))[n]
    await conversation.do(Pressed(chosen.action, chosen.value), as_)
    return await conversation.submit({"note": "My test cases"}, as_=as_)


def invitations(reply: Reply) -> list[Any]:
    """Read the calendar files of a reply; icalendar knows the type of no property by its name."""
    files = [block for block in reply.blocks if isinstance(block, Attachment)]
    return [Calendar.from_ical(file.content) for file in files]


async def test_topics_come_first(conversation: Conversation, policy: Policy) -> None:
    """Every topic of the policy, by name."""
    reply = await conversation.say("/office-hours")

    assert plain(reply).startswith("What would you like to talk about?")
    assert [button.label for button in buttons(reply)] == [
        topic.name.to("en") for topic in policy.topics
    ]


async def test_slots_are_shown_in_the_persons_own_zone(conversation: Conversation) -> None:
    """A row for each day, a button for each slot with its mentor."""
    await mentors_are_there(conversation)
    reply = await free(conversation)
    rows = [block for block in reply.blocks if isinstance(block, Buttons)]

    assert "your clock in Singapore" in plain(reply)
    assert [row.label for row in rows[:2]] == ["Tuesday 3 March", "Wednesday 4 March"]
    assert [button.label for button in rows[0].buttons] == [
        "15:00 Linh Tran",
        "15:00 Nattaya Srisuk",
        "15:30 Linh Tran",
        "15:30 Nattaya Srisuk",
    ]


async def test_jakarta_sees_the_same_slots_on_its_own_clock(conversation: Conversation) -> None:
    """In Bahasa Indonesia."""
    await mentors_are_there(conversation)
    reply = await free(conversation, as_=SARI)

    assert "menurut jam Anda di Jakarta" in plain(reply)
    assert "Selasa 3 Maret" in plain(reply)
    assert slots(reply)[0].label == "14:00 Linh Tran"


async def test_five_days_are_shown_and_then_the_later_ones(conversation: Conversation) -> None:
    """Nothing is shown twice."""
    await mentors_are_there(conversation)
    first = await free(conversation)
    later = await conversation.press("Later days")
    shown = [{button.value for button in slots(reply)} for reply in (first, later)]

    assert "Tuesday 10 March" in plain(first)
    assert "Wednesday 11 March" in plain(later)
    assert not shown[0] & shown[1]
    assert "[Later days]" not in plain(later)


async def test_a_slot_is_confirmed_with_the_time_on_both_clocks(
    conversation: Conversation,
) -> None:
    """Choosing books nothing yet."""
    await mentors_are_there(conversation)
    chosen = slots(await free(conversation))[1]
    shown = form(await conversation.do(Pressed(chosen.action, chosen.value)))

    assert shown.title == "Book Nattaya Srisuk"
    assert "Tue 3 Mar 2026, 15:00 Singapore = Tue 3 Mar 2026, 14:00 Bangkok" in shown.intro
    assert plain(await conversation.say("/office-hours mine")).startswith("You have no bookings.")


async def test_a_booking_has_reference_mentor_times_and_a_calendar_file(
    conversation: Conversation,
) -> None:
    """The file reads back as the same half hour."""
    await mentors_are_there(conversation)
    reply = await book(conversation, 1)
    (calendar,) = invitations(reply)
    (event,) = calendar.walk("VEVENT")

    assert "**BKG-0001** is booked with Nattaya Srisuk." in plain(reply)
    assert "Your time: Tue 3 Mar 2026, 15:00 Singapore" in plain(reply)
    assert "Mentor's time: Tue 3 Mar 2026, 14:00 Bangkok" in plain(reply)
    assert calendar["METHOD"] == "REQUEST"
    assert event["DTSTART"].dt == datetime(2026, 3, 3, 7, tzinfo=UTC)
    assert event["DTEND"].dt == datetime(2026, 3, 3, 7, 30, tzinfo=UTC)


async def test_the_mentor_is_told_on_their_own_clock(conversation: Conversation) -> None:
    """With the note and the same calendar entry."""
    await mentors_are_there(conversation)
    mine = await book(conversation, 1)
    (told,) = await conversation.received(NATTAYA)

    assert "Ben Ong has booked you about Testing and quality" in plain(told)
    assert "Tue 3 Mar 2026, 14:00 Bangkok" in plain(told)
    assert "They write: My test cases" in plain(told)
    assert (
        invitations(told)[0].walk("VEVENT")[0]["UID"]
        == (invitations(mine)[0].walk("VEVENT")[0]["UID"])
    )


async def test_a_form_that_arrives_twice_books_once(conversation: Conversation) -> None:
    """And says so."""
    await mentors_are_there(conversation)
    chosen = slots(await free(conversation))[0]
    shown = form(await conversation.do(Pressed(chosen.action, chosen.value)))
    submit = Submitted(shown.action, shown.key, {"note": ""})
    both = [
        plain(reply)
        for reply in await asyncio.gather(conversation.do(submit), conversation.do(submit))
    ]

    assert all("BKG-0001" in said for said in both)
    assert sorted("Nothing was booked twice" in said for said in both) == [False, True]
    assert len(await conversation.received(LINH)) == 1


async def test_of_several_at_once_one_gets_the_slot(conversation: Conversation) -> None:
    """The others read that it has gone, and what is free nearby."""
    await mentors_are_there(conversation)
    makers = (BEN, SARI, ARUN, MEI)
    chosen = slots(await free(conversation))[0]
    forms = [
        form(await conversation.do(Pressed(chosen.action, chosen.value), each)) for each in makers
    ]
    replies = await asyncio.gather(
        *(
            conversation.do(Submitted(shown.action, shown.key, {"note": ""}), each)
            for shown, each in zip(forms, makers, strict=True)
        )
    )
    said = [plain(reply) for reply in replies]
    refused = [reply for reply in replies if not invitations(reply)]

    assert sum("BKG-0001" in each for each in said) == 1
    assert sum("baru saja diambil" in each or "just been taken" in each for each in said) == 3
    assert all(slots(reply) for reply in refused)
    assert all(chosen.value not in {each.value for each in slots(reply)} for reply in refused)
    assert len(await conversation.received(LINH)) == 1


async def test_a_slot_that_went_meanwhile_is_refused_with_the_nearest_others(
    conversation: Conversation,
) -> None:
    """Nearest in time first choice: the other mentor at the same hour."""
    await mentors_are_there(conversation)
    chosen = slots(await free(conversation))[0]
    await book(conversation, 0, as_=SARI)
    reply = await conversation.do(Pressed(chosen.action, chosen.value))

    assert plain(reply).startswith(
        "Tue 3 Mar 2026, 15:00 Singapore has just been taken. Please choose another time."
    )
    assert slots(reply)[0].label == "15:00 Nattaya Srisuk"


async def test_nobody_has_two_mentors_at_once(conversation: Conversation) -> None:
    """Said with the booking that is in the way."""
    await mentors_are_there(conversation)
    chosen = slots(await free(conversation))
    await book(conversation, 0)
    said = plain(await conversation.do(Pressed(chosen[1].action, chosen[1].value)))

    assert said.startswith("You are with Linh Tran at that time: BKG-0001")


async def test_mine_are_shown_soonest_first(conversation: Conversation) -> None:
    """To the maker and to the mentor, above everything else."""
    await mentors_are_there(conversation)
    await book(conversation, 2)
    await book(conversation, 4)
    mine = plain(await conversation.say("/office-hours"))
    theirs = plain(await conversation.say("/office-hours mine", as_=LINH))

    assert mine.startswith("**Your 2 bookings**\nTue 3 Mar 2026, 15:30 Singapore")
    assert "Mentor: Linh Tran" in mine
    assert "What would you like to talk about?" in mine
    assert "Maker: Ben Ong" in theirs
    assert "Tue 3 Mar 2026, 14:30 Ho Chi Minh" in theirs


async def test_the_maker_cancels_and_the_mentor_is_told(conversation: Conversation) -> None:
    """The same entry, one number higher, so that calendars take it out; the slot is free again."""
    await mentors_are_there(conversation)
    booked = await book(conversation)
    await conversation.say("/office-hours")
    confirm = conversation.button("Cancel it").confirm
    reply = await conversation.press("Cancel it")
    (_, told) = await conversation.received(LINH)
    before, after = (each.walk("VEVENT")[0] for each in (*invitations(booked), *invitations(reply)))

    assert confirm.startswith("Cancel with Linh Tran, Tue 3 Mar 2026, 15:00 Singapore?")
    assert "**BKG-0001** is cancelled, and Linh Tran is being told." in plain(reply)
    assert "Ben Ong has cancelled **BKG-0001**" in plain(told)
    assert invitations(told)[0]["METHOD"] == "CANCEL"
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert slots(await free(conversation))[0].label == "15:00 Linh Tran"


async def test_the_mentor_cancels_and_the_maker_is_told_in_their_language(
    conversation: Conversation,
) -> None:
    """On the maker's own clock."""
    await mentors_are_there(conversation)
    await book(conversation, as_=SARI)
    await conversation.say("/office-hours", as_=LINH)
    await conversation.press("Cancel it", as_=LINH)
    (told,) = await conversation.received(SARI)

    assert "Linh Tran membatalkan **BKG-0001**" in plain(told)
    assert "Sel 3 Mar 2026, 14:00 Jakarta" in plain(told)


async def test_cancelling_twice_is_the_same_as_once(conversation: Conversation) -> None:
    """Nobody is told again."""
    await mentors_are_there(conversation)
    await book(conversation)
    await conversation.do(Pressed("office-hours.cancel", "BKG-0001"))
    again = plain(await conversation.do(Pressed("office-hours.cancel", "BKG-0001")))

    assert again.startswith("**BKG-0001** was already cancelled.")
    assert len(await conversation.received(LINH)) == 2


async def test_a_cancelled_slot_can_be_booked_again(conversation: Conversation) -> None:
    """By the same person too: choosing again is another wish."""
    await mentors_are_there(conversation)
    await book(conversation)
    await conversation.do(Pressed("office-hours.cancel", "BKG-0001"))

    assert "**BKG-0002** is booked with Linh Tran." in plain(await book(conversation))


async def test_only_the_two_of_a_booking_cancel_it(conversation: Conversation) -> None:
    """Refused in words."""
    await mentors_are_there(conversation)
    await book(conversation)
    said = plain(await conversation.do(Pressed("office-hours.cancel", "BKG-0001"), MEI))

    assert said.startswith("This booking is somebody else's.")


async def test_what_has_begun_cannot_be_cancelled(conversation: Conversation) -> None:
    """Refused in words, with when it began."""
    await mentors_are_there(conversation)
    await book(conversation)
    conversation.wait(timedelta(hours=19, minutes=10))
    said = plain(await conversation.do(Pressed("office-hours.cancel", "BKG-0001")))

    assert said.startswith("BKG-0001 began Tue 3 Mar 2026, 15:00 Singapore")


async def test_an_unknown_booking_is_refused_in_words(conversation: Conversation) -> None:
    """With what references look like."""
    said = plain(await conversation.do(Pressed("office-hours.cancel", "BKG-0099")))

    assert said.startswith("I know of no booking BKG-0099.")


async def test_nothing_free_says_so_and_what_else_there_is(conversation: Conversation) -> None:
    """Mentors of other topics, and the governance team."""
    await mentors_are_there(conversation)
    reply = await conversation.do(Pressed("office-hours.topic", "flows"))

    assert "No mentor has a free time for Flows and connectors" in plain(reply)
    assert [button.value for button in buttons(reply)] == ["testing"]
    assert "governance team" in plain(reply)


async def test_a_mentor_sets_hours_and_finds_them_again(conversation: Conversation) -> None:
    """In the mentor's own zone."""
    await mentors_are_there(conversation)
    await conversation.say("/office-hours", as_=LINH)
    shown = form(await conversation.press("Set my hours", as_=LINH))

    assert "Asia/Ho_Chi_Minh" in shown.intro
    assert {field.name: field.value for field in shown.fields} == HOURS


async def test_hours_too_short_for_a_session_are_refused_at_the_field(
    conversation: Conversation,
) -> None:
    """Nothing that was chosen is lost."""
    await conversation.say("/office-hours", as_=LINH)
    await conversation.press("Set my hours", as_=LINH)
    shown = form(await conversation.submit({**HOURS, "until": "14:00"}, as_=LINH))

    assert {field.name: field.error for field in shown.fields if field.error} == {
        "until": "This leaves no room for one session. Please choose a later time."
    }
    assert shown.fields[0].value == ("testing",)


async def test_only_mentors_set_hours(conversation: Conversation) -> None:
    """Refused in words."""
    for what in (Pressed("office-hours.hours"), Submitted("office-hours.set", "1", HOURS)):
        assert plain(await conversation.do(what)).startswith("Only mentors have office hours.")


async def test_a_button_from_nowhere_is_refused_in_words(conversation: Conversation) -> None:
    """Whatever its value says."""
    for value in ("", "testing", "testing x y z", f"testing 1 {'9' * 12} 1"):
        said = plain(await conversation.do(Pressed("office-hours.choose", value)))

        assert said.startswith("I could not make out that time.")


@pytest.mark.parametrize("later", ["9" * 30, "9" * 2000, "x", "²", "-1"])
async def test_a_button_for_later_days_from_nowhere_is_refused_in_words(
    conversation: Conversation, later: str
) -> None:
    """Nothing breaks."""
    await mentors_are_there(conversation)
    said = plain(await conversation.do(Pressed("office-hours.topic", f"testing {later}")))

    assert said.startswith("I could not make out that time.")


@pytest.mark.parametrize(
    ("mentor", "starts_at"),
    [
        (LINH, datetime(2027, 6, 1, 7, tzinfo=UTC)),  # a Tuesday that nobody is shown yet
        (LINH, datetime(2026, 3, 17, 7, tzinfo=UTC)),  # the first one too far ahead
        (NATTAYA, datetime(2026, 3, 3, 7, tzinfo=UTC)),  # Makha Bucha in Bangkok
    ],
)
async def test_only_what_is_offered_can_be_booked(
    conversation: Conversation, policy: Policy, mentor: Someone, starts_at: datetime
) -> None:
    """A forged form is refused in words, and the mentor hears of nothing."""
    conversation.assistant.policy = _with_a_holiday(policy)
    await mentors_are_there(conversation)
    person = await conversation.person(mentor)
    wanted = Wish("testing", Slot(person.id, starts_at, starts_at + timedelta(minutes=30)), "f00")
    reply = await conversation.do(Submitted("office-hours.confirm", str(wanted), {"note": ""}))

    assert "is not on offer any more. Please choose another time." in plain(reply)
    assert invitations(reply) == []
    assert await conversation.received(mentor) == []


def _with_a_holiday(policy: Policy) -> Policy:
    """Close the office in Bangkok on Tuesday 3 March 2026."""
    closed = Holiday(on=date(2026, 3, 3), name="Makha Bucha")
    offices = tuple(
        records.model_copy(update={"holidays": (*records.holidays, closed)})
        if records.zone == NATTAYA.zone
        else records
        for records in policy.offices
    )
    return policy.model_copy(update={"offices": offices})


async def test_a_note_is_words_and_nothing_else(conversation: Conversation) -> None:
    """No mark of a maker means anything in a mentor's list."""
    await mentors_are_there(conversation)
    chosen = slots(await free(conversation))[0]
    await conversation.do(Pressed(chosen.action, chosen.value))
    await conversation.submit({"note": "# See [this](http://x.example)"})
    (told,) = await conversation.received(LINH)
    listed = await conversation.say("/office-hours mine", as_=LINH)

    assert r"\[this\](http://x.example)" in plain(told)
    assert r"\# See \[this\](http://x.example)" in plain(listed)


minutes = st.integers(0, 10**9 - 1)


@given(topic=st.from_regex(r"[a-z][a-z0-9_-]*", fullmatch=True), mentor=minutes, at=minutes)
def test_a_wish_reads_back_as_it_was_written(topic: str, mentor: int, at: int) -> None:
    """Through a button and through a form."""
    start = datetime.fromtimestamp(at * 60, UTC)
    made = Wish(topic, Slot(mentor, start, start), "f00")

    assert parse_wish(str(made)) == made
    assert parse_wish(str(Wish(topic, made.slot))) == Wish(topic, made.slot)


def test_the_nearest_slots_are_on_either_side() -> None:
    """Shown in the order of the clock."""
    noon, hour = datetime(2026, 3, 2, 12, tzinfo=UTC), timedelta(hours=1)
    wanted, *others = (Slot(1, noon + n * hour, noon + (n + 1) * hour) for n in (0, -9, 1, -1, 8))

    assert pick_nearest(others, wanted, most=2) == [others[2], others[1]]


async def test_a_booking_that_is_named_is_shown_and_no_other(conversation: Conversation) -> None:
    """Nor is somebody else's."""
    await mentors_are_there(conversation)
    await book(conversation)
    own = await conversation.say("/office-hours BKG-0001")

    assert "BKG-0001" in plain(own)
    assert "no booking BKG-9999" in plain(await conversation.say("/office-hours BKG-9999"))
    assert "no booking BKG-0001" in plain(await conversation.say("/office-hours BKG-0001", as_=MEI))
