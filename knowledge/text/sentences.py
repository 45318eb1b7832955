"""Parses Markdown into quotable sentences: prose, list items, table rows, code (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from knowledge.pages import markdown, plain
from knowledge.text.sentence_splitter import (
    DEPENDENT_OPENING,
    MAX_SENTENCE_WORDS,
    phrases,
    split,
    split_by_length,
)
from knowledge.text.tokens import UNSPACED

Kind = Literal["sentence", "item", "row", "code"]

MAX_ITEM_WORDS = 60
"""A list item of more words is split into its sentences."""

MAX_QUOTED_CODE_LINES = 4
"""A code block of this many lines or more is not quoted in an answer."""

_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(?=[A-Za-z/!?])[^>]*(?:>|\Z)", re.DOTALL)
_COLON = (":", "：")  # noqa: RUF001 - the full-width colon leads a list in as well


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quotable part of a clause: the page's own words as plain text.

    *lead* is the line that leads the list in, without which an item means little, and *depth* how
    many lists are around that list. *block* counts the paragraphs, lists and tables of the clause.
    *is_link* tells an item that is a link alone. A sentence may be too long to be embedded as one;
    each further piece of it *goes_on* from the piece before.
    """

    text: str
    kind: Kind = "sentence"
    lead: str = ""
    block: int = 0
    is_link: bool = False
    depth: int = 0
    is_continuation: bool = False

    @property
    def whole(self) -> str:
        """The sentence with what leads it in."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    @property
    def is_quotable(self) -> bool:
        """Whether it can be quoted as an answer: no bare link, no long code block."""
        if self.kind == "code":
            return self.text.count("\n") < MAX_QUOTED_CODE_LINES
        return not self.is_link

    @property
    def is_lead_in(self) -> bool:
        """Whether it introduces the list that follows."""
        return self.text.endswith(_COLON)

    @property
    def is_dependent(self) -> bool:
        """Whether it depends on the sentence before, as by a pronoun at its start."""
        return bool(DEPENDENT_OPENING.match(self.text))


def sentences(body: str) -> tuple[Sentence, ...]:
    """Split the Markdown *body* of one clause into sentences; no word is lost."""
    found = _blocks(SyntaxTreeNode(markdown().parse(body)))
    return tuple(
        replace(piece, text=text, block=block, is_continuation=number > 0 and piece.kind != "code")
        for block, pieces in enumerate(found)
        for piece in pieces
        for number, text in enumerate(_cut(piece))
    )


def render(chosen: Sequence[Sentence]) -> str:
    """Render *chosen* sentences as text: paragraphs, and list items below their lead-in."""
    lines: list[str] = []
    above: list[str] = []
    for _, group in groupby(chosen, key=lambda each: each.block):
        block = list(group)
        if block[0].kind == "sentence":
            lines.append(" ".join(each.text for each in block))
            above = [_last_sentence(block)]
        else:
            lines += _render_list(block, above)
    return "\n".join(lines)


def _last_sentence(block: Sequence[Sentence]) -> str:
    """Return the last sentence of a paragraph with all its continuations."""
    start = len(block) - 1
    while start and block[start].is_continuation:
        start -= 1
    return " ".join(each.text for each in block[start:])


def _render_list(block: Sequence[Sentence], above: list[str]) -> list[str]:
    """Render items below their lead-ins, each once; *above* is what was shown, outermost first."""
    lines: list[str] = []
    for each in block:
        if each.is_continuation and lines:
            lines[-1] += f" {each.text}"
            above[-1] += f" {each.text}"
            continue
        above[:] = [*above, *[""] * each.depth, ""][: each.depth + 1]
        if each.lead and each.lead not in above:
            lines.append(f"{'  ' * (each.depth - 1)}- {each.lead}" if each.depth else each.lead)
            above[each.depth] = each.lead
        mark = f"{'  ' * each.depth}- " if each.kind == "item" else ""
        lines.append(f"{mark}{each.text}")
        above.append(each.text)
    return lines


def count_words(text: str) -> int:
    """Return the number of words in *text*; five characters of an unspaced script count as one."""
    together = len(UNSPACED.findall(text))
    return len(UNSPACED.sub(" ", text).split()) + (together + 4) // 5


def _blocks(node: SyntaxTreeNode) -> Iterator[list[Sentence]]:
    """Yield the sentences of each block below *node*, without block numbers."""
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
    """Return the plain text of a paragraph, heading or cell."""
    return "\n".join(plain(each.token) for each in node.children if each.token)


def _items(node: SyntaxTreeNode, lead: str) -> Iterator[Sentence]:
    """Yield the items of a list; an item is the lead-in of the lists inside it."""
    for item in node.children:
        own = lead
        for block in _blocks(item):
            together = " ".join(each.text for each in block)
            if block[0].kind != "sentence":
                for each in block:
                    yield replace(each, lead=each.lead or own, depth=each.depth + 1)
                continue
            whole = (
                [together]
                if count_words(together) <= MAX_ITEM_WORDS
                else [each.text for each in block]
            )
            link = _is_link(item)
            yield from (Sentence(text, "item", lead, is_link=link) for text in whole)
            own = together if count_words(together) <= MAX_ITEM_WORDS else lead


def _is_link(item: SyntaxTreeNode) -> bool:
    """Tell whether an item consists of links or bare URLs only."""
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
    """Yield each table row as text that stands alone: "header: cell; header: cell"."""
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


def _cut(piece: Sentence) -> list[str]:
    """Split a sentence into pieces short enough to embed; a short item or a row stays whole."""
    if piece.kind == "code":
        return _code(piece.text)
    if piece.kind == "row" or (piece.kind == "item" and count_words(piece.text) <= MAX_ITEM_WORDS):
        return split_by_length(piece.text)
    return [part for phrase in phrases(piece.text) for part in split_by_length(phrase)]


def _code(text: str) -> list[str]:
    """Split long code between its lines."""
    parts: list[str] = []
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and count_words("\n".join([*lines, line])) > MAX_SENTENCE_WORDS:
            parts.append("\n".join(lines))
            lines = []
        lines.append(line)
    return [*parts, "\n".join(lines)]
