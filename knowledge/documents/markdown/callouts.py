"""Which kinds of callouts there are in dialects of Markdown, and what they are titled (pure)."""

import re
from typing import NamedTuple

_TITLED = "note info tip hint important warning caution danger attention error abstract summary"
_TITLES = frozenset(
    f"{_TITLED} success check question help faq failure fail missing bug example todo never".split()
)
_UNTITLED = frozenset({"admonition", "alert", "notice", "callout", "quote"})
"""Kinds that have no title of their own: what they are called says nothing to people."""

_FOLDED = "details collapse dropdown expand spoiler accordion accordionitem expandable"
_FOLDS = frozenset(f"{_FOLDED} accordion-item toggle".split())
_TABS = frozenset({"tab", "tabitem", "tab-item", "item", "step", "card"})
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*[{]?(?:"([^"]*)"|'([^']*)'|([^\s"'}>]+))""")
_TITLE_NAMES = ("title", "summary", "label", "header", "heading", "name", "caption")
_KIND_NAMES = ("type", "style", "kind", "variant", "color", "emoji", "class", "intent")
_POSITIONAL = re.compile(r"""^\s*([\w-]+(?=\s|$))?\s*(?:["“]([^"”]*)["”])?""")


class Callout(NamedTuple):
    """The *title* of a container, in Markdown, and whether it *folds* below that."""

    title: str = ""
    folds: bool = False


def is_callout(name: str) -> bool:
    """Return whether *name* is the name of a kind that is titled by itself."""
    return name.lower() in _TITLES


def is_known(name: str) -> bool:
    """Return whether *name* is the name of any container with a title."""
    return name.lower() in _TITLES | _UNTITLED | _FOLDS | _TABS


def default_title(kind: str) -> str:
    """Return the title that is shown for a *kind* where no other is given."""
    return kind.replace("-", " ").capitalize() if is_callout(kind) else ""


def attributes(text: str) -> dict[str, str]:
    """Parse the attributes of a tag or shortcode."""
    return {
        name.lower(): quoted or single or bare
        for name, quoted, single, bare in _ATTRIBUTE.findall(text)
    }


def of_tag(name: str, rest: str) -> Callout:
    """Return the callout of a tag or shortcode *name* whose attributes are in *rest*."""
    kind, given = name.lower(), attributes(rest)
    title = next((given[each] for each in _TITLE_NAMES if given.get(each)), "")
    found = _POSITIONAL.match(rest) if is_known(kind) else None
    if not title and found:
        title = found[2] or ""
    if not title:
        bare = (found[1] or "") if found else ""
        kinds = [*(given.get(each, "") for each in _KIND_NAMES), bare, kind]
        title = next(filter(None, map(default_title, kinds)), "")
    return Callout(title.strip(), kind in _FOLDS)


def of_info(info: str) -> Callout:
    """Return the callout of a container whose opening line goes on with *info*."""
    found = re.match(r"\{?[.]?([\w-]*)(?:\}|(?=[\s\[{\"]|$))(.*)", info.strip(), re.DOTALL)
    if found is None:
        return Callout()
    kind, rest = found[1].lower(), found[2].strip().removeprefix("|").strip()
    given = attributes(rest)
    bracketed = re.match(r"\[(.*)\]", rest)
    if bracketed is not None:
        title = bracketed[1]
    elif "title" in given:
        title = given["title"]
    elif "=" in rest or rest.startswith(("{", "#", ".")):
        title = ""
    else:
        title = re.sub(r"\s*[:{].*[:}]$", "", rest).strip(' "')
    if not is_known(kind):
        return Callout(title if bracketed or "title" in given else "")
    return Callout(title or default_title(kind), kind in _FOLDS)
