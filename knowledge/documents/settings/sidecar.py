"""Settings and notes in YAML files beside a page, and checks that no audience is overlooked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from knowledge.documents.document import UnreadableError
from knowledge.documents.encodings import decode, decode_head, decode_html
from knowledge.documents.file_types import KINDS, TYPED, Kind, suffix_of
from knowledge.documents.notes_file import is_notes, subject_of
from knowledge.documents.settings.audience import audience_at_top, audience_in_html
from knowledge.documents.settings.front_matter import (
    has_front_matter,
    is_for_fewer,
    says_audience,
    settings_in,
)
from knowledge.documents.source_files import BESIDE, DocumentSource
from knowledge.pages import MARKDOWN


class Pair(NamedTuple):
    """A file, the files beside it that may hold its settings, and the one that holds its notes."""

    source: DocumentSource
    near: tuple[DocumentSource, ...] = ()
    notes: DocumentSource | None = None


_MAX_SETTINGS_CHARS = 100_000


def pair_with_settings(found: Sequence[DocumentSource]) -> Iterator[Pair]:
    """Pair each file with its candidate settings files and its notes.

    Settings and notes are no documents themselves, except notes that are of no page.
    """
    named: dict[str, list[DocumentSource]] = defaultdict(list)
    for source in found:
        if suffix_of(source.file) in BESIDE:
            named[_without_suffix(source.file)].append(source)
    pairs = [Pair(source, _near(source, named)) for source in found]
    settings = (find_settings(pair.source, pair.near) for pair in pairs)
    about = {beside.file for beside in settings if beside}
    noted = _notes([source for source in found if source.file not in about])
    about |= {notes.file for notes in noted.values()}
    return (
        pair._replace(notes=noted.get(pair.source.file))
        for pair in pairs
        if pair.source.file not in about
    )


def _notes(found: Sequence[DocumentSource]) -> dict[str, DocumentSource]:
    """Return the notes of each page, by its file.

    ``travel.notes.yaml`` is of ``travel.md`` first; ``travel.pdf.notes.yaml`` is of that PDF alone.
    """
    subjects: dict[str, str] = {}
    for source in sorted(found, key=lambda each: suffix_of(each.file) not in MARKDOWN):
        if suffix_of(source.file) in KINDS:
            subjects.setdefault(source.file.casefold(), source.file)
            subjects.setdefault(_without_suffix(source.file), source.file)
    noted: dict[str, DocumentSource] = {}
    for source in sorted(found, key=lambda each: -len(each.file)):
        if is_notes(source.file) and (file := subjects.get(subject_of(source.file))):
            noted.setdefault(file, source)
    return noted


def _near(
    source: DocumentSource, named: Mapping[str, Sequence[DocumentSource]]
) -> tuple[DocumentSource, ...]:
    """Return the candidates for ``travel.pdf``: ``travel.pdf.yaml``, then ``travel.yaml``."""
    if suffix_of(source.file) not in KINDS:
        return ()
    whole, stem = source.file.casefold(), _without_suffix(source.file)
    return (*named.get(whole, ()), *named.get(stem, ()))


def find_settings(source: DocumentSource, near: Sequence[DocumentSource]) -> DocumentSource | None:
    """Return the settings file of a *source* among the candidates *near* it."""
    return next((each for each in near if _is_of(each, source)), None)


def check_misplaced_settings(
    source: DocumentSource, kind: Kind, content: bytes, near: Sequence[DocumentSource]
) -> None:
    """Refuse a document whose settings stand where they are not read.

    Raises:
        UnreadableError: If it would be open to everyone although an audience was written.
    """
    belongs = "its front matter" if kind == "markdown" else f"{source.file}{BESIDE[0]}"
    if kind in TYPED - {"markdown"} and has_front_matter(decode_head(content)):
        raise UnreadableError(f"its settings are read only from {belongs}")
    for each in near[1:] if find_settings(source, near) else near:
        if says_audience(decode_head(each.content())):
            raise UnreadableError(f"{each.file} says who it is for; that belongs in {belongs}")


def audience_within(kind: Kind, content: bytes) -> tuple[str, str] | None:
    """Return the audience that a document of a *kind* names at its top, and where it does so.

    Raises:
        AudienceInvalidError: If one is named there that is not understood.
    """
    if kind not in TYPED:
        return None
    head = _top_of(kind, content)
    found = audience_in_html(head) if kind == "html" else audience_at_top(head)
    return (found[0], f"line {found[1]}") if found else None


def _top_of(kind: Kind, content: bytes) -> str:
    """Decode the top of a text as the text itself is: an audience may be named in its language."""
    head = decode_head(content, most=_MAX_SETTINGS_CHARS)
    if head.isascii():
        return head
    try:
        return (decode_html if kind == "html" else decode)(content)[:_MAX_SETTINGS_CHARS]
    except UnreadableError:
        return head


def may_be_for_fewer(source: DocumentSource, near: Sequence[DocumentSource]) -> bool:
    """Return whether an unreadable *source* may be restricted to some audience.

    It may be if any settings name an audience, wherever they stand and whatever else is wrong with
    them, or if they cannot be read.
    """
    return _is_for_fewer(source, unsure=False) or any(
        _is_for_fewer(each, unsure=True) for each in near
    )


def _is_for_fewer(source: DocumentSource, *, unsure: bool) -> bool:
    """Look for an audience in text; *unsure* is returned where it cannot be read."""
    if KINDS.get(suffix_of(source.file), "text") not in TYPED:
        return False
    try:
        content = source.content()
    except UnreadableError:
        return unsure
    if unsure and len(content) > _MAX_SETTINGS_CHARS:
        return True
    return is_for_fewer(decode_head(content, most=_MAX_SETTINGS_CHARS).replace("\0", ""))


def read_settings(beside: DocumentSource | None) -> dict[str, object]:
    """Parse the settings file *beside* a document.

    Raises:
        PageInvalidError: If it is not valid YAML of settings.
        UnreadableError: If it is too long.
    """
    content = beside.content() if beside else b""
    if len(content) > _MAX_SETTINGS_CHARS:
        raise UnreadableError("its settings are too long")
    return settings_in(decode(content)) if content.strip() else {}


def _is_of(beside: DocumentSource, source: DocumentSource) -> bool:
    return _can_have(source) and _without_suffix(beside.file) == source.file.casefold()


def _can_have(source: DocumentSource) -> bool:
    return suffix_of(source.file) in KINDS.keys() - MARKDOWN


def _without_suffix(file: str) -> str:
    return str(PurePosixPath(file).with_suffix("")).casefold()
