"""Answers each turn once, however often a channel sends it."""

import asyncio

from handlers import Assistant, Reply, Turn


class Answering:
    """Turns on their way to an answer.

    A turn that arrives again gets the answer of the first one, also while that is still being
    made. A turn that another process accepted and never answered is answered here.
    """

    def __init__(self, assistant: Assistant) -> None:
        """Answer with *assistant*."""
        self._assistant = assistant
        self._running: dict[str, asyncio.Task[Reply]] = {}

    async def answer(self, turn: Turn) -> Reply:
        """Answer *turn*; the work goes on when whoever asked goes away."""
        name = f"{turn.place.channel} {turn.id}"
        task = self._running.get(name)
        if task is None:
            task = asyncio.create_task(self._accepted(turn))
            self._running[name] = task
            task.add_done_callback(lambda _: self._running.pop(name, None))
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Wait for what is being answered."""
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    async def _accepted(self, turn: Turn) -> Reply:
        accepted = await self._assistant.accept(turn)
        if accepted.reply:
            return accepted.reply
        return (await self._assistant.respond(turn, accepted.context)).reply
