"""What stands on one slide: title, text, lists, tables, charts, diagrams and the notes to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.office.blocks import Block, Item, Paragraph, Table
from knowledge.documents.office.drawings import DrawingReader, is_small, words_for_picture
from knowledge.documents.office.package import Package
from knowledge.documents.office.slide_text import SlideLine, read_lines
from knowledge.documents.office.table_grid import MAX_SPAN, GridCell, make_grid
from knowledge.documents.office.xml_names import (
    Element,
    attribute,
    best_branch,
    child,
    children,
    count_words,
    descendants,
    local_name,
)
from knowledge.omissions import OmissionLog

TITLES = frozenset({"title", "ctrTitle"})
"""The placeholders for a slide's title."""

_AROUND = frozenset({"ftr", "dt", "sldNum", "hdr", "sldImg"})
"""The placeholders for what frames every slide."""

_LISTS = frozenset({"", "obj", "body"})
"""The placeholders whose paragraphs are the items of a list; without a type it is any object."""

_ON = frozenset({"1", "true"})
_MAX_DEPTH = 30


@dataclass(slots=True)
class SlideText:
    """What a slide says; *loose* are the blocks outside the placeholders of its layout."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    loose: set[Block] = field(default_factory=set)
    notes: list[Block] = field(default_factory=list)

    @property
    def all_blocks(self) -> list[Block]:
        """All that the slide says, its title and its notes among it."""
        return [Paragraph(self.title), *self.blocks, *self.notes]


class SlideReader:
    """Reads one slide; *place* is what people call it."""

    def __init__(self, package: Package, part: str, log: OmissionLog, place: str) -> None:
        self._package = package
        self._part = part
        self._log = log
        self._place = place
        self._drawings = DrawingReader(package, part, log, lambda: place)
        self._found = SlideText()

    def read(self) -> SlideText:
        """Read the slide with its notes."""
        root = self._package.root(self._part)
        if root is not None:
            self._shapes(children(root, "cSld", "spTree"), 0)
        self._found.notes = list(self._notes())
        for kind in ("/comments", "/comment"):
            for name in self._package.related(self._part, kind):
                self._count_comments(self._package.root(name))
        return self._found

    def count_words(self) -> int:
        """Count the words of a slide that is not shown."""
        root = self._package.root(self._part)
        return 0 if root is None else count_words(root)

    def _shapes(self, shapes: Sequence[Element], depth: int) -> None:
        for shape in shapes if depth < _MAX_DEPTH else ():
            name = local_name(shape)
            if name == "AlternateContent":
                self._shapes(list(best_branch(shape)), depth + 1)
            elif self._is_hidden(shape):
                self._log.add("hidden text", self._place, words=count_words(shape))
            else:
                self._shape(shape, name, depth)

    def _shape(self, shape: Element, name: str, depth: int) -> None:
        match name:
            case "grpSp":
                self._shapes(list(shape), depth + 1)
            case "sp" | "cxnSp":
                self._text_of(shape)
            case "graphicFrame":
                self._graphic(shape)
            case "pic":
                self._picture(shape)
            case "contentPart":
                self._log.add("picture", self._place)

    def _text_of(self, shape: Element) -> None:
        kind = _placeholder(shape)
        if kind in _AROUND:
            return
        lines = list(read_lines(child(shape, "txBody"), self._log_struck))
        if kind in TITLES and not self._found.title:
            self._found.title = " ".join(line.text for line in lines)
            return
        blocks = list(_as_blocks(lines, are_items=kind in _LISTS))
        self._found.blocks += blocks
        if kind is None:
            self._found.loose.update(blocks)

    def _graphic(self, frame: Element) -> None:
        """Read what a frame shows: a table, a chart, a diagram, or a file of another program."""
        table = next(descendants(frame, "tbl"), None)
        if table is not None:
            self._found.blocks += self._table(table)
            return
        for each in descendants(frame, "graphicData"):
            for inner in each.iter():
                match local_name(inner):
                    case "chart":
                        self._found.blocks += self._drawings.chart(inner)
                    case "relIds":
                        self._found.blocks += self._drawings.diagram(inner)
                    case "oleObj" if not attribute(inner, "name") or len(inner):
                        self._drawings.embedded()
                        return

    def _table(self, table: Element) -> Iterator[Block]:
        rows: list[list[GridCell]] = []
        texts: list[str] = []
        for row in table.iterchildren("{*}tr"):
            cells: list[GridCell] = []
            for cell in row.iterchildren("{*}tc"):
                lines = list(read_lines(child(cell, "txBody"), self._log_struck))
                text = _in_one_line(lines)
                span = attribute(cell, "gridSpan")
                if attribute(cell, "hMerge") in _ON:
                    continue
                width = min(int(span), MAX_SPAN) if span.isdigit() else 1
                cells.append(GridCell(text, width, attribute(cell, "vMerge") in _ON))
                texts.append(text)
            rows.append(cells)
        looks = child(table, "tblPr")
        by_column = attribute(looks, "firstCol") in _ON and attribute(looks, "firstRow") not in _ON
        if len(rows) < 2 or max(map(len, rows), default=0) < 2:  # noqa: PLR2004 - no table
            yield from (Paragraph(text) for text in texts if text)
        else:
            yield Table(make_grid(rows, marked=1, by_column=by_column and len(rows[0]) == 2))  # noqa: PLR2004 - labels and what they say

    def _picture(self, shape: Element) -> None:
        own = next(descendants(shape, "cNvPr"), None)
        said = words_for_picture(attribute(own, "descr"))
        if any(local_name(each) in {"videoFile", "audioFile"} for each in shape.iter()):
            self._drawings.embedded()
        is_icon = is_small(child(shape, "spPr", "xfrm", "ext"))
        self._drawings.picture(shape, said, is_icon=is_icon)
        if said:
            self._found.blocks.append(Paragraph(said))

    def _notes(self) -> Iterator[Block]:
        """Yield what the speaker notes of the slide say."""
        for name in self._package.related(self._part, "/notesSlide"):
            root = self._package.root(name)
            for shape in descendants(root, "sp") if root is not None else ():
                if _placeholder(shape) not in _AROUND:
                    lines = list(read_lines(child(shape, "txBody"), self._log_struck))
                    yield from (Item(line.text, line.level, line.number) for line in lines)

    def _count_comments(self, root: Element | None) -> None:
        for each in root if root is not None else ():
            texts = (part.text or "" for part in each.iter("{*}text", "{*}t"))
            self._log.add("comment", self._place, words=len(" ".join(texts).split()))

    def _log_struck(self, words: int) -> None:
        self._log.add("struck-through text", self._place, words=words)

    def _is_hidden(self, shape: Element) -> bool:
        own = next((each for part in shape for each in part.iterchildren("{*}cNvPr")), None)
        return attribute(own, "hidden") in _ON


def _placeholder(shape: Element) -> str | None:
    """Return the type of a placeholder, empty where it may hold anything; None for other shapes."""
    found = next((each for part in shape for each in part.iter("{*}ph")), None)
    return None if found is None else attribute(found, "type")


def _as_blocks(lines: Sequence[SlideLine], *, are_items: bool) -> Iterator[Block]:
    """Yield the lines of a shape: as list items, a single one as prose."""
    for line in lines:
        leads = line.text.endswith(":") and line.level == 0
        is_listed = are_items and len(lines) > 1 and not leads
        is_item = line.number or line.has_bullet or (is_listed or line.level > 0)
        if is_item and line.has_bullet is not False:
            yield Item(line.text, line.level, line.number)
        else:
            yield Paragraph(line.text)


def _in_one_line(lines: Sequence[SlideLine]) -> str:
    """Return the paragraphs of a cell in one line."""
    are_items = any(line.number or line.has_bullet for line in lines)
    texts = (f"{line.number} {line.text}".strip() for line in lines)
    return normalize(("; " if are_items else " ").join(texts))
