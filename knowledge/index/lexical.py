"""The lexical index: which passages hold a question's words. The only importer of bm25s."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import bm25s
import numpy as np
from numpy.typing import NDArray

from knowledge.text.tokens import TOKEN, strip_marks, tokenize

Scores = NDArray[np.float32]
"""One number a passage."""

MARKED = 0.6
"""A question typed without marks has at least this share of words the handbook writes with."""


@dataclass(frozen=True, slots=True)
class Match:
    """How a question's words match every passage.

    *coverage* is the share of the question's words found in title and passage, rare words
    counting more: 0 to 1, and 0 everywhere when the languages differ. *pairs* is the same for
    pairs of neighbouring words. *is_unmarked* tells a question typed without the marks that the
    handbook writes.
    """

    bm25: Scores
    coverage: Scores
    pairs: Scores
    is_unmarked: bool


class LexicalIndex:
    """The words of all passages."""

    def __init__(self, titles: Sequence[str], texts: Sequence[str]) -> None:
        together = [f"{title}\n{text}" for title, text in zip(titles, texts, strict=True)]
        tokens = [tokenize(text) for text in together]
        self.size = len(tokens)
        self._places = _places(tokens)
        self._pairs = _places([_paired(each) for each in tokens])
        self._marked = _marked_words(together)
        self._bm25 = bm25s.BM25(k1=0.9, b=0.4)
        if self._places:  # it cannot index nothing
            self._bm25.index([each or [""] for each in tokens], show_progress=False)

    def match(self, question: str) -> Match:
        """Match a *question* against every passage."""
        found = tokenize(question)
        known = [term for term in found if term in self._places]
        bm25 = self._bm25.get_scores(known) if known else np.zeros(self.size, np.float32)
        return Match(
            bm25=np.asarray(bm25, np.float32),
            coverage=self._coverage(found, self._places),
            pairs=self._coverage(_paired(found), self._pairs),
            is_unmarked=self._is_unmarked(question),
        )

    def knows(self, term: str) -> bool:
        """Tell whether a *term* is anywhere."""
        return term in self._places

    def weight(self, term: str) -> float:
        """Tell how much a *term* says: much when it is rare, most when it is nowhere."""
        return _rarity(self.size, len(self._places.get(term, ())))

    def share(self, question: frozenset[str], text: frozenset[str]) -> float:
        """Tell which share of the *question*'s terms is among a *text*'s, by their weight."""
        total = sum(self.weight(term) for term in question)
        return sum(self.weight(term) for term in question & text) / total if total else 0.0

    def _coverage(self, found: list[str], places: dict[str, NDArray[np.int32]]) -> Scores:
        coverage = np.zeros(self.size, np.float32)
        total = 0.0
        for term in set(found):
            holders = places.get(term, np.empty(0, np.int32))
            weight = _rarity(self.size, len(holders))
            coverage[holders] += weight
            total += weight
        return coverage / total if total else coverage

    def _is_unmarked(self, question: str) -> bool:
        words = TOKEN.findall(question.lower())
        if any(strip_marks(word) != word for word in words):
            return False
        known = [word for word in words if word in self._marked]
        usually = [word for word in known if self._marked[word]]
        return len(usually) > 1 and len(usually) >= MARKED * len(words)


def _paired(found: list[str]) -> list[str]:
    return [f"{one} {two}" for one, two in pairwise(found)]


def _places(tokens: list[list[str]]) -> dict[str, NDArray[np.int32]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(tokens):
        for term in set(each):
            places[term].append(number)
    return {term: np.asarray(numbers, np.int32) for term, numbers in places.items()}


def _rarity(size: int, holders: int) -> float:
    return log(1 + (size - holders + 0.5) / (holders + 0.5))


def _marked_words(texts: Iterable[str]) -> dict[str, bool]:
    """Tell of each folded word whether the handbook mostly writes it with marks."""
    marked: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for text in texts:
        for word in TOKEN.findall(text.lower()):
            (bare if strip_marks(word) == word else marked)[strip_marks(word)] += 1
    return {word: marked[word] > bare[word] for word in marked | bare}
