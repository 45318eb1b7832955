"""The app's home in Slack: the overview, published when it is opened and when something changes."""

import json
from collections.abc import Callable
from hashlib import sha256

import structlog

from bot.chat.home_view import build_home
from bot.slack.context import SlackContext
from bot.slack.people import SLACK
from bot.slack.render.blocks import BlockRenderer
from bot.slack.render.rich_text import JSON
from bot.slack.render.truncation import more_notice, truncate
from bot.slack.web_api import SlackError, SlackRefusedError
from governance import Person
from handlers import Button, Reply
from handlers.wording import wording

log = structlog.get_logger()

MAX_PROMPTS = 4
"""How many suggestions Slack shows."""

SEND = "home.start"
"""The action that sends the overview into the conversation."""


def render_home(reply: Reply, renderer: BlockRenderer) -> JSON:
    """Render an overview as a home; of one that is longer, a button sends all of it."""
    send = Button(renderer.words("slack-send-all"), SEND, main=True)
    drawn = renderer.blocks(reply)
    rest = more_notice(renderer.words("slack-home-more"), *renderer.actions((send,)))
    return {"type": "home", "blocks": truncate(drawn, rest)}


class HomeViews:
    """The homes of everybody who has opened theirs."""

    def __init__(
        self, context: SlackContext, renderer_for: Callable[[str, str], BlockRenderer]
    ) -> None:
        """Build overviews with the service of *context*, and publish them by its API."""
        self._service = context.chat.service
        self._api = context.api
        self._renderer = renderer_for
        self._now = context.chat.now
        self._shown: dict[str, str] = {}
        self._hashes: dict[str, str] = {}

    async def show(self, user: str, person: Person, hash_: str = "") -> None:
        """Show somebody their home; *hash_* is that of the view they see."""
        if hash_:
            self._hashes[user] = hash_
        self._shown.pop(user, None)
        await self._publish(user, person)

    async def suggest(self, channel: str, person: Person) -> None:
        """Offer sentences to begin with, above the message box.

        https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
        """
        lines = wording(person.locale).lines("web-suggestions")[:MAX_PROMPTS]
        prompts = [{"title": line, "message": line} for line in lines]
        try:
            await self._api(
                "assistant.threads.setSuggestedPrompts", channel_id=channel, prompts=prompts
            )
        except SlackError as error:
            log.info("slack.nothing_suggested", code=error.code)

    async def refresh(self, user: str, person: Person) -> None:
        """Show what has changed to somebody who has opened their home."""
        if user in self._shown:
            await self._publish(user, person)

    async def _publish(self, user: str, person: Person) -> None:
        renderer = self._renderer("", person.locale)
        reply = await build_home(self._service, person, SLACK, at=self._now())
        view = render_home(reply, renderer)
        mark = sha256(json.dumps(view).encode()).hexdigest()
        if self._shown.get(user) == mark:
            return
        try:
            published = await self._publish_view(user, view)
        except SlackError as error:
            log.warning("slack.home_not_published", code=error.code)
            return
        self._shown[user] = mark
        self._hashes[user] = str(published.get("view", {}).get("hash", ""))

    async def _publish_view(self, user: str, view: JSON) -> JSON:
        """Publish a view in place of the one that was there; a newer one gives way to this."""
        known = self._hashes.get(user)
        try:
            return await self._api("views.publish", user_id=user, view=view, hash=known or None)
        except SlackRefusedError as error:
            if error.code != "hash_conflict":
                raise
            return await self._api("views.publish", user_id=user, view=view)
