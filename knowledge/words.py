"""The lexical index: which passages hold a question's words. The only importer of bm25s."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

import bm25s
import numpy as np
import snowballstemmer
from numpy.typing import NDArray

Scores = NDArray[np.float32]
"""One number a passage."""

MARKED = 0.6
"""A question typed without marks has at least this share of words the handbook writes with."""

_RUN = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"  # scripts that part no words: n-grams
    r"|[\u3040-\u30ff\u3400-\u9fff]+"
    r"|[^\W_]+(?:['’][^\W_]+)*"  # noqa: RUF001 - people type both apostrophes
)
_CHINESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

_SAYING_NOTHING = (
    # English
    "a about after again all also am an and any anyone are as at be because been before being but"
    " by can cannot could did do does doing for from get had has have having he her here him his"
    " how i if in into is it its itself just know let like may me might mine must my need no nor"
    " not of off on once one only or other our out over own please she should so some such tell"
    " than that the their them then there these they this those through to too under until up us"
    " use used using very was we were what when where whether which while who whom whose why will"
    " with without would you your yours"
    # Bahasa Indonesia
    " ada adalah agar akan aku anda apa apakah atau bagaimana bagi bahwa begitu belum berapa bisa"
    " boleh buat dalam dan dapat dari dengan dia hanya harus ia ini itu jika juga kah kalau kami"
    " kamu kan kapan karena ke kenapa kepada kita lagi lah maka mana masih mau mengapa mereka namun"
    " nya oleh pada para perlu pula pun saat saja sampai sangat saya sebagai sebuah secara sedang"
    " seperti serta siapa suatu sudah supaya tapi telah tentang terhadap tersebut tetapi tidak"
    " untuk yaitu yakni yang"
    # Vietnamese, and as typed without its marks where that is no other word
    " bị bởi các cái chỉ chưa có còn của cũng đã đang đây đến để đó được gì hay hoặc khi không là"
    " lại làm lên mà mấy một nào này nên nếu như nhưng những ở phải qua ra rằng rất sau sẽ tại"
    " thế theo thì tôi trên trong từ và vào vẫn về vì việc với"
    " boi cua cung duoc hoac khong nhu nhung phai trong voi"
)

_STOP = frozenset(_SAYING_NOTHING.split())
"""Words that say nothing about what a question is about."""


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


class Words:
    """The words of all passages."""

    def __init__(self, titles: Sequence[str], texts: Sequence[str]) -> None:
        together = [f"{title}\n{text}" for title, text in zip(titles, texts, strict=True)]
        tokens = [terms(text) for text in together]
        self.size = len(tokens)
        self._places = _places(tokens)
        self._pairs = _places([_paired(each) for each in tokens])
        self._marked = _marked_words(together)
        self._bm25 = bm25s.BM25(k1=0.9, b=0.4)
        if self._places:  # it cannot index nothing
            self._bm25.index([each or [""] for each in tokens], show_progress=False)

    def match(self, question: str) -> Match:
        """Match a *question* against every passage."""
        found = terms(question)
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
        words = _RUN.findall(question.lower())
        if any(folded(word) != word for word in words):
            return False
        known = [word for word in words if word in self._marked]
        usually = [word for word in known if self._marked[word]]
        return len(usually) > 1 and len(usually) >= MARKED * len(words)


def terms(text: str) -> list[str]:
    """Give the words of *text* that say something, in the form in which they are compared."""
    found: list[str] = []
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).lower()):
        if _UNSPACED.match(run):
            found += _grams(run, 2 if _CHINESE.match(run) else 3)
        elif run not in _STOP:
            found.append(_stem(folded(run)))
    return found


def says_nothing(word: str) -> bool:
    """Tell whether a *word*, in small letters, says nothing about what a text is about."""
    return word in _STOP


def pieces(word: str) -> list[str]:
    """Cut what is written without spaces into short runs; another word stays as it is."""
    if not _UNSPACED.match(word):
        return [word]
    return _grams(word, 2 if _CHINESE.match(word) else 3)


def folded(word: str) -> str:
    """Take the marks off Latin letters, and off no others: in Thai they are vowels and tones."""
    parts = unicodedata.normalize("NFD", word)
    kept = (part for part in parts if not "\u0300" <= part <= "\u036f")
    return "".join(kept).replace("đ", "d")


def _grams(run: str, size: int) -> list[str]:
    return [run[start : start + size] for start in range(max(1, len(run) - size + 1))]


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    bare = re.sub(r"['’]s?$|['’]", "", word)  # noqa: RUF001 - people type both apostrophes
    return str(_stemmer().stemWord(bare)) if bare.isascii() and bare.isalpha() else bare


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


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
        for word in _RUN.findall(text.lower()):
            (bare if folded(word) == word else marked)[folded(word)] += 1
    return {word: marked[word] > bare[word] for word in marked | bare}
