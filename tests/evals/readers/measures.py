"""What is kept of another reader's text: words, pairs, order, items and tables (pure)."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Text:
    """The text that a reader finds in a file, with the list items and tables it can tell."""

    text: str
    items: int | None = None
    tables: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Counts of what another reader finds in a file, and of what ours keeps of it.

    *common* counts the words that both have exactly once, and *ordered* those of them that stand
    in the same order. *extra_tables* counts tables that only ours finds.
    """

    words: int = 0
    kept: int = 0
    pairs: int = 0
    kept_pairs: int = 0
    common: int = 0
    ordered: int = 0
    items: int = 0
    kept_items: int = 0
    tables: int = 0
    kept_tables: int = 0
    extra_tables: int = 0


def split_words(text: str) -> list[str]:
    """Split *text* into comparable words; scripts without spaces give a word a letter."""
    seen = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()
    return _WORD.findall(seen)


def compare(ours: Text, other: Text) -> Comparison:
    """Count what *ours* keeps of the *other* reader's text."""
    mine, theirs = split_words(ours.text), split_words(other.text)
    pairs, kept_pairs = _shared(list(pairwise(theirs)), list(pairwise(mine)))
    words, kept = _shared(theirs, mine)
    common, ordered = _order(theirs, mine)
    items, tables = other.items or 0, other.tables or 0
    return Comparison(
        words=words,
        kept=kept,
        pairs=pairs,
        kept_pairs=kept_pairs,
        common=common,
        ordered=ordered,
        items=items,
        kept_items=min(items, ours.items or 0),
        tables=tables,
        kept_tables=min(tables, ours.tables or 0),
        extra_tables=max(0, (ours.tables or 0) - tables) if other.tables is not None else 0,
    )


def agreed_text(one: Text, two: Text) -> Text:
    """Return the words that both texts have, in the order of the second."""
    left = Counter(split_words(one.text))
    words: list[str] = []
    for word in split_words(two.text):
        if left[word] > 0:
            left[word] -= 1
            words.append(word)
    return Text(" ".join(words))


def missing_words(ours: Text, other: Text, longest: int = 12) -> list[str]:
    """List runs of words, in order, that *ours* lacks of the *other* text, the longest first."""
    left = Counter(split_words(ours.text))
    runs: list[list[str]] = [[]]
    for word in split_words(other.text):
        if left[word] > 0:
            left[word] -= 1
            runs.append([])
        else:
            runs[-1].append(word)
    found = sorted(filter(None, runs), key=len, reverse=True)
    return [" ".join(run[:longest]) + (" ..." if len(run) > longest else "") for run in found]


def _shared(theirs: Sequence[object], mine: Sequence[object]) -> tuple[int, int]:
    """Return how many of *theirs* there are, and how many of them *mine* has as often."""
    return len(theirs), (Counter(theirs) & Counter(mine)).total()


def _order(theirs: Sequence[str], mine: Sequence[str]) -> tuple[int, int]:
    """Return how many words both have once, and the length of their longest common order."""
    once = _once(theirs) & _once(mine)
    place = {word: at for at, word in enumerate(mine) if word in once}
    places = [place[word] for word in theirs if word in place]
    ends: list[int] = []
    for at in places:
        end = bisect_left(ends, at)
        ends[end : end + 1] = [at]
    return len(places), len(ends)


def _once(words: Sequence[str]) -> set[str]:
    return {word for word, count in Counter(words).items() if count == 1}
