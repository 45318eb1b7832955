"""What happens without being asked: late answers, deliveries, reminders, a changed handbook."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

import structlog

from bot import clock
from bot.app import App, index_of
from bot.errors import HandbookBrokenError, sentence_for
from bot.jobs.deliveries import deliver
from bot.jobs.reminders import remind_of_bookings, remind_of_ownerless, remind_of_reviews
from bot.rulebook import fingerprint, read_checked_policy
from governance import GovernanceError
from handlers import compile_patterns, log_failure
from knowledge import KnowledgeError, Progress

log = structlog.get_logger()

LATE_AFTER = timedelta(seconds=60)
"""How long an accepted turn may take before another process takes it to be forgotten."""


LOOSE_FILE_TTL = timedelta(days=7)
"""How long a file is kept that was not added to anything."""

PENDING_EVENT_TTL = timedelta(hours=1)
"""How long it is tried to deal with what came in."""

SHOWN_CARD_TTL = timedelta(days=60)
"""How long a card follows what it shows."""

RETRY_AFTER = timedelta(seconds=30)
"""How long what an embedder failed at waits for the next attempt."""


@dataclass(frozen=True, slots=True)
class Job:
    """A periodic job; *pause* is the interval in seconds."""

    name: str
    pause: float
    work: Callable[[], Awaitable[object]]


class _Attempts:
    """Spaces out the attempts at something that may fail."""

    def __init__(self, pause: timedelta) -> None:
        """Keep them apart by *pause*."""
        self._pause = pause.total_seconds()
        self._next = 0.0

    @property
    def is_due(self) -> bool:
        """Tell whether it is time for an attempt."""
        return monotonic() >= self._next

    async def attempt(self, work: Awaitable[object]) -> None:
        """Run the *work*; when it fails, the next attempt is due after the pause."""
        try:
            await work
        except Exception:
            self._next = monotonic() + self._pause
            raise

    def hurry(self) -> None:
        """Make the next attempt due now."""
        self._next = 0.0


class Worker:
    """Runs the background jobs of *app*."""

    def __init__(
        self,
        app: App,
        *,
        grace: timedelta = LATE_AFTER,
        retry: timedelta = RETRY_AFTER,
        progress: Callable[[Progress], None] | None = None,
    ) -> None:
        """Work for *app*; *progress* is told how far the index has come."""
        self._app = app
        self._grace = grace
        self._progress = progress
        self.is_prepared = False
        self._preparing, self._indexing = _Attempts(retry), _Attempts(retry)
        self._taken, self._refused, self._indexed = app.mark, "", ""
        self._warning = app.warning

    @property
    def jobs(self) -> tuple[Job, ...]:
        """List the periodic jobs."""
        return (
            Job("retry_pending", 5, self.retry_pending),
            Job("answer_late_turns", 5, self.answer_late_turns),
            Job("deliver", 2, self.deliver),
            Job("sync_cards", 3, self.sync_cards),
            Job("keep_handbook", 5, self.keep_handbook),
            Job("remind", 60, self.remind),
            Job("forget", 3600, self.forget),
        )

    async def retry_pending(self) -> None:
        """Retry events of any process that were recorded and never processed."""
        for channel in self._app.channels:
            await channel.retry_pending(before=clock.now() - self._grace)

    async def answer_late_turns(self) -> None:
        """Answer turns of any process that were accepted and never answered."""
        at = clock.now()
        answered = await self._app.assistant.resume(before=at - self._grace, at=at)
        if answered:
            log.info("turns.resumed", turns=answered)

    async def deliver(self) -> None:
        """Deliver the outbox by the channels that push."""
        if self._app.channels:
            await deliver(self._app.database, self._app.channels, at=clock.now())

    async def sync_cards(self) -> None:
        """Sync cards in channels with the records, whichever process changed them."""
        for channel in self._app.channels:
            await channel.sync_cards()

    async def remind(self) -> None:
        """Enqueue the reminders that are due."""
        at = clock.now()
        policy = self._app.assistant.policy
        await remind_of_bookings(self._app.database, policy, at=at)
        await remind_of_reviews(self._app.database, policy, at=at)
        await remind_of_ownerless(self._app.database, at=at)

    async def forget(self) -> None:
        """Purge files never added to a solution, stale events, and old records of cards."""
        at = clock.now()
        async with self._app.database.transaction() as records:
            await records.evidence.purge(before=at - LOOSE_FILE_TTL)
            await records.event_journal.purge(before=at - PENDING_EVENT_TTL)
            await records.shown_cards.purge(before=at - SHOWN_CARD_TTL)

    async def keep_handbook(self) -> None:
        """Make the examples of plain language, and keep the handbook's index up to date."""
        try:
            await self.prepare()
        finally:
            await self.watch_handbook()

    async def prepare(self) -> None:
        """Make the examples of plain language, again and again until it has succeeded once."""
        if self.is_prepared or not self._preparing.is_due:
            return
        await self._preparing.attempt(self._app.assistant.intents.prepare())
        self.is_prepared = True

    async def watch_handbook(self) -> None:
        """Load a changed handbook unless it has errors, and build the index of what is in use."""
        now = await asyncio.to_thread(fingerprint, self._app.folder)
        if now not in (self._taken, self._refused):
            await self._take(now)
        elif now == self._taken and self._refused:
            self._app.warning, self._refused = self._warning, ""  # somebody took it back
        if now == self._taken != self._indexed and self._indexing.is_due:
            await self._indexing.attempt(self._app.handbook.refresh(self._progress))
            self._indexed = now
            keep_from_collection()

    async def _take(self, now: str) -> None:
        """Reload the folder, whose fingerprint is *now*, or reject it."""
        app = self._app
        try:
            policy = await asyncio.to_thread(
                read_checked_policy, app.folder, home=index_of(app.settings)
            )
            await asyncio.to_thread(compile_patterns, policy)
        except (GovernanceError, KnowledgeError, HandbookBrokenError) as error:
            app.warning, self._refused, self._indexed = "web-handbook-broken", now, ""
            log.warning("handbook.refused", reason=sentence_for(error))
            with suppress(KnowledgeError):  # a folder that is gone closes nothing
                await app.handbook.shut()
            return
        app.assistant.policy = policy
        app.warning = self._warning = self._refused = ""
        self._taken = now
        self._indexing.hurry()
        log.info("handbook.changed", version=policy.version)


def keep_from_collection() -> None:
    """Spare the garbage collector what is there for good, such as the index that was just read.

    It goes through everything now and then, and for as long nobody is answered: 0.2 s with a
    handbook of a few hundred clauses.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def working(worker: Worker) -> AsyncIterator[None]:
    """Let *worker* work until the block ends."""
    tasks = [asyncio.create_task(repeat(job)) for job in worker.jobs]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def repeat(job: Job) -> None:
    """Repeat a job until it is cancelled."""
    while True:
        await _do(job)
        await asyncio.sleep(job.pause)


async def _do(job: Job) -> None:
    """Run a job once; a failure is logged, and the job stays scheduled."""
    try:
        await job.work()
    except (GovernanceError, KnowledgeError) as error:
        log.warning("job.refused", job=job.name, reason=sentence_for(error))
    except Exception as error:  # noqa: BLE001 - a failing job must not end the ones after it
        log_failure("job.failed", error, job=job.name)
