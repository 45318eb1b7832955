"""People, their accounts, their roles and what they prefer."""

import asyncio

import pytest

from governance import Account, Database, NotALeadError, Person, PersonNotFoundError, Role
from tests.fixtures.databases import NOON, Meet, Run


async def test_somebody_new_is_met(database: Database) -> None:
    """What the channel says becomes their profile; an address is written in one way."""
    async with database.transaction() as records:
        person = await records.people.recognise(
            "web",
            "u1",
            name=" Ben Ong ",
            email="Ben@Selat.example",
            locale="id",
            zone=None,
            at=NOON,
        )

    async with database.reading() as records:
        assert await records.people.get(person.id) == person
    assert person == Person(person.id, "Ben Ong", "ben@selat.example", "id", "UTC", frozenset())


async def test_a_second_account_with_the_same_address_is_the_same_person(
    database: Database, ben: Person
) -> None:
    """Somebody who comes in by Slack and by Teams is one person."""
    async with database.transaction() as records:
        person = await records.people.recognise(
            "slack", "U024", name="ben", email="BEN@selat.example", locale=None, zone=None, at=NOON
        )
        accounts = await records.people.list_accounts(person.id)

    assert person == ben
    assert accounts == (Account("web", "ben@selat.example"), Account("slack", "U024"))


async def test_accounts_without_an_address_are_different_people(database: Database) -> None:
    """A missing address is not an address in common."""
    async with database.transaction() as records:
        for external_id in ("u1", "u2"):
            await records.people.recognise(
                "web", external_id, name="Ben", email=None, locale=None, zone=None, at=NOON
            )
        everyone = await records.people.list_all()

    assert [person.email for person in everyone] == [None, None]


async def test_twenty_turns_of_somebody_new_at_once_meet_one_person(database: Database) -> None:
    """Whichever turn is first, the others find who it met, by account and by address."""

    async def recognise(channel: str) -> Person:
        async with database.transaction() as records:
            return await records.people.recognise(
                channel,
                "u1",
                name="Ben",
                email="ben@selat.example",
                locale="en",
                zone="UTC",
                at=NOON,
            )

    met = await asyncio.gather(*(recognise(channel) for channel in ["slack", "teams"] * 10))

    async with database.reading() as records:
        everyone = await records.people.list_all()
        accounts = await records.people.list_accounts(met[0].id)
    assert set(met) == set(everyone)
    assert len(everyone) == 1
    assert {account.channel for account in accounts} == {"slack", "teams"}


async def test_what_a_channel_says_anew_is_taken_over(database: Database, ben: Person) -> None:
    """A new name arrives with the next turn."""
    async with database.transaction() as records:
        person = await records.people.recognise(
            "web",
            "ben@selat.example",
            name="Ben Ong Wei",
            email="ben.ong@selat.example",
            locale="id",
            zone="Asia/Manila",
            at=NOON,
        )

    assert person.id == ben.id
    assert (person.name, person.email) == ("Ben Ong Wei", "ben.ong@selat.example")
    assert (person.locale, person.zone) == ("id", "Asia/Manila")


async def test_two_channels_that_disagree_do_not_take_turns(
    database: Database, ben: Person
) -> None:
    """What a channel says again is not news, whatever another one said between."""
    for channel, external_id, name in [
        ("slack", "U024", "benny"),
        ("web", "ben@selat.example", "Ben Ong"),
        ("slack", "U024", "benny"),
    ]:
        async with database.transaction() as records:
            person = await records.people.recognise(
                channel,
                external_id,
                name=name,
                email=ben.email,
                locale="en",
                zone="Asia/Singapore",
                at=NOON,
            )

    assert person.name == "Ben Ong"


async def test_an_address_of_somebody_else_is_not_taken_over(
    database: Database, ben: Person, sari: Person
) -> None:
    """Two people never become one by a change of address."""
    async with database.transaction() as records:
        person = await records.people.recognise(
            "web",
            "ben@selat.example",
            name="Ben Ong",
            email=sari.email,
            locale="en",
            zone="Asia/Singapore",
            at=NOON,
        )

    assert person == ben


async def test_what_a_person_prefers_outlasts_what_a_channel_says(
    database: Database, meet: Meet, ben: Person
) -> None:
    """A chosen language stays, also when the directory changes its mind."""
    async with database.transaction() as records:
        await records.people.set_preferences(ben, locale="id", zone="Asia/Bangkok", at=NOON)

    person = await meet("Ben Ong", locale="vi", zone="Asia/Manila")

    assert (person.locale, person.zone) == ("id", "Asia/Bangkok")


async def test_choosing_what_is_chosen_already_is_no_change(
    database: Database, ben: Person
) -> None:
    """The record of changes has changes only."""
    for _ in range(2):
        async with database.transaction() as records:
            await records.people.set_preferences(ben, locale="id", at=NOON)

    async with database.reading() as records:
        actions = [entry.action for entry in await records.audit.list_for(ben.reference)]
    assert actions.count("person.preferred") == 1


async def test_nobody_is_found_under_an_unknown_number(database: Database) -> None:
    """Nor under one that no database could hold."""
    async with database.reading() as records:
        for number in (1, 0, -1, 2**40, 2**80):
            with pytest.raises(PersonNotFoundError):
                await records.people.get(number)


async def test_somebody_is_found_by_address(database: Database, ben: Person) -> None:
    """However it is capitalised; an unknown address is refused."""
    async with database.reading() as records:
        found = await records.people.get_by_email(" BEN@selat.example")
        with pytest.raises(PersonNotFoundError):
            await records.people.get_by_email("nobody@selat.example")

    assert found == ben


async def test_roles_are_given_and_taken(database: Database, mei: Person, ben: Person) -> None:
    """By a lead; once given, giving again changes nothing."""
    async with database.transaction() as records:
        await records.people.grant(ben, Role.MENTOR, by=mei, at=NOON)
        granted = await records.people.grant(ben, Role.MENTOR, by=mei, at=NOON)
        mentors = await records.people.list_with_role(Role.MENTOR)
        revoked = await records.people.revoke(ben, Role.MENTOR, by=mei, at=NOON)
        await records.people.revoke(ben, Role.MENTOR, by=mei, at=NOON)

    async with database.reading() as records:
        entries = await records.audit.list_for(ben.reference)
    assert granted.roles == {Role.MENTOR}
    assert mentors == (granted,)
    assert revoked.roles == frozenset()
    assert [entry.action for entry in entries][-2:] == [
        "person.role_granted",
        "person.role_revoked",
    ]


async def test_whoever_has_left_is_asked_nothing(
    database: Database, mei: Person, arun: Person, run: Run
) -> None:
    """Neither by their role nor by their address, as a title would."""
    await run(f"UPDATE people SET is_active = false WHERE id = {arun.id}")  # noqa: S608 - a number
    async with database.reading() as records:
        reviewers = await records.people.list_with_role(Role.REVIEWER)
        holders = await records.people.list_by_email([str(arun.email), str(mei.email)])

    assert reviewers == ()
    assert holders == (mei,)


async def test_a_maker_gives_nobody_a_role(database: Database, ben: Person) -> None:
    """Least of all to themselves."""
    async with database.transaction() as records:
        with pytest.raises(NotALeadError):
            await records.people.grant(ben, Role.LEAD, by=ben, at=NOON)
        with pytest.raises(NotALeadError):
            await records.people.revoke(ben, Role.LEAD, by=ben, at=NOON)


async def test_the_record_of_changes_names_nobody(database: Database, ben: Person) -> None:
    """It is for ever, so it knows people by number."""
    async with database.reading() as records:
        entries = await records.audit.list_for(ben.reference)

    assert "Ben" not in repr(entries)
    assert "selat.example" not in repr(entries)
