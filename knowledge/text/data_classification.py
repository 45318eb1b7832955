"""Levels of data classification that a text names, in every language of the lexicon (pure).

Between two languages words cannot be compared; the four levels decide what is allowed, so they are.
"""

import re
from collections.abc import Iterable

from knowledge.text.lexicon import all_words, compiled, either, suffixes, whole_words

_DATA = either(all_words(lambda each: each.data_levels.data))


def _level(pattern: str) -> re.Pattern[str]:
    return compiled(pattern.replace("{data}", _DATA))


LEVELS = {
    "public": _level(whole_words(lambda each: each.data_levels.public)),
    "internal": _level(whole_words(lambda each: each.data_levels.internal)),
    "confidential": _level(whole_words(lambda each: each.data_levels.confidential)),
    "restricted": _level(whole_words(lambda each: each.data_levels.restricted)),
}
"""The pattern that finds each level's name."""

_CONJUNCTIONS = either(all_words(lambda each: each.data_levels.conjunctions))
_AFTER_CONJUNCTION = either(all_words(lambda each: each.data_levels.denied_after_conjunction))
_AFTER_COMMA = either(
    all_words(lambda each: (*each.data_levels.denied_after_comma, *each.data_levels.contrasts))
)
_PART = compiled(
    rf"[.;:()]|,?\s+{_CONJUNCTIONS}\s+(?={_AFTER_CONJUNCTION}\b)|,\s*(?={_AFTER_COMMA}\b)",
    whole_words(lambda each: each.data_levels.contrasts),
)
"""Where what is denied begins or ends; a list of levels is one part."""

_DENIAL = compiled(
    whole_words(lambda each: each.data_levels.denials),
    suffixes(lambda each: each.negation.suffixes),
)


def find_levels(text: str) -> frozenset[str]:
    """Return the levels that a *text* names."""
    return frozenset(level for level, words in LEVELS.items() if words.search(text))


def overstates_level(claim: str, cited: Iterable[str]) -> bool:
    """Tell whether a *claim* names a level that what is *cited* denies, and affirms nowhere."""
    parts = [part for sentence in cited for part in _PART.split(sentence) if part]
    denied = {level for part in parts if _DENIAL.search(part) for level in find_levels(part)}
    affirmed = {level for part in parts if not _DENIAL.search(part) for level in find_levels(part)}
    return bool(find_levels(claim) & (denied - affirmed))
