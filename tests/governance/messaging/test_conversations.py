"""Where people can be written to first, and whom nobody can write to."""

from datetime import timedelta

from governance import ConversationState, Database, Person
from tests.fixtures.databases import NOON

LATER = NOON + timedelta(hours=1)


async def test_a_conversation_is_kept_with_its_latest_address(database: Database) -> None:
    """What the last turn told of it is what a reminder goes by."""
    async with database.transaction() as records:
        await records.conversations.mark_open("teams", "ben", address="old", at=NOON)
        await records.conversations.mark_open("teams", "ben", address="new", at=LATER)
    async with database.reading() as records:
        room = await records.conversations.find("teams", "ben")
        elsewhere = await records.conversations.find("slack", "ben")

    assert room is not None
    assert (room.address, room.state, room.changed_at) == ("new", ConversationState.OPEN, LATER)
    assert elsewhere is None


async def test_a_closed_one_keeps_its_address_and_opens_again(database: Database) -> None:
    """Somebody who installs the app again is written to in the same conversation."""
    async with database.transaction() as records:
        await records.conversations.mark_open("teams", "ben", address="there", at=NOON)
        closed = await records.conversations.mark_closed(
            "teams", "ben", ConversationState.UNINSTALLED, at=LATER
        )
        assert (closed.address, closed.state) == ("there", ConversationState.UNINSTALLED)
        opened = await records.conversations.mark_open("teams", "ben", address="there", at=LATER)
        assert opened.state is ConversationState.OPEN


async def test_whom_no_channel_can_write_to(database: Database, sari: Person, ben: Person) -> None:
    """Only those are listed who have no other way, with what keeps each of them away."""
    await _come_in(database, sari, "teams")
    await _come_in(database, ben, "teams")
    await _come_in(database, ben, "slack")
    async with database.transaction() as records:
        await records.conversations.mark_closed(
            "teams", sari.name, ConversationState.BLOCKED, at=NOON
        )
        await records.conversations.mark_closed(
            "teams", ben.name, ConversationState.NOT_INSTALLED, at=LATER
        )
    async with database.reading() as records:
        found = await records.conversations.list_unreachable(pulling=["web"])
        alone = await records.conversations.list_unreachable(pulling=["web", "slack"])
        none = await records.conversations.list_unreachable(pulling=[])

    assert [(person.id, room.state) for person, room in found] == [
        (sari.id, ConversationState.BLOCKED)
    ]
    assert [person.id for person, _ in alone] == [sari.id, ben.id]
    assert none == ()


async def _come_in(database: Database, person: Person, channel: str) -> None:
    """Let *person* come in by another channel, under their name."""
    async with database.transaction() as records:
        await records.people.recognise(
            channel,
            person.name,
            name=person.name,
            email=person.email,
            locale=None,
            zone=None,
            at=NOON,
        )
