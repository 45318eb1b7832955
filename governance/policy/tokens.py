"""The words of a text, each with its place in it, so that what was written can be quoted (pure)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

THAI_LETTERS = "\u0e00-\u0e7f"
"""The letters of Thai, which puts no spaces between words, for a set in a pattern."""

THAI_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowels and tones that stand above or below a Thai letter, for a set in a pattern; they belong to
the word, but are no letters to ``\\w``."""

_RUN = re.compile(rf"[{THAI_LETTERS}]+|[^\W_{THAI_LETTERS}]+")
_BETWEEN_THAI = re.compile(rf"(?<=[{THAI_LETTERS}]) (?=[{THAI_LETTERS}])")
_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;](?!\s|$)[^.!?;\n]+)*")
_LEAST_STEM_CHARS = 3


@dataclass(frozen=True, slots=True)
class Token:
    """One run of letters: as it is compared, and where it stands in the text."""

    word: str
    said: str
    """The word with its marks, where it has any: marks tell words of Vietnamese apart."""
    start: int
    end: int

    @property
    def stem(self) -> str:
        """The word without what English puts at the end of verbs and of plurals."""
        return stem(self.word)


def split_sentences(text: str) -> list[tuple[int, str]]:
    """Split *text* into sentences, each with the place where it begins."""
    return [(found.start(), found.group()) for found in _SENTENCE.finditer(text)]


def tokenise(text: str, offset: int = 0) -> list[Token]:
    """List the words of *text*, normalised as the names of a policy are; *offset* is added."""
    written, places = _normalise(text)
    tokens = []
    for found in _RUN.finditer(written):
        start, end = places[found.start()], places[found.end() - 1] + 1
        word, exact = _singular(found.group()), unicodedata.normalize("NFC", text[start:end])
        said = word if exact.isascii() else exact.casefold()
        tokens.append(Token(word, said, offset + start, offset + end))
    return tokens


def join_words(words: Iterable[str]) -> str:
    """Join *words* as names are compared: with spaces, but for those between Thai ones."""
    return _BETWEEN_THAI.sub("", " ".join(words))


def stem(word: str) -> str:
    """Strip the ending of an English verb; any other word loses its ending everywhere alike."""
    if not word.isascii():
        return word
    for ending in ("ing", "ed", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM_CHARS:
            word = word.removesuffix(ending)
            break
    doubled = len(word) > _LEAST_STEM_CHARS and word[-1] == word[-2] and word[-1] not in "sle"
    return word[:-1] if doubled else word


def _singular(run: str) -> str:
    """Strip the plural of an English word; any other word loses its ending everywhere alike."""
    if not run.isascii() or len(run) <= 3 or run.endswith("ss"):  # noqa: PLR2004 - "gas", "ios"
        return run
    return run[:-3] + "y" if run.endswith("ies") else run.removesuffix("s")


def _normalise(text: str) -> tuple[str, list[int]]:
    """Write *text* without capitals and marks on Latin letters, each letter with its place."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = unicodedata.normalize("NFKC", char).casefold()
        for each in unicodedata.normalize("NFD", plain).replace("\u0111", "d"):
            if not "\u0300" <= each <= "\u036f":
                letters.append(each)
                places.append(place)
    written = "".join(letters)
    dropped: set[int] = set()
    for found in re.finditer(r"['’]s?\b", written):  # noqa: RUF001 - people type both apostrophes
        dropped.update(range(found.start(), found.end()))
    dropped.update(found.start() + 1 for found in re.finditer(r"\be[- ](?=mail)", written))
    kept = [number for number in range(len(written)) if number not in dropped]
    return "".join(written[number] for number in kept), [places[number] for number in kept]
