"""Who a page says it is for in its first lines, outside of front matter (pure)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from html import unescape

from knowledge.pages import AUDIENCE, AUDIENCES, EVERYONE, AudienceInvalidError
from knowledge.text.lexicon import all_words, compiled, leading_words, whole_words

MAX_TOP_LINES = 60
"""Further down than this no line is the top of a file."""

_MAX_TOP_CHARS = 20_000
_MAX_PAIR_CHARS = 200

MAX_TITLE_WORDS = 12
"""A first line of more words is no title."""

_NAMES = frozenset(all_words(lambda each: each.documents.audience))
_EVERYBODY = frozenset(all_words(lambda each: each.documents.everybody))
_EVERYBODY_OPENING = compiled(leading_words(lambda each: each.documents.everybody))
_FEWER = compiled(whole_words(lambda each: each.documents.fewer))
_MIN_PROSE_WORDS = 4
_PASSED_OVER = re.compile(r"[\W_]*(?:(?<=[\W_]{2})(?:ya?ml|toml|json)[\W_]*)?")
_INDENT = re.compile(r"[ \t]+\S|\s*[-*+] ")
_FIELD = re.compile(
    r"(?P<mark>(?:\[//\]:)?[\W_]*)(?P<key>[^\W\d_][\w .\u0300-\u036f\u0e30-\u0e4e-]{0,40}?)"
    r"[\"'*_`)\]]*\s*(?:::?|=|\uff1a)[*_]*(?P<value>(?:\s|[\"'(\[{]|$).*|[^/\s].*)"
)
_PAIR = re.compile(
    r"[\W_]*(?P<key>[^\W_][^|,;\t]{0,59}?)[\W_]*[|,;\t](?P<value>[^|,;\t]+)[|,;\s\"']*"
)
"""A row of two cells, as spreadsheets and wikis write a setting."""
_FIELDS = re.compile(r"([^\W\d_][\w .-]{0,40}?)[\"']?\s*[:=]\s*([^,;}\n]*)")
_HEADING = re.compile(r"#{1,6}\s|<h1\b", re.IGNORECASE)
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_CONTENT = re.compile(
    r"<(?:h[1-6]|p|main|article|section|div|table|ul|ol|dl|details)\b", re.IGNORECASE
)
_NO_SETTINGS = re.compile(r"<(title|style|script)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(?!!--)[^>]*>")
_INLINE = re.compile(r"</?(?:b|strong|em|i|u|span|font|small|code|a)\b[^>]*>", re.IGNORECASE)
_NEXT_CELL = re.compile(r"(?:</(?:t[hd]|dt)\s*>[\s\0]*)?<(?:t[hd]|dd)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Field:
    """A line that reads like a setting, at the top of a file but outside of front matter."""

    key: str
    value: str
    line: int
    is_under_heading: bool


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
    lines = enumerate(text.lstrip("\ufeff").split("\n")[:MAX_TOP_LINES], 1)
    return _audience_of(_fields_at_top(lines), above)


def _audience_of(fields: Iterable[_Field], above: int) -> tuple[str, int] | None:
    named = [each for each in fields if _is_audience(each.key)]
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
            field = _Field(key, named.get("content", ""), line, is_under_heading=False)
            return _understand(field, 0), line
    blank = _NO_SETTINGS.sub(lambda each: "\n" * each[0].count("\n"), head)
    above = audience_at_top(_TAG.sub(lambda each: "\n" * each[0].count("\n"), blank))
    if above or not found:
        return above
    body = text[found.start() : found.start() + _MAX_TOP_CHARS]
    return _audience_of(_fields_at_top(_html_lines(body)), head.count("\n"))


def _html_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first lines that a person sees of HTML, each with its number in *text*."""
    shown = _NEXT_CELL.sub("|", _INLINE.sub("", _NO_SETTINGS.sub("", text.replace("\n", "\0"))))
    number, left = 1, MAX_TOP_LINES
    for line in _TAG.sub("\n", shown).split("\n"):
        bare = unescape(line.replace("\0", " ")).strip()
        if bare and left:
            left -= 1
            yield number + line.count("\0", 0, len(line) - len(line.lstrip("\0 "))), bare
        number += line.count("\0")


def _is_audience(key: str) -> bool:
    return len(key.split()) <= 2 and names_audience(key)  # noqa: PLR2004 - more is a sentence


def _fields_at_top(lines: Iterable[tuple[int, str]]) -> Iterator[_Field]:
    has_heading = False
    for number, line in lines:
        if _PASSED_OVER.fullmatch(line):
            continue
        pair = _PAIR.fullmatch(line) if len(line) <= _MAX_PAIR_CHARS else None
        if pair and _is_audience(pair["key"]) and _is_like_an_audience(pair["value"]):
            yield _Field(pair["key"], pair["value"], number, has_heading)
            continue
        found = _FIELD.fullmatch(line)
        if found:
            key, value = found["key"].strip(), found["value"]
            if found["mark"].strip() and any(map(_is_audience, _keys(line))):
                key, value = next(each for each in _FIELDS.findall(line) if _is_audience(each[0]))
            yield _Field(key, value, number, has_heading)
        elif not has_heading and (_HEADING.match(line) or _is_title(line)):
            has_heading = True
        elif not _INDENT.match(line) and not (pair and _is_short(line)):
            return


def _is_short(line: str) -> bool:
    return len(re.findall(r"\w+", line)) < _MIN_PROSE_WORDS


def _is_like_an_audience(value: str) -> bool:
    """Return whether a cell beside the word holds an audience; else it is a header of its own."""
    words = re.findall(r"[^\W_]+", value.casefold())[:_MIN_PROSE_WORDS]
    near = any(get_close_matches(each, AUDIENCES, n=1, cutoff=0.85) for each in words)
    return near or bool(_FEWER.search(value.casefold()))


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
