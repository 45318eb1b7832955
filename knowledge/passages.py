"""Pages into passages: what is found and quoted, never more than one clause (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from knowledge.pages import Page, Section
from knowledge.sentences import Sentence, length, rendered, sentences

MOST_WORDS = 150
"""About how long a passage gets before it is parted."""


SEPARATOR = " › "  # noqa: RUF001 - readers know this mark from paths through menus
"""Stands between a page's title and the headings below it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one clause. *id* is made from its place and its words; *clause* is its address."""

    id: str
    page: str
    anchor: str
    heading: str
    trail: tuple[str, ...]
    title: str
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def clause(self) -> str:
        """The address of the clause, ``page#anchor``."""
        return f"{self.page}#{self.anchor}"


def passages(page: Page) -> tuple[Passage, ...]:
    """Part a *page* into passages; every sentence of it is in exactly one."""
    return tuple(passage for section in page.sections for passage in _of_section(page, section))


def titled(page: Page, section: Section) -> str:
    """Say where a clause stands: the page's title and the headings down to it."""
    names = dict.fromkeys((page.title, *section.trail, section.heading))
    return SEPARATOR.join(names)


def _of_section(page: Page, section: Section) -> Iterator[Passage]:
    title = titled(page, section)
    for number, group in enumerate(_packed(sentences(section.text))):
        text = rendered(group)
        address = f"{page.id}#{section.anchor}/{number}\0{title}\0{text}"
        yield Passage(
            id=sha256(address.encode()).hexdigest()[:24],
            page=page.id,
            anchor=section.anchor,
            heading=section.heading,
            trail=section.trail,
            title=title,
            text=text,
            sentences=group,
        )


def _packed(found: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """Fill passages evenly, so that no clause ends in a scrap of its last words."""
    total = sum(length(each.text) for each in found)
    share = total / max(1, round(total / MOST_WORDS))
    group: list[Sentence] = []
    filled = done = 0
    for each in found:
        size = length(each.text)
        if group and filled + size / 2 > share and not group[-1].leads and total - done > share / 3:
            yield tuple(group)
            group, filled = [], 0
        group.append(each)
        filled += size
        done += size
    if group:
        yield tuple(group)
