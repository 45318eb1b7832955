"""The lines of a PDF's page with their words, positions and fonts, as PDFium gives them."""

import ctypes
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from knowledge.documents.pdf import quick_calls as calls

HYPHEN = "\ufffe"
"""PDFium's marker for a hyphen at the end of a line."""

_MIN_DOTS = 4
_DOTS = re.compile(rf"(?:\s?[.…_]){{{_MIN_DOTS},}}")
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
_PLAIN_WORD = re.compile(r"(\S+)")
"""A word of a page without signs, which is found in half the time."""

_SURROGATES = range(0xD800, 0xE000)
_BOX_SIZES = (0.6, 2.0)
"""How high a letter's box is at least and at most, in font sizes."""

_DESCENT = 0.25
"""How much of a line is below the feet of its letters."""

WIDE_GAP = 0.55
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


class TextLine(NamedTuple):
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

    def gaps(self) -> list[float]:
        """Return the gap before each word but the first."""
        return [
            after_left - right if abs(after_bottom - bottom) < self.size else 0
            for (_, right, bottom, _, _), (after_left, _, after_bottom, _, _) in pairwise(
                self.words
            )
        ]


def join_words(words: Sequence[Word]) -> Word:
    """Make one segment of the *words* of a line."""
    if len(words) == 1:
        return words[0]
    lefts, rights, bottoms, tops, texts = zip(*words, strict=True)
    return Word(lefts[0], rights[-1], min(bottoms), max(tops), " ".join(texts))


def line_of(words: Sequence[Word], like: TextLine) -> TextLine:
    """Make a line of some *words*, in the font of another."""
    whole = join_words(words)
    return TextLine(
        text=_without_dots(whole.text),
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
    gaps = line.gaps()
    if max(gaps, default=0) <= WIDE_GAP * line.size:
        whole = (join_words(line.words),)
        return line._replace(words=whole, cells=whole)
    return line._replace(
        words=_joined(line.words, gaps, WIDE_GAP * line.size),
        cells=_joined(line.words, gaps, line.size),
    )


def _joined(words: Sequence[Word], gaps: Sequence[float], least: float) -> tuple[Word, ...]:
    ends = [place for place, gap in enumerate(gaps, 1) if gap > least]
    return tuple(join_words(words[one:two]) for one, two in pairwise([0, *ends, len(words)]))


def _without_dots(text: str) -> str:
    """Return a text with a space in the place of each row of dots."""
    if text.count(".") + text.count("…") + text.count("_") < _MIN_DOTS:
        return text.strip()
    return _DOTS.sub(" ", text).strip()


class PageText:
    """The characters of a page, one at each place; those that are *hidden* are left out."""

    def __init__(self, page: pypdfium2.PdfTextPage) -> None:
        self.characters = _characters(page)
        self.address = calls.address_of(page.raw)
        self._box = pdfium.FS_RECTF()
        self._at_box = ctypes.byref(self._box)
        self._matrix = pdfium.FS_MATRIX()
        self._at_matrix = ctypes.byref(self._matrix)
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._to_origin = tuple(map(ctypes.byref, self._origin))
        self._name = ctypes.create_string_buffer(_FONT_NAME_BYTES)

    def lines(self, hidden: frozenset[int] = frozenset()) -> Iterator[TextLine]:
        """Yield the lines in reading order."""
        text = self.characters
        if hidden:
            text = "".join(
                NOTHING if place in hidden and not each.isspace() else each
                for place, each in enumerate(text)
            )
        word = _WORD if HYPHEN in text or NOTHING in text else _PLAIN_WORD
        for found in _LINE.finditer(text):
            places = [each.span(1) for each in word.finditer(text, *found.span())]
            if places:
                yield self._line(text, places)

    def _line(self, text: str, places: Sequence[tuple[int, int]]) -> TextLine:
        words = tuple(self._words(text, places))
        count = sum([end - start for start, end in places]) // 2
        for start, end in places:  # a list's mark may be of another font than the line's middle
            middle = min(start + count, end - 1)
            count -= end - start
            if count < 0:
                break
        if text[middle] in SIGNS and middle > places[0][0]:
            middle -= 1
        bottom, top = self._height(middle)
        return TextLine(
            text=_without_dots(" ".join([word.text for word in words])),
            left=words[0].left,
            right=max(words[0].right, words[-1].right),
            top=top,
            bottom=bottom,
            size=round(top - bottom, 1),
            is_bold=self._is_bold(middle),
            words=words,
            places=(places[0][0], places[-1][1]),
        )

    def _words(self, text: str, places: Sequence[tuple[int, int]]) -> Iterator[Word]:
        """Yield the words that begin and end at some places."""
        box, at_box, find, address = self._box, self._at_box, calls.char_box, self.address
        for start, end in places:
            last = end - 1 - (text[end - 1] == HYPHEN and end - start > 1)
            find(address, start, at_box)
            left, right, bottom, top = box.left, box.right, box.bottom, box.top
            if last != start:
                find(address, last, at_box)
                right = max(right, box.right)
            yield Word(left, right, bottom, top, text[start:end].replace(NOTHING, ""))

    def _height(self, place: int) -> tuple[float, float]:
        """Return where a line begins and ends that has a character's size, in any font.

        Of letters that lie on their side, and where PDFium gives no size, it is the letter's box.
        """
        box = self.box(place)
        calls.char_matrix(self.address, place, self._at_matrix)
        upright = abs(self._matrix.d)
        size = calls.font_size(self.address, place) * upright
        least, most = _BOX_SIZES
        is_upright = upright > 2 * abs(self._matrix.c)
        if not is_upright or not least * size < box.top - box.bottom < most * size:
            return box.bottom, box.top
        _, y = self._origin
        calls.char_origin(self.address, place, *self._to_origin)
        return y.value - _DESCENT * size, y.value + (1 - _DESCENT) * size

    def _is_bold(self, place: int) -> bool:
        calls.font_info(self.address, place, self._name, _FONT_NAME_BYTES, None)
        weight: int = calls.font_weight(self.address, place)
        return weight >= _MIN_BOLD_WEIGHT or b"bold" in self._name.value.lower()

    def box(self, place: int) -> pdfium.FS_RECTF:
        """Return the box of a character, from its font's lowest to its highest."""
        box = pdfium.FS_RECTF()
        calls.char_box(self.address, place, ctypes.byref(box))
        return box

    def ink(self, place: int) -> tuple[float, float]:
        """Return the lowest and the highest point of what a character draws."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        calls.char_ink(self.address, place, *map(ctypes.byref, (left, right, bottom, top)))
        return bottom.value, top.value


def _characters(page: pypdfium2.PdfTextPage) -> str:
    """Return the characters of a page, at once where PDFium leaves none of them out."""
    count = page.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    if count and pdfium.FPDFText_GetText(page, 0, count, buffer) == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if text.isascii() and "\0" not in text:
            return text
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
