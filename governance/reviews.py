"""Reviews: who looks at a solution, until when, and what they decide."""

from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import (
    ChangedMeanwhileError,
    MoveNotAllowedError,
    NotAReviewerError,
    OwnSolutionError,
    ReviewNotFoundError,
    SolutionNotFoundError,
)
from governance.people import Person
from governance.storage.audit import Audit
from governance.storage.queries import find_by_id, insert_once
from governance.tables import (
    PersonRow,
    Review,
    ReviewComment,
    ReviewStatus,
    Role,
    Solution,
    SolutionStatus,
)

NEXT: dict[ReviewStatus, frozenset[ReviewStatus]] = {
    ReviewStatus.WAITING: frozenset(
        {
            ReviewStatus.IN_REVIEW,
            ReviewStatus.CHANGES_REQUESTED,
            ReviewStatus.APPROVED,
            ReviewStatus.REJECTED,
            ReviewStatus.WITHDRAWN,
        }
    ),
    ReviewStatus.IN_REVIEW: frozenset(
        {
            ReviewStatus.WAITING,
            ReviewStatus.IN_REVIEW,
            ReviewStatus.CHANGES_REQUESTED,
            ReviewStatus.APPROVED,
            ReviewStatus.REJECTED,
            ReviewStatus.WITHDRAWN,
        }
    ),
    ReviewStatus.CHANGES_REQUESTED: frozenset({ReviewStatus.WAITING, ReviewStatus.WITHDRAWN}),
    ReviewStatus.APPROVED: frozenset(),
    ReviewStatus.REJECTED: frozenset(),
    ReviewStatus.WITHDRAWN: frozenset(),
}
"""Every move a review may make; what is not listed is not allowed.

From one reviewer to another it stays in review.
"""

LEADS_TO: dict[ReviewStatus, SolutionStatus | None] = {
    ReviewStatus.WAITING: SolutionStatus.IN_REVIEW,
    ReviewStatus.IN_REVIEW: SolutionStatus.IN_REVIEW,
    ReviewStatus.CHANGES_REQUESTED: SolutionStatus.CHANGES_REQUESTED,
    ReviewStatus.APPROVED: SolutionStatus.APPROVED,
    ReviewStatus.REJECTED: SolutionStatus.REJECTED,
    ReviewStatus.WITHDRAWN: None,
}
"""Where a review's move takes its solution; None leaves the solution as it is."""

AUDIT_ACTIONS: dict[ReviewStatus, str] = {
    ReviewStatus.WAITING: "review.given_back",
    ReviewStatus.IN_REVIEW: "review.taken",
    ReviewStatus.CHANGES_REQUESTED: "review.changes_requested",
    ReviewStatus.APPROVED: "review.approved",
    ReviewStatus.REJECTED: "review.rejected",
    ReviewStatus.WITHDRAWN: "review.withdrawn",
}
"""What an audit entry calls a move to a status, made by somebody who has the review."""


class Reviews:
    """Every review asked for.

    Whoever changes a review holds its solution first, as the register does: the two never wait
    for each other.
    """

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit

    async def request(
        self, solution: Solution, *, role: Role, due_at: datetime, by: Person, at: datetime
    ) -> Review:
        """Ask somebody with *role* to look at *solution* until *due_at*.

        A solution has one open review: one that waits for changes goes back to waiting, and so
        does one that another role was asked for; any other is left as it is.
        """
        held = await self._hold(solution.id)
        asked = Review(
            solution=held,
            reviewer=None,
            comments=[],
            role=role,
            status=ReviewStatus.WAITING,
            requested_at=at,
            due_at=due_at,
        )
        review, is_new = await insert_once(self._session, asked, lambda: self._open(held))
        if is_new:
            self._note("review.requested", review, None, by=by, at=at)
        elif review.status is ReviewStatus.CHANGES_REQUESTED or review.role is not role:
            before = review.status
            review.status, review.role, review.due_at = ReviewStatus.WAITING, role, due_at
            review.reviewer = None
            self._note("review.requested_again", review, before, by=by, at=at)
        _lead_on(review)
        await self._session.flush()
        return review

    async def list_open_for(self, person: Person) -> tuple[Review, ...]:
        """List what waits for *person* to look at, what is due first at the top."""
        query = (
            select(Review)
            .join(Solution, Solution.id == Review.solution_id)
            .where(
                Review.status.in_([each for each in ReviewStatus if each.awaits_reviewer]),
                Solution.owner_id != person.id,
            )
            .order_by(Review.due_at, Review.id)
        )
        if Role.LEAD not in person.roles:
            query = query.where(Review.role.in_(person.roles))
        return tuple(await self._session.scalars(query))

    async def get(self, review_id: int) -> Review:
        """Look a review up.

        Raises:
            ReviewNotFoundError: If there is none with that number.
        """
        review = await find_by_id(self._session, Review, review_id)
        if review is None:
            raise ReviewNotFoundError(review_id)
        return review

    async def find_latest(self, solution: Solution) -> Review | None:
        """Find the newest review of *solution*, open or not."""
        query = select(Review).where(Review.solution_id == solution.id)
        return (await self._session.scalars(query.order_by(Review.id.desc()).limit(1))).first()

    async def list_comments(self, solution: Solution) -> tuple[ReviewComment, ...]:
        """List what was said in every review of *solution*, oldest first."""
        query = (
            select(ReviewComment)
            .join(Review, Review.id == ReviewComment.review_id)
            .where(Review.solution_id == solution.id)
            .order_by(ReviewComment.id)
        )
        return tuple(await self._session.scalars(query))

    async def take(
        self, review_id: int, *, by: Person, at: datetime, instead_of: int | None = None
    ) -> Review:
        """Start to look at a solution; others see who does. See ``_move`` for the refusals.

        *instead_of* is the number of the reviewer it is taken over from: whoever takes a review
        knows who has it, so of two who take the same one at once only the first gets it.
        """
        review = await self.get(review_id)
        if review.status is ReviewStatus.IN_REVIEW and review.reviewer_id == by.id:
            return review
        held = Review.reviewer_id.is_not_distinct_from(instead_of)
        return await self._move(review_id, ReviewStatus.IN_REVIEW, held, by=by, at=at)

    async def give_back(self, review_id: int, *, by: Person, at: datetime) -> Review:
        """Leave a review to somebody else.

        Raises:
            ReviewNotFoundError: If there is no such review.
            MoveNotAllowedError: If *by* does not have it.
        """
        review = await self.get(review_id)
        await self._hold(review.solution_id)
        before = (await self._fresh(review)).status
        wanted = ReviewStatus.WAITING
        mine = (Review.status == ReviewStatus.IN_REVIEW, Review.reviewer_id == by.id)
        if not await self._won(review, wanted, *mine, at=at):
            raise MoveNotAllowedError(before, wanted)
        review.reviewer = None
        await self._session.flush()
        self._note(AUDIT_ACTIONS[wanted], review, before, by=by, at=at)
        return review

    async def approve(
        self,
        review_id: int,
        *,
        by: Person,
        at: datetime,
        comment: str = "",
        seen: str | None = None,
    ) -> Review:
        """Approve a solution, whose *seen* revision they looked at. See ``_move``."""
        wanted = ReviewStatus.APPROVED
        return await self._move(review_id, wanted, by=by, at=at, comment=comment, seen=seen)

    async def ask_for_changes(
        self, review_id: int, *, by: Person, at: datetime, comment: str, seen: str | None = None
    ) -> Review:
        """Ask the maker for changes to the *seen* revision. See ``_move`` for the refusals."""
        wanted = ReviewStatus.CHANGES_REQUESTED
        return await self._move(review_id, wanted, by=by, at=at, comment=comment, seen=seen)

    async def reject(
        self, review_id: int, *, by: Person, at: datetime, reason: str, seen: str | None = None
    ) -> Review:
        """Reject a solution, whose *seen* revision they looked at. See ``_move``."""
        wanted = ReviewStatus.REJECTED
        return await self._move(review_id, wanted, by=by, at=at, comment=reason, seen=seen)

    async def withdraw(self, solution: Solution, *, by: Person, at: datetime) -> None:
        """Close the open review of a solution that needs none any more, if there is one."""
        await self._hold(solution.id)
        review = await self._open(solution)
        if review is not None:
            before = review.status
            review.status, review.decided_at = ReviewStatus.WITHDRAWN, at
            self._note(AUDIT_ACTIONS[review.status], review, before, by=by, at=at)

    async def _move(  # noqa: PLR0913 - a decision has this many parts
        self,
        review_id: int,
        wanted: ReviewStatus,
        *only: ColumnElement[bool],
        by: Person,
        at: datetime,
        comment: str = "",
        seen: str | None = None,
    ) -> Review:
        """Move a review and its solution on.

        Raises:
            ReviewNotFoundError: If there is no such review.
            NotAReviewerError: If *by* has not the role the review asks for, and is no lead.
            OwnSolutionError: If the solution is their own.
            MoveNotAllowedError: If a review cannot go there from here, also because somebody
                else has decided meanwhile, or if *only* does not hold.
            ChangedMeanwhileError: If the solution is not the *seen* revision any more.
        """
        review = await self.get(review_id)
        _may_review(review, by)
        await self._hold(review.solution_id)
        before = (await self._fresh(review)).status
        if seen is not None and seen != review.solution.revision and wanted in NEXT[before]:
            raise ChangedMeanwhileError(before, wanted)
        if not await self._won(review, wanted, *only, at=at):
            raise MoveNotAllowedError((await self._fresh(review)).status, wanted)
        review.reviewer = await self._session.get_one(PersonRow, by.id)
        _lead_on(review)
        review.solution.changed_at = at
        if comment:
            review.comments.append(ReviewComment(author=review.reviewer, text=comment, at=at))
        await self._session.flush()
        action = "review.taken_over" if before is wanted else AUDIT_ACTIONS[wanted]
        self._note(action, review, before, by=by, at=at, comment=comment)
        return review

    async def _won(
        self, review: Review, wanted: ReviewStatus, *only: ColumnElement[bool], at: datetime
    ) -> bool:
        """Change the status where the table allows it: of two decisions, one still finds that."""
        moved = await self._session.scalar(
            update(Review)
            .where(Review.id == review.id, Review.status.in_(_before(wanted)), *only)
            .values(status=wanted, decided_at=at if wanted.is_decided else None)
            .returning(Review.id)
        )
        return moved is not None

    async def _hold(self, solution_id: int) -> Solution:
        """Keep others from changing a solution, and its review, until the transaction ends."""
        solution = await find_by_id(self._session, Solution, solution_id, lock=True)
        if solution is None:
            raise SolutionNotFoundError(solution_id)
        return solution

    async def _fresh(self, review: Review) -> Review:
        """Read a review again as it is now."""
        await self._session.refresh(review)
        return review

    async def _open(self, solution: Solution) -> Review | None:
        """Find the review of *solution* that is not over."""
        open_ = [each for each in ReviewStatus if each.is_open]
        query = select(Review).where(Review.solution_id == solution.id, Review.status.in_(open_))
        return (await self._session.scalars(query)).first()

    def _note(  # noqa: PLR0913 - a change has this many parts
        self,
        action: str,
        review: Review,
        before: ReviewStatus | None,
        *,
        by: Person,
        at: datetime,
        comment: str = "",
    ) -> None:
        """Note a move under the solution's reference, which is what people look up."""
        after = {"review": review.id, "status": review.status, "due_at": review.due_at}
        self._audit.record(
            actor=by,
            action=action,
            subject=review.solution.reference,
            before=before and {"review": review.id, "status": before},
            after=after | ({"comment": comment} if comment else {}),
            at=at,
        )


def _lead_on(review: Review) -> None:
    """Move the solution of a *review* along with it."""
    status = LEADS_TO[review.status]
    if status is not None:
        review.solution.status = status


def _may_review(review: Review, person: Person) -> None:
    """Refuse to let somebody review who has not the role, or whose own solution it is."""
    reference = review.solution.reference
    if not person.roles & {review.role, Role.LEAD}:
        raise NotAReviewerError(reference)
    if review.solution.owner_id == person.id:
        raise OwnSolutionError(reference)


def _before(wanted: ReviewStatus) -> list[ReviewStatus]:
    """List where a review may come from to be *wanted*."""
    return [here for here, there in NEXT.items() if wanted in there]
