"""Detects contradiction between two sentences (pure).

Tuned for precision: two sentences are compared only if they are in one language, share a topic,
and neither is narrower than the other. They contradict each other if their modalities are
incompatible or if they state different quantities of the same unit.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

import snowballstemmer

from knowledge.text.language import language_of
from knowledge.text.lexicon import (
    BY_CODE,
    LEXICON,
    UNSPACED_LETTERS,
    all_words,
    compiled,
    spaced_words,
    unspaced_words,
    whole_words,
)
from knowledge.text.modality import (
    Modality,
    are_incompatible,
    classify_modality,
    is_conditional,
    strip_modals,
)
from knowledge.text.quantities import Quantities, find_quantities
from knowledge.text.sentences import Sentence
from knowledge.text.tokens import tokenize

MIN_SHARED_WORDS = 2
"""Content words that two sentences must share; in Thai, n-grams: `NGRAMS_PER_THAI_WORD` each."""

MIN_SHARED_DESPITE_HEADINGS = 4
"""With so many shared words, unrelated headings do not count."""

MAX_EXTRA_SHARE = 0.25
"""Words that one of them may have alone, per shared word; the other may have none."""

NGRAMS_PER_THAI_WORD = 3
"""About how many n-grams a Thai word yields."""

THAI_SLACK = 0.12
"""Share of Thai n-grams that may differ because they cross word boundaries."""

_COMMON_TERMS = frozenset(
    term
    for each in LEXICON
    if each.writes_spaces
    for term in tokenize(" ".join(each.comparison.common_words))
)
"""Words that say nothing about what a rule is about: whom it is for, how it is said."""

_COMMON_UNSPACED = re.compile(unspaced_words(lambda each: each.comparison.common_words))
_COMMON_TERMS_WITH_QUANTITIES = frozenset(
    tokenize(" ".join(all_words(lambda each: each.comparison.common_words_with_quantities)))
)
"""Words that may differ where amounts are compared: kept for a year is deleted after a year."""

_NARROWING = compiled(whole_words(lambda each: each.comparison.narrowing))
_ANAPHORA = compiled(
    rf"^(?:\W*\w+){{0,2}}\W*\b{spaced_words(lambda each: each.comparison.anaphora)}\b",
    rf"^\W*{unspaced_words(lambda each: each.comparison.anaphora)}",
)
"""An opening that refers back, so that the topic is unknown."""

_PARTS = re.compile(
    rf";\s+|,?\s+\b{spaced_words(lambda each: each.comparison.contrasts)}\b\s+"
    rf"|\s*{unspaced_words(lambda each: each.comparison.contrasts)}\s*"
)
_PARENTHETICAL = compiled(
    r"\([^()]*\)", rf",\s+{spaced_words(lambda each: each.comparison.parentheticals)}\b[^,;]*"
)
_LABEL = re.compile(r"^\W*[^.:]{1,40}:\s")
_CHECKBOX = re.compile(r"\[[ xX]?\]|[☐☑☒✓✔✅✗✘□]")
_QUESTION = re.compile(r"[?？]\s*$")  # noqa: RUF001 - the full-width mark asks as well
_UNSPACED = re.compile(f"[{UNSPACED_LETTERS}]")


@dataclass(frozen=True, slots=True)
class _Part:
    """One proposition of a sentence."""

    language: str
    words: frozenset[str]
    narrowing: frozenset[str]
    quantities: Quantities
    modality: Modality
    is_conditional: bool


def is_statement(sentence: Sentence) -> bool:
    """Tell whether a sentence is a self-contained statement.

    Rows, code, questions, labels, lead-ins, checkboxes and sentences that refer back are not.
    """
    text = sentence.text.strip()
    if sentence.kind not in {"sentence", "item"}:
        return False
    is_part = (
        sentence.is_lead_in
        or _QUESTION.search(text)
        or _LABEL.match(text)
        or _CHECKBOX.search(text)
    )
    return (
        not is_part and (" " in text or bool(_UNSPACED.search(text))) and not _ANAPHORA.search(text)
    )


def contradicts(one: str, other: str, *, headings: tuple[str, str] = ("", "")) -> bool:
    """Tell whether two sentences, each below its heading, cannot both hold."""
    return any(
        _have_one_subject(mine, theirs, headings, light)
        for mine, theirs in product(_parts(one), _parts(other))
        if len(mine.words & theirs.words) >= MIN_SHARED_WORDS
        for light in _conflicts(mine, theirs)
    )


def _conflicts(one: _Part, other: _Part) -> Iterator[frozenset[str]]:
    """Yield, for each kind of conflict between two parts, the terms that may differ."""
    if one.language != other.language or one.quantities.named != other.quantities.named:
        return
    if one.quantities.differs(other.quantities):
        yield _common_terms_with_quantities()
    if one.is_conditional == other.is_conditional and are_incompatible(
        one.modality, other.modality
    ):
        yield frozenset()


def _have_one_subject(
    one: _Part, other: _Part, headings: tuple[str, str], light: frozenset[str]
) -> bool:
    """Tell whether two parts share a topic, and neither is restricted further."""
    mine, theirs = one.words - light, other.words - light
    heads = [frozenset(_topic_terms(heading)) for heading in headings]
    shared = mine & theirs
    own, others = mine - theirs - heads[1], theirs - mine - heads[0]
    unit = 1 if BY_CODE[one.language].writes_spaces else NGRAMS_PER_THAI_WORD
    is_enough = len(one.words if one.words == other.words else shared) >= MIN_SHARED_WORDS * unit
    if not is_enough or (own & one.narrowing) or (others & other.narrowing):
        return False
    is_off = all(head and not head & (mine | theirs) for head in heads)
    if is_off and len(shared) < MIN_SHARED_DESPITE_HEADINGS * unit:
        return False
    less, more = sorted((len(own), len(others)))
    slack = 0 if BY_CODE[one.language].writes_spaces else THAI_SLACK * len(shared)
    return less <= slack and more <= MAX_EXTRA_SHARE * len(shared) + slack


@lru_cache(maxsize=65536)
def _parts(sentence: str) -> tuple[_Part, ...]:
    """Split a sentence into its propositions."""
    parts = _PARTS.split(_PARENTHETICAL.sub(" ", sentence))
    return tuple(_part(text) for text in parts if text.strip())


def _part(text: str) -> _Part:
    told = find_quantities(text)
    plain = strip_modals(told.rest)
    behind = _NARROWING.split(plain)[1:]
    return _Part(
        language=language_of(text),
        words=frozenset(_topic_terms(plain)),
        narrowing=frozenset(term for each in behind for term in _topic_terms(each)),
        quantities=told,
        modality=classify_modality(told.rest),
        is_conditional=is_conditional(text),
    )


def _topic_terms(text: str) -> Iterable[str]:
    """Return the stemmed content terms of a *text*."""
    if _UNSPACED.search(text):
        text = _COMMON_UNSPACED.sub(" ", text)
    for term in tokenize(text):
        if term not in _COMMON_TERMS:
            yield _stem_indonesian(term)


@cache
def _common_terms_with_quantities() -> frozenset[str]:
    return frozenset(map(_stem_indonesian, _COMMON_TERMS_WITH_QUANTITIES))


@lru_cache(maxsize=65536)
def _stem_indonesian(term: str) -> str:
    """Strip Indonesian affixes; other words are left alone."""
    return str(snowballstemmer.stemmer("indonesian").stemWord(term)) if term.isascii() else term
