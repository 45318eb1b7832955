"""What the parts of the Teams channel share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from bot.chat.base import ChannelContext
from bot.settings import TeamsSettings
from bot.teams.connector import Connector
from bot.teams.conversations import TeamsConversations
from bot.teams.files import TeamsFiles
from bot.teams.people import TeamsPeople
from bot.teams.rate_limits import RateLimits
from bot.teams.sdk import BotFramework


@dataclass(frozen=True, slots=True)
class TeamsContext:
    """The context every chat channel has, and what calls Teams."""

    chat: ChannelContext
    connector: Connector
    people: TeamsPeople
    files: TeamsFiles
    chats: TeamsConversations

    @classmethod
    def create(
        cls,
        chat: ChannelContext,
        settings: TeamsSettings,
        framework: BotFramework,
        *,
        tick: Callable[[], float],
    ) -> Self:
        """Build what calls Teams by *framework*; *tick* is the clock of the rate limits."""
        database = chat.service.database
        limits = RateLimits(now=tick, pause=chat.pause)
        connector = Connector(framework, settings.app_id, limits, chat.pause)
        people = TeamsPeople(
            connector, database, chat.now, begin=chat.tasks.start, guests=settings.guests
        )
        return cls(
            chat,
            connector,
            people,
            TeamsFiles(chat, split_setting(settings.service_urls)),
            TeamsConversations(connector, database, chat.now),
        )


def split_setting(setting: str) -> frozenset[str]:
    """Split a setting that holds several values, at commas and spaces."""
    return frozenset(setting.replace(",", " ").split())
