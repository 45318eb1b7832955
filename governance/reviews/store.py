"""What the parts of reviewing share: finding, holding and moving a review, and noting it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    String,
    case,
    cast,
    false,
    func,
    select,
    union,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import (
    ChangedMeanwhileError,
    HasAStakeError,
    MoveNotAllowedError,
    NotAReviewerError,
    OwnSolutionError,
    ReviewNotFoundError,
    SolutionNotFoundError,
)
from governance.people import Person
from governance.reviews.moves import AUDIT_ACTIONS, LEADS_TO, NEXT, list_sources
from governance.reviews.steps import is_asked_of
from governance.storage.audit import Audit
from governance.storage.queries import find_by_id
from governance.tables import (
    AuditRow,
    Booking,
    BookingStatus,
    Operation,
    PersonRow,
    Review,
    ReviewComment,
    ReviewStatus,
    Solution,
    SolutionVersion,
    VersionState,
)

_FIRST_UNPADDED = 10_000
"""The first number that a reference needs no zeros for."""


class ReviewStore:
    """Reviews as rows. Whoever changes one holds its solution first, as the register does."""

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self.session = session
        self._audit = audit

    async def get(self, review_id: int) -> Review:
        """Look a review up.

        Raises:
            ReviewNotFoundError: If there is none with that number.
        """
        review = await find_by_id(self.session, Review, review_id)
        if review is None:
            raise ReviewNotFoundError(review_id)
        return review

    async def find_latest(self, solution: Solution) -> Review | None:
        """Find the newest review of *solution*, open or not."""
        query = select(Review).where(Review.solution_id == solution.id)
        return (await self.session.scalars(query.order_by(Review.id.desc()).limit(1))).first()

    async def find_open(self, solution: Solution) -> Review | None:
        """Find the review of *solution* that is not over."""
        open_ = [each for each in ReviewStatus if each.is_open]
        query = select(Review).where(Review.solution_id == solution.id, Review.status.in_(open_))
        return (await self.session.scalars(query)).first()

    async def hold(self, solution_id: int) -> Solution:
        """Keep others from changing a solution, and its review, until the transaction ends."""
        solution = await find_by_id(self.session, Solution, solution_id, lock=True)
        if solution is None:
            raise SolutionNotFoundError(solution_id)
        return solution

    async def refresh(self, review: Review) -> Review:
        """Read a review, and what it is about, again as they are now."""
        await self.session.refresh(review)
        await self.session.refresh(review.version)
        return review

    async def has_stake(self, solution: Solution, person: Person) -> bool:
        """Tell whether *person* is too close to *solution* to decide about it."""
        return person.id in await self.list_stakeholders(solution)

    async def list_stakeholders(self, solution: Solution) -> frozenset[int]:
        """Name who is too close to *solution* to decide about it, by their numbers.

        That is its owner and whoever once took it over, its backup owner, whoever it was offered
        to, whoever made one of its versions, and a mentor who is booked about it.
        """
        made = select(SolutionVersion.made_by_id).where(SolutionVersion.solution_id == solution.id)
        coached = select(Booking.mentor_id).where(
            Booking.note.icontains(solution.reference, autoescape=True),
            Booking.status == BookingStatus.BOOKED,
        )
        took_over = select(AuditRow.actor_id).where(
            AuditRow.subject == solution.reference, AuditRow.action == "solution.handed_over"
        )
        theirs = {solution.owner_id, solution.backup_id, solution.offered_to_id}
        found = await self.session.scalars(union(made, coached, took_over))
        return frozenset(each for each in {*theirs, *found} if each is not None)

    async def refuse_unless_asked(
        self, review: Review, person: Person, *, titles: Collection[str]
    ) -> None:
        """Refuse whoever nothing is asked of, and whoever has a stake."""
        reference = review.solution.reference
        if review.solution.owner_id == person.id:
            raise OwnSolutionError(reference)
        if not is_asked_of(review, person, titles):
            raise NotAReviewerError(reference)
        if await self.has_stake(review.solution, person):
            raise HasAStakeError(reference)
        if review.appeal_of_id is not None:
            decided = await self.get(review.appeal_of_id)
            if decided.reviewer_id == person.id:
                raise HasAStakeError(reference)

    async def refuse_unless_decidable(
        self,
        review: Review,
        by: Person,
        *,
        titles: Collection[str],
        seen: str | None,
        wanted: ReviewStatus,
    ) -> ReviewStatus:
        """Refuse whoever may not decide, or not about what they saw; hold the solution."""
        await self.refuse_unless_asked(review, by, titles=titles)
        await self.hold(review.solution_id)
        before = (await self.refresh(review)).status
        if seen is not None and seen != review.version.revision and wanted in NEXT[before]:
            raise ChangedMeanwhileError(before, wanted)
        if wanted not in NEXT[before]:
            raise MoveNotAllowedError(before, wanted)
        return before

    async def win(
        self, review: Review, wanted: ReviewStatus, *only: ColumnElement[bool], at: datetime
    ) -> bool:
        """Change the status where the table allows it: of two decisions, one still finds that."""
        moved = await self.session.scalar(
            update(Review)
            .where(Review.id == review.id, Review.status.in_(list_sources(wanted)), *only)
            .values(status=wanted, decided_at=at if wanted.is_decided else None)
            .returning(Review.id)
        )
        return moved is not None

    async def move(  # noqa: PLR0913 - a decision has this many parts
        self,
        review_id: int,
        wanted: ReviewStatus,
        *only: ColumnElement[bool],
        by: Person,
        at: datetime,
        comment: str = "",
        seen: str | None = None,
        titles: Collection[str] = (),
    ) -> Review:
        """Move a review and its version on.

        Raises:
            ReviewNotFoundError: If there is no such review.
            NotAReviewerError: If nothing of the review is asked of *by*.
            OwnSolutionError: If the solution is their own.
            HasAStakeError: If they are too close to it, or decided what is appealed against.
            MoveNotAllowedError: If a review cannot go there from here, also because somebody
                else has decided meanwhile, or if *only* does not hold.
            ChangedMeanwhileError: If the solution is not the *seen* revision any more.
        """
        review = await self.get(review_id)
        before = await self.refuse_unless_decidable(
            review, by, titles=titles, seen=seen, wanted=wanted
        )
        if not await self.win(review, wanted, *only, at=at):
            raise MoveNotAllowedError((await self.refresh(review)).status, wanted)
        review.reviewer = await self.session.get_one(PersonRow, by.id)
        if comment:
            author = await self.session.get_one(PersonRow, by.id)
            review.comments.append(make_comment(author, comment, at=at))
        await self.settle(review, at=at)
        action = "review.taken_over" if before is wanted else AUDIT_ACTIONS[wanted]
        self.record(action, review, before, by=by, at=at, comment=comment)
        return review

    async def settle(self, review: Review, *, at: datetime | None = None) -> None:
        """Let the version, and what is live, follow where its review stands."""
        await self.session.flush()
        version, solution = review.version, review.solution
        wanted = LEADS_TO[review.status]
        if version.state is not VersionState.DRAFT or wanted is not VersionState.CHANGES_REQUESTED:
            version.state = wanted
        if review.status.is_decided:
            version.decided_at = at
        if review.status is ReviewStatus.APPROVED:
            version.held_tier = version.held_for = ""
            await self.session.execute(
                update(SolutionVersion)
                .where(SolutionVersion.solution_id == solution.id, SolutionVersion.is_live)
                .values(is_live=False)
            )
            version.is_live = True
            if solution.operation is Operation.IDEA:
                solution.operation = Operation.LIVE
        if at is not None:
            solution.changed_at = at
        await self.session.flush()
        await self.session.refresh(solution)

    def record(  # noqa: PLR0913 - a change has this many parts
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
        after = {
            "review": review.id,
            "version": review.version.number,
            "status": review.status,
            "due_at": review.due_at,
        }
        self._audit.record(
            actor=by,
            action=action,
            subject=review.solution.reference,
            before=before and {"review": review.id, "status": before},
            after=after | ({"comment": comment} if comment else {}),
            at=at,
        )


def stake_of(person_id: BindParameter[int]) -> ColumnElement[bool]:
    """Say in SQL which solutions a person is too close to; see ``list_stakeholders``."""
    made = select(SolutionVersion.id).where(
        SolutionVersion.solution_id == Solution.id, SolutionVersion.made_by_id == person_id
    )
    padded = func.substr(cast(Solution.id + _FIRST_UNPADDED, String), 2)
    reference = "SOL-" + case(
        (Solution.id < _FIRST_UNPADDED, padded), else_=cast(Solution.id, String)
    )
    coached = select(Booking.id).where(
        Booking.mentor_id == person_id,
        Booking.note.icontains(reference),
        Booking.status == BookingStatus.BOOKED,
    )
    took_over = select(AuditRow.id).where(
        AuditRow.subject == reference,
        AuditRow.action == "solution.handed_over",
        AuditRow.actor_id == person_id,
    )
    return (
        (Solution.owner_id == person_id)
        | func.coalesce(Solution.backup_id == person_id, false())
        | func.coalesce(Solution.offered_to_id == person_id, false())
        | made.correlate(Solution).exists()
        | coached.correlate(Solution).exists()
        | took_over.correlate(Solution).exists()
    )


def make_comment(
    author: PersonRow, text: str, *, at: datetime, subject: str = "", reply_to: int | None = None
) -> ReviewComment:
    """Make a comment that nobody has dealt with yet."""
    return ReviewComment(
        author=author, text=text, at=at, subject=subject, reply_to_id=reply_to, settled_at=None
    )
