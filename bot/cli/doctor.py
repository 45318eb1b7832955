"""``guildmate doctor``: what is set up, what answers, and what to do about the rest."""

import asyncio
import socket
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from errno import EADDRINUSE
from typing import Literal

import aiohttp
import typer

from bot.app import embedder_of, folder_of, index_of, make_home, model_of
from bot.cli.group import start_command, wait_for
from bot.failures import sentence_for
from bot.rulebook import findings_in, read_proved_policy
from bot.settings import Settings
from bot.slack import slack_channel, trouble_with_slack
from bot.teams import teams_channel, trouble_with_teams
from governance import Database
from knowledge import Fallback, check_model, read_folder

TIMEOUT = aiohttp.ClientTimeout(total=3)

Health = Literal["ok", "look", "wrong"]


@dataclass(frozen=True, slots=True)
class Sign:
    """What one look found: how it is, in a sentence that also says what to do."""

    health: Health
    said: str


Look = Callable[[Settings], Awaitable[Sign]]


def doctor() -> None:
    """Look at everything Guildmate needs, and say what to do about what is missing.

    Exit code 0: it can run. 1: something is wrong.

    For example:

      guildmate doctor
    """
    signs = wait_for(_examine(start_command()))
    for name, sign in signs.items():
        colour = {"ok": "green", "look": "yellow", "wrong": "red"}[sign.health]
        mark = typer.style(f"{sign.health:6}", fg=colour)
        typer.echo(f"{mark} {name:11} {sign.said}")
    if any(sign.health == "wrong" for sign in signs.values()):
        raise typer.Exit(1)


async def _examine(settings: Settings) -> dict[str, Sign]:
    """Look at everything; what fails is a sign too."""
    signs: dict[str, Sign] = {}
    for name, look in CHECKS.items():
        try:
            signs[name] = await look(settings)
        except Exception as error:
            sentence = sentence_for(error)
            if sentence is None:
                raise
            signs[name] = Sign("wrong", sentence)
    return signs


async def _python(_settings: Settings) -> Sign:
    return Sign("ok", ".".join(str(part) for part in sys.version_info[:3]))


async def _home(settings: Settings) -> Sign:
    make_home(settings)
    return Sign("ok", f"{settings.home} can be written to.")


async def _database(settings: Settings) -> Sign:
    """See whether the tables are there and their record of changes is whole."""
    if not settings.database_url and not (settings.home / "guildmate.db").exists():
        return Sign("look", "Not made yet; the first start makes it.")
    database = Database.at(settings.database)
    try:
        async with database.reading() as records:
            people = len(await records.people.list_all())
            broken = await records.audit.verify()
    finally:
        await database.close()
    if broken is not None:
        return Sign("wrong", f"Entry {broken} of the record of changes is not what was written.")
    return Sign("ok", f"Reachable, {people} people; the record of changes is whole.")


async def _handbook(settings: Settings) -> Sign:
    folder = folder_of(settings)
    home = index_of(settings)
    policy = await asyncio.to_thread(read_proved_policy, folder, home=home)
    reading = await asyncio.to_thread(read_folder, folder, home=home)
    found = await asyncio.to_thread(findings_in, folder, home=home)
    said = f"{len(reading.pages)} pages, policy {policy.version}"
    if found or reading.skipped:
        return Sign("look", f"{said}; {len(found)} findings. See them with: guildmate check")
    return Sign("ok", f"{said}; they agree.")


async def _embedder(settings: Settings) -> Sign:
    embedder = embedder_of(settings)
    if embedder is None:
        return Sign("look", "None, so the search goes by words alone. See GUILDMATE_EMBEDDER.")
    await asyncio.to_thread(embedder.query, "Who may see personal data?")
    return Sign("ok", f"{embedder.id} answers.")


async def _model(settings: Settings) -> Sign:
    model = model_of(settings)
    if model is None:
        said = "None, so answers are the handbook's own sentences. See OPENAI_MODEL."
        return Sign("ok", said)
    trouble = await check_model(model)
    if trouble is None:
        return Sign("ok", f"{model.id} answers.")
    return Sign("look", f"{model.id} does not answer: {TROUBLE_SENTENCES.get(trouble, UNREADABLE)}")


async def _chroma(settings: Settings) -> Sign:
    if settings.chroma_url is None:
        return Sign("ok", "Embedded, under the home.")
    if await _answers(f"{settings.chroma_url.rstrip('/')}/api/v2/heartbeat"):
        return Sign("ok", "The server answers.")
    return Sign("wrong", "The server at CHROMA_URL does not answer. Start it, or unset CHROMA_URL.")


async def _port(settings: Settings) -> Sign:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((settings.host, settings.port))
        except OSError as error:
            if error.errno != EADDRINUSE:
                reason = (error.strerror or "unknown reason").lower()
                return Sign("wrong", f"{settings.port} cannot be listened on ({reason}).")
            taken = True
        else:
            taken = False
    if not taken:
        return Sign("ok", f"{settings.port} is free.")
    if await _answers(f"{settings.address}/healthz"):
        return Sign("ok", f"Guildmate is running at {settings.address}.")
    return Sign("wrong", f"{settings.port} is taken. Choose another one with GUILDMATE_PORT.")


async def _slack(settings: Settings) -> Sign:
    """Ask Slack whether it knows the token."""
    if slack_channel(settings) is None:
        said = "Not set up. Set SLACK_BOT_TOKEN as docs/slack.md says, if people are to use Slack."
        return Sign("look", said)
    trouble = await trouble_with_slack(settings.slack)
    if trouble is None:
        way = "Socket Mode" if settings.slack.app_token else "HTTP"
        return Sign("ok", f"The token is good; turns come by {way}.")
    return Sign("wrong", f"Slack says {trouble}. Check SLACK_BOT_TOKEN.")


async def _teams(settings: Settings) -> Sign:
    """Ask Microsoft whether it knows the app."""
    if teams_channel(settings) is None:
        said = "Not set up. Set TEAMS_APP_ID as docs/teams.md says, if people are to use Teams."
        return Sign("look", said)
    trouble = await trouble_with_teams(settings.teams)
    if trouble is None:
        return Sign("ok", "Microsoft knows the app; turns come by /api/messages.")
    return Sign("wrong", f"Microsoft says {trouble}. Check TEAMS_APP_ID and what proves it.")


async def _answers(address: str) -> bool:
    """Tell whether a server is well."""
    try:
        async with (
            aiohttp.ClientSession(timeout=TIMEOUT) as session,
            session.get(address) as response,
        ):
            return response.ok
    except (aiohttp.ClientError, TimeoutError):
        return False


TROUBLE_SENTENCES: dict[Fallback, str] = {
    "busy": "it has too many requests. Ask for a higher limit, or wait.",
    "slow": "it takes longer than OPENAI_TIMEOUT. Raise that, or choose a faster model.",
    "unreachable": "nobody is there. Check OPENAI_BASE_URL, and that the server runs.",
    "misconfigured": "it refuses. Check OPENAI_API_KEY, OPENAI_MODEL and OPENAI_BASE_URL.",
}
"""What to do about a model; people get the handbook's own sentences meanwhile."""

UNREADABLE = "it answers in a way that cannot be read. Check that OPENAI_MODEL is a chat model."

CHECKS: dict[str, Look] = {
    "python": _python,
    "home": _home,
    "database": _database,
    "handbook": _handbook,
    "embedder": _embedder,
    "model": _model,
    "chroma": _chroma,
    "port": _port,
    "slack": _slack,
    "teams": _teams,
}
"""Everything that is looked at, in the order it is told."""
