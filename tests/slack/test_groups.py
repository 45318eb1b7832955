"""Channels as their leads want them, and user groups that carry roles."""

from datetime import timedelta

from bot import clock
from bot.slack.groups import MAX_MEMBERS_AGE, SlackGroups
from governance import Role
from tests.slack.conftest import Seat, seen
from tests.slack.doubles.web_api import US, Failing

BEN, MEI, SARI, GUS = "U0BEN", "U0MEI", "U0SARI", "U0GUS"
ZAPIER = "Which data may Zapier see?"
THERE = {"channel": "C0GENERAL", "channel_type": "channel"}
REVIEWERS = "S0REVIEW"


async def mention(seat: Seat, user: str, text: str) -> dict[str, object]:
    """Mention us in the channel."""
    asked = seat.message(user, f"<@{US}> {text}", **THERE)
    await seat.event({**asked, "type": "app_mention"})
    return asked


async def choose(seat: Seat, first: str, threads: str) -> None:
    """Let the lead choose for the channel, by command there."""
    await seat.command(MEI, "/ai-channel")
    await seat.submit(MEI, {"first": first, "threads": threads})


async def test_a_lead_lets_the_asker_read_first(seat: Seat) -> None:
    """By a command typed in the channel; the asker shares."""
    await choose(seat, "asker", "yes")
    await mention(seat, BEN, ZAPIER)
    [whisper] = seat.workspace.whispers

    assert "how I do it in this channel" in seen(seat.modal["blocks"])
    assert "C0GENERAL" not in seat.workspace.messages
    assert "[1] " in seen(whisper["blocks"])
    await choose(seat, "everybody", "yes")
    await mention(seat, BEN, ZAPIER)
    assert "[1] " in seen(seat.workspace.messages["C0GENERAL"][-1]["blocks"])
    assert seat.workspace.refusals == []


async def test_a_lead_lets_threads_be(seat: Seat) -> None:
    """Only a mention is answered then."""
    asked = await mention(seat, BEN, ZAPIER)
    thread = {"thread_ts": asked["ts"], **THERE}
    await choose(seat, "everybody", "no")
    await seat.event(seat.message(BEN, "and for contractors?", **thread))

    assert len(seat.workspace.messages["C0GENERAL"]) == 1
    await choose(seat, "everybody", "yes")
    await seat.event(seat.message(BEN, "and for contractors?", **thread))
    assert len(seat.workspace.messages["C0GENERAL"]) == 2


async def test_only_a_lead_may(seat: Seat) -> None:
    """Others are told whose it is."""
    await seat.command(BEN, "/ai-channel")

    assert "governance lead" in seen(seat.last(BEN)["blocks"]).lower()
    async with seat.app.database.reading() as records:
        assert await records.channel_settings.find("slack:T0GUILD.C0GENERAL") is None


async def roles(seat: Seat, email: str) -> frozenset[Role]:
    """Say which roles somebody holds."""
    async with seat.app.database.reading() as records:
        return (await records.people.get_by_email(email)).roles


async def groups(seat: Seat) -> SlackGroups:
    """Let a group carry a role; give what asks Slack about it."""
    async with seat.app.database.transaction() as records:
        await records.groups.assign_role("slack", REVIEWERS, Role.REVIEWER, at=clock.now())
    return seat.channel._groups  # noqa: SLF001 - what goes on by itself, at a time of ours


async def test_a_group_carries_a_role_for_as_long_as_one_is_in_it(seat: Seat) -> None:
    """For colleagues who have been here; a role given by hand stays."""
    seat.workspace.groups[REVIEWERS] = {SARI, GUS, "U0NEVER"}
    asking = await groups(seat)
    await seat.says(SARI, "hello")
    await asking.refresh(at=clock.now())
    inside = await roles(seat, "sari@selat.example")
    async with seat.app.database.transaction() as records:
        reviewers = [each.name for each in await records.people.list_with_role(Role.REVIEWER)]
        sari = await records.people.get_by_email("sari@selat.example")
        await records.people.grant(sari, Role.MENTOR, by=None, at=clock.now())
    seat.workspace.groups[REVIEWERS] = set()
    await asking.refresh(at=clock.now())

    assert inside == {Role.REVIEWER}
    assert "Sari Wulandari" in reviewers
    assert await roles(seat, "sari@selat.example") == {Role.MENTOR}


async def test_while_slack_does_not_say_what_was_known_holds_for_a_day(seat: Seat) -> None:
    """A turn does not wait for it; a group that is gone carries nothing."""
    seat.workspace.groups[REVIEWERS] = {SARI}
    asking = await groups(seat)
    await seat.says(SARI, "hello")
    now = clock.now()
    await asking.refresh(at=now)
    seat.workspace.failing = [Failing("usergroups.users.list", error="internal_error", times=99)]
    await asking.refresh(at=now + MAX_MEMBERS_AGE - timedelta(minutes=1))
    soon = await roles(seat, "sari@selat.example")
    again = SlackGroups(asking._api, seat.app.database, asking._people)  # noqa: SLF001 - as a new process would
    await again.refresh(at=now + MAX_MEMBERS_AGE + timedelta(minutes=1))
    late = await roles(seat, "sari@selat.example")

    assert soon == {Role.REVIEWER}
    assert not late
    seat.workspace.failing = []
    await asking.refresh(at=now)
    assert await roles(seat, "sari@selat.example") == {Role.REVIEWER}
    del seat.workspace.groups[REVIEWERS]
    await asking.refresh(at=now)
    assert not await roles(seat, "sari@selat.example")


async def test_turns_make_it_ask_now_and_then(seat: Seat) -> None:
    """Nobody has to do anything for it."""
    seat.workspace.groups[REVIEWERS] = {SARI}
    await groups(seat)
    await seat.says(SARI, "hello")
    await seat.says(SARI, "hello")
    asked = [name for name, _ in seat.workspace.calls if name == "usergroups.users.list"]

    assert len(asked) == 1
