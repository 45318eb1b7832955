"""The corpus: the pages of one reading, their passages and the lexical index of these."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Self

import numpy as np

from knowledge.errors import PageNotFoundError
from knowledge.index.lexical import LexicalIndex, Mask, WeighedTerms
from knowledge.index.passages import Passage, passages
from knowledge.index.sentence_terms import SentenceTerms
from knowledge.pages import Page
from knowledge.text.tokens import tokenize

_CODE = frozenset({".py", ".toml"})
_LIBRARIES = ("snowballstemmer", "bm25s")
_WORD = re.compile(r"[^\W\d_]+")


class Corpus:
    """All pages of one reading, their passages and the lexical index of these. Immutable."""

    def __init__(
        self,
        pages: Iterable[Page],
        found: tuple[Passage, ...],
        lexical: LexicalIndex,
        sentence_terms: SentenceTerms,
    ) -> None:
        """Put together *pages*, the passages *found* in them and the index of these."""
        self.pages = {page.id: page for page in pages}
        self.passages = found
        self.lexical = lexical
        self.sentence_terms = sentence_terms
        self.place = {passage.id: place for place, passage in enumerate(found)}
        number = {page: number for number, page in enumerate(self.pages)}
        self._open_to: dict[frozenset[str], Mask] = {}
        self._page_numbers = np.fromiter((number[each.page] for each in found), np.int32)

    @classmethod
    def build(cls, pages: Iterable[Page], *, before: Self | None = None) -> Self:
        """Cut *pages* into passages and index them.

        The passages of pages that are the same in the corpus *before* are taken from it.
        """
        by_id = {page.id: page for page in pages}
        made = before.passages_by_page() if before else {}
        found = tuple(
            passage
            for page in by_id.values()
            for passage in (
                made.get(page.id, ())
                if before and before.pages.get(page.id) == page
                else passages(page)
            )
        )
        lexical = LexicalIndex.build([each.title for each in found], [each.text for each in found])
        terms = SentenceTerms.build(found, lexical.terms.rows)
        return cls(by_id.values(), found, lexical, terms)

    def passages_by_page(self) -> dict[str, list[Passage]]:
        """Group the passages by page id."""
        found: defaultdict[str, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            found[passage.page].append(passage)
        return found

    @cached_property
    def shared_headings(self) -> frozenset[str]:
        """The headings that several clauses bear, such as "Prevention" on every page."""
        clauses: defaultdict[str, set[str]] = defaultdict(set)
        for passage in self.passages:
            clauses[passage.heading].add(passage.clause)
        return frozenset(heading for heading, found in clauses.items() if len(found) > 1)

    def shares(self, asked: WeighedTerms, places: Sequence[int]) -> list[tuple[float, ...]]:
        """Return the weighted share of a question's terms in each sentence of passages."""
        rows = self.lexical.terms.rows
        known = {rows[term]: weight for term, weight in asked.weights.items() if term in rows}
        return self.sentence_terms.shares(places, known, asked.total)

    def terms(self, passage: Passage) -> frozenset[str]:
        """Return the terms of a *passage* and its title."""
        texts = (passage.title, *(each.whole for each in passage.sentences))
        return frozenset(term for text in texts for term in tokenize(text))

    @cached_property
    def clause_places(self) -> Mapping[str, Sequence[int]]:
        """The places of each clause's passages, by the clause's address."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, passage in enumerate(self.passages):
            places[passage.clause].append(place)
        return dict(places)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """All words that occur in lower case somewhere, and hence are no names."""
        words = (word for passage in self.passages for word in _WORD.findall(passage.text))
        return frozenset(word for word in words if word[0].islower())

    @cached_property
    def note_terms(self) -> frozenset[str]:
        """All terms of the notes' asks and short texts, in every language."""
        notes = (note for page in self.pages.values() for note in page.notes.clauses)
        texts = (
            text for note in notes for text in (*chain(*note.asks.values()), *note.short.values())
        )
        return frozenset(term for text in texts for term in tokenize(text))

    def page(self, page_id: str, audiences: frozenset[str]) -> Page:
        """Find a page by its id.

        Raises:
            PageNotFoundError: If there is none, or none for these *audiences*.
        """
        page = self.pages.get(page_id)
        if page is None or not page.is_for(audiences):
            raise PageNotFoundError(page_id)
        return page

    def page_of(self, passage: Passage) -> Page:
        """Return the page of a *passage*."""
        return self.pages[passage.page]

    def open_to(self, in_force: AbstractSet[str], audiences: frozenset[str]) -> Mask:
        """Return a mask of the passages of pages *in_force* that *audiences* may see."""
        seen = self._open_to.get(audiences)
        if seen is None:
            pages = self.pages.values()
            is_open = np.fromiter((page.is_for(audiences) for page in pages), np.bool_)
            seen = self._open_to[audiences] = is_open[self._page_numbers]
        if not in_force >= self.pages.keys():
            applies = np.fromiter(map(in_force.__contains__, self.pages), np.bool_)
            seen = seen & applies[self._page_numbers]
        return seen

    def hidden_pages(self, seen: Mask) -> set[str]:
        """Return the ids of the pages of which no passage is *seen*."""
        shown = set(self._page_numbers[seen].tolist())
        return {page for number, page in enumerate(self.pages) if number not in shown}


def fingerprint(page: Page) -> str:
    """Return a hash of everything on a *page*."""
    return sha256(repr(page).encode("utf-8", "replace")).hexdigest()[:24]


def corpus_version(marks: Iterable[str]) -> bytes:
    """Return a digest that changes with the pages' *marks* and with the code that indexes them."""
    digest = sha256(_code())
    for each in marks:
        digest.update(each.encode())
    return digest.digest()


def indexing_sources() -> list[Path]:
    """List the files whose code and word lists decide what a corpus holds."""
    home = Path(__file__).parents[1]
    folders = (home / "index", home / "text")
    found = [path for folder in folders for path in folder.rglob("*")]
    return [
        home / "pages.py",
        home / "notes.py",
        home / "omissions.py",
        *sorted(path for path in found if path.suffix in _CODE),
    ]


@cache
def _code() -> bytes:
    digest = sha256()
    for source in indexing_sources():
        digest.update(source.read_bytes())
    for library in _LIBRARIES:
        digest.update(version(library).encode())
    return digest.digest()
