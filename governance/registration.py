"""What somebody registers at once, with the assessment as it is made (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from governance.policy import Answers, Assessment, Policy

PROHIBITED = "prohibited"
"""The outcome of what nobody builds; the others are those of an assessment."""


@dataclass(frozen=True, slots=True)
class ClauseText:
    """How a clause reads: the *mark* of its page's version, and its text."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Registration:
    """Everything somebody registers at once; *clauses* say how each rule's clause reads today."""

    name: str
    purpose: str
    answers: Answers
    assessment: Assessment
    policy: Policy
    policy_version: str
    backup_email: str = ""
    clauses: Mapping[str, ClauseText] = field(default_factory=dict)

    @property
    def outcome(self) -> str:
        """What the assessment comes to: ``tier`` when a review may approve it."""
        is_forbidden = not self.assessment.tier.allowed
        return PROHIBITED if is_forbidden else self.assessment.outcome.value

    @property
    def rules(self) -> list[dict[str, Any]]:
        """Each fired rule with its clause and its words, as they are today."""
        unknown = ClauseText("", "")
        read = {
            fired.rule.id: self.clauses.get(fired.rule.clause, unknown)
            for fired in self.assessment.fired
        }
        return [
            {
                "id": fired.rule.id,
                "clause": fired.rule.clause,
                "mark": read[fired.rule.id].mark,
                "text": read[fired.rule.id].text,
                "because": dict(fired.rule.because.root),
                "sure": fired.sure,
            }
            for fired in self.assessment.fired
        ]
