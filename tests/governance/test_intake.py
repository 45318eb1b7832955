"""Which questions of the registration form are asked, and which answers are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.intake import list_choices, list_steps, prune_answers
from governance.policy import NOT_SURE, Answers, Policy, assess
from tests.governance.policies import HARMLESS, UNHURRIED, answers_to, policies, small


def test_only_questions_that_are_called_for_are_asked() -> None:
    """Office work is not asked who decides about people."""
    policy = small()
    asked = [question.id for step in list_steps(policy, HARMLESS) for question in step.questions]

    assert "human_decides" not in asked
    assert len(asked) == len(policy.questions) - 1


def test_a_question_is_asked_when_the_answer_before_is_not_sure() -> None:
    """Somebody who does not know is asked rather than spared."""
    unsure = {**HARMLESS, "use": NOT_SURE}
    last = list_steps(small(), unsure)[-1]

    assert [question.id for question in last.questions] == ["human_decides", "since", "note"]


def test_a_step_without_questions_is_left_out() -> None:
    """Nobody turns a page to find it empty."""
    about = small().intake[0].model_dump()
    why = {"id": "why", "kind": "text", "label": "Why", "ask_when": "public"}
    public = {"id": "public", "kind": "yes_no", "label": "Public"}
    policy = small(
        intake=[
            about,
            {"id": "who", "title": "Who", "questions": [public]},
            {"id": "why", "title": "Why", "questions": [why]},
        ]
    )

    assert [each.step.id for each in list_steps(policy, {"public": "no"})] == ["about", "who"]
    assert [each.step.id for each in list_steps(policy, {"public": "yes"})] == [
        "about",
        "who",
        "why",
    ]


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("public", ["yes", "no"]),
        ("tool", ["power", "zapier", "other"]),
        ("data", ["public", "internal", "restricted"]),
        ("use", ["hiring", "office"]),
        ("name", []),
    ],
)
def test_a_question_offers_what_its_kind_offers(id_: str, expected: list[str]) -> None:
    """What a form shows is what conditions know, without "not sure"."""
    policy = small()

    assert [choice for choice, _ in list_choices(policy, policy.questions[id_])] == expected


def test_a_choice_that_every_policy_has_is_for_whoever_asks_to_word() -> None:
    """The languages of the catalogues are not known here."""
    policy = small()

    assert dict(list_choices(policy, policy.questions["public"])) == {"yes": None, "no": None}


def test_answers_that_are_no_use_any_more_are_left_out() -> None:
    """A draft from before the policy changed is asked only what it must be asked again."""
    stale: Answers = {**HARMLESS, "human_decides": "no", "gone": "yes", "tool": "fax"}
    kept = prune_answers(small(), stale)

    assert kept == {id_: answer for id_, answer in HARMLESS.items() if id_ != "tool"}


def test_not_sure_and_nothing_are_kept() -> None:
    """An honest answer is not lost, nor is a question that was left out."""
    answers: Answers = {**HARMLESS, "public": NOT_SURE, "data": (NOT_SURE,), "backup": ""}

    assert prune_answers(small(), answers) == answers


def test_what_waits_for_another_answer_of_its_step_is_kept() -> None:
    """It counts towards the tier as long as it may be asked."""
    policy = small()
    [(deciding, waiting)] = [
        (policy.conditions.rests_on(each.ask_when), each.id)
        for each in policy.questions.values()
        if each.ask_when
    ][:1]
    answers: Answers = {
        id_: answer
        for id_, answer in {**HARMLESS, waiting: NOT_SURE}.items()
        if id_ not in deciding
    }

    assert prune_answers(policy, answers) == answers


@UNHURRIED
@given(st.data(), policies())
def test_pruning_changes_neither_the_tier_nor_the_form(data: st.DataObject, policy: Policy) -> None:
    """What is left out made no difference; leaving out again leaves out nothing."""
    answers = data.draw(answers_to(policy))
    kept = prune_answers(policy, answers)

    assert assess(policy, kept) == assess(policy, answers)
    assert list_steps(policy, kept) == list_steps(policy, answers)
    assert prune_answers(policy, kept) == kept
