"""Appeals: a lead who did not decide looks again at what was decided, or what the rules say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.approvability import is_approvable
from governance.errors import (
    HasAStakeError,
    MoveNotAllowedError,
    NotALeadError,
    NotTheOwnerError,
    ReviewNotFoundError,
)
from governance.people import Person
from governance.policy import Policy
from governance.requirements import Requirements
from governance.reviews.steps import StepRequest, make_steps
from governance.reviews.store import ReviewStore, make_comment
from governance.tables import (
    PersonRow,
    Requirement,
    RequirementKind,
    RequirementState,
    Review,
    ReviewStatus,
    Role,
    Solution,
    VersionState,
)

APPEAL = "appeal"
"""What a comment that appeals is about."""


class AppealKind(StrEnum):
    """What is appealed against."""

    REJECTION = "rejection"
    CHANGES = "changes"
    """Changes were asked for."""
    CONDITIONS = "conditions"
    """It was approved with conditions that are not met yet."""
    RULES = "rules"
    """It may not be approved at all, or not as it is."""


@dataclass(frozen=True, slots=True)
class AppealGround:
    """What somebody may appeal against, and when that was decided."""

    kind: AppealKind
    since: datetime


def find_ground(
    policy: Policy, solution: Solution, review: Review | None, *, has_conditions: bool
) -> AppealGround | None:
    """Find what may be appealed against in the latest *review* of *solution*, once (pure).

    *has_conditions* tells that the current version was approved with conditions that are open.
    What was decided on an appeal is final.
    """
    version = solution.current
    if review is None or review.version_id != version.id or solution.is_retired:
        return None
    was_appealed = any(each.subject == APPEAL for each in review.comments)
    if was_appealed or review.appeal_of_id is not None:
        return None
    asked = [each.at for each in review.comments if each.author_id == review.reviewer_id]
    decided_at = review.decided_at or max(asked, default=review.requested_at)
    is_unapprovable = review.status.awaits_reviewer and not is_approvable(policy, version)
    found = {
        AppealKind.CHANGES: review.status is ReviewStatus.CHANGES_REQUESTED,
        AppealKind.RULES: is_unapprovable,
        AppealKind.REJECTION: version.state is VersionState.REJECTED,
        AppealKind.CONDITIONS: version.state is VersionState.APPROVED and has_conditions,
    }
    kind = next((each for each, holds in found.items() if holds), None)
    since = version.made_at if kind is AppealKind.RULES else decided_at
    return AppealGround(kind, since) if kind is not None else None


class AppealRequests:
    """What makers ask leads to look at again."""

    def __init__(self, store: ReviewStore, requirements: Requirements) -> None:
        """Open reviews in *store*; conditions are among *requirements*."""
        self._store = store
        self._session = store.session
        self._requirements = requirements

    async def find_ground(self, policy: Policy, solution: Solution) -> AppealGround | None:
        """Find what may be appealed against about *solution*."""
        return find_ground(
            policy,
            solution,
            await self._store.find_latest(solution),
            has_conditions=await self._has_conditions(solution),
        )

    async def appeal(  # noqa: PLR0913 - a request has this many parts
        self,
        solution: Solution,
        *,
        policy: Policy,
        reason: str,
        until: datetime,
        due_at: datetime,
        by: Person,
        at: datetime,
    ) -> Review:
        """Ask a lead, who did not decide it, to look again at what was decided.

        *until* is the last moment at which the policy allows an appeal. A rejection, or changes
        that were asked for, are looked at in a review of its own; what the rules forbid, in the
        review that is open, which is the lead's from then on; conditions stay until a lead lifts
        them.

        Raises:
            NotTheOwnerError: If *by* is not the owner.
            MoveNotAllowedError: If there is nothing to appeal against, or it is too late.
        """
        held = await self._store.hold(solution.id)
        if held.owner_id != by.id:
            raise NotTheOwnerError(held.reference)
        decided, ground = await self._store.find_latest(held), await self.find_ground(policy, held)
        if decided is None or ground is None or at > until:
            raise MoveNotAllowedError(held.state, ReviewStatus.WAITING)
        match ground.kind:
            case AppealKind.REJECTION:
                review = await self._open(held, decided, (), due_at=due_at, at=at)
            case AppealKind.CHANGES:
                before = decided.status
                decided.status, decided.decided_at = ReviewStatus.WITHDRAWN, at
                self._store.record("review.withdrawn", decided, before, by=by, at=at)
                await self._session.flush()
                others = [
                    StepRequest(due_at, title=each.title, rule=each.rule)
                    for each in decided.steps
                    if each.title and each.is_open
                ]
                review = await self._open(held, decided, others, due_at=due_at, at=at)
            case AppealKind.RULES:
                review = decided
                review.role, review.reviewer, review.due_at = Role.LEAD, None, due_at
                review.status = ReviewStatus.WAITING
                review.steps[:] = make_steps(Role.LEAD, due_at, ())
            case AppealKind.CONDITIONS:
                review = decided
        author = await self._session.get_one(PersonRow, by.id)
        review.comments.append(make_comment(author, reason, at=at, subject=APPEAL))
        if review.status.is_open:
            await self._store.settle(review)
        await self._session.flush()
        self._store.record("review.appealed", review, None, by=by, at=at, comment=reason)
        return review

    def is_appealed(self, review: Review) -> bool:
        """Tell whether somebody appealed against what *review* decided, without another review."""
        return any(each.subject == APPEAL for each in review.comments)

    async def list_liftable(
        self, review: Review, person: Person, *, at: datetime
    ) -> tuple[Requirement, ...]:
        """List the conditions that *person* may take away: a lead who did not set them."""
        is_asked = Role.LEAD in person.roles and self.is_appealed(review)
        if not is_asked or review.reviewer_id == person.id:
            return ()
        if await self._store.has_stake(review.solution, person):
            return ()
        asked = await self._requirements.list_all(review.version, review.solution, at=at)
        return tuple(each.requirement for each in asked if _is_open_condition(each.requirement))

    async def lift(
        self, review_id: int, requirement_id: int, *, reason: str, by: Person, at: datetime
    ) -> Requirement:
        """Remove a condition of an approval that was appealed against, for a *reason*.

        Raises:
            NotALeadError: If *by* does not lead.
            HasAStakeError: If they set the condition, or are too close to the solution.
            ReviewNotFoundError: If there is no such condition in the review.
            MoveNotAllowedError: If nobody appealed, or the condition is not open any more.
        """
        review = await self._store.get(review_id)
        reference = review.solution.reference
        if Role.LEAD not in by.roles:
            raise NotALeadError(reference)
        await self._store.hold(review.solution_id)
        is_too_close = await self._store.has_stake(review.solution, by)
        if is_too_close or review.reviewer_id == by.id:
            raise HasAStakeError(reference)
        condition = await self._requirements.get(requirement_id)
        if condition is None or condition.version_id != review.version_id:
            raise ReviewNotFoundError(review_id)
        if not self.is_appealed(review) or not _is_open_condition(condition):
            raise MoveNotAllowedError(condition.state, RequirementState.WAIVED)
        await self._requirements.lift(condition, reason, by=by, at=at)
        return condition

    async def _has_conditions(self, solution: Solution) -> bool:
        asked = await self._requirements.list_all(
            solution.current, solution, at=solution.current.made_at
        )
        return any(_is_open_condition(each.requirement) for each in asked)

    async def _open(
        self,
        held: Solution,
        decided: Review,
        others: Sequence[StepRequest],
        *,
        due_at: datetime,
        at: datetime,
    ) -> Review:
        """Open the review of a lead, and of *others*, about the current version."""
        review = Review(
            solution=held,
            version_id=held.current.id,
            version=held.current,
            reviewer=None,
            comments=[],
            steps=make_steps(Role.LEAD, due_at, others),
            role=Role.LEAD,
            status=ReviewStatus.WAITING,
            requested_at=at,
            due_at=due_at,
            is_urgent=False,
            appeal_of_id=decided.id,
        )
        self._session.add(review)
        await self._session.flush()
        return review


def _is_open_condition(requirement: Requirement) -> bool:
    is_condition = requirement.kind is RequirementKind.CONDITION
    return is_condition and requirement.state is RequirementState.OPEN
