"""Files on the page, handed in and taken out; and options that somebody looks up by typing."""

from urllib.parse import quote

from aiohttp import web

from bot import clock
from bot.app import App
from bot.web.guard import WORDS
from bot.web.identity import Identities
from governance import MAX_FILE_BYTES, Person
from handlers import Upload
from handlers.wording import wording

QUERY_MAX_CHARS = 200


class WebFiles:
    """Serves what forms want beside their fields."""

    def __init__(self, app: App, identities: Identities) -> None:
        """Keep and find with *app*, for whoever *identities* says is here."""
        self._app = app
        self._identities = identities

    def routes(self) -> list[web.AbstractRouteDef]:
        """List what is served."""
        return [
            web.post("/api/files", self.receive),
            web.get("/api/options", self.options),
            web.get("/evidence/{key:[0-9a-f]{32}}", self.fetch),
        ]

    async def receive(self, request: web.Request) -> web.Response:
        """Receive a file for a form; reading stops as soon as it is too large."""
        person = await self._who(request)
        content = bytearray()
        async for piece in request.content.iter_chunked(2**16):
            content += piece
            if len(content) > MAX_FILE_BYTES:
                break
        upload = Upload(request.query.get("name", ""), bytes(content))
        value = await self._app.assistant.receive(person, upload, at=clock.now())
        return web.json_response({"value": value})

    async def options(self, request: web.Request) -> web.Response:
        """List what can be chosen from a source, by what was typed so far."""
        person = await self._who(request)
        source, query = request.query.get("source", ""), request.query.get("q", "")
        found = await self._app.assistant.options(source, query[:QUERY_MAX_CHARS], person=person)
        return web.json_response({"options": [[choice.id, choice.label] for choice in found]})

    async def fetch(self, request: web.Request) -> web.Response:
        """Give a file that was kept, to be saved and never to be shown."""
        person = await self._who(request)
        found = await self._app.assistant.fetch(person, request.match_info["key"])
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Content-Type": found.media_type,
        }
        return web.Response(body=found.content, headers=headers)

    async def _who(self, request: web.Request) -> Person:
        _, person = await self._identities.who(request)
        request[WORDS] = wording(person.locale)
        return person
