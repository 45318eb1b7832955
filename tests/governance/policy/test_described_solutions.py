"""Described solutions: the tier and rules that their facts lead to, and what their words say."""

import json
from typing import Any

import pytest

from governance.policy import (
    Answer,
    Answers,
    Lowering,
    Policy,
    assess,
    challenges,
    suggest_lower_tiers,
)
from tests.fixtures.handbooks import ROOT
from tests.governance.policy.test_starter_policy import HARMLESS

SOLUTIONS = [
    json.loads(line)
    for line in (ROOT / "tests" / "evals" / "solutions.jsonl").read_text("utf-8").splitlines()
]

FACTS = frozenset(
    {"already_running", "problem_seen", "area", "observes", "affects_person", "personal_data"}
    | {"cross_border", "in_vietnam"}
)
"""What a solution is for, whom it touches and where: no design changes it."""

ORDINARY: Answers = {**HARMLESS, "data": ("internal",), "messages": "none"}
"""What a solution is like where its facts say nothing else."""


def answers_of(each: dict[str, Any]) -> dict[str, Answer]:
    """Give the answers of a solution: its text as its purpose, and its facts."""
    facts = {k: tuple(v) if isinstance(v, list) else v for k, v in each["facts"].items()}
    return {**ORDINARY, **facts, "name": "It", "purpose": each["text"]}


def test_there_are_enough_of_every_kind() -> None:
    """In four languages, with every outcome and every tier, and words against the answers."""
    assert len(SOLUTIONS) >= 45
    assert {each["lang"] for each in SOLUTIONS} == {"en", "id", "th", "vi"}
    assert {each["outcome"] for each in SOLUTIONS} == {"tier", "on_hold", "stop"}
    assert {each["tier"] for each in SOLUTIONS} == {"minimal", "limited", "high", "prohibited"}
    assert {each["lang"] for each in SOLUTIONS if each["challenged"]} == {"en", "id", "th", "vi"}


@pytest.mark.parametrize("each", SOLUTIONS, ids=lambda each: each["text"][:40])
def test_the_rules_lead_where_they_should(policy: Policy, each: dict[str, Any]) -> None:
    """Tier, outcome, and exactly the rules that apply; a "?" where only because of not knowing."""
    assessment = assess(policy, answers_of(each))
    fired = sorted(f"{rule.rule.id}{'' if rule.sure else '?'}" for rule in assessment.fired)

    assert (assessment.tier.id, assessment.outcome.value) == (each["tier"], each["outcome"])
    assert fired == sorted(each["rules"])


@pytest.mark.parametrize("each", SOLUTIONS, ids=lambda each: each["text"][:40])
def test_the_words_contradict_what_they_should(policy: Policy, each: dict[str, Any]) -> None:
    """And nothing else: whoever answered by the facts is asked nothing."""
    found = {challenge.question.id for challenge in challenges(policy, answers_of(each))}

    assert found == set(each["challenged"])


@pytest.mark.parametrize("each", SOLUTIONS, ids=lambda each: each["text"][:40])
def test_no_suggestion_is_another_description(policy: Policy, each: dict[str, Any]) -> None:
    """What would lower a tier is built otherwise, shown by something, and never a changed fact."""
    for lowering in suggest_lower_tiers(policy, answers_of(each)):
        _is_a_design(policy, lowering)


def _is_a_design(policy: Policy, lowering: Lowering) -> None:
    for change in lowering.changes:
        assert change.question.id not in FACTS
        assert change.design is not None
        assert change.proof is not None
        assert set(change.design.root) == {"en", "id", "th", "vi"}
        if isinstance(change.proof, str):
            assert change.proof in {evidence.id for evidence in policy.evidence}


def test_some_suggestions_are_made(policy: Policy) -> None:
    """A test of no suggestions would hold nothing."""
    made = [each for each in SOLUTIONS if suggest_lower_tiers(policy, answers_of(each))]

    assert len(made) >= 15
