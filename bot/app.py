"""The composition root: settings in, everything built, closed in reverse order."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot import clock, demo
from bot.chat.channel import Channel, ChannelDeclaration, Service
from bot.chat.single_flight import SingleFlight
from bot.errors import CannotStartError
from bot.rulebook import POLICY, errors_in, fingerprint, read_proved_policy, starter
from bot.settings import Settings
from bot.slack import SLACK_CHANNEL
from bot.teams import TEAMS_CHANNEL
from governance import (
    Database,
    Policy,
    PolicyInvalidError,
    PolicyNotFoundError,
    Role,
    read_policy,
)
from handlers import Assistant, Intents, Reply, Turn, compile_patterns
from knowledge import Embedder, Handbook, LanguageModel, embedder_named, language_model

log = structlog.get_logger()

CHANNELS: tuple[ChannelDeclaration, ...] = (SLACK_CHANNEL, TEAMS_CHANNEL)
"""Every channel that pushes; the settings say which of them run.

The web page is none of them: it pulls pending messages.
"""


@dataclass(slots=True)
class App:
    """Everything that is running.

    *mark* is the fingerprint of the handbook's folder as it was read, and *warning* the key of
    what the page says when it has mistakes.
    """

    settings: Settings
    folder: Path
    database: Database
    handbook: Handbook
    assistant: Assistant
    flights: SingleFlight[Reply]
    channels: tuple[Channel, ...] = ()
    mark: str = ""
    warning: str = ""

    async def answer(self, turn: Turn) -> Reply:
        """Answer *turn* once; a repeat gets the first one's reply, also while it is being made.

        A turn that another process accepted and never answered is answered here.
        """
        return await self.flights.run(
            f"{turn.place.channel} {turn.id}", lambda: self._accept_and_respond(turn)
        )

    async def _accept_and_respond(self, turn: Turn) -> Reply:
        accepted = await self.assistant.accept(turn)
        if accepted.reply:
            return accepted.reply
        return (await self.assistant.respond(turn, accepted.context)).reply


@asynccontextmanager
async def open_app(
    settings: Settings, declared: Sequence[ChannelDeclaration] = CHANNELS
) -> AsyncIterator[App]:
    """Build everything, ready to answer by words, and close it in reverse order.

    Of the channels *declared*, those run that the settings set up.

    Raises:
        CannotStartError: If the home cannot be written to.
        HandbookBrokenError: If the policy has mistakes.
        DatabaseUnreachableError: If the database cannot be used.
    """
    async with AsyncExitStack() as stack:
        folder, embedder = folder_of(settings), embedder_of(settings)
        make_home(settings)
        mark = await asyncio.to_thread(fingerprint, folder)
        policy = await asyncio.to_thread(read_proved_policy, folder, home=index_of(settings))
        await asyncio.to_thread(compile_patterns, policy)
        database = await stack.enter_async_context(open_database(settings, topics_of(policy)))
        handbook = await stack.enter_async_context(library(settings, embedder, model_of(settings)))
        await handbook.read()
        assistant = Assistant(
            database, handbook, policy, Intents(embedder, home=index_of(settings))
        )
        flights = SingleFlight[Reply]()
        stack.push_async_callback(flights.wait)
        configured = [found for each in declared if (found := each.configure(settings))]
        service = Service(database, handbook, assistant, settings.url.rstrip("/"))
        channels: list[Channel] = []
        for each in configured:
            channels.append(channel := await each.open(service))
            stack.push_async_callback(channel.close)
        warning = await asyncio.to_thread(warning_about, folder, home=index_of(settings))
        running = (settings, folder, database, handbook, assistant, flights)
        yield App(*running, tuple(channels), mark=mark, warning=warning)


@asynccontextmanager
async def open_database(settings: Settings, topics: Sequence[str]) -> AsyncIterator[Database]:
    """Open the database: the embedded one brought up to date and never empty, another as it is.

    An empty embedded one gets the demonstration's people, whose mentors cover *topics*. What is
    set as ``DATABASE_URL`` belongs to somebody: it is upgraded only when they say so, and nobody
    is put into it.

    Raises:
        CannotStartError: If the home cannot be written to.
        DatabaseUnreachableError: If the database cannot be used.
    """
    make_home(settings)
    database = Database.at(settings.database)
    try:
        if settings.is_demonstration:
            await database.upgrade()
            await demo.seed(database, topics=topics, at=clock.now())
        else:
            await _see_that_it_is_there(database)
        yield database
    finally:
        await database.close()


async def _see_that_it_is_there(database: Database) -> None:
    """Look into the database once, so that what keeps it from being used is said at the start.

    Raises:
        DatabaseUnreachableError: If it cannot be reached, or its tables are missing.
    """
    async with database.reading() as records:
        await records.people.list_with_role(Role.LEAD)


@asynccontextmanager
async def library(
    settings: Settings, embedder: Embedder | None, model: LanguageModel | None = None
) -> AsyncIterator[Handbook]:
    """Open the handbook with its index; nothing is read yet. Without a *model* it quotes itself.

    Raises:
        CannotStartError: If the home cannot be written to.
    """
    make_home(settings)
    handbook = Handbook(
        folder_of(settings),
        home=index_of(settings),
        embedder=embedder,
        chroma_url=settings.chroma_url,
        model=model,
        today=clock.today,
    )
    try:
        yield handbook
    finally:
        await handbook.close()


def warning_about(folder: Path, *, home: Path | None = None) -> str:
    """Name the words for mistakes in the pages of *folder*; what can be read of them is in use."""
    errors = errors_in(folder, home=home)
    if not errors:
        return ""
    first = errors[0]
    log.warning("handbook.has_mistakes", errors=len(errors), file=first.file, line=first.line)
    return "web-handbook-mistakes"


def topics_of(policy: Policy) -> tuple[str, ...]:
    """Name what mentors can be asked about."""
    return tuple(topic.id for topic in policy.topics)


def topics_in(folder: Path) -> tuple[str, ...]:
    """Name what mentors can be asked about by the policy in *folder*, if there is a good one."""
    policy = policy_in(folder)
    return topics_of(policy) if policy else ()


def policy_in(folder: Path) -> Policy | None:
    """Read the policy in *folder*, if there is a good one."""
    try:
        return read_policy(folder / POLICY)
    except (PolicyNotFoundError, PolicyInvalidError):
        return None


def make_home(settings: Settings) -> None:
    """Make the folder that everything is kept in, and see that it can be written to.

    Raises:
        CannotStartError: If it cannot.
    """
    home = settings.home
    try:
        home.mkdir(parents=True, exist_ok=True)
        trial = home / ".writable"
        trial.touch()
        trial.unlink()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotStartError(
            f"The folder {home} cannot be written to ({reason}). "
            "Choose another one with GUILDMATE_HOME."
        ) from error


def folder_of(settings: Settings) -> Path:
    """The folder of the handbook."""
    return settings.handbook or starter()


def index_of(settings: Settings) -> Path:
    """The folder of the handbook's index."""
    return settings.home / "index"


def models_of(settings: Settings) -> Path:
    """The folder of what was made of models' weights."""
    return settings.home / "models"


def embedder_of(settings: Settings) -> Embedder | None:
    """Make the embedder that the settings ask for.

    Raises:
        EmbedderUnavailableError: If it cannot be had here.
    """
    key = settings.openai.api_key
    return embedder_named(
        settings.embedder,
        base_url=settings.openai.base_url,
        api_key=key.get_secret_value() if key else None,
        model=settings.openai.embedding_model,
        folder=settings.embedder_folder,
        models=models_of(settings),
    )


def model_of(settings: Settings) -> LanguageModel | None:
    """Make the language model that the settings name, if they name one."""
    key = settings.openai.api_key
    return language_model(
        settings.openai.model,
        base_url=settings.openai.base_url,
        api_key=key.get_secret_value() if key else None,
        timeout_s=settings.openai.timeout,
        judge=settings.openai.judge_model,
    )
