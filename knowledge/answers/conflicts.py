"""Where two pages in force say opposite things, so that both are shown, with a warning (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from knowledge.answers.contradiction import contradicts, states
from knowledge.answers.extractive import Answer, Citation, Claim, citation_of
from knowledge.answers.prompt_injection import honest_places
from knowledge.answers.quoting import in_context, quotation, whole
from knowledge.index.corpus import Corpus
from knowledge.index.passages import Passage
from knowledge.retrieval.ranking import Found
from knowledge.text.sentences import Sentence

LOOKED_AT = 10
"""So many of the passages found are compared with those that the answer cites."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, and the place of a passage where it begins."""

    passage: Passage
    at: int
    sentence: Sentence

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text

    def contradicts(self, other: "_Said") -> bool:
        """Tell whether the *other* sentence, of another page, cannot hold as well."""
        return self.passage.page != other.passage.page and contradicts(
            self.sentence.whole,
            other.sentence.whole,
            headings=(self.passage.heading, other.passage.heading),
        )


def with_contradictions(given: Answer, found: Found, corpus: Corpus) -> Answer:
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
        if one.contradicts(other):
            given = _beside(given, one, other, corpus)
    return given


def _beside(given: Answer, one: _Said, other: _Said, corpus: Corpus) -> Answer:
    """Show the *other* sentence too, unless it is, and note that it disagrees."""
    citations = list(given.citations)
    claims = given.claims
    first = next(each.n for each in citations if each.clause == one.passage.clause)
    place = next((at for at, each in enumerate(citations) if _is_of(each, other)), None)
    if place is None:
        quote = quotation(other.passage, in_context(other.passage, other.at))
        citations.append(citation_of(len(citations) + 1, other.passage, corpus, quote=quote))
        claims = (*claims, Claim(quote, (len(citations),)))
        place = len(citations) - 1
    elif other.text not in citations[place].quote:
        quote = quotation(other.passage, in_context(other.passage, other.at))
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
        sentence = whole(passage, at)
        if states(sentence) and not passage.at(at).goes_on:
            yield _Said(passage, at, sentence)
