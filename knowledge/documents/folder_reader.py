"""Reads a whole folder: new files are parsed, unchanged ones come from the cache."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePosixPath

import structlog

from knowledge.documents import csv_file, txt
from knowledge.documents.document import Document, NameInvalidError, Skipped, UnreadableError
from knowledge.documents.encodings import decode, list_lost_characters, restore_document
from knowledge.documents.file_types import ARCHIVE, KINDS, Kind, kind_of, suffix_of
from knowledge.documents.markdown.page import parse
from knowledge.documents.markdown.trial import LONG_TEXT_BYTES
from knowledge.documents.notes_file import is_notes, read_notes
from knowledge.documents.page_cache import ParsedPageCache, Result
from knowledge.documents.settings.sidecar import (
    Pair,
    audience_within,
    check_misplaced_settings,
    find_settings,
    may_be_for_fewer,
    pair_with_settings,
    read_settings,
)
from knowledge.documents.source_files import DocumentSource, list_sources
from knowledge.documents.worker_pool import READERS, Limits, WorkerPool
from knowledge.errors import HandbookNotFoundError
from knowledge.omissions import Omission
from knowledge.pages import (
    AUDIENCE,
    AudienceInvalidError,
    Page,
    PageInvalidError,
    compose_page,
    id_of,
    name_of,
    without_anchor,
)

log = structlog.get_logger()

_HERE: Mapping[Kind, Callable[[bytes, str], Document]] = {
    "text": txt.read,
    "csv": csv_file.read,
}
UNEXPECTED = "it could not be understood"
"""The reason for an exception that no parser expected."""

_BATCH_SIZE = 50
_NO_TITLE = re.compile(
    r"untitled.*|microsoft (?:word|powerpoint) - .*|title"
    r"|(?:word |powerpoint )?(?:document|presentation)",
    re.IGNORECASE,
)
"""Titles that programs put into the metadata by themselves."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The pages of a folder, and the files that gave none."""

    pages: tuple[Page, ...]
    skipped: tuple[Skipped, ...]

    @property
    def omissions(self) -> tuple[tuple[str, Omission], ...]:
        """What files hold and their pages do not, with the file."""
        return tuple((page.file, each) for page in self.pages for each in page.omissions)

    @property
    def unread(self) -> frozenset[str]:
        """The ids of the pages that could not be read, of whose clauses nothing is known."""
        return frozenset(id_of(each.file) for each in self.skipped) - {
            page.id for page in self.pages
        }


def read_folder(
    folder: Path,
    *,
    home: Path | None = None,
    limits: Limits | None = None,
    readers: Mapping[Kind, str] = READERS,
) -> Reading:
    """Read every page in *folder* (or a zip), recursively; a bad file affects no other.

    Results are cached under *home* by file and stamp. *limits* apply to the child processes in
    which *readers* parse what is no plain text. Cached results of a subfolder that cannot be
    listed now are kept.

    Raises:
        HandbookNotFoundError: If there is no such folder.
    """
    if not folder.is_dir() and not (folder.is_file() and suffix_of(folder.name) == ARCHIVE):
        raise HandbookNotFoundError(folder)
    found = list(pair_with_settings(list(list_sources(folder))))
    cache = ParsedPageCache(home / "knowledge" / "pages.sqlite3", folder) if home else None
    known = cache.results() if cache else {}
    missing = [pair for pair in found if _key(pair) not in known]
    with WorkerPool(readers, limits or Limits()) as workers:
        for batch in _batches(missing):
            made = list(zip(batch, _read_all(batch, workers), strict=True))
            known |= {_key(pair): result for pair, result in made}
            if cache:
                cache.put((*_key(pair), result) for pair, result in made)
    shut = tuple(pair.source.file for pair in found if pair.source.file.endswith("/"))
    stays = {file: result for (file, _), result in known.items() if _is_in(file, shut)}
    files = {pair.source.file for pair in found} | stays.keys()
    if cache and (gone := {file for file, _ in known} - files):
        cache.delete(gone)
    read = ((pair.source.file, known[_key(pair)]) for pair in found)
    return _collect(chain(read, stays.items()))


def _is_in(file: str, folders: tuple[str, ...]) -> bool:
    """Return whether a *file* is in one of the *folders*, which cannot be listed now."""
    return file.startswith(folders) and not file.endswith("/")


def _key(pair: Pair) -> tuple[str, str]:
    """Return the cache key: the file's name, and a stamp of it and of what stands beside it."""
    source, near, notes = pair
    beside = (*near, notes) if notes else near
    return source.file, " ".join((source.stamp, *(f"{each.file} {each.stamp}" for each in beside)))


def _batches(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    for start in range(0, len(pairs), _BATCH_SIZE):
        yield pairs[start : start + _BATCH_SIZE]


def _read_all(pairs: Sequence[Pair], workers: WorkerPool) -> Iterator[Result]:
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1), thread_name_prefix="reading") as pool:
        yield from pool.map(lambda pair: _read_with_notes(pair, workers), pairs)


def _read_with_notes(pair: Pair, workers: WorkerPool) -> Result:
    """Parse a file and, if it is a page, the notes beside it, whose faults do not touch it."""
    result = read_page(pair.source, pair.near, workers)
    if pair.notes is None or isinstance(result, Skipped):
        return result
    return replace(result, notes=read_notes(pair.notes))


def read_page(
    source: DocumentSource, near: Sequence[DocumentSource], workers: WorkerPool
) -> Result:
    """Parse a file with the settings *near* it into a page, or the reason why there is none."""
    line = 1
    try:
        return _page(source, near, workers)
    except AudienceInvalidError as error:
        return Skipped(source.file, _reason(error, source, near), closed=True, line=error.line)
    except NameInvalidError as error:
        return Skipped(source.file, str(error), misnamed=True)
    except (UnreadableError, PageInvalidError) as error:
        reason, line = _reason(error, source, near), getattr(error, "line", 1)
    except RecursionError:
        reason = "it is nested too deeply"
    except Exception as error:  # noqa: BLE001 - whatever one file holds, the others are read
        log.warning("handbook.file_broken", reason=type(error).__name__)
        reason = UNEXPECTED
    return Skipped(source.file, reason, closed=may_be_for_fewer(source, near), line=line)


def _page(source: DocumentSource, near: Sequence[DocumentSource], workers: WorkerPool) -> Page:
    if is_notes(source.file):
        raise UnreadableError("there is no page beside it that these notes could be of")
    content = source.content()
    kind = kind_of(source.file, content)
    check_misplaced_settings(source, kind, content, near)
    if kind == "markdown" and len(content) > LONG_TEXT_BYTES:
        workers.read(kind, content, source.file)
    if kind == "markdown":
        text = decode(content)
        return parse(source.file, text, list_lost_characters(text))
    settings = read_settings(find_settings(source, near))
    named_in = ""
    if AUDIENCE not in settings and (found := audience_within(kind, content)):
        settings[AUDIENCE], named_in = found
    read = _HERE.get(kind) if len(content) <= LONG_TEXT_BYTES else None
    document = read(content, source.file) if read else workers.read(kind, content, source.file)
    document = restore_document(document)
    if not settings.get("title"):
        settings["title"] = _title(document, source.file)
    return compose_page(
        source.file, settings, document.sections, document.omissions, named_in=named_in
    )


def _reason(error: Exception, source: DocumentSource, near: Sequence[DocumentSource]) -> str:
    """Word an *error* so that it names the file in which the settings stand."""
    beside = find_settings(source, near)
    return str(error).replace("its front matter", beside.file) if beside else str(error)


def _title(document: Document, file: str) -> str:
    """Return the metadata's title, else the first heading, else the file's name."""
    given = document.title
    if given and not _NO_TITLE.fullmatch(given) and suffix_of(given) not in KINDS:
        return given
    headings = (each.heading for each in document.sections if each.heading and not each.anchor)
    return without_anchor(next(headings, "")) or name_of(PurePosixPath(file).name)


def _collect(results: Iterator[tuple[str, Result]]) -> Reading:
    pages: dict[str, Page] = {}
    skipped: list[Skipped] = []
    for file, result in results:
        if isinstance(result, Skipped):
            skipped.append(result)
            continue
        first = pages.setdefault(result.id, result)
        if first is not result:
            skipped.append(Skipped(file, f"{first.file} already has this address"))
    return Reading(tuple(pages.values()), tuple(skipped))
