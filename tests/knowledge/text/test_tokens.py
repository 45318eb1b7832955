"""The words that are compared."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier

import pytest
import snowballstemmer

from knowledge.text.tokens import tokenize

THREADS = 8
STEMS = ("regist", "approv", "summar", "general", "transmit", "relat", "commun", "happi")
ENDINGS = ("ationally", "fulness", "izations", "ousnesses", "ingly", "ements", "ivities", "edly")


@pytest.fixture
def hurried() -> Iterator[None]:
    """Let threads take turns as often as Python can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hurried")
def test_threads_stem_as_one_thread_does() -> None:
    """Words that nobody stemmed before, by eight threads at once; none gets another one's stem."""
    words = [
        f"{chr(97 + number // 26)}{chr(97 + number % 26)}{stem}{ending}"
        for number in range(100)
        for stem in STEMS
        for ending in ENDINGS
    ]
    alone = snowballstemmer.stemmer("english")
    expected = {word: alone.stemWord(word) for word in words}
    start = Barrier(THREADS)

    def stem(seed: int) -> dict[str, str]:
        mine = Random(seed).sample(words, len(words))  # noqa: S311 - an order, no secret
        start.wait()
        return {word: tokenize(word)[0] for word in mine}

    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(stem, range(THREADS)))

    assert [each for each in found if each != expected] == []
    assert {word: tokenize(word)[0] for word in words} == expected  # nor does a wrong one stay
