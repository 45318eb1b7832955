"""What is attached to a sheet: notes and comments on cells, tables, and what is drawn on it."""

import re

from lxml import etree

from knowledge.documents.office.xml_names import local_name
from knowledge.documents.sheets.grid import TableRange, parse_range, parse_reference
from knowledge.documents.sheets.rich_text import read_rich_text
from knowledge.documents.sheets.workbook import Related, SheetPart, Workbook
from knowledge.omissions import OmissionKind, OmissionLog

Notes = dict[tuple[int, int], str]
"""The notes on cells, by row and column."""

_DRAWN: dict[str, OmissionKind] = {"chart": "chart", "chartex": "chart", "diagram": "diagram"}
_EMBEDDED = frozenset({"oleObject", "package"})


class Attachments:
    """What a sheet refers to."""

    def __init__(self, book: Workbook, sheet: SheetPart, log: OmissionLog) -> None:
        self._book = book
        self._name = sheet.name
        self._log = log
        self._related: list[Related] = list(book.related(sheet.part).values())

    def _parts(self, kind: str) -> list[etree._Element]:
        roots = [self._book.parse(each.part) for each in self._related if each.kind == kind]
        return [root for root in roots if root is not None]

    def list_tables(self) -> list[TableRange]:
        """Return the tables that somebody made with Excel's own tool, if they have a header."""
        found: list[TableRange] = []
        for root in self._parts("table"):
            top, left, bottom, right = parse_range(root.get("ref") or "")
            if root.get("headerRowCount", "1") == "1" and top < bottom:
                found.append(TableRange(top, bottom, left, right))
        return found

    def read_notes(self) -> Notes:
        """Return the notes on cells; comments that people discuss in are reported."""
        discussed = self._report_comments()
        notes: Notes = {}
        for root in self._parts("comments"):
            authors = [each.text or "" for each in root.iterfind("{*}authors/{*}author")]
            for each in root.iter("{*}comment"):
                place = parse_reference(each.get("ref") or "")
                text = each.find("{*}text")
                if text is None or place in discussed:
                    continue
                said = read_rich_text(text)
                if said.struck_words:
                    self._log.add("struck-through text", self._place(each), words=said.struck_words)
                note = _without_author(said.text, authors)
                if note:
                    notes[place] = note
        return notes

    def _report_comments(self) -> set[tuple[int, int]]:
        places = set()
        for root in self._parts("threadedComment"):
            for each in root.iter("{*}threadedComment"):
                places.add(parse_reference(each.get("ref") or ""))
                words = len((each.findtext("{*}text") or "").split())
                self._log.add("comment", self._place(each), words=words)
        return places

    def _place(self, node: etree._Element) -> str:
        return f"cell {node.get('ref') or ''} of sheet {self._name}"

    def report_drawings(self) -> None:
        """Note charts, pictures, diagrams, text boxes and embedded files on the sheet."""
        place = f"sheet {self._name}"
        for each in self._related:
            if each.kind in _EMBEDDED:
                self._log.add("embedded file", place)
        for root in self._parts("drawing"):
            for node in root.iter("{*}sp", "{*}pic", "{*}graphicFrame"):
                self._report_drawn(node, place)

    def _report_drawn(self, node: etree._Element, place: str) -> None:
        words = len(" ".join(each.text or "" for each in node.iter("{*}t")).split())
        match local_name(node):
            case "sp":
                if words:
                    self._log.add("text box", place, words=words)
            case "pic":
                self._log.add("picture", place)
            case _:
                data = next(node.iter("{*}graphicData"), None)
                uri = "" if data is None else (data.get("uri") or "").rpartition("/")[2]
                if kind := _DRAWN.get(uri):
                    self._log.add(kind, place, words=words)


def _without_author(text: str, authors: list[str]) -> str:
    """Return a note without the name of who wrote it, with which Excel begins each."""
    for author in authors:
        if author and text.startswith(f"{author}:"):
            return text[len(author) + 1 :].strip()
    return re.sub(r"^[^\n:]{1,40}:\n", "", text).strip()
