"""Settings of places where many read, such as a Slack channel, as the lead has chosen them."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import NotALeadError
from governance.people import Person
from governance.storage.audit import Audit
from governance.storage.queries import insert_once
from governance.tables import ChannelSettings, Role


class ChannelSettingsStore:
    """Repository of the settings, at most one row for each place."""

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit

    async def find(self, place: str) -> ChannelSettings | None:
        """Find the settings of a *place*, or None where nobody has chosen any."""
        query = select(ChannelSettings).where(ChannelSettings.place == place)
        return (await self._session.scalars(query)).one_or_none()

    async def choose(
        self, place: str, *, private_first: bool, follows_up: bool, by: Person, at: datetime
    ) -> ChannelSettings:
        """Insert or update the settings of a *place*.

        Raises:
            NotALeadError: If *by* is neither a lead nor an operator.
        """
        if not by.roles & {Role.LEAD, Role.OPERATOR}:
            raise NotALeadError(by.reference)
        fresh = ChannelSettings(
            place=place, private_first=private_first, follows_up=follows_up, changed_at=at
        )
        kept, is_new = await insert_once(self._session, fresh, lambda: self.find(place))
        before = None if is_new else _facts(kept)
        kept.private_first, kept.follows_up = private_first, follows_up
        if before != _facts(kept):
            kept.changed_at = at
            await self._session.flush()
            self._audit.record(
                actor=by,
                action="channel.chosen",
                subject=f"channel {kept.id}",
                before=before,
                after=_facts(kept),
                at=at,
            )
        return kept


def _facts(settings: ChannelSettings) -> dict[str, bool]:
    return {"private_first": settings.private_first, "follows_up": settings.follows_up}
