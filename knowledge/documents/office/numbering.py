"""The numbers that Word makes by itself: levels, starts, restarts and formats of lists."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from knowledge.documents.office.number_formats import format_number
from knowledge.documents.office.xml_names import (
    Element,
    attribute,
    child,
    local_name,
    switch,
    value,
)
from knowledge.documents.symbols import in_symbol_font, tick_or_cross

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; *after* is the level whose number restarts this one.

    *after* counts from 1, and is 0 where nothing restarts the level; None means any level above.
    """

    style: str = "decimal"
    text: str = ""
    start: int = 1
    after: int | None = None
    is_legal: bool = False
    paragraph_style: str = ""
    bullet: str = ""

    @property
    def is_bullet(self) -> bool:
        """Whether the items of the level have a mark and no number."""
        return self.style == "bullet"


@dataclass(frozen=True, slots=True)
class ItemNumber:
    """What stands before a paragraph: its number or a sign, and how many numbers that has."""

    text: str
    parts: int
    is_bullet: bool


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """Counts the paragraphs of every list, in the order in which they stand."""

    def __init__(self, root: Element | None) -> None:
        self._abstracts: dict[str, Element] = {}
        self._lists: dict[str, _List] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        by_style: dict[str, Element] = {}
        for each in root:
            if local_name(each) == "abstractNum":
                self._abstracts[attribute(each, "abstractNumId")] = each
                if name := value(each, "styleLink"):
                    by_style[name] = each
        for each in root:
            if local_name(each) == "num":
                number = attribute(each, "numId")
                self._lists[number] = self._make_list(each, by_style)

    def _make_list(self, node: Element, by_style: Mapping[str, Element]) -> _List:
        abstract = value(node, "abstractNumId")
        definition = self._abstracts.get(abstract)
        linked = by_style.get(value(definition, "numStyleLink")) if definition is not None else None
        if linked is not None:
            definition, abstract = linked, attribute(linked, "abstractNumId")
        levels = _levels(definition) if definition is not None else {}
        starts: dict[int, int] = {}
        for each in node:
            if local_name(each) == "lvlOverride":
                place = _number(attribute(each, "ilvl"), 0)
                levels |= _levels(each)
                if start := value(each, "startOverride"):
                    starts[place] = _number(start, 1)
        return _List(abstract, levels, starts)

    def level_of_style(self, number: str, style: str) -> int:
        """Return the level of a list that is linked to a paragraph style, the first otherwise."""
        found = self._lists.get(number)
        levels = found.levels.items() if found else ()
        return next((place for place, each in levels if each.paragraph_style == style), 0)

    def next_number(self, number: str, place: int) -> ItemNumber | None:
        """Count a paragraph on a level of the list; None if there is no such list."""
        found = self._lists.get(number)
        if found is None:
            return None
        counts = self._counts[found.abstract]
        level = found.levels.get(place, Level())
        is_first = (number, place) not in self._begun
        self._begun.add((number, place))
        if is_first and place in found.starts:
            counts[place] = found.starts[place]
        elif place in counts:
            counts[place] += 1
        else:
            counts[place] = level.start
        for deeper in [each for each in counts if each > place]:
            after = found.levels.get(deeper, Level()).after
            if after is None or (after and place < after):
                del counts[deeper]
        return _write(level, place, counts, found)


def _write(level: Level, place: int, counts: dict[int, int], found: _List) -> ItemNumber:
    if level.is_bullet:
        return ItemNumber(tick_or_cross(level.bullet), 0, is_bullet=True)

    def number(mark: re.Match[str]) -> str:
        at = int(mark[1]) - 1
        other = found.levels.get(at, Level())
        if at > place:
            return ""
        count = counts.get(at, other.start)
        style = "decimal" if level.is_legal and other.style != "decimalZero" else other.style
        return format_number(count, style)

    parts = len(_PLACE.findall(level.text))
    text = "" if level.style == "none" and parts == 1 else _PLACE.sub(number, level.text)
    return ItemNumber(" ".join(text.split()), parts, is_bullet=False)


def _levels(node: Element) -> dict[int, Level]:
    return {
        _number(attribute(each, "ilvl"), 0): _level(each)
        for each in node
        if local_name(each) == "lvl"
    }


def _level(node: Element) -> Level:
    after = child(node, "lvlRestart")
    fonts = child(node, "rPr", "rFonts")
    text = value(node, "lvlText")
    style = _style(node)
    level = Level(
        style=style,
        text=text,
        start=_number(value(node, "start"), 1),
        after=None if after is None else _number(attribute(after, "val"), 0),
        is_legal=switch(node, "isLgl") is True,
        paragraph_style=value(node, "pStyle"),
    )
    font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
    return replace(level, bullet=in_symbol_font(font, text) if font else text)


def _style(node: Element) -> str:
    """Return the format of a level's numbers, also where it stands in an alternative."""
    found = next((each for each in node.iter() if local_name(each) == "numFmt"), None)
    return attribute(found, "val") or "decimal"


def _number(text: str, default: int) -> int:
    try:
        return min(int(text), 1_000_000)
    except ValueError:
        return default
