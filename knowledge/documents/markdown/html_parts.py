"""Finds the HTML in Markdown, and turns it into Markdown."""

import re
from collections.abc import Iterator, Sequence

from knowledge.documents.html.blocks import join_blocks
from knowledge.documents.html.lead_ins import render_blocks
from knowledge.documents.html.reader import hides, read_fragment
from knowledge.documents.markdown.lines import SourceLine, dedented, find_code
from knowledge.omissions import OmissionLog

MAX_PART_LINES = 5_000
"""Further down the end of an element is not looked for."""

_WRAPPER = re.compile(
    r"\s*<(/?)(div|section|aside|article|main|center|figure|blockquote|span|font)\b([^<>]*)>\s*",
    re.IGNORECASE,
)
_PART = re.compile(
    r" {0,12}<(table|ul|ol|dl|p|h[1-6]|pre|form|iframe|video|audio|object|svg|canvas|template|style"
    r"|script|figure|picture|fieldset|nav|header|footer|div|section|aside|article|blockquote|center"
    r"|address|menu|dialog|noscript|main"
    r"|(?:s|del|strike)(?=[^<>]*>\s*$))\b(?![^<>]*\bmarkdown\b)",
    re.IGNORECASE,
)
_TAGS_ONLY = re.compile(
    r"\s*(?:</?(?:a|span|br|hr|font|center|wbr|div|section|p|aside)\b[^<>]*>\s*)+", re.IGNORECASE
)
_WRAPPERS = frozenset({"div", "section", "aside", "article", "main", "center", "figure"})
_CALLOUT_TITLE = re.compile(r"class=[\"'][^\"']*(?:title|heading)", re.IGNORECASE)
_MEANS_MORE = re.compile(r"\b(?:hidden|style|class|role|open|aria-hidden)\b", re.IGNORECASE)


def convert_html(lines: Sequence[SourceLine], log: OmissionLog) -> Iterator[SourceLine]:
    """Yield *lines* with HTML turned into Markdown; the lines of one element have its number."""
    is_code = find_code(lines)
    text = [line.text.lower() for line in lines]
    closing = {name for line in text for name in re.findall(r"</([a-z][a-z0-9]*)", line)}
    at = 0
    while at < len(lines):
        line = lines[at]
        if is_code[at] or "<" not in line.text:
            yield line
            at += 1
            continue
        found = _PART.match(line.text)
        if found is None or _is_wrapper(line.text):
            yield line._replace(text="") if _TAGS_ONLY.fullmatch(line.text) else line
            at += 1
            continue
        name = found[1].lower()
        end = _end_of(text, at, name) if name in closing else _end_of_block(text, at)
        if _holds_markdown(name, lines[at:end]):
            yield from convert_html(_unwrapped(lines[at:end]), log)
        else:
            yield from _converted(lines[at:end], log)
        at = end


def _holds_markdown(name: str, lines: Sequence[SourceLine]) -> bool:
    """Return whether an element only holds Markdown together, which an empty line in it begins."""
    first = lines[0].text
    is_apart = any(not line.text.strip() for line in lines)
    tag = re.match(rf"\s*<{name}\b([^<>]*)>", first, re.IGNORECASE)
    return bool(
        is_apart
        and name in _WRAPPERS
        and tag
        and not _hides(name, tag[1])
        and not _CALLOUT_TITLE.search("\n".join(line.text for line in lines[:4]))
    )


def _unwrapped(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Remove the first tag of *lines*, and the last one."""
    first = re.sub(r"^\s*<[^<>]*>", "", lines[0].text)
    last = re.sub(r"</[^<>]*>\s*$", "", lines[-1].text)
    return [lines[0]._replace(text=first), *lines[1:-1], lines[-1]._replace(text=last)]


def _is_wrapper(text: str) -> bool:
    """Return whether a tag alone on its line only holds Markdown together."""
    found = _WRAPPER.fullmatch(text)
    return bool(found and (found[1] or not _hides(found[2], found[3])))


def _hides(name: str, attributes: str) -> bool:
    if not _MEANS_MORE.search(attributes):
        return False
    return hides(f"<{name} {attributes}></{name}>")


def _end_of(text: Sequence[str], at: int, name: str) -> int:
    """Return the place behind the line in which the element that begins at *at* ends."""
    tag = re.compile(rf"<(/?){name}\b")
    depth = 0
    for place in range(at, min(len(text), at + MAX_PART_LINES)):
        for found in tag.finditer(text[place]):
            depth += -1 if found[1] else 1
        if depth <= 0:
            return place + 1
    return _end_of_block(text, at)


def _end_of_block(text: Sequence[str], at: int) -> int:
    return next((place for place in range(at, len(text)) if not text[place].strip()), len(text))


def _converted(lines: Sequence[SourceLine], log: OmissionLog) -> Iterator[SourceLine]:
    first = lines[0]
    html = "\n".join(line.text for line in dedented(lines, first.indent))
    blocks = render_blocks(read_fragment(html, log, first.number))
    indent = " " * first.indent
    yield first._replace(text="")
    for line in join_blocks(blocks).split("\n"):
        yield first._replace(text=f"{indent}{line}" if line else "")
    yield lines[-1]._replace(text="")
