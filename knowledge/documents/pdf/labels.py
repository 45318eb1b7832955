"""Bullets, numbers and letters before the items of a PDF's lists (pure)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.pdf.lines import WIDE_GAP, TextLine

_MARKS = "•◦▪▫‣\u2043●○■□·∙➢➣➤►▶▸◆◇❖❑❒⦁⚫⚪∘"
_PRIVATE = "\ue000-\uf8ff"
"""Where fonts of symbols, such as Wingdings, have their signs."""

_BULLET = re.compile(rf"^[{_MARKS}{_PRIVATE}]\s*(?=\S)")
_DASH = re.compile(r"^[–—‒*-]\s+(?=\S)")  # noqa: RUF001 - documents use every dash
_HOLLOW = re.compile(r"^o\s+(?=\S)")  # the letter that Word's second level uses as a bullet
_NUMBERED = re.compile(r"^(\(?(?:\d{1,3}|[a-zA-Z\u0111\u0e01-\u0e2e]|[ivxIVX]{1,5})[.)])\s+(?=\S)")
_CLAUSE = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\S)")
_CAPITAL = re.compile(r"^\(?[A-Z]{1,5}\.")
_TICKS = {"\uf0fc": "\u2713", "\uf0fe": "\u2611", "\uf0fb": "\u2717", "\uf0fd": "\u2612"}
"""Wingdings' ticks and crosses, which say yes and no."""

_MAX_LINES_APART = 40
_MAX_THAI_STEP = 3
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"]


class Label(NamedTuple):
    """What stands before an item.

    *prefix* is the label as the line has it, *shown* what of it is kept; *kind* tells numbers from
    letters. It *is_sure* if it can be nothing else; a clause's number begins a paragraph.
    """

    prefix: str
    shown: str
    kind: str
    is_sure: bool = False

    @property
    def is_clause(self) -> bool:
        """Return whether it is the number of a clause, as in "3.2"."""
        return self.kind == "clause"


def label_of(line: TextLine) -> Label | None:
    """Return the label with which a line begins."""
    text = normalize(line.text)
    is_wide = len(line.words) > 1 and line.gap(1) > WIDE_GAP * line.size
    return _sign(text, is_wide=is_wide) or _number(text, is_wide=is_wide)


def _sign(text: str, *, is_wide: bool) -> Label | None:
    if text[:1] in _TICKS:
        return Label(text[0], _TICKS[text[0]], "tick", is_sure=True)
    if bullet := _BULLET.match(text) or (is_wide and _HOLLOW.match(text)):
        return Label(bullet[0], "", "bullet", is_sure=True)
    dash = _DASH.match(text)
    return Label(dash[0], "", "dash", is_sure=is_wide) if dash else None


def _number(text: str, *, is_wide: bool) -> Label | None:
    if clause := _CLAUSE.match(text):
        return Label(clause[0], clause[0].strip(), "clause", is_sure=is_wide)
    number = _NUMBERED.match(text)
    return Label(number[0], number[1], _kind(number[1]), is_sure=is_wide) if number else None


def _kind(label: str) -> str:
    inner = label.strip("().")
    sign = "9" if inner.isdecimal() else "A" if inner.isupper() else "a"
    return label.replace(inner, sign)


def is_initial(label: Label) -> bool:
    """Return whether a label may as well be the first letter of somebody's name."""
    return bool(_CAPITAL.match(label.prefix)) and not label.is_sure


def is_bare_label(text: str) -> bool:
    """Return whether a text is nothing but a label."""
    probe = f"{text} x"
    patterns = (_BULLET, _DASH, _HOLLOW, _NUMBERED, _CLAUSE)
    return any((found := each.match(probe)) and found.end() == len(probe) - 1 for each in patterns)


def places_in_lists(lines: Sequence[TextLine], labels: Sequence[Label | None]) -> frozenset[int]:
    """Return the places of lines whose labels form a list with others of their kind."""
    found = set[int]()
    last: dict[str, tuple[int, TextLine, Label]] = {}
    for place, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label is None:
            continue
        before = last.get(label.kind)
        if before and place - before[0] <= _MAX_LINES_APART and _follows(before, line, label):
            found |= {before[0], place}
        last[label.kind] = (place, line, label)
    return frozenset(found)


def _follows(before: tuple[int, TextLine, Label], line: TextLine, label: Label) -> bool:
    """Return whether a label is the next of its kind, at the same place."""
    _, above, known = before
    if abs(above.left - line.left) > line.size:
        return False
    one, two = known.shown.strip("()."), label.shown.strip("().")
    if label.kind in {"dash", "bullet", "tick", "clause"}:
        return True
    if one.isdecimal():
        return int(two) == int(one) + 1
    return _is_next_letter(one.lower(), two.lower())


def _is_next_letter(one: str, two: str) -> bool:
    """Return whether a letter or a Roman number is the next; Thai lists leave letters out."""
    if one in _ROMAN and two in _ROMAN and _ROMAN.index(two) == _ROMAN.index(one) + 1:
        return True
    if len(one) > 1 or len(two) > 1:
        return False
    if "\u0111" in {one, two}:  # between d and e, in Vietnamese
        return True
    return 0 < ord(two) - ord(one) <= (1 if two.isascii() else _MAX_THAI_STEP)
