"""Messages as they reach Slack: once each, in place of a card where there is one."""

import re
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any

import aiohttp
import structlog

from bot.slack.render.blocks import File, RenderedMessage, escape
from bot.slack.render.rich_text import JSON
from bot.slack.web_api import SlackError, SlackRefusedError, SlackUnsureError, WebApi

log = structlog.get_logger()

EVENT = "guildmate_reply"
"""The type of the metadata by which a message that may have been posted is found again."""

HISTORY_LIMIT = 30
"""How many of the latest messages are looked through for it."""

_MESSAGE = re.compile(r"[^.]+\.([CDG]\w+)\.(\d+\.\d+)")
"""The name of a turn that was a message: the team, the conversation and the message's time."""

THREAD_LIMIT = 1_000
"""How many of a thread's: Slack gives the first ones first."""


class SlackMessages:
    """Puts messages into conversations."""

    def __init__(self, api: WebApi, session: aiohttp.ClientSession) -> None:
        """Post by *api*; files go by *session* to the address that Slack gives for each."""
        self._api = api
        self._session = session
        self._rooms: dict[str, str] = {}

    async def open_conversation(self, user: str) -> str:
        """Find the conversation with one *user*."""
        if user not in self._rooms:
            opened = await self._api("conversations.open", users=user)
            self._rooms[user] = str(opened["channel"]["id"])
        return self._rooms[user]

    async def post(
        self,
        channel: str,
        drawn: RenderedMessage,
        *,
        thread: str = "",
        key: str,
        again: bool = False,
    ) -> str:
        """Post *drawn*, under a *key* that is never posted twice, and give the first one's ts.

        What may have been posted before, by another process perhaps, is looked for *again*;
        where that was in the thread of a question, there is nothing to give.
        """
        if again and await self._is_posted(key):
            return ""
        first = ""
        for n, blocks in enumerate(drawn.messages):
            said = _body(drawn, blocks, key=f"{key}.{n}")
            ts = await self._post_once(channel, said, thread, again=again)
            first = first or ts
        for file in drawn.files:
            await self._upload(channel, file, thread)
        return first

    async def update_or_post(
        self, channel: str, ts: str, drawn: RenderedMessage, *, thread: str = "", key: str
    ) -> str:
        """Replace the message *ts* by *drawn*; post it anew if the message is gone."""
        said = _body(drawn, drawn.messages[0], key=f"{key}.0")
        try:
            await self._api("chat.update", channel=channel, ts=ts, **said)
        except SlackRefusedError:
            return await self.post(channel, drawn, thread=thread, key=key)
        rest = RenderedMessage(drawn.messages[1:], drawn.notification, drawn.files)
        await self.post(channel, rest, thread=thread, key=f"{key}.more")
        return ts

    async def post_ephemeral(
        self, channel: str, user: str, drawn: RenderedMessage, *, thread: str = ""
    ) -> None:
        """Show *drawn* to one *user* of a channel.

        Raises:
            SlackError: If they cannot be shown it there.
        """
        for blocks in drawn.messages:
            await self._api(
                "chat.postEphemeral",
                channel=channel,
                user=user,
                text=drawn.notification,
                blocks=list(blocks),
                thread_ts=thread or None,
            )

    async def respond(self, url: str, said: str) -> None:
        """Say something below a command, to whoever typed it; nothing depends on it.

        https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
        """
        told = {"response_type": "ephemeral", "text": escape(said)}
        try:
            async with self._session.post(url, json=told) as response:
                response.raise_for_status()
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.info("slack.not_responded", kind=type(error).__name__)

    async def update(self, channel: str, ts: str, drawn: RenderedMessage, *, key: str) -> None:
        """Replace the message *ts* by *drawn*.

        Raises:
            SlackError: If it cannot.
        """
        said = _body(drawn, drawn.messages[0], key=f"{key}.0")
        await self._api("chat.update", channel=channel, ts=ts, **said)

    async def delete(self, channel: str, ts: str) -> None:
        """Delete a message; a failure is logged, and the message stays."""
        try:
            await self._api("chat.delete", channel=channel, ts=ts)
        except SlackError as error:
            log.info("slack.not_dropped", code=error.code)

    async def _post_once(self, channel: str, said: JSON, thread: str, *, again: bool) -> str:
        """Post a message; when nobody can tell whether it was, look for it before trying again."""
        at: JSON = {"channel": channel, "thread_ts": thread or None}
        if again and (
            ts := await self.find(channel, _has_metadata(said["metadata"]), thread=thread)
        ):
            return ts
        try:
            posted = await self._api("chat.postMessage", **at, **said)
        except SlackUnsureError:
            ts = await self.find(channel, _has_metadata(said["metadata"]), thread=thread)
            posted = {"ts": ts} if ts else await self._api("chat.postMessage", **at, **said)
        return str(posted["ts"])

    async def _is_posted(self, key: str) -> bool:
        """Return whether the reply to a message stands in its thread."""
        asked = _MESSAGE.fullmatch(key)
        if asked is None:
            return False
        try:
            is_it = _has_metadata(metadata(f"{key}.0"))
            return bool(await self.find(asked[1], is_it, thread=asked[2]))
        except SlackRefusedError:
            return False  # the conversation is not ours to read any more

    async def find(self, channel: str, is_it: Callable[[JSON], bool], *, thread: str = "") -> str:
        """Find a message that may have been posted; empty when it is not there."""
        found = await self._api(
            "conversations.replies" if thread else "conversations.history",
            channel=channel,
            ts=thread or None,
            limit=THREAD_LIMIT if thread else HISTORY_LIMIT,
            include_all_metadata="true",
        )
        return next((str(each["ts"]) for each in found["messages"] if is_it(each)), "")

    async def _upload(self, channel: str, file: File, thread: str) -> None:
        """Upload a small file into the thread; a failure is logged, the message says everything.

        https://docs.slack.dev/messaging/working-with-files#upload
        """
        try:
            place = await self._api(
                "files.getUploadURLExternal", filename=file.name, length=len(file.content)
            )
            async with self._session.post(
                place["upload_url"], data=BytesIO(file.content)
            ) as response:
                response.raise_for_status()
            await self._api(
                "files.completeUploadExternal",
                files=[{"id": place["file_id"], "title": file.label}],
                channel_id=channel,
                thread_ts=thread or None,
            )
        except (SlackError, aiohttp.ClientError, TimeoutError) as error:
            log.warning("slack.file_not_sent", kind=type(error).__name__)


def hash_key(key: str) -> str:
    """Name what was posted under a *key*, to be found again by.

    Everybody in the workspace can read it, so it is a hash that tells nothing of the turn.
    """
    return sha256(key.encode()).hexdigest()[:32]


def metadata(key: str) -> JSON:
    """Say about a message which one it is."""
    return {"event_type": EVENT, "event_payload": {"key": hash_key(key)}}


def _has_metadata(expected: JSON) -> Callable[[JSON], bool]:
    return lambda message: message.get("metadata") == expected


def _body(drawn: RenderedMessage, blocks: tuple[JSON, ...], *, key: str) -> dict[str, Any]:
    """Say everything about a message but where it goes."""
    return {
        "text": drawn.notification,
        "blocks": list(blocks),
        "metadata": metadata(key),
        "unfurl_links": False,
        "unfurl_media": False,
    }
