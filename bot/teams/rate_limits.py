"""Rate limits of the Bot Connector: per conversation, and for the tenant.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic

from cachetools import LRUCache

Pause = Callable[[float], Awaitable[None]]

Limits = Sequence[tuple[int, float]]
"""Sliding windows: at most so many calls within so many seconds each."""

THREAD_LIMITS: Limits = ((6, 1), (7, 2), (55, 30), (1_700, 3_600))
TENANT_LIMITS: Limits = ((45, 1),)
"""A little less than Teams allows, since what goes out evenly may come in at once."""

MAX_THREADS = 2_000
"""How many conversations are tracked; the least recently used is evicted first."""


class RateLimiter:
    """A sliding-window rate limiter; waiters are served first in, first out."""

    def __init__(
        self, limits: Limits, *, now: Callable[[], float] = monotonic, pause: Pause = asyncio.sleep
    ) -> None:
        """Keep to *limits*, by the clock *now*; *pause* waits so many seconds."""
        self._limits = limits
        self._now = now
        self._pause = pause
        self._calls: deque[float] = deque(maxlen=max(count for count, _ in limits))
        self._lock = asyncio.Lock()

    async def wait(self) -> None:
        """Wait until a call is allowed, and count it."""
        async with self._lock:
            while (wait := self._delay()) > 0:
                await self._pause(wait)
            self._calls.append(self._now())

    def _delay(self) -> float:
        """Return the seconds until a call is allowed; 0 or less for now."""
        now, gone = self._now(), self._calls
        waits = [
            gone[-count] + within - now for count, within in self._limits if len(gone) >= count
        ]
        return max(waits, default=0)


class RateLimits:
    """One rate limiter per conversation, and one for the tenant."""

    def __init__(
        self, *, now: Callable[[], float] = monotonic, pause: Pause = asyncio.sleep
    ) -> None:
        """Go by the clock *now*; *pause* waits so many seconds."""
        self._now = now
        self._pause = pause
        self._tenant = RateLimiter(TENANT_LIMITS, now=now, pause=pause)
        self._threads: LRUCache[str, RateLimiter] = LRUCache(MAX_THREADS)

    async def wait(self, thread: str) -> None:
        """Wait until a call into *thread* is allowed."""
        pace = self._threads.setdefault(
            thread, RateLimiter(THREAD_LIMITS, now=self._now, pause=self._pause)
        )
        await pace.wait()
        await self._tenant.wait()
