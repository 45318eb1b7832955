"""Verifies that a generated claim is what its cited passages say (pure but for the embedder).

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
"""Share of a claim's content terms that its evidence must contain."""

MIN_SINGLE_SENTENCE_SHARE = 0.85
"""Share of the evidence for a clause of the claim that must be in a single sentence."""

MIN_SIMILARITY = 0.86
"""Cosine similarity of claim and sentence for multilingual-e5-small, in one language."""

MIN_CROSS_LANGUAGE_SIMILARITY = 0.84
"""The same between two languages."""

MIN_DEVIATIONS = 2.0
"""For other models: standard deviations above the mean similarity."""

MIN_PASSAGES = 50
"""Passages from which on that mean is reliable."""

MAX_EVIDENCE_SENTENCES = 3
MIN_ADDED_SHARE = 0.15
"""Sentences that may prove a claim together, and the share of it that each must add."""

MAX_SIMILARITY_GAP = 0.02
"""Across languages: similarity below the best at which a sentence is still evidence."""

_COMMON_TERMS = frozenset(
    tokenize(" ".join(all_words(lambda each: each.verification.common_words)))
)
"""Terms that depend on phrasing; a claim may have them without evidence."""

_SEMICOLON = re.compile(r";\s+")
_ANAPHORA = compiled(rf"^(?:\W*\w+){{0,2}}\W*\b{spaced(lambda each: each.verification.anaphora)}\b")
"""An opening that refers back to the sentence before."""

_NAME = re.compile(r"[A-Z][\w&-]*|\b\w*[a-z][A-Z]\w*")
_LATIN = re.compile(r"[A-Za-z][\w&-]+")
_NAME_PREFIX_CHARS = 4
"""Across languages, names are equal if their first letters, this many, are."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on a claim: the places of the sentences that prove it, by cited number.

    Where it is not proved, *flaw* says why.
    """

    text: str
    evidence: tuple[tuple[int, tuple[int, ...]], ...] = ()
    flaw: Rejection | None = None


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A sentence of a cited passage: passage number, places, text, terms and similarity."""

    number: int
    places: tuple[int, ...]
    text: str
    words: frozenset[str]
    alike: float | None


@dataclass(frozen=True, slots=True)
class ClaimVerifier:
    """Verifies claims against *passages*, which are numbered from 1."""

    passages: Sequence[Passage]
    corpus: Corpus
    dense: DenseIndex | None
    embedder: Embedder | None

    def verify(self, written: GeneratedSentence) -> Verification:
        """Verify a claim. Blocks on the embedder: call it in a thread."""
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
        """Reject by form alone, before anything is compared."""
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
        """Return the cited sentences with their similarity, and its usual mean and deviation."""
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
        """Split a sentence at semicolons, preceded by the sentence that it refers back to."""
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
        """Select greedily the sentences that cover a claim's content terms."""
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
        """Tell whether a claim adds an "only", or exceeds that of the most similar sentence."""
        nearest = max(lines, key=_likeness)
        if not says_only(nearest.text):
            return says_only(claim) and not any(says_only(line.text) for line in lines)
        elsewhere = frozenset[str]().union(*(line.words for line in lines)) - nearest.words
        head = frozenset(tokenize(self.passages[nearest.number - 1].title))
        return bool((elsewhere - head) & frozenset(tokenize(claim)))

    def _check_words(
        self, written: GeneratedSentence, chosen: Sequence[_Evidence]
    ) -> Rejection | None:
        """Compare names, negation and terms with the evidence, in one language."""
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
        """Compare names, negation and data levels with the evidence, across languages."""
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
        """Compare embeddings, if there are any; across languages there must be."""
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
    """Tell whether a clause of a claim is assembled from several sentences."""
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
    """Return the share of *wanted* terms that are *held*; 1 if none are wanted."""
    return len(wanted & held) / len(wanted) if wanted else 1.0


def _content_terms(text: str) -> frozenset[str]:
    """Return the content terms of a *text*: no numbers and no common terms."""
    return frozenset(term for term in tokenize(text) if not is_number(term)) - _COMMON_TERMS


def _most_similar(lines: Sequence[_Evidence]) -> list[_Evidence]:
    """Select the sentences most similar to a claim in another language."""
    known = sorted((line for line in lines if line.alike is not None), key=_likeness, reverse=True)
    return [
        line
        for line in known[:MAX_EVIDENCE_SENTENCES]
        if _likeness(line) >= _likeness(known[0]) - MAX_SIMILARITY_GAP
    ]


def _likeness(line: _Evidence) -> float:
    return line.alike or 0.0


def _names(claim: str, small: frozenset[str]) -> list[str]:
    """Return the names in a claim: capitalised words, the first only if never in *small*."""
    first = next(iter(_NAME.findall(claim)), "")
    return [
        name
        for name in _NAME.findall(claim)
        if name is not first or not claim.startswith(name) or name.lower() not in small
    ]


def _marked_names(claim: str) -> list[str]:
    """Return the names that are the same in all languages: those with inner capitals."""
    return [name for name in _NAME.findall(claim) if len(re.findall("[A-Z]", name)) > 1]


def _places(chosen: Sequence[_Evidence]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    places: dict[int, set[int]] = {}
    for line in chosen:
        places.setdefault(line.number, set()).update(line.places)
    return tuple((number, tuple(sorted(each))) for number, each in places.items())
