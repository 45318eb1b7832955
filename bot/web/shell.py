"""The page around the conversation: its HTML, its words, who is here, and in which language."""

import re
from datetime import datetime
from functools import lru_cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from bot import clock
from bot.web.guard import WORDS, RefusedError, body_of
from bot.web.identity import Identities, become
from bot.web.payloads import UnreadableError
from governance import Database, Person
from handlers.wording import LOCALES, Wording, wording

STATIC = Path(str(files("bot.web") / "static"))

PAGE_WORDS = (
    "chat-by-model",
    "web-back",
    "web-all-pages",
    "web-contents",
    "web-form-sent",
    "web-guildmate",
    "web-handbook",
    "web-hello-text",
    "web-home-empty",
    "web-looking",
    "web-mistakes-one",
    "web-new",
    "web-new-sure",
    "web-news",
    "web-no-pages",
    "web-optional",
    "web-overdue-short",
    "web-versions",
    "web-reading",
    "web-remove",
    "web-retry",
    "web-still",
    "web-unreachable",
    "web-working",
    "web-you",
)
"""The words that the page's scripts use as they are."""

PAGE_PATTERNS = {
    "web-became": ("name",),
    "web-embedding": ("done", "total"),
    "web-mistakes": ("count",),
    "web-step": ("step", "steps"),
}
"""The words whose facts the page's scripts fill in."""

SHORTCUTS = (
    ("web-shortcut-register", "/register"),
    ("web-shortcut-book", "/office-hours"),
    ("web-shortcut-mine", "/solutions"),
    ("web-shortcut-help", "/help"),
)
"""What stands above the message box: words, and what is sent when they are pressed."""


Sent = TypeVar("Sent", bound=BaseModel)


class _Identity(BaseModel):
    person: str


class _Locale(BaseModel):
    locale: str


class Shell:
    """Serves the page and what it needs to know before anybody says a word."""

    def __init__(self, database: Database, identities: Identities) -> None:
        """Find people in *database*, and who is here by *identities*."""
        self._database = database
        self._identities = identities

    def routes(self) -> list[web.AbstractRouteDef]:
        """List what is served."""
        return [
            web.get("/", self.page),
            web.get("/handbook", self.to_handbook),
            web.get("/handbook/{page:.*}", self.page),
            web.get("/api/me", self.me),
            web.post("/api/identity", self.be),
            web.post("/api/locale", self.prefer),
            web.static("/static", STATIC),
        ]

    async def page(self, request: web.Request) -> web.Response:
        """Serve the page in the language of whoever is here."""
        _, person = await self._identities.who(request)
        return web.Response(text=_html(person.locale), content_type="text/html")

    async def to_handbook(self, _request: web.Request) -> web.Response:
        """Lead to the list of the handbook's pages."""
        raise web.HTTPFound("/handbook/")

    async def me(self, request: web.Request) -> web.Response:
        """Tell who is here, who else one can be, and the words of the page."""
        demo, person = await self._identities.who(request)
        words = wording(person.locale)
        everyone = await self._identities.everyone()
        return web.json_response(
            {
                "person": {"key": demo.key, "name": person.name, "locale": words.locale},
                "people": [
                    {"key": other.key, "label": _label(row, words)} for other, row in everyone
                ],
                "locales": [[locale, words(f"web-language-{locale}")] for locale in LOCALES],
                "hello": words("web-hello", name=person.name.split()[0]),
                "suggestions": words.lines("web-suggestions"),
                "shortcuts": [[words(key), text] for key, text in SHORTCUTS],
                "texts": _texts(words),
            }
        )

    async def be(self, request: web.Request) -> web.Response:
        """Become somebody else of the demonstration."""
        sent = await _read_body(request, _Identity)
        response = web.json_response({"person": sent.person})
        become(response, sent.person)
        return response

    async def prefer(self, request: web.Request) -> web.Response:
        """Speak another language with whoever is here."""
        _, person = await self._identities.who(request)
        request[WORDS] = wording(person.locale)
        sent = await _read_body(request, _Locale)
        if sent.locale not in LOCALES:
            raise RefusedError(400, "web-no-language")
        await self._speak(person, sent.locale, at=clock.now())
        return web.json_response({"locale": sent.locale})

    async def _speak(self, person: Person, locale: str, *, at: datetime) -> None:
        async with self._database.transaction() as records:
            await records.people.set_preferences(person, locale=locale, at=at)


async def _read_body(request: web.Request, shape: type[Sent]) -> Sent:
    """Read what the page sent as *shape*."""
    try:
        return shape.model_validate_json(await body_of(request))
    except ValidationError as error:
        raise UnreadableError(str(error.errors()[0]["msg"])) from error


def _label(person: Person, words: Wording) -> str:
    """Name somebody with what they do."""
    roles = [words(f"web-role-{role.value}") for role in sorted(person.roles)]
    return f"{person.name} ({', '.join(roles or [words('web-role-maker')])})"


def _texts(words: Wording) -> dict[str, str]:
    fixed = {key: words(key) for key in PAGE_WORDS}
    open_ = {
        key: words(key, **{fact: f"{{{fact}}}" for fact in facts})
        for key, facts in PAGE_PATTERNS.items()
    }
    return fixed | open_


@lru_cache
def _html(locale: str) -> str:
    """Fill the words of *locale* into the page."""
    words = wording(locale)
    template = (STATIC / "index.html").read_text(encoding="utf-8")
    filled = re.sub(r"\{\{(web-[a-z-]+)\}\}", lambda found: escape(words(found[1])), template)
    return filled.replace("{{locale}}", words.locale)
