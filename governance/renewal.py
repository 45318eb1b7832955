"""When something approved is to be looked at again, and until when its evidence counts (pure)."""

from calendar import monthrange
from datetime import datetime

from governance.policy import Policy
from governance.tables import SolutionVersion

MONTHS_PER_YEAR = 12


def find_renewal(policy: Policy, version: SolutionVersion) -> datetime | None:
    """Find when an approved *version* is to be looked at again; None where its tier says nothing.

    It is computed from the day of the approval, and stored nowhere.
    """
    if version.decided_at is None or not version.is_live:
        return None
    return add_renewal(policy, version, version.decided_at)


def add_renewal(policy: Policy, version: SolutionVersion, start: datetime) -> datetime | None:
    """Count from *start* the months after which the tier of *version* is looked at again."""
    months = policy.tier(version.effective_tier).re_review_months
    return _add_months(start, months) if months is not None else None


def _add_months(start: datetime, months: int) -> datetime:
    """Count calendar months; where a month has no such day, its last one is meant."""
    years, month = divmod(start.month - 1 + months, MONTHS_PER_YEAR)
    year, month = start.year + years, month + 1
    return start.replace(year=year, month=month, day=min(start.day, monthrange(year, month)[1]))
