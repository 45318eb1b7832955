"""The showcase: approved solutions that their owners tell everybody about."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import NotApprovedError, NotTheOwnerError, SolutionNotFoundError
from governance.people import Person
from governance.storage.audit import Audit
from governance.storage.queries import find_by_id, insert_once
from governance.tables import Operation, ShowcaseEntry, Solution, SolutionVersion


class Showcase:
    """Repository of the solutions that are shown to everybody."""

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit

    async def share(
        self, solution: Solution, *, story: str, by: Person, at: datetime
    ) -> ShowcaseEntry:
        """Share *solution* with everybody; sharing it again replaces the *story*.

        Raises:
            NotTheOwnerError: If *by* is not its owner.
            NotApprovedError: If it is not approved.
        """
        held = await find_by_id(self._session, Solution, solution.id, lock=True)
        if held is None:
            raise SolutionNotFoundError(solution.reference)
        if held.owner_id != by.id:
            raise NotTheOwnerError(held.reference)
        if held.live is None or held.is_retired:
            raise NotApprovedError(held.reference, held.state)
        entry = ShowcaseEntry(solution=held, story=story, shared_at=at)
        entry, is_new = await insert_once(self._session, entry, lambda: self._of(held))
        before = None if is_new else {"story": entry.story}
        entry.story = story
        await self._session.flush()
        self._audit.record(
            actor=by,
            action="showcase.shared",
            subject=held.reference,
            before=before,
            after={"story": story},
            at=at,
        )
        return entry

    async def list_recent(self, limit: int = 10) -> tuple[ShowcaseEntry, ...]:
        """List what was shared last, newest first, as far as it is still approved."""
        query = (
            select(ShowcaseEntry)
            .join(Solution, Solution.id == ShowcaseEntry.solution_id)
            .join(SolutionVersion, SolutionVersion.solution_id == Solution.id)
            .where(
                SolutionVersion.is_live,
                Solution.operation.not_in([Operation.PAUSED, Operation.RETIRED]),
            )
            .order_by(ShowcaseEntry.shared_at.desc(), ShowcaseEntry.id.desc())
            .limit(limit)
        )
        return tuple(await self._session.scalars(query))

    async def _of(self, solution: Solution) -> ShowcaseEntry | None:
        query = select(ShowcaseEntry).where(ShowcaseEntry.solution_id == solution.id)
        return (await self._session.scalars(query)).first()
