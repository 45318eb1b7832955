"""The policy: tiers, rules, tools and questions, and the tier a solution lands in.

This package is what ``policy.yaml`` may say and what follows from it. It knows nothing
of files, storage, chat or the clock.

The tier is the highest that any fired rule demands, never an average. An answer of
"not sure" counts as the worst it could turn out to be.
"""

from governance.policy.assess import Assessment, FiredRule, assess
from governance.policy.conditions import CEL_ERRORS, Conditions, World
from governance.policy.document import Policy
from governance.policy.entries import (
    NOT_SURE,
    OTHER_TOOL,
    Answer,
    Answers,
    DataClass,
    Evidence,
    Holiday,
    Kind,
    Localised,
    Module,
    Office,
    Option,
    Question,
    ReviewTerms,
    Rule,
    Step,
    Tier,
    Tool,
    Topic,
)
from governance.policy.lower_tier import Change, Lowering, suggest_lower_tiers
from governance.policy.mentions import GAP, Mentions, normalise, whole_word_pattern
from governance.policy.verdict import DataAccess, Outcome, Ruling, Verdict, rule_on

__all__ = [
    "CEL_ERRORS",
    "GAP",
    "NOT_SURE",
    "OTHER_TOOL",
    "Answer",
    "Answers",
    "Assessment",
    "Change",
    "Conditions",
    "DataAccess",
    "DataClass",
    "Evidence",
    "FiredRule",
    "Holiday",
    "Kind",
    "Localised",
    "Lowering",
    "Mentions",
    "Module",
    "Office",
    "Option",
    "Outcome",
    "Policy",
    "Question",
    "ReviewTerms",
    "Rule",
    "Ruling",
    "Step",
    "Tier",
    "Tool",
    "Topic",
    "Verdict",
    "World",
    "assess",
    "normalise",
    "rule_on",
    "suggest_lower_tiers",
    "whole_word_pattern",
]
