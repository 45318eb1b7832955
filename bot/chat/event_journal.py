"""What a platform posted is kept before it is acknowledged, so that no restart loses it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.chat.background_tasks import Tasks
from governance import Database, DatabaseUnreachableError
from handlers import write_down_failure

SOON = 0.01
"""Seconds that an acknowledgement waits for the records; on a quiet machine they take two
thousandths."""

TOGETHER = 0.2
"""Seconds in which what is not waited for is collected."""

ANEW = 5.0
"""Seconds after which it is tried again to write down what could not be."""


class LeftError(Exception):
    """Nothing could be done about what came, and nothing be said: it is for a later attempt."""


class Arrivals:
    """What came in to one channel and was not dealt with yet.

    Whatever comes while the records are being written is written together with the next, so that
    many at once wait hardly longer than one. A process that is killed before it has noted what it
    dealt with deals with that again, which the inbox notices.
    """

    def __init__(self, database: Database, channel: str, now: Callable[[], datetime]) -> None:
        """Keep them in *database*, by the clock *now*."""
        self.now = now
        self._database = database
        self._channel = channel
        self._live: set[str] = set()
        self._came: dict[str, str] = {}
        self._done: set[str] = set()
        self._seen: set[str] = set()
        self._writing = asyncio.Lock()
        self._later: asyncio.TimerHandle | None = None
        self._tasks = Tasks(channel, DatabaseUnreachableError)

    async def keep(self, name: str, body: str) -> None:
        """Keep what came under a *name*; when this returns, it may be acknowledged.

        Where the records are too busy for that, or cannot be written, it is dealt with all the
        same: whoever sent it does not wait for us, and hears what became of it.
        """
        self._live.add(name)
        self._came[name] = body
        await asyncio.wait({self._tasks.begin(self._keep(name))}, timeout=SOON)

    def seen(self, turn: str) -> None:
        """Take note that the reply to a *turn* is shown; that is written down within moments."""
        self._seen.add(turn)
        self._soon()

    def done(self, name: str) -> None:
        """Forget what was dealt with; that is written down within moments."""
        self._live.discard(name)
        self._came.pop(name, None)
        self._done.add(name)
        self._soon()

    def leave(self, name: str) -> None:
        """Let another attempt deal with what could not be dealt with now."""
        self._live.discard(name)

    async def again(self, take: Callable[[str], Awaitable[None]], *, before: datetime) -> int:
        """Let *take* deal with what came *before* a time and was left; say how much it was.

        What is being dealt with here is left alone; one that nobody can read spoils no other.
        """
        async with self._database.transaction() as records:
            left = await records.event_journal.lease(self._channel, before=before)
        taken = [arrival for arrival in left if arrival.name not in self._live]
        for arrival in taken:
            self._live.add(arrival.name)
            try:
                await take(arrival.body)
            except Exception as error:  # noqa: BLE001 - the others are taken all the same
                write_down_failure("arrivals.not_taken", error, channel=self._channel)
                self.done(arrival.name)
        return len(taken)

    async def settled(self) -> None:
        """Wait until everything that is known here is written down."""
        if self._later is not None:
            self._later.cancel()
            self._later = None
        async with self._writing:
            if self._came or self._seen or self._done:
                await self._write()

    async def _keep(self, name: str) -> None:
        async with self._writing:
            if name in self._came:
                await self._write()

    def _soon(self, pause: float = TOGETHER) -> None:
        """Write down in a while what is not waited for, with all that comes until then."""
        if self._later is None:
            self._later = asyncio.get_running_loop().call_later(pause, self._note)

    def _note(self) -> None:
        self._tasks.begin(self.settled())

    async def _write(self) -> None:
        came, seen, done = self._came, self._seen, self._done
        self._came, self._seen, self._done = {}, set(), set()
        try:
            async with self._database.transaction() as records:
                if came:
                    await records.event_journal.append(self._channel, came, at=self.now())
                if seen:
                    await records.inbox.mark_shown(self._channel, seen)
                if done:
                    await records.event_journal.delete(self._channel, done)
        except Exception as error:  # noqa: BLE001 - it is dealt with all the same
            write_down_failure("arrivals.not_written", error, channel=self._channel)
            self._came = {**came, **self._came}
            self._seen |= seen
            self._done |= done
            self._soon(ANEW)
