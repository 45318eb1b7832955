"""Declares the Slack channel: how it is configured, checked, and created at Slack."""

import json
from typing import Annotated
from urllib.parse import urlsplit

import typer

from bot.chat.channel import ChannelDeclaration
from bot.health import CheckResult
from bot.settings import Settings, SettingsError, SlackSettings
from bot.slack.channel import slack_channel
from bot.slack.client import trouble_with_slack
from bot.slack.manifest import manifest
from bot.slack.people import SLACK


def write_manifest(
    url: Annotated[str, typer.Option(help="The public address, as https://guild.example.")] = "",
    prefix: Annotated[str, typer.Option(help="What the slash commands begin with.")] = "ai",
    socket: Annotated[bool, typer.Option("--socket", help="Use Socket Mode.")] = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Print the manifest of the Slack app as JSON.

    For example:

      guildmate manifest slack --url https://guild.example

      guildmate manifest slack --socket --prefix guild
    """
    if not socket and not (url.startswith("https://") and urlsplit(url).netloc):
        raise SettingsError(
            "Slack posts to an https address only. Give it with --url, or take --socket."
        )
    if not all(letter.isalnum() or letter == "-" for letter in prefix) or prefix != prefix.lower():
        raise SettingsError("A prefix has small letters, digits and hyphens only.")
    drawn = manifest(url, prefix=prefix, socket=socket)
    typer.echo(json.dumps(drawn, ensure_ascii=False, indent=2))


async def check(settings: Settings) -> CheckResult:
    """Ask Slack whether it knows the token."""
    if slack_channel(settings) is None:
        said = "Not set up. Set SLACK_BOT_TOKEN as docs/slack.md says, if people are to use Slack."
        return CheckResult("look", said)
    trouble = await trouble_with_slack(settings.slack)
    if trouble is None:
        way = "Socket Mode" if settings.slack.app_token else "HTTP"
        return CheckResult("ok", f"The token is good; turns come by {way}.")
    return CheckResult("wrong", f"Slack says {trouble}. Check SLACK_BOT_TOKEN.")


SLACK_CHANNEL = ChannelDeclaration(
    SLACK, SlackSettings, slack_channel, check, write_manifest, has_role_groups=True
)
