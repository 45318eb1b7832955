"""The words of a document as Markdown that means just these words (pure)."""

import re
from collections.abc import Iterator, Sequence

_MARKS = re.compile(r"([\\`*_\[\]<>|]|~(?=~)|&(?=#?\w+;)|!(?=\[))")
_BULLET = re.compile(r"^\s*[-*•]\s+(\S.*)$")
_OPENING = re.compile(r"^(?:(#{1,6}|[-+])(?=\s|$)|(\d{1,9})([.)])(?=\s|$)|(=+|-{2,})(?=\s*$))")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff\u200b\u2060\ufeff\xad]")


def words(text: str) -> str:
    """Put *text* on one line, without what nobody sees."""
    return " ".join(_UNSEEN.sub("", text).split())


def plain(text: str) -> str:
    """Write *text* on one line so that nothing in it is taken for a mark."""
    return _OPENING.sub(_kept, _MARKS.sub(r"\\\1", words(text)))


def _kept(found: re.Match[str]) -> str:
    mark, number, after, line = found.groups()
    return f"{number}\\{after}" if number else f"\\{mark or line}"


def heading(text: str, level: int) -> str:
    """Write a heading; *level* is 1 to 6."""
    return f"{'#' * min(6, max(1, level))} {plain(text)}"


def item(text: str, depth: int = 0) -> str:
    """Write an item of a list, *depth* lists deep."""
    return f"{'  ' * min(depth, 4)}- {plain(text)}"


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Write a table whose first row is its header; one of a single row or column is prose."""
    kept = [[words(cell) for cell in row] for row in rows]
    kept = [row for row in kept if any(row)]
    width = max((len(row) for row in kept), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in kept]
    used = [column for column in range(width) if any(row[column] for row in full)]
    if len(full) < 2 or len(used) < 2:  # noqa: PLR2004 - less than that is no table
        return [plain(cell) for row in full for cell in row if cell]
    lines = [_row([row[column] for column in used]) for row in full]
    return ["\n".join([lines[0], _row(["---"] * len(used), escape=False), *lines[1:]])]


def _row(cells: Sequence[str], *, escape: bool = True) -> str:
    return f"| {' | '.join(plain(cell) if escape else cell for cell in cells)} |"


def joined(blocks: Sequence[str]) -> str:
    """Put *blocks* below each other; the items of one list stay together."""
    text = ""
    for block in blocks:
        together = block.lstrip().startswith("- ") and text.rpartition("\n")[2].lstrip()[:2] == "- "
        text += ("\n" if together else "\n\n") + block if text else block
    return text


def record(names: Sequence[str], cells: Sequence[str], *, long: int = 60) -> str:
    """Write one row of a sheet: a table of its own, or a line for each cell where it is long."""
    pairs = [(words(name), cell) for name, cell in zip(names, cells, strict=False) if words(cell)]
    together = sum(len(cell.split()) for _, cell in pairs)
    if together <= long and all(name for name, _ in pairs):
        return joined(table([[name for name, _ in pairs], [cell for _, cell in pairs]]))
    return joined([block for name, cell in pairs for block in _lines(name, cell)])


def _lines(name: str, cell: str) -> Iterator[str]:
    """Give a long cell's own lines, led by its column's name."""
    first, *more = [line for line in cell.splitlines() if words(line)]
    if more and _BULLET.match(first):
        first, more = "", [first, *more]
    yield plain(f"{name}: {first}" if name else first)
    for line in more:
        found = _BULLET.match(line)
        yield item(found[1]) if found else plain(line)
