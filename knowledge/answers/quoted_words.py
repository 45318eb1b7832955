"""Finds the verbatim words that a model quotes in the passage that it cites (pure).

Only white space, case, the marks of Markdown and the shape of quotation marks and dashes may
differ. What is found is the sentences that the words stand in: half a sentence may say the
opposite of the whole.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.answers.prompt_injection import trusted_places
from knowledge.answers.quoting import piece_places
from knowledge.index.passages import Passage
from knowledge.text.lexicon import compiled, spaced_words
from knowledge.text.sentences import Sentence

MIN_QUOTE_CHARS = 8
"""A shorter quote rests on nothing: it may stand anywhere."""

_SHAPES = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"}
)
_BULLET = re.compile(r"(?m)^\s*(?:[-*\u2022+]|\d{1,2}[.)])\s+")
_STYLE = re.compile(r"\*\*|__|~~|[*`]")
_EDGES = " .,;:!?\u2026\"'"
_SEMICOLON = re.compile(r"(?<=;)\s+")
_ANAPHORA = compiled(
    rf"^(?:\W*\w+){{0,2}}\W*\b{spaced_words(lambda each: each.verification.anaphora)}\b"
)
"""An opening that refers back to the sentence before."""


@dataclass(frozen=True, slots=True)
class QuotedUnit:
    """What a quote stands in: a sentence or a part of one between semicolons, and its places.

    *place* is that of the sentence itself; *places* are all that it cannot be understood without.
    """

    place: int
    places: tuple[int, ...]
    text: str


def find_quoted(passage: Passage, quote: str) -> list[QuotedUnit]:
    """Return the units of a *passage* that a *quote* stands in; none if it is not there."""
    wanted = _normalise(quote)
    if len(wanted) < MIN_QUOTE_CHARS:
        return []
    pieces = list(_pieces(passage))
    text, spans = _join(pieces)
    start = text.find(wanted)
    end = start + len(wanted)
    if start < 0:
        return []
    found = [
        each.unit
        for (first, last), each in zip(spans, pieces, strict=True)
        if each.unit is not None and first < end and start < last
    ]
    if not found:  # it is the line that leads a list in, and no item of it
        found = [each.unit for each in pieces if each.unit and _normalise(each.unit.text) in wanted]
    return list(dict.fromkeys(found))


def all_units(passage: Passage) -> list[QuotedUnit]:
    """Return everything that can be quoted of a *passage*."""
    return [unit for place in trusted_places(passage) for unit in _units(passage, place)]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the passage as a model reads it, and the unit that it is part of."""

    text: str
    unit: QuotedUnit | None


def _pieces(passage: Passage) -> Iterator[_Piece]:
    lead = ""
    for place in trusted_places(passage):
        sentence = passage.at(place)
        if sentence.lead and sentence.lead != lead:
            yield _Piece(sentence.lead, None)
        lead = sentence.lead
        own = [sentence.text] if sentence.kind == "row" else _SEMICOLON.split(sentence.text)
        for text, unit in zip(own, _units(passage, place), strict=True):
            yield _Piece(text, unit)
        if sentence.is_lead_in:
            lead = sentence.text


def _units(passage: Passage, place: int) -> list[QuotedUnit]:
    """Split a sentence at semicolons, preceded by the sentence that it refers back to."""
    sentence = passage.at(place)
    own = [sentence.text] if sentence.kind == "row" else _SEMICOLON.split(sentence.text)
    places = piece_places(passage, place)
    before: list[int] = []
    if places[0] > 0 and _ANAPHORA.search(passage.at(places[0]).text):
        before = piece_places(passage, places[0] - 1)
    needed = tuple(each for each in (*before, *places) if each >= 0)
    around = [each for each in needed if each != place]
    lead = "" if sentence.is_continuation else sentence.lead
    ahead = " ".join(
        [
            *(_full_text(passage.at(each)) for each in around if each < place),
            *([lead] if lead else []),
        ]
    )
    behind = " ".join(_full_text(passage.at(each)) for each in around if each > place)
    return [
        QuotedUnit(place, needed, " ".join(filter(None, (ahead, text, behind)))) for text in own
    ]


def _join(pieces: Sequence[_Piece]) -> tuple[str, list[tuple[int, int]]]:
    """Join normalised *pieces* into one text; returns where each begins and ends in it."""
    text, spans = "", []
    for each in pieces:
        own = _normalise(each.text, edges="")
        start = len(text) + bool(text)
        text = f"{text} {own}" if text else own
        spans.append((start, start + len(own)))
    return text, spans


def _normalise(text: str, *, edges: str = _EDGES) -> str:
    plain = unicodedata.normalize("NFKC", _BULLET.sub("", text)).translate(_SHAPES)
    return " ".join(_STYLE.sub("", plain).lower().split()).strip(edges or None)


def _full_text(sentence: Sentence) -> str:
    return sentence.text if sentence.is_continuation else sentence.whole
