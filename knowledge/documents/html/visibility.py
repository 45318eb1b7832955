"""Tells what a page of HTML shows: what is hidden for good, struck through, or folded (pure)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from lxml.html import HtmlElement

Look = Literal["shown", "hidden", "struck"]

_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?:[a-z][\w-]*)?(?:[.#][\w-]+)*", re.IGNORECASE)
_NAME = re.compile(r"[.#]?[\w-]+")
_MEDIA = re.compile(r"@(?:media|supports|container)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all")
_STRIKES = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_HIDDEN_CLASSES = frozenset(["hidden", "d-none", "is-hidden", "invisible", "hide", "uk-hidden"])
_SHOWN_ON_WIDE = re.compile(
    r"(?:d|sm|md|lg|xl|xxl)[-:](?:(?:sm|md|lg|xl)-)?(?:block|flex|inline|grid|table).*"
)
_STRUCK_NAMES = (
    "line-through strike strikeout strikethru strikethrough struck deleted diff-html-removed"
    " text-decoration-line-through"
)
_STRUCK_CLASSES = frozenset(_STRUCK_NAMES.split())
_STRUCK_TAGS = frozenset({"s", "del", "strike"})
_FOLDS = re.compile(r"accordion|collapse|tab-?pane|tab-?panel|tabbed|expand|foldable|spoiler")
_CONTROLS = ("aria-controls", "data-target", "data-bs-target", "data-toggle-target", "href")
_MORE_CONTROLS = ("popovertarget", "commandfor", "data-open", "data-controls", "data-tab")
_ARE_CONTROLS = frozenset({"onclick", *_CONTROLS, *_MORE_CONTROLS} - {"href"})
_LABELS_OF_BOXES = (
    "descendant::input[@type='checkbox' or @type='radio']/following-sibling::*[1][self::label]"
)
"""Labels whose press unfolds what follows them, by a style sheet alone."""

_QUOTED = re.compile(r"""["'#.]([\w-]+)["']?""")
_MAX_STEPS_UP = 3

Kind = tuple[object, ...]
"""The tag of an element, the names of its attributes, and their values."""


class Visibility:
    """What the style sheets and the controls of one page say about its elements."""

    def __init__(self, root: HtmlElement) -> None:
        self._hidden: list[frozenset[str]] = []
        self._struck: list[frozenset[str]] = []
        for style in root.iter("style"):
            self._read_sheet(style.text or "")
        for label in root.xpath(_LABELS_OF_BOXES):
            label.set("aria-expanded", "false")
        self.nodes: list[HtmlElement] = list(root.iter())
        self.kinds = list(_list_kinds(self.nodes))
        nodes_by_kind = dict(zip(self.kinds, self.nodes, strict=True))
        self._opened = set(_opened_by(nodes_by_kind.values()))

    def look(self, node: HtmlElement) -> Look:
        """Return how an element looks to whoever reads the page, and may unfold it."""
        look = self.look_at_first(node)
        return "shown" if look == "hidden" and self.is_folded(node) else look

    def look_at_first(self, node: HtmlElement) -> Look:
        """Return how an element looks before anything is unfolded, by its tag and attributes."""
        style, names = (node.get("style") or "").lower(), _names(node)
        classes = {name[1:].lower() for name in names if name[0] == "."}
        if (
            node.tag in _STRUCK_TAGS
            or ("line-through" in style and _STRIKES.search(style))
            or any(rule <= names for rule in self._struck)
            or not classes.isdisjoint(_STRUCK_CLASSES)
        ):
            return "struck"
        said = node.get("hidden")
        is_hidden = (
            (said is not None and said.lower() != "until-found")
            or (style and _hides(style))
            or any(rule <= names for rule in self._hidden)
            or (classes & _HIDDEN_CLASSES and not any(map(_SHOWN_ON_WIDE.fullmatch, classes)))
            or (node.tag == "dialog" and node.get("open") is None)
            or node.tag == "template"
        )
        return "hidden" if is_hidden else "shown"

    def is_folded(self, node: HtmlElement) -> bool:
        """Return whether something on the page shows an element that is hidden at first."""
        names = _names(node)
        if not names.isdisjoint(self._opened) or node.get("role") == "tabpanel":
            return True
        if any(name[0] == "." and _FOLDS.search(name.lower()) for name in names):
            return True
        return any(map(is_control, _before(node)))

    def _read_sheet(self, text: str) -> None:
        """Note the tags, classes and ids that a sheet hides or strikes, whatever the screen."""
        for selectors, rules in _RULE.findall(_MEDIA.sub("", _CSS_COMMENT.sub("", text))):
            styles = rules.lower()
            hides, strikes = _HIDES.search(styles), _STRIKES.search(styles)
            if not (hides or strikes):
                continue
            for each in selectors.split(","):
                selector = each.strip()
                if selector and _SIMPLE.fullmatch(selector):
                    names = frozenset(_NAME.findall(selector))
                    self._hidden += [names] if hides else []
                    self._struck += [names] if strikes else []


def is_control(node: HtmlElement) -> bool:
    """Return whether an element is, or holds, what unfolds something."""
    return any(
        each.get("aria-expanded") is not None or each.get("onclick") is not None
        for each in node.iter()
        if isinstance(each.tag, str)
    )


def controlled_by(node: HtmlElement) -> Iterator[str]:
    """Yield what a control opens: ``#id`` or ``.class``."""
    for name in (*_CONTROLS, *_MORE_CONTROLS):
        for said in (node.get(name) or "").split():
            if name == "href" and not said.startswith("#"):
                continue
            yield said if said[:1] in "#." else f"#{said}"
    for said in _QUOTED.findall(node.get("onclick") or ""):
        yield f"#{said}"


def _list_kinds(nodes: Iterable[HtmlElement]) -> Iterator[Kind]:
    """Yield the kind of each node, equal ones as one object, for a page has few of them."""
    known: dict[Kind, Kind] = {}
    for node in nodes:
        kind = (node.tag, *node.keys(), *node.values())
        yield known.setdefault(kind, kind)


def _opened_by(nodes: Iterable[HtmlElement]) -> Iterator[str]:
    for node in nodes:
        is_control = not _ARE_CONTROLS.isdisjoint(node.keys())
        if is_control or (node.get("href") or "").startswith("#"):
            yield from controlled_by(node)


@lru_cache(maxsize=1024)
def _hides(style: str) -> bool:
    return _HIDES.search(style) is not None


def _names(node: HtmlElement) -> set[str]:
    found = {f".{each}" for each in (node.get("class") or "").split()}
    found.add(node.tag)
    if node.get("id"):
        found.add(f"#{node.get('id')}")
    return found


def _before(node: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements right before a *node*, or before what it stands first in."""
    for _ in range(_MAX_STEPS_UP):
        previous = node.getprevious()
        while previous is not None and not isinstance(previous.tag, str):
            previous = previous.getprevious()
        if previous is not None:
            yield previous
            return
        parent = node.getparent()
        if parent is None or parent.tag == "body":
            return
        node = parent
