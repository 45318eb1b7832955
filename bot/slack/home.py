"""The app's home in Slack: the overview, published when it is opened and when something changes."""

import json
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

import structlog

from bot.chat.channel import Service
from bot.chat.home_view import build_home
from bot.slack.people import SLACK
from bot.slack.render.blocks import Artist
from bot.slack.render.rich_text import JSON
from bot.slack.render.truncation import held, more
from bot.slack.web_api import Calls, SlackError, SlackRefusedError
from governance import Person
from handlers import Button, Reply
from handlers.wording import wording

log = structlog.get_logger()

PROMPTS = 4
"""How many suggestions Slack shows."""

SEND = "home.start"
"""The action that sends the overview into the conversation."""


def home(reply: Reply, artist: Artist) -> JSON:
    """Draw an overview as a home; of one that is longer, a button sends all of it."""
    send = Button(artist.words("slack-send-all"), SEND, main=True)
    drawn = artist.blocks(reply)
    rest = more(artist.words("slack-home-more"), *artist.actions((send,)))
    return {"type": "home", "blocks": held(drawn, rest)}


class Homes:
    """The homes of everybody who has opened theirs."""

    def __init__(
        self,
        service: Service,
        calls: Calls,
        artist: Callable[[str, str], Artist],
        now: Callable[[], datetime],
    ) -> None:
        """Draw up overviews with *service*, and publish them by *calls*."""
        self._service = service
        self._calls = calls
        self._artist = artist
        self._now = now
        self._shown: dict[str, str] = {}
        self._hashes: dict[str, str] = {}

    async def opened(self, user: str, person: Person, hash_: str = "") -> None:
        """Show somebody their home; *hash_* is that of the view they see."""
        if hash_:
            self._hashes[user] = hash_
        self._shown.pop(user, None)
        await self._publish(user, person)

    async def suggest(self, channel: str, person: Person) -> None:
        """Offer sentences to begin with, above the message box.

        https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
        """
        lines = wording(person.locale).lines("web-suggestions")[:PROMPTS]
        prompts = [{"title": line, "message": line} for line in lines]
        try:
            await self._calls(
                "assistant.threads.setSuggestedPrompts", channel_id=channel, prompts=prompts
            )
        except SlackError as error:
            log.info("slack.nothing_suggested", code=error.code)

    async def refresh(self, user: str, person: Person) -> None:
        """Show what has changed to somebody who has opened their home."""
        if user in self._shown:
            await self._publish(user, person)

    async def _publish(self, user: str, person: Person) -> None:
        artist = self._artist("", person.locale)
        reply = await build_home(self._service, person, SLACK, at=self._now())
        view = home(reply, artist)
        mark = sha256(json.dumps(view).encode()).hexdigest()
        if self._shown.get(user) == mark:
            return
        try:
            published = await self._published(user, view)
        except SlackError as error:
            log.warning("slack.home_not_published", code=error.code)
            return
        self._shown[user] = mark
        self._hashes[user] = str(published.get("view", {}).get("hash", ""))

    async def _published(self, user: str, view: JSON) -> JSON:
        """Publish a view in place of the one that was there; a newer one gives way to this."""
        known = self._hashes.get(user)
        try:
            return await self._calls("views.publish", user_id=user, view=view, hash=known or None)
        except SlackRefusedError as error:
            if error.code != "hash_conflict":
                raise
            return await self._calls("views.publish", user_id=user, view=view)
