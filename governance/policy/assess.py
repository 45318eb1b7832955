"""The tier a solution lands in: the highest that any rule demands, never an average.

What may not be built, or not with this tool, is sure or it is on hold: nobody is told to stop for
not knowing, and nothing is approved until it is known.
"""

from dataclasses import dataclass
from enum import StrEnum

from governance.policy.entries import Answers, Question, Rule, Tier
from governance.policy.policy_document import Policy


class AssessmentOutcome(StrEnum):
    """What follows from an assessment beside its tier."""

    TIER = "tier"
    """What its tier says."""
    ON_HOLD = "on_hold"
    """Nothing can be approved until it is known what could forbid it."""
    STOP = "stop"
    """Nothing can be approved as it is: another tool, or another design, comes first."""


CARE_ORDER = (AssessmentOutcome.TIER, AssessmentOutcome.ON_HOLD, AssessmentOutcome.STOP)
"""Outcomes within one tier, least care first."""


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A rule that applies; not *sure* when only because of an answer of "not sure"."""

    rule: Rule
    sure: bool


@dataclass(frozen=True, slots=True)
class Assessment:
    """The tier a solution landed in, every rule that asked for care, and what follows.

    *rank* is the tier's place among the policy's tiers. With an outcome other than ``TIER``, the
    tier is the highest allowed one that a rule asks for, and one that is reviewed.
    """

    tier: Tier
    fired: tuple[FiredRule, ...]
    outcome: AssessmentOutcome = AssessmentOutcome.TIER
    rank: int = 0

    @property
    def is_approvable(self) -> bool:
        """Return whether a review may end with an approval."""
        return self.tier.allowed and self.outcome is AssessmentOutcome.TIER

    @property
    def care(self) -> tuple[int, int]:
        """Order assessments: first by tier, then a stop before a hold before neither."""
        return self.rank, CARE_ORDER.index(self.outcome)


def assess(policy: Policy, answers: Answers) -> Assessment:
    """Place a solution in the highest tier that any rule could demand of it.

    Because the tier is a maximum over rules, the worst over all that unsure answers could
    be is found rule by rule, over the few answers that each rule rests on.
    """
    results = [(rule, policy.conditions.outcomes(rule.when, answers)) for rule in policy.rules]
    fired = tuple(
        FiredRule(rule, sure=False not in found) for rule, found in results if True in found
    )
    outcome = _outcome(policy, fired)
    demanded = [
        policy.rank(each.rule.tier)
        for each in fired
        if each.sure or policy.tier(each.rule.tier).allowed
    ]
    if outcome is not AssessmentOutcome.TIER:
        demanded.append(_least_reviewed(policy))
    rank = max(demanded, default=0)
    return Assessment(policy.tiers[rank], fired, outcome, rank)


def is_lower(one: Assessment, other: Assessment) -> bool:
    """Return whether *one* demands less care than *other*."""
    return one.care < other.care


def forbidding(policy: Policy, assessment: Assessment) -> tuple[FiredRule, ...]:
    """List the fired rules that keep a solution from being approved, or could."""
    return tuple(each for each in assessment.fired if _forbids(policy, each.rule))


def to_find_out(
    policy: Policy, answers: Answers, assessment: Assessment
) -> tuple[tuple[Question, tuple[Rule, ...]], ...]:
    """List the unsure questions behind a hold, each with the rules that it helps to settle."""
    about: dict[str, list[Rule]] = {}
    for rule in (each.rule for each in forbidding(policy, assessment) if not each.sure):
        open_ = [
            question
            for id_ in policy.conditions.rests_on(rule.when)
            if is_unsure(policy, answers, question := policy.questions[id_])
        ]
        alone = [question for question in open_ if _settles(policy, answers, question, rule)]
        for question in alone or open_:
            about.setdefault(question.id, []).append(rule)
    order = (question for question in policy.questions.values() if question.id in about)
    return tuple((question, tuple(about[question.id])) for question in order)


def is_unsure(policy: Policy, answers: Answers, question: Question) -> bool:
    """Return whether *question* is or may be asked and has no definite answer."""
    return (
        question.is_fact
        and policy.conditions.is_asked(question, answers)
        and policy.conditions.value(question, answers.get(question.id)) is None
    )


def _settles(policy: Policy, answers: Answers, question: Question, rule: Rule) -> bool:
    """Return whether some definite answer to *question* would settle *rule* either way."""
    before = policy.conditions.outcomes(rule.when, answers)
    ids = policy.conditions.options(question)
    several = question.takes_several
    return any(
        policy.conditions.outcomes(rule.when, {**answers, question.id: (id_,) if several else id_})
        != before
        for id_ in ids
    )


def _outcome(policy: Policy, fired: tuple[FiredRule, ...]) -> AssessmentOutcome:
    """Say what follows: what is sure comes before what could be."""
    if any(each.sure and each.rule.stop for each in fired):
        return AssessmentOutcome.STOP
    against = [each for each in fired if _forbids(policy, each.rule)]
    if against and not any(each.sure for each in against):
        return AssessmentOutcome.ON_HOLD
    return AssessmentOutcome.TIER


def _forbids(policy: Policy, rule: Rule) -> bool:
    return rule.stop or not policy.tier(rule.tier).allowed


def _least_reviewed(policy: Policy) -> int:
    """Find the least tier that somebody reviews; the least of all where nobody does."""
    reviewed = (rank for rank, tier in enumerate(policy.tiers) if tier.allowed and tier.review)
    return next(reviewed, 0)
