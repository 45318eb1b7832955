"""Finds the second part of a question that asks two things (pure)."""

from knowledge.retrieval.confidence import confidence
from knowledge.retrieval.ranking import SearchResult
from knowledge.text.lexicon import compiled, whole_words
from knowledge.text.sentences import count_words

MIN_PART_WORDS = 3
"""A part of fewer words asks nothing of its own."""

MAX_NEAR_CLAUSES = 4
"""Among how many clauses for the whole question that of a part is taken for near."""

_BREAK = compiled(rf"[?？;\n]+|[,.]?\s*{whole_words(lambda each: each.answers.connectives)}")  # noqa: RUF001 - the full-width mark ends a question as well
_ASKING = compiled(whole_words(lambda each: each.answers.asking))


def second_part(question: str) -> str:
    """Return the last part of a *question* if it and what is before both ask something, else ""."""
    breaks = [each for each in _BREAK.finditer(question) if _asks(question[each.end() :])]
    found = next((each for each in reversed(breaks) if _asks(question[: each.start()])), None)
    return question[found.end() :].strip(" ,.?") if found else ""


def goes_with(part: SearchResult, whole: SearchResult) -> bool:
    """Return whether what was found for a *part* is near the *whole* question too."""
    if not part.ranked or confidence(part).band() == "none":
        return False
    near = dict.fromkeys(each.passage.clause for each in whole.ranked)
    return part.ranked[0].passage.clause in list(near)[:MAX_NEAR_CLAUSES]


def _asks(part: str) -> bool:
    return count_words(part.strip(" ,.?!")) >= MIN_PART_WORDS and bool(_ASKING.search(part))
