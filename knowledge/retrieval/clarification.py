"""An unclear question: what it may be about, to be asked back instead of guessed (pure).

A question is unclear when it names no subject ("how long?") and no clause stands out, when it is a
bare subject ("data") that several clauses fit equally, or when it says little about its one
subject ("how long for solutions?") and clauses of several pages fit as well. What stands in the
conversation before it makes it clear, and nobody is asked back twice in a row.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from knowledge.retrieval.follow_ups import Exchange
from knowledge.retrieval.ranking import Found, Ranked
from knowledge.text.tokens import tokenize
from knowledge.text.topic_words import find_topics, is_bare_topic

MOST_CHOICES = 4
LEAST_CHOICES = 2

CANDIDATES = 8
"""How many clauses are looked at to find as many choices."""

STANDS_OUT = 0.045
"""How far ahead of the next clause the best one answers even a question without a subject."""

EQUALLY = 0.03
EQUALLY_BY_WORDS = 0.1
"""How far below the best a clause may score and still fit a bare subject as well: by meaning, and
by words alone. Where something is said about it, half of that."""

SEVERAL = 3
"""So many clauses that fit equally leave open which is meant."""


@dataclass(frozen=True, slots=True)
class ClarifyingChoice:
    """A clause that an unclear question may be about, and the question that asks for it."""

    clause: str
    heading: str
    question: str


def clarify(
    found: Found,
    question: str,
    before: Sequence[Exchange],
    *,
    leads: Callable[[ClarifyingChoice], bool],
) -> tuple[ClarifyingChoice, ...]:
    """List what a *question* may be about; nothing where it is clear, or was asked back before.

    *leads* tells whether the question of a choice is answered by its clause; no other is offered.
    """
    if found.question != question or (before and before[-1].was_asked_back):
        return ()
    clauses = _by_clause(found)
    if not _is_unclear(question, clauses, EQUALLY if found.usual else EQUALLY_BY_WORDS):
        return ()
    headings: dict[str, Ranked] = {}
    for each in sorted(clauses, key=_fit, reverse=True):
        headings.setdefault(each.passage.heading, each)
    candidates = (
        ClarifyingChoice(each.passage.clause, heading, completed(question, heading))
        for heading, each in list(headings.items())[:CANDIDATES]
    )
    chosen = tuple(islice(filter(leads, candidates), MOST_CHOICES))
    return chosen if len(chosen) >= LEAST_CHOICES else ()


def completed(question: str, heading: str) -> str:
    """Write an unclear *question* so that it asks for the clause under a *heading*."""
    return f"{heading}: {question.strip()}"


def _is_unclear(question: str, clauses: Sequence[Ranked], equally: float) -> bool:
    named = find_topics(question)
    if len(clauses) < SEVERAL or (len(named) > 1 and not is_bare_topic(question)):
        return False
    if not named:
        return clauses[0].score - clauses[1].score < STANDS_OUT
    if is_bare_topic(question):
        return len(_within(clauses, equally)) >= SEVERAL
    near = _within(clauses, equally / 2)
    is_defined = any(tokenize(each.passage.heading) == tokenize(named[0]) for each in near)
    return len({each.passage.page for each in near if each.coverage}) >= SEVERAL and not is_defined


def _within(clauses: Sequence[Ranked], gap: float) -> list[Ranked]:
    return [each for each in clauses if each.score >= clauses[0].score - gap]


def _by_clause(found: Found) -> list[Ranked]:
    """Keep of each clause the passage that fits best."""
    clauses: dict[str, Ranked] = {}
    for each in found.ranked:
        clauses.setdefault(each.passage.clause, each)
    return list(clauses.values())


def _fit(ranked: Ranked) -> float:
    """Tell how well a clause would do as a choice, which people know by its heading alone."""
    return ranked.score + (ranked.similarity.title if ranked.similarity else 0.0)
