"""Files that people put into a modal: taken from Slack with the app's own token."""

from collections.abc import Mapping
from typing import Any

import aiohttp
import structlog

from bot.slack.calls import Calls, SlackError
from governance import LARGEST
from handlers import Upload

log = structlog.get_logger()

ATTEMPTS = 2
PATIENCE = aiohttp.ClientTimeout(total=30)
"""How long one file may take, in seconds."""


class Files:
    """Takes files from Slack."""

    def __init__(self, calls: Calls, session: aiohttp.ClientSession, token: str) -> None:
        """Ask by *calls* where a file is, and take it by *session* with the bot's *token*."""
        self._calls = calls
        self._session = session
        self._token = token

    async def take(self, file: Mapping[str, Any]) -> Upload:
        """Take one *file* as Slack describes it; without content if that does not work."""
        name = str(file.get("name") or "-")
        for _ in range(ATTEMPTS):
            try:
                return Upload(name, await self._content(file))
            except (SlackError, aiohttp.ClientError, TimeoutError, ValueError) as error:
                log.warning("slack.file_lost", kind=type(error).__name__)
        return Upload(name, None)

    async def _content(self, file: Mapping[str, Any]) -> bytes:
        """Read a file, or as much of it as shows that it is too large.

        Without the right to read files, Slack answers with a page to sign in on.
        https://docs.slack.dev/reference/objects/file-object
        """
        url = file.get("url_private_download") or await self._address(str(file["id"]))
        headers = {"Authorization": f"Bearer {self._token}"}
        async with self._session.get(
            url, headers=headers, allow_redirects=False, timeout=PATIENCE
        ) as response:
            is_page = response.content_type == "text/html"
            if response.status != 200 or is_page:  # noqa: PLR2004 - RFC 9110
                raise ValueError(f"{response.status} {response.content_type}")
            read = bytearray()
            async for piece in response.content.iter_chunked(2**16):
                read += piece
                if len(read) > LARGEST:
                    break
            return bytes(read)

    async def _address(self, file: str) -> str:
        found = await self._calls("files.info", file=file)
        return str(found["file"]["url_private_download"])
