"""Policies to test with: a small one as somebody would write it, and any that could be written."""

from typing import Any

import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from governance.policy import NOT_SURE, Answer, Answers, Policy, Question, assess
from governance.registration import Registration

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no counterexample."""

SMALL = """\
version: "1.0"
effective: 2026-01-01
tiers:
  - id: minimal
    name: Minimal
    means: Build it.
    clause: tiers#minimal
  - id: limited
    name: Limited
    means: A reviewer looks.
    clause: tiers#limited
    review: {by: reviewer, working_days: 3}
    evidence: [test-cases]
  - id: high
    name: High
    means: A reviewer looks closely.
    clause: tiers#high
    review: {by: reviewer, working_days: 10}
    evidence: [test-cases]
    training: [basics]
    re_review_months: 6
rules:
  - id: hiring
    clause: uses#hiring
    tier: high
    when: use == "hiring" && !human_decides
    because: It decides who is hired.
  - id: restricted-data
    clause: data#restricted
    tier: high
    when: '"restricted" in data'
    because: It sees restricted data.
  - id: internal-data
    clause: data#internal
    tier: limited
    when: '"internal" in data && !public'
    because: It sees internal data.
  - id: public
    clause: uses#public
    tier: limited
    when: public
    because: People outside the company talk to it.
  - id: tool-not-for-data
    clause: tools#data
    tier: high
    when: data.exists(d, !(d in tools[tool].data))
    because: The tool may not see that data.
data_classes:
  - {id: public, name: Public, means: On the web site., clause: data#public}
  - {id: internal, name: Internal, means: For us., clause: data#internal}
  - {id: restricted, name: Restricted, means: For a few., clause: data#restricted}
tools:
  - {id: power, name: Power Platform, clause: tools#power, data: [public, internal, restricted]}
  - {id: zapier, name: Zapier, clause: tools#zapier, data: [public], with_approval: [internal]}
intake:
  - id: about
    title: About it
    questions:
      - {id: name, kind: text, label: Name}
      - {id: purpose, kind: text, label: Purpose, multiline: true}
      - {id: backup, kind: person, label: Who else looks after it, required: false}
  - id: facts
    title: What it does
    questions:
      - id: use
        kind: choice
        label: What for?
        options:
          - {id: hiring, label: Hiring}
          - {id: office, label: Office work}
      - {id: data, kind: data, label: Which data, changeable: true, design: Do less, proof: test-cases}
      - {id: public, kind: yes_no, label: Do others talk to it, changeable: true, design: Do less, proof: test-cases}
      - {id: tool, kind: tool, label: Which tool, changeable: true, design: Do less, proof: test-cases}
  - id: people
    title: Who decides
    questions:
      - id: human_decides
        kind: yes_no
        label: Does a person decide?
        <<: {changeable: true, design: Let a person decide, proof: test-cases}
        ask_when: use == "hiring"
      - {id: since, kind: yes_no, label: Is it in use, informs: true}
      - {id: note, kind: text, label: Anything else, required: false}
evidence:
  - {id: test-cases, name: Test cases, how: Show ten., clause: quality#cases}
modules:
  - {id: basics, name: B, about: What AI can do., clause: training#basics, week: 1, minutes: 60}
topics:
  - {id: prompts, name: Prompts, clause: mentors#topics}
offices:
  - id: jakarta
    name: Jakarta
    zone: Asia/Jakarta
    holidays: [{on: 2026-03-03, name: A day off}]
  - {id: singapore, name: Singapore, zone: Asia/Singapore}
"""  # noqa: E501 - a question of the form is one line

_WRITTEN: dict[str, Any] = yaml.safe_load(SMALL.replace("{on:", "{'on':"))

CLAUSES = frozenset(
    clause
    for page, headings in {
        "tiers": ["minimal", "limited", "high"],
        "uses": ["hiring", "public"],
        "data": ["public", "internal", "restricted"],
        "tools": ["data", "power", "zapier"],
        "quality": ["cases"],
        "training": ["basics"],
        "mentors": ["topics"],
    }.items()
    for clause in (f"{page}#{heading}" for heading in headings)
)
"""The clauses that the small policy points at."""


def small(**sections: Any) -> Policy:
    """Make the small policy, some of its *sections* replaced."""
    return Policy.model_validate(_WRITTEN | sections)


HARMLESS: Answers = {
    "name": "Lunch menu",
    "purpose": "Says what there is for lunch.",
    "use": "office",
    "data": ("public",),
    "public": "no",
    "tool": "power",
    "since": "no",
}

IDS = ("a", "b", "c")


def _atoms(question: dict[str, Any]) -> list[str]:
    """List the simplest conditions over one question."""
    id_ = question["id"]
    match question["kind"]:
        case "yes_no":
            return [id_]
        case "choice":
            return [f"{id_} == '{each}'" for each in IDS] + [f"{id_} in ['a', 'c']"]
        case "choices" | "data":
            return [f"'{each}' in {id_}" for each in IDS] + [f"size({id_}) > 1"]
        case _:
            return [f"{id_} == 'a'", f"{id_} in tools && tools[{id_}].approved"]


@st.composite
def conditions(draw: st.DrawFn, questions: list[dict[str, Any]]) -> str:
    """Draw a condition over some of *questions*."""
    atoms = [atom for question in questions for atom in _atoms(question)]
    parts = [
        draw(st.sampled_from(["{}", "!({})"])).format(draw(st.sampled_from(atoms)))
        for _ in range(draw(st.integers(1, 3)))
    ]
    return draw(st.sampled_from([" && ", " || "])).join(f"({part})" for part in parts)


@st.composite
def policies(draw: st.DrawFn, *, forbidding: bool = False) -> Policy:
    """Draw any policy of a few questions, some of them asked only after certain answers.

    With *forbidding* its highest tier is not allowed, and some rules are stops.
    """
    asked: list[dict[str, Any]] = []
    kinds = draw(
        st.lists(
            st.sampled_from(["yes_no", "choice", "choices", "data", "tool"]),
            min_size=2,
            max_size=5,
        )
    )
    for number, kind in enumerate(kinds):
        question: dict[str, Any] = {"id": f"q{number}", "kind": kind, "label": "?"}
        if kind in {"choice", "choices"}:
            question["options"] = [{"id": id_, "label": id_} for id_ in IDS]
            question["options"][-1]["exclusive"] = kind == "choices" and draw(st.booleans())
        gated = draw(st.booleans())
        if asked and gated:
            question["ask_when"] = draw(conditions(asked))
        question["changeable"] = draw(st.booleans())
        question["design"] = "Build it otherwise"
        asked.append(question)
    tiers = ["minimal", "limited", "high", *(["never"] if forbidding else [])]
    stops = st.booleans() if forbidding else st.just(value=False)
    parts = st.tuples(st.sampled_from(tiers), stops, conditions(asked))
    rules = [
        {"id": f"r{n}", "clause": "p#c", "because": "?", "tier": tier, "stop": stop, "when": when}
        for n, (tier, stop, when) in enumerate(draw(st.lists(parts, min_size=1, max_size=5)))
    ]
    return small(
        tiers=[
            {"id": id_, "name": id_, "means": id_, "clause": "p#c", "allowed": id_ != "never"}
            for id_ in tiers
        ],
        rules=rules,
        intake=[{"id": "all", "title": "All", "questions": asked}],
        data_classes=[{"id": i, "name": i, "means": i, "clause": "p#c"} for i in IDS],
        tools=[
            {"id": "a", "name": "A", "clause": "p#c", "approved": True},
            {"id": "b", "name": "B", "clause": "p#c", "approved": False},
        ],
    )


def answers_to(policy: Policy, *, sure: bool = False) -> st.SearchStrategy[dict[str, Answer]]:
    """Draw answers to all questions, only *sure* ones or also "not sure" and none at all."""
    each = {id_: _answers(policy, question) for id_, question in policy.questions.items()}
    if sure:
        return st.fixed_dictionaries(each)
    unsure = {id_: st.just(NOT_SURE) | answer for id_, answer in each.items()}
    return st.fixed_dictionaries({}, optional=unsure)


def _answers(policy: Policy, question: Question) -> st.SearchStrategy[Answer]:
    options = policy.conditions.options(question)
    if question.takes_several:
        ticked = st.lists(st.sampled_from(options), min_size=1, unique=True).map(tuple)
        return ticked.filter(lambda each: policy.conditions.value(question, each) is not None)
    return st.sampled_from(options)


def registration(
    name: str = "Lunch menu",
    purpose: str = "Says what there is for lunch.",
    answers: Answers = HARMLESS,
    *,
    policy_version: str = "1.0",
    backup_email: str = "",
) -> Registration:
    """Make what somebody registers under the small policy."""
    assessment = assess(small(), answers)
    return Registration(
        name, purpose, answers, assessment, small(), policy_version, backup_email=backup_email
    )
