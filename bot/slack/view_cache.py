"""Modals that change while they are filled in: the newest change is shown, and no older one."""

import asyncio
from dataclasses import dataclass, field

import structlog

from bot.slack.render.rich_text import JSON
from bot.slack.web_api import Calls, SlackError

log = structlog.get_logger()

MOST = 1_000
"""How many open modals are remembered; the oldest is forgotten first."""


@dataclass(slots=True)
class _Open:
    """A modal: when it was changed last, and the hash of what we have shown since."""

    at: str = ""
    hash: str = ""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Views:
    """The modals in which something was changed."""

    def __init__(self, calls: Calls) -> None:
        """Update them by *calls*."""
        self._calls = calls
        self._open: dict[str, _Open] = {}

    def changed(self, view: str, at: str) -> None:
        """Take note that somebody changed something in a *view* *at* a time, as Slack writes it."""
        known = self._open.pop(view, _Open())
        known.at = max(known.at, at)
        self._open[view] = known
        if len(self._open) > MOST:
            del self._open[next(iter(self._open))]

    def sent(self, view: str) -> None:
        """Take note that a *view* was sent, so that what it was before is never shown again."""
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
                updated = await self._calls(
                    "views.update", view_id=view, view=drawn, hash=known.hash or hash_ or None
                )
            except SlackError as error:
                log.info("slack.view_not_changed", code=error.code)
            else:
                known.hash = str(updated.get("view", {}).get("hash", ""))
