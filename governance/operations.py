"""Whether a solution runs and who answers for it: paused, retired, handed over."""

import json
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import (
    MoveNotAllowedError,
    NotAllowedError,
    NotTheOwnerError,
    PersonNotFoundError,
)
from governance.people import Person
from governance.registry import Registry
from governance.reviews import Reviews
from governance.tables import AuditRow, Operation, PersonRow, PersonSource, Role, Solution

OVERSEERS = frozenset({Role.REVIEWER, Role.LEAD})
"""Who may pause any solution and set it going again."""


class Operations:
    """Pauses, retires and hands over solutions, independently of reviews."""

    def __init__(self, session: AsyncSession, registry: Registry, reviews: Reviews) -> None:
        """Write through *session* to what *registry* finds; retiring ends a review."""
        self._session = session
        self._registry = registry
        self._reviews = reviews

    async def retire(self, reference: str, *, by: Person, at: datetime) -> Solution:
        """Retire a solution and withdraw its open review; idempotent.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotTheOwnerError: If *by* is not the owner.
        """
        solution = await self._registry.hold_owned(reference, by)
        if not solution.is_retired:
            await self._operate(solution, Operation.RETIRED, "solution.retired", by=by, at=at)
            if solution.state.is_open:
                solution.current.state = await self._reviews.find_state_without(solution)
            await self._reviews.withdraw(solution, by=by, at=at)
        return solution

    async def pilot(self, reference: str, *, is_pilot: bool, by: Person, at: datetime) -> Solution:
        """Mark what runs as a pilot, which a few people try out, or as used by everybody.

        It says how far a solution is used and approves nothing; idempotent.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotTheOwnerError: If *by* is not the owner.
            MoveNotAllowedError: If the solution does not run.
        """
        solution = await self._registry.hold_owned(reference, by)
        wanted = Operation.PILOT if is_pilot else Operation.LIVE
        if solution.operation not in {Operation.PILOT, Operation.LIVE}:
            raise MoveNotAllowedError(solution.operation, wanted)
        if solution.operation is not wanted:
            action = "solution.piloted" if is_pilot else "solution.rolled_out"
            await self._operate(solution, wanted, action, by=by, at=at)
        return solution

    async def pause(self, reference: str, *, reason: str, by: Person, at: datetime) -> Solution:
        """Pause a solution; allowed to its owner, backup owner, reviewers and leads.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotAllowedError: If *by* is none of these.
            MoveNotAllowedError: If the solution is retired, or does not run yet.
        """
        solution = await self._registry.hold(reference)
        if not (_is_theirs(solution, by) or by.roles & OVERSEERS):
            raise NotAllowedError(solution.reference)
        if solution.operation in {Operation.RETIRED, Operation.IDEA}:
            raise MoveNotAllowedError(solution.operation, Operation.PAUSED)
        if solution.operation is not Operation.PAUSED:
            solution.paused_at, solution.paused_by_id = at, by.id
            solution.pause_reason = reason
            await self._operate(solution, Operation.PAUSED, "solution.paused", by=by, at=at)
        return solution

    async def resume(self, reference: str, *, by: Person, at: datetime) -> Solution:
        """Resume a paused solution.

        It runs as before the pause. One of which nothing is approved does only while it waits for a
        decision; otherwise it waits for an approval.

        Whoever paused what is theirs may undo it, and the backup owner what the owner paused; any
        other pause is undone by a reviewer or a lead. Naming somebody as the backup owner so does
        not undo what they paused.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotAllowedError: If *by* may not.
            MoveNotAllowedError: If it is not paused.
        """
        solution = await self._registry.hold(reference)
        if solution.operation is not Operation.PAUSED:
            raise MoveNotAllowedError(solution.operation, Operation.LIVE)
        own_pause = solution.paused_by_id in {solution.owner_id, by.id}
        is_overseer = bool(by.roles & OVERSEERS) and not _is_theirs(solution, by)
        if not (is_overseer or (own_pause and _is_theirs(solution, by))):
            raise NotAllowedError(solution.reference)
        solution.paused_at = solution.paused_by_id = None
        solution.pause_reason = ""
        operation = await self._find_operation_before_pause(solution)
        if solution.live is not None and operation is Operation.IDEA:
            operation = Operation.LIVE
        if solution.live is None and not solution.state.is_open:
            operation = Operation.IDEA
        await self._operate(solution, operation, "solution.resumed", by=by, at=at)
        return solution

    async def offer(self, reference: str, *, to: Person, by: Person, at: datetime) -> Solution:
        """Offer a solution to somebody who may take it over; nothing changes until they accept.

        A review that they had goes to others: they may answer for it soon. What belongs to
        somebody who has left is offered by a lead.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotTheOwnerError: If *by* may not offer it, or offers it to themselves.
            PersonNotFoundError: If *to* is nobody who works here.
            MoveNotAllowedError: If the solution is retired.
        """
        solution = await self._registry.hold(reference)
        if to.id == by.id or not may_offer(solution, by):
            raise NotTheOwnerError(solution.reference)
        if solution.is_retired:
            raise MoveNotAllowedError(solution.operation, Operation.LIVE)
        await self._refuse_unless_real(to)
        solution.offered_to_id = to.id
        await self._registry.refresh(solution)
        await self._reviews.release(solution, to, at=at)
        after = {"offered_to": to.reference}
        self._registry.record("solution.offered", solution, None, after, by=by, at=at)
        return solution

    async def accept(self, reference: str, *, by: Person, at: datetime) -> Solution:
        """Take over a solution that was offered, or that one is the backup owner of.

        The former owner, unless they have left, stays as the backup owner when there would be no
        other. A review that the new owner had goes to somebody else.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotAllowedError: If it was not offered to *by*, who is not the backup owner either.
            MoveNotAllowedError: If the solution is retired.
        """
        solution = await self._registry.hold(reference)
        if by.id not in {solution.offered_to_id, solution.backup_id}:
            raise NotAllowedError(solution.reference)
        if solution.is_retired:
            raise MoveNotAllowedError(solution.operation, Operation.LIVE)
        former, has_left = solution.owner_id, not solution.owner.is_active
        if solution.backup_id in {None, by.id}:
            solution.backup_id = None if has_left else former
        solution.owner_id, solution.offered_to_id, solution.changed_at = by.id, None, at
        await self._registry.refresh(solution)
        await self._reviews.release(solution, by, at=at)
        before, after = {"owner_id": former}, {"owner_id": by.id}
        self._registry.record("solution.handed_over", solution, before, after, by=by, at=at)
        return solution

    async def decline(self, reference: str, *, by: Person, at: datetime) -> Solution:
        """Decline a solution that was offered, or withdraw one's own offer.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotAllowedError: If *by* neither owns it nor was offered it.
        """
        solution = await self._registry.hold(reference)
        if by.id not in {solution.offered_to_id, solution.owner_id}:
            raise NotAllowedError(solution.reference)
        if solution.offered_to_id is not None:
            before = {"offered_to_id": solution.offered_to_id}
            solution.offered_to_id = None
            await self._session.flush()
            self._registry.record("solution.offer_declined", solution, before, None, by=by, at=at)
        return solution

    async def name_backup(
        self, reference: str, *, backup: Person, by: Person, at: datetime
    ) -> Solution:
        """Name somebody else who can take the solution over; a review they had goes to others.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotTheOwnerError: If *by* is not the owner, or names themselves.
            PersonNotFoundError: If *backup* is nobody who works here.
        """
        solution = await self._registry.hold_owned(reference, by)
        if backup.id == by.id:
            raise NotTheOwnerError(solution.reference)
        await self._refuse_unless_real(backup)
        before = {"backup_id": solution.backup_id}
        solution.backup_id, solution.changed_at = backup.id, at
        await self._registry.refresh(solution)
        await self._reviews.release(solution, backup, at=at)
        after = {"backup_id": backup.id}
        self._registry.record("solution.backup_named", solution, before, after, by=by, at=at)
        return solution

    async def _find_operation_before_pause(self, solution: Solution) -> Operation:
        """Read from the audit trail whether *solution* ran when it was last paused."""
        query = (
            select(AuditRow.before)
            .where(AuditRow.subject == solution.reference, AuditRow.action == "solution.paused")
            .order_by(AuditRow.id.desc())
            .limit(1)
        )
        before = await self._session.scalar(query)
        return Operation(json.loads(before)["operation"]) if before else Operation.IDEA

    async def _refuse_unless_real(self, person: Person) -> None:
        row = await self._session.get_one(PersonRow, person.id)
        if not row.is_active or row.source is PersonSource.NAMED:
            raise PersonNotFoundError(person.name)

    async def _operate(
        self, solution: Solution, operation: Operation, action: str, *, by: Person, at: datetime
    ) -> None:
        """Set whether a solution runs, and audit it."""
        before = {"operation": solution.operation}
        solution.operation, solution.changed_at = operation, at
        await self._registry.refresh(solution)
        after = {"operation": operation, "reason": solution.pause_reason}
        self._registry.record(action, solution, before, after, by=by, at=at)


def may_offer(solution: Solution, person: Person) -> bool:
    """Tell whether *person* may offer *solution*: its owner, or a lead where that one has left."""
    has_left = not solution.owner.is_active
    return person.id == solution.owner_id or (has_left and Role.LEAD in person.roles)


def _is_theirs(solution: Solution, person: Person) -> bool:
    """Tell whether *person* is the owner or the backup owner."""
    return person.id in {solution.owner_id, solution.backup_id}
