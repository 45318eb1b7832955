"""The policy: tiers, rules, tools and questions, and the tier a solution lands in.

This package is what ``policy.yaml`` may say and what follows from it. It knows nothing
of files, storage, chat or the clock.

The tier is the highest that any fired rule demands, never an average. An answer of
"not sure" counts as the worst it could turn out to be.
"""

from governance.policy.assess import (
    CARE_ORDER,
    Assessment,
    AssessmentOutcome,
    FiredRule,
    assess,
    forbidding,
    is_lower,
    is_unsure,
    to_find_out,
)
from governance.policy.challenges import Challenge, challenges, list_contradictions
from governance.policy.conditions import CEL_ERRORS, Conditions, World
from governance.policy.entries import (
    NOT_SURE,
    OTHER_TOOL,
    REFERENCES,
    Answer,
    Answers,
    DataClass,
    Evidence,
    Framework,
    Kind,
    Localised,
    Module,
    Option,
    Promise,
    Proof,
    Question,
    ReviewStep,
    ReviewTerms,
    Rule,
    Step,
    Tier,
    Title,
    Tool,
    Topic,
)
from governance.policy.facts import Fact, ImpliedClass, fact_on, implied_classes
from governance.policy.lower_tier import Change, Lowering, suggest_lower_tiers, tools_instead
from governance.policy.mentions import (
    GAP,
    Mentions,
    any_word_pattern,
    normalise,
    whole_word_pattern,
)
from governance.policy.policy_document import Appeals, Holiday, Office, Policy, Registering
from governance.policy.promises import promises_at_start, promises_to
from governance.policy.review_plan import ReviewPlan, plan_review, review_plan
from governance.policy.time_zones import canonical_zone
from governance.policy.tokens import THAI_LETTERS, THAI_MARKS
from governance.policy.verdict import DataAccess, Outcome, Ruling, Verdict, rule_on

__all__ = [
    "CARE_ORDER",
    "CEL_ERRORS",
    "GAP",
    "NOT_SURE",
    "OTHER_TOOL",
    "REFERENCES",
    "THAI_LETTERS",
    "THAI_MARKS",
    "Answer",
    "Answers",
    "Appeals",
    "Assessment",
    "AssessmentOutcome",
    "Challenge",
    "Change",
    "Conditions",
    "DataAccess",
    "DataClass",
    "Evidence",
    "Fact",
    "FiredRule",
    "Framework",
    "Holiday",
    "ImpliedClass",
    "Kind",
    "Localised",
    "Lowering",
    "Mentions",
    "Module",
    "Office",
    "Option",
    "Outcome",
    "Policy",
    "Promise",
    "Proof",
    "Question",
    "Registering",
    "ReviewPlan",
    "ReviewStep",
    "ReviewTerms",
    "Rule",
    "Ruling",
    "Step",
    "Tier",
    "Title",
    "Tool",
    "Topic",
    "Verdict",
    "World",
    "any_word_pattern",
    "assess",
    "canonical_zone",
    "challenges",
    "fact_on",
    "forbidding",
    "implied_classes",
    "is_lower",
    "is_unsure",
    "list_contradictions",
    "normalise",
    "plan_review",
    "promises_at_start",
    "promises_to",
    "review_plan",
    "rule_on",
    "suggest_lower_tiers",
    "to_find_out",
    "tools_instead",
    "whole_word_pattern",
]
