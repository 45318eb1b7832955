"""The paragraphs of a shape, with automatic numbers; struck-through text is left out."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.office.formulas import write_formula
from knowledge.documents.office.number_formats import format_number
from knowledge.documents.office.xml_names import (
    Element,
    attribute,
    best_branch,
    child,
    local_name,
)
from knowledge.documents.symbols import (
    in_symbol_font,
    is_symbol_font,
    raised,
    tick_or_cross,
    without_private_use,
)

_STYLES: Mapping[str, str] = {
    "arabic": "decimal",
    "arabicDb": "decimal",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
    "thaiAlpha": "thaiLetters",
    "thaiNum": "thaiNumbers",
}
"""How a presentation names the formats of numbers, and how a document does."""

_SIGNS: Mapping[str, str] = {
    "Period": "{}.",
    "ParenR": "{})",
    "ParenBoth": "({})",
    "Minus": "{} -",
    "Plain": "{}",
}
_AUTO = re.compile(rf"(.+?)({'|'.join(_SIGNS)})")

_CONTROL = re.compile(r"_x00[01][0-9A-Fa-f]_")
"""A control character as Office writes it, such as the break in a title."""

LogText = Callable[[int], None]
"""Reports so many words of struck-through text."""


@dataclass(frozen=True, slots=True)
class SlideLine:
    """A paragraph of a shape; *number* is what its bullet says: a number, a tick or a cross.

    *has_bullet* is None where the paragraph itself does not say whether it has one.
    """

    text: str
    level: int = 0
    number: str = ""
    has_bullet: bool | None = None


def read_lines(body: Element | None, log_struck: LogText) -> Iterator[SlideLine]:
    """Yield the paragraphs of a shape's text that have any."""
    counts: dict[int, tuple[str, int]] = {}
    for paragraph in body.iterchildren("{*}p") if body is not None else ():
        looks = child(paragraph, "pPr")
        text = normalize(_text(paragraph, log_struck))
        given = attribute(looks, "lvl")
        level = int(given) if given.isdigit() else 0
        if not text:
            continue
        counts = {place: count for place, count in counts.items() if place <= level}
        automatic = child(looks, "buAutoNum")
        number = _next(counts, level, automatic) if automatic is not None else _sign(looks)
        if automatic is None:
            counts.pop(level, None)
        yield SlideLine(text, level, number, _has_bullet(looks))


def _next(counts: dict[int, tuple[str, int]], level: int, automatic: Element) -> str:
    """Count a numbered paragraph of a level, and return its number."""
    kind, start = attribute(automatic, "type"), attribute(automatic, "startAt")
    before, count = counts.get(level, ("", 0))
    count = count + 1 if before == kind else int(start) if start.isdigit() else 1
    counts[level] = kind, count
    found = _AUTO.fullmatch(kind)
    style, sign = found.groups() if found else ("arabic", "Period")
    return _SIGNS[sign].format(format_number(count, _STYLES.get(style, "decimal")))


def _sign(looks: Element | None) -> str:
    """Return the tick or cross that a paragraph has as its bullet."""
    mark = attribute(child(looks, "buChar"), "char")
    font = attribute(child(looks, "buFont"), "typeface")
    return tick_or_cross(in_symbol_font(font, mark) if is_symbol_font(font) else mark)


def _has_bullet(looks: Element | None) -> bool | None:
    if child(looks, "buNone") is not None:
        return False
    is_said = any(child(looks, each) is not None for each in ("buChar", "buAutoNum", "buBlip"))
    return True if is_said else None


def _text(node: Element, log_struck: LogText) -> str:
    parts: list[str] = []
    for each in node:
        match local_name(each):
            case "r" | "fld":
                parts.append(_run(each, log_struck, "".join(parts[-1:])))
            case "br":
                parts.append("\n")
            case "m" | "oMath" | "oMathPara":
                parts.append(write_formula(each))
            case "AlternateContent":
                parts.append(_text(best_branch(each), log_struck))
    return without_private_use("".join(parts))


def _run(run: Element, log_struck: LogText, before: str) -> str:
    written = child(run, "t")
    text = "" if written is None else _CONTROL.sub(" ", written.text or "")
    looks = child(run, "rPr")
    if attribute(looks, "strike") in {"sngStrike", "dblStrike"}:
        if text.strip():
            log_struck(len(text.split()))
        return ""
    fonts = (attribute(child(looks, each), "typeface") for each in ("sym", "latin"))
    font = next(filter(is_symbol_font, fonts), "")
    if font:
        return in_symbol_font(font, text)
    height = attribute(looks, "baseline") or "0"
    return text if height.startswith(("-", "0")) else raised(text, before)
