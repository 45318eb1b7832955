"""Evidence: the files and links by which makers show that their solutions are as they should be.

A file comes in before it is added to anything, as drafts do; what is added is noted in the record
of changes by its hash, since a file's name may say more about people than the record should.
"""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from uuid import uuid4

from sqlalchemy import ColumnExpressionArgument, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import (
    EvidenceDecidedError,
    EvidenceNotFoundError,
    NotTheOwnerError,
    TooMuchEvidenceError,
)
from governance.people import Person
from governance.storage.audit import Audit
from governance.storage.queries import find_by_id, insert_once
from governance.tables import (
    EvidencePiece,
    Review,
    ReviewStatus,
    ReviewStepRow,
    Solution,
    SolutionVersion,
    VersionEvidence,
)

MAX_FILE_BYTES = 10 * 2**20
"""Bytes of one file."""

MAX_PIECES = 50
"""How many pieces a solution may have, and how many somebody may keep without adding them."""


class EvidenceFiles:
    """Repository of evidence: files and links."""

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit

    async def keep(
        self, person: Person, *, name: str, media_type: str, content: bytes, at: datetime
    ) -> EvidencePiece:
        """Store a file of *person*; idempotent by its content.

        Raises:
            TooMuchEvidenceError: If it is too large, or if they keep too many already.
        """
        if len(content) > MAX_FILE_BYTES:
            raise TooMuchEvidenceError
        mark = sha256(content).hexdigest()
        loose = (EvidencePiece.person_id == person.id, EvidencePiece.solution_id.is_(None))
        found = await self._first(*loose, EvidencePiece.sha256 == mark, EvidencePiece.name == name)
        if found is not None:
            return found
        if await self._count(*loose) >= MAX_PIECES:
            raise TooMuchEvidenceError
        piece = _piece(person, name, mark, at=at)
        piece.media_type, piece.size, piece.content = media_type, len(content), content
        self._session.add(piece)
        await self._session.flush()
        return piece

    async def add(
        self, solution: Solution, evidence: str, keys: Sequence[str], *, by: Person, at: datetime
    ) -> tuple[EvidencePiece, ...]:
        """Add files of *by* as *evidence* of their *solution*; say which were not there before.

        Raises:
            NotTheOwnerError: If the solution is somebody else's.
            TooMuchEvidenceError: If it has too many pieces already.
        """
        held = await self._lock_owned(solution, by)
        added = []
        for key in keys:
            mine = (EvidencePiece.person_id == by.id, EvidencePiece.solution_id.is_(None))
            piece = await self._first(EvidencePiece.key == key, *mine)
            if piece is None:
                continue  # it was added before, or is nobody's
            known = await self._known(held, evidence, piece.sha256)
            if known is not None:
                await self._session.delete(piece)
                piece = known
            else:
                await self._make_room(held)
                piece.solution, piece.evidence = held, evidence
                await self._session.flush()
            if await self._link(held.current, piece):
                self._note("solution.evidence_added", piece, by=by, at=at)
                added.append(piece)
        return tuple(added)

    async def add_link(
        self, solution: Solution, evidence: str, link: str, *, by: Person, at: datetime
    ) -> EvidencePiece:
        """Add a *link* as *evidence* of a *solution*; idempotent.

        Raises:
            NotTheOwnerError: If the solution is somebody else's.
            TooMuchEvidenceError: If it has too many pieces already.
        """
        held = await self._lock_owned(solution, by)
        mark = sha256(link.encode()).hexdigest()
        piece = _piece(by, link, mark, at=at)
        piece.solution, piece.evidence = held, evidence
        known = await self._known(held, evidence, mark)
        if known is None:
            await self._make_room(held)
            known, _ = await insert_once(
                self._session, piece, lambda: self._known(held, evidence, mark)
            )
        piece = known
        if await self._link(held.current, piece):
            self._note("solution.evidence_added", piece, by=by, at=at)
        return piece

    async def list_for(self, solution: Solution) -> tuple[EvidencePiece, ...]:
        """List the evidence of the current version of *solution*, oldest first.

        What is in the files is not read.
        """
        return await self.list_of_version(solution.current)

    async def list_of_version(self, version: SolutionVersion) -> tuple[EvidencePiece, ...]:
        """List the evidence of a *version*, oldest first, without the content of files."""
        query = (
            select(EvidencePiece)
            .join(VersionEvidence, VersionEvidence.piece_id == EvidencePiece.id)
            .where(VersionEvidence.version_id == version.id)
        )
        return tuple(await self._session.scalars(query.order_by(EvidencePiece.id)))

    async def carry_over(
        self, solution: Solution, *, by: Person, at: datetime
    ) -> tuple[EvidencePiece, ...]:
        """Link the evidence of the last version that had any to the current version of *solution*.

        Give back what the current version was not shown by before.

        Raises:
            NotTheOwnerError: If the solution is somebody else's.
        """
        held = await self._lock_owned(solution, by)
        query = (
            select(SolutionVersion)
            .join(VersionEvidence, VersionEvidence.version_id == SolutionVersion.id)
            .where(
                SolutionVersion.solution_id == held.id,
                SolutionVersion.number < held.current.number,
            )
            .order_by(SolutionVersion.number.desc())
            .limit(1)
        )
        before = await self._session.scalar(query)
        shown = await self.list_of_version(before) if before is not None else ()
        pieces = tuple([each for each in shown if await self._link(held.current, each)])
        if pieces:
            self._audit.record(
                actor=by,
                action="solution.evidence_carried_over",
                subject=held.reference,
                before=None,
                after={"version": held.current.number, "pieces": len(pieces)},
                at=at,
            )
        return pieces

    async def get(self, key: str) -> EvidencePiece:
        """Find a piece that was added to a solution.

        Raises:
            EvidenceNotFoundError: If there is none.
        """
        piece = await self._first(EvidencePiece.key == key, EvidencePiece.solution_id.is_not(None))
        if piece is None:
            raise EvidenceNotFoundError(key)
        return piece

    async def read_content(self, piece: EvidencePiece) -> bytes:
        """Read the content of a file; empty for a link."""
        query = select(EvidencePiece.content).where(EvidencePiece.id == piece.id)
        return await self._session.scalar(query) or b""

    async def list_removable(self, solution: Solution) -> tuple[EvidencePiece, ...]:
        """List the pieces that may be taken away: those of a version that nobody decided about."""
        if await self._has_decision(solution.current):
            return ()
        return await self.list_of_version(solution.current)

    async def remove(self, key: str, *, by: Person, at: datetime) -> EvidencePiece:
        """Remove a piece from the current version, and delete it with the last version.

        Raises:
            EvidenceNotFoundError: If there is none.
            NotTheOwnerError: If the solution is somebody else's.
            EvidenceDecidedError: If somebody decided about the version that it shows.
        """
        piece = await self.get(key)
        if piece.solution is None:
            raise EvidenceNotFoundError(key)
        held = await self._lock_owned(piece.solution, by)
        if await self._is_decided(held.current, piece):
            raise EvidenceDecidedError(held.reference)
        self._note("solution.evidence_removed", piece, by=by, at=at)
        await self._unlink(held.current, piece)
        if not await self._is_linked(piece):
            await self._session.delete(piece)
        await self._session.flush()
        return piece

    async def purge(self, *, before: datetime) -> int:
        """Delete files stored *before* a time and never added; return how many."""
        gone = await self._session.scalars(
            delete(EvidencePiece)
            .where(EvidencePiece.solution_id.is_(None), EvidencePiece.kept_at < before)
            .returning(EvidencePiece.id)
        )
        return len(gone.all())

    async def _lock_owned(self, solution: Solution, by: Person) -> Solution:
        """Find and lock a solution of *by* until the transaction ends."""
        held = await find_by_id(self._session, Solution, solution.id, lock=True)
        if held is None or held.owner_id != by.id:
            raise NotTheOwnerError(solution.reference)
        return held

    async def _link(self, version: SolutionVersion, piece: EvidencePiece) -> bool:
        """Link *piece* to *version*; return whether it was not linked before."""
        key = {"version_id": version.id, "piece_id": piece.id}
        if await self._session.get(VersionEvidence, key) is not None:
            return False
        self._session.add(VersionEvidence(**key))
        version.touched += 1
        await self._session.flush()
        return True

    async def _unlink(self, version: SolutionVersion, piece: EvidencePiece) -> None:
        key = {"version_id": version.id, "piece_id": piece.id}
        if (link := await self._session.get(VersionEvidence, key)) is not None:
            await self._session.delete(link)
            version.touched += 1
            await self._session.flush()

    async def _is_linked(self, piece: EvidencePiece) -> bool:
        query = select(VersionEvidence.piece_id).where(VersionEvidence.piece_id == piece.id)
        return await self._session.scalar(query.limit(1)) is not None

    async def _is_decided(self, version: SolutionVersion, piece: EvidencePiece) -> bool:
        """Tell whether taking *piece* away would change what somebody decided about.

        That is so unless the current *version* is shown by it and nobody has decided about that,
        nor approved a step of its review.
        """
        key = {"version_id": version.id, "piece_id": piece.id}
        is_shown = await self._session.get(VersionEvidence, key) is not None
        return not is_shown or await self._has_decision(version)

    async def _has_decision(self, version: SolutionVersion) -> bool:
        """Tell whether somebody decided about *version*, or approved a step of its review."""
        decided = [each for each in ReviewStatus if each.is_decided]
        has_step = select(ReviewStepRow.id).where(
            ReviewStepRow.review_id == Review.id, ReviewStepRow.approved_at.is_not(None)
        )
        query = select(Review.id).where(
            Review.version_id == version.id, Review.status.in_(decided) | has_step.exists()
        )
        return await self._session.scalar(query.limit(1)) is not None

    async def _make_room(self, solution: Solution) -> None:
        if await self._count(EvidencePiece.solution_id == solution.id) >= MAX_PIECES:
            raise TooMuchEvidenceError(solution.reference)

    async def _known(self, solution: Solution, evidence: str, mark: str) -> EvidencePiece | None:
        return await self._first(
            EvidencePiece.solution_id == solution.id,
            EvidencePiece.evidence == evidence,
            EvidencePiece.sha256 == mark,
        )

    async def _count(self, *conditions: ColumnExpressionArgument[bool]) -> int:
        query = select(func.count()).select_from(EvidencePiece).where(*conditions)
        return await self._session.scalar(query) or 0

    async def _first(self, *conditions: ColumnExpressionArgument[bool]) -> EvidencePiece | None:
        return (await self._session.scalars(select(EvidencePiece).where(*conditions))).first()

    def _note(self, action: str, piece: EvidencePiece, *, by: Person, at: datetime) -> None:
        facts = {"evidence": piece.evidence, "sha256": piece.sha256, "size": piece.size}
        added = action == "solution.evidence_added"
        self._audit.record(
            actor=by,
            action=action,
            subject=piece.solution.reference if piece.solution else "",
            before=None if added else facts,
            after=facts if added else None,
            at=at,
        )


def _piece(person: Person, name: str, mark: str, *, at: datetime) -> EvidencePiece:
    """Build a row that is linked to no version yet."""
    return EvidencePiece(
        key=uuid4().hex,
        person_id=person.id,
        solution_id=None,
        evidence="",
        name=name,
        media_type="",
        size=0,
        sha256=mark,
        content=None,
        kept_at=at,
    )
