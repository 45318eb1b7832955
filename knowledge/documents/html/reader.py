"""Parser of HTML: headings, prose, lists and tables of the main content, without navigation."""

from dataclasses import replace

from lxml import etree
from lxml.html import (
    HtmlComment,
    HtmlElement,
    HTMLParser,
    document_fromstring,
    fragment_fromstring,
)

from knowledge.documents.document import Document, UnreadableError, from_markdown
from knowledge.documents.encodings import decode_html, list_lost_characters
from knowledge.documents.html.blocks import join_blocks, read_blocks, said
from knowledge.documents.html.footnotes import put_notes_into_text
from knowledge.documents.html.icons import raise_digits, spell_out_signs
from knowledge.documents.html.lead_ins import Block, render_blocks
from knowledge.documents.html.pruning import prune
from knowledge.documents.html.tabs import name_panels
from knowledge.documents.html.visibility import Visibility
from knowledge.documents.markdown_blocks import escape, normalize
from knowledge.omissions import OmissionLog


def read(content: bytes, _name: str) -> Document:
    """Parse a page of HTML.

    Raises:
        UnreadableError: If it has no text.
    """
    try:
        text = decode_html(content)
        root = document_fromstring(text.encode("utf-8", "replace"), parser=_parser())
    except etree.ParserError as error:
        raise UnreadableError("it is empty") from error
    head_title = normalize(root.findtext(".//title") or "")
    log = OmissionLog()
    body = _tidy(root, log)
    first = next((text for each in body.iter("h1") if (text := said(each))), "")
    document = from_markdown(first or head_title, join_blocks(render_blocks(read_blocks(body))))
    return replace(document, omissions=(*log.list_omissions(), *list_lost_characters(text)))


def read_fragment(html: str, log: OmissionLog, line: int) -> list[Block]:
    """Parse a piece of HTML that begins on a *line* of its file into blocks of Markdown.

    What is left out is noted in *log*.
    """
    root = _pruned_fragment(html, log, line)
    if root is None:
        return []
    name_panels(root)
    put_notes_into_text(root, log)
    raise_digits(root)
    return read_blocks(root)


def inline_text(html: str, log: OmissionLog, line: int) -> str:
    """Return the text of a piece of HTML within a line, escaped for Markdown."""
    root = _pruned_fragment(html, log, line)
    return "" if root is None else escape(said(root))


def hides(html: str) -> bool:
    """Return whether the one element of *html* hides, or strikes, what is put into it."""
    try:
        node = fragment_fromstring(html)
    except (etree.ParserError, ValueError):
        return False
    return Visibility(node).look(node) != "shown"


def _pruned_fragment(html: str, log: OmissionLog, line: int) -> HtmlElement | None:
    content = html.encode("utf-8", "replace")
    try:
        root = fragment_fromstring(content, create_parent="div", parser=_parser())
    except (etree.ParserError, ValueError):
        return None
    prune(root, log, above=line - 1)
    return root


def _parser() -> HTMLParser:
    """Make a parser whose elements are all of one class, which takes no search for each."""
    parser = HTMLParser(encoding="utf-8", remove_pis=True)
    parser.set_element_class_lookup(
        etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)
    )
    return parser


def _tidy(root: HtmlElement, log: OmissionLog) -> HtmlElement:
    """Remove what is no text, and return the main element of the page, else its body."""
    prune(root, log)
    body = _main(root)
    name_panels(body)
    spell_out_signs(body)
    put_notes_into_text(body, log)
    raise_digits(body)
    return body


def _main(root: HtmlElement) -> HtmlElement:
    with_role = root.xpath("descendant::*/@role[.='main']/..")
    for each in (root.iterdescendants("main"), with_role, root.iterdescendants("article")):
        found = list(each)
        if len(found) == 1 and any(map(normalize, found[0].itertext())):
            return found[0]
    body = root.find("body")
    return root if body is None else body
