"""What the parts of the Slack channel share."""

from dataclasses import dataclass
from typing import Self

from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.base import ChannelContext
from bot.settings import SlackSettings
from bot.slack.files import SlackFiles
from bot.slack.messages import SlackMessages
from bot.slack.notices import SlackNotices
from bot.slack.people import SlackPeople
from bot.slack.web_api import WebApi


@dataclass(frozen=True, slots=True)
class SlackContext:
    """The context every chat channel has, and what calls Slack."""

    chat: ChannelContext
    api: WebApi
    people: SlackPeople
    messages: SlackMessages
    files: SlackFiles
    notices: SlackNotices

    @classmethod
    def create(cls, chat: ChannelContext, settings: SlackSettings, client: AsyncWebClient) -> Self:
        """Build what calls Slack by *client* for the app of *settings*."""
        api = WebApi(client, chat.pause)
        people = SlackPeople(api, chat.service.database, guests=settings.guests)
        return cls(
            chat,
            api,
            people,
            SlackMessages(api, chat.session),
            SlackFiles(api, chat.session, client.token or "", base_url=settings.api_url),
            SlackNotices(api, people),
        )
