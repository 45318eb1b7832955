"""An answer that is read while it is being written: Slack's streams, within what it allows.

A stream is begun by the first sentence and ended by the reply. It is made of blocks, as every
message is, so that there is no markup in what a model writes.
https://docs.slack.dev/reference/methods/chat.startStream
"""

import asyncio
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.slack.context import SlackContext
from bot.slack.messages import hash_key, metadata
from bot.slack.render import limits
from bot.slack.render.blocks import BlockRenderer, RenderedMessage
from bot.slack.render.rich_text import JSON, length
from bot.slack.web_api import SlackError, SlackUnsureError
from handlers import Reply, Text

log = structlog.get_logger()

MAX_STARTS_PER_MINUTE = 15
"""How many streams are begun in a minute; Slack promises twenty to all processes together."""

_CITED = re.compile(r"\[\d+\]|\s+")


class StreamBudget:
    """How many streams may be begun."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Count by the clock *now*."""
        self._now = now
        self._starts: deque[datetime] = deque(maxlen=MAX_STARTS_PER_MINUTE)

    def allows(self) -> bool:
        """Acquire one start of this minute's limit, if one is left."""
        now = self._now()
        if len(self._starts) == MAX_STARTS_PER_MINUTE and now - self._starts[0] < timedelta(
            minutes=1
        ):
            return False
        self._starts.append(now)
        return True


@dataclass(frozen=True, slots=True)
class StreamTarget:
    """Where a stream goes: a thread of a *channel*, named by its *ts*, for a *user* of a *team*."""

    channel: str
    ts: str
    user: str
    team: str


class SlackStream:
    """One answer on its way."""

    def __init__(
        self,
        context: SlackContext,
        renderer: BlockRenderer,
        budget: StreamBudget,
        thread: StreamTarget,
        *,
        key: str,
    ) -> None:
        """Prepare to stream by *api* to a *thread*, under the *key* of its turn; nothing is sent.

        *messages* posts the reply there should the stream end early.
        """
        self._api = context.api
        self._messages = context.messages
        self._renderer = renderer
        self._budget = budget
        self._thread = thread
        self._key = key
        self._ts = ""
        self._is_well = True
        self._pending: list[str] = []
        self._sent: list[str] = []
        self._blocks = 0
        self._size = 0
        self._sending: asyncio.Task[None] | None = None

    def append(self, sentence: str) -> None:
        """Append a sentence; what arrives while a call is in progress goes with the next one."""
        self._pending.append(sentence)
        if self._is_well and (self._sending is None or self._sending.done()):
            self._sending = asyncio.create_task(self._send())

    async def finish(self, reply: Reply) -> bool:
        """Let *reply* stand where the stream was; False when there is none.

        Raises:
            SlackError: If it cannot be put there now.
        """
        if self._sending is not None:
            await self._sending
        if not self._ts:
            return False
        below = self._render_rest(reply)
        if below is None or not await self._stop(below):
            if below is None:
                await self._stop(None)  # while it streams, a message cannot be changed
            thread, drawn = self._thread, self._renderer.message(reply)
            await self._messages.update_or_post(
                thread.channel, self._ts, drawn, thread=thread.ts, key=self._key
            )
        return True

    async def discard(self) -> None:
        """Delete what was streamed; the reply turned out not to be for those who read along."""
        self._is_well = False
        if self._sending is not None:
            await self._sending
        if self._ts:
            await self._stop(None)
            await self._messages.delete(self._thread.channel, self._ts)

    async def _send(self) -> None:
        """Send what waits, as long as something does."""
        while self._pending and self._is_well:
            sentences, self._pending = self._pending, []
            drawn = [
                {**block, "block_id": f"{hash_key(self._key)}.{self._blocks + n}"}
                for n, block in enumerate(self._renderer.blocks(Reply.text("\n\n".join(sentences))))
            ]
            self._blocks += len(drawn)
            self._size += length(drawn)
            try:
                await self._add([{"type": "blocks", "blocks": drawn}])
            except SlackError as error:
                log.info("slack.stream_ended", code=error.code, begun=bool(self._ts))
                self._is_well = False
            else:
                self._sent += sentences

    async def _add(self, chunks: list[JSON]) -> None:
        """Begin the stream with *chunks*, or append them to it."""
        thread = self._thread
        if self._ts:
            await self._api("chat.appendStream", channel=thread.channel, ts=self._ts, chunks=chunks)
            return
        if not self._budget.allows():
            self._is_well = False
            return
        try:
            begun = await self._api(
                "chat.startStream",
                channel=thread.channel,
                thread_ts=thread.ts,
                recipient_user_id=thread.user,
                recipient_team_id=thread.team,
                chunks=chunks,
            )
        except SlackUnsureError:
            self._ts = await self._messages.find(thread.channel, self._is_ours, thread=thread.ts)
            if not self._ts:
                raise
        else:
            self._ts = str(begun["ts"])

    def _is_ours(self, message: JSON) -> bool:
        """Return whether a *message* is this stream, which may have been begun."""
        first = f"{hash_key(self._key)}.0"
        return any(block.get("block_id") == first for block in message.get("blocks", ()))

    def _render_rest(self, reply: Reply) -> RenderedMessage | None:
        """Render what stands below the streamed text; None when that is not what *reply* says."""
        match reply.blocks:
            case (Text(markdown), *rest) if self._is_well and _bare(markdown) == _bare(
                "".join(self._sent)
            ):
                drawn = self._renderer.message(Reply(tuple(rest)))
            case _:
                return None
        size = self._size + sum(map(length, drawn.messages[0]))
        fits = len(drawn.messages) == 1 and size <= limits.MAX_MESSAGE_CHARS and not drawn.files
        return drawn if fits else None

    async def _stop(self, below: RenderedMessage | None) -> bool:
        """End the stream, with what stands *below* it; say whether that is certain."""
        blocks = list(below.messages[0]) if below else None
        try:
            await self._api(
                "chat.stopStream",
                channel=self._thread.channel,
                ts=self._ts,
                blocks=blocks,
                metadata=metadata(f"{self._key}.0"),
            )
        except SlackError as error:
            log.info("slack.stream_not_stopped", code=error.code)
            return False
        return True


def _bare(said: str) -> str:
    """Return what is said without its citations, which stand elsewhere in paragraphs."""
    return _CITED.sub("", said)
