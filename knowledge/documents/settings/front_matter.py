"""Settings at the top of a file: front matter in YAML, TOML or JSON.

Who a page is for is never passed over: what looks like a setting and names an audience is either
understood or refused, so that the page is for nobody until a person has looked (pure).
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import yaml

from knowledge.documents.settings.audience import audience_at_top, names_audience
from knowledge.pages import AUDIENCE, AudienceInvalidError, PageInvalidError

Notation = Literal["YAML", "TOML", "JSON"]

_FENCE = re.compile(
    r"\A(\ufeff?\s*)(-{3,}|\+{3,}|;{3,})[ \t]*(yaml|yml|toml|json)?[ \t]*\n"
    r"(.*?)^(?:\2|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_OPEN_FENCE = re.compile(
    r"\A\ufeff?\s*(?:-{3,}|\+{3,}|;{3,})[ \t]*(?:yaml|yml|toml|json)?[ \t]*\n"
    r"\s*(?:[\w\"'-]+[ \t]*[:=]|[\[{])"
)
"""What begins as settings do; without an end, who a page is for cannot be told."""

_OPEN_OBJECT = re.compile(r"\A(\ufeff?\s*)(?=\{\s*[\"'])")
_NOTATIONS: Mapping[str, Notation] = {
    "-": "YAML",
    "+": "TOML",
    ";": "JSON",
    "yaml": "YAML",
    "yml": "YAML",
    "toml": "TOML",
    "json": "JSON",
}
_SAID = re.compile(r"^[ \t]*[\"']?audience[\"']?[ \t]*:", re.IGNORECASE | re.MULTILINE)
_FOR_EVERYONE = re.compile(
    r"^audience[ \t]*[:=][ \t]*([\"']?)everyone\1[ \t]*(?:#.*)?$", re.MULTILINE
)
_KEY = re.compile(r"(?:^|[{,])([^\n{},:=]{1,60})[:=]", re.MULTILINE)
"""What stands as a setting's name does, also where the settings are no YAML."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The settings of a file, the *body* below them and its line offset.

    *named_in* says where the audience is named, in words, unless that is YAML front matter.
    """

    settings: dict[str, object]
    body: str
    offset: int
    named_in: str = ""


def split_front_matter(text: str) -> FrontMatter:
    """Split the settings of a Markdown file from its body.

    Raises:
        PageInvalidError: If they are not valid, or do not end.
        AudienceInvalidError: If an audience is named that is not understood.
    """
    notation, settings, body, offset = _delimited(text)
    if any(map(names_audience, settings)):
        return FrontMatter(settings, body, offset, "" if notation == "YAML" else f"its {notation}")
    found = audience_at_top(body, above=offset)
    if found is None:
        return FrontMatter(settings, body, offset)
    audience, line = found
    return FrontMatter({**settings, AUDIENCE: audience}, body, offset, f"line {line}")


def _delimited(text: str) -> tuple[Notation, dict[str, object], str, int]:
    """Parse the front matter at the top of *text*, if any: notation, settings, body, offset."""
    if found := _FENCE.match(text):
        before, fence, named, inner = found.groups()
        notation = _NOTATIONS[(named or fence[0]).lower()]
        if fence == "---" or _OPEN_FENCE.match(text):
            above = before.count("\n") + 1
            settings = _PARSERS[notation](inner, above)
            return notation, settings, text[found.end() :], found[0].count("\n")
    if _OPEN_FENCE.match(text):
        raise PageInvalidError("its front matter has no end; close it with a line of ---")
    if found := _OPEN_OBJECT.match(text):
        return _bare_object(text, found.end())
    return "YAML", {}, text, 0


def _bare_object(text: str, start: int) -> tuple[Notation, dict[str, object], str, int]:
    """Parse the JSON object at *start*, with which some generators let a page begin."""
    try:
        value, end = _JSON.raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise PageInvalidError(f"its front matter is not valid JSON (line {line})", line) from error
    _refuse_hidden(value)
    return "JSON", dict(value), text[end:], text[:end].count("\n")


def settings_in(text: str, *, above: int = 0) -> dict[str, object]:
    """Parse a page's settings, which are YAML; *above* is their line offset in the file.

    Scalars are kept as they are written: a version of 1.10 is not 1.1.

    Raises:
        PageInvalidError: If they are not a YAML mapping.
    """
    return _yaml(text, above)


class _PlainLoader(yaml.SafeLoader):
    """Loads YAML whose plain scalars are text, except for nothing (`~`, `null`) and merges."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag.endswith((":null", ":merge"))]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _yaml(text: str, above: int) -> dict[str, object]:
    if len(_SAID.findall(text)) > 1:  # YAML would silently take the last
        raise AudienceInvalidError("its front matter says twice who it is for", above + 1)
    try:
        settings = yaml.load(text, _PlainLoader) or {}  # noqa: S506 - a SafeLoader
    except Exception as error:  # PyYAML raises whatever it stumbles over: `!!int ''` an IndexError
        raise _invalid("YAML", getattr(error, "problem_mark", None), above) from error
    return _as_settings(settings)


def _toml(text: str, above: int) -> dict[str, object]:
    try:
        settings = tomllib.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) + above if found else above + 1
        raise PageInvalidError(f"its front matter is not valid TOML (line {line})", line) from error
    return _as_settings(settings)


def _json(text: str, above: int) -> dict[str, object]:
    try:
        whole = text.strip()
        settings = _JSON.decode(whole if whole.startswith("{") else f"{{{whole}}}")
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1) + above
        raise PageInvalidError(f"its front matter is not valid JSON (line {line})", line) from error
    return _as_settings(settings)


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Make a mapping of *pairs* of which none may name an audience twice."""
    listed = list(pairs)
    if sum(names_audience(key) for key, _ in listed) > 1:
        raise AudienceInvalidError("its front matter says twice who it is for")
    return dict(listed)


_JSON = json.JSONDecoder(parse_float=str, parse_int=str, object_pairs_hook=_once)
_PARSERS: Mapping[Notation, Callable[[str, int], dict[str, object]]] = {
    "YAML": _yaml,
    "TOML": _toml,
    "JSON": _json,
}


def _invalid(notation: Notation, mark: yaml.Mark | None, above: int) -> PageInvalidError:
    line = mark.line + 1 + above if mark else 1
    where = f" (line {line})" if mark else ""
    return PageInvalidError(f"its front matter is not valid {notation}{where}", line)


def _as_settings(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise PageInvalidError("its front matter is not a list of settings")
    settings = {str(key): each for key, each in value.items()}
    _refuse_hidden(settings)
    return settings


def _refuse_hidden(settings: Mapping[str, object]) -> None:
    """Refuse an audience that is misspelt, or named within another setting: it would not count."""
    for outer, value in settings.items():
        if outer == AUDIENCE:
            continue
        if names_audience(outer):
            raise AudienceInvalidError(f"{outer!r} in its front matter should be 'audience'")
        if any(names_audience(key) for key in _keys_within(value)):
            raise AudienceInvalidError(
                f"{outer!r} in its front matter names an audience; that belongs beside the title"
            )


def _keys_within(value: object) -> Iterator[str]:
    waiting, seen = [value], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen:  # YAML may refer to itself
            continue
        seen.add(id(each))
        if isinstance(each, dict):
            yield from map(str, each)
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each


def has_front_matter(text: str) -> bool:
    """Return whether *text* begins with front matter."""
    return bool(_OPEN_FENCE.match(text))


def says_audience(text: str) -> bool:
    """Return whether *text*, read as settings, names an audience."""
    return bool(_SAID.search(text))


def is_for_fewer(text: str) -> bool:
    """Return whether invalid settings may restrict the audience of a page.

    *text* is a page that may begin with settings, or is all settings.
    """
    found = _FENCE.match(text)
    settings = _FOR_EVERYONE.sub("", found[4] if found else text)
    keys = {key.strip(" \t\"'") for key in _KEY.findall(settings)}
    return any(map(names_audience, keys))
