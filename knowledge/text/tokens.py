"""Tokenises text for search and comparison: no stop words, no diacritics, English stemmed."""

import re
import threading
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import snowballstemmer

from knowledge.text.lexicon import all_words

_SOUTH_EAST_ASIAN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
_EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff"  # Japanese, Chinese

UNSPACED = re.compile(f"[{_SOUTH_EAST_ASIAN}{_EAST_ASIAN}]")
"""A letter of a script that puts no spaces between words; its runs become n-grams."""

TOKEN = re.compile(
    rf"[{_SOUTH_EAST_ASIAN}]+|[{_EAST_ASIAN}]+"
    r"|[^\W_]+(?:['’][^\W_]+)*"  # noqa: RUF001 - people type both apostrophes
)
_CHINESE = re.compile(f"[{_EAST_ASIAN}]")

_STOP_WORDS = frozenset(all_words(lambda each: each.topics.stop_words))


def tokenize(text: str) -> list[str]:
    """Return the normalised tokens of *text*, stop words left out; n-grams of unspaced scripts."""
    found: list[str] = []
    for run in TOKEN.findall(unicodedata.normalize("NFKC", text).lower()):
        if UNSPACED.match(run):
            found += _grams(run, 2 if _CHINESE.match(run) else 3)
        elif run not in _STOP_WORDS:
            found.append(_stem(strip_marks(run)))
    return found


def is_stop_word(word: str) -> bool:
    """Tell whether a *word*, in lower case, is a stop word."""
    return word in _STOP_WORDS


def ngrams(word: str) -> list[str]:
    """Return the character n-grams of a *word* in an unspaced script, or the word itself."""
    if not UNSPACED.match(word):
        return [word]
    return _grams(word, 2 if _CHINESE.match(word) else 3)


def strip_marks(word: str) -> str:
    """Strip the diacritics of Latin letters only: in Thai they are vowels and tones."""
    parts = unicodedata.normalize("NFD", word)
    kept = (part for part in parts if not "\u0300" <= part <= "\u036f")
    return "".join(kept).replace("\u0111", "d")


def _grams(run: str, size: int) -> list[str]:
    return [run[start : start + size] for start in range(max(1, len(run) - size + 1))]


class _Stemmer(threading.local):
    """One English stemmer per thread: a snowballstemmer keeps the word it works on as state."""

    def __init__(self) -> None:
        self.stem: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord


_STEMMER = _Stemmer()


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    bare = re.sub(r"['’]s?$|['’]", "", word)  # noqa: RUF001 - people type both apostrophes
    return _STEMMER.stem(bare) if bare.isascii() and bare.isalpha() else bare
