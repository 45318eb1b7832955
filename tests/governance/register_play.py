"""The register as conversations play it, and what must be true of it at every moment."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

from governance import (
    NOT_SURE,
    Demand,
    Person,
    Policy,
    Registration,
    RequirementKind,
    RequirementState,
    Review,
    ReviewStatus,
    Role,
    Solution,
    SolutionVersion,
    StepRequest,
    UnitOfWork,
    VersionState,
    assess,
)
from governance.policy import Answer
from governance.reviews import LEADS_TO
from governance.tables import AuditRow, Requirement
from tests.governance.policies import HARMLESS, small

LEVELS: Mapping[str, Mapping[str, Answer]] = MappingProxyType(
    {
        "minimal": {},
        "limited": {"data": ("internal",)},
        "high": {"data": ("restricted",)},
        "unsure": {"use": NOT_SURE},
        "stopped": {"tool": "zapier", "data": ("restricted",)},
        "prohibited": {"use": "hiring", "human_decides": "no"},
    }
)
"""Answers that ask for ever more care; the last three can be approved by nobody."""

TITLES = ("hr",)
"""Who decides beside a reviewer about what is high."""

DAYS = 5

BOOKED = """
    INSERT INTO bookings (key, mentor_id, maker_id, topic, note, starts_at, ends_at, status, uid,
                          sequence, booked_at)
    VALUES ('k', {mentor}, {maker}, 'data', 'About {reference}, please.',
            '2026-03-03 02:00:00.000000', '2026-03-03 02:30:00.000000', 'booked', 'k', 0,
            '2026-03-02 12:00:00.000000')
"""
"""An hour that a mentor gave a maker about a solution."""

WATCHED = (
    "solutions",
    "solution_versions",
    "reviews",
    "review_steps",
    "review_comments",
    "requirements",
    "version_evidence",
)
"""The tables no row of which changes without an audit entry."""


def forbidding() -> Policy:
    """Make the small policy with something that nobody builds, and with a stop."""
    written = small()
    never = {
        "id": "prohibited",
        "name": "Prohibited",
        "means": "No.",
        "clause": "p#c",
        "allowed": False,
        "review": {"by": "lead", "working_days": 2},
    }
    stop = {
        "id": "stop",
        "clause": "p#c",
        "because": "No.",
        "tier": "high",
        "stop": True,
        "when": 'tool == "zapier" && "restricted" in data',
    }
    hiring = {
        "id": "never",
        "clause": "p#c",
        "because": "No.",
        "tier": "prohibited",
        "when": 'use == "hiring"',
    }
    return small(tiers=[*written.tiers, never], rules=[*written.rules, stop, hiring])


POLICY = forbidding()


def describe(
    level: str,
    *,
    name: str = "Invoice reader",
    purpose: str = "Reads the invoices that suppliers send us.",
    backup: str = "",
    policy: Policy = POLICY,
) -> Registration:
    """Make what somebody registers with the answers of a level."""
    answers = {**HARMLESS, **LEVELS[level], "name": name, "purpose": purpose}
    assessment = assess(policy, answers)
    return Registration(name, purpose, answers, assessment, policy, "1.0", backup_email=backup)


async def submit(  # noqa: PLR0913 - a registration has this many parts
    records: UnitOfWork,
    registration: Registration,
    *,
    by: Person,
    at: datetime,
    reference: str = "",
    key: str = "",
    titles: Iterable[str] = (),
) -> Solution:
    """Register something, or another version of it, and ask for the review that it needs."""
    registry = records.registry
    if reference:
        solution, is_new = await registry.revise(reference, registration, by=by, at=at)
    else:
        key = key or uuid4().hex
        solution, is_new = await registry.register(key, registration, owner=by, at=at)
    if not is_new:
        return solution
    version = solution.current
    is_reviewed = version.state is not VersionState.APPROVED
    demands = [
        Demand(RequirementKind.EVIDENCE, each, is_before_approval=is_reviewed)
        for each in registration.assessment.tier.evidence
    ]
    await records.requirements.demand(version, demands)
    if version.state in {VersionState.WAITING, VersionState.IN_REVIEW}:
        due_at = at + timedelta(days=DAYS)
        terms = registration.assessment.tier.review
        steps = [StepRequest(due_at, title=each) for each in titles]
        await records.reviews.request(
            solution,
            role=Role(terms.by) if terms else Role.REVIEWER,
            due_at=due_at,
            by=by,
            at=at,
            steps=steps,
        )
    return solution


async def read_rows(connection: AsyncConnection) -> dict[str, list[tuple[Any, ...]]]:
    """Read everything that an audit entry must tell of."""
    rows = {}
    for table in WATCHED:
        found = await connection.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - of the list
        rows[table] = sorted((tuple(map(str, row)) for row in found), key=str)
    return rows


async def find_faults(engine: AsyncEngine) -> list[str]:
    """List what is wrong with the register as a whole, solution by solution."""
    async with AsyncSession(engine) as session:
        solutions = (await session.scalars(select(Solution).order_by(Solution.id))).all()
        versions = (
            await session.scalars(select(SolutionVersion).order_by(SolutionVersion.number))
        ).all()
        reviews = (await session.scalars(select(Review).order_by(Review.id))).all()
        requirements = (await session.scalars(select(Requirement))).all()
        overridden = (
            await session.scalars(
                select(AuditRow.subject).where(AuditRow.action == "review.overridden")
            )
        ).all()
        faults = []
        for solution in solutions:
            own = [each for each in versions if each.solution_id == solution.id]
            about = [each for each in reviews if each.solution_id == solution.id]
            waived = solution.reference in overridden
            faults += [f"{solution.reference}: {each}" for each in _state_faults(own, about)]
            for version in own:
                asked = [each for each in requirements if each.version_id == version.id]
                label = f"{solution.reference} v{version.number}"
                if version.state is VersionState.APPROVED:
                    wrong = [
                        *_approval_faults(version, own, about),
                        *_requirement_faults(asked, is_overridden=waived),
                    ]
                    faults += [f"{label}: {each}" for each in wrong]
        return faults


def _state_faults(versions: list[SolutionVersion], reviews: list[Review]) -> list[str]:
    """Compare the versions and reviews of one solution with the tables of states."""
    faults = []
    open_reviews = [each for each in reviews if each.status.is_open]
    open_versions = [each for each in versions if each.state.is_open]
    live = [each for each in versions if each.is_live]
    current = [each for each in versions if each.is_current]
    approved = [each for each in versions if each.state is VersionState.APPROVED]
    if [each.number for each in current] != [len(versions)]:
        faults.append("the newest version is not the one current version")
    if len(open_reviews) > 1 or len(open_versions) > 1:
        faults.append("more than one review or version is open")
    if [each.version_id for each in open_reviews] != [each.id for each in open_versions]:
        faults.append("the open review is not about the open version")
    if live != approved[-1:]:
        faults.append("the last approved version is not the live one")
    for review in open_reviews:
        wanted = {LEADS_TO[review.status]}
        if review.status is ReviewStatus.CHANGES_REQUESTED:
            wanted.add(VersionState.DRAFT)
        if review.version.state not in wanted:
            faults.append(f"a review is {review.status}, its version {review.version.state}")
    return faults


def _care(version: SolutionVersion) -> tuple[int, int]:
    """Order versions by the care that they ask for themselves."""
    outcomes = ["tier", "on_hold", "stop", "prohibited"]
    return POLICY.rank(version.tier), outcomes.index(version.outcome)


def _approval_faults(
    version: SolutionVersion, versions: list[SolutionVersion], reviews: list[Review]
) -> list[str]:
    """Say what is wrong with an approval: nobody gave it, or nobody could."""
    faults = []
    if version.outcome != "tier":
        faults.append(f"approved although {version.outcome}")
    if version.held_tier:
        faults.append("approved while a stricter tier holds")
    given = [
        each
        for each in reviews
        if each.version_id == version.id and each.status is ReviewStatus.APPROVED
    ]
    if given:
        if any(step.is_open for each in given for step in each.steps):
            faults.append("approved while a step is open")
        return faults
    if POLICY.tier(version.tier).review is not None:
        faults.append("approved by nobody")
    before = [each for each in versions if each.number < version.number]
    last = max((each.number for each in before if each.state is VersionState.APPROVED), default=0)
    since = [each for each in before if each.number >= last]
    if any(_care(each) > _care(version) for each in since):
        faults.append("approved by nobody with less care than before")
    rejected = {each.version_id for each in reviews if each.status is ReviewStatus.REJECTED}
    if any(each.id in rejected and each.number > last for each in since):
        faults.append("approved by nobody after a rejection")
    return faults


def _requirement_faults(requirements: list[Requirement], *, is_overridden: bool) -> list[str]:
    """Say which waived requirement of an approved version no override is on the record for."""
    waived = [each for each in requirements if each.state is RequirementState.WAIVED]
    return [
        f"{each.kind}:{each.subject} waived without a word"
        for each in waived
        if not (is_overridden and each.note and each.is_before_approval)
    ]
