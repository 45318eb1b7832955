"""How many database sessions a turn in Teams opens, of somebody who was here before.

A press is answered while Teams waits, so that it needs no record of its event. What was shown and
is done goes into the next batch of the journal, with cards and what a thumb is about.
"""

from collections.abc import Awaitable

from tests.fixtures.sessions import count_sessions
from tests.teams.conftest import Seat, action
from tests.teams.test_dialogs import BEN

MAX_PER_TURN = 3
BATCH = 1


async def sessions_of(turn: Awaitable[object]) -> int:
    """Count what a turn opens, with the batch after it."""
    with count_sessions() as sessions:
        await turn
    return sessions.count


async def test_a_question(seat: Seat) -> None:
    """Recorded, accepted, answered."""
    await seat.says(BEN, "hello")
    question = await sessions_of(seat.says(BEN, "Which data may Zapier see?"))
    command = await sessions_of(seat.says(BEN, "/office-hours"))

    assert (question, command) == (MAX_PER_TURN + BATCH, MAX_PER_TURN + BATCH)


async def test_a_booking(seat: Seat) -> None:
    """Accepted, answered, and the batch: each press on the way to it opens three in all."""
    await seat.says(BEN, "/office-hours")
    topic = await sessions_of(seat.press(BEN, "Testing and quality"))
    slot = action(seat.last(BEN), "office-hours.choose")
    chosen = await sessions_of(seat.press(BEN, slot["title"]))
    booking = await sessions_of(seat.press(BEN, "Book it", values={"note": "My test cases"}))

    assert {topic, chosen, booking} == {MAX_PER_TURN}
