"""Unclear questions: which are asked back, with which choices, and which never."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import ASKED_BACK, Answer, Exchange, Handbook
from knowledge.text.topic_words import find_topics, is_bare_topic
from tests.fixtures.handbooks import ROOT, STARTER, TODAY

EVALS = ROOT / "tests" / "evals"
LEAST_ASKED_BACK = 0.8
MOST_CLEAR_ASKED_BACK = 0.05


def questions(*, unclear: bool) -> Iterator[tuple[str, str]]:
    """Read short questions of one kind, with their language."""
    for line in (EVALS / "unclear.jsonl").read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        if each["unclear"] is unclear:
            yield each["question"], each["lang"]


async def asked(handbook: Handbook, question: str, *before: Exchange) -> Answer:
    """Ask a question in a conversation."""
    return await handbook.answer(question, on=TODAY, before=before)


async def test_unclear_questions_are_asked_back(starter: Handbook) -> None:
    """In four languages, every other one of the set; short ones that are clear are answered."""
    every_other = list(questions(unclear=True))[::2]
    unclear = [(await asked(starter, each)).choices for each, _ in every_other]
    clear = [(await asked(starter, each)).choices for each, _ in questions(unclear=False)]

    assert sum(map(bool, unclear)) >= LEAST_ASKED_BACK * len(unclear)
    assert sum(map(bool, clear)) <= MOST_CLEAR_ASKED_BACK * len(clear)


def test_the_set_of_unclear_questions_has_every_language() -> None:
    """And clear ones as short."""
    for unclear in (True, False):
        found = [lang for _, lang in questions(unclear=unclear)]

        assert len(found) >= 25
        assert set(found) == {"en", "id", "th", "vi"}


@pytest.mark.parametrize("question", ["how long?", "data", "berapa lama?", "ข้อมูล", "khi nào?"])
async def test_every_choice_leads_to_its_clause(starter: Handbook, question: str) -> None:
    """Two to four, each another; nothing is answered until one is taken."""
    unclear = await asked(starter, question)

    assert 2 <= len({choice.heading for choice in unclear.choices}) == len(unclear.choices) <= 4
    assert (unclear.answered, unclear.mode, unclear.citations) == (False, ASKED_BACK, ())
    for choice in unclear.choices:
        taken = await asked(starter, choice.question, Exchange(question, was_asked_back=True))
        assert choice.clause in [citation.clause for citation in taken.citations]


async def test_nobody_is_asked_back_twice_in_a_row(starter: Handbook) -> None:
    """The second time, what there is gets said."""
    again = await asked(starter, "when?", Exchange("how long?", was_asked_back=True))

    assert again.choices == ()


@pytest.mark.parametrize("question", ["how long?", "who approves?", "when?"])
async def test_the_conversation_before_makes_a_question_clear(
    starter: Handbook, question: str
) -> None:
    """It is about what was asked about."""
    follow_up = await asked(starter, question, Exchange("How is a high tier solution reviewed?"))

    assert follow_up.choices == ()
    assert follow_up.citations


@pytest.mark.slow
async def test_words_alone_ask_back_too(tmp_path: Path) -> None:
    """Without an embedder a question without a subject is no clearer."""
    by_words = Handbook(STARTER, home=tmp_path, embedder=None)
    unclear = await asked(by_words, "what is the limit?")
    clear = await asked(by_words, "how long does a review take?")
    await by_words.close()

    assert unclear.choices
    assert clear.answered


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("how long?", ()),
        ("berapa lama?", ()),
        ("นานแค่ไหน", ()),
        ("mất bao lâu?", ()),
        ("How long does a review take?", ("review",)),
        ("ลงทะเบียนอย่างไร", ("ลงทะเบียน",)),
        ("is Make allowed?", ("make",)),
        ("how do I make it?", ()),
    ],
)
def test_a_subject_is_what_a_question_is_about(question: str, named: tuple[str, ...]) -> None:
    """Not how, when or by whom."""
    assert find_topics(question) == named


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("data", True),
        ("Data?", True),
        ("khách hàng", True),
        ("ข้อมูล", True),
        ("personal data", False),
        ("什么是机密数据", False),
        ("what is data?", False),
        ("ข้อมูลลับคืออะไร", False),
    ],
)
def test_a_bare_subject_is_a_word_with_no_verb_to_it(question: str, *, bare: bool) -> None:
    """Two words, or a sentence, say more."""
    assert is_bare_topic(question) is bare
