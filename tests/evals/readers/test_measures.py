"""The figures of the comparison mean what they say."""

from dataclasses import replace

import pytest

from tests.evals.readers.measures import (
    Comparison,
    Text,
    agreed_text,
    compare,
    missing_words,
    split_words,
)

RULE = "Every hotel needs approval"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fees: 1.10, “net”!", ["fees", "1", "10", "net"]),
        ("co\u00adoperate ﬁrst", ["cooperate", "first"]),
        ("ค่าที่พัก", list("ค่าที่พัก")),
        (r"a\_b", ["a", "b"]),
    ],
)
def test_words_are_those_that_two_readers_can_share(text: str, words: list[str]) -> None:
    """Without marks, and a letter each where words have no spaces."""
    assert split_words(text) == words


def test_the_same_text_is_kept_whole() -> None:
    """With what only ours can tell left out."""
    ours, other = Text(RULE, items=2, tables=1), Text(RULE)

    assert compare(ours, other) == Comparison(4, 4, 3, 3, 4, 4)


def test_words_that_are_lost_count_as_often_as_they_stand_there() -> None:
    """A word that the file has twice and ours once is lost once."""
    found = compare(Text("tea and milk"), Text("tea and tea and milk"))

    assert (found.words, found.kept) == (5, 3)
    assert (found.pairs, found.kept_pairs) == (4, 2)


def test_what_was_moved_is_out_of_order() -> None:
    """The longest part that is in order counts as ordered."""
    found = compare(Text("three four one two"), Text("one two three four five"))

    assert (found.common, found.ordered) == (4, 2)


def test_items_and_tables_are_counted_where_the_other_reader_tells() -> None:
    """A table that only ours finds is counted apart."""
    ours, other = Text(RULE, items=3, tables=2), Text(RULE, items=5, tables=1)
    none = replace(other, tables=None)

    found = compare(ours, other)
    assert (found.items, found.kept_items) == (5, 3)
    assert (found.tables, found.kept_tables, found.extra_tables) == (1, 1, 1)
    assert compare(ours, none).extra_tables == 0


def test_what_two_readers_agree_on_leaves_their_noise_out() -> None:
    """In the order of the second, each word as often as both have it."""
    one, two = Text("rates head rates up tea"), Text("up rates cid tea tea")

    assert agreed_text(one, two) == Text("up rates tea")


def test_runs_of_missing_words_come_longest_first() -> None:
    """Cut where they are long."""
    other = Text("one two three four five six")

    assert missing_words(Text("two"), other) == ["three four five six", "one"]
    assert missing_words(Text("two"), other, longest=2) == ["three four ...", "one"]
