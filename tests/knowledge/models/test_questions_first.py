"""Questions go before pages that are embedded meanwhile, and pages get their turn all the same."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from knowledge import Vector
from knowledge.index.embedding_cache import EmbeddingCache
from knowledge.models.questions_first import (
    MAX_PART_CHARS,
    NICENESS,
    QuestionsFirst,
    go_ahead,
    step_back,
)

LONG = [f"{number} " * (MAX_PART_CHARS // 2) for number in range(4)]
"""Texts that make a part each."""

MOMENT_S = 0.2
"""How long something is waited for that must not happen; it never has to in time."""


class Watched:
    """An embedder that notes what it does, and goes on when it may."""

    id = "watched"
    dimensions = 8
    threads = 1

    def __init__(self) -> None:
        self.events: list[str] = []
        self.begun, self.further = Event(), Event()
        self.asked = Event()
        self.may_embed, self.may_answer = Event(), Event()

    def query(self, text: str) -> Vector:
        """Embed a question, when it may."""
        self.events.append("asked")
        self.asked.set()
        self.may_answer.wait()
        self.events.append("answered")
        return np.full(8, len(text), np.float32)

    def passages(self, texts: Sequence[str]) -> Vector:
        """Embed *texts*, when it may; the length of each is told by its vector."""
        (self.further if self.begun.is_set() else self.begun).set()
        self.events.append("pages")
        self.may_embed.wait()
        return np.array([[len(each)] * 8 for each in texts], np.float32)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """Threads to ask and to ingest in."""
    with ThreadPoolExecutor(2) as threads:
        yield threads


@pytest.mark.parametrize("asking", ["its vector", "the rest of it"])
def test_a_question_goes_before_the_next_part_of_an_ingest(
    tmp_path: Path, pool: ThreadPoolExecutor, asking: str
) -> None:
    """What has begun is ended; nothing more begins before the answer is there."""
    watched = Watched()
    first = QuestionsFirst(watched, max_wait_s=600)
    cache = EmbeddingCache(tmp_path / "embeddings.sqlite3")

    def ask() -> None:
        if asking == "its vector":
            first.query("How long?")
            return
        with go_ahead(first):
            watched.query("How long?")

    ingest = pool.submit(cache.embed, first, LONG)
    watched.begun.wait()
    question = pool.submit(ask)
    watched.asked.wait()
    watched.may_embed.set()
    went_on = watched.further.wait(MOMENT_S)
    watched.may_answer.set()
    question.result()

    assert not went_on
    assert ingest.result() == len(LONG)
    assert watched.events == ["pages", "asked", "answered", "pages", "pages", "pages"]


def test_pages_are_embedded_however_many_questions_come(pool: ThreadPoolExecutor) -> None:
    """A part waits for a while, and not for all."""
    watched = Watched()
    first = QuestionsFirst(watched, max_wait_s=0)
    watched.may_embed.set()
    question = pool.submit(first.query, "How long?")
    watched.asked.wait()

    assert len(first.passages(LONG)) == len(LONG)
    assert watched.events == ["asked", *["pages"] * len(LONG)]
    watched.may_answer.set()
    question.result()


def test_texts_stay_in_order_and_short_ones_together() -> None:
    """What is embedded at a time is about a passage long."""
    watched = Watched()
    watched.may_embed.set()
    first = QuestionsFirst(watched)
    texts = ["a" * 400, "b" * 500, "c" * 200, LONG[0], "d", "e"]

    assert first.passages(texts)[:, 0].tolist() == [len(each) for each in texts]
    assert len(watched.events) == 4
    assert first.passages([]).size == 0


@pytest.mark.skipif(sys.platform != "linux", reason="threads have no priority elsewhere")
def test_a_thread_that_steps_back_does_so_alone() -> None:
    """Those that answer keep their priority."""

    def priority() -> int:
        return os.getpriority(os.PRIO_PROCESS, 0)

    own = priority()
    with ThreadPoolExecutor(1, initializer=step_back) as background:
        stepped_back = background.submit(priority).result()

    assert stepped_back == min(19, own + NICENESS)
    assert priority() == own
