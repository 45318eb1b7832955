"""What a PDF's page draws besides letters: rules, bullets, pictures, and text nobody may see."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

MAX_OBJECTS = 20_000
"""The rest of a page that draws more, a map for example, is not looked at."""

_MAX_SEGMENTS = 500
_MAX_DEPTH = 4
_MAX_RULE_WIDTH = 3.0
_MIN_RULE_LENGTH = 4.0
_BULLET_SIZES = (1.2, 9.0)
_WHITE = 240
_UNSEEN_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_MARK_NAME_BYTES = 64


class Box(NamedTuple):
    """A rectangle of a page; lengths in points, heights from the page's foot."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self) -> float:
        """Return its area, in square points."""
        return max(0.0, self.right - self.left) * max(0.0, self.top - self.bottom)

    def holds(self, other: "Box", margin: float = 1.0) -> bool:
        """Return whether another lies in it."""
        return (
            self.left - margin <= other.left
            and other.right <= self.right + margin
            and self.bottom - margin <= other.bottom
            and other.top <= self.top + margin
        )

    def has_middle_of(self, other: "Box") -> bool:
        """Return whether the middle of another lies in it."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def touches(self, other: "Box") -> bool:
        """Return whether another has a part in common with it."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.bottom <= other.top
            and other.bottom <= self.top
        )


class Rule(NamedTuple):
    """A straight line along an axis: where it lies on the other axis, and from where to where."""

    at: float
    start: float
    end: float


class Suspect(NamedTuple):
    """A text object that may not be seen.

    It *is_unpainted* if it is drawn without any colour. The others are white or on a layer.
    """

    handle: Any
    address: int
    box: Box
    is_unpainted: bool
    is_white: bool


@dataclass(slots=True)
class Graphics:
    """What one page draws."""

    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)
    bullets: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    suspects: list[Suspect] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    paths: int = 0

    def add_box_edges(self, box: Box) -> None:
        """Add the edges of a rectangle as rules, a narrow one as the rule that it looks like."""
        wide, high = box.right - box.left, box.top - box.bottom
        if high <= _MAX_RULE_WIDTH:
            if wide >= _MIN_RULE_LENGTH:
                self.horizontals.append(Rule((box.top + box.bottom) / 2, box.left, box.right))
        elif wide <= _MAX_RULE_WIDTH:
            if high >= _MIN_RULE_LENGTH:
                self.verticals.append(Rule((box.left + box.right) / 2, box.bottom, box.top))
        else:
            self.horizontals += [Rule(at, box.left, box.right) for at in (box.bottom, box.top)]
            self.verticals += [Rule(at, box.bottom, box.top) for at in (box.left, box.right)]


_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)


def scan(page: pypdfium2.PdfPage) -> Graphics:
    """Look at everything that a page draws."""
    graphics = Graphics()
    left = MAX_OBJECTS
    for handle, kind, matrix in _objects(page.raw):
        left -= 1
        if left < 0:
            break
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            _scan_text(graphics, handle, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _scan_path(graphics, handle, matrix)
        elif kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
            box = _bounds(handle, matrix)
            graphics.fills.append(box)
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                graphics.pictures.append(box)
    return graphics


def _objects(page: Any) -> Iterator[tuple[Any, int, _Matrix]]:
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _unfolded(pdfium.FPDFPage_GetObject(page, number), _IDENTITY, 0)


def _unfolded(handle: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, int, _Matrix]]:
    """Yield an object, or what is in it if it is a form."""
    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield handle, kind, matrix
    elif depth < _MAX_DEPTH:
        inner = _multiply(_matrix(handle), matrix)
        for number in range(pdfium.FPDFFormObj_CountObjects(handle)):
            yield from _unfolded(pdfium.FPDFFormObj_GetObject(handle, number), inner, depth + 1)


def _matrix(handle: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(found)):
        return _IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _multiply(one: _Matrix, two: _Matrix) -> _Matrix:
    """Return the matrix that applies *one*, then *two*."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(handle: Any, matrix: _Matrix) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(handle, *edges):
        return Box(0, 0, 0, 0)
    left, bottom, right, top = (each.value for each in edges)
    if matrix is _IDENTITY:
        return Box(left, bottom, right, top)
    corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _scan_path(graphics: Graphics, handle: Any, matrix: _Matrix) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value and not stroke.value:
        return
    graphics.paths += 1
    box = _bounds(handle, matrix)
    count = pdfium.FPDFPath_CountSegments(handle)
    wide, high = box.right - box.left, box.top - box.bottom
    least, most = _BULLET_SIZES
    if least <= wide <= most and least <= high <= most and abs(wide - high) < wide / 2:
        graphics.bullets.append(box)
    elif _is_rectangle(handle, count) or min(wide, high) <= _MAX_RULE_WIDTH:
        graphics.add_box_edges(box)
    elif count <= _MAX_SEGMENTS:
        _add_segments(graphics, handle, count, _multiply(_matrix(handle), matrix))
    if fill.value and not _is_white(handle):
        graphics.fills.append(box)


_RECTANGLE_SEGMENTS = (4, 5)


def _is_rectangle(handle: Any, count: int) -> bool:
    if count not in _RECTANGLE_SEGMENTS:
        return False
    points = [_point(handle, number) for number in range(count)]
    if any(kind == pdfium.FPDF_SEGMENT_BEZIERTO for kind, _, _ in points):
        return False
    xs, ys = {round(x, 1) for _, x, _ in points}, {round(y, 1) for _, _, y in points}
    return len(xs) == 2 and len(ys) == 2  # noqa: PLR2004 - the sides of a rectangle


def _point(handle: Any, number: int) -> tuple[int, float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    segment = pdfium.FPDFPath_GetPathSegment(handle, number)
    pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
    return pdfium.FPDFPathSegment_GetType(segment), x.value, y.value


def _add_segments(graphics: Graphics, handle: Any, count: int, matrix: _Matrix) -> None:
    """Add the straight pieces of a path, for example of a whole table's grid."""
    before = (0.0, 0.0)
    for number in range(count):
        kind, x, y = _point(handle, number)
        point = _apply(matrix, x, y)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            (x0, x1), (y0, y1) = sorted((before[0], point[0])), sorted((before[1], point[1]))
            if min(x1 - x0, y1 - y0) < 1:
                graphics.add_box_edges(Box(x0, y0, x1, y1))
        before = point


def _scan_text(graphics: Graphics, handle: Any, matrix: _Matrix) -> None:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    is_unpainted, is_layer = mode in _UNSEEN_MODES, _is_of_a_layer(handle)
    is_white = mode == pdfium.FPDF_TEXTRENDERMODE_FILL and _is_white(handle)
    if not (is_unpainted or is_white or is_layer):
        return
    box = _bounds(handle, matrix)
    if is_white and not is_layer and any(each.holds(box, 2) for each in graphics.fills):
        return  # on a dark ground
    address = ctypes.addressof(handle.contents)
    graphics.suspects.append(Suspect(handle, address, box, is_unpainted, is_white))


def _is_white(handle: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0


def _is_of_a_layer(handle: Any) -> bool:
    """Return whether an object belongs to optional content, which may be switched off."""
    buffer, size = (ctypes.c_ushort * (_MARK_NAME_BYTES // 2))(), ctypes.c_ulong()
    for number in range(pdfium.FPDFPageObj_CountMarks(handle)):
        mark = pdfium.FPDFPageObj_GetMark(handle, number)
        named = pdfium.FPDFPageObjMark_GetName(mark, buffer, _MARK_NAME_BYTES, size)
        if named and buffer[0] == ord("O") and buffer[1] == ord("C") and not buffer[2]:
            return True
    return False
