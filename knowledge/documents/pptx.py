"""Parser of presentations (.pptx): every slide is a clause with title, text, lists and tables."""

from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.text.text import TextFrame

from knowledge.documents.document import Document, clause
from knowledge.documents.markdown_blocks import (
    escape,
    join_blocks,
    normalize,
    render_item,
    render_table,
)
from knowledge.pages import SEPARATOR

_AROUND = frozenset({PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER})
_LISTS = frozenset({PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY})
_MIN_REPEATS = 3

Block = tuple[str, bool]
"""Markdown, and whether it stands outside the placeholders of the slide's layout."""


def read(content: bytes, _name: str) -> Document:
    """Parse a presentation (.pptx); text repeated on most slides is left out."""
    deck = pptx.Presentation(BytesIO(content))
    slides = [
        (number, _title(slide), list(_blocks(slide)))
        for number, slide in enumerate(deck.slides, 1)
        if slide.element.get("show") != "0"
    ]
    everywhere = _find_repeated([blocks for _, _, blocks in slides])
    first = next((title for _, title, _ in slides if title), "")
    sections = [
        clause(
            SEPARATOR.join(filter(None, [f"slide {number}", title])),
            f"slide-{number}",
            2,
            [],
            join_blocks([block[0] for block in blocks if block not in everywhere]),
        )
        for number, title, blocks in slides
        if title or blocks
    ]
    return Document(normalize(deck.core_properties.title or "") or first, tuple(sections))


def _find_repeated(slides: list[list[Block]]) -> frozenset[Block]:
    counted = Counter(block for blocks in slides for block in set(blocks) if block[1])
    most = max(_MIN_REPEATS, len(slides) * 0.6)
    return frozenset(block for block, slides_with in counted.items() if slides_with >= most)


def _title(slide: Slide) -> str:
    title = slide.shapes.title
    return normalize(title.text_frame.text) if title is not None else ""


def _blocks(slide: Slide) -> Iterator[Block]:
    title = slide.shapes.title
    for shape in _flatten(slide.shapes):
        if title is not None and shape.shape_id == title.shape_id:
            continue
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        if kind in _AROUND:
            continue
        if isinstance(shape, GraphicFrame) and shape.has_table:
            cells = [[cell.text for cell in row.cells] for row in shape.table.rows]
            yield from ((block, False) for block in render_table(cells))
        elif shape.has_text_frame:
            frame: TextFrame = shape.text_frame  # type: ignore[attr-defined]  # it says it has one
            blocks = _paragraphs(frame, are_items=kind in _LISTS)
            yield from ((block, not shape.is_placeholder) for block in blocks)


def _flatten(shapes: Iterable[BaseShape]) -> Iterator[BaseShape]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _flatten(shape.shapes)
        else:
            yield shape


def _paragraphs(frame: TextFrame, *, are_items: bool) -> Iterator[str]:
    """Yield the paragraphs of a frame: as list items, a single one as prose."""
    said = [(normalize(each.text), each.level) for each in frame.paragraphs]
    said = [(text, level) for text, level in said if text]
    for text, level in said:
        leads = text.endswith(":") and level == 0
        is_item = (are_items and len(said) > 1 and not leads) or level > 0
        yield render_item(text, level) if is_item else escape(text)
