"""The version history of pages, append-only, and which version is in force on a day.

Whenever a page differs from what was observed last, its new text is recorded with the day, and so
is its absence. Records are never changed, so any day in the past can be asked about.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

import structlog
from pydantic import TypeAdapter, ValidationError

from knowledge.index.sqlite import open_table
from knowledge.pages import Page

log = structlog.get_logger()

ABSENT = ""
"""The mark of a page that was observed to be gone."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS versions (number INTEGER PRIMARY KEY, place TEXT NOT NULL,"
    " page TEXT NOT NULL, mark TEXT NOT NULL, effective TEXT, supersedes TEXT NOT NULL,"
    " seen TEXT NOT NULL, content TEXT NOT NULL)"
)
_PAGE: TypeAdapter[Page] = TypeAdapter(Page)


@dataclass(frozen=True, slots=True)
class Version:
    """A page as it read from the day it was first *seen*; *mark* is a hash of its content.

    *number* is the row of its stored text, 0 if it is not stored.
    """

    page: str
    mark: str
    effective: date | None
    supersedes: tuple[str, ...]
    seen: date
    number: int = 0


@dataclass(frozen=True, slots=True)
class VersionHistory:
    """The versions of every page, oldest first (pure).

    Pages that are *closed* are hidden: their present audience is unknown.
    """

    of: Mapping[str, Sequence[Version]] = field(default_factory=dict)
    closed: Collection[str] = ()

    def in_force(self, on: date) -> dict[str, Version]:
        """Return the version of each page that applies *on* a day, by page id.

        A page superseded by another one in force does not apply. Until a version's effective day
        the version before it stays in force.
        """
        found = {
            page: version
            for page, versions in self.of.items()
            if (version := _on(on, versions)) is not None and version.mark != ABSENT
        }
        supersedes = {page: version.supersedes for page, version in found.items()}
        replaced = {
            old
            for page, olds in supersedes.items()
            for old in olds
            if old in found and not leads_to(old, page, supersedes)
        }
        hidden = replaced.union(self.closed)  # what a closed page replaces stays replaced
        return {page: version for page, version in found.items() if page not in hidden}

    def with_first_days(self, page: str) -> tuple[tuple[Version, date], ...]:
        """Return the versions of a *page* that have a text with their first days, oldest first.

        The first day of the first version is `date.min` if none is known.
        """
        versions = self.of.get(page, ())
        return tuple(
            (each, _start(each, versions[:place]))
            for place, each in enumerate(versions)
            if each.mark != ABSENT
        )


def leads_to(page: str, goal: str, supersedes: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a *page* supersedes the *goal*, directly or transitively.

    Pages that supersede each other in a cycle replace nothing.
    """
    ahead, seen = [page], set[str]()
    while ahead:
        at = ahead.pop()
        if goal in supersedes.get(at, ()):
            return True
        if at not in seen:
            seen.add(at)
            ahead += supersedes.get(at, ())
    return False


def _on(on: date, versions: Sequence[Version]) -> Version | None:
    """Return the newest of a page's *versions* that had begun *on* a day."""
    begun = [each for place, each in enumerate(versions) if _start(each, versions[:place]) <= on]
    return begun[-1] if begun else None


def _start(version: Version, earlier: Sequence[Version]) -> date:
    """Return the first day of a *version* that came after the *earlier* ones.

    From the day it names. Where an earlier one named that day, or none is named, or the page was
    gone, the text came without a new date: then from the day this was seen. The first version
    known applies from its own day, or for all time before.
    """
    if version.mark == ABSENT:
        return version.seen
    if not earlier:
        return version.effective or date.min
    if version.effective is None:
        return version.seen
    is_back = earlier[-1].mark == ABSENT
    if is_back or any(each.effective == version.effective for each in earlier):
        return max(version.effective, version.seen)
    return version.effective


def current_only(pages: Iterable[Page], marks: Mapping[str, str]) -> VersionHistory:
    """Return a history of the present *pages* alone."""
    return VersionHistory({each.id: [_version(each, marks[each.id], date.min)] for each in pages})


class VersionStore:
    """The version history of one folder's pages, stored in SQLite.

    If the *file* cannot be read or written, only the present pages are known.
    """

    def __init__(self, file: Path, folder: Path) -> None:
        self._file = file
        self._place = str(folder.resolve())

    def record(
        self,
        pages: Iterable[Page],
        marks: Mapping[str, str],
        *,
        on: date,
        unread: Mapping[str, bool] = MappingProxyType({}),
    ) -> VersionHistory:
        """Record how *pages* read *on* a day, by their *marks*, and return the whole history.

        Pages that exist but are *unread*, for an error in their settings say, are not gone;
        *unread* maps them to whether they are closed meanwhile.
        """
        now = {page.id: page for page in pages}
        known: dict[str, list[Version]] = {}
        with _logged(), open_table(self._file, _TABLE) as store:
            known = _grouped(self._rows(store))
            if any(_changes(now, marks, known, on, unread)):
                with store:
                    store.execute("BEGIN IMMEDIATE")  # another process may be noting the same
                    known = _grouped(self._rows(store))
                    news = list(_changes(now, marks, known, on, unread))
                    store.executemany(
                        "INSERT INTO versions (place, page, mark, effective, supersedes, seen,"
                        " content) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        [self._row(each, now.get(each.page)) for each in news],
                    )
                known = _grouped(self._rows(store))
        for each in _changes(
            now, marks, known, on, unread
        ):  # what could not be kept is known all the same
            known.setdefault(each.page, []).append(each)
        closed = {id_ for id_, is_closed in unread.items() if is_closed and id_ not in now}
        return VersionHistory(known, closed)

    def text(self, version: Version) -> Page | None:
        """Return the page as it read in a *version*; None if it is not stored or not readable."""
        with _logged(), open_table(self._file, _TABLE) as store:
            query = "SELECT content FROM versions WHERE number = ? AND place = ?"
            row = store.execute(query, (version.number, self._place)).fetchone()
            if row and row[0]:
                return _PAGE.validate_json(row[0])
        return None

    def _rows(self, store: sqlite3.Connection) -> list[tuple[str, str, str | None, str, str, int]]:
        query = (
            "SELECT page, mark, effective, supersedes, seen, number FROM versions"
            " WHERE place = ? ORDER BY number"
        )
        return store.execute(query, (self._place,)).fetchall()

    def _row(self, version: Version, page: Page | None) -> tuple[str | None, ...]:
        return (
            self._place,
            version.page,
            version.mark,
            version.effective.isoformat() if version.effective else None,
            "\n".join(version.supersedes),
            version.seen.isoformat(),
            _PAGE.dump_json(page, exclude={"notes"}).decode() if page else "",
        )


def _grouped(
    rows: Iterable[tuple[str, str, str | None, str, str, int]],
) -> dict[str, list[Version]]:
    known: dict[str, list[Version]] = {}
    for page, mark, effective, supersedes, seen, number in rows:
        version = Version(
            page,
            mark,
            date.fromisoformat(effective) if effective else None,
            tuple(supersedes.split("\n")) if supersedes else (),
            date.fromisoformat(seen),
            number,
        )
        known.setdefault(page, []).append(version)
    return known


def _version(page: Page, mark: str, seen: date) -> Version:
    return Version(page.id, mark, page.effective, page.supersedes, seen)


def _changes(
    now: Mapping[str, Page],
    marks: Mapping[str, str],
    known: Mapping[str, list[Version]],
    on: date,
    unread: Collection[str],
) -> Iterator[Version]:
    """Yield what differs from the last observation: new texts, and pages that are gone."""
    for id_, page in now.items():
        last = known.get(id_, [])
        if not last or last[-1].mark != marks[id_]:
            yield _version(page, marks[id_], on)
    for id_, versions in known.items():
        if id_ not in now and id_ not in unread and versions[-1].mark != ABSENT:
            yield Version(id_, ABSENT, None, (), on)


@contextmanager
def _logged() -> Iterator[None]:
    """Log what the disk, SQLite or validation refuses, and go on without the store."""
    try:
        yield
    except (OSError, sqlite3.Error, ValidationError, ValueError) as error:
        log.warning("handbook.versions_unavailable", reason=type(error).__name__)
