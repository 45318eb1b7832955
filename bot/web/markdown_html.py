"""Markdown as safe HTML: no raw HTML, no pictures, no links but to the web and to the handbook."""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

Target = Callable[[str], str]
"""Where a link of a page leads, seen from the reader."""


def _is_allowed(url: str) -> bool:
    """Tell a link that may stand from one that could run something."""
    return urlsplit(url).scheme in {"", "http", "https"} and not url.startswith("//")


def _link_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Open a link, in a window of its own when it leaves the page."""
    token = tokens[index]
    href = str(token.attrGet("href") or "")
    target: Target | None = env.get("target")
    if urlsplit(href).scheme:
        token.attrSet("target", "_blank")
        token.attrSet("rel", "noopener noreferrer")
    elif target:
        token.attrSet("href", target(href))
    return renderer.renderToken(tokens, index, options, env)


def _cell_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Open a table's cell without the style that the page's security policy would refuse."""
    tokens[index].attrs.pop("style", None)
    return renderer.renderToken(tokens, index, options, env)


def _renderer(*, breaks: bool) -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "breaks": breaks})
    markdown.enable(["table", "strikethrough"]).disable("image")
    markdown.validateLink = _is_allowed  # type: ignore[method-assign]  # the documented way
    markdown.add_render_rule("link_open", _link_open)
    for cell in ("th_open", "td_open"):
        markdown.add_render_rule(cell, _cell_open)
    return markdown


_REPLY = _renderer(breaks=True)
_PAGE = _renderer(breaks=False)


def to_html(text: str) -> str:
    """Draw the *text* of a reply as HTML; its lines end where they end."""
    return str(_REPLY.render(text))


def page_to_html(text: str, target: Target) -> str:
    """Draw the *text* of a page as HTML; *target* rewrites the links within the handbook."""
    return str(_PAGE.render(text, {"target": target}))
