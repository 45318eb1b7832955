"""Names of elements and attributes in Office files, whichever namespace they are in (pure)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

Element = Any
"""An element of lxml, which ships no types."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})

WRAPPERS = frozenset(
    {
        "bdo",
        "customXml",
        "dir",
        "fldSimple",
        "hyperlink",
        "ins",
        "moveTo",
        "sdt",
        "sdtContent",
        "smartTag",
    }
)
"""What stands around runs, paragraphs, rows or cells, and adds nothing to them."""

_CONTENTS = "Table of Contents"
_FIT = tuple(
    f"{{*}}{name}"
    for name in ("t", "tbl", "txbxContent", "chart", "relIds", "pic", "oleObj", "imagedata")
)
"""What the branch of an alternative holds that can be read here."""


def local_name(node: Element) -> str:
    """Return the name of an element without its namespace, empty for what is no element."""
    return _bare_name(node.tag) if isinstance(node.tag, str) else ""


@lru_cache(4_096)
def _bare_name(name: str) -> str:
    return name.rpartition("}")[2]


def attribute(node: Element | None, name: str) -> str:
    """Return an attribute by its name without namespace, empty if it is missing."""
    if node is None or not node.attrib:
        return ""
    found = node.get(name) or node.get(_WORD + name)
    if found is not None:
        return str(found)
    return next((str(said) for key, said in node.items() if _bare_name(key) == name), "")


def child(node: Element | None, *names: str) -> Element | None:
    """Return the first child of that name, and of it the first child of the next name."""
    for name in names:
        if node is None:
            return None
        node = next(node.iterchildren(_in_any_namespace(name)), None)
    return node


@lru_cache(4_096)
def _in_any_namespace(name: str) -> str:
    return f"{{*}}{name}"


def children(node: Element | None, *names: str) -> list[Element]:
    """Return what stands in the child of *node* under these names; nothing if there is none."""
    found = child(node, *names)
    return [] if found is None else list(found)


def value(node: Element | None, *names: str) -> str:
    """Return the ``val`` of what stands below *node* under these names."""
    return attribute(child(node, *names), "val")


def switch(node: Element | None, name: str) -> bool | None:
    """Return whether a property is on, None if it is not said."""
    found = child(node, name)
    return None if found is None else is_switched_on(found)


def is_switched_on(node: Element) -> bool:
    """Return whether an element turns on the property that it is called after."""
    return attribute(node, "val").lower() not in _OFF


def unwrapped(node: Element) -> Iterator[Element]:
    """Yield the children of *node*, those inside wrappers as if they were its own.

    A table of contents is passed over: it repeats the headings.
    """
    for each in node:
        name = local_name(each)
        if name == "sdt" and value(each, "sdtPr", "docPartObj", "docPartGallery") == _CONTENTS:
            continue
        if name in WRAPPERS:
            yield from unwrapped(each)
        elif name == "AlternateContent":
            yield from unwrapped(best_branch(each))
        elif name and not name.endswith("Pr"):
            yield each


def best_branch(alternatives: Element) -> Element:
    """Return the first branch of alternatives that can be read, so that nothing is read twice."""
    for branch in alternatives:
        if any(True for _ in branch.iter(*_FIT)):
            return branch
    return alternatives[0] if len(alternatives) else alternatives


def descendants(node: Element, name: str) -> Iterator[Element]:
    """Yield all elements of that name below *node*."""
    found: Iterator[Element] = node.iter(f"{{*}}{name}")
    return found


def text_of(node: Element) -> str:
    """Return the texts below *node*, joined as they are."""
    return "".join(each.text or "" for each in descendants(node, "t"))


def count_words(node: Element) -> int:
    """Count the words of the texts below *node*, each text by itself."""
    return sum(len((each.text or "").split()) for each in descendants(node, "t"))
