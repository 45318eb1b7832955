"""Lines of Markdown that know where they come from, and changes to them outside of code (pure)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})(.*)")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)]|\[\^)")
_CODE = r"(?P<code>\\.|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|<!--.*?(?:-->|\Z))"


class SourceLine(NamedTuple):
    """A line and its number in the file, counted from 1."""

    text: str
    number: int

    @property
    def indent(self) -> int:
        """The number of columns before its text."""
        expanded = self.text.expandtabs(4)
        return len(expanded) - len(expanded.lstrip())


Replace = Callable[[re.Match[str], int], str]
"""Returns what to put in the place of a match in the line of a number."""


Code = Literal["", "opening", "code"]
"""What a line is of a block of code: nothing, the fence that opens it, or another line of it."""


def find_code(lines: Sequence[SourceLine]) -> list[Code]:
    """Return for each of *lines* what it is of a block of code."""
    found: list[Code] = []
    fence, before, is_listed = "", "", False
    for line in lines:
        opening = _FENCE.match(line.text)
        is_blank = not line.text.strip()
        if fence:
            found.append("code")
            if opening and opening[1].startswith(fence) and not opening[2].strip():
                fence = ""
        elif opening and "`" not in opening[2]:
            fence = opening[1]
            found.append("opening")
        elif is_blank:
            found.append("")
        elif _INDENTED.match(line.text):
            is_first = not before.strip() or bool(found and found[-1])
            found.append("code" if is_first and not is_listed else "")
        else:
            is_listed = bool(_LIST_ITEM.match(line.text))
            found.append("")
        before = line.text
    return found


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that stand together, as one text, and the number of each of its lines."""

    text: str
    numbers: tuple[int, ...]

    def replace(self, pattern: re.Pattern[str], replace: Replace) -> "Chunk":
        """Replace each match of a `pattern_outside_code`."""
        parts: list[str] = []
        numbers, at, line = [self.numbers[0]], 0, 0
        for found in pattern.finditer(self.text):
            if found["code"] is not None:
                continue
            kept = self.text[at : found.start()]
            for _ in range(kept.count("\n")):
                line += 1
                numbers.append(self.numbers[line])
            instead = replace(found, self.numbers[line])
            line += found[0].count("\n")
            numbers += [self.numbers[line]] * instead.count("\n")
            parts += [kept, instead]
            at = found.end()
        if not parts:
            return self
        rest = self.text[at:]
        numbers += self.numbers[line + 1 :]
        return Chunk("".join([*parts, rest]), tuple(numbers))

    @property
    def lines(self) -> list[SourceLine]:
        """The lines of the chunk."""
        return [SourceLine(*each) for each in zip(self.text.split("\n"), self.numbers, strict=True)]


def pattern_outside_code(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a *pattern* that matches code as well, which `Chunk.replace` then leaves alone."""
    return re.compile(f"{_CODE}|{pattern}", re.DOTALL | flags)


def chunks_of(lines: Sequence[SourceLine]) -> Iterator[Chunk | SourceLine]:
    """Yield *lines* in order: those of code and empty ones each, others as they stand together."""
    marked = zip(lines, find_code(lines), strict=True)
    for is_text, group in groupby(
        marked, key=lambda each: not each[1] and bool(each[0].text.strip())
    ):
        own = [line for line, _ in group]
        if is_text:
            yield Chunk("\n".join(line.text for line in own), tuple(line.number for line in own))
        else:
            yield from own


def indented(lines: Sequence[SourceLine], by: int) -> list[SourceLine]:
    """Indent *lines* by so many columns."""
    return [
        line._replace(text=" " * by + line.text) if line.text.strip() else line for line in lines
    ]


def dedented(lines: Sequence[SourceLine], by: int) -> list[SourceLine]:
    """Remove up to so many columns before each of *lines*."""
    return [line._replace(text=line.text.expandtabs(4)[min(by, line.indent) :]) for line in lines]
