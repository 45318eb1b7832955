"""The files of a handbook, in a folder or an archive: what there is, and how to get its bytes."""

import os
import stat
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Lock
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pathspec import GitIgnoreSpec

from knowledge.documents.document import UnreadableError
from knowledge.documents.kinds import ARCHIVE, KINDS, MOST_BYTES, MOST_UNPACKED, suffix_of

POLICY = "policy.yaml"
"""Beside the pages stands the policy, which is no page and no mistake either."""

BESIDE = (".yaml", ".yml")
"""A file of settings beside ``travel.pdf`` is called ``travel.pdf.yaml``, or the other."""

MOST_MEMBERS = 10_000
"""An archive of more files is a trap, or no handbook."""

_MOST_PATTERNS = 100_000
_NO_FILE = "it is not a file, or it links to nothing"
_UNREAD = "files of this kind are not read"
_TOO_LARGE = f"it is larger than {MOST_BYTES // 1_000_000} MB"
_DAMAGED = "it is damaged and cannot be opened"
# zipfile raises all of these for what is damaged, or packed in a way that it does not know.
_PACKED = (BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error)
_LOCKED = 0x1


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """A file: its path in the handbook, a *stamp* that changes with it, and how to get its bytes.

    *content* raises `UnreadableError` when they cannot be had.
    """

    file: str
    stamp: str
    content: Callable[[], bytes]


def sources(place: Path) -> Iterator[DocumentSource]:
    """Name every file that somebody would expect to be read, in a steady order."""
    if place.is_file():
        yield from _in_archive(place, "")
        return
    closed: list[OSError] = []
    yield from _in_folder(place, closed)
    for error in closed:
        folder = Path(error.filename).relative_to(place).as_posix()
        reason = f"it could not be opened: {error.strerror or 'unknown error'}"
        yield _refused(f"{folder}/", reason, reason)


def _in_folder(place: Path, closed: list[OSError]) -> Iterator[DocumentSource]:
    for path in _paths(place, closed.append):
        file = path.relative_to(place).as_posix()
        shown = file.encode("utf-8", "replace").decode()
        if shown != file:
            yield _refused(shown, _stamp(path), "its name is not UTF-8; please give it another")
        elif suffix_of(file) == ARCHIVE and _is_inside(path, place):
            yield from _in_archive(path, f"{file}/")
        else:
            yield DocumentSource(file, _stamp(path), _reader_of(path, place))


def _paths(place: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """Walk *place* without what is hidden, and without what its own ``.gitignore`` files name."""
    ignored: list[tuple[Path, GitIgnoreSpec]] = []
    for at, folders, files in os.walk(place, onerror=on_error):
        here = Path(at)
        if ".gitignore" in files:
            lines = filter(_is_pattern, _lines(here / ".gitignore", place))
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
    """Read what a folder passes over; it passes over nothing where that cannot be read."""
    try:
        if _is_inside(path, place) and path.stat().st_size <= _MOST_PATTERNS:
            return path.read_text("utf-8", "replace").splitlines()
    except (OSError, RuntimeError):  # a link that leads in a circle is a RuntimeError
        pass
    return []


def _is_pattern(line: str) -> bool:
    """Tell a line of ``.gitignore`` that means something; git passes over the others, too."""
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
    """Tell whether a name is one of a page, or of the settings beside one."""
    return suffix_of(name) in KINDS or suffix_of(name) in BESIDE


def _reader_of(path: Path, place: Path) -> Callable[[], bytes]:
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
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableError(_TOO_LARGE)
        return path.read_bytes()
    except RuntimeError as error:  # links that lead in a circle
        raise UnreadableError(_NO_FILE) from error
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise UnreadableError(f"it could not be opened: {reason}") from error


def _in_archive(path: Path, start: str) -> Iterator[DocumentSource]:
    """Name the files of an archive; *start* stands before each of their names."""
    name = start.rstrip("/") or path.name
    try:
        with ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except _PACKED:
        yield _refused(name, _stamp(path), _DAMAGED)
        return
    if not members:
        yield _refused(name, _stamp(path), "it holds no file")
        return
    if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > MOST_UNPACKED:
        reason = f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB"
        yield _refused(name, _stamp(path), reason)
        return
    packed = _Archive(path)
    for member in sorted(members, key=lambda each: each.filename):
        parts = PurePosixPath(member.filename).parts
        if any(_is_hidden(part) and part != ".." for part in parts) or parts == (POLICY,):
            continue
        stamp = f"{member.CRC:x} {member.file_size} {_refusal(member)}"
        yield DocumentSource(f"{start}{member.filename}", stamp, _member_of(packed, member))


def _refused(file: str, stamp: str, reason: str) -> DocumentSource:
    def refuse() -> bytes:
        raise UnreadableError(reason)

    return DocumentSource(file, f"{stamp} {reason}", refuse)


class _Archive:
    """An archive that is opened once for all of its files, and closed when none is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: ZipFile | None = None
        self._lock = Lock()

    def read(self, member: ZipInfo) -> bytes:
        """Unpack one file, or as much of it as is read of any."""
        with self._lock:
            if self._opened is None:
                self._opened = ZipFile(self._path)
            with self._opened.open(member) as opened:
                return opened.read(MOST_BYTES)


def _member_of(packed: _Archive, member: ZipInfo) -> Callable[[], bytes]:
    return lambda: _unpacked(packed, member)


def _refusal(member: ZipInfo) -> str:
    """Say why a file in an archive is not unpacked; nothing when it is."""
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
        _TOO_LARGE: member.file_size > MOST_BYTES,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _is_link(member: ZipInfo) -> bool:
    return stat.S_ISLNK(member.external_attr >> 16)


def _unpacked(packed: _Archive, member: ZipInfo) -> bytes:
    if reason := _refusal(member):
        raise UnreadableError(reason)
    try:
        return packed.read(member)
    except _PACKED as error:
        raise UnreadableError(_DAMAGED) from error
