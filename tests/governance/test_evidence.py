"""Evidence: files and links that makers hand in."""

from datetime import timedelta
from hashlib import sha256

import pytest

from governance import (
    MAX_FILE_BYTES,
    Database,
    EvidenceNotFoundError,
    EvidencePiece,
    NotTheOwnerError,
    Person,
    TooMuchEvidenceError,
)
from governance.evidence import MAX_PIECES
from tests.fixtures.databases import NOON, Register

PDF = b"%PDF-1.7 ten cases"


async def keep(
    database: Database, person: Person, content: bytes = PDF, name: str = "tests.pdf"
) -> EvidencePiece:
    """Keep a file."""
    async with database.transaction() as records:
        return await records.evidence.keep(
            person, name=name, media_type="application/pdf", content=content, at=NOON
        )


async def test_a_file_is_added_to_a_solution_and_read_again(
    database: Database, register: Register, ben: Person
) -> None:
    """Byte for byte, with its name, its size and its hash; the record names the hash alone."""
    solution, kept = await register(ben), await keep(database, ben)
    async with database.transaction() as records:
        await records.evidence.add(solution, "test-record", [kept.key], by=ben, at=NOON)
    async with database.reading() as records:
        [piece] = await records.evidence.list_for(solution)
        content = await records.evidence.read_content(await records.evidence.get(kept.key))
        [entry] = [
            each
            for each in await records.audit.list_for(solution.reference)
            if each.action == "solution.evidence_added"
        ]

    assert (piece.name, piece.size, piece.evidence) == ("tests.pdf", len(PDF), "test-record")
    assert content == PDF
    assert entry.after["sha256"] == sha256(PDF).hexdigest()
    assert "tests.pdf" not in str(entry.after)


async def test_the_same_file_is_there_once(
    database: Database, register: Register, ben: Person
) -> None:
    """Kept twice, added twice, in one go or later."""
    solution = await register(ben)
    first, again = await keep(database, ben), await keep(database, ben)
    async with database.transaction() as records:
        keys = [first.key, again.key]
        added = await records.evidence.add(solution, "test-record", keys, by=ben, at=NOON)
    later = await keep(database, ben)
    async with database.transaction() as records:
        more = await records.evidence.add(solution, "test-record", [later.key], by=ben, at=NOON)
        found = await records.evidence.list_for(solution)

    assert first.key == again.key
    assert (len(added), more, len(found)) == (1, (), 1)


async def test_a_link_is_evidence_too(database: Database, register: Register, ben: Person) -> None:
    """Once, however often it is pasted."""
    solution = await register(ben)
    for _ in range(2):
        async with database.transaction() as records:
            await records.evidence.add_link(
                solution, "user-note", "https://x.example/note", by=ben, at=NOON
            )
    async with database.reading() as records:
        [piece] = await records.evidence.list_for(solution)
        content = await records.evidence.read_content(piece)

    assert (piece.name, piece.is_link, content) == ("https://x.example/note", True, b"")


async def test_nobody_adds_to_what_is_not_theirs(
    database: Database, register: Register, ben: Person, arun: Person
) -> None:
    """Neither a file to another's solution, nor another's file to their own."""
    solution, own = await register(ben), await keep(database, arun)
    async with database.transaction() as records:
        with pytest.raises(NotTheOwnerError):
            await records.evidence.add(solution, "test-record", [own.key], by=arun, at=NOON)
        with pytest.raises(NotTheOwnerError):
            await records.evidence.add_link(solution, "x", "https://x.example", by=arun, at=NOON)
        added = await records.evidence.add(solution, "test-record", [own.key], by=ben, at=NOON)

    assert added == ()


async def test_what_was_not_added_is_nobodys_to_read(database: Database, ben: Person) -> None:
    """A key alone opens nothing."""
    kept = await keep(database, ben)
    async with database.reading() as records:
        with pytest.raises(EvidenceNotFoundError):
            await records.evidence.get(kept.key)


async def test_an_owner_takes_a_piece_away_again(
    database: Database, register: Register, ben: Person, arun: Person
) -> None:
    """With what is in it; the record of changes keeps that it was there."""
    solution, kept = await register(ben), await keep(database, ben)
    async with database.transaction() as records:
        await records.evidence.add(solution, "test-record", [kept.key], by=ben, at=NOON)
    async with database.transaction() as records:
        with pytest.raises(NotTheOwnerError):
            await records.evidence.remove(kept.key, by=arun, at=NOON)
        await records.evidence.remove(kept.key, by=ben, at=NOON)
    async with database.reading() as records:
        left = await records.evidence.list_for(solution)
        done = [each.action for each in await records.audit.list_for(solution.reference)]

    assert left == ()
    assert done[-2:] == ["solution.evidence_added", "solution.evidence_removed"]


async def test_there_is_an_end_to_it(database: Database, register: Register, ben: Person) -> None:
    """No file is too large, no solution has too many, nobody fills the records."""
    solution = await register(ben)
    with pytest.raises(TooMuchEvidenceError):
        await keep(database, ben, b"x" * (MAX_FILE_BYTES + 1))
    for n in range(MAX_PIECES):
        await keep(database, ben, b"%d" % n)
        async with database.transaction() as records:
            link = f"https://x.example/{n}"
            await records.evidence.add_link(solution, "note", link, by=ben, at=NOON)
    with pytest.raises(TooMuchEvidenceError):
        await keep(database, ben)
    async with database.transaction() as records:
        with pytest.raises(TooMuchEvidenceError):
            await records.evidence.add_link(solution, "note", "https://y", by=ben, at=NOON)


async def test_what_was_never_added_is_thrown_away(
    database: Database, register: Register, ben: Person
) -> None:
    """After a while; what was added stays."""
    solution, added = await register(ben), await keep(database, ben)
    async with database.transaction() as records:
        await records.evidence.add(solution, "test-record", [added.key], by=ben, at=NOON)
    await keep(database, ben, b"never added")
    async with database.transaction() as records:
        forgotten = [
            await records.evidence.purge(before=NOON),
            await records.evidence.purge(before=NOON + timedelta(days=1)),
        ]
        found = await records.evidence.list_for(solution)

    assert forgotten == [0, 1]
    assert len(found) == 1
