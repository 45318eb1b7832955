"""The patterns of names: whole words, the earlier before the later, gaps between parts."""

import re

import pytest

from governance import any_word_pattern


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (("data entry", "data"), "all data entry", "data entry"),
        (("data", "delta"), "a database", None),
        (("ข้อมูล", "ของ"), "ดูข้อมูลลูกค้า", "ข้อมูล"),
        (("turn…off",), "turn it off now", "turn it off"),
        (("bot…ล้ม",), "bot ของเราล้ม", "bot ของเราล้ม"),
    ],
)
def test_names_are_found_as_whole_words(
    names: tuple[str, ...], text: str, found: str | None
) -> None:
    """In Thai anywhere but within a letter and its marks, else between spaces."""
    match = re.search(any_word_pattern(names, ".{0,9}?"), text)

    assert (match and match.group()) == found
