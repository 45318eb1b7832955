"""Every title that somebody is sent to is one that somebody holds."""

from collections.abc import Collection, Iterator

from governance.checking.doubtful import Doubtful
from governance.checking.finding import Remark, did_you_mean
from governance.policy import Policy

ROLES = frozenset({"reviewer", "lead"})
"""Who may decide a step of a review beside the holders of a title."""


def find_remarks(policy: Policy, owners: Collection[str], doubtful: Doubtful) -> Iterator[Remark]:
    """Find titles nobody holds, steps by nobody, and *owners* of pages that are no title."""
    if doubtful.has("titles", "id", "holders", "role", "name", "also_called"):
        return
    known = {title.id for title in policy.titles} | ROLES
    for number, title in enumerate(policy.titles):
        if not title.holders and title.role is None:
            message = f"Nobody holds the title `{title.id}`. Name `holders`, or a `role`."
            yield Remark(("titles", number), message, "warning")
    for rank, tier in enumerate(policy.tiers):
        for step, each in enumerate(tier.review.steps if tier.review else ()):
            if each.by not in known:
                message = f"Tier `{tier.id}`: there is no title `{each.by}`."
                place = ("tiers", rank, "review", "steps", step, "by")
                yield Remark(place, message + did_you_mean(each.by, known))
    if policy.titles:
        yield from _owners(policy, owners)


def _owners(policy: Policy, owners: Collection[str]) -> Iterator[Remark]:
    """Find owners of pages that the policy does not know."""
    for owner in sorted(set(owners)):
        if owner and policy.find_title(owner) is None:
            yield Remark(("titles",), f"“{owner}” owns a page, but is no title.", "warning")
