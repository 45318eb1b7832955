"""Updates modals while they are filled in: the newest change wins, whatever order they end in."""

import asyncio
from dataclasses import dataclass, field

import structlog
from cachetools import LRUCache

from bot.slack.render.rich_text import JSON
from bot.slack.web_api import SlackError, WebApi

log = structlog.get_logger()

MAX_VIEWS = 1_000
"""How many open modals are cached; the oldest is evicted first."""


@dataclass(slots=True)
class _OpenView:
    """A modal: when it was changed last, and the hash of what we have shown since."""

    at: str = ""
    hash: str = ""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class ViewCache:
    """The newest change and the hash of each open modal."""

    def __init__(self, api: WebApi) -> None:
        """Update them by *api*."""
        self._api = api
        self._open: LRUCache[str, _OpenView] = LRUCache(MAX_VIEWS)

    def note_change(self, view: str, at: str) -> None:
        """Record that somebody changed something in a *view* *at* a time, as Slack writes it."""
        known = self._open.setdefault(view, _OpenView())
        known.at = max(known.at, at)

    def forget(self, view: str) -> None:
        """Record that a *view* was sent, so that what it was before is never shown again."""
        self._open.pop(view, None)

    async def show(self, view: str, drawn: JSON, *, at: str, hash_: str) -> None:
        """Show what follows from the change *at* a time, unless a newer one was made or shown.

        *hash_* is that of the view in which it was made. What Slack does not show is no loss: all
        that was typed is sent with the form.
        """
        known = self._open.get(view)
        if known is None:
            return
        async with known.lock:
            if self._open.get(view) is not known or known.at != at:
                return
            try:
                updated = await self._api(
                    "views.update", view_id=view, view=drawn, hash=known.hash or hash_ or None
                )
            except SlackError as error:
                log.info("slack.view_not_changed", code=error.code)
            else:
                known.hash = str(updated.get("view", {}).get("hash", ""))
