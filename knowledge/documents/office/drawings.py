"""What is drawn in an Office file: text boxes, charts, diagrams, pictures, embedded files."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from knowledge.documents.html.icons import sign_in
from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.office.blocks import Block, Paragraph
from knowledge.documents.office.charts import read_chart
from knowledge.documents.office.diagrams import read_diagram
from knowledge.documents.office.package import Package
from knowledge.documents.office.xml_names import (
    Element,
    attribute,
    best_branch,
    descendants,
    local_name,
    text_of,
)
from knowledge.omissions import OmissionLog
from knowledge.text.lexicon import all_words, either

MAX_ICON_EMU = 640_000
"""A picture of at most this size, 1.8 cm, in both directions is an icon, and holds no sentences."""

_NO_WORDS = re.compile(
    r"(?:[\w.-]+|.*[\\/][^\\/]*)\.(?:png|jpe?g|gif|bmp|svg|emf|wmf|tiff?|webp|heic)"
    rf"|(?:{either(all_words(lambda each: each.documents.pictures))})?[\s_-]*\d*"
    r"|https?://\S*|.*automatically generated.*",
    re.IGNORECASE | re.DOTALL,
)
"""What programs write where somebody should have said what a picture shows."""

_LOOK = re.compile(r"\s+(?:with solid fill|outline)$", re.IGNORECASE)
"""What Office adds to the names of its icons."""


@dataclass(slots=True)
class Drawing:
    """What a drawing holds: words *inline*, *blocks* of its own, and the *boxes* to read."""

    inline: str = ""
    blocks: list[Block] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def words_for_picture(text: str) -> str:
    """Return what a person wrote to describe a picture, empty for names that programs give."""
    said = _LOOK.sub("", normalize(text))
    return "" if _NO_WORDS.fullmatch(said) else sign_in(said) or said


class DrawingReader:
    """Reads the drawings of one part of a file."""

    def __init__(
        self, package: Package, part: str, log: OmissionLog, place: Callable[[], str]
    ) -> None:
        self._package = package
        self._relations = package.relations(part)
        self._log = log
        self._place = place
        self._pictures: set[str] = set()

    def read(self, node: Element) -> Drawing:
        """Read a drawing, a picture or an object."""
        found = Drawing()
        properties = next(descendants(node, "docPr"), None)
        if properties is not None and attribute(properties, "hidden") in {"1", "true"}:
            self._log.add("hidden text", self._place())
            return found
        is_icon = is_small(next(descendants(node, "extent"), None))
        self._walk(node, found, words_for_picture(attribute(properties, "descr")), is_icon=is_icon)
        return found

    def chart(self, node: Element) -> list[Block]:
        """Read a chart as a table; one without values in the file is reported."""
        root = self._target(node, "id")
        blocks = read_chart(root) if root is not None else []
        if not blocks:
            self._log.add("chart", self._place())
        return blocks

    def diagram(self, node: Element) -> list[Block]:
        """Read a diagram (SmartArt) as a list."""
        root = self._target(node, "dm")
        if root is None:
            self._log.add("diagram", self._place())
            return []
        return read_diagram(root)

    def picture(self, node: Element, words: str, *, is_icon: bool) -> None:
        """Report a picture that may hold words, each once however often it stands there."""
        name = attribute(next(descendants(node, "blip"), None), "embed") or attribute(node, "id")
        relation = self._relations.get(name)
        target = relation.target if relation else name
        is_decorative = any(
            attribute(each, "val") == "1" for each in descendants(node, "decorative")
        )
        if is_icon or is_decorative or target in self._pictures:
            return
        self._pictures.add(target)
        place = self._place()
        self._log.add("picture", f"{words}, {place}" if words and place else words or place)

    def embedded(self) -> None:
        """Report a file inside the file."""
        self._log.add("embedded file", self._place())

    def _walk(  # noqa: C901 - one case for each kind
        self, node: Element, found: Drawing, words: str, *, is_icon: bool
    ) -> None:
        for each in node:
            match local_name(each):
                case "AlternateContent":
                    self._walk(best_branch(each), found, words, is_icon=is_icon)
                case "txbxContent":
                    found.boxes.append(each)
                case "chart":
                    found.blocks += self.chart(each)
                case "relIds":
                    found.blocks += self.diagram(each)
                case "OLEObject":
                    self.embedded()
                case "pic" | "imagedata":
                    self._show_picture(each, found, words, is_icon=is_icon)
                case "textpath":
                    found.blocks.append(Paragraph(attribute(each, "string")))
                case "txBody":
                    found.blocks += [Paragraph(text_of(line)) for line in descendants(each, "p")]
                case _:
                    self._walk(each, found, words, is_icon=is_icon)

    def _show_picture(self, node: Element, found: Drawing, words: str, *, is_icon: bool) -> None:
        own = next(descendants(node, "cNvPr"), None)
        said = words or words_for_picture(attribute(own, "descr") or attribute(node, "title"))
        self.picture(node, said, is_icon=is_icon)
        if said and said not in found.inline and is_icon:
            found.inline += f" {said} "
        elif said and not is_icon:
            found.blocks.append(Paragraph(said))

    def _target(self, node: Element, name: str) -> Element | None:
        relation = self._relations.get(attribute(node, name))
        return self._package.root(relation.target) if relation else None


def is_small(extent: Element | None) -> bool:
    """Return whether a picture of this *extent* is an icon."""
    sides = [attribute(extent, side) for side in ("cx", "cy")]
    return all(side.isdigit() and int(side) <= MAX_ICON_EMU for side in sides)
