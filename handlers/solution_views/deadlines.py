"""Until when a case is to be decided, in working days of its maker's office."""

from datetime import datetime

from governance import (
    Policy,
    ReviewTerms,
    Solution,
    add_working_days,
    assess,
    find_office,
    plan_review,
)
from handlers.turn import Desk, Turn


def review_due(turn: Turn, desk: Desk, solution: Solution) -> datetime:
    """Say until when *solution* is to be decided, from this turn on.

    That is the time of the tier that holds, or the shorter one of a rule that fires.
    """
    assessment = assess(desk.policy, solution.answers)
    plan = plan_review(desk.policy, assessment, review_terms(desk.policy, solution.tier))
    return due_in(turn, desk, plan.working_days)


def due_in(turn: Turn, desk: Desk, days: int) -> datetime:
    """Count working days in the office of whoever speaks."""
    return days_after(turn, desk, turn.at, days)


def days_after(turn: Turn, desk: Desk, start: datetime, days: int) -> datetime:
    """Count working days after *start* in the office of whoever speaks."""
    office = find_office(desk.policy, turn.person.zone)
    closed = {holiday.on for holiday in office.holidays}
    return add_working_days(start, days, zone=office.zone, holidays=closed)


def review_terms(policy: Policy, tier_id: str) -> ReviewTerms:
    """Say how a case of a tier is reviewed; one whose tier asks nobody, as the least reviewed is.

    Raises:
        LookupError: If no tier of the policy is reviewed by anybody.
    """
    own = policy.tier(tier_id).review
    terms = own or next((tier.review for tier in policy.tiers if tier.review is not None), None)
    if terms is None:
        raise LookupError("no tier of the policy has a review")
    return terms
