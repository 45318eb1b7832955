"""Checks whether a clause has what a question asks about: names, years, codes, an amount (pure).

Similarity cannot tell a near miss from an answer: "What is the fine in Singapore?" is close to the
clause on Singapore, which names no fine. Each thing that a question names and the clause that comes
first does not, and each kind of answer that is asked for and not there, is a doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from knowledge.index.corpus import Corpus
from knowledge.retrieval.ranking import SearchResult
from knowledge.text.lexicon import UNSPACED_LETTERS, compiled, whole_words
from knowledge.text.names import WORD, find_names, is_large_inside
from knowledge.text.numbers import find_possible_numbers
from knowledge.text.tokens import tokenize

YEAR_DOUBT = 3.0
NAME_DOUBT = 1.5
MONEY_DOUBT = 2.5
PHONE_DOUBT = 3.0
CALLED_DOUBT = 2.5
VERSION_DOUBT = 2.5
AMOUNT_DOUBT = 1.5
NAMES_ALONE_DOUBT = 8.0
"""How much confidence each costs, on the scale of `confidence`."""

YEAR_SHARE = 0.25
"""How much of the doubt of a year counts beside notes."""

MAX_STRANGE_WORDS = 2
"""How many words that nothing knows beside a name still ask for what is said of it."""

MAX_NAMES = 2
"""How many names cost confidence; a long question names much."""

_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d-]|[.,]\d)")
_CODE = re.compile(r"\b(?:[a-z]*[A-Z][A-Za-z]*-?\d|[a-z]+-?\d\d)\d*(?:\.\d+)?\b")
"""Neither "b4" nor "kecil2", which says a word twice."""
_UNSPACED = re.compile(f"[{UNSPACED_LETTERS}]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.+-]{2,}")

_FACT = compiled(whole_words(lambda each: each.answers.fact))
_MONEY = compiled(whole_words(lambda each: each.answers.money))
_PRICED = compiled(
    rf"[$€£¥฿₫₱]|\b(?:[A-Z]{{2}}\$|SGD|USD|EUR|VND|THB|IDR|MYR|PHP)\b"
    rf"|{whole_words(lambda each: each.answers.currencies)}"
)
_PHONE = compiled(whole_words(lambda each: each.answers.phone))
_DIALLED = re.compile(r"\+?\d[\d ()-]{5,}\d")
_CALLED = compiled(whole_words(lambda each: each.answers.called))
_QUOTED_NAME = re.compile(r"[\"“«][^\"”»]{2,40}[\"”»]")
_NAMED = compiled(whole_words(lambda each: each.answers.named))
_BEFORE_NAME = " :*_`("
_VERSION = compiled(whole_words(lambda each: each.answers.version))
_VERSIONED = compiled(rf"\bv?\d+\.\d+\b|{whole_words(lambda each: each.answers.versions)}")
_AMOUNT = compiled(whole_words(lambda each: each.answers.amount))
_COUNTED = compiled(whole_words(lambda each: each.answers.counted))


class Doubts(NamedTuple):
    """How much of a question is not in a clause: names, years, and the kind of answer it asks."""

    names: float = 0.0
    year: float = 0.0
    answer: float = 0.0

    @property
    def lacking(self) -> float:
        """What counts beside notes; a year is often only part of the asker's story."""
        return YEAR_SHARE * self.year + self.answer


def with_doubts(found: SearchResult, corpus: Corpus) -> SearchResult:
    """Weigh the doubts that the clause that was *found* first answers the question."""
    if not found.ranked:
        return found
    best = found.ranked[0].passage
    text = f"{best.title}\n{corpus.page_of(best).section(best.anchor).text}"
    near = [each.passage.text for each in found.ranked]
    weighed = doubts(found.question, text, near)
    if _shares_names_alone(found.question, best.heading, near, corpus):
        weighed = weighed._replace(answer=weighed.answer + NAMES_ALONE_DOUBT)
    return replace(found, doubt=sum(weighed), lacking=weighed.lacking)


def _shares_names_alone(question: str, heading: str, near: Sequence[str], corpus: Corpus) -> bool:
    """Tell whether a *question* has nothing in common with pages and notes but a name.

    Such is "who is the president of Indonesia": of all that it says only the country is known, here
    or to the notes, which ask in the same language. A few strange words beside what the *heading*
    of the best clause names are another way of asking for it, unless they ask for a fact about it.
    """
    if not corpus.note_terms or _UNSPACED.search(question):
        return False
    words = {each: terms for each in WORD.findall(question.lower()) if (terms := tokenize(each))}
    known = {word for word, terms in words.items() if _knows(corpus, terms)}
    strange = words.keys() - known
    headed = set(WORD.findall(heading.lower())) - corpus.small_words
    is_name_alone = bool(known) and bool(strange) and known <= headed.union(find_names(near))
    is_little_else = len(strange) <= MAX_STRANGE_WORDS and not _FACT.search(question)
    is_asked_name = is_little_else and not known.isdisjoint(headed)
    return is_name_alone and not is_asked_name


def _knows(corpus: Corpus, terms: Sequence[str]) -> bool:
    """Tell whether the pages have all *terms* of a word, or the notes do."""
    return all(map(corpus.lexical.has, terms)) or corpus.note_terms.issuperset(terms)


def doubts(question: str, clause: str, near: Sequence[str]) -> Doubts:
    """Weigh the doubts that the text of a *clause* answers a *question*.

    *near* are the texts that come nearest, from which names are told.
    """
    is_of_another_year = bool(_years_and_codes(question) - _years_and_codes(clause))
    return Doubts(
        NAME_DOUBT * min(MAX_NAMES, len(_missing_names(question, clause, near))),
        YEAR_DOUBT * is_of_another_year,
        _doubt_of_kind(question, clause),
    )


def _doubt_of_kind(question: str, clause: str) -> float:
    """Tell whether the kind of answer that is asked for is missing."""
    if _PHONE.search(question) and not _DIALLED.search(clause):
        return PHONE_DOUBT
    if _MONEY.search(question) and not _PRICED.search(clause):
        return MONEY_DOUBT
    if _CALLED.search(question) and not _has_name(clause, question):
        return CALLED_DOUBT
    if _VERSION.search(question) and not _VERSIONED.search(clause):
        return VERSION_DOUBT
    is_counted = bool(find_possible_numbers(clause)) or bool(_COUNTED.search(clause))
    return AMOUNT_DOUBT * bool(_AMOUNT.search(question) and not is_counted)


def _has_name(clause: str, question: str) -> bool:
    """Tell whether a *clause* names somebody or something that the *question* does not.

    Such are two large words side by side, what is quoted, and a large word behind "called". In a
    script without capitals nothing tells, so that it is taken to.
    """
    if _UNSPACED.search(clause) or _QUOTED_NAME.search(clause):
        return True
    if any(
        clause[each.end() :].lstrip(_BEFORE_NAME)[:1].isupper() for each in _NAMED.finditer(clause)
    ):
        return True
    said = {each.lower() for each in WORD.findall(question)}
    return any(
        clause[first.end() : last.start()] == " "
        and first[0][0].isupper()
        and is_large_inside(clause, last)
        and not said.issuperset({first[0].lower(), last[0].lower()})
        for first, last in pairwise(WORD.finditer(clause))
    )


def _years_and_codes(text: str) -> set[str]:
    found = [*_YEAR.findall(text), *(each.replace("-", "") for each in _CODE.findall(text))]
    return {each.lower() for each in found}


def _missing_names(question: str, clause: str, near: Sequence[str]) -> set[str]:
    """Find the names in a *question* that the *clause* does not have."""
    held = {each.lower() for each in (*WORD.findall(clause), *_LATIN.findall(clause))}
    asked = {each.lower() for each in _asked_names(question)}
    known = find_names(near)
    asked |= {each.lower() for each in _LATIN.findall(question) if each.lower() in known}
    return {each for each in asked if each not in held}


def _asked_names(question: str) -> list[str]:
    """Find what is written as a name: large within a sentence, or Latin among Thai letters."""
    if _UNSPACED.search(question):
        return [each for each in _LATIN.findall(question) if each[0].isupper()]
    if question == question.upper():
        return []
    return [found[0] for found in WORD.finditer(question) if is_large_inside(question, found)]
