"""One registration, begun in Slack and finished in Teams: one person, one record."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

import aiohttp
import pytest

from bot.app import open_app
from bot.chat.channel import Service
from bot.server import serving
from bot.settings import Settings, TeamsSettings
from bot.slack.channel import Slack
from bot.teams.channel import Teams
from tests.handlers.registering import INVOICES
from tests.slack import conftest as slack
from tests.slack.doubles.web_api import slack_at_home
from tests.teams import conftest as teams
from tests.teams.conftest import Hurry
from tests.teams.doubles.tenant import Tenant
from tests.teams.test_jobs import fill


@dataclass(slots=True)
class Desk:
    """Somebody with both on their screen."""

    slack: slack.Seat
    teams: teams.Seat


@pytest.fixture
async def desk(settings: Settings, tenant: Tenant, clock: Hurry) -> AsyncIterator[Desk]:
    """Guildmate running with both channels."""
    async with AsyncExitStack() as stack:
        workspace = await stack.enter_async_context(slack_at_home())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        alone = settings.model_copy(update={"teams": TeamsSettings()})
        app = await stack.enter_async_context(open_app(alone))
        slack_app = Slack(slack.settings_for(workspace, settings.home).slack, pause=clock.pause)
        teams_app = Teams(settings.teams, now=clock.now, tick=clock.tick, pause=clock.pause)
        service = Service(app.database, app.handbook, app.assistant, settings.url)
        there = await slack_app.open(service)
        stack.push_async_callback(there.close)
        here = await teams_app.open(service)
        stack.push_async_callback(here.close)
        reached = replace(app, settings=settings, channels=(there, here))
        port = await stack.enter_async_context(serving(reached, "127.0.0.1", 0))
        address = f"http://127.0.0.1:{port}"
        yield Desk(
            slack.Seat(workspace, address, session, reached, there),
            teams.Seat(tenant, address, session, reached, here, clock),
        )


async def test_begun_in_slack_finished_in_teams(desk: Desk) -> None:
    """What was typed there is filled in here."""
    await desk.slack.command("U0BEN", "/ai-register")
    first = {name: INVOICES[name] for name in ("name", "purpose", "already_running")}
    await desk.slack.submit("U0BEN", first)
    await desk.teams.says("29:1ben", "register")
    await desk.teams.press("29:1ben", "Continue")
    begun = teams.seen(desk.teams.last("29:1ben"))
    await fill(desk.teams, "29:1ben", INVOICES)
    await desk.teams.press("29:1ben", "Register it")
    app = desk.teams.app
    async with app.database.reading() as records:
        ben = await records.people.get_by_email("ben@selat.example")
        accounts = {each.channel for each in await records.people.list_accounts(ben.id)}
        solutions = await records.registry.list_owned_by(ben)
        everyone = await records.people.list_all()

    assert "Reads supplier invoices." in begun
    assert [each.name for each in solutions] == ["Invoice reader"]
    assert {"slack", "teams"} <= accounts
    assert len([each for each in everyone if each.name == "Ben Ong"]) == 1
    assert desk.teams.tenant.refusals == desk.slack.workspace.refusals == []


async def test_registered_at_once_on_both_it_is_registered_once(desk: Desk) -> None:
    """The same draft, sent from two screens."""
    await desk.teams.says("29:1ben", "register")
    await fill(desk.teams, "29:1ben", INVOICES)
    await desk.slack.command("U0BEN", "/ai-register")
    await desk.slack.press("U0BEN", "Continue", desk.slack.last("U0BEN"))
    await asyncio.gather(
        desk.teams.press("29:1ben", "Register it"),
        desk.slack.press("U0BEN", "Register it", desk.slack.last("U0BEN")),
    )
    async with desk.teams.app.database.reading() as records:
        solutions = await records.registry.list_owned_by(
            await records.people.get_by_email("ben@selat.example")
        )

    assert len(solutions) == 1
