"""Parses ``page.notes.yaml``; whatever is wrong with it is told, and the rest is used."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

import yaml

from knowledge.documents.document import UnreadableError
from knowledge.documents.encodings import decode
from knowledge.documents.source_files import BESIDE, DocumentSource
from knowledge.notes import ClauseNote, NoteProblem, PageNotes
from knowledge.text.language import LANGUAGES

MAX_NOTES_BYTES = 1_000_000
MAX_ASK_CHARS = 300
MAX_SHORT_CHARS = 600

_ENDING = ".notes"
_MAX_DEPTH = 20
_KEYS = ("of", "asks", "short")
_MARK = re.compile(r"[0-9a-f]{6,64}")
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where there is one: notes are long, and the other is ten times slower."""

_Tell = Callable[[yaml.Node, str], None]


def is_notes(file: str) -> bool:
    """Return whether *file* is named as notes are."""
    path = PurePosixPath(file.casefold())
    return path.suffix in BESIDE and PurePosixPath(path.stem).suffix == _ENDING


def subject_of(file: str) -> str:
    """Return what a notes *file* is named after: a page's file with or without its suffix."""
    return str(PurePosixPath(file).with_suffix("").with_suffix("")).casefold()


def read_notes(source: DocumentSource) -> PageNotes:
    """Parse a notes file; never raises, since a page is served whatever its notes are like."""
    try:
        content = source.content()
        text = decode(content) if len(content) <= MAX_NOTES_BYTES else None
    except UnreadableError as error:
        return PageNotes(source.file, problems=(NoteProblem(1, str(error)),))
    if text is None:
        reason = f"it is larger than {MAX_NOTES_BYTES // 1_000_000} MB"
        return PageNotes(source.file, problems=(NoteProblem(1, reason),))
    return parse_notes(source.file, text)


def parse_notes(file: str, text: str) -> PageNotes:
    """Parse the YAML *text* of a notes *file*."""
    problems: list[NoteProblem] = []

    def tell(node: yaml.Node, message: str) -> None:
        problems.append(NoteProblem(node.start_mark.line + 1, message))

    try:
        root = compose_notes(text)
    except Exception as error:  # noqa: BLE001 - PyYAML raises whatever it stumbles over
        where = getattr(error, "problem_mark", None)
        line = where.line + 1 if where else 1
        return PageNotes(file, problems=(NoteProblem(line, "the notes are not valid YAML"),))
    clauses: dict[str, ClauseNote] = {}
    for key, value in _pairs(root, "the notes", tell):
        anchor = str(key.value).rpartition("#")[2]
        if anchor in clauses:
            tell(key, f"the clause {anchor!r} is there twice; the first is used")
            continue
        clauses[anchor] = _clause(anchor, key, value, tell)
    return PageNotes(file, tuple(clauses.values()), tuple(problems))


def compose_notes(text: str) -> yaml.Node | None:
    """Return the tree of YAML nodes of a notes file, None if it is empty.

    Raises:
        yaml.YAMLError: If it is not valid YAML, or nested deeper than notes are.
    """
    depth = 0
    for event in yaml.parse(text, _LOADER):  # composing what is very deep would end the process
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise yaml.YAMLError("it is nested too deeply")
    return yaml.compose(text, _LOADER)


def _clause(anchor: str, key: yaml.Node, node: yaml.Node, tell: _Tell) -> ClauseNote:
    mark, asks, short = "", dict[str, tuple[str, ...]](), dict[str, str]()
    for name, value in _pairs(node, f"the note of {anchor!r}", tell):
        match name.value:
            case "of":
                mark = _mark(value, tell)
            case "asks":
                asks = {language: _asks(each, tell) for language, each in _said(value, tell)}
            case "short":
                shorts = ((language, _short(each, tell)) for language, each in _said(value, tell))
                short = {language: text for language, text in shorts if text}
            case _:
                tell(name, f"{name.value!r} is none of {', '.join(_KEYS)}")
    return ClauseNote(anchor, mark, asks, short, key.start_mark.line + 1)


def _mark(node: yaml.Node, tell: _Tell) -> str:
    """Return the mark in lower case; of one that cannot be a mark, nothing."""
    value = _text(node)
    if value and not _MARK.fullmatch(value):
        tell(node, f"of: {value!r} is no mark of a version; guildmate notes stamp writes it")
        return ""
    return value


def _said(node: yaml.Node, tell: _Tell) -> Iterator[tuple[str, yaml.Node]]:
    """Yield what is said in each language that there is."""
    for name, value in _pairs(node, "what is said by language", tell):
        if name.value in LANGUAGES:
            yield str(name.value), value
        else:
            tell(name, f"{name.value!r} is none of the languages {', '.join(LANGUAGES)}")


def _asks(node: yaml.Node, tell: _Tell) -> tuple[str, ...]:
    """Return the questions of a list, each once."""
    if _is_empty(node):
        return ()
    if not isinstance(node, yaml.SequenceNode):
        tell(node, "asks of a language are a list of questions")
        return ()
    asks = [text for each in node.value if (text := _line(each, "an ask", MAX_ASK_CHARS, tell))]
    return tuple(dict.fromkeys(asks))


def _short(node: yaml.Node, tell: _Tell) -> str:
    return "" if _is_empty(node) else _line(node, "a short text", MAX_SHORT_CHARS, tell)


def _line(node: yaml.Node, what: str, most: int, tell: _Tell) -> str:
    """Return a text on one line; empty, and told, if it cannot be used."""
    text = _text(node)
    if not any(map(str.isalnum, text)):
        tell(node, f"{what} is a text in words")
        return ""
    if len(text) > most:
        tell(node, f"{what} has at most {most} characters, and this one {len(text)}")
        return ""
    return text


def _text(node: yaml.Node) -> str:
    """Return a scalar on one line, empty for any other node."""
    if not isinstance(node, yaml.ScalarNode):
        return ""
    return " ".join(str(node.value).encode("utf-8", "replace").decode().split())


def _pairs(
    node: yaml.Node | None, what: str, tell: _Tell
) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Yield the keys and values of a mapping; of anything else, tell that it is none."""
    if node is None or _is_empty(node):
        return
    if not isinstance(node, yaml.MappingNode):
        tell(node, f"{what} must be a mapping")
        return
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            yield key, value
        else:
            tell(key, f"a key of {what} is not a word")


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not str(node.value).strip()
