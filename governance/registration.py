"""What somebody registers at once, with the assessment as it is made (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from governance.policy import Answers, Assessment, Policy

PROHIBITED = "prohibited"
"""The outcome of what nobody builds; the others are those of an assessment."""


@dataclass(frozen=True, slots=True)
class Registration:
    """Everything somebody registers at once; *marks* name the version of each rule's clause."""

    name: str
    purpose: str
    answers: Answers
    assessment: Assessment
    policy: Policy
    policy_version: str
    backup_email: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def outcome(self) -> str:
        """What the assessment comes to: ``tier`` when a review may approve it."""
        is_forbidden = not self.assessment.tier.allowed
        return PROHIBITED if is_forbidden else self.assessment.outcome.value

    @property
    def rules(self) -> list[dict[str, Any]]:
        """Each fired rule with its clause and its words, as they are today."""
        return [
            {
                "id": fired.rule.id,
                "clause": fired.rule.clause,
                "mark": self.marks.get(fired.rule.clause, ""),
                "because": dict(fired.rule.because.root),
                "sure": fired.sure,
            }
            for fired in self.assessment.fired
        ]
