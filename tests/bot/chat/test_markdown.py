"""Markdown of the small kind, read as paragraphs of runs."""

import pytest

from bot.chat.links import is_honest, links_from, web_only
from bot.chat.markdown import Paragraph, Run, parse, shorten, split_paragraphs, split_text


def test_looks_links_and_citations_are_told_apart() -> None:
    """A number in brackets cites, unless somebody meant the brackets."""
    [paragraph] = parse(r"**Bold _both_** `code` [page](/p) \[1\] it is so. [12]")

    assert paragraph.runs == (
        Run("Bold ", bold=True),
        Run("both", bold=True, italic=True),
        Run(" "),
        Run("code", code=True),
        Run(" "),
        Run("page", href="/p"),
        Run(" [1] it is so. "),
        Run("[12]", cites=12),
    )


def test_lines_lists_code_and_rules_are_read_in_their_order() -> None:
    """Each item with its mark, and how far in it stands."""
    said = "one\ntwo\n\n3. three\n   - in\n\n     more\n4. four\n\n---\n\n```\n  a\nb\n```"

    assert [(each.kind, each.mark, each.depth, each.runs) for each in parse(said)] == [
        ("text", "", 0, (Run("one\ntwo"),)),
        ("item", "3.", 0, (Run("three"),)),
        ("item", "•", 1, (Run("in"),)),
        ("item", "", 1, (Run("more"),)),
        ("item", "4.", 0, (Run("four"),)),
        ("rule", "", 0, ()),
        ("code", "", 0, (Run("  a\nb", code=True),)),
    ]


@pytest.mark.parametrize("said", ["<b>x</b>", "![x](https://x.example/x.png)", "&lt;b&gt;"])
def test_there_is_no_html_and_no_picture(said: str) -> None:
    """What is written as one is read as it stands."""
    [paragraph] = parse(said)

    assert not any(run.code or run.bold for run in paragraph.runs)
    assert "".join(run.said for run in paragraph.runs).lstrip("!")[:1] in {"<", "x"}


def test_a_long_paragraph_is_cut_between_words_and_never_in_a_citation() -> None:
    """The mark of an item stays with its beginning."""
    item = Paragraph((Run("word " * 3), Run("[1]", cites=1), Run(" end")), "item", "1.")
    cut = list(split_paragraphs([item], 10))

    assert ["".join(run.said for run in each.runs) for each in cut] == [
        "word word ",
        "word [1]",
        " end",
    ]
    assert [each.mark for each in cut] == ["1.", "", ""]


def test_no_letter_is_parted_from_its_marks() -> None:
    """Nor a family of its members; a text of nothing but marks is cut all the same."""
    assert list(split_text("กำ้กำ้กำ้", 4)) == ["กำ้", "กำ้", "กำ้"]
    assert list(split_text("👩\u200d👧👩\u200d👧", 4)) == ["👩\u200d👧", "👩\u200d👧"]
    assert [len(each) for each in split_text("\u0301" * 10, 4)] == [4, 4, 2]


def test_shortening_is_between_words_too() -> None:
    """On one line."""
    assert shorten("a  few\nwords", 20) == "a few words"
    assert shorten("several words here", 12) == "several…"
    assert shorten("w" * 20, 5) == "wwww…"


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("/handbook/p#c", "https://guild.example/handbook/p#c"),
        ("//bank.example", ""),
        ("javascript:alert(1)", ""),
        ("https://x.example", "https://x.example"),
    ],
)
def test_links_lead_to_the_web_or_to_the_reader(href: str, leads: str) -> None:
    """To nowhere else; without an address there is no reader."""
    assert links_from("https://guild.example/")(href) == leads
    assert links_from("")("/handbook/p") == web_only("/handbook/p") == ""


@pytest.mark.parametrize(
    ("label", "honest"),
    [
        ("the page", True),
        ("Bank.example", True),
        ("https://bank.example/a.b?c=d.e", True),
        ("guild.example", False),
        ("https://x", False),
        ("my-bank.example", False),
        ("bank.example.org", False),
        ("https://bank.example@guild.example", False),
        ("bank.example, or guild.example", False),
    ],
)
def test_a_label_that_is_an_address_is_the_one_it_leads_to(label: str, *, honest: bool) -> None:
    """Any other label is a name."""
    assert is_honest(label, "https://bank.example/a") is honest
