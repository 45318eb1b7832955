"""Unfinished forms."""

import asyncio
from datetime import timedelta

import pytest

from governance import Answers, Database, Draft, DraftNotFoundError, Person
from tests.fixtures.databases import NOON, Run

HERE = "web:here"
LATER = NOON + timedelta(minutes=5)


async def test_a_draft_is_found_again(database: Database, ben: Person) -> None:
    """By its owner, in another transaction, with everything typed."""
    async with database.transaction() as records:
        draft = await records.drafts.start(ben, "register", answers={"name": "Menu"}, at=NOON)
    async with database.transaction() as records:
        answers: Answers = {"name": "Menu", "data": ("public", "internal")}
        await records.drafts.save(draft, answers=answers, step=2, at=LATER)

    async with database.reading() as records:
        found = await records.drafts.find_open(ben, "register")
        assert await records.drafts.find_open(ben, "share") is None
        assert await records.drafts.get(draft.key, person=ben) is found
    assert found is not None
    assert (found.answers, found.step, found.changed_at) == (answers, 2, LATER)


async def test_a_draft_is_its_owners_own(database: Database, ben: Person, sari: Person) -> None:
    """Its key opens it for nobody else."""
    async with database.transaction() as records:
        draft = await records.drafts.start(ben, "register", answers={}, at=NOON)
        for key in (draft.key, "unknown"):
            with pytest.raises(DraftNotFoundError):
                await records.drafts.get(key, person=sari)


async def test_a_new_draft_closes_the_older_one_of_its_kind(
    database: Database, ben: Person
) -> None:
    """Others stay open."""
    async with database.transaction() as records:
        older = await records.drafts.start(ben, "register", answers={}, at=NOON)
        other = await records.drafts.start(ben, "share", answers={}, at=NOON)
        newer = await records.drafts.start(ben, "register", answers={}, subject="SOL-0001", at=NOON)
        with pytest.raises(DraftNotFoundError):
            await records.drafts.save(older, answers={}, step=1, at=NOON)
        with pytest.raises(DraftNotFoundError):
            await records.drafts.get(older.key, person=ben)

        assert await records.drafts.find_open(ben, "register") is newer
        assert await records.drafts.find_open(ben, "share") is other
    assert newer.subject == "SOL-0001"


async def test_ten_starts_at_once_leave_one_open_draft(
    database: Database, run: Run, ben: Person
) -> None:
    """Whoever presses twice has one form."""

    async def start() -> Draft:
        async with database.transaction() as records:
            return await records.drafts.start(ben, "register", answers={}, at=NOON)

    await asyncio.gather(*(start() for _ in range(10)))

    assert await run("SELECT count(*) FROM drafts WHERE closed_at IS NULL") == [(1,)]


async def test_one_draft_waits_for_what_is_typed_next(database: Database, ben: Person) -> None:
    """The one that asked last, until it is answered."""
    async with database.transaction() as records:
        register = await records.drafts.start(ben, "register", answers={}, at=NOON)
        share = await records.drafts.start(ben, "share", answers={}, at=NOON)
        await records.drafts.save(register, answers={}, step=0, asked_in=HERE, at=NOON)
        await records.drafts.save(share, answers={}, step=0, asked_in=HERE, at=LATER)
        asking = await records.drafts.find_awaiting_text(ben, HERE, since=NOON)
        await records.drafts.save(share, answers={}, step=1, at=LATER)
        after = await records.drafts.find_awaiting_text(ben, HERE, since=NOON)

    assert asking is share
    assert after is None


async def test_a_draft_waits_in_one_conversation_and_not_for_ever(
    database: Database, ben: Person
) -> None:
    """Elsewhere, and long after, what is typed is no answer."""
    async with database.transaction() as records:
        draft = await records.drafts.start(ben, "register", answers={}, at=NOON)
        await records.drafts.save(draft, answers={}, step=1, asked_in=HERE, at=NOON)

        assert await records.drafts.find_awaiting_text(ben, HERE, since=NOON) is draft
        assert await records.drafts.find_awaiting_text(ben, "web:there", since=NOON) is None
        assert await records.drafts.find_awaiting_text(ben, HERE, since=LATER) is None


async def test_a_draft_that_is_left_waits_no_longer_and_stays(
    database: Database, ben: Person
) -> None:
    """With everything typed, to be gone on with."""
    async with database.transaction() as records:
        draft = await records.drafts.start(ben, "register", answers={}, at=NOON)
        await records.drafts.save(draft, answers={"name": "Menu"}, step=2, asked_in=HERE, at=NOON)
        await records.drafts.stop_awaiting_text(draft)
        asking = await records.drafts.find_awaiting_text(ben, HERE, since=NOON)
        kept = await records.drafts.find_open(ben, "register")

    assert asking is None
    assert kept is not None
    assert (kept.answers, kept.step) == ({"name": "Menu"}, 2)


async def test_a_closed_draft_is_gone(database: Database, ben: Person) -> None:
    """Closing twice is the same as once."""
    async with database.transaction() as records:
        draft = await records.drafts.start(ben, "register", answers={}, at=NOON)
        await records.drafts.save(draft, answers={}, step=0, asked_in=HERE, at=NOON)
        await records.drafts.close(draft, at=LATER)
        await records.drafts.close(draft, at=LATER)

        assert await records.drafts.find_open(ben, "register") is None
        assert await records.drafts.find_awaiting_text(ben, HERE, since=NOON) is None
