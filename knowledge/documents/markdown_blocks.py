"""Writes the text of a document as escaped Markdown blocks (pure)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_MARKS = re.compile(r"([\\`*_\[\]<>|]|~(?=~)|&(?=#?\w+;)|!(?=\[))")
_BULLET = re.compile(r"^\s*[-*•]\s+(\S.*)$")
_OPENING = re.compile(r"^(?:(#{1,6}|[-+])(?=\s|$)|(\d{1,9})([.)])(?=\s|$)|(=+|-{2,})(?=\s*$))")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff\u200b\u2060\ufeff\xad]")


def normalize(text: str) -> str:
    """Collapse white space in *text* and remove invisible characters."""
    if text.isprintable() and "  " not in text:  # most is, and none of the rest can be in it
        return text.strip(" ")
    return " ".join(_UNSEEN.sub("", text).split())


def escape(text: str) -> str:
    """Normalise *text* and escape all Markdown syntax in it."""
    return _OPENING.sub(_kept, _MARKS.sub(_with_backslash, normalize(text)))


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _kept(found: re.Match[str]) -> str:
    mark, number, after, line = found.groups()
    return f"{number}\\{after}" if number else f"\\{mark or line}"


def render_heading(text: str, level: int) -> str:
    """Render a heading of a *level*, clamped to 1 to 6."""
    return f"{'#' * min(6, max(1, level))} {escape(text)}"


def render_item(text: str, depth: int = 0) -> str:
    """Render a list item, nested *depth* lists deep."""
    return f"{'  ' * min(depth, 4)}- {escape(text)}"


def render_table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Render a table whose first row is its header; a single row or column becomes paragraphs."""
    kept = [[normalize(cell) for cell in row] for row in rows]
    kept = [row for row in kept if any(row)]
    width = max((len(row) for row in kept), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in kept]
    used = [column for column in range(width) if any(row[column] for row in full)]
    if len(full) < 2 or len(used) < 2:  # noqa: PLR2004 - less than that is no table
        return [escape(cell) for row in full for cell in row if cell]
    lines = [_row([row[column] for column in used]) for row in full]
    return ["\n".join([lines[0], _row(["---"] * len(used), is_text=False), *lines[1:]])]


def _row(cells: Sequence[str], *, is_text: bool = True) -> str:
    return f"| {' | '.join(escape(cell) if is_text else cell for cell in cells)} |"


def join_blocks(blocks: Sequence[str]) -> str:
    """Join *blocks* with blank lines, but not between the items of one list."""
    text = ""
    for block in blocks:
        together = block.lstrip().startswith("- ") and text.rpartition("\n")[2].lstrip()[:2] == "- "
        text += ("\n" if together else "\n\n") + block if text else block
    return text


def render_record(names: Sequence[str], cells: Sequence[str], *, long: int = 60) -> str:
    """Render one row of a sheet: as a table, or as a line where a name is missing.

    Of more than *long* words, or with lines of its own, each cell is a line.
    """
    pairs = [(name, cell) for name, cell in zip(names, cells, strict=False) if normalize(cell)]
    is_short = sum(len(cell.split()) for _, cell in pairs) <= long
    if is_short and len(pairs) > 1 and all(_escaped(name) for name, _ in pairs):
        head = " | ".join(_escaped(name) for name, _ in pairs)
        row = " | ".join(escape(cell) for _, cell in pairs)
        return f"| {head} |\n|{' --- |' * len(pairs)}\n| {row} |"
    if is_short and not any("\n" in cell for _, cell in pairs):
        return escape("; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs))
    return join_blocks([block for name, cell in pairs for block in _lines(name, cell)])


@lru_cache(maxsize=1024)
def _escaped(name: str) -> str:
    """Escape the name of a column, which stands in every row."""
    return escape(name)


def _lines(name: str, cell: str) -> Iterator[str]:
    """Yield the lines of a long cell, the first prefixed with its column's name."""
    first, *more = [line for line in cell.splitlines() if normalize(line)]
    if more and _BULLET.match(first):
        first, more = "", [first, *more]
    yield escape(f"{name}: {first}" if name else first)
    for line in more:
        found = _BULLET.match(line)
        yield render_item(found[1]) if found else escape(line)
