"""The table of unfinished forms."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from governance.policy import Answers
from governance.tables.columns import Model
from governance.tables.people import PersonRow


class Draft(Model):
    """An unfinished form; a person has at most one open of each kind."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), index=True)
    kind: Mapped[str]
    subject: Mapped[str]
    answers: Mapped[Answers]
    step: Mapped[int]
    asked_in: Mapped[str | None]
    """The conversation that waits for a typed answer, if one does."""
    started_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "uq_drafts_open",
            "person_id",
            "kind",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )
