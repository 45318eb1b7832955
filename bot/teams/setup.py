"""Declares the Teams channel: how it is configured, checked, and packed for the app catalogue."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

import typer

from bot.chat.channel import ChannelDeclaration
from bot.health import CheckResult
from bot.settings import Settings, SettingsError, TeamsSettings
from bot.teams.channel import PATH, teams_channel, trouble_with_teams
from bot.teams.manifest import package
from bot.teams.people import TEAMS


def write_manifest(
    url: Annotated[str, typer.Option(help="The public address, as https://guild.example.")],
    app_id: Annotated[str, typer.Option(help="The application (client) id of the registration.")],
    tenant: Annotated[str, typer.Option(help="The directory (tenant) id of the company.")] = "",
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("guildmate-teams.zip"),
) -> None:
    """Write the app package for Microsoft Teams, and say what else has to be set.

    For example:

      guildmate manifest teams --url https://guild.example --app-id 6f9b2c1e-…

      guildmate manifest teams --url https://guild.example --app-id 6f9b2c1e-… --out app.zip
    """
    if not url.startswith("https://") or not urlsplit(url).netloc:
        raise SettingsError("Teams posts to an https address only. Give it with --url.")
    app = _parse_id(app_id, "--app-id")
    company = _parse_id(tenant, "--tenant") if tenant else ""
    try:
        out.write_bytes(package(url, app))
    except OSError as error:
        raise SettingsError(f"{out} cannot be written: {error.strerror}.") from error
    typer.echo(f"The app package is in {out}. Upload it in Teams, and set:")
    typer.echo(f"  TEAMS_APP_ID={app}")
    typer.echo(f"  TEAMS_TENANT_ID={company or '…'}")
    typer.echo(f"Messaging endpoint of the Azure Bot: {url.rstrip('/')}{PATH}")


def _parse_id(text: str, option: str) -> str:
    """Read an id as Microsoft writes them.

    Raises:
        SettingsError: If it is none.
    """
    try:
        return str(UUID(text))
    except ValueError as error:
        raise SettingsError(
            f"{option} is no id such as 6f9b2c1e-8d34-4a57-9e60-2b1f7c8d9a03: {text[:60]}"
        ) from error


async def check(settings: Settings) -> CheckResult:
    """Ask Microsoft whether it knows the app."""
    if teams_channel(settings) is None:
        said = "Not set up. Set TEAMS_APP_ID as docs/teams.md says, if people are to use Teams."
        return CheckResult("look", said)
    trouble = await trouble_with_teams(settings.teams)
    if trouble is None:
        return CheckResult("ok", f"Microsoft knows the app; turns come by {PATH}.")
    return CheckResult("wrong", f"Microsoft says {trouble}. Check TEAMS_APP_ID and what proves it.")


TEAMS_CHANNEL = ChannelDeclaration(TEAMS, TeamsSettings, teams_channel, check, write_manifest)
