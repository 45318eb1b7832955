"""The table of solutions: who owns one, whether it runs, and which of its versions count."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from governance.policy import Answers
from governance.references import format_reference
from governance.tables.columns import Model, one_of
from governance.tables.people import PersonRow
from governance.tables.versions import SolutionVersion, VersionState


class Operation(StrEnum):
    """Whether a solution runs, apart from what a review says of it."""

    IDEA = "idea"
    PILOT = "pilot"
    LIVE = "live"
    PAUSED = "paused"
    RETIRED = "retired"


class Solution(Model):
    """A registered solution.

    *current* is the version registered last, *live* the one that an approval stands for; they
    are the same until somebody changes an approved solution. *offered_to* was asked to take the
    solution over and has not accepted yet.
    """

    __tablename__ = "solutions"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    operation: Mapped[Operation] = mapped_column(one_of(Operation), index=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), index=True)
    backup_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id), index=True)
    offered_to_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id), index=True)
    registered_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    paused_at: Mapped[datetime | None]
    paused_by_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id))
    pause_reason: Mapped[str]
    owner: Mapped[PersonRow] = relationship(lazy="joined", innerjoin=True, foreign_keys=[owner_id])
    backup: Mapped[PersonRow | None] = relationship(lazy="joined", foreign_keys=[backup_id])
    offered_to: Mapped[PersonRow | None] = relationship(lazy="joined", foreign_keys=[offered_to_id])
    paused_by: Mapped[PersonRow | None] = relationship(lazy="joined", foreign_keys=[paused_by_id])
    current: Mapped[SolutionVersion] = relationship(
        primaryjoin="and_(Solution.id == SolutionVersion.solution_id, SolutionVersion.is_current)",
        viewonly=True,
        uselist=False,
        lazy="joined",
    )
    live: Mapped[SolutionVersion | None] = relationship(
        primaryjoin="and_(Solution.id == SolutionVersion.solution_id, SolutionVersion.is_live)",
        viewonly=True,
        uselist=False,
        lazy="joined",
    )

    @property
    def reference(self) -> str:
        """The reference people say aloud, such as ``SOL-0042``."""
        return format_reference("SOL", self.id)

    @property
    def name(self) -> str:
        """What the current version is called."""
        return self.current.name

    @property
    def purpose(self) -> str:
        """What the current version is for, in the maker's words."""
        return self.current.purpose

    @property
    def answers(self) -> Answers:
        """The answers of the current version, by question id."""
        return self.current.answers

    @property
    def tier(self) -> str:
        """The tier that holds for the current version: the stricter one until it is decided."""
        return self.current.effective_tier

    @property
    def policy_version(self) -> str:
        """The mark of the policy that the current version was assessed by."""
        return self.current.policy_version

    @property
    def state(self) -> VersionState:
        """Where the review of the current version stands."""
        return self.current.state

    @property
    def is_retired(self) -> bool:
        """Tell whether the solution is out of use for good."""
        return self.operation is Operation.RETIRED

    @property
    def revision(self) -> str:
        """A short hash of the case as it is now; another one as soon as any of it changes."""
        return self.current.revision
