"""Where the addresses in a reply lead to for somebody who is not on our page."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

Link = Callable[[str], str]
"""Where an address of a reply leads; empty when it leads nowhere for people there."""


def nowhere(href: str) -> str:
    """Lead to the web alone: without a public address the handbook's reader is out of reach."""
    return href if urlsplit(href).scheme in {"http", "https"} else ""


def at(address: str) -> Link:
    """Lead to the web, and to the handbook's reader at *address* if people can reach it."""

    def to(href: str) -> str:
        if href.startswith("/") and not href.startswith("//"):
            return f"{address.rstrip('/')}{href}" if address else ""
        return nowhere(href)

    return to


_ADDRESS = re.compile(r"(?:\w+://([^\s/?#:]+)|([\w-]+(?:\.[\w-]+)+))\S*")
"""What looks like an address in a label, and the host that it names."""


def is_honest(label: str, url: str) -> bool:
    """Tell whether a link that says *label* leads to where it says, if it says so at all."""
    host = (urlsplit(url).hostname or "").lower()
    return all(host == (found[1] or found[2]).lower() for found in _ADDRESS.finditer(label))
