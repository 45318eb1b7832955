"""Parser of Word documents (.docx): headings, paragraphs, lists and tables in document order."""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from knowledge.documents.document import Document, from_markdown
from knowledge.documents.markdown_blocks import (
    escape,
    join_blocks,
    normalize,
    render_heading,
    render_item,
    render_table,
)

_MAX_HEADING_WORDS = 12
"""A bold paragraph of more words than this is no heading."""

_INSIDE = frozenset(
    {"ins", "hyperlink", "smartTag", "sdt", "sdtContent", "r", "fldSimple", "moveTo"}
)
_WITHIN = frozenset({"sdt", "sdtContent", "customXml", "ins"})


class _Styles:
    """Heading level and list membership by style id."""

    def __init__(self, document: WordDocument) -> None:
        self.level: dict[str, int] = {}
        self.lists: set[str] = set()
        for style in document.styles.element.iter(qn("w:style")):
            name, above = _value(style, "w:name").lower(), _value(style, "w:basedOn")
            number = style.get(qn("w:styleId")) or ""
            outline = _value(style, "w:pPr/w:outlineLvl")
            if name == "title":
                self.level[number] = 1
            elif name.startswith("heading ") and name[8:].isdigit():
                self.level[number] = int(name[8:])
            elif outline.isdigit() and int(outline) < 9:  # noqa: PLR2004 - 9 is body text
                self.level[number] = int(outline) + 1
            elif above in self.level:
                self.level[number] = self.level[above]
            if name.startswith("list ") or above in self.lists:
                self.lists.add(number)
            if style.find(_path("w:pPr/w:numPr")) is not None and number not in self.level:
                self.lists.add(number)


def read(content: bytes, _name: str) -> Document:
    """Parse a Word document (.docx)."""
    document = docx.Document(BytesIO(content))
    styles = _Styles(document)
    found = list(_paragraphs(document.element.body))
    is_styled = any(_level(each, styles) for each in found if each.tag == qn("w:p"))
    blocks: list[str] = []
    for each in found:
        if each.tag == qn("w:tbl"):
            blocks += render_table(_rows(each))
        elif block := _block(each, styles, by_boldness=not is_styled):
            blocks.append(block)
    return from_markdown(normalize(document.core_properties.title or ""), join_blocks(blocks))


def _path(names: str) -> str:
    return "/".join(qn(name) for name in names.split("/"))


def _value(node: BaseOxmlElement, names: str) -> str:
    found = node.find(_path(names))
    return "" if found is None else found.get(qn("w:val")) or ""


def _local(node: BaseOxmlElement) -> str:
    return str(node.tag).rpartition("}")[2]


def _paragraphs(node: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield paragraphs and tables in order, including those in content controls."""
    for child in node:
        name = _local(child)
        if name in {"p", "tbl"}:
            yield child
        elif name in _WITHIN:
            yield from _paragraphs(child)


def _level(paragraph: BaseOxmlElement, styles: _Styles) -> int:
    """Return the level of a heading, 0 for any other paragraph."""
    outline = _value(paragraph, "w:pPr/w:outlineLvl")
    if outline.isdigit() and int(outline) < 9:  # noqa: PLR2004 - 9 is body text
        return int(outline) + 1
    return styles.level.get(_value(paragraph, "w:pPr/w:pStyle"), 0)


def _block(paragraph: BaseOxmlElement, styles: _Styles, *, by_boldness: bool) -> str:
    text = normalize(_said(paragraph))
    if not text:
        return ""
    if level := _level(paragraph, styles):
        return render_heading(text, level)
    numbered = paragraph.find(_path("w:pPr/w:numPr"))
    if numbered is not None and _value(numbered, "w:numId") != "0":
        depth = _value(numbered, "w:ilvl")
        return render_item(text, int(depth) if depth.isdigit() else 0)
    if _value(paragraph, "w:pPr/w:pStyle") in styles.lists:
        return render_item(text)
    if by_boldness and len(text.split()) <= _MAX_HEADING_WORDS and _is_bold(paragraph):
        return render_heading(text, 2)
    return escape(text)


def _is_bold(paragraph: BaseOxmlElement) -> bool:
    runs = [run for run in paragraph.iter(qn("w:r")) if _said(run).strip()]
    marks = [run.find(_path("w:rPr/w:b")) for run in runs]
    return all(mark is not None and mark.get(qn("w:val")) not in {"0", "false"} for mark in marks)


def _said(node: BaseOxmlElement) -> str:
    """Return the text of a paragraph with all tracked changes accepted."""
    parts: list[str] = []
    for child in node:
        match _local(child):
            case "t":
                parts.append(child.text or "")
            case "tab" | "br" | "cr":
                parts.append(" ")
            case "noBreakHyphen":
                parts.append("-")
            case name if name in _INSIDE:
                parts.append(_said(child))
    return "".join(parts)


def _rows(node: BaseOxmlElement) -> list[list[str]]:
    """Return the cells of each row; a vertically merged cell is repeated in every row it spans."""
    rows: list[list[str]] = []
    for row in node.iter(qn("w:tr")):
        if next(row.iterancestors(qn("w:tbl")), None) is not node:
            continue
        cells: list[str] = []
        for cell in row.iter(qn("w:tc")):
            if next(cell.iterancestors(qn("w:tr")), None) is not row:
                continue
            merged = cell.find(_path("w:tcPr/w:vMerge"))
            text = normalize(" ".join(_said(each) for each in cell.iter(qn("w:p"))))
            if merged is not None and merged.get(qn("w:val")) != "restart" and rows:
                text = (rows[-1][len(cells) : len(cells) + 1] or [""])[0]
            span = _value(cell, "w:tcPr/w:gridSpan")
            width = min(int(span), 50) if span.isdigit() else 1
            cells += [text, *[text if not rows else ""] * (width - 1)]
        rows.append(cells)
    return rows
