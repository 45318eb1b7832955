"""The settings beside a file: which file they are in, and when it is not told who a page is for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from knowledge.documents import text
from knowledge.documents.document import UnreadableError
from knowledge.documents.kinds import KINDS, Kind, suffix_of
from knowledge.documents.sources import BESIDE, DocumentSource
from knowledge.pages import (
    MARKDOWN,
    has_front_matter,
    is_for_fewer,
    says_audience,
    settings_in,
)

Pair = tuple[DocumentSource, tuple[DocumentSource, ...]]
"""A file, and what stands beside it and might be about it."""

_TYPED: frozenset[Kind] = frozenset({"text", "csv", "html"})
"""Kinds into which people write settings as into Markdown."""

_MOST = 100_000


def paired(found: Sequence[DocumentSource]) -> Iterator[Pair]:
    """Put to each file what might be its settings; what is, is then no file of its own."""
    named: dict[str, list[DocumentSource]] = defaultdict(list)
    for source in found:
        if suffix_of(source.file) in BESIDE:
            named[_without_suffix(source.file)].append(source)
    pairs = [(source, _near(source, named)) for source in found]
    about = {beside.file for source, near in pairs if (beside := own(source, near))}
    return (pair for pair in pairs if pair[0].file not in about)


def _near(
    source: DocumentSource, named: Mapping[str, Sequence[DocumentSource]]
) -> tuple[DocumentSource, ...]:
    """Find ``travel.pdf.yaml`` first, and ``travel.yaml`` after it, for ``travel.pdf``."""
    if suffix_of(source.file) not in KINDS:
        return ()
    whole, stem = source.file.casefold(), _without_suffix(source.file)
    return (*named.get(whole, ()), *named.get(stem, ()))


def own(source: DocumentSource, near: Sequence[DocumentSource]) -> DocumentSource | None:
    """Give the settings of a *source* among what stands *near* it."""
    return next((each for each in near if _is_of(each, source)), None)


def refuse_misplaced(
    source: DocumentSource, kind: Kind, content: bytes, near: Sequence[DocumentSource]
) -> None:
    """Read no page for which somebody wrote, where it is passed over, who it is for.

    Raises:
        UnreadableError: If it would be open to everyone against what they meant.
    """
    belongs = "its front matter" if kind == "markdown" else f"{source.file}{BESIDE[0]}"
    if kind in _TYPED and has_front_matter(text.beginning(content)):
        raise UnreadableError(f"its settings are read only from {belongs}")
    for each in near[1:] if own(source, near) else near:
        if says_audience(text.beginning(each.content())):
            raise UnreadableError(f"{each.file} says who it is for; that belongs in {belongs}")


def may_be_for_fewer(source: DocumentSource, near: Sequence[DocumentSource]) -> bool:
    """Tell whether a *source* that gives no page may be meant for fewer than everyone.

    So it may where settings say so, wherever they were written and whatever else is wrong with
    them, and where they cannot be looked at.
    """
    return _is_for_fewer(source, unsure=False) or any(
        _is_for_fewer(each, unsure=True) for each in near
    )


def _is_for_fewer(source: DocumentSource, *, unsure: bool) -> bool:
    """Look for it in what people type; *unsure* is the answer where nobody can look."""
    if KINDS.get(suffix_of(source.file), "text") not in _TYPED | {"markdown"}:
        return False
    try:
        content = source.content()
    except UnreadableError:
        return unsure
    if unsure and len(content) > _MOST:
        return True
    return is_for_fewer(text.beginning(content, most=_MOST).replace("\0", ""))


def settings_in_file(beside: DocumentSource | None) -> dict[str, object]:
    """Read the settings in a file *beside* another.

    Raises:
        PageInvalidError: If they are none.
        UnreadableError: If there are too many.
    """
    content = beside.content() if beside else b""
    if len(content) > _MOST:
        raise UnreadableError("its settings are too long")
    return settings_in(text.decoded(content)) if content.strip() else {}


def _is_of(beside: DocumentSource, source: DocumentSource) -> bool:
    return _can_have(source) and _without_suffix(beside.file) == source.file.casefold()


def _can_have(source: DocumentSource) -> bool:
    return suffix_of(source.file) in KINDS.keys() - MARKDOWN


def _without_suffix(file: str) -> str:
    return str(PurePosixPath(file).with_suffix("")).casefold()
