"""Bullets that a PDF draws instead of writing them, as browsers do (pure)."""

from collections.abc import Iterator, Sequence

from knowledge.documents.pdf.graphics import Box
from knowledge.documents.pdf.lines import TextLine, Word

BULLET = "•"
_MAX_DISTANCE = 2.5
"""How far before the first letter a bullet stands at most, in font sizes."""

_MAX_SIZE = 0.75
MAX_BULLETS = 200
"""A page with more small shapes on it shows a chart or a drawing."""


def add_bullets(lines: Sequence[TextLine], bullets: Sequence[Box]) -> Iterator[TextLine]:
    """Yield the lines, those that a drawn bullet stands before with one."""
    if len(bullets) > MAX_BULLETS:
        yield from lines
        return
    for line in lines:
        drawn = next((each for each in bullets if _is_before(each, line)), None)
        if drawn is None:
            yield line
        else:
            word = Word(drawn.left, drawn.right, line.bottom, line.top, BULLET)
            yield line._replace(
                text=f"{BULLET} {line.text}", left=drawn.left, words=(word, *line.words)
            )


def _is_before(bullet: Box, line: TextLine) -> bool:
    middle = (bullet.bottom + bullet.top) / 2
    return (
        line.bottom < middle < line.top
        and 0 < line.left - bullet.right < _MAX_DISTANCE * line.size
        and bullet.top - bullet.bottom < _MAX_SIZE * line.size
    )
