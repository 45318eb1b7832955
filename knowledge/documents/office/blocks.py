"""The blocks of an Office document before they become Markdown, and how they do (pure)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.document import clause
from knowledge.documents.markdown_blocks import (
    escape,
    join_blocks,
    normalize,
    render_item,
    render_table,
)
from knowledge.documents.office.table_grid import TableGrid
from knowledge.documents.symbols import is_affirmative, leading_sign
from knowledge.pages import Section, slug
from knowledge.text.language import language_of
from knowledge.text.lexicon import BY_CODE

MAX_HEADING_LEVEL = 6
"""The least of the headings that a page has."""

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
    """Prose, with the *number* that it begins with; a line break in it is a newline."""

    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, nested *depth* lists deep, with the number or sign that it begins with."""

    text: str
    depth: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of two or more rows and columns."""

    grid: TableGrid


Block = Heading | Paragraph | Item | Table


def render(blocks: Sequence[Block], words: Mapping[str, str]) -> str:
    """Render *blocks* as Markdown; a cell that is a tick or a cross says so in a word as well.

    *words* are those for the signs of the whole document, as `words_for_signs` finds them.
    """
    return join_blocks([text for block in blocks for text in _render(block, words)])


def cut_into_clauses(blocks: Sequence[Block]) -> Iterator[Section]:
    """Yield the clauses of a document: every heading begins one."""
    words = words_for_signs(blocks)
    heading: Heading | None = None
    trail: list[tuple[int, str]] = []
    lines: list[str] = []
    for block in [*_nest_below_clauses(blocks), Heading("", 0)]:
        if not isinstance(block, Heading):
            lines += _render(block, words)
            continue
        if heading is not None:
            name = normalize(f"{heading.number} {heading.text}")
            level = min(MAX_HEADING_LEVEL, max(1, heading.level))
            trail = [above for above in trail if above[0] < level]
            address = slug(normalize(heading.text)) if heading.number else ""
            said = f"{name} {{#{address}}}" if address else name
            above_it = [each for _, each in trail]
            yield clause(said, "", level, above_it, join_blocks(lines))
            trail.append((level, name))
        elif lines:
            yield clause("", "", 0, [], join_blocks(lines))
        heading, lines = block, []


def _nest_below_clauses(blocks: Sequence[Block]) -> Iterator[Block]:
    """Put the list below a numbered paragraph into it: no colon says that it is led in."""
    is_below = False
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, Item):
            yield replace(block, depth=block.depth + is_below)
            continue
        is_below = (
            isinstance(block, Paragraph)
            and bool(block.number)
            and isinstance(following, Item)
            and not block.text.rstrip().endswith(":")
        )
        if is_below and isinstance(block, Paragraph):
            yield Item(normalize(block.text), 0, block.number)
        else:
            yield block


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
        case Heading(text, _, number) | Item(text, _, number) | Paragraph(text, number):
            return f"{number} {text}".strip()


def _render(block: Block, words: Mapping[str, str]) -> Iterator[str]:
    match block:
        case Heading(text, _, number):
            yield escape(f"{number} {text}")
        case Item(text, depth, number):
            yield render_item(f"{number} {text}".strip(), depth)
        case Paragraph(text, number):
            written = f"{number} {text}" if number else text
            lines = [escape(line) for line in written.split("\n") if normalize(line)]
            if lines:
                yield "\\\n".join(lines)
        case Table(grid):
            for banner, rows in grid.parts():
                if banner:
                    yield escape(banner)
                yield from render_table([[_with_word(cell, words) for cell in row] for row in rows])


def _with_word(cell: str, words: Mapping[str, str]) -> str:
    """Put the word for a tick or a cross behind the sign that a cell begins with."""
    word = words.get(leading_sign(cell)) if words else ""
    sign, _, rest = cell.strip().partition(" ")
    return f"{sign} {word} {rest}".strip() if word else cell


def words_for_signs(blocks: Sequence[Block]) -> Mapping[str, str]:
    """Return the word for each tick and cross, in the language that a document is written in."""
    grids = [block.grid for block in blocks if isinstance(block, Table)]
    cells = (cell for grid in grids for row in grid.rows for cell in row)
    signs = frozenset(filter(None, map(leading_sign, cells)))
    if not signs:
        return {}
    said = BY_CODE[language_of(" ".join(map(_flat, blocks))[:MAX_TELLING_CHARS])].documents
    return {sign: said.tick if is_affirmative(sign, signs) else said.cross for sign in signs}
