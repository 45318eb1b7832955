"""User groups that carry roles: their members are refreshed in the background."""

from datetime import datetime, timedelta

import structlog

from bot.slack.people import SLACK, SlackPeople
from bot.slack.web_api import SlackError, WebApi
from governance import Database, RoleGroup

log = structlog.get_logger()

MEMBERS_TTL = timedelta(minutes=10)
"""How long the members of a group are cached."""

MAX_MEMBERS_AGE = timedelta(hours=24)
"""How long stale members are used while Slack fails; after that the group carries no role."""


class SlackGroups:
    """The groups of one workspace."""

    def __init__(self, api: WebApi, database: Database, people: SlackPeople) -> None:
        """Ask Slack by *api*, and write down in *database*; *people* tells who is no guest."""
        self._api = api
        self._database = database
        self._people = people
        self._asked: datetime | None = None

    def is_due(self, *, at: datetime) -> bool:
        """Return whether it is time to ask."""
        return self._asked is None or at - self._asked >= MEMBERS_TTL

    async def refresh(self, *, at: datetime) -> None:
        """Ask Slack who is in each group that carries a role."""
        self._asked = at
        async with self._database.reading() as records:
            groups = await records.groups.list_for_channel(SLACK)
        for group in groups:
            await self._refresh(group, at=at)

    async def _refresh(self, group: RoleGroup, *, at: datetime) -> None:
        try:
            found = await self._api("usergroups.users.list", usergroup=group.external_id)
            users = [user for user in found.get("users", ()) if await self._is_colleague(user)]
        except SlackError as error:
            log.warning("slack.group_unknown", code=error.code)
            is_recent = group.heard_at is not None and at - group.heard_at < MAX_MEMBERS_AGE
            if is_recent and error.code != "no_such_subteam":
                return
            async with self._database.transaction() as records:
                await records.groups.set_members(group, (), at=at)
            return
        async with self._database.transaction() as records:
            await records.groups.record_members(group, users, at=at)

    async def _is_colleague(self, user: str) -> bool:
        """Return whether somebody has been here and is no guest: a guest holds no role."""
        async with self._database.reading() as records:
            if not await records.people.has_account(SLACK, user):
                return False
        return await self._people.is_colleague(user)
