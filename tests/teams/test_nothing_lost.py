"""What came in from Teams is answered, and what was answered is shown, whenever a process ends."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.jobs.deliveries import deliver
from bot.settings import Settings
from tests.teams.conftest import Hurry, Seat, seated, seen
from tests.teams.doubles import shapes
from tests.teams.doubles.tenant import Tenant
from tests.teams.test_jobs import BEN

REVIEW = "How long does a review take?"


@pytest.fixture
async def seat(settings: Settings, tenant: Tenant, clock: Hurry) -> AsyncIterator[Seat]:
    """Guildmate running, until it is killed in the middle of something."""
    async with seated(settings, tenant, clock, grace=0.01) as seat:
        yield seat


async def when(tenant: Tenant, kind: str) -> None:
    """Wait until Teams is asked for something."""
    for _ in range(500):
        if kind in [name for name, _ in tenant.calls]:
            return
        await asyncio.sleep(0.02)
    pytest.fail(f"{kind} was never called")


async def later(settings: Settings, tenant: Tenant, clock: Hurry) -> None:
    """Let another process do what it does ten minutes later."""
    at = clock.now() + timedelta(minutes=10)
    tenant.slow = {}
    async with seated(settings, tenant, clock) as seat:
        await seat.channel.retry_pending(before=at)
        await seat.channel.wait_until_idle()
        await seat.app.assistant.resume(before=at, at=at)
        await deliver(seat.app.database, seat.app.channels, at=at)
        await seat.channel.wait_until_idle()


def answers(tenant: Tenant) -> int:
    """Count the answers that Ben has."""
    return sum("Review clocks count" in seen(each) for each in tenant.said_to(BEN))


@pytest.mark.parametrize(
    "slow", ["who", "send"], ids=["before it is known who asks", "before the answer is shown"]
)
async def test_a_process_that_is_killed_loses_nothing(
    seat: Seat, settings: Settings, tenant: Tenant, clock: Hurry, slow: str
) -> None:
    """Whatever was acknowledged is answered by the next one, once."""
    tenant.slow = {slow: 60}
    status, _ = await seat.post(shapes.message(tenant, BEN, REVIEW))
    await when(tenant, slow)
    await later(settings, tenant, clock)
    await later(settings, tenant, clock)

    assert status == 201
    assert answers(tenant) == 1
    assert tenant.refusals == []


async def test_of_many_that_wait_when_a_process_ends_none_is_lost(
    settings: Settings, tenant: Tenant, clock: Hurry
) -> None:
    """Also those that nobody had begun to answer."""
    tenant.slow = {"send": 60}
    async with seated(settings, tenant, clock, grace=0.01) as seat:
        for _ in range(10):
            await seat.post(shapes.message(tenant, BEN, REVIEW))
        await when(tenant, "send")
    await later(settings, tenant, clock)
    await later(settings, tenant, clock)

    assert answers(tenant) == 10


async def test_what_was_dealt_with_is_kept_no_longer(seat: Seat) -> None:
    """What people say is in the records only while it may be lost."""
    await seat.says(BEN, REVIEW)
    await seat.does(shapes.installation(seat.tenant, BEN, "add"))
    at = seat.clock.now() + timedelta(days=1)
    async with seat.app.database.reading() as records:
        left = await records.event_journal.lease("teams", before=at)

    assert left == ()
