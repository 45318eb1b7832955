"""Which promises are said to somebody, on a day (pure)."""

from datetime import date

from governance.policy.assess import Assessment, AssessmentOutcome
from governance.policy.entries import Answers, Promise
from governance.policy.policy_document import Policy


def promises_to(
    policy: Policy, answers: Answers, assessment: Assessment, *, on: date
) -> tuple[Promise, ...]:
    """List what may be promised on a day to whoever gave these answers.

    A promise is said while it lasts, only where it surely applies, and never beside its opposite.
    """
    return tuple(
        each
        for each in _lasting(policy, on)
        if policy.conditions.outcomes(each.when, answers) == {True}
        and not (each.unless_stopped and _is_stopped(assessment))
    )


def promises_at_start(policy: Policy, *, on: date) -> tuple[Promise, ...]:
    """List what is promised on a day before anything is known."""
    return tuple(each for each in _lasting(policy, on) if each.at_start)


def _is_stopped(assessment: Assessment) -> bool:
    return assessment.outcome is AssessmentOutcome.STOP or not assessment.tier.allowed


def _lasting(policy: Policy, on: date) -> tuple[Promise, ...]:
    return tuple(each for each in policy.promises if each.until is None or on <= each.until)
