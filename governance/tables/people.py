"""The tables of people, the accounts they come in by, and the roles they hold."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from governance.tables.columns import Model, one_of


class Role(StrEnum):
    """What a person may do beyond being a maker, which everybody is."""

    REVIEWER = "reviewer"
    MENTOR = "mentor"
    LEAD = "lead"
    OPERATOR = "operator"


class PersonSource(StrEnum):
    """Where a person is known from."""

    CHAT = "chat"
    IMPORT = "import"
    NAMED = "named"
    """Somebody gave their address, as a backup owner; nobody has seen them yet."""


class PersonRow(Model):
    """One person, however many accounts they have.

    What a person chose for themselves (``*_chosen``) is not overwritten by what a channel says.
    """

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str | None] = mapped_column(unique=True)
    locale: Mapped[str]
    zone: Mapped[str]
    locale_chosen: Mapped[bool] = mapped_column(default=False)
    zone_chosen: Mapped[bool] = mapped_column(default=False)
    joined_at: Mapped[datetime]
    is_active: Mapped[bool] = mapped_column(default=True)
    """False for somebody who has left; what they own goes to others."""
    department: Mapped[str] = mapped_column(default="")
    office: Mapped[str] = mapped_column(default="")
    """The id of an office of the policy; empty where nobody said."""
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    source: Mapped[PersonSource] = mapped_column(one_of(PersonSource), default=PersonSource.CHAT)


class RoleRow(Model):
    """A role that a person holds."""

    __tablename__ = "person_roles"

    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    role: Mapped[Role] = mapped_column(one_of(Role), primary_key=True, index=True)


class RoleGroup(Model):
    """A group of a chat platform whose members hold a role, by the platform's name for it."""

    __tablename__ = "role_groups"
    __table_args__ = (UniqueConstraint("channel", "external_id", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    external_id: Mapped[str]
    role: Mapped[Role] = mapped_column(one_of(Role))
    heard_at: Mapped[datetime | None]
    """When the platform last said who is in it."""


class GroupMemberRow(Model):
    """Somebody who was in a group when its platform was asked last."""

    __tablename__ = "role_group_members"

    group_id: Mapped[int] = mapped_column(ForeignKey(RoleGroup.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True, index=True)


class AccountRow(Model):
    """An account that a person comes in by, with what its channel last said about them."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), index=True)
    channel: Mapped[str]
    external_id: Mapped[str]
    name: Mapped[str]
    email: Mapped[str | None]
    locale: Mapped[str | None]
    zone: Mapped[str | None]
