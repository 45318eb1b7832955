"""Asking for reviews, and passing them from hand to hand."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Integer, Select, bindparam, func, select
from sqlalchemy.orm import aliased

from governance.errors import MoveNotAllowedError, NotAllowedError, NotAReviewerError
from governance.people import Person
from governance.references import MAX_ID
from governance.reviews.steps import StepRequest, asks_of, has_step, make_steps
from governance.reviews.store import ReviewStore, stake_of
from governance.storage.queries import insert_once
from governance.tables import (
    PersonRow,
    Review,
    ReviewStatus,
    ReviewStepRow,
    Role,
    Solution,
    SolutionVersion,
    VersionState,
)


class Reviews:
    """Every review asked for."""

    def __init__(self, store: ReviewStore) -> None:
        """Ask for reviews in *store*."""
        self._store = store
        self._session = store.session

    async def request(  # noqa: PLR0913 - a request has this many parts
        self,
        solution: Solution,
        *,
        role: Role,
        due_at: datetime,
        by: Person,
        at: datetime,
        steps: Sequence[StepRequest] = (),
        is_urgent: bool = False,
    ) -> Review:
        """Ask for a review of the current version of *solution* until *due_at*.

        Somebody with *role* decides, and so does everybody that *steps* name. A solution has one
        open review: asked for again, it is asked of the same people unless others are. Whoever
        asked for changes is asked once more, while their role is.
        """
        held = await self._store.hold(solution.id)
        asked = Review(
            solution=held,
            version_id=held.current.id,
            version=held.current,
            reviewer=None,
            comments=[],
            steps=make_steps(role, due_at, steps),
            role=role,
            status=ReviewStatus.WAITING,
            requested_at=at,
            due_at=due_at,
            is_urgent=is_urgent,
        )
        review, is_new = await insert_once(
            self._session, asked, lambda: self._store.find_open(held)
        )
        if is_new:
            self._store.record("review.requested", review, None, by=by, at=at)
        elif review.role is not role or asks_of(review.steps) != asks_of(
            make_steps(role, due_at, steps)
        ):
            before = review.status
            is_with_maker = before is ReviewStatus.CHANGES_REQUESTED
            if not is_with_maker or review.role is not role:
                review.reviewer = None
            review.role, review.due_at = role, due_at
            review.steps[:] = make_steps(role, due_at, steps)
            if not is_with_maker:
                review.status = ReviewStatus.WAITING
            self._store.record("review.requested_again", review, before, by=by, at=at)
        await self._store.settle(review)
        return review

    async def follow(
        self, solution: Solution, version: SolutionVersion, *, by: Person, at: datetime
    ) -> None:
        """Let the open review of *solution*, if there is one, go on about another *version*.

        What steps had approved was another version, so they are asked anew. A version that needs
        nobody's decision ends the review.
        """
        review = await self._store.find_open(solution)
        if review is None:
            return
        if version.state is VersionState.APPROVED:
            await self.withdraw(solution, by=by, at=at)
            return
        before = review.status
        review.version_id, review.version = version.id, version
        for step in review.steps:
            step.approved_by_id = step.approved_at = None
        if version.state is VersionState.WAITING and review.reviewer is not None:
            version.state = VersionState.IN_REVIEW
        await self._session.flush()
        self._store.record("review.version_changed", review, before, by=by, at=at)

    async def list_open_for(
        self,
        person: Person,
        *,
        titles: Collection[str] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Review, ...]:
        """List what waits for *person*, who holds *titles*, what is due first at the top.

        Only what they may decide is listed: nothing that they have a stake in, that is asked of
        others, or that they have done their part of.
        """
        query = _open_for(is_lead=Role.LEAD in person.roles)
        page = {"limit": MAX_ID if limit is None else limit, "offset": offset}
        return tuple(await self._session.scalars(query, _asker(person, titles) | page))

    async def count_open_for(self, person: Person, *, titles: Collection[str] = ()) -> int:
        """Count what waits for *person*, who holds *titles*."""
        query = select(func.count(Review.id)).join(Solution, Solution.id == Review.solution_id)
        query = query.where(*_waits_for(is_lead=Role.LEAD in person.roles))
        return await self._session.scalar(query, _asker(person, titles)) or 0

    async def list_held_by(self, person: Person) -> tuple[Review, ...]:
        """List the reviews that *person* has, what is due first at the top."""
        query = select(Review).where(
            Review.status == ReviewStatus.IN_REVIEW, Review.reviewer_id == person.id
        )
        return tuple(await self._session.scalars(query.order_by(Review.due_at, Review.id)))

    async def count_open_by_reviewer(self) -> dict[int, int]:
        """Count the open reviews that each reviewer has, by the person's number."""
        query = (
            select(Review.reviewer_id, func.count())
            .where(Review.status == ReviewStatus.IN_REVIEW, Review.reviewer_id.is_not(None))
            .group_by(Review.reviewer_id)
        )
        rows = (await self._session.execute(query)).all()
        return {person: count for person, count in rows if person is not None}

    async def take(
        self,
        review_id: int,
        *,
        by: Person,
        at: datetime,
        instead_of: int | None = None,
        titles: Collection[str] = (),
    ) -> Review:
        """Start to look at a solution; others see who does. See ``_move`` for the refusals.

        *instead_of* is the number of the reviewer it is taken over from: whoever takes a review
        knows who has it, so of two who take the same one at once only the first gets it.
        """
        review = await self._store.get(review_id)
        if review.status is ReviewStatus.IN_REVIEW and review.reviewer_id == by.id:
            return review
        held = Review.reviewer_id.is_not_distinct_from(instead_of)
        return await self._store.move(
            review_id, ReviewStatus.IN_REVIEW, held, by=by, at=at, titles=titles
        )

    async def give_back(self, review_id: int, *, by: Person, at: datetime) -> Review:
        """Leave a review to somebody else.

        Raises:
            ReviewNotFoundError: If there is no such review.
            MoveNotAllowedError: If *by* does not have it.
        """
        review = await self._store.get(review_id)
        await self._store.hold(review.solution_id)
        before = (await self._store.refresh(review)).status
        wanted = ReviewStatus.WAITING
        mine = (Review.status == ReviewStatus.IN_REVIEW, Review.reviewer_id == by.id)
        if not await self._store.win(review, wanted, *mine, at=at):
            raise MoveNotAllowedError(before, wanted)
        review.reviewer = None
        await self._store.settle(review)
        self._store.record("review.given_back", review, before, by=by, at=at)
        return review

    async def delegate(  # noqa: PLR0913 - it takes two people, each with their titles
        self,
        review_id: int,
        *,
        to: Person,
        by: Person,
        at: datetime,
        titles: Collection[str] = (),
        to_titles: Collection[str] = (),
    ) -> Review:
        """Hand a review to somebody else who may decide it; by who has it, or by a lead.

        *titles* are those that *by* holds, *to_titles* those of whom it is given to. Each step
        stays whose it is: whoever is given the case decides what they may decide of it.

        Raises:
            ReviewNotFoundError: If there is no such review.
            NotAReviewerError: If *by* neither has it nor leads, or *to* may not review it.
            OwnSolutionError, HasAStakeError: If one of the two is too close to the solution.
            MoveNotAllowedError: If the review waits for nobody's decision.
        """
        review = await self._store.get(review_id)
        await self._store.hold(review.solution_id)
        await self._store.refresh(review)
        if review.reviewer_id != by.id and Role.LEAD not in by.roles:
            raise NotAReviewerError(review.solution.reference)
        await self._store.refuse_unless_asked(review, by, titles=titles)
        await self._store.refuse_unless_asked(review, to, titles=to_titles)
        before = review.status
        if not before.awaits_reviewer:
            raise MoveNotAllowedError(before, ReviewStatus.IN_REVIEW)
        review.reviewer = await self._session.get_one(PersonRow, to.id)
        review.status = ReviewStatus.IN_REVIEW
        await self._store.settle(review)
        self._store.record("review.delegated", review, before, by=by, at=at, comment=to.reference)
        return review

    async def release(self, solution: Solution, person: Person, *, at: datetime) -> None:
        """Release the open review of *solution* that *person* holds, who owns it from now on."""
        review = await self._store.find_open(solution)
        if review is None or review.reviewer_id != person.id:
            return
        before = review.status
        review.reviewer = None
        if before is ReviewStatus.IN_REVIEW:
            review.status = ReviewStatus.WAITING
        await self._store.settle(review)
        self._store.record("review.given_back", review, before, by=person, at=at)

    async def withdraw(self, solution: Solution, *, by: Person, at: datetime) -> None:
        """Close the open review of a solution that needs none any more, if there is one."""
        await self._store.hold(solution.id)
        review = await self._store.find_open(solution)
        if review is not None:
            before = review.status
            review.status, review.decided_at = ReviewStatus.WITHDRAWN, at
            self._store.record("review.withdrawn", review, before, by=by, at=at)

    async def find_state_without(self, solution: Solution) -> VersionState:
        """Say where the current version of *solution* stands once its open review is closed.

        A rejection that is appealed stands when the appeal is taken back; whoever appealed against
        changes takes the whole back.
        """
        review = await self._store.find_open(solution)
        if review is not None and review.appeal_of_id is not None:
            appealed = await self._store.get(review.appeal_of_id)
            was_rejected = appealed.status is ReviewStatus.REJECTED
            if was_rejected and appealed.version_id == solution.current.id:
                return VersionState.REJECTED
        return VersionState.WITHDRAWN

    async def get(self, review_id: int) -> Review:
        """Look a review up.

        Raises:
            ReviewNotFoundError: If there is none with that number.
        """
        return await self._store.get(review_id)

    async def list_all(self, solution: Solution) -> tuple[Review, ...]:
        """List every review of *solution*, oldest first."""
        query = select(Review).where(Review.solution_id == solution.id)
        return tuple(await self._session.scalars(query.order_by(Review.id)))

    async def find_latest(self, solution: Solution) -> Review | None:
        """Find the newest review of *solution*, open or not."""
        return await self._store.find_latest(solution)

    async def find_latest_of(self, solutions: Collection[Solution]) -> dict[int, Review]:
        """Find the newest review of each of *solutions* that has one, by the solution's number."""
        newest = (
            select(func.max(Review.id))
            .where(Review.solution_id.in_([each.id for each in solutions]))
            .group_by(Review.solution_id)
        )
        found = await self._session.scalars(select(Review).where(Review.id.in_(newest)))
        return {review.solution_id: review for review in found}

    async def list_stakeholders(self, solution: Solution) -> frozenset[int]:
        """Name who is too close to *solution* to decide about it, by their numbers."""
        return await self._store.list_stakeholders(solution)

    async def refuse_unless_asked(
        self, review: Review, person: Person, *, titles: Collection[str]
    ) -> None:
        """Refuse whoever may decide nothing of *review*.

        Raises:
            NotAReviewerError: If nothing of it is asked of *person*, who holds *titles*.
            OwnSolutionError, HasAStakeError: If they are too close to it.
        """
        await self._store.refuse_unless_asked(review, person, titles=titles)

    async def may_decide(self, review: Review, person: Person, *, titles: Collection[str]) -> bool:
        """Tell whether *person*, who holds *titles*, may decide something of *review*."""
        try:
            await self._store.refuse_unless_asked(review, person, titles=titles)
        except NotAllowedError:
            return False
        return True

    async def list_able(
        self, review: Review, people: Iterable[tuple[Person, Collection[str]]]
    ) -> tuple[Person, ...]:
        """List those of *people*, each with their titles, who may approve a step of it now.

        It takes as many queries for many as for one.
        """
        too_close = await self._store.list_stakeholders(review.solution)
        if review.appeal_of_id is not None:
            decided = await self._store.get(review.appeal_of_id)
            too_close |= {decided.reviewer_id or 0}
        return tuple(
            person
            for person, titles in people
            if person.id not in too_close and has_step(review, person, titles)
        )

    async def may_approve(self, review: Review, person: Person, *, titles: Collection[str]) -> bool:
        """Tell whether a step of *review* is *person*'s to approve now."""
        is_theirs = has_step(review, person, titles)
        return is_theirs and await self.may_decide(review, person, titles=titles)


@cache
def _open_for(*, is_lead: bool) -> Select[Review]:
    """Build the query of a page of what waits for somebody, once: building it takes its time."""
    query = select(Review).join(Solution, Solution.id == Review.solution_id)
    query = query.where(*_waits_for(is_lead=is_lead)).order_by(Review.due_at, Review.id)
    return query.limit(bindparam("limit")).offset(bindparam("offset"))


def _asker(person: Person, titles: Collection[str]) -> dict[str, object]:
    return {"person_id": person.id, "roles": list(person.roles), "titles": list(titles)}


def _waits_for(*, is_lead: bool) -> Iterator[ColumnElement[bool]]:
    """Say in SQL which reviews wait for a decision of the person that ``_asker`` names."""
    person_id = bindparam("person_id", type_=Integer)
    yield Review.status.in_([each for each in ReviewStatus if each.awaits_reviewer])
    yield ~stake_of(person_id)
    appealed = select(Review.id).where(Review.reviewer_id == person_id)
    yield Review.appeal_of_id.is_(None) | Review.appeal_of_id.not_in(appealed)
    if is_lead:
        return
    step, earlier = ReviewStepRow, aliased(ReviewStepRow)
    is_first = ~(
        select(earlier.id)
        .where(
            earlier.review_id == step.review_id,
            earlier.approved_at.is_(None),
            earlier.position < step.position,
        )
        .exists()
    )
    asked = select(step.review_id).where(
        step.approved_at.is_(None),
        step.role.in_(bindparam("roles", expanding=True))
        | step.title.in_(bindparam("titles", expanding=True)),
        is_first,
    )
    done = select(step.review_id).where(step.approved_by_id == person_id)
    yield Review.id.in_(asked)
    yield Review.id.not_in(done)
