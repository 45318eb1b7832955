"""The starter handbook's policy: what each rule is there for, case by case."""

import json
import re
from collections.abc import Mapping

import pytest
import yaml

from governance.policy import (
    NOT_SURE,
    OTHER_TOOL,
    Answers,
    Localised,
    Policy,
    assess,
    suggest_lower_tiers,
)
from tests.fixtures.handbooks import ROOT

HANDBOOK = ROOT / "knowledge" / "handbook"
QUESTIONS = ROOT / "tests" / "evals" / "questions.jsonl"

HARMLESS: Answers = {
    "name": "Lunch menu summary",
    "purpose": "Reads the canteen's menu and posts three lines to our team.",
    "backup": "",
    "already_running": "no",
    "area": ("none",),
    "observes": ("none",),
    "alone": ("none",),
    "affects_person": "no",
    "human_check": "every",
    "data": ("public", "internal"),
    "personal_data": "no",
    "trains_model": "no",
    "tool": "chatgpt-enterprise",
    "personal_account": "no",
    "users": "up_to_20",
    "outside": "no",
    "messages": "inside",
    "writes_record": "no",
    "critical": "no",
}

SCREENING: Answers = {
    **HARMLESS,
    "name": "CV screening",
    "area": ("people",),
    "affects_person": "yes",
    "personal_data": "yes",
    "cross_border": "no",
    "data": ("confidential",),
}

FIRES: Mapping[str, Answers] = {
    "hiring-and-staff": {"area": ("people",), "affects_person": "no"},
    "affects-a-person": {"affects_person": "yes"},
    "diagnosing-people": {"observes": ("diagnose",)},
    "passwords-and-keys": {"observes": ("secrets",)},
    "somebody-elses-account": {"observes": ("borrow",)},
    "releases-payments": {"alone": ("pay",)},
    "deletes-records": {"alone": ("delete", "pay")},
    "acts-on-the-web-alone": {"alone": ("buy",)},
    "outside-in-vietnam": {"outside": "yes", "in_vietnam": "yes"},
    "personal-account-may-not-see-data": {"personal_account": "yes", "data": ("internal",)},
    "decides-alone-about-people": {
        "area": ("people",),
        "affects_person": "yes",
        "human_check": "samples",
    },
    "money-decisions": {"area": ("money",), "affects_person": "no"},
    "health": {"area": ("health",), "affects_person": "no"},
    "children-and-vulnerable": {"area": ("vulnerable",), "affects_person": "no"},
    "legal-advice": {"area": ("legal",)},
    "watching-people": {"observes": ("recognise",)},
    "scoring-people": {"observes": ("score",)},
    "deceiving-people": {"observes": ("imitate",)},
    "people-outside": {"outside": "yes"},
    "tool-may-not-see-data": {"tool": "make", "data": ("confidential",)},
    "tool-with-approval": {"tool": "zapier", "data": ("confidential",)},
    "personal-account": {"personal_account": "yes"},
    "tool-not-on-the-list": {"tool": OTHER_TOOL, "tool_name": "n8n"},
    "restricted-data": {"tool": "power-platform", "data": ("restricted",)},
    "personal-data": {"personal_data": "yes", "cross_border": "no"},
    "personal-data-abroad": {"personal_data": "yes", "cross_border": "yes"},
    "many-rely-on-it": {"users": "more_than_20"},
    "nobody-checks": {"human_check": "none"},
    "problem-seen": {"already_running": "yes", "problem_seen": "yes"},
    "trained-on-company-data": {"tool": "datarobot", "trains_model": "yes"},
    "sends-outside-alone": {"messages": "outside_alone"},
    "writes-to-record": {"writes_record": "yes"},
    "writes-unchecked": {"writes_record": "yes", "human_check": "samples"},
}
"""For each rule, what to change in the harmless answers so that it fires."""


@pytest.fixture(scope="module")
def starter_policy() -> Policy:
    """Give the policy that the starter handbook ships with."""
    return Policy.model_validate(yaml.safe_load((HANDBOOK / "policy.yaml").read_text("utf-8")))


@pytest.fixture(scope="module")
def headings() -> frozenset[str]:
    """Give the address of every heading of the starter handbook."""
    return frozenset(
        f"{page.stem}#{re.sub(r'[^a-z0-9 -]', '', heading.lower()).replace(' ', '-')}"
        for page in HANDBOOK.glob("*.md")
        for heading in re.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    )


def test_a_harmless_solution_fires_no_rule(starter_policy: Policy) -> None:
    """A lunch menu summary in an approved tool is minimal and approved at once."""
    assessment = assess(starter_policy, HARMLESS)

    assert assessment.fired == ()
    assert assessment.tier.id == "minimal"
    assert assessment.tier.review is None


def test_every_rule_has_a_case_that_fires_it(starter_policy: Policy) -> None:
    """A rule without a case here is a rule that nobody has tried."""
    assert set(FIRES) == {rule.id for rule in starter_policy.rules}


@pytest.mark.parametrize("rule_id", FIRES)
def test_the_case_of_a_rule_fires_it_for_sure(starter_policy: Policy, rule_id: str) -> None:
    """Each rule fires in its case, without doubt, and the tier is at least the rule's."""
    assessment = assess(starter_policy, {**HARMLESS, **FIRES[rule_id]})

    fired = {each.rule.id: each for each in assessment.fired}

    assert fired[rule_id].sure
    assert starter_policy.rank(assessment.tier.id) >= starter_policy.rank(fired[rule_id].rule.tier)


def test_every_clause_is_a_heading_of_a_page(headings: frozenset[str]) -> None:
    """Whatever the policy points at can be opened in the handbook."""
    clauses = set(re.findall(r"clause: (\S+)", (HANDBOOK / "policy.yaml").read_text("utf-8")))

    assert clauses - headings == set()


def test_every_link_between_pages_leads_to_a_heading(headings: frozenset[str]) -> None:
    """Nobody follows a link of the handbook to nowhere."""
    links = {
        f"{target}#{anchor}"
        for page in HANDBOOK.glob("*.md")
        for target, anchor in re.findall(r"\]\(([\w-]+)\.md#([\w-]+)\)", page.read_text("utf-8"))
    }

    assert links - headings == set()


def test_every_question_of_the_evaluation_names_real_clauses(headings: frozenset[str]) -> None:
    """A question set that points at a renamed clause would measure nothing."""
    questions = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]

    assert {clause for each in questions for clause in each["clauses"]} - headings == set()
    assert all(bool(each["clauses"]) == each["answerable"] for each in questions)


def test_every_fact_that_is_asked_matters_to_a_rule(starter_policy: Policy) -> None:
    """The form asks for nothing that changes nothing; texts and people are for readers."""
    conditions = " ".join(rule.when for rule in starter_policy.rules)
    idle = {
        question.id
        for question in starter_policy.questions.values()
        if question.is_fact and not re.search(rf"\b{question.id}\b", conditions)
    }

    assert idle == set()


def test_evidence_and_training_that_tiers_ask_for_exist(starter_policy: Policy) -> None:
    """A tier asks only for what the policy explains, and nothing explained is left unused."""
    asked_evidence = {each for tier in starter_policy.tiers for each in tier.evidence}
    asked_modules = {each for tier in starter_policy.tiers for each in tier.training}

    assert asked_evidence == {each.id for each in starter_policy.evidence}
    assert asked_modules <= {each.id for each in starter_policy.modules}


def test_every_text_people_see_is_in_all_four_languages(starter_policy: Policy) -> None:
    """Nobody meets a form that is half in another language."""
    seen = [
        text
        for entry in (
            *starter_policy.tiers,
            *starter_policy.rules,
            *starter_policy.data_classes,
            *starter_policy.intake,
            *starter_policy.questions.values(),
            *(option for each in starter_policy.questions.values() for option in each.options),
            *starter_policy.evidence,
            *starter_policy.modules,
            *starter_policy.topics,
        )
        for _, text in entry
        if isinstance(text, Localised)
    ]

    assert {frozenset(text.root) for text in seen} == {frozenset({"en", "id", "th", "vi"})}


def test_the_page_and_the_policy_agree_on_which_tool_may_see_what(starter_policy: Policy) -> None:
    """The table that people read gives the same answers as the tools that the rules use."""
    page = (HANDBOOK / "approved-tools.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    written = {name: [cell.split(",")[0] for cell in cells] for name, *cells in rows[1:]}
    words = {
        tool.name: [
            "Yes"
            if each.id in tool.data
            else "With approval"
            if each.id in tool.with_approval
            else "No"
            for each in starter_policy.data_classes
        ]
        for tool in starter_policy.tools
    }

    assert written == words


@pytest.mark.parametrize(
    ("check", "tier"), [("every", "high"), ("samples", "prohibited"), ("none", "prohibited")]
)
def test_screening_applicants_depends_on_who_decides(
    starter_policy: Policy, check: str, tier: str
) -> None:
    """With a person deciding each case it is high; without, nobody builds it."""
    assert assess(starter_policy, {**SCREENING, "human_check": check}).tier.id == tier


@pytest.mark.parametrize("question", ["observes", "area", "data", "tool", "human_check", "users"])
def test_not_sure_is_never_safer_than_the_harmless_answer(
    starter_policy: Policy, question: str
) -> None:
    """Somebody who does not know is helped by a person, and by no lower tier."""
    assert assess(starter_policy, {**HARMLESS, question: NOT_SURE}).tier.id != "minimal"


@pytest.mark.parametrize("account", ["yes", "no"])
def test_customer_data_in_free_chatgpt_is_high(starter_policy: Policy, account: str) -> None:
    """Whether or not the account question is understood, the tool is enough."""
    answers = {
        **HARMLESS,
        "tool": "chatgpt-personal",
        "data": ("confidential",),
        "personal_account": account,
    }

    assessment = assess(starter_policy, answers)

    assert assessment.tier.id == "high"
    assert {each.rule.id for each in assessment.fired} == {
        "tool-may-not-see-data",
        "personal-account",
    }


@pytest.mark.parametrize(
    ("answers", "suggestion", "tier"),
    [
        pytest.param(
            {**SCREENING, "human_check": "none"},
            {"human_check": "every"},
            "high",
            id="screening-that-nobody-checks",
        ),
        pytest.param(
            {**HARMLESS, "tool": "chatgpt-personal"},
            {"tool": "chatgpt-enterprise"},
            "minimal",
            id="a-private-account",
        ),
        pytest.param(
            {**HARMLESS, "messages": "outside_alone"},
            {"messages": "outside_checked"},
            "minimal",
            id="mail-that-sends-itself",
        ),
        pytest.param(
            {**HARMLESS, "alone": ("pay",)}, {"alone": ("none",)}, "minimal", id="payments-alone"
        ),
        pytest.param(
            {**HARMLESS, "tool": "make", "data": ("internal", "restricted")},
            {"data": ("internal",)},
            "minimal",
            id="data-that-the-tool-may-never-see",
        ),
    ],
)
def test_what_would_lower_the_tier_is_a_sensible_design(
    starter_policy: Policy, answers: Answers, suggestion: Answers, tier: str
) -> None:
    """The first suggestion is the one a mentor would make."""
    first = suggest_lower_tiers(starter_policy, answers)[0]

    assert {change.question.id: change.after for change in first.changes} == suggestion
    assert first.tier.id == tier


def test_no_suggestion_hides_what_a_solution_is_for(starter_policy: Policy) -> None:
    """Watching staff stays prohibited however the rest is designed."""
    assert suggest_lower_tiers(starter_policy, {**HARMLESS, "observes": ("watch",)}) == ()
