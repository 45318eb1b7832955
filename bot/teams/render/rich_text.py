"""Prose as Teams shows it: in cards as runs of text, in messages as Markdown.

In a card a run is shown as it is, with no Markdown to break out of; a text block would read
Markdown, and Teams' clients do not agree on how a mark is escaped in it
(https://github.com/MicrosoftDocs/msteams-docs/issues/5793), so one is used only for a title in
which no mark could be. A message has nothing but Markdown: there every mark is escaped.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from urllib.parse import quote

from bot.chat.links import Link, is_honest, web_only
from bot.chat.markdown import BULLET, Paragraph, Run, split_paragraphs
from bot.teams.render import limits

JSON = dict[str, Any]

INDENT = "\u2003"
"""The space before what stands further in."""

WORD_JOINER = "\u2060"
"""A space of no width, at which no line is broken."""

WIDER = 0xFEE0
"""How far the wide sister of a character is from it."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What no text can show, and some readers of JSON refuse."""

_MARKS = re.compile(
    r"[`*\[\]~&<>]|\\(?=[!-/:-@\[-`{-~])|_(?<!\w_)|_(?!\w)|(?m:^(?:[-+#=|]|\d{1,9}(?=[.)]\s)))"
)
"""What could mean something in Markdown or HTML where it stands."""

_PLAIN = re.compile(r"[^\\`*_\[\]~|#{}<>&+=\n-][^\\`*_\[\]~|#{}<>&\n]*")
"""A line that means itself in every dialect of Markdown."""


def elements(paragraphs: Iterable[Paragraph], to: Link = web_only, **looks: Any) -> list[JSON]:
    """Render *paragraphs* as elements of a card, one for each line, none too long for a card."""
    drawn = (
        each
        for piece in split_paragraphs(paragraphs, limits.MAX_PARAGRAPH_CHARS)
        for each in _lines(piece, to)
    )
    return [{**element, **looks} for element in drawn]


def line(said: str, **look: Any) -> list[JSON]:
    """Write *said* as it is, in one *look*; nothing when there is nothing to read."""
    if not said.strip():
        return []
    paragraph = Paragraph((Run(said),))
    drawn = [
        each
        for piece in split_paragraphs((paragraph,), limits.MAX_PARAGRAPH_CHARS)
        for each in _lines(piece, web_only)
    ]
    for element in drawn:
        element["inlines"] = [{**run, **look} for run in element["inlines"]]
    return drawn


def title(said: str, size: str = "Medium") -> list[JSON]:
    """Write a heading, which a screen reader can jump to if no mark could be in it."""
    said = " ".join(as_it_is(said).split())
    if said and is_plain(said):
        look = {"size": size, "weight": "Bolder", "wrap": True, "style": "heading"}
        return [{"type": "TextBlock", "text": said, **look}]
    return line(said, weight="Bolder", size=size)


def is_plain(said: str) -> bool:
    """Return whether *said* means itself in every dialect of Markdown."""
    return (
        len(said) <= limits.MAX_SUMMARY_CHARS
        and bool(_PLAIN.fullmatch(said))
        and not _numbered(said)
    )


def _numbered(said: str) -> bool:
    return bool(re.match(r"\d+[.)]", said))


def text_run(said: str, **look: Any) -> JSON:
    """Build a text run."""
    return {"type": "TextRun", "text": as_it_is(said), **look}


def clean(said: str) -> str:
    """Remove control characters."""
    return _CONTROL.sub("", said)


def as_it_is(said: str) -> str:
    """Escape ``{{`` in *said*, which a card would read as the beginning of a date."""
    return clean(said).replace("{{", f"{{{WORD_JOINER}{{")


def lookalike(said: str) -> str:
    """Write *said* so that no Markdown is in it, where a card has no other way to write a text.

    Teams' clients do not agree on how a mark is escaped, so one is written as its wide sister.
    """
    wide = _MARKS.sub(lambda found: "".join(map(_widen, found[0])), as_it_is(said))
    return f"{WORD_JOINER}{wide}" if wide[:1].isdigit() or wide[:1] in "-+" else wide


def _widen(letter: str) -> str:
    return chr(ord(letter) + WIDER) if "!" <= letter <= "~" and letter not in "-+" else letter


def size(part: Any) -> int:
    """Count the bytes of *part* as Teams does: its JSON, in UTF-16."""
    return 2 * len(json.dumps(part, ensure_ascii=False, separators=(",", ":")))


def _lines(paragraph: Paragraph, to: Link) -> Iterator[JSON]:
    """Render the lines of one paragraph, the first of them apart from what is before."""
    if paragraph.kind == "rule":
        yield {"type": "RichTextBlock", "inlines": [text_run("———")]}
        return
    before = INDENT * paragraph.depth + (f"{paragraph.mark} " if paragraph.mark else "")
    for n, runs in enumerate(_split_lines(paragraph)):
        drawn = [_run(run, to) for run in runs]
        if n == 0 and before:
            drawn.insert(0, text_run(before))
        elif paragraph.kind == "item":
            drawn.insert(0, text_run(INDENT * (paragraph.depth + 1)))
        shown = [run for run in drawn if run["text"]]
        if not "".join(run["text"] for run in shown).strip():
            continue
        element: JSON = {"type": "RichTextBlock", "inlines": shown}
        close = {"spacing": "Small" if paragraph.kind == "item" and n == 0 else "None"}
        yield {**element, **(close if n or paragraph.kind == "item" else {})}


def _split_lines(paragraph: Paragraph) -> Iterator[list[Run]]:
    """Break a paragraph into its lines; code keeps the spaces that its lines begin with."""
    held: list[Run] = []
    for run in paragraph.runs:
        first, *others = run.said.split("\n")
        held.append(_kept(run, first))
        for other in others:
            yield held
            held = [_kept(run, other)]
    yield held


def _kept(run: Run, said: str) -> Run:
    bare = said.lstrip(" ")
    if run.code:
        said = "\u00a0" * (len(said) - len(bare)) + bare
    return Run(said, run.bold, run.italic, run.code, run.href, run.cites)


def _run(run: Run, to: Link) -> JSON:
    look: JSON = {}
    if run.bold:
        look["weight"] = "Bolder"
    if run.italic:
        look["italic"] = True
    if run.code:
        look["fontType"] = "Monospace"
    if url := _leads(run, to):
        look["selectAction"] = {"type": "Action.OpenUrl", "url": url}
    return text_run(run.said, **look)


def _leads(run: Run, to: Link) -> str:
    url = to(run.href) if run.href else ""
    return url if url and is_honest(run.said, url) else ""


def messages(
    paragraphs: Iterable[Paragraph], to: Link = web_only, cited: Collection[int] = ()
) -> list[str]:
    """Write *paragraphs* as the Markdown of messages, as few as hold them; *cited* are citations.

    A citation is never cut, and neither is a word that fits into a message.
    """
    written = [
        _to_markdown(each, to, cited)
        for each in split_paragraphs(paragraphs, limits.MAX_PARAGRAPH_CHARS)
    ]
    held: list[str] = []
    for said in filter(None, written):
        if held and size(joined := f"{held[-1]}\n\n{said}") <= limits.MAX_TEXT_BYTES:
            held[-1] = joined
        else:
            held.append(said)
    return held


def _to_markdown(paragraph: Paragraph, to: Link, cited: Collection[int]) -> str:
    if paragraph.kind == "rule":
        return "———"
    said = "".join(_run_to_markdown(run, to, cited) for run in paragraph.runs).strip()
    if not said:
        return ""
    before = "- " if paragraph.mark == BULLET else f"{paragraph.mark} " if paragraph.mark else ""
    return "  " * paragraph.depth + before + said.replace("\n", "  \n")


def _run_to_markdown(run: Run, to: Link, cited: Collection[int]) -> str:
    """Write one run, with its look as marks around what is not a space."""
    if run.cites in cited and run.cites:
        return run.said
    said = escape(run.said)
    bare = said.strip()
    if not bare:
        return said
    marks = "**" * run.bold + "_" * run.italic
    drawn = f"{marks}{bare}{marks[::-1]}"
    if url := _leads(run, to):
        drawn = f"[{drawn}]({_address(url)})"
    return said.replace(bare, drawn, 1) if said != bare else drawn


def escape(said: str) -> str:
    """Write *said* so that it means nothing where Markdown and HTML are read.

    A mark is written as HTML writes it, since not every reader of Markdown knows the backslash.
    """
    return _MARKS.sub(lambda found: "".join(f"&#{ord(each)};" for each in found[0]), clean(said))


def _address(url: str) -> str:
    """Escape an address for Markdown."""
    return quote(url, safe="/:?#[]@!$&'*+,;=%-._~").replace("*", "%2A").replace("_", "%5F")
