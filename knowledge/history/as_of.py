"""The handbook as it applies on a day: the folder's pages as they are, or as they were then."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from knowledge.answers.extractive import Answer, Citation
from knowledge.errors import PageNotFoundError
from knowledge.history.versions import ABSENT, Chronicle, Version
from knowledge.index.corpus import Corpus, Mask
from knowledge.index.dense import DenseIndex
from knowledge.index.passages import Passage
from knowledge.pages import AUDIENCES, Page

_KEPT = 3
"""How many editions besides the folder's own are kept ready."""


Key = tuple[bool, frozenset[tuple[str, str]]]
"""What tells editions apart: whether there is a dense index, and the versions in force."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is searched for one day.

    *marks* tells the version of each page in force; those of *corpus* that are not in it do not
    apply. *old* names the pages that read otherwise in the folder now.
    """

    corpus: Corpus
    dense: DenseIndex | None
    marks: Mapping[str, str]
    old: frozenset[str] = frozenset()

    def within(self, pages: Collection[str]) -> "Edition":
        """Give the edition as if no pages but these applied."""
        return replace(self, marks={page: self.marks[page] for page in pages if page in self.marks})

    def open_to(self, audiences: frozenset[str]) -> Mask:
        """Mark the passages that somebody of *audiences* may see."""
        return self.corpus.open_to(self.marks.keys(), audiences)

    def hidden(self, audiences: frozenset[str]) -> set[str]:
        """Name the pages that do not apply, or are not for *audiences*."""
        pages = self.corpus.pages.values()
        return {
            page.id for page in pages if page.id not in self.marks or not page.is_for(audiences)
        }

    def addressed(self, answer: Answer) -> Answer:
        """Give each citation of *answer* the version it is of, and the address of that version."""
        return replace(
            answer,
            citations=tuple(self.exactly(each) for each in answer.citations),
            nearest=tuple(self.exactly(each) for each in answer.nearest),
        )

    def exactly(self, citation: Citation) -> Citation:
        """Give a *citation* the version it is of, and the address of that version."""
        mark = self.marks.get(citation.page, "")
        if citation.page not in self.old:
            return replace(citation, mark=mark)
        page, _, anchor = citation.path.partition("#")
        return replace(citation, mark=mark, path=f"{page}?version={mark}#{anchor}")


@dataclass(slots=True)
class Editions:
    """The editions of one reading of the folder.

    *marks* are those of the *corpus*'s pages. *text* gives a page as it read in a version, and
    *index* makes the dense index of passages that are in none yet; both take a while.
    """

    corpus: Corpus
    marks: Mapping[str, str]
    chronicle: Chronicle
    text: Callable[[Version], Page | None]
    index: Callable[[Sequence[Passage]], DenseIndex | None]
    _made: OrderedDict[Key, Edition] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)
    _making: dict[Key, Lock] = field(default_factory=dict)

    def on(self, day: date, dense: DenseIndex | None) -> Edition:
        """Give the edition of a *day*; *dense* is the index of the folder's own pages.

        It takes a while where pages read otherwise then: callers use threads.
        """
        in_force = self.chronicle.in_force(day)
        marks = {page: version.mark for page, version in in_force.items()}
        if not self._old(in_force):
            return Edition(self.corpus, dense, marks)
        key = (dense is not None, frozenset(marks.items()))
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:  # who asks for another day does not wait for this one
            return self._kept(key) or self._keep(
                key, self._edition(in_force, is_dense=dense is not None)
            )

    def _kept(self, key: Key) -> Edition | None:
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def _keep(self, key: Key, edition: Edition) -> Edition:
        with self._lock:
            self._made[key] = edition
            while len(self._made) > _KEPT:
                gone, _ = self._made.popitem(last=False)
                self._making.pop(gone, None)
            return edition

    def pages(self, day: date) -> tuple[Page, ...]:
        """List the pages in force on a *day*, as they read then."""
        in_force = self.chronicle.in_force(day)
        return tuple(page for each in in_force.values() if (page := self._page(each)))

    def page(self, page_id: str, audiences: frozenset[str], mark: str = "") -> Page:
        """Find a page as the folder has it, or the version of it that has this *mark*.

        Raises:
            PageNotFoundError: If there is none, or none for these *audiences*.
        """
        if not mark or mark == self.marks.get(page_id):
            return self.corpus.page(page_id, audiences)
        versions = self.chronicle.of.get(page_id, ())
        found = next((each for each in versions if each.mark == mark), None)
        page = self._page(found) if found else None
        if page is None or not page.is_for(audiences):
            raise PageNotFoundError(page_id)
        return page

    def is_open(self, page_id: str, audiences: frozenset[str], mark: str) -> bool:
        """Tell whether *audiences* may open the version of a page that has this *mark*."""
        try:
            self.page(page_id, audiences, mark)
        except PageNotFoundError:
            return False
        return True

    def without(self, closed: Collection[str]) -> "Editions":
        """Give the editions of the same reading where pages are *closed* meanwhile."""
        open_ = [page for page in self.corpus.pages.values() if page.id not in closed]
        return Editions(
            Corpus.build(open_, before=self.corpus),
            {page.id: self.marks[page.id] for page in open_},
            replace(self.chronicle, closed={*self.chronicle.closed, *closed}),
            self.text,
            self.index,
        )

    def _edition(self, in_force: Mapping[str, Version], *, is_dense: bool) -> Edition:
        """Make the edition of the versions *in_force*; a text that was not kept is left out."""
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
        """Give the text of a *version*, for those who may see the page now, or could last."""
        if self.marks.get(version.page) == version.mark:
            return self.corpus.pages.get(version.page)
        if version.page in self.chronicle.closed:
            return None
        then, last = self.text(version), self._last(version.page)
        if then is None or last is None:
            return None
        return replace(then, audience=max(then.audience, last.audience, key=AUDIENCES.index))

    def _last(self, page: str) -> Page | None:
        """Give a *page* as the folder has it, or as it read when the folder last had it."""
        if page in self.corpus.pages:
            return self.corpus.pages[page]
        versions = reversed(self.chronicle.of.get(page, ()))
        last = next((each for each in versions if each.mark != ABSENT), None)
        return self.text(last) if last else None
