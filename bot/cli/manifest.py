"""``guildmate manifest``: what a chat platform has to be told to create the app."""

from typing import Annotated

import typer

from bot.cli.group import say_json
from bot.settings import SettingsError
from bot.slack import manifest

manifests = typer.Typer(help="Print an app's manifest.", no_args_is_help=True)


@manifests.callback()
def which() -> None:
    """Print the manifest that a chat platform creates the app from."""


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
    if not socket and not url.startswith("https://"):
        raise SettingsError(
            "Slack posts to an https address only. Give it with --url, or take --socket."
        )
    if not all(letter.isalnum() or letter == "-" for letter in prefix) or prefix != prefix.lower():
        raise SettingsError("A prefix has small letters, digits and hyphens only.")
    say_json(manifest(url, prefix=prefix, socket=socket))
