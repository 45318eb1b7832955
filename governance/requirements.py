"""Requirements: what must be true of a version before it is approved, or by a day after."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.demands import Demand, list_demands
from governance.errors import NotTheOwnerError
from governance.people import Person
from governance.policy import Policy
from governance.storage.audit import Audit
from governance.tables import (
    CompletedModule,
    EvidencePiece,
    PersonSource,
    Requirement,
    RequirementKind,
    RequirementState,
    Solution,
    SolutionVersion,
    VersionEvidence,
)


@dataclass(frozen=True, slots=True)
class RequirementStatus:
    """A requirement as it is now; *proof* is the key of a piece of evidence, or words.

    *valid_until* is when that stops to count: what was handed in since the approval counts anew.
    """

    requirement: Requirement
    is_met: bool
    proof: str
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class GivenEvidence:
    """The newest piece of a kind of evidence, by its *key*, and when it was handed in."""

    key: str
    kept_at: datetime


class Requirements:
    """Repository of the requirements of versions.

    Whether evidence, training and a backup owner are there is seen when it is asked, so that
    what was taken away since counts as missing.
    """

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit

    async def demand(
        self, version: SolutionVersion, demands: Collection[Demand]
    ) -> tuple[Requirement, ...]:
        """Ask *demands* of a version; what was asked before is left as it is."""
        known = {(each.kind, each.subject) for each in await self._rows(version)}
        for demand in demands:
            if (demand.kind, demand.subject) not in known:
                self._session.add(_requirement(version, demand))
        await self._session.flush()
        return await self._rows(version)

    async def complete(
        self, version: SolutionVersion, policy: Policy, *, by: Person, at: datetime
    ) -> None:
        """Ask of a version that is to be decided what today's *policy* asks, and nobody has yet.

        That is so of a version from before there were requirements, and where a tier has come to
        ask for more.
        """
        demands = list_demands(policy, version, at=at)
        known = {each.id for each in await self._rows(version)}
        for row in await self.demand(version, demands):
            if row.id not in known:
                await self._note("requirement.added", row, by=by, at=at)

    async def add_condition(
        self, version: SolutionVersion, text: str, *, due_at: datetime, by: Person, at: datetime
    ) -> Requirement:
        """Attach a condition to the approval of a version, to be met until *due_at*."""
        demand = Demand(RequirementKind.CONDITION, "", is_before_approval=False, due_at=due_at)
        row = _requirement(version, demand)
        row.note = text
        self._session.add(row)
        await self._session.flush()
        await self._note("requirement.added", row, by=by, at=at)
        return row

    async def list_all(
        self,
        version: SolutionVersion,
        solution: Solution,
        *,
        at: datetime,
        policy: Policy | None = None,
    ) -> tuple[RequirementStatus, ...]:
        """List the requirements of a version as they are at a time, in the order asked.

        With a *policy*, what it will ask of an open version when that is decided is listed as well,
        as requirements that have no number yet.
        """
        found = await self.list_of_many([(version, solution)], at=at, policy=policy)
        return found[version.id]

    async def list_of_many(
        self,
        wanted: Collection[tuple[SolutionVersion, Solution]],
        *,
        at: datetime,
        policy: Policy | None = None,
    ) -> dict[int, tuple[RequirementStatus, ...]]:
        """List the requirements of many versions by their ids, in as many queries as of one.

        See ``list_all``.
        """
        if not wanted:
            return {}
        numbers = [version.id for version, _ in wanted]
        rows: dict[int, list[Requirement]] = {number: [] for number in numbers}
        query = select(Requirement).where(Requirement.version_id.in_(numbers))
        for row in await self._session.scalars(query.order_by(Requirement.id)):
            rows[row.version_id].append(row)
        if policy is not None:
            for version, _ in wanted:
                if version.state.is_open:
                    rows[version.id] += _still_to_ask(policy, version, rows[version.id], at=at)
        given = await self._evidence(numbers)
        done = await self._training({solution.owner_id for _, solution in wanted})
        found: dict[int, tuple[RequirementStatus, ...]] = {}
        for version, solution in wanted:
            basis = _Basis(
                given.get(version.id, {}),
                done.get(solution.owner_id, ()),
                _has_backup(solution),
                version.decided_at,
            )
            found[version.id] = tuple(_status(row, basis, at=at) for row in rows[version.id])
        return found

    async def list_pending(
        self,
        version: SolutionVersion,
        solution: Solution,
        *,
        at: datetime,
        policy: Policy | None = None,
    ) -> tuple[Requirement, ...]:
        """List what is due before approval and not met; see ``list_all``."""
        return tuple(
            each.requirement
            for each in await self.list_all(version, solution, at=at, policy=policy)
            if each.requirement.is_before_approval and not each.is_met
        )

    async def limit(self, version: SolutionVersion, until: datetime) -> None:
        """Let the evidence that an approval rests on count *until* then, and no longer."""
        for row in await self._rows(version):
            if row.kind is RequirementKind.EVIDENCE and row.state is RequirementState.OPEN:
                row.valid_until = until
        await self._session.flush()

    async def settle(
        self, requirement: Requirement, proof: str, *, by: Person, at: datetime
    ) -> Requirement:
        """Mark a condition as met, with the *proof* in words; idempotent.

        Raises:
            NotTheOwnerError: If *by* is neither the owner nor the backup owner.
        """
        solution = await self._solution(requirement)
        if by.id not in {solution.owner_id, solution.backup_id}:
            raise NotTheOwnerError(solution.reference)
        if requirement.state is RequirementState.OPEN:
            requirement.state, requirement.proof = RequirementState.MET, proof
            requirement.settled_by_id, requirement.settled_at = by.id, at
            await self._session.flush()
            await self._note("requirement.met", requirement, by=by, at=at)
        return requirement

    async def waive(
        self, requirement: Requirement, reason: str, *, by: Person, at: datetime
    ) -> None:
        """Waive a requirement for an approval, with a *reason* for the audit trail."""
        requirement.state, requirement.note = RequirementState.WAIVED, reason
        requirement.settled_by_id, requirement.settled_at = by.id, at
        await self._session.flush()
        await self._note("requirement.waived", requirement, by=by, at=at)

    async def lift(
        self, requirement: Requirement, reason: str, *, by: Person, at: datetime
    ) -> None:
        """Remove a condition for a *reason*, which is kept beside its own words."""
        requirement.state, requirement.proof = RequirementState.WAIVED, reason
        requirement.settled_by_id, requirement.settled_at = by.id, at
        await self._session.flush()
        await self._session.refresh(requirement)
        await self._note("requirement.lifted", requirement, by=by, at=at)

    async def get(self, number: int) -> Requirement | None:
        """Get a requirement by id."""
        return await self._session.get(Requirement, number)

    async def _rows(self, version: SolutionVersion) -> tuple[Requirement, ...]:
        query = select(Requirement).where(Requirement.version_id == version.id)
        return tuple(await self._session.scalars(query.order_by(Requirement.id)))

    async def _evidence(self, numbers: Collection[int]) -> dict[int, dict[str, GivenEvidence]]:
        """Give the newest piece for each kind of evidence that versions have, by their ids."""
        piece = EvidencePiece
        query = (
            select(VersionEvidence.version_id, piece.evidence, piece.key, piece.kept_at)
            .join(EvidencePiece, VersionEvidence.piece_id == EvidencePiece.id)
            .where(VersionEvidence.version_id.in_(numbers))
            .order_by(piece.kept_at, piece.id)
        )
        given: dict[int, dict[str, GivenEvidence]] = {}
        for row in await self._session.execute(query):
            found = given.setdefault(row.version_id, {})
            found[row.evidence] = GivenEvidence(row.key, row.kept_at)
        return given

    async def _training(self, owners: Collection[int]) -> dict[int, set[str]]:
        """Name the modules that owners have completed, by their numbers."""
        query = select(CompletedModule.person_id, CompletedModule.module).where(
            CompletedModule.person_id.in_(owners)
        )
        done: dict[int, set[str]] = {}
        for row in await self._session.execute(query):
            done.setdefault(row.person_id, set()).add(row.module)
        return done

    async def _note(
        self, action: str, requirement: Requirement, *, by: Person, at: datetime
    ) -> None:
        version = await self._session.get_one(SolutionVersion, requirement.version_id)
        solution = await self._solution(requirement)
        self._audit.record(
            actor=by,
            action=action,
            subject=solution.reference,
            before=None,
            after={
                "version": version.number,
                "requirement": f"{requirement.kind}:{requirement.subject}",
                "state": requirement.state,
                "note": requirement.note,
            },
            at=at,
        )

    async def _solution(self, requirement: Requirement) -> Solution:
        version = await self._session.get_one(SolutionVersion, requirement.version_id)
        return await self._session.get_one(Solution, version.solution_id)


def _still_to_ask(
    policy: Policy, version: SolutionVersion, rows: Collection[Requirement], *, at: datetime
) -> list[Requirement]:
    """Make the requirements that a *policy* asks of a version, and nobody has yet."""
    known = {(each.kind, each.subject) for each in rows}
    asked = list_demands(policy, version, at=at)
    return [_requirement(version, each) for each in asked if (each.kind, each.subject) not in known]


def _requirement(version: SolutionVersion, demand: Demand) -> Requirement:
    return Requirement(
        version_id=version.id,
        kind=demand.kind,
        subject=demand.subject,
        state=RequirementState.OPEN,
        is_before_approval=demand.is_before_approval,
        due_at=demand.due_at,
        valid_until=None,
        note="",
        proof="",
        settled_by_id=None,
        settled_at=None,
    )


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the requirements of one version are met by."""

    given: Mapping[str, GivenEvidence]
    done: Collection[str]
    has_backup: bool
    decided_at: datetime | None


def _status(row: Requirement, basis: _Basis, *, at: datetime) -> RequirementStatus:
    """See whether a requirement is met; what was waived or ticked off counts until it expires."""
    match row.state:
        case RequirementState.MET | RequirementState.WAIVED:
            expired = row.valid_until is not None and row.valid_until <= at
            return RequirementStatus(row, is_met=not expired, proof=row.proof)
        case RequirementState.OPEN:
            return _status_of_open(row, basis, at=at)
        case _:
            assert_never(row.state)


def _status_of_open(row: Requirement, basis: _Basis, *, at: datetime) -> RequirementStatus:
    """See whether what nobody waived or ticked off is met by what there is."""
    match row.kind:
        case RequirementKind.EVIDENCE:
            piece = basis.given.get(row.subject)
            if piece is None:
                return RequirementStatus(row, is_met=False, proof="")
            until = _find_end(row, piece, basis.decided_at)
            return RequirementStatus(
                row, is_met=until is None or at < until, proof=piece.key, valid_until=until
            )
        case RequirementKind.TRAINING:
            return RequirementStatus(row, is_met=row.subject in basis.done, proof="")
        case RequirementKind.BACKUP:
            return RequirementStatus(row, is_met=basis.has_backup, proof="")
        case RequirementKind.CONDITION:
            return RequirementStatus(row, is_met=False, proof="")
        case _:
            assert_never(row.kind)


def _find_end(
    row: Requirement, piece: GivenEvidence, decided_at: datetime | None
) -> datetime | None:
    """Find until when a piece counts: what was handed in after the approval, as long from then."""
    if row.valid_until is None or decided_at is None or piece.kept_at <= decided_at:
        return row.valid_until
    return piece.kept_at + (row.valid_until - decided_at)


def _has_backup(solution: Solution) -> bool:
    """Tell whether the backup owner is somebody real: active, known, and not the owner."""
    backup = solution.backup
    if backup is None or backup.id == solution.owner_id:
        return False
    return backup.is_active and backup.source is not PersonSource.NAMED
