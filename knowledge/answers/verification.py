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

from knowledge.answers.claims import GeneratedSentence, is_harmless
from knowledge.answers.overclaims import CLAUSE_BREAK, overclaims
from knowledge.answers.prompt_injection import trusted_places
from knowledge.answers.quoting import piece_places
from knowledge.errors import EmbedderUnavailableError
from knowledge.index.corpus import Corpus
from knowledge.index.dense import DenseIndex
from knowledge.index.passages import Passage
from knowledge.models.embedder import Embedder
from knowledge.text.data_classification import overstates_level
from knowledge.text.language import language_of
from knowledge.text.lexicon import BY_CODE, all_words, compiled, spaced
from knowledge.text.negation import denies_all, differs_in_negation, is_negative, says_only
from knowledge.text.numbers import find_numbers, find_possible_numbers, is_number
from knowledge.text.sentences import Sentence
from knowledge.text.tokens import tokenize

Rejection = Literal[
    "uncited", "unknown", "unsafe", "empty", "number", "name", "not", "words", "meaning"
]
"""What is wrong with a claim: it cites nothing, or a passage that is not there; it holds a link or
worse; it says nothing; it has a number, a name, a "not", words or a meaning of its own."""

MIN_WORD_SHARE = 0.85
"""The share of a claim's telling words that its evidence must hold."""

MIN_SINGLE_SENTENCE_SHARE = 0.85
"""The share of what proves a part of a claim that must stand in a single sentence."""

MIN_SIMILARITY = 0.86
"""How alike claim and sentence must be for multilingual-e5-small, in one language."""

MIN_CROSS_LANGUAGE_SIMILARITY = 0.84
"""The same between two languages."""

MIN_DEVIATIONS = 2.0
"""The same for models whose similarities are not known: spreads above what is usual."""

MIN_PASSAGES = 50
"""From how many passages on that is known."""

MAX_EVIDENCE_SENTENCES = 3
MIN_ADDED_SHARE = 0.15
"""How many sentences may prove a claim together, and which share of it each must add."""

MAX_SIMILARITY_GAP = 0.02
"""Between two languages: how far below the best a sentence may be and still be evidence."""

_COMMON_TERMS = frozenset(
    tokenize(" ".join(all_words(lambda each: each.verification.common_words)))
)
"""Words that change with the way a thing is said; a claim may have them of its own."""

_SEMICOLON = re.compile(r";\s+")
_ANAPHORA = compiled(rf"^(?:\W*\w+){{0,2}}\W*\b{spaced(lambda each: each.verification.anaphora)}\b")
"""How a sentence begins that means something said before."""

_NAME = re.compile(r"[A-Z][\w&-]*|\b\w*[a-z][A-Z]\w*")
_LATIN = re.compile(r"[A-Za-z][\w&-]+")
_NAME_PREFIX_CHARS = 4
"""Names that begin with the same so many letters are the same in two languages."""


@dataclass(frozen=True, slots=True)
class Verification:
    """A claim with the places of the sentences that prove it, by the numbers it cites.

    Where it is not proved, *flaw* says why.
    """

    text: str
    evidence: tuple[tuple[int, tuple[int, ...]], ...] = ()
    flaw: Rejection | None = None


@dataclass(frozen=True, slots=True)
class _Evidence:
    """One sentence of a cited passage: the passage's number, its place there, and its likeness."""

    number: int
    places: tuple[int, ...]
    text: str
    words: frozenset[str]
    alike: float | None


@dataclass(frozen=True, slots=True)
class ClaimVerifier:
    """Judges claims against *passages*, which are numbered from 1."""

    passages: Sequence[Passage]
    corpus: Corpus
    dense: DenseIndex | None
    embedder: Embedder | None

    def verify(self, written: GeneratedSentence) -> Verification:
        """Prove a claim, or say what is wrong with it. It takes a while: callers use threads."""
        flaw = self._check_form(written)
        if flaw:
            return Verification(written.text, flaw=flaw)
        lines, usual = self._lines(written)
        is_cross_language = bool(lines) and self._is_cross_language(written)
        chosen = (
            _most_similar(lines)
            if is_cross_language
            else self._choose_covering(written.text, lines)
        )
        if not chosen:
            return Verification(written.text, flaw="words")
        told = " ".join(line.text for line in chosen)
        flaw = (
            (None if find_numbers(written.text) <= find_possible_numbers(told) else "number")
            or (self._check_across_languages if is_cross_language else self._check_words)(
                written, chosen
            )
            or ("not" if self._exceeds_only(written.text, lines) else None)
            or (
                "not"
                if not is_cross_language and _overclaims(written.text, chosen, lines)
                else None
            )
            or self._check_meaning(chosen, usual, is_cross_language=is_cross_language)
        )
        return Verification(written.text, () if flaw else _places(chosen), flaw)

    def _check_form(self, written: GeneratedSentence) -> Rejection | None:
        """Say what is wrong before anything is compared."""
        if not written.cites:
            return "uncited"
        if not all(1 <= number <= len(self.passages) for number in written.cites):
            return "unknown"
        if not is_harmless(written.text, "\n".join(self._trusted_texts(written))):
            return "unsafe"
        return None if tokenize(written.text) else "empty"

    def _trusted_texts(self, written: GeneratedSentence) -> Iterable[str]:
        for number in written.cites:
            passage = self.passages[number - 1]
            yield from (passage.sentences[place].whole for place in trusted_places(passage))

    def _is_cross_language(self, written: GeneratedSentence) -> bool:
        own = language_of(written.text)
        return all(language_of(self.passages[n - 1].text) != own for n in written.cites)

    def _lines(
        self, written: GeneratedSentence
    ) -> tuple[list[_Evidence], tuple[float, float] | None]:
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
            for place in trusted_places(passage)
            for line in self._split_units(number, place, likeness.get(passage.id))
        ]
        return lines, usual

    def _split_units(
        self, number: int, place: int, likeness: tuple[float, ...] | None
    ) -> Iterator[_Evidence]:
        """Part a sentence at its semicolons; it brings the one before if it points back there."""
        passage = self.passages[number - 1]
        places = piece_places(passage, place)
        if places[0] > 0 and _ANAPHORA.search(passage.at(places[0]).text):
            places = [*piece_places(passage, places[0] - 1), *places]
        places = [each for each in places if each >= 0]
        text = " ".join(_full_text(passage.at(each)) for each in places)
        for unit in [text] if passage.at(place).kind == "row" else _SEMICOLON.split(text):
            words = frozenset(tokenize(unit))
            yield _Evidence(
                number, tuple(places), unit, words, likeness[place] if likeness else None
            )

    def _choose_covering(self, claim: str, lines: Sequence[_Evidence]) -> list[_Evidence]:
        """Choose the sentences that hold most of a claim's words, numbers left aside."""
        wanted = _content_terms(claim)
        chosen: list[_Evidence] = []
        held = frozenset(
            tokenize(" ".join({self.passages[line.number - 1].title for line in lines}))
        )
        for _ in range(MAX_EVIDENCE_SENTENCES):
            gains = [
                (_share(wanted, line.words | held) - _share(wanted, held), line) for line in lines
            ]
            most = max((gain for gain, _ in gains), default=0.0)
            if most < (MIN_ADDED_SHARE if chosen else 1e-6):
                break
            best = [line for gain, line in gains if gain > most - 1e-6]
            chosen.append(max(best, key=lambda line: line.alike or 0.0))
            held |= chosen[-1].words
        return chosen

    def _exceeds_only(self, claim: str, lines: Sequence[_Evidence]) -> bool:
        """Tell a claim that adds an "only", or goes beyond the one in the sentence it is like."""
        nearest = max(lines, key=_likeness)
        if not says_only(nearest.text):
            return says_only(claim) and not any(says_only(line.text) for line in lines)
        elsewhere = frozenset[str]().union(*(line.words for line in lines)) - nearest.words
        head = frozenset(tokenize(self.passages[nearest.number - 1].title))
        return bool((elsewhere - head) & frozenset(tokenize(claim)))

    def _check_words(
        self, written: GeneratedSentence, chosen: Sequence[_Evidence]
    ) -> Rejection | None:
        """Compare names, "not" and words with the sentences chosen, in one language."""
        named = frozenset().union(
            *(self.corpus.terms(self.passages[number - 1]) for number in written.cites)
        )
        names = _names(written.text, self.corpus.small_words)
        if any(not named.issuperset(tokenize(name)) for name in names):
            return "name"
        titles = {self.passages[line.number - 1].title for line in chosen}
        if differs_in_negation(written.text, [line.text for line in chosen], sorted(titles)):
            return "not"
        head = frozenset(tokenize(" ".join(titles)))
        held = head.union(*(line.words for line in chosen))
        if _share(_content_terms(written.text), held) < MIN_WORD_SHARE:
            return "words"
        return "words" if _is_stitched(written.text, head, chosen) else None

    def _check_across_languages(
        self, written: GeneratedSentence, chosen: Sequence[_Evidence]
    ) -> Rejection | None:
        """Compare names and "not" with the sentences chosen, between two languages."""
        told = " ".join(
            [line.text for line in chosen] + [self.passages[n - 1].title for n in written.cites]
        ).lower()
        is_spaced = BY_CODE[language_of(written.text)].writes_spaces
        names = _marked_names(written.text) if is_spaced else _LATIN.findall(written.text)
        if any(name.lower()[:_NAME_PREFIX_CHARS] not in told for name in names):
            return "name"
        if is_negative(written.text):
            return None if any(is_negative(line.text) for line in chosen) else "not"
        cited = [each.whole for n in written.cites for each in self.passages[n - 1].sentences]
        if overstates_level(written.text, cited):
            return "words"
        return "not" if all(denies_all(line.text) for line in chosen) else None

    def _check_meaning(
        self,
        chosen: Sequence[_Evidence],
        usual: tuple[float, float] | None,
        *,
        is_cross_language: bool,
    ) -> Rejection | None:
        """Compare meanings where there are vectors; between two languages there must be."""
        alike = max((line.alike for line in chosen if line.alike is not None), default=None)
        if alike is None or usual is None or self.dense is None or self.embedder is None:
            return "meaning" if is_cross_language else None
        if "multilingual-e5-small" in self.embedder.id:
            return (
                None
                if alike >= (MIN_CROSS_LANGUAGE_SIMILARITY if is_cross_language else MIN_SIMILARITY)
                else "meaning"
            )
        if len(self.dense.place) < MIN_PASSAGES:
            return "meaning" if is_cross_language else None
        mean, spread = usual
        return None if alike >= mean + MIN_DEVIATIONS * spread else "meaning"


def _full_text(sentence: Sentence) -> str:
    return sentence.text if sentence.is_continuation else sentence.whole


def _overclaims(claim: str, chosen: Sequence[_Evidence], lines: Sequence[_Evidence]) -> bool:
    texts = [each.text for each in chosen]
    return overclaims(claim, _content_terms(claim), texts, [each.text for each in lines])


def _is_stitched(claim: str, head: frozenset[str], chosen: Sequence[_Evidence]) -> bool:
    """Tell a claim with a part of which each word is from another sentence."""
    for part in CLAUSE_BREAK.split(claim):
        wanted = _content_terms(part)
        whole = _share(wanted, head.union(*(line.words for line in chosen)))
        if (
            max(_share(wanted, head | line.words) for line in chosen)
            < MIN_SINGLE_SENTENCE_SHARE * whole
        ):
            return True
    return False


def _share(wanted: frozenset[str], held: frozenset[str]) -> float:
    """Tell which share of the words *wanted* is *held*; all of none is all."""
    return len(wanted & held) / len(wanted) if wanted else 1.0


def _content_terms(text: str) -> frozenset[str]:
    """Give the words of a *text* that must be the page's: no numbers, and no light words."""
    return frozenset(term for term in tokenize(text) if not is_number(term)) - _COMMON_TERMS


def _most_similar(lines: Sequence[_Evidence]) -> list[_Evidence]:
    """Choose the sentences most like a claim in another language."""
    known = sorted((line for line in lines if line.alike is not None), key=_likeness, reverse=True)
    return [
        line
        for line in known[:MAX_EVIDENCE_SENTENCES]
        if _likeness(line) >= _likeness(known[0]) - MAX_SIMILARITY_GAP
    ]


def _likeness(line: _Evidence) -> float:
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


def _places(chosen: Sequence[_Evidence]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    places: dict[int, set[int]] = {}
    for line in chosen:
        places.setdefault(line.number, set()).update(line.places)
    return tuple((number, tuple(sorted(each))) for number, each in places.items())
