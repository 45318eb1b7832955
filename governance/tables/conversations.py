"""The table of one-to-one conversations in which a channel may write first.

The table is called ``rooms`` in the database, and its CHECK constraint ``roomstate``.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from governance.tables.columns import Model, one_of


class ConversationState(StrEnum):
    """Whether somebody can be written to, and why not."""

    OPEN = "open"
    NOT_INSTALLED = "not_installed"
    UNINSTALLED = "uninstalled"
    BLOCKED = "blocked"


class Conversation(Model):
    """The conversation with one account, at an *address* that only its channel understands."""

    __tablename__ = "rooms"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    external_id: Mapped[str]
    address: Mapped[str]
    state: Mapped[ConversationState] = mapped_column(one_of(ConversationState, name="roomstate"))
    changed_at: Mapped[datetime]
