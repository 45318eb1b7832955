"""Reads the cells of one sheet row by row, as they show, and notes what is left out of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite

from lxml import etree

from knowledge.documents.document import DAMAGED, UnreadableError
from knowledge.documents.office.xml_names import local_name
from knowledge.documents.sheets.grid import (
    Cell,
    Row,
    column_name,
    parse_column,
    parse_range,
)
from knowledge.documents.sheets.number_format import show_number, show_text
from knowledge.documents.sheets.rich_text import RichText, read_rich_text, unescape
from knowledge.documents.sheets.workbook import Look, SheetPart, Workbook, is_set
from knowledge.omissions import OmissionKind, OmissionLog

MAX_COLUMNS = 100
"""Further columns are not read."""

_PLAIN = Look()
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - sheets know no zones
_LAID_OUT = ("col", "row", "mergeCell", "autoFilter")
_HELD = ("drawing", "legacyDrawing", "tablePart", "oleObject", "picture")


@dataclass(slots=True)
class SheetCells:
    """The cells of a sheet that hold something, hidden ones too, and how they are laid out.

    *merged* and *filters* are ranges: first row, first column, last row, last column.
    """

    rows: dict[int, Row] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    filters: list[tuple[int, int, int, int]] = field(default_factory=list)
    struck: dict[int, set[int]] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    unread_rows: int = 0
    unread_words: int = 0


class SheetReader:
    """Reads one sheet of a workbook, at most so many of its rows; of the others it counts words."""

    def __init__(self, book: Workbook, sheet: SheetPart, log: OmissionLog) -> None:
        self._book = book
        self._sheet = sheet
        self._log = log
        self._row = 0

    def read(self, max_rows: int) -> SheetCells:
        """Read the sheet.

        Raises:
            UnreadableError: If it is damaged.
        """
        cells = SheetCells()
        try:
            with self._book.open(self._sheet.part) as opened:
                tags = [f"{{*}}{name}" for name in (*_LAID_OUT, *_HELD)]
                for _, node in etree.iterparse(
                    opened, tag=tags, resolve_entities=False, no_network=True
                ):
                    self._take(cells, node, max_rows)
        except (KeyError, etree.XMLSyntaxError) as error:
            raise UnreadableError(DAMAGED) from error
        return cells

    def _take(self, cells: SheetCells, node: etree._Element, max_rows: int) -> None:
        match local_name(node):
            case "row":
                self._read_row(cells, node, max_rows)
                node.clear()
                parent = node.getparent()
                while parent is not None and node.getprevious() is not None:
                    del parent[0]
            case "col" if is_set(node, "hidden") or _is_zero(node.get("width")):
                first, last = _number(node.get("min")), _number(node.get("max"))
                cells.hidden_columns.update(range(first, min(last, MAX_COLUMNS) + 1))
            case "mergeCell":
                cells.merged.append(parse_range(node.get("ref") or ""))
            case "autoFilter" if node.get("ref"):
                cells.filters.append(parse_range(node.get("ref") or ""))
            case name if name in _HELD:
                cells.held.add(name)

    def _read_row(self, cells: SheetCells, node: etree._Element, max_rows: int) -> None:
        self._row = _number(node.get("r")) or self._row + 1
        if len(cells.rows) >= max_rows:
            words = sum(self._count_words(each) for each in node.iterfind("{*}c"))
            cells.unread_rows += bool(words)
            cells.unread_words += words
            return
        row: Row = {}
        beyond = 0
        for column, each in _numbered(node):
            if column > MAX_COLUMNS:
                beyond += self._count_words(each)
            elif cell := self._cell(cells, each, column):
                row[column] = cell
        if beyond:
            place = f"row {self._row} of sheet {self._sheet.name}"
            self._log.add("columns beyond the limit", place, words=beyond)
        if row:
            cells.rows[self._row] = row
            if is_set(node, "hidden") or _is_zero(node.get("ht")):
                cells.hidden_rows.add(self._row)

    def _place(self, column: int) -> str:
        return f"cell {column_name(column)}{self._row} of sheet {self._sheet.name}"

    def _count_words(self, node: etree._Element) -> int:
        """Count the words of a cell that is not read."""
        kind, value = node.get("t"), node.findtext("{*}v") or ""
        if kind == "s" and value.isdigit() and int(value) < len(self._book.texts):
            return len(self._book.texts[int(value)].text.split())
        return len("".join(node.itertext("{*}t")).split()) if kind == "inlineStr" else bool(value)

    def _cell(self, cells: SheetCells, node: etree._Element, column: int) -> Cell | None:
        kind, value = node.get("t") or "n", node.findtext("{*}v") or ""
        look = self._look(node)
        if self._is_unstored(node, kind, value):
            self._log.add("formula without a stored value", self._place(column), words=1)
            return None
        if kind == "e":
            is_picture = bool(node.get("vm"))
            what: OmissionKind = "picture" if is_picture else "error value"
            self._log.add(what, self._place(column), words=not is_picture)
            return None
        said = self._said(node, kind, value, look)
        if said.struck_words:
            self._log.add("struck-through text", self._place(column), words=said.struck_words)
        is_value = kind in {"n", "b", "d"}
        if not said.text.strip():
            if said.struck_words:
                cells.struck.setdefault(self._row, set()).add(column)
            elif value.strip() and _is_meant(value, kind):
                self._log.add("hidden text", self._place(column), words=1)
            return None
        if look.is_struck:
            cells.struck.setdefault(self._row, set()).add(column)
        return Cell(said.text.strip(), is_value=is_value, is_bold=look.is_bold)

    def _is_unstored(self, node: etree._Element, kind: str, value: str) -> bool:
        """Return whether a cell is computed and its value is not in the file.

        A program that has all formulas computed anew by whoever opens the file stores a 0.
        """
        if node.find("{*}f") is None:
            return False
        is_stand_in = self._book.is_recalculated and kind == "n" and value in {"0", "0.0"}
        return is_stand_in or (not value and kind != "str")

    def _look(self, node: etree._Element) -> Look:
        style = _number(node.get("s"))
        return self._book.looks[style] if style < len(self._book.looks) else _PLAIN

    def _said(self, node: etree._Element, kind: str, value: str, look: Look) -> RichText:
        """Return what a cell shows."""
        match kind:
            case "s":
                known = value.isdigit() and int(value) < len(self._book.texts)
                said = self._book.texts[int(value)] if known else RichText("")
            case "inlineStr":
                inner = node.find("{*}is")
                said = RichText("") if inner is None else read_rich_text(inner)
            case "b":
                return RichText("TRUE" if value == "1" else "FALSE")
            case "n" | "d":
                return RichText(self._number(value, kind, look))
            case _:
                said = RichText(unescape(value))
        if look.number_format in {"General", "@"}:
            return said
        return RichText(show_text(said.text, look.number_format), said.struck_words)

    def _number(self, value: str, kind: str, look: Look) -> str:
        try:
            number = _days(value) if kind == "d" else float(value)
        except ValueError:
            return value
        if not isfinite(number):
            return value
        is_1904 = self._book.is_1904 and kind != "d"
        try:
            return show_number(number, look.number_format, is_1904=is_1904)
        except (ArithmeticError, LookupError, ValueError):  # a format that means nothing
            return value


def _is_zero(size: str | None) -> bool:
    """Return whether a row or column of this *size* has none, so that nobody sees it."""
    return bool(size) and not (size or "").strip("0.")


def _is_meant(value: str, kind: str) -> bool:
    """Return whether a value that its format hides says anything; a zero is hidden by many."""
    try:
        return kind != "n" or float(value) != 0
    except ValueError:
        return True


def _days(value: str) -> float:
    """Return the serial number of a date in ISO 8601, as strict files have it."""
    since = datetime.fromisoformat(value).replace(tzinfo=None) - _FIRST_DAY
    return since.total_seconds() / 86_400


def _numbered(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the cells of a row with their columns, which some programs leave out."""
    column = 0
    for node in row.iterfind("{*}c"):
        column = parse_column((node.get("r") or "").rstrip("0123456789")) or column + 1
        yield column, node


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
