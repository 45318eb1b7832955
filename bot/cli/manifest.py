"""``guildmate manifest``: what a chat platform has to be told to create the app."""

from collections.abc import Sequence

import typer

from bot.app import CHANNELS
from bot.chat.channel import ChannelDeclaration


def manifest_commands(channels: Sequence[ChannelDeclaration]) -> typer.Typer:
    """Build the commands that write the manifest of each channel, named like it."""
    commands = typer.Typer(help="Draw up an app's manifest.", no_args_is_help=True)

    @commands.callback()
    def which() -> None:
        """Draw up the manifest that a chat platform creates the app from."""

    for channel in channels:
        commands.command(channel.name)(channel.write_manifest)
    return commands


manifests = manifest_commands(CHANNELS)
