"""Editions: the pages in force on a day, as the folder has them or as they read then."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from cachetools import LRUCache

from knowledge.answers.extractive import Answer, Citation, answer_with, cite_opening
from knowledge.errors import PageNotFoundError
from knowledge.history.page_versions import ABSENT, Version, VersionHistory
from knowledge.index.corpus import Corpus
from knowledge.index.dense import DenseIndex
from knowledge.index.lexical import Mask
from knowledge.index.passages import Passage
from knowledge.pages import AUDIENCES, Page
from knowledge.text.language import language_of

MAX_EDITIONS = 3
"""How many editions besides the folder's own are cached."""

MAX_BUILDS = 100
"""How many editions are built at the same time, each once."""


Key = tuple[bool, frozenset[tuple[str, str]]]
"""The cache key of an edition: whether it has a dense index, and (page, mark) in force."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The pages that are searched for one day.

    *marks* maps each page in force to its version; other pages of *corpus* do not apply. *old*
    names the pages whose text in the folder differs by now.
    """

    corpus: Corpus
    dense: DenseIndex | None
    marks: Mapping[str, str]
    old: frozenset[str] = frozenset()

    def within(self, pages: Collection[str]) -> "Edition":
        """Return the edition restricted to these *pages*."""
        return replace(self, marks={page: self.marks[page] for page in pages if page in self.marks})

    def open_to(self, audiences: frozenset[str]) -> Mask:
        """Return a mask of the passages that *audiences* may see."""
        return self.corpus.open_to(self.marks.keys(), audiences)

    def hidden(self, audiences: frozenset[str]) -> set[str]:
        """Return the ids of pages that do not apply, or are not for *audiences*."""
        pages = self.corpus.pages.values()
        return {
            page.id for page in pages if page.id not in self.marks or not page.is_for(audiences)
        }

    def cite(self, clause: str, n: int, audiences: frozenset[str]) -> Citation | None:
        """Cite a *clause* as number *n*; None where *audiences* may not see it."""
        passage = self._first_passage(clause, audiences)
        return self.exactly(cite_opening(n, passage, self.corpus)) if passage else None

    def clause(
        self,
        id_: str,
        audiences: frozenset[str],
        language: str = "",
        about: Collection[str] = (),
    ) -> Answer | None:
        """Answer with a clause as a whole; None where *audiences* may not see it.

        Its short text is in the *language*, else in that of the page; sentences that name what it
        is asked *about* are emphasised.
        """
        passage, hidden = self._first_passage(id_, audiences), self.hidden(audiences)
        if passage is None:
            return None
        given = answer_with(passage, self.corpus, hidden=hidden, about=about)
        return self.add_versions(replace(given, language=language or given.language))

    def _first_passage(self, clause: str, audiences: frozenset[str]) -> Passage | None:
        page, _, _ = clause.partition("#")
        if page not in self.marks or not self.corpus.pages[page].is_for(audiences):
            return None
        return next((each for each in self.corpus.passages if each.clause == clause), None)

    def add_versions(self, answer: Answer) -> Answer:
        """Return the *answer* with the version of each citation, and links to that version.

        It also gets the short text of the clause it cites first, if that is of this version.
        """
        return replace(
            answer,
            short=self._short(answer),
            citations=tuple(self.exactly(each) for each in answer.citations),
            nearest=tuple(self.exactly(each) for each in answer.nearest),
        )

    def exactly(self, citation: Citation) -> Citation:
        """Return the *citation* with its version, and the link to that version."""
        mark = self.marks.get(citation.page, "")
        if citation.page not in self.old:
            return replace(citation, mark=mark)
        page, _, anchor = citation.path.partition("#")
        return replace(citation, mark=mark, path=f"{page}?version={mark}#{anchor}")

    def _short(self, answer: Answer) -> str:
        """Return the note's short text in the language of the *answer*.

        It is empty if it is stale, and for who asks in the language of the clause itself.
        """
        if not answer.citations:
            return ""
        first = answer.citations[0]
        page, anchor = self.corpus.pages[first.page], first.clause.rpartition("#")[2]
        note = page.notes.note(anchor)
        section = page.section(anchor)
        if note is None or note.of != section.mark or language_of(section.text) == answer.language:
            return ""
        return note.short.get(answer.language, "")


@dataclass(slots=True)
class Editions:
    """The editions of one reading of the folder; thread-safe.

    *marks* are those of the *corpus*'s pages. *text* loads a page as it read in a version, and
    *index* builds the dense index of other passages; both block.
    """

    corpus: Corpus
    marks: Mapping[str, str]
    history: VersionHistory
    text: Callable[[Version], Page | None]
    index: Callable[[Sequence[Passage]], DenseIndex | None]
    _cache: LRUCache[Key, Edition] = field(default_factory=lambda: LRUCache(MAX_EDITIONS))
    _builds: LRUCache[Key, Lock] = field(default_factory=lambda: LRUCache(MAX_BUILDS))
    _lock: Lock = field(default_factory=Lock)

    def on(self, day: date, dense: DenseIndex | None) -> Edition:
        """Return the edition of a *day*; *dense* is the index of the folder's own pages.

        It blocks while an edition is built: call it in a thread. One is built once at a time.
        """
        in_force = self.history.in_force(day)
        marks = {page: version.mark for page, version in in_force.items()}
        if not self._old(in_force):
            return Edition(self.corpus, dense, marks)
        key = (dense is not None, frozenset(marks.items()))
        with self._lock:
            build = self._builds.setdefault(key, Lock())
        with build:  # who asks for another day does not wait for this one
            with self._lock:
                cached = self._cache.get(key)
            if cached is None:
                cached = self._edition(in_force, is_dense=dense is not None)
                with self._lock:
                    self._cache[key] = cached
            return cached

    def pages(self, day: date) -> tuple[Page, ...]:
        """Return the pages in force on a *day*, as they read then."""
        in_force = self.history.in_force(day)
        return tuple(page for each in in_force.values() if (page := self._page(each)))

    def page(self, page_id: str, audiences: frozenset[str], mark: str = "") -> Page:
        """Find a page as the folder has it, or the version of it that has this *mark*.

        Raises:
            PageNotFoundError: If there is none, or none for these *audiences*.
        """
        if not mark or mark == self.marks.get(page_id):
            return self.corpus.page(page_id, audiences)
        versions = self.history.of.get(page_id, ())
        found = next((each for each in versions if each.mark == mark), None)
        page = self._page(found) if found else None
        if page is None or not page.is_for(audiences):
            raise PageNotFoundError(page_id)
        return page

    def is_open(self, page_id: str, audiences: frozenset[str], mark: str) -> bool:
        """Return whether *audiences* may open the version of a page with this *mark*."""
        try:
            self.page(page_id, audiences, mark)
        except PageNotFoundError:
            return False
        return True

    def without(self, closed: Collection[str]) -> "Editions":
        """Return the editions of the same reading without *closed* pages."""
        open_ = [page for page in self.corpus.pages.values() if page.id not in closed]
        return Editions(
            Corpus.build(open_, before=self.corpus),
            {page.id: self.marks[page.id] for page in open_},
            replace(self.history, closed={*self.history.closed, *closed}),
            self.text,
            self.index,
        )

    def _edition(self, in_force: Mapping[str, Version], *, is_dense: bool) -> Edition:
        """Build the edition of the versions *in_force*, without those whose text was not stored."""
        pages = [page for each in in_force.values() if (page := self._page(each))]
        corpus = Corpus.build(pages, before=self.corpus)
        marks = {page.id: in_force[page.id].mark for page in pages}
        dense = self.index(corpus.passages) if is_dense else None
        return Edition(corpus, dense, marks, self._old(in_force))

    def _old(self, in_force: Mapping[str, Version]) -> frozenset[str]:
        return frozenset(
            page for page, each in in_force.items() if self.marks.get(page) != each.mark
        )

    def _page(self, version: Version) -> Page | None:
        """Return the page in a *version*, with the stricter of its audiences then and now."""
        if self.marks.get(version.page) == version.mark:
            return self.corpus.pages.get(version.page)
        if version.page in self.history.closed:
            return None
        then, last = self.text(version), self._last(version.page)
        if then is None or last is None:
            return None
        return replace(then, audience=max(then.audience, last.audience, key=AUDIENCES.index))

    def _last(self, page: str) -> Page | None:
        """Return a *page* as the folder has it, or last had it."""
        if page in self.corpus.pages:
            return self.corpus.pages[page]
        versions = reversed(self.history.of.get(page, ()))
        last = next((each for each in versions if each.mark != ABSENT), None)
        return self.text(last) if last else None
