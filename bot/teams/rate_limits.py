"""How often the Bot Connector may be called: so often in a thread, so often for the tenant.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic

Pause = Callable[[float], Awaitable[None]]

Limits = Sequence[tuple[int, float]]
"""So many calls within so many seconds each."""

THREAD: Limits = ((6, 1), (7, 2), (55, 30), (1_700, 3_600))
TENANT: Limits = ((45, 1),)
"""A little less than Teams allows, since what goes out evenly may come in at once."""

MOST = 2_000
"""How many threads are remembered; the one that was quiet for longest is forgotten first."""


class Pace:
    """Lets calls go when they may."""

    def __init__(
        self, limits: Limits, *, now: Callable[[], float] = monotonic, pause: Pause = asyncio.sleep
    ) -> None:
        """Keep to *limits*, by the clock *now*; *pause* waits so many seconds."""
        self._limits = limits
        self._now = now
        self._pause = pause
        self._gone: deque[float] = deque(maxlen=max(count for count, _ in limits))
        self._lock = asyncio.Lock()

    async def go(self) -> None:
        """Wait for one's turn; those who wait go in the order in which they came."""
        async with self._lock:
            while (wait := self._wait()) > 0:
                await self._pause(wait)
            self._gone.append(self._now())

    def _wait(self) -> float:
        """Say how many seconds to wait for."""
        now, gone = self._now(), self._gone
        waits = [
            gone[-count] + within - now for count, within in self._limits if len(gone) >= count
        ]
        return max(waits, default=0)


class Paces:
    """The pace of every thread, within that of the tenant."""

    def __init__(
        self, *, now: Callable[[], float] = monotonic, pause: Pause = asyncio.sleep
    ) -> None:
        """Go by the clock *now*; *pause* waits so many seconds."""
        self._now = now
        self._pause = pause
        self._tenant = Pace(TENANT, now=now, pause=pause)
        self._threads: OrderedDict[str, Pace] = OrderedDict()

    async def go(self, thread: str) -> None:
        """Wait until *thread* may be called."""
        pace = self._threads.setdefault(thread, Pace(THREAD, now=self._now, pause=self._pause))
        self._threads.move_to_end(thread)
        if len(self._threads) > MOST:
            self._threads.popitem(last=False)
        await pace.go()
        await self._tenant.go()
