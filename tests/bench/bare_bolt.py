"""A Bolt app that acknowledges everything and does nothing, to measure ours beside."""

import os

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult


async def authorize(team_id: str | None) -> AuthorizeResult:
    """Let everybody in, without a call."""
    return AuthorizeResult(enterprise_id=None, team_id=team_id, bot_token="xoxb")  # noqa: S106 - no secret


async def nothing(ack: AsyncAck) -> None:
    """Acknowledge."""
    await ack()


def main() -> None:
    """Serve at the port that ours would have."""
    bolt = AsyncApp(
        name="bare", signing_secret=os.environ["SLACK_SIGNING_SECRET"], authorize=authorize
    )
    bolt.event("message")(nothing)
    bolt.command("/ai-help")(nothing)
    bolt.action("home.start#1")(nothing)

    async def posted(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    app = web.Application()
    app.add_routes([web.post("/slack/{path}", posted)])
    port = int(os.environ["GUILDMATE_PORT"])
    web.run_app(app, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    main()
