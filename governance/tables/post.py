"""The tables of turns that came in, and of messages that are owed to people."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from governance.tables.columns import Model, one_of
from governance.tables.people import PersonRow


class TurnRow(Model):
    """A turn that was accepted, under the platform's own id of the event."""

    __tablename__ = "inbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    event_id: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), index=True)
    turn: Mapped[str]
    accepted_at: Mapped[datetime]
    claimed_at: Mapped[datetime | None]
    reply: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    shown_as: Mapped[str | None] = mapped_column(index=True)
    """The channel's name of the message that shows the reply, where it has to be found by that."""

    __table_args__ = (
        UniqueConstraint("channel", "event_id"),
        Index(
            "ix_inbox_unanswered",
            "accepted_at",
            sqlite_where=text("answered_at IS NULL"),
            postgresql_where=text("answered_at IS NULL"),
        ),
    )


class OutboxState(StrEnum):
    """What became of a message that is owed."""

    OWED = "owed"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"


class OutboxMessage(Model):
    """A message that is owed to a person; *key* is what keeps it from being owed twice."""

    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    kind: Mapped[str]
    reply: Mapped[str]
    key: Mapped[str | None] = mapped_column(unique=True)
    owed_at: Mapped[datetime]
    due_at: Mapped[datetime]
    state: Mapped[OutboxState] = mapped_column(one_of(OutboxState))
    attempts: Mapped[int]
    claimed_until: Mapped[datetime | None]
    channel: Mapped[str | None]
    delivered_at: Mapped[datetime | None]
    failure: Mapped[str | None]

    __table_args__ = (
        Index("ix_outbox_person_id_id", "person_id", "id"),
        Index("ix_outbox_state_due_at", "state", "due_at"),
    )
