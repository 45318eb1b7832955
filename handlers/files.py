"""Files that people hand in and take out again: what is taken, and who may have what was kept."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from governance import (
    MAX_FILE_BYTES,
    Database,
    EvidenceNotFoundError,
    Person,
    Policy,
    Role,
    Solution,
    TooMuchEvidenceError,
    UnitOfWork,
    is_asked_of,
)
from handlers.form import REFUSED

FILE_TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "md": "text/markdown",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The kinds of file that are taken, by the end of their names. None of them runs anything."""

MAGIC_BYTES = {
    "docx": b"PK\x03\x04",
    "jpeg": b"\xff\xd8\xff",
    "jpg": b"\xff\xd8\xff",
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "pptx": b"PK\x03\x04",
    "xlsx": b"PK\x03\x04",
}
"""What a file of each kind begins with; the others are text."""

FILE_NAME_MAX_CHARS = 100

READER_ROLES = frozenset({Role.REVIEWER, Role.LEAD})
"""Who may read the answers of other people's solutions, and their evidence."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a channel got it; without *content* it was lost on its way."""

    name: str
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Download:
    """A file that was kept."""

    name: str
    media_type: str
    content: bytes


def may_read(person: Person, solution: Solution) -> bool:
    """Tell whether *person* may see the answers of *solution*, and its evidence.

    Those who answer for it may, so does whoever was asked to take it over, and who reviews.
    """
    theirs = {solution.owner_id, solution.backup_id, solution.offered_to_id}
    return person.id in theirs or bool(READER_ROLES & person.roles)


async def may_read_evidence(
    records: UnitOfWork, person: Person, solution: Solution, policy: Policy
) -> bool:
    """Tell whether *person* may have the evidence of *solution*: also when its review asks them."""
    if may_read(person, solution):
        return True
    titles = policy.titles_of(person.email, person.roles)
    review = await records.reviews.find_latest(solution)
    return review is not None and is_asked_of(review, person, titles)


async def receive(database: Database, person: Person, upload: Upload, *, at: datetime) -> str:
    """Keep a file that *person* hands in, and give what stands for it in a form's values."""
    name = _clean_name(upload.name)
    reason = _refusal(name, upload.content)
    if reason or upload.content is None:
        return f"{REFUSED}{reason}/{name}"
    try:
        async with database.transaction() as records:
            piece = await records.evidence.keep(
                person,
                name=name,
                media_type=FILE_TYPES[_ending(name)],
                content=upload.content,
                at=at,
            )
    except TooMuchEvidenceError:
        return f"{REFUSED}one-too-many/{name}"
    return piece.key


async def fetch(database: Database, person: Person, key: str, *, policy: Policy) -> Download:
    """Give a file that was kept to somebody who may read what it belongs to.

    Raises:
        EvidenceNotFoundError: If there is none, or none for *person*.
    """
    async with database.reading() as records:
        piece = await records.evidence.get(key)
        if piece.solution is None or piece.is_link:
            raise EvidenceNotFoundError(key)
        if not await may_read_evidence(records, person, piece.solution, policy):
            raise EvidenceNotFoundError(key)
        return Download(piece.name, piece.media_type, await records.evidence.read_content(piece))


def _refusal(name: str, content: bytes | None) -> str:
    """Say why a file is not taken, as the keys of the words do; nothing when it is."""
    if content is None:
        return "lost"
    if not content:
        return "empty"
    if len(content) > MAX_FILE_BYTES:
        return "too-large"
    return "" if _is_what_it_says(name, content) else "of-another-kind"


def _is_what_it_says(name: str, content: bytes) -> bool:
    """Tell whether a file is of a kind that is taken, by its name and by how it begins."""
    ending = _ending(name)
    if ending not in FILE_TYPES:
        return False
    if ending in MAGIC_BYTES:
        return content.startswith(MAGIC_BYTES[ending])
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.removeprefix(".").lower()


def _clean_name(name: str) -> str:
    """Keep of a file's name what can be shown and saved anywhere; its end above all."""
    kept = "".join(c for c in name if c.isprintable() and c not in '/\\:*?"<>|').strip(" .")
    ending = PurePosixPath(kept).suffix[:FILE_NAME_MAX_CHARS]
    return kept.removesuffix(ending)[: FILE_NAME_MAX_CHARS - len(ending)] + ending or "-"
