"""``guildmate doctor``: what is set up, what answers, and what to do about the rest."""

import asyncio
import platform
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from errno import EADDRINUSE

import aiohttp
import typer

from bot.app import CHANNELS, embedder_of, folder_of, index_of, make_home, model_of, models_of
from bot.chat.channel import ChannelDeclaration
from bot.cli.group import start_command, wait_for
from bot.errors import sentence_for
from bot.health import CheckResult
from bot.rulebook import findings_in, read_proved_policy
from bot.settings import Settings
from governance import Database
from knowledge import EngineReason, Fallback, check_model, choose_engine, read_folder

TIMEOUT = aiohttp.ClientTimeout(total=3)

Look = Callable[[Settings], Awaitable[CheckResult]]


def doctor() -> None:
    """Look at everything Guildmate needs, and say what to do about what is missing.

    Exit code 0: it can run. 1: something is wrong.

    For example:

      guildmate doctor
    """
    signs = wait_for(examine(start_command()))
    for name, sign in signs.items():
        colour = {"ok": "green", "look": "yellow", "wrong": "red"}[sign.health]
        mark = typer.style(f"{sign.health:6}", fg=colour)
        typer.echo(f"{mark} {name:11} {sign.said}")
    if any(sign.health == "wrong" for sign in signs.values()):
        raise typer.Exit(1)


async def examine(
    settings: Settings, channels: Sequence[ChannelDeclaration] = CHANNELS
) -> dict[str, CheckResult]:
    """Run every check, those of *channels* last; a check that raises is a result too."""
    signs: dict[str, CheckResult] = {}
    checks = CHECKS | {each.name: each.check for each in channels}
    for name, look in checks.items():
        try:
            signs[name] = await look(settings)
        except Exception as error:  # what has a sentence is a finding, all else is raised
            sentence = sentence_for(error)
            if sentence is None:
                raise
            signs[name] = CheckResult("wrong", sentence)
    return signs


async def _python(_settings: Settings) -> CheckResult:
    return CheckResult("ok", ".".join(str(part) for part in sys.version_info[:3]))


async def _home(settings: Settings) -> CheckResult:
    make_home(settings)
    return CheckResult("ok", f"{settings.home} can be written to.")


async def _database(settings: Settings) -> CheckResult:
    """See whether the tables are there and their record of changes is whole."""
    if not settings.database_url and not (settings.home / "guildmate.db").exists():
        return CheckResult("look", "Not made yet; the first start makes it.")
    database = Database.at(settings.database)
    try:
        async with database.reading() as records:
            people = len(await records.people.list_all())
            broken = await records.audit.verify()
    finally:
        await database.close()
    if broken is not None:
        return CheckResult(
            "wrong", f"Entry {broken} of the record of changes is not what was written."
        )
    return CheckResult("ok", f"Reachable, {people} people; the record of changes is whole.")


async def _handbook(settings: Settings) -> CheckResult:
    folder = folder_of(settings)
    home = index_of(settings)
    policy = await asyncio.to_thread(read_proved_policy, folder, home=home)
    reading = await asyncio.to_thread(read_folder, folder, home=home)
    found = await asyncio.to_thread(findings_in, folder, home=home)
    said = f"{len(reading.pages)} pages, policy {policy.version}"
    if found or reading.skipped:
        return CheckResult("look", f"{said}; {len(found)} findings. See them with: guildmate check")
    return CheckResult("ok", f"{said}; they agree.")


async def _embedder(settings: Settings) -> CheckResult:
    embedder = embedder_of(settings)
    why = why_engine(settings)
    if embedder is None:
        return CheckResult("look", f"None, so the search goes by words alone. {why}".strip())
    await asyncio.to_thread(embedder.query, "Who may see personal data?")
    untried = "" if is_tried() else "Nobody has run it on this kind of machine yet."
    said = " ".join(filter(None, (f"{embedder.id} answers.", why, untried)))
    return CheckResult("look" if why or untried else "ok", said)


def is_tried() -> bool:
    """Tell whether models were ever run on this kind of machine: Linux on x86-64."""
    return (sys.platform, platform.machine()) == ("linux", "x86_64")


def why_engine(settings: Settings) -> str:
    """Say why it is not the fastest engine that runs; nothing if it is, or was chosen."""
    match settings.embedder:
        case "none":
            return "See GUILDMATE_EMBEDDER."
        case "auto":
            return ENGINE_SENTENCES[choose_engine(models_of(settings)).reason]
        case _:
            return ""


async def _model(settings: Settings) -> CheckResult:
    model = model_of(settings)
    if model is None:
        said = "None, so answers are the handbook's own sentences. See OPENAI_MODEL."
        return CheckResult("ok", said)
    trouble = await check_model(model)
    if trouble is None:
        return CheckResult("ok", f"{model.id} answers.")
    return CheckResult(
        "look", f"{model.id} does not answer: {TROUBLE_SENTENCES.get(trouble, UNREADABLE)}"
    )


async def _chroma(settings: Settings) -> CheckResult:
    if settings.chroma_url is None:
        return CheckResult("ok", "Embedded, under the home.")
    if await _answers(f"{settings.chroma_url.rstrip('/')}/api/v2/heartbeat"):
        return CheckResult("ok", "The server answers.")
    return CheckResult(
        "wrong", "The server at CHROMA_URL does not answer. Start it, or unset CHROMA_URL."
    )


async def _port(settings: Settings) -> CheckResult:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((settings.host, settings.port))
        except OSError as error:
            if error.errno != EADDRINUSE:
                reason = (error.strerror or "unknown reason").lower()
                return CheckResult("wrong", f"{settings.port} cannot be listened on ({reason}).")
            taken = True
        else:
            taken = False
    if not taken:
        return CheckResult("ok", f"{settings.port} is free.")
    if await _answers(f"{settings.address}/healthz"):
        return CheckResult("ok", f"Guildmate is running at {settings.address}.")
    return CheckResult(
        "wrong", f"{settings.port} is taken. Choose another one with GUILDMATE_PORT."
    )


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


ENGINE_SENTENCES: dict[EngineReason, str] = {
    "fastest": "",
    "little memory": "It is the slower one, which takes less memory; here is little."
    " GUILDMATE_EMBEDDER=e5 takes the faster one all the same.",
    "no weights": "The weights of the faster one are not here. Get them with: guildmate weights",
}
"""Why ``auto`` took an engine, where another would be faster."""

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
}
"""Everything that is looked at, in the order it is told."""
