"""How long Teams waits for an acknowledgement, beside the bare SDK; and a long day there."""

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn

import aiohttp
import structlog

from tests.bench.acknowledging import EVENTS, OURS, SECONDS, Post, acknowledged, figures, process
from tests.teams.conftest import Hurry, seated, settings_for
from tests.teams.doubles import shapes
from tests.teams.doubles.issuer import APP, ISSUER, SECRET, TENANT, issuer_at_home
from tests.teams.doubles.soak import live
from tests.teams.doubles.tenant import Tenant, member, teams_at_home

BARE = ("-m", "tests.bench.bare_teams")

PEOPLE = 500
"""How many people write: Teams allows each chat two answers a second, and the tenant some fifty."""


def main() -> None:
    """Print the figures; another number of seconds, and of activities, may be given."""
    seconds, activities = (*map(int, filter(str.isdigit, sys.argv[1:])), SECONDS, EVENTS)[:2]
    structlog.configure(processors=[_quiet])
    for name, figure in asyncio.run(_figures(seconds, activities)).items():
        print(f"teams: {name:44} {figure:10.2f}")  # noqa: T201 - printing is its purpose
    structlog.reset_defaults()


def _quiet(*_: object) -> NoReturn:
    raise structlog.DropEvent


async def _figures(seconds: int, activities: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        async with issuer_at_home() as issuer, teams_at_home(issuer) as tenant:
            tenant.paced = False
            tenant.people |= {each["id"]: each for each in map(_somebody, range(PEOPLE))}
            async with _posting(tenant, Path(home) / "own", BARE) as posts:
                nothing = await acknowledged(posts, seconds)
            async with _posting(tenant, Path(home) / "own", OURS) as posts:
                ours = await acknowledged(posts, seconds)
        async with issuer_at_home() as issuer, teams_at_home(issuer) as tenant:
            clock = Hurry()
            tenant.tick = clock.tick
            os.environ["REQUESTS_CA_BUNDLE"] = issuer.authority
            settings = settings_for(tenant, Path(home) / "day")
            async with seated(settings, tenant, clock) as seat:
                started = time.perf_counter()
                seen = await live(seat, activities, seed=7)
                took = time.perf_counter() - started
    return figures(ours, nothing) | {
        "activities of the long day": seen["sent"],
        "effects left out": seen["lost"],
        "effects too many": seen["doubled"],
        "messages Teams would refuse": seen["refused"],
        "activities a second": seen["sent"] / took,
    }


def _somebody(n: int) -> shapes.JSON:
    return member(f"Person{n} Maker", "Asia/Singapore")


def _id(n: int) -> str:
    return f"29:1person{n % PEOPLE}"


@asynccontextmanager
async def _posting(
    tenant: Tenant, home: Path, command: Sequence[str]
) -> AsyncIterator[tuple[Post, ...]]:
    """Run what is measured, and give what people do there once it serves."""
    issuer = tenant.issuer
    env = {
        "GUILDMATE_HOME": str(home),
        "GUILDMATE_EMBEDDER": "none",
        "REQUESTS_CA_BUNDLE": issuer.authority,
        "TEAMS_APP_ID": APP,
        "TEAMS_APP_PASSWORD": SECRET,
        "TEAMS_TENANT_ID": TENANT,
        "TEAMS_OPENID_METADATA_URL": issuer.metadata_url,
        "TEAMS_TOKEN_ISSUER": ISSUER,
        "TEAMS_LOGIN_URL": issuer.login_url,
        "TEAMS_SERVICE_URLS": tenant.address,
    }
    async with process(command, env) as port, aiohttp.ClientSession() as session:
        address = f"http://127.0.0.1:{port}/api/messages"
        posts = _posts(tenant, address, session)
        await _serving(posts[0])
        yield posts


async def _serving(post: Post) -> None:
    """Wait until somebody answers."""
    for n in range(300):
        try:
            await post(-n)
        except aiohttp.ClientError:
            await asyncio.sleep(0.1)
        else:
            return
    raise RuntimeError("nobody serves")


def _posts(tenant: Tenant, address: str, session: aiohttp.ClientSession) -> tuple[Post, ...]:
    """Mix what people do: they write, they mention, they put hearts."""
    token = tenant.issuer.token(tenant.address)
    signed = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    async def post(body: shapes.JSON) -> tuple[int, object]:
        async with session.post(
            address, data=json.dumps(body).encode(), headers=signed
        ) as response:
            return response.status, await response.text()

    def message(n: int) -> Awaitable[tuple[int, object]]:
        return post(shapes.message(tenant, _id(n), "Which data may Zapier see?"))

    def command(n: int) -> Awaitable[tuple[int, object]]:
        return post(shapes.message(tenant, _id(n), "help"))

    def reaction(n: int) -> Awaitable[tuple[int, object]]:
        return post(shapes.reaction(tenant, _id(n), {"id": "1"}))

    return message, command, reaction


if __name__ == "__main__":
    main()
