"""The care that a solution has asked for so far: what a new version may not talk itself out of.

A person who approves a version approves the care it asks for. Whatever was said since, and
replaced, withdrawn or rejected, still counts: describing a thing differently decides nothing.
"""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.people import Person
from governance.policy import CARE_ORDER, Policy
from governance.registration import Registration
from governance.resemblance import resembles
from governance.tables import Solution, SolutionVersion, VersionState


@dataclass(frozen=True, slots=True)
class Care:
    """A tier that a version asked for, and where that was: ``SOL-0042 v1``."""

    amount: tuple[int, int]
    tier: str
    where: str


async def list_versions(session: AsyncSession, solution: Solution) -> tuple[SolutionVersion, ...]:
    """List every version of *solution*, oldest first."""
    query = select(SolutionVersion).where(SolutionVersion.solution_id == solution.id)
    return tuple(await session.scalars(query.order_by(SolutionVersion.number)))


async def care_so_far(session: AsyncSession, policy: Policy, solution: Solution) -> Care | None:
    """Find the strictest tier asked for since a person last approved a version.

    Versions that were replaced, withdrawn or rejected meanwhile count: saying something else
    of a solution is not deciding about it. So does what a resembling solution asked for.
    """
    versions = await list_versions(session, solution)
    approved = [each.number for each in versions if each.state is VersionState.APPROVED]
    since = max(approved, default=0)
    return strictest(
        policy,
        [
            (each, f"{solution.reference} v{each.number}")
            for each in versions
            if each.number >= since
        ],
    )


async def care_of_resembling(
    session: AsyncSession, registration: Registration, solution: Solution, owner: Person
) -> Care | None:
    """Find the strictest tier of what *owner* registered before and this resembles."""
    query = (
        select(SolutionVersion, Solution.id)
        .join(Solution, Solution.id == SolutionVersion.solution_id)
        .where(
            or_(Solution.owner_id == owner.id, SolutionVersion.made_by_id == owner.id),
            Solution.id != solution.id,
            SolutionVersion.is_current,
        )
    )
    mine = (registration.name, registration.purpose)
    found = [
        (version, f"SOL-{number:04d} v{version.number}")
        for version, number in (await session.execute(query)).all()
        if resembles(mine, (version.name, version.purpose))
    ]
    return strictest(registration.policy, found)


def strictest(policy: Policy, found: list[tuple[SolutionVersion, str]]) -> Care | None:
    """Find the strictest of the tiers that versions asked for; a tier that is gone is above all."""
    ranks = {tier.id: rank for rank, tier in enumerate(policy.tiers)}
    outcomes = [outcome.value for outcome in CARE_ORDER]
    cares = [
        Care(
            (
                ranks.get(version.effective_tier, len(ranks)),
                outcomes.index(version.outcome) if version.outcome in outcomes else 0,
            ),
            version.effective_tier,
            where,
        )
        for version, where in found
    ]
    return max(cares, key=lambda care: care.amount, default=None)
