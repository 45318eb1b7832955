"""Markdown of the small kind as a terminal shows it: bold where it can be, tables in columns."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

import typer

from bot.chat.markdown import Paragraph, Run, parse, split_row

_INDENT = "  "


def to_terminal(markdown: str) -> str:
    """Render *markdown* as lines of text; what is bold is so only on a terminal that can."""
    parts: list[str] = []
    for is_table, lines in groupby(markdown.split("\n"), key=lambda line: line.startswith("| ")):
        if is_table:
            parts.append("\n".join(_columns([split_row(line) for line in lines])))
        else:
            parts += _paragraphs(parse("\n".join(lines)))
    return "\n\n".join(parts)


def _paragraphs(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield paragraphs, the items of a list together."""
    for is_item, group in groupby(paragraphs, key=lambda each: each.kind == "item"):
        lines = [_line(each) for each in group]
        yield from ["\n".join(lines)] if is_item else lines


def _line(paragraph: Paragraph) -> str:
    said = "".join(map(_run, paragraph.runs))
    if paragraph.kind != "item":
        return said
    mark = "-" if paragraph.mark == "•" else paragraph.mark
    return f"{_INDENT * paragraph.depth}{mark} {said}" if mark else f"{_INDENT}{said}"


def _run(run: Run) -> str:
    return typer.style(run.said, bold=True) if run.bold else run.said


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Align the cells of *rows*; the line below a header is drawn as long as its columns."""
    texts = [["".join(run.said for run in _cell(cell)) for cell in row] for row in rows]
    count = max(map(len, texts))
    widths = [max(_width(row[n]) for row in texts if n < len(row)) for n in range(count)]
    for row, cells in zip(rows, texts, strict=True):
        if all(set(cell) == {"-"} for cell in cells):
            yield "  ".join("-" * width for width in widths)
            continue
        is_bold = any("**" in cell for cell in row)
        line = "  ".join(cell + " " * (widths[n] - _width(cell)) for n, cell in enumerate(cells))
        yield typer.style(line.rstrip(), bold=True) if is_bold else line.rstrip()


def _cell(markdown: str) -> Sequence[Run]:
    paragraphs = parse(markdown)
    return [run for each in paragraphs for run in each.runs]


def _width(text: str) -> int:
    """Count the columns that *text* takes: marks over a letter none, wide letters two."""
    return sum(
        0
        if unicodedata.category(letter) in {"Mn", "Me", "Cf"}
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )
