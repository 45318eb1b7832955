"""Cuts of a clause what an answer shows: all of it, or the blocks that answer, whole (pure).

A clause of up to `MAX_CLAUSE_WORDS` is shown as it stands. Of a longer one the block that answers
is shown with what leads it in and what limits it, and its neighbours as far as there is room.
Blocks are never cut in the middle: where only a stretch of one fits, both ends are marked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markdown_it.tree import SyntaxTreeNode

from knowledge.answers.block_markdown import (
    ELLIPSIS,
    ROW,
    Emphasis,
    Target,
    links_in,
    render_block,
    render_text,
)
from knowledge.answers.prompt_injection import is_attack
from knowledge.pages import markdown
from knowledge.text.sentences import Sentence, count_words, render, sentences

MAX_CLAUSE_WORDS = 130
"""A clause of more words is not shown whole."""

MAX_BLOCK_WORDS = 200
"""A block of more words is not shown whole either, but a stretch of it."""

MAX_LEAD_WORDS = 80
"""A paragraph of more words is not taken for what leads a list or a table in."""

MAX_ROWS_IN_BOLD = 2
"""Where more rows are near what was asked, none of them stands out."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a clause: its Markdown, its plain *text*, and the clauses it leads to.

    *links* are those in the block that answers.
    """

    markdown: str
    text: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A block on the top level of a clause, and its sentences."""

    node: SyntaxTreeNode
    sentences: tuple[Sentence, ...]
    words: int
    is_honest: bool

    @property
    def is_listing(self) -> bool:
        return self.node.type in {"bullet_list", "ordered_list", "table", "fence", "code_block"}

    @property
    def is_lead_in(self) -> bool:
        return not self.is_listing and self.sentences[-1].is_lead_in

    @property
    def is_dependent(self) -> bool:
        return not self.is_listing and self.sentences[0].is_dependent


def excerpt(body: str, answers: Sequence[Sentence], target: Target) -> Excerpt:
    """Cut the *body* of a clause down to what *answers*: sentences of it, the best one first."""
    blocks = _blocks(body)
    wanted = {each.block for each in answers[:1]}
    home = next(
        (n for n, each in enumerate(blocks) if wanted & {own.block for own in each.sentences}), 0
    )
    if not blocks:
        return Excerpt("", "", ())
    is_all = sum(each.words for each in blocks) <= MAX_CLAUSE_WORDS
    first, last = (0, len(blocks) - 1) if is_all else _range(blocks, home)
    is_only = is_all and len(blocks) == 1 and len(blocks[0].sentences) == 1
    shown = [_shown(each, () if is_only else answers, target) for each in blocks[first : last + 1]]
    if home > first and sum(each.words for each in blocks[first : home + 1]) > MAX_BLOCK_WORDS:
        shown[home - first - 1] = _tail(blocks[home - 1])  # what it leans on, and no more
        del shown[: home - first - 1]
        first = home - 1
    before = [_LEFT_OUT] if first else []
    after = [_LEFT_OUT] if last < len(blocks) - 1 else []
    parts = list(_without_repeats([*before, *shown, *after]))
    links = (link for link in shown[home - first].links if link.startswith("/"))
    return Excerpt(
        "\n\n".join(each.markdown for each in parts),
        render([each for part in parts for each in part.sentences]),
        tuple(dict.fromkeys(links)),
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown of a block: its Markdown, the sentences in that, and where links lead."""

    markdown: str
    sentences: tuple[Sentence, ...]
    links: tuple[str, ...] = ()


_CUT = Sentence(ELLIPSIS, block=-1)
_LEFT_OUT = _Shown(ELLIPSIS, (_CUT,))


@lru_cache(2_000)
def _blocks(body: str) -> tuple[_Block, ...]:
    """Divide the *body* of a clause into its blocks, those without text left out."""
    lines = body.split("\n")
    found: list[_Block] = []
    numbered = _by_block(sentences(body))
    for node in SyntaxTreeNode(markdown().parse(body)).children:
        start, end = node.map or (0, 0)
        count = len(_by_block(sentences("\n".join(lines[start:end]))))
        own = tuple(each for _ in range(count) if numbered for each in numbered.pop(0))
        if own:
            is_honest = not any(is_attack(each.whole) for each in own)
            found.append(_Block(node, own, sum(count_words(each.text) for each in own), is_honest))
    return tuple(found)


def _by_block(found: Sequence[Sentence]) -> list[list[Sentence]]:
    grouped: dict[int, list[Sentence]] = {}
    for each in found:
        grouped.setdefault(each.block, []).append(each)
    return list(grouped.values())


def _range(blocks: Sequence[_Block], home: int) -> tuple[int, int]:
    """Choose the first and the last block around *home*: what belongs to it, then what fits."""
    first = last = home
    while first and _belongs(blocks, first):
        first -= 1
    while last + 1 < len(blocks) and _belongs(blocks, last + 1):
        last += 1
    words = sum(min(each.words, MAX_BLOCK_WORDS) for each in blocks[first : last + 1])
    while last + 1 < len(blocks) and words + blocks[last + 1].words <= MAX_CLAUSE_WORDS:
        last += 1
        words += blocks[last].words
    if last > home and blocks[last].is_lead_in:  # what it leads in would be missing
        last -= 1
    while first and words + blocks[first - 1].words <= MAX_CLAUSE_WORDS:
        first -= 1
        words += blocks[first].words
    return first, last


def _belongs(blocks: Sequence[_Block], place: int) -> bool:
    """Tell whether the block at a *place* says little without the one before it."""
    block, before = blocks[place], blocks[place - 1]
    if before.is_lead_in or block.is_dependent:
        return True
    return block.is_listing and not before.is_listing and before.words <= MAX_LEAD_WORDS


def _without_repeats(parts: Sequence[_Shown]) -> Iterator[_Shown]:
    """Yield *parts*, one ellipsis where several would follow each other."""
    before: _Shown | None = None
    for each in parts:
        if each.markdown and not (each is before is _LEFT_OUT):
            yield each
            before = each


def _shown(block: _Block, answers: Sequence[Sentence], target: Target) -> _Shown:
    if not block.is_honest:
        return _LEFT_OUT
    own = tuple(each for each in answers if each in block.sentences)
    if block.node.type == "table":
        return _table(block, own, target)
    links = tuple(link for _, href in links_in(block.node) if (link := target(href)))
    emphasis = Emphasis(tuple(each.text for each in own if each.kind != "row"))
    said = render_block(block.node, emphasis, target)
    if block.words <= MAX_BLOCK_WORDS:
        return _Shown(said, block.sentences, links)
    if block.node.type in {"bullet_list", "ordered_list"}:
        return _items(block, said, links)
    return _window(block, own)


def _table(block: _Block, asked: Sequence[Sentence], target: Target) -> _Shown:
    """Show a table, or of one too long its header and the rows that were *asked* for."""
    numbers: dict[Sentence, int] = {}
    for each in block.sentences:
        numbers[each] = max(numbers.values(), default=-1) + (not each.is_continuation)
    wanted = {numbers[each] for each in asked}
    is_short = block.words <= MAX_BLOCK_WORDS
    is_telling = is_short and len(wanted) <= MAX_ROWS_IN_BOLD
    emphasis = Emphasis(rows=frozenset(wanted if is_telling else ()))
    header, line, *rows = render_block(block.node, emphasis, target).split("\n")
    links = tuple(link for _, href in links_in(block.node) if (link := target(href)))
    if is_short or not rows:
        return _Shown("\n".join((header, line, *rows)), block.sentences, links)
    kept = sorted(wanted) or _first_rows(block.sentences)
    shown = [rows[n] for n in kept if n < len(rows)]
    said = tuple(each for each in block.sentences if numbers[each] in kept)
    rest = f"{ROW}{ELLIPSIS} |"
    return _Shown("\n".join((header, line, *shown, rest)), (*said, _CUT), links)


def _first_rows(rows: Sequence[Sentence]) -> list[int]:
    """Return the places of the first *rows* that fit into an answer."""
    room = MAX_CLAUSE_WORDS
    kept: list[int] = []
    for n, each in enumerate(rows):
        room -= count_words(each.text)
        if kept and room < 0:
            break
        kept.append(n)
    return kept


def _items(block: _Block, said: str, links: tuple[str, ...]) -> _Shown:
    """Show of a long list the item in bold, and as many around it as fit."""
    groups: list[list[str]] = []
    for line in said.split("\n"):
        if groups and (not line or line[0] == " "):
            groups[-1].append(line)
        else:
            groups.append([line])
    items = ["\n".join(group) for group in groups]
    home = next((n for n, each in enumerate(items) if "**" in each), 0)
    first, last = _stretch([count_words(each) for each in items], home)
    shown = "\n".join(
        [
            *([f"- {ELLIPSIS}"] if first else []),
            *items[first : last + 1],
            *([f"- {ELLIPSIS}"] if last < len(items) - 1 else []),
        ]
    )
    plain = shown.replace("**", "")
    kept = tuple(each for each in block.sentences if render_text(each.text) in plain)
    return _Shown(shown, (*kept, _CUT), links)


def _window(block: _Block, answers: Sequence[Sentence]) -> _Shown:
    """Show of a paragraph without end the sentences around the one that answers."""
    own = block.sentences
    home = own.index(answers[0]) if answers else 0
    start = home
    while start and (own[start].is_continuation or own[start].is_dependent):
        start -= 1
    if sum(count_words(each.text) for each in own[start:home]) > MAX_CLAUSE_WORDS:
        start = home
    words = [count_words(each.text) for each in own]
    joined = [sum(words[start : home + 1]), *words[home + 1 :]]
    first, last = _stretch([*words[:start], *joined], start)
    last += home - start
    kept = own[first : last + 1]
    cut = replace(_CUT, block=own[0].block)
    before, after = (cut,) * (first > 0), (cut,) * (last < len(own) - 1)
    texts = [
        f"**{render_text(each.text)}**" if n == home else render_text(each.text)
        for n, each in enumerate(kept, first)
    ]
    said = " ".join([*(each.text for each in before), *texts, *(each.text for each in after)])
    return _Shown(said, (*before, *kept, *after))


def _tail(block: _Block) -> _Shown:
    """Show the last sentence of a block, with the pieces and the lead-in that belong to it."""
    start = len(block.sentences) - 1
    while start and block.sentences[start].is_continuation:
        start -= 1
    if not block.is_honest:
        return _LEFT_OUT
    cut = (replace(_CUT, block=block.sentences[0].block),) * (start > 0)
    kept = (*cut, *block.sentences[start:])
    return _Shown(" ".join(render_text(each.text) for each in kept), kept)


def _stretch(words: Sequence[int], home: int) -> tuple[int, int]:
    """Choose the first and the last place around *home* within `MAX_CLAUSE_WORDS`."""
    first = last = home
    room = MAX_CLAUSE_WORDS - words[home]
    while True:
        if first and words[first - 1] <= room // 2:
            first -= 1
            room -= words[first]
        elif last + 1 < len(words) and words[last + 1] <= room:
            last += 1
            room -= words[last]
        elif first and words[first - 1] <= room:
            first -= 1
            room -= words[first]
        else:
            return first, last
