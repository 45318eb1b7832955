"""``guildmate run``: the server, until somebody stops it."""

import asyncio
import signal
from typing import Annotated

import typer

from bot.app import open_app
from bot.cli.group import start_command, wait_for
from bot.cli.progress import bar
from bot.jobs.worker import Worker, working
from bot.server import serving
from bot.settings import Settings, SettingsError
from bot.web.guard import LOOPBACK


def run(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="The port.")] = None,
) -> None:
    """Start Guildmate with its page; Ctrl+C stops it.

    Answers come at once; the better search is made in the background.

    For example:

      guildmate run

      guildmate run --port 9000
    """
    settings = start_command(quiet=False)
    wait_for(_run(listening(settings, host, port)))


def listening(settings: Settings, host: str | None, port: int | None) -> Settings:
    """Override settings by what was typed.

    Raises:
        SettingsError: If others could reach a page on which anybody can be anybody.
    """
    wanted = {"host": host or settings.host, "port": port or settings.port}
    if wanted["host"] not in LOOPBACK:
        raise SettingsError(
            f"Guildmate does not listen on {wanted['host']}: with the demonstration's identities "
            "anybody can be anybody, so it stays on this computer (127.0.0.1)."
        )
    return settings.model_copy(update=wanted)


async def _run(settings: Settings) -> None:
    stopped = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stopped.set)
    async with open_app(settings) as app, serving(app, settings.host, settings.port):
        typer.echo(f"Guildmate is at {settings.address} (Ctrl+C stops it).")
        with bar() as shown:
            async with working(Worker(app, progress=shown)):
                await stopped.wait()
    typer.echo("Guildmate has stopped.")
