"""Splits prose into sentences, and long sentences into pieces that can be embedded (pure)."""

import re
from collections.abc import Iterator

from knowledge.text.lexicon import UNSPACED_LETTERS, all_words, compiled, leading_words

MAX_SENTENCE_WORDS = 120
"""No piece of a sentence has more words; a longer one is split between words."""

_MIN_THAI_PHRASE_CHARS = 90
"""Thai ends no sentence with a mark: it is split at the first space after this many characters."""

_MAX_ABBREVIATION_CHARS = 3
"""A word of at most this many letters, a dot and a number are one sentence, as in "Reg. 5"."""

DEPENDENT_OPENING = compiled(leading_words(lambda each: each.sentences.dependent_openings))
"""The opening of a sentence that depends on the one before it."""

_UNSPACED = re.compile(f"[{UNSPACED_LETTERS}]")
_END = re.compile(r"(?:(?<=[^\s.!?…])[.!?…]++[\"'”’»)\]*_]*+|\s[.!?]++)\s+|[。！？]+[”’」』]*\s*")  # noqa: RUF001 - full-width marks end sentences
_ABBREVIATIONS = frozenset(all_words(lambda each: each.sentences.abbreviations))
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NUMBERED = frozenset(all_words(lambda each: each.sentences.numbered))
"""What is counted: "Section 2." begins a sentence or is a part of one, and is none itself."""

_OPENING = re.compile(r"^[\W_]+")


def split(text: str) -> list[str]:
    """Split prose at sentence ends and line breaks."""
    found: list[str] = []
    for line in text.split("\n"):
        start = 0
        for end in _END.finditer(line):
            if _is_end(line, start, end):
                found.append(line[start : end.end()])
                start = end.end()
        found.append(line[start:])
    return [" ".join(each.split()) for each in found if each.strip()]


def phrases(sentence: str) -> Iterator[str]:
    """Split a Thai sentence at spaces into phrases of `_MIN_THAI_PHRASE_CHARS` or more."""
    if len(_UNSPACED.findall(sentence)) * 2 < len(sentence):
        yield sentence
        return
    phrase = ""
    for part in sentence.split(" "):
        if len(phrase) >= _MIN_THAI_PHRASE_CHARS:
            yield phrase
            phrase = ""
        phrase = f"{phrase} {part}".strip()
    yield phrase


def split_by_length(text: str) -> list[str]:
    """Split *text* between words into pieces of at most `MAX_SENTENCE_WORDS`."""
    words = text.split()
    return [
        " ".join(words[start : start + MAX_SENTENCE_WORDS])
        for start in range(0, len(words), MAX_SENTENCE_WORDS)
    ]


def _is_end(line: str, start: int, end: re.Match[str]) -> bool:
    """Tell whether a mark ends a sentence, and no abbreviation, initial or number."""
    rest = line[end.end() :]
    if not rest or rest[0].islower():
        return not rest
    if end[0][0] != "." or len(end[0].rstrip()) > 1:
        return True
    if _UNSPACED.match(line[end.start() - 1]) or _UNSPACED.match(rest):
        return False  # Thai ends no sentence so: it has its dots in abbreviations and numbers
    before = [_OPENING.sub("", each) for each in line[start : end.start()].split()]
    word = before[-1] if before else ""
    return not (_is_abbreviation(word, rest) or _is_numbering(before, rest))


def _is_abbreviation(word: str, rest: str) -> bool:
    if word.lower() in _ABBREVIATIONS or _INITIALS.fullmatch(word):
        return True
    may_be = "." in word or (len(word) <= _MAX_ABBREVIATION_CHARS and not word.isupper())
    return rest[0].isdigit() and may_be and not word[-1:].isdigit()


def _is_numbering(before: list[str], rest: str) -> bool:
    """Tell whether the number before a dot numbers a paragraph and ends no sentence."""
    if not before or not before[-1].isdigit():
        return False
    kind, following = before[:-1], rest.split(maxsplit=1)[0].lower()
    return not kind or (kind[-1].lower() in _NUMBERED and (not kind[:-1] or following in _NUMBERED))
