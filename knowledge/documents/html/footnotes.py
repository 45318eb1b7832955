"""Footnotes of a page of HTML: each is put into the sentence that refers to it."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from knowledge.documents.markdown_blocks import normalize
from knowledge.omissions import OmissionLog
from knowledge.text.sentence_splitter import split

_LABEL = re.compile(
    r"[\[(]?\s*(?:\d{1,3}|[a-z]{1,3}|[*†‡§#]{1,3}|note \d{1,3})\s*[\])]?", re.IGNORECASE
)
_BACK = re.compile(r"[\s↩↵⏎↑⤴^\ufe0e\ufe0f]*(?:\bback\b)?[\s↩↵⏎↑^\ufe0e\ufe0f]*", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|endnotes?|fn|ftn|ftnt|doc-footnote|doc-endnote)(?:$|[\s_\d:-])"
)
_CALLED_NOTES = (
    "descendant::*/@class[contains(., 'footnote')]/.. | descendant::*/@role[.='doc-footnote']/.."
)
_COMMENT = re.compile(r"_?(?:cmnt|com|anchor-comment)_?\d*", re.IGNORECASE)
_HOLDERS = frozenset({"li", "p", "div", "aside", "dd", "td", "section", "dt"})
_LEADING = re.compile(r"^\s*[\[(]?(?:\d{1,3}|[*†‡§])[\])]?[.:]?\s+")
_END = re.compile(r"[.!?。！？…][\"'”’)\]]*\s*$")  # noqa: RUF001 - full-width marks end sentences


def put_notes_into_text(root: HtmlElement, log: OmissionLog) -> None:
    """Move each footnote to where it is referred to; comments of a document are noted in *log*."""
    _put_unlinked_notes(root)
    linked = root.xpath("descendant::a[starts-with(@href, '#')]")
    links = [each for each in linked if _LABEL.fullmatch(each.text_content().strip())]
    if not links:
        return
    named = root.xpath("descendant::*[@id] | descendant::a[@name]")
    places = {name: node for node in named for name in _names(node)}
    holders: dict[HtmlElement, str] = {}
    for link in links:
        target = places.get((link.get("href") or "")[1:])
        if target is None or not _LABEL.fullmatch(link.text_content().strip()):
            continue
        holder = _holder(target)
        if holder is None or holder in set(link.iterancestors()) or not _is_note(link, holder):
            continue
        if _COMMENT.fullmatch(next(iter(_names(target)), "")):
            holders.setdefault(holder, "")
            _replace(link, "")
            continue
        note = holders.get(holder) or note_text(_plain(holder))
        holders[holder] = note
        _replace(link, note)
    for holder, note in holders.items():
        if not note:
            log.add("comment", words=len(_plain(holder).split()), line=holder.sourceline or 1)
        _remove(holder)


def _put_unlinked_notes(root: HtmlElement) -> None:
    """Put notes that begin with the number of a `sup` into the sentence in which that stands."""
    called = root.xpath(_CALLED_NOTES)
    notes: dict[str, HtmlElement] = {}
    for each in called:
        found = _LEADING.match(each.text_content())
        if found and each.tag in _HOLDERS and each.find(".//a[@href]") is None:
            notes.setdefault(found[0].strip("[](). :\n\t"), each)
    for mark in root.xpath("descendant::sup[not(a)]") if notes else ():
        holder = notes.get(mark.text_content().strip("[]() "))
        if holder is not None and holder not in set(mark.iterancestors()):
            _replace(mark, note_text(str(holder.text_content())))
            holder.set("data-guildmate-used", "")
    for each in notes.values():
        if each.get("data-guildmate-used") is not None:
            _remove(each)


def note_text(text: str) -> str:
    """Return the *text* of a note as one sentence to stand inside another."""
    parts = split(normalize(_LEADING.sub("", text)))
    return "; ".join(part.rstrip(".。;") for part in parts)


def with_note(before: str, note: str) -> str:
    """Return the text *before* a reference with its *note*, in front of the mark that ends it."""
    end = _END.search(before)
    head, tail = (before[: end.start()], before[end.start() :]) if end else (before, "")
    return f"{head.rstrip()} ({note}){tail}"


def _names(node: HtmlElement) -> Iterator[str]:
    if isinstance(node.tag, str):
        for each in (node.get("id"), node.get("name") if node.tag == "a" else None):
            if each:
                yield each


def _holder(target: HtmlElement) -> HtmlElement | None:
    """Return the element that holds a note: the one with the id, or the block around an anchor."""
    found = next((each for each in (target, *target.iterancestors()) if each.tag in _HOLDERS), None)
    around = None if found is None else found.getparent()
    if around is not None and around.tag == "div" and _NOTE.search(around.get("id") or ""):
        return around  # Word: a div around the paragraphs of a note
    return found


def _is_note(link: HtmlElement, holder: HtmlElement) -> bool:
    """Return whether *holder* leads back to the *link*, or is called a note."""
    own = {name for each in (link, *link.iterancestors()) for name in _names(each)}
    back = {(each.get("href") or "")[1:] for each in holder.iter("a")}
    if own & back:
        return True
    around = (holder, *list(holder.iterancestors())[:3])
    said = " ".join(
        f"{each.get('class') or ''} {each.get('role') or ''} {each.get('epub:type') or ''}"
        for each in around
    )
    return bool(_NOTE.search(f"{said} {holder.get('id') or ''}".lower()))


def _plain(holder: HtmlElement) -> str:
    """Return the text of a note without its own number and the way back."""
    links = {
        each
        for each in holder.iter("a")
        if _LABEL.fullmatch(each.text_content().strip()) or _BACK.fullmatch(each.text_content())
    }
    return normalize("".join(_texts(holder, links)))


def _texts(node: HtmlElement, without: set[HtmlElement]) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child not in without:
            yield from _texts(child, without)
        yield child.tail or ""


def _replace(link: HtmlElement, note: str) -> None:
    """Put a *note* in the place of the *link*, and of the `sup` that holds nothing else."""
    parent = link.getparent()
    while parent is not None and parent.tag in {"sup", "span", "small"}:
        if normalize(parent.text_content()) != normalize(link.text_content()):
            break
        link, parent = parent, parent.getparent()
    if parent is None:
        return
    if note:
        _say_before(link, parent, note)
    link.drop_tree()


def _say_before(link: HtmlElement, parent: HtmlElement, note: str) -> None:
    """Put a *note* into the last text before the *link*, which may be inside other elements."""
    before = link.getprevious()
    if before is None:
        parent.text = with_note(parent.text or "", note)
        return
    while not (before.tail or "").strip() and len(before):
        before = before[-1]
    if (before.tail or "").strip() or not (before.text or "").strip():
        before.tail = with_note(before.tail or "", note)
    else:
        before.text = with_note(before.text or "", note)


def _remove(holder: HtmlElement) -> None:
    """Remove a note, and the list or section that held nothing but notes and their heading."""
    node: HtmlElement | None = holder
    while node is not None and node.getparent() is not None:
        parent = node.getparent()
        node.drop_tree()
        is_of_notes = _NOTE.search(
            f"{parent.get('class') or ''} {parent.get('role') or ''}".lower()
        )
        kept = (each for each in parent if not (is_of_notes and _is_heading(each)))
        is_left = normalize(parent.text or "") or any(
            normalize(each.text_content()) for each in kept
        )
        is_empty = not is_left and parent.tag != "body"
        node = parent if is_empty else None


def _is_heading(node: HtmlElement) -> bool:
    return isinstance(node.tag, str) and re.fullmatch(r"h[1-6]|p", node.tag) is not None
