"""Renders blocks of a clause as the small Markdown of replies, what answers in bold (pure).

Paragraphs stay paragraphs, lists keep their marks and depth, tables keep their header. Links lead
to the handbook reader or to the web; a mark that means nothing on the page means nothing here.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from markdown_it.tree import SyntaxTreeNode

Target = Callable[[str], str]
"""Maps the address of a link on the page to one that a reply can hold; empty if there is none."""

ROW = "| "
"""How the line of a table begins; no other line does."""

ELLIPSIS = "…"

_MARKS = re.compile(r"[\\`*\[\]<>~|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_FIRST = re.compile(r"^(?:[#+=-](?=[\s=-]|$)|\d+(?=[.)]\s))", re.MULTILINE)
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(?=[A-Za-z/!?])[^>]*(?:>|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    href: str = ""
    is_bold: bool = False
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What answers in a block: *texts* of sentences and items, and *rows* of a table, from 0."""

    texts: tuple[str, ...] = ()
    rows: frozenset[int] = frozenset()


def render_block(node: SyntaxTreeNode, emphasis: Emphasis, target: Target) -> str:
    """Render a *node* that stands on the top level of a clause."""
    return "\n".join(_Renderer(emphasis, target).block(node))


def render_text(text: str) -> str:
    """Render plain *text*, in which no mark means anything."""
    return _FIRST.sub(_escape_first, _MARKS.sub(r"\\\g<0>", text))


def table_rows(node: SyntaxTreeNode) -> list[list[SyntaxTreeNode]]:
    """Return the rows of a table that have text, each as its cells, the header first."""
    rows = [row.children for part in node.children for row in part.children]
    return [*rows[:1], *(row for row in rows[1:] if any(_plain(cell) for cell in row))]


def links_in(node: SyntaxTreeNode) -> tuple[tuple[str, str], ...]:
    """Return the links in a *node*, each as its text and its address."""
    return tuple(
        (_plain(each), str(each.attrs.get("href", "")))
        for each in node.walk()
        if each.type == "link"
    )


@dataclass(frozen=True, slots=True)
class _Renderer:
    emphasis: Emphasis
    target: Target

    def block(self, node: SyntaxTreeNode) -> list[str]:  # noqa: PLR0911 - one case for each kind
        """Render a block as lines."""
        match node.type:
            case "paragraph" | "heading":
                return self._inline(node).split("\n")
            case "bullet_list" | "ordered_list":
                return list(self._list(node))
            case "table":
                return list(self._table(node))
            case "fence" | "code_block":
                return ["```", *node.content.strip("\n").split("\n"), "```"]
            case "html_block":
                text = " ".join(_TAG.sub(" ", node.content).split())
                return [render_text(text)] if text else []
            case "hr":
                return []
            case _:
                return self._blocks(node.children)

    def _blocks(self, nodes: Sequence[SyntaxTreeNode]) -> list[str]:
        found = [lines for node in nodes if (lines := self.block(node))]
        return [line for n, lines in enumerate(found) for line in ([""] if n else []) + lines]

    def _list(self, node: SyntaxTreeNode) -> Iterator[str]:
        first = int(node.attrs.get("start", 1))
        for number, item in enumerate(node.children, first):
            mark = "- " if node.type == "bullet_list" else f"{number}. "
            lines: list[str] = []
            for child in item.children:
                is_apart = lines and child.type not in {"bullet_list", "ordered_list"}
                lines += ([""] if is_apart else []) + self.block(child)
            for n, line in enumerate(lines or [ELLIPSIS]):
                yield f"{mark if n == 0 else ' ' * len(mark)}{line}".rstrip()

    def _table(self, node: SyntaxTreeNode) -> Iterator[str]:
        header, *rows = table_rows(node)
        yield _line(self._cell(cell) for cell in header)
        yield _line("---" for _ in header)
        for n, row in enumerate(rows):
            cells = (self._cell(cell) for cell in row)
            is_asked = n in self.emphasis.rows
            yield _line(f"**{each}**" if is_asked and each else each for each in cells)

    def _cell(self, node: SyntaxTreeNode) -> str:
        return " ".join(render_text(_plain(node)).split())

    def _inline(self, node: SyntaxTreeNode) -> str:
        runs = [run for child in node.children for run in _runs(child, _Run(""))]
        text = "".join(run.text for run in runs)
        bold = [False] * len(text)
        for wanted in self.emphasis.texts:
            start = text.find(wanted)
            end = start + len(wanted)
            if start >= 0 and _can_be_bold(text, start, end):
                bold[start:end] = [True] * (end - start)
        marked = groupby(_marked(runs, bold), key=lambda run: run.is_bold)
        return "".join(self._group(tuple(group), is_bold=is_bold) for is_bold, group in marked)

    def _group(self, runs: Sequence[_Run], *, is_bold: bool) -> str:
        """Render neighbours that are all bold, or none of them."""
        said = "".join(map(self._run, runs))
        return _around(said, lambda bare: f"**{bare}**") if is_bold else said

    def _run(self, run: _Run) -> str:
        return _around(run.text, lambda bare: self._looks(bare, run))

    def _looks(self, bare: str, run: _Run) -> str:
        said = f"`{bare}`" if run.is_code and "`" not in bare else render_text(bare)
        href = self._address(run.href)
        return f"[{said}]({href})" if href else said

    def _address(self, href: str) -> str:
        found = self.target(href) if href else ""
        return re.sub(r"[\s()<>]", lambda each: f"%{ord(each[0]):02X}", found)


def _runs(node: SyntaxTreeNode, look: _Run) -> Iterator[_Run]:
    """Yield the runs of inline nodes; a line break is a run of its own."""
    match node.type:
        case "text" | "code_inline":
            is_code = node.type == "code_inline"
            yield replace(look, text=re.sub(r"\s+", " ", node.content), is_code=is_code)
        case "softbreak":
            yield replace(look, text=" ")
        case "hardbreak":
            yield _Run("\n")
        case "html_inline":
            yield _Run("\n" if node.content.lower().startswith("<br") else "")
        case _:
            if node.type == "link":
                look = replace(look, href=str(node.attrs.get("href", "")))
            look = replace(look, is_bold=look.is_bold or node.type == "strong")
            for child in node.children:
                yield from _runs(child, look)


def _marked(runs: Sequence[_Run], bold: Sequence[bool]) -> Iterator[_Run]:
    """Divide *runs* where bold begins and ends, neighbours that look the same joined."""
    at = 0
    pieces: list[_Run] = []
    for run in runs:
        letters = zip(run.text, bold[at : at + len(run.text)], strict=True)
        for is_bold, group in groupby(letters, key=itemgetter(1)):
            text = "".join(letter for letter, _ in group)
            pieces.append(replace(run, text=text, is_bold=run.is_bold or is_bold))
        at += len(run.text)
    for look, same in groupby(pieces, key=lambda each: replace(each, text="")):
        yield replace(look, text="".join(each.text for each in same))


def _can_be_bold(text: str, start: int, end: int) -> bool:
    """Tell whether Markdown reads marks around this stretch: letters beside a mark break it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not before or not before.isalnum() or text[start].isalnum()) and (
        not after or not after.isalnum() or text[end - 1].isalnum()
    )


def _around(text: str, render: Callable[[str], str]) -> str:
    """Render *text* without the white space around it, which stays outside the marks."""
    bare = text.strip()
    if not bare:
        return text
    before, _, after = text.partition(bare)
    return f"{before}{render(bare)}{after}"


def _line(cells: Iterator[str]) -> str:
    return f"{ROW}{' | '.join(cells)} |"


def _plain(node: SyntaxTreeNode) -> str:
    runs = [run.text for child in node.children for run in _runs(child, _Run(""))]
    return " ".join("".join(runs).split())


def _escape_first(found: re.Match[str]) -> str:
    first = found.group()
    return f"{first}\\" if first[-1].isdigit() else f"\\{first}"
