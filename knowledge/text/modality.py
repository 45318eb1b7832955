"""Modality: whether a sentence permits, requires, forbids, exempts, or states a fact (pure)."""

from typing import Literal

from knowledge.text.lexicon import compiled, whole_words
from knowledge.text.negation import is_negative

Modality = Literal["permits", "requires", "forbids", "exempts", "affirms", "denies"]

_EXEMPTS = compiled(whole_words(lambda each: each.modality.exempts))
_FORBIDS = compiled(whole_words(lambda each: each.modality.forbids))
_REQUIRES = compiled(whole_words(lambda each: each.modality.requires))
_PERMITS = compiled(whole_words(lambda each: each.modality.permits))
_EXCEPTION = compiled(whole_words(lambda each: each.modality.exceptions))
_MODAL = compiled(
    *(each.pattern for each in (_EXEMPTS, _FORBIDS, _REQUIRES, _PERMITS)),
    whole_words(lambda each: each.modality.auxiliaries),
)
_IDIOM = compiled(whole_words(lambda each: each.modality.idioms))

_INCOMPATIBLE = frozenset(
    frozenset(pair)
    for pair in (
        ("permits", "forbids"),
        ("permits", "denies"),
        ("requires", "forbids"),
        ("requires", "exempts"),
        ("requires", "denies"),
        ("affirms", "forbids"),
        ("affirms", "denies"),
    )
)
"""Pairs that cannot both hold of one thing; "permits" and "exempts" can, for example."""


def classify_modality(text: str) -> Modality:
    """Return the modality of a *text*: its negation and its modal words decide."""
    text = _IDIOM.sub(" ", text)
    if _EXEMPTS.search(text):
        return "exempts"
    if _FORBIDS.search(text):
        return "forbids"
    if is_negative(text):
        return "denies"
    if _REQUIRES.search(text):
        return "requires"
    return "permits" if _PERMITS.search(text) else "affirms"


def are_incompatible(one: Modality, other: Modality) -> bool:
    """Tell whether two modalities cannot both hold of one thing."""
    return frozenset({one, other}) in _INCOMPATIBLE


def is_conditional(text: str) -> bool:
    """Tell whether a *text* has an exception ("only", "unless"): its "not" is conditional then."""
    return bool(_EXCEPTION.search(text))


def strip_modals(text: str) -> str:
    """Remove the modal words of a *text*, so that the rest can be compared."""
    return _MODAL.sub(" ", text)
