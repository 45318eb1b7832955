"""The game that is played at the register."""

from collections.abc import AsyncIterator

import pytest_asyncio

from governance import Database, Person
from governance.storage.engines import engine_at
from tests.governance.attempts.gaming import Game
from tests.governance.register_play import find_faults


@pytest_asyncio.fixture
async def game(database: Database, address: str, ben: Person, arun: Person) -> AsyncIterator[Game]:
    """Play, and look over the whole register at the end."""
    yield Game(database, ben, arun)
    engine = engine_at(address, lock_timeout_s=5)
    assert await find_faults(engine) == []
    await engine.dispose()
    async with database.reading() as records:
        assert await records.audit.verify() is None
