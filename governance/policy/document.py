"""The whole of ``policy.yaml``."""

from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import ConfigDict, Field

from governance.policy.conditions import Conditions
from governance.policy.entries import (
    DataClass,
    Entry,
    Evidence,
    Line,
    Module,
    Office,
    Question,
    Rule,
    Step,
    Tier,
    Tool,
    Topic,
)
from governance.policy.mentions import Vocabulary


class Policy(Entry):
    """All that ``policy.yaml`` says."""

    model_config = ConfigDict(title="policy.yaml of a Guildmate handbook")

    version: Line
    effective: date
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1)]
    rules: tuple[Rule, ...]
    data_classes: Annotated[tuple[DataClass, ...], Field(min_length=1)]
    tools: tuple[Tool, ...]
    intake: Annotated[tuple[Step, ...], Field(min_length=1)]
    evidence: tuple[Evidence, ...] = ()
    modules: tuple[Module, ...] = ()
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    offices: Annotated[tuple[Office, ...], Field(min_length=1)]

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question of the form, by id, in the order they are asked."""
        return {question.id: question for step in self.intake for question in step.questions}

    @cached_property
    def conditions(self) -> Conditions:
        """What conditions make of answers to this form."""
        return Conditions(self.questions, self.tools, self.data_classes)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What a question may name of this policy."""
        return Vocabulary(self.questions, self.tools, self.data_classes)

    def tier(self, tier_id: str) -> Tier:
        """Find a tier by its id."""
        return self.tiers[self.rank(tier_id)]

    def rank(self, tier_id: str) -> int:
        """Tell how much care a tier asks for; 0 is the least."""
        return next(rank for rank, tier in enumerate(self.tiers) if tier.id == tier_id)
