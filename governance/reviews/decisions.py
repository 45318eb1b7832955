"""Deciding a review: step by step, with what must be true before, and sending back."""

from collections.abc import Collection, Sequence
from datetime import datetime

from governance.approvability import is_approvable
from governance.care import care_unseen
from governance.errors import (
    ChangedMeanwhileError,
    MoveNotAllowedError,
    NotTheOwnerError,
    RequirementsOpenError,
    ReviewNotFoundError,
)
from governance.people import Person
from governance.policy import Policy
from governance.renewal import add_renewal
from governance.requirements import Requirements
from governance.reviews.steps import Condition, add_steps, find_step, list_unasked
from governance.reviews.store import ReviewStore, make_comment
from governance.tables import (
    PersonRow,
    Review,
    ReviewStatus,
    ReviewStepRow,
    Role,
    Solution,
)


class Decisions:
    """What reviewers decide, and what makers do about it."""

    def __init__(self, store: ReviewStore, requirements: Requirements) -> None:
        """Decide about what is in *store*; approving asks *requirements* what is open."""
        self._store = store
        self._session = store.session
        self._requirements = requirements

    async def approve(  # noqa: PLR0913 - a decision has this many parts
        self,
        review_id: int,
        *,
        policy: Policy,
        by: Person,
        at: datetime,
        comment: str = "",
        seen: str | None = None,
        titles: Collection[str] = (),
        conditions: Sequence[Condition] = (),
        override: str = "",
    ) -> Review:
        """Approve the step that is *by*'s to decide, and with the last one the version.

        *policy* is today's: what it forbids is not approved, however it was assessed. *seen* is
        the revision they looked at, *titles* what they hold. *conditions* become requirements with
        a date. A lead may go on although requirements are open, with the reason that *override*
        gives; it stands on the record. Whoever today's *policy* asks and the review does not is
        asked from then on, and no approval is complete without them.

        Raises:
            RequirementsOpenError: If something that the tier that holds demands before approval
                is open.
            ChangedMeanwhileError: If it resembles by now something that asks for more care, which
                holds from then on.
            MoveNotAllowedError: If the version may not be approved at all; nobody overrides that.
            See ``_move`` for the other refusals.
        """
        review = await self._store.get(review_id)
        await self._store.refuse_unless_decidable(
            review, by, titles=titles, seen=seen, wanted=ReviewStatus.APPROVED
        )
        if not is_approvable(policy, review.version):
            raise MoveNotAllowedError(review.status, ReviewStatus.APPROVED)
        await self._refuse_unless_compared(review, policy, by=by, at=at)
        await self._requirements.complete(review.version, policy, by=by, at=at)
        await self._settle_requirements(review, by=by, at=at, override=override)
        for condition in conditions:
            await self._requirements.add_condition(
                review.version, condition.text, due_at=condition.due_at, by=by, at=at
            )
        await self._ask_whom_rules_ask(review, policy, by=by, at=at)
        step = find_step(review, by, titles)
        step.approved_by_id, step.approved_at = by.id, at
        await self._session.flush()
        if any(each.is_open for each in review.steps):
            return await self._note_step(review, step, by=by, at=at, comment=comment)
        if (until := add_renewal(policy, review.version, at)) is not None:
            await self._requirements.limit(review.version, until)
        return await self._store.move(
            review_id,
            ReviewStatus.APPROVED,
            by=by,
            at=at,
            comment=comment,
            seen=seen,
            titles=titles,
        )

    async def ask_for_changes(  # noqa: PLR0913 - a decision has this many parts
        self,
        review_id: int,
        *,
        by: Person,
        at: datetime,
        comment: str,
        seen: str | None = None,
        titles: Collection[str] = (),
    ) -> Review:
        """Ask the maker for changes to the *seen* revision. See ``_move`` for the refusals."""
        wanted = ReviewStatus.CHANGES_REQUESTED
        return await self._store.move(
            review_id, wanted, by=by, at=at, comment=comment, seen=seen, titles=titles
        )

    async def reject(  # noqa: PLR0913 - a decision has this many parts
        self,
        review_id: int,
        *,
        by: Person,
        at: datetime,
        reason: str,
        seen: str | None = None,
        titles: Collection[str] = (),
    ) -> Review:
        """Reject a version, whose *seen* revision they looked at. See ``_move``."""
        wanted = ReviewStatus.REJECTED
        return await self._store.move(
            review_id, wanted, by=by, at=at, comment=reason, seen=seen, titles=titles
        )

    async def send_back(
        self, solution: Solution, *, due_at: datetime, by: Person, at: datetime
    ) -> Review:
        """Give a solution back to the reviewer who asked for changes; a new clock starts.

        What was answered may be a new version, evidence, or words under a comment.

        Raises:
            NotTheOwnerError: If *by* is not the owner.
            ReviewNotFoundError: If it has no open review.
            MoveNotAllowedError: If no changes were asked for.
        """
        held = await self._store.hold(solution.id)
        if held.owner_id != by.id:
            raise NotTheOwnerError(held.reference)
        review = await self._store.find_open(held)
        if review is None:
            raise ReviewNotFoundError(held.reference)
        before, wanted = review.status, ReviewStatus.WAITING
        asked = Review.status == ReviewStatus.CHANGES_REQUESTED
        if not await self._store.win(review, wanted, asked, at=at):
            raise MoveNotAllowedError(before, wanted)
        await self._store.refresh(review)
        review.due_at = due_at
        for step in review.steps:
            step.due_at = due_at
        if review.reviewer is not None:
            review.status = ReviewStatus.IN_REVIEW
        await self._store.settle(review)
        self._store.record("review.sent_back", review, before, by=by, at=at)
        return review

    async def hurry(
        self, solution: Solution, *, reason: str, due_at: datetime, by: Person, at: datetime
    ) -> Review:
        """Ask for an earlier decision, once, with the *reason* that the reviewer reads.

        Raises:
            NotTheOwnerError: If *by* is not the owner.
            MoveNotAllowedError: If nobody is about to decide, or it is urgent already.
        """
        held = await self._store.hold(solution.id)
        if held.owner_id != by.id:
            raise NotTheOwnerError(held.reference)
        review = await self._store.find_open(held)
        if review is None or not review.status.awaits_reviewer or review.is_urgent:
            raise MoveNotAllowedError(held.state, ReviewStatus.WAITING)
        review.is_urgent, review.due_at = True, min(review.due_at, due_at)
        for step in review.steps:
            step.due_at = min(step.due_at, review.due_at)
        author = await self._session.get_one(PersonRow, by.id)
        review.comments.append(make_comment(author, reason, at=at))
        await self._session.flush()
        self._store.record("review.hurried", review, review.status, by=by, at=at, comment=reason)
        return review

    async def _refuse_unless_compared(
        self, review: Review, policy: Policy, *, by: Person, at: datetime
    ) -> None:
        """Hold a version to what it has come to resemble, so that somebody sees both first."""
        version, solution = review.version, review.solution
        care = await care_unseen(self._session, policy, version, solution)
        if care is None:
            return
        version.held_tier, version.held_for = care.tier, care.where
        await self._session.flush()
        self._store.record("review.held", review, review.status, by=by, at=at, comment=care.where)
        raise ChangedMeanwhileError(review.status, ReviewStatus.APPROVED)

    async def _ask_whom_rules_ask(
        self, review: Review, policy: Policy, *, by: Person, at: datetime
    ) -> None:
        """Ask, too, whoever today's *policy* asks and the review does not."""
        unasked = list_unasked(policy, review)
        if not unasked:
            return
        add_steps(review, unasked)
        await self._session.flush()
        names = ", ".join(each.title or str(each.role) for each in unasked)
        self._store.record("review.steps_added", review, review.status, by=by, at=at, comment=names)

    async def _settle_requirements(
        self, review: Review, *, by: Person, at: datetime, override: str
    ) -> None:
        """Refuse an approval while something due before it is open, unless a lead says why not."""
        pending = await self._requirements.list_pending(review.version, review.solution, at=at)
        if not pending:
            return
        if not override or Role.LEAD not in by.roles:
            raise RequirementsOpenError(
                review.solution.reference, [(each.kind, each.subject) for each in pending]
            )
        for requirement in pending:
            await self._requirements.waive(requirement, override, by=by, at=at)
        self._store.record(
            "review.overridden", review, review.status, by=by, at=at, comment=override
        )

    async def _note_step(
        self, review: Review, step: ReviewStepRow, *, by: Person, at: datetime, comment: str
    ) -> Review:
        """Keep a review going after one of several steps was approved."""
        before = review.status
        if comment:
            author = await self._session.get_one(PersonRow, by.id)
            review.comments.append(make_comment(author, comment, at=at))
        if before is ReviewStatus.WAITING:
            review.status = ReviewStatus.IN_REVIEW
        await self._store.settle(review, at=at)
        named = step.title or str(step.role)
        self._store.record(
            f"review.step_approved.{named}", review, before, by=by, at=at, comment=comment
        )
        return review
