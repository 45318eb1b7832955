"""The handbook: pages in, cited answers out, whatever state its index is in."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from time import perf_counter

import structlog

from knowledge.answers.conflicts import add_conflicts
from knowledge.answers.extractive import Answer, Citation, add_second_part, ask_back, extract
from knowledge.answers.generated import GenerationTask, generate
from knowledge.documents import Reading, read_folder
from knowledge.errors import EmbedderUnavailableError, HandbookEmptyError, KnowledgeError
from knowledge.history.as_of import Edition, Editions
from knowledge.history.page_versions import Version, VersionHistory, VersionStore, current_only
from knowledge.index.calibration import Calibration
from knowledge.index.corpus import Corpus, fingerprint
from knowledge.index.dense import DenseIndex
from knowledge.index.index_store import IndexStore
from knowledge.index.lexical import Mask
from knowledge.index.passages import Passage
from knowledge.models.embedder import Embedder, mean_direction
from knowledge.models.language_model import LanguageModel
from knowledge.models.questions_first import go_ahead
from knowledge.pages import EVERYONE, Page, id_of
from knowledge.privacy.masking import mask, replace_surrogates, strip_placeholders
from knowledge.retrieval.clarification import ClarifyingChoice, clarify
from knowledge.retrieval.confidence import confidence
from knowledge.retrieval.follow_ups import Exchange, resolve_follow_up
from knowledge.retrieval.question_checks import with_doubts
from knowledge.retrieval.question_parts import best_for_part, two_parts
from knowledge.retrieval.ranking import CANDIDATES, DenseQuery, SearchResult, search
from knowledge.status import IndexStatus, IngestReport, Progress, SearchMode, State
from knowledge.text.language import language_of, load_identifier

log = structlog.get_logger()

ANYBODY = frozenset({EVERYONE})
"""The audiences that every person belongs to."""


class Handbook:
    """The pages in *folder*, with an index under *home*; without *embedder*, by words alone."""

    def __init__(  # noqa: PLR0913 - each of these is somebody else's to choose
        self,
        folder: Path,
        *,
        home: Path,
        embedder: Embedder | None,
        chroma_url: str | None = None,
        model: LanguageModel | None = None,
        today: Callable[[], date] | None = None,
    ) -> None:
        """Without a *model*, answers are made of the pages' own sentences.

        By *today*, what pages read like is kept for later; without it, only the folder as it is
        now is known.
        """
        self._folder = folder
        self._today = today
        self._model = model
        self._embedder = embedder
        self._home = home
        self._store = IndexStore(home, folder, embedder=embedder, chroma_url=chroma_url)
        self._versions = VersionStore(home / "knowledge" / "versions.sqlite3", folder)
        self._editions: Editions | None = None
        self._dense: DenseIndex | None = None
        self._calibration = self._store.calibration()
        self._status = IndexStatus()
        self._refreshing = asyncio.Lock()
        self._stopped = Event()

    @property
    def status(self) -> IndexStatus:
        """Tell what answers can be had right now."""
        return self._status

    async def read(self) -> Reading:
        """Read all pages and serve them by their words, and by meaning where that was made before.

        Raises:
            HandbookNotFoundError: If the folder is gone.
            HandbookEmptyError: If no page in it can be read; the pages before stay in service.
        """
        self._status = replace(self._status, state="reading", done=0, total=0, reason="")
        try:
            reading, editions, dense = await asyncio.to_thread(self._read)
        except KnowledgeError as error:
            state: State = "failed" if self._editions else "empty"
            self._status = replace(self._status, state=state, reason=str(error))
            raise
        self._editions = editions
        self._dense = self._dense or dense
        self._status = IndexStatus(
            state="complete" if self._embedder is None else "reading",
            pages=len(editions.corpus.pages),
            passages=len(editions.corpus.passages),
            mode=self._mode,
        )
        return reading

    async def shut(self) -> None:
        """Show no page any more that is meant for fewer in a folder that is not taken over.

        Those are the pages that say so, and those of which nobody can tell.
        """
        reading = await asyncio.to_thread(read_folder, self._folder, home=self._home)
        closed = {id_of(each.file) for each in reading.skipped if each.closed}
        if self._editions:
            served = self._editions.corpus.pages
            closed |= {
                page.id
                for page in reading.pages
                if page.id in served and page.audience not in {EVERYONE, served[page.id].audience}
            }
            self._editions = self._editions.without(closed)

    async def refresh(self, progress: Callable[[Progress], None] | None = None) -> IngestReport:
        """Bring the index up to date with the folder, and switch to it when it is complete.

        Answers meanwhile come from the pages as they are now and the last complete index. One
        refresh runs at a time. *progress* is called in the event loop.

        Raises:
            HandbookNotFoundError: If the folder is gone.
            HandbookEmptyError: If no page in it can be read.
            EmbedderUnavailableError: If the embedder fails; words go on answering.
        """
        async with self._refreshing:
            started = perf_counter()
            reading = await self.read()
            marks = self._served.marks
            changes = await asyncio.to_thread(self._store.changes, reading.pages, marks)
            embedded = await self._embed(progress or (lambda _: None))
            outdated = self._outdated(reading)
            report = IngestReport(
                pages=self._status.pages,
                passages=self._status.passages,
                added=changes.added,
                changed=changes.changed,
                removed=tuple(each for each in changes.removed if each not in outdated),
                outdated=outdated,
                skipped=reading.skipped,
                omissions=reading.omissions,
                embedded=embedded,
                mode=self._mode,
                seconds=perf_counter() - started,
            )
            logged = ("pages", "passages", "embedded", "mode")
            facts = {name: getattr(report, name) for name in logged}
            log.info("handbook.refreshed", skipped=len(report.skipped), **facts)
            return report

    async def answer(  # noqa: PLR0913 - a question has this much to it
        self,
        question: str,
        *,
        on: date,
        before: Sequence[Exchange] = (),
        audiences: frozenset[str] = ANYBODY,
        on_text: Callable[[str], None] | None = None,
        quoting: bool = False,
        within: Collection[str] | None = None,
    ) -> Answer:
        """Answer a *question* from the pages in force *on* a day that *audiences* may see.

        On a day in the past they are read as they were then, as far back as that was kept.
        *before* are the earlier turns of the conversation, oldest first. What is private in
        either is covered up before anything else is done. While a model writes, *on_text* is
        called in the event loop with each sentence that is proved; it is provisional, and what
        is returned takes its place. With *quoting* only the pages' own sentences are wanted.
        Where pages are named *within* which to look, no other is used.
        """
        if self._editions is None:
            await self.read()
        started = perf_counter()
        edition = await asyncio.to_thread(self._edition, on, within)
        with go_ahead(self._embedder):
            task = await asyncio.to_thread(self._answer, question, edition, before, audiences)
        given = task.plain
        if self._model is not None and task.is_near and not quoting:
            given = await generate(self._model, task, on_text)
        with go_ahead(self._embedder):
            given = await asyncio.to_thread(add_conflicts, given, task.found, edition.corpus)
        return replace(edition.add_versions(given), ms=(perf_counter() - started) * 1000)

    def find(
        self,
        question: str,
        *,
        on: date,
        before: Sequence[Exchange] = (),
        audiences: frozenset[str] = ANYBODY,
        within: Collection[str] | None = None,
    ) -> SearchResult:
        """Rank the passages for a *question*. It takes a while: callers use threads."""
        return self._find(question, self._edition(on, within), before, audiences)

    async def calibrate(self, calibration: Calibration) -> None:
        """Ask of answers, from now on, to be as sure as was measured for these pages."""
        await asyncio.to_thread(self._store.calibrate, calibration)
        self._calibration = calibration

    def pages(self, *, on: date, audiences: frozenset[str] = ANYBODY) -> tuple[Page, ...]:
        """List the pages in force *on* a day that *audiences* may see, as they read then."""
        return tuple(page for page in self._served.pages(on) if page.is_for(audiences))

    def page(self, path: str, *, audiences: frozenset[str] = ANYBODY, version: str = "") -> Page:
        """Find a page by its id, as the folder has it or in the *version* with this mark.

        Raises:
            PageNotFoundError: If there is none, or none for these *audiences*.
        """
        return self._served.page(path, audiences, version)

    def versions(
        self, path: str, *, audiences: frozenset[str] = ANYBODY
    ) -> tuple[tuple[Version, date], ...]:
        """Tell the versions of a page that *audiences* may open, oldest first.

        Each has the first day it applies on.
        """
        served = self._served
        begun = served.history.with_first_days(path)
        return tuple(each for each in begun if served.is_open(path, audiences, each[0].mark))

    def in_force(self, path: str, *, on: date) -> str:
        """Give the mark of the version of a page that applies *on* a day, or nothing."""
        version = self._served.history.in_force(on).get(path)
        return version.mark if version else ""

    def cite(
        self, clause: str, n: int, *, on: date, audiences: frozenset[str] = ANYBODY
    ) -> Citation | None:
        """Cite a *clause* as number *n* with its first words; None where it cannot be shown."""
        return self._edition(on).cite(clause, n, audiences)

    def clause(
        self,
        id_: str,
        *,
        on: date,
        audiences: frozenset[str] = ANYBODY,
        language: str = "",
        about: Collection[str] = (),
    ) -> Answer | None:
        """Answer with a clause, named by its address; None where it cannot be shown.

        In short it is in the *language*, else the page's; what names what it is *about* is bold.
        """
        return self._edition(on).clause(id_, audiences, language, about)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, for whoever measures; no asker is shown these."""
        return self._served.corpus.passages

    async def close(self) -> None:
        """Stop embedding at the next batch, and let go of the index."""
        self._stopped.set()
        if self._model is not None:
            await self._model.close()
        async with self._refreshing:
            await asyncio.to_thread(self._store.close)

    @property
    def _served(self) -> Editions:
        return self._editions or Editions(
            Corpus.build(()), {}, VersionHistory(), self._versions.text, self._store.build_dense
        )

    def _edition(self, on: date, within: Collection[str] | None = None) -> Edition:
        edition = self._served.on(on, self._dense)
        return edition if within is None else edition.within(within)

    @property
    def _mode(self) -> SearchMode:
        return "hybrid" if self._dense else "lexical"

    def _read(self) -> tuple[Reading, Editions, DenseIndex | None]:
        load_identifier()
        reading = read_folder(self._folder, home=self._home)
        dense = self._dense or self._store.open_latest()
        marks = {page.id: fingerprint(page) for page in reading.pages}
        before = self._editions.corpus if self._editions else None
        corpus = self._store.corpus(reading.pages, marks, before=before)
        if not corpus.passages:
            closed = {id_of(each.file) for each in reading.skipped if each.closed}
            if self._editions:
                self._editions = self._editions.without(closed)
            skipped = [(each.file, each.reason) for each in reading.skipped]
            bare = [(each.file, "it has nothing but headings") for each in reading.pages]
            raise HandbookEmptyError(self._folder, skipped=(*skipped, *bare))
        by_closed = sorted(reading.skipped, key=lambda each: each.closed)  # of two, the stricter
        unread = {id_of(each.file): each.closed for each in by_closed}
        history = (
            self._versions.record(reading.pages, marks, on=self._today(), unread=unread)
            if self._today
            else current_only(reading.pages, marks)
        )
        editions = Editions(corpus, marks, history, self._versions.text, self._store.build_dense)
        return reading, editions, dense

    def _outdated(self, reading: Reading) -> tuple[str, ...]:
        """Name the files that cannot be read, and of which an older text is in use."""
        if self._today is None:
            return ()
        used = self._edition(self._today()).old
        return tuple(each.file for each in reading.skipped if id_of(each.file) in used)

    async def _embed(self, progress: Callable[[Progress], None]) -> int:
        """Make the dense index of the pages as they are, and switch to it."""
        served, loop = self._served, asyncio.get_running_loop()

        def tell(done: int, total: int) -> None:
            state: State = "embedding"
            self._status = replace(self._status, state=state, done=done, total=total)
            loop.call_soon_threadsafe(progress, Progress(state, done, total))

        try:
            dense, embedded = await asyncio.to_thread(
                self._store.make,
                served.corpus.passages,
                on_progress=tell,
                is_stopped=self._stopped.is_set,
            )
        except EmbedderUnavailableError as error:
            self._status = replace(self._status, state="failed", reason=error.reason)
            log.warning("handbook.embedder_unavailable", reason=error.reason)
            raise
        except asyncio.CancelledError:
            self._stopped.set()  # the thread goes on to the end of its batch, no further
            raise
        self._dense = dense or self._dense
        if dense is not None or self._embedder is None:
            pages = served.corpus.pages.values()
            await asyncio.to_thread(self._store.switch, dense, pages, served.marks)
            if self._today:  # so that nobody's question waits for the texts that go on for now
                await asyncio.to_thread(served.on, self._today(), self._dense)
            self._status = replace(self._status, state="complete", mode=self._mode)
        return embedded

    def _find(
        self, question: str, edition: Edition, before: Sequence[Exchange], audiences: frozenset[str]
    ) -> SearchResult:
        bare = [replace(each, question=strip_placeholders(each.question)) for each in before]
        asked = resolve_follow_up(strip_placeholders(question), bare, edition.corpus.lexical.has)
        seen = edition.open_to(audiences)
        meaning = self._look_up(asked.readings, edition, seen)
        near = self._store.asks.compare(asked.readings[0], meaning.vector if meaning else None)
        found = search(asked, edition.corpus, seen, meaning, near)
        return with_doubts(found, edition.corpus)

    def _look_up(self, texts: Sequence[str], edition: Edition, seen: Mask) -> DenseQuery | None:
        """Look the *texts* of a question up in the dense index; None where words must do."""
        dense = edition.dense
        if dense is None or self._embedder is None or not texts[0].strip():
            return None
        try:
            vector = mean_direction([self._embedder.query(each) for each in texts])
        except EmbedderUnavailableError as error:
            log.warning("handbook.embedder_unavailable", reason=error.reason)
            return None
        nearest = self._store.nearest(dense, vector, CANDIDATES, corpus=edition.corpus, seen=seen)
        return DenseQuery(self._embedder.id, vector, dense, nearest)

    def _answer(
        self, question: str, edition: Edition, before: Sequence[Exchange], audiences: frozenset[str]
    ) -> GenerationTask:
        """Answer in the handbook's own words, and lay out what a model could write from."""
        question = replace_surrogates(question)
        asked = mask(question)
        before = [replace(each, question=mask(each.question).text) for each in before]
        found = self._find(asked.text, edition, before, audiences)
        language, hidden = language_of(question), edition.hidden(audiences)

        def said(found: SearchResult) -> Answer:
            band = confidence(found).band(self._calibration)
            return extract(found, edition.corpus, band=band, language=language, hidden=hidden)

        def leads(choice: ClarifyingChoice) -> bool:
            then = [Exchange(asked.text, was_asked_back=True)]
            found = self._find(choice.question, edition, then, audiences)
            return choice.clause in {each.clause for each in said(found).citations}

        choices = clarify(found, asked.text, before, leads=leads)
        given = ask_back(choices, language=language) if choices else said(found)
        if given.citations and (parts := two_parts(asked.text)):
            first, last = parts
            searches = ((last, [Exchange(first)]), (first, ()))
            others = (self._find(each, edition, then, audiences) for each, then in searches)
            parts_found = ((best_for_part(each, found), each) for each in others)
            given = add_second_part(given, parts_found, edition.corpus, hidden)
        plain = replace(given, question=asked.text, masked=asked.kinds)
        return GenerationTask(found, edition.corpus, edition.dense, self._embedder, before, plain)
