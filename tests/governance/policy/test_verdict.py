"""What the rules say to what a question names: the policy at hand decides, and nothing else."""

from typing import Any

import pytest
import yaml

from governance import Outcome, Policy, Ruling, rule_on
from tests.fixtures.handbooks import STARTER

WRITTEN = (STARTER / "policy.yaml").read_text(encoding="utf-8")


def changed(change: str, to: str) -> Policy:
    """Read the starter's policy with one thing written otherwise."""
    assert WRITTEN.count(change) == 1
    return Policy.model_validate(yaml.safe_load(WRITTEN.replace(change, to)))


def ruling(policy: Policy, question: str) -> Ruling | None:
    """Rule on what a question names."""
    return rule_on(policy, policy.vocabulary.find_mentions(question))


def outcome(policy: Policy, question: str) -> Outcome | None:
    """Say what the rules come to."""
    said = ruling(policy, question)
    return said.outcome if said else None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "to", "question", "before", "after"),
    [
        (
            "lên make]\n    data: [public, internal]",
            "lên make]\n    data: [public, internal, confidential]",
            "customer data in Make",
            Outcome.NO,
            Outcome.YES,
        ),
        (
            "en: [zapier]\n    data: [public, internal]\n    with_approval: [confidential]",
            "en: [zapier]\n    data: [public, internal]",
            "contracts in Zapier",
            Outcome.CONDITIONS,
            Outcome.NO,
        ),
        (
            "    tier: prohibited\n    when: '\"imitate\" in observes'",
            "    tier: high\n    when: '\"imitate\" in observes'",
            "a bot that can pretend to be human",
            Outcome.NO,
            Outcome.CONDITIONS,
        ),
        (
            "    tier: high\n    when: outside",
            "    tier: minimal\n    when: outside",
            "a chatbot for customers",
            Outcome.CONDITIONS,
            None,
        ),
        (
            "      en: [confidential data, ",
            "      en: [confidential data, lunch menus, ",
            "lunch menus in Make",
            Outcome.CONDITIONS,
            Outcome.NO,
        ),
    ],
)
def test_another_policy_rules_otherwise(  # noqa: PLR0913 - a change, and what comes of it
    *,
    policy: Policy,
    change: str,
    to: str,
    question: str,
    before: Outcome | None,
    after: Outcome | None,
) -> None:
    """A tool's classes, a rule's tier, and what data is called."""
    assert outcome(policy, question) is before
    assert outcome(changed(change, to), question) is after


def test_of_mixed_data_the_most_sensitive_class_counts(policy: Policy) -> None:
    """And is the one that is named."""
    said = ruling(policy, "customer names and salaries in ChatGPT Enterprise")

    assert said is not None
    assert said.outcome is Outcome.NO
    assert [(access.tool, access.data.id) for access in said.accesses] == [
        ("ChatGPT Enterprise", "restricted")
    ]
    assert said.clauses == ("approved-tools#chatgpt-enterprise",)


def test_what_is_built_with_a_tool_depends_on_its_data_too(policy: Policy) -> None:
    """What it may see is said beside the rules that apply whatever it sees."""
    said = ruling(policy, "a chatbot for customers in AppSheet")

    assert said is not None
    assert said.outcome is Outcome.CONDITIONS
    assert [access.verdict for access in said.accesses] == ["yes", "yes", "approval", "no"]
    assert [rule.id for rule in said.rules] == ["people-outside"]
    assert outcome(policy, "AppSheet to monitor staff") is Outcome.NO


def test_a_name_that_two_tools_share_is_both(policy: Policy) -> None:
    """It depends on which is meant, unless both may do the same."""
    assert outcome(policy, "customer data in ChatGPT") is Outcome.CONDITIONS
    assert outcome(policy, "salaries in ChatGPT") is Outcome.NO


def test_a_rule_that_rests_on_something_unnamed_is_a_condition(policy: Policy) -> None:
    """Ranking is reviewed, and forbidden where nobody decides the single case."""
    said = ruling(policy, "rank applicants")

    assert said is not None
    assert said.outcome is Outcome.CONDITIONS
    assert [rule.id for rule in said.rules] == ["hiring-and-staff"]
    assert [rule.id for rule in said.unless] == ["decides-alone-about-people"]


@pytest.mark.parametrize(
    "question",
    [
        "a spreadsheet",
        "make a spreadsheet with customer prices",
        "public data in Claude",
        "Claude or Zapier",
    ],
)
def test_what_the_rules_do_not_settle_gets_no_ruling(policy: Policy, question: str) -> None:
    """Nothing named, a tool that the pages speak of, or data that nobody named."""
    assert outcome(policy, question) is None


def test_a_policy_without_other_names_knows_its_tools_by_their_names() -> None:
    """As they are written where the name is one word: to make something is no tool."""
    values: dict[str, Any] = yaml.safe_load(WRITTEN)
    for tool in values["tools"]:
        tool.pop("also_called", None)
    bare = Policy.model_validate(values)

    assert bare.vocabulary.find_mentions("may chatgpt enterprise see it").tools == (
        "chatgpt-enterprise",
    )
    assert bare.vocabulary.find_mentions("may Make see it").tools == ("make",)
    assert bare.vocabulary.find_mentions("may we make it with zapier").tools == ()


@pytest.mark.parametrize(
    "written",
    [
        "Customer E-Mails!",
        "customer's emails",
        "the customer e mail",
        "customer\nemails",
    ],
)
def test_a_name_is_known_however_it_is_written(policy: Policy, written: str) -> None:
    """Case, plural, hyphen and lines do not matter."""
    assert policy.vocabulary.find_mentions(written).data == ("confidential",)


def test_marks_left_off_do_not_hide_a_name(policy: Policy) -> None:
    """Vietnamese is often typed without."""
    assert policy.vocabulary.find_mentions("bang luong").data == ("restricted",)
