"""Text below a title that is no heading; every sentence of it keeps that title (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.documents.markdown_blocks import escape, render_heading

MAX_HEADING_LEVEL = 6

_OPENS_LIST = re.compile(r"(?:[-*+]|\d+[.)])\s")
ENDS = re.compile(r"[.!?…。！？]$")  # noqa: RUF001 - full-width marks end titles
COLON = (":", "：")  # noqa: RUF001 - full-width as well


@dataclass(frozen=True, slots=True)
class Titled:
    """Blocks of Markdown below a *title* in Markdown; one that *folds* may become a clause."""

    title: str
    blocks: tuple["Block", ...]
    folds: bool = False


Block = str | Titled


def render_blocks(blocks: Sequence[Block], level: int = 1) -> list[str]:
    """Render *blocks*; what folds becomes a clause where no other text would fall into it.

    *level* is that of the heading above the first block.
    """
    levels = list(_levels_above(blocks, level))
    rendered: list[str] = []
    is_boundary = True
    for block, above in zip(reversed(blocks), reversed(levels), strict=True):
        if isinstance(block, str):
            is_boundary = _is_heading(block)
            rendered.append(block)
        elif block.folds and is_boundary:
            inner = render_blocks(block.blocks, above + 1)
            heading = render_heading("", above + 1).strip() + f" {block.title}"
            rendered += [*reversed(inner), heading]
        else:
            is_boundary = False
            rendered += reversed(lead_in(block))
    return rendered[::-1]


def lead_in(block: Titled) -> list[str]:
    """Render a titled block so that each of its sentences stands below its title."""
    inner = [text for each in block.blocks for text in _flat(each)]
    title = block.title
    if not title or not inner:
        return [title, *inner] if title else inner
    if ENDS.search(title):
        return ["\n".join([f"- {title}", *(_indented(each, "  ") for each in _as_items(inner))])]
    title = title if title.endswith(COLON) else f"{title}:"
    items = list(_as_items(inner, title))
    return items if items[0].startswith(title) else [title, *items]


def _flat(block: Block) -> list[str]:
    if isinstance(block, Titled):
        return lead_in(block)
    if _is_heading(block):
        return [escape(block.lstrip("# "))] if "\\" not in block else [block.lstrip("# ")]
    return [block]


def _as_items(blocks: Sequence[str], title: str = "") -> Iterator[str]:
    """Yield *blocks*, paragraphs as items of a list, except those that lead another list in.

    The *title* stands above them, and once more before whatever it would not reach.
    """
    reaches, leads_in = True, False
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else ""
        is_list, is_prose = bool(_OPENS_LIST.match(block)), _is_prose(block)
        is_led = leads_in
        leads_in = is_prose and block.endswith(COLON) and bool(_OPENS_LIST.match(following))
        joins = block.startswith("- ") or (is_prose and not leads_in)
        if leads_in:
            yield f"{title} {block}".lstrip()
        else:
            is_reached = is_led or (reaches and (joins or place == 0))
            if title and not is_reached and (joins or is_list):
                yield title
            yield f"- {_indented(block, '  ').lstrip()}" if is_prose else block
        reaches = joins and not is_led


def _is_prose(block: str) -> bool:
    return not (_OPENS_LIST.match(block) or block.startswith(("|", "```", "~~~", "    ", "<")))


def _is_heading(block: str) -> bool:
    return re.match(r"#{1,6}(?:\s|$)", block) is not None


def _levels_above(blocks: Sequence[Block], level: int) -> Iterator[int]:
    """Yield for each block the level of the heading above it, less than the deepest."""
    for block in blocks:
        yield min(level, MAX_HEADING_LEVEL - 1)
        if isinstance(block, str) and _is_heading(block):
            level = len(block) - len(block.lstrip("#"))


def _indented(text: str, by: str) -> str:
    return "\n".join(f"{by}{line}" if line else line for line in text.split("\n"))
