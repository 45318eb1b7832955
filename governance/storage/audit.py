"""The append-only record of changes: who changed what, when, from what and to what.

Every entry carries the hash of the one before it, so that an entry that was edited, removed or
slipped in shows. Entries are queued while a transaction goes on and appended just before it is
committed, under a lock that is always taken last: whoever holds it waits for nobody.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from hashlib import sha256
from typing import Any, Protocol

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.tables import AuditHead, AuditRow

GENESIS = "0" * 64
"""What the first entry carries in place of the hash of the one before."""

BATCH_SIZE = 1000
"""How many entries are checked at a time."""


class Actor(Protocol):
    """Whoever changes something; the record knows them by their number alone."""

    @property
    def id(self) -> int:
        """Their primary key."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One recorded change; *actor_id* is None when no person asked for it."""

    id: int
    at: datetime
    actor_id: int | None
    action: str
    subject: str
    before: Any
    after: Any
    hash: str


@dataclass(frozen=True, slots=True)
class PendingEntry:
    """A change that is queued and not written to the database yet."""

    at: datetime
    actor_id: int | None
    action: str
    subject: str
    before: str
    after: str

    def chain(self, number: int, previous: str) -> dict[str, Any]:
        """Give the entry its *number* and the hash that ties it to the *previous* one."""
        fields = {
            "id": number,
            "at": self.at.astimezone(UTC),
            "actor_id": self.actor_id,
            "action": self.action,
            "subject": self.subject,
            "before": self.before,
            "after": self.after,
        }
        return {
            **fields,
            "hash": sha256((previous + to_canonical_json(fields)).encode()).hexdigest(),
        }


class Audit:
    """The record of every change."""

    def __init__(self, session: AsyncSession) -> None:
        """Write through *session*; whoever opened it appends and commits."""
        self._session = session
        self._queue: list[PendingEntry] = []

    def record(  # noqa: PLR0913 - a change has this many parts
        self,
        *,
        actor: Actor | None,
        action: str,
        subject: str,
        before: object,
        after: object,
        at: datetime,
    ) -> None:
        """Queue a change; it is written when the transaction commits."""
        self._queue.append(
            PendingEntry(
                at,
                actor.id if actor else None,
                action,
                subject,
                to_canonical_json(before),
                to_canonical_json(after),
            )
        )

    async def append_pending(self) -> None:
        """Insert the queued entries. Only the one who commits calls this, as the last thing."""
        if not self._queue:
            return
        await self._session.flush()  # every other lock is taken before the last one
        head = await self._session.scalar(select(AuditHead).with_for_update())
        if head is None:
            raise RuntimeError("the audit chain has lost its end")
        number, last, entries = head.entry_id, head.hash, []
        for noted in self._queue:
            number += 1
            entries.append(noted.chain(number, last))
            last = entries[-1]["hash"]
        self._queue.clear()
        await self._session.execute(insert(AuditRow), entries)
        await self._session.execute(update(AuditHead).values(entry_id=number, hash=last))

    async def list_for(self, subject: str) -> tuple[AuditEntry, ...]:
        """List what happened to *subject*, a reference such as ``SOL-0042``, oldest first."""
        rows = await self._session.scalars(
            select(AuditRow).where(AuditRow.subject == subject).order_by(AuditRow.id)
        )
        return tuple(_entry(row) for row in rows)

    async def get_newest_id(self) -> int:
        """Give the number of the newest entry, 0 when there is none."""
        return await self._session.scalar(select(AuditHead.entry_id)) or 0

    async def list_changed(self, *, after: int) -> tuple[frozenset[str], int]:
        """Name what has changed since the entry *after*, and give the number of the newest."""
        query = select(AuditRow.id, AuditRow.subject).where(AuditRow.id > after)
        rows = (await self._session.execute(query.order_by(AuditRow.id).limit(BATCH_SIZE))).all()
        return frozenset(row.subject for row in rows), rows[-1].id if rows else after

    async def verify(self) -> int | None:
        """Find the first entry that is not what was written, or None when all are.

        A missing entry is found by its number, at the end of the chain too.
        """
        number, last = 0, GENESIS
        while rows := await self._after(number):
            for row in rows:
                number += 1
                if row != _to_pending(row).chain(number, last):
                    return number
                last = row["hash"]
        ends = await self._session.execute(select(AuditHead.entry_id, AuditHead.hash))
        return None if ends.all() == [(number, last)] else number + 1

    async def _after(self, number: int) -> list[dict[str, Any]]:
        """Read the next entries as they are stored."""
        query = select(*AuditRow.__table__.columns).where(AuditRow.id > number)
        rows = await self._session.execute(query.order_by(AuditRow.id).limit(BATCH_SIZE))
        return [dict(row) for row in rows.mappings()]


def _to_pending(row: Mapping[str, Any]) -> PendingEntry:
    """Parse a stored entry, without its place in the chain."""
    facts = {name: value for name, value in row.items() if name not in {"id", "hash"}}
    return PendingEntry(**facts)


def _entry(row: AuditRow) -> AuditEntry:
    """Give a row out as it is read."""
    return AuditEntry(
        id=row.id,
        at=row.at,
        actor_id=row.actor_id,
        action=row.action,
        subject=row.subject,
        before=json.loads(row.before),
        after=json.loads(row.after),
        hash=row.hash,
    )


def to_canonical_json(value: object) -> str:
    """Write *value* down in the one way that the same facts are always written."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: object) -> object:
    """Say what JSON has no word for."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case set() | frozenset():
            return sorted(value)
        case Mapping():
            return dict(value)
        case Enum():
            return value.value
        case _:
            raise TypeError(f"{type(value).__name__} cannot be written into the record")
