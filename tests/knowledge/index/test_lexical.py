"""The lexical index."""

import numpy as np
import pytest

from knowledge.index.lexical import LexicalIndex
from knowledge.text.tokens import tokenize

TEXTS = [
    "Employees get eighteen days of annual leave.",
    "Nhân viên được nghỉ phép năm mười tám ngày.",
    "พนักงานลาพักร้อนได้สิบแปดวัน",
    "Karyawan mendapat cuti tahunan delapan belas hari.",
    "The hotel may cost 150 dollars a night.",
]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("employee's LEAVE?", 0),
        ("nghỉ phép năm", 1),
        ("nghi phep nam", 1),
        ("ลาพักร้อนกี่วัน", 2),
        ("berapa hari cuti tahunan", 3),
        ("how much for hotels", 4),
    ],
)
def test_a_question_finds_its_words_in_any_script(question: str, place: int) -> None:
    """English by its stems, Vietnamese with and without marks, Thai without spaces."""
    match = LexicalIndex.build([""] * len(TEXTS), TEXTS).match(question)

    assert int(np.argmax(match.bm25)) == place
    assert int(np.argmax(match.coverage)) == place


def test_coverage_counts_rare_words_more_and_is_nothing_across_languages() -> None:
    """It is a share, between nothing and all."""
    words = LexicalIndex.build([""] * 3, ["red apple", "red pear", "red plum and quince"])
    coverage = words.match("the red quince").coverage

    assert coverage[2] == pytest.approx(1.0)
    assert 0 < coverage[0] < 0.5
    assert not words.match("zebra").coverage.any()
    assert not words.match("what is it").bm25.any()


def test_thai_keeps_its_vowels_and_tones() -> None:
    """Marks are taken off Latin letters alone."""
    assert tokenize("น้ำดื่ม")[0][1] == "\u0e49"
    assert tokenize("Đường") == ["duong"]


def test_an_index_of_nothing_answers_nothing() -> None:
    """A page of marks alone is no reason to fail."""
    assert LexicalIndex.build([""], ["…"]).match("leave").bm25.tolist() == [0.0]
    assert LexicalIndex.build([], []).match("leave").coverage.tolist() == []
