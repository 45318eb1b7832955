"""Finds what dialects of Markdown put text into: callouts, tabs, what folds, tags of generators."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.html.reader import inline_text
from knowledge.documents.markdown.callouts import Callout, default_title, is_known, of_info, of_tag
from knowledge.documents.markdown.lines import (
    Chunk,
    Code,
    SourceLine,
    dedented,
    find_code,
    pattern_outside_code,
)
from knowledge.omissions import OmissionKind, OmissionLog

_COLONS = re.compile(r"\s*(?::{3,}|/{3,})[ \t]*(.*)")
_BANG = re.compile(r"\s*(!!!|\?\?\?\+?|===[+!]?)[ \t]+(.*)")
_BANG_INFO = re.compile(r"((?:[\w-]+(?: [\w-]+)* ?)?)\s*(?:[\"“](.*)[\"”])?\s*(?:\{.*\})?\s*")
_QUOTED = re.compile(r"\s*>\s*\[!([\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*)")
_QUOTE = re.compile(r"\s*> ?(.*)")
_DIRECTIVE = re.compile(r"\s*(`{3,}|~{3,})(?:\{([\w:-]+)\}|ad-([\w-]+))[ \t]*(.*)")
_OPTION = re.compile(r"\s*:?(\w+):\s*(.*)")
_BARE_COLONS = re.compile(r"\s*(?::{3,}|/{3,})\s*")
_COLON_OPTION = re.compile(r"\s*:[\w-]+:")
_DETAILS = re.compile(r"\s*<details\b[^>]*>", re.IGNORECASE)
_SUMMARY = pattern_outside_code(r"<summary\b[^>]*>(?P<title>.*?)</summary\s*>\n?", re.IGNORECASE)
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_SHORTCODE = re.compile(
    r"\s*\{\{[<%]\s*(?P<name>[\w-]+)(?P<rest>(?:(?![>%]\}\}).)*?)(?P<alone>/?)\s*[>%]\}\}\s*"
)
_LIQUID = re.compile(r"\s*\{%-?\s*(?P<name>[\w-]+)(?P<rest>(?:(?!%\}).)*?)(?P<alone>)-?%\}\s*")
_COMPONENT = re.compile(r"\s*<(?P<name>[A-Z][\w.]*)\b(?P<rest>[^<>]*?)(?P<alone>/?)>\s*")
_COMPONENT_LINE = re.compile(r"(\s*)<([A-Z][\w.]*)\b([^<>]*)>(.*)</\2>\s*")
_ENDS = {
    _SHORTCODE: r"\s*\{{\{{[<%]\s*/\s*{0}\s*[>%]\}}\}}\s*",
    _LIQUID: r"\s*\{{%-?\s*end{0}\s*-?%\}}\s*",
    _COMPONENT: r"\s*</{0}>\s*",
}
_END_NAMES = re.compile(
    r"\{\{[<%]\s*/\s*([\w-]+)|\{%-?\s*end([\w-]+)|</([A-Z][\w.]*)|</(details)\b"
)
MAX_CONTAINER_LINES = 2_000
"""Further down the end of a container is not looked for."""

_DIAGRAMS = frozenset({"mermaid", "plantuml", "drawio"})
_DEFINITION = re.compile(r" {0,3}:[ \t]+(\S.*)")
_NO_TERM = re.compile(r"\s*(?:[-*+>|#:<]|\d+[.)]|$)")


@dataclass(frozen=True, slots=True)
class Container:
    """Lines below a title; *indent* is how far the container itself is indented."""

    callout: Callout
    lines: tuple[SourceLine, ...]
    number: int
    indent: int = 0


Part = SourceLine | Container


def find_containers(lines: Sequence[SourceLine], log: OmissionLog) -> Iterator[Part]:
    """Yield *lines*, those in a container as one part, markers and tags left out."""
    text = "\n".join(line.text for line in lines)
    ends = frozenset(name.lower() for found in _END_NAMES.findall(text) for name in found if name)
    bare = (at for at, line in enumerate(lines) if _BARE_COLONS.fullmatch(line.text))
    finder = _Finder(list(lines), find_code(lines), ends, max(bare, default=-1), log)
    at = 0
    while at < len(lines):
        found = finder.container_at(at)
        if found is None:
            yield lines[at]
            at += 1
            continue
        parts, at = found
        yield from parts


Found = tuple[list[Part], int]
"""What stands for the lines from one place on, and the place behind them."""


@dataclass(frozen=True, slots=True)
class _Finder:
    lines: list[SourceLine]
    is_code: list[Code]
    ends: frozenset[str]
    last_colons: int
    log: OmissionLog

    def container_at(self, at: int) -> Found | None:  # noqa: PLR0911 - one for each notation
        text = self.lines[at].text
        if found := _DIRECTIVE.match(text):
            return self._directive(at, found)
        if self.is_code[at] or not text.strip():
            return None
        if found := _COLONS.fullmatch(text):
            return self._colons(at, found[1].strip())
        if found := _BANG.fullmatch(text):
            return self._bang(at, found[1], found[2])
        if found := _QUOTED.fullmatch(text):
            return self._quote(at, found[1], found[2])
        if _DETAILS.match(text):
            return self._details(at)
        if _DEFINITION.fullmatch(text):
            return None
        return self._tag(at)

    def _part(self, callout: Callout, at: int, start: int, end: int, indent: int) -> list[Part]:
        inner = dedented(self.lines[start:end], indent)
        own = self.lines[at].indent
        return [Container(callout, tuple(inner), self.lines[at].number, own)]

    def _colons(self, at: int, info: str) -> Found:
        if not info:
            return [], at + 1
        depth, end = 1, at + 1
        last = min(self.last_colons + 1, at + MAX_CONTAINER_LINES)
        while end < last:
            found = None if self.is_code[end] else _COLONS.fullmatch(self.lines[end].text)
            depth += 0 if found is None else (1 if found[1].strip() else -1)
            if depth == 0:
                break
            end += 1
        if depth:  # no end: it goes on to the next heading
            end = self._next_heading(at)
            return self._named(info, at, end, end)
        return self._named(info, at, end, end + 1)

    def _named(self, info: str, at: int, end: int, after: int) -> Found:
        if info.strip("{}. ").split(maxsplit=1)[0] in _DIAGRAMS:
            self._log_lines("diagram", at, end)
            return [], after
        start = at + 1
        while info.startswith("{") and start < end and _COLON_OPTION.match(self.lines[start].text):
            start += 1
        return self._part(of_info(info), at, start, end, self.lines[at].indent), after

    def _next_heading(self, at: int) -> int:
        return next(
            (
                place
                for place in range(at + 1, len(self.lines))
                if not self.is_code[place] and _HEADING.match(self.lines[place].text)
            ),
            len(self.lines),
        )

    def _bang(self, at: int, mark: str, info: str) -> Found | None:
        found = _BANG_INFO.fullmatch(info)
        if found is None or (mark.startswith("=") and found[2] is None):
            return None
        indent = self.lines[at].indent + 4
        end = at + 1
        while end < len(self.lines) and (
            not self.lines[end].text.strip() or self.lines[end].indent >= indent
        ):
            end += 1
        while end > at + 1 and not self.lines[end - 1].text.strip():
            end -= 1
        if end == at + 1 and found[2] is None:
            return None
        kind = (found[1].split() or [""])[0]
        title = default_title(kind) if found[2] is None else found[2]
        if found[2] is None and not title:
            title = kind.capitalize()
        return self._part(Callout(title, mark.startswith("?")), at, at + 1, end, indent), end

    def _quote(self, at: int, kind: str, title: str) -> Found:
        end = at + 1
        while end < len(self.lines) and _QUOTE.fullmatch(self.lines[end].text):
            end += 1
        inner = [
            line._replace(text=found[1])
            for line in self.lines[at + 1 : end]
            if (found := _QUOTE.fullmatch(line.text))
        ]
        callout = Callout(title.strip() or default_title(kind) or kind.capitalize())
        own = self.lines[at]
        return [Container(callout, tuple(inner), own.number, own.indent)], end

    def _directive(self, at: int, found: re.Match[str]) -> Found | None:
        """Read a directive of MyST or of Obsidian, which look like code."""
        kind, title = found[2] or found[3], found[4].strip()
        if not is_known(kind) or self.is_code[at] != "opening":
            return None
        end = at + 1
        while end < len(self.lines) and not self.lines[end].text.strip().startswith(found[1]):
            end += 1
        start = at + 1
        while start < end and (option := _OPTION.fullmatch(self.lines[start].text)):
            if option[1] == "title":
                title = option[2].strip(' "')
            elif not self.lines[start].text.lstrip().startswith(":"):
                break
            start += 1
        callout = of_info(f"{kind} {title}")
        return self._part(callout, at, start, end, self.lines[at].indent), min(
            end + 1, len(self.lines)
        )

    def _details(self, at: int) -> Found | None:
        """Read a `details` element, whose text is Markdown."""
        depth = 0
        last = at + MAX_CONTAINER_LINES if "details" in self.ends else at
        for end in range(at, min(last, len(self.lines))):
            text = self.lines[end].text.lower()
            depth += text.count("<details") - text.count("</details")
            if depth <= 0:
                break
        else:
            end = min(self._next_heading(at), at + MAX_CONTAINER_LINES) - 1
        whole = "\n".join(line.text for line in self.lines[at : end + 1])
        numbers = tuple(line.number for line in self.lines[at : end + 1])
        inner, _, after = _DETAILS.sub("", whole, count=1).rpartition("</details")
        if not inner and after:
            inner, after = after, ""
        titles: list[str] = []

        def keep(found: re.Match[str], number: int) -> str:
            if titles:
                return found[0]  # of what is folded within
            title = found["title"]
            titles.append(
                inline_text(title, self.log, number) if "<" in title else " ".join(title.split())
            )
            return ""

        chunk = Chunk(inner, numbers[: inner.count("\n") + 1]).replace(_SUMMARY, keep)
        own = self.lines[at]
        callout = Callout(titles[0] if titles else "", folds=True)
        part = Container(callout, tuple(_flush(chunk.lines)), own.number, own.indent)
        rest = after.partition(">")[2].split("\n") if after else []
        behind = zip(rest, numbers[len(numbers) - len(rest) :], strict=True)
        more: list[Part] = [SourceLine(*each) for each in behind if each[0].strip()]
        return [part, *more], end + 1

    def _tag(self, at: int) -> Found | None:
        """Read a tag of a generator or a component that is alone on its line."""
        line = self.lines[at]
        if found := _COMPONENT_LINE.fullmatch(line.text):
            inner = (line._replace(text=found[4].strip()),)
            return [
                Container(of_tag(found[2], found[3]), inner, line.number, len(found[1]))
            ], at + 1
        for opening, closing in _ENDS.items():
            if found := opening.fullmatch(line.text):
                return self._between(at, found, closing)
        return None

    def _between(self, at: int, found: re.Match[str], closing: str) -> Found:
        name = found["name"]
        end = re.compile(closing.format(re.escape(name)), re.IGNORECASE)
        is_tag = found.re is not _COMPONENT
        callout = of_tag(name, found["rest"])
        if is_tag or found["alone"]:
            words = sum(len(each.split()) for each in re.findall(r"\"([^\"]*)\"", found["rest"]))
            told = 0 if callout.title else words
            number = self.lines[at].number
            self.log.add("template tag", f"{name} in line {number}", words=told, line=number)
        depth = 1
        is_closed = not found["alone"] and name.lower() in self.ends
        last = min(len(self.lines), at + MAX_CONTAINER_LINES)
        for place in range(at + 1, last) if is_closed else ():
            text = self.lines[place].text
            again = None if self.is_code[place] else found.re.fullmatch(text)
            depth += bool(again and again["name"] == name and not again["alone"])
            depth -= bool(end.fullmatch(text))
            if depth == 0:
                if name == "comment":
                    self._log_lines("comment", at + 1, place)
                    return [], place + 1
                own = self.lines[at]
                part = Container(
                    callout, tuple(_flush(self.lines[at + 1 : place])), own.number, own.indent
                )
                return [part], place + 1
        return [], at + 1

    def _log_lines(self, kind: OmissionKind, start: int, end: int) -> None:
        words = sum(len(line.text.split()) for line in self.lines[start:end])
        number = self.lines[start].number
        self.log.add(kind, words=words, line=number)


def _flush(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Remove the indent that all *lines* have in common."""
    return dedented(lines, min((line.indent for line in lines if line.text.strip()), default=0))


def join_definitions(lines: Sequence[SourceLine]) -> list[Part]:
    """Put the definitions of a term, ``: text`` below it, into a container with its title."""
    parts: list[Part] = []
    at, is_code = 0, find_code(lines)
    while at < len(lines):
        if is_code[at] or not _DEFINITION.fullmatch(lines[at].text):
            parts.append(lines[at])
            at += 1
            continue
        while parts and isinstance(parts[-1], SourceLine) and not parts[-1].text.strip():
            parts.pop()
        before = parts[-1] if parts else None
        if not isinstance(before, SourceLine) or _NO_TERM.match(before.text):
            if isinstance(before, Container) and before.callout.title:
                parts[-1] = replace(
                    before,
                    lines=(*before.lines, SourceLine("", lines[at].number), *_defined(lines[at])),
                )
            else:
                parts.append(lines[at])
            at += 1
            continue
        end = at + 1
        while (
            end < len(lines) and lines[end].text.strip() and not _DEFINITION.match(lines[end].text)
        ):
            end += 1
        inner = (*_defined(lines[at]), *dedented(lines[at + 1 : end], 4))
        parts[-1] = Container(Callout(before.text.strip()), inner, before.number)
        at = end
    return parts


def _defined(line: SourceLine) -> list[SourceLine]:
    found = _DEFINITION.fullmatch(line.text)
    return [line._replace(text=found[1])] if found else [line]
