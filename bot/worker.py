"""What happens without being asked: late answers, deliveries, reminders, a changed handbook."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot import clock
from bot.app import App, index_of
from bot.deliveries import deliver
from bot.failures import HandbookBrokenError, sentence_for
from bot.reminders import remind_of_bookings, remind_of_reviews
from bot.rulebook import fingerprint, proved
from governance import GovernanceError
from knowledge import KnowledgeError, Progress

log = structlog.get_logger()

GRACE = timedelta(seconds=60)
"""How long an accepted turn may take before another process takes it to be forgotten."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something done again and again, a *pause* in seconds apart."""

    name: str
    pause: float
    work: Callable[[], Awaitable[object]]


class Worker:
    """Everything that is done for *app* in the background."""

    def __init__(
        self,
        app: App,
        *,
        grace: timedelta = GRACE,
        progress: Callable[[Progress], None] | None = None,
    ) -> None:
        """Work for *app*; *progress* is told how far the index has come."""
        self._app = app
        self._grace = grace
        self._progress = progress
        self._seen = ""

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Everything there is to do."""
        return (
            Job("answer_late_turns", 5, self.answer_late_turns),
            Job("deliver", 2, self.deliver),
            Job("watch_handbook", 5, self.watch_handbook),
            Job("remind", 60, self.remind),
        )

    async def answer_late_turns(self) -> None:
        """Answer what was accepted, by whichever process, and never answered."""
        at = clock.now()
        answered = await self._app.assistant.resume(before=at - self._grace, at=at)
        if answered:
            log.info("turns.resumed", turns=answered)

    async def deliver(self) -> None:
        """Send what is owed by the channels that push."""
        if self._app.channels:
            await deliver(self._app.database, self._app.channels, at=clock.now())

    async def remind(self) -> None:
        """Owe people the reminders that are due."""
        at = clock.now()
        await remind_of_bookings(self._app.database, self._app.assistant.policy, at=at)
        await remind_of_reviews(self._app.database, at=at)

    async def prepare(self) -> None:
        """Make the index and the examples of plain language, once at the start."""
        self._seen = await asyncio.to_thread(fingerprint, self._app.folder)
        await self._app.assistant.intents.prepare()
        await self._app.handbook.refresh(self._progress)

    async def watch_handbook(self) -> None:
        """Take a changed handbook into use, unless the change has mistakes."""
        app = self._app
        now = await asyncio.to_thread(fingerprint, app.folder)
        if now == self._seen:
            return
        changed, self._seen = bool(self._seen), now
        if not changed:
            return
        try:
            policy = await asyncio.to_thread(proved, app.folder, home=index_of(app.settings))
        except (GovernanceError, KnowledgeError, HandbookBrokenError) as error:
            app.warning = True
            log.warning("handbook.refused", reason=sentence_for(error))
            return
        app.assistant.policy, app.warning = policy, False
        log.info("handbook.changed", version=policy.version)
        await app.handbook.refresh(self._progress)


@asynccontextmanager
async def working(worker: Worker) -> AsyncIterator[None]:
    """Let *worker* work until the block ends."""
    first = Job("prepare", 0, worker.prepare)
    tasks = [asyncio.create_task(_do(first))]
    tasks += [asyncio.create_task(repeat(job)) for job in worker.jobs]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def repeat(job: Job) -> None:
    """Do a job again and again, until it is cancelled."""
    while True:
        await _do(job)
        await asyncio.sleep(job.pause)


async def _do(job: Job) -> None:
    """Do a job; a failure is told to the log, and the next time comes all the same."""
    try:
        await job.work()
    except (GovernanceError, KnowledgeError) as error:
        log.warning("job.refused", job=job.name, reason=sentence_for(error))
    except Exception:  # a job that fails must not end the ones that come after it
        log.exception("job.failed", job=job.name)
