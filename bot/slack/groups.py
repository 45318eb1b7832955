"""User groups that carry roles: asked who is in them now and then, never while somebody waits."""

from datetime import datetime, timedelta

import structlog

from bot.slack.people import SLACK, People
from bot.slack.web_api import Calls, SlackError
from governance import Database, RoleGroup

log = structlog.get_logger()

FRESH = timedelta(minutes=10)
"""How long the members of a group are taken to be as they were."""

TRUSTED = timedelta(hours=24)
"""How long they are while Slack does not say; after that nobody holds a role by the group."""


class Groups:
    """The groups of one workspace."""

    def __init__(self, calls: Calls, database: Database, people: People) -> None:
        """Ask Slack by *calls*, and write down in *database*; *people* tells who is no guest."""
        self._calls = calls
        self._database = database
        self._people = people
        self._asked: datetime | None = None

    def is_due(self, *, at: datetime) -> bool:
        """Tell whether it is time to ask."""
        return self._asked is None or at - self._asked >= FRESH

    async def refresh(self, *, at: datetime) -> None:
        """Ask Slack who is in each group that carries a role."""
        self._asked = at
        async with self._database.reading() as records:
            groups = await records.groups.list_for_channel(SLACK)
        for group in groups:
            await self._refresh(group, at=at)

    async def _refresh(self, group: RoleGroup, *, at: datetime) -> None:
        try:
            found = await self._calls("usergroups.users.list", usergroup=group.external_id)
            users = [user for user in found.get("users", ()) if await self._is_colleague(user)]
        except SlackError as error:
            log.warning("slack.group_unknown", code=error.code)
            is_recent = group.heard_at is not None and at - group.heard_at < TRUSTED
            if is_recent and error.code != "no_such_subteam":
                return
            async with self._database.transaction() as records:
                await records.groups.set_members(group, (), at=at)
            return
        async with self._database.transaction() as records:
            await records.groups.record_members(group, users, at=at)

    async def _is_colleague(self, user: str) -> bool:
        """Tell whether somebody has been here and is no guest: a guest holds no role."""
        async with self._database.reading() as records:
            if not await records.people.has_account(SLACK, user):
                return False
        return await self._people.is_colleague(user)
