"""The conversation on the page: turns in, replies out, and pending messages in between."""

from typing import Annotated

from aiohttp import web
from pydantic import BaseModel, Field, ValidationError

from bot import clock
from bot.app import App
from bot.chat.channel import WEB, Service
from bot.chat.home_view import build_home
from bot.web.blocks import draw
from bot.web.guard import WORDS, RefusedError, body_of
from bot.web.identity import Identities
from bot.web.payloads import UnreadableError, read
from governance import Person
from handlers import Reply
from handlers.wording import Wording, wording

BATCH_SIZE = 50
"""How many messages the page is given at once; it asks again soon."""


class _Shown(BaseModel):
    """The numbers of the messages that the page has shown."""

    shown: tuple[Annotated[int, Field(gt=0, lt=2**31)], ...] = Field(max_length=BATCH_SIZE)


class WebConversation:
    """Serves turns, the overview beside them, and news."""

    def __init__(self, app: App, identities: Identities) -> None:
        """Answer with *app*, for whoever *identities* says is here."""
        self._app = app
        self._identities = identities

    def routes(self) -> list[web.AbstractRouteDef]:
        """List what is served."""
        return [
            web.post("/api/turns", self.turn),
            web.get("/api/home", self.home),
            web.get("/api/updates", self.updates),
            web.post("/api/updates", self.mark_shown),
        ]

    async def turn(self, request: web.Request) -> web.Response:
        """Answer one turn; the same turn again gets the same reply."""
        person = await self._who(request)
        turn = read(await body_of(request), person, at=clock.now())
        return web.json_response(draw(await self._app.answer(turn)))

    async def home(self, request: web.Request) -> web.Response:
        """Show the overview without it being a turn of the conversation."""
        person = await self._who(request)
        app = self._app
        service = Service(app.database, app.handbook, app.assistant)
        return web.json_response(draw(await build_home(service, person, WEB, at=clock.now())))

    async def updates(self, request: web.Request) -> web.Response:
        """Tell what is new since the page last asked, and how the index is coming along.

        Nothing is written: the page says what it has shown.
        """
        person = await self._who(request)
        after = _parse_id(request.query.get("after"))
        async with self._app.database.reading() as records:
            messages = await records.outbox.list_since(
                person.id, after=after, limit=BATCH_SIZE, at=clock.now()
            )
            seen = await records.outbox.get_newest_id(person.id) if after is None else after
        status = self._app.handbook.status
        return web.json_response(
            {
                "after": max([seen, *(message.id for message in messages)]),
                "updates": [
                    {"id": message.id, "reply": draw(Reply.from_json(message.reply))}
                    for message in messages
                ],
                "index": {"state": status.state, "done": status.done, "total": status.total},
                "warning": self._warning_text(request[WORDS]),
            }
        )

    async def mark_shown(self, request: web.Request) -> web.Response:
        """Record what the page has shown, so that it is not delivered elsewhere."""
        person = await self._who(request)
        try:
            sent = _Shown.model_validate_json(await body_of(request))
        except ValidationError as error:
            raise UnreadableError(str(error.errors()[0]["msg"])) from error
        async with self._app.database.transaction() as records:
            await records.outbox.mark_shown(person.id, sent.shown, channel=WEB, at=clock.now())
        return web.json_response({"shown": len(sent.shown)})

    def _warning_text(self, words: Wording) -> str:
        """Say what is not as it should be with the handbook or its search."""
        if self._app.warning:
            return words(self._app.warning)
        return words("web-search-failed") if self._app.handbook.status.state == "failed" else ""

    async def _who(self, request: web.Request) -> Person:
        _, person = await self._identities.who(request)
        request[WORDS] = wording(person.locale)
        return person


def _parse_id(text: str | None) -> int | None:
    """Read the number of the last message that a page has shown.

    Raises:
        RefusedError: If it is none.
    """
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal()) or len(text) > len("999999999"):
        raise RefusedError(400, "web-unreadable")
    return int(text)
