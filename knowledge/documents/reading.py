"""The whole folder read: what is new is parsed, and what was read before is taken as it was."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath

import structlog

from knowledge.documents import sheet, text
from knowledge.documents.beside import (
    Pair,
    may_be_for_fewer,
    own,
    paired,
    refuse_misplaced,
    settings_in_file,
)
from knowledge.documents.document import Document, Skipped, UnreadableError
from knowledge.documents.kinds import ARCHIVE, KINDS, Kind, kind_of, suffix_of
from knowledge.documents.page_cache import ParsedPageCache, Result
from knowledge.documents.sources import DocumentSource, sources
from knowledge.documents.trial import LONG
from knowledge.documents.workers import READERS, Limits, Workers
from knowledge.errors import HandbookNotFoundError
from knowledge.pages import (
    AudienceInvalidError,
    Page,
    PageInvalidError,
    composed,
    id_of,
    name_of,
    parse,
)

log = structlog.get_logger()

_HERE: Mapping[Kind, Callable[[bytes, str], Document]] = {
    "text": text.read,
    "csv": sheet.read_csv,
}
UNFORESEEN = "it could not be understood"
"""The reason for what no reader expected."""

_AT_ONCE = 50
_NO_TITLE = re.compile(
    r"untitled.*|microsoft (?:word|powerpoint) - .*|title"
    r"|(?:word |powerpoint )?(?:document|presentation)",
    re.IGNORECASE,
)
"""What programs call a file when nobody gave it a title."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a handbook's folder gave."""

    pages: tuple[Page, ...]
    skipped: tuple[Skipped, ...]

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
    """Read every page in *folder* (or a zip) and the folders in it; no bad file spoils another.

    What was read before and has not changed is taken from *home*, where new results are stored.
    *limits* bind the child processes in which *readers* parse what is no plain text. Of a folder
    that cannot be looked into, what was read before stays.

    Raises:
        HandbookNotFoundError: If there is no such folder.
    """
    if not folder.is_dir() and not (folder.is_file() and suffix_of(folder.name) == ARCHIVE):
        raise HandbookNotFoundError(folder)
    found = list(paired(list(sources(folder))))
    cache = ParsedPageCache(home / "knowledge" / "pages.sqlite3", folder) if home else None
    known = cache.results() if cache else {}
    missing = [pair for pair in found if _key(pair) not in known]
    with Workers(readers, limits or Limits()) as workers:
        for batch in _batches(missing):
            made = list(zip(batch, _read_all(batch, workers), strict=True))
            known |= {_key(pair): result for pair, result in made}
            if cache:
                cache.put((*_key(pair), result) for pair, result in made)
    shut = tuple(source.file for source, _ in found if source.file.endswith("/"))
    stays = {file: result for (file, _), result in known.items() if _is_in(file, shut)}
    files = {source.file for source, _ in found} | stays.keys()
    if cache and (gone := {file for file, _ in known} - files):
        cache.delete(gone)
    read = ((pair[0].file, known[_key(pair)]) for pair in found)
    return _reading(chain(read, stays.items()))


def _is_in(file: str, folders: tuple[str, ...]) -> bool:
    """Tell whether a *file* is in one of the *folders* that cannot be looked into now."""
    return file.startswith(folders) and not file.endswith("/")


def _key(pair: Pair) -> tuple[str, str]:
    """Give a file's name, and a stamp that changes with it or with the settings beside it."""
    source, near = pair
    return source.file, " ".join((source.stamp, *(f"{each.file} {each.stamp}" for each in near)))


def _batches(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    for start in range(0, len(pairs), _AT_ONCE):
        yield pairs[start : start + _AT_ONCE]


def _read_all(pairs: Sequence[Pair], workers: Workers) -> Iterator[Result]:
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1), thread_name_prefix="reading") as pool:
        yield from pool.map(lambda pair: page_of(pair[0], pair[1], workers), pairs)


def page_of(source: DocumentSource, near: Sequence[DocumentSource], workers: Workers) -> Result:
    """Read a file with the settings *near* it: its page, or the reason why there is none."""
    try:
        return _page(source, near, workers)
    except AudienceInvalidError as error:
        return Skipped(source.file, _reason(error, source, near), closed=True)
    except (UnreadableError, PageInvalidError) as error:
        reason = _reason(error, source, near)
    except RecursionError:
        reason = "it is nested too deeply"
    except Exception as error:  # noqa: BLE001 - whatever one file holds, the others are read
        log.warning("handbook.file_broken", reason=type(error).__name__)
        reason = UNFORESEEN
    return Skipped(source.file, reason, closed=may_be_for_fewer(source, near))


def _page(source: DocumentSource, near: Sequence[DocumentSource], workers: Workers) -> Page:
    content = source.content()
    kind = kind_of(source.file, content)
    refuse_misplaced(source, kind, content, near)
    if kind == "markdown" and len(content) > LONG:
        workers.read(kind, content, source.file)
    if kind == "markdown":
        return parse(source.file, text.decoded(content))
    settings = settings_in_file(own(source, near))
    read = _HERE.get(kind) if len(content) <= LONG else None
    document = read(content, source.file) if read else workers.read(kind, content, source.file)
    if not settings.get("title"):
        settings["title"] = _title(document, source.file)
    return composed(source.file, settings, document.sections)


def _reason(error: Exception, source: DocumentSource, near: Sequence[DocumentSource]) -> str:
    """Say what is wrong where it stands: settings may be in a file beside."""
    beside = own(source, near)
    return str(error).replace("its front matter", beside.file) if beside else str(error)


def _title(document: Document, file: str) -> str:
    """Name a page by its file's own title, its first heading, or its name."""
    given = document.title
    if given and not _NO_TITLE.fullmatch(given) and suffix_of(given) not in KINDS:
        return given
    headings = (each.heading for each in document.sections if each.heading and not each.anchor)
    return next(headings, "") or name_of(PurePosixPath(file).name)


def _reading(results: Iterator[tuple[str, Result]]) -> Reading:
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
