"""Every move that a review may make, where it takes the version, and what the audit calls it."""

from governance.tables import ReviewStatus, VersionState

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

LEADS_TO: dict[ReviewStatus, VersionState] = {
    ReviewStatus.WAITING: VersionState.WAITING,
    ReviewStatus.IN_REVIEW: VersionState.IN_REVIEW,
    ReviewStatus.CHANGES_REQUESTED: VersionState.CHANGES_REQUESTED,
    ReviewStatus.APPROVED: VersionState.APPROVED,
    ReviewStatus.REJECTED: VersionState.REJECTED,
    ReviewStatus.WITHDRAWN: VersionState.WITHDRAWN,
}
"""Where a review's move takes its version."""

AUDIT_ACTIONS: dict[ReviewStatus, str] = {
    ReviewStatus.WAITING: "review.given_back",
    ReviewStatus.IN_REVIEW: "review.taken",
    ReviewStatus.CHANGES_REQUESTED: "review.changes_requested",
    ReviewStatus.APPROVED: "review.approved",
    ReviewStatus.REJECTED: "review.rejected",
    ReviewStatus.WITHDRAWN: "review.withdrawn",
}
"""What an audit entry calls a move to a status, made by somebody who has the review."""


def list_sources(wanted: ReviewStatus) -> list[ReviewStatus]:
    """List the states that a review may come from to be *wanted*."""
    return [here for here, there in NEXT.items() if wanted in there]
