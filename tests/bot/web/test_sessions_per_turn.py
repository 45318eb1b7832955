"""How many database sessions a turn on the page opens: who it is, accepted, answered."""

from tests.bot.conftest import Page
from tests.fixtures.sessions import count_sessions

MAX_PER_TURN = 3


async def test_a_question(page: Page) -> None:
    """The same turn again opens one less: it has its answer."""
    with count_sessions() as first:
        await page.say("Which data may Zapier see?", id_="turn-0001")
    with count_sessions() as again:
        await page.say("Which data may Zapier see?", id_="turn-0001")

    assert (first.count, again.count) == (MAX_PER_TURN, MAX_PER_TURN - 1)
