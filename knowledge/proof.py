"""Whether a claim that a model wrote is what the cited passages say (pure but for the embedder).

No second model is asked. A claim is held against the sentences it fits best: it may hold no
number, no name and no "not" that they do not, nor leave out a "not" that they have; most of its
words must be theirs, and its meaning near. Between two languages words cannot be compared:
numbers, names written in letters, and meaning must do, so more is dropped there.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.claims import Written, is_harmless
from knowledge.dense import Dense
from knowledge.embedding import Embedder
from knowledge.errors import EmbedderUnavailableError
from knowledge.figures import figures, told_figures
from knowledge.library import Library
from knowledge.negation import contradicts, is_limited, is_negative
from knowledge.passages import Passage
from knowledge.tampering import honest_places
from knowledge.tongue import language_of
from knowledge.words import terms

Flaw = Literal["uncited", "unknown", "unsafe", "empty", "number", "name", "not", "words", "meaning"]
"""What is wrong with a claim: it cites nothing, or a passage that is not there; it holds a link or
worse; it says nothing; it has a number, a name, a "not", words or a meaning of its own."""

LEAST_WORDS = 0.55
"""The share of a claim's words, rare ones counting more, that its evidence must hold."""

LEAST_OF_ONE = 0.8
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

_PART = re.compile(
    r"[,;:()]|\b(?:and|but|or|so|since|because|if|when|dan|tetapi|atau|karena|jika"
    r"|và|nhưng|hoặc|vì|nếu)\b",
    re.IGNORECASE,
)
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
    place: int
    text: str
    words: frozenset[str]
    alike: float | None


@dataclass(frozen=True, slots=True)
class Proof:
    """Judges claims against *passages*, which are numbered from 1."""

    passages: Sequence[Passage]
    library: Library
    dense: Dense | None
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
            found = self.dense.similarity(vector, [passage.id for passage in cited.values()])
            likeness = {id_: each.sentences for id_, each in found.items()}
            usual = self.dense.usual(vector)
        lines = [
            _Line(
                number,
                place,
                passage.sentences[place].whole,
                self.library.sentence_terms(passage)[place],
                likeness[passage.id][place] if passage.id in likeness else None,
            )
            for number, passage in cited.items()
            for place in honest_places(passage)
        ]
        return lines, usual

    def _covering(self, claim: str, lines: Sequence[_Line]) -> list[_Line]:
        """Choose the sentences that hold most of a claim's words, numbers left aside."""
        wanted = frozenset(term for term in terms(claim) if not term.isdigit())
        words = self.library.words
        chosen: list[_Line] = []
        held: frozenset[str] = frozenset()
        for _ in range(MOST_EVIDENCE):
            gains = [
                (words.share(wanted, line.words | held) - words.share(wanted, held), line)
                for line in lines
            ]
            most = max((gain for gain, _ in gains), default=0.0)
            if most < (WORTH_ADDING if chosen else 1e-6):
                break
            best = [line for gain, line in gains if gain > most - 1e-6]
            chosen.append(max(best, key=lambda line: line.alike or 0.0))
            held |= chosen[-1].words
        return chosen

    def _oversteps(self, claim: str, lines: Sequence[_Line]) -> bool:
        """Tell a claim that goes beyond the sentence it is most like, where that says "only"."""
        nearest = max(lines, key=_likeness)
        if not is_limited(nearest.text):
            return False
        elsewhere = frozenset[str]().union(*(line.words for line in lines)) - nearest.words
        return bool(elsewhere & frozenset(terms(claim)))

    def _wrong_words(self, written: Written, chosen: Sequence[_Line]) -> Flaw | None:
        """Compare names, "not" and words with the sentences chosen, in one language."""
        named = frozenset().union(
            *(self.library.terms(self.passages[number - 1]) for number in written.cites)
        )
        names = _names(written.text, self.library.small_words)
        if any(not named.issuperset(terms(name)) for name in names):
            return "name"
        if contradicts(written.text, [line.text for line in chosen]):
            return "not"
        titles = (self.passages[line.number - 1].title for line in chosen)
        head = frozenset(terms(" ".join(titles)))
        wanted = frozenset(terms(written.text))
        share = self.library.words.share
        if share(wanted, head.union(*(line.words for line in chosen))) < LEAST_WORDS:
            return "words"
        return "words" if self._is_stitched(written.text, head, chosen) else None

    def _is_stitched(self, claim: str, head: frozenset[str], chosen: Sequence[_Line]) -> bool:
        """Tell a claim with a part of which each word is from another sentence."""
        share = self.library.words.share
        for part in _PART.split(claim):
            wanted = frozenset(terms(part))
            whole = share(wanted, head.union(*(line.words for line in chosen)))
            if max(share(wanted, head | line.words) for line in chosen) < LEAST_OF_ONE * whole:
                return True
        return False

    def _wrong_abroad(self, written: Written, chosen: Sequence[_Line]) -> Flaw | None:
        """Compare names and "not" with the sentences chosen, between two languages."""
        told = " ".join(
            [line.text for line in chosen] + [self.passages[n - 1].title for n in written.cites]
        ).lower()
        is_thai = language_of(written.text) == "th"
        names = _LATIN.findall(written.text) if is_thai else _marked_names(written.text)
        if any(name.lower()[:_LETTERS_THAT_NAME] not in told for name in names):
            return "name"
        negative = [is_negative(line.text) for line in chosen]
        says_not = is_negative(written.text)
        return "not" if says_not not in negative and says_not is not any(negative) else None

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
    places: dict[int, list[int]] = {}
    for line in chosen:
        places.setdefault(line.number, []).append(line.place)
    return tuple((number, tuple(sorted(each))) for number, each in places.items())
