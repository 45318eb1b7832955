"""Turns that came in."""

import asyncio
from datetime import timedelta

from governance import AcceptedTurn, Database, Person
from tests.fixtures.databases import NOON

MINUTE = timedelta(minutes=1)


async def test_a_repeated_turn_gets_what_the_first_one_got(database: Database, ben: Person) -> None:
    """Nothing while the first is being answered, its answer afterwards."""
    async with database.transaction() as records:
        inbox = records.inbox
        first = await inbox.accept("slack", "Ev1", person_id=ben.id, turn="{}", at=NOON)
        second = await inbox.accept("slack", "Ev1", person_id=ben.id, turn="{}", at=NOON)
        await inbox.mark_answered("slack", "Ev1", reply="Hello", at=NOON)
        await inbox.mark_answered("slack", "Ev1", reply="Hello again", at=NOON)
    async with database.transaction() as records:
        third = await records.inbox.accept("slack", "Ev1", person_id=ben.id, turn="{}", at=NOON)

    assert (first.is_new, first.reply) == (True, None)
    assert (second.is_new, second.reply) == (False, None)
    assert (third.is_new, third.reply) == (False, "Hello")
    assert first.id == second.id == third.id


async def test_what_was_said_is_forgotten_once_it_is_answered(
    database: Database, ben: Person
) -> None:
    """It may hold what is private, and nobody needs it any more; until then it may not be lost."""
    async with database.transaction() as records:
        inbox = records.inbox
        await inbox.accept("web", "e1", person_id=ben.id, turn="my number is 0812", at=NOON)
        waiting = await inbox.accept("web", "e1", person_id=ben.id, turn="again", at=NOON)
        await inbox.mark_answered("web", "e1", reply="Hello", at=NOON)
    async with database.transaction() as records:
        after = await records.inbox.accept("web", "e1", person_id=ben.id, turn="again", at=NOON)

    assert waiting.turn == "my number is 0812"
    assert (after.turn, after.reply) == ("", "Hello")


async def test_channels_number_their_turns_each_for_itself(database: Database, ben: Person) -> None:
    """The same number in another channel is another turn."""
    async with database.transaction() as records:
        for channel in ("slack", "teams"):
            accepted = await records.inbox.accept(
                channel, "1", person_id=ben.id, turn="{}", at=NOON
            )

            assert accepted.is_new


async def test_of_twenty_deliveries_at_once_one_is_new(database: Database, ben: Person) -> None:
    """A platform that repeats itself is answered once."""

    async def accept() -> AcceptedTurn:
        async with database.transaction() as records:
            return await records.inbox.accept("web", "e1", person_id=ben.id, turn="{}", at=NOON)

    accepted = await asyncio.gather(*(accept() for _ in range(20)))

    assert sorted(each.is_new for each in accepted) == [False] * 19 + [True]
    assert len({each.id for each in accepted}) == 1


async def test_what_was_never_answered_is_claimed_oldest_first(
    database: Database, ben: Person
) -> None:
    """With the turn as it was written down; answered and recent ones are left."""
    async with database.transaction() as records:
        for n in (2, 1, 3, 4):
            await records.inbox.accept(
                "web", f"e{n}", person_id=ben.id, turn=f"turn {n}", at=NOON + n * MINUTE
            )
        await records.inbox.mark_answered("web", "e3", reply="Done", at=NOON)
        claimed = await records.inbox.lease_unanswered(before=NOON + 4 * MINUTE)

    assert [each.turn for each in claimed] == ["turn 1", "turn 2"]


async def test_a_claimed_turn_is_given_to_nobody_else_for_a_while(
    database: Database, ben: Person
) -> None:
    """Who claimed it may have been killed, so it is given out again later."""
    async with database.transaction() as records:
        await records.inbox.accept("web", "e1", person_id=ben.id, turn="{}", at=NOON)
    claims = []
    for minutes in (1, 2, 5, 6, 7):
        async with database.transaction() as records:
            found = await records.inbox.lease_unanswered(before=NOON + minutes * MINUTE)
            claims.append(len(found))

    assert claims == [1, 0, 0, 1, 0]


async def test_several_workers_share_the_turns(database: Database, ben: Person) -> None:
    """Each turn is claimed by one of them."""
    async with database.transaction() as records:
        for n in range(30):
            await records.inbox.accept("web", f"e{n}", person_id=ben.id, turn=str(n), at=NOON)

    async def work() -> tuple[AcceptedTurn, ...]:
        async with database.transaction() as records:
            return await records.inbox.lease_unanswered(before=NOON + MINUTE, limit=5)

    claimed = [
        each.turn for batch in await asyncio.gather(*(work() for _ in range(6))) for each in batch
    ]

    assert len(claimed) == len(set(claimed))
    assert len(claimed) > 5


async def test_a_turn_is_found_by_the_message_that_shows_its_reply(
    database: Database, ben: Person, mei: Person
) -> None:
    """A platform tells what was rated by its own name of the message; only one's own is found."""
    async with database.transaction() as records:
        inbox = records.inbox
        await inbox.accept("teams", "t1", person_id=ben.id, turn="{}", at=NOON)
        await inbox.record_message("teams", "t1", message="chat/17")

        assert await inbox.find_by_message("teams", "chat/17", person_id=ben.id) == "t1"
        assert await inbox.find_by_message("slack", "chat/17", person_id=ben.id) is None
        assert await inbox.find_by_message("teams", "chat/17", person_id=mei.id) is None


async def test_a_reply_that_was_not_shown_in_time_is_given_out_once(
    database: Database, ben: Person
) -> None:
    """Unless its channel says that it was; one that promises nothing owes nothing."""
    by = NOON + MINUTE
    async with database.transaction() as records:
        inbox = records.inbox
        for event, owed_at in (("lost", by), ("seen", by), ("pulled", None)):
            await inbox.accept("slack", event, person_id=ben.id, turn="{}", at=NOON)
            await inbox.mark_answered("slack", event, reply=event, at=NOON, owed_at=owed_at)
        await inbox.mark_shown("slack", {"seen"})
        early = await inbox.pop_unshown(at=NOON)
    async with database.transaction() as records:
        late = await records.inbox.pop_unshown(at=by)
        again = await records.inbox.pop_unshown(at=by + MINUTE)

    assert early == again == ()
    assert [(each.event_id, each.reply, each.person_id) for each in late] == [
        ("lost", "lost", ben.id)
    ]
