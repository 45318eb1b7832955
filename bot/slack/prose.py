"""Markdown of the small kind as Slack's rich text.

Rich text is a structure and not a markup: a text in it is shown as it is. Nothing that a person
or a page says can mention anybody, forge a link, or end a block, so nothing has to be escaped.
https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.slack.limits import BLOCK_TEXT

JSON = dict[str, Any]

Link = Callable[[str], str]
"""Where an address of a reply leads; empty when it leads nowhere for people in Slack."""

_STYLES = {"strong_open": "bold", "em_open": "italic"}
_ENDS = {"strong_close": "bold", "em_close": "italic"}


def nowhere(href: str) -> str:
    """Lead to the web alone: without a public address the handbook's reader is out of reach."""
    return href if urlsplit(href).scheme in {"http", "https"} else ""


def text(said: str, *styles: str) -> JSON:
    """Write *said* as it is."""
    element: JSON = {"type": "text", "text": said}
    if styles:
        element["style"] = dict.fromkeys(styles, True)
    return element


def link(said: str, url: str, *styles: str) -> JSON:
    """Write *said* so that it leads to *url*; a label never looks like another address."""
    element: JSON = {"type": "link", "url": url, "text": said}
    if styles:
        element["style"] = dict.fromkeys(styles, True)
    return element


def section(*elements: JSON) -> JSON:
    """Make one stretch of text."""
    return {"type": "rich_text_section", "elements": list(elements)}


def quote(*elements: JSON) -> JSON:
    """Make a quotation."""
    return {"type": "rich_text_quote", "elements": list(elements)}


def parts(markdown: str, to: Link = nowhere) -> list[JSON]:
    """Draw *markdown* as the parts of a rich text, one for each paragraph or list."""
    parsed = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable("image")
    return list(_Reading(parsed.parse(markdown), to).parts())


def blocks(drawn: Sequence[JSON]) -> list[JSON]:
    """Put *drawn* parts into as few rich text blocks as hold them, each within its limit."""
    found: list[list[JSON]] = [[]]
    room = BLOCK_TEXT
    for part in (piece for each in drawn for piece in _pieces(each)):
        size = length(part)
        if found[-1] and size > room:
            found.append([])
            room = BLOCK_TEXT
        found[-1].append(part)
        room -= size
    return [{"type": "rich_text", "elements": elements} for elements in found if elements]


def length(part: Any) -> int:
    """Count the characters that are read in *part*, whatever it is made of."""
    match part:
        case {"text": str(said), **rest}:
            return len(said) + sum(map(length, rest.values()))
        case dict():
            return sum(map(length, part.values()))
        case list():
            return sum(map(length, part))
        case _:
            return 0


def _pieces(part: JSON) -> Iterator[JSON]:
    """Divide a part that is too long for one block; never within a word, if words are shorter."""
    if length(part) <= BLOCK_TEXT:
        yield part
        return
    held: list[JSON] = []
    for element in (piece for each in part["elements"] for piece in _smaller(each)):
        if held and length(held) + length(element) > BLOCK_TEXT:
            yield {**part, "elements": held}
            held = []
        held.append(element)
    yield {**part, "elements": held}


def _smaller(element: JSON) -> Iterator[JSON]:
    """Divide one long stretch of text; the items of a list are divided as sections are."""
    if element["type"] == "rich_text_section":
        yield from _pieces(element)
    elif element["type"] in {"text", "link"}:
        yield from ({**element, "text": said} for said in split(element["text"], BLOCK_TEXT))
    else:
        yield element


def split(said: str, most: int) -> Iterator[str]:
    """Cut *said* into pieces of at most *most* characters, between words where there are any."""
    while len(said) > most:
        at = max(said.rfind(" ", 0, most), said.rfind("\n", 0, most)) + 1 or most
        yield said[:at]
        said = said[at:]
    if said:
        yield said


class _Reading:
    """Reads the tokens of a parsed text from the first to the last."""

    def __init__(self, tokens: Sequence[Token], to: Link) -> None:
        self._tokens = iter(tokens)
        self._to = to

    def parts(self, until: str = "") -> Iterator[JSON]:
        """Draw everything up to the token *until*."""
        for token in self._tokens:
            if token.type == until:
                return
            match token.type:
                case "inline":
                    yield section(*self._inline(token.children or []), text("\n"))
                case "bullet_list_open" | "ordered_list_open":
                    yield from self._list(token.type)
                case "fence" | "code_block" if token.content.strip():
                    code = [text(token.content.rstrip("\n"))]
                    yield {"type": "rich_text_preformatted", "elements": code}
                case "hr":
                    yield section(text("———\n"))
                case _:
                    continue  # what opens and closes is told by what is within

    def _list(self, opened: str) -> Iterator[JSON]:
        """Draw a list; Slack nests none, so one within an item follows it, further in."""
        style = "ordered" if opened.startswith("ordered") else "bullet"
        items: list[JSON] = []
        inner: list[JSON] = []
        for token in self._tokens:
            if token.type == opened.replace("open", "close"):
                break
            if token.type == "list_item_open":
                said, nested = _item(list(self.parts("list_item_close")))
                items.append(said)
                inner += nested
        if items:
            yield {"type": "rich_text_list", "style": style, "elements": items}
        yield from ({**each, "indent": min(each.get("indent", 0) + 1, 8)} for each in inner)

    def _inline(self, tokens: Sequence[Token]) -> Iterator[JSON]:
        styles: list[str] = []
        url = ""
        for token in tokens:
            match token.type:
                case "strong_open" | "em_open":
                    styles.append(_STYLES[token.type])
                case "strong_close" | "em_close":
                    styles.remove(_ENDS[token.type])
                case "link_open":
                    url = self._to(str(token.attrGet("href") or ""))
                case "link_close":
                    url = ""
                case _:
                    yield from _said(token, url, styles)


def _said(token: Token, url: str, styles: Sequence[str]) -> Iterator[JSON]:
    """Write what one token says, in the styles that are open."""
    is_break = token.type in {"softbreak", "hardbreak"}
    said = "\n" if is_break else token.content
    worn = [*styles, "code"] if token.type == "code_inline" else styles
    if said:
        yield link(said, url, *worn) if url and not is_break else text(said, *worn)


def _item(drawn: Sequence[JSON]) -> tuple[JSON, list[JSON]]:
    """Make one section of a list's item; give the lists within it apart."""
    own = [each for part in drawn if part["type"] != "rich_text_list" for each in part["elements"]]
    while own and own[-1] == text("\n"):
        own.pop()
    lists = [part for part in drawn if part["type"] == "rich_text_list"]
    return section(*(own or [text(" ")])), lists
