"""Messages owed to people."""

import asyncio
from datetime import datetime, timedelta

from governance import Database, OutboxMessage, Person
from tests.fixtures.databases import NOON, Run

MINUTE = timedelta(minutes=1)


async def owe(
    database: Database, person: Person, reply: str, *, key: str | None = None, due: datetime = NOON
) -> None:
    """Owe *person* a message."""
    async with database.transaction() as records:
        await records.outbox.enqueue(
            person.id, kind="test", reply=reply, key=key, due_at=due, at=NOON
        )


async def due(database: Database, at: datetime, limit: int = 20) -> list[OutboxMessage]:
    """Claim what is due."""
    async with database.transaction() as records:
        return list(await records.outbox.lease_due(at=at, limit=limit))


async def test_what_is_due_comes_in_the_order_it_is_due(database: Database, ben: Person) -> None:
    """What is due later is left."""
    for reply, minutes in [("second", 2), ("first", 1), ("later", 60)]:
        await owe(database, ben, reply, due=NOON + minutes * MINUTE)

    messages = await due(database, NOON + 5 * MINUTE)

    assert [message.reply for message in messages] == ["first", "second"]


async def test_the_same_is_never_owed_twice(database: Database, run: Run, ben: Person) -> None:
    """Not by twenty at once either; without a key, everything is something else."""
    await asyncio.gather(*(owe(database, ben, "You have a review.", key="r-1") for _ in range(20)))
    await owe(database, ben, "Hello")
    await owe(database, ben, "Hello")

    assert await run("SELECT count(*) FROM outbox") == [(3,)]


async def test_a_delivered_message_is_owed_no_more(database: Database, ben: Person) -> None:
    """The channel that delivered it is remembered, and no failure comes after."""
    await owe(database, ben, "Hello")
    [message] = await due(database, NOON)
    async with database.transaction() as records:
        await records.outbox.mark_delivered(message.id, channel="slack", at=NOON)
        await records.outbox.mark_failed(message.id, reason="late", retry_at=NOON, at=NOON)

    async with database.reading() as records:
        [found] = await records.outbox.list_since(ben.id, after=0)
    assert await due(database, NOON + 60 * MINUTE) == []
    assert (found.state, found.channel, found.delivered_at) == ("delivered", "slack", NOON)
    assert found.attempts == 1


async def test_a_failed_message_is_tried_again_when_told(database: Database, ben: Person) -> None:
    """And given up when there is no use."""
    await owe(database, ben, "Hello")
    [message] = await due(database, NOON)
    retry_at = NOON + 10 * MINUTE
    async with database.transaction() as records:
        await records.outbox.mark_failed(message.id, reason="busy", retry_at=retry_at, at=NOON)

    assert await due(database, NOON + 9 * MINUTE) == []
    [again] = await due(database, retry_at)
    async with database.transaction() as records:
        await records.outbox.mark_failed(again.id, reason="gone", retry_at=None, at=retry_at)
    assert await due(database, NOON + 600 * MINUTE) == []
    async with database.reading() as records:
        [found] = await records.outbox.list_since(ben.id, after=0)
    assert (found.state, found.attempts, found.failure) == ("given_up", 2, "gone")


async def test_what_was_given_up_is_owed_again_when_its_reason_is_gone(
    database: Database, ben: Person, sari: Person
) -> None:
    """For that reason only, not to anybody else, and nothing from long ago."""
    month = 30 * 24 * 60 * MINUTE
    for person, reply, why in [(ben, "a", "blocked"), (ben, "b", "wrong"), (sari, "c", "blocked")]:
        await owe(database, person, reply)
        [message] = await due(database, NOON)
        async with database.transaction() as records:
            await records.outbox.mark_failed(message.id, reason=why, retry_at=None, at=NOON)
    found = []
    for at in (NOON + month + MINUTE, NOON + month):
        async with database.transaction() as records:
            since = at - month
            await records.outbox.requeue(ben.id, failures={"blocked"}, since=since, at=at)
        found.append([message.reply for message in await due(database, at)])

    assert found == [[], ["a"]]


async def test_a_claimed_message_is_given_to_nobody_else_for_a_while(
    database: Database, ben: Person
) -> None:
    """Who claimed it may have been killed, so it is given out again later."""
    await owe(database, ben, "Hello")

    claims = [len(await due(database, NOON + n * MINUTE)) for n in (0, 1, 2, 3)]

    assert claims == [1, 0, 1, 0]


async def test_several_workers_share_the_messages(database: Database, ben: Person) -> None:
    """Each message is claimed by one of them."""
    for n in range(20):
        await owe(database, ben, str(n))

    batches = await asyncio.gather(*(due(database, NOON, limit=5) for _ in range(4)))

    claimed = [message.reply for batch in batches for message in batch]
    assert len(claimed) == len(set(claimed))
    assert len(claimed) > 5


async def test_a_page_pulls_what_it_has_not_shown(
    database: Database, ben: Person, sari: Person
) -> None:
    """Whether it was delivered elsewhere or not; nobody else's, and nothing early."""
    for person, reply, minutes in [(ben, "a", 0), (sari, "b", 0), (ben, "c", 0), (ben, "d", 9)]:
        await owe(database, person, reply, due=NOON + minutes * MINUTE)

    async with database.reading() as records:
        [first, *_] = await records.outbox.list_since(ben.id, after=0)
    async with database.transaction() as records:
        await records.outbox.mark_shown(ben.id, [first.id], channel="web", at=NOON)
    async with database.reading() as records:
        rest = await records.outbox.list_since(ben.id, after=first.id, at=NOON)
        one = await records.outbox.list_since(ben.id, after=0, limit=1, at=NOON)
    assert first.reply == "a"
    assert [message.reply for message in rest] == ["c"]
    assert [message.reply for message in one] == ["a"]


async def test_a_message_that_became_visible_late_is_not_skipped(
    database: Database, ben: Person
) -> None:
    """Numbers are given before commits: what nobody was shown comes whatever its number is."""
    await owe(database, ben, "slow to commit")
    await owe(database, ben, "due later", due=NOON + 9 * MINUTE)
    await owe(database, ben, "fast")
    async with database.transaction() as records:
        newest = await records.outbox.get_newest_id(ben.id)
        await records.outbox.mark_shown(ben.id, [newest], channel="web", at=NOON)

    async with database.reading() as records:
        now = await records.outbox.list_since(ben.id, after=newest, at=NOON)
        later = await records.outbox.list_since(ben.id, after=newest, at=NOON + 9 * MINUTE)
        new_page = await records.outbox.list_since(ben.id, after=None, at=NOON)
    assert [message.reply for message in now] == ["slow to commit"]
    assert [message.reply for message in later] == ["slow to commit", "due later"]
    assert [message.reply for message in new_page] == ["slow to commit"]


async def test_one_takes_note_only_of_ones_own_messages(
    database: Database, ben: Person, sari: Person
) -> None:
    """What was given up elsewhere counts as delivered once its person has seen it."""
    await owe(database, ben, "Hello")
    [message] = await due(database, NOON)
    async with database.transaction() as records:
        await records.outbox.mark_failed(message.id, reason="gone", retry_at=None, at=NOON)
        await records.outbox.mark_shown(sari.id, [message.id], channel="web", at=NOON)
        [unseen] = await records.outbox.list_since(ben.id, after=None)
        await records.outbox.mark_shown(ben.id, [message.id], channel="web", at=NOON)

    async with database.reading() as records:
        assert await records.outbox.list_since(ben.id, after=None) == ()
        [seen] = await records.outbox.list_since(ben.id, after=0)
    assert unseen.id == message.id
    assert (seen.state, seen.channel, seen.delivered_at) == ("delivered", "web", NOON)


async def test_nobody_is_owed_anything_at_first(database: Database, ben: Person) -> None:
    """A number to go on from is there all the same."""
    async with database.reading() as records:
        assert await records.outbox.get_newest_id(ben.id) == 0
