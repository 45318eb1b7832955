"""Work that goes on by itself, after whoever asked for it was acknowledged."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

import structlog

from handlers import write_down_failure

log = structlog.get_logger()

GRACE = 8.0
"""Seconds in which what was begun may be finished when a process ends."""


class Tasks:
    """What one channel has begun and not ended."""

    def __init__(self, name: str, failure: type[Exception]) -> None:
        """Work for the channel of that *name*, whose platform fails by a *failure* with a code."""
        self._name = name
        self._failure = failure
        self._running: set[asyncio.Task[Any]] = set()

    def begin(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Let *work* go on by itself; what breaks in it is written down, and ends nothing else."""
        task = asyncio.create_task(self._guarded(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def settled(self) -> None:
        """Wait until everything that was begun is done."""
        while self._running:
            await asyncio.wait(self._running)

    async def end(self, grace: float) -> None:
        """Give what was begun so many seconds, and cancel what is not done by then."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.settled(), grace)
        for task in self._running:
            task.cancel()
        await self.settled()

    async def _guarded(self, work: Coroutine[Any, Any, Any]) -> Any:
        try:
            return await work
        except self._failure as error:
            log.warning("task.failed", channel=self._name, code=getattr(error, "code", ""))
        except Exception as error:  # noqa: BLE001 - one turn that breaks ends no other
            write_down_failure("task.broken", error, channel=self._name)
        return None
