"""What platforms posted, until it is dealt with."""

from datetime import timedelta

from governance import CardPlace, Database, Person
from tests.fixtures.databases import NOON

MINUTE = timedelta(minutes=1)


async def test_what_was_not_dealt_with_is_taken_by_one_after_a_while(database: Database) -> None:
    """By another again when that one does not come to an end either."""
    async with database.transaction() as records:
        await records.event_journal.append("slack", {"a": "first", "b": "second"}, at=NOON)
        await records.event_journal.append("teams", {"a": "elsewhere"}, at=NOON)
        await records.event_journal.delete("slack", {"b"})
    taken = []
    for at in (NOON, NOON + MINUTE, NOON + 2 * MINUTE, NOON + 10 * MINUTE):
        async with database.transaction() as records:
            left = await records.event_journal.lease("slack", before=at)
        taken.append([(each.name, each.body) for each in left])

    assert taken == [[], [("a", "first")], [], [("a", "first")]]


async def test_what_came_twice_is_done_with_once(database: Database) -> None:
    """Two processes may keep the same event."""
    async with database.transaction() as records:
        await records.event_journal.append("slack", {"a": "first"}, at=NOON)
        await records.event_journal.append("slack", {"a": "first"}, at=NOON)
        await records.event_journal.delete("slack", {"a"})
        left = await records.event_journal.lease("slack", before=NOON + MINUTE)

    assert left == ()


async def put(database: Database, person: Person, message: str, mark: str = "1") -> str:
    """Show Ben's solution in a message."""
    async with database.transaction() as records:
        return await records.shown_cards.put(
            CardPlace("slack", "D1", message),
            person_id=person.id,
            reference="SOL-0001",
            action="solutions.open",
            value="SOL-0001",
            mark=mark,
            at=NOON,
        )


async def test_a_thing_is_shown_in_one_message_of_a_chat(database: Database, ben: Person) -> None:
    """The one before is named, so that it can go away."""
    befores = [await put(database, ben, message) for message in ("1.1", "1.2", "1.2")]
    async with database.reading() as records:
        cards = await records.shown_cards.list_about("slack", {"SOL-0001", "SOL-0002"})

    assert befores == ["", "1.1", ""]
    assert [each.message for each in cards] == ["1.2"]


async def test_of_two_who_want_to_change_a_card_one_does(database: Database, ben: Person) -> None:
    """The other would only say the same again."""
    await put(database, ben, "1.1", mark="waiting")
    async with database.reading() as records:
        [card] = await records.shown_cards.list_about("slack", {"SOL-0001"})
    async with database.transaction() as records:
        first = await records.shown_cards.update_mark(card, mark="approved", was="waiting")
        second = await records.shown_cards.update_mark(card, mark="approved", was="waiting")

    assert (first, second) == (True, False)


async def test_what_has_changed_is_read_once(database: Database, ben: Person) -> None:
    """Everything since a number, by its reference."""
    async with database.reading() as records:
        before = await records.audit.get_newest_id()
    async with database.transaction() as records:
        await records.people.set_preferences(ben, locale="id", zone=None, at=NOON)
    async with database.reading() as records:
        changed, now = await records.audit.list_changed(after=before)
        nothing, same = await records.audit.list_changed(after=now)

    assert changed == {ben.reference}
    assert now == same == before + 1
    assert nothing == frozenset()
