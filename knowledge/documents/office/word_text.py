"""The text of a Word paragraph as a person sees it, with its footnotes, and what is left out."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.office.blocks import Block
from knowledge.documents.office.drawings import DrawingReader
from knowledge.documents.office.formulas import write_formula
from knowledge.documents.office.package import Package
from knowledge.documents.office.word_styles import RunLook, WordStyles
from knowledge.documents.office.xml_names import (
    WRAPPERS,
    Element,
    attribute,
    best_branch,
    child,
    children,
    descendants,
    local_name,
    switch,
    value,
)
from knowledge.documents.symbols import (
    CHECKED,
    UNCHECKED,
    in_symbol_font,
    raised,
    symbol,
    without_private_use,
)
from knowledge.omissions import OmissionKind, OmissionLog
from knowledge.text.sentence_splitter import split

_END = re.compile(r"[.!?。…,;:]+[\"'”’»)]*\s*$")  # noqa: RUF001 - closing quotes are meant
_SYMBOL_FIELD = re.compile(r'\bSYMBOL\s+(0x[0-9a-fA-F]+|\d+).*?(?:\\f\s+"?([^"\\]+)"?)?\s*$')
_WRAPPERS = WRAPPERS - {"sdt"} | {"rubyBase"}
"""What text is read through; a control may be a check box, which is looked at first."""
_SIGNS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_FAR_BREAKS = frozenset({"page", "column"})


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph says.

    One that *is_gone* has text that is hidden or was taken out. *notes* are its footnotes where
    they are not put into the text, *boxes* the text boxes anchored in it and *after* what stands
    below it: charts, diagrams, the words for pictures.
    """

    text: str = ""
    is_bold: bool = False
    is_gone: bool = False
    notes: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)


class WordText:
    """Reads the paragraphs of one document, in order: fields reach from one to the next."""

    def __init__(
        self, package: Package, styles: WordStyles, log: OmissionLog, place: Callable[[], str]
    ) -> None:
        self.styles = styles
        self._log = log
        self._place = place
        self._drawings = DrawingReader(package, package.main, log, place)
        self._footnotes = _notes(package, "/footnotes", "footnote")
        self._endnotes = _notes(package, "/endnotes", "endnote")
        self._comments = _notes(package, "/comments", "comment")
        self._fields: list[bool] = []
        """For each open field whether its result has begun."""

    def read(self, paragraph: Element, *, keeps_notes_apart: bool = False) -> ParagraphText:
        """Read a paragraph."""
        reading = _Reading(self, self.styles.name_of_paragraph(paragraph), keeps_notes_apart)
        reading.walk(paragraph)
        return reading.finish()

    def note(self, node: Element, kind: str) -> str:
        """Return the text of a footnote or endnote, as one sentence to stand inside another."""
        notes = self._footnotes if kind == "footnoteReference" else self._endnotes
        found = notes.get(attribute(node, "id"))
        if found is None:
            self._log.add("footnote", self._place())
            return ""
        texts = [self.read(each).text for each in descendants(found, "p")]
        parts = [part for text in texts for part in split(normalize(text))]
        return "; ".join(
            part.rstrip(".。;") if n < len(parts) else part for n, part in enumerate(parts, 1)
        ).rstrip(".。;")

    def log_left_out(self, kind: OmissionKind, words: int) -> None:
        """Report text of a paragraph that is left out."""
        self._log.add(kind, self._place(), words=words)

    def log_comment(self, node: Element) -> None:
        """Report a comment."""
        found = self._comments.get(attribute(node, "id"))
        words = 0 if found is None else _count_words(found)
        self._log.add("comment", self._place(), words=words)

    def draw(self, node: Element, into: ParagraphText) -> str:
        """Read a drawing: what is big stands below the paragraph, the words for an icon in it."""
        found = self._drawings.read(node)
        into.boxes += found.boxes
        into.after += found.blocks
        return found.inline

    def track_field(self, node: Element) -> str:
        """Follow where a field begins, has its result and ends; return the sign of a check box."""
        match attribute(node, "fldCharType"):
            case "begin":
                self._fields.append(False)
                return _form_field(node)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()
        return ""

    def end_paragraph(self) -> None:
        """Forget fields without a result, whose end may be missing: nothing is hidden by them."""
        self._fields = [has_result for has_result in self._fields if has_result]

    @property
    def is_in_code(self) -> bool:
        """Whether what stands here is the code of a field, which nobody sees."""
        return not all(self._fields)


class _Reading:
    """Reads one paragraph."""

    def __init__(self, document: WordText, style: str, keeps_notes_apart: bool) -> None:  # noqa: FBT001 - private
        self._document = document
        self._style = style
        self._keeps_notes_apart = keeps_notes_apart
        self._parts: list[str] = []
        self._bold: list[bool] = []
        self._has_just_noted = False
        self._left_out: dict[OmissionKind, int] = {}
        self._found = ParagraphText()

    def finish(self) -> ParagraphText:
        """Return what was read, and report what was left out."""
        for kind, words in self._left_out.items():
            self._document.log_left_out(kind, words)
        found = self._found
        found.text = without_private_use("".join(self._parts))
        found.is_bold = bool(self._bold) and all(self._bold)
        found.is_gone = not self._left_out.keys().isdisjoint({"hidden text", "deleted text"})
        self._document.end_paragraph()
        return found

    def walk(self, node: Iterable[Element]) -> None:
        """Read what stands in a paragraph, or in a wrapper inside it."""
        for each in node:
            match local_name(each):
                case "r":
                    self._run(each)
                case "sdt":
                    self._control(each)
                case "AlternateContent":
                    self.walk(best_branch(each))
                case "del" | "moveFrom":
                    self._leave_out("deleted text", _count_words(each))
                case "oMath" | "oMathPara":
                    self._say(write_formula(each))
                case name if name in _WRAPPERS:
                    self.walk(each)

    def _control(self, node: Element) -> None:
        """Read a content control: a check box by its state, any other by what is in it."""
        box = child(node, "sdtPr", "checkbox")
        if box is not None:
            self._say(CHECKED if switch(box, "checked") else UNCHECKED)
            return
        content = child(node, "sdtContent")
        if content is not None:
            self.walk(content)

    def _run(self, run: Element) -> None:
        look = self._document.styles.look(run, self._style)
        for each in run:
            self._piece(each, look)

    def _piece(self, node: Element, look: RunLook) -> None:
        name = local_name(node)
        if name == "fldChar":
            self._say(self._document.track_field(node))
        elif name == "instrText":
            self._say(_symbol_of_field(node.text or ""))
        elif name in {"rPr", ""} or self._document.is_in_code:
            return
        elif look.is_hidden or look.is_struck:
            kind: OmissionKind = "hidden text" if look.is_hidden else "struck-through text"
            if words := _count_words(node) + (name == "sym"):
                self._leave_out(kind, words)
        else:
            self._shown(node, name, look)

    def _shown(  # noqa: C901 - one case for each kind
        self, node: Element, name: str, look: RunLook
    ) -> None:
        match name:
            case "t":
                text = node.text or ""
                if text.strip():
                    self._bold.append(look.is_bold)
                if self._has_just_noted and text[:1].isalnum():
                    self._parts.append(" ")
                self._has_just_noted = False
                self._parts.append(self._drawn(text, look))
            case "br":
                self._parts.append(" " if attribute(node, "type") in _FAR_BREAKS else "\n")
            case "sym":
                self._say(_symbol(node))
            case "footnoteReference" | "endnoteReference":
                self._add_note(self._document.note(node, name))
            case "commentReference":
                self._document.log_comment(node)
            case "ruby":  # the reading beside it says the same word again
                self.walk(children(node, "rubyBase"))
            case "AlternateContent":
                for each in best_branch(node):
                    self._shown(each, local_name(each), look)
            case "drawing" | "pict" | "object":
                self._parts.append(self._document.draw(node, self._found))
            case _:
                self._parts.append(_SIGNS.get(name, ""))

    def _drawn(self, text: str, look: RunLook) -> str:
        """Return what a text shows in the font and at the height in which it stands."""
        if look.font:
            return in_symbol_font(look.font, text)
        return raised(text, "".join(self._parts[-1:])) if look.is_raised else text

    def _add_note(self, note: str) -> None:
        """Put a note in front of the mark that ends its sentence, so that both are quoted."""
        if not note:
            return
        if self._keeps_notes_apart:
            self._found.notes.append(note)
            return
        text = "".join(self._parts)
        end = _END.search(text)
        start = end.start() if end else len(text.rstrip())
        self._parts = [f"{text[:start]} ({note}){text[start:]}"]
        self._has_just_noted = True

    def _say(self, text: str) -> None:
        if text:
            self._parts.append(text)

    def _leave_out(self, kind: OmissionKind, words: int) -> None:
        self._left_out[kind] = self._left_out.get(kind, 0) + words


def _notes(package: Package, type_end: str, name: str) -> dict[str, Element]:
    """Return the notes or comments of a document by id; separators are none."""
    roots = [package.root(each) for each in package.related(package.main, type_end)]
    return {
        attribute(each, "id"): each
        for root in roots
        if root is not None
        for each in root
        if local_name(each) == name and attribute(each, "type") in {"", "normal"}
    }


def _count_words(node: Element) -> int:
    texts = (each.text or "" for each in node.iter("{*}t", "{*}delText"))
    return len("".join(texts).split())


def _symbol(node: Element) -> str:
    try:
        return symbol(attribute(node, "font"), int(attribute(node, "char"), 16))
    except ValueError:
        return ""


def _symbol_of_field(code: str) -> str:
    found = _SYMBOL_FIELD.search(code)
    if found is None:
        return ""
    return symbol(found[2] or "", int(found[1], 0) % 0x10000)


def _form_field(node: Element) -> str:
    """Return the sign of an old check box, or what was chosen of an old list."""
    box = child(node, "ffData", "checkBox")
    if box is not None:
        said = switch(box, "checked")
        return CHECKED if (switch(box, "default") if said is None else said) else UNCHECKED
    entries = child(node, "ffData", "ddList")
    if entries is None:
        return ""
    listed = [attribute(each, "val") for each in entries if local_name(each) == "listEntry"]
    chosen = value(entries, "result") or value(entries, "default") or "0"
    return next(iter(listed[int(chosen) :]), "") if chosen.isdigit() else ""
