"""A short stretch of the long day that ``make bench`` lives through."""

from tests.slack.conftest import Seat
from tests.slack.doubles.soak import live


async def test_nothing_is_lost_and_nothing_doubled(seat: Seat) -> None:
    """Everything has its one effect, whatever came twice and out of order."""
    seen = await live(seat, 150, seed=1)

    assert seen["answers"] == seen["turns"] == 100
    assert seen["sent"] == 150
    assert seen["doubled"] == seen["strays"] == 0
    assert seen["refused"] == 0
