"""The smallest design changes that would bring a solution into a lower tier."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from governance.policy.assess import Assessment, assess, forbidding, is_lower
from governance.policy.conditions import Value
from governance.policy.entries import (
    Answer,
    Answers,
    Localised,
    Option,
    Proof,
    Question,
    Rule,
    Tier,
    Tool,
)
from governance.policy.policy_document import Policy

MAX_CHANGES = 3
"""A suggestion of more changes than this is another project, not another design."""


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that a different design would make different."""

    question: Question
    before: Answer
    after: Answer

    @property
    def design(self) -> Localised | None:
        """What to build otherwise."""
        return self._source.design

    @property
    def proof(self) -> Proof | None:
        """What would show it."""
        return self._source.proof

    @property
    def _source(self) -> Option | Question:
        """Whichever says how to come to this answer: the option itself, else the question."""
        chosen = (self.after,) if isinstance(self.after, str) else self.after
        options = (each for each in self.question.options if each.id in chosen and each.design)
        return next(options, self.question)

    @property
    def size(self) -> int:
        """Number of options given up; 1 for an answer of one choice."""
        return len(set(self.before) - set(self.after)) if isinstance(self.after, tuple) else 1


@dataclass(frozen=True, slots=True)
class Lowering:
    """Changes that together would bring a solution into a lower tier."""

    changes: tuple[Change, ...]
    tier: Tier


def suggest_lower_tiers(
    policy: Policy, answers: Answers, *, limit: int = 3
) -> tuple[Lowering, ...]:
    """Find the smallest design changes that would bring a lower tier, at most *limit* of them.

    Only questions marked ``changeable`` are touched, only where the maker was sure, and only to
    answers that say what to build otherwise: the suggestion is another design, never another
    description of the same one. It leads to something that can be approved. A change can only
    help by silencing every rule that stands against that, so no other question is tried.
    """
    now = assess(policy, answers)
    blockers = _blockers(policy, now)
    reaches = [frozenset(policy.conditions.rests_on(rule.when)) for rule in blockers]
    questions = [
        question
        for question in policy.questions.values()
        if any(question.id in reach for reach in reaches)
        and _is_open_to_change(policy, answers, question)
    ]
    for size in range(1, MAX_CHANGES + 1):
        groups = (
            group
            for group in combinations(questions, size)
            if all(any(question.id in reach for question in group) for reach in reaches)
        )
        found = [
            each for group in groups for each in _lowerings(policy, answers, now, blockers, group)
        ]
        if found:
            return _smallest(policy, found)[:limit]
    return ()


def tools_instead(policy: Policy, answers: Answers) -> tuple[Tool, ...]:
    """List the approved tools with which no stop would be left that rests on the tool."""
    asked = next((each.id for each in policy.questions.values() if each.kind == "tool"), None)
    stops = [
        each.rule
        for each in assess(policy, answers).fired
        if each.sure and each.rule.stop and asked in policy.conditions.rests_on(each.rule.when)
    ]
    if asked is None or not stops:
        return ()
    return tuple(
        tool
        for tool in policy.tools
        if tool.approved
        and not any(
            True in policy.conditions.outcomes(rule.when, {**answers, asked: tool.id})
            for rule in stops
        )
    )


def _blockers(policy: Policy, now: Assessment) -> list[Rule]:
    """Return the rules that must stop firing: prohibitions, or those demanding the present tier."""
    if not now.is_approvable:
        return [each.rule for each in forbidding(policy, now)]
    return [each.rule for each in now.fired if each.rule.tier == now.tier.id]


def _is_open_to_change(policy: Policy, answers: Answers, question: Question) -> bool:
    """Return whether *question* has a definite answer that a different design could change."""
    sure = policy.conditions.value(question, answers.get(question.id)) is not None
    return question.changeable and sure and policy.conditions.is_asked(question, answers)


def _lowerings(
    policy: Policy,
    answers: Answers,
    now: Assessment,
    blockers: Iterable[Rule],
    group: Sequence[Question],
) -> Iterator[Lowering]:
    """Yield every design that differs in exactly the *group* of questions."""
    alternatives = [tuple(_alternatives(policy, answers, question)) for question in group]
    for changes in product(*alternatives):
        after = {**answers, **{change.question.id: change.after for change in changes}}
        if any(True in policy.conditions.outcomes(rule.when, after) for rule in blockers):
            continue
        then = assess(policy, after)
        if then.is_approvable and is_lower(then, now):
            yield Lowering(changes, then.tier)


def _alternatives(policy: Policy, answers: Answers, question: Question) -> Iterator[Change]:
    """Return the other answers that a different design could give to *question*."""
    now = policy.conditions.value(question, answers[question.id])
    for value in policy.conditions.domain(question):
        if isinstance(value, tuple) and isinstance(now, tuple):
            to_none = any(each.exclusive and (each.id,) == value for each in question.options)
            if not set(value) < set(now) and not to_none:
                continue  # A design can do with less; adding data is no improvement.
        change = Change(question, answers[question.id], _answer(value))
        if value != now and change.design and _may_be_suggested(policy, question, value):
            yield change


def _answer(value: Value) -> Answer:
    """Convert a CEL *value* back to an answer."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def _may_be_suggested(policy: Policy, question: Question, value: Value) -> bool:
    """Return whether the answer avoids unapproved tools."""
    if question.kind != "tool":
        return True
    return any(tool.id == value and tool.approved for tool in policy.tools)


def _smallest(policy: Policy, found: list[Lowering]) -> tuple[Lowering, ...]:
    """Of several changes to the same questions, keep the smallest per tier."""
    found.sort(key=lambda each: (_size(each), policy.rank(each.tier.id)))
    reached: dict[tuple[str, ...], int] = {}
    kept = []
    for lowering in found:
        key = tuple(change.question.id for change in lowering.changes)
        rank = policy.rank(lowering.tier.id)
        if rank < reached.get(key, len(policy.tiers)):
            reached[key] = rank
            kept.append(lowering)
    return tuple(kept)


def _size(lowering: Lowering) -> int:
    return sum(change.size for change in lowering.changes)
