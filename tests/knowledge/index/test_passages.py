"""Passages: never more than one clause, and no word lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers.quoting import add_context, add_list_items, render_quote
from knowledge.documents.markdown.page import parse
from knowledge.index.passages import TARGET_WORDS, passages
from knowledge.pages import SEPARATOR
from knowledge.text.sentences import count_words

words = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzéđกขค", min_size=1, max_size=9), min_size=1, max_size=60
).map(" ".join)
prose = st.lists(words.map(lambda text: f"{text.capitalize()}."), min_size=1, max_size=9)
paragraph = prose.map(" ".join)
bullets = st.lists(words, min_size=1, max_size=6).map(
    lambda items: "These:\n\n" + "\n".join(f"- {item}" for item in items)
)
table = st.lists(words, min_size=1, max_size=6).map(
    lambda rows: "| Head |\n|---|\n" + "\n".join(f"| {row} |" for row in rows)
)
code = st.lists(words, min_size=1, max_size=6).map(lambda lines: "\n".join(["```", *lines, "```"]))
clause = st.tuples(words, st.lists(paragraph | bullets | table | code, max_size=4))


def _said(text: str) -> list[str]:
    return [word.strip("|-#`.:").lower() for word in text.split() if word.strip("|-#`.:")]


@given(st.lists(clause, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_text_is_lost_and_no_passage_leaves_its_clause(
    clauses: list[tuple[str, list[str]]],
) -> None:
    """The sentences of a clause's passages are its words, in order, and nobody else's."""
    text = "\n\n".join("\n\n".join([f"# {name}", *blocks]) for name, blocks in clauses)
    page = parse("page.md", text)
    found = passages(page)

    assert len({passage.id for passage in found}) == len(found)
    for section in page.sections:
        own = [passage for passage in found if passage.anchor == section.anchor]
        said = " ".join(each.text for passage in own for each in passage.sentences)
        heads = [word for word in _said(said) if word != "head"]
        assert heads == [word for word in _said(section.text) if word != "head"]
        assert all(each.text in passage.text for passage in own for each in passage.sentences)


@given(st.lists(clause, min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_whatever_is_quoted_is_there_with_what_it_needs(
    clauses: list[tuple[str, list[str]]],
) -> None:
    """A mark where it is long, and never another sentence in its place."""
    text = "\n\n".join("\n\n".join([f"# {name}", *blocks]) for name, blocks in clauses)
    for passage in passages(parse("page.md", text)):
        for at, sentence in enumerate(passage.sentences):
            places = add_list_items(passage, add_context(passage, at))

            assert at in places
            assert places == sorted(set(places))
            assert sentence.text in render_quote(passage, places)


def test_a_long_clause_is_parted_evenly_between_sentences() -> None:
    """About 150 words each, and no scrap at the end."""
    text = " ".join(
        f"This is sentence {number} of ten words in this clause." for number in range(34)
    )
    found = passages(parse("p.md", f"# P\n\n{text}"))

    assert [count_words(passage.text) for passage in found] == [170, 170]
    assert TARGET_WORDS == 150
    assert all(passage.text.endswith(".") for passage in found)


def test_a_parted_list_and_a_parted_table_keep_what_leads_them_in() -> None:
    """Every passage can be read without the one before it."""
    item = "word " * 30
    bullets = "You must not:\n\n" + "\n".join(f"- {number} {item}" for number in range(12))
    rows = "| Tool | Data |\n|---|---|\n" + "\n".join(f"| T{n} | {item} |" for n in range(12))
    listed = passages(parse("p.md", f"# P\n\n{bullets}"))
    tabled = passages(parse("p.md", f"# P\n\n{rows}"))

    assert len(listed) > 1
    assert all(passage.text.startswith("You must not:\n- ") for passage in listed)
    assert len(tabled) > 1
    assert all(passage.text.startswith("Tool: T") for passage in tabled)


def test_the_title_says_where_a_passage_stands() -> None:
    """Page, headings above, heading; nothing twice."""
    page = parse("p.md", "# Leave\n\n## Sick leave\n\n### Notes\n\nFrom day three.")

    assert [passage.title for passage in passages(page)] == [
        SEPARATOR.join(["Leave", "Sick leave", "Notes"])
    ]


def test_a_passage_ends_where_a_paragraph_ends() -> None:
    """What is about another thing begins another passage, unless the first is only a line."""
    whole = " ".join(f"Here is word {number} of many more." for number in range(15))
    found = passages(parse("p.md", f"# P\n\nA line.\n\n{whole}\n\n{whole}"))

    assert [passage.text for passage in found] == [f"A line.\n{whole}", whole]
