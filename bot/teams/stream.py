"""An answer that is read while it is being written: Teams' streams, in a chat with one person.

It begins with a word that something is on its way, goes on with all that is written so far, at
most once a second, and ends as the message.
https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import structlog

from bot.chat.markdown import parse
from bot.teams.connector import Address, Connector, TeamsError
from bot.teams.rate_limits import Pause
from bot.teams.render import limits, rich_text
from bot.teams.render.rich_text import JSON

log = structlog.get_logger()

MIN_INTERVAL = timedelta(seconds=1.5)
"""Time between two calls of one stream; faster ones are refused."""

MAX_DURATION = timedelta(seconds=100)
"""How long a stream is kept open; Teams ends it after two minutes."""

CITED = range(1, limits.MAX_CITATIONS + 1)


class TeamsStream:
    """One answer on its way."""

    def __init__(
        self,
        connector: Connector,
        to: Address,
        notice: str,
        now: Callable[[], datetime],
        pause: Pause,
    ) -> None:
        """Prepare to stream *to* a chat by *connector*; *notice* is said first."""
        self._connector = connector
        self._to = to
        self._notice = notice
        self._now = now
        self._pause = pause
        self._sentences: list[str] = []
        self._id = ""
        self._shown = ""
        self._sequence = 0
        self._began: datetime | None = None
        self._last: datetime | None = None
        self._is_well = True
        self._sending: asyncio.Task[None] | None = None

    def append(self, sentence: str) -> None:
        """Append a sentence; what arrives while a call is in progress goes with the next one."""
        self._sentences.append(sentence)
        if self._is_well and (self._sending is None or self._sending.done()):
            self._sending = asyncio.create_task(self._send())

    async def finish(self, drawn: Sequence[JSON]) -> str:
        """Let the first of *drawn* be what the stream ends as, and give its id.

        Nothing is given when there is no stream, or it could not be ended.
        """
        if self._sending is not None:
            await self._sending
        if not self._id:
            return ""
        ended = drawn[0] if drawn[0].get("text", "").startswith(self._shown) else self._as_is()
        try:
            await self._step()
            await self._connector.send(self._to, self._final(ended))
            if ended is not drawn[0]:
                await self._connector.update(self._to, self._id, drawn[0])
        except TeamsError as error:
            log.info("teams.stream_not_ended", code=error.code)
            return await self._replace(drawn[0])
        return self._id

    async def _send(self) -> None:
        """Send all that is written so far, as long as there is more of it."""
        try:
            if not self._id:
                await self._begin()
            while self._is_well and (text := self._text()) != self._shown:
                await self._step()
                text = self._text()
                await self._connector.send(
                    self._to, {"type": "typing", "text": text, **self._info("streaming")}
                )
                self._shown = text
        except TeamsError as error:
            log.info("teams.stream_ended", code=error.code, begun=bool(self._id))
            self._is_well = False

    async def _begin(self) -> None:
        begun = {"type": "typing", "text": self._notice, **self._info("informative")}
        self._id = await self._connector.send(self._to, begun)
        self._began = self._last = self._now()

    async def _step(self) -> None:
        """Wait until another call may be made; one that takes too long is the last one."""
        now = self._now()
        if self._last is not None and now - self._last < MIN_INTERVAL:
            await self._pause((MIN_INTERVAL - (now - self._last)).total_seconds())
        self._last = self._now()
        if self._began is not None and self._last - self._began > MAX_DURATION:
            self._is_well = False

    async def _replace(self, message: JSON) -> str:
        """Replace the stream by the reply; if the update fails, post it as a new message."""
        try:
            await self._connector.update(self._to, self._id, message)
        except TeamsError:
            return ""
        return self._id

    def _text(self) -> str:
        """Write what is there so far, of which nothing is taken back."""
        texts = rich_text.messages(parse("\n\n".join(self._sentences)), cited=CITED)
        return texts[0] if texts else ""

    def _as_is(self) -> JSON:
        text = self._shown or self._notice
        return {"type": "message", "text": text, "textFormat": "markdown"}

    def _info(self, kind: str) -> JSON:
        self._sequence += 1
        info: JSON = {"type": "streaminfo", "streamType": kind, "streamSequence": self._sequence}
        return {"entities": [{**info, **({"streamId": self._id} if self._id else {})}]}

    def _final(self, message: JSON) -> JSON:
        info = {"type": "streaminfo", "streamId": self._id, "streamType": "final"}
        return {**message, "entities": [info, *message.get("entities", ())]}
