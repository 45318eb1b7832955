"""Settings at the top of a file: front matter in YAML, TOML or JSON, and audiences named elsewhere.

Who a page is for is never passed over: what looks like a setting and names an audience is either
understood or refused, so that the page is for nobody until a person has looked (pure).
"""

import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

import yaml

from knowledge.pages import AUDIENCE, AUDIENCES, EVERYONE, AudienceInvalidError, PageInvalidError
from knowledge.text.lexicon import all_words, compiled, leading_words, whole_words

MAX_TOP_LINES = 60
"""Further down than this no line is the top of a file."""

MAX_TITLE_WORDS = 12
"""A first line of more words is no title."""

Notation = Literal["YAML", "TOML", "JSON"]

_NAMES = frozenset(all_words(lambda each: each.documents.audience))
_EVERYBODY = frozenset(all_words(lambda each: each.documents.everybody))
_EVERYBODY_OPENING = compiled(leading_words(lambda each: each.documents.everybody))
_FEWER = compiled(whole_words(lambda each: each.documents.fewer))
_MIN_PROSE_WORDS = 4

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

_PASSED_OVER = re.compile(r"[\W_]*|[\W_]{2,}(?:yaml|yml|toml|json|ya?ml[\W_]*)?\s*")
_INDENT = re.compile(r"[ \t]+\S|\s*[-*+] ")
_FIELD = re.compile(
    r"(?P<mark>(?:\[//\]:)?[\W_]*)(?P<key>[^\W\d_][\w .\u0300-\u036f\u0e30-\u0e4e-]{0,40}?)"
    r"[\"'*_`)\]]*\s*(?:::?|=|\uff1a)[*_]*(?P<value>(?:\s|[\"'(\[{]|$).*|[^/\s].*)"
)
_FIELDS = re.compile(r"([^\W\d_][\w .-]{0,40}?)[\"']?\s*[:=]\s*([^,;}\n]*)")
_HEADING = re.compile(r"#{1,6}\s|<h1\b", re.IGNORECASE)

_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_CONTENT = re.compile(
    r"<(?:h[1-6]|p|main|article|section|div|table|ul|ol|dl|details)\b", re.IGNORECASE
)
_NO_SETTINGS = re.compile(r"<(title|style|script)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(?!!--)[^>]*>")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The settings of a file, the *body* below them and its line offset.

    *named_in* says where the audience is named, in words, unless that is YAML front matter.
    """

    settings: dict[str, object]
    body: str
    offset: int
    named_in: str = ""


@dataclass(frozen=True, slots=True)
class _Field:
    """A line that reads like a setting, at the top of a file but outside of front matter."""

    key: str
    value: str
    line: int
    is_under_heading: bool


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


def names_audience(key: str) -> bool:
    """Return whether the name of a setting means the audience, misspelt or translated."""
    plain = unicodedata.normalize("NFC", key).strip().casefold()
    words = re.split(r"[\s_.:-]+", plain)
    return " ".join(words) in _NAMES or bool(
        get_close_matches(AUDIENCE, [plain, *words], n=1, cutoff=0.75)
    )


def audience_at_top(text: str, *, above: int = 0) -> tuple[str, int] | None:
    """Return the audience that the top of *text* names outside of front matter, and its line.

    The top goes on through empty lines, comments, fences, the first heading and lines such as
    ``key: value``, and ends at the first line of any other kind. *above* is the line offset.

    Raises:
        AudienceInvalidError: If an audience is named there that is not understood.
    """
    named = [each for each in _fields_at_top(text) if _is_audience(each.key)]
    if not named:
        return None
    audiences = {_understand(each, above) for each in named}
    line = named[0].line + above
    if len(audiences) > 1:
        raise AudienceInvalidError(f"it says twice who it is for (line {line})", line)
    return audiences.pop(), line


def audience_in_html(text: str) -> tuple[str, int] | None:
    """Return the audience that the head of an HTML page names, in a ``meta`` or a comment.

    Raises:
        AudienceInvalidError: If an audience is named there that is not understood.
    """
    found = _CONTENT.search(text)
    head = text[: found.start()] if found else text
    for meta in _META.finditer(head):
        named = {key.lower(): "".join(rest) for key, *rest in _ATTRIBUTE.findall(meta[0])}
        key = re.split(r"[.:]", named.get("name") or named.get("property") or "")[-1]
        if _is_audience(key):
            line = text.count("\n", 0, meta.start()) + 1
            return _understand(_Field(key, named.get("content", ""), line, False), 0), line  # noqa: FBT003
    blank = _NO_SETTINGS.sub(lambda each: "\n" * each[0].count("\n"), head)
    return audience_at_top(_TAG.sub(lambda each: "\n" * each[0].count("\n"), blank))


def _is_audience(key: str) -> bool:
    return len(key.split()) <= 2 and names_audience(key)  # noqa: PLR2004 - more is a sentence


def _fields_at_top(text: str) -> Iterator[_Field]:
    has_heading = False
    for number, line in enumerate(text.lstrip("\ufeff").split("\n")[:MAX_TOP_LINES], 1):
        if _PASSED_OVER.fullmatch(line):
            continue
        found = _FIELD.fullmatch(line)
        if found:
            key, value = found["key"].strip(), found["value"]
            if found["mark"].strip() and any(map(_is_audience, _keys(line))):
                key, value = next(each for each in _FIELDS.findall(line) if _is_audience(each[0]))
            yield _Field(key, value, number, has_heading)
        elif not has_heading and (_HEADING.match(line) or _is_title(line)):
            has_heading = True
        elif not _INDENT.match(line):
            return


def _is_title(line: str) -> bool:
    """Return whether a line without a mark reads like a title, and not like a sentence."""
    return len(line.split()) <= MAX_TITLE_WORDS and line.rstrip()[-1:].isalnum() and "|" not in line


def _keys(line: str) -> Iterator[str]:
    return (key for key, _ in _FIELDS.findall(line))


def _understand(field: _Field, above: int) -> str:
    """Return the audience that a *field* names.

    Raises:
        AudienceInvalidError: If it is none that is known.
    """
    value = re.sub(r"--!?>.*|^[\W_]+|[\W_]+$", "", field.value.strip()).casefold().strip()
    if value in AUDIENCES:
        return value
    is_prose = field.is_under_heading and len(value.split()) >= _MIN_PROSE_WORDS
    is_open = _EVERYBODY_OPENING.match(value) and not _FEWER.search(value)
    if value in _EVERYBODY or (is_prose and is_open):
        return EVERYONE
    line = field.line + above
    raise AudienceInvalidError(
        f"line {line} reads like a setting, and its audience {value!r} is none of"
        f" {', '.join(AUDIENCES)}; say it in front matter",
        line,
    )
