"""The client of Slack's Web API, and the token that it proves itself with."""

from collections.abc import Awaitable, Callable

import aiohttp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.settings import SlackSettings
from bot.slack.web_api import SlackError, WebApi

CALL_TIMEOUT_S = 10
"""Timeout in seconds of one call of the Web API."""


async def trouble_with_slack(settings: SlackSettings) -> str | None:
    """Ask Slack who we are, and give its word for what is wrong; None when all is well."""
    async with aiohttp.ClientSession() as session:
        try:
            await WebApi(create_client(settings, session))("auth.test")
        except SlackError as error:
            return error.code
    return None


def create_client(settings: SlackSettings, session: aiohttp.ClientSession) -> AsyncWebClient:
    """Build the client of the Web API; retries are left to ``WebApi``."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    client = AsyncWebClient(
        token, base_url=settings.api_url, timeout=CALL_TIMEOUT_S, session=session
    )
    client.retry_handlers.clear()
    return client


def authorize_with(token: str) -> Callable[..., Awaitable[AuthorizeResult]]:
    """Give every request the one token, without asking Slack before it is acknowledged."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize
