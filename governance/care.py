"""The care that a solution has asked for so far: what a new version may not talk itself out of.

A person who approves a version approves the care it asks for. Whatever was said since, and
replaced, withdrawn or rejected, still counts: describing a thing differently decides nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from governance.policy import CARE_ORDER, Answers, AssessmentOutcome, Policy, list_contradictions
from governance.references import format_reference
from governance.resemblance import is_copy, resembles
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


@dataclass(frozen=True, slots=True)
class Description:
    """How something is described: its name and purpose, and what these say that answers deny.

    What is denied are answers, each with its question, that the words name and nobody gave.
    """

    texts: tuple[str, str]
    denied: frozenset[tuple[str, str]]


def describe(policy: Policy, name: str, purpose: str, answers: Answers) -> Description:
    """Describe what is registered with *answers*, held against its own words."""
    denied = (
        (each.question.id, value)
        for each in list_contradictions(policy, name, purpose, answers)
        for value in ((each.says,) if isinstance(each.says, str) else each.says)
    )
    return Description((name, purpose), frozenset(denied))


async def list_versions(session: AsyncSession, solution: Solution) -> tuple[SolutionVersion, ...]:
    """List every version of *solution*, oldest first."""
    query = select(SolutionVersion).where(SolutionVersion.solution_id == solution.id)
    return tuple(await session.scalars(query.order_by(SolutionVersion.number)))


async def care_before(
    session: AsyncSession,
    policy: Policy,
    described: Description,
    solution: Solution,
    versions: Sequence[SolutionVersion],
) -> Care | None:
    """Find the strictest tier that holds against a version of *solution* as it is *described*.

    That is what its own *versions* asked for since a person last approved one, what resembling
    solutions of the same people asked for, and what copies of it that were refused asked for,
    whoever registered them: saying something else of a thing, here or in another record, is not
    deciding about it.
    """
    own = [(each, f"{solution.reference} v{each.number}") for each in _since_approval(versions)]
    others = await _resembling(session, policy, described, solution, versions)
    copies = await _copies(session, policy, described, solution, versions)
    return strictest(policy, [*own, *others, *copies])


async def care_unseen(
    session: AsyncSession, policy: Policy, version: SolutionVersion, solution: Solution
) -> Care | None:
    """Find the stricter tier that *version* is not held to although it should be by now.

    So it is when something that it resembles was registered, or changed hands, after it.
    """
    versions = await list_versions(session, solution)
    described = describe(policy, version.name, version.purpose, version.answers)
    care = await care_before(session, policy, described, solution, versions)
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
    policy: Policy,
    described: Description,
    solution: Solution,
    versions: Sequence[SolutionVersion],
) -> list[tuple[SolutionVersion, str]]:
    """List what else the same people have registered that reads like what is *described*.

    In another language it does as well, where it was refused: where the words name what they named
    there, and the answers deny it.

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
        (version, _where(version))
        for found in theirs.values()
        for version in _since_approval(found)
        if not _was_beside(version, approved)
        and (
            resembles(described.texts, texts_of(version))
            or (_is_refused(policy, version) and _names_any(policy, version, described.denied))
        )
    ]


async def _copies(
    session: AsyncSession,
    policy: Policy,
    described: Description,
    solution: Solution,
    versions: Sequence[SolutionVersion],
) -> list[tuple[SolutionVersion, str]]:
    """List what anybody registered in these very words, or with the same link, and was refused."""
    forbidden = [tier.id for tier in policy.tiers if not tier.allowed]
    query = select(SolutionVersion).where(
        or_(
            SolutionVersion.state == VersionState.REJECTED,
            SolutionVersion.tier.in_(forbidden),
            SolutionVersion.outcome == AssessmentOutcome.STOP.value,
        ),
        SolutionVersion.solution_id != solution.id,
        ~_is_approved_since(),
    )
    approved = next((each for each in versions if each.number == _last_approved(versions)), None)
    return [
        (version, _where(version))
        for version in await session.scalars(query.order_by(SolutionVersion.id))
        if is_copy(described.texts, texts_of(version)) and not _was_beside(version, approved)
    ]


def _is_approved_since() -> ColumnElement[bool]:
    """Say in SQL that a later version of the same solution is approved."""
    later = aliased(SolutionVersion)
    query = select(later.id).where(
        later.solution_id == SolutionVersion.solution_id,
        later.number > SolutionVersion.number,
        later.state == VersionState.APPROVED,
    )
    return query.exists()


def _where(version: SolutionVersion) -> str:
    return f"{format_reference('SOL', version.solution_id)} v{version.number}"


def _is_refused(policy: Policy, version: SolutionVersion) -> bool:
    """Tell whether somebody rejected *version*, or nobody may approve it."""
    stopped = version.outcome == AssessmentOutcome.STOP.value
    return (
        version.state is VersionState.REJECTED or stopped or not policy.tier(version.tier).allowed
    )


def _names_any(
    policy: Policy, version: SolutionVersion, meant: Collection[tuple[str, str]]
) -> bool:
    """Tell whether the words of *version* name anything of what is *meant*."""
    named = {
        (meaning.question, meaning.value)
        for text in texts_of(version)
        for said in policy.descriptions.find(text)
        for meaning in said.meanings
    }
    return not named.isdisjoint(meant)


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
    """Find the strictest of the tiers that versions asked for.

    A tier that is gone is above all others, and an outcome that is not known above all of its tier.
    """
    ranks = {tier.id: rank for rank, tier in enumerate(policy.tiers)}
    outcomes = {outcome.value: rank for rank, outcome in enumerate(CARE_ORDER)}
    cares = [
        Care(
            (
                ranks.get(version.effective_tier, len(ranks)),
                outcomes.get(version.outcome, len(outcomes)),
            ),
            version.effective_tier,
            where,
        )
        for version, where in found
    ]
    return max(cares, key=lambda care: care.amount, default=None)
