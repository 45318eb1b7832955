"""Verifies that a generated claim is what its cited passages say (pure but for the embedder).

No second model is asked. A claim is held against the sentences it fits best: it may hold no
number, no name and no "not" that they do not, nor leave out a "not" that they have; most of its
words must be theirs, and its meaning near. Between two languages words cannot be compared:
numbers, names written in letters, and meaning must do, so more is dropped there.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Self

from knowledge.answers.agreement import find_disagreement
from knowledge.answers.claims import GeneratedSentence, is_harmless
from knowledge.answers.overclaims import CLAUSE_BREAK, overclaims
from knowledge.answers.prompt_injection import trusted_places
from knowledge.answers.quoted_words import QuotedUnit, all_units, find_quoted
from knowledge.errors import EmbedderUnavailableError
from knowledge.index.corpus import Corpus
from knowledge.index.dense import DenseIndex
from knowledge.index.passages import Passage
from knowledge.models.embedder import Embedder
from knowledge.text.concepts import find_concepts, names_of
from knowledge.text.data_classification import find_levels, overstates_level
from knowledge.text.language import language_of
from knowledge.text.lexicon import BY_CODE, all_words, compiled
from knowledge.text.negation import denies_all, differs_in_negation, is_negative, says_only
from knowledge.text.numbers import find_numbers, find_possible_numbers, is_number
from knowledge.text.tokens import tokenize

Rejection = Literal[
    "uncited",
    "unknown",
    "quote",
    "unsafe",
    "empty",
    "number",
    "name",
    "not",
    "words",
    "who",
    "act",
    "order",
    "condition",
    "modality",
    "meaning",
    "judged",
]
"""What is wrong with a claim: it cites nothing, a passage that is not there, or words that are not
in it; it holds a link or worse; it says nothing; it has a number, a name, a "not", words, an actor,
an act, an order, a modality or a meaning of its own, or lacks a condition;
or a second model says that it is not what its quote says."""

MIN_WORD_SHARE = 1.0
"""Share of a claim's content terms that its evidence must contain."""

MIN_SINGLE_SENTENCE_SHARE = 0.85
"""Share of the evidence for a clause of the claim that must be in a single sentence."""

MIN_SIMILARITY = 0.82
"""Cosine similarity of claim and sentence for multilingual-e5-small, in one language."""

MIN_CROSS_LANGUAGE_SIMILARITY = 0.77
MIN_UNKNOWN_SIMILARITY = 0.84
"""The same between two languages, where both speak of something known, and where they do not."""

MIN_DEVIATIONS = 2.0
"""For other models: standard deviations above the mean similarity."""

MIN_PASSAGES = 50
"""Passages from which on that mean is reliable."""

_COMMON_TERMS = frozenset(
    tokenize(" ".join(all_words(lambda each: each.verification.common_words)))
)
"""Terms that depend on phrasing; a claim may have them without evidence."""

_NAME = re.compile(r"[A-Z][\w&-]*|\b\w*[a-z][A-Z]\w*")
_LATIN = re.compile(r"[A-Za-z][\w&-]+")
_REST_OF_WORD = compiled(r"^['\u2019]?s?\b")
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
    is_translated: bool = False
    """Whether claim and evidence are in two languages, so that words could not be compared."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a quote stands in: the number of its passage, its places, text and terms."""

    number: int
    place: int
    places: tuple[int, ...]
    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, number: int, unit: QuotedUnit) -> Self:
        """Tokenise a *unit* of passage *number*."""
        words = frozenset(tokenize(unit.text))
        return cls(number, unit.place, unit.places, unit.text, words)


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
        chosen = self._quoted(written)
        if not chosen:
            return Verification(written.text, flaw="quote")
        is_cross_language = language_of(written.text) != language_of(_text_of(chosen))
        check = self._check_across_languages if is_cross_language else self._check_words
        told = _text_of(chosen)
        flaw = (
            (None if find_numbers(written.text) <= find_possible_numbers(told) else "number")
            or check(written, chosen)
            or self._check_agreement(written, chosen)
            or self._check_limits(written, chosen, is_cross_language=is_cross_language)
            or self._check_meaning(written, chosen, is_cross_language=is_cross_language)
        )
        if flaw:
            return Verification(written.text, flaw=flaw)
        return Verification(written.text, _places(chosen), is_translated=is_cross_language)

    def _check_form(self, written: GeneratedSentence) -> Rejection | None:
        """Reject by form alone, before anything is compared."""
        if not written.passage or not written.quote.strip():
            return "uncited"
        if not 1 <= written.passage <= len(self.passages):
            return "unknown"
        if not is_harmless(written.text, "\n".join(self._trusted_texts(written))):
            return "unsafe"
        return None if tokenize(written.text) else "empty"

    def _cited(self, written: GeneratedSentence) -> list[int]:
        """Return the numbers of all passages of the clause cited, the passage itself first."""
        clause = self.passages[written.passage - 1].clause
        same = [n for n, each in enumerate(self.passages, start=1) if each.clause == clause]
        return sorted(same, key=lambda n: n != written.passage)

    def _trusted_texts(self, written: GeneratedSentence) -> Iterable[str]:
        for number in self._cited(written):
            passage = self.passages[number - 1]
            yield from (passage.sentences[place].whole for place in trusted_places(passage))

    def _quoted(self, written: GeneratedSentence) -> list[_Evidence]:
        """Return the units that the quote stands in, of the clause that is cited."""
        for number in self._cited(written):
            found = find_quoted(self.passages[number - 1], written.quote)
            if found:
                return [_Evidence.of(number, unit) for unit in found]
        return []

    def _lines(self, written: GeneratedSentence) -> list[_Evidence]:
        """Return everything that the clause cited says."""
        return [
            _Evidence.of(number, unit)
            for number in self._cited(written)
            for unit in all_units(self.passages[number - 1])
        ]

    def _check_agreement(
        self, written: GeneratedSentence, chosen: Sequence[_Evidence]
    ) -> Rejection | None:
        """Compare who does what, in which order, under which condition, and how much."""
        told = _text_of(chosen)
        return find_disagreement(
            written.text,
            [line.text for line in chosen],
            self.passages[written.passage - 1].title,
            languages=(language_of(written.text), language_of(told)),
        )

    def _check_limits(
        self, written: GeneratedSentence, chosen: Sequence[_Evidence], *, is_cross_language: bool
    ) -> Rejection | None:
        """Compare with all that the clause says: a claim goes no further than that."""
        if self._exceeds_only(written.text, chosen):
            return "not"
        if is_cross_language:
            return None
        return "not" if _overclaims(written.text, chosen, self._lines(written)) else None

    def _exceeds_only(self, claim: str, chosen: Sequence[_Evidence]) -> bool:
        """Tell whether a claim adds an "only", or puts more under that of a sentence."""
        own = frozenset(tokenize(claim))
        nearest = max(chosen, key=lambda line: len(own & line.words))
        if not says_only(nearest.text):
            return says_only(claim) and not any(says_only(line.text) for line in chosen)
        elsewhere = frozenset[str]().union(*(line.words for line in chosen)) - nearest.words
        head = frozenset(tokenize(self.passages[nearest.number - 1].title))
        return bool((elsewhere - head) & own)

    def _check_words(
        self, written: GeneratedSentence, chosen: Sequence[_Evidence]
    ) -> Rejection | None:
        """Compare names, negation and terms with the evidence, in one language."""
        named = frozenset().union(
            *(self.corpus.terms(self.passages[n - 1]) for n in self._cited(written))
        )
        names = _names(written.text, self.corpus.small_words)
        if any(not named.issuperset(tokenize(name)) for name in names):
            return "name"
        titles = {self.passages[line.number - 1].title for line in chosen}
        if differs_in_negation(written.text, [line.text for line in chosen], sorted(titles)):
            return "not"
        if not is_negative(written.text):
            best = max((*chosen, *self._lines(written)), key=lambda line: _covers(written, line))
            if differs_in_negation(written.text, [best.text]):
                return "not"
        if self._is_about_another(names, written, chosen):
            return "name"
        if _coverage(written.text, " ".join(titles), chosen) < MIN_WORD_SHARE:
            return "words"
        return "words" if _is_stitched(written.text, " ".join(titles), chosen) else None

    def _is_about_another(
        self, names: Sequence[str], written: GeneratedSentence, chosen: Sequence[_Evidence]
    ) -> bool:
        """Tell whether names of a claim stand in the heading alone, and others in the sentence."""
        best = max(chosen, key=lambda line: _covers(written, line))
        heading = self.passages[best.number - 1].heading
        is_unsaid = set(heading.split()) <= set(names) and heading not in best.text
        others = set(_NAME.findall(best.text.partition(" ")[2])) - set(names)
        return is_unsaid and bool(others)

    def _check_across_languages(
        self, written: GeneratedSentence, chosen: Sequence[_Evidence]
    ) -> Rejection | None:
        """Compare names, negation and data levels with the evidence, across languages."""
        told = " ".join(
            [*(line.text for line in chosen), self.passages[written.passage - 1].title]
        ).lower()
        is_spaced = BY_CODE[language_of(written.text)].writes_spaces
        names = _marked_names(written.text) if is_spaced else _LATIN.findall(written.text)
        if any(name.lower()[:_NAME_PREFIX_CHARS] not in told for name in names):
            return "name"
        if is_negative(written.text):
            return None if any(is_negative(line.text) for line in chosen) else "not"
        levels = find_levels(written.text)
        denied = [
            [each.text]
            for each in chosen
            if find_levels(each.text) & levels and is_negative(each.text)
        ]
        said = [list(self._trusted_texts(written)), *denied]
        if any(overstates_level(written.text, each) for each in said):
            return "words"
        return "not" if all(denies_all(line.text) for line in chosen) else None

    def _check_meaning(
        self, written: GeneratedSentence, chosen: Sequence[_Evidence], *, is_cross_language: bool
    ) -> Rejection | None:
        """Compare embeddings, if there are any; across languages there must be."""
        lacking: Rejection | None = "meaning" if is_cross_language else None
        if self.dense is None or self.embedder is None:
            return lacking
        try:
            vector = self.embedder.passages([written.text])[0]
        except EmbedderUnavailableError:
            return lacking
        passage = self.passages[chosen[0].number - 1]
        likeness = self.dense.similarity(vector, [passage]).get(passage.id)
        if likeness is None:
            return lacking
        alike = max(likeness.sentences[line.place] for line in chosen)
        if "multilingual-e5-small" in self.embedder.id:
            return None if alike >= _least_similarity(written.text, _text_of(chosen)) else "meaning"
        if len(self.dense.place) < MIN_PASSAGES:
            return lacking
        mean, spread = self.dense.usual(vector)
        return None if alike >= mean + MIN_DEVIATIONS * spread else "meaning"


def _least_similarity(claim: str, told: str) -> float:
    """Return the least similarity of a *claim* to what was *told* for multilingual-e5-small."""
    own, other = language_of(claim), language_of(told)
    if own == other:
        return MIN_SIMILARITY
    shared = names_of(find_concepts(claim, own)) & names_of(find_concepts(told, other))
    return MIN_CROSS_LANGUAGE_SIMILARITY if shared else MIN_UNKNOWN_SIMILARITY


def _text_of(chosen: Sequence[_Evidence]) -> str:
    return " ".join(line.text for line in chosen)


def _overclaims(claim: str, chosen: Sequence[_Evidence], lines: Sequence[_Evidence]) -> bool:
    texts = [each.text for each in chosen]
    return overclaims(claim, _content_terms(claim), texts, [each.text for each in lines])


def _is_stitched(claim: str, title: str, chosen: Sequence[_Evidence]) -> bool:
    """Tell whether a clause of a claim is assembled from several sentences."""
    for part in CLAUSE_BREAK.split(claim):
        whole = _coverage(part, title, chosen)
        best = max(_coverage(part, title, [line]) for line in chosen)
        if best < MIN_SINGLE_SENTENCE_SHARE * whole:
            return True
    return False


def _covers(written: GeneratedSentence, line: _Evidence) -> tuple[float, int]:
    """Rate how near a *line* is to a claim; of those that say as much the shortest is nearest."""
    return _coverage(written.text, "", [line]), -len(line.text)


def _coverage(claim: str, title: str, chosen: Sequence[_Evidence]) -> float:
    """Return the share of a claim's content terms that a *title* or what is *chosen* has.

    A term counts as well where they have another of the same meaning.
    """
    wanted = _content_terms(claim)
    told = f"{title}. {_text_of(chosen)}"
    lacking = _content_terms(_without_shared_concepts(claim, told)) - frozenset(tokenize(told))
    return 1 - len(lacking) / len(wanted) if wanted else 1.0


def _without_shared_concepts(claim: str, told: str) -> str:
    """Blank out the words of a *claim* for which what was *told* has others of the same meaning."""
    language = language_of(told)
    known = names_of(find_concepts(told, language))
    for each in reversed(find_concepts(claim, language)):
        if each.names & known:
            rest = _REST_OF_WORD.sub("", claim[each.end :])
            claim = f"{claim[: each.start]} {rest}"
    return claim


def _content_terms(text: str) -> frozenset[str]:
    """Return the content terms of a *text*: no numbers and no common terms."""
    return frozenset(term for term in tokenize(text) if not is_number(term)) - _COMMON_TERMS


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
