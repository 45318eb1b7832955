"""Finds the second part of a question that asks two things (pure)."""

from knowledge.retrieval.confidence import confidence
from knowledge.retrieval.ranking import Ranked, SearchResult
from knowledge.text.lexicon import compiled, whole_words
from knowledge.text.sentences import count_words

MIN_PART_WORDS = 3
"""A part of fewer words asks nothing of its own."""

MAX_NEAR_CLAUSES = 4
"""Among how many clauses for the whole question that of a part is taken for near."""

MAX_PART_PASSAGES = 2
"""How many passages for a part are looked through for one whose clause is near the whole."""

_BREAK = compiled(rf"[?？;\n]+|[,.]?\s*{whole_words(lambda each: each.answers.connectives)}")  # noqa: RUF001 - the full-width mark ends a question as well
_AROUND = " ,.?"
_ASKING = compiled(whole_words(lambda each: each.answers.asking))


def two_parts(question: str) -> tuple[str, str] | None:
    """Return what stands before the last part of a *question*, and that, if both ask something."""
    breaks = [each for each in _BREAK.finditer(question) if _asks(question[each.end() :])]
    found = next((each for each in reversed(breaks) if _asks(question[: each.start()])), None)
    if found is None:
        return None
    first, last = question[: found.start()], question[found.end() :]
    return first.strip(_AROUND), last.strip(_AROUND)


def best_for_part(part: SearchResult, whole: SearchResult) -> Ranked | None:
    """Return the best passage found for a *part* of a question, if it surely answers it.

    Where that is not sure, return the best of the first few whose clause is near the *whole*
    question too.
    """
    band = confidence(part).band()
    if not part.ranked or band == "none":
        return None
    if band == "sure":
        return part.ranked[0]
    near = list(dict.fromkeys(each.passage.clause for each in whole.ranked))[:MAX_NEAR_CLAUSES]
    first = part.ranked[:MAX_PART_PASSAGES]
    return next((each for each in first if each.passage.clause in near), None)


def _asks(part: str) -> bool:
    return count_words(part.strip(" ,.?!")) >= MIN_PART_WORDS and bool(_ASKING.search(part))
