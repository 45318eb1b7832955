"""The tables of reviews: one is about one version, has steps, and is talked about."""

from datetime import datetime
from enum import StrEnum
from typing import assert_never

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from governance.tables.columns import Model, one_of
from governance.tables.people import PersonRow, Role
from governance.tables.solutions import Solution
from governance.tables.versions import SolutionVersion


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


class Review(Model):
    """One review of one version; a solution has at most one that is open.

    *appeal_of* is the review whose decision is looked at again; who decided that one does not
    decide this one. *is_urgent* says that the maker asked for the urgent lane of the policy.
    """

    __tablename__ = "reviews"

    id: Mapped[int] = mapped_column(primary_key=True)
    solution_id: Mapped[int] = mapped_column(ForeignKey(Solution.id), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey(SolutionVersion.id), index=True)
    role: Mapped[Role] = mapped_column(one_of(Role))
    status: Mapped[ReviewStatus] = mapped_column(one_of(ReviewStatus))
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id), index=True)
    appeal_of_id: Mapped[int | None] = mapped_column(ForeignKey("reviews.id"))
    is_urgent: Mapped[bool] = mapped_column(default=False)
    requested_at: Mapped[datetime]
    due_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    solution: Mapped[Solution] = relationship(lazy="joined", innerjoin=True)
    version: Mapped[SolutionVersion] = relationship(lazy="joined", innerjoin=True)
    reviewer: Mapped[PersonRow | None] = relationship(lazy="joined")
    steps: Mapped[list["ReviewStepRow"]] = relationship(
        lazy="selectin",
        order_by="(ReviewStepRow.position, ReviewStepRow.id)",
        cascade="all, delete-orphan",  # asked of other people, a review has other steps
    )
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


class ReviewStepRow(Model):
    """One decision that a review needs, from somebody of a role or with a title of the policy.

    Exactly one of *role* and *title* is set. Steps of the same *position* may be decided in any
    order, a higher one only after those below. *rule* names the rule that asked for the step.
    """

    __tablename__ = "review_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey(Review.id), index=True)
    position: Mapped[int]
    role: Mapped[Role | None] = mapped_column(one_of(Role))
    title: Mapped[str]
    rule: Mapped[str]
    due_at: Mapped[datetime]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id))
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[PersonRow | None] = relationship(lazy="joined")

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has approved the step yet."""
        return self.approved_at is None


class ReviewComment(Model):
    """What somebody said in a review.

    *subject* is what it is about: ``answer:<question>``, ``requirement:<id>``, or empty for the
    whole. A reviewer's comment that asks for something is ticked off by the maker.
    """

    __tablename__ = "review_comments"

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey(Review.id), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), index=True)
    reply_to_id: Mapped[int | None] = mapped_column(ForeignKey("review_comments.id"))
    subject: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    author: Mapped[PersonRow] = relationship(lazy="joined", innerjoin=True)
