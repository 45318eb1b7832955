"""The app's two icons, drawn here: the mark of the page's own icon, in a square of 32 units.

https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
"""

import math
import struct
import zlib
from collections.abc import Callable, Iterable

Colour = tuple[int, int, int]
Distance = Callable[[float, float], float]
"""How far a point is outside a shape, in units; less than nothing within."""

GREEN, GOLD, WHITE = (14, 102, 86), (255, 212, 138), (255, 255, 255)

MIDDLE, RADIUS, STROKE = 16.0, 7.6, 3.0
OPEN = (math.radians(-30.0), math.radians(7.5))
"""Between these directions the ring of the letter is open."""


def color_icon(size: int = 192) -> bytes:
    """Render the full-colour icon, which Teams rounds by itself."""
    return _png(size, _pixels(size, 1.0, GREEN, ((_letter, WHITE), (_dot, GOLD))))


def outline_icon(size: int = 32) -> bytes:
    """Render the outline icon: white on nothing."""
    return _png(size, _pixels(size, 1.4, None, ((_letter, WHITE), (_dot, WHITE))))


def _letter(x: float, y: float) -> float:
    """Render the G: a ring that is open to the right, and a bar from its end to the middle."""
    x, y = x - MIDDLE, y - MIDDLE
    ring = abs(math.hypot(x, y) - RADIUS)
    if OPEN[0] < math.atan2(y, x) < OPEN[1]:
        ring = min(
            math.hypot(x - RADIUS * math.cos(end), y - RADIUS * math.sin(end)) for end in OPEN
        )
    bar = math.hypot(x - min(max(x, 0.4), RADIUS), y - 1.0)
    return min(ring, bar) - STROKE / 2


def _dot(x: float, y: float) -> float:
    return math.hypot(x - 23.4, y - 8.6) - 2.1


def _pixels(
    size: int, zoom: float, ground: Colour | None, shapes: Iterable[tuple[Distance, Colour]]
) -> Iterable[bytes]:
    """Return the rows of a picture; where a shape ends within a pixel, it is half there."""
    unit = size / 32 * zoom
    drawn = tuple(shapes)
    for row in range(size):
        line = bytearray()
        for column in range(size):
            x = (column + 0.5 - size / 2) / unit + MIDDLE
            y = (row + 0.5 - size / 2) / unit + MIDDLE
            colour, alpha = ground or WHITE, 1.0 if ground else 0.0
            for distance, own in drawn:
                there = min(max(0.5 - distance(x, y) * unit, 0.0), 1.0)
                mixed = [round(a + (b - a) * there) for a, b in zip(colour, own, strict=True)]
                colour, alpha = (mixed[0], mixed[1], mixed[2]), max(alpha, there)
            line += bytes((*colour, round(alpha * 255)))
        yield bytes(line)


def _png(size: int, rows: Iterable[bytes]) -> bytes:
    """Write a picture of red, green, blue and opacity as a PNG."""
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
