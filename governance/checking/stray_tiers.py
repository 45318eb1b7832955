"""Check: every tier that the register holds is still in the policy."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from governance.checking.finding import Finding, Remark, did_you_mean
from governance.checking.source import read_source
from governance.policy import Policy

MAX_REFERENCES = 5
"""How many solutions a finding names; of more it tells the number."""


def check_tiers(
    path: Path, policy: Policy, solutions: Mapping[str, Sequence[str]]
) -> tuple[Finding, ...]:
    """Find tiers of registered *solutions* that the policy at *path* no longer has.

    Raises:
        PolicyNotFoundError: If there is no such file.
        PolicyInvalidError: If it is not YAML.
    """
    source = read_source(path)
    known = [tier.id for tier in policy.tiers]
    return tuple(
        source.finding(Remark(("tiers",), _message(tier, solutions[tier], known)))
        for tier in sorted(set(solutions) - set(known))
    )


def _message(tier: str, references: Sequence[str], known: Sequence[str]) -> str:
    named = ", ".join(references[:MAX_REFERENCES])
    more = len(references) - MAX_REFERENCES
    named += f" and {more} more" if more > 0 else ""
    verb = "is" if len(references) == 1 else "are"
    return (
        f"{named} {verb} in tier `{tier}`, which is not here any more."
        f"{did_you_mean(tier, known)} Keep the id, and change the name."
    )
