"""Cards in Slack: each thing once in a conversation, and as it is now."""

import pytest

from bot import clock
from bot.settings import Settings
from governance import DatabaseUnreachableError, Role
from handlers import Assistant
from tests.handlers.registering import hand_in
from tests.slack.conftest import Seat, seated, seen
from tests.slack.doubles.web_api import Failing, Workspace
from tests.slack.test_jobs import ARUN, BEN, LINH, WITH_BACKUP, book, fill

ABOUT = "SOL-0001 · Invoice reader"


async def register(seat: Seat) -> None:
    """Let Ben register a solution that wants a review, which Arun and Linh may give."""
    async with seat.app.database.transaction() as records:
        linh = await records.people.get_by_email("linh@selat.example")
        await records.people.grant(linh, Role.REVIEWER, by=None, at=clock.now())
    await seat.says(ARUN, "hello")
    await seat.says(LINH, "hello")
    await seat.command(BEN, "/ai-register")
    await fill(seat, BEN, WITH_BACKUP)
    await seat.press(BEN, "Register it", seat.modal)
    await hand_in(seat.app.database, "ben@selat.example", at=clock.now())
    await seat.deliveries()


async def decide(seat: Seat) -> None:
    """Let Arun approve it."""
    await seat.press(ARUN, "review.open", seat.last(ARUN))
    await seat.press(ARUN, "Take it", seat.last(ARUN))
    await seat.press(ARUN, "Approve", seat.last(ARUN))
    await seat.submit(ARUN, {"comment": "Well described."})
    await seat.deliveries()
    await seat.channel.sync_cards()


async def retire(seat: Seat) -> None:
    """Let Ben retire it elsewhere than in Slack."""
    async with seat.app.database.transaction() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        await records.operations.retire("SOL-0001", by=ben, at=clock.now())


def cards(seat: Seat, user: str) -> list[str]:
    """List the messages that show the solution."""
    told = [seen(each["blocks"]) for each in seat.workspace.said_to(user)]
    return [each for each in told if ABOUT in each or "SOL-0001 is registered" in each]


async def test_the_card_of_a_solution_follows_what_is_decided(seat: Seat) -> None:
    """The maker's own card, in the message that it was in from the beginning."""
    await register(seat)
    first = seat.last(BEN)
    await decide(seat)
    [card] = [each for each in seat.workspace.said_to(BEN) if each["ts"] == first["ts"]]

    assert "Approved" in seen(card["blocks"])
    assert len(cards(seat, BEN)) == 1
    assert "Well described." in seen(seat.last(BEN)["blocks"])
    assert seat.workspace.refusals == []


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
    older = seat.last(BEN)
    await seat.command(BEN, "/ai-solutions", "SOL-0001")

    assert len(cards(seat, BEN)) == 1
    assert older not in seat.workspace.said_to(BEN)
    assert ABOUT in seen(seat.last(BEN)["blocks"])


async def test_a_card_that_could_not_be_changed_is_not_shown_twice(seat: Seat) -> None:
    """It comes by the outbox, and the one before goes away."""
    await register(seat)
    await seat.press(ARUN, "review.open", seat.last(ARUN))
    seat.workspace.failing = [Failing("chat.update", 500, times=3)]
    await seat.press(ARUN, "Take it", seat.last(ARUN))
    await seat.deliveries()

    assert len(cards(seat, ARUN)) == 1
    assert "Give it back" in cards(seat, ARUN)[0]


async def test_who_may_see_it_no_more_is_not_shown_how_it_goes_on(seat: Seat) -> None:
    """Their card stays as it was."""
    await register(seat)
    before = cards(seat, LINH)
    async with seat.app.database.transaction() as records:
        linh = await records.people.get_by_email("linh@selat.example")
        await records.people.revoke(linh, Role.REVIEWER, by=None, at=clock.now())
    await decide(seat)

    assert cards(seat, LINH) == before


async def test_the_card_of_a_booking_follows_its_end(seat: Seat) -> None:
    """The maker cancels; the mentor's card says so, and a message beside it."""
    await seat.says(LINH, "hello")
    await seat.says(ARUN, "hello")
    await book(seat)
    await seat.deliveries()
    mentor = next(user for user in (LINH, ARUN) if "BKG-0001" in seen(seat.last(user)["blocks"]))
    card = seat.last(mentor)
    await seat.command(BEN, "/ai-hours", "mine")
    await seat.press(BEN, "office-hours.cancel", seat.last(BEN))
    await seat.deliveries()
    await seat.channel.sync_cards()

    assert "BKG-0001 was cancelled" in seen(card["blocks"])
    assert card["ts"] != seat.last(mentor)["ts"]


async def test_a_request_that_comes_late_shows_how_things_are_by_then(seat: Seat) -> None:
    """Slack did not take it; meanwhile somebody else has decided."""
    await register(seat)
    async with seat.app.database.transaction() as records:
        linh = await records.people.get_by_email("linh@selat.example")
        [asked] = await records.outbox.list_since(linh.id, after=0)
        await records.outbox.enqueue(
            linh.id, kind=asked.kind, reply=asked.reply, key="later", at=clock.now()
        )
    await decide(seat)
    await seat.channel.sync_cards()
    [card] = cards(seat, LINH)

    assert "Approved" in card
    assert "Take it" not in card


async def test_a_change_that_could_not_be_shown_is_shown_later(seat: Seat) -> None:
    """When Slack takes it again."""
    await register(seat)
    seat.workspace.failing = [Failing("chat.update", 500, times=50)]
    await retire(seat)
    await seat.channel.sync_cards()
    [before] = cards(seat, BEN)
    seat.workspace.failing = []
    await seat.channel.sync_cards()
    [after] = cards(seat, BEN)

    assert "Retired" not in before
    assert "Retired" in after


async def test_a_change_while_nobody_was_there_is_shown_at_the_start(
    seat: Seat, settings: Settings, workspace: Workspace
) -> None:
    """By the next process."""
    await register(seat)
    await retire(seat)
    async with seated(settings, workspace) as fresh:
        await fresh.channel.sync_cards()
    [card] = cards(seat, BEN)

    assert "Retired" in card


async def test_trouble_with_the_records_forgets_no_card(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says nothing of who may see what."""
    await register(seat)
    await retire(seat)

    async def away(*_given: object, **_named: object) -> None:
        raise DatabaseUnreachableError("the database", "it is away.")

    with monkeypatch.context() as breaking:
        breaking.setattr(Assistant, "view_of", away)
        await seat.channel.sync_cards()
    await seat.channel.sync_cards()
    [card] = cards(seat, BEN)

    assert "Retired" in card


async def test_what_was_shown_is_not_shown_again_because_it_could_not_be_remembered(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only that it follows is lost."""
    await register(seat)

    async def broken(*_given: object, **_named: object) -> None:
        raise DatabaseUnreachableError("the database", "it is away.")

    monkeypatch.setattr("governance.messaging.shown_cards.ShownCards.put", broken)
    before = len(seat.workspace.said_to(BEN))
    await seat.command(BEN, "/ai-solutions", "SOL-0001")
    await seat.deliveries()

    assert len(seat.workspace.said_to(BEN)) == before + 1
