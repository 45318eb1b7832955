"""Follow-up questions: rewrites them with the topic of the conversation before (pure)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.text.language import language_of
from knowledge.text.lexicon import UNSPACED_LETTERS, compiled, leading_words, whole_words
from knowledge.text.tokens import tokenize
from knowledge.text.topic_words import find_topics
from knowledge.text.vietnamese_marks import readings

MAX_DEPENDENT_WORDS = 4
"""Questions of more terms are self-contained, pronouns or not."""

MIN_SENTENCE_WORDS = 3
"""The language of fewer words is not told."""

MAX_QUESTION_CHARS = 1000
"""Longer questions are cut."""

_GOES_ON = compiled(leading_words(lambda each: each.follow_ups.openings))
_POINTS_BACK = compiled(whole_words(lambda each: each.follow_ups.pointing_words))
_VARIES = compiled(whole_words(lambda each: each.follow_ups.conditions))

Knows = Callable[[str], bool]


def _anything(_term: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Exchange:
    """An earlier question of the conversation, and the clauses its answer cited."""

    question: str
    cited: tuple[str, ...] = ()
    was_asked_back: bool = False
    """Whether it was ambiguous, and answered with a clarifying question."""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """The text to search for. *stress* is the follow-up itself, empty for other questions.

    *shown* are the clauses that were cited just before, where it varies a condition of what they
    answered: another clause is looked for, nearer to the follow-up by itself.
    """

    text: str
    stress: str = ""
    shown: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[str, ...]:
        """What is compared with the pages: the text, or readings of it with its marks restored."""
        return (*readings(self.text), *(readings(self.stress) if self.shown else ()))


def resolve_follow_up(
    question: str, before: Sequence[Exchange], knows: Knows = _anything
) -> SearchQuery:
    """Rewrite a follow-up *question* with the topic of the exchanges *before* it.

    *knows* returns whether the handbook has a term: a single unknown word is no follow-up.
    """
    question = question[:MAX_QUESTION_CHARS]
    if before and before[-1].was_asked_back and _is_an_answer(question):
        return SearchQuery(f"{before[-1].question} {question}", stress=question)
    if not before or not _goes_on(question, knows):
        return SearchQuery(question)
    if _is_in_another_language(question, before[-1].question):
        return SearchQuery(question)
    if find_topics(question) and not depends_on_context(question):
        return SearchQuery(question)
    earlier = [exchange.question for exchange in before]
    topic = next((each for each in reversed(earlier) if not depends_on_context(each)), earlier[0])
    shown = before[-1].cited if _VARIES.search(question) else ()
    return SearchQuery(f"{topic} {question}", stress=question, shown=shown)


def depends_on_context(question: str) -> bool:
    """Return whether a question depends on the one before it."""
    said = question.strip()
    telling = set(tokenize(said))
    if len(said.split()) <= 1 and len(telling) <= 1:
        return True
    if len(telling) > MAX_DEPENDENT_WORDS and not _is_thai(said):
        return False
    return bool(_GOES_ON.search(said) or _POINTS_BACK.search(said)) or not telling


def _goes_on(question: str, knows: Knows) -> bool:
    """Return whether a question may continue the one before; a single unknown word does not."""
    said = question.strip()
    if not any(map(str.isalnum, said)):
        return False  # such as what was nothing but an address, and is covered up
    telling = set(tokenize(said))
    is_one_word = len(said.split()) == len(telling) == 1
    return not is_one_word or said.endswith(("?", "\uff1f")) or any(map(knows, telling))


def _is_in_another_language(question: str, before: str) -> bool:
    """Return whether a question turns to another language, and no word of it points back."""
    if len(question.split()) < MIN_SENTENCE_WORDS or _GOES_ON.search(question.strip()):
        return False
    return not _POINTS_BACK.search(question) and language_of(question) != language_of(before)


def _is_an_answer(text: str) -> bool:
    """Return whether a *text* answers a clarifying question, and asks nothing itself."""
    return len(text.split()) <= MAX_DEPENDENT_WORDS and not text.rstrip().endswith(("?", "\uff1f"))


def _is_thai(text: str) -> bool:
    """Return whether a text is short Thai, whose words cannot be counted."""
    return bool(re.search(f"[{UNSPACED_LETTERS}]", text)) and len(text) < 40  # noqa: PLR2004 - two short clauses
