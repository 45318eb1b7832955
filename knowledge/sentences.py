"""Markdown into sentences that can be quoted: prose, list items, rows of tables (pure)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from knowledge.pages import markdown, plain

Kind = Literal["sentence", "item", "row", "code"]

LONG_ITEM = 60
"""A list item of more words than this is cut into its sentences."""

SHORT_CODE = 4
"""Code of so many lines can still be read in an answer."""

LONG_SENTENCE = 120
"""No sentence has more words than this; a longer one is cut between words."""

_THAI_PHRASE = 90
"""Thai ends no sentence with a mark: it is cut at spaces, at about so many characters."""

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_END = re.compile(r"(?:(?<=[^\s.!?…])[.!?…]++[\"'”’»)\]*_]*+|\s[.!?]++)\s+|[。！？]+[”’」』]*\s*")  # noqa: RUF001 - full-width marks end sentences
_SHORTENED = (
    "e.g i.e etc cf vs approx no nos art arts sec para ch fig vol ed pp p mr mrs ms dr prof st"
    " inc ltd co corp pte sdn bhd pt tbk jr sr u.s u.k u.n a.m p.m dll dsb dst tgl hal jl yth bpk"
    " sdr ts ths tp gs pgs"
)
_ABBREVIATIONS = frozenset(_SHORTENED.split())
_OPENING = re.compile(r"^[\W_]+")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(?=[A-Za-z/!?])[^>]*(?:>|\Z)", re.DOTALL)
_COLON = (":", "：")  # noqa: RUF001 - the full-width colon leads a list in as well


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quotable piece of a clause, in the page's own words without Markdown's marks.

    *lead* is the line that leads the list in, without which an item means little. *block* counts
    the paragraphs, lists and tables of the clause. *is_link* tells an item that is a link alone.
    """

    text: str
    kind: Kind = "sentence"
    lead: str = ""
    block: int = 0
    is_link: bool = False

    @property
    def whole(self) -> str:
        """The sentence with what leads it in."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    @property
    def says_something(self) -> bool:
        """Tell what can be an answer from a bare link and from code that runs over many lines."""
        if self.kind == "code":
            return self.text.count("\n") < SHORT_CODE
        return not self.is_link

    @property
    def leads(self) -> bool:
        """Tell whether a list follows that belongs to this sentence."""
        return self.text.endswith(_COLON)


def sentences(body: str) -> tuple[Sentence, ...]:
    """Cut the Markdown *body* of one clause into sentences, losing no word of it."""
    found = _blocks(SyntaxTreeNode(markdown().parse(body)))
    numbered: list[Sentence] = []
    for block, pieces in enumerate(found):
        for piece in pieces:
            cut = _bounded(piece.text) if piece.kind != "code" else _code(piece.text)
            numbered += [
                Sentence(text, piece.kind, piece.lead, block, piece.is_link) for text in cut
            ]
    return tuple(numbered)


def rendered(chosen: tuple[Sentence, ...]) -> str:
    """Write *chosen* sentences as text: prose in paragraphs, items under what leads them in."""
    lines: list[str] = []
    previous = ""
    for _, group in groupby(chosen, key=lambda each: each.block):
        block = list(group)
        if block[0].kind == "sentence":
            lines.append(" ".join(each.text for each in block))
        else:
            if block[0].lead and block[0].lead != previous:
                lines.append(block[0].lead)
            lines += [f"- {each.text}" if each.kind == "item" else each.text for each in block]
        previous = block[-1].text
    return "\n".join(lines)


def length(text: str) -> int:
    """Count the words of *text*; where words are written together, by characters."""
    together = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + (together + 4) // 5


def _blocks(node: SyntaxTreeNode) -> Iterator[list[Sentence]]:
    """Give each block below *node*: its sentences, not numbered yet."""
    before = ""
    for child in node.children:
        found: list[Sentence] = []
        match child.type:
            case "paragraph" | "heading":
                found = [Sentence(text) for text in split(_plain(child))]
            case "bullet_list" | "ordered_list":
                found = list(_items(child, before if before.endswith(_COLON) else ""))
            case "table":
                found = [Sentence(text, "row") for text in _rows(child)]
            case "fence" | "code_block":
                found = [Sentence(child.content.strip("\n"), "code")]
            case "html_block":
                found = [Sentence(text) for text in split(_TAG.sub(" ", child.content))]
            case _:
                yield from _blocks(child)
        found = [each for each in found if each.text.strip()]
        if found:
            yield found
            before = found[-1].text


def _plain(node: SyntaxTreeNode) -> str:
    """Give the words of a paragraph, heading or cell."""
    return "\n".join(plain(each.token) for each in node.children if each.token)


def _items(node: SyntaxTreeNode, lead: str) -> Iterator[Sentence]:
    """Give the items of a list, those of the lists inside it led in by their own item."""
    for item in node.children:
        own = lead
        for block in _blocks(item):
            together = " ".join(each.text for each in block)
            if block[0].kind != "sentence":
                yield from (Sentence(each.text, each.kind, each.lead or own) for each in block)
                continue
            whole = [together] if length(together) <= LONG_ITEM else [each.text for each in block]
            link = _is_link(item)
            yield from (Sentence(text, "item", lead, is_link=link) for text in whole)
            own = together if length(together) <= LONG_ITEM else lead


def _is_link(item: SyntaxTreeNode) -> bool:
    """Tell an item that is nothing but links, or addresses written out."""
    inline = [each for each in item.walk() if each.type == "inline"]
    texts = [each for node in inline for each in node.walk() if each.type == "text"]
    bare = [_ADDRESS.sub("", each.content) for each in texts if not _is_inside(each, "link")]
    return bool(texts) and not any(character.isalnum() for text in bare for character in text)


def _is_inside(node: SyntaxTreeNode, kind: str) -> bool:
    while node.parent is not None:
        node = node.parent
        if node.type == kind:
            return True
    return False


def _rows(table: SyntaxTreeNode) -> Iterator[str]:
    """Write each row of a table so that it can be read alone: every cell after its header."""
    rows = [row for part in table.children for row in part.children]
    header = [_cell(cell) for cell in rows[0].children]
    if len(rows) == 1:
        yield "; ".join(filter(None, header))
    for row in rows[1:]:
        cells = [_cell(cell) for cell in row.children]
        named = zip(header, cells, strict=False)
        yield "; ".join(f"{name}: {cell}" if name else cell for name, cell in named if cell)


def _cell(node: SyntaxTreeNode) -> str:
    return " ".join(_plain(node).split())


def split(text: str) -> list[str]:
    """Cut prose at the ends of its sentences, and Thai at spaces where a phrase is long."""
    found: list[str] = []
    for line in text.split("\n"):
        start = 0
        for end in _END.finditer(line):
            if _is_end(line, start, end):
                found.append(line[start : end.end()].strip())
                start = end.end()
        found.append(line[start:].strip())
    return [part for each in found if each for part in _phrases(each)]


def _is_end(line: str, start: int, end: re.Match[str]) -> bool:
    """Tell a full stop from the dot of an abbreviation, an initial or a number."""
    following = line[end.end() : end.end() + 1]
    if not following or following.islower():
        return not following
    before = line[start : end.start()].split()
    word = _OPENING.sub("", before[-1]).lower() if before else ""
    if end[0][0] != "." or len(end[0].rstrip()) > 1:
        return True
    numbering = len(before) == 1 and (word.isdigit() or len(word) == 1)
    return not (numbering or word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()))


def _phrases(text: str) -> Iterator[str]:
    """Cut Thai at its spaces into phrases long enough to mean something."""
    if len(_THAI.findall(text)) * 2 < len(text):
        yield text
        return
    phrase = ""
    for part in text.split(" "):
        if len(phrase) >= _THAI_PHRASE:
            yield phrase
            phrase = ""
        phrase = f"{phrase} {part}".strip()
    yield phrase


def _bounded(text: str) -> list[str]:
    """Cut what is far too long for one sentence between its words."""
    words = text.split()
    if len(words) <= LONG_SENTENCE:
        return [" ".join(words)] if words else []
    return [
        " ".join(words[start : start + LONG_SENTENCE])
        for start in range(0, len(words), LONG_SENTENCE)
    ]


def _code(text: str) -> list[str]:
    """Cut code between its lines where it is long."""
    parts: list[str] = []
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and length("\n".join([*lines, line])) > LONG_SENTENCE:
            parts.append("\n".join(lines))
            lines = []
        lines.append(line)
    return [*parts, "\n".join(lines)]
