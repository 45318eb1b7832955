"""Text that wants to be more than text stays text."""

from html.parser import HTMLParser

import pytest

from bot.web.markdown_html import page_to_html, to_html

NASTY = (
    "",
    " ",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">here</a>',
    "[here](javascript:alert(1))",
    "[here](JaVaScRiPt:alert(1))",
    "[here](java\tscript:alert(1))",
    "[here](&#106;avascript:alert(1))",
    "[here](data:text/html,<script>alert(1)</script>)",
    "[here](vbscript:x)",
    "[here](//elsewhere.example/page)",
    "[here](\\\\elsewhere.example\\page)",
    "![picture](http://elsewhere.example/x.png)",
    "![picture](javascript:alert(1))",
    '[a](http://a.example "\\" onmouseover=alert(1) x=\\"")',
    '<http://a.example/"onmouseover=alert(1)>',
    "<javascript:alert(1)>",
    "| a |\n|:-:|\n| <svg onload=alert(1)> |",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "\u202egnp.exe\u202c and \u2066more\u2069",
    "مرحبا **بالعالم** שלום",
    "👩‍👩‍👧‍👦 🏳️‍🌈 \U0001f9d1\U0001f3fd",
    "\x00\x01\x1b[31mred",
    "a" * 40_000,
    "[" * 5_000,
    "*" * 5_000 + "a",
    "> " * 500 + "deep",
)

TAGS = frozenset(
    [
        "p",
        "strong",
        "em",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "a",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "br",
        "s",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ]
)
ATTRIBUTES = frozenset({"href", "title", "target", "rel", "class", "start"})


class Seen(HTMLParser):
    """Collects what a browser would make of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        """Take note of text."""
        self.text += data


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nothing_that_could_run_comes_through(text: str) -> None:
    """Whoever writes a solution's name or a page writes text, and never the page itself."""
    for html in (to_html(text), page_to_html(text, lambda href: href)):
        seen = Seen()
        seen.feed(html)

        assert seen.tags <= TAGS
        assert seen.attributes <= ATTRIBUTES
        assert all(link.startswith(("http://", "https://", "%5C", "#")) for link in seen.links)


def test_forty_thousand_characters_all_arrive() -> None:
    """A long text is long, not lost."""
    seen = Seen()
    seen.feed(to_html("word " * 8_000))

    assert seen.text.count("word") == 8_000


def test_a_link_to_elsewhere_opens_apart() -> None:
    """And tells the other side nothing about the page it came from."""
    html = to_html("[law](https://law.example/1)")

    assert 'target="_blank"' in html
    assert 'rel="noopener noreferrer"' in html


def test_a_link_between_pages_leads_where_the_reader_says() -> None:
    """Files link to files; the reader has addresses."""
    assert 'href="/x/b.md"' in page_to_html("[b](b.md)", lambda href: f"/x/{href}")


def test_lines_of_a_reply_end_where_they_end() -> None:
    """A page's lines are wrapped by its author's editor, and run on."""
    assert "<br" in to_html("one\ntwo")
    assert "<br" not in page_to_html("one\ntwo", lambda href: href)
