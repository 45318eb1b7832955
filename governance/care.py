"""The care that a solution has asked for so far: what a new version may not talk itself out of.

A person who approves a version approves the care it asks for. Whatever was said since, and
replaced, withdrawn or rejected, still counts: describing a thing differently decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.policy import CARE_ORDER, Policy
from governance.references import format_reference
from governance.resemblance import resembles
from governance.storage.queries import hold_numbers
from governance.tables import (
    Review,
    ReviewStatus,
    Solution,
    SolutionVersion,
    VersionState,
)

REGISTERING = 13
"""What the numbers of people are held for while something of theirs is registered."""


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


async def care_before(
    session: AsyncSession,
    policy: Policy,
    texts: tuple[str, str],
    solution: Solution,
    versions: Sequence[SolutionVersion],
) -> Care | None:
    """Find the strictest tier that holds against a version of *solution* with these *texts*.

    The texts are its name and its purpose. That is what its own *versions* asked for since a person
    last approved one, and what resembling solutions of the same people asked for: saying something
    else of a thing, here or in another record, is not deciding about it.
    """
    own = [(each, f"{solution.reference} v{each.number}") for each in _since_approval(versions)]
    others = await _resembling(session, texts, solution, versions)
    return strictest(policy, [*own, *others])


async def care_unseen(
    session: AsyncSession, policy: Policy, version: SolutionVersion, solution: Solution
) -> Care | None:
    """Find the stricter tier that *version* is not held to although it should be by now.

    So it is when something that it resembles was registered, or changed hands, after it.
    """
    versions = await list_versions(session, solution)
    care = await care_before(session, policy, texts_of(version), solution, versions)
    mine = strictest(policy, [(version, "")])
    if care is None or mine is None or care.where == version.held_for:
        return None
    return care if care.amount > mine.amount else None


async def hold_people(
    session: AsyncSession, solution: Solution, versions: Sequence[SolutionVersion]
) -> None:
    """Lock the people of *solution* until the transaction ends, so that nobody registers beside it.

    Of two records that resemble each other and are registered at the same moment, the second so
    sees the first.
    """
    known = {solution.owner_id, solution.backup_id, solution.offered_to_id}
    known |= {each.made_by_id for each in versions}
    await hold_numbers(session, REGISTERING, [each for each in known if each is not None])


async def was_refused(
    session: AsyncSession, solution: Solution, versions: Sequence[SolutionVersion]
) -> bool:
    """Tell whether a person rejected one of *versions* since the last one was approved.

    What became of the version later does not count: an appeal that was withdrawn approves nothing.
    """
    since = _last_approved(versions)
    numbers = {each.id: each.number for each in versions}
    rejected = await session.scalars(
        select(Review.version_id).where(
            Review.solution_id == solution.id, Review.status == ReviewStatus.REJECTED
        )
    )
    return any(numbers.get(each, 0) > since for each in rejected) or any(
        each.state is VersionState.REJECTED and each.number > since for each in versions
    )


async def _resembling(
    session: AsyncSession,
    texts: tuple[str, str],
    solution: Solution,
    versions: Sequence[SolutionVersion],
) -> list[tuple[SolutionVersion, str]]:
    """List what else the same people have registered that reads like these *texts*.

    That is what the owner and their helpers own or made, and what the owner helps with; to share a
    helper with somebody else is nothing in common.

    Every version counts that its solution's last approval does not stand for, so that renaming
    one leads nowhere. One that a person has seen beside this solution, which read like it already
    when it was approved, is settled.
    """
    known = {solution.owner_id, solution.backup_id, solution.offered_to_id}
    people = [each for each in known if each is not None]
    made = select(SolutionVersion.solution_id).where(SolutionVersion.made_by_id.in_(people))
    query = (
        select(SolutionVersion)
        .join(Solution, Solution.id == SolutionVersion.solution_id)
        .where(
            or_(
                Solution.owner_id.in_(people),
                Solution.backup_id == solution.owner_id,
                Solution.offered_to_id == solution.owner_id,
                Solution.id.in_(made),
            ),
            Solution.id != solution.id,
        )
        .order_by(SolutionVersion.id)
        .execution_options(populate_existing=True)  # others may have changed it since it was read
    )
    theirs: dict[int, list[SolutionVersion]] = {}
    for version in await session.scalars(query):
        theirs.setdefault(version.solution_id, []).append(version)
    approved = next((each for each in versions if each.number == _last_approved(versions)), None)
    return [
        (version, f"{format_reference('SOL', number)} v{version.number}")
        for number, found in theirs.items()
        for version in _since_approval(found)
        if resembles(texts, texts_of(version)) and not _was_beside(version, approved)
    ]


def _was_beside(other: SolutionVersion, approved: SolutionVersion | None) -> bool:
    """Tell whether *approved* was approved while *other* was there and read like it."""
    return (
        approved is not None
        and approved.decided_at is not None
        and other.made_at < approved.decided_at
        and resembles(texts_of(approved), texts_of(other))
    )


def _since_approval(versions: Sequence[SolutionVersion]) -> list[SolutionVersion]:
    """List the last approved of *versions* and those after it; all where none is approved."""
    since = _last_approved(versions)
    return [each for each in versions if each.number >= since]


def _last_approved(versions: Sequence[SolutionVersion]) -> int:
    approved = (each.number for each in versions if each.state is VersionState.APPROVED)
    return max(approved, default=0)


def texts_of(version: SolutionVersion) -> tuple[str, str]:
    """Give what a version is compared by: its name and its purpose."""
    return version.name, version.purpose


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
