"""The demonstration's people."""

from datetime import timedelta

from bot import clock, demo
from bot.app import App
from governance import Role


async def test_everybody_is_there_with_their_roles(app: App) -> None:
    """Two makers, a reviewer, two mentors, a lead."""
    async with app.database.reading() as records:
        roles = {person.name: person.roles for person in await records.people.list_all()}

    assert len(roles) == 6
    assert roles["Mei Tan"] == {Role.LEAD}
    assert roles["Nattaya Srisuk"] == {Role.MENTOR, Role.REVIEWER}
    assert roles["Sari Wulandari"] == set()


async def test_every_topic_has_a_mentor_with_time(app: App) -> None:
    """Somebody who asks for a mentor in the demonstration is offered one."""
    at = clock.now()
    async with app.database.reading() as records:
        free = [
            await records.office_hours.list_free_slots(
                topic.id, since=at, until=at + timedelta(days=14), holidays={}
            )
            for topic in app.assistant.policy.topics
        ]

    assert all(free)


async def test_they_are_put_in_once(app: App) -> None:
    """What a person changed in the demonstration stays changed."""
    async with app.database.transaction() as records:
        arun = await records.people.get_by_email("arun@selat.example")
        await records.people.revoke(arun, Role.REVIEWER, by=None, at=clock.now())

    assert not await demo.seed(app.database, topics=("a",), at=clock.now())

    async with app.database.reading() as records:
        assert (await records.people.get(arun.id)).roles == set()
