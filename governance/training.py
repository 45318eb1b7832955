"""Training: which modules people have completed."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.people import Person
from governance.storage.audit import Audit
from governance.storage.queries import insert_once
from governance.tables import CompletedModule


class Training:
    """Every module that somebody has completed."""

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit

    async def list_completed(self, person: Person) -> dict[str, datetime]:
        """Say what *person* has completed, and when."""
        query = select(CompletedModule).where(CompletedModule.person_id == person.id)
        rows = await self._session.scalars(query.order_by(CompletedModule.completed_at))
        return {row.module: row.completed_at for row in rows}

    async def complete(self, person: Person, module: str, *, at: datetime) -> bool:
        """Remember that *person* has completed a module; tell whether that is new."""
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
