"""``guildmate manifest``: what a chat platform has to be told to create the app."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

import typer

from bot.cli.group import say_json
from bot.settings import SettingsError
from bot.slack import manifest
from bot.teams import package

manifests = typer.Typer(help="Draw up an app's manifest.", no_args_is_help=True)


@manifests.callback()
def which() -> None:
    """Draw up the manifest that a chat platform creates the app from."""


@manifests.command()
def slack(
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
    say_json(manifest(url, prefix=prefix, socket=socket))


@manifests.command()
def teams(
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
    app, company = _id(app_id, "--app-id"), _id(tenant, "--tenant") if tenant else ""
    try:
        out.write_bytes(package(url, app))
    except OSError as error:
        raise SettingsError(f"{out} cannot be written: {error.strerror}.") from error
    typer.echo(f"The app package is in {out}. Upload it in Teams, and set:")
    typer.echo(f"  TEAMS_APP_ID={app}")
    typer.echo(f"  TEAMS_TENANT_ID={company or '…'}")
    typer.echo(f"Messaging endpoint of the Azure Bot: {url.rstrip('/')}/api/messages")


def _id(text: str, option: str) -> str:
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
