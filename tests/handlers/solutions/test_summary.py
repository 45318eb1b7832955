"""What a reply is about, how that stands now, and who may read along."""

import pytest

from handlers.assistant import Assistant
from handlers.reply import Reply, Subject
from handlers.turn import Pressed
from tests.fixtures.conversation import ARUN, BEN, LINH, SARI, Conversation, Someone, plain
from tests.handlers.office_hours.mentor_hours import mentors_are_there
from tests.handlers.office_hours.test_office_hours import book
from tests.handlers.registering import INVOICES, hand_in_evidence, register


async def standing(
    assistant: Assistant, conversation: Conversation, reply: Reply, as_: Someone
) -> str:
    """Say how what *reply* is about stands for somebody; empty when it is not theirs to see."""
    assert reply.about is not None
    person = await conversation.person(as_)
    now = await assistant.view_of(person, reply.about, at=conversation.at)
    return plain(now) if now else ""


async def test_a_registration_is_about_its_solution(
    assistant: Assistant, conversation: Conversation
) -> None:
    """The owner and reviewers may see how it stands, and nobody else."""
    reply = await register(conversation, INVOICES)

    assert reply.about
    assert reply.about.is_same_as(Subject("SOL-0001", "solutions.open", "SOL-0001"))
    assert "Waiting for a reviewer" in await standing(assistant, conversation, reply, BEN)
    assert "Waiting for a reviewer" in await standing(assistant, conversation, reply, ARUN)
    assert await standing(assistant, conversation, reply, SARI) == ""


async def test_a_case_is_about_its_review(assistant: Assistant, conversation: Conversation) -> None:
    """As the reviewer is asked for it, and as it is opened; it changes with the solution."""
    await register(conversation, INVOICES)
    [asked] = await conversation.received(ARUN)
    await conversation.say("/review", as_=ARUN)
    opened = await conversation.press("review.open", as_=ARUN)
    await hand_in_evidence(conversation)
    proved = await conversation.do(Pressed("review.open", "1"), ARUN)
    await conversation.press("review.approving", as_=ARUN)
    decided = await conversation.submit({"comment": "Good."}, as_=ARUN)

    assert asked.about == opened.about
    assert opened.about
    assert opened.about.is_same_as(Subject("SOL-0001", "review.open", "1"))
    assert proved.about
    assert proved.about.state != opened.about.state
    assert decided.about is None
    assert "Approved" in await standing(assistant, conversation, opened, ARUN)
    assert await standing(assistant, conversation, opened, BEN) == ""


async def test_a_booking_is_shown_to_both_sides_alone(
    assistant: Assistant, conversation: Conversation
) -> None:
    """As it is now: also when it was cancelled."""
    await mentors_are_there(conversation)
    reply = await book(conversation)
    before = await standing(assistant, conversation, reply, LINH)
    await conversation.say("/office-hours mine")
    await conversation.press("office-hours.cancel")

    assert "BKG-0001" in before
    assert "was cancelled" in await standing(assistant, conversation, reply, LINH)
    assert "was cancelled" in await standing(assistant, conversation, reply, BEN)
    assert await standing(assistant, conversation, reply, SARI) == ""


@pytest.mark.parametrize(
    ("said", "is_for_all"),
    [
        ("Which data may Zapier see?", True),
        ("What is the airspeed of a swallow?", True),
        ("/help", True),
        ("hello", True),
        ("/solutions", False),
        ("/solutions SOL-0001", False),
        ("/review", False),
        ("/home", False),
        ("/office-hours mine", False),
        ("/register", False),
    ],
)
async def test_only_what_the_handbook_says_is_for_all(
    conversation: Conversation, said: str, *, is_for_all: bool
) -> None:
    """Somebody's own affairs are not, nor that there are none."""
    reply = await conversation.say(said, as_=SARI)

    assert reply.for_all is is_for_all
