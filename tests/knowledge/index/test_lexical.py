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
    words = LexicalIndex.build([""] * len(TEXTS), TEXTS)

    assert int(np.argmax(words.bm25(question))) == place
    assert int(np.argmax(coverage(words, question))) == place


def test_coverage_counts_rare_words_more_and_is_nothing_across_languages() -> None:
    """It is a share, between nothing and all."""
    words = LexicalIndex.build([""] * 3, ["red apple", "red pear", "red plum and quince"])
    covered = coverage(words, "the red quince")

    assert covered[2] == pytest.approx(1.0)
    assert 0 < covered[0] < 0.5
    assert not any(coverage(words, "zebra"))
    assert not words.bm25("what is it").any()


def test_thai_keeps_its_vowels_and_tones() -> None:
    """Marks are taken off Latin letters alone."""
    assert tokenize("น้ำดื่ม")[0][1] == "\u0e49"
    assert tokenize("Đường") == ["duong"]


def test_an_index_of_nothing_answers_nothing() -> None:
    """A page of marks alone is no reason to fail."""
    assert LexicalIndex.build([""], ["…"]).bm25("leave").tolist() == [0.0]
    assert coverage(LexicalIndex.build([], []), "leave") == []


def coverage(words: LexicalIndex, question: str) -> list[float]:
    """Tell how much of a *question* each passage holds."""
    return words.coverage(words.weigh(frozenset(tokenize(question))), range(words.size))
