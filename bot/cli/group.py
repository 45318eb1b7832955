"""How every command begins and ends: with settings and a log; well, or with one sentence."""

import asyncio
import json
from collections.abc import Coroutine
from typing import Any, TypeVar
from uuid import uuid4

import structlog
import typer
from typer.core import TyperGroup

from bot.errors import exit_code_for, sentence_for
from bot.logs import start_log
from bot.settings import Settings

log = structlog.get_logger()

EXIT_INTERRUPTED = 130

SETTLE_S = 0.1
"""For so many seconds, the thread of a database that could not be opened reports to the loop."""

Result = TypeVar("Result")


class Commands(TyperGroup):
    """Commands whose failures are sentences."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; whatever keeps it from its work is said, without a traceback."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Exit(EXIT_INTERRUPTED) from None
        except Exception as error:  # nobody is shown a traceback; the log has it
            if hasattr(error, "exit_code"):
                raise  # typer's own way to end, or to say how a command is used
            raise typer.Exit(_tell(error)) from error


def _tell(error: Exception) -> int:
    """Say what went wrong, and give the exit code."""
    sentence = sentence_for(error)
    if sentence is None:
        reference = uuid4().hex[:8]
        log.debug("command.failed", reference=reference, exc_info=error)
        kind = type(error).__name__
        sentence = f"Something broke ({kind}, {reference}). GUILDMATE_LOG=debug shows more."
    typer.echo(sentence, err=True)
    return exit_code_for(error)


def start_command(*, quiet: bool = True) -> Settings:
    """Read the settings and start the log; a *quiet* command tells only what went wrong.

    Raises:
        SettingsError: If a setting cannot be used.
    """
    settings = Settings.load()
    hushed = quiet and settings.log == "info"
    start_log(settings.model_copy(update={"log": "warning"}) if hushed else settings)
    return settings


def wait_for(work: Coroutine[Any, Any, Result]) -> Result:
    """Do asynchronous *work* to its end."""

    async def run() -> Result:
        try:
            return await work
        except Exception:
            await asyncio.sleep(SETTLE_S)
            raise

    return asyncio.run(run())


def say_json(value: object) -> None:
    """Print *value* for machines."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
