"""Running titles and page numbers of a PDF: what stands at the same place on many pages (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.pdf.lines import TextLine
from knowledge.text.lexicon import all_words, compiled, either

_EDGE_LINES = 3
_MARGIN = 0.15
"""How much of a page's height, at its top and at its foot, may belong to the frame."""

_MIN_SHARE = 0.4
"""On how many of the pages a line stands at least."""

_SAME_PLACE = 4.0
"""How far apart a running title may be from page to page, in points."""

_NUMBER = re.compile(r"\d+")
_PAGE = compiled(
    rf"{either(all_words(lambda each: each.documents.page))}?"
    r"\s*[-–|]?\s*(?:\d{1,4}|[ivxlc]{1,7})"  # noqa: RUF001 - documents use every dash
    rf"(?:\s*{either(('/', *all_words(lambda each: each.documents.page_of)))}\s*\d{{1,4}})?"
    r"\s*[-–|]?"  # noqa: RUF001 - the same
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines that frame the pages, by page (counted from 0), height and text."""

    places: frozenset[tuple[int, float, str]]
    heights: frozenset[tuple[int, float]] = field(init=False)

    def __post_init__(self) -> None:
        """Note at which heights of which pages the lines stand."""
        object.__setattr__(self, "heights", frozenset((page, top) for page, top, _ in self.places))

    @classmethod
    def of(
        cls, pages: Sequence[Sequence[TextLine]], heights: Sequence[tuple[float, float]]
    ) -> "Frame":
        """Find what stands at the top or foot of many *pages*; *heights* are where they end."""
        if len(pages) < 2:  # noqa: PLR2004 - nothing repeats on one page
            alone = (line for lines in pages for line in lines if _key(line) == "#")
            return cls(frozenset((0, line.top, "#") for line in alone if not line.text.isalnum()))
        found: dict[str, list[tuple[int, TextLine]]] = {}
        for number, lines in enumerate(pages):
            for line in _edge(lines, *heights[number]):
                found.setdefault(_key(line), []).append((number, line))
        often = max(2, ceil(len(pages) * _MIN_SHARE))
        return cls(
            frozenset(
                (number, line.top, key)
                for key, lines in found.items()
                for number, line in _repeated(key, lines, often)
            )
        )

    def has(self, page: int, line: TextLine) -> bool:
        """Return whether a line of a *page* is part of the frame."""
        if (page, line.top) not in self.heights:  # most lines, whose text need not be looked at
            return False
        return (page, line.top, _key(line)) in self.places

    @staticmethod
    def has_number(line: TextLine) -> bool:
        """Return whether a line has a number that changes from page to page."""
        return "#" in _key(line)


def _edge(lines: Sequence[TextLine], foot: float, top: float) -> list[TextLine]:
    """Return the first and the last lines of a page, as far as they stand in its margins."""
    margin = _MARGIN * (top - foot)
    by_height = sorted(lines, key=lambda line: -line.top)
    above = [line for line in by_height[:_EDGE_LINES] if line.bottom > top - margin]
    return above + [line for line in by_height[-_EDGE_LINES:] if line.top < foot + margin]


def _key(line: TextLine) -> str:
    text = normalize(line.text)
    return "#" if _PAGE.fullmatch(text) else _NUMBER.sub("#", text)


def _repeated(
    key: str, lines: Sequence[tuple[int, TextLine]], often: int
) -> list[tuple[int, TextLine]]:
    """Return the lines of one text that stand at one height on many pages."""
    if key == "#":  # a page's number may stand anywhere at the edge
        return list(lines) if len({number for number, _ in lines}) >= often else []
    by_place: dict[tuple[int, object], list[tuple[int, TextLine]]] = {}
    for number, line in lines:
        for shift in _shifts(number, line):
            place = round(line.top / _SAME_PLACE)
            for near in (place - 1, place, place + 1):
                by_place.setdefault((near, shift), []).append((number, line))
    return [
        each
        for group in by_place.values()
        if len({number for number, _ in group}) >= often
        for each in group
    ]


def _shifts(page: int, line: TextLine) -> list[object]:
    """Return how a running title may count: its numbers stay, or one grows with the pages."""
    numbers = _NUMBER.findall(line.text)
    if not numbers:
        return [""]
    return [tuple(numbers), ("first", int(numbers[0]) - page), ("last", int(numbers[-1]) - page)]
