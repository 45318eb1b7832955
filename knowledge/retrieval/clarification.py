"""Clarifying questions: choices for an ambiguous question instead of a guess (pure).

A question is ambiguous if it names no topic ("how long?") and no clause leads clearly, if it is a
bare topic ("data") that several clauses fit equally, or if it says little about its one topic
("how long for solutions?") and clauses of several pages fit. It is too if several editions of one
text answer it alike, and it names none. The conversation before it may
resolve it, and nobody is asked back twice in a row.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from knowledge.pages import SEPARATOR
from knowledge.retrieval.edition_names import editions_in, without_editions
from knowledge.retrieval.follow_ups import Exchange
from knowledge.retrieval.ranking import Ranked, SearchResult
from knowledge.text.tokens import tokenize
from knowledge.text.topic_words import find_topics, is_bare_topic

MAX_CHOICES = 4
MIN_CHOICES = 2

MAX_CANDIDATES = 8
"""How many clauses are considered as choices."""

MIN_LEAD = 0.045
"""The margin of score over the next clause from which a question without a topic is clear."""

MAX_GAP = 0.03
MAX_GAP_LEXICAL = 0.1
"""How far below the best a clause may score and still fit a bare topic; without embeddings, more.
Half of it where the question says something about its topic."""

MAX_EDITION_GAP = 0.06
"""How far below the best the same clause of another edition may score and still be meant."""

MIN_FITTING_CLAUSES = 3
"""The number of fitting clauses from which a question is ambiguous."""


@dataclass(frozen=True, slots=True)
class ClarifyingChoice:
    """A clause that an ambiguous question may be about, and the full question for it."""

    clause: str
    heading: str
    question: str


def clarify(
    found: SearchResult,
    question: str,
    before: Sequence[Exchange],
    *,
    leads: Callable[[ClarifyingChoice], bool],
) -> tuple[ClarifyingChoice, ...]:
    """Return the choices for a *question*, none if it is clear or was just asked back.

    Only choices are offered for which *leads* is true: their question is answered by their clause.
    """
    if found.question != question or (before and before[-1].was_asked_back):
        return ()
    clauses = sorted(_by_clause(found), key=_own_score, reverse=True)
    if editions := _editions(question, clauses):
        return editions
    if not _is_unclear(question, clauses, MAX_GAP if found.usual else MAX_GAP_LEXICAL):
        return ()
    headings: dict[str, Ranked] = {}
    for each in sorted(clauses, key=_fit, reverse=True):
        headings.setdefault(each.passage.heading, each)
    candidates = (
        ClarifyingChoice(each.passage.clause, heading, complete_question(question, heading))
        for heading, each in list(headings.items())[:MAX_CANDIDATES]
    )
    chosen = tuple(islice(filter(leads, candidates), MAX_CHOICES))
    return chosen if len(chosen) >= MIN_CHOICES else ()


def _editions(question: str, clauses: Sequence[Ranked]) -> tuple[ClarifyingChoice, ...]:
    """Return a choice for each edition of the best clause, where the *question* names none."""
    if not clauses or editions_in(question):
        return ()
    best, near = clauses[0].passage, _within(clauses, MAX_EDITION_GAP)
    alike = {
        each.passage.title.split(SEPARATOR, 1)[0]: each.passage
        for each in near
        if each.passage.heading == best.heading
        and without_editions(each.passage.title) == without_editions(best.title)
    }
    if len(alike) < MIN_CHOICES or any(not editions_in(title) for title in alike):
        return ()
    return tuple(
        ClarifyingChoice(each.clause, title, complete_question(question, title))
        for title, each in list(alike.items())[:MAX_CHOICES]
    )


def complete_question(question: str, heading: str) -> str:
    """Rewrite an ambiguous *question* to ask for the clause under a *heading*."""
    return f"{heading}: {question.strip()}"


def is_completed(question: str, ambiguous: str) -> bool:
    """Return whether a *question* is an *ambiguous* one as `complete_question` rewrites it."""
    heading, _, rest = question.partition(f": {ambiguous.strip()}")
    return bool(heading) and question != heading and not rest


def _is_unclear(question: str, clauses: Sequence[Ranked], equally: float) -> bool:
    named = find_topics(question)
    if len(clauses) < MIN_FITTING_CLAUSES or (len(named) > 1 and not is_bare_topic(question)):
        return False
    if not named:
        return _own_score(clauses[0]) - _own_score(clauses[1]) < MIN_LEAD
    if is_bare_topic(question):
        return len(_within(clauses, equally)) >= MIN_FITTING_CLAUSES
    near = _within(clauses, equally / 2)
    is_defined = any(tokenize(each.passage.heading) == tokenize(named[0]) for each in near)
    return (
        len({each.passage.page for each in near if each.coverage}) >= MIN_FITTING_CLAUSES
        and not is_defined
    )


def _within(clauses: Sequence[Ranked], gap: float) -> list[Ranked]:
    return [each for each in clauses if _own_score(each) >= _own_score(clauses[0]) - gap]


def _by_clause(found: SearchResult) -> list[Ranked]:
    """Return the best passage of each clause."""
    clauses: dict[str, Ranked] = {}
    for each in found.ranked:
        clauses.setdefault(each.passage.clause, each)
    return list(clauses.values())


def _own_score(ranked: Ranked) -> float:
    """Return the score without that of the notes: an ask as short as the question is as unclear."""
    return ranked.score - ranked.asked


def _fit(ranked: Ranked) -> float:
    """Score a clause as a choice, which people recognise by its heading."""
    return ranked.score + (ranked.similarity.title if ranked.similarity else 0.0)
