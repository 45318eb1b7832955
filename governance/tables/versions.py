"""The tables of a solution's versions: what was registered, how it was assessed, what it asks."""

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, assert_never

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from governance.policy import Answers
from governance.tables.columns import Model, one_of
from governance.tables.people import PersonRow


class VersionState(StrEnum):
    """Where the review of a version stands."""

    DRAFT = "draft"
    """Saved and not sent: the maker is answering what a reviewer asked for."""
    WAITING = "waiting"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Tell whether the version is on its way to a decision."""
        match self:
            case (
                VersionState.DRAFT
                | VersionState.WAITING
                | VersionState.IN_REVIEW
                | VersionState.CHANGES_REQUESTED
            ):
                return True
            case VersionState.APPROVED | VersionState.REJECTED | VersionState.WITHDRAWN:
                return False
            case _:
                assert_never(self)

    @property
    def is_decided(self) -> bool:
        """Tell whether the version was approved or rejected."""
        match self:
            case VersionState.APPROVED | VersionState.REJECTED:
                return True
            case (
                VersionState.DRAFT
                | VersionState.WAITING
                | VersionState.IN_REVIEW
                | VersionState.CHANGES_REQUESTED
                | VersionState.WITHDRAWN
            ):
                return False
            case _:
                assert_never(self)


_OPEN = ", ".join(f"'{state}'" for state in VersionState if state.is_open)
"""The states of a version on its way to a decision, as a partial index lists them."""


class SolutionVersion(Model):
    """What was registered of a solution at one time, with the assessment as it was made.

    Nobody changes the answers, the name or the purpose of a version that was sent: a change is
    another version. *rules* holds each fired rule as ``{"id", "clause", "mark", "text",
    "because", "sure"}``, where *because* is its words by language; *mark* and *text* say in which
    version the clause was then, and how it read. What is older has no *text*, and empty words.
    *held_tier* is the stricter tier that holds until a person has decided, empty when none does;
    *held_for* names the reference and number of the version that asked for it.
    """

    __tablename__ = "solution_versions"

    id: Mapped[int] = mapped_column(primary_key=True)
    solution_id: Mapped[int] = mapped_column(ForeignKey("solutions.id"), index=True)
    number: Mapped[int]
    name: Mapped[str]
    purpose: Mapped[str]
    answers: Mapped[Answers]
    tier: Mapped[str]
    outcome: Mapped[str]
    rules: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    policy_version: Mapped[str]
    held_tier: Mapped[str]
    held_for: Mapped[str]
    state: Mapped[VersionState] = mapped_column(one_of(VersionState))
    touched: Mapped[int]
    """Counts the changes to the version's evidence, so that a decision knows what it saw."""
    is_current: Mapped[bool]
    is_live: Mapped[bool]
    made_by_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), index=True)
    made_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    made_by: Mapped[PersonRow] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (
        UniqueConstraint("solution_id", "number"),
        Index(
            "uq_solution_versions_current",
            "solution_id",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
        Index(
            "uq_solution_versions_live",
            "solution_id",
            unique=True,
            sqlite_where=text("is_live"),
            postgresql_where=text("is_live"),
        ),
        Index(
            "uq_solution_versions_open",
            "solution_id",
            unique=True,
            sqlite_where=text(f"state IN ({_OPEN})"),
            postgresql_where=text(f"state IN ({_OPEN})"),
        ),
    )

    @property
    def effective_tier(self) -> str:
        """The tier that holds now: the stricter one while a person has not decided."""
        return self.held_tier or self.tier

    @property
    def revision(self) -> str:
        """A short hash of what is registered; another one as soon as any of it differs."""
        registered = [self.name, self.purpose, self.tier, self.answers, self.number, self.touched]
        if self.held_for:
            registered.append(self.held_for)
        return sha256(json.dumps(registered, sort_keys=True).encode()).hexdigest()[:12]

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The ids of the rules that fired when the version was assessed."""
        return tuple(str(rule["id"]) for rule in self.rules)

    def differs_from(self, other: "SolutionVersion") -> tuple[str, ...]:
        """Name what differs between two versions: ``name``, ``purpose``, and question ids."""
        fields = [
            each for each in ("name", "purpose") if getattr(self, each) != getattr(other, each)
        ]
        mine, theirs = plain_answers(self.answers), plain_answers(other.answers)
        ids = [id_ for id_ in dict.fromkeys([*theirs, *mine]) if mine.get(id_) != theirs.get(id_)]
        return (*fields, *(id_ for id_ in ids if id_ not in fields))


class VersionEvidence(Model):
    """A piece of evidence that a version is shown by; the piece outlives the version."""

    __tablename__ = "version_evidence"

    version_id: Mapped[int] = mapped_column(ForeignKey(SolutionVersion.id), primary_key=True)
    piece_id: Mapped[int] = mapped_column(
        ForeignKey("evidence_pieces.id"), primary_key=True, index=True
    )


class RequirementKind(StrEnum):
    """What a requirement asks for."""

    EVIDENCE = "evidence"
    TRAINING = "training"
    BACKUP = "backup"
    CONDITION = "condition"
    """What a reviewer attached to an approval, with a date."""


class RequirementState(StrEnum):
    """Whether a requirement is fulfilled."""

    OPEN = "open"
    MET = "met"
    WAIVED = "waived"
    """A lead approved without it, and said why."""


class Requirement(Model):
    """Something that must be true of a version, before its approval or by a day after it.

    *subject* names an entry of the policy (evidence, training module) and is empty for a backup
    owner; a condition has its text in *note*, a waived requirement the lead's reason. *proof* is
    the key of a piece of evidence or the maker's words.
    """

    __tablename__ = "requirements"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey(SolutionVersion.id), index=True)
    kind: Mapped[RequirementKind] = mapped_column(one_of(RequirementKind))
    subject: Mapped[str]
    state: Mapped[RequirementState] = mapped_column(one_of(RequirementState))
    is_before_approval: Mapped[bool]
    due_at: Mapped[datetime | None]
    valid_until: Mapped[datetime | None]
    note: Mapped[str]
    proof: Mapped[str]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id))
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[PersonRow | None] = relationship(lazy="joined")


def plain_answers(answers: Answers) -> Mapping[str, str | list[str]]:
    """Write *answers* so that equal ones compare equal, whether read from JSON or just given."""
    return {
        id_: answer if isinstance(answer, str) else sorted(answer)
        for id_, answer in answers.items()
    }
