"""Parses model output into sentences with their citations, and rejects unsafe text (pure)."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.text.lexicon import UNSPACED_LETTERS
from knowledge.text.sentence_splitter import split

MAX_CLAIM_CHARS = 600
"""A longer sentence is rejected as unsafe."""

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
_ENDS_UNSPACED = re.compile(f"[{UNSPACED_LETTERS}]$")
_STYLE = re.compile(r"\*\*|__|~~|[*`]")


@dataclass(frozen=True, slots=True)
class GeneratedSentence:
    """A sentence of model output, and the numbers of the passages it cites."""

    text: str
    cites: tuple[int, ...]


class LineBuffer:
    """Buffers streamed pieces into whole lines; a leading ``<think>`` block is dropped."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, piece: str) -> list[str]:
        """Append a *piece* and return the lines that it completes."""
        self._rest += piece
        if "<think>".startswith(self._rest.lstrip()[:7]):
            self._rest, found = _REASONING.subn("", self._rest)
            if not found:
                return []
        *lines, self._rest = self._rest.split("\n")
        return lines

    def flush(self) -> list[str]:
        """Return what is left at the end of the stream."""
        left, self._rest = self._rest, ""
        return [] if left.lstrip().startswith("<think>") else left.split("\n")


def parse_claims(line: str) -> Iterator[GeneratedSentence]:
    """Split a *line* into sentences; all those before a group of citation marks cite it."""
    line = _LISTED.sub("", line)
    start = 0
    for marks in _MARKS.finditer(line):
        numbers = tuple(dict.fromkeys(int(each) for each in _NUMBER.findall(marks[0])))
        yield from _sentences(line[start : marks.start()], numbers)
        start = marks.end()
    yield from _sentences(line[start:], ())


def is_harmless(claim: str, source: str) -> bool:
    """Tell whether a *claim* is plain text with no address that its *source* does not have."""
    if len(claim) > MAX_CLAIM_CHARS or _MARKUP.search(claim):
        return False
    return all(address[0].rstrip(".,;:!?") in source for address in _ADDRESS.finditer(claim))


def _sentences(text: str, numbers: tuple[int, ...]) -> Iterator[GeneratedSentence]:
    for sentence in split(_strip_markdown(text)):
        told = sentence.strip(" .;,:")
        if any(map(str.isalnum, told)):
            yield GeneratedSentence(_end_with_full_stop(sentence.lstrip(" .;,:")), numbers)


def _strip_markdown(text: str) -> str:
    """Strip Markdown, control characters and bidirectional overrides."""
    shown = (
        each if each.isspace() or unicodedata.category(each) not in {"Cf", "Cc", "Co", "Cs"} else ""
        for each in text
    )
    return " ".join(_STYLE.sub("", "".join(shown)).split())


def _end_with_full_stop(sentence: str) -> str:
    """Restore the full stop that stood behind the citation marks."""
    is_open = sentence[-1].isalnum() and not _ENDS_UNSPACED.search(sentence)
    return f"{sentence}." if is_open else sentence
