"""Finds the letters of a PDF's page that nobody sees, by drawing the page with and without them."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from knowledge.documents.pdf import quick_calls as calls
from knowledge.documents.pdf.graphics import Box, Graphics, Suspect
from knowledge.documents.pdf.lines import PageText

MAX_DRAWN_PAGES = 200
"""A file's further pages are not drawn; the letters in doubt on them are taken for seen."""

_MAX_SIDE_PX = 1600


class _Pixels(NamedTuple):
    """A page in levels of grey, a byte each; a row of it takes *stride* bytes."""

    data: bytes
    width: int
    height: int
    stride: int


class HiddenText:
    """Decides on the text objects of one file that may not be seen."""

    def __init__(self) -> None:
        self._drawn = 0

    def places(self, page: pypdfium2.PdfPage, text: PageText, graphics: Graphics) -> frozenset[int]:
        """Return the places of the characters that nobody sees on a *page*."""
        unseen = {each.address for each in graphics.suspects if _is_unseen(each, graphics)}
        doubtful = [
            each
            for each in graphics.suspects
            if not each.is_unpainted and each.address not in unseen
        ]
        if doubtful and self._drawn < MAX_DRAWN_PAGES:
            self._drawn += 1
            unseen |= {each.address for each in _unchanging(page, doubtful)}
        return frozenset(_places(text, unseen)) if unseen else frozenset()


def _is_unseen(suspect: Suspect, graphics: Graphics) -> bool:
    """Return whether a text is surely not seen; without colour over a picture it is a scan's."""
    if suspect.is_unpainted:
        return not any(box.has_middle_of(suspect.box) for box in graphics.pictures)
    return suspect.is_white and not any(box.touches(suspect.box) for box in graphics.fills)


def _unchanging(page: pypdfium2.PdfPage, suspects: Sequence[Suspect]) -> Iterator[Suspect]:
    """Yield the texts without which the page looks the same."""
    before = _draw(page)
    for each in suspects:
        calls.set_active(each.address, False)  # noqa: FBT003 - PDFium's own call
    after = _draw(page)
    for each in suspects:
        calls.set_active(each.address, True)  # noqa: FBT003 - the same
        rows = list(_rows(page, before, each.box))
        if all(before.data[row] == after.data[row] for row in rows):
            yield each


def _draw(page: pypdfium2.PdfPage) -> _Pixels:
    scale = min(1.0, _MAX_SIDE_PX / max(1.0, *page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return _Pixels(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        bitmap.close()


def _rows(page: pypdfium2.PdfPage, pixels: _Pixels, box: Box) -> Iterator[slice]:
    """Yield where the rows of a box of the page, which may lie on its side, stand in *pixels*."""
    xs, ys = list[int](), list[int]()
    for x, y in ((box.left, box.bottom), (box.right, box.top)):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, pixels.width, pixels.height, 0, x, y, across, down)
        xs.append(min(max(0, across.value), pixels.width))
        ys.append(min(max(0, down.value), pixels.height))
    for row in range(min(ys), min(max(ys) + 1, pixels.height)):
        start = row * pixels.stride
        yield slice(start + min(xs), start + min(max(xs) + 1, pixels.width))


def _places(text: PageText, addresses: set[int]) -> Iterator[int]:
    for place in range(len(text.characters)):
        address = calls.text_object(text.address, place)
        if address in addresses:
            yield place
