"""A question that names a clause by its number."""

import pytest

from knowledge.retrieval.clause_numbers import begins_with, clause_numbers_in, is_heading_of


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("What does section 4.1 of the travel policy say?", "4.1 Hotels are booked by HR.", True),
        ("apa isi pasal 4.1?", "4.1. Hotel dipesan oleh SDM.", True),
        ("ข้อ 4.1 ว่าอย่างไร", "๔.๑ โรงแรมจองโดยฝ่ายบุคคล", True),
        ("mục 4.1 nói gì", "Mục 4.1: Khách sạn do nhân sự đặt.", True),
        ("what is in 4.1?", "4.1 Hotels are booked by HR.", True),
        ("What does section 4.1 say?", "An exception to section 4.1 lasts a day.", False),
        ("What does section 4.1 say?", "4.10 Trains are free.", False),
        ("What does section 4.1 say?", "4.1.2 Trains are free.", False),
        ("How much is 4.1% of it?", "4.1 Hotels are booked by HR.", False),
        ("What does section 4 say?", "4. Trains are free.", False),
    ],
)
def test_a_sentence_that_begins_with_the_number_is_meant(
    question: str, sentence: str, *, expected: bool
) -> None:
    """One that only speaks of the clause is not, nor an item of some list."""
    assert begins_with(sentence, clause_numbers_in(question)) is expected


@pytest.mark.parametrize(
    ("question", "heading", "expected"),
    [
        ("What does section 4 say?", "4. Exceptions", True),
        ("điều 4 quy định gì", "Điều 4. Ngoại lệ", True),
        ("isi pasal 4 ayat 2", "Pasal 4 Pengecualian", True),
        ("isi pasal 4 ayat 2", "2. Tujuan", False),
        ("What does section 4.2 say?", "p. 7 › 4.2 Exceptions", True),  # noqa: RUF001 - as readers see it
        ("What does section 4 say?", "40. Exceptions", False),
        ("What does article 4 say?", "Chapter 4", False),
    ],
)
def test_a_heading_that_begins_with_the_number_is_meant(
    question: str, heading: str, *, expected: bool
) -> None:
    """With the same word before it, if there is one."""
    assert is_heading_of(heading, clause_numbers_in(question)) is expected
