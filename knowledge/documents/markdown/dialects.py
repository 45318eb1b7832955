"""Turns the dialects of Markdown into CommonMark with tables, so that all else reads one language.

Generators and wikis add to Markdown what CommonMark takes for words: callouts, tabs, notes, tags.
Each line of the result knows the line of the file that it comes from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from markdown_it.token import Token

from knowledge.documents.html.lead_ins import COLON, ENDS, MAX_HEADING_LEVEL
from knowledge.documents.markdown.containers import (
    Container,
    Part,
    find_containers,
    join_definitions,
)
from knowledge.documents.markdown.definitions import split_definitions
from knowledge.documents.markdown.html_parts import convert_html
from knowledge.documents.markdown.inline import InlineConverter
from knowledge.documents.markdown.lines import Chunk, SourceLine, chunks_of, find_code, indented
from knowledge.omissions import Omission, OmissionLog
from knowledge.pages import markdown

_MARKS = re.compile(r"[:~<{\[^=%!]|///|\?\?\?|^\s*(?:import|export)\s|^\s*\*\[", re.MULTILINE)
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s|$)")
_BULLET = re.compile(r"^(\s*)[*+-](?=\s)")
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_MAX_DEPTH = 20


class CommonMark(NamedTuple):
    """A text without dialects, the number of each of its lines, and what was left out."""

    text: str
    numbers: tuple[int, ...]
    omissions: tuple[Omission, ...]


def to_common_mark(body: str, offset: int = 0) -> CommonMark:
    """Convert the *body* of a file, which begins *offset* lines below its top."""
    lines = [SourceLine(text, number) for number, text in enumerate(body.split("\n"), offset + 1)]
    if not _MARKS.search(body):
        return CommonMark(body, tuple(line.number for line in lines), ())
    log = OmissionLog()
    _log_comments(lines, log)
    lines, definitions = split_definitions(lines)
    lines = _converted(lines, log, 0) or [SourceLine("", offset + 1)]
    converter = InlineConverter(log)
    found: list[SourceLine] = []
    for each in chunks_of(lines):
        if isinstance(each, Chunk):
            found += definitions.put_into(converter.convert(each)).lines
        else:
            found.append(each)
    definitions.log_unused(log)
    text = "\n".join(line.text for line in found)
    return CommonMark(text, tuple(line.number for line in found), log.list_omissions())


def _converted(lines: Sequence[SourceLine], log: OmissionLog, depth: int) -> list[SourceLine]:
    """Convert what spans lines; *depth* is how many containers are around them."""
    if depth > _MAX_DEPTH:
        return list(lines)
    parts = [
        each
        if isinstance(each, SourceLine)
        else replace(each, lines=tuple(_converted(each.lines, log, depth + 1)))
        for each in find_containers(lines, log)
    ]
    plain = list(_join_html(parts, log))
    return list(_rendered(plain, is_top=depth == 0))


def _join_html(parts: Sequence[Part], log: OmissionLog) -> Iterator[Part]:
    """Convert the HTML and the definitions of terms between containers."""
    waiting: list[SourceLine] = []
    for part in (*parts, None):
        if isinstance(part, SourceLine):
            waiting.append(part)
            continue
        if waiting:
            yield from join_definitions(list(convert_html(waiting, log)))
            waiting = []
        if part is not None:
            yield part


def _rendered(parts: Sequence[Part], *, is_top: bool) -> Iterator[SourceLine]:
    """Yield lines for *parts*; what folds is a clause where no other text would fall into it."""
    is_heading = _become_headings(parts) if is_top else [False] * len(parts)
    level = 1
    for part, becomes_heading in zip(parts, is_heading, strict=True):
        if isinstance(part, SourceLine):
            if found := _HEADING.match(part.text):
                level = len(found[1])
            yield part
        elif becomes_heading:
            mark = "#" * min(MAX_HEADING_LEVEL, level + 1)
            yield SourceLine("", part.number)
            yield SourceLine(f"{mark} {part.callout.title}", part.number)
            yield from part.lines
            yield SourceLine("", part.number)
        else:
            yield from indented(list(_lead_in(part)), part.indent)


def _become_headings(parts: Sequence[Part]) -> list[bool]:
    found: list[bool] = []
    is_boundary = True
    for part in reversed(parts):
        if isinstance(part, Container):
            is_boundary = is_boundary and part.callout.folds and bool(part.callout.title)
            found.append(is_boundary and part.indent == 0)
            continue
        if part.text.strip():
            is_boundary = bool(_HEADING.match(part.text))
        found.append(False)
    return found[::-1]


def _lead_in(part: Container) -> Iterator[SourceLine]:
    """Yield the lines of a container so that each of its sentences stands below its title."""
    title, inner = part.callout.title, _trimmed(part.lines)
    yield SourceLine("", part.number)
    if not title:
        yield from part.lines
    elif not inner:
        yield SourceLine(title, part.number)
    elif ENDS.search(title):
        yield SourceLine(f"- {title}", part.number)
        yield SourceLine("", part.number)
        yield from indented(_as_items(inner), 2)
    else:
        title = title if title.endswith(COLON) else f"{title}:"
        yield SourceLine(title, part.number)
        yield from _as_items(inner, title)
    yield SourceLine("", part.number)


def _trimmed(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return *lines* without empty ones around them."""
    start, end = 0, len(lines)
    while start < end and not lines[start].text.strip():
        start += 1
    while end > start and not lines[end - 1].text.strip():
        end -= 1
    return list(lines[start:end])


def _as_items(lines: Sequence[SourceLine], title: str = "") -> list[SourceLine]:
    """Make items of the paragraphs in *lines*, except of those that lead a list in.

    The *title* stands above *lines*, and once more before whatever it would not reach.
    """
    tokens = markdown().parse("\n".join(line.text for line in lines))
    tops = [each for each in tokens if each.level == 0 and each.map and each.nesting >= 0]
    if any(each.type == "heading_open" for each in tops):
        return list(lines)
    found = _with_one_bullet(lines, tokens)
    reaches, leads_in = True, False
    for place, token in enumerate(tops):
        start, end = token.map or (0, 0)
        following = tops[place + 1].type if place + 1 < len(tops) else ""
        text = "\n".join(line.text for line in lines[start:end]).rstrip()
        is_led, leads_in = leads_in, text.endswith(COLON) and following in _LISTS
        is_item = token.type == "paragraph_open" and not leads_in
        joins = is_item or token.type == "bullet_list_open"
        if is_item:
            for at in range(start, end):
                mark = "- " if at == start else "  "
                found[at] = found[at]._replace(text=mark + found[at].text.lstrip())
        if leads_in and place:
            found[start] = found[start]._replace(text=f"{title} {found[start].text}".lstrip())
        elif not (is_led or (reaches and (joins or place == 0))) and (
            joins or token.type in _LISTS
        ):
            found[start] = found[start]._replace(text=f"{title}\n{found[start].text}".lstrip("\n"))
        reaches = joins and not is_led
    return [SourceLine(text, line.number) for line in found for text in line.text.split("\n")]


def _with_one_bullet(lines: Sequence[SourceLine], tokens: Sequence[Token]) -> list[SourceLine]:
    """Return *lines* with the same mark before the items of all lists on the top level."""
    found = list(lines)
    for token in tokens:
        if token.type == "list_item_open" and token.level == 1 and token.map:
            first = found[token.map[0]]
            found[token.map[0]] = first._replace(text=_BULLET.sub(r"\1-", first.text))
    return found


def _log_comments(lines: Sequence[SourceLine], log: OmissionLog) -> None:
    """Note comments, which no reader of the page sees."""
    shown = [
        "" if is_code else line.text for line, is_code in zip(lines, find_code(lines), strict=True)
    ]
    text = "\n".join(shown)
    for found in _COMMENT.finditer(text):
        if words := len(re.findall(r"[^\W_]{2,}", found[1])):
            number = lines[text.count("\n", 0, found.start())].number
            log.add("comment", f"line {number}", words=words, line=number)
