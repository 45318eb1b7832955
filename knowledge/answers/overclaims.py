"""Detects claims that go further than what they cite: more than is said, or than is allowed.

For one language: between two, words cannot be compared (pure).
"""

from collections.abc import Sequence

from knowledge.text.lexicon import compiled, whole_words
from knowledge.text.modality import Modality, classify_modality
from knowledge.text.negation import is_negative
from knowledge.text.tokens import tokenize

CLAUSE_BREAK = compiled(r"[,;:()]", whole_words(lambda each: each.verification.clause_breaks))
"""Separates the clauses of a sentence."""

_APPROVAL = compiled(whole_words(lambda each: each.verification.approval))
"""Words that say that an approval is needed."""


def overclaims(
    claim: str, words: frozenset[str], chosen: Sequence[str], cited: Sequence[str]
) -> bool:
    """Tell whether a *claim* goes beyond the sentences *chosen* for it, of all that are *cited*.

    *words* are those of the claim that say what it is about.

    It does when it says what another sentence denies, when it must be what only may be, and when
    it leaves out that somebody has to be asked.
    """
    if is_negative(claim):
        return False
    return (
        _is_denied(words, chosen, cited)
        or (classify_modality(claim) == "requires" and _is_only_allowed(words, chosen))
        or (not _APPROVAL.search(claim) and any(_asks(words, each) for each in chosen))
    )


def _is_denied(words: frozenset[str], chosen: Sequence[str], cited: Sequence[str]) -> bool:
    """Tell whether *words* of a claim occur only in negative sentences."""
    own = words.difference(*map(tokenize, chosen))
    said = frozenset(term for each in cited if not is_negative(each) for term in tokenize(each))
    return any((own - said) & frozenset(tokenize(each)) for each in cited if is_negative(each))


def _is_only_allowed(words: frozenset[str], chosen: Sequence[str]) -> bool:
    """Tell whether what a claim is about is permitted and nowhere required."""
    stances: set[Modality] = {
        classify_modality(part)
        for each in chosen
        for part in CLAUSE_BREAK.split(each)
        if words & frozenset(tokenize(part))
    }
    return "permits" in stances and "requires" not in stances


def _asks(words: frozenset[str], sentence: str) -> bool:
    """Tell whether a claim uses a clause of *sentence* that requires an approval."""
    parts = [(part, frozenset(tokenize(part))) for part in CLAUSE_BREAK.split(sentence)]
    return any(
        _APPROVAL.search(part)
        and words & own.difference(*(other for _, other in parts if other is not own))
        for part, own in parts
    )
