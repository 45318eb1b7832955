"""Parser of HTML: headings, prose, lists and tables of the main content, without navigation."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from knowledge.documents.document import Document, UnreadableError, from_markdown
from knowledge.documents.encodings import decode_html
from knowledge.documents.markdown_blocks import (
    escape,
    join_blocks,
    normalize,
    render_heading,
    render_item,
    render_table,
)

_FORMS = "button select input textarea dialog"
_FRAME = "head script style noscript template svg math iframe object canvas audio video nav"
_LEFT_OUT = frozenset(f"{_FORMS} {_FRAME} footer aside".split())
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "alert"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PHRASES = "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q"
_INLINE = frozenset(
    f"{_PHRASES} ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_LISTS = frozenset({"ul", "ol", "menu"})
_MAX_COLUMNS = 50


def read(content: bytes, _name: str) -> Document:
    """Parse a page of HTML.

    Raises:
        UnreadableError: If it has no text.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(decode_html(content).encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableError("it is empty") from error
    body = _main(root)
    first = next((_said(each) for each in body.iter("h1") if _is_shown(each)), "")
    title = first or normalize(root.findtext(".//title") or "")
    return from_markdown(title, join_blocks(list(_blocks(body, 0))))


def _main(root: HtmlElement) -> HtmlElement:
    """Return the main element of the page, else its body."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.findall(path)
        if len(found) == 1 and _said(found[0]):
            return found[0]
    body = root.find("body")
    return root if body is None else body


def _is_shown(node: HtmlElement) -> bool:
    if not isinstance(node.tag, str) or node.tag in _LEFT_OUT or node.get("role") in _ROLES:
        return False
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return False
    if re.search(r"display\s*:\s*none", node.get("style") or ""):
        return False
    return node.tag != "header" or node.find(".//h1") is not None


def _blocks(node: HtmlElement, depth: int) -> Iterator[str]:
    """Yield the blocks below *node* as Markdown; *depth* is the nesting of lists."""
    loose = [node.text or ""]
    for child in node:
        if isinstance(child.tag, str) and _is_shown(child):
            if child.tag in _INLINE and not _has_blocks(child):
                loose.append(_said(child))
            elif child.tag == "br":
                loose.append(" ")
            else:
                yield from _loose(loose)
                yield from _block(child, depth)
        loose.append(child.tail or "")
    yield from _loose(loose)


def _loose(texts: list[str]) -> Iterator[str]:
    text = normalize("".join(texts))
    texts.clear()
    if text:
        yield escape(text)


def _has_blocks(node: HtmlElement) -> bool:
    return any(
        isinstance(each.tag, str) and each.tag not in _INLINE | {"br", "img"}
        for each in node.iterdescendants()
    )


def _block(node: HtmlElement, depth: int) -> Iterator[str]:
    match node.tag:
        case tag if tag in _HEADINGS:
            yield from _heading(node)
        case tag if tag in _LISTS:
            for child in node:
                yield from _item(child, depth)
        case "table":
            yield from _table(node, depth)
        case "pre":
            yield from (escape(line) for line in _raw(node).split("\n") if line.strip())
        case _:
            yield from _blocks(node, depth)


def _heading(node: HtmlElement) -> Iterator[str]:
    """Yield a heading; its own id becomes its anchor."""
    if text := _said(node):
        given = node.get("id") or ""
        anchor = f" {{#{given}}}" if re.fullmatch(r"[\w.:-]+", given) else ""
        yield render_heading(text, _HEADINGS[node.tag]) + anchor


def _item(node: HtmlElement, depth: int) -> Iterator[str]:
    """Yield a list item, followed by the lists nested in it."""
    if not _is_shown(node):
        return
    if node.tag in _LISTS:
        yield from _block(node, depth + 1)
        return
    inner = [child for child in node.iter(*_LISTS) if _nearest_item(child) is node]
    own = normalize("".join(_texts(node, frozenset(inner))))
    if own:
        yield render_item(own, depth)
    for each in inner:
        yield from _block(each, depth + 1)


def _nearest_item(node: HtmlElement) -> HtmlElement | None:
    return next(node.iterancestors("li"), None)


def _table(node: HtmlElement, depth: int) -> Iterator[str]:
    """Yield a table; a layout table is read cell by cell."""
    if node.find(".//table") is not None or node.find(".//h2") is not None:
        for cell in node.iter("td", "th"):
            if next(cell.iterancestors("table"), None) is node:
                yield from _blocks(cell, depth)
        return
    caption = node.find("caption")
    if caption is not None and (text := _said(caption)):
        yield escape(text)
    yield from render_table(_rows(node))


def _rows(node: HtmlElement) -> list[list[str]]:
    """Return the cells of each row; a cell that spans several rows is repeated."""
    rows: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}
    for row in node.iter("tr"):
        cells: list[str] = []
        own = [cell for cell in row if cell.tag in {"td", "th"}]
        while own or len(cells) in below:
            left, text = below.pop(len(cells), (0, ""))
            if left:
                span = 1
            else:
                cell = own.pop(0)
                text = _said(cell)
                left, span = _span(cell, "rowspan"), _span(cell, "colspan")
            for each in range(span):
                if left > 1:
                    below[len(cells)] = (left - 1, text)
                cells.append(text if each == 0 or not rows else "")
        rows.append(cells[:_MAX_COLUMNS])
    return rows


def _span(cell: HtmlElement, name: str) -> int:
    said = cell.get(name) or "1"
    return min(_MAX_COLUMNS, max(1, int(said))) if said.isascii() and said.isdigit() else 1


def _said(node: HtmlElement) -> str:
    return normalize("".join(_texts(node, frozenset())))


def _raw(node: HtmlElement) -> str:
    return "".join(_texts(node, frozenset()))


def _texts(node: HtmlElement, without: frozenset[HtmlElement]) -> Iterator[str]:
    """Yield all text in *node*, with a space between blocks."""
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child not in without and _is_shown(child):
            apart = child.tag not in _INLINE
            yield " " if apart else ""
            yield from _texts(child, without)
            yield " " if apart else ""
        yield child.tail or ""
