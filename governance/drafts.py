"""Drafts: forms that are not finished, kept so that nothing typed is lost.

A draft is nobody's record yet, so it leaves no entry in the record of changes.
"""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import ColumnExpressionArgument, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import DraftNotFoundError
from governance.people import Person
from governance.policy import Answers
from governance.storage.queries import find_by_id
from governance.tables import Draft, PersonRow

_OPEN = select(Draft).where(Draft.closed_at.is_(None)).order_by(Draft.changed_at.desc())
_AWAITING_TEXT = _OPEN.where(
    Draft.person_id == bindparam("person_id"),
    Draft.asked_in == bindparam("place"),
    Draft.changed_at >= bindparam("since"),
)


class Drafts:
    """Repository of drafts, the forms that are not finished."""

    def __init__(self, session: AsyncSession) -> None:
        """Read and write through *session*."""
        self._session = session

    async def find_open(self, person: Person, kind: str) -> Draft | None:
        """Find what *person* began and has not finished of a *kind*."""
        return await self._first(Draft.person_id == person.id, Draft.kind == kind)

    async def list_open(self, person: Person, *, limit: int) -> list[Draft]:
        """List what *person* began and has not finished, touched last first."""
        wanted = _OPEN.where(Draft.person_id == person.id).limit(limit)
        return list(await self._session.scalars(wanted))

    async def get(self, key: str, *, person: Person) -> Draft:
        """Find an open draft of *person* by its key.

        Raises:
            DraftNotFoundError: If there is none, or it is closed, or somebody else's.
        """
        draft = await self._first(Draft.key == key, Draft.person_id == person.id)
        if draft is None:
            raise DraftNotFoundError(key)
        return draft

    async def start(
        self, person: Person, kind: str, *, answers: Answers, subject: str = "", at: datetime
    ) -> Draft:
        """Begin a draft; what *person* began earlier of the same *kind* is closed.

        *subject* is the reference of what the draft changes, when it is not about something new.
        """
        await find_by_id(self._session, PersonRow, person.id, lock=True)
        await self._session.execute(
            update(Draft)
            .where(Draft.person_id == person.id, Draft.kind == kind, Draft.closed_at.is_(None))
            .values(closed_at=at, changed_at=at, asked_in=None)
        )
        draft = Draft(
            key=uuid4().hex,
            person_id=person.id,
            kind=kind,
            subject=subject,
            answers=dict(answers),
            step=0,
            asked_in=None,
            started_at=at,
            changed_at=at,
        )
        self._session.add(draft)
        await self._session.flush()
        return draft

    async def save(
        self,
        draft: Draft,
        *,
        answers: Answers,
        step: int,
        asked_in: str | None = None,
        at: datetime,
    ) -> Draft:
        """Save the answers so far.

        *asked_in* names the conversation that waits for a typed answer from now on; only one
        draft of a person is ever asked about.

        Raises:
            DraftNotFoundError: If the draft has been closed meanwhile.
        """
        held = await self._lock_open(draft)
        if asked_in:
            await self._session.execute(
                update(Draft)
                .where(
                    Draft.person_id == held.person_id,
                    Draft.asked_in.is_not(None),
                    Draft.id != held.id,
                )
                .values(asked_in=None)
            )
        held.answers, held.step, held.asked_in, held.changed_at = dict(answers), step, asked_in, at
        await self._session.flush()
        return held

    async def close(self, draft: Draft, *, at: datetime) -> None:
        """Close a draft; idempotent."""
        held = await find_by_id(self._session, Draft, draft.id, lock=True)
        if held is not None and held.closed_at is None:
            held.closed_at, held.changed_at, held.asked_in = at, at, None
            await self._session.flush()

    async def find_awaiting_text(
        self, person: Person, place: str, *, since: datetime
    ) -> Draft | None:
        """Find the draft that waits for what *person* types next in the conversation *place*.

        One that has waited from before *since* waits no longer.
        """
        wanted = {"person_id": person.id, "place": place, "since": since}
        return (await self._session.scalars(_AWAITING_TEXT, wanted)).first()

    async def stop_awaiting_text(self, draft: Draft) -> None:
        """Stop waiting for a typed answer; the content of the *draft* stays."""
        await self._session.execute(update(Draft).where(Draft.id == draft.id).values(asked_in=None))

    async def _lock_open(self, draft: Draft) -> Draft:
        """Find and lock an open draft."""
        held = await find_by_id(self._session, Draft, draft.id, lock=True)
        if held is None or held.closed_at is not None:
            raise DraftNotFoundError(draft.key)
        return held

    async def _first(self, *conditions: ColumnExpressionArgument[bool]) -> Draft | None:
        """Find the open draft that *conditions* hold for, the one touched last if there are two."""
        return (await self._session.scalars(_OPEN.where(*conditions))).first()
