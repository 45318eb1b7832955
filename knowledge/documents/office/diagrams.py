"""The text of a diagram (SmartArt) as a list, in the order and depth in which it is drawn."""

from collections import defaultdict
from collections.abc import Iterator

from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.office.blocks import Block, Item
from knowledge.documents.office.xml_names import (
    Element,
    attribute,
    children,
    descendants,
    local_name,
    text_of,
)

_TEXTLESS = frozenset({"parTrans", "sibTrans", "pres"})
"""Points of a diagram that only say how it is drawn."""

MAX_DEPTH = 30


def read_diagram(root: Element) -> list[Block]:
    """Read the data of a diagram."""
    points = {
        attribute(each, "modelId"): each
        for each in children(root, "ptLst")
        if local_name(each) == "pt" and attribute(each, "type") not in _TEXTLESS
    }
    below: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    inner: set[str] = set()
    for each in children(root, "cxnLst"):
        source, target = attribute(each, "srcId"), attribute(each, "destId")
        if attribute(each, "type") in {"", "parOf"} and {source, target} <= points.keys():
            order = attribute(each, "srcOrd")
            below[source].append((int(order) if order.isdigit() else 0, target))
            inner.add(target)
    seen: set[str] = set()

    def walk(name: str, depth: int) -> Iterator[Block]:
        if name in seen or depth > MAX_DEPTH:
            return
        seen.add(name)
        text = _text(points[name])
        if text:
            yield Item(text, depth)
        for _, each in sorted(below[name]):
            yield from walk(each, depth + bool(text))

    return [block for name in points if name not in inner for block in walk(name, 0)]


def _text(point: Element) -> str:
    return normalize(" ".join(text_of(line) for line in descendants(point, "p")))
