"""Whether a version may be approved at all, whoever asks and whatever is handed in (pure)."""

from governance.policy import AssessmentOutcome, Policy, assess
from governance.tables import SolutionVersion


def is_approvable(policy: Policy, version: SolutionVersion) -> bool:
    """Tell whether *version* may be approved, by its stored assessment and by today's *policy*.

    The stricter of the two counts: what was prohibited when it was registered stays so until it is
    assessed anew, and an assessment that was made before a rule came, or before outcomes were
    stored at all, is held against the rules of today. A tier that is gone from
    the policy forbids nothing by itself. A stricter tier that holds until somebody decides keeps
    nobody from deciding.
    """
    was_allowed = policy.tier(version.tier).allowed
    had_obstacle = version.outcome != AssessmentOutcome.TIER
    return was_allowed and not had_obstacle and assess(policy, version.answers).is_approvable
