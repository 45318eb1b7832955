"""The tables of questions asked, and of the clauses that answered them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from governance.references import format_reference
from governance.tables.columns import Model
from governance.tables.people import PersonRow


class AskedQuestion(Model):
    """A question somebody asked the handbook, what came of it, and what the team replied."""

    __tablename__ = "questions"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    place: Mapped[str]
    question: Mapped[str]
    answered: Mapped[bool]
    mode: Mapped[str]
    language: Mapped[str]
    asked_at: Mapped[datetime]
    helpful: Mapped[bool | None]
    sent_at: Mapped[datetime | None]
    reply_text: Mapped[str | None]
    replied_by_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id), index=True)
    replied_at: Mapped[datetime | None]
    person: Mapped[PersonRow] = relationship(
        lazy="joined", innerjoin=True, foreign_keys=[person_id]
    )
    replied_by: Mapped[PersonRow | None] = relationship(lazy="joined", foreign_keys=[replied_by_id])
    clauses: Mapped[list["CitedClause"]] = relationship(
        lazy="selectin", order_by="CitedClause.n", cascade="all, delete-orphan"
    )

    __table_args__ = (
        Index("ix_questions_person_id_place_asked_at", "person_id", "place", "asked_at"),
        Index(
            "ix_questions_waiting",
            "sent_at",
            sqlite_where=text("sent_at IS NOT NULL AND replied_at IS NULL"),
            postgresql_where=text("sent_at IS NOT NULL AND replied_at IS NULL"),
        ),
    )

    @property
    def reference(self) -> str:
        """The name the record of changes knows the question by."""
        return format_reference("QST", self.id)

    @property
    def cited(self) -> tuple[tuple[str, str], ...]:
        """The clauses the answer rested on, each with its version, in the answer's order."""
        return tuple((clause.clause, clause.version) for clause in self.clauses)


class CitedClause(Model):
    """A clause that an answer rested on, so that a changed clause leads to those who read it."""

    __tablename__ = "cited_clauses"

    question_id: Mapped[int] = mapped_column(ForeignKey(AskedQuestion.id), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    clause: Mapped[str] = mapped_column(index=True)
    version: Mapped[str]
    mark: Mapped[str] = mapped_column(default="", server_default="")
