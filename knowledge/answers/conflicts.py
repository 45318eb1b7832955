"""Adds to an answer the sentences of other pages in force that contradict it (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from knowledge.answers.contradiction import contradicts, is_statement
from knowledge.answers.extractive import Answer, Citation, Claim, cite
from knowledge.answers.prompt_injection import trusted_places
from knowledge.answers.quoting import add_context, join_pieces, render_quote
from knowledge.index.corpus import Corpus
from knowledge.index.passages import Passage
from knowledge.retrieval.ranking import SearchResult
from knowledge.text.sentences import Sentence

MAX_COMPARED_PASSAGES = 10
"""How many of the best passages are compared with those that the answer cites."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence, and its place in a passage."""

    passage: Passage
    at: int
    sentence: Sentence

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text

    def contradicts(self, other: "_Statement") -> bool:
        """Tell whether the *other* sentence is of another page and contradicts this one."""
        return self.passage.page != other.passage.page and contradicts(
            self.sentence.whole,
            other.sentence.whole,
            headings=(self.passage.heading, other.passage.heading),
        )


def add_conflicts(given: Answer, found: SearchResult, corpus: Corpus) -> Answer:
    """Return the answer with contradicting sentences cited, and the pairs in ``conflicts``."""
    cited = {each.clause: each for each in given.citations}
    near = [each.passage for each in found.ranked[:MAX_COMPARED_PASSAGES]]
    quoted = [
        each
        for passage in near
        if passage.clause in cited
        for each in _statements(passage)
        if each.text in cited[passage.clause].quote
    ]
    others = [each for passage in near for each in _statements(passage)]
    for one, other in product(quoted, others):
        if one.contradicts(other):
            given = _add_conflict(given, one, other, corpus)
    return given


def _add_conflict(given: Answer, one: _Statement, other: _Statement, corpus: Corpus) -> Answer:
    """Cite the *other* sentence unless it is cited already, and record the conflict."""
    citations = list(given.citations)
    claims = given.claims
    first = next(each.n for each in citations if each.clause == one.passage.clause)
    place = next((at for at, each in enumerate(citations) if _is_of(each, other)), None)
    if place is None:
        quote = render_quote(other.passage, add_context(other.passage, other.at))
        citations.append(cite(len(citations) + 1, other.passage, corpus, quote=quote))
        claims = (*claims, Claim(quote, (len(citations),)))
        place = len(citations) - 1
    elif other.text not in citations[place].quote:
        quote = render_quote(other.passage, add_context(other.passage, other.at))
        citations[place] = replace(citations[place], quote=f"{citations[place].quote}\n{quote}")
        claims = (*claims, Claim(quote, (citations[place].n,)))
    numbers = sorted((first, citations[place].n))
    pair = (numbers[0], numbers[1])
    conflicts = given.conflicts if pair in given.conflicts else (*given.conflicts, pair)
    return replace(given, claims=claims, citations=tuple(citations), conflicts=conflicts)


def _is_of(citation: Citation, said: _Statement) -> bool:
    return citation.clause == said.passage.clause


def _statements(passage: Passage) -> Iterator[_Statement]:
    for at in trusted_places(passage):
        sentence = join_pieces(passage, at)
        if is_statement(sentence) and not passage.at(at).is_continuation:
            yield _Statement(passage, at, sentence)
