"""The lines of a PDF's pages with position and font. The only importer of PDFium."""

import ctypes
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from knowledge.documents.document import UnreadableError
from knowledge.documents.markdown_blocks import normalize

HYPHEN = "\ufffe"
"""PDFium's marker for a hyphen at the end of a line."""

_DOTS = re.compile(r"(?:\s?[.…_]){4,}")
_PARTED = 2
"""The character code of a hyphen at the end of a line, as PDFium reports it."""

_SPACE = 32
_SURROGATES = range(0xD800, 0xE000)
_MIN_BOLD_WEIGHT = 600
_FONT_NAME_BYTES = 256


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; lengths are in points, heights are measured from the page's foot.

    *cells* are its segments between wide gaps, as (left, text).
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool
    cells: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class OpenedPdf:
    """An open PDF; *outline* maps (page counted from 0, heading) to levels."""

    title: str
    outline: dict[tuple[int, str], int]
    count: int
    document: pypdfium2.PdfDocument

    def lines(self, number: int) -> list[Line]:
        """Return the lines of a page in reading order; none for a damaged page."""
        try:
            page = self.document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            return []
        try:
            return list(_lines(text_page))
        finally:
            text_page.close()
            page.close()


@contextmanager
def open_pdf(content: bytes) -> Iterator[OpenedPdf]:
    """Open a PDF.

    Raises:
        UnreadableError: If it is protected or damaged.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableError("it is protected with a password") from error
        raise UnreadableError("it is damaged and cannot be opened") from error
    try:
        title = normalize(document.get_metadata_value("Title"))
        yield OpenedPdf(title, dict(_outline(document)), len(document), document)
    finally:
        document.close()


def _outline(document: pypdfium2.PdfDocument) -> Iterator[tuple[tuple[int, str], int]]:
    for mark in document.get_toc(max_depth=8):
        target = mark.get_dest()
        page = target.get_index() if target else None
        if page is not None:
            yield (page, normalize(mark.get_title()).casefold()), mark.level


def _lines(page: pypdfium2.PdfTextPage) -> Iterator[Line]:
    count = page.count_chars()
    codes = [pdfium.FPDFText_GetUnicode(page, place) for place in range(count)]
    start = 0
    for place, code in enumerate([*codes, 10]):
        if code in {10, 13, _PARTED}:
            line = _line(page, codes, start, place + (code == _PARTED))
            if line is not None:
                yield line
            start = place + 1


def _line(page: pypdfium2.PdfTextPage, codes: list[int], start: int, end: int) -> Line | None:
    seen = [
        place
        for place in range(start, end)
        if not chr(codes[place]).isspace() and codes[place] != _PARTED
    ]
    if not seen:
        return None
    first, last = _box(page, seen[0]), _box(page, seen[-1])
    middle = _box(page, seen[len(seen) // 2])  # a list's mark may be of another font
    size = round(middle.top - middle.bottom, 1)
    name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
    pdfium.FPDFText_GetFontInfo(page, seen[len(seen) // 2], name, _FONT_NAME_BYTES, None)
    is_bold = (
        pdfium.FPDFText_GetFontWeight(page, seen[len(seen) // 2]) >= _MIN_BOLD_WEIGHT
        or b"bold" in name.value.lower()
    )
    cells = tuple(_cells(page, codes, start, end, size))
    return Line(
        text=_DOTS.sub(" ", _text(codes[start:end])).strip(),
        left=first.left,
        right=max(first.right, last.right),
        top=middle.top,
        bottom=middle.bottom,
        size=size,
        is_bold=is_bold,
        cells=cells,
    )


def _text(codes: list[int]) -> str:
    """Return the characters, without surrogates."""
    return "".join(
        HYPHEN if code == _PARTED else chr(code)
        for code in codes
        if code not in _SURROGATES and code <= sys.maxunicode
    )


def _cells(
    page: pypdfium2.PdfTextPage, codes: list[int], start: int, end: int, size: float
) -> Iterator[tuple[float, str]]:
    """Split a line where the gap between two words is wider than the font size."""
    begun = start
    for place in range(start + 1, end - 1):
        if codes[place] == _SPACE and begun < place:
            before, after = _box(page, place - 1), _box(page, place + 1)
            if after.left - before.right > size and abs(after.bottom - before.bottom) < size:
                yield _box(page, begun).left, _text(codes[begun:place]).strip()
                begun = place + 1
    yield _box(page, begun).left, _text(codes[begun:end]).strip()


def _box(page: pypdfium2.PdfTextPage, place: int) -> pdfium.FS_RECTF:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page, place, ctypes.byref(box))
    return box
