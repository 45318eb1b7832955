"""Gives what a button unfolds the button's text as its title, unless that is a heading (pure)."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from knowledge.documents.html.pruning import TITLES, is_in_title
from knowledge.documents.html.visibility import controlled_by
from knowledge.documents.markdown_blocks import normalize

TITLE_ATTRIBUTE = "data-guildmate-title"
"""The attribute in which the title of a panel is kept."""

_TAB_GROUPS = (
    "descendant-or-self::*/@class[contains(., 'tabbed-set')]/.."
    " | descendant::*/@role[.='tablist']/../.."
)
_CONTROLS = (
    "descendant::button | (descendant::*/@role[.='tab'] | descendant::*/@aria-expanded)"
    "/parent::*[self::a or self::li or self::div or self::span]"
)


def name_panels(root: HtmlElement) -> None:
    """Move the text of each control that is no heading to the panel that it shows."""
    controls = list(_controls(root))
    named = root.xpath("descendant::*[@id]") if controls else ()
    places = {each.get("id"): each for each in named}
    for control in controls:
        panel = next(
            (
                found
                for name in controlled_by(control)
                if (found := places.get(name[1:])) is not None
            ),
            None,
        )
        if panel is None and control.tag == "button":
            panel = control.getnext()
        _name(panel, control)
    for group in root.xpath(_TAB_GROUPS):
        _name_in_order(group)


def _controls(root: HtmlElement) -> Iterator[HtmlElement]:
    return (each for each in root.xpath(_CONTROLS) if not is_in_title(each))


def _name_in_order(group: HtmlElement) -> None:
    """Name panels after tabs that do not say which panel is theirs: the first after the first."""
    labels = [
        each
        for each in group.iter("li", "button", "a", "label")
        if each.get("role") == "tab"
        or (each.tag == "label" and "tabbed-label" in (each.getparent().get("class") or ""))
    ]
    panels = [
        each
        for each in group.iter("div", "section")
        if each.get("role") == "tabpanel" or "tabbed-block" in (each.get("class") or "").split()
    ]
    if len(labels) == len(panels):
        for label, panel in zip(labels, panels, strict=True):
            _name(panel, label)


def _name(panel: HtmlElement | None, label: HtmlElement) -> None:
    text = normalize(label.text_content())
    if panel is None or not text or panel in set(label.iterancestors()) or label is panel:
        return
    if not normalize(panel.text_content()) or panel.tag in TITLES or panel.get(TITLE_ATTRIBUTE):
        return
    if panel.tag not in {"div", "section", "article", "aside"}:
        return
    panel.set(TITLE_ATTRIBUTE, text)
    for each in list(label):
        label.remove(each)
    label.text = None
