"""How many database sessions a turn in Slack opens, of somebody who was here before.

Three carry the turn: the event is recorded, the turn accepted with all that it rests on, and the
reply made and recorded. What was shown and is done goes into the next batch of the journal, which
turns of the same moment share.
"""

from collections.abc import Awaitable

import pytest

from tests.fixtures.sessions import count_sessions
from tests.slack.conftest import Seat
from tests.slack.test_asking import BEN, ZAPIER, mention
from tests.slack.test_jobs import WITH_BACKUP, fill

MAX_PER_TURN = 3
BATCH = 1


@pytest.fixture
async def here(seat: Seat) -> Seat:
    """Somebody who is known."""
    await seat.says(BEN, "hello")
    return seat


async def sessions_of(turn: Awaitable[object]) -> int:
    """Count what a turn opens, with the batch after it."""
    with count_sessions() as sessions:
        await turn
    return sessions.count


async def test_a_question(here: Seat) -> None:
    """In the chat with us, and in a channel, where the lead's choice counts."""
    alone = await sessions_of(here.says(BEN, ZAPIER))
    among_others = await sessions_of(mention(here, BEN, ZAPIER))

    assert (alone, among_others) == (MAX_PER_TURN + BATCH, MAX_PER_TURN + BATCH)


async def test_turns_of_one_moment_share_a_batch(here: Seat) -> None:
    """Each records its event in time; what was shown before goes with it."""
    with count_sessions() as sessions:
        for n in range(4):
            await here.posts(here.message(BEN, f"/help {n}"))
            await here.channel._tasks.wait_until_idle()  # noqa: SLF001 - as long as the reply takes
        await here.channel.wait_until_idle()

    assert sessions.count <= 4 * MAX_PER_TURN + 2 * BATCH


async def test_a_press_and_a_form(here: Seat) -> None:
    """From the first step to a registered solution, whose card is remembered with the batch."""
    answer = await here.says(BEN, ZAPIER)
    press = await sessions_of(here.press(BEN, "ask.helpful", answer))
    command = await sessions_of(here.command(BEN, "/ai-register"))
    alone = {**WITH_BACKUP, "backup": ""}  # somebody who is named is looked up once more
    form = await sessions_of(here.submit(BEN, alone))
    await fill(here, BEN, alone)
    registering = await sessions_of(here.press(BEN, "Register it", here.modal))

    assert {press, command, form, registering} == {MAX_PER_TURN + BATCH}


async def test_a_booking(here: Seat) -> None:
    """Topics, slots, a slot, the booking."""
    await here.command(BEN, "/ai-hours")
    topic = await sessions_of(here.press(BEN, "Testing and quality", here.last(BEN)))
    chosen = await sessions_of(here.press(BEN, "office-hours.choose", here.last(BEN)))
    booking = await sessions_of(here.submit(BEN, {"note": "My test cases"}))

    assert {topic, chosen, booking} == {MAX_PER_TURN + BATCH}
