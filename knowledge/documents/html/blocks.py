"""Turns the text of a page of HTML into blocks of Markdown (pure)."""

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from knowledge.documents.html.icons import is_ornament
from knowledge.documents.html.lead_ins import Block, Titled, lead_in
from knowledge.documents.html.pruning import HEADINGS
from knowledge.documents.html.tables import is_layout, own_cells, own_rows, render_rows
from knowledge.documents.html.tabs import TITLE_ATTRIBUTE
from knowledge.documents.markdown_blocks import escape, normalize, render_heading

_PHRASES = (
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark q"
)
INLINE = frozenset(
    f"{_PHRASES} ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_MAX_DEPTH = 4
"""Lists nested deeper are shown at this depth: Markdown's reader gives up somewhere."""

_MAX_TITLE_CHARS = 200
_ANCHOR = re.compile(r"[\w.:-]+")
_CALLOUT = re.compile(
    r"\b(?:admonition|callout|alert|notice|infobox|markdown-alert|information-macro|panel|hint)"
)
_TITLE = re.compile(
    r"(?:admonition|callout|alert|notice|panel|hint|card|macro)[\w-]*[-_]?(?:title|heading|header)"
    r"|admonitionheading|expand-control(?!-icon)|^title$"
)
_WORD_ITEM = re.compile(r"mso-list\s*:(?:[^;]*level(\d))?", re.IGNORECASE)
_WORD_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_COUNTED = re.compile(r"\(?(?:\d+|[a-z]|[ivx]+)[.)]", re.IGNORECASE)


def read_blocks(node: HtmlElement) -> list[Block]:
    """Return the blocks below *node*."""
    return list(_blocks(node))


def said(node: HtmlElement) -> str:
    """Return all text of *node* on one line."""
    return normalize("".join(_texts(node)))


def _blocks(node: HtmlElement) -> Iterator[Block]:
    loose = [node.text or ""]
    for child in node:
        if is_inline(child) and not _has_blocks(child):
            loose.append(said_loose(child))
        elif child.tag == "br":
            loose.append("\n" if (child.tail or "").strip() else " ")
        else:
            yield from _loose(loose)
            yield from _block(child)
        loose.append(child.tail or "")
    yield from _loose(loose)


def said_loose(node: HtmlElement) -> str:
    """Return the text of an inline *node* with the white space around it."""
    return "".join(_texts(node))


def is_inline(node: HtmlElement) -> bool:
    """Return whether *node* stands in a line of text."""
    return node.tag in INLINE or (":" in node.tag and not node.tag.startswith("ac:"))


def _loose(texts: list[str]) -> Iterator[str]:
    text = normalize("".join(texts))
    texts.clear()
    if text and not is_ornament(text):
        yield escape(text)


def _has_blocks(node: HtmlElement) -> bool:
    return len(node) > 0 and any(
        not is_inline(each) and each.tag not in {"br", "img"} for each in node.iterdescendants()
    )


def _block(node: HtmlElement) -> Iterator[Block]:  # noqa: C901 - one case for each kind
    match node.tag:
        case tag if tag in HEADINGS:
            yield from _heading(node)
        case tag if tag in _LISTS:
            if lines := list(_list(node, "", 0)):
                yield "\n".join(lines)
        case "li":
            yield from (f"- {line}" for line in _loose([said_loose(node)]))
        case "dl":
            yield from _definitions(node)
        case "table":
            yield from _table(node)
        case "details":
            yield from _details(node)
        case "pre":
            lines = "".join(_texts(node)).split("\n")
            yield from (escape(line) for line in lines if line.strip())
        case "p" if found := _WORD_ITEM.search(node.get("style") or ""):
            yield from _word_item(node, int(found[1] or 1))
        case _:
            yield from _container(node)


def _container(node: HtmlElement) -> Iterator[Block]:
    title = node.attrib.pop(TITLE_ATTRIBUTE, "")
    if title:
        yield Titled(escape(title), tuple(_blocks(node)), folds=True)
        return
    heading = _callout_title(node)
    if heading is None:
        yield from _blocks(node)
        return
    text = said(heading)
    _detach(heading)
    blocks = tuple(_blocks(node))
    folds = "expand-c" in (node.get("class") or "")
    yield Titled(escape(text), blocks, folds=folds) if blocks else escape(text)


def _callout_title(node: HtmlElement) -> HtmlElement | None:
    """Return the title of a callout: what is called so, and stands first in it."""
    name = (node.get("ac:name") or node.get("class") or "").lower()
    if not (_CALLOUT.search(name) or node.tag == "ac:structured-macro" or "expand-c" in name):
        return None
    for each in node.iterdescendants():
        if each.tag == "ac:parameter":
            if each.get("ac:name") == "title":
                return each
            continue
        is_title = any(_TITLE.search(word) for word in (each.get("class") or "").lower().split())
        if is_title or (each.tag in HEADINGS and _is_first(each, node)):
            text = said(each)
            return each if text and len(text) <= _MAX_TITLE_CHARS and each is not node else None
    return None


def _is_first(node: HtmlElement, within: HtmlElement) -> bool:
    """Return whether no text comes before *node*."""
    for each in within.iter():
        if each is node:
            return True
        is_around = each is within or each in set(node.iterancestors())
        if (each.text or "").strip() or (not is_around and (each.tail or "").strip()):
            return False
    return False


def _heading(node: HtmlElement) -> Iterator[str]:
    """Yield a heading; its own id becomes its anchor."""
    if text := said(node):
        given = node.get("id") or ""
        anchor = f" {{#{given}}}" if _ANCHOR.fullmatch(given) else ""
        yield render_heading(text, HEADINGS[node.tag]) + anchor


def _details(node: HtmlElement) -> Iterator[Block]:
    summary = node.find("summary")
    title = "" if summary is None else said(summary)
    if summary is not None:
        _detach(summary)
    blocks = tuple(_blocks(node))
    if title and blocks:
        yield Titled(escape(title), blocks, folds=True)
    else:
        yield from (escape(title),) if title else blocks


def _definitions(node: HtmlElement) -> Iterator[Block]:
    """Yield each term with what is said of it."""
    terms: list[str] = []
    blocks: list[Block] = []
    for each in [child for child in node.iter("dt", "dd") if _is_of(child, node)]:
        if each.tag == "dt":
            if blocks:
                yield Titled(escape(" / ".join(terms)), tuple(blocks))
                terms, blocks = [], []
            terms += filter(None, [said(each)])
        else:
            blocks += _blocks(each)
    if terms or blocks:
        yield Titled(escape(" / ".join(terms)), tuple(blocks))


def _is_of(node: HtmlElement, listing: HtmlElement) -> bool:
    return next(node.iterancestors("dl"), None) is listing


def _list(node: HtmlElement, indent: str, depth: int) -> Iterator[str]:
    """Yield the lines of a list, those of lists in it indented below their item."""
    start = node.get("start") or "1"
    number = int(start) if start.isdigit() and len(start) < 7 else 1  # noqa: PLR2004 - digits
    is_numbered = node.tag == "ol" and (node.get("type") or "1") == "1"
    for child in node:
        if child.tag in _LISTS:
            yield from _list(child, f"{indent}  " if depth < _MAX_DEPTH else indent, depth + 1)
        elif child.tag == "li":
            mark = f"{number}. " if is_numbered else "- "
            if lines := list(_item(child, indent, mark, depth)):
                yield from lines
                number += 1
        elif text := said(child):
            yield f"{indent}- {escape(text)}"


def _item(node: HtmlElement, indent: str, mark: str, depth: int) -> Iterator[str]:
    """Yield the lines of an item: its own text on one line, and what is nested in it."""
    deeper = indent + " " * len(mark) if depth < _MAX_DEPTH else indent
    own: list[str] = []
    nested: list[str] = []
    for block in _item_blocks(node):
        if isinstance(block, HtmlElement):
            nested += _list(block, deeper, depth + 1)
            continue
        for text in lead_in(block) if isinstance(block, Titled) else [block]:
            plain = text.lstrip("# ") if text.startswith("#") else text
            is_listing = plain.startswith(("- ", "|")) or _COUNTED.match(plain + " ")
            if nested or is_listing:
                nested += ["", *(f"{deeper}{line}" for line in plain.split("\n"))]
            else:
                own.append(plain)
    if own:
        yield f"{indent}{mark}{' '.join(own)}"
        yield from nested
    else:
        yield from (line.replace(deeper, indent, 1) for line in nested if line)


def _item_blocks(node: HtmlElement) -> Iterator[Block | HtmlElement]:
    """Yield the blocks of an item; lists in it as they are."""
    loose = [node.text or ""]
    for child in node:
        if child.tag in _LISTS:
            yield from _loose(loose)
            yield child
        elif (is_inline(child) and not _has_blocks(child)) or child.tag == "br":
            loose.append(" " if child.tag == "br" else said_loose(child))
        elif child.tag in {"div", "p", "span", "section"} and not child.get("class"):
            yield from _loose(loose)
            yield from _item_blocks(child)
        else:
            yield from _loose(loose)
            yield from _block(child)
        loose.append(child.tail or "")
    yield from _loose(loose)


def _word_item(node: HtmlElement, level: int) -> Iterator[str]:
    """Yield an item of a list as Word exports it: a paragraph with its mark as a text."""
    mark = ""
    for each in node.iter("span"):
        if _WORD_MARK.search(each.get("style") or ""):
            mark = said(each)
            _detach(each)
            break
    text = said(node)
    if text:
        number = f"{mark} " if _COUNTED.fullmatch(mark) else ""
        yield f"{'  ' * min(level - 1, _MAX_DEPTH)}- {escape(number + text)}"


def _table(node: HtmlElement) -> Iterator[Block]:
    """Yield a table; a layout table is read cell by cell."""
    caption = node.find("caption")
    if caption is not None and (text := said(caption)):
        yield escape(text)
    if is_layout(node):
        for row in own_rows(node):
            for cell in own_cells(row):
                yield from _blocks(cell)
        return
    yield from render_rows(node, _cell)


def _cell(node: HtmlElement) -> str:
    """Return the text of a cell on one line, the items of lists in it apart."""
    if not len(node):
        return normalize(node.text or "")
    if not any(map(said, node.iter("li"))):
        return said(node)
    texts = _texts(node, ends_items=True)
    return re.sub(r"\s*;\s*$", "", re.sub(r"(?:\s*;\s*){2,}|\s+;", ";", normalize("".join(texts))))


def _texts(node: HtmlElement, *, ends_items: bool = False) -> list[str]:
    """Return all text in *node*, with a space between blocks."""
    texts = [node.text or ""]
    for child in node:
        is_apart = not is_inline(child)
        if is_apart:
            texts.append(" ")
        texts += _texts(child, ends_items=ends_items) if len(child) else (child.text or "",)
        if is_apart:
            is_item = ends_items and child.tag == "li" and child.getnext() is not None
            texts.append("; " if is_item else " ")
        texts.append(child.tail or "")
    return texts


def _detach(node: HtmlElement) -> None:
    """Remove a *node* that was read already, and keep the text behind it."""
    if node.getparent() is not None:
        node.tail = f" {node.tail or ''}"
        node.drop_tree()


def join_blocks(blocks: Iterable[str]) -> str:
    """Join rendered *blocks*: items that follow each other are one list."""
    text = ""
    for block in blocks:
        is_item = block.lstrip().startswith("- ")
        together = is_item and text.rpartition("\n")[2].lstrip()[:2] == "- "
        text += ("\n" if together else "\n\n") + block if text else block
    return text
