"""What a platform posted is kept before it is acknowledged, so that no restart loses it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from governance import Database
from handlers import write_down_failure


class Arrivals:
    """What came in to one channel and was not dealt with yet.

    Whatever comes while the records are being written is written together with the next, so that
    many at once wait hardly longer than one.
    """

    def __init__(self, database: Database, channel: str, now: Callable[[], datetime]) -> None:
        """Keep them in *database*, by the clock *now*."""
        self._database = database
        self._channel = channel
        self._now = now
        self._came: dict[str, str] = {}
        self._done: set[str] = set()
        self._seen: set[str] = set()
        self._writing = asyncio.Lock()

    async def keep(self, name: str, body: str) -> None:
        """Keep what came under a *name*; when this returns, it may be acknowledged.

        Where the records cannot be written it is dealt with all the same, and whoever sent it
        hears what became of it.
        """
        self._came[name] = body
        await self._written(lambda: name in self._came)

    async def seen(self, turn: str) -> None:
        """Take note that the reply to a *turn* is shown."""
        self._seen.add(turn)
        await self._written(lambda: turn in self._seen)

    async def done(self, name: str) -> None:
        """Forget what was dealt with."""
        self._done.add(name)
        await self._written(lambda: name in self._done)

    async def again(self, take: Callable[[str], Awaitable[None]], *, before: datetime) -> int:
        """Let *take* deal with what came *before* a time and was left; say how much it was."""
        async with self._database.transaction() as office:
            left = await office.arrivals.left(self._channel, before=before)
        for arrival in left:
            await take(arrival.body)
        return len(left)

    async def _written(self, waits: Callable[[], bool]) -> None:
        async with self._writing:
            if waits():
                await self._write()

    async def _write(self) -> None:
        came, seen, done = self._came, self._seen, self._done
        self._came, self._seen, self._done = {}, set(), set()
        try:
            async with self._database.transaction() as office:
                if came:
                    await office.arrivals.keep(self._channel, came, at=self._now())
                if seen:
                    await office.inbox.seen(self._channel, seen)
                if done:
                    await office.arrivals.done(self._channel, done)
        except Exception as error:  # noqa: BLE001 - it is dealt with all the same
            write_down_failure("arrivals.not_written", error, channel=self._channel)
