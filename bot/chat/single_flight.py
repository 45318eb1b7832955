"""Single flight: work under one key runs once at a time."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")


class SingleFlight(Generic[Result]):
    """Running work by key; concurrent callers of one key share one task and its result."""

    def __init__(self) -> None:
        """Start with nothing running."""
        self._running: dict[str, asyncio.Task[Result]] = {}

    def is_running(self, key: str) -> bool:
        """Return whether work under *key* is running in this process."""
        return key in self._running

    async def run(self, key: str, work: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
        """Await the running work under *key*, or start *work*; it goes on if a caller goes away."""
        task = self._running.get(key)
        if task is None:
            task = asyncio.create_task(work())
            self._running[key] = task
            task.add_done_callback(lambda _: self._running.pop(key, None))
        return await asyncio.shield(task)

    async def wait(self) -> None:
        """Wait for everything that is running."""
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    async def cancel(self) -> None:
        """Cancel everything that is running."""
        for task in self._running.values():
            task.cancel()
        await self.wait()
