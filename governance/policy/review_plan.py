"""Who decides about an assessed solution, and within how many working days (pure)."""

from dataclasses import dataclass

from governance.policy.assess import Assessment
from governance.policy.entries import ReviewStep, ReviewTerms, Rule
from governance.policy.policy_document import Policy


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """The decisions that a review needs; *reason* is the rule that shortens its time, if any."""

    working_days: int
    steps: tuple[ReviewStep, ...]
    reason: Rule | None = None


def review_plan(policy: Policy, assessment: Assessment) -> ReviewPlan | None:
    """Plan the review that an assessment asks for; None where its tier wants none."""
    terms = assessment.tier.review
    return plan_review(policy, assessment, terms) if terms is not None else None


def plan_review(policy: Policy, assessment: Assessment, terms: ReviewTerms) -> ReviewPlan:
    """Plan a review by the *terms* of the tier that holds, which may be stricter than assessed.

    The tier's own steps come first, then one for each title that a fired rule asks. There is one
    clock: the tier's, or the shorter one of a fired rule.
    """
    hurried = [each.rule for each in assessment.fired if each.rule.working_days is not None]
    reason = min(hurried, key=_days, default=None)
    if reason is not None and _days(reason) >= terms.working_days:
        reason = None
    days = terms.working_days if reason is None else _days(reason)
    own = terms.steps or (ReviewStep(by=terms.by, working_days=terms.working_days),)
    asked = dict.fromkeys(title for each in assessment.fired for title in each.rule.asks)
    known = {title.id for title in policy.titles} - {step.by for step in own}
    more = (
        ReviewStep(by=title, working_days=terms.working_days) for title in asked if title in known
    )
    steps = (
        step.model_copy(update={"working_days": min(step.working_days, days)})
        for step in (*own, *more)
    )
    return ReviewPlan(days, tuple(steps), reason)


def _days(rule: Rule) -> int:
    return rule.working_days or 0
