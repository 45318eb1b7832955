"""Downloads files that people put into a modal, with the app's own token."""

from collections.abc import Mapping
from typing import Any

import aiohttp
import structlog
from yarl import URL

from bot.slack.web_api import SlackError, WebApi
from governance import MAX_FILE_BYTES
from handlers import Upload

log = structlog.get_logger()

MAX_ATTEMPTS = 2
HOSTS = ("slack.com", "slack-files.com")
"""Where Slack keeps files, there or below."""

HTTPS = 443

DOWNLOAD_TIMEOUT = aiohttp.ClientTimeout(total=30)
"""Timeout of one download."""


class SlackFiles:
    """Downloads files from Slack."""

    def __init__(
        self, api: WebApi, session: aiohttp.ClientSession, token: str, *, base_url: str
    ) -> None:
        """Ask by *api* where a file is, and take it by *session* with the bot's *token*.

        *base_url* is where the Web API is, which may be asked for files as well.
        """
        self._api = api
        self._session = session
        self._token = token
        self._base = URL(base_url).origin()

    async def download(self, file: Mapping[str, Any]) -> Upload:
        """Download one *file* as Slack describes it; without content if that fails."""
        name = str(file.get("name") or "-")
        for _ in range(MAX_ATTEMPTS):
            try:
                return Upload(name, await self._read(file))
            except (SlackError, aiohttp.ClientError, TimeoutError, ValueError) as error:
                log.warning("slack.file_lost", kind=type(error).__name__)
        return Upload(name, None)

    async def _read(self, file: Mapping[str, Any]) -> bytes:
        """Read a file, or as much of it as shows that it is too large.

        Without the right to read files, Slack answers with a page to sign in on.
        https://docs.slack.dev/reference/objects/file-object
        """
        if not file.get("url_private_download"):
            file = (await self._api("files.info", file=file["id"]))["file"]
        url = URL(str(file.get("url_private_download") or ""))
        if file.get("is_external") or not is_slack_url(url, self._base):
            raise ValueError("elsewhere")
        headers = {"Authorization": f"Bearer {self._token}"}
        async with self._session.get(
            url, headers=headers, allow_redirects=False, timeout=DOWNLOAD_TIMEOUT
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


def is_slack_url(url: URL, base: URL) -> bool:
    """Whether *url* is Slack's, or at *base*, where the Web API is: nobody else sees the token.

    It is parsed by the same library that fetches it.
    """
    host = url.host or ""
    is_theirs = any(host == each or host.endswith(f".{each}") for each in HOSTS)
    is_safe = url.scheme == "https" and url.port == HTTPS
    return (is_safe and is_theirs) or (url.absolute and url.origin() == base)
