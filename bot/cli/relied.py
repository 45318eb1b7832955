"""``guildmate relied``: whose answers rested on a clause, for when it changes."""

import asyncio
from typing import Annotated

import typer

from bot import clock
from bot.app import folder_of, library, open_database, topics_in
from bot.cli.group import start_command, wait_for
from bot.settings import Settings
from governance import AskedQuestion


def relied(
    clause: Annotated[str, typer.Argument(help="The address of the clause, as page#heading.")],
    outdated: Annotated[  # noqa: FBT002 - a flag
        bool,
        typer.Option("--outdated", help="Only who was told what it said before it changed."),
    ] = False,
) -> None:
    """List whose answers rested on a clause, newest first, to tell them when it changes.

    For example:

      guildmate relied approved-tools#zapier

      guildmate relied approved-tools#zapier --outdated
    """
    found = wait_for(
        _find_relying(start_command(), clause.strip().removeprefix("/"), outdated=outdated)
    )
    if not found:
        typer.echo(f"No answer rests on {clause}{' as it read before' if outdated else ''}.")
    for each in found:
        typer.echo(_format_line(each, clause))


async def _find_relying(
    settings: Settings, clause: str, *, outdated: bool
) -> tuple[AskedQuestion, ...]:
    """Find the answers; *outdated* ones rest on another version than the one in force."""
    mark = await _mark(settings, clause) if outdated else None
    topics = await asyncio.to_thread(topics_in, folder_of(settings))
    async with open_database(settings, topics) as database, database.reading() as records:
        return await records.questions.list_relying_on(clause, besides=mark)


async def _mark(settings: Settings, clause: str) -> str:
    """Tell which version of the clause's page is in force."""
    async with library(settings, None) as handbook:
        await handbook.read()
        return handbook.in_force(clause.partition("#")[0], on=clock.today())


def _format_line(asked: AskedQuestion, clause: str) -> str:
    version = dict(asked.cited).get(clause, "")
    told = f", version {version}" if version else ""
    who = f"{asked.person.name} <{asked.person.email or 'no address'}>"
    return f"{asked.asked_at:%Y-%m-%d}  {who}{told}: {' '.join(asked.question.split())}"
