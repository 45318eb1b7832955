"""The blocks of an Office document before they become Markdown, and how they do (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.documents.markdown_blocks import (
    escape,
    normalize,
    render_heading,
    render_item,
    render_table,
)
from knowledge.documents.office.symbols import is_affirmative, tick_or_cross
from knowledge.documents.office.table_grid import Grid
from knowledge.pages import slug
from knowledge.text.language import language_of
from knowledge.text.lexicon import BY_CODE

MAX_TELLING_CHARS = 3_000
"""How much of a document tells its language."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a *level* from 1; the *number* that the program shows is no part of its address.

    An automatic number changes whenever a clause is put in, and links must not.
    """

    text: str
    level: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose; a line break in it is a newline."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, nested *depth* lists deep, with the number or sign that it begins with."""

    text: str
    depth: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of two or more rows and columns."""

    grid: Grid


Block = Heading | Paragraph | Item | Table


def render(blocks: Sequence[Block]) -> list[str]:
    """Render *blocks* as Markdown; a cell that is a tick or a cross says so in a word as well."""
    yes, no = _words_for_signs(blocks)
    return [text for block in blocks for text in _render(block, yes, no)]


def flatten(blocks: Sequence[Block]) -> str:
    """Return what a cell says as one line; of a table inside it each value with its column."""
    text = ""
    is_listed = False
    for block in blocks:
        said = _flat(block)
        if not said:
            continue
        is_item = isinstance(block, Item | Table)
        join = "; " if (is_item or is_listed) and text[-1:] not in ":;.!?" else " "
        text = f"{text}{join}{said}" if text else said
        is_listed = is_item
    return normalize(text)


def _flat(block: Block) -> str:
    match block:
        case Table(grid):
            return "; ".join(", ".join(pairs) for pairs in grid.records())
        case Heading(text, _, number) | Item(text, _, number):
            return f"{number} {text}".strip()
        case Paragraph(text):
            return text


def _render(block: Block, yes: str, no: str) -> Iterator[str]:
    match block:
        case Heading(text, level, number):
            heading = render_heading(f"{number} {text}", level)
            address = slug(normalize(text)) if number else ""
            yield f"{heading} {{#{address}}}" if address else heading
        case Item(text, depth, number):
            yield render_item(f"{number} {text}".strip(), depth)
        case Paragraph(text):
            lines = [escape(line) for line in text.split("\n") if normalize(line)]
            if lines:
                yield "\\\n".join(lines)
        case Table(grid):
            for banner, rows in grid.parts():
                if banner:
                    yield escape(banner)
                yield from render_table(
                    [[_with_word(cell, yes, no) for cell in row] for row in rows]
                )


def _with_word(cell: str, yes: str, no: str) -> str:
    sign = tick_or_cross(cell)
    return f"{cell.strip()} {yes if is_affirmative(sign) else no}" if sign else cell


def _words_for_signs(blocks: Sequence[Block]) -> tuple[str, str]:
    """Return the words for a tick and a cross in the language that a document is written in."""
    tables = [block for block in blocks if isinstance(block, Table)]
    if not any(tick_or_cross(cell) for table in tables for row in table.grid.rows for cell in row):
        return "", ""
    words = BY_CODE[language_of(" ".join(map(_flat, blocks))[:MAX_TELLING_CHARS])].documents
    return words.tick, words.cross
