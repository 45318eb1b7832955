"""The lines of a PDF's page with their words, positions and fonts, as PDFium gives them."""

import ctypes
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

HYPHEN = "\ufffe"
"""PDFium's marker for a hyphen at the end of a line."""

_DOTS = re.compile(r"(?:\s?[.…_]){4,}")
_HYPHEN = re.compile(HYPHEN)
_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")  # PDFium counts each as two
_LONE = re.compile(r"[\0\ud800-\udfff]")
_PARTED = 2
"""The character code of a hyphen at the end of a line, as PDFium reports it."""

NOTHING = "\u200b"
"""Stands at the place of a character that is left out."""

SIGNS = HYPHEN + NOTHING
_LINE = re.compile(rf"[^\r\n{HYPHEN}]*{HYPHEN}?")
_WORD = re.compile(rf"{NOTHING}*([^\s{SIGNS}](?:\S*[^\s{NOTHING}])?){NOTHING}*")
_SURROGATES = range(0xD800, 0xE000)
_BOX_SIZES = (0.6, 2.0)
"""How high a letter's box is at least and at most, in font sizes."""

_DESCENT = 0.25
"""How much of a line is below the feet of its letters."""

_WIDE_GAP = 0.55
"""The least gap of a tab stop or a stretched space, in font sizes."""

_MIN_BOLD_WEIGHT = 600
_FONT_NAME_BYTES = 256


class Word(NamedTuple):
    """What stands between two spaces of a line; lengths in points, heights from the page's foot."""

    left: float
    right: float
    bottom: float
    top: float
    text: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a page; lengths are in points, heights are measured from the page's foot.

    Its *words* are parted by spaces, or only by wide ones once it is *settled*; its *cells* are
    parted by gaps that are wider than its font size. *places* are from where to where its
    characters stand among the page's.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool
    words: tuple[Word, ...]
    places: tuple[int, int]
    cells: tuple[Word, ...] = ()

    def gap(self, place: int) -> float:
        """Return the gap before a word, in points; 0 where the two stand at different heights."""
        before, after = self.words[place - 1], self.words[place]
        beside = abs(after.bottom - before.bottom) < self.size
        return after.left - before.right if beside else 0


def join_words(words: Sequence[Word]) -> Word:
    """Make one segment of the *words* of a line."""
    if len(words) == 1:
        return words[0]
    return Word(
        words[0].left,
        words[-1].right,
        min(each.bottom for each in words),
        max(each.top for each in words),
        " ".join(each.text for each in words),
    )


def line_of(words: Sequence[Word], like: TextLine) -> TextLine:
    """Make a line of some *words*, in the font of another."""
    whole = join_words(words)
    return TextLine(
        text=_DOTS.sub(" ", whole.text).strip(),
        left=whole.left,
        right=whole.right,
        top=whole.top,
        bottom=whole.bottom,
        size=like.size,
        is_bold=like.is_bold,
        words=tuple(words),
        places=like.places,
    )


def settled(line: TextLine) -> TextLine:
    """Return a line with its cells, and with its words joined where no wide gap parts them."""
    gaps = [line.gap(place) for place in range(1, len(line.words))]
    words = tuple(_joined(line.words, gaps, _WIDE_GAP * line.size))
    cells = tuple(_joined(line.words, gaps, line.size)) if len(words) > 1 else words
    return TextLine(
        line.text,
        line.left,
        line.right,
        line.top,
        line.bottom,
        line.size,
        line.is_bold,
        words,
        line.places,
        cells,
    )


def _joined(words: Sequence[Word], gaps: Sequence[float], least: float) -> Iterator[Word]:
    begun = 0
    for place, gap in enumerate([*gaps, float("inf")], 1):
        if gap > least:
            yield join_words(words[begun:place])
            begun = place


class PageText:
    """The characters of a page, one at each place; those that are *hidden* are left out."""

    def __init__(self, page: pypdfium2.PdfTextPage) -> None:
        self.page = page
        self.characters = _characters(page)
        self._matrix = pdfium.FS_MATRIX()
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._name = ctypes.create_string_buffer(_FONT_NAME_BYTES)

    def lines(self, hidden: frozenset[int] = frozenset()) -> Iterator[TextLine]:
        """Yield the lines in reading order."""
        text = self.characters
        if hidden:
            text = "".join(
                NOTHING if place in hidden and not each.isspace() else each
                for place, each in enumerate(text)
            )
        for found in _LINE.finditer(text):
            words = list(_WORD.finditer(text, found.start(), found.end()))
            if words:
                yield self._line(text, [(each.start(1), each.end(1)) for each in words])

    def _line(self, text: str, places: Sequence[tuple[int, int]]) -> TextLine:
        words = tuple(self._word(text, start, end) for start, end in places)
        count = sum(end - start for start, end in places) // 2
        for start, end in places:  # a list's mark may be of another font than the line's middle
            middle = min(start + count, end - 1)
            count -= end - start
            if count < 0:
                break
        if text[middle] in SIGNS and middle > places[0][0]:
            middle -= 1
        bottom, top = self._height(middle)
        return TextLine(
            text=_DOTS.sub(" ", " ".join(word.text for word in words)).strip(),
            left=words[0].left,
            right=max(words[0].right, words[-1].right),
            top=top,
            bottom=bottom,
            size=round(top - bottom, 1),
            is_bold=self._is_bold(middle),
            words=words,
            places=(places[0][0], places[-1][1]),
        )

    def _word(self, text: str, start: int, end: int) -> Word:
        last = end - 1 - (text[end - 1] == HYPHEN and end - start > 1)
        shown = text[start:end]
        if NOTHING in shown:
            shown = shown.replace(NOTHING, "")
        one = self.box(start)
        right = one.right if last == start else max(one.right, self.box(last).right)
        return Word(one.left, right, one.bottom, one.top, shown)

    def _height(self, place: int) -> tuple[float, float]:
        """Return where a line begins and ends that has a character's size, in any font.

        Of letters that lie on their side, and where PDFium gives no size, it is the letter's box.
        """
        box = self.box(place)
        pdfium.FPDFText_GetMatrix(self.page, place, self._matrix)
        upright = abs(self._matrix.d)
        size = pdfium.FPDFText_GetFontSize(self.page, place) * upright
        least, most = _BOX_SIZES
        is_upright = upright > 2 * abs(self._matrix.c)
        if not is_upright or not least * size < box.top - box.bottom < most * size:
            return box.bottom, box.top
        x, y = self._origin
        pdfium.FPDFText_GetCharOrigin(self.page, place, x, y)
        return y.value - _DESCENT * size, y.value + (1 - _DESCENT) * size

    def _is_bold(self, place: int) -> bool:
        pdfium.FPDFText_GetFontInfo(self.page, place, self._name, _FONT_NAME_BYTES, None)
        weight: int = pdfium.FPDFText_GetFontWeight(self.page, place)
        return weight >= _MIN_BOLD_WEIGHT or b"bold" in self._name.value.lower()

    def box(self, place: int) -> pdfium.FS_RECTF:
        """Return the box of a character, from its font's lowest to its highest."""
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.page, place, ctypes.byref(box))
        return box

    def ink(self, place: int) -> tuple[float, float]:
        """Return the lowest and the highest point of what a character draws."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self.page, place, left, right, bottom, top)
        return bottom.value, top.value


def _characters(page: pypdfium2.PdfTextPage) -> str:
    """Return the characters of a page, at once where PDFium leaves none of them out."""
    count = page.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    if count and pdfium.FPDFText_GetText(page, 0, count, buffer) == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        text = _ASTRAL.sub(lambda found: found[0] + NOTHING, text)
        if len(text) == count and not _LONE.search(text):
            return _HYPHEN.sub(lambda found: _at(page, found.start()), text)
    return "".join(_at(page, place) for place in range(count))


def _at(page: pypdfium2.PdfTextPage, place: int) -> str:
    code = pdfium.FPDFText_GetUnicode(page, place)
    if code == _PARTED:
        return HYPHEN
    is_character = code and code not in _SURROGATES and code <= sys.maxunicode
    return chr(code) if is_character and code != ord(HYPHEN) else NOTHING
