"""The tier a solution lands in: the highest that any rule demands, never an average."""

from dataclasses import dataclass

from governance.policy.document import Policy
from governance.policy.entries import Answers, Rule, Tier


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A rule that applies; not *sure* when only because of an answer of "not sure"."""

    rule: Rule
    sure: bool


@dataclass(frozen=True, slots=True)
class Assessment:
    """The tier a solution landed in, and every rule that asked for care."""

    tier: Tier
    fired: tuple[FiredRule, ...]


def assess(policy: Policy, answers: Answers) -> Assessment:
    """Place a solution in the highest tier that any rule could demand of it.

    Because the tier is a maximum over rules, the worst over all that unsure answers could
    be is found rule by rule, over the few answers that each rule rests on.
    """
    results = [(rule, policy.conditions.outcomes(rule.when, answers)) for rule in policy.rules]
    fired = tuple(
        FiredRule(rule, sure=False not in found) for rule, found in results if True in found
    )
    rank = max((policy.rank(each.rule.tier) for each in fired), default=0)
    return Assessment(policy.tiers[rank], fired)
