"""The conversation on the page: turns in, replies out, and what is owed in between."""

from aiohttp import web

from bot import clock
from bot.app import App
from bot.channel import WEB
from bot.web.draw import draw
from bot.web.guard import WORDS, RefusedError, body_of
from bot.web.identity import Identities
from bot.web.read import read
from governance import Office, OutboxMessage, Person
from handlers import Desk, Place, Reply, Said, Turn
from handlers.wording import wording

HOME = "home"
"""The command whose reply stands beside the conversation."""

BATCH = 50


class Talk:
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
        ]

    async def turn(self, request: web.Request) -> web.Response:
        """Answer one turn; the same turn again gets the same reply."""
        person = await self._who(request)
        turn = read(await body_of(request), person, at=clock.now())
        return web.json_response(draw(await self._app.answering.answer(turn)))

    async def home(self, request: web.Request) -> web.Response:
        """Show the overview without it being a turn of the conversation."""
        person = await self._who(request)
        turn = Turn("home", person, Place(WEB, "home"), Said(""), clock.now())
        assistant = self._app.assistant
        command = next(command for command in assistant.commands if command.name == HOME)
        words = wording(person.locale)
        async with self._app.database.reading() as office:
            desk = Desk(
                office, self._app.handbook, assistant.policy, words, commands=assistant.commands
            )
            return web.json_response(draw(await command.start(turn, desk)))

    async def updates(self, request: web.Request) -> web.Response:
        """Tell what is new since the page last asked, and how the index is coming along."""
        person = await self._who(request)
        after = _number(request.query.get("after"))
        messages = await self._news(person, after)
        status = self._app.handbook.status
        warning = request[WORDS]("web-handbook-broken") if self._app.warning else ""
        return web.json_response(
            {
                "after": max((message.id for message in messages), default=after or 0),
                "updates": [
                    {"id": message.id, "reply": draw(Reply.from_json(message.reply))}
                    for message in messages
                    if after is not None or message.delivered_at is None
                ],
                "index": {"state": status.state, "done": status.done, "total": status.total},
                "warning": warning,
            }
        )

    async def _news(self, person: Person, after: int | None) -> list[OutboxMessage]:
        """Fetch what is owed; a page that was never here gets only what nobody was shown."""
        at = clock.now()
        async with self._app.database.reading() as office:
            messages = await _since(office, person, after or 0)
        if any(message.delivered_at is None for message in messages):
            async with self._app.database.transaction() as office:
                for message in messages:
                    await office.outbox.delivered(message.id, channel=WEB, at=at)
        return messages

    async def _who(self, request: web.Request) -> Person:
        _, person = await self._identities.who(request)
        request[WORDS] = wording(person.locale)
        return person


async def _since(office: Office, person: Person, after: int) -> list[OutboxMessage]:
    """List everything owed to *person* after a number."""
    found: list[OutboxMessage] = []
    while True:
        batch = await office.outbox.since(person.id, after=after, most=BATCH, at=clock.now())
        found += batch
        if len(batch) < BATCH:
            return found
        after = batch[-1].id


def _number(text: str | None) -> int | None:
    """Read the number of the last message that a page has shown.

    Raises:
        RefusedError: If it is none.
    """
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal()) or len(text) > len("999999999"):
        raise RefusedError(400, "web-unreadable")
    return int(text)
