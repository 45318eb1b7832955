"""The tables of solutions and of their reviews."""

import json
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import assert_never

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from governance.policy import Answers
from governance.references import format_reference
from governance.tables.columns import Model, one_of
from governance.tables.people import PersonRow, Role


class SolutionStatus(StrEnum):
    """Where a solution stands."""

    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    REJECTED = "rejected"
    RETIRED = "retired"


class ReviewStatus(StrEnum):
    """Where a review stands.

    What else is said of a status is said here, so that ``mypy`` asks for it when one is added.
    """

    WAITING = "waiting"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Tell whether the review is not over; a solution has at most one that is open."""
        match self:
            case ReviewStatus.WAITING | ReviewStatus.IN_REVIEW | ReviewStatus.CHANGES_REQUESTED:
                return True
            case ReviewStatus.APPROVED | ReviewStatus.REJECTED | ReviewStatus.WITHDRAWN:
                return False
            case _:
                assert_never(self)

    @property
    def awaits_reviewer(self) -> bool:
        """Tell whether a reviewer can decide now; otherwise it is the maker's turn, or over."""
        match self:
            case ReviewStatus.WAITING | ReviewStatus.IN_REVIEW:
                return True
            case (
                ReviewStatus.CHANGES_REQUESTED
                | ReviewStatus.APPROVED
                | ReviewStatus.REJECTED
                | ReviewStatus.WITHDRAWN
            ):
                return False
            case _:
                assert_never(self)

    @property
    def is_decided(self) -> bool:
        """Tell whether a reviewer ended it; what was withdrawn is over without a decision."""
        match self:
            case ReviewStatus.APPROVED | ReviewStatus.REJECTED:
                return True
            case (
                ReviewStatus.WAITING
                | ReviewStatus.IN_REVIEW
                | ReviewStatus.CHANGES_REQUESTED
                | ReviewStatus.WITHDRAWN
            ):
                return False
            case _:
                assert_never(self)


_OPEN = ", ".join(f"'{status}'" for status in ReviewStatus if status.is_open)
"""The statuses of a review that is not over, as a partial index lists them."""


class Solution(Model):
    """A registered solution."""

    __tablename__ = "solutions"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    purpose: Mapped[str]
    answers: Mapped[Answers]
    tier: Mapped[str]
    status: Mapped[SolutionStatus] = mapped_column(one_of(SolutionStatus), index=True)
    policy_version: Mapped[str]
    owner_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), index=True)
    backup_email: Mapped[str]
    registered_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    owner: Mapped[PersonRow] = relationship(lazy="joined", innerjoin=True)

    @property
    def reference(self) -> str:
        """The reference people say aloud, such as ``SOL-0042``."""
        return format_reference("SOL", self.id)

    @property
    def revision(self) -> str:
        """A short name for what is registered now; another one as soon as any of it changes."""
        written = json.dumps([self.name, self.purpose, self.tier, self.answers], sort_keys=True)
        return sha256(written.encode()).hexdigest()[:12]


class Review(Model):
    """One review of one solution; a solution has at most one that is open."""

    __tablename__ = "reviews"

    id: Mapped[int] = mapped_column(primary_key=True)
    solution_id: Mapped[int] = mapped_column(ForeignKey(Solution.id), index=True)
    role: Mapped[Role] = mapped_column(one_of(Role))
    status: Mapped[ReviewStatus] = mapped_column(one_of(ReviewStatus))
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id), index=True)
    requested_at: Mapped[datetime]
    due_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    solution: Mapped[Solution] = relationship(lazy="joined", innerjoin=True)
    reviewer: Mapped[PersonRow | None] = relationship(lazy="joined")
    comments: Mapped[list["ReviewComment"]] = relationship(
        lazy="selectin", order_by="ReviewComment.id"
    )

    __table_args__ = (
        Index(
            "uq_reviews_open",
            "solution_id",
            unique=True,
            sqlite_where=text(f"status IN ({_OPEN})"),
            postgresql_where=text(f"status IN ({_OPEN})"),
        ),
        Index("ix_reviews_status_due_at", "status", "due_at"),
    )


class ReviewComment(Model):
    """What a reviewer said about a solution."""

    __tablename__ = "review_comments"

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey(Review.id), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), index=True)
    text: Mapped[str]
    at: Mapped[datetime]
    author: Mapped[PersonRow] = relationship(lazy="joined", innerjoin=True)
