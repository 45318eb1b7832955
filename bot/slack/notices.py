"""What is said beside an answer: sentences on why there is none, and that one is on its way."""

import structlog

from bot.slack.payloads import Took
from bot.slack.people import People
from bot.slack.render.rich_text import blocks, section, text
from bot.slack.web_api import Calls, SlackError
from handlers import Said
from handlers.wording import wording

log = structlog.get_logger()

ASKED = "/ask "
"""What a command begins with that is a question."""

MOST = 1_000
"""How many things that somebody was told a sentence about are remembered."""


class Telling:
    """Says a sentence to whoever did something, in their language where it is known."""

    def __init__(self, calls: Calls, people: People) -> None:
        """Speak by *calls*; *people* knows languages."""
        self._calls = calls
        self._people = people
        self._told: dict[str, None] = {}

    def locale_of(self, took: Took) -> str:
        """Give the language of whoever did something; English while nothing is known of them."""
        return self._people.locale_of(took.user)

    async def say(self, took: Took, key: str, locale: str = "") -> bool:
        """Say one sentence to somebody alone, and once about what they did; none for no *key*.

        Tell whether they have heard what there is to say.
        """
        if not key or took.id in self._told:
            return True
        self._told[took.id] = None
        if len(self._told) > MOST:
            del self._told[next(iter(self._told))]
        said = wording(locale or self.locale_of(took))(key)
        shown = blocks([section(text(said))])
        try:
            if took.spot.channel and not took.spot.private:
                await self._calls(
                    "chat.postEphemeral",
                    channel=took.spot.channel,
                    user=took.user,
                    text=said,
                    blocks=shown,
                )
            else:
                await self._calls("chat.postMessage", channel=took.user, text=said, blocks=shown)
        except SlackError as error:
            log.info("slack.not_said", code=error.code)
            del self._told[took.id]
            return False
        return True

    def looking(self, took: Took) -> str:
        """Say to whoever typed a question as a command that it is being looked into."""
        words = wording(self.locale_of(took))
        is_asked = isinstance(took.what, Said) and took.what.text.startswith(ASKED)
        return f"{words('slack-title')} {words('chat-looking')}" if is_asked else ""

    async def status(self, took: Took, said: str) -> None:
        """Show what is being done, or nothing any more; the answer comes all the same without it.

        Slack takes it away by itself only when the thread gets a message.
        """
        try:
            await self._calls(
                "assistant.threads.setStatus",
                channel_id=took.spot.channel,
                thread_ts=thread_of(took),
                status=said,
            )
        except SlackError as error:
            log.debug("slack.no_status", code=error.code)


def thread_of(took: Took) -> str:
    """Name the thread that something was said in, or that an answer to it begins."""
    return took.spot.thread or took.id.partition(".")[2]
