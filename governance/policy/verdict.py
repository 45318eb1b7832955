"""What the rules say to a question about what is allowed, from what the question names (pure).

What a tool may see is its entry's business. Everything else is what ``assess`` makes of the
answers that the question names, all others being unknown: a rule counts when it fires whatever
they are. Where no rule is sure, there is no ruling.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from governance.policy.assess import Assessment, assess
from governance.policy.entries import OTHER_TOOL, Answer, Answers, DataClass, Rule, Tier, Tool
from governance.policy.mentions import Mentions
from governance.policy.policy_document import Policy


class Outcome(StrEnum):
    """What a ruling comes to."""

    YES = "yes"
    NO = "no"
    CONDITIONS = "conditions"
    """Yes after a review, or it depends on something that the question does not name."""


class Verdict(StrEnum):
    """What a tool may do with a class of data, the freest first."""

    YES = "yes"
    APPROVAL = "approval"
    NO = "no"


@dataclass(frozen=True, slots=True)
class DataAccess:
    """Whether a *tool*, by its name, may see a class of *data*."""

    tool: str
    data: DataClass
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules say, and the clauses that state it.

    *accesses* tell which tool may see which data. *rules* apply, and together they ask for *tier*;
    those under *unless* could forbid it, depending on what the question does not name.
    """

    outcome: Outcome
    clauses: tuple[str, ...]
    accesses: tuple[DataAccess, ...] = ()
    rules: tuple[Rule, ...] = ()
    unless: tuple[Rule, ...] = ()
    tier: Tier | None = None


def rule_on(policy: Policy, names: Mentions) -> Ruling | None:
    """Rule on what a question *names*; None where the rules do not settle it."""
    if not names.is_clear or (names.others and names.tools):
        return None
    if names.others:
        return _on_another_tool(policy, names)
    about = _about_data(policy, names) if names.tools or names.data else None
    if not names.answers:
        return about
    if about and about.outcome is Outcome.NO and names.tools and names.data:
        return about
    return _after(about if names.tools else None, rule_by_acts(policy, names))


def _after(about: Ruling | None, then: Ruling | None) -> Ruling | None:
    """Join what a tool may see with what the rules ask *then*."""
    if about is None or then is None or then.outcome is Outcome.NO:
        return then
    return Ruling(
        outcome=Outcome.CONDITIONS,
        clauses=tuple(dict.fromkeys((*about.clauses, *then.clauses))),
        accesses=about.accesses,
        rules=then.rules,
        unless=then.unless,
        tier=then.tier,
    )


def _about_data(policy: Policy, names: Mentions) -> Ruling | None:
    """Rule on tools and data classes by the tools' own entries; what is not named may be any."""
    tools = [tool for tool in policy.tools if tool.id in names.tools or not names.tools]
    classes = [each for each in policy.data_classes if each.id in names.data or not names.data]
    accesses = [
        access for tool in tools for access in _accesses(tool, classes, mixed=bool(names.data))
    ]
    if not accesses:
        return None
    verdicts = {access.verdict for access in accesses}
    outcome = OUTCOMES[verdicts.pop()] if len(verdicts) == 1 else Outcome.CONDITIONS
    if names.tools:
        clauses = [tool.clause for tool in tools]
    else:
        clauses = [access.data.clause for access in accesses]
    ruling = Ruling(outcome, tuple(dict.fromkeys(clauses)), tuple(accesses))
    return _if_unapproved(policy, tools, ruling)


OUTCOMES = {
    Verdict.YES: Outcome.YES,
    Verdict.APPROVAL: Outcome.CONDITIONS,
    Verdict.NO: Outcome.NO,
}


def _accesses(tool: Tool, classes: Sequence[DataClass], *, mixed: bool) -> list[DataAccess]:
    """Say what *tool* may see of *classes*; of *mixed* ones the worst counts for all."""
    found = [access_of(tool, each) for each in classes]
    if not mixed:
        return found
    order = list(Verdict)
    worst = max((access.verdict for access in found), key=order.index)
    return [access for access in found if access.verdict is worst]


def access_of(tool: Tool, data: DataClass) -> DataAccess:
    """Say what a *tool* may do with a class of *data*, by its own entry."""
    if data.id in tool.data:
        return DataAccess(tool.name, data, Verdict.YES)
    verdict = Verdict.APPROVAL if data.id in tool.with_approval else Verdict.NO
    return DataAccess(tool.name, data, verdict)


def _if_unapproved(policy: Policy, tools: Sequence[Tool], ruling: Ruling) -> Ruling:
    """Add what a single tool that is not approved asks for, where it may see something at all."""
    if len(tools) != 1 or tools[0].approved or ruling.outcome is Outcome.NO:
        return ruling
    then = _apply(policy, _on_tool(policy, tools[0].id))
    return _after(ruling, then) or ruling


def _on_another_tool(policy: Policy, names: Mentions) -> Ruling | None:
    """Rule on a tool that is not on the list, which may see nothing before it is assessed."""
    least = policy.data_classes[0].id
    if names.answers or least in names.data:
        return None  # whether it may be tried out with published data is for the pages to say
    then = rule_on_unlisted(policy)
    if then is None or not names.data:
        return then
    classes = [each for each in policy.data_classes if each.id in names.data]
    accesses = tuple(
        DataAccess(name, each, Verdict.NO) for name in names.others for each in classes
    )
    return Ruling(Outcome.NO, then.clauses, accesses, then.rules)


def rule_on_unlisted(policy: Policy) -> Ruling | None:
    """Rule on any tool that is not on the list, whatever data it sees."""
    return _apply(policy, _on_tool(policy, OTHER_TOOL))


def rule_by_acts(policy: Policy, names: Mentions) -> Ruling | None:
    """Rule by the rules that rest on the answers named, whatever the other answers are."""
    assessed = _assess_answers(policy, "".join(names.tools[:1]), names.data, names.answers)
    ruling = _apply(policy, _sure(policy, assessed, names.answers))
    if ruling is None or ruling.outcome is Outcome.NO:
        return ruling
    might = [each.rule for each in assessed.fired if not each.sure]
    unless = tuple(
        rule
        for rule in _resting_on(policy, might, names.answers)
        if rule.stop or not policy.tier(rule.tier).allowed
    )
    clauses = dict.fromkeys((*ruling.clauses, *(rule.clause for rule in unless)))
    return Ruling(
        ruling.outcome, tuple(clauses), rules=ruling.rules, unless=unless, tier=ruling.tier
    )


def _apply(policy: Policy, rules: Sequence[Rule]) -> Ruling | None:
    """Say what *rules* that apply come to: the highest tier, and the rules that ask for it."""
    rank = max((policy.rank(rule.tier) for rule in rules), default=0)
    tier = policy.tiers[rank]
    stops = tuple(rule for rule in rules if rule.stop)
    if tier.allowed and tier.review is None and not stops:
        return None
    asking = tuple(rule for rule in rules if rule.tier == tier.id)
    if tier.allowed and stops:
        asking = stops
    outcome = Outcome.CONDITIONS if tier.allowed and not stops else Outcome.NO
    clauses = tuple(dict.fromkeys(rule.clause for rule in asking))
    return Ruling(outcome, clauses, rules=asking, tier=tier)


def _assess_answers(
    policy: Policy, tool: str, data: tuple[str, ...], answers: Answers | None = None
) -> Assessment:
    told: dict[str, Answer] = {**(answers or {})}
    if tool:
        told[_id_of(policy, "tool")] = tool
    if data:
        told[_id_of(policy, "data")] = data
    return assess(policy, told)


def _sure(policy: Policy, assessed: Assessment, on: Iterable[str]) -> list[Rule]:
    """List the rules that surely apply and rest *on* one of these answers."""
    return _resting_on(policy, [each.rule for each in assessed.fired if each.sure], on)


def _on_tool(policy: Policy, tool: str) -> list[Rule]:
    """List the rules that surely apply to a *tool*, whatever data it sees."""
    surely = _sure(policy, _assess_answers(policy, tool, ()), {_id_of(policy, "tool")})
    data = _id_of(policy, "data")
    return [rule for rule in surely if data not in policy.conditions.rests_on(rule.when)]


def _resting_on(policy: Policy, rules: Iterable[Rule], answers: Iterable[str]) -> list[Rule]:
    named = frozenset(answers)
    return [rule for rule in rules if named.intersection(policy.conditions.rests_on(rule.when))]


def _id_of(policy: Policy, kind: str) -> str:
    return next((each.id for each in policy.questions.values() if each.kind == kind), "")
