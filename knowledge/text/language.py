"""Detects the language that somebody writes in, by the share of its words."""

import re
from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from knowledge.text.lexicon import FALLBACK, LEXICON, UNSPACED_LETTERS
from knowledge.text.tokens import strip_marks
from knowledge.text.vietnamese_marks import LANGUAGE as UNMARKED
from knowledge.text.vietnamese_marks import MAX_TOKENS, is_unmarked, load_model

LANGUAGES = tuple(each.code for each in LEXICON)
"""The languages that are detected, the fallback first; any other counts as the likest of them."""

MIN_WORDS = 3
MIN_CHANCE = 0.9
"""In fewer words, none of them telling, the likeliest language must be so probable, between 0 and
1, not to be taken for the fallback."""

MIN_SHARE = 0.3
"""The least share of the words that are in letters of one language alone, for it to be that."""

MIN_TELLING_WORDS = 2
"""How many words of a language say surely that a text is in it."""

CHARS_PER_WORD = 4
"""The letters that count as a word where no spaces part words."""

_LETTERS = {
    each.code: re.compile(f"[{each.detection.letters}]", re.IGNORECASE)
    for each in LEXICON
    if each.detection.letters
}
_BY_WORDS = {each.code: frozenset(each.detection.words) for each in LEXICON if each.detection.words}
_UNSPACED = re.compile(f"[{UNSPACED_LETTERS}]")
_WORD = re.compile(rf"[{UNSPACED_LETTERS}]+|[^\W\d_{UNSPACED_LETTERS}]+")
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|«[^»\n]*»|‘[^’\n]{2,}’|`[^`\n]*`|「[^」\n]*」")  # noqa: RUF001 - as typed


def language_of(text: str) -> str:
    """Return the code of the language of *text*, the fallback's when nothing tells.

    What is quoted does not count unless there is nothing else, nor do names. A language with
    letters of its own needs a share of the words: one of them is a name or a loan.
    """
    words = _common_words(_QUOTED.sub(" ", text)) or _common_words(text)
    if not words:
        return FALLBACK
    own = {code: sum(_size(word) for word in words if _is_in(word, code)) for code in _LETTERS}
    best = max(own, key=lambda code: own[code])
    if own[best] >= MIN_SHARE * sum(map(_size, words)):
        return best
    counts = {code: _count(words, code) for code in _BY_WORDS}
    told = max(counts[code] for code in counts if code != UNMARKED)
    most = len(words) // 2 if len(words) > MIN_WORDS else (len(words) - 1) // 2
    may_be_unmarked = told <= most and len(words) <= MAX_TOKENS
    if may_be_unmarked and is_unmarked(strip_marks(" ".join(words)), told):
        return UNMARKED
    ranked = sorted(counts.values(), reverse=True)
    if ranked[0] > ranked[1]:
        return max(counts, key=lambda code: counts[code])
    likeliest, chance = _identifier().classify(" ".join(words))
    is_sure = len(words) >= MIN_WORDS or chance >= MIN_CHANCE
    return str(likeliest) if is_sure else FALLBACK


def is_surely_in(text: str, code: str) -> bool:
    """Tell whether the words of a *text* themselves say that it is in the language of this *code*.

    What only looks like it does not count: Tagalog, Malay and short texts do.
    """
    words = _common_words(_QUOTED.sub(" ", text))
    own = sum(_size(word) for word in words if _is_in(word, code))
    telling = sum(word in _BY_WORDS.get(code, ()) for word in words)
    is_by_letters = bool(words) and own >= MIN_SHARE * sum(map(_size, words))
    return language_of(text) == code and (is_by_letters or telling >= MIN_TELLING_WORDS)


def load_identifier() -> None:
    """Load the identifier and the table of marks, which take a moment, before anybody waits."""
    _identifier()
    load_model()


def _common_words(text: str) -> Sequence[str]:
    """Return the words in lower case, names left out: words with a capital but for the first.

    That too where what follows tells that it is one. Where every word has a capital, as in a
    title, all of them count.
    """
    words: list[str] = _WORD.findall(text)
    common = [word.lower() for place, word in enumerate(words) if not (place and word[0].isupper())]
    if _begins_with_name(words, common):
        return common[1:]
    is_title = len(common) <= 1 < len(words)
    return [word.lower() for word in words] if is_title else common


def _begins_with_name(words: Sequence[str], common: Sequence[str]) -> bool:
    """Tell whether the first of *words* is a name of another language than the rest.

    It is in letters of a language that none of the other *common* words is in, and either a
    second name stands beside it or the others are in words of another language.
    """
    own = next((code for code in _LETTERS if words and _is_in(words[0].lower(), code)), "")
    rest = common[1:]
    if not (own and rest and words[0][0].isupper()) or any(_is_in(word, own) for word in rest):
        return False
    is_full = words[1][0].isupper() and _is_in(words[1].lower(), own)
    others = max(_count(rest, code) for code in _BY_WORDS if code != own)
    return is_full or others > _count(rest, own)


def _count(words: Sequence[str], code: str) -> int:
    """Count the *words* that tell of the language of this *code*."""
    telling = _BY_WORDS.get(code, frozenset())
    return sum(word in telling or _is_in(word, code) for word in words)


def _is_in(word: str, code: str) -> bool:
    """Tell whether a *word* is written as only the language of this *code* writes."""
    letters = _LETTERS.get(code)
    if letters is None:
        return False
    return bool(letters.search(word)) or (not word.isascii() and word in _BY_WORDS.get(code, ()))


def _size(word: str) -> int:
    """Return how many words *word* counts as: a run without spaces is several."""
    return 1 + (len(word) - 1) // CHARS_PER_WORD if _UNSPACED.match(word) else 1


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in LANGUAGES if code not in _LETTERS])
    return identifier
