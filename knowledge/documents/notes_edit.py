"""Edits the text of a notes file in place: what people wrote around it stays (pure)."""

import json
from collections.abc import Mapping, Sequence

import yaml

from knowledge.documents.notes_file import compose_notes, parse_notes

_INDENT = 2


def put_mark(text: str, anchor: str, mark: str) -> str | None:
    """Return the *text* with the note of *anchor* marked as looked at.

    None if there is no such note, or the text is written so that a person has to edit it.
    """
    root = _root(text)
    note = _get(root, anchor) if root else None
    if not isinstance(note, yaml.MappingNode):
        return None
    old = _get(note, "of")
    if old is not None:
        start, end = old.start_mark.index, old.end_mark.index
        gap = " " if text[start - 1 : start] == ":" else ""
        edited = f"{text[:start]}{gap}{mark}{text[end:]}"
    else:
        edited = _insert(text, note, f"of: {mark}")
    after = parse_notes("", edited).note(anchor)
    return edited if after and after.of == mark else None


def put_note(
    text: str, anchor: str, asks: Mapping[str, Sequence[str]], short: Mapping[str, str]
) -> str | None:
    """Return the *text* with *asks* added to the note of *anchor*, and *short* texts put there.

    None if the text is written so that a person has to edit it.
    """
    if not _is_mapping(text):
        return None
    for language, texts in asks.items():
        for ask in texts:
            text = _put_ask(text, anchor, language, ask)
    for language, said in short.items():
        text = _put_value(text, (anchor, "short", language), json.dumps(said, ensure_ascii=False))
    note = parse_notes("", text).note(anchor)
    is_there = note is not None and all(
        {*texts} <= {*note.asks.get(language, ())} for language, texts in asks.items()
    )
    return text if is_there else None


def _put_ask(text: str, anchor: str, language: str, ask: str) -> str:
    node: yaml.Node | None = _root(text)
    for key in (anchor, "asks", language):
        node = _get(node, key) if node else None
    written = json.dumps(ask, ensure_ascii=False)
    if not isinstance(node, yaml.SequenceNode):
        return _put_value(text, (anchor, "asks", language), f"[{written}]")
    if ask in [each.value for each in node.value if isinstance(each, yaml.ScalarNode)]:
        return text
    return _insert(text, node, written if node.flow_style else f"- {written}")


def _put_value(text: str, path: tuple[str, ...], value: str) -> str:
    """Write a *value* under a *path* of keys, making the mappings on the way."""
    node: yaml.Node | None = _root(text)
    if node is None:
        return f"{text.rstrip()}\n{_nested(path, value)}\n".lstrip()
    for depth, key in enumerate(path):
        inner = _get(node, key)
        rest = path[depth + 1 :]
        if inner is None and depth == 0 and not _is_flow(node):
            return f"{text.rstrip()}\n{_nested(path, value)}\n"
        if inner is None:
            return _insert(text, node, f"{key}: {_flow(rest, value)}")
        if not rest or not isinstance(inner, yaml.MappingNode):
            start, end = inner.start_mark.index, inner.end_mark.index
            gap = " " if text[start - 1 : start] == ":" else ""
            ending = "\n" if text[start:end].endswith("\n") else ""
            return f"{text[:start]}{gap}{_flow(rest, value)}{ending}{text[end:]}"
        node = inner
    return text


def _nested(path: tuple[str, ...], value: str) -> str:
    keys = "\n".join(f"{' ' * (_INDENT * at)}{key}:" for at, key in enumerate(path))
    return f"{keys} {value}"


def _flow(path: tuple[str, ...], value: str) -> str:
    for key in reversed(path):
        value = f"{{{key}: {value}}}"
    return value


def _insert(text: str, node: yaml.Node, first: str) -> str:
    """Insert *first* before what a mapping or list begins with."""
    at, column = node.start_mark.index, node.start_mark.column
    if not _is_flow(node):
        return f"{text[:at]}{first}\n{' ' * column}{text[at:]}"
    return f"{text[: at + 1]}{first}{', ' if node.value else ''}{text[at + 1 :]}"


def _is_flow(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _root(text: str) -> yaml.MappingNode | None:
    """Return the mapping that a notes file is; None if it is empty, or none."""
    try:
        root = compose_notes(text)
    except yaml.YAMLError:
        return None
    return root if isinstance(root, yaml.MappingNode) else None


def _is_mapping(text: str) -> bool:
    """Return whether *text* is a mapping, or is empty and may become one."""
    return _root(text) is not None or not parse_notes("", text).problems


def _get(node: yaml.Node, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    found = (value for name, value in node.value if str(name.value).rpartition("#")[2] == key)
    return next(found, None)
