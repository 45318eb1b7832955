"""Files that people put into a modal: taken from Slack with the app's own token."""

from collections.abc import Mapping
from typing import Any

import aiohttp
import structlog
from yarl import URL

from bot.slack.web_api import Calls, SlackError
from governance import MAX_FILE_BYTES
from handlers import Upload

log = structlog.get_logger()

ATTEMPTS = 2
HOSTS = ("slack.com", "slack-files.com")
"""Where Slack keeps files, there or below."""

HTTPS = 443

PATIENCE = aiohttp.ClientTimeout(total=30)
"""How long one file may take, in seconds."""


class Files:
    """Takes files from Slack."""

    def __init__(
        self, calls: Calls, session: aiohttp.ClientSession, token: str, *, api: str
    ) -> None:
        """Ask by *calls* where a file is, and take it by *session* with the bot's *token*.

        *api* is where the Web API is, which may be asked for files as well.
        """
        self._calls = calls
        self._session = session
        self._token = token
        self._api = URL(api).origin()

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
        if not file.get("url_private_download"):
            file = (await self._calls("files.info", file=file["id"]))["file"]
        url = URL(str(file.get("url_private_download") or ""))
        if file.get("is_external") or not is_slacks(url, self._api):
            raise ValueError("elsewhere")
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
                if len(read) > MAX_FILE_BYTES:
                    break
            return bytes(read)


def is_slacks(url: URL, api: URL) -> bool:
    """Tell whether *url* leads to Slack, or to where its *api* is: nobody else sees the token.

    It is read as what fetches it reads it.
    """
    host = url.host or ""
    is_theirs = any(host == each or host.endswith(f".{each}") for each in HOSTS)
    is_safe = url.scheme == "https" and url.port == HTTPS
    return (is_safe and is_theirs) or (url.absolute and url.origin() == api)
