"""What a model wrote, cut into sentences with the numbers they cite, and made harmless (pure)."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.text.sentence_splitter import split

MAX_CLAIM_CHARS = 600
"""Characters of one sentence; nobody claims one thing in more."""

_MARKS = re.compile(
    r"(?:\s*(?:\[\^?\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]|【\d{1,3}[^】]{0,20}】))+"
)
_NUMBER = re.compile(r"\d{1,3}")
_LISTED = re.compile(r"^\s*(?:[-*•+>#]+\s+|\d{1,2}[.)]\s+)+")
_REASONING = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)
_MARKUP = re.compile(r"\]\s*\(|!\[|\]\s*:|\]\[|<[^\s\d=]|&#|&[a-z]+;|\\[\[(]|```")
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|javascript:|data:)\S*"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)*|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?(?![\w.])",
    re.IGNORECASE,
)
_STYLE = re.compile(r"\*\*|__|~~|[*`]")


@dataclass(frozen=True, slots=True)
class GeneratedSentence:
    """A sentence that a model wrote, and the numbers of the passages it names for it."""

    text: str
    cites: tuple[int, ...]


class LineBuffer:
    """Cuts what comes in pieces into whole lines; what a model thinks beforehand is left out."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, piece: str) -> list[str]:
        """Take a *piece*, and give the lines that it completes."""
        self._rest += piece
        if "<think>".startswith(self._rest.lstrip()[:7]):
            self._rest, found = _REASONING.subn("", self._rest)
            if not found:
                return []
        *lines, self._rest = self._rest.split("\n")
        return lines

    def flush(self) -> list[str]:
        """Give what is left when nothing more comes."""
        left, self._rest = self._rest, ""
        return [] if left.lstrip().startswith("<think>") else left.split("\n")


def parse_claims(line: str) -> Iterator[GeneratedSentence]:
    """Cut a *line* into sentences; those before a group of marks all cite what it names."""
    line = _LISTED.sub("", line)
    start = 0
    for marks in _MARKS.finditer(line):
        numbers = tuple(dict.fromkeys(int(each) for each in _NUMBER.findall(marks[0])))
        yield from _sentences(line[start : marks.start()], numbers)
        start = marks.end()
    yield from _sentences(line[start:], ())


def is_harmless(claim: str, source: str) -> bool:
    """Tell whether a *claim* is plain text that leads nowhere its *source* does not name."""
    if len(claim) > MAX_CLAIM_CHARS or _MARKUP.search(claim):
        return False
    return all(address[0].rstrip(".,;:!?") in source for address in _ADDRESS.finditer(claim))


def _sentences(text: str, numbers: tuple[int, ...]) -> Iterator[GeneratedSentence]:
    for sentence in split(_strip_markdown(text)):
        told = sentence.strip(" .;,:")
        if any(map(str.isalnum, told)):
            yield GeneratedSentence(_end_with_full_stop(sentence.lstrip(" .;,:")), numbers)


def _strip_markdown(text: str) -> str:
    """Take out Markdown's marks, and letters that cannot be seen or turn the text around."""
    shown = (
        each if each.isspace() or unicodedata.category(each) not in {"Cf", "Cc", "Co", "Cs"} else ""
        for each in text
    )
    return " ".join(_STYLE.sub("", "".join(shown)).split())


def _end_with_full_stop(sentence: str) -> str:
    """End a sentence whose full stop stood behind its marks."""
    is_open = sentence[-1].isalnum() and not re.search(r"[\u0e00-\u0e7f]$", sentence)
    return f"{sentence}." if is_open else sentence
