"""What the channels of chat platforms have in common while they run."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

import aiohttp

from bot.chat.background_tasks import BackgroundTasks
from bot.chat.card_sync import CardSync, RedrawOutcome
from bot.chat.channel import Service
from bot.chat.conversation import ConversationService
from bot.chat.event_journal import JournalWriter
from governance import CardPlace, Person
from handlers import Reply

Pause = Callable[[float], Awaitable[None]]
"""Sleeps for so many seconds."""


@dataclass(frozen=True, slots=True)
class ChannelContext:
    """What everything in one running channel shares; *pause* sleeps, and *now* is the clock."""

    service: Service
    name: str
    session: aiohttp.ClientSession
    now: Callable[[], datetime]
    pause: Pause
    tasks: BackgroundTasks
    journal: JournalWriter
    conversations: ConversationService
    cards: CardSync

    @classmethod
    def create(
        cls,
        service: Service,
        tasks: BackgroundTasks,
        session: aiohttp.ClientSession,
        *,
        now: Callable[[], datetime],
        pause: Pause,
    ) -> Self:
        """Build the context of the channel that *tasks* belong to; it closes *session*."""
        name = tasks.name
        journal = JournalWriter(service.database, name, now)
        return cls(
            service,
            name,
            session,
            now,
            pause,
            tasks,
            journal,
            ConversationService(service, name, journal),
            CardSync(service, name, journal, now),
        )


class RunningChannel(ABC):
    """The life of a channel: retries, card sync and shutdown are the same on every platform."""

    def __init__(self, context: ChannelContext, *, shutdown_timeout_s: float) -> None:
        """Run in *context*; on shutdown, tasks have *shutdown_timeout_s* seconds to finish."""
        self._context = context
        self._shutdown_timeout_s = shutdown_timeout_s

    @property
    def name(self) -> str:
        """The channel's name in places and accounts."""
        return self._context.name

    async def start(self) -> None:
        """Start to sync cards; where that fails, nothing stays open."""
        try:
            await self._context.cards.start()
        except BaseException:
            await self.close()
            raise

    async def retry_pending(self, *, before: datetime) -> None:
        """Process events recorded *before* a time that no process has finished."""
        await self._context.journal.retry_pending(self.replay, before=before)

    async def sync_cards(self) -> None:
        """Redraw the cards of whatever has changed."""
        await self._context.cards.sync(self.redraw)

    async def wait_until_idle(self) -> None:
        """Wait until no task is running and the journal is written."""
        await self._context.tasks.wait_until_idle()
        await self._context.journal.flush()

    async def close(self) -> None:
        """Finish running tasks within a timeout, and close connections.

        Replies that were not shown by then are enqueued, and events not processed are retried.
        """
        await self._context.tasks.stop(self._shutdown_timeout_s)
        await self._context.conversations.close()
        await self._context.journal.close()
        await self._context.session.close()

    @abstractmethod
    async def replay(self, body: str) -> None:
        """Start to process a recorded event again; *body* is as it was recorded."""

    @abstractmethod
    async def redraw(self, person: Person, place: CardPlace, reply: Reply) -> RedrawOutcome:
        """Replace the message at *place* by *reply*."""
