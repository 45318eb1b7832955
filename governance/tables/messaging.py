"""The tables of inbound events and turns, of shown cards, and of outgoing messages.

Tables, columns and stored values keep the names they were made with: ``arrivals`` is the event
journal, ``claimed_at`` and ``claimed_until`` hold leases.
"""

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
    owed_at: Mapped[datetime | None]
    """When the reply counts as lost, unless the channel has confirmed by then that it was shown."""

    __table_args__ = (
        UniqueConstraint("channel", "event_id"),
        Index(
            "ix_inbox_unanswered",
            "accepted_at",
            sqlite_where=text("answered_at IS NULL"),
            postgresql_where=text("answered_at IS NULL"),
        ),
        Index(
            "ix_inbox_unshown",
            "owed_at",
            sqlite_where=text("owed_at IS NOT NULL"),
            postgresql_where=text("owed_at IS NOT NULL"),
        ),
    )


class EventRow(Model):
    """An event that a platform posted, until its turn is answered."""

    __tablename__ = "arrivals"
    __table_args__ = (Index("ix_arrivals_channel_name", "channel", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    name: Mapped[str]
    body: Mapped[str]
    came_at: Mapped[datetime] = mapped_column(index=True)
    claimed_at: Mapped[datetime | None]


class ShownCard(Model):
    """The message in which a channel shows somebody one thing, and the state it is shown in."""

    __tablename__ = "shown_cards"
    __table_args__ = (
        UniqueConstraint("channel", "chat", "action", "value", name="uq_shown_cards_card"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    chat: Mapped[str]
    message: Mapped[str] = mapped_column(index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    reference: Mapped[str] = mapped_column(index=True)
    action: Mapped[str]
    value: Mapped[str]
    mark: Mapped[str]
    """A hash of what it says, or of what comes late the state it was made in."""
    shown_at: Mapped[datetime]


class OutboxState(StrEnum):
    """The state of a message in the outbox; the stored values are older than the names."""

    PENDING = "owed"
    DELIVERED = "delivered"
    DEAD_LETTER = "given_up"


class OutboxMessage(Model):
    """A message to a person; *key* deduplicates it."""

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
