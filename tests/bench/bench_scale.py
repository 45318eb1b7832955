"""How the cost of finding grows with the handbook: 1,000, 10,000 and 100,000 passages.

The vectors are made up, for embedding so much takes hours: each lies between three of real
sentences and a little aside, so that they crowd as those of a real embedder do. Finding is timed
by CPU seconds of its thread, which a busy machine changes less; the memory is what a process has
more after it has built and switched to the index and answered the questions.
"""

import asyncio
import gc
import random
import resource
import shutil
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from zlib import crc32

import numpy as np

from knowledge import Embedder, Handbook, Page, Passage, Vector, embedder_named, read_folder
from knowledge.documents.markdown.page import parse
from knowledge.index.corpus import Corpus, fingerprint
from knowledge.index.index_store import IndexStore
from knowledge.retrieval.follow_ups import SearchQuery
from knowledge.retrieval.ranking import CANDIDATES, DenseQuery, search
from tests.bench.bench_knowledge import STARTER, TODAY

SIZES = (1_000, 10_000, 100_000)
CLAUSES = 20
QUESTIONS = 40
VOCABULARY = 20_000
NEAREST = 10
TURNS = 3
ANSWERS = 20
"""How many answers are timed while pages are embedded, and at rest, in each turn."""

CHANGED_PAGES = 6

SENTENCES_OF = 120
ASIDE = 0.15
"""How long the part of a made-up vector is that no real one has; the whole is 1."""


class MadeUp:
    """An embedder whose vectors cost next to nothing, made of *real* ones, a row each."""

    id = "made-up"
    dimensions = 384
    threads = 1

    def __init__(self, real: Vector) -> None:
        self._real = real

    def query(self, text: str) -> Vector:
        """Give the vector of one text."""
        return self._mixed(text)

    def passages(self, texts: Sequence[str]) -> Vector:
        """Give the vectors of *texts*."""
        return np.stack([self._mixed(text) for text in texts])

    def _mixed(self, text: str) -> Vector:
        drawn = np.random.default_rng(crc32(text.encode()))
        some = self._real[drawn.integers(len(self._real), size=3)]
        aside = drawn.standard_normal(self.dimensions) * ASIDE / np.sqrt(self.dimensions)
        mixed = drawn.dirichlet(np.ones(3)) @ some + aside
        return np.asarray(mixed / np.linalg.norm(mixed), np.float32)


def main() -> None:
    """Print the figures."""
    real = embedder_named("auto")
    if real is None:
        print("scale: no embedder on this machine")  # noqa: T201 - printing is its purpose
        return
    lines = [each.text for passage in _starter() for each in passage.sentences]
    made_up = MadeUp(real.passages(lines))
    first: float | None = None
    for size in SIZES:
        with TemporaryDirectory() as home:
            found = _measured(size, Path(home), made_up, real)
        first = first or found["seconds"]
        for name, figure in {
            "retrieval / the same at 1,000": found["seconds"] / first,
            "retrieval / one query embedding": found["to embedding"],
            "recall of the ten nearest": found["recall"],
            "megabytes per 10,000 passages": found["memory"],
        }.items():
            print(f"scale: {size:7,} passages: {name:34} {figure:8.3f}")  # noqa: T201 - its purpose
    print(f"scale: an answer while ingesting / at rest {asyncio.run(_busy(real)):.2f}")  # noqa: T201 - its purpose


def _starter() -> tuple[Passage, ...]:
    """Give some passages of the starter handbook."""
    pages = read_folder(STARTER).pages
    return Corpus.build(pages).passages[:SENTENCES_OF]


def _measured(size: int, home: Path, made_up: MadeUp, real: Embedder) -> dict[str, float]:
    """Find among *size* made-up passages, and compare with one query embedding."""
    pages = _pages(size)
    marks = {page.id: fingerprint(page) for page in pages}
    before = _memory()
    store = IndexStore(home, home, embedder=made_up, chroma_url=None)
    corpus = store.corpus(pages, marks, before=None)
    dense, _ = store.make(corpus.passages, on_progress=lambda *_: None, is_stopped=lambda: False)
    assert dense is not None
    store.switch(dense, pages, marks)
    times: list[float] = []
    found: list[tuple[Vector, list[str]]] = []
    for question in _questions(corpus):
        vector = made_up.query(question)
        started = thread_time()
        seen = corpus.open_to(corpus.pages.keys(), frozenset({"everyone"}))
        near = store.nearest(dense, vector, CANDIDATES, corpus=corpus, seen=seen)
        search(SearchQuery(question), corpus, seen, DenseQuery(made_up.id, vector, dense, near))
        times.append(thread_time() - started)
        found.append((vector, near))
    taken = _memory() - before
    store.close()
    return {
        "seconds": median(times),
        "to embedding": median(times) / _embedding(real),
        "recall": _recall(made_up, corpus, found),
        "memory": taken / len(corpus.passages) * 10_000,
    }


def _recall(
    made_up: MadeUp, corpus: Corpus, found: Sequence[tuple[Vector, Sequence[str]]]
) -> float:
    """Give the share of the nearest by the vectors as they are that are *found* first."""
    ids = np.array([passage.id for passage in corpus.passages])
    scores = np.empty((len(found), len(ids)), np.float32)
    asked = np.stack([vector for vector, _ in found])
    for start in range(0, len(ids), 1000):
        part = slice(start, start + 1000)
        scores[:, part] = asked @ made_up.passages([each.text for each in corpus.passages[part]]).T
    exact = ids[np.argsort(-scores, axis=1)[:, :NEAREST]].tolist()
    pairs = zip(exact, found, strict=True)
    return fmean(len(set(best) & set(near[:NEAREST])) / len(best) for best, (_, near) in pairs)


def _pages(size: int) -> list[Page]:
    """Write clauses of about 130 words in sentences of 13, with words as rare as words are."""
    drawn = np.random.default_rng(7).zipf(1.2, size * 140) % VOCABULARY
    words = iter(f"w{number}" for number in drawn)

    def clause(number: int) -> str:
        lines = (" ".join(next(words) for _ in range(13)).capitalize() for _ in range(10))
        return f"## Clause {number}\n\n{'. '.join(lines)}.\n"

    return [
        parse(f"p{page}.md", f"# Page {page}\n\n" + "\n".join(map(clause, range(CLAUSES))))
        for page in range(size // CLAUSES)
    ]


def _questions(corpus: Corpus) -> list[str]:
    """Ask with eight words of a passage each."""
    chance = random.Random(11)  # noqa: S311 - nothing is secret here
    passages = chance.sample(corpus.passages, QUESTIONS)
    return [" ".join(chance.sample(passage.text.split(), 8)) for passage in passages]


def _embedding(real: Embedder) -> float:
    """Give the median CPU seconds of one query embedding, of a question as people ask."""
    asked = "May a solution of the medium tier use customer data after its review?"
    real.query(asked)
    times: list[float] = []
    for _ in range(QUESTIONS):
        started = thread_time()
        real.query(asked)
        times.append(thread_time() - started)
    return median(times)


def _memory() -> float:
    """Give the memory that this process has now, in megabytes."""
    gc.collect()
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return held * resource.getpagesize() / 2**20


async def _busy(real: Embedder) -> float:
    """Compare the time of an answer while changed pages are embedded with that of one at rest.

    Each is measured in turns, as what else the machine does changes.
    """
    busy: list[float] = []
    rest: list[float] = []
    with TemporaryDirectory() as home:
        folder = Path(home) / "pages"
        shutil.copytree(STARTER, folder)
        handbook = Handbook(folder, home=Path(home), embedder=real)
        await handbook.refresh()
        for turn in range(TURNS):
            for page in sorted(folder.glob("*.md"))[:CHANGED_PAGES]:
                text = page.read_text(encoding="utf-8").replace(".\n", f" in turn {turn}.\n")
                page.write_text(text, encoding="utf-8")
            await handbook.read()
            begun = asyncio.Event()
            ingesting = asyncio.create_task(handbook.refresh(lambda _: begun.set()))  # noqa: B023 - used in this turn
            await begun.wait()
            while not ingesting.done() and len(busy) < ANSWERS * (turn + 1):
                busy.append(await _seconds(handbook))
            await ingesting
            rest += [await _seconds(handbook) for _ in range(ANSWERS)]
        await handbook.close()
    return median(busy) / median(rest)


async def _seconds(handbook: Handbook) -> float:
    started = perf_counter()
    await handbook.answer("How long does a review take?", on=TODAY)
    return perf_counter() - started


if __name__ == "__main__":
    main()
