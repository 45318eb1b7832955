"""Footnotes and abbreviations that Markdown defines in one place and uses in another (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.documents.html.footnotes import note_text
from knowledge.documents.markdown.lines import Chunk, SourceLine, find_code, pattern_outside_code
from knowledge.omissions import OmissionLog

_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
_ABBREVIATION = re.compile(r" {0,3}\*\[([^\]]+)\]:[ \t]*(\S.*)")
_REFERENCE = pattern_outside_code(
    r"(?P<end>[.!?。！？…]*[\"'”’*_]*)[ \t]*(?:\[\^(?P<name>[^\]\s]+)\](?!:)"  # noqa: RUF001 - marks of sentences in every script
    r"|\^\[(?P<inline>(?:[^\[\]]|\[[^\]]*\])*)\])"
)


@dataclass(slots=True)
class Definitions:
    """The notes of a page by their names, and what its abbreviations stand for."""

    notes: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def put_into(self, chunk: Chunk) -> Chunk:
        """Put notes into the sentences that refer to them, and spell out abbreviations once."""
        if self.notes or "^[" in chunk.text:
            chunk = chunk.replace(_REFERENCE, self._with_note)
        for short in [each for each in self.abbreviations if each in chunk.text]:
            pattern = pattern_outside_code(rf"(?<!\w)(?P<short>{re.escape(short)})(?!\w)")
            chunk = chunk.replace(pattern, self._spelt_out)
        return chunk

    def log_unused(self, log: OmissionLog) -> None:
        """Report notes that nothing refers to: no reader of the page sees them."""
        for name in self.notes.keys() - self.used:
            words = len(self.notes[name].split())
            line = self.places[name]
            log.add("footnote", f"line {line}", words=words, line=line)

    def _with_note(self, found: re.Match[str], _: int) -> str:
        name = (found["name"] or "").casefold()
        if found["inline"] is not None:
            return f" ({note_text(found['inline'])}){found['end']}"
        if name not in self.notes:
            return found[0]
        self.used.add(name)
        return f" ({note_text(self.notes[name])}){found['end']}"

    def _spelt_out(self, found: re.Match[str], _: int) -> str:
        meaning = self.abbreviations.pop(found["short"], "")
        return f"{found[0]} ({meaning})" if meaning else found[0]


def split_definitions(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], Definitions]:
    """Take the definitions out of *lines*; empty lines take their place."""
    definitions = Definitions()
    kept: list[SourceLine] = []
    is_code = find_code(lines)
    at = 0
    while at < len(lines):
        line = lines[at]
        note = None if is_code[at] else _NOTE.fullmatch(line.text)
        short = None if is_code[at] else _ABBREVIATION.fullmatch(line.text)
        end = at + 1
        if note:
            end = _end_of_note(lines, end)
            text = " ".join([note[2], *(each.text.strip() for each in lines[at + 1 : end])])
            name = note[1].casefold()
            definitions.notes.setdefault(name, text.strip())
            definitions.places.setdefault(name, line.number)
        elif short:
            definitions.abbreviations[short[1]] = short[2].strip()
        gone = note or short
        kept += [each._replace(text="") for each in lines[at:end]] if gone else [line]
        at = end
    return kept, definitions


def _end_of_note(lines: Sequence[SourceLine], at: int) -> int:
    """Return where a note ends: it goes on in lines below it, and in indented paragraphs."""
    end = at
    while end < len(lines):
        text = lines[end].text
        if text.strip():
            if _NOTE.match(text) or (
                not text.startswith((" ", "\t")) and (end > at and not lines[end - 1].text.strip())
            ):
                break
            if re.match(r"#{1,6}\s|[-*+] |>|\|", text):
                break
        end += 1
    while end > at and not lines[end - 1].text.strip():
        end -= 1
    return end
