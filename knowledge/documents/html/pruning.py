"""Takes from a page of HTML what is no text of it, and tells what was left out."""

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from knowledge.documents.html.icons import is_telling, sign_in, sign_of_icon
from knowledge.documents.html.visibility import Kind, Visibility, is_control
from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.symbols import in_symbol_font, is_symbol_font
from knowledge.omissions import OmissionKind, OmissionLog

Stays = Literal["always", "with content", "perhaps"]

HEADINGS = {f"h{level}": level for level in range(1, 7)}
TITLES = frozenset({*HEADINGS, "summary", "dt"})
"""Tags of what is a title by itself, whether or not it is a heading."""

_SILENT_NAMES = (
    "head script style noscript link meta nav select textarea datalist progress meter area rt rp"
    " col colgroup"
)
_SILENT = frozenset(_SILENT_NAMES.split())
_EMBEDDED = frozenset(["iframe", "object", "embed", "applet", "video", "audio"])
_FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search"})
_CONTENT_NAMES = "main article section blockquote aside td li details figure"
_CONTENT = frozenset(_CONTENT_NAMES.split())
_SIDE = re.compile(r"\b(?:sidebar|side-?bar|toc|menu|nav|breadcrumbs?|widget)", re.IGNORECASE)
_QUOTES = frozenset({"blockquote", "figure", "td", "li"})
_FRAME_IDS = frozenset({"footer", "breadcrumb", "breadcrumbs", "breadcrumb-section"})
_ICON_TAGS = frozenset({"i", "span", "font", "img", "svg", "ac:emoticon", "em", "b", "div"})
_FONT = re.compile(r"font-family\s*:\s*[\"']?([A-Za-z ]+)")
_ICON_FONT = re.compile(r"\bmaterial-(?:icons|symbols)", re.IGNORECASE)
_LINE_NUMBERS = re.compile(r"\b(?:linenos?|line-numbers?|gutter)\b", re.IGNORECASE)
_PERMALINK = re.compile(r"\b(?:headerlink|hash-link|anchorjs-link|permalink|anchor)\b")
_PERMALINK_SIGNS = frozenset({"", "¶", "#", "§", "🔗"})
_ICON_MAX_PX = 32
_PICTURE_MIN_PX = 100
_ON = re.compile(r"\bcheckbox-on\b|\bchecked\b")
_CHECKBOX = re.compile(r"\bcheckbox(?:-on|-off)\b")
_PLAIN_NAMES = "p div span td th tr tbody thead table ul ol li a b em strong i br"
_PLAIN = frozenset(_PLAIN_NAMES.split())
"""Tags that mean nothing more where they have no attributes."""

_PAGE_LEVEL = frozenset({"footer", "header", "aside"})
_PICTURES = frozenset({"img", "svg", "ac:emoticon"})
_CONTROLS = frozenset({"math", "input", "button", "abbr", "canvas"})
_LOOKED_INTO = _SILENT | _EMBEDDED | _PICTURES | _PAGE_LEVEL | _CONTROLS


def prune(root: HtmlElement, log: OmissionLog, *, above: int = 0) -> None:
    """Remove what nobody reads as text, and replace icons with the signs that they draw.

    *above* is how many lines are above the first one of *root* in its file.
    """
    _write_what_is_drawn(root)
    _Pruning(Visibility(root), log, above).walk(root)


class _Pruning:
    def __init__(self, visibility: Visibility, log: OmissionLog, above: int) -> None:
        self._visibility = visibility
        self._above = above
        self._log = log
        self._spelt_out: set[str] = set()
        self._stays: dict[Kind, Stays] = {}

    def walk(self, root: HtmlElement) -> None:
        gone: set[HtmlElement] = set()
        for node, kind in zip(self._visibility.nodes, self._visibility.kinds, strict=True):
            stays = self._stays.get(kind)
            if stays is None:
                stays = self._stays[kind] = self._find_whether_stays(node)
            if stays == "always" or (stays == "with content" and _has_content(node)):
                continue
            if node in gone or node is root:
                continue
            if not isinstance(node.tag, str):
                self._comment(node)
            elif (text := self._instead(node)) is None:
                continue
            else:
                gone.update(node.iter())
                node.tail = text + (node.tail or "")
            if node.getparent() is not None:
                node.drop_tree()

    def _find_whether_stays(self, node: HtmlElement) -> Stays:
        """Return what the tag and the attributes of an element tell, wherever it stands."""
        if not node.attrib and node.tag in _PLAIN:
            return "always"
        is_to_see = (
            node.tag in _LOOKED_INTO
            or not isinstance(node.tag, str)
            or node.get("role")
            or node.get("aria-hidden")
            or (node.tag == "a" and (node.get("href") or "").startswith("#"))
            or _is_named_frame(node)
            or self._visibility.look_at_first(node) != "shown"
        )
        return "perhaps" if is_to_see else _find_whether_drawn(node)

    def _comment(self, node: HtmlElement) -> None:
        said = str(node.text or "")
        words = len(re.findall(r"[^\W_]{2,}", said))
        if node.tag is not None and words and not said.lstrip().startswith(("[", "<", "?")):
            self._log.add("comment", words=words, line=self._number(node))

    def _instead(self, node: HtmlElement) -> str | None:
        """Return the text that stands for a *node* and all in it; None if it stays."""
        if node.tag in _SILENT or self._is_frame(node):
            return ""
        look = self._visibility.look(node)
        if look != "shown":
            kind: OmissionKind = "hidden text" if look == "hidden" else "struck-through text"
            return self._left_out(node, kind)
        if (node.get("aria-hidden") or "").lower() == "true":
            return self._for_eyes_only(node)
        return self._instead_of_shown(node)

    def _instead_of_shown(self, node: HtmlElement) -> str | None:  # noqa: PLR0911 - one a kind
        match node.tag:
            case "math":
                return f" {_formula(node)} "
            case "input" | "button":
                return _instead_of_control(node)
            case "abbr":
                return self._abbreviation(node)
            case "a":
                return "" if _is_permalink(node) else None
            case tag if tag in _EMBEDDED or tag == "canvas":
                return self._embedded(node)
            case tag if tag in _ICON_TAGS:
                return self._picture(node)
        return None

    def _number(self, node: HtmlElement) -> int:
        return self._above + (node.sourceline or 1)

    def _place(self, node: HtmlElement) -> str:
        return f"line {self._number(node)}"

    def _left_out(self, node: HtmlElement, kind: OmissionKind) -> str:
        if words := len(node.text_content().split()):
            self._log.add(kind, self._place(node), words=words, line=self._number(node))
        return ""

    def _is_frame(self, node: HtmlElement) -> bool:
        """Return whether an element is around the page's text: menus, what all pages share."""
        role = (node.get("role") or "").lower()
        if _is_named_frame(node):
            return True
        if not role and node.tag not in _PAGE_LEVEL:
            return False
        is_inside = any(each.tag in _CONTENT for each in node.iterancestors())
        if role in _FRAME_ROLES:
            return not (is_inside and role in {"banner", "contentinfo"})
        if node.tag == "footer":
            return all(each.tag not in _QUOTES for each in node.iterancestors())
        if is_inside or (node.tag not in _PAGE_LEVEL and role != "complementary"):
            return False
        is_header = node.tag == "header"
        has_heading = is_header and any(each.tag in HEADINGS for each in node.iter())
        return not has_heading if is_header else _is_beside(node)

    def _embedded(self, node: HtmlElement) -> str:
        name = node.get("title") or node.get("aria-label") or ""
        source = node.get("src") or node.get("data") or ""
        kind: OmissionKind = "picture" if node.tag == "canvas" else "embedded file"
        self._log.add(
            kind, name or _file_name(source) or self._place(node), line=self._number(node)
        )
        return ""

    def _for_eyes_only(self, node: HtmlElement) -> str | None:
        """Decide on what is hidden from those who listen: it is seen, unless it is a twin."""
        text = normalize(node.text_content())
        if not text:
            return self._picture(node) if node.tag in _ICON_TAGS else None
        if _ICON_FONT.search(node.get("class") or ""):
            return sign_in(text.replace("_", " ") + " icon")
        if node.tag == "div" or node.get("role") == "dialog":
            return None if self._visibility.is_folded(node) else self._left_out(node, "hidden text")
        parent = node.getparent()
        others = "" if parent is None else parent.text_content().replace(text, "", 1)
        return "" if text in others else None

    def _abbreviation(self, node: HtmlElement) -> str | None:
        """Return an abbreviation with what it stands for, the first time it is there."""
        title, text = normalize(node.get("title") or ""), normalize(node.text_content())
        parent = node.getparent()
        if not title or not text or text in self._spelt_out or parent is None:
            return None
        self._spelt_out.add(text)
        is_said = title.lower() in normalize(parent.text_content()).lower()
        return None if is_said else f"{text} ({title})"

    def _picture(self, node: HtmlElement) -> str | None:
        """Return what an icon or picture says; pictures that may hold words are noted."""
        classes = node.get("class") or ""
        if node.tag == "svg" and (said := _drawn_words(node)):
            return f" {said} "
        if node.tag not in _PICTURES:
            return _icon(node, classes)
        if node.tag == "img" and not node.get("alt"):
            return self._silent_picture(node)
        said = sign_of_icon(node)
        if node.tag == "svg" and not said and _size(node) >= _PICTURE_MIN_PX:
            self._log.add("picture", self._place(node), line=self._number(node))
        return f" {said} " if is_telling(said) else ""

    def _silent_picture(self, node: HtmlElement) -> str:
        """Note a picture without a text, unless its author says that it decorates."""
        source = node.get("src") or ""
        name = _file_name(source)
        if sign := sign_of_icon(node) or sign_in(name.rpartition(".")[0] + " icon"):
            return sign
        is_small = 0 < _size(node) <= _ICON_MAX_PX
        is_decoration = node.get("alt") is not None or node.get("role") in {"presentation", "none"}
        if not (is_small or is_decoration):
            self._log.add("picture", name or self._place(node), line=self._number(node))
        return ""


def _instead_of_control(node: HtmlElement) -> str | None:
    """Return the text for a control; a button that unfolds something is a label and stays."""
    if node.tag == "input":
        kind = (node.get("type") or "").lower()
        if kind not in {"checkbox", "radio"} or not _is_listed(node):
            return ""
        return "☑ " if node.get("checked") is not None else "☐ "
    names = (node.get("aria-controls"), node.get("data-bs-target"), node.get("data-target"))
    is_label = is_control(node) or any(names) or node.get("role") == "tab" or is_in_title(node)
    return None if is_label else ""


def is_in_title(node: HtmlElement) -> bool:
    """Return whether a *node* stands in what is a title by itself."""
    return any(each.tag in TITLES for each in node.iterancestors())


def _icon(node: HtmlElement, classes: str) -> str | None:
    """Return the sign that an element draws which has no text but a class; None if it has."""
    text = normalize(node.text_content())
    if text and (font := _symbol_font(node)):
        return in_symbol_font(font, text)
    if _ICON_FONT.search(classes):
        return sign_in(text.replace("_", " ") + " icon")
    is_named = classes or node.get("title") or node.get("role") == "img"
    if text or len(node) or not is_named:
        return None
    if _CHECKBOX.search(classes):
        return "☑ " if _ON.search(classes) else "☐ "
    return sign_of_icon(node)


def _symbol_font(node: HtmlElement) -> str:
    """Return the symbol font that an element is set in, except for the marks of Word's lists."""
    font = _font(node)
    if not is_symbol_font(font):
        return ""
    is_mark = any("mso-list" in (each.get("style") or "") for each in node.iter())
    return "" if is_mark else font


def _font(node: HtmlElement) -> str:
    found = _FONT.search(node.get("style") or "")
    return (found[1] if found else node.get("face") or "").strip()


def _write_what_is_drawn(root: HtmlElement) -> None:
    """Write line breaks in code, and whether tasks of Confluence are done, as text."""
    for task in root.xpath("descendant::ul[contains(@class, 'inline-task-list')]/li"):
        is_done = "checked" in (task.get("class") or "").split()
        task.text = f"{'☑' if is_done else '☐'} {task.text or ''}"
    for line_break in root.xpath("descendant::pre//br"):
        line_break.tail = f"\n{line_break.tail or ''}"


def _is_listed(node: HtmlElement) -> bool:
    return any(each.tag in {"li", "td", "th"} for each in node.iterancestors()) and not any(
        "tabbed" in (each.get("class") or "") for each in node.iterancestors()
    )


def _is_permalink(node: HtmlElement) -> bool:
    if not (node.get("href") or "").startswith("#"):
        return False
    text = normalize(node.text_content())
    return text in _PERMALINK_SIGNS or bool(
        _PERMALINK.search(node.get("class") or "") and len(text) <= 1
    )


def _find_whether_drawn(node: HtmlElement) -> Stays:
    """Return whether an element that is shown may be an icon, by its tag and attributes."""
    if node.tag not in _ICON_TAGS:
        return "always"
    classes = node.get("class") or ""
    if _ICON_FONT.search(classes) or is_symbol_font(_font(node)):
        return "perhaps"
    return "with content" if classes or node.get("title") else "always"


def _has_content(node: HtmlElement) -> bool:
    return len(node) > 0 or bool(normalize(node.text or ""))


def _is_named_frame(node: HtmlElement) -> bool:
    classes = node.get("class")
    return node.get("id") in _FRAME_IDS or bool(classes and _is_frame_class(node.tag, classes))


def _is_frame_class(tag: str, classes: str) -> bool:
    is_numbering = tag in {"td", "span", "pre"} and _LINE_NUMBERS.search(classes)
    return bool(is_numbering) or classes.lower() in _FRAME_IDS


def _is_beside(node: HtmlElement) -> bool:
    """Return whether an aside is beside the page: a menu, or hardly anything but links."""
    if _SIDE.search(f"{node.get('class') or ''} {node.get('id') or ''}"):
        return True
    text = len(normalize(node.text_content()))
    links = sum(len(normalize(each.text_content())) for each in node.iter("a"))
    return node.find(".//nav") is not None or links * 2 > text


def _formula(node: HtmlElement) -> str:
    for each in node.iter("annotation"):
        return normalize(each.text_content())
    return node.get("alttext") or " ".join(node.text_content().split())


def _drawn_words(node: HtmlElement) -> str:
    return normalize(" ".join(each.text_content() for each in node.iter("text")))


def _size(node: HtmlElement) -> int:
    """Return the larger side of a picture in pixels, 0 if nothing says it."""
    return max(map(int, _sides(node)), default=0)


def _sides(node: HtmlElement) -> Iterator[str]:
    for name in ("width", "height"):
        if found := re.match(r"\s*(\d{1,5})(?:px)?\s*(?:\.\d+)?$", node.get(name) or ""):
            yield found[1]


def _file_name(source: str) -> str:
    if source.startswith("data:"):
        return ""
    try:
        place = urlsplit(source)
    except ValueError:
        return ""
    return normalize(unquote(place.path.rpartition("/")[2]) or place.netloc)
