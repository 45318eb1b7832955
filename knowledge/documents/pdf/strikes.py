"""Text of a PDF that is struck through: a short line runs through the middle of its letters."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from knowledge.documents.pdf.graphics import Rule
from knowledge.documents.pdf.lines import PageText, TextLine

_MIDDLE = (0.25, 0.65)
"""Between which shares of a letter's box the line runs."""

_MAX_OVERHANG = 0.5
"""How far the line may begin or end beside the letters it strikes, in font sizes."""

_MAX_BEFORE = 0.2
_MAX_AFTER = 0.35
_MAX_INSIDE = 0.08
"""How far it may begin before words and end behind them (a space), or begin or end in a word."""

_INK_MARGIN = 0.6
"""How far above the lowest ink of a letter the line runs at least, in points."""

_MIN_CROSSED = 0.75
_SAMPLE = 8
"""Of so many letters of a line the ink is looked at."""


def struck_places(
    text: PageText, lines: Sequence[TextLine], rules: Sequence[Rule]
) -> frozenset[int]:
    """Return the places of the characters that a rule strikes through."""
    by_height = sorted(rules)
    heights = [rule.at for rule in by_height]
    struck = set[int]()
    for line in lines:
        first, last = bisect_left(heights, line.bottom), bisect_right(heights, line.top)
        for rule in by_height[first:last]:
            if _crosses(rule, line):
                struck.update(_struck(text, line, rule))
    return frozenset(struck)


def _crosses(rule: Rule, line: TextLine) -> bool:
    """Return whether a rule runs through a line's middle, without leaving the line."""
    return (
        _is_in_the_middle(rule.at, line.bottom, line.top)
        and rule.start > line.left - _MAX_OVERHANG * line.size
        and rule.end < line.right + _MAX_OVERHANG * line.size
    )


def _is_in_the_middle(height: float, bottom: float, top: float) -> bool:
    least, most = _MIDDLE
    return top > bottom and least < (height - bottom) / (top - bottom) < most


def _struck(text: PageText, line: TextLine, rule: Rule) -> Sequence[int]:
    """Return the places of a line's characters that a rule strikes through."""
    letters = [place for place in range(*line.places) if text.characters[place].isalnum()]
    if not _crosses_ink(text, rule, letters):
        return ()
    boxes = [(place, text.box(place)) for place in range(*line.places)]
    hit = [
        (place, box)
        for place, box in boxes
        if not text.characters[place].isspace()
        and rule.start <= (box.left + box.right) / 2 <= rule.end
    ]
    if not hit:
        return ()
    before = min(box.left for _, box in hit) - rule.start
    after = rule.end - max(box.right for _, box in hit)
    begins, ends = _is_parted(text, hit[0][0] - 1), _is_parted(text, hit[-1][0] + 1)
    is_as_wide = (
        abs(before) <= (_MAX_BEFORE if begins else _MAX_INSIDE) * line.size
        and after <= (_MAX_AFTER if ends else _MAX_INSIDE) * line.size
        and after >= -(_MAX_BEFORE if ends else _MAX_INSIDE) * line.size
    )
    return [place for place, _ in hit] if is_as_wide else ()


def _is_parted(text: PageText, place: int) -> bool:
    """Return whether a word begins or ends at a place."""
    if not 0 <= place < len(text.characters):
        return True
    return not text.characters[place].isalnum()


def _crosses_ink(text: PageText, rule: Rule, letters: Sequence[int]) -> bool:
    """Return whether a rule is as high as the middle of most of a line's letters, not below."""
    some = letters[:: max(1, len(letters) // _SAMPLE)]
    inks = [(bottom, top) for bottom, top in map(text.ink, some) if top - bottom > _INK_MARGIN]
    crossed = sum(bottom + _INK_MARGIN < rule.at < top for bottom, top in inks)
    return bool(some) and crossed >= len(inks) * _MIN_CROSSED
