"""Lists the files of a handbook in a folder or archive, with access to their bytes."""

import os
import stat
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Lock
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pathspec import GitIgnoreSpec

from knowledge.documents.document import DAMAGED, NameInvalidError, UnreadableError
from knowledge.documents.file_names import name_fault, name_in_archive, show_name
from knowledge.documents.file_types import (
    ARCHIVE,
    KINDS,
    MAX_FILE_BYTES,
    MAX_UNPACKED_BYTES,
    suffix_of,
)

POLICY = "policy.yaml"
"""The policy beside the pages; it is neither a page nor reported as skipped."""

BESIDE = (".yaml", ".yml")
"""The suffixes of settings files: ``travel.pdf.yaml`` for ``travel.pdf``."""

MAX_ARCHIVE_MEMBERS = 10_000
"""Archives of more files are refused."""

_MAX_GITIGNORE_BYTES = 100_000
_NO_FILE = "it is not a file, or it links to nothing"
_UNREAD = "files of this kind are not read"
_TOO_LARGE = f"it is larger than {MAX_FILE_BYTES // 1_000_000} MB"
# zipfile raises all of these for what is damaged, or packed in a way that it does not know.
_PACKED = (BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error)
_LOCKED = 0x1


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """A file: its path in the handbook, a *stamp* that changes with it, and a reader of its bytes.

    *content* raises `UnreadableError` when they cannot be read.
    """

    file: str
    stamp: str
    content: Callable[[], bytes]


def list_sources(place: Path) -> Iterator[DocumentSource]:
    """Yield every file that somebody would expect to be read, in a stable order."""
    if place.is_file():
        yield from _list_archive(place, "")
        return
    closed: list[OSError] = []
    yield from _list_folder(place, closed)
    for error in closed:
        folder = show_name(Path(error.filename).relative_to(place).as_posix())
        reason = f"it could not be opened: {error.strerror or 'unknown error'}"
        yield _unreadable_source(f"{folder}/", reason, reason)


def _list_folder(place: Path, closed: list[OSError]) -> Iterator[DocumentSource]:
    for path in _walk(place, closed.append):
        file = path.relative_to(place).as_posix()
        if fault := name_fault(file):
            yield _misnamed_source(file, _stamp(path), fault)
        elif suffix_of(file) == ARCHIVE and _is_inside(path, place):
            yield from _list_archive(path, f"{file}/")
        else:
            yield DocumentSource(file, _stamp(path), _file_content(path, place))


def _walk(place: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """Walk *place* without hidden files and those its own ``.gitignore`` files exclude."""
    ignored: list[tuple[Path, GitIgnoreSpec]] = []
    for at, folders, files in os.walk(place, onerror=on_error):
        here = Path(at)
        if ".gitignore" in files:
            lines = filter(_is_valid_pattern, _lines(here / ".gitignore", place))
            ignored.append((here, GitIgnoreSpec.from_lines(lines)))
        linked = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(
            name
            for name in folders
            if not _is_hidden(name) and not _is_ignored(here / name, ignored, "/")
        )
        for name in sorted(files + linked):
            path = here / name
            if not (_is_hidden(name) or path == place / POLICY or _is_ignored(path, ignored, "")):
                yield path


def _lines(path: Path, place: Path) -> list[str]:
    """Return the lines of a ``.gitignore``, none where it cannot be read."""
    try:
        if _is_inside(path, place) and path.stat().st_size <= _MAX_GITIGNORE_BYTES:
            return path.read_text("utf-8", "replace").splitlines()
    except (OSError, RuntimeError):  # a link that leads in a circle is a RuntimeError
        pass
    return []


def _is_valid_pattern(line: str) -> bool:
    """Return whether a line of ``.gitignore`` is a valid pattern; git skips the others, too."""
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX"


def _is_ignored(path: Path, ignored: list[tuple[Path, GitIgnoreSpec]], end: str) -> bool:
    return any(
        spec.match_file(path.relative_to(at).as_posix() + end)
        for at, spec in ignored
        if path.is_relative_to(at)
    )


def _stamp(path: Path) -> str:
    try:
        about = path.stat()
    except OSError:
        return ""
    return f"{about.st_size} {about.st_mtime_ns} {path.is_symlink()}"


def _is_inside(path: Path, place: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(place.resolve())


def _is_read(name: str) -> bool:
    """Return whether a name has the suffix of a page or of a settings file."""
    return suffix_of(name) in KINDS or suffix_of(name) in BESIDE


def _file_content(path: Path, place: Path) -> Callable[[], bytes]:
    return lambda: _bytes(path, place)


def _bytes(path: Path, place: Path) -> bytes:
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(place.resolve()):
            raise UnreadableError("it is a link to a place outside the handbook's folder")
        if path.is_symlink() and path.is_dir():
            raise UnreadableError("it is a link to a folder, and links to folders are not followed")
        if not _is_read(path.name):
            raise UnreadableError(_UNREAD)
        if not path.is_file():
            raise UnreadableError(_NO_FILE)
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnreadableError(_TOO_LARGE)
        return path.read_bytes()
    except RuntimeError as error:  # links that lead in a circle
        raise UnreadableError(_NO_FILE) from error
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise UnreadableError(f"it could not be opened: {reason}") from error


def _files_in_archive(path: Path) -> list[ZipInfo] | None:
    """List the members that are files; None if the archive is damaged, or has an empty name."""
    try:
        with ZipFile(path) as archive:
            members = archive.infolist()
    except _PACKED:
        return None
    if not all(member.filename for member in members):
        return None  # some versions of `is_dir` raise an IndexError for it
    return [member for member in members if not member.is_dir()]


def _list_archive(path: Path, start: str) -> Iterator[DocumentSource]:
    """Yield the files of an archive; *start* is the prefix of each name."""
    name = start.rstrip("/") or path.name
    members = _files_in_archive(path)
    if members is None:
        yield _unreadable_source(name, _stamp(path), DAMAGED)
        return
    if not members:
        yield _unreadable_source(name, _stamp(path), "it holds no file")
        return
    if (
        len(members) > MAX_ARCHIVE_MEMBERS
        or sum(each.file_size for each in members) > MAX_UNPACKED_BYTES
    ):
        reason = f"it unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB"
        yield _unreadable_source(name, _stamp(path), reason)
        return
    packed = _Archive(path)
    for member in sorted(members, key=lambda each: each.filename):
        parts = PurePosixPath(member.filename).parts
        if any(_is_hidden(part) and part != ".." for part in parts) or parts == (POLICY,):
            continue
        stamp = f"{member.CRC:x} {member.file_size} {_refusal(member)}"
        file = f"{start}{name_in_archive(member)}"
        if fault := name_fault(file):
            yield _misnamed_source(file, stamp, fault)
        else:
            yield DocumentSource(file, stamp, _member_content(packed, member))


def _unreadable_source(file: str, stamp: str, reason: str) -> DocumentSource:
    def refuse() -> bytes:
        raise UnreadableError(reason)

    return DocumentSource(file, f"{stamp} {reason}", refuse)


def _misnamed_source(file: str, stamp: str, fault: str) -> DocumentSource:
    def refuse() -> bytes:
        raise NameInvalidError(fault)

    return DocumentSource(show_name(file), f"{stamp} {fault}", refuse)


class _Archive:
    """An archive that is opened once for all of its files, at the first read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: ZipFile | None = None
        self._lock = Lock()

    def read(self, member: ZipInfo) -> bytes:
        """Unpack one file, at most `MAX_FILE_BYTES` of it."""
        with self._lock:
            if self._opened is None:
                self._opened = ZipFile(self._path)
            with self._opened.open(member) as opened:
                return opened.read(MAX_FILE_BYTES)


def _member_content(packed: _Archive, member: ZipInfo) -> Callable[[], bytes]:
    return lambda: _unpack(packed, member)


def _refusal(member: ZipInfo) -> str:
    """Return the reason why a member is not unpacked, empty if it is."""
    name = member.filename
    leads_out = ".." in PurePosixPath(name).parts or name.startswith("/")
    odd = member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}
    reasons = {
        "its path leads out of the archive": leads_out or "\\" in name or ":" in name,
        "it is a link, and links in archives are not followed": _is_link(member),
        "it is an archive inside an archive, which is not opened": suffix_of(name) == ARCHIVE,
        _UNREAD: not _is_read(name),
        "it is protected with a password": bool(member.flag_bits & _LOCKED),
        "it is packed in a way that is not read: pack it again as a plain zip": odd,
        _TOO_LARGE: member.file_size > MAX_FILE_BYTES,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _is_link(member: ZipInfo) -> bool:
    return stat.S_ISLNK(member.external_attr >> 16)


def _unpack(packed: _Archive, member: ZipInfo) -> bytes:
    if reason := _refusal(member):
        raise UnreadableError(reason)
    try:
        return packed.read(member)
    except _PACKED as error:
        raise UnreadableError(DAMAGED) from error
