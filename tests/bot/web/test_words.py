"""The page and the words on it."""

import re

import pytest

from bot.web.shell import PAGE_PATTERNS, PAGE_WORDS, SHORTCUTS, STATIC
from handlers.wording import LOCALES, wording

SCRIPTS = "\n".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))
HTML = (STATIC / "index.html").read_text(encoding="utf-8")


def test_the_scripts_have_all_their_words() -> None:
    """A word that is not sent would show as nothing."""
    used = set(re.findall(r'texts\["([a-z-]+)"\]', SCRIPTS))

    assert used == set(PAGE_WORDS) | set(PAGE_PATTERNS)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_speaks_every_language(locale: str) -> None:
    """Every word that the page asks for is there."""
    words = wording(locale)
    keys = {
        *re.findall(r"\{\{(web-[a-z-]+)\}\}", HTML),
        *PAGE_WORDS,
        *(key for key, _ in SHORTCUTS),
    }

    assert all(words(key) for key in keys)
    assert len(words.lines("web-suggestions")) == 3


def test_nothing_comes_from_elsewhere() -> None:
    """No address of another computer stands in any file of the page."""
    files = [path for path in STATIC.iterdir() if path.suffix in {".js", ".css", ".html", ".svg"}]
    addresses = [
        address
        for path in files
        for address in re.findall(r"(?:https?:)?//[\w.-]+\.\w+", path.read_text(encoding="utf-8"))
    ]

    assert set(addresses) <= {"http://www.w3.org"}


def test_nothing_is_inline() -> None:
    """The security policy would refuse it."""
    assert not re.search(r"<style|style=|<script>|\son\w+=", HTML)
