"""Text of a cell, whose parts may look different (pure)."""

import re
from dataclasses import dataclass

from lxml import etree

from knowledge.documents.office.xml_names import is_switched_on, local_name
from knowledge.documents.symbols import raised

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class RichText:
    """What a text says, less what is struck through, and how many words of it are."""

    text: str
    struck_words: int = 0


def read_rich_text(node: etree._Element) -> RichText:
    """Read the text below *node*; how it is pronounced is left out."""
    parts: list[str] = []
    struck = 0
    for child in node:
        name = local_name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            text = "".join(each.text or "" for each in child.iterfind("{*}t"))
            if _is_struck(child):
                struck += len(text.split())
                parts.append(" ")
            else:
                parts.append(raised(text, "".join(parts[-1:])) if _is_raised(child) else text)
    return RichText(unescape("".join(parts)), struck)


def _is_struck(run: etree._Element) -> bool:
    mark = run.find("{*}rPr/{*}strike")
    return mark is not None and is_switched_on(mark)


def _is_raised(run: etree._Element) -> bool:
    place = run.find("{*}rPr/{*}vertAlign")
    return place is not None and place.get("val") == "superscript"


def unescape(text: str) -> str:
    """Restore the characters that XML cannot hold, which stand in a text as ``_x000D_``."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
