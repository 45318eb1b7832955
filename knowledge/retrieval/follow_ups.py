"""Follow-up questions: what somebody means who has asked before (pure)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.text.lexicon import compiled, leading_words, whole_words
from knowledge.text.tokens import tokenize
from knowledge.text.topic_words import find_topics

FEW_WORDS = 4
"""A question of more telling words than this is understood by itself, pronouns or not."""

LONGEST_QUESTION = 1000
"""Characters of a question that are looked at: nobody asks one thing in more."""

_GOES_ON = compiled(leading_words(lambda each: each.follow_ups.openings))
_POINTS_BACK = compiled(whole_words(lambda each: each.follow_ups.pointing_words))

Knows = Callable[[str], bool]


def _anything(_term: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Exchange:
    """An earlier question of the conversation, and the clauses its answer cited."""

    question: str
    cited: tuple[str, ...] = ()
    was_asked_back: bool = False
    """Whether it was unclear, and was answered by a question of what it is about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for. *stress* is what a follow-up itself says, empty for other questions."""

    text: str
    stress: str = ""


def standing_alone(question: str, before: Sequence[Exchange], knows: Knows = _anything) -> Asked:
    """Give the *question* with what it leaves unsaid: the topic asked about *before* it.

    *knows* tells which words the handbook has: a single one that it has not goes on with nothing.
    """
    question = question[:LONGEST_QUESTION]
    if before and before[-1].was_asked_back and _is_an_answer(question):
        return Asked(f"{before[-1].question} {question}", stress=question)
    if not before or not _goes_on(question, knows):
        return Asked(question)
    if find_topics(question) and not leans(question):
        return Asked(question)
    earlier = [exchange.question for exchange in before]
    topic = next((each for each in reversed(earlier) if not leans(each)), earlier[0])
    return Asked(f"{topic} {question}", stress=question)


def leans(question: str) -> bool:
    """Tell whether a question means little without the one before it."""
    said = question.strip()
    telling = set(tokenize(said))
    if len(said.split()) <= 1 and len(telling) <= 1:
        return True
    if len(telling) > FEW_WORDS and not _is_thai(said):
        return False
    return bool(_GOES_ON.search(said) or _POINTS_BACK.search(said)) or not telling


def _goes_on(question: str, knows: Knows) -> bool:
    """Tell whether it may be about what was asked before; one strange word is about nothing."""
    said = question.strip()
    if not any(map(str.isalnum, said)):
        return False  # such as what was nothing but an address, and is covered up
    telling = set(tokenize(said))
    is_one_word = len(said.split()) == len(telling) == 1
    return not is_one_word or said.endswith(("?", "\uff1f")) or any(map(knows, telling))


def _is_an_answer(text: str) -> bool:
    """Tell whether a *text* says what an unclear question is about, and asks nothing of its own."""
    return len(text.split()) <= FEW_WORDS and not text.rstrip().endswith(("?", "\uff1f"))


def _is_thai(text: str) -> bool:
    """Tell Thai, whose words cannot be counted, unless it is too long to lean on anything."""
    return bool(re.search(r"[\u0e00-\u0e7f]", text)) and len(text) < 40  # noqa: PLR2004 - two short clauses
