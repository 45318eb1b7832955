"""A short stretch of the long day that ``make bench`` lives through."""

from tests.teams.conftest import Seat
from tests.teams.soak import live


async def test_nothing_is_lost_and_nothing_doubled(seat: Seat) -> None:
    """Each turn has its one answer, whatever came twice and out of order."""
    seen = await live(seat, 150, seed=1)

    assert seen["answers"] == seen["turns"]
    assert seen["sent"] == 150
    assert seen["owed"] == seen["refused"] == seen["failed"] == 0
