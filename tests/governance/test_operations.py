"""Whether a solution runs, and who answers for it."""

from datetime import timedelta

import pytest

from governance import (
    Condition,
    Database,
    MoveNotAllowedError,
    NotAllowedError,
    NotTheOwnerError,
    Operation,
    Person,
    PersonNotFoundError,
    RequirementKind,
    RequirementState,
    ReviewStatus,
    Role,
)
from tests.fixtures.databases import NOON, Meet, Register, Run
from tests.governance.policies import small

REFERENCE = "SOL-0001"


async def test_what_was_approved_at_once_runs(
    database: Database, register: Register, ben: Person
) -> None:
    """As what a reviewer approved does; what waits is an idea, unless it runs already."""
    approved = await register(ben)
    waiting = await register(ben, "Invoices", purpose="Reads bills.", data=("internal",))

    assert (approved.operation, waiting.operation) == (Operation.LIVE, Operation.IDEA)
    async with database.transaction() as records:
        with pytest.raises(MoveNotAllowedError):
            await records.operations.pause(waiting.reference, reason="?", by=ben, at=NOON)


async def test_a_backup_owner_pauses_and_sets_going_again(
    database: Database, register: Register, ben: Person, sari: Person, linh: Person
) -> None:
    """Who, since when and why are kept while it is paused; strangers do neither."""
    await register(ben)
    async with database.transaction() as records:
        await records.operations.name_backup(REFERENCE, backup=sari, by=ben, at=NOON)
        paused = await records.operations.pause(REFERENCE, reason="Wrong sums", by=sari, at=NOON)
        why = (paused.operation, paused.paused_by_id, paused.paused_at, paused.pause_reason)
        for other in (linh, ben):  # nor does the owner undo what the backup owner paused
            with pytest.raises(NotAllowedError):
                await records.operations.resume(REFERENCE, by=other, at=NOON)
        resumed = await records.operations.resume(REFERENCE, by=sari, at=NOON)

    assert why == (Operation.PAUSED, sari.id, NOON, "Wrong sums")
    assert (resumed.operation, resumed.paused_by_id) == (Operation.LIVE, None)


async def test_what_a_reviewer_paused_its_owner_does_not_set_going(
    database: Database, register: Register, ben: Person, arun: Person
) -> None:
    """Somebody who oversees does."""
    await register(ben)
    async with database.transaction() as records:
        await records.operations.pause(REFERENCE, reason="A worry", by=arun, at=NOON)
        with pytest.raises(NotAllowedError):
            await records.operations.resume(REFERENCE, by=ben, at=NOON)
        resumed = await records.operations.resume(REFERENCE, by=arun, at=NOON)

    assert resumed.operation is Operation.LIVE


async def test_a_backup_owner_takes_over(
    database: Database, register: Register, ben: Person, sari: Person, linh: Person
) -> None:
    """The former owner backs it up then; nobody else takes it."""
    await register(ben)
    async with database.transaction() as records:
        await records.operations.name_backup(REFERENCE, backup=sari, by=ben, at=NOON)
        with pytest.raises(NotAllowedError):
            await records.operations.accept(REFERENCE, by=linh, at=NOON)
        taken = await records.operations.accept(REFERENCE, by=sari, at=NOON)

    async with database.reading() as records:
        entries = await records.audit.list_for(REFERENCE)
    assert (taken.owner_id, taken.backup_id) == (sari.id, ben.id)
    assert "solution.handed_over" in [each.action for each in entries]


async def test_whoever_has_left_is_no_backup_owner(
    database: Database, register: Register, ben: Person, sari: Person, run: Run
) -> None:
    """Neither named, nor kept when somebody takes over from them, nor offered anything."""
    await register(ben)
    async with database.transaction() as records:
        await records.operations.name_backup(REFERENCE, backup=sari, by=ben, at=NOON)
    await run(f"UPDATE people SET is_active = false WHERE id = {ben.id}")  # noqa: S608 - a number
    async with database.transaction() as records:
        taken = await records.operations.accept(REFERENCE, by=sari, at=NOON)
        found = await records.people.find_active(str(ben.email))
        with pytest.raises(PersonNotFoundError):
            await records.operations.name_backup(REFERENCE, backup=ben, by=sari, at=NOON)
        with pytest.raises(PersonNotFoundError):
            await records.operations.offer(REFERENCE, to=ben, by=sari, at=NOON)

    assert (taken.owner_id, taken.backup_id, found) == (sari.id, None, None)


async def test_nobody_backs_themselves_up(
    database: Database, register: Register, ben: Person, sari: Person
) -> None:
    """And only the owner names somebody."""
    await register(ben)
    async with database.transaction() as records:
        for backup, by in ((ben, ben), (ben, sari)):
            with pytest.raises(NotTheOwnerError):
                await records.operations.name_backup(REFERENCE, backup=backup, by=by, at=NOON)


async def test_who_answers_for_a_solution_does_not_keep_its_review(
    database: Database, register: Register, ben: Person, arun: Person, nattaya: Person
) -> None:
    """Named as the backup owner, or taking over: the case waits for somebody else."""
    solution = await register(ben, data=("internal",))
    async with database.transaction() as records:
        asked = await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=NOON, by=ben, at=NOON
        )
        await records.reviews.take(asked.id, by=arun, at=NOON)
        await records.operations.name_backup(REFERENCE, backup=arun, by=ben, at=NOON)
    async with database.transaction() as records:
        first = await records.reviews.get(asked.id)
        before = (first.status, first.reviewer_id)
        await records.reviews.take(asked.id, by=nattaya, at=NOON)
        await records.operations.offer(REFERENCE, to=nattaya, by=ben, at=NOON)
        await records.operations.accept(REFERENCE, by=nattaya, at=NOON)
        second = await records.reviews.get(asked.id)

    assert before == (ReviewStatus.WAITING, None)
    assert (second.status, second.reviewer_id) == (ReviewStatus.WAITING, None)


async def test_a_backup_owner_finds_what_they_look_after(
    database: Database, register: Register, ben: Person, sari: Person, linh: Person
) -> None:
    """So does whoever was offered it, until they say no; its owner lists it as their own."""
    await register(ben)
    async with database.transaction() as records:
        await records.operations.name_backup(REFERENCE, backup=sari, by=ben, at=NOON)
        await records.operations.offer(REFERENCE, to=linh, by=ben, at=NOON)
        found = [
            [each.reference for each in await records.registry.list_looked_after_by(person)]
            for person in (ben, sari, linh)
        ]
        searched = await records.registry.search("lunch", owner=sari, limit=5)
        await records.operations.decline(REFERENCE, by=linh, at=NOON)
        later = await records.registry.list_looked_after_by(linh)

    assert found == [[], [REFERENCE], [REFERENCE]]
    assert [each.reference for each in searched] == [REFERENCE]
    assert later == ()


async def test_a_review_is_hurried_once_with_a_reason(
    database: Database, register: Register, ben: Person, arun: Person
) -> None:
    """By the owner; the reason stands among the comments, and never is it due later."""
    solution = await register(ben, data=("internal",))
    tomorrow = NOON + timedelta(days=1)
    async with database.transaction() as records:
        asked = await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=NOON + timedelta(days=3), by=ben, at=NOON
        )
        with pytest.raises(NotTheOwnerError):
            await records.decisions.hurry(solution, reason="!", due_at=NOON, by=arun, at=NOON)
        await records.decisions.hurry(
            solution, reason="The audit is on Thursday", due_at=tomorrow, by=ben, at=NOON
        )
        with pytest.raises(MoveNotAllowedError):
            await records.decisions.hurry(solution, reason="!", due_at=NOON, by=ben, at=NOON)
        review = await records.reviews.get(asked.id)

    assert (review.is_urgent, review.due_at, review.steps[0].due_at) == (True, tomorrow, tomorrow)
    assert [each.text for each in review.comments] == ["The audit is on Thursday"]


async def test_only_owner_and_backup_owner_say_that_a_condition_is_met(
    database: Database, register: Register, ben: Person, arun: Person, meet: Meet
) -> None:
    """Not the reviewer who asked for it."""
    solution = await register(ben, data=("internal",))
    stranger = await meet("Kai Lim")
    async with database.transaction() as records:
        asked = await records.reviews.request(
            solution, role=Role.REVIEWER, due_at=NOON, by=ben, at=NOON
        )
        await records.decisions.approve(
            asked.id,
            policy=small(),
            by=arun,
            at=NOON,
            conditions=[Condition("Test it again", NOON)],
        )
        statuses = await records.requirements.list_all(solution.current, solution, at=NOON)
        [status] = [each for each in statuses if each.requirement.kind is RequirementKind.CONDITION]
        for person in (arun, stranger):
            with pytest.raises(NotTheOwnerError):
                await records.requirements.settle(status.requirement, "Done.", by=person, at=NOON)
        met = await records.requirements.settle(status.requirement, "Done.", by=ben, at=NOON)

    assert (met.kind, met.state) == (RequirementKind.CONDITION, RequirementState.MET)
