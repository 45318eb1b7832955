"""Asyncio tasks of one channel that outlive the request which started them."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

import structlog

from handlers import log_failure

log = structlog.get_logger()

SHUTDOWN_TIMEOUT_S = 8.0
"""Seconds that running tasks are given to finish when the process ends."""


class BackgroundTasks:
    """The running tasks of one channel."""

    def __init__(self, name: str, failure: type[Exception]) -> None:
        """Log under the channel's *name*; *failure* is its platform's error, which has a code."""
        self.name = name
        self._failure = failure
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run *work* as a task; an exception in it is logged and affects no other task."""
        task = asyncio.create_task(self._guard(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def wait_until_idle(self) -> None:
        """Wait until no task is running, including those that are started meanwhile."""
        while self._running:
            await asyncio.wait(self._running)

    async def stop(self, timeout_s: float) -> None:
        """Give running tasks *timeout_s* seconds, then cancel those that are left."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.wait_until_idle(), timeout_s)
        for task in self._running:
            task.cancel()
        await self.wait_until_idle()

    async def _guard(self, work: Coroutine[Any, Any, Any]) -> Any:
        try:
            return await work
        except self._failure as error:
            log.warning("task.failed", channel=self.name, code=getattr(error, "code", ""))
        except Exception as error:  # noqa: BLE001 - one turn that breaks ends no other
            log_failure("task.broken", error, channel=self.name)
        return None
