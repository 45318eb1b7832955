"""Cards in Teams: each thing once in a chat, and as it is now."""

from bot import clock
from governance import Role
from tests.handlers.registering import hand_in
from tests.teams.conftest import Seat, action, seen
from tests.teams.doubles import shapes
from tests.teams.doubles.tenant import GROUP
from tests.teams.doubles.validity import parts
from tests.teams.test_jobs import ARUN, BEN, LINH, WITH_BACKUP, fill

ABOUT = "SOL-0001 · Invoice reader"


async def register(seat: Seat) -> None:
    """Let Ben register a solution that wants a review, which Arun and Linh may give."""
    async with seat.app.database.transaction() as records:
        linh = await records.people.get_by_email("linh@selat.example")
        await records.people.grant(linh, Role.REVIEWER, by=None, at=clock.now())
    await seat.says(ARUN, "hello")
    await seat.says(LINH, "hello")
    await seat.says(BEN, "register")
    await fill(seat, BEN, WITH_BACKUP)
    await seat.press(BEN, "Register it")
    await hand_in(seat.app.database, "ben@selat.example", at=clock.now())
    await seat.deliveries()


async def decide(seat: Seat) -> None:
    """Let Arun approve it, in his own chat."""
    await seat.press(ARUN, "review.open")
    await seat.press(ARUN, "Take it")
    await seat.press(ARUN, "Approve")
    await seat.press(ARUN, "Approve", values={"comment": "Well described."})
    await seat.deliveries()
    await seat.channel.sync_cards()


def cards(seat: Seat, user: str) -> list[str]:
    """List the messages that show the solution."""
    told = [seen(each) for each in seat.tenant.said_to(user)]
    return [each for each in told if ABOUT in each or "SOL-0001 is registered" in each]


async def test_the_card_of_a_solution_follows_what_is_decided(seat: Seat) -> None:
    """The maker's own card, in the message that it was in from the beginning."""
    await register(seat)
    first = seat.last(BEN)["id"]
    await decide(seat)
    [card] = [each for each in seat.tenant.said_to(BEN) if each["id"] == first]

    assert "Approved" in seen(card)
    assert len(cards(seat, BEN)) == 1
    assert "Well described." in seen(seat.last(BEN))
    assert seat.tenant.refusals == []


async def test_the_card_of_another_reviewer_follows_too(seat: Seat) -> None:
    """Nobody opens a case that was decided, or reads that it waits."""
    await register(seat)
    before = cards(seat, LINH)
    await decide(seat)
    [card] = cards(seat, LINH)

    assert len(before) == 1
    assert "Approved" in card
    assert "Take it" not in card


async def test_what_is_asked_for_again_is_shown_once(seat: Seat) -> None:
    """Where the person looks: at the end. The older card goes away."""
    await register(seat)
    older = seat.last(BEN)["id"]
    await seat.says(BEN, "/solutions SOL-0001")

    assert len(cards(seat, BEN)) == 1
    assert older not in [each["id"] for each in seat.tenant.said_to(BEN)]


async def test_a_case_in_a_group_is_one_card_that_follows(seat: Seat) -> None:
    """Everybody reads how it stands; what can be done is in the view of who asked for it."""
    await register(seat)
    for _ in range(2):
        await seat.does(shapes.mention(seat.tenant, ARUN, "review", where=GROUP))
        listed = list(seat.tenant.messages[GROUP].values())[-1]
        view = await seat.does(refreshed(seat, listed))
        opening = action(view["value"], "review.open")
        await seat.does(shapes.shared(shapes.press(seat.tenant, ARUN, listed, opening, {})))
    [card] = [each for each in seat.tenant.messages[GROUP].values() if ABOUT in seen(each)]
    before = seen(card)
    await decide(seat)
    [card] = [each for each in seat.tenant.messages[GROUP].values() if ABOUT in seen(each)]
    own = await seat.does(refreshed(seat, card))

    assert "Waiting" in before
    assert "Approved" in seen(card)
    assert "Approved" in seen(own["value"])
    assert not [
        each for each in parts(card) if each["type"] == "Action.Execute" and "data" not in each
    ]
    assert seat.tenant.refusals == []


def refreshed(seat: Seat, message: dict[str, object]) -> dict[str, object]:
    """Ask for Arun's own view of a card, as Teams does by itself."""
    card = message["attachments"][0]["content"]  # type: ignore[index]  # a message is JSON
    refresh = card["refresh"]
    assert refresh["userIds"] == [ARUN]
    asked = shapes.press(seat.tenant, ARUN, message, refresh["action"], {}, trigger="automatic")
    return shapes.shared(asked)
