"""Where the addresses in a reply lead to for somebody who is not on our page."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

Link = Callable[[str], str]
"""Maps an address in a reply to a URL that people can reach; empty when there is none."""


def web_only(href: str) -> str:
    """Allow web addresses only: without a public address the reader page is out of reach."""
    return href if urlsplit(href).scheme in {"http", "https"} else ""


def links_from(address: str) -> Link:
    """Map web addresses to themselves, and local paths to the reader page at *address*, if set."""

    def link(href: str) -> str:
        if href.startswith("/") and not href.startswith("//"):
            return f"{address.rstrip('/')}{href}" if address else ""
        return web_only(href)

    return link


_ADDRESS = re.compile(r"(?:\w+://([^\s/?#:]+)|([\w-]+(?:\.[\w-]+)+))\S*")
"""What looks like an address in a label, and the host that it names."""


def is_honest(label: str, url: str) -> bool:
    """Return whether a link that says *label* leads to where it says, if it says so at all."""
    host = (urlsplit(url).hostname or "").lower()
    return all(host == (found[1] or found[2]).lower() for found in _ADDRESS.finditer(label))
