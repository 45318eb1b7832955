"""Where two pages in force say opposite things, so that both are shown, with a warning (pure).

A sentence of one page contradicts one of another when they speak of the same in nearly the same
words, and either one denies what the other says, or each has a number that the other has not.
Sentences that differ in what they speak of ("interns", "a high tier") do not, and conditions and
exceptions count for nothing: a false alarm would teach people to pass over the true ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from knowledge.answering import Answer, Citation, Claim, citation_of, quotation
from knowledge.library import Library
from knowledge.negation import denies_all, is_limited, is_negative, without_not
from knowledge.numerals import figures, is_figure
from knowledge.passages import Passage
from knowledge.proof import LIGHT
from knowledge.retrieval import Found
from knowledge.tampering import honest_places
from knowledge.words import terms

LOOKED_AT = 10
"""So many of the passages found are compared with those that the answer cites."""

LEAST_OF_SHORTER = 0.85
LEAST_OF_LONGER = 0.5
"""The share of the telling words of either sentence that the other must hold."""

FEWEST_WORDS = 3
"""Fewer words than this in common are a subject only if there are no others."""

_CONDITION = re.compile(
    r"\b(?:if|when|where|unless|except|without|until|while|jika|kalau|bila|apabila|kecuali|tanpa"
    r"|sampai|nếu|khi|trừ|ngoại trừ|cho đến)\b|หาก|ถ้า|เมื่อ|ยกเว้น|เว้นแต่|จนกว่า",
    re.IGNORECASE,
)
"""What makes a "not" hold only now and then."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence at a place of a passage, with what decides whether it contradicts another."""

    passage: Passage
    at: int
    text: str
    words: frozenset[str]
    numbers: frozenset[str]


def contradicts(one: str, other: str) -> bool:
    """Tell whether two sentences say opposite things about the same."""
    return _opposed(_said(one), _said(other))


def with_contradictions(given: Answer, found: Found, library: Library) -> Answer:
    """Add to an answer what other pages say against it, and tell which citations disagree."""
    cited = {each.clause: each for each in given.citations}
    near = [each.passage for each in found.ranked[:LOOKED_AT]]
    quoted = [
        each
        for passage in near
        if passage.clause in cited
        for each in _lines(passage)
        if each.text in cited[passage.clause].quote
    ]
    others = [each for passage in near for each in _lines(passage)]
    for one, other in product(quoted, others):
        if one.passage.page != other.passage.page and _opposed(one, other):
            given = _beside(given, one, other, library)
    return given


def _beside(given: Answer, one: _Said, other: _Said, library: Library) -> Answer:
    """Show the *other* sentence too, unless it is, and note that it disagrees."""
    citations = list(given.citations)
    claims = given.claims
    first = next(each.n for each in citations if each.clause == one.passage.clause)
    place = next((at for at, each in enumerate(citations) if _is_of(each, other)), None)
    if place is None:
        quote = quotation(other.passage.sentences, [other.at])
        citations.append(citation_of(len(citations) + 1, other.passage, library, quote=quote))
        claims = (*claims, Claim(quote, (len(citations),)))
        place = len(citations) - 1
    elif other.text not in citations[place].quote:
        quote = quotation(other.passage.sentences, [other.at])
        citations[place] = replace(citations[place], quote=f"{citations[place].quote}\n{quote}")
        claims = (*claims, Claim(quote, (citations[place].n,)))
    numbers = sorted((first, citations[place].n))
    pair = (numbers[0], numbers[1])
    conflicts = given.conflicts if pair in given.conflicts else (*given.conflicts, pair)
    return replace(given, claims=claims, citations=tuple(citations), conflicts=conflicts)


def _is_of(citation: Citation, said: _Said) -> bool:
    return citation.clause == said.passage.clause


def _lines(passage: Passage) -> Iterator[_Said]:
    for at in honest_places(passage):
        sentence = passage.sentences[at]
        if sentence.kind in {"sentence", "item"}:
            yield _said(sentence.text, sentence.lead, passage=passage, at=at)


def _said(text: str, lead: str = "", *, passage: Passage | None = None, at: int = 0) -> _Said:
    whole = f"{lead} {text}".strip()
    words = frozenset(term for term in terms(without_not(whole)) if not is_figure(term)) - LIGHT
    return _Said(passage or _NOWHERE, at, text, words, figures(whole))


_NOWHERE = Passage("", "", "", "", (), "", "", ())


def _opposed(one: _Said, other: _Said) -> bool:
    if not _is_of_the_same(one.words, other.words):
        return False
    if one.numbers - other.numbers and other.numbers - one.numbers:
        return is_negative(one.text) == is_negative(other.text)
    if one.numbers != other.numbers or _is_bounded([one.text, other.text]):
        return False
    return (denies_all(one.text) and not is_negative(other.text)) or (
        denies_all(other.text) and not is_negative(one.text)
    )


def _is_bounded(texts: Sequence[str]) -> bool:
    return any(_CONDITION.search(text) or is_limited(text) for text in texts)


def _is_of_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < 2:  # noqa: PLR2004 - one word is no subject
        return False
    shorter, longer = sorted((len(one), len(other)))
    common = len(one & other)
    return one == other or (
        common >= FEWEST_WORDS
        and common >= LEAST_OF_SHORTER * shorter
        and common >= LEAST_OF_LONGER * longer
    )
