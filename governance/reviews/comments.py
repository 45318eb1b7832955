"""What is said in a review: about an answer, a requirement or the whole, and ticked off."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from governance.errors import NotAReviewerError, NotTheOwnerError, ReviewNotFoundError
from governance.people import Person
from governance.reviews.steps import is_asked_of
from governance.reviews.store import ReviewStore, make_comment
from governance.tables import PersonRow, Review, ReviewComment, Role, Solution


class Comments:
    """The conversation between maker and reviewer."""

    def __init__(self, store: ReviewStore) -> None:
        """Say things in the reviews of *store*."""
        self._store = store
        self._session = store.session

    async def list_all(self, solution: Solution) -> tuple[ReviewComment, ...]:
        """List what was said in every review of *solution*, oldest first."""
        query = (
            select(ReviewComment)
            .join(Review, Review.id == ReviewComment.review_id)
            .where(Review.solution_id == solution.id)
            .order_by(ReviewComment.id)
        )
        return tuple(await self._session.scalars(query))

    async def add(  # noqa: PLR0913 - a comment has this many parts
        self,
        review_id: int,
        text: str,
        *,
        by: Person,
        at: datetime,
        subject: str = "",
        reply_to: int | None = None,
        titles: Collection[str] = (),
    ) -> ReviewComment:
        """Say something in a review: about an answer, a requirement or the whole.

        Raises:
            ReviewNotFoundError: If there is no such review, or nothing in it to reply to.
            NotAReviewerError: If *by* neither has a part in the solution, as its owner, its backup
                owner, its coach or who built it, nor reviews, and nothing is asked of the *titles*
                that they hold.
        """
        review = await self._store.get(review_id)
        reviews = by.roles & {Role.REVIEWER, Role.LEAD} or is_asked_of(review, by, titles)
        if not reviews and not await self._store.has_stake(review.solution, by):
            raise NotAReviewerError(review.solution.reference)
        if reply_to is not None and all(each.id != reply_to for each in review.comments):
            raise ReviewNotFoundError(review_id)
        author = await self._session.get_one(PersonRow, by.id)
        said = make_comment(author, text, at=at, subject=subject, reply_to=reply_to)
        review.comments.append(said)
        await self._session.flush()
        self._store.record("review.commented", review, review.status, by=by, at=at, comment=text)
        return said

    async def settle(
        self, review_id: int, comment_id: int, *, by: Person, at: datetime
    ) -> ReviewComment:
        """Tick a comment off as dealt with; twice is the same as once.

        Raises:
            ReviewNotFoundError: If there is no such comment in the review.
            NotTheOwnerError: If *by* is neither the owner nor the backup owner.
        """
        review = await self._store.get(review_id)
        if by.id not in {review.solution.owner_id, review.solution.backup_id}:
            raise NotTheOwnerError(review.solution.reference)
        said = next((each for each in review.comments if each.id == comment_id), None)
        if said is None:
            raise ReviewNotFoundError(review_id)
        if said.settled_at is None:
            said.settled_at = at
            await self._session.flush()
            self._store.record("review.comment_settled", review, review.status, by=by, at=at)
        return said
