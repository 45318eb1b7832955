"""The app's manifest: what Slack has to know to create it, made from what the assistant can do.

https://docs.slack.dev/reference/app-manifest
"""

from typing import Any

from bot.slack.payloads import ASK_ABOUT, REGISTER, REGISTER_THIS, short_name
from handlers import COMMANDS
from handlers.wording import wording

EVENTS = ("app_home_opened", "app_mention", "message.channels", "message.groups", "message.im")

SCOPES = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:history",
    "im:history",
    "im:write",
    "usergroups:read",
    "users:read",
    "users:read.email",
)
"""The least that everything works with; docs/slack.md says what each is for."""

MAX_HINT_CHARS = 80
MAX_DESCRIPTION_CHARS = 140


def manifest(url: str, *, prefix: str = "ai", socket: bool = False) -> dict[str, Any]:
    """Build the manifest of an app that is reached at *url*, or by *socket*."""
    address = url.rstrip("/")
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Guildmate",
            "description": "Policy answers, registration and office hours for citizen developers",
            "background_color": "#1f3a5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Guildmate", "always_online": True},
            "agent_view": {
                "agent_description": "Answers from the governance handbook, registers what you "
                "build, and books time with a mentor."
            },
            "slash_commands": _commands(f"{address}/slack/commands", prefix, socket=socket),
            "shortcuts": _shortcuts(),
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {
                **({} if socket else {"request_url": f"{address}/slack/events"}),
                "bot_events": list(EVENTS),
            },
            "interactivity": {
                "is_enabled": True,
                **({} if socket else _interactive(f"{address}/slack/interactive")),
            },
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket,
            "token_rotation_enabled": False,
        },
    }


def _interactive(url: str) -> dict[str, str]:
    """Say where presses go, and what is typed into a field whose options are looked up."""
    return {"request_url": url, "message_menu_options_url": url}


def _commands(url: str, prefix: str, *, socket: bool) -> list[dict[str, Any]]:
    """Make a slash command of each of the assistant's own."""
    words = wording()
    return [
        {
            "command": f"/{prefix}-{short_name(command.name)}"
            if prefix
            else f"/{short_name(command.name)}",
            "description": words(f"{command.name}-summary")[:MAX_DESCRIPTION_CHARS],
            "usage_hint": next(iter(words.lines(f"{command.name}-examples")), "")[:MAX_HINT_CHARS],
            "should_escape": False,
            **({} if socket else {"url": url}),
        }
        for command in COMMANDS
    ]


def _shortcuts() -> list[dict[str, str]]:
    return [
        {
            "name": "Ask about this",
            "type": "message",
            "callback_id": ASK_ABOUT,
            "description": "Ask the handbook what somebody wrote",
        },
        {
            "name": "Register this",
            "type": "message",
            "callback_id": REGISTER_THIS,
            "description": "Register the solution that somebody described",
        },
        {
            "name": "Register a solution",
            "type": "global",
            "callback_id": REGISTER,
            "description": "Register what you have built",
        },
    ]
