"""People: one person, however many accounts they come in by, and the roles they hold."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnExpressionArgument, bindparam, delete, or_, select, union
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import NotALeadError, PersonNotFoundError
from governance.policy import canonical_zone
from governance.references import format_reference
from governance.storage.audit import Audit
from governance.storage.queries import find_by_id, insert_once
from governance.tables import (
    AccountRow,
    GroupMemberRow,
    PersonRow,
    PersonSource,
    Role,
    RoleGroup,
    RoleRow,
)

MAX_ATTEMPTS = 5
"""How often recognising is tried again when others add the same person meanwhile."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person, with their profile and roles, as other packages read it."""

    id: int
    name: str
    email: str | None
    locale: str
    zone: str
    roles: frozenset[Role] = frozenset()

    @property
    def reference(self) -> str:
        """The name the record of changes knows the person by; it tells nothing about them."""
        return format_reference("PER", self.id)


@dataclass(frozen=True, slots=True)
class Account:
    """An account of a person on one channel."""

    channel: str
    external_id: str


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile of an account, as its channel returns it."""

    name: str
    email: str | None
    locale: str | None
    zone: str | None


_BY_KEY = select(AccountRow).where(
    AccountRow.channel == bindparam("channel"), AccountRow.external_id == bindparam("external_id")
)
_ROLES = union(
    select(RoleRow.role).where(RoleRow.person_id == bindparam("person_id")),
    select(RoleGroup.role)
    .join(GroupMemberRow, GroupMemberRow.group_id == RoleGroup.id)
    .where(GroupMemberRow.person_id == bindparam("person_id")),
)


class People:
    """Repository of people, their accounts and their roles."""

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit

    async def recognise(  # noqa: PLR0913 - a directory's profile has this many parts
        self,
        channel: str,
        external_id: str,
        *,
        name: str,
        email: str | None,
        locale: str | None,
        zone: str | None,
        at: datetime,
    ) -> Person:
        """Get the person of an account, or create them.

        An unknown account belongs to the person with the same e-mail address, if there is one,
        and else to somebody new. What the channel says anew replaces what it said before, but
        never what the person chose. Two turns that arrive at once meet one person.
        """
        place = canonical_zone(zone) if zone else None
        profile = Profile(name.strip(), _address(email), locale or None, place)
        for _ in range(MAX_ATTEMPTS):
            account = await self._account(channel, external_id)
            if account is not None:
                return await self._update_profile(account, profile, at=at)
            try:
                async with self._session.begin_nested():
                    person_id = await self._meet(channel, external_id, profile, at=at)
            except IntegrityError:
                continue  # somebody else was faster; only this attempt is undone
            return await self._audit_account(person_id, channel, at=at)
        raise RuntimeError("the same account keeps being added and removed")

    async def get(self, person_id: int) -> Person:
        """Get a person by id.

        Raises:
            PersonNotFoundError: If nobody has that number.
        """
        return await self._person(await self._row(person_id))

    async def get_by_email(self, email: str) -> Person:
        """Get a person by e-mail address, case-insensitive.

        Raises:
            PersonNotFoundError: If nobody has that address.
        """
        row = await self._with_email(_address(email))
        if row is None:
            raise PersonNotFoundError(email)
        return await self._person(row)

    async def find_active(self, email: str) -> Person | None:
        """Find somebody real by their address: who works here, and has been met or imported."""
        row = await self._with_email(_address(email))
        if row is None or not row.is_active or row.source is PersonSource.NAMED:
            return None
        return await self._person(row)

    async def has_account(self, channel: str, external_id: str) -> bool:
        """Return whether an account is known."""
        return await self._account(channel, external_id) is not None

    async def get_by_account(self, channel: str, external_id: str) -> Person:
        """Get the person of an account.

        Raises:
            PersonNotFoundError: If nobody has it.
        """
        account = await self._account(channel, external_id)
        if account is None:
            raise PersonNotFoundError(external_id)
        return await self.get(account.person_id)

    async def list_with_role(self, role: Role) -> tuple[Person, ...]:
        """List everybody who holds *role* and has not left, by name."""
        holders = select(RoleRow.person_id).where(RoleRow.role == role)
        members = (
            select(GroupMemberRow.person_id)
            .join(RoleGroup, RoleGroup.id == GroupMemberRow.group_id)
            .where(RoleGroup.role == role)
        )
        is_held = or_(PersonRow.id.in_(holders), PersonRow.id.in_(members))
        return await self._people(is_held, PersonRow.is_active)

    async def list_by_email(self, emails: Collection[str]) -> tuple[Person, ...]:
        """List those of *emails* who are known and have not left, by name."""
        is_one = PersonRow.email.in_([_address(each) for each in emails])
        return await self._people(is_one, PersonRow.is_active)

    async def list_all(self) -> tuple[Person, ...]:
        """List everybody, by name."""
        return await self._people()

    async def grant(self, person: Person, role: Role, *, by: Person | None, at: datetime) -> Person:
        """Give *person* a role; *by* is None when the operator does it on the command line.

        Raises:
            NotALeadError: If *by* is neither a lead nor an operator.
        """
        before = await self._may_change(person, by)
        row = RoleRow(person_id=person.id, role=role)
        _, is_new = await insert_once(
            self._session, row, lambda: self._session.get(RoleRow, (person.id, role))
        )
        return await self._after_roles(before, "person.role_granted", changed=is_new, by=by, at=at)

    async def revoke(
        self, person: Person, role: Role, *, by: Person | None, at: datetime
    ) -> Person:
        """Revoke a role.

        Raises:
            NotALeadError: If *by* is neither a lead nor an operator.
        """
        before = await self._may_change(person, by)
        taken = await self._session.scalar(
            delete(RoleRow)
            .where(RoleRow.person_id == person.id, RoleRow.role == role)
            .returning(RoleRow.role)
        )
        return await self._after_roles(
            before, "person.role_revoked", changed=taken is not None, by=by, at=at
        )

    async def set_preferences(
        self, person: Person, *, locale: str | None = None, zone: str | None = None, at: datetime
    ) -> Person:
        """Store the language or time zone that *person* chose."""
        row = await self._row(person.id, lock=True)
        before = {"locale": row.locale, "zone": row.zone}
        if locale:
            row.locale, row.locale_chosen = locale, True
        if zone:
            row.zone, row.zone_chosen = canonical_zone(zone), True
        chosen = await self._person(row)
        after = {"locale": row.locale, "zone": row.zone}
        if after != before:
            self._audit.record(
                actor=chosen,
                action="person.preferred",
                subject=chosen.reference,
                before=before,
                after=after,
                at=at,
            )
        return chosen

    async def list_accounts(self, person_id: int) -> tuple[Account, ...]:
        """List the accounts of a person, oldest first."""
        rows = await self._session.scalars(
            select(AccountRow).where(AccountRow.person_id == person_id).order_by(AccountRow.id)
        )
        return tuple(Account(row.channel, row.external_id) for row in rows)

    async def _meet(self, channel: str, external_id: str, profile: Profile, *, at: datetime) -> int:
        """Add the account, and its person when nobody has the address."""
        row = await self._with_email(profile.email)
        if row is None:
            row = PersonRow(
                name=profile.name or profile.email or external_id,
                email=profile.email,
                locale=profile.locale or "en",
                zone=profile.zone or "UTC",
                joined_at=at,
            )
            self._session.add(row)
            await self._session.flush()  # the account needs the person's number
        elif row.source is PersonSource.NAMED:
            row.source, row.name = PersonSource.CHAT, profile.name or row.name
        self._session.add(
            AccountRow(
                person_id=row.id,
                channel=channel,
                external_id=external_id,
                name=profile.name,
                email=profile.email,
                locale=profile.locale,
                zone=profile.zone,
            )
        )
        return row.id

    async def _audit_account(self, person_id: int, channel: str, *, at: datetime) -> Person:
        """Audit the account that was added; without personal data, as nothing is ever deleted."""
        person = await self.get(person_id)
        self._audit.record(
            actor=person,
            action="person.account_added",
            subject=person.reference,
            before=None,
            after={"channel": channel},
            at=at,
        )
        return person

    async def _update_profile(
        self, account: AccountRow, profile: Profile, *, at: datetime
    ) -> Person:
        """Update what the channel returns differently from last time."""
        said = Profile(account.name, account.email, account.locale, account.zone)
        row = await self._row(account.person_id)
        if said == profile:
            return await self._person(row)
        changed = await self._take_over(row, said, profile)
        account.name, account.email = profile.name, profile.email
        account.locale, account.zone = profile.locale, profile.zone
        person = await self._person(row)
        if changed:
            self._audit.record(
                actor=person,
                action="person.profile_changed",
                subject=person.reference,
                before=None,
                after={"changed": changed},
                at=at,
            )
        return person

    async def _take_over(self, row: PersonRow, said: Profile, now: Profile) -> list[str]:
        """Change *row* where the channel changed its mind, and name what was changed."""
        changed = []
        if now.name and now.name not in (said.name, row.name):
            row.name = now.name
            changed.append("name")
        if now.email not in (None, said.email, row.email) and not await self._with_email(now.email):
            row.email = now.email
            changed.append("email")
        if now.locale not in (None, said.locale, row.locale) and not row.locale_chosen:
            row.locale = now.locale
            changed.append("locale")
        if now.zone not in (None, said.zone, row.zone) and not row.zone_chosen:
            row.zone = now.zone
            changed.append("zone")
        return changed

    async def _may_change(self, person: Person, by: Person | None) -> Person:
        """Refuse to let people give roles who may not; else find *person* as they are now."""
        if by is not None and not by.roles & {Role.LEAD, Role.OPERATOR}:
            raise NotALeadError(person.reference)
        return await self.get(person.id)

    async def _after_roles(
        self, before: Person, action: str, *, changed: bool, by: Person | None, at: datetime
    ) -> Person:
        """Audit a change of roles, if there was one."""
        after = await self.get(before.id)
        if changed:
            self._audit.record(
                actor=by,
                action=action,
                subject=after.reference,
                before={"roles": before.roles},
                after={"roles": after.roles},
                at=at,
            )
        return after

    async def _account(self, channel: str, external_id: str) -> AccountRow | None:
        key = {"channel": channel, "external_id": external_id}
        return (await self._session.scalars(_BY_KEY, key)).one_or_none()

    async def _with_email(self, email: str | None) -> PersonRow | None:
        if email is None:
            return None
        query = select(PersonRow).where(PersonRow.email == email)
        return (await self._session.scalars(query)).one_or_none()

    async def _row(self, person_id: int, *, lock: bool = False) -> PersonRow:
        row = await find_by_id(self._session, PersonRow, person_id, lock=lock)
        if row is None:
            raise PersonNotFoundError(person_id)
        return row

    async def _person(self, row: PersonRow) -> Person:
        roles = await self._session.scalars(_ROLES, {"person_id": row.id})
        return _person(row, frozenset(roles))

    async def _people(self, *conditions: ColumnExpressionArgument[bool]) -> tuple[Person, ...]:
        """List the people that *conditions* hold for, by name."""
        rows = (
            await self._session.scalars(
                select(PersonRow).where(*conditions).order_by(PersonRow.name, PersonRow.id)
            )
        ).all()
        held: dict[int, set[Role]] = {row.id: set() for row in rows}
        for role in await self._session.scalars(
            select(RoleRow).where(RoleRow.person_id.in_(select(PersonRow.id).where(*conditions)))
        ):
            held.setdefault(role.person_id, set()).add(role.role)
        carried = (
            select(GroupMemberRow.person_id, RoleGroup.role)
            .join(RoleGroup, RoleGroup.id == GroupMemberRow.group_id)
            .where(GroupMemberRow.person_id.in_(select(PersonRow.id).where(*conditions)))
        )
        for person_id, each in await self._session.execute(carried):
            held.setdefault(person_id, set()).add(each)
        return tuple(_person(row, frozenset(held[row.id])) for row in rows)


def _person(row: PersonRow, roles: frozenset[Role]) -> Person:
    """Convert a row to the value that is read."""
    return Person(row.id, row.name, row.email, row.locale, row.zone, roles)


def _address(email: str | None) -> str | None:
    """Normalise an e-mail address as it is stored; None if there is none."""
    return (email or "").strip().lower() or None
