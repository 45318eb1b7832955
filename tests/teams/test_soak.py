"""A short stretch of the long day that ``make bench`` lives through."""

from tests.teams.conftest import Seat
from tests.teams.doubles.soak import live


async def test_nothing_is_lost_and_nothing_doubled(seat: Seat) -> None:
    """Whatever came twice and out of order has its effect once."""
    seen = await live(seat, 150, seed=1)

    assert seen["sent"] == 150
    assert seen["effects"] > 80
    assert seen["lost"] == seen["doubled"] == 0
    assert seen["owed"] == seen["refused"] == seen["failed"] == 0
