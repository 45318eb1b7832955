"""The blocks of a Word document: headings, paragraphs, lists and tables in document order."""

import re
from collections.abc import Iterator

from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.office.blocks import Block, Heading, Item, Paragraph, Table, flatten
from knowledge.documents.office.numbering import ItemNumber, Numbering
from knowledge.documents.office.package import Package
from knowledge.documents.office.table_grid import GridCell, make_grid
from knowledge.documents.office.word_styles import WordStyles
from knowledge.documents.office.word_text import ParagraphText, WordText
from knowledge.documents.office.xml_names import (
    Element,
    attribute,
    child,
    count_words,
    descendants,
    local_name,
    switch,
    unwrapped,
    value,
)
from knowledge.omissions import OmissionKind, OmissionLog

MAX_HEADING_WORDS = 12
"""A bold paragraph of more words than this is no heading."""

_TYPED_BULLET = re.compile(r"^\s*[•●▪■◦‣∙·]\s*(\S.*)$", re.DOTALL)
_MAX_TABLE_DEPTH = 20


class WordBlocks:
    """Reads a document from its beginning to its end, once: lists are counted on the way."""

    def __init__(self, package: Package, log: OmissionLog) -> None:
        def part(type_end: str) -> Element | None:
            found = package.related(package.main, type_end)
            return package.root(found[0]) if found else None

        self._styles = WordStyles(part("/styles"))
        self._numbering = Numbering(part("/numbering"))
        self._log = log
        self._text = WordText(package, self._styles, log, self._place)
        self._heading = ""
        self._carried = ""
        self._depth = 0
        self._top_level: int | None = None
        """The level in its list of the first item of the items that are being read."""
        self.title = ""
        root: Element = package.root(package.main)
        self._bodies: list[Element] = list(root.iterchildren("{*}body"))
        self._by_boldness = not any(
            self._styles.level(each) and not self._styles.of_paragraph(each).is_title
            for body in self._bodies
            for each in descendants(body, "p")
        )

    def read(self) -> list[Block]:
        """Read the whole body; damaged files have several."""
        return [block for body in self._bodies for block in self._blocks(body, has_headings=True)]

    def _place(self) -> str:
        return f"under {self._heading}" if self._heading else ""

    def _blocks(self, container: Element, *, has_headings: bool) -> Iterator[Block]:
        for each in unwrapped(container):
            match local_name(each):
                case "p":
                    yield from self._paragraph(each, has_headings=has_headings)
                case "tbl":
                    yield from self._table(each, has_headings=has_headings)
                case "altChunk" | "subDoc":
                    self._log.add("embedded file", self._place())

    def _paragraph(self, paragraph: Element, *, has_headings: bool) -> Iterator[Block]:
        style = self._styles.of_paragraph(paragraph)
        is_title = style.is_title
        level = self._styles.level(paragraph) if has_headings or is_title else 0
        said = self._text.read(paragraph, keeps_notes_apart=bool(level))
        if child(paragraph, "pPr", "rPr", "del") is not None:  # goes on in the next paragraph
            self._carried += said.text
            yield from self._below(said)
            return
        said.text, self._carried = self._carried + said.text, ""
        text = normalize(said.text)
        number = None if said.is_gone and not text else self._number(paragraph)
        if text and not (style.is_contents and not self._by_boldness):
            yield self._block(paragraph, said, level, number, has_headings=has_headings)
            if is_title and not self.title:
                self.title = text
        yield from self._below(said)

    def _below(self, said: ParagraphText) -> Iterator[Block]:
        """Yield what stands below a paragraph: its notes, text boxes, charts and pictures."""
        yield from map(Paragraph, said.notes)
        for box in said.boxes:
            yield from self._blocks(box, has_headings=False)
        yield from said.after

    def _number(self, paragraph: Element) -> ItemNumber | None:
        name, level, style = self._styles.list_of(paragraph)
        if not name:
            return None
        if level is None:
            level = self._numbering.level_of_style(name, style)
        return self._numbering.next_number(name, level)

    def _block(
        self,
        paragraph: Element,
        said: ParagraphText,
        level: int,
        number: ItemNumber | None,
        *,
        has_headings: bool,
    ) -> Block:
        text = normalize(said.text)
        written = number.text if number else ""
        if not level and has_headings and self._by_boldness and _may_be_heading(said, number):
            level = 2
        if level:
            self._top_level = None
            self._heading = f"{written} {text}".strip()
            return Heading(text, level, written)
        item = self._item(paragraph, text, number)
        if item is not None:
            return item
        self._top_level = None
        return Paragraph(said.text, written)

    def _item(self, paragraph: Element, text: str, number: ItemNumber | None) -> Item | None:
        """Return a paragraph as the item of a list; None if it is none.

        A number of several parts, as "3.2", begins a paragraph, and so does any that is of a higher
        level than the list before it: what leads that list in does not lead in what follows it.
        """
        typed = _TYPED_BULLET.match(text) if number is None else None
        if typed:
            return Item(typed[1])
        if number is None:
            return Item(text) if self._styles.of_paragraph(paragraph).is_list else None
        place = self._level_in_list(paragraph)
        if self._top_level is None:
            is_clause = number.parts > 1
            self._top_level = place
        else:
            is_clause = place < self._top_level
        if is_clause or not (number.is_bullet or number.text):
            return None
        return Item(text, place - self._top_level, number.text)

    def _level_in_list(self, paragraph: Element) -> int:
        name, level, style = self._styles.list_of(paragraph)
        return self._numbering.level_of_style(name, style) if level is None else level

    def _table(self, table: Element, *, has_headings: bool) -> Iterator[Block]:
        """Yield a table; one that only arranges text in a single row or column, as that text."""
        self._top_level = None
        rows = [each for each in unwrapped(table) if local_name(each) == "tr"]
        rows = [row for row in rows if self._is_shown(row)]
        cells = [[each for each in unwrapped(row) if local_name(each) == "tc"] for row in rows]
        if len(rows) < 2 or max(map(len, cells), default=0) < 2:  # noqa: PLR2004 - no table
            for cell in (each for row in cells for each in row):
                yield from self._blocks(cell, has_headings=has_headings)
                self._top_level = None
            return
        self._depth += 1
        try:
            if self._depth > _MAX_TABLE_DEPTH:
                self._log.add("unreadable part", self._place())
                return
            has_labels = max(map(len, cells)) == 2  # noqa: PLR2004 - a label and what it says
            grid_rows = [
                self._row(row, listed, with_looks=has_labels)
                for row, listed in zip(rows, cells, strict=True)
            ]
        finally:
            self._depth -= 1
        marked = [switch(child(row, "trPr"), "tblHeader") is True for row in rows]
        look = child(table, "tblPr", "tblLook")
        by_column = (attribute(look, "firstRow"), attribute(look, "firstColumn")) == ("0", "1")
        count = marked.index(False) if False in marked else 1
        yield Table(make_grid(grid_rows, marked=count, by_column=by_column and not count))

    def _is_shown(self, row: Element) -> bool:
        """Return whether a row is neither hidden nor taken out by a tracked change."""
        properties = child(row, "trPr")
        is_hidden = switch(properties, "hidden") is True
        is_deleted = child(properties, "del") is not None
        if is_hidden or is_deleted:
            kind: OmissionKind = "hidden text" if is_hidden else "deleted text"
            self._log.add(kind, self._place(), words=count_words(row))
        return not (is_hidden or is_deleted)

    def _row(self, row: Element, cells: list[Element], *, with_looks: bool) -> list[GridCell]:
        before = value(row, "trPr", "gridBefore")
        found = [GridCell("", int(before))] if before.isdigit() and int(before) else []
        for cell in cells:
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            goes_on = merged is not None and attribute(merged, "val") != "restart"
            span = value(properties, "gridSpan")
            width = int(span) if span.isdigit() else 1
            if value(properties, "hMerge") == "continue" and found:
                last = found.pop()
                found.append(GridCell(last.text, last.width + width, last.goes_on, last.is_bold))
                continue
            is_gone = child(properties, "cellDel") is not None
            text = (
                "" if goes_on or is_gone else flatten(list(self._blocks(cell, has_headings=False)))
            )
            self._top_level = None
            found.append(GridCell(text, width, goes_on, with_looks and self._is_bold(cell)))
        return found

    def _is_bold(self, cell: Element) -> bool:
        """Return whether all text of a cell is bold."""
        looks = [
            self._styles.look(run, self._styles.name_of_paragraph(paragraph)).is_bold
            for paragraph in descendants(cell, "p")
            for run in descendants(paragraph, "r")
            if any((each.text or "").strip() for each in descendants(run, "t"))
        ]
        return bool(looks) and all(looks)


def _may_be_heading(said: ParagraphText, number: ItemNumber | None) -> bool:
    """Return whether a paragraph is short and bold, and no item with a mark."""
    is_item = number is not None and number.is_bullet
    return said.is_bold and not is_item and len(said.text.split()) <= MAX_HEADING_WORDS
