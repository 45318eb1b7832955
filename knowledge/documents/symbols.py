"""Letters of symbol fonts as the signs that a person sees: ticks, crosses, Greek (pure)."""

import re
from collections.abc import Mapping

TICK, CROSS = "✓", "✗"
CHECKED, UNCHECKED, CROSSED = "☑", "☐", "☒"
"""A box in a form; Word draws a checked one with a cross, which then means yes."""

_PRIVATE_USE = range(0xF000, 0xF100)
_IN_PRIVATE_USE = re.compile("[\uf000-\uf0ff]")
"""Where programs put the letters of symbol fonts; the last two digits are those of the font."""

_WINGDINGS: Mapping[int, str] = {
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: UNCHECKED,
    0x70: UNCHECKED,
    0x71: UNCHECKED,
    0x72: UNCHECKED,
    0x78: CROSSED,
    0xA1: "○",
    0xA8: UNCHECKED,
    0xAB: "★",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE7: "←",
    0xE8: "→",
    0xEF: "⇐",
    0xF0: "⇒",
    0xFB: CROSS,
    0xFC: TICK,
    0xFD: CROSSED,
    0xFE: CHECKED,
}
_WINGDINGS_2: Mapping[int, str] = {
    0x4F: CROSS,
    0x50: TICK,
    0x51: CROSSED,
    0x52: CHECKED,
    0x53: CROSSED,
    0x54: CROSSED,
    0x55: CROSS,
    0x56: CROSS,
    0x99: "○",
    0xA3: UNCHECKED,
}
_WEBDINGS: Mapping[int, str] = {
    0x3D: "→",
    0x61: TICK,
    0x63: UNCHECKED,
    0x67: "■",
    0x6E: "●",
    0x72: CROSS,
}
_DINGBATS: Mapping[int, str] = {
    0x33: TICK,
    0x34: TICK,
    0x35: CROSS,
    0x36: CROSS,
    0x37: CROSS,
    0x38: CROSS,
    0x6C: "●",
    0x6E: "■",
    0x6F: UNCHECKED,
    0x70: UNCHECKED,
    0x71: UNCHECKED,
    0x72: UNCHECKED,
    0xD4: "→",
}
_SYMBOL_LOW = (
    " !\u2200#\u2203%&\u220b()\u2217+,\u2212./0123456789:;<=>?\u2245\u0391\u0392\u03a7\u0394"
    "\u0395\u03a6\u0393\u0397\u0399\u03d1\u039a\u039b\u039c\u039d\u039f\u03a0\u0398\u03a1\u03a3"
    "\u03a4\u03a5\u03c2\u03a9\u039e\u03a8\u0396[\u2234]\u22a5_\u203e\u03b1\u03b2\u03c7\u03b4"
    "\u03b5\u03c6\u03b3\u03b7\u03b9\u03d5\u03ba\u03bb\u03bc\u03bd\u03bf\u03c0\u03b8\u03c1\u03c3"
    "\u03c4\u03c5\u03d6\u03c9\u03be\u03c8\u03b6{|}\u223c"
)
_SYMBOL_HIGH = (
    "\u20ac\u03d2\u2032\u2264\u2044\u221e\u0192\u2663\u2666\u2665\u2660\u2194\u2190\u2191\u2192"
    "\u2193\u00b0\u00b1\u2033\u2265\u00d7\u221d\u2202\u2022\u00f7\u2260\u2261\u2248\u2026\u23d0"
    "\u23af\u21b5\u2135\u2111\u211c\u2118\u2297\u2295\u2205\u2229\u222a\u2283\u2287\u2284\u2282"
    "\u2286\u2208\u2209\u2220\u2207\u00ae\u00a9\u2122\u220f\u221a\u22c5\u00ac\u2227\u2228\u21d4"
    "\u21d0\u21d1\u21d2\u21d3\u25ca\u3008\u00ae\u00a9\u2122\u2211"
)
"""The letters of the font Symbol from 20 and from A0: Greek letters and signs of mathematics."""

_SYMBOL: Mapping[int, str] = {
    **dict(enumerate(_SYMBOL_LOW, 0x20)),
    **dict(enumerate(_SYMBOL_HIGH, 0xA0)),
}
_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
    "zapfdingbats": _DINGBATS,
    "zapf dingbats": _DINGBATS,
    "itc zapf dingbats": _DINGBATS,
}
_ALIKE: Mapping[str, str] = {
    **dict.fromkeys("✓✔🗸✅√", TICK),
    **dict.fromkeys("✗✘❌✕✖❎🗙🚫⛔", CROSS),
    **dict.fromkeys("☑🗹", CHECKED),
    **dict.fromkeys("☐◻□", UNCHECKED),
    CROSSED: CROSSED,
}
"""Signs that mean the same, by the one that stands for them."""

_DECORATION = "·"
"""What stands for the arrows, hands and flowers of a symbol font that say nothing."""


_RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_NUMBER = re.compile(r"[+\-\u2212]?\d+", re.ASCII)


def raised(text: str, before: str) -> str:
    """Return a raised *text* as it reads behind *before*: of 10 and a raised 6, 10⁶ and not 106."""
    is_power = before[-1:].isdecimal() and _NUMBER.fullmatch(text.strip())
    return text.translate(_RAISED) if is_power else text


def is_symbol_font(font: str) -> bool:
    """Return whether the letters of a *font* are signs."""
    return font.strip().lower() in _FONTS


def symbol(font: str, code: int) -> str:
    """Return the sign that a letter of a symbol font draws."""
    letters = _FONTS.get(font.strip().lower())
    place = code - _PRIVATE_USE.start if code in _PRIVATE_USE else code
    if letters is None:
        return _DECORATION if code in _PRIVATE_USE else chr(code)
    return letters.get(place, _DECORATION)


def in_symbol_font(font: str, text: str) -> str:
    """Return what a *text* in a symbol font shows."""
    return "".join(each if each.isspace() else symbol(font, ord(each)) for each in text)


def without_private_use(text: str) -> str:
    """Replace letters that some symbol font drew and whose font nobody named: Word's bullets."""
    if not _IN_PRIVATE_USE.search(text):
        return text
    return "".join(
        _WINGDINGS.get(ord(each) - 0xF000, _DECORATION) if ord(each) in _PRIVATE_USE else each
        for each in text
    )


def tick_or_cross(text: str) -> str:
    """Return the sign that a *text* consists of, as the one that stands for its kind, else ""."""
    bare = text.strip().rstrip("\ufe0e\ufe0f")
    return _ALIKE.get(bare, "") if len(bare) == 1 else ""


def holds_tick_or_cross(text: str) -> bool:
    """Return whether a sign that `tick_or_cross` knows is anywhere in a *text*."""
    return any(sign in text for sign in _ALIKE)


def leading_sign(text: str) -> str:
    """Return the tick or cross that a *text* begins with before a remark in brackets, else ""."""
    first, _, rest = text.strip().partition(" ")
    return tick_or_cross(first) if not rest or rest[0] in "(*" else ""


def is_affirmative(sign: str, all_signs: frozenset[str]) -> bool:
    """Return whether a sign that `tick_or_cross` returned says yes.

    A crossed box says so where *all_signs* of a document are boxes that are crossed or empty.
    """
    return sign in {TICK, CHECKED} or (sign == CROSSED and all_signs == {CROSSED, UNCHECKED})
