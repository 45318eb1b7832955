"""Groups that carry roles, and channels that a lead chooses for."""

import pytest

from governance import Database, NotALeadError, Person, Role
from tests.fixtures.databases import NOON


async def _in(database: Database, person: Person) -> None:
    """Let *person* come in by Slack, under their name."""
    async with database.transaction() as records:
        await records.people.recognise(
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
    async with database.transaction() as records:
        group = await records.groups.assign_role("slack", "S1", Role.REVIEWER, at=NOON)
        again = await records.groups.assign_role("slack", "S1", Role.REVIEWER, at=NOON)
        assert again.id == group.id
        await records.groups.set_members(group, ["Ben Ong", "somebody else"], at=NOON)
        await records.groups.set_members(group, ["Ben Ong"], at=NOON)
    async with database.transaction() as records:
        inside = [each.name for each in await records.people.list_with_role(Role.REVIEWER)]
        listed = {each.name: each.roles for each in await records.people.list_all()}
        dropped = await records.groups.remove_role("slack", "S1", Role.REVIEWER, at=NOON)
        nothing = await records.groups.remove_role("slack", "S1", Role.REVIEWER, at=NOON)
    async with database.reading() as records:
        after = await records.people.list_with_role(Role.REVIEWER)
        told = [each.action for each in await records.audit.list_for(ben.reference)]

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
    async with database.transaction() as records:
        await records.people.grant(ben, Role.MENTOR, by=None, at=NOON)
        group = await records.groups.assign_role("slack", "S1", Role.MENTOR, at=NOON)
        await records.groups.set_members(group, ["Ben Ong"], at=NOON)
        await records.groups.set_members(group, [], at=NOON)

        assert (await records.people.get(ben.id)).roles == {Role.MENTOR}


async def test_a_lead_chooses_for_a_channel(database: Database, mei: Person, ben: Person) -> None:
    """Kept, replaced and noted; nobody else may."""
    async with database.transaction() as records:
        assert await records.channel_settings.find("slack:T.C") is None
        await records.channel_settings.choose(
            "slack:T.C", private_first=True, follows_up=True, by=mei, at=NOON
        )
        await records.channel_settings.choose(
            "slack:T.C", private_first=True, follows_up=False, by=mei, at=NOON
        )
        with pytest.raises(NotALeadError):
            await records.channel_settings.choose(
                "slack:T.C", private_first=False, follows_up=True, by=ben, at=NOON
            )
    async with database.reading() as records:
        kept = await records.channel_settings.find("slack:T.C")

    assert kept
    assert (kept.private_first, kept.follows_up) == (True, False)
