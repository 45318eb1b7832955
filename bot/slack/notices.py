"""Notices beside answers: why there is none, and that one is being written."""

import structlog
from cachetools import FIFOCache

from bot.slack.payloads import SlackEvent
from bot.slack.people import SlackPeople
from bot.slack.render.rich_text import blocks, section, text
from bot.slack.web_api import SlackError, WebApi
from handlers import Said
from handlers.wording import wording

log = structlog.get_logger()

ASKED = "/ask "
"""What a command begins with that is a question."""

MAX_REMEMBERED = 1_000
"""How many events that a notice was sent for are remembered; the oldest is forgotten first."""


class SlackNotices:
    """Sends notices, in the language of the person where it is known."""

    def __init__(self, api: WebApi, people: SlackPeople) -> None:
        """Speak by *api*; *people* knows languages."""
        self._api = api
        self._people = people
        self._notified: FIFOCache[str, None] = FIFOCache(MAX_REMEMBERED)

    def locale_of(self, event: SlackEvent) -> str:
        """Return the language of whoever did something; English while nothing is known of them."""
        return self._people.locale_of(event.user)

    async def say(self, event: SlackEvent, key: str, locale: str = "") -> bool:
        """Say one sentence to somebody alone, and once about what they did; none for no *key*.

        Tell whether they have heard what there is to say.
        """
        if not key or event.id in self._notified:
            return True
        self._notified[event.id] = None
        said = wording(locale or self.locale_of(event))(key)
        shown = blocks([section(text(said))])
        try:
            if event.origin.channel and not event.origin.private:
                await self._api(
                    "chat.postEphemeral",
                    channel=event.origin.channel,
                    user=event.user,
                    text=said,
                    blocks=shown,
                )
            else:
                await self._api("chat.postMessage", channel=event.user, text=said, blocks=shown)
        except SlackError as error:
            log.info("slack.not_said", code=error.code)
            del self._notified[event.id]
            return False
        return True

    def ack_text(self, event: SlackEvent) -> str:
        """Say to whoever typed a question as a command that it is being looked into."""
        words = wording(self.locale_of(event))
        is_asked = isinstance(event.what, Said) and event.what.text.startswith(ASKED)
        return f"{words('slack-title')} {words('chat-looking')}" if is_asked else ""

    async def set_status(self, event: SlackEvent, said: str) -> None:
        """Show what is being done, or nothing any more; the answer comes all the same without it.

        Slack takes it away by itself only when the thread gets a message.
        """
        try:
            await self._api(
                "assistant.threads.setStatus",
                channel_id=event.origin.channel,
                thread_ts=thread_of(event),
                status=said,
            )
        except SlackError as error:
            log.debug("slack.no_status", code=error.code)


def thread_of(event: SlackEvent) -> str:
    """Name the thread that something was said in, or that an answer to it begins."""
    return event.origin.thread or event.id.partition(".")[2]
