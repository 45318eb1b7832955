"""The styles of a Word document: headings, lists, and which text is struck through or hidden."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.documents.office.xml_names import (
    Element,
    attribute,
    child,
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


class WordStyles:
    """Looks up what a paragraph's or a run's style says, or the style that it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        for each in root if root is not None else ():
            if local_name(each) == "style":
                name = attribute(each, "styleId")
                self._styles[name] = each
                if attribute(each, "default") in {"1", "true", "on"}:
                    self._default[attribute(each, "type")] = name
        self._levels: dict[str, int] = {}
        self._looks: dict[str, dict[str, bool]] = {}

    def name_of_paragraph(self, paragraph: Element) -> str:
        """Return the id of a paragraph's style."""
        return value(paragraph, "pPr", "pStyle") or self._default.get("paragraph", "")

    def is_title(self, paragraph: Element) -> bool:
        """Return whether a paragraph is the document's title."""
        names = (value(each, "name").lower() for each in self._chain(self._own(paragraph)))
        return any(name == "title" for name in names)

    def is_contents(self, paragraph: Element) -> bool:
        """Return whether a paragraph is a line of a table of contents, which repeats a heading."""
        style = self._styles.get(self.name_of_paragraph(paragraph))
        name = value(style, "name").lower()
        return name.startswith("toc ") and name.removeprefix("toc ").isdigit()

    def level(self, paragraph: Element) -> int:
        """Return the level of a heading, counted from 1; 0 for any other paragraph."""
        own = value(paragraph, "pPr", "outlineLvl")
        if own.isdigit():
            return int(own) + 1 if int(own) < BODY_TEXT_LEVEL else 0
        name = self._own(paragraph)
        if name not in self._levels:
            found = map(_heading_level, self._chain(name))
            level = next((each for each in found if each is not None), 0)
            is_plain = value(self._styles.get(name), "name").lower() == "heading"  # as Pages has it
            self._levels[name] = level or int(is_plain)
        return self._levels[name]

    def list_of(self, paragraph: Element) -> tuple[str, int | None, str]:
        """Return the list that a paragraph is in: its id, the level if it is said, and the style.

        The id is empty outside lists; the style is the one that says so, if it is one.
        """
        own = child(paragraph, "pPr", "numPr")
        place = value(own, "ilvl")
        if number := value(own, "numId"):
            return ("" if number == "0" else number), int(place) if place.isdigit() else 0, ""
        name = self._own(paragraph)
        for each in self._chain(name):
            said = child(each, "pPr", "numPr")
            if number := value(said, "numId"):
                place = place or value(said, "ilvl")
                style = attribute(each, "styleId")
                return (
                    "" if number == "0" else number,
                    int(place) if place.isdigit() else None,
                    style,
                )
        return "", None, ""

    def is_list(self, paragraph: Element) -> bool:
        """Return whether a paragraph's style is one of those that Word has for lists."""
        names = (value(each, "name").lower() for each in self._chain(self._own(paragraph)))
        return any(name.startswith("list ") and name != "list paragraph" for name in names)

    def look(self, run: Element, paragraph_style: str) -> RunLook:
        """Return how a *run* looks in a paragraph of a style."""
        own = child(run, "rPr")
        character = value(own, "rStyle")

        def is_on(name: str) -> bool:
            said = switch(own, name)
            if said is None and character:
                said = self._says(character).get(name)
            return self._says(paragraph_style).get(name, False) if said is None else said

        font = _symbol_font(own) or next(
            filter(None, (_symbol_font(child(each, "rPr")) for each in self._chain(character))), ""
        )
        return RunLook(
            is_struck=is_on("strike") or is_on("dstrike"),
            is_hidden=is_on("vanish"),
            is_bold=is_on("b"),
            font=font,
        )

    def _own(self, paragraph: Element) -> str:
        return self.name_of_paragraph(paragraph)

    def _says(self, name: str) -> dict[str, bool]:
        """Return which of the properties that matter a style turns on or off."""
        if name not in self._looks:
            says: dict[str, bool] = {}
            for each in self._chain(name):
                for key in ("strike", "dstrike", "vanish", "b"):
                    said = switch(child(each, "rPr"), key)
                    if said is not None:
                        says.setdefault(key, said)
            self._looks[name] = says
        return self._looks[name]

    def _chain(self, name: str) -> Iterator[Element]:
        """Yield a style, the one that it is based on, and so on."""
        for _ in range(MAX_STYLE_DEPTH):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style, "basedOn")


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


def _symbol_font(properties: Element | None) -> str:
    fonts = child(properties, "rFonts")
    named = (attribute(fonts, each) for each in ("ascii", "hAnsi", "cs", "eastAsia"))
    return next((each for each in named if is_symbol_font(each)), "")
