"""The tier a solution lands in, and what would lower it."""

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.policy import (
    NOT_SURE,
    Change,
    Localised,
    Policy,
    Rule,
    assess,
    suggest_lower_tiers,
)
from tests.fixtures.handbooks import ROOT
from tests.governance.policies import HARMLESS, UNHURRIED, answers_to, conditions, policies, small

SCHEMA = ROOT / "docs" / "policy.schema.json"


def test_a_harmless_solution_is_in_the_least_tier() -> None:
    """Silence of every rule means the least tier."""
    assessment = assess(small(), HARMLESS)

    assert assessment.tier.id == "minimal"
    assert assessment.fired == ()


def test_the_strictest_rule_wins() -> None:
    """A solution caught by several rules lands in the highest tier among them."""
    assessment = assess(small(), {**HARMLESS, "public": "yes", "data": ("restricted",)})

    assert assessment.tier.id == "high"
    assert [fired.rule.id for fired in assessment.fired] == ["restricted-data", "public"]


def test_not_sure_counts_as_the_worst_it_could_be() -> None:
    """Somebody who does not know is told so, and gets the care of the worst case."""
    assessment = assess(small(), {**HARMLESS, "public": NOT_SURE})

    assert assessment.tier.id == "limited"
    assert [(fired.rule.id, fired.sure) for fired in assessment.fired] == [("public", False)]


def test_a_rule_that_fires_either_way_is_sure() -> None:
    """An unsure answer beside the point does not make a rule unsure."""
    policy = small()
    unsure = {**HARMLESS, "data": ("restricted",), "use": NOT_SURE}
    fired = {each.rule.id: each.sure for each in assess(policy, unsure).fired}

    assert fired == {"hiring": False, "restricted-data": True}


def test_an_answer_the_policy_no_longer_offers_counts_as_not_sure() -> None:
    """A tool that was taken off the list does not slip through on its old name."""
    policy = small()

    assert assess(policy, {**HARMLESS, "tool": "gone"}) == assess(
        policy, {**HARMLESS, "tool": NOT_SURE}
    )


def test_an_old_answer_to_a_question_that_is_not_asked_is_not_looked_at() -> None:
    """Whoever says "office work" is not held to what they said about hiring before."""
    rule = {"id": "r", "clause": "p#c", "tier": "high", "when": "human_decides", "because": "?"}
    policy = small(rules=[rule])
    before = {**HARMLESS, "use": "hiring", "human_decides": "yes"}

    assert assess(policy, before).tier.id == "high"
    assert assess(policy, {**before, "use": "office"}).tier.id == "minimal"


def test_the_order_of_ticks_does_not_matter() -> None:
    """Several answers are a set, however a channel or the database hands them over."""
    policy = small()
    ticked = ("restricted", "public")

    assert assess(policy, {**HARMLESS, "data": ticked}) == assess(
        policy, {**HARMLESS, "data": ticked[::-1]}
    )


def test_a_condition_that_breaks_counts_as_true() -> None:
    """What cannot be told is taken on the careful side."""
    rule = Rule.model_validate(
        {"id": "r", "clause": "p#c", "tier": "high", "when": "tools[use].approved", "because": "?"}
    )

    assert assess(small(rules=[rule]), HARMLESS).tier.id == "high"


@pytest.mark.parametrize(
    ("locale", "expected"), [("id", "Ya"), ("id-ID", "Ya"), ("th", "Yes"), ("en", "Yes")]
)
def test_a_text_is_said_in_the_nearest_language(locale: str, expected: str) -> None:
    """A language the policy lacks falls back to English."""
    assert Localised({"en": "Yes", "id": "Ya"}).to(locale) == expected


def test_a_plain_text_is_english() -> None:
    """A policy in one language needs no language marks."""
    assert Localised.model_validate("Yes").root == {"en": "Yes"}


def test_less_data_or_another_tool_would_lower() -> None:
    """Each suggestion is one design change that is enough by itself, the smallest first."""
    answers = {**HARMLESS, "data": ("public", "internal"), "tool": "zapier"}
    found = suggest_lower_tiers(small(), answers)

    assert [(each.changes[0].question.id, each.changes[0].after) for each in found] == [
        ("data", ("public",)),
        ("tool", "power"),
    ]
    assert [each.tier.id for each in found] == ["minimal", "limited"]


def test_data_is_dropped_no_further_than_it_helps() -> None:
    """Giving up more is suggested only where it brings a still lower tier."""
    answers = {**HARMLESS, "data": ("public", "internal", "restricted")}
    found = suggest_lower_tiers(small(), answers)

    assert [(each.changes[0].after, each.tier.id) for each in found] == [
        (("public", "internal"), "limited"),
        (("public",), "minimal"),
    ]


def test_two_changes_are_suggested_when_one_is_not_enough() -> None:
    """Rules that fire for different reasons are silenced together."""
    answers = {
        **HARMLESS,
        "use": "hiring",
        "human_decides": "no",
        "data": ("public", "restricted"),
    }
    found = suggest_lower_tiers(small(), answers)

    assert [[change.question.id for change in each.changes] for each in found] == [
        ["data", "human_decides"]
    ]


def test_what_it_is_for_is_never_changed() -> None:
    """A fact that is no design choice is not suggested away."""
    answers = {**HARMLESS, "use": "hiring", "human_decides": NOT_SURE}

    assert suggest_lower_tiers(small(), answers) == ()


def test_nothing_lowers_the_least_tier() -> None:
    """There is nothing below the least tier."""
    assert suggest_lower_tiers(small(), HARMLESS) == ()


def test_out_of_the_frying_pan_is_not_suggested() -> None:
    """A change that silences one rule and wakes another of the same tier lowers nothing."""
    rules = [
        {"id": id_, "clause": "p#c", "tier": "high", "because": "?", "when": f"tool == '{id_}'"}
        for id_ in ("power", "zapier")
    ]

    assert suggest_lower_tiers(small(rules=rules), HARMLESS) == ()


def test_a_tool_that_is_not_approved_is_never_suggested() -> None:
    """A lower tier is no reason to leave the approved tools."""
    tools = [
        {"id": "power", "name": "P", "clause": "p#c", "data": ["public"]},
        {"id": "rogue", "name": "R", "clause": "p#c", "approved": False, "data": ["restricted"]},
    ]
    rule = {"id": "r", "clause": "p#c", "tier": "high", "because": "?", "when": "tool == 'power'"}

    assert suggest_lower_tiers(small(tools=tools, rules=[rule]), HARMLESS) == ()


@UNHURRIED
@given(st.data(), policies())
def test_the_tier_is_the_highest_of_its_rules(data: st.DataObject, policy: Policy) -> None:
    """Never an average, never a sum."""
    assessment = assess(policy, data.draw(answers_to(policy)))
    demanded = [policy.rank(fired.rule.tier) for fired in assessment.fired]

    assert policy.rank(assessment.tier.id) == max(demanded, default=0)


@pytest.mark.slow
@UNHURRIED
@given(st.data(), policies())
def test_one_more_rule_never_gives_a_lower_tier(data: st.DataObject, policy: Policy) -> None:
    """A policy can only become stricter by a rule."""
    answers = data.draw(answers_to(policy))
    questions = [question.model_dump() for question in policy.questions.values()]
    more = Rule(
        id="more",
        clause="p#c",
        tier=data.draw(st.sampled_from(["minimal", "limited", "high"])),
        when=data.draw(conditions(questions)),
        because=Localised({"en": "?"}),
    )
    stricter = policy.model_copy(update={"rules": (*policy.rules, more)})
    before, after = assess(policy, answers), assess(stricter, answers)

    assert policy.rank(after.tier.id) >= policy.rank(before.tier.id)


@UNHURRIED
@given(st.data(), policies())
def test_more_fired_rules_never_give_a_lower_tier(data: st.DataObject, policy: Policy) -> None:
    """A fact that fires one more rule cannot make a solution look safer."""
    one, other = (assess(policy, data.draw(answers_to(policy))) for _ in range(2))
    ids = [{fired.rule.id for fired in each.fired} for each in (one, other)]

    assert not ids[0] <= ids[1] or policy.rank(one.tier.id) <= policy.rank(other.tier.id)


@UNHURRIED
@given(st.data(), policies())
def test_an_unsure_answer_never_gives_a_lower_tier(data: st.DataObject, policy: Policy) -> None:
    """Whatever the unsure answers turn out to be, gates included, nothing worse comes out."""
    unsure = data.draw(answers_to(policy))
    answered = {id_: each for id_, each in unsure.items() if each != NOT_SURE}
    definite = {**data.draw(answers_to(policy, sure=True)), **answered}
    before, after = assess(policy, unsure), assess(policy, definite)

    assert policy.rank(before.tier.id) >= policy.rank(after.tier.id)
    assert {fired.rule.id for fired in after.fired} <= {fired.rule.id for fired in before.fired}
    assert {fired.rule.id for fired in before.fired if fired.sure} <= {
        fired.rule.id for fired in after.fired
    }


@UNHURRIED
@given(st.data(), policies())
def test_sure_answers_leave_nothing_unsure(data: st.DataObject, policy: Policy) -> None:
    """Only an answer of "not sure" can make a rule unsure."""
    assert all(
        fired.sure for fired in assess(policy, data.draw(answers_to(policy, sure=True))).fired
    )


@UNHURRIED
@given(st.data(), policies())
def test_every_suggestion_really_lowers(data: st.DataObject, policy: Policy) -> None:
    """Whoever builds what is suggested lands in the tier that was promised, and lower."""
    answers = data.draw(answers_to(policy))
    now = assess(policy, answers).tier
    for lowering in suggest_lower_tiers(policy, answers):
        after = {change.question.id: change.after for change in lowering.changes}

        assert assess(policy, {**answers, **after}).tier == lowering.tier
        assert policy.rank(lowering.tier.id) < policy.rank(now.id)


@UNHURRIED
@given(st.data(), policies())
def test_only_sure_and_changeable_answers_are_changed(data: st.DataObject, policy: Policy) -> None:
    """A suggestion is another design: it never adds data, hides a fact or guesses one."""
    answers = data.draw(answers_to(policy))
    for change in (c for each in suggest_lower_tiers(policy, answers) for c in each.changes):
        assert change.question.changeable
        assert change.before == answers[change.question.id] != NOT_SURE
        assert change.after != NOT_SURE
        if isinstance(change.after, tuple):
            assert set(change.after) < set(change.before)


@pytest.mark.slow
@UNHURRIED
@given(st.data(), policies())
def test_no_part_of_a_suggestion_would_do(data: st.DataObject, policy: Policy) -> None:
    """Every change in a suggestion is needed, and none drops more than it must."""
    answers = data.draw(answers_to(policy))
    rank = policy.rank(assess(policy, answers).tier.id)
    for lowering in suggest_lower_tiers(policy, answers):
        for size in range(len(lowering.changes)):
            for part in combinations(lowering.changes, size):
                after = {change.question.id: change.after for change in part}

                assert policy.rank(assess(policy, {**answers, **after}).tier.id) == rank
        for number, change in enumerate(lowering.changes):
            for milder in _milder(change):
                others = (*lowering.changes[:number], milder, *lowering.changes[number + 1 :])
                after = {each.question.id: each.after for each in others}
                assert policy.rank(assess(policy, {**answers, **after}).tier.id) > policy.rank(
                    lowering.tier.id
                )


def _milder(change: Change) -> list[Change]:
    """List the changes that would drop less."""
    if not isinstance(change.after, tuple):
        return []
    dropped = set(change.before) - set(change.after)
    return [
        Change(change.question, change.before, (*change.after, *kept))
        for size in range(1, len(dropped))
        for kept in combinations(sorted(dropped), size)
    ]


def test_the_published_schema_is_current() -> None:
    """What editors complete ``policy.yaml`` with is what the assistant reads."""
    current = json.dumps(Policy.model_json_schema(), indent=2, ensure_ascii=False) + "\n"

    assert SCHEMA.read_text() == current, f"Write what Policy.model_json_schema() says to {SCHEMA}"
