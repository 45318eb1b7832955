"""Who is served from Slack: colleagues wherever they write, and nobody else in a shared channel."""

from typing import Any

import pytest

from bot.chat.channel import UndeliverableError
from bot.settings import Settings
from handlers import KeptFile, Reply
from tests.slack.conftest import Seat, seated, seen
from tests.slack.doubles.web_api import TEAM, US, Failing, Workspace

BEN, MEI, EVA, GUS = "U0BEN", "U0MEI", "U0EVA", "U0GUS"
ZAPIER = "Which data may Zapier see?"
SHARED = {
    "channel": "C0SHARED",
    "channel_type": "channel",
    "type": "app_mention",
    "team": "T0OTHER",
    "user_team": "T0OTHER",
    "source_team": "T0OTHER",
}
"""What an event of somebody of another workspace says, in a channel that both share."""


async def mention_from_elsewhere(seat: Seat, user: str, text: str = ZAPIER) -> None:
    """Let somebody of another workspace mention us; the event names theirs."""
    asked = seat.message(user, f"<@{US}> {text}", **SHARED)
    ours = [{"team_id": TEAM, "user_id": US, "is_bot": True}]
    await seat.event(asked, team_id="T0OTHER", authorizations=ours)


async def test_an_address_from_elsewhere_makes_nobody_the_lead(seat: Seat) -> None:
    """The administrator of another workspace writes into its profiles what they like."""
    forged = {"real_name": "Mei Tan", "email": "mei@selat.example"}
    seat.workspace.people[EVA] = {**seat.workspace.people[EVA], "profile": forged}
    await mention_from_elsewhere(seat, EVA)
    await mention_from_elsewhere(seat, EVA, "/channel")
    await seat.event(seat.message(EVA, "/review", team="T0OTHER"), team_id="T0OTHER")
    await seat.interact(
        {"type": "shortcut", "user": {"id": EVA}, "callback_id": "register"}
        | {"team": {"id": "T0OTHER"}}
    )

    assert "C0SHARED" not in seat.workspace.messages
    assert seat.workspace.views == {}
    assert {seen(each["blocks"]) for each in seat.workspace.said_to(EVA)} == {
        "Guildmate hanya menjawab rekan kerja di organisasi ini."
    }
    async with seat.app.database.reading() as records:
        mei = await records.people.get_by_email("mei@selat.example")
        accounts = await records.people.list_accounts(mei.id)
    assert EVA not in {each.external_id for each in accounts}


@pytest.mark.parametrize(
    ("installed", "belongs", "is_served"),
    [
        ({}, {"team_id": None}, False),
        ({}, {"team_id": "T0OTHER", "enterprise_user": {"teams": [TEAM, "T0OTHER"]}}, True),
        ({}, {"team_id": "T0OTHER", "enterprise_user": {"enterprise_id": "E0OURS"}}, False),
        (
            {"enterprise_id": "E0OURS", "is_enterprise_install": True},
            {"team_id": "T0OTHER", "enterprise_user": {"enterprise_id": "E0OURS"}},
            True,
        ),
        (
            {"enterprise_id": "E0OURS", "is_enterprise_install": True},
            {"team_id": "T0OTHER", "enterprise_user": {"enterprise_id": "E0THEIRS"}},
            False,
        ),
        (
            {"enterprise_id": "E0OURS", "is_enterprise_install": False},
            {"team_id": "T0OTHER", "enterprise_user": {"enterprise_id": "E0OURS"}},
            False,
        ),
    ],
    ids=["not said", "grid", "grid elsewhere", "org-wide", "another org", "one of the org"],
)
async def test_who_belongs_here_is_served(
    seat: Seat, installed: dict[str, Any], belongs: dict[str, Any], *, is_served: bool
) -> None:
    """In one workspace, in several of a grid, or in all of an organisation."""
    seat.workspace.installed = installed
    profile = {**seat.workspace.people[BEN], **belongs}
    seat.workspace.people[BEN] = {name: said for name, said in profile.items() if said is not None}
    said = seen((await seat.says(BEN, ZAPIER))["blocks"])

    assert ("[1] " in said) is is_served
    assert ("this organisation only" in said) is not is_served


async def test_an_event_from_a_shared_channel_keeps_to_our_names(seat: Seat) -> None:
    """What the lead chose for the channel holds, whichever team the event names."""
    ours = [{"team_id": TEAM, "user_id": US, "is_bot": True}]
    there = {"channel": "C0GENERAL", "channel_type": "channel", "type": "app_mention"}
    await seat.command(MEI, "/ai-channel")
    await seat.submit(MEI, {"first": "asker", "threads": "yes"})
    asked = seat.message(BEN, f"<@{US}> {ZAPIER}", **there)
    await seat.event(asked, team_id="T0OTHER", authorizations=ours)

    [whisper] = seat.workspace.whispers
    assert "[1] " in seen(whisper["blocks"])
    assert "C0GENERAL" not in seat.workspace.messages


async def test_where_we_are_is_asked_once(seat: Seat) -> None:
    """It does not change while a process lives."""
    await seat.says(BEN, "hello")
    await seat.says(MEI, "hello")

    assert [method for method, _ in seat.workspace.calls].count("auth.test") == 1


async def test_somebody_who_was_here_is_known_in_a_new_process(
    settings: Settings, workspace: Workspace
) -> None:
    """While Slack cannot say who they are; whom it does not know any more is not served."""
    async with seated(settings, workspace) as seat:
        await seat.says(BEN, "hello")
    workspace.failing = [Failing("users.info", 503, times=99)]
    async with seated(settings, workspace) as seat:
        answered = seen((await seat.says(BEN, ZAPIER))["blocks"])
        unknown = seen((await seat.says(MEI, ZAPIER))["blocks"])
    workspace.failing = [Failing("users.info", error="user_not_found", times=99)]
    async with seated(settings, workspace) as seat:
        gone = seen((await seat.says(BEN, ZAPIER))["blocks"])

    assert "[1] " in answered
    assert "could not find out who you are" in unknown
    assert "could not find out who you are" in gone


async def test_a_file_for_somebody_who_is_no_colleague_is_given_up(seat: Seat) -> None:
    """Trying for an hour would change nothing."""
    with pytest.raises(UndeliverableError) as found:
        await seat.channel.deliver(
            GUS, Reply((KeptFile("0" * 32, "a.pdf", "A file"),)), locale="en", key="k"
        )

    assert (found.value.reason, found.value.is_final) == ("chat-guest", True)


async def test_a_guest_is_told_in_their_own_language(seat: Seat) -> None:
    """That of the profile, which was read to find out that they are one."""
    seat.workspace.people[GUS] = {**seat.workspace.people[GUS], "locale": "vi-VN"}
    said = seen((await seat.says(GUS, ZAPIER))["blocks"])

    assert "khách" in said
