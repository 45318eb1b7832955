"""The register of solutions: what people have built, and the care it needs."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import MoveNotAllowedError, NotTheOwnerError, SolutionNotFoundError
from governance.people import Person
from governance.policy import Answers, Assessment
from governance.references import parse_reference
from governance.reviews import Reviews
from governance.storage.audit import Audit
from governance.storage.queries import find_by_id, insert_once
from governance.tables import PersonRow, Solution, SolutionStatus


class Registry:
    """Every solution the company has told us about."""

    def __init__(self, session: AsyncSession, audit: Audit, reviews: Reviews) -> None:
        """Read and write through *session*; what ends a solution's review is said to *reviews*."""
        self._session = session
        self._audit = audit
        self._reviews = reviews

    async def register(  # noqa: PLR0913 - a registration has this many parts
        self,
        *,
        key: str,
        name: str,
        purpose: str,
        answers: Answers,
        assessment: Assessment,
        policy_version: str,
        owner: Person,
        at: datetime,
        backup_email: str = "",
    ) -> tuple[Solution, bool]:
        """Enter a solution, once for each *key*; tell whether it was entered just now.

        Raises:
            NotTheOwnerError: If the key has been used by somebody else.
        """
        solution = Solution(
            key=key,
            name=name,
            purpose=purpose,
            answers=answers,
            tier=assessment.tier.id,
            status=_status(assessment),
            policy_version=policy_version,
            owner=await self._session.get_one(PersonRow, owner.id),
            backup_email=_normalise_email(backup_email),
            registered_at=at,
            changed_at=at,
        )
        solution, is_new = await insert_once(self._session, solution, lambda: self._by_key(key))
        if solution.owner_id != owner.id:
            raise NotTheOwnerError(solution.reference)
        if is_new:
            after = _facts(solution, assessment)
            self._note("solution.registered", solution, None, after, by=owner, at=at)
        return solution, is_new

    async def get(self, reference: str) -> Solution:
        """Look a solution up by what people call it, however it is capitalised.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
        """
        return await self._row(reference)

    async def list_owned_by(self, person: Person) -> tuple[Solution, ...]:
        """List what *person* owns, newest first."""
        query = select(Solution).where(Solution.owner_id == person.id)
        return tuple(await self._session.scalars(query.order_by(Solution.id.desc())))

    async def search(self, text: str, *, owner: Person | None, limit: int) -> tuple[Solution, ...]:
        """List solutions whose name or number has *text* in it, newest first.

        With *owner* only theirs; without *text*, any.
        """
        number = parse_reference("SOL", text) or parse_reference("SOL", f"SOL-{text}") or 0
        named = Solution.name.icontains(text, autoescape=True)
        query = select(Solution).where(or_(named, Solution.id == number))
        if owner is not None:
            query = query.where(Solution.owner_id == owner.id)
        return tuple(await self._session.scalars(query.order_by(Solution.id.desc()).limit(limit)))

    async def revise(  # noqa: PLR0913 - a registration has this many parts
        self,
        reference: str,
        *,
        name: str,
        purpose: str,
        answers: Answers,
        assessment: Assessment,
        policy_version: str,
        by: Person,
        at: datetime,
        backup_email: str = "",
    ) -> tuple[Solution, bool]:
        """Replace what is registered, and tell whether anything of it is different now.

        Whether it needs a review again follows from the tier; saying the same once more does not
        ask for one.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotTheOwnerError: If *by* is not the owner.
            MoveNotAllowedError: If the solution is retired.
        """
        solution = await self._own(reference, by)
        if solution.status is SolutionStatus.RETIRED:
            raise MoveNotAllowedError(solution.status, _status(assessment))
        before = _facts(solution)
        said = (name, purpose, assessment.tier.id, _plain(answers))
        if said == (solution.name, solution.purpose, solution.tier, _plain(solution.answers)):
            return solution, False
        solution.name, solution.purpose, solution.answers = name, purpose, answers
        solution.tier, solution.status = assessment.tier.id, _status(assessment)
        solution.backup_email = _normalise_email(backup_email)
        solution.policy_version, solution.changed_at = policy_version, at
        self._note("solution.revised", solution, before, _facts(solution, assessment), by=by, at=at)
        if assessment.tier.review is None:
            await self._reviews.withdraw(solution, by=by, at=at)
        return solution, True

    async def retire(self, reference: str, *, by: Person, at: datetime) -> Solution:
        """Take a solution out of use, and its open review back; twice is the same as once.

        Raises:
            SolutionNotFoundError: If nothing is registered as *reference*.
            NotTheOwnerError: If *by* is not the owner.
        """
        solution = await self._own(reference, by)
        if solution.status is not SolutionStatus.RETIRED:
            before = {"status": solution.status}
            solution.status, solution.changed_at = SolutionStatus.RETIRED, at
            after = {"status": solution.status}
            self._note("solution.retired", solution, before, after, by=by, at=at)
            await self._reviews.withdraw(solution, by=by, at=at)
        return solution

    async def list_tiers(self) -> dict[str, tuple[str, ...]]:
        """List the references of all solutions by the tier they are stored with."""
        query = select(Solution).order_by(Solution.id)
        found: dict[str, list[str]] = {}
        for solution in await self._session.scalars(query):
            found.setdefault(solution.tier, []).append(solution.reference)
        return {tier: tuple(references) for tier, references in found.items()}

    async def _row(self, reference: str, *, lock: bool = False) -> Solution:
        number = parse_reference("SOL", reference)
        found = number and await find_by_id(self._session, Solution, number, lock=lock)
        if not found:
            raise SolutionNotFoundError(reference)
        return found

    async def _own(self, reference: str, by: Person) -> Solution:
        """Find and hold a solution that *by* owns."""
        solution = await self._row(reference, lock=True)
        if solution.owner_id != by.id:
            raise NotTheOwnerError(solution.reference)
        return solution

    async def _by_key(self, key: str) -> Solution | None:
        return (await self._session.scalars(select(Solution).where(Solution.key == key))).first()

    def _note(  # noqa: PLR0913 - a change has this many parts
        self,
        action: str,
        solution: Solution,
        before: object,
        after: object,
        *,
        by: Person,
        at: datetime,
    ) -> None:
        self._audit.record(
            actor=by, action=action, subject=solution.reference, before=before, after=after, at=at
        )


def _status(assessment: Assessment) -> SolutionStatus:
    """Say where a solution stands before anybody has looked at it."""
    if assessment.tier.review is None and assessment.is_approvable:
        return SolutionStatus.APPROVED
    return SolutionStatus.IN_REVIEW


def _normalise_email(address: str) -> str:
    """Write the address of whoever looks after a solution in the one way it is stored."""
    return address.strip().lower()


def _plain(answers: Answers) -> dict[str, str | list[str]]:
    """Write *answers* so that the same ones are equal, wherever they were read."""
    return {
        id_: answer if isinstance(answer, str) else sorted(answer)
        for id_, answer in answers.items()
    }


def _facts(solution: Solution, assessment: Assessment | None = None) -> dict[str, object]:
    """Say what is registered, and which rules led to the tier."""
    facts: dict[str, object] = {
        "name": solution.name,
        "purpose": solution.purpose,
        "answers": solution.answers,
        "tier": solution.tier,
        "status": solution.status,
        "policy_version": solution.policy_version,
    }
    if assessment is not None:
        facts["rules"] = [fired.rule.id for fired in assessment.fired]
    return facts
