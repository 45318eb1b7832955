"""The tables of the record of changes: the chain of entries, and its end."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from governance.tables.columns import Model, guarded_by


class AuditRow(Model):
    """One change. The database lets nobody edit or delete a row (see the guards in the migrations).

    Nothing here refers to another table: entries are appended while the end of the chain is
    locked, and waiting there for anybody else's row could end in a deadlock. *before* and *after*
    are the very text that was hashed.
    """

    __tablename__ = "audit_entries"
    __table_args__ = guarded_by(
        sqlite=("audit_entries_no_update", "audit_entries_no_delete"),
        postgresql=("audit_entries_no_change",),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(index=True)
    action: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    before: Mapped[str]
    after: Mapped[str]
    hash: Mapped[str]


class AuditHead(Model):
    """The end of the chain, in a table of one row that is locked while entries are appended."""

    __tablename__ = "audit_head"
    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        guarded_by(sqlite=("audit_head_no_delete",), postgresql=("audit_head_no_delete",)),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entry_id: Mapped[int]
    hash: Mapped[str]
