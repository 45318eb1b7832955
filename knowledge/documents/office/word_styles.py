"""The styles of a Word document: headings, lists, and which text is struck through or hidden."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.documents.office.xml_names import (
    Element,
    attribute,
    child,
    children,
    is_switched_on,
    local_name,
    switch,
    value,
)
from knowledge.documents.symbols import is_symbol_font
from knowledge.text.lexicon import all_words, compiled, either

BODY_TEXT_LEVEL = 9
"""The outline level of what is no heading; those of headings are 0 to 8."""

MAX_STYLE_DEPTH = 20
"""How many styles may be based on each other."""

_SWITCHES = ("strike", "dstrike", "vanish", "b")
"""The properties of runs that change what is read."""

_HEADING_NAME = compiled(
    rf"^{either(all_words(lambda each: each.documents.heading_styles))}\s*(\d)$"
)
"""The name of a style for headings, which some programs translate, with its level."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks, as far as it changes what is read; *font* is one of signs, or empty."""

    is_struck: bool = False
    is_hidden: bool = False
    is_bold: bool = False
    font: str = ""
    is_raised: bool = False


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """What a style says, by itself or by those that it is based on.

    *list_name* is the list that its paragraphs are in, *list_level* the level if that is said, and
    *list_style* the style that says so. *switches* are the properties of runs that it turns on or
    off.
    """

    level: int = 0
    is_title: bool = False
    is_contents: bool = False
    is_list: bool = False
    list_name: str = ""
    list_level: int | None = None
    list_style: str = ""
    font: str = ""
    switches: Mapping[str, bool] = field(default_factory=dict)


class WordStyles:
    """Looks up what a paragraph's or a run's style says, or the style that it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for each in root if root is not None else ():
            if local_name(each) == "style":
                name = attribute(each, "styleId")
                self._styles[name] = each
                is_default = attribute(each, "default") in {"1", "true", "on"}
                if is_default and attribute(each, "type") == "paragraph":
                    self._default = name
        self._facts: dict[str, StyleFacts] = {}
        self._plain_looks: dict[str, RunLook] = {}

    def name_of_paragraph(self, paragraph: Element) -> str:
        """Return the id of a paragraph's style."""
        return value(paragraph, "pPr", "pStyle") or self._default

    def of_paragraph(self, paragraph: Element) -> StyleFacts:
        """Return what a paragraph's style says."""
        return self.facts(self.name_of_paragraph(paragraph))

    def facts(self, name: str) -> StyleFacts:
        """Return what a style says."""
        if name not in self._facts:
            self._facts[name] = _read_style(list(self._chain(name)))
        return self._facts[name]

    def level(self, paragraph: Element) -> int:
        """Return the level of a heading, counted from 1; 0 for any other paragraph."""
        own = value(paragraph, "pPr", "outlineLvl")
        if own.isdigit():
            return int(own) + 1 if int(own) < BODY_TEXT_LEVEL else 0
        return self.of_paragraph(paragraph).level

    def list_of(self, paragraph: Element) -> tuple[str, int | None, str]:
        """Return the list that a paragraph is in: its id, the level if it is said, and the style.

        The id is empty outside lists; the style is the one that says so, if it is one.
        """
        own = child(paragraph, "pPr", "numPr")
        place = value(own, "ilvl")
        level = int(place) if place.isdigit() else None
        if number := value(own, "numId"):
            return ("" if number == "0" else number), level or 0, ""
        style = self.of_paragraph(paragraph)
        return style.list_name, style.list_level if level is None else level, style.list_style

    def look(self, run: Element, paragraph_style: str) -> RunLook:
        """Return how a *run* looks in a paragraph of a style."""
        said: dict[str, bool] = {}
        character = font = ""
        for each in children(run, "rPr"):
            name = local_name(each)
            if name in _SWITCHES:
                said[name] = is_switched_on(each)
            elif name == "rStyle":
                character = attribute(each, "val")
            elif name == "rFonts":
                font = _symbol_font(each)
            elif name == "vertAlign":
                said["raised"] = attribute(each, "val") == "superscript"
        if not (said or character or font):
            return self._plain_look(paragraph_style)
        style = self.facts(character) if character else StyleFacts()
        below = self.facts(paragraph_style).switches
        return _look({**below, **style.switches, **said}, font or style.font)

    def _plain_look(self, paragraph_style: str) -> RunLook:
        if paragraph_style not in self._plain_looks:
            switches = self.facts(paragraph_style).switches
            self._plain_looks[paragraph_style] = _look(switches, "")
        return self._plain_looks[paragraph_style]

    def _chain(self, name: str) -> Iterator[Element]:
        """Yield a style, the one that it is based on, and so on."""
        for _ in range(MAX_STYLE_DEPTH):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style, "basedOn")


def _look(switches: Mapping[str, bool], font: str) -> RunLook:
    return RunLook(
        is_struck=switches.get("strike", False) or switches.get("dstrike", False),
        is_hidden=switches.get("vanish", False),
        is_bold=switches.get("b", False),
        font=font,
        is_raised=switches.get("raised", False),
    )


def _read_style(chain: Sequence[Element]) -> StyleFacts:
    """Read a style and those that it is based on, the nearest first."""
    names = [value(each, "name").lower() for each in chain]
    first = names[0] if names else ""
    levels = (level for each in chain if (level := _heading_level(each)) is not None)
    listed = next((each for each in chain if value(each, "pPr", "numPr", "numId")), None)
    number, place = value(listed, "pPr", "numPr", "numId"), value(listed, "pPr", "numPr", "ilvl")
    fonts = (_symbol_font(child(each, "rPr", "rFonts")) for each in chain)
    switches: dict[str, bool] = {}
    for each in chain:
        for key in _SWITCHES:
            said = switch(child(each, "rPr"), key)
            if said is not None:
                switches.setdefault(key, said)
        if place_of_text := value(each, "rPr", "vertAlign"):
            switches.setdefault("raised", place_of_text == "superscript")
    return StyleFacts(
        level=next(levels, 0) or int(first == "heading"),  # as Pages calls its largest
        is_title="title" in names,
        is_contents=first.startswith("toc ") and first.removeprefix("toc ").isdigit(),
        is_list=any(name.startswith("list ") and name != "list paragraph" for name in names),
        list_name="" if number == "0" else number,
        list_level=int(place) if place.isdigit() else None,
        list_style=attribute(listed, "styleId"),
        font=next(filter(None, fonts), ""),
        switches=switches,
    )


def _heading_level(style: Element) -> int | None:
    """Return the level of a style's headings, 0 if it says that it has none; None if nothing."""
    name = value(style, "name").lower()
    if name == "title":
        return 1
    if found := _HEADING_NAME.match(name):
        return int(found[1])
    outline = value(style, "pPr", "outlineLvl")
    if outline.isdigit():
        return int(outline) + 1 if int(outline) < BODY_TEXT_LEVEL else 0
    return None


def _symbol_font(fonts: Element | None) -> str:
    named = (attribute(fonts, each) for each in ("ascii", "hAnsi", "cs", "eastAsia"))
    return next((each for each in named if is_symbol_font(each)), "")
