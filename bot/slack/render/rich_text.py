"""Markdown of the small kind as Slack's rich text.

Rich text is a structure and not a markup: a text in it is shown as it is. Nothing that a person
or a page says can mention anybody, forge a link, or end a block, so nothing has to be escaped.
https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.chat.links import Link, is_honest, web_only
from bot.chat.markdown import BULLET, Paragraph, Run, parse, split_text
from bot.slack.render.limits import MAX_BLOCK_CHARS

JSON = dict[str, Any]

MAX_DEPTH = 8
"""How far in a list can stand."""


def text(said: str, *styles: str) -> JSON:
    """Build a text element."""
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
    """Build a section."""
    return {"type": "rich_text_section", "elements": list(elements)}


def quote(*elements: JSON) -> JSON:
    """Build a quotation."""
    return {"type": "rich_text_quote", "elements": list(elements)}


def parts(markdown: str, to: Link = web_only) -> list[JSON]:
    """Render *markdown* as the parts of a rich text, one for each paragraph or list."""
    drawn: list[JSON] = []
    for paragraph in parse(markdown):
        said = [_element(run, to) for run in paragraph.runs if run.said]
        if paragraph.kind == "item":
            _place(drawn, paragraph, said)
        elif paragraph.kind == "code":
            drawn.append({"type": "rich_text_preformatted", "elements": said})
        else:
            drawn.append(section(*(said or [text("———")]), text("\n")))
    return drawn


def blocks(drawn: Sequence[JSON]) -> list[JSON]:
    """Pack *drawn* parts into as few rich text blocks as hold them, each within its limit."""
    found: list[list[JSON]] = [[]]
    room = MAX_BLOCK_CHARS
    for part in (piece for each in drawn for piece in _pieces(each)):
        size = length(part)
        if found[-1] and size > room:
            found.append([])
            room = MAX_BLOCK_CHARS
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
    if length(part) <= MAX_BLOCK_CHARS:
        yield part
        return
    held: list[JSON] = []
    for element in (piece for each in part["elements"] for piece in _split_element(each)):
        if held and length(held) + length(element) > MAX_BLOCK_CHARS:
            yield {**part, "elements": held}
            held = []
        held.append(element)
    yield {**part, "elements": held}


def _split_element(element: JSON) -> Iterator[JSON]:
    """Divide one long stretch of text; the items of a list are divided as sections are."""
    if element["type"] == "rich_text_section":
        yield from _pieces(element)
    elif element["type"] in {"text", "link"}:
        yield from (
            {**element, "text": said} for said in split_text(element["text"], MAX_BLOCK_CHARS)
        )
    else:
        yield element


def _place(drawn: list[JSON], paragraph: Paragraph, said: list[JSON]) -> None:
    """Append an item to the list before it, or begin a list; an unmarked one goes on an item."""
    before = drawn[-1] if drawn and drawn[-1]["type"] == "rich_text_list" else None
    if before and not paragraph.mark:
        before["elements"][-1]["elements"] += [text("\n"), *said]
        return
    style = "bullet" if paragraph.mark == BULLET else "ordered"
    item = section(*(said or [text(" ")]))
    if before and (before["style"], before.get("indent", 0)) == (style, paragraph.depth):
        before["elements"].append(item)
        return
    begun: JSON = {"type": "rich_text_list", "style": style, "elements": [item]}
    if paragraph.depth:
        begun["indent"] = min(paragraph.depth, MAX_DEPTH)
    if style == "ordered" and (earlier := int(paragraph.mark.rstrip(".") or 1) - 1):
        begun["offset"] = earlier
    drawn.append(begun)


def _element(run: Run, to: Link) -> JSON:
    """Render one run with its style."""
    styles = [name for name in ("bold", "italic", "code") if getattr(run, name)]
    url = to(run.href) if run.href else ""
    if url and is_honest(run.said, url):
        return link(run.said, url, *styles)
    return text(run.said, *styles)
