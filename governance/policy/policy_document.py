"""The whole of ``policy.yaml``, with its offices and its terms for appeals."""

from collections.abc import Collection
from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import ConfigDict, Field

from governance.policy.conditions import Conditions
from governance.policy.descriptions import Descriptions
from governance.policy.entries import (
    Answers,
    Clause,
    DataClass,
    Entry,
    Evidence,
    Identifier,
    Line,
    Localised,
    Module,
    Promise,
    Question,
    QuestionRole,
    Rule,
    Step,
    Tier,
    Title,
    Tool,
    Topic,
    WorkingDays,
)
from governance.policy.mentions import Vocabulary


class Holiday(Entry):
    """A day on which an office is closed."""

    on: date
    name: Line


class Office(Entry):
    """A place where people work, with its time zone and holidays."""

    id: Identifier
    name: Line
    zone: Line
    holidays: tuple[Holiday, ...] = ()


class Appeals(Entry):
    """Until when a decision may be appealed against, and how soon that is decided."""

    clause: Clause
    working_days: WorkingDays
    """How long after a decision its maker may ask for another look."""
    decide_in: WorkingDays
    """Working days in which somebody else decides."""


class Incidents(Entry):
    """What is said first to whoever reports harm: whom to tell, and what to do."""

    clause: Clause


class Registering(Entry):
    """What is said beside "yes" to whoever asks about something that runs: to register it first."""

    clause: Clause
    says: Localised


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
    titles: tuple[Title, ...] = ()
    promises: tuple[Promise, ...] = ()
    appeals: Annotated[Appeals | None, Field(exclude_if=lambda it: it is None)] = None
    """Without it nobody appeals."""
    incidents: Annotated[Incidents | None, Field(exclude_if=lambda it: it is None)] = None
    """Without it a report of harm is a question like any other."""
    registering: Annotated[Registering | None, Field(exclude_if=lambda it: it is None)] = None
    """Without it "yes" is all that is said."""
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

    def question_for(self, role: QuestionRole) -> Question | None:
        """Find the question with a *role*: the one that states it, else the one with its name."""
        stated = (each for each in self.questions.values() if each.role == role)
        named = self.questions.get(role)
        return next(stated, named if named is not None and named.role is None else None)

    def answer_for(self, role: QuestionRole, answers: Answers) -> str:
        """Give the answer to the question with a *role*, empty where there is none."""
        question = self.question_for(role)
        answer = answers.get(question.id, "") if question is not None else ""
        return answer if isinstance(answer, str) else ""

    def tier(self, tier_id: str) -> Tier:
        """Find a tier by its id; one that the policy no longer has is shown as it was stored."""
        if not self.has_tier(tier_id):
            return _unknown(tier_id, self.tiers[0].clause)
        return self.tiers[self.rank(tier_id)]

    @cached_property
    def descriptions(self) -> Descriptions:
        """What a description may say of a solution."""
        return Descriptions(self.questions, self.tools, self.data_classes)

    def find_title(self, name: str) -> Title | None:
        """Find the title that is called *name*, in any language and however capitalised."""
        wanted = name.strip().casefold()
        return next((title for title in self.titles if wanted in title.names), None)

    def titles_of(self, email: str | None, roles: Collection[str]) -> frozenset[str]:
        """Return the titles that a person holds, by e-mail address or by role."""
        address = (email or "").casefold()
        return frozenset(
            title.id
            for title in self.titles
            if (
                address in {each.casefold() for each in title.holders}
                if title.holders
                else title.role in roles
            )
        )

    @cached_property
    def reviewing_titles(self) -> frozenset[str]:
        """The titles that reviews ask, by a rule or by a tier."""
        asked = {title for rule in self.rules for title in rule.asks}
        steps = {step.by for tier in self.tiers if tier.review for step in tier.review.steps}
        return frozenset(title.id for title in self.titles) & (asked | steps)

    def has_tier(self, tier_id: str) -> bool:
        """Return whether a tier with this id exists."""
        return any(tier.id == tier_id for tier in self.tiers)

    def rank(self, tier_id: str) -> int:
        """Return the rank of a tier: 0 is the least care; an unknown tier ranks highest."""
        ranks = (rank for rank, tier in enumerate(self.tiers) if tier.id == tier_id)
        return next(ranks, len(self.tiers))


def _unknown(tier_id: str, clause: str) -> Tier:
    """Create a placeholder for a stored tier that the policy no longer has."""
    said = Localised({"en": tier_id})
    return Tier.model_construct(id=tier_id, name=said, means=said, clause=clause)
