"""The table of conversations in which a channel may write to somebody first."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from governance.tables.columns import Model, one_of


class RoomState(StrEnum):
    """Whether somebody can be written to, and why not."""

    OPEN = "open"
    NOT_INSTALLED = "not_installed"
    UNINSTALLED = "uninstalled"
    BLOCKED = "blocked"


class Room(Model):
    """The conversation with one account, at an *address* that only its channel understands."""

    __tablename__ = "rooms"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    external_id: Mapped[str]
    address: Mapped[str]
    state: Mapped[RoomState] = mapped_column(one_of(RoomState))
    changed_at: Mapped[datetime]
