"""What a version must fulfil: the demands of its own tier, and of a stricter one that holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.policy import Policy, Tier
from governance.tables import RequirementKind, SolutionVersion, VersionState

DAYS_AFTER_APPROVAL = 14
"""Days in which what an approval at once still asks for is to be done."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a tier asks for: *subject* names an entry of the policy."""

    kind: RequirementKind
    subject: str
    is_before_approval: bool
    due_at: datetime | None = None


_KINDS = {"evidence": RequirementKind.EVIDENCE, "backup": RequirementKind.BACKUP}


def list_demands(policy: Policy, version: SolutionVersion, *, at: datetime) -> tuple[Demand, ...]:
    """List what a *policy* asks for of *version*, each once, before its approval or soon after.

    What a review decides on is due before that, the maker's training too; where the tier asks for
    no review, it comes after, also of a version whose words a person reads first. While a stricter
    tier holds, what that tier demands is due as well.
    """
    tiers = dict.fromkeys((version.effective_tier, version.tier))
    found = (
        demand for each in tiers for demand in _of_tier(policy, policy.tier(each), version, at=at)
    )
    return tuple({(each.kind, each.subject): each for each in found}.values())


def _of_tier(
    policy: Policy, tier: Tier, version: SolutionVersion, *, at: datetime
) -> Iterator[Demand]:
    is_due_before = tier.review is not None or bool(version.held_tier)
    is_reviewed = is_due_before and version.state is not VersionState.APPROVED
    due_at = None if is_reviewed else at + timedelta(days=DAYS_AFTER_APPROVAL)
    shown_by = {each.id: each.shown_by for each in policy.evidence}
    for each in tier.evidence:
        kind = _KINDS.get(shown_by.get(each, "evidence"))
        if kind is not None:
            yield Demand(kind, each, is_reviewed, due_at)
    for each in tier.training:
        yield Demand(RequirementKind.TRAINING, each, is_reviewed, due_at)
