"""What a platform posted is kept before it is acknowledged, so that no restart loses it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from governance import Database
from handlers import write_down_failure

SOON = 0.01
"""Seconds that an acknowledgement waits for the records; on a quiet machine they take a third."""

TOGETHER = 0.2
"""Seconds in which what is not waited for is collected."""


class Arrivals:
    """What came in to one channel and was not dealt with yet.

    Whatever comes while the records are being written is written together with the next, so that
    many at once wait hardly longer than one.
    """

    def __init__(
        self,
        database: Database,
        channel: str,
        now: Callable[[], datetime],
        *,
        pause: float = TOGETHER,
    ) -> None:
        """Keep them in *database*, by the clock *now*.

        What need not be written at once is written together with what comes in the *pause*, in
        seconds; a process that is killed meanwhile deals with it again, which the inbox notices.
        """
        self._database = database
        self._channel = channel
        self._now = now
        self._came: dict[str, str] = {}
        self._done: set[str] = set()
        self._seen: set[str] = set()
        self._writing = asyncio.Lock()
        self._pause = pause
        self._later: asyncio.TimerHandle | None = None
        self._noting: asyncio.Task[None] | None = None
        self._keeping: set[asyncio.Task[None]] = set()

    async def keep(self, name: str, body: str) -> None:
        """Keep what came under a *name*; when this returns, it may be acknowledged.

        Where the records are too busy for that, or cannot be written, it is dealt with all the
        same: whoever sent it does not wait for us, and hears what became of it.
        """
        self._came[name] = body
        keeping = asyncio.ensure_future(self._keep(name))
        self._keeping.add(keeping)
        keeping.add_done_callback(self._keeping.discard)
        await asyncio.wait({keeping}, timeout=SOON)

    def seen(self, turn: str) -> None:
        """Take note that the reply to a *turn* is shown; that is written down within moments."""
        self._seen.add(turn)
        self._soon()

    def done(self, name: str) -> None:
        """Forget what was dealt with; that is written down within moments."""
        self._done.add(name)
        self._soon()

    async def settled(self) -> None:
        """Wait until everything that is known here is written down."""
        if self._later is not None:
            self._later.cancel()
            self._later = None
        async with self._writing:
            if self._came or self._seen or self._done:
                await self._write()

    async def again(self, take: Callable[[str], Awaitable[None]], *, before: datetime) -> int:
        """Let *take* deal with what came *before* a time and was left; say how much it was."""
        async with self._database.transaction() as office:
            left = await office.arrivals.left(self._channel, before=before)
        for arrival in left:
            await take(arrival.body)
        return len(left)

    async def _keep(self, name: str) -> None:
        async with self._writing:
            if name in self._came:
                await self._write()

    def _soon(self) -> None:
        """Write down in a while what is not waited for, with all that comes until then."""
        if self._later is None:
            loop = asyncio.get_running_loop()
            self._later = loop.call_later(self._pause, self._note)

    def _note(self) -> None:
        self._noting = asyncio.create_task(self.settled())

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
