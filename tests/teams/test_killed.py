"""What Teams had acknowledged is answered once, though the process is killed at that moment."""

import json
import os

import aiohttp

from bot.settings import Settings
from tests.fixtures.killed import acknowledged_before_kill, count_turns
from tests.teams.conftest import Hurry
from tests.teams.doubles import shapes
from tests.teams.doubles.tenant import Tenant
from tests.teams.test_jobs import BEN
from tests.teams.test_nothing_lost import REVIEW, answers, later

ROUNDS = 2


async def test_what_is_acknowledged_is_kept(
    settings: Settings, tenant: Tenant, clock: Hurry, address: str
) -> None:
    """On either database, with several requests at once."""
    teams = settings.teams
    assert teams.app_password
    env = {
        "DATABASE_URL": address,
        "REQUESTS_CA_BUNDLE": os.environ["REQUESTS_CA_BUNDLE"],
        "TEAMS_APP_ID": teams.app_id,
        "TEAMS_APP_PASSWORD": teams.app_password.get_secret_value(),
        "TEAMS_TENANT_ID": teams.tenant_id,
        "TEAMS_OPENID_METADATA_URL": teams.openid_metadata_url,
        "TEAMS_TOKEN_ISSUER": teams.token_issuer,
        "TEAMS_LOGIN_URL": teams.login_url,
        "TEAMS_SERVICE_URLS": teams.service_urls,
    }
    async with aiohttp.ClientSession() as session:

        async def post(where: str, _number: int) -> int:
            body = shapes.message(tenant, BEN, REVIEW)
            headers = {
                "Authorization": f"Bearer {tenant.issuer.token(body['serviceUrl'])}",
                "Content-Type": "application/json; charset=utf-8",
            }
            async with session.post(
                f"{where}/api/messages", data=json.dumps(body).encode(), headers=headers
            ) as response:
                return response.status

        acknowledged = await acknowledged_before_kill(
            post, home=settings.home, env=env, rounds=ROUNDS
        )
    kept = settings.model_copy(update={"database_url": address})
    await later(kept, tenant, clock)
    await later(kept, tenant, clock)

    assert acknowledged >= ROUNDS
    assert answers(tenant) == await count_turns(address, "teams") >= acknowledged
