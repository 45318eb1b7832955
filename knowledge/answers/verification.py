"""Whether a claim that a model wrote is what the cited passages say (pure but for the embedder).

No second model is asked. A claim is held against the sentences it fits best: it may hold no
number, no name and no "not" that they do not, nor leave out a "not" that they have; most of its
words must be theirs, and its meaning near. Between two languages words cannot be compared:
numbers, names written in letters, and meaning must do, so more is dropped there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.answers.claims import Written, is_harmless
from knowledge.answers.overclaims import PART, goes_too_far
from knowledge.answers.prompt_injection import honest_places
from knowledge.answers.quoting import unbroken
from knowledge.errors import EmbedderUnavailableError
from knowledge.index.corpus import Corpus
from knowledge.index.dense import DenseIndex
from knowledge.index.passages import Passage
from knowledge.models.embedder import Embedder
from knowledge.text.data_classification import says_more
from knowledge.text.language import language_of
from knowledge.text.negation import contradicts, denies_all, is_limited, is_negative
from knowledge.text.numbers import figures, is_figure, told_figures
from knowledge.text.sentences import Sentence
from knowledge.text.tokens import terms

Flaw = Literal["uncited", "unknown", "unsafe", "empty", "number", "name", "not", "words", "meaning"]
"""What is wrong with a claim: it cites nothing, or a passage that is not there; it holds a link or
worse; it says nothing; it has a number, a name, a "not", words or a meaning of its own."""

LEAST_WORDS = 0.85
"""The share of a claim's telling words that its evidence must hold."""

LEAST_OF_ONE = 0.85
"""The share of what proves a part of a claim that must stand in a single sentence."""

LEAST_ALIKE = 0.86
"""How alike claim and sentence must be for multilingual-e5-small, in one language."""

LEAST_ALIKE_ABROAD = 0.84
"""The same between two languages."""

LEAST_UNUSUAL = 2.0
"""The same for models whose similarities are not known: spreads above what is usual."""

FEWEST_PASSAGES = 50
"""From how many passages on that is known."""

MOST_EVIDENCE = 3
WORTH_ADDING = 0.15
"""How many sentences may prove a claim together, and which share of it each must add."""

ALIKE_GAP = 0.02
"""Between two languages: how far below the best a sentence may be and still be evidence."""

_LIGHT = frozenset(
    terms(
        "go goes get gets give given take takes make makes made put keep kept stay stays come"
        " allow allowed permit permitted require required count counts mean means include"
        " call called say says within afterwards after before during currently already always"
        " please yes following according every each everybody everyone people person"
        " memakai menggunakan digunakan mendapat diberi dilakukan wajib diizinkan termasuk ya"
        " sử dụng dùng bao gồm cho phép gồm vâng"
    )
)
"""Words that change with the way a thing is said; a claim may have them of its own."""

_SEMICOLON = re.compile(r";\s+")
_POINTING = re.compile(
    r"^(?:\W*\w+){0,2}\W*\b(?:it|its|they|them|their|this|these|that|those|such|ini|itu|mereka|nó"
    r"|họ|này|đó)\b",
    re.IGNORECASE,
)
"""How a sentence begins that means something said before."""

_NAME = re.compile(r"[A-Z][\w&-]*|\b\w*[a-z][A-Z]\w*")
_LATIN = re.compile(r"[A-Za-z][\w&-]+")
_LETTERS_THAT_NAME = 4
"""Names that begin with the same so many letters are the same in two languages."""


@dataclass(frozen=True, slots=True)
class Proved:
    """A claim with the places of the sentences that prove it, by the numbers it cites.

    Where it is not proved, *flaw* says why.
    """

    text: str
    evidence: tuple[tuple[int, tuple[int, ...]], ...] = ()
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence of a cited passage: the passage's number, its place there, and its likeness."""

    number: int
    places: tuple[int, ...]
    text: str
    words: frozenset[str]
    alike: float | None


@dataclass(frozen=True, slots=True)
class Proof:
    """Judges claims against *passages*, which are numbered from 1."""

    passages: Sequence[Passage]
    corpus: Corpus
    dense: DenseIndex | None
    embedder: Embedder | None

    def judge(self, written: Written) -> Proved:
        """Prove a claim, or say what is wrong with it. It takes a while: callers use threads."""
        flaw = self._at_sight(written)
        if flaw:
            return Proved(written.text, flaw=flaw)
        lines, usual = self._lines(written)
        is_abroad = bool(lines) and self._is_abroad(written)
        chosen = _alike(lines) if is_abroad else self._covering(written.text, lines)
        if not chosen:
            return Proved(written.text, flaw="words")
        told = " ".join(line.text for line in chosen)
        flaw = (
            (None if figures(written.text) <= told_figures(told) else "number")
            or (self._wrong_abroad if is_abroad else self._wrong_words)(written, chosen)
            or ("not" if self._oversteps(written.text, lines) else None)
            or ("not" if not is_abroad and _goes_too_far(written.text, chosen, lines) else None)
            or self._wrong_meaning(chosen, usual, is_abroad=is_abroad)
        )
        return Proved(written.text, () if flaw else _places(chosen), flaw)

    def _at_sight(self, written: Written) -> Flaw | None:
        """Say what is wrong before anything is compared."""
        if not written.cites:
            return "uncited"
        if not all(1 <= number <= len(self.passages) for number in written.cites):
            return "unknown"
        if not is_harmless(written.text, "\n".join(self._honest(written))):
            return "unsafe"
        return None if terms(written.text) else "empty"

    def _honest(self, written: Written) -> Iterable[str]:
        for number in written.cites:
            passage = self.passages[number - 1]
            yield from (passage.sentences[place].whole for place in honest_places(passage))

    def _is_abroad(self, written: Written) -> bool:
        own = language_of(written.text)
        return all(language_of(self.passages[n - 1].text) != own for n in written.cites)

    def _lines(self, written: Written) -> tuple[list[_Line], tuple[float, float] | None]:
        """Lay out the sentences a claim cites, with their likeness and what likeness is usual."""
        cited = {number: self.passages[number - 1] for number in written.cites}
        likeness: dict[str, tuple[float, ...]] = {}
        usual = None
        if self.dense is not None and self.embedder is not None:
            try:
                vector = self.embedder.passages([written.text])[0]
            except EmbedderUnavailableError:
                return [], None
            found = self.dense.similarity(vector, cited.values())
            likeness = {id_: each.sentences for id_, each in found.items()}
            usual = self.dense.usual(vector)
        lines = [
            line
            for number, passage in cited.items()
            for place in honest_places(passage)
            for line in self._units(number, place, likeness.get(passage.id))
        ]
        return lines, usual

    def _units(
        self, number: int, place: int, likeness: tuple[float, ...] | None
    ) -> Iterator[_Line]:
        """Part a sentence at its semicolons; it brings the one before if it points back there."""
        passage = self.passages[number - 1]
        places = unbroken(passage, place)
        if places[0] > 0 and _POINTING.search(passage.at(places[0]).text):
            places = [*unbroken(passage, places[0] - 1), *places]
        places = [each for each in places if each >= 0]
        text = " ".join(_told(passage.at(each)) for each in places)
        for unit in [text] if passage.at(place).kind == "row" else _SEMICOLON.split(text):
            words = frozenset(terms(unit))
            yield _Line(number, tuple(places), unit, words, likeness[place] if likeness else None)

    def _covering(self, claim: str, lines: Sequence[_Line]) -> list[_Line]:
        """Choose the sentences that hold most of a claim's words, numbers left aside."""
        wanted = _worded(claim)
        chosen: list[_Line] = []
        held = frozenset(terms(" ".join({self.passages[line.number - 1].title for line in lines})))
        for _ in range(MOST_EVIDENCE):
            gains = [
                (_share(wanted, line.words | held) - _share(wanted, held), line) for line in lines
            ]
            most = max((gain for gain, _ in gains), default=0.0)
            if most < (WORTH_ADDING if chosen else 1e-6):
                break
            best = [line for gain, line in gains if gain > most - 1e-6]
            chosen.append(max(best, key=lambda line: line.alike or 0.0))
            held |= chosen[-1].words
        return chosen

    def _oversteps(self, claim: str, lines: Sequence[_Line]) -> bool:
        """Tell a claim that adds an "only", or goes beyond the one in the sentence it is like."""
        nearest = max(lines, key=_likeness)
        if not is_limited(nearest.text):
            return is_limited(claim) and not any(is_limited(line.text) for line in lines)
        elsewhere = frozenset[str]().union(*(line.words for line in lines)) - nearest.words
        head = frozenset(terms(self.passages[nearest.number - 1].title))
        return bool((elsewhere - head) & frozenset(terms(claim)))

    def _wrong_words(self, written: Written, chosen: Sequence[_Line]) -> Flaw | None:
        """Compare names, "not" and words with the sentences chosen, in one language."""
        named = frozenset().union(
            *(self.corpus.terms(self.passages[number - 1]) for number in written.cites)
        )
        names = _names(written.text, self.corpus.small_words)
        if any(not named.issuperset(terms(name)) for name in names):
            return "name"
        titles = {self.passages[line.number - 1].title for line in chosen}
        if contradicts(written.text, [line.text for line in chosen], sorted(titles)):
            return "not"
        head = frozenset(terms(" ".join(titles)))
        held = head.union(*(line.words for line in chosen))
        if _share(_worded(written.text), held) < LEAST_WORDS:
            return "words"
        return "words" if _is_stitched(written.text, head, chosen) else None

    def _wrong_abroad(self, written: Written, chosen: Sequence[_Line]) -> Flaw | None:
        """Compare names and "not" with the sentences chosen, between two languages."""
        told = " ".join(
            [line.text for line in chosen] + [self.passages[n - 1].title for n in written.cites]
        ).lower()
        is_thai = language_of(written.text) == "th"
        names = _LATIN.findall(written.text) if is_thai else _marked_names(written.text)
        if any(name.lower()[:_LETTERS_THAT_NAME] not in told for name in names):
            return "name"
        if is_negative(written.text):
            return None if any(is_negative(line.text) for line in chosen) else "not"
        cited = [each.whole for n in written.cites for each in self.passages[n - 1].sentences]
        if says_more(written.text, cited):
            return "words"
        return "not" if all(denies_all(line.text) for line in chosen) else None

    def _wrong_meaning(
        self,
        chosen: Sequence[_Line],
        usual: tuple[float, float] | None,
        *,
        is_abroad: bool,
    ) -> Flaw | None:
        """Compare meanings where there are vectors; between two languages there must be."""
        alike = max((line.alike for line in chosen if line.alike is not None), default=None)
        if alike is None or usual is None or self.dense is None or self.embedder is None:
            return "meaning" if is_abroad else None
        if "multilingual-e5-small" in self.embedder.id:
            return (
                None if alike >= (LEAST_ALIKE_ABROAD if is_abroad else LEAST_ALIKE) else "meaning"
            )
        if len(self.dense.place) < FEWEST_PASSAGES:
            return "meaning" if is_abroad else None
        mean, spread = usual
        return None if alike >= mean + LEAST_UNUSUAL * spread else "meaning"


def _told(sentence: Sentence) -> str:
    return sentence.text if sentence.goes_on else sentence.whole


def _goes_too_far(claim: str, chosen: Sequence[_Line], lines: Sequence[_Line]) -> bool:
    texts = [each.text for each in chosen]
    return goes_too_far(claim, _worded(claim), texts, [each.text for each in lines])


def _is_stitched(claim: str, head: frozenset[str], chosen: Sequence[_Line]) -> bool:
    """Tell a claim with a part of which each word is from another sentence."""
    for part in PART.split(claim):
        wanted = _worded(part)
        whole = _share(wanted, head.union(*(line.words for line in chosen)))
        if max(_share(wanted, head | line.words) for line in chosen) < LEAST_OF_ONE * whole:
            return True
    return False


def _share(wanted: frozenset[str], held: frozenset[str]) -> float:
    """Tell which share of the words *wanted* is *held*; all of none is all."""
    return len(wanted & held) / len(wanted) if wanted else 1.0


def _worded(text: str) -> frozenset[str]:
    """Give the words of a *text* that must be the page's: no numbers, and no light words."""
    return frozenset(term for term in terms(text) if not is_figure(term)) - _LIGHT


def _alike(lines: Sequence[_Line]) -> list[_Line]:
    """Choose the sentences most like a claim in another language."""
    known = sorted((line for line in lines if line.alike is not None), key=_likeness, reverse=True)
    return [
        line for line in known[:MOST_EVIDENCE] if _likeness(line) >= _likeness(known[0]) - ALIKE_GAP
    ]


def _likeness(line: _Line) -> float:
    return line.alike or 0.0


def _names(claim: str, small: frozenset[str]) -> list[str]:
    """List the names in a claim: words with capitals, its first word if that is never *small*."""
    first = next(iter(_NAME.findall(claim)), "")
    return [
        name
        for name in _NAME.findall(claim)
        if name is not first or not claim.startswith(name) or name.lower() not in small
    ]


def _marked_names(claim: str) -> list[str]:
    """List the names that no language translates: those with capitals inside."""
    return [name for name in _NAME.findall(claim) if len(re.findall("[A-Z]", name)) > 1]


def _places(chosen: Sequence[_Line]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    places: dict[int, set[int]] = {}
    for line in chosen:
        places.setdefault(line.number, set()).update(line.places)
    return tuple((number, tuple(sorted(each))) for number, each in places.items())
