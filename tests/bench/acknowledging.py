"""How long a platform waits for an acknowledgement: requests at a steady pace, each one timed."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager

OURS = ("-m", "bot", "run")

A_SECOND = 50
SECONDS = 60
EVENTS = 10_000
SLOWEST = 1.0
MOST = 3.0
"""How many times a bare app's p99 ours may be."""

Post = Callable[[int], Awaitable[tuple[int, object]]]
"""Posts the request of a number, and gives its status."""


def figures(ours: list[float], bare: list[float]) -> dict[str, float]:
    """Compare how long ours took with how long a bare app did."""
    return {
        "p99 to acknowledge, ms": p99(ours) * 1000,
        "p99 of a bare app, ms": p99(bare) * 1000,
        f"ours / bare (at most {MOST:g})": p99(ours) / p99(bare),
        f"slowest to acknowledge, s (at most {SLOWEST:g})": max(ours),
    }


def p99(taken: list[float]) -> float:
    """Say within which time 99 of 100 were answered."""
    return sorted(taken)[int(len(taken) * 0.99)]


async def acknowledged(posts: Sequence[Post], seconds: int) -> list[float]:
    """Make *posts* in turn at a steady pace, and take the time of each."""
    taken: list[float] = []
    running: set[asyncio.Task[None]] = set()
    started = time.perf_counter()
    for n in range(seconds * A_SECOND):
        await asyncio.sleep(max(0.0, started + n / A_SECOND - time.perf_counter()))
        task = asyncio.create_task(_timed(posts[n % len(posts)], n, taken))
        running.add(task)
        task.add_done_callback(running.discard)
    while running:
        await asyncio.wait(set(running))
    return taken


async def _timed(post: Post, n: int, taken: list[float]) -> None:
    started = time.perf_counter()
    status, said = await post(n)
    if status not in {200, 201}:
        raise RuntimeError(f"{status} {said}")
    taken.append(time.perf_counter() - started)


@asynccontextmanager
async def process(command: Sequence[str], env: Mapping[str, str]) -> AsyncIterator[int]:
    """Run what is measured in a process of its own, and give its port."""
    port = _free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        env={**os.environ, "GUILDMATE_PORT": str(port), "GUILDMATE_LOG": "error", **env},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield port
    finally:
        process.terminate()
        await process.wait()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])
