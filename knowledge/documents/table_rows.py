"""Rows of sheets as clauses, each with its own anchor (pure)."""

from collections.abc import Iterator

from knowledge.documents.document import clause
from knowledge.documents.markdown_blocks import escape, render_record
from knowledge.documents.sheets.grid import Grid
from knowledge.documents.sheets.tables import Line, Record, read_tables
from knowledge.pages import Section, slug

MAX_ROWS = 10_000
"""Further rows of a file are not read: it is data, and its end is reported."""


def clauses_of(title: str, grid: Grid) -> Iterator[Section]:
    """Yield the clauses of a sheet: the text above its tables, then each row with its header."""
    place = f"sheet-{slug(title) or 'sheet'}" if title else ""
    found = read_tables(grid)
    first = next((n for n, each in enumerate(found) if isinstance(each, Record)), len(found))
    prose = "\n\n".join(escape(each.text) for each in found[:first] if isinstance(each, Line))
    if title or prose:
        yield clause(title, place, 1 if title else 0, [], prose)
    titles = {each.title for each in found if isinstance(each, Record)}
    for each in found[first:]:
        anchor = f"{place}-row-{each.number}" if place else f"row-{each.number}"
        if isinstance(each, Line):
            yield clause(
                f"row {each.number}", anchor, 3, [title] if title else [], escape(each.text)
            )
            continue
        above = (title, each.title if len(titles) > 1 else "", each.part)
        names, cells = zip(*each.pairs, strict=True)
        text = render_record(names, cells)
        yield clause(f"row {each.number}", anchor, 3, [name for name in above if name], text)
