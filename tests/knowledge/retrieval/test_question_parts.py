"""Questions that ask two things."""

from pathlib import Path

import pytest

from knowledge import Embedder, Handbook
from knowledge.retrieval.question_parts import two_parts
from tests.fixtures.handbooks import STARTER, TODAY, CountingEmbedder


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("How long does the course take, and what does it cost?", "what does it cost"),
        ("who reviews it? how long does that take", "how long does that take"),
        ("tier apa ya? trus siapa aja yg ikut review", "siapa aja yg ikut review"),
        ("kursus berapa jam dan berapa biayanya ya", "berapa biayanya ya"),
        ("เรียนกี่ชั่วโมง แล้วเสียเงินไหม", "เสียเงินไหม"),
        ("khóa học mất bao lâu và có mất tiền không", "có mất tiền không"),
        ("May I use names and addresses in it?", ""),
        ("what about it, and when", ""),
        ("How long does a review take?", ""),
        ("?!", ""),
    ],
)
def test_a_second_part_asks_something_of_its_own(question: str, part: str) -> None:
    """A list of two things asks once."""
    parts = two_parts(question)
    assert (parts[1] if parts else "") == part


async def test_a_second_clause_answers_a_second_part_alone(starter: Handbook) -> None:
    """Of one that asks once nothing stands beside the clause that answers."""
    both = await starter.answer(
        "How long does the makers' course in four weeks take, and what does training cost?",
        on=TODAY,
    )
    once = await starter.answer("How many hours does the makers' course take?", on=TODAY)

    assert {each.clause for each in both.citations} == {
        "training#the-makers-course-in-four-weeks",
        "training#time-and-cost",
    }
    assert [each.heading for each in both.claims] == [each.heading for each in both.citations]
    assert len(once.citations) == 1


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        (
            "Who owns it when the owner is gone, and how long are logs of an agent kept?",
            {"running-and-retiring#when-the-owner-is-gone"},
        ),
        ("Ai duyệt mức cao và mất bao lâu?", {"review#the-high-tier"}),
        (
            "which tier is a bot for hiring people, and how long does its review take?",
            {"what-you-may-build#hiring-and-decisions-about-staff"},
        ),
    ],
)
async def test_neither_part_is_left_out(
    starter: Handbook, question: str, clauses: set[str]
) -> None:
    """Whichever of the two wins."""
    answer = await starter.answer(question, on=TODAY)

    assert clauses <= {each.clause for each in answer.citations}


async def test_the_first_part_is_looked_up_only_where_the_last_adds_nothing(
    starter_home: Path, e5: Embedder
) -> None:
    """What is found for the last is enough otherwise."""
    embedder = CountingEmbedder(e5)
    handbook = Handbook(STARTER, home=starter_home, embedder=embedder)
    await handbook.read()

    answer = await handbook.answer(
        "How long does the makers' course in four weeks take, and what does training cost?",
        on=TODAY,
    )
    await handbook.close()

    assert len(answer.citations) == 2
    assert len(embedder.asked) == 2
