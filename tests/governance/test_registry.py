"""The register of solutions."""

import asyncio

import pytest

from governance import (
    Answers,
    Database,
    MoveNotAllowedError,
    NotTheOwnerError,
    Person,
    ReviewStatus,
    Role,
    Solution,
    SolutionNotFoundError,
    VersionState,
)
from tests.fixtures.databases import NOON, Register
from tests.governance.policies import HARMLESS, registration, small

CAREFUL: Answers = {**HARMLESS, "data": ("public", "restricted")}


async def test_a_registered_solution_can_be_looked_up(
    database: Database, register: Register, ben: Person
) -> None:
    """What one transaction wrote, the next one reads, however the reference is capitalised."""
    registered = await register(ben)

    async with database.reading() as records:
        found = await records.registry.get("sol-0001")

    assert registered.reference == "SOL-0001"
    assert (found.name, found.owner.name, found.tier) == ("Lunch menu", "Ben Ong", "minimal")
    assert found.state is VersionState.APPROVED
    assert found.registered_at == NOON
    assert found.answers == {**HARMLESS, "name": "Lunch menu"}


async def test_a_solution_whose_tier_has_a_review_waits_for_it(
    register: Register, ben: Person
) -> None:
    """The tier decides, not who asks."""
    solution = await register(ben, data=("internal",))

    assert solution.state is VersionState.WAITING


@pytest.mark.parametrize(
    "reference", ["SOL-0001", "SOL-", "BKG-0001", "SOL-²", f"SOL-{'9' * 40}", ""]
)
async def test_an_unknown_reference_is_refused(database: Database, reference: str) -> None:
    """Whatever somebody typed."""
    async with database.reading() as records:
        with pytest.raises(SolutionNotFoundError) as refusal:
            await records.registry.get(reference)

    assert refusal.value.reference == reference


async def test_registering_ten_times_at_once_with_one_key_gives_one_record(
    database: Database, ben: Person
) -> None:
    """A submit that arrives again gets what the first one got."""

    async def submit() -> tuple[Solution, bool]:
        async with database.transaction() as records:
            return await records.registry.register(
                "the-draft",
                registration(
                    "Invoices", "Reads invoices.", CAREFUL, backup_email="Sari@selat.example "
                ),
                owner=ben,
                at=NOON,
            )

    submitted = await asyncio.gather(*(submit() for _ in range(10)))

    async with database.reading() as records:
        [solution] = await records.registry.list_owned_by(ben)
        entries = await records.audit.list_for(solution.reference)
    assert {each.reference for each, _ in submitted} == {"SOL-0001"}
    assert sorted(is_new for _, is_new in submitted) == [False] * 9 + [True]
    assert [entry.action for entry in entries] == ["solution.registered"]
    assert entries[0].after["rules"] == ["restricted-data"]
    assert solution.backup is not None
    assert solution.backup.email == "sari@selat.example"


async def test_somebody_elses_key_registers_nothing(
    database: Database, ben: Person, sari: Person, register: Register
) -> None:
    """Nor does it show what they registered."""
    solution = await register(ben)
    async with database.transaction() as records:
        with pytest.raises(NotTheOwnerError):
            await records.registry.register(
                solution.key,
                registration("Mine", "", HARMLESS),
                owner=sari,
                at=NOON,
            )


async def test_people_see_their_own_newest_first(
    database: Database, register: Register, ben: Person, sari: Person
) -> None:
    """And nobody else's."""
    for owner, name in [(ben, "Menu"), (sari, "Invoices"), (ben, "Minutes")]:
        await register(owner, name)

    async with database.reading() as records:
        own = await records.registry.list_owned_by(ben)

    assert [solution.name for solution in own] == ["Minutes", "Menu"]


async def test_a_revised_solution_has_the_status_its_tier_asks_for(
    database: Database, register: Register, ben: Person
) -> None:
    """The record of changes keeps what it was."""
    solution = await register(ben)
    async with database.transaction() as records:
        await records.registry.revise(
            solution.reference,
            registration("Menu for all", "More.", CAREFUL, policy_version="1.1"),
            by=ben,
            at=NOON,
        )

    async with database.reading() as records:
        revised = await records.registry.get(solution.reference)
        *_, entry = await records.audit.list_for(solution.reference)
    assert (revised.tier, revised.state) == ("high", VersionState.WAITING)
    assert revised.answers == CAREFUL
    assert (entry.before["name"], entry.after["name"]) == ("Lunch menu", "Menu for all")


async def test_a_revision_that_asks_for_less_care_waits_for_a_person(
    database: Database, register: Register, ben: Person
) -> None:
    """Nobody talks a case away: the stricter tier holds, and the review goes on about the new."""
    solution = await register(ben, data=("internal",))
    async with database.transaction() as records:
        await records.reviews.request(solution, role=Role.REVIEWER, due_at=NOON, by=ben, at=NOON)
        revised, _ = await records.registry.revise(
            solution.reference,
            registration(solution.name, solution.purpose, HARMLESS),
            by=ben,
            at=NOON,
        )
        review = await records.reviews.find_latest(solution)

    assert (revised.state, revised.tier) == (VersionState.WAITING, "limited")
    assert (revised.current.tier, revised.current.held_for) == ("minimal", "SOL-0001 v1")
    assert review is not None
    assert (review.status, review.version_id) == (ReviewStatus.WAITING, revised.current.id)


async def test_saying_the_same_once_more_changes_nothing(
    database: Database, register: Register, ben: Person, arun: Person
) -> None:
    """What a reviewer approved stays approved, whatever the order of the choices."""
    solution = await register(ben, data=("public", "internal"))
    async with database.transaction() as records:
        review = await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=NOON, by=ben, at=NOON
        )
        await records.decisions.approve(review.id, policy=small(), by=arun, at=NOON)
    answers = {**HARMLESS, "name": solution.name, "data": ("internal", "public")}
    changed = []
    for purpose in (solution.purpose, "More."):
        async with database.transaction() as records:
            revised, is_new = await records.registry.revise(
                solution.reference,
                registration(solution.name, purpose, answers, policy_version="1.1"),
                by=ben,
                at=NOON,
            )
        changed.append((is_new, revised.state))

    assert changed == [(False, VersionState.APPROVED), (True, VersionState.WAITING)]


async def test_only_the_owner_revises_and_retires(
    database: Database, register: Register, ben: Person, sari: Person
) -> None:
    """Anybody else is refused, and nothing changes."""
    solution = await register(ben)
    async with database.transaction() as records:
        with pytest.raises(NotTheOwnerError):
            await records.operations.retire(solution.reference, by=sari, at=NOON)
        with pytest.raises(NotTheOwnerError):
            await records.registry.revise(
                solution.reference,
                registration("Mine", "", HARMLESS),
                by=sari,
                at=NOON,
            )

    async with database.reading() as records:
        assert (await records.registry.get(solution.reference)).name == "Lunch menu"


async def test_a_retired_solution_has_no_open_review_and_cannot_be_revised(
    database: Database, register: Register, ben: Person
) -> None:
    """Retiring twice is the same as once."""
    solution = await register(ben, data=("internal",))
    async with database.transaction() as records:
        await records.reviews.request(solution, role=Role.REVIEWER, due_at=NOON, by=ben, at=NOON)
    for _ in range(2):
        async with database.transaction() as records:
            retired = await records.operations.retire(solution.reference, by=ben, at=NOON)

    async with database.transaction() as records:
        review = await records.reviews.find_latest(solution)
        entries = await records.audit.list_for(solution.reference)
        with pytest.raises(MoveNotAllowedError) as refusal:
            await records.registry.revise(
                solution.reference,
                registration("Again", "", HARMLESS),
                by=ben,
                at=NOON,
            )
    assert retired.is_retired
    assert review is not None
    assert review.status is ReviewStatus.WITHDRAWN
    assert [entry.action for entry in entries].count("solution.retired") == 1
    assert (refusal.value.current, refusal.value.wanted) == ("retired", "waiting")
