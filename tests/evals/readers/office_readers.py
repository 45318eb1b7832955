"""Other readers of Office files: the text in their XML, without the rules of our readers."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pptx
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.evals.readers.measures import Text

_WORD_PARTS = re.compile(r"word/(?:document\d*|footnotes|endnotes)\.xml")
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
_STRUCK = ("vanish", "strike", "dstrike")
_RELATED = re.compile(r"/(?:chart|diagramData|notesSlide)$")


def read_word_xml(content: bytes) -> Text:
    """Read the text of a Word document and its notes, less what is deleted, struck or hidden."""
    texts: list[str] = []
    items = tables = 0
    with ZipFile(BytesIO(content)) as packed:
        names = [name for name in packed.namelist() if _WORD_PARTS.fullmatch(name)]
        for name in sorted(names, key=lambda each: "document" not in each):
            root = _parse(packed.read(name))
            texts += _paragraphs(root)
            items += sum(1 for each in _all(root, "p") if _is_item(each))
            tables += sum(1 for each in _all(root, "tbl") if _is_grid(each))
    return Text("\n".join(texts), items, tables)


def read_cells(content: bytes) -> Text:
    """Read the cells of visible sheets, rows and columns: text, and numbers without a format."""
    book = load_workbook(BytesIO(content), data_only=True)
    shown = [each for each in book.worksheets if each.sheet_state == "visible"]
    return Text("\n".join(" ".join(_cells(sheet)) for sheet in shown))


def read_slides(content: bytes) -> Text:
    """Read all text of shown slides, with their notes, charts and diagrams, and count tables."""
    deck = pptx.Presentation(BytesIO(content))
    texts: list[str] = []
    tables = 0
    for slide in deck.slides:
        if slide.element.get("show") == "0":
            continue
        related = [each for each in slide.part.rels.values() if not each.is_external]
        parts = [each.target_part for each in related if _RELATED.search(each.reltype)]
        roots = [slide.element, *(_parse(part.blob) for part in parts)]
        texts += [text for root in roots for text in _slide_text(root)]
        tables += sum(1 for each in _all(slide.element, "tbl") if _is_grid(each))
    return Text("\n".join(texts), None, tables)


def _parse(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, recover=True))


def _local(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in root.iter("{*}" + name) if not _is_left_out(each))


def _is_left_out(node: etree._Element) -> bool:
    return any(_local(each) in _LEFT_OUT for each in node.iterancestors())


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph once, where text boxes have paragraphs of their own."""
    for paragraph in _all(root, "p"):
        parts = [
            each.text or "" if _local(each) == "t" else " "
            for each in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}cr")
            if next(each.iterancestors("{*}p"), None) is paragraph and not _is_unshown(each)
        ]
        yield "".join(parts)


def _is_unshown(node: etree._Element) -> bool:
    if _is_left_out(node):
        return True
    run = next(node.iterancestors("{*}r"), None)
    marks = [] if run is None else [run.find("{*}rPr/{*}" + name) for name in _STRUCK]
    return any(mark is not None and _value(mark) not in {"0", "false", "off"} for mark in marks)


def _value(node: etree._Element) -> str:
    return next((value for key, value in node.items() if key.endswith("val")), "")


def _is_item(paragraph: etree._Element) -> bool:
    """Return whether a paragraph with text, outside tables, is numbered or has a bullet itself."""
    if next(paragraph.iterancestors("{*}tc"), None) is not None:
        return False
    number = paragraph.find("{*}pPr/{*}numPr/{*}numId")
    style = paragraph.find("{*}pPr/{*}pStyle")
    is_heading = style is not None and _value(style).lower().startswith(("heading", "title"))
    has_text = any((each.text or "").strip() for each in paragraph.iter("{*}t"))
    return number is not None and _value(number) != "0" and has_text and not is_heading


def _is_grid(table: etree._Element) -> bool:
    """Return whether a table has two rows with two cells of text."""
    full = 0
    for row in table.iterchildren("{*}tr"):
        cells = [cell for cell in row.iter("{*}tc") if "".join(cell.itertext("{*}t")).strip()]
        full += len(cells) > 1
    return full > 1


def _slide_text(root: etree._Element) -> Iterator[str]:
    """Yield the text of a part of a slide: paragraphs, and each name of a chart once."""
    for paragraph in _all(root, "p"):
        if _is_footer(paragraph):
            continue
        parts = paragraph.iter("{*}t", "{*}br", "{*}tab")
        yield "".join(each.text or "" if _local(each) == "t" else " " for each in parts)
    stored = root.iter("{*}strCache")
    yield from dict.fromkeys(" ".join(v.text or "" for v in each.iter("{*}v")) for each in stored)


def _is_footer(paragraph: etree._Element) -> bool:
    shape = next(paragraph.iterancestors("{*}sp"), None)
    held = None if shape is None else shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
    return held is not None and held.get("type") in {"ftr", "dt", "sldNum", "hdr"}


def _cells(sheet: Worksheet) -> Iterator[str]:
    columns = {name for name, about in sheet.column_dimensions.items() if about.hidden}
    rows = {number for number, about in sheet.row_dimensions.items() if about.hidden}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None or cell.row in rows or cell.column_letter in columns:
                continue
            is_struck = bool(cell.font and cell.font.strike)
            if isinstance(cell.value, str) and not is_struck:
                yield cell.value
            elif isinstance(cell.value, int | float) and cell.number_format == "General":
                yield f"{cell.value:.12g}"
