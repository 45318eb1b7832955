"""The handbook on the page: what pages there are, and a page with its clauses and its age."""

import posixpath
import unicodedata
from collections.abc import Callable
from datetime import date
from urllib.parse import quote, unquote, urlsplit

from aiohttp import web

from bot import clock
from bot.web.blocks import JSON
from bot.web.guard import WORDS
from bot.web.identity import Identities
from bot.web.markdown_html import page_to_html
from governance import Person
from handlers import audiences, day_of
from handlers.wording import Wording, wording
from knowledge import Handbook, Page, Section, Version

PREFIX = "/handbook/"
"""Where a page's address in the reader begins."""


class Reader:
    """Serves the handbook's pages to whoever may see them."""

    def __init__(self, handbook: Handbook, identities: Identities) -> None:
        """Read *handbook* for whoever *identities* says is here."""
        self._handbook = handbook
        self._identities = identities

    def routes(self) -> list[web.AbstractRouteDef]:
        """List what is served."""
        return [web.get("/api/handbook", self.pages), web.get("/api/handbook/{page:.+}", self.page)]

    async def pages(self, request: web.Request) -> web.Response:
        """List the pages."""
        person = await self._who(request)
        today = day_of(person, clock.now())
        pages = self._handbook.pages(on=today, audiences=audiences(person))
        return web.json_response({"pages": [_page_entry(page, today) for page in pages]})

    async def page(self, request: web.Request) -> web.Response:
        """Show one page."""
        person = await self._who(request)
        today = day_of(person, clock.now())
        id_ = unicodedata.normalize("NFC", request.match_info["page"])
        mark = request.query.get("version", "")
        allowed = audiences(person)
        page = self._handbook.page(id_, audiences=allowed, version=mark)
        versions = self._handbook.versions(id_, audiences=allowed)
        shown = mark or (versions[-1][0].mark if versions else "")
        words = request[WORDS]
        drawn = _page_json(page, words, today)
        drawn["versions"] = [_version_json(*each, words) for each in reversed(versions)]
        if shown != self._handbook.in_force(id_, on=today):
            drawn["warning"] = words("web-not-in-force")
        return web.json_response(drawn)

    async def _who(self, request: web.Request) -> Person:
        _, person = await self._identities.who(request)
        request[WORDS] = wording(person.locale)
        return person


def _page_entry(page: Page, today: date) -> JSON:
    return {"title": page.title, "path": _path(page.id), "overdue": _is_overdue(page, today)}


def _page_json(page: Page, words: Wording, today: date) -> JSON:
    target = _target(page)
    return {
        "title": page.title,
        "path": _path(page.id),
        "about": _about(page, words),
        "warning": _warning(page, words, today),
        "sections": [_section_json(page, section, target) for section in page.sections],
    }


def _version_json(version: Version, begins: date, words: Wording) -> JSON:
    """Name a version by its first day, or by the day it was first seen where that is not known."""
    label = (
        words("web-seen", date=words.date(version.seen))
        if begins == date.min
        else words("web-effective", date=words.date(begins))
    )
    return {"label": label, "path": f"{_path(version.page)}?version={version.mark}"}


def _section_json(page: Page, section: Section, target: Callable[[str], str]) -> JSON:
    """Draw one clause; a heading that repeats the page's title is left to the title."""
    return {
        "heading": "" if section.heading == page.title else section.heading,
        "anchor": section.anchor,
        "level": section.level,
        "html": page_to_html(section.text, target),
    }


def _about(page: Page, words: Wording) -> list[str]:
    """Say how old a page is, and whose it is."""
    facts = [words("web-version", version=page.version)] if page.version else []
    if page.effective:
        facts.append(words("web-effective", date=words.date(page.effective)))
    if page.owner:
        facts.append(words("web-owner", owner=page.owner))
    if page.review_by:
        facts.append(words("web-review-by", date=words.date(page.review_by)))
    return facts


def _warning(page: Page, words: Wording, today: date) -> str:
    """Warn of a page that has gaps, or that nobody has looked at in time."""
    gaps = words("ask-page-partial") if page.is_partial else ""
    overdue = _overdue_warning(page, words) if _is_overdue(page, today) else ""
    return " ".join(filter(None, (gaps, overdue)))


def _overdue_warning(page: Page, words: Wording) -> str:
    due = words.date(page.review_by) if page.review_by else ""
    if page.owner:
        return words("web-overdue", date=due, owner=page.owner)
    return words("web-overdue-no-owner", date=due)


def _is_overdue(page: Page, today: date) -> bool:
    return page.review_by is not None and page.review_by < today


def _path(page_id: str) -> str:
    return PREFIX + quote(page_id)


def _target(page: Page) -> Callable[[str], str]:
    """Make the function that leads links between the files to the reader's addresses."""

    def lead(href: str) -> str:
        parts = urlsplit(href)
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        if not parts.path:
            return f"{_path(page.id)}{anchor}"
        if parts.path.startswith("/"):
            return href
        beside = posixpath.join(posixpath.dirname(page.id), unquote(parts.path))
        return f"{_path(posixpath.normpath(beside).removesuffix('.md'))}{anchor}"

    return lead
