"""Tells names in texts: words that are written large within sentences, and never small (pure)."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

MAX_COMPARED_TEXTS = 20
"""How many of the best passages tell what is a name."""

MAX_NAME_SHARE = 0.25
"""In a text where more of the words are written large, as in German, that tells no name."""

WORD = re.compile(r"[^\W\d_][\w'-]*[^\W_]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n•\"“(-]\s*|\|\s*)$")


def is_large_inside(text: str, word: re.Match[str]) -> bool:
    """Return whether a *word* of a text is written large, and not because a sentence begins."""
    before = text[max(0, word.start() - 3) : word.start()]
    return word[0][0].isupper() and not _SENTENCE_START.search(before)


def find_names(near: Sequence[str]) -> Collection[str]:
    """Find the words that *near* texts write large within sentences, and never small."""
    read = [_read_words(text) for text in near[:MAX_COMPARED_TEXTS]]
    large, small = (
        frozenset().union(*parts) for parts in ([r[0] for r in read], [r[1] for r in read])
    )
    is_telling = sum(r[2] for r in read) <= MAX_NAME_SHARE * sum(r[3] for r in read)
    return large - small if is_telling else ()


def is_name(word: str, texts: Iterable[str]) -> bool:
    """Return whether *texts* write a *word* large within sentences, and never small."""
    read = [_read_words(text) for text in texts]
    return any(word in each[0] for each in read) and not any(word in each[1] for each in read)


@lru_cache(5_000)
def _read_words(text: str) -> tuple[frozenset[str], frozenset[str], int, int]:
    """Return the words written large within sentences, those written small, and how many each."""
    words = list(WORD.finditer(text))
    large = [found[0].lower() for found in words if is_large_inside(text, found)]
    small = frozenset(found[0] for found in words if found[0][0].islower())
    return frozenset(large), small, len(large), len(words)
