"""Icons and pictures that stand for yes or no, by their class, name or text (pure)."""

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

from knowledge.documents.symbols import (
    holds_tick_or_cross,
    is_affirmative,
    raised,
    tick_or_cross,
)
from knowledge.text.language import language_of
from knowledge.text.lexicon import BY_CODE

TICK, CROSS, WARNING = "✓", "✗", "⚠"

_YES_NAMES = "check checkmark tick yes ok done verified approve approved allowed success correct"
_YES = frozenset(_YES_NAMES.split())
_NO_NAMES = "times cross xmark close block remove no ban x cancel forbidden prohibited denied wrong"
_NO = frozenset(_NO_NAMES.split())
_WARN = frozenset(["warning", "exclamation", "danger"])
_AROUND_NAMES = (
    "fa fas far fal fad fab icon icons icn ico glyphicon bi mdi ri ti ion octicon codicon"
    " lucide feather emoji emoticon dashicons material symbols outlined rounded sharp aui"
    " iconfont svg i md ms octagon circle square solid regular light duotone line fill lg sm"
    " xs mark sign small large o alt white heavy green red blue grey gray ballot box button"
    " symbol negative squared round a big bold outline"
)
_AROUND = frozenset(_AROUND_NAMES.split())
"""What names of icons say besides: whose they are, their size, shape and colour."""

_PHRASES: Mapping[str, str] = {
    "thumbs up": TICK,
    **dict.fromkeys(("thumbs down", "not allowed", "not interested", "do not disturb"), CROSS),
}
_ALSO_WORDS = frozenset({"no", "yes", "ok", "x", "close", "block", "done"})
"""Names of icons that alone are words or classes like any other."""

_SHORTCODE = re.compile(r"[:(]([a-z0-9_+ -]+)[:)]")
_SHORTCODES: Mapping[str, str] = {
    **dict.fromkeys(("white_check_mark", "heavy_check_mark", "ballot_box_with_check"), TICK),
    **dict.fromkeys(("check", "check_mark", "tick", "/", "thumbs-up"), TICK),
    **dict.fromkeys(("x", "heavy_multiplication_x", "negative_squared_cross_mark"), CROSS),
    **dict.fromkeys(("cross", "cross_mark", "error", "thumbs-down"), CROSS),
    **dict.fromkeys(("no_entry", "no_entry_sign", "prohibited"), "🚫"),
    **dict.fromkeys(("warning", "exclamation"), WARNING),
}
_SHORTCODE_IN_TEXT = re.compile(f":({'|'.join(sorted(_SHORTCODES, key=len, reverse=True))}):")
_SIGNS = frozenset("✓✔✅☑✗✘❌✖❎🚫⛔⚠☐⭕")
_TELLING_CHARS = 3_000
"""How much of a page tells its language."""

_FILE = re.compile(r"[^\s/]+\.(?:png|jpe?g|gif|svg|webp|bmp|emz|wmf)", re.IGNORECASE)
_EMPTY_ALTS = frozenset(["image", "picture", "photo", "icon", "logo", "img"])


def sign_of_icon(node: HtmlElement) -> str:
    """Return the sign that an element without text draws: a tick, a cross, or what it is called."""
    for name in ("alt", "aria-label", "title", "data-emoji-shortname", "ac:name"):
        if text := (node.get(name) or "").strip():
            return sign_in(text) or text
    for title in node.iter("title"):
        if text := (title.text or "").strip():
            return sign_in(text) or text
    used = [each.get("href") or each.get("xlink:href") or "" for each in node.iter("use")]
    return sign_in_names([*(node.get("class") or "").split(), *used])


def sign_in_names(names: list[str]) -> str:
    """Return the sign that classes such as ``fa-check`` or ``icon-cross`` stand for."""
    for name in names:
        if sign := sign_in(re.sub(r"^.*#", "", name)):
            return sign
    return ""


def sign_in(text: str) -> str:
    """Return the sign that a *text* such as "check", "(tick)" or ":x:" stands for, else ""."""
    plain = text.strip().lower()
    if found := _SHORTCODE.fullmatch(plain):
        return _SHORTCODES.get(found[1].strip(), "")
    words = re.split(r"[\s_:-]+", plain)
    told = [word for word in words if word and word not in _AROUND]
    if sign := _PHRASES.get(" ".join(told)):
        return sign
    if len(told) != 1 or (len(words) == 1 and plain in _ALSO_WORDS):
        return ""
    for known, sign in ((_YES, TICK), (_NO, CROSS), (_WARN, WARNING)):
        if told[0] in known:
            return sign
    return ""


def replace_shortcodes(text: str) -> str:
    """Replace codes such as ``:white_check_mark:`` in a *text* with their signs."""
    return _SHORTCODE_IN_TEXT.sub(lambda found: _SHORTCODES[found[1]], text)


def spell_out_signs(root: HtmlElement) -> None:
    """Say in a word, in the language of the page, what a cell says that is a tick or a cross."""
    if not holds_tick_or_cross(str(root.text_content())):
        return
    cells = [
        (cell, sign)
        for cell in root.iter("td", "th")
        if (sign := tick_or_cross(str(cell.text_content()) if len(cell) else cell.text or ""))
    ]
    if not cells:
        return
    words = BY_CODE[language_of(str(root.text_content())[:_TELLING_CHARS])].documents
    signs = frozenset(sign for _, sign in cells)
    for cell, sign in cells:
        word = words.tick if is_affirmative(sign, signs) else words.cross
        if len(cell):
            cell[-1].tail = f"{cell[-1].tail or ''} {word}"
        else:
            cell.text = f"{cell.text or ''} {word}"


def raise_digits(root: HtmlElement) -> None:
    """Write the digits of a ``sup`` behind a number as raised ones, which no other number has."""
    for node in root.iter("sup"):
        before, parent = node.getprevious(), node.getparent()
        if before is not None:
            text = before.tail or str(before.text_content())
        else:
            text = "" if parent is None else parent.text or ""
        if not len(node):
            node.text = raised(node.text or "", text)


def is_ornament(text: str) -> bool:
    """Return whether a *text* is an emoji or other drawing that says neither yes nor no."""
    return not any(each.isalnum() or each in _SIGNS or each.isascii() for each in text)


def is_telling(alt: str) -> bool:
    """Return whether the *alt* of a picture says what is on it."""
    return bool(alt) and not _FILE.fullmatch(alt) and alt.strip().lower() not in _EMPTY_ALTS
