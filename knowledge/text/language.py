"""Detects the language that somebody writes in."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from knowledge.text.lexicon import FALLBACK, LEXICON

LANGUAGES = tuple(each.code for each in LEXICON)
"""The languages that are detected, the fallback first; any other counts as the likest of them."""

MIN_WORDS = 3
"""In fewer words, none of them telling, the language is taken for the fallback."""

_BY_LETTERS = {
    each.code: re.compile(f"[{each.detection.letters}]", re.IGNORECASE)
    for each in LEXICON
    if each.detection.letters
}
_BY_WORDS = {each.code: frozenset(each.detection.words) for each in LEXICON if each.detection.words}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the code of the language of *text*, the fallback's when nothing tells."""
    for code, letters in _BY_LETTERS.items():
        if letters.search(text):
            return code
    words = _WORD.findall(text.lower())
    if not words:
        return FALLBACK
    counts = {code: sum(word in telling for word in words) for code, telling in _BY_WORDS.items()}
    ranked = sorted(counts.values(), reverse=True)
    if ranked[0] > ranked[1]:
        return max(counts, key=lambda code: counts[code])
    if len(words) < MIN_WORDS:
        return FALLBACK
    return str(_identifier().classify(text)[0])


def load_identifier() -> None:
    """Load the language identifier, which takes a moment, before anybody waits for it."""
    _identifier()


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in LANGUAGES if code not in _BY_LETTERS])
    return identifier
