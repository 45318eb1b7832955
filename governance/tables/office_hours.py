"""The tables of mentors' hours and topics, and of bookings."""

from datetime import datetime, time
from enum import StrEnum
from typing import assert_never

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from governance.references import format_reference
from governance.tables.columns import Model, guarded_by, one_of
from governance.tables.people import PersonRow


class BookingStatus(StrEnum):
    """Whether a booking still holds."""

    BOOKED = "booked"
    CANCELLED = "cancelled"

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the booking was given back; otherwise two people meet."""
        match self:
            case BookingStatus.CANCELLED:
                return True
            case BookingStatus.BOOKED:
                return False
            case _:
                assert_never(self)


class TopicRow(Model):
    """A topic that a mentor can be asked about."""

    __tablename__ = "mentor_topics"

    mentor_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True, index=True)


class HoursRow(Model):
    """A mentor's hours on one day of the week: local time and its zone, never UTC."""

    __tablename__ = "mentor_hours"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("minutes BETWEEN 5 AND 480", name="minutes"),
    )

    mentor_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    starts: Mapped[time]
    ends: Mapped[time]
    zone: Mapped[str]
    minutes: Mapped[int]


class Booking(Model):
    """A slot of a mentor that a maker has.

    Nobody is in two bookings at once, whether as mentor or as maker. The database sees to it: by
    the unique indexes below and, for slots that overlap without starting together, by an
    exclusion constraint on PostgreSQL and by triggers on SQLite (see the guards in the migrations).
    """

    __tablename__ = "bookings"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    maker_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    topic: Mapped[str]
    note: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    status: Mapped[BookingStatus] = mapped_column(one_of(BookingStatus))
    uid: Mapped[str] = mapped_column(unique=True)
    """The identity of the calendar entry, the same in every invitation that is sent."""
    sequence: Mapped[int]
    """Counts the changes, so that a calendar takes the newest invitation."""
    booked_at: Mapped[datetime]
    mentor: Mapped[PersonRow] = relationship(
        lazy="joined", innerjoin=True, foreign_keys=[mentor_id]
    )
    maker: Mapped[PersonRow] = relationship(lazy="joined", innerjoin=True, foreign_keys=[maker_id])

    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="order"),
        CheckConstraint("mentor_id <> maker_id", name="two_people"),
        Index("ix_bookings_mentor_id_starts_at", "mentor_id", "starts_at"),
        Index("ix_bookings_maker_id_starts_at", "maker_id", "starts_at"),
        Index(
            "uq_bookings_mentor",
            "mentor_id",
            "starts_at",
            unique=True,
            sqlite_where=text("status = 'booked'"),
            postgresql_where=text("status = 'booked'"),
        ),
        Index(
            "uq_bookings_maker",
            "maker_id",
            "starts_at",
            unique=True,
            sqlite_where=text("status = 'booked'"),
            postgresql_where=text("status = 'booked'"),
        ),
        guarded_by(
            sqlite=("bookings_overlap_insert", "bookings_overlap_update"),
            postgresql=("bookings_overlap",),
        ),
    )

    @property
    def reference(self) -> str:
        """The reference people say aloud, such as ``BKG-0107``."""
        return format_reference("BKG", self.id)
