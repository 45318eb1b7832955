"""Pages into passages: what is found and quoted, never more than one clause (pure)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from knowledge.pages import SEPARATOR, Page, Section
from knowledge.text.sentences import Sentence, count_words, render, sentences

MOST_WORDS = 150
"""About how long a passage gets before it is parted."""

FULL_WORDS = 165
"""A paragraph that would make a passage longer than this begins a new one."""

LEAST_WORDS = 45
"""A passage shorter than this takes the next paragraph in, however long that is."""

LONG_BLOCK = 225
"""A paragraph, list or table of more words than this is parted itself."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one clause; *clause* is its address.

    *id* is made from its place, its words, and how they are cut into sentences: each has a vector.
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
    """The paragraph before it in the clause, where its first sentence means little without that."""

    @property
    def clause(self) -> str:
        """The address of the clause, ``page#anchor``."""
        return f"{self.page}#{self.anchor}"

    def at(self, place: int) -> Sentence:
        """Give the sentence at a *place*; those below 0 are of the paragraph before."""
        return self.sentences[place] if place >= 0 else self.before[place]


def passages(page: Page) -> tuple[Passage, ...]:
    """Part a *page* into passages; every sentence of it is in exactly one."""
    return tuple(passage for section in page.sections for passage in _of_section(page, section))


def titled(page: Page, section: Section) -> str:
    """Say where a clause stands: the page's title and the headings down to it."""
    names = dict.fromkeys((page.title, *section.trail, section.heading))
    return SEPARATOR.join(names)


def _of_section(page: Page, section: Section) -> Iterator[Passage]:
    title = titled(page, section)
    earlier: tuple[Sentence, ...] = ()
    for number, group in enumerate(_packed(sentences(section.text))):
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
            before=_leaned_on(earlier, group[0]),
        )
        earlier = group


def _leaned_on(earlier: tuple[Sentence, ...], first: Sentence) -> tuple[Sentence, ...]:
    """Give the last paragraph of the *earlier* passage, where the *first* sentence needs it."""
    if not earlier or not (first.is_dependent or first.is_continuation):
        return ()
    return tuple(each for each in earlier if each.block == earlier[-1].block)


def _packed(found: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """Fill passages with whole paragraphs, lists and tables; only a long one is parted itself.

    A passage that ends where a paragraph ends is about one thing, and is found by it.
    """
    group: list[Sentence] = []
    filled = 0
    for each in _units(found):
        size = _size(each)
        is_full = filled >= LEAST_WORDS and filled + size > FULL_WORDS
        if group and is_full and not group[-1].is_lead_in:
            yield tuple(group)
            group, filled = [], 0
        group += each
        filled += size
    if group:
        yield tuple(group)


def _units(found: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """Give each paragraph, list or table, and a long one in even parts."""
    for _, block in groupby(found, key=lambda each: each.block):
        yield from _even(tuple(block))


def _even(block: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """Part a long *block* evenly, so that none ends in a scrap of its last words."""
    total = _size(block)
    if total <= LONG_BLOCK:
        yield block
        return
    share = total / max(1, round(total / MOST_WORDS))
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
