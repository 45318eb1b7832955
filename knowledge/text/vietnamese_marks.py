"""Restores the marks of Vietnamese typed without them, for searching only.

A trigram model of syllables with absolute discounting (Ney, Essen and Kneser, On structuring
probabilistic dependences in stochastic language modelling, 1994) chooses the likeliest marked
reading by beam search. Six sentences in ten have a wrong word, so a reading is never shown
as what a person said, nor ruled or recorded by. ``data/vi_marks.md`` says what the table is of.
"""

import lzma
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import log

import numpy as np
from numpy.typing import NDArray

from knowledge.text.tokens import strip_marks

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

DISCOUNT = 0.75
BEAM_SIZE = 24
MAX_TOKENS = 60
"""Longer texts are left as they are; nobody types them without marks."""

LANGUAGE = "vi"
"""The code of the language that the table is of, the only one read without its marks."""

MIN_GATE_SCORE = 0.5
MAX_WORD_SCORE = 4.0
"""The mean score of the words from which a text is Vietnamese; one word counts no more."""

MIN_OWN_SCORE = 0.1
MIN_OWN_WORDS = 2
"""How many words of such a score a text needs to be answered in Vietnamese."""

FOREIGN_COST = 2.0
"""How much a word that tells of another language takes from the sum of the scores."""

UNSURE_GAP = 1.5
"""The second reading is searched as well if its log-probability is at most so much lower."""

START, END, OTHER, NUMBER = "<s>", "</s>", "<x>", "0"
"""Stand for a sentence's ends, a word that is no Vietnamese, and a number."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[?,;:]")
_LATE_TONE = re.compile("(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])$")


def normalize_syllable(word: str) -> str:
    """Write a syllable in lower case, its tone on the first vowel where both are written."""
    parts = unicodedata.normalize("NFD", word).lower()
    return unicodedata.normalize("NFC", _LATE_TONE.sub(r"\1\3\2", parts))


def tokens_of(text: str) -> list[str]:
    """Return the words, numbers and marks that the model reads, in lower case."""
    return [_token(word) for word in _TOKEN.findall(unicodedata.normalize("NFC", text))]


def _token(word: str) -> str:
    if word.isdecimal():
        return NUMBER
    return "," if word in ",;:" else normalize_syllable(word)


class MarksModel:
    """Counts of syllables, and of pairs and triples of them, as sorted keys.

    With V words, the key of a pair (a, b) is a * V + b, and that of a triple (a, b, c) is
    (a * V + b) * V + c. *foreign* has the log-probabilities of English and Indonesian words.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of one table
        self,
        words: Sequence[str],
        counts: Floats,
        pair_keys: Ints,
        pair_counts: Floats,
        triple_keys: Ints,
        triple_counts: Floats,
        foreign: Mapping[str, float],
    ) -> None:
        """Derive from the counts what the probabilities are made of."""
        size = len(words)
        self._words = words
        self._size = size
        self._ids = {word: place for place, word in enumerate(words)}
        self._foreign = foreign
        self._single = (counts + 0.5) / (counts.sum() + size)
        self._pairs = _Discounted(pair_keys, pair_counts, pair_keys // size, size, counts)
        above = np.searchsorted(pair_keys, triple_keys // size)
        self._triples = _Discounted(triple_keys, triple_counts, above, len(pair_keys), pair_counts)
        readings: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            if word.isalpha():
                readings[strip_marks(word)].append(place)
        self._candidates = {plain: np.asarray(each) for plain, each in readings.items()}
        self._plain = {
            plain: log(self._single[each].sum()) for plain, each in self._candidates.items()
        }
        self._floor = log(0.5 / (counts.sum() + size))

    def is_vietnamese(self, text: str) -> bool:
        """Tell whether a *text* is Vietnamese without any marks; English and Indonesian are not."""
        known = self._gate_scores(text)
        return bool(known) and sum(known) / len(known) >= MIN_GATE_SCORE

    def is_surely_vietnamese(self, text: str, foreign_words: int) -> bool:
        """Tell the same of what so many *foreign_words* speak against; one word is too little."""
        known = self._gate_scores(text)
        own = sum(score >= MIN_OWN_SCORE for score in known)
        total = sum(known) - FOREIGN_COST * foreign_words
        return own >= MIN_OWN_WORDS and total / len(known) >= MIN_GATE_SCORE

    def _gate_scores(self, text: str) -> list[float]:
        """Score the words of a *text* but for names; none of one with marks."""
        words = [word for word in tokens_of(text) if word.isalpha()] if text.isascii() else []
        return [score for word in words if (score := self._gate_score(word)) is not None]

    def _gate_score(self, word: str) -> float | None:
        """Score a *word* between languages; None for a name, which is in none of them."""
        own, other = self._plain.get(word), self._foreign.get(word)
        if own is None and other is None:
            return None
        score = (own or self._floor) - (other or self._floor)
        return min(max(score, -MAX_WORD_SCORE), MAX_WORD_SCORE)

    def decode(self, tokens: Sequence[str], most: int) -> list[tuple[float, tuple[str, ...]]]:
        """Return at most so many readings of *tokens*, the likeliest first, with their scores."""
        start, other = self._ids[START], self._ids[OTHER]
        scores = np.zeros(1)
        states = np.asarray([[start, start]])
        paths = np.empty((1, 0), np.int64)
        ends = [] if tokens[-1:] == ["?"] else [np.asarray([self._ids[END]])]
        steps = [self._candidates.get(token) for token in tokens]
        chosen_from = [
            np.asarray([self._ids.get(token, other)]) if step is None else step
            for token, step in zip(tokens, steps, strict=True)
        ]
        for options in (*chosen_from, *ends):
            chances = self._chances(states, options)
            total = (scores[:, None] + np.log(chances)).ravel()
            order = np.argsort(-total, kind="stable")[:BEAM_SIZE]
            rows, chosen = np.divmod(order, len(options))
            scores = total[order]
            states = np.stack([states[rows, 1], options[chosen]], axis=1)
            paths = np.concatenate([paths[rows], options[chosen][:, None]], axis=1)
        return [
            (
                float(score),
                tuple(
                    token if options is None else self._words[place]
                    for token, options, place in zip(tokens, steps, path, strict=False)
                ),
            )
            for score, path in zip(scores[:most], paths[:most].tolist(), strict=True)
        ]

    def _chances(self, states: Ints, options: Ints) -> Floats:
        """Return the probability of each of *options* after each of *states*, shape (s, o)."""
        pairs = states[:, :1] * self._size + states[:, 1:]
        single = np.broadcast_to(self._single[options], (len(states), len(options)))
        lower = self._pairs.chances(states[:, 1], states[:, 1:] * self._size + options, single)
        contexts = self._pairs.places(pairs[:, 0])
        return self._triples.chances(contexts, pairs * self._size + options, lower)


class _Discounted:
    """Counts of n-grams, with those of the contexts that they are discounted in.

    *contexts* has for each key the place of its context, of which there are *size* with *totals*.
    """

    def __init__(
        self, keys: Ints, counts: Floats, contexts: Ints, size: int, totals: Floats
    ) -> None:
        self._keys = keys
        self._kept = np.maximum(counts - DISCOUNT, 0)
        sums = np.bincount(contexts, counts, size)
        self._totals = np.maximum(np.maximum(totals, sums), 1.0)
        self._rest = 1 - np.bincount(contexts, self._kept, size) / self._totals

    def places(self, keys: Ints) -> Ints:
        """Return the places of *keys*, -1 of those that are not there."""
        found = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.where(self._keys[found] == keys, found, -1)

    def chances(self, contexts: Ints, keys: Ints, lower: Floats) -> Floats:
        """Return the probabilities of *keys*, shape (contexts, n), interpolated with *lower*."""
        places = self.places(keys)
        kept = np.where(places >= 0, self._kept[places], 0) / self._totals[contexts][:, None]
        mixed = kept + self._rest[contexts][:, None] * lower
        return np.where((contexts >= 0)[:, None], mixed, lower)


@lru_cache(2_000)
def readings(text: str) -> tuple[str, ...]:
    """Return what a *text* is searched for by: itself, or readings of it with marks.

    A text that has marks, or is not Vietnamese, is its only reading. Where the likeliest reading
    is unsure there is a second one.
    """
    tokens = _TOKEN.findall(text)
    if not text.isascii() or not 0 < len(tokens) <= MAX_TOKENS or not _model().is_vietnamese(text):
        return (text,)
    found = _model().decode([_token(each) for each in tokens], 2)
    best = found[0][0]
    return tuple(_written(text, words) for score, words in found if score >= best - UNSURE_GAP)


def _written(text: str, words: Sequence[str]) -> str:
    """Put the marks of *words* on those of a *text*; what has none stays as it is."""
    marked = iter(words)

    def put(found: re.Match[str]) -> str:
        word, own = found[0], next(marked)
        if own.isascii():
            return word
        if word.isupper() and len(word) > 1:
            return own.upper()
        return own.capitalize() if word[0].isupper() else own

    return _TOKEN.sub(put, text)


def is_unmarked(text: str, foreign_words: int = 0) -> bool:
    """Tell whether a *text* is surely enough Vietnamese without its marks to be answered in it.

    It needs two words that are sooner Vietnamese than English or Indonesian. So many of its words,
    *foreign_words*, tell of another language: each counts against it, in a text of two as well.
    """
    return _model().is_surely_vietnamese(text, foreign_words)


def load_model() -> None:
    """Load the table, which takes a moment, before anybody waits for it."""
    _model()


@cache
def _model() -> MarksModel:
    return unpack(files(__package__).joinpath("data", "vi_marks.xz").read_bytes())


STEPS_PER_DOUBLING = 3
"""Counts are stored as logarithms, so finely."""


def pack(words: Sequence[str], arrays: Sequence[NDArray[np.int64]], foreign: str) -> bytes:
    """Pack a table: *words*, *foreign* words with their levels, and sorted keys with levels."""
    texts = ("\n".join(words), foreign)
    blobs = [*(text.encode() for text in texts), *map(_planes, arrays)]
    sizes = np.asarray([len(blob) for blob in blobs], np.int64)
    return lzma.compress(sizes.tobytes() + b"".join(blobs), preset=9 | lzma.PRESET_EXTREME)


def unpack(packed: bytes) -> MarksModel:
    """Read the table that `pack` made."""
    data = lzma.decompress(packed)
    ends = np.cumsum(np.frombuffer(data[: 8 * PARTS], np.int64)) + 8 * PARTS
    starts = [8 * PARTS, *ends[:-1].tolist()]
    blobs = [data[a:b] for a, b in zip(starts, ends.tolist(), strict=True)]
    words = blobs[0].decode().split("\n")
    foreign = dict(line.split(" ") for line in blobs[1].decode().split("\n"))
    singles, pair_keys, pairs, triple_keys, triples = (_from_planes(blob) for blob in blobs[2:])
    return MarksModel(
        words,
        to_counts(singles),
        np.cumsum(pair_keys),
        to_counts(pairs),
        np.cumsum(triple_keys),
        to_counts(triples),
        {word: -int(level) / STEPS_PER_DOUBLING for word, level in foreign.items()},
    )


PARTS = 7


def to_levels(counts: Floats) -> Ints:
    """Return the *counts*, of at least 1, as rounded logarithms."""
    levels: Ints = np.rint(np.log2(counts) * STEPS_PER_DOUBLING).astype(np.int64)
    return levels


def to_counts(levels: Ints) -> Floats:
    """Return the counts that rounded logarithms stand for."""
    return np.asarray(2.0 ** (levels / STEPS_PER_DOUBLING))


def _planes(numbers: Ints) -> bytes:
    """Write *numbers* byte plane by byte plane, which compresses best."""
    return numbers.astype("<i8").view(np.uint8).reshape(-1, 8).T.tobytes()


def _from_planes(blob: bytes) -> Ints:
    planes = np.frombuffer(blob, np.uint8).reshape(8, -1)
    return np.asarray(planes.T.copy().view("<i8").ravel(), np.int64)
