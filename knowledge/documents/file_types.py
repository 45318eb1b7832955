"""Detection of a file's type, by its content first and its name second (pure)."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import PurePosixPath
from typing import Literal
from zipfile import BadZipFile, ZipFile, ZipInfo

from knowledge.documents.document import DAMAGED, UnreadableError

Kind = Literal["markdown", "text", "csv", "html", "pdf", "docx", "pptx", "xlsx"]

KINDS: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".dotm": "docx",
    ".pptx": "pptx",
    ".pptm": "pptx",
    ".ppsx": "pptx",
    ".ppsm": "pptx",
    ".potx": "pptx",
    ".potm": "pptx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xltx": "xlsx",
    ".xltm": "xlsx",
}
"""The suffixes of the files that are parsed; macros in them are never run."""

ARCHIVE = ".zip"

MAX_FILE_BYTES = 50_000_000
"""Larger files are not opened."""

MAX_TEXT_BYTES = 5_000_000
"""Larger text files are refused: nobody could read them. Of tables the first rows are read."""

MAX_UNPACKED_BYTES = 500_000_000
"""Limit against zip bombs, for all members of a packed file together."""

_OFFICE: dict[str, Kind] = {"word/": "docx", "ppt/": "pptx", "xl/": "xlsx"}
_MAIN_PARTS: dict[bytes, Kind] = {
    b"wordprocessingml.document.main": "docx",
    b"presentationml.presentation.main": "pptx",
    b"spreadsheetml.sheet.main": "xlsx",
}
"""What the list of contents says of a file whose folders have other names."""

_MAX_TYPES_BYTES = 1_000_000
_NAMES: dict[Kind, str] = {"pdf": "PDF", "docx": "Word", "pptx": "PowerPoint", "xlsx": "Excel"}
"""The kinds that only programs write, by what people call them."""

TYPED: frozenset[Kind] = frozenset(KINDS.values()) - _NAMES.keys()
"""The kinds that people type: settings may stand in them, whether they are read there or not."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name in lower case."""
    return PurePosixPath(name).suffix.lower()


def kind_of(name: str, content: bytes) -> Kind:
    """Detect the kind of a file; its content outweighs its name.

    Raises:
        UnreadableError: If no parser reads it.
    """
    named = KINDS.get(suffix_of(name))
    if named is None:
        raise UnreadableError("files of this kind are not read")
    if not content:
        raise UnreadableError("it is empty")
    kind = _sniffed(content, strict=named in TYPED - {"html"})
    if kind is None and named in _NAMES:
        raise UnreadableError(f"its name says {_NAMES[named]}, but it is something else")
    kind = kind or named
    if kind not in {*_NAMES, "csv"} and len(content) > MAX_TEXT_BYTES:
        raise UnreadableError(f"it is larger than {MAX_TEXT_BYTES // 1_000_000} MB")
    return kind


def _sniffed(content: bytes, *, strict: bool) -> Kind | None:
    """Detect a kind by its magic number; None if there is none."""
    if content.startswith(b"%PDF-") or (not strict and b"%PDF-" in content[:1024]):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    if content.startswith(_OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise UnreadableError("it is protected with a password")
        raise UnreadableError("it is in an old Office format: save it as .docx, .pptx or .xlsx")
    if content.startswith(b"{\\rtf"):
        raise UnreadableError("it is RTF: save it as .docx")
    beginning = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith((b"<!doctype html", b"<html")):
        return "html"
    return None


def _office(content: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(content)) as packed:
            members = packed.infolist()
            types = _content_types(packed, members)
    except (
        BadZipFile,
        ValueError,
        NotImplementedError,
        OSError,
    ) as error:  # zipfile raises all four
        raise UnreadableError(DAMAGED) from error
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise UnreadableError(f"it unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB")
    for start, kind in _OFFICE.items():
        if any(member.filename.startswith(start) for member in members):
            return kind
    for word, kind in _MAIN_PARTS.items():
        if word in types:
            return kind
    raise UnreadableError("it is an archive of another kind than its name says")


def _content_types(packed: ZipFile, members: Sequence[ZipInfo]) -> bytes:
    """Return the list of contents of an Office file, empty if there is none to be read."""
    found = next((each for each in members if each.filename == "[Content_Types].xml"), None)
    if found is None or found.file_size > _MAX_TYPES_BYTES:
        return b""
    try:
        return packed.read(found)
    except (RuntimeError, EOFError, zlib.error):  # a password, or damage
        return b""
