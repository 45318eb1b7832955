"""What follows beside the tier: a stop, a hold until something is known, the clock, promises."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.policy import (
    NOT_SURE,
    Answers,
    Assessment,
    AssessmentOutcome,
    Policy,
    assess,
    forbidding,
    is_lower,
    is_unsure,
    promises_to,
    review_plan,
    suggest_lower_tiers,
    to_find_out,
)
from tests.governance.policies import HARMLESS, UNHURRIED, answers_to, policies, small


@UNHURRIED
@given(st.data(), policies(forbidding=True))
def test_an_unsure_answer_is_never_better_than_a_definite_one(
    data: st.DataObject, policy: Policy
) -> None:
    """It opens no approval that a definite answer would close, and asks for no less care."""
    before, after = _unsure_and_definite(data, policy)

    if before.is_approvable:
        assert after.is_approvable
    if after.is_approvable:
        assert before.rank >= after.rank


@UNHURRIED
@given(st.data(), policies(forbidding=True))
def test_nobody_is_told_to_stop_for_not_knowing(data: st.DataObject, policy: Policy) -> None:
    """Whoever is told so would be told the same whatever they find out."""
    before, after = _unsure_and_definite(data, policy)

    if not before.tier.allowed:
        assert not after.tier.allowed
    if before.outcome is AssessmentOutcome.STOP:
        assert after.outcome is AssessmentOutcome.STOP


@UNHURRIED
@given(st.data(), policies(forbidding=True))
def test_a_hold_says_what_to_find_out(data: st.DataObject, policy: Policy) -> None:
    """It rests on unsure answers alone, and names them."""
    answers = data.draw(answers_to(policy))
    assessment = assess(policy, answers)
    questions = to_find_out(policy, answers, assessment)

    if assessment.outcome is AssessmentOutcome.ON_HOLD:
        assert questions
        assert all(not each.sure for each in forbidding(policy, assessment))
    assert all(is_unsure(policy, answers, question) for question, _ in questions)
    if all(each.sure for each in assessment.fired):
        assert assessment.outcome is not AssessmentOutcome.ON_HOLD


@UNHURRIED
@given(st.data(), policies(forbidding=True))
def test_what_is_suggested_can_be_approved(data: st.DataObject, policy: Policy) -> None:
    """Out of a stop, a hold or a prohibition as well, and with a design to build."""
    answers = data.draw(answers_to(policy))
    now = assess(policy, answers)
    for lowering in suggest_lower_tiers(policy, answers):
        after = {change.question.id: change.after for change in lowering.changes}
        then = assess(policy, {**answers, **after})

        assert then.is_approvable
        assert then.tier == lowering.tier
        assert is_lower(then, now)
        assert all(change.design for change in lowering.changes)


@UNHURRIED
@given(st.data(), policies(forbidding=True))
def test_one_of_two_assessments_is_lower_or_they_are_alike(
    data: st.DataObject, policy: Policy
) -> None:
    """Care is an order: by tier first, then a stop before a hold before neither."""
    one, other = (assess(policy, data.draw(answers_to(policy))) for _ in range(2))

    assert is_lower(one, other) + is_lower(other, one) + (one.care == other.care) == 1
    if policy.rank(one.tier.id) < policy.rank(other.tier.id):
        assert is_lower(one, other)


def _unsure_and_definite(data: st.DataObject, policy: Policy) -> tuple[Assessment, Assessment]:
    """Assess some answers, and what the unsure ones among them turn out to be."""
    unsure = data.draw(answers_to(policy))
    answered = {id_: each for id_, each in unsure.items() if each != NOT_SURE}
    definite = {**data.draw(answers_to(policy, sure=True)), **answered}
    return assess(policy, unsure), assess(policy, definite)


STOP = {
    "id": "no-fax",
    "clause": "p#c",
    "tier": "limited",
    "stop": True,
    "when": "tool == 'zapier' && 'restricted' in data",
    "because": "?",
}


@pytest.mark.parametrize(
    ("tool", "data", "outcome", "tier"),
    [
        ("zapier", ("restricted",), AssessmentOutcome.STOP, "limited"),
        (NOT_SURE, ("restricted",), AssessmentOutcome.ON_HOLD, "limited"),
        ("zapier", NOT_SURE, AssessmentOutcome.ON_HOLD, "limited"),
        ("power", ("restricted",), AssessmentOutcome.TIER, "minimal"),
        ("zapier", ("public",), AssessmentOutcome.TIER, "minimal"),
        (NOT_SURE, ("public",), AssessmentOutcome.TIER, "minimal"),
    ],
)
def test_data_that_a_tool_may_never_see_is_a_stop(
    tool: str, data: tuple[str, ...] | str, outcome: AssessmentOutcome, tier: str
) -> None:
    """And a hold while it is not known; what has no review still gets one then."""
    assessment = assess(small(rules=[STOP]), {**HARMLESS, "tool": tool, "data": data})

    assert (assessment.outcome, assessment.tier.id) == (outcome, tier)
    assert assessment.is_approvable == (outcome is AssessmentOutcome.TIER)


def test_out_of_a_stop_leads_another_tool_or_less_data() -> None:
    """With the design to build, and what would show it."""
    answers = {**HARMLESS, "tool": "zapier", "data": ("public", "restricted")}
    found = suggest_lower_tiers(small(rules=[STOP]), answers)
    changes = [each.changes[0] for each in found]

    assert [(each.question.id, each.after) for each in changes] == [
        ("data", ("public",)),
        ("tool", "power"),
    ]
    assert {each.design and each.design.to("en") for each in changes} == {"Do less"}
    assert {each.proof for each in changes} == {"test-cases"}


def test_nothing_goes_with_none_of_these() -> None:
    """Whoever ticks both has not answered yet: the worst of it counts."""
    options = [{"id": "a", "label": "A"}, {"id": "none", "label": "None", "exclusive": True}]
    asked = {"id": "any", "kind": "choices", "label": "Any?", "options": options}
    rule = {"id": "r", "clause": "p#c", "tier": "high", "when": "'a' in any", "because": "?"}
    policy = small(rules=[rule], intake=[{"id": "all", "title": "All", "questions": [asked]}])

    assert policy.conditions.domain(policy.questions["any"]) == (("a",), ("none",))
    assert assess(policy, {"any": ("none",)}).fired == ()
    assert [each.sure for each in assess(policy, {"any": ("a", "none")}).fired] == [False]


def test_a_tier_that_is_gone_is_shown_as_it_was_stored() -> None:
    """Whoever has it still sees their page."""
    policy = small()

    assert policy.tier("gold").name.to("th") == "gold"
    assert not policy.has_tier("gold")
    assert policy.rank("gold") > policy.rank("high")


def test_there_is_one_clock_the_shorter_one() -> None:
    """With the rule that shortens it, and a step for each title that a rule asks."""
    hurry = {"id": "r", "clause": "p#c", "tier": "minimal", "when": "since", "because": "?"}
    title = {"id": "hr", "name": "Human Resources", "role": "lead"}
    rules = [
        {**hurry, "id": "high", "tier": "high", "asks": ["hr"]},
        {**hurry, "id": "problem", "working_days": 3},
    ]
    policy = small(rules=rules, titles=[title])
    assessment = assess(policy, {**HARMLESS, "since": "yes"})
    plan = review_plan(policy, assessment)

    assert plan is not None
    assert (plan.working_days, plan.reason and plan.reason.id) == (3, "problem")
    assert [(step.by, step.working_days) for step in plan.steps] == [("reviewer", 3), ("hr", 3)]
    assert review_plan(policy, assess(policy, HARMLESS)) is None


PROMISE = {
    "id": "p",
    "clause": "p#c",
    "says": "No penalty.",
    "when": "since",
    "until": "2027-02-28",
    "unless_stopped": True,
}


@pytest.mark.parametrize(
    ("on", "answers", "said"),
    [
        (date(2027, 2, 28), {"since": "yes"}, True),
        (date(2027, 3, 1), {"since": "yes"}, False),
        (date(2026, 9, 1), {"since": "no"}, False),
        (date(2026, 9, 1), {"since": NOT_SURE}, False),
        (date(2026, 9, 1), {"since": "yes", "tool": "zapier", "data": ("restricted",)}, False),
    ],
)
def test_a_promise_ends_on_its_day_and_never_stands_beside_its_opposite(
    on: date, answers: Answers, *, said: bool
) -> None:
    """It is said to those whom it is for, and to nobody who is told to stop."""
    policy = small(rules=[STOP], promises=[PROMISE])
    told = {**HARMLESS, **answers}

    assert bool(promises_to(policy, told, assess(policy, told), on=on)) == said
