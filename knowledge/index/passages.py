"""Splits pages into passages, the units of retrieval; a passage never spans two clauses (pure)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from knowledge.pages import SEPARATOR, Page, Section
from knowledge.text.sentences import Sentence, count_words, render, sentences

TARGET_WORDS = 150
"""The length aimed at when a long block is split."""

MAX_WORDS = 165
"""A paragraph that would make a passage longer begins a new one."""

MIN_WORDS = 45
"""A shorter passage is extended by the next paragraph, however long."""

MAX_BLOCK_WORDS = 225
"""Longer paragraphs, lists and tables are split themselves."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of one clause.

    *id* is a hash of its place, its text and its division into sentences, since each has a vector.
    """

    id: str
    page: str
    anchor: str
    heading: str
    trail: tuple[str, ...]
    title: str
    text: str
    sentences: tuple[Sentence, ...]
    before: tuple[Sentence, ...] = ()
    """The preceding paragraph of the clause, if the first sentence refers back to it."""

    @property
    def clause(self) -> str:
        """The address of the clause, ``page#anchor``."""
        return f"{self.page}#{self.anchor}"

    def at(self, place: int) -> Sentence:
        """Return the sentence at a *place*; negative places are of the paragraph before."""
        return self.sentences[place] if place >= 0 else self.before[place]


def passages(page: Page) -> tuple[Passage, ...]:
    """Split a *page* into passages; every sentence of it is in exactly one."""
    return tuple(passage for section in page.sections for passage in _split_section(page, section))


def full_title(page: Page, section: Section) -> str:
    """Return the page's title and the headings down to a clause, as one line."""
    names = dict.fromkeys((page.title, *section.trail, section.heading))
    return SEPARATOR.join(names)


def _split_section(page: Page, section: Section) -> Iterator[Passage]:
    title = full_title(page, section)
    earlier: tuple[Sentence, ...] = ()
    for number, group in enumerate(_pack(sentences(section.text))):
        text = render(group)
        place = f"{page.id}#{section.anchor}/{number}"
        own = "\0".join([place, title, text, *(each.whole for each in group)])
        yield Passage(
            id=sha256(own.encode()).hexdigest()[:24],
            page=page.id,
            anchor=section.anchor,
            heading=section.heading,
            trail=section.trail,
            title=title,
            text=text,
            sentences=group,
            before=_paragraph_before(earlier, group[0]),
        )
        earlier = group


def _paragraph_before(earlier: tuple[Sentence, ...], first: Sentence) -> tuple[Sentence, ...]:
    """Return the last paragraph of the *earlier* passage if the *first* sentence refers to it."""
    if not earlier or not (first.is_dependent or first.is_continuation):
        return ()
    return tuple(each for each in earlier if each.block == earlier[-1].block)


def _pack(found: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """Fill passages with whole blocks; only long ones are split.

    Passages that end at a paragraph's end are about one thing, which retrieval needs.
    """
    group: list[Sentence] = []
    filled = 0
    for each in _units(found):
        size = _size(each)
        is_full = filled >= MIN_WORDS and filled + size > MAX_WORDS
        if group and is_full and not group[-1].is_lead_in:
            yield tuple(group)
            group, filled = [], 0
        group += each
        filled += size
    if group:
        yield tuple(group)


def _units(found: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """Yield each paragraph, list or table, long ones in even parts."""
    for _, block in groupby(found, key=lambda each: each.block):
        yield from _split_evenly(tuple(block))


def _split_evenly(block: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """Split a long *block* evenly, so that no short remainder is left."""
    total = _size(block)
    if total <= MAX_BLOCK_WORDS:
        yield block
        return
    share = total / max(1, round(total / TARGET_WORDS))
    group: list[Sentence] = []
    filled = done = 0
    for each in block:
        size = count_words(each.text)
        if group and filled + size / 2 > share and total - done > share / 3:
            yield tuple(group)
            group, filled = [], 0
        group.append(each)
        filled += size
        done += size
    yield tuple(group)


def _size(group: Iterable[Sentence]) -> int:
    return sum(count_words(each.text) for each in group)
