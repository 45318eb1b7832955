"""The register of solutions: what people have built, in which versions, and whether it runs."""

from datetime import datetime

from sqlalchemy import insert, literal, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from governance.care import care_before, describe, hold_people, list_versions, was_refused
from governance.errors import (
    MoveNotAllowedError,
    NotTheOwnerError,
    SolutionNotFoundError,
)
from governance.people import Person
from governance.references import parse_reference
from governance.registration import Registration
from governance.reviews import Reviews
from governance.storage.audit import Audit
from governance.storage.queries import find_by_id, insert_once
from governance.tables import (
    Operation,
    PersonRow,
    PersonSource,
    Solution,
    SolutionVersion,
    VersionEvidence,
    VersionState,
)
from governance.tables.versions import plain_answers


class Registry:
    """Repository of solutions and their versions."""

    def __init__(self, session: AsyncSession, audit: Audit, reviews: Reviews) -> None:
        """Read and write through *session*; what ends a solution's review is said to *reviews*."""
        self._session = session
        self._audit = audit
        self._reviews = reviews

    async def register(
        self, key: str, registration: Registration, *, owner: Person, at: datetime
    ) -> tuple[Solution, bool]:
        """Register a solution; idempotent by *key*, return whether it is new.

        Where it resembles another one of the same people that asked for more care, that tier holds
        until a person has decided. Where its words contradict its answers, the answers' tier holds,
        and nothing is approved that nobody has read.

        Raises:
            NotTheOwnerError: If the key has been used by somebody else.
        """
        row = Solution(
            key=key,
            operation=_operation(registration),
            owner_id=owner.id,
            backup_id=await self._backup(registration.backup_email, owner.id, at),
            registered_at=at,
            changed_at=at,
            pause_reason="",
        )
        solution, is_new = await insert_once(self._session, row, lambda: self._by_key(key))
        if solution.owner_id != owner.id:
            raise NotTheOwnerError(str(solution.reference))
        if is_new:
            version = await self._append(solution, registration, by=owner, at=at)
            after = _facts(version) | {"backup_id": solution.backup_id}
            self.record("solution.registered", solution, None, after, by=owner, at=at)
        return solution, is_new

    async def get(self, reference: str) -> Solution:
        """Find a solution by its reference, case-insensitive.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
        """
        return await self._row(reference)

    async def list_owned_by(self, person: Person) -> tuple[Solution, ...]:
        """List what *person* owns, newest first."""
        query = select(Solution).where(Solution.owner_id == person.id)
        return tuple(await self._session.scalars(query.order_by(Solution.id.desc())))

    async def list_looked_after_by(self, person: Person) -> tuple[Solution, ...]:
        """List what *person* is the backup owner of or was offered, and which is in use."""
        query = select(Solution).where(
            or_(Solution.backup_id == person.id, Solution.offered_to_id == person.id),
            Solution.owner_id != person.id,
            Solution.operation != Operation.RETIRED,
        )
        return tuple(await self._session.scalars(query.order_by(Solution.id.desc())))

    async def list_ownerless(self) -> tuple[Solution, ...]:
        """List what is in use although its owner has left and no backup owner is there."""
        owner, backup = aliased(PersonRow), aliased(PersonRow)
        is_there = backup.is_active & (backup.source != PersonSource.NAMED)
        query = (
            select(Solution)
            .join(owner, owner.id == Solution.owner_id)
            .outerjoin(backup, backup.id == Solution.backup_id)
            .where(
                Solution.operation != Operation.RETIRED,
                not_(owner.is_active),
                or_(backup.id.is_(None), not_(is_there)),
            )
        )
        return tuple(await self._session.scalars(query.order_by(Solution.id)))

    async def list_versions(self, solution: Solution) -> tuple[SolutionVersion, ...]:
        """List every version of *solution*, oldest first."""
        return await list_versions(self._session, solution)

    async def search(self, text: str, *, owner: Person | None, limit: int) -> tuple[Solution, ...]:
        """List solutions whose name or number has *text* in it, newest first.

        With *owner* only what they own or are the backup owner of; without *text*, any.
        """
        number = parse_reference("SOL", text) or parse_reference("SOL", f"SOL-{text}") or 0
        named = select(SolutionVersion.solution_id).where(
            SolutionVersion.is_current, SolutionVersion.name.icontains(text, autoescape=True)
        )
        query = select(Solution).where(or_(Solution.id.in_(named), Solution.id == number))
        if owner is not None:
            query = query.where(or_(Solution.owner_id == owner.id, Solution.backup_id == owner.id))
        return tuple(await self._session.scalars(query.order_by(Solution.id.desc()).limit(limit)))

    async def revise(
        self, reference: str, registration: Registration, *, by: Person, at: datetime
    ) -> tuple[Solution, bool]:
        """Register another version, and tell whether anything of it is different.

        What was withdrawn may be sent again as it was.

        A live version stays live until the new one is decided. A version that is open is
        replaced, and its review goes on about the new one; where changes were asked for, the new
        one is a draft until it is sent back. Less care than before waits for a person (see
        ``SolutionVersion.held_tier``), and so do words that contradict the answers.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotTheOwnerError: If *by* is not the owner.
            MoveNotAllowedError: If the solution is retired.
        """
        solution = await self.hold_owned(reference, by)
        if solution.is_retired:
            raise MoveNotAllowedError(solution.operation, VersionState.WAITING)
        before = solution.current
        if not (_differs(before, registration) or before.state is VersionState.WITHDRAWN):
            return solution, False
        was = _facts(before) | {"backup_id": solution.backup_id}
        solution.backup_id = await self._backup(registration.backup_email, by.id, at)
        version = await self._append(solution, registration, by=by, at=at, instead_of=before)
        solution.changed_at = at
        await self._session.flush()
        after = _facts(version) | {"backup_id": solution.backup_id}
        self.record("solution.revised", solution, was, after, by=by, at=at)
        return solution, True

    async def withdraw(self, reference: str, *, by: Person, at: datetime) -> Solution:
        """Withdraw the open version of a solution; the live version stays live.

        What was rejected and appealed is rejected again.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotTheOwnerError: If *by* is not the owner.
            MoveNotAllowedError: If no version is open.
        """
        solution = await self.hold_owned(reference, by)
        if not solution.state.is_open:
            raise MoveNotAllowedError(solution.state, VersionState.WITHDRAWN)
        before = _facts(solution.current)
        solution.current.state = await self._reviews.find_state_without(solution)
        solution.changed_at = at
        self.record("solution.withdrawn", solution, before, _facts(solution.current), by=by, at=at)
        await self._reviews.withdraw(solution, by=by, at=at)
        return solution

    async def list_tiers(self) -> dict[str, tuple[str, ...]]:
        """List the references of all solutions by the tier they are stored with."""
        query = select(Solution).order_by(Solution.id)
        found: dict[str, list[str]] = {}
        for solution in await self._session.scalars(query):
            found.setdefault(solution.tier, []).append(solution.reference)
        return {tier: tuple(references) for tier, references in found.items()}

    async def _append(
        self,
        solution: Solution,
        registration: Registration,
        *,
        by: Person,
        at: datetime,
        instead_of: SolutionVersion | None = None,
    ) -> SolutionVersion:
        """Add a version as the current one, in the state that its care and its past call for."""
        tier = registration.assessment.tier
        versions = await self.list_versions(solution)
        await hold_people(self._session, solution, versions)
        policy = registration.policy
        described = describe(policy, registration.name, registration.purpose, registration.answers)
        care = await care_before(self._session, policy, described, solution, versions)
        held = care if care is not None and care.amount > registration.assessment.care else None
        must_be_read = held is not None or bool(described.denied)
        is_past = must_be_read or await was_refused(self._session, solution, versions)
        state = _first_state(registration, instead_of, past_a_person=is_past)
        is_same_case = instead_of is not None and instead_of.state.is_open
        if instead_of is not None:
            instead_of.is_current = False
            if is_same_case:
                instead_of.state = await self._reviews.find_state_without(solution)
            if state is VersionState.APPROVED and instead_of.is_live:
                instead_of.is_live = False
            await self._session.flush()  # the unique indexes judge row by row
            if state is VersionState.APPROVED:
                await self._retire_live(solution)
        version = SolutionVersion(
            solution_id=solution.id,
            number=len(versions) + 1,
            name=registration.name,
            purpose=registration.purpose,
            answers=registration.answers,
            tier=tier.id,
            outcome=registration.outcome,
            rules=registration.rules,
            policy_version=registration.policy_version,
            held_tier=held.tier if held else "",
            held_for=held.where if held else "",
            state=state,
            touched=0,
            is_current=True,
            is_live=state is VersionState.APPROVED,
            made_by_id=by.id,
            made_at=at,
            decided_at=at if state is VersionState.APPROVED else None,
        )
        self._session.add(version)
        if state is VersionState.APPROVED and solution.operation is Operation.IDEA:
            solution.operation = Operation.LIVE
        await self.refresh(solution)
        if instead_of is not None:
            if is_same_case:
                await self._carry_evidence(instead_of, version)
            await self._reviews.follow(solution, version, by=by, at=at)
        return version

    async def _carry_evidence(self, before: SolutionVersion, version: SolutionVersion) -> None:
        """Let what was handed in for a case that goes on be about its newest version."""
        pieces = select(literal(version.id), VersionEvidence.piece_id).where(
            VersionEvidence.version_id == before.id
        )
        await self._session.execute(
            insert(VersionEvidence).from_select(["version_id", "piece_id"], pieces)
        )

    async def _retire_live(self, solution: Solution) -> None:
        await self._session.execute(
            update(SolutionVersion)
            .where(SolutionVersion.solution_id == solution.id, SolutionVersion.is_live)
            .values(is_live=False)
        )

    async def _backup(self, email: str, owner_id: int, at: datetime) -> int | None:
        """Find the person named as the backup owner, or note that somebody was named."""
        address = email.strip().lower()
        if "@" not in address:
            return None
        query = select(PersonRow).where(PersonRow.email == address)
        owner = await self._session.get_one(PersonRow, owner_id)
        named = PersonRow(
            name=address.partition("@")[0],
            email=address,
            locale=owner.locale,
            zone=owner.zone,
            joined_at=at,
            source=PersonSource.NAMED,
        )

        async def find() -> PersonRow | None:
            return (await self._session.scalars(query)).first()

        backup, _ = await insert_once(self._session, named, find)
        return backup.id if backup.is_active and backup.id != owner_id else None

    async def refresh(self, solution: Solution) -> None:
        """Flush, and reload the versions and people of a solution."""
        await self._session.flush()
        await self._session.refresh(solution)

    async def hold(self, reference: str) -> Solution:
        """Find and lock a solution until the transaction ends.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
        """
        return await self._row(reference, lock=True)

    async def _row(self, reference: str, *, lock: bool = False) -> Solution:
        number = parse_reference("SOL", reference)
        found = number and await find_by_id(self._session, Solution, number, lock=lock)
        if not found:
            raise SolutionNotFoundError(reference)
        return found

    async def hold_owned(self, reference: str, by: Person) -> Solution:
        """Find and lock a solution that *by* owns.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotTheOwnerError: If somebody else owns it.
        """
        solution = await self._row(reference, lock=True)
        if solution.owner_id != by.id:
            raise NotTheOwnerError(solution.reference)
        return solution

    async def _by_key(self, key: str) -> Solution | None:
        return (await self._session.scalars(select(Solution).where(Solution.key == key))).first()

    def record(  # noqa: PLR0913 - a change has this many parts
        self,
        action: str,
        solution: Solution,
        before: object,
        after: object,
        *,
        by: Person,
        at: datetime,
    ) -> None:
        """Audit a change of a solution."""
        self._audit.record(
            actor=by, action=action, subject=solution.reference, before=before, after=after, at=at
        )


def _first_state(
    registration: Registration, instead_of: SolutionVersion | None, *, past_a_person: bool
) -> VersionState:
    """Return the state of a new version before any review.

    Only what needs no review, would not go *past a person* (who asked for more care or said no, or
    who has yet to read words that contradict the answers), and is not being looked at is approved
    at once.
    """
    before = instead_of.state if instead_of is not None else None
    if before in {VersionState.CHANGES_REQUESTED, VersionState.DRAFT}:
        return VersionState.DRAFT
    needs_nobody = (
        registration.assessment.tier.review is None and registration.assessment.is_approvable
    )
    if needs_nobody and not past_a_person and not (before is not None and before.is_open):
        return VersionState.APPROVED
    return VersionState.WAITING


def _differs(version: SolutionVersion, registration: Registration) -> bool:
    outcome = (registration.assessment.tier.id, registration.outcome)
    said = (registration.name, registration.purpose, *outcome)
    answers = plain_answers(registration.answers)
    known = (version.name, version.purpose, version.tier, version.outcome)
    return (said, answers) != (known, plain_answers(version.answers))


def _operation(registration: Registration) -> Operation:
    """Return whether a new solution runs already, by its answers."""
    runs = registration.policy.answer_for("already_running", registration.answers) == "yes"
    return Operation.LIVE if runs else Operation.IDEA


def _facts(version: SolutionVersion) -> dict[str, object]:
    """Return the facts of a version for the audit trail."""
    return {
        "version": version.number,
        "name": version.name,
        "purpose": version.purpose,
        "answers": version.answers,
        "tier": version.tier,
        "held_tier": version.held_tier,
        "held_for": version.held_for,
        "outcome": version.outcome,
        "state": version.state,
        "policy_version": version.policy_version,
        "rules": list(version.rule_ids),
    }
