"""Groups that carry roles, and channels that a lead chooses for."""

import pytest

from governance import Database, NotALeadError, Person, Role
from tests.fixtures.databases import NOON


async def _in(database: Database, person: Person) -> None:
    """Let *person* come in by Slack, under their name."""
    async with database.transaction() as office:
        await office.people.recognise(
            "slack",
            person.name,
            name=person.name,
            email=person.email,
            locale=None,
            zone=None,
            at=NOON,
        )


async def test_a_role_comes_and_goes_with_the_group(
    database: Database, ben: Person, sari: Person
) -> None:
    """The record of changes tells both, and that it was a group; twice is the same as once."""
    await _in(database, ben)
    await _in(database, sari)
    async with database.transaction() as office:
        group = await office.groups.carry("slack", "S1", Role.REVIEWER, at=NOON)
        again = await office.groups.carry("slack", "S1", Role.REVIEWER, at=NOON)
        assert again.id == group.id
        await office.groups.became(group, ["Ben Ong", "somebody else"], at=NOON)
        await office.groups.became(group, ["Ben Ong"], at=NOON)
    async with database.transaction() as office:
        inside = [each.name for each in await office.people.with_role(Role.REVIEWER)]
        listed = {each.name: each.roles for each in await office.people.everyone()}
        dropped = await office.groups.drop("slack", "S1", Role.REVIEWER, at=NOON)
        nothing = await office.groups.drop("slack", "S1", Role.REVIEWER, at=NOON)
    async with database.reading() as office:
        after = await office.people.with_role(Role.REVIEWER)
        told = [each.action for each in await office.audit.of(ben.reference)]

    assert inside == ["Ben Ong"]
    assert listed["Ben Ong"] == {Role.REVIEWER}
    assert not listed["Sari Wulandari"]
    assert (dropped, nothing, after) == (True, False, ())
    assert told.count("person.role_granted") == told.count("person.role_revoked") == 1


async def test_a_role_held_twice_is_lost_only_when_both_are_gone(
    database: Database, ben: Person
) -> None:
    """By hand and by group."""
    await _in(database, ben)
    async with database.transaction() as office:
        await office.people.grant(ben, Role.MENTOR, by=None, at=NOON)
        group = await office.groups.carry("slack", "S1", Role.MENTOR, at=NOON)
        await office.groups.became(group, ["Ben Ong"], at=NOON)
        await office.groups.became(group, [], at=NOON)

        assert (await office.people.get(ben.id)).roles == {Role.MENTOR}


async def test_a_lead_chooses_for_a_channel(database: Database, mei: Person, ben: Person) -> None:
    """Kept, replaced and noted; nobody else may."""
    async with database.transaction() as office:
        assert await office.channels.of("slack:T.C") is None
        await office.channels.choose(
            "slack:T.C", private_first=True, follows_up=True, by=mei, at=NOON
        )
        await office.channels.choose(
            "slack:T.C", private_first=True, follows_up=False, by=mei, at=NOON
        )
        with pytest.raises(NotALeadError):
            await office.channels.choose(
                "slack:T.C", private_first=False, follows_up=True, by=ben, at=NOON
            )
    async with database.reading() as office:
        kept = await office.channels.of("slack:T.C")

    assert kept
    assert (kept.private_first, kept.follows_up) == (True, False)
