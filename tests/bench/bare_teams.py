"""The Bot Framework SDK acknowledging everything and doing nothing, to measure ours beside."""

import os

from aiohttp import web
from botbuilder.core import ActivityHandler
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication


class Configuration:
    """What the SDK reads its settings from."""

    APP_ID = os.environ.get("TEAMS_APP_ID")
    APP_PASSWORD = os.environ.get("TEAMS_APP_PASSWORD")
    APP_TYPE = "SingleTenant"
    APP_TENANTID = os.environ.get("TEAMS_TENANT_ID")
    VALIDATE_AUTHORITY = False
    TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL = os.environ.get("TEAMS_OPENID_METADATA_URL")
    TO_BOT_FROM_CHANNEL_TOKEN_ISSUER = os.environ.get("TEAMS_TOKEN_ISSUER")
    TO_CHANNEL_FROM_BOT_LOGIN_URL = os.environ.get("TEAMS_LOGIN_URL")
    TO_CHANNEL_FROM_BOT_OAUTH_SCOPE = "https://api.botframework.com"


def main() -> None:
    """Serve at the port that ours would have."""
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(Configuration()))
    bot = ActivityHandler()

    async def posted(request: web.Request) -> web.StreamResponse:
        answered = await adapter.process(request, bot)
        return answered if answered is not None else web.Response(status=201)

    app = web.Application()
    app.add_routes([web.post("/api/messages", posted)])
    port = int(os.environ["GUILDMATE_PORT"])
    web.run_app(app, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    main()
