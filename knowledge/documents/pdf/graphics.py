"""What a PDF's page draws besides letters: rules, bullets, pictures, and text nobody may see."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from knowledge.documents.pdf import quick_calls as calls
from knowledge.documents.pdf.page_objects import IDENTITY, Matrix, PageObjects, matrix_of

MAX_OBJECTS = 20_000
"""The rest of a page that draws more, a map for example, is not looked at."""

_MAX_SEGMENTS = 500
_MAX_DEPTH = 4
_MAX_RULE_WIDTH = 3.0
_MIN_RULE_LENGTH = 4.0
_BULLET_SIZES = (1.2, 9.0)
_UNSEEN_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})


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
            left, bottom, right, top = box
            self.horizontals += (Rule(bottom, left, right), Rule(top, left, right))
            self.verticals += (Rule(left, bottom, top), Rule(right, bottom, top))


def scan(page: pypdfium2.PdfPage) -> Graphics:
    """Look at everything that a page draws."""
    graphics = Graphics()
    objects = PageObjects()
    for address, kind, matrix in islice(_objects(page), MAX_OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            _scan_text(graphics, objects, address, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _scan_path(graphics, objects, address, matrix)
        elif kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
            box = _bounds(objects, address, matrix)
            graphics.fills.append(box)
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                graphics.pictures.append(box)
    return graphics


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, int, Matrix]]:
    whole = calls.address_of(page.raw)
    for number in range(pdfium.FPDFPage_CountObjects(page.raw)):
        address = calls.page_object(whole, number)
        kind = calls.object_kind(address)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _unfolded(address, IDENTITY, 0)
        else:
            yield address, kind, IDENTITY


def _unfolded(form: int, matrix: Matrix, depth: int) -> Iterator[tuple[int, int, Matrix]]:
    """Yield the objects in a form, and those in the forms in it."""
    if depth >= _MAX_DEPTH:
        return
    inner = _multiply(matrix_of(form), matrix)
    for number in range(calls.form_count(form)):
        address = calls.form_object(form, number)
        kind = calls.object_kind(address)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _unfolded(address, inner, depth + 1)
        else:
            yield address, kind, inner


def _multiply(one: Matrix, two: Matrix) -> Matrix:
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


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(objects: PageObjects, address: int, matrix: Matrix) -> Box:
    edges = objects.edges(address)
    if edges is None:
        return Box(0, 0, 0, 0)
    left, bottom, right, top = edges
    if matrix is IDENTITY:
        return Box(left, bottom, right, top)
    corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _scan_path(graphics: Graphics, objects: PageObjects, address: int, matrix: Matrix) -> None:
    is_filled, is_stroked = objects.is_drawn(address)
    if not is_filled and not is_stroked:
        return
    graphics.paths += 1
    box = _bounds(objects, address, matrix)
    count = calls.path_count(address)
    wide, high = box.right - box.left, box.top - box.bottom
    least, most = _BULLET_SIZES
    if least <= wide <= most and least <= high <= most and abs(wide - high) < wide / 2:
        graphics.bullets.append(box)
    elif min(wide, high) <= _MAX_RULE_WIDTH or objects.is_rectangle(address, count):
        graphics.add_box_edges(box)
    elif count <= _MAX_SEGMENTS:
        _add_segments(graphics, objects, address, _multiply(matrix_of(address), matrix))
    if is_filled and not objects.is_white(address):
        graphics.fills.append(box)


def _add_segments(graphics: Graphics, objects: PageObjects, address: int, matrix: Matrix) -> None:
    """Add the straight pieces of a path, for example of a whole table's grid."""
    before = (0.0, 0.0)
    for number in range(calls.path_count(address)):
        kind, x, y = objects.point(address, number)
        point = _apply(matrix, x, y)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            (x0, x1), (y0, y1) = sorted((before[0], point[0])), sorted((before[1], point[1]))
            if min(x1 - x0, y1 - y0) < 1:
                graphics.add_box_edges(Box(x0, y0, x1, y1))
        before = point


def _scan_text(graphics: Graphics, objects: PageObjects, address: int, matrix: Matrix) -> None:
    mode = calls.text_mode(address)
    is_unpainted, is_layer = mode in _UNSEEN_MODES, objects.is_of_a_layer(address)
    is_white = mode == pdfium.FPDF_TEXTRENDERMODE_FILL and objects.is_white(address)
    if not (is_unpainted or is_white or is_layer):
        return
    box = _bounds(objects, address, matrix)
    if is_white and not is_layer and any(each.holds(box, 2) for each in graphics.fills):
        return  # on a dark ground
    graphics.suspects.append(Suspect(address, box, is_unpainted, is_white))
