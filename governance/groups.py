"""Groups of a chat platform that carry roles: whoever is in one holds its role while they are."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.people import People
from governance.storage.audit import Audit
from governance.storage.queries import insert_once
from governance.tables import AccountRow, GroupMemberRow, Role, RoleGroup


class Groups:
    """Repository of the groups of chat platforms that carry roles, and of their members."""

    def __init__(self, session: AsyncSession, audit: Audit, people: People) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit
        self._people = people

    async def list_for_channel(self, channel: str) -> tuple[RoleGroup, ...]:
        """List the groups of a *channel* that carry roles."""
        query = select(RoleGroup).where(RoleGroup.channel == channel).order_by(RoleGroup.id)
        return tuple(await self._session.scalars(query))

    async def assign_role(
        self, channel: str, external_id: str, role: Role, *, at: datetime
    ) -> RoleGroup:
        """Assign a *role* to a group; idempotent."""
        group, is_new = await self._once(channel, external_id, role)
        if is_new:
            self._note(group, "group.carries_role", at=at)
        return group

    async def remove_role(
        self, channel: str, external_id: str, role: Role, *, at: datetime
    ) -> bool:
        """Remove a *role* from a group; members who hold it by that alone lose it."""
        group = await self._find(channel, external_id, role)
        if group is None:
            return False
        await self.set_members(group, (), at=at)
        self._note(group, "group.role_dropped", at=at)
        await self._session.delete(group)
        await self._session.flush()
        return True

    async def list_by_person(self) -> Mapping[int, tuple[RoleGroup, ...]]:
        """Map each person's id to the groups by which they hold a role."""
        query = (
            select(GroupMemberRow.person_id, RoleGroup)
            .join(RoleGroup, RoleGroup.id == GroupMemberRow.group_id)
            .order_by(RoleGroup.id)
        )
        held: dict[int, tuple[RoleGroup, ...]] = {}
        for person_id, group in await self._session.execute(query):
            held[person_id] = (*held.get(person_id, ()), group)
        return held

    async def record_members(
        self, group: RoleGroup, external_ids: Collection[str], *, at: datetime
    ) -> None:
        """Replace the members of a *group* by what its platform has just returned."""
        asked = await self._session.get_one(RoleGroup, group.id)
        asked.heard_at = at
        await self.set_members(asked, external_ids, at=at)

    async def set_members(
        self, group: RoleGroup, external_ids: Collection[str], *, at: datetime
    ) -> None:
        """Replace the members of a *group*; accounts that are not known yet are left out."""
        accounts = select(AccountRow.person_id).where(
            AccountRow.channel == group.channel, AccountRow.external_id.in_(external_ids)
        )
        members = select(GroupMemberRow.person_id).where(GroupMemberRow.group_id == group.id)
        now = set(await self._session.scalars(accounts))
        before = set(await self._session.scalars(members))
        for person_id in sorted(now ^ before):
            was = await self._people.get(person_id)
            if person_id in now:
                self._session.add(GroupMemberRow(group_id=group.id, person_id=person_id))
            else:
                await self._session.execute(
                    delete(GroupMemberRow).where(
                        GroupMemberRow.group_id == group.id, GroupMemberRow.person_id == person_id
                    )
                )
            await self._session.flush()
            person = await self._people.get(person_id)
            if person.roles != was.roles:
                granted = "person.role_granted" if person_id in now else "person.role_revoked"
                self._audit.record(
                    actor=None,
                    action=granted,
                    subject=person.reference,
                    before={"roles": was.roles},
                    after={"roles": person.roles, "by": f"group {group.id}"},
                    at=at,
                )

    async def _once(self, channel: str, external_id: str, role: Role) -> tuple[RoleGroup, bool]:
        fresh = RoleGroup(channel=channel, external_id=external_id, role=role)
        return await insert_once(
            self._session, fresh, lambda: self._find(channel, external_id, role)
        )

    async def _find(self, channel: str, external_id: str, role: Role) -> RoleGroup | None:
        query = select(RoleGroup).where(
            RoleGroup.channel == channel,
            RoleGroup.external_id == external_id,
            RoleGroup.role == role,
        )
        return (await self._session.scalars(query)).one_or_none()

    def _note(self, group: RoleGroup, action: str, *, at: datetime) -> None:
        facts = {"channel": group.channel, "group": group.external_id, "role": group.role}
        self._audit.record(
            actor=None, action=action, subject=f"group {group.id}", before=None, after=facts, at=at
        )
