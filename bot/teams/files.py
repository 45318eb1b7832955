"""Files in Teams: taken from a chat, and put where a person says.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
"""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import structlog

from bot.chat.base import ChannelContext
from bot.teams.activities import TeamsEvent
from bot.teams.token_validation import is_service
from governance import MAX_FILE_BYTES, Person
from handlers import Attachment, KeptFile, Said, Turn, Upload

log = structlog.get_logger()

TRANSFER_TIMEOUT = aiohttp.ClientTimeout(total=30)
"""Timeout of one transfer."""

STORE_DOMAINS = (".sharepoint.com", ".sharepoint.us", ".sharepoint-df.com", ".sharepoint-mil.us")
"""Where Teams keeps files; nothing is fetched from, or put, anywhere else."""


class TeamsFiles:
    """Downloads files from chats, and uploads files to people's own storage."""

    def __init__(self, chat: ChannelContext, others: Collection[str]) -> None:
        """Transfer by the session of *chat*, at Microsoft's stores and at *others*."""
        self._service = chat.service
        self._conversations = chat.conversations
        self._session = chat.session
        self._others = others

    async def receive(self, turn: Turn, event: TeamsEvent) -> Said:
        """Download the files attached to a message, and return them with its text."""
        receive = self._service.assistant.receive
        kept = [
            await receive(turn.person, await self._download(each), at=turn.at)
            for each in event.files
        ]
        return Said(turn.text, tuple(kept))

    async def upload(self, person: Person, context: Mapping[str, Any], url: str) -> bool:
        """Upload an accepted file to the URL that Teams gave; return whether that worked.

        https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession
        """
        content = await self._read_stored(person, context)
        if not content or not self._is_store(url):
            return False
        headers = {"Content-Range": f"bytes 0-{len(content) - 1}/{len(content)}"}
        try:
            async with self._session.put(
                url, data=content, headers=headers, timeout=TRANSFER_TIMEOUT, allow_redirects=False
            ) as response:
                response.raise_for_status()
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("teams.file_not_put", kind=type(error).__name__)
            return False
        return True

    async def _read_stored(self, person: Person, context: Mapping[str, Any]) -> bytes:
        """Find the file that was offered to *person*, asking again whether they may have it."""
        turn, name = str(context.get("turn") or ""), str(context.get("name") or "")
        reply = await self._conversations.find_reply(person, turn)
        for block in reply.blocks if reply else ():
            match block:
                case Attachment(name=known, content=content) if known == name:
                    return content.encode()
                case KeptFile(key=key) if key == name:
                    found = await self._conversations.fetch_file(person, block)
                    return found.content if found else b""
                case _:
                    continue
        return b""

    async def _download(self, file: Mapping[str, Any]) -> Upload:
        """Download one *file* as Teams describes it; without content if that fails."""
        name, url = str(file.get("name") or "-"), str(file.get("url") or "")
        if not self._is_store(url):
            return Upload(name, None)
        try:
            return Upload(name, await self._read(url))
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("teams.file_lost", kind=type(error).__name__)
            return Upload(name, None)

    async def _read(self, url: str) -> bytes:
        """Read a file, or as much of it as shows that it is too large."""
        async with self._session.get(
            url, timeout=TRANSFER_TIMEOUT, allow_redirects=False
        ) as response:
            if response.status != 200:  # noqa: PLR2004 - RFC 9110
                raise ValueError(str(response.status))
            read = bytearray()
            async for piece in response.content.iter_chunked(2**16):
                read += piece
                if len(read) > MAX_FILE_BYTES:
                    break
            return bytes(read)

    def _is_store(self, url: str) -> bool:
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        host = (parts.hostname or "").lower()
        is_known = parts.scheme == "https" and host.endswith(STORE_DOMAINS)
        return is_known or is_other(url, self._others)


def is_other(url: str, others: Collection[str]) -> bool:
    """Return whether *url* is at one of *others*."""
    return bool(others) and is_service(url, others) and not is_service(url)
