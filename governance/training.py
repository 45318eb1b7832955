"""Training: which modules people have completed."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.people import Person
from governance.storage.audit import Audit
from governance.storage.queries import insert_once
from governance.tables import CompletedModule


class Training:
    """Repository of completed training modules."""

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit

    async def list_completed(self, person: Person) -> dict[str, datetime]:
        """Map the modules that *person* has completed to when they did."""
        query = select(CompletedModule).where(CompletedModule.person_id == person.id)
        rows = await self._session.scalars(query.order_by(CompletedModule.completed_at))
        return {row.module: row.completed_at for row in rows}

    async def complete(self, person: Person, module: str, *, at: datetime) -> bool:
        """Mark a module as completed by *person*; idempotent, return whether it is new."""
        row = CompletedModule(person_id=person.id, module=module, completed_at=at)
        _, is_new = await insert_once(
            self._session, row, lambda: self._session.get(CompletedModule, (person.id, module))
        )
        if is_new:
            self._audit.record(
                actor=person,
                action="training.completed",
                subject=person.reference,
                before=None,
                after={"module": module},
                at=at,
            )
        return is_new
