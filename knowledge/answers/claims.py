"""Parses model output into sentences with their quotes, and rejects unsafe text (pure)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from json import JSONDecodeError, JSONDecoder
from typing import Final

from knowledge.text.lexicon import UNSPACED_LETTERS
from knowledge.text.sentence_splitter import split

MAX_CLAIM_CHARS = 600
"""A longer sentence is rejected as unsafe."""

SCHEMA: Final[Mapping[str, object]] = {
    "type": "object",
    "properties": {
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "passage": {"type": "integer"},
                    "quote": {"type": "string"},
                    "text": {"type": "string"},
                },
                "required": ["passage", "quote", "text"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["sentences"],
    "additionalProperties": False,
}
"""JSON schema of an answer: the quote comes first, so that the sentence is written from it."""

_DECODER = JSONDecoder(strict=False)
_NOTHING = re.compile(
    r"\{\s*\"sentences\"\s*:\s*\[\s*\]\s*\}|[\s.\"'*]*none[\s.\"'*]*", re.IGNORECASE
)
"""An answer without a sentence."""

_FENCE = re.compile(r"^\s*```(?:json)?|```\s*$")
_REASONING = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)
_LISTED = re.compile(r"^\s*(?:[-*•+>#]+\s+|\d{1,2}[.)]\s+)+")
_MARKS = re.compile(r"(?:\s*\[\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*\])+(?=\s*[.!?]?\s*$)")
"""Numbers of passages at the end of a text, as models like to write them."""

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
    """A sentence of model output: the passage it cites, and the words of it that it rests on."""

    text: str
    passage: int
    quote: str


class SentenceBuffer:
    """Buffers streamed pieces into sentences, as soon as each is whole.

    They are read wherever they stand: in a list, one a line, or in a fence of Markdown. A leading
    ``<think>`` block is dropped.
    """

    def __init__(self) -> None:
        self._text = ""
        self._at = 0
        self.found = 0
        """How many sentences were read."""

    def feed(self, piece: str) -> list[GeneratedSentence]:
        """Append a *piece* and return the sentences that it completes."""
        self._text += piece
        if "<think>".startswith(self._text.lstrip()[:7]):
            self._text, closed = _REASONING.subn("", self._text)
            if not closed:
                return []
        sentences = list(self._read())
        self.found += len(sentences)
        return sentences

    @property
    def says_nothing(self) -> bool:
        """Whether the whole output is an answer without a sentence."""
        return bool(_NOTHING.fullmatch(_FENCE.sub("", self._text).strip()))

    @property
    def is_blank(self) -> bool:
        """Whether there is no output besides white space and unfinished reasoning."""
        return not self._text.strip() or self._text.lstrip().startswith("<think>")

    def _read(self) -> Iterator[GeneratedSentence]:
        start = self._text.find("{", self._at)
        while start >= 0:
            try:
                value, end = _DECODER.raw_decode(self._text, start)
            except JSONDecodeError:
                start = self._text.find("{", start + 1)  # it is not whole yet, but one in it may be
                continue
            yield from parse_sentences(value)
            self._at = end
            start = self._text.find("{", end)


def parse_sentences(value: object) -> Iterator[GeneratedSentence]:
    """Read the sentences of a decoded object; each one of a longer text rests on the same quote."""
    match value:
        case {"sentences": [*entries]}:
            for entry in entries:
                yield from parse_sentences(entry)
        case {"text": str(text), **rest}:
            number, quote = rest.get("passage"), rest.get("quote")
            plain = _MARKS.sub("", _LISTED.sub("", text))
            for sentence in split(_strip_markdown(plain)):
                if any(map(str.isalnum, sentence)):
                    yield GeneratedSentence(
                        _end_with_full_stop(sentence.strip()),
                        number if isinstance(number, int) else 0,
                        quote if isinstance(quote, str) else "",
                    )


def is_harmless(claim: str, source: str) -> bool:
    """Tell whether a *claim* is plain text with no address that its *source* does not have."""
    if len(claim) > MAX_CLAIM_CHARS or _MARKUP.search(claim):
        return False
    return all(address[0].rstrip(".,;:!?") in source for address in _ADDRESS.finditer(claim))


def _strip_markdown(text: str) -> str:
    """Strip Markdown, control characters and bidirectional overrides."""
    shown = (
        each if each.isspace() or unicodedata.category(each) not in {"Cf", "Cc", "Co", "Cs"} else ""
        for each in text
    )
    return " ".join(_STYLE.sub("", "".join(shown)).split())


def _end_with_full_stop(sentence: str) -> str:
    """Add the full stop that a model left out."""
    is_open = sentence[-1].isalnum() and not _ENDS_UNSPACED.search(sentence)
    return f"{sentence}." if is_open else sentence
