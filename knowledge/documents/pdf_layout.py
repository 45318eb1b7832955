"""Layout analysis of PDF lines: headings, paragraphs, lists, tables, running titles (pure)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from statistics import median

from knowledge.documents.markdown_blocks import escape, normalize, render_item, render_table
from knowledge.documents.pdf_lines import HYPHEN, Line
from knowledge.text.lexicon import all_words, compiled, either

MIN_HEADING_RATIO = 1.12
"""The least font size of a heading, as a multiple of the body text's."""

MAX_HEADING_WORDS = 18
"""Longer lines are no headings."""

_EDGE_LINES = 3
_BULLET = re.compile(r"^[•◦▪‣●○■□·\uf0b7\uf0a7]\s*(\S.*)$")
_NUMBERED = re.compile(r"^(?:[–—*-]|(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]))\s+(\S.*)$")  # noqa: RUF001 - documents use every dash
_NUMBER = re.compile(r"\d+")
_PAGE = compiled(
    rf"{either(all_words(lambda each: each.documents.page))}?"
    r"\s*[-–|]?\s*(?:\d{1,4}|[ivxlc]{1,7})"  # noqa: RUF001 - documents use every dash
    rf"(?:\s*{either(('/', *all_words(lambda each: each.documents.page_of)))}\s*\d{{1,4}})?"
    r"\s*[-–|]?"  # noqa: RUF001 - the same
)
ENDS = (".", "!", "?", ":", ";", "。")


@dataclass(frozen=True, slots=True)
class Layout:
    """Typography of a document: body font size and leading in points, running titles, outline."""

    size: float
    leading: float
    frame: frozenset[str]
    outline: Mapping[tuple[int, str], int]
    vocabulary: frozenset[str]

    @classmethod
    def of(
        cls, pages: Sequence[Sequence[Line]], outline: Mapping[tuple[int, str], int]
    ) -> "Layout":
        """Measure all *pages*."""
        sizes: Counter[float] = Counter()
        for line in (line for lines in pages for line in lines):
            sizes[round(line.size * 2) / 2] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 10
        steps = [
            one.bottom - two.bottom
            for lines in pages
            for one, two in pairwise(lines)
            if 0 < one.bottom - two.bottom < 3 * size
        ]
        everything = " ".join(line.text for lines in pages for line in lines)
        return cls(
            size=size,
            leading=median(steps) if steps else size * 1.2,
            frame=_frame(pages),
            outline=outline,
            vocabulary=frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", everything.lower())),
        )

    def is_frame(self, line: Line) -> bool:
        """Return whether a line is a running header, a footer or a page number."""
        key = _key(line)
        return key in self.frame and ("#" not in key or line.size <= self.size * MIN_HEADING_RATIO)

    def depth(self, page: int, line: Line) -> float:
        """Return the depth of a heading: its outline level, else minus its font size."""
        text = normalize(line.text).casefold()
        known = self.outline.get((page, text), self.outline.get((page, _unnumbered(text))))
        return -line.size if known is None else known

    def is_heading(self, page: int, line: Line) -> bool:
        """Return whether a line is a heading, by the document's outline or by its font."""
        text = normalize(line.text).casefold()
        if (page, text) in self.outline or (page, _unnumbered(text)) in self.outline:
            return True
        if len(line.cells) > 1 or len(text.split()) > MAX_HEADING_WORDS:
            return False
        if not re.search(r"[^\W\d_]{2}", text) or text.endswith((".", ",", ";", ":")):
            return False
        larger = line.size >= self.size * MIN_HEADING_RATIO
        return larger if len(self.outline) > _EDGE_LINES else larger or line.is_bold

    def largest(self, lines: Sequence[Line]) -> str:
        """Return the text in the largest font, empty if none is larger than the body text."""
        best = max(lines, key=lambda line: line.size, default=None)
        if best is None or best.size < self.size * MIN_HEADING_RATIO:
            return ""
        return normalize(" ".join(line.text for line in lines if line.size == best.size))[:200]

    def whole(self, text: str) -> str:
        """Join words hyphenated at line ends, as the document writes them elsewhere."""
        return re.sub(rf"([^\W\d_]+){HYPHEN}\s*([^\W\d_]+)", self._joined, text).replace(
            HYPHEN, "-"
        )

    def _joined(self, found: re.Match[str]) -> str:
        one, two = found.groups()
        if f"{one}-{two}".lower() in self.vocabulary and f"{one}{two}".lower() not in (
            self.vocabulary
        ):
            return f"{one}-{two}"
        return f"{one}{two}"


def _unnumbered(text: str) -> str:
    return re.sub(r"^(?:\d+\.)*\d+\.?\s+", "", text)


def _key(line: Line) -> str:
    text = normalize(line.text)
    return "#" if _PAGE.fullmatch(text) else _NUMBER.sub("#", text)


def _frame(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return the keys of lines at the top or bottom of at least 40 % of the pages."""
    if len(pages) < 2:  # noqa: PLR2004 - nothing repeats on one page
        keys = {line.text: _key(line) for lines in pages for line in lines}
        return frozenset(key for text, key in keys.items() if key == "#" and not text.isalnum())
    counted: Counter[str] = Counter()
    for lines in pages:
        by_height = sorted(lines, key=lambda line: -line.top)
        edge = by_height[:_EDGE_LINES] + by_height[-_EDGE_LINES:]
        counted.update({_key(line) for line in edge})
    often = max(2, ceil(len(pages) * 0.4))
    return frozenset(key for key, times in counted.items() if times >= often)


@dataclass(frozen=True, slots=True)
class HeadedPart:
    """A heading of a page and the blocks below it; the part before the first has no heading."""

    heading: str
    depth: float
    blocks: list[str]


def parts_of(page: int, lines: Sequence[Line], layout: Layout) -> Iterator[HeadedPart]:
    """Split a page at its headings."""
    heading, body = list[Line](), list[Line]()
    for line in (line for line in lines if line.text and not layout.is_frame(line)):
        if not layout.is_heading(page, line):
            body.append(line)
        elif heading and not body and _goes_on(heading[-1], line, layout):
            heading.append(line)
        else:
            yield _part(page, heading, body, layout)
            heading, body = [line], []
    yield _part(page, heading, body, layout)


def _part(page: int, heading: Sequence[Line], body: Sequence[Line], layout: Layout) -> HeadedPart:
    name = normalize(layout.whole(" ".join(each.text for each in heading)))
    depth = layout.depth(page, heading[0]) if heading else 0
    return HeadedPart(name, depth, list(_blocks(body, layout)))


def _goes_on(one: Line, two: Line, layout: Layout) -> bool:
    """Return whether two lines are one heading."""
    near = 0 < one.top - two.top < max(one.size * 1.6, layout.leading * 1.3)
    return near and abs(one.size - two.size) < 1 and one.is_bold == two.is_bold


def _blocks(lines: Sequence[Line], layout: Layout) -> Iterator[str]:
    """Group lines into paragraphs, list items and tables."""
    leading = _leading(lines, layout)
    start = 0
    while start < len(lines):
        rows = _table(lines, start)
        if rows:
            yield from render_table([[layout.whole(cell) for cell in row] for row in rows])
            start += len(rows)
            continue
        end = start + 1
        while end < len(lines) and _belongs(lines, start, end, leading) and not _table(lines, end):
            end += 1
        yield _prose(" ".join(line.text for line in lines[start:end]), layout)
        start = end


def _leading(lines: Sequence[Line], layout: Layout) -> float:
    """Return the median leading of these lines if it exceeds the document's, in points."""
    steps = [one.bottom - two.bottom for one, two in pairwise(lines)]
    here = median([step for step in steps if step > 0] or [0])
    return max(layout.leading, here) if here < layout.size * 2 else layout.leading


def _prose(text: str, layout: Layout) -> str:
    whole = normalize(layout.whole(text))
    if bullet := _BULLET.match(whole):
        return render_item(bullet[1])
    if numbered := _NUMBERED.match(whole):
        return render_item(f"{numbered[1]} {numbered[2]}" if numbered[1] else numbered[2])
    return escape(whole)


def _belongs(lines: Sequence[Line], start: int, end: int, leading: float) -> bool:
    """Return whether line *end* continues the paragraph that began at *start*."""
    first, before, line = lines[start], lines[end - 1], lines[end]
    ended, step = before.text.endswith(ENDS), before.bottom - line.bottom
    if before.text.endswith(HYPHEN):
        return True
    if _begins_item(first, before, line):
        return False
    if step <= 0:  # the next column
        return not ended and line.text[:1].islower()
    if step > leading * 1.35 or abs(line.size - before.size) > 2:  # noqa: PLR2004 - points
        return False
    if _is_item(first):
        return not ended or line.left > first.left + 2
    widest = max(each.right for each in lines[start:end])
    return not (ended and before.right < widest - 6 * line.size)


def _begins_item(first: Line, before: Line, line: Line) -> bool:
    """Return whether a line begins a list item, not just with a number."""
    if _BULLET.match(normalize(line.text)):
        return True
    beside = abs(line.left - first.left) < line.size
    return bool(_NUMBERED.match(normalize(line.text))) and (
        before.text.endswith(ENDS) or (_is_item(first) and beside)
    )


def _is_item(line: Line) -> bool:
    text = normalize(line.text)
    return bool(_BULLET.match(text) or _NUMBERED.match(text))


def _table(lines: Sequence[Line], start: int) -> list[list[str]]:
    """Return the rows of a table beginning at *start*: lines whose cells are aligned."""
    lefts = [left for left, _ in lines[start].cells]
    rows: list[list[str]] = []
    for line in lines[start:]:
        if len(line.cells) < 2 or len(line.cells) > len(lefts):  # noqa: PLR2004 - a row has two
            break
        row = [""] * len(lefts)
        for left, text in line.cells:
            column = min(range(len(lefts)), key=lambda each: abs(lefts[each] - left))
            row[column] = f"{row[column]} {text}".strip()
        rows.append(row)
    return rows if len(rows) > 1 else []
