"""Tables that a PDF draws with rules or coloured cells, found by their grid (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from knowledge.documents.pdf.graphics import Box, Graphics, Rule

MAX_RULES = 400
"""A page with more rules on it, once adjoining ones are joined, shows a drawing."""

_NEAR = 2.5
"""How far rules that meet may be apart, in points."""

_TOUCHING = 1.5
"""How far the pieces of one rule are apart, or lie on each other, in points."""

_MIN_ROW_HEIGHT = 8.0
"""A rule in shorter pieces is dashed, in points."""

_MIN_RULES = 2
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """Rules that meet; *xs* and *ys* are where columns and rows part, *ys* from the top."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]

    @property
    def box(self) -> Box:
        """Return the rectangle around it."""
        return Box(self.xs[0], self.ys[-1], self.xs[-1], self.ys[0])

    def between(self, top: float, bottom: float) -> "RuledGrid | None":
        """Return the part of it between two heights."""
        across = [rule for rule in self.horizontals if bottom - _NEAR <= rule.at <= top + _NEAR]
        down = [
            Rule(rule.at, max(rule.start, bottom), min(rule.end, top))
            for rule in self.verticals
            if min(rule.end, top) - max(rule.start, bottom) > _NEAR
        ]
        return _grid(across, down)

    def is_enclosed(self, top: float, bottom: float) -> bool:
        """Return whether rules part the row between two heights into cells."""
        return any(self.parts_columns(x, top, bottom) for x in self.xs[1:-1])

    def groups(self, top: float, bottom: float) -> list[int]:
        """Return for each column of a row the column in which its cell begins."""
        begins = list[int]()
        for number, x in enumerate(self.xs[:-1]):
            is_new = not number or self.parts_columns(x, top, bottom)
            begins.append(number if is_new else begins[-1])
        return begins

    def parts_columns(self, x: float, top: float, bottom: float) -> bool:
        """Return whether a rule at *x* runs through the row between two heights."""
        middle = (top + bottom) / 2
        return any(
            abs(rule.at - x) <= _NEAR and rule.start - _NEAR <= middle <= rule.end + _NEAR
            for rule in self.verticals
        )

    def parts_rows(self, y: float, left: float, right: float) -> bool:
        """Return whether a rule at the height *y* runs through the column between two places."""
        middle = (left + right) / 2
        return any(
            abs(rule.at - y) <= _NEAR and rule.start - _NEAR <= middle <= rule.end + _NEAR
            for rule in self.horizontals
        )


def grids_of(graphics: Graphics) -> Iterator[RuledGrid]:
    """Yield the grids of a page: rules that meet, or rows of rules one below the other."""
    horizontals, verticals = _joined(graphics.horizontals), _joined(graphics.verticals)
    if len(horizontals) + len(verticals) > MAX_RULES:
        return
    breaks = list(_breaks(graphics.verticals))
    for across, down in _components(horizontals, verticals):
        grid = _grid([*across, *_rows_without_rules(across, down, breaks)], down)
        if grid is not None:
            yield grid


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Join the rules that go on in one another."""
    joined = list[Rule]()
    for row in _by_place(rules):
        at = row[0].at
        start, end = row[0].start, row[0].end
        for rule in row[1:]:
            if rule.start <= end + _NEAR:
                end = max(end, rule.end)
            else:
                joined.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        joined.append(Rule(at, start, end))
    return joined


def _breaks(verticals: Sequence[Rule]) -> Iterator[tuple[float, float]]:
    """Yield the places at which one upright rule ends and the next begins, and their heights."""
    for pieces in _by_place(verticals):
        end = pieces[0].end
        for piece in pieces[1:]:
            if abs(piece.start - end) <= _TOUCHING and piece.end - end > _MIN_ROW_HEIGHT:
                yield piece.at, (piece.start + end) / 2
            end = max(end, piece.end)


def _rows_without_rules(
    across: Sequence[Rule], down: Sequence[Rule], breaks: Sequence[tuple[float, float]]
) -> Iterator[Rule]:
    """Yield rules where rows part that only the pieces of all upright rules tell from each other.

    One of the upright rules parts columns: it does not stand at the edge of the others.
    """
    if not across or not down:
        return
    left = min(*(rule.start for rule in across), *(rule.at for rule in down))
    right = max(*(rule.end for rule in across), *(rule.at for rule in down))
    inner = [rule for rule in down if left + _NEAR < rule.at < right - _NEAR]
    heights = {y for rule in inner for x, y in breaks if abs(x - rule.at) <= 1}
    for y in _apart(sorted(heights)):
        cut = [rule for rule in down if rule.start + _NEAR < y < rule.end - _NEAR]
        is_ruled = any(abs(rule.at - y) <= _NEAR for rule in across)
        if cut and not is_ruled and all(_is_broken(rule, y, breaks) for rule in cut):
            yield Rule(y, left, right)


def _is_broken(rule: Rule, y: float, breaks: Sequence[tuple[float, float]]) -> bool:
    return any(abs(x - rule.at) <= 1 and abs(at - y) <= 1 for x, at in breaks)


def _by_place(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield the rules that lie on one line, ordered by where they start."""
    row = list[Rule]()
    for rule in sorted(rules):
        if row and rule.at - row[-1].at > 1:
            yield sorted(row, key=_START)
            row = []
        row.append(rule)
    if row:
        yield sorted(row, key=_START)


def _components(
    horizontals: Sequence[Rule], verticals: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the rules that hang together: they meet, or they are as wide and near each other."""
    groups = _Groups(len(horizontals) + len(verticals))
    met = set[int]()
    for down, vertical in enumerate(verticals, len(horizontals)):
        for across, horizontal in enumerate(horizontals):
            if _meet(horizontal, vertical):
                groups.join(down, across)
                met |= {down, across}
    by_height = sorted(range(len(horizontals)), key=lambda each: horizontals[each])
    for one, two in pairwise(by_height):
        is_apart = one in met and two in met
        if not is_apart and _are_as_wide(horizontals[one], horizontals[two]):
            groups.join(two, one)
    for members in groups.members():
        yield (
            [horizontals[each] for each in members if each < len(horizontals)],
            [verticals[each - len(horizontals)] for each in members if each >= len(horizontals)],
        )


class _Groups:
    """Numbers from 0 that are joined to groups."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def join(self, one: int, two: int) -> None:
        """Make one group of two numbers' groups."""
        self._above[self._root(one)] = self._root(two)

    def members(self) -> list[list[int]]:
        """Return the groups."""
        groups: dict[int, list[int]] = {}
        for number in range(len(self._above)):
            groups.setdefault(self._root(number), []).append(number)
        return list(groups.values())

    def _root(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = number = self._above[self._above[number]]
        return number


def _meet(horizontal: Rule, vertical: Rule) -> bool:
    return (
        horizontal.start - _NEAR <= vertical.at <= horizontal.end + _NEAR
        and vertical.start - _NEAR <= horizontal.at <= vertical.end + _NEAR
    )


def _are_as_wide(one: Rule, two: Rule) -> bool:
    return abs(one.start - two.start) <= _NEAR and abs(one.end - two.end) <= _NEAR


def _grid(horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> RuledGrid | None:
    if len(horizontals) < _MIN_RULES and len(verticals) < _MIN_RULES:
        return None
    ends = [end for rule in horizontals for end in (rule.start, rule.end)]
    heights = [end for rule in verticals for end in (rule.start, rule.end)]
    xs = [rule.at for rule in verticals] + ([min(ends), max(ends)] if ends else [])
    ys = [rule.at for rule in horizontals] + ([min(heights), max(heights)] if heights else [])
    columns, rows = _apart(xs), _apart(ys)
    if len(columns) < 2 or len(rows) < 2:  # noqa: PLR2004 - two edges
        return None
    return RuledGrid(tuple(columns), tuple(reversed(rows)), tuple(horizontals), tuple(verticals))


def _apart(places: Sequence[float]) -> list[float]:
    """Return the distinct places, in order."""
    distinct = list[float]()
    for place in sorted(places):
        if not distinct or place - distinct[-1] > 2 * _NEAR:
            distinct.append(place)
    return distinct
