"""What PDFium tells of the objects that a page draws: where they lie, their segments and colour."""

import ctypes

import pypdfium2.raw as pdfium

from knowledge.documents.pdf import quick_calls as calls

Matrix = tuple[float, float, float, float, float, float]
"""How an object's coordinates become the page's, as PDF writes it."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

_WHITE = 240
_MARK_NAME_BYTES = 64
_RECTANGLE_SEGMENTS = (4, 5)
_IN_ANY_CURVE = 2
"""A curve takes three segments, so that of four or five after a move this one is in it."""


class PageObjects:
    """Asks about the objects of one page; what PDFium writes its answers to is made once."""

    def __init__(self) -> None:
        self._edges = tuple(ctypes.c_float() for _ in range(4))
        self._to_edges = tuple(map(ctypes.byref, self._edges))
        self._flags = ctypes.c_int(), ctypes.c_int()
        self._to_flags = tuple(map(ctypes.byref, self._flags))
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._to_colour = tuple(map(ctypes.byref, self._colour))
        self._name = (ctypes.c_ushort * (_MARK_NAME_BYTES // 2))()
        self._to_size = ctypes.byref(ctypes.c_ulong())

    def edges(self, address: int) -> tuple[float, float, float, float] | None:
        """Return the left, bottom, right and top of an object in its own coordinates, if known."""
        if not calls.object_bounds(address, *self._to_edges):
            return None
        left, bottom, right, top = self._edges
        return left.value, bottom.value, right.value, top.value

    def is_drawn(self, address: int) -> tuple[bool, bool]:
        """Return whether a path is filled and whether it is stroked."""
        calls.path_mode(address, *self._to_flags)
        fill, stroke = self._flags
        return bool(fill.value), bool(stroke.value)

    def point(self, address: int, number: int) -> tuple[int, float, float]:
        """Return the kind of a path's segment, and where it ends in the path's coordinates."""
        segment = calls.path_segment(address, number)
        calls.segment_point(segment, self._to_edges[0], self._to_edges[1])
        kind: int = calls.segment_kind(segment)
        return kind, self._edges[0].value, self._edges[1].value

    def is_rectangle(self, address: int, count: int) -> bool:
        """Return whether a path of *count* segments is a rectangle along the axes."""
        if count not in _RECTANGLE_SEGMENTS:
            return False
        (x, y, *_), (to_x, to_y, *_) = self._edges, self._to_edges
        xs, ys = set[float](), set[float]()
        for number in range(count):
            calls.segment_point(calls.path_segment(address, number), to_x, to_y)
            xs.add(x.value)
            ys.add(y.value)
        if not (_are_two(xs) and _are_two(ys)):
            return False
        middle = calls.segment_kind(calls.path_segment(address, _IN_ANY_CURVE))
        return bool(middle != pdfium.FPDF_SEGMENT_BEZIERTO)

    def is_white(self, address: int) -> bool:
        """Return whether an object is filled with white, or with nothing."""
        if not calls.object_colour(address, *self._to_colour):
            return False
        red, green, blue, alpha = self._colour
        return min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0

    def is_of_a_layer(self, address: int) -> bool:
        """Return whether an object belongs to optional content, which may be switched off."""
        name = self._name
        for number in range(calls.object_marks(address)):
            mark = calls.object_mark(address, number)
            named = calls.mark_name(mark, name, _MARK_NAME_BYTES, self._to_size)
            if named and name[0] == ord("O") and name[1] == ord("C") and not name[2]:
                return True
        return False


def _are_two(places: set[float]) -> bool:
    """Return whether some places are two, to a tenth of a point."""
    return len(places) > 1 and len({round(place, 1) for place in places}) == 2  # noqa: PLR2004 - two ends


def matrix_of(address: int) -> Matrix:
    """Return the matrix of an object."""
    found = pdfium.FS_MATRIX()
    if not calls.object_matrix(address, ctypes.byref(found)):
        return IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)
