"""Durable journal of inbound events that are not processed yet; no restart loses one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.chat.background_tasks import BackgroundTasks
from governance import Database, DatabaseUnreachableError, UnitOfWork
from handlers import log_failure

RETRY_WRITE_DELAY_S = 0.1
"""Seconds until a write that an acknowledgement waits for is tried again."""

BATCH_DELAY_S = 0.2
"""Seconds in which writes that nobody waits for are collected into one transaction."""

RETRY_DELAY_S = 5.0
"""Seconds until a failed write is tried again."""


FollowUp = Callable[[], Awaitable[None]]
"""What is to be done on the platform once something is written."""

DeferredWrite = Callable[[UnitOfWork], Awaitable[FollowUp | None]]
"""Writes to the records within the next batch."""


class RetryLaterError(Exception):
    """An event could neither be processed nor refused in words; a later attempt retries it."""


class JournalWriter:
    """The journal of one channel, written in batches.

    Events that arrive during a write go out together with the next one, so that many at once wait
    hardly longer than one, and none waits for turns. A process that is killed between processing
    an event and marking it done processes it again; the inbox deduplicates by turn id.
    """

    def __init__(self, database: Database, channel: str, now: Callable[[], datetime]) -> None:
        """Write to *database* for the *channel* of that name, by the clock *now*."""
        self.now = now
        self._database = database
        self._channel = channel
        self._in_progress: set[str] = set()
        self._unwritten: dict[str, str] = {}
        self._done: set[str] = set()
        self._shown: set[str] = set()
        self._deferred: list[DeferredWrite] = []
        self._writing = asyncio.Lock()
        self._flushing = asyncio.Lock()
        self._timer: asyncio.TimerHandle | None = None
        self._tasks = BackgroundTasks(channel, DatabaseUnreachableError)

    async def record(self, name: str, body: str, *, timeout_s: float) -> bool:
        """Store an event under its dedupe key *name*, and return whether it is stored.

        Only then may it be acknowledged and processed. An event that cannot be stored within
        *timeout_s* seconds is forgotten: whoever sent it is to be told, and will do it again.
        """
        self._in_progress.add(name)
        self._unwritten[name] = body
        given_up = asyncio.Event()
        recording = self._tasks.start(self._record(name, given_up))
        await asyncio.wait({recording}, timeout=timeout_s)
        if recording.done() and recording.result():
            return True
        given_up.set()
        self._in_progress.discard(name)
        self._unwritten.pop(name, None)
        return False

    def mark_shown(self, turn: str) -> None:
        """Record that the reply to a *turn* is shown; written with the next batch."""
        self._shown.add(turn)
        self._schedule_flush()

    def mark_done(self, name: str) -> None:
        """Remove a processed event; written with the next batch."""
        self._in_progress.discard(name)
        self._done.add(name)
        self._schedule_flush()

    def defer(self, write: DeferredWrite) -> None:
        """Let *write* be part of the next batch; one that fails is logged and not retried."""
        self._deferred.append(write)
        self._schedule_flush()

    def release(self, name: str) -> None:
        """Leave an event that could not be processed now to ``retry_pending``."""
        self._in_progress.discard(name)

    async def retry_pending(
        self, process: Callable[[str], Awaitable[None]], *, before: datetime
    ) -> int:
        """Pass events recorded *before* a time and still pending to *process*; return how many.

        Events in progress in this process are skipped. One whose processing raises is logged and
        dropped, so that it blocks no other.
        """
        async with self._database.transaction() as records:
            left = await records.event_journal.lease(self._channel, before=before)
        pending = [arrival for arrival in left if arrival.name not in self._in_progress]
        for arrival in pending:
            self._in_progress.add(arrival.name)
            try:
                await process(arrival.body)
            except Exception as error:  # noqa: BLE001 - the others are processed all the same
                log_failure("journal.event_failed", error, channel=self._channel)
                self.mark_done(arrival.name)
        return len(pending)

    async def close(self) -> None:
        """Let running writes end, and write what is left; what fails now is not tried again."""
        await self._tasks.wait_until_idle()
        await self.flush()
        self._cancel_timer()

    async def flush(self) -> None:
        """Write the marks and the deferred writes that are not written yet."""
        self._cancel_timer()
        async with self._flushing:
            deferred, self._deferred = self._deferred, []
            follow_ups: list[FollowUp] = []
            if deferred or self._shown or self._done:
                follow_ups = await self._write_marks(deferred)
        for follow_up in follow_ups:
            await follow_up()

    async def _record(self, name: str, given_up: asyncio.Event) -> bool:
        """Return True once the event is written, False if it is given up before."""
        while not given_up.is_set():
            async with self._writing:
                if name not in self._unwritten or await self._write_events():
                    return True
            await asyncio.sleep(RETRY_WRITE_DELAY_S)
        return False

    def _schedule_flush(self, pause: float = BATCH_DELAY_S) -> None:
        """Schedule a flush in *pause* seconds, unless one is scheduled."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(pause, self._start_flush)

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _start_flush(self) -> None:
        self._tasks.start(self.flush())

    async def _write_events(self) -> bool:
        """Write the collected events in one transaction, and return whether that succeeded."""
        unwritten, self._unwritten = self._unwritten, {}
        try:
            async with self._database.transaction(is_urgent=True) as records:
                await records.event_journal.append(self._channel, unwritten, at=self.now())
        except Exception as error:  # noqa: BLE001 - it is tried again, and said where that fails too
            log_failure("journal.write_failed", error, channel=self._channel)
            waited_for = {name: unwritten[name] for name in unwritten if name in self._in_progress}
            self._unwritten = {**waited_for, **self._unwritten}
            return False
        for name in unwritten.keys() - self._in_progress:
            self.mark_done(name)  # nobody waited any more: they were told to do it again
        return True

    async def _write_marks(self, deferred: Sequence[DeferredWrite]) -> list[FollowUp]:
        """Write what is done and shown, and what was *deferred*; return what follows from that."""
        shown, done = self._shown, self._done
        self._shown, self._done = set(), set()
        is_reached = False
        try:
            async with self._database.transaction() as records:
                if shown:
                    await records.inbox.mark_shown(self._channel, shown)
                if done:
                    await records.event_journal.delete(self._channel, done)
                is_reached = bool(deferred)
                made = [await write(records) for write in deferred]
        except Exception as error:  # noqa: BLE001 - nobody waits for it
            log_failure("journal.write_failed", error, channel=self._channel)
            self._shown |= shown
            self._done |= done
            if not is_reached:
                self._deferred = [*deferred, *self._deferred]
            self._schedule_flush(0 if is_reached else RETRY_DELAY_S)
            return []
        return [follow_up for follow_up in made if follow_up is not None]
