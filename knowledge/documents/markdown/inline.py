"""What dialects of Markdown write within a line: struck text, wiki links, tags, attributes."""

import re

from knowledge.documents.html.icons import is_telling, replace_shortcodes, sign_in
from knowledge.documents.html.reader import inline_text
from knowledge.documents.markdown.lines import Chunk, pattern_outside_code
from knowledge.documents.symbols import raised
from knowledge.omissions import OmissionKind, OmissionLog

_STRUCK = pattern_outside_code(
    r"(?P<struck>(?<![\\~])~~(?!~)(?=\S)(?:(?!~~).)+(?<=\S)~~(?!~)"
    r"|(?<![\w~\\])~(?![~\s])[^~\n|]+?(?<![\s~])~(?![\w~])"
    r"|<(?P<tag>s|del|strike)\b[^>]*>.*?</(?P=tag)\s*>)",
    re.IGNORECASE,
)
_HTML = pattern_outside_code(
    r"(?P<html><(?P<tag>span|i|em|b|font|abbr|svg|sup|sub|a|mark|div|p)\b[^<>]*"
    r"(?:class|style|hidden|title|aria-\w+)\b[^<>]*>(?:(?!<(?P=tag)\b).)*?</(?P=tag)\s*>"
    r"|<(?:img|input|iframe|video|embed|object|canvas)\b[^>]*>)",
    re.IGNORECASE,
)
_RAISED = pattern_outside_code(
    r"(?P<raised>(?<=\d)<sup>(?P<digits>[^<>\n]*)</sup\s*>)", re.IGNORECASE
)
_TAG = pattern_outside_code(
    r"(?P<tag>\{\{\{(?:(?!\{\{|\}\}).)*\}\}\}|\{\{(?:(?!\{\{|\}\}).)*\}\}|\{%(?:(?!\{%|%\}).)*%\}"
    r"|\{#-?\s(?:(?!\{#|#\}).)*#\}|<%(?:(?!<%|%>).)*%>)"
)
_COMPONENT = pattern_outside_code(
    r"(?P<tag></?(?P<name>[A-Z]\w*(?:\.\w+)*)(?P<rest>(?:\s[^<>]*)?)/?>)"
)
_COMMENT = pattern_outside_code(
    r"(?P<comment>%%(?:(?!%%).)+%%|\{/\*(?P<inner>(?:(?!\{/\*).)*?)\*/\})"
)
_WIKI = pattern_outside_code(r"(?P<embed>!?)\[\[(?P<inner>[^\[\]\n]+?)\]\]")
_IMAGE = pattern_outside_code(r"!\[(?P<alt>[^\[\]]*)\]\((?P<target>[^()\s]*)[^()]*\)")
_ATTRIBUTE = r"(?:[#.][\w:.-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s}\"']+))"
_ATTRIBUTES = pattern_outside_code(
    rf"[ \t]*\{{:?[ \t]*(?P<all>{_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*|toc)[ \t]*\}}"
)
_MARKED = pattern_outside_code(r"(?<![=\w])==(?=\S)(?P<marked>[^=\n]+?)(?<=\S)==(?![=\w])")
_BLOCK_ID = pattern_outside_code(r"[ \t]+\^[\w-]{3,}[ \t]*(?=\n|\Z)")
_TASK = pattern_outside_code(
    r"(?P<mark>(?:^|\n)[ \t]*(?:[-*+]|\d+[.)])[ \t]+)\[(?P<on>[ xX])\](?=[ \t])"
)
_MODULE = re.compile(
    r"(?:import\s.+\sfrom\s+['\"].+['\"]|import\s+['\"].+['\"]|export\s+(?:const|default|function)\b.*);?\s*"
)
_CONTENTS = re.compile(
    r"\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:\s*toc\s*\}|\\newpage|\\pagebreak|<!--\s*toc\s*-->)\s*",
    re.IGNORECASE,
)
_SHORTCODE = pattern_outside_code(r"(?P<code_name>:[a-z0-9_+-]+:)")
_LEFT_OVER = re.compile(r"(?m)^([ \t]*(?:[-*+]|\d+[.)]|#{1,6})?[ \t]*)[.,;:]+(?=\s|$)[ \t]*")
_EMPTY_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)]|>)[ \t]*")
_EMPTY_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})[ \t]*\1(?![\w*])")
_QUOTED = re.compile(r"\"([^\"]*)\"")
_TRIGGER = re.compile(
    r"~|<|\{|\[\[|==|%%|!\[|\]|\^|:\w|<%|^\s*(?:import|export)\s|\\newpage", re.MULTILINE
)


class InlineConverter:
    """Turns the inline syntax of dialects into that of CommonMark; notes what it leaves out."""

    def __init__(self, log: OmissionLog) -> None:
        self._log = log

    def convert(self, chunk: Chunk) -> Chunk:
        """Convert lines that stand together."""
        if not _TRIGGER.search(chunk.text):
            return chunk
        chunk = self._without_modules(chunk)
        chunk = chunk.replace(_COMMENT, self._comment).replace(_TAG, self._tag)
        struck = chunk.replace(_STRUCK, self._struck)
        if struck is not chunk:
            chunk = _without_empty_lines(struck)
        chunk = chunk.replace(_RAISED, _power)
        chunk = chunk.replace(_HTML, self._html).replace(_COMPONENT, self._component)
        chunk = chunk.replace(_WIKI, self._wiki).replace(_IMAGE, self._image)
        chunk = chunk.replace(_ATTRIBUTES, _anchor).replace(
            _MARKED, lambda found, _: found["marked"]
        )
        chunk = chunk.replace(_BLOCK_ID, lambda _, __: "").replace(_TASK, _task)
        return chunk.replace(_SHORTCODE, lambda found, _: replace_shortcodes(found[0]))

    def _without_modules(self, chunk: Chunk) -> Chunk:
        lines = chunk.lines
        kept = [
            line._replace(text="")
            if _CONTENTS.fullmatch(line.text) or self._is_module(line.text, line.number)
            else line
            for line in lines
        ]
        if kept == lines:
            return chunk
        return Chunk("\n".join(line.text for line in kept), chunk.numbers)

    def _is_module(self, text: str, number: int) -> bool:
        if not _MODULE.fullmatch(text):
            return False
        self._log.add("template tag", f"{text.split(maxsplit=1)[0]} in line {number}", line=number)
        return True

    def _left_out(self, kind: OmissionKind, text: str, number: int) -> str:
        words = len(re.sub(r"<[^>]*>|[~%]", " ", text).split())
        if words:
            self._log.add(kind, f"line {number}", words=words, line=number)
        return ""

    def _comment(self, found: re.Match[str], number: int) -> str:
        inner = found["inner"]
        if inner is not None and (anchor := re.fullmatch(r"\s*#([\w:.-]+)\s*", inner)):
            return f"{{#{anchor[1]}}}"
        return self._left_out("comment", inner or found["comment"], number)

    def _struck(self, found: re.Match[str], number: int) -> str:
        return self._left_out("struck-through text", found["struck"], number)

    def _tag(self, found: re.Match[str], number: int) -> str:
        """Remove a tag of a template; a value that it would have put there is a word that lacks."""
        tag = found["tag"]
        inner = tag.strip("{}%<># -")
        if "raw" in inner.split()[:1] or "endraw" in inner.split()[:1]:
            return ""
        is_value = tag.startswith("{{") and tag[2:3] not in "<%"
        words = sum(len(each.split()) for each in _QUOTED.findall(inner)) or int(is_value)
        name = (inner.split() or [""])[0].lstrip("/")
        if not (inner.startswith(("/", "end")) and not is_value):
            self._log.add("template tag", f"{name} in line {number}", words=words, line=number)
        return ""

    def _component(self, found: re.Match[str], number: int) -> str:
        if not found[0].startswith("</"):
            self._log.add("template tag", f"{found['name']} in line {number}", line=number)
        return ""

    def _html(self, found: re.Match[str], number: int) -> str:
        """Replace inline HTML that shows something else than the text in it."""
        html = found["html"]
        inner = re.sub(r"^<[^>]*>|</\w+\s*>$", "", html) if found["tag"] else ""
        text = inline_text(html, self._log, number)
        plain = " ".join(re.sub(r"<[^>]*>", " ", inner).split())
        return html if plain and _unescaped(text) == plain else text

    def _wiki(self, found: re.Match[str], number: int) -> str:
        inner = found["inner"].replace("\\|", "|")
        target, _, label = inner.partition("|")
        if found["embed"]:
            is_picture = re.search(r"\.(?:png|jpe?g|gif|svg|webp|bmp)$", target, re.IGNORECASE)
            kind: OmissionKind = "picture" if is_picture else "embedded file"
            self._log.add(kind, target.strip(), line=number)
            return ""
        if label and _is_address(label) and not _is_address(target):
            target, label = label, target  # as wikis on GitHub have it
        named = target.lstrip("#").replace("#^", " ").replace("#", " › ")  # noqa: RUF001 - as menus
        return (label or named).strip()

    def _image(self, found: re.Match[str], number: int) -> str:
        if is_telling(found["alt"].strip()):
            return found[0]
        name = found["target"].rpartition("/")[2]
        if sign := sign_in(name.rpartition(".")[0] + " icon"):
            return sign
        self._log.add("picture", name or f"line {number}", line=number)
        return ""


def _without_empty_lines(chunk: Chunk) -> Chunk:
    """Remove what is left of lines and items from which all text was struck."""
    text = _EMPTY_EMPHASIS.sub("", chunk.text)
    text = _LEFT_OVER.sub(r"\1", re.sub(r"(?m)^ (?=\S)", "", text))
    lines = [
        line._replace(text="") if _EMPTY_ITEM.fullmatch(line.text) else line
        for line in Chunk(text, chunk.numbers).lines
    ]
    return Chunk("\n".join(line.text for line in lines), chunk.numbers)


def _power(found: re.Match[str], _: int) -> str:
    """Write raised digits behind a number as such; other raised text stays as it is."""
    digits = raised(found["digits"], "0")
    return found["raised"] if digits == found["digits"] else digits


def _anchor(found: re.Match[str], _: int) -> str:
    """Keep of a list of attributes the id of a heading."""
    line = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
    given = re.search(r"#([\w:.-]+)", found["all"])
    is_heading = re.match(r" {0,3}#{1,6}\s", line)
    return f" {{#{given[1]}}}" if given and is_heading else ""


def _task(found: re.Match[str], _: int) -> str:
    return f"{found['mark']}{'☐' if found['on'] == ' ' else '☑'}"


def _is_address(text: str) -> bool:
    return " " not in text.strip() and any(each in text for each in "-/#._")


def _unescaped(text: str) -> str:
    return " ".join(re.sub(r"\\(\W)", r"\1", text).split())
