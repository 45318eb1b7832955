"""The handbook's folder: every file becomes a page, or is skipped with a reason."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import HandbookNotFoundError
from knowledge.pages import Page, PageInvalidError, parse

MARKDOWN = frozenset({".md", ".markdown"})
"""The suffixes of the files that are read as pages."""

POLICY = "policy.yaml"
"""Beside the pages stands the policy, which is no page and no mistake either."""

MOST_BYTES = 5_000_000
"""A page longer than this is a mistake: nobody could read it."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not read, and why, in words for whoever keeps the handbook."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a handbook's folder gave."""

    pages: tuple[Page, ...]
    skipped: tuple[Skipped, ...]


class _UnreadableError(Exception):
    """A file that cannot be a page; the message is the reason."""


def read_folder(folder: Path) -> Reading:
    """Read every page in *folder* and the folders in it; one bad file spoils nothing else.

    Raises:
        HandbookNotFoundError: If there is no such folder.
    """
    if not folder.is_dir():
        raise HandbookNotFoundError(folder)
    pages: dict[str, Page] = {}
    skipped: list[Skipped] = []
    for path in _files(folder):
        file = path.relative_to(folder).as_posix()
        try:
            page = parse(file, _text(path, folder))
        except (_UnreadableError, PageInvalidError) as error:
            skipped.append(Skipped(file, str(error)))
            continue
        first = pages.setdefault(page.id, page)
        if first is not page:
            skipped.append(Skipped(file, f"{first.file} already has this address"))
    return Reading(tuple(pages.values()), tuple(skipped))


def _files(folder: Path) -> Iterator[Path]:
    """Name every file that somebody would expect to be read, in a steady order."""
    for place, folders, files in os.walk(folder):
        linked = [name for name in folders if (Path(place) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in sorted(files + linked):
            path = Path(place) / name
            if not _is_hidden(name) and path != folder / POLICY:
                yield path


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _text(path: Path, folder: Path) -> str:
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        raise _UnreadableError("it is a link to a place outside the handbook's folder")
    if path.is_symlink() and path.is_dir():
        raise _UnreadableError("it is a link to a folder, and links to folders are not followed")
    if path.suffix.lower() not in MARKDOWN:
        raise _UnreadableError("this format is not read yet: save it as Markdown (.md)")
    content = _bytes(path)
    if b"\0" in content:
        raise _UnreadableError("it is not a text file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _UnreadableError("it is not UTF-8 text: save it again as UTF-8") from error
    if not text.strip():
        raise _UnreadableError("it is empty")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise _UnreadableError("it is not a file, or it links to nothing")
        if path.stat().st_size > MOST_BYTES:
            raise _UnreadableError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise _UnreadableError(f"it could not be opened: {reason}") from error
