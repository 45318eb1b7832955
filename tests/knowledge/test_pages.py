"""A page from its Markdown."""

from datetime import date

import pytest

from knowledge.documents.markdown.page import parse
from knowledge.pages import PageInvalidError, markdown


def test_front_matter_says_who_owns_a_page_and_since_when() -> None:
    """Title, owner, version, dates and audience come from the front matter."""
    page = parse(
        "sub/rules.md",
        "---\ntitle: Rules\nowner: Mei\nversion: 1.2\neffective: 2026-01-31\n"
        "review_by: '2027-01-31'\naudience: reviewers\n---\n# Rules\n\nBe kind.\n",
    )

    assert (page.id, page.title, page.owner, page.version) == ("sub/rules", "Rules", "Mei", "1.2")
    assert (date(2026, 1, 31), date(2027, 1, 31)) == (page.effective, page.review_by)
    assert page.audience == "reviewers"
    assert page.missing == ()


def test_a_page_without_front_matter_is_a_page_for_everyone() -> None:
    """The first heading is the title, and what is missing is known."""
    page = parse("rules.md", "# Rules\n\nBe kind.\n")

    assert (page.title, page.audience) == ("Rules", "everyone")
    assert page.missing == ("title", "owner", "version", "effective", "review_by")


def test_a_file_without_any_heading_is_named_after_itself() -> None:
    """Text before the first heading is a clause under the page's title."""
    page = parse("how-to-log_in.md", "Use your badge.")

    assert page.title == "How to log in"
    assert page.clauses == ("how-to-log_in#how-to-log-in",)


def test_every_heading_is_a_clause_with_an_address_of_its_own() -> None:
    """Headings of the same words get different anchors, also when one looks like a copy."""
    page = parse("p.md", "# A\n\n## Steps\n\n## Steps\n\n## Steps 1\n\n# A\n")

    assert page.clauses == ("p#a", "p#steps", "p#steps-1", "p#steps-1-1", "p#a-1")


def test_a_heading_may_bring_its_own_address() -> None:
    """``{#name}`` keeps an address when the words change, in any language."""
    page = parse("p.md", "# Cuti tahunan {#annual-leave}\n\n## ลาป่วย\n\n## Nghỉ phép\n")

    assert page.clauses == ("p#annual-leave", "p#ลาป่วย", "p#nghỉ-phép")
    assert page.sections[0].heading == "Cuti tahunan"
    assert page.sections[1].trail == ("Cuti tahunan",)


def test_a_clause_knows_its_line_and_what_stands_above_it() -> None:
    """Lines count from the top of the file, front matter included."""
    page = parse(
        "p.md", "---\ntitle: P\n---\n# P\n\nOne.\n\n## Two\n\n### Three\n\nText\n\n## Four\n"
    )

    assert [section.line for section in page.sections] == [4, 8, 10, 14]
    assert page.sections[2].trail == ("P", "Two")
    assert page.sections[3].trail == ("P",)
    assert page.sections[2].text == "Text"


def test_a_hash_in_code_is_no_heading() -> None:
    """Only headings of the page itself are clauses: none in code, lists or quotations."""
    page = parse("p.md", "# P\n\n```\n# no\n```\n\n> # quoted\n\n- # listed\n")

    assert page.clauses == ("p#p",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: a: b\n---\n# P\n", "its front matter is not valid YAML (line 2)"),
        ("---\n- a\n---\n# P\n", "its front matter is not a list of settings"),
        ("---\neffective: soon\n---\n# P\n", "effective in its front matter is not a date"),
        ("---\neffective: 2026-02-30\n---\n# P\n", "effective in its front matter is not a date"),
        ("---\naudience: bosses\n---\n# P\n", "its audience 'bosses' is none of"),
        ("---\ntitle: P\n---\n\n", "the page is empty"),
        ("---\naudiance: leads\n---\n# P\n", "'audiance' in its front matter should be 'audience'"),
        ("---\nAudience: leads\n---\n# P\n", "'Audience' in its front matter should be 'audience'"),
        ("---\naudience: leads\n# P\n", "its front matter has no end"),
        ("---\naudience:\n---\n# P\n", "its audience '' is none of"),
        (
            "---\naudience: everyone\naudiance: leads\n---\n# P\n",
            "'audiance' in its front matter should be 'audience'",
        ),
        (
            "---\naudience: leads\naudience: everyone\n---\n# P\n",
            "its front matter says twice who it is for",
        ),
        ("---\naudience:\n- leads\n---\n# P\n", "audience in its front matter is not a text"),
    ],
)
def test_a_page_that_cannot_be_understood_says_why(text: str, reason: str) -> None:
    """The reason is in words for whoever keeps the handbook."""
    with pytest.raises(PageInvalidError) as caught:
        parse("p.md", text)

    assert str(caught.value).startswith(reason)


@pytest.mark.parametrize("before", ["\n", "\n\n  \n", "\ufeff", "\ufeff\n"])
def test_what_stands_before_the_settings_does_not_open_a_page_to_everybody(before: str) -> None:
    """An empty line, or a mark that an editor writes; lines are counted from the top."""
    page = parse("p.md", f"{before}---\naudience: leads\n---\n# P\n\nText\n")

    assert page.audience == "leads"
    assert page.sections[0].line == before.count("\n") + 4


@pytest.mark.slow  # twenty thousand headings
def test_many_equal_headings_have_an_address_each() -> None:
    """As many as a careless export makes; the time it takes grows with their number alone."""
    page = parse("p.md", "# Section\n\nText\n\n" * 20_000)

    assert page.clauses[0] == "p#section"
    assert page.clauses[-1] == "p#section-19999"
    assert len(set(page.clauses)) == 20_000


def test_the_parser_is_ready_before_threads_share_it() -> None:
    """Of rules put in order by the first of several threads, another would see only some."""
    markdown.cache_clear()
    parser = markdown()
    rulers = (parser.core.ruler, parser.block.ruler, parser.inline.ruler, parser.inline.ruler2)

    assert all(ruler.__cache__ for ruler in rulers)
