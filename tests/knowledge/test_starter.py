"""The starter handbook, asked the questions that were written for it."""

import json
import re

import pytest

from knowledge import Handbook
from tests.fixtures.handbooks import ROOT, STARTER, TODAY

QUESTIONS = [
    json.loads(line)
    for line in (ROOT / "tests" / "evals" / "questions.jsonl").read_text().splitlines()
]


def _figures(handbook: Handbook, language: str) -> dict[str, float]:
    """Give the share of questions whose clause is found first, and among the first three."""
    asked = [
        each
        for each in QUESTIONS
        if each["answerable"] and each["lang"] == language and "history" not in each
    ]
    first = among = 0
    for each in asked:
        ranked = handbook.find(each["question"], on=TODAY).ranked[:3]
        hits = [one.passage.clause in each["clauses"] for one in ranked]
        first += hits[0]
        among += any(hits)
    return {"hit@1": first / len(asked), "hit@3": among / len(asked)}


@pytest.mark.parametrize(
    ("language", "first", "among"),
    [("en", 0.8, 0.93), ("id", 0.55, 0.7)],
)
def test_questions_find_their_clause(
    starter: Handbook, language: str, first: float, among: float
) -> None:
    """English and Bahasa Indonesia over pages in English; the figures may not fall."""
    figures = _figures(starter, language)

    assert figures["hit@1"] >= first
    assert figures["hit@3"] >= among


async def test_few_questions_with_an_answer_are_refused(starter: Handbook) -> None:
    """And some of those that come very near without one are, although every word is there."""
    answers = [(each, await starter.answer(each["question"], on=TODAY)) for each in QUESTIONS]
    refused = [answer.band == "none" for each, answer in answers if each["answerable"]]
    caught = [not answer.answered for each, answer in answers if not each["answerable"]]

    assert sum(refused) / len(refused) <= 0.04
    assert sum(caught) / len(caught) >= 0.9


async def test_what_is_shown_as_sure_is_right(starter: Handbook) -> None:
    """The line is strict: what is not surely the right clause is shown as the nearest one."""
    answers = [(each, await starter.answer(each["question"], on=TODAY)) for each in QUESTIONS]
    sure = [(each, answer.citations[0].clause) for each, answer in answers if answer.answered]
    right = [clause in each.get("clauses", ()) for each, clause in sure]

    assert len(sure) >= 0.5 * len(answers)
    assert sum(right) / len(right) >= 0.9


async def test_every_quote_stands_on_its_page(starter: Handbook) -> None:
    """Word for word, apart from Markdown's marks and the layout of tables."""
    for each in QUESTIONS:
        answer = await starter.answer(each["question"], on=TODAY)
        for citation in answer.citations + answer.nearest:
            page = starter.page(citation.page)
            source = " ".join((STARTER / page.file).read_text(encoding="utf-8").split())
            plain = source.replace("**", "").replace("`", "")
            for line in filter(None, re.split(r"\s*…\s*|\n", citation.quote)):
                for part in line.removeprefix("- ").split("; "):
                    wanted = part if "|" not in source else part.split(": ")[-1]
                    assert " ".join(wanted.split()) in _without_links(plain), citation.clause


def _without_links(text: str) -> str:
    """Leave the words of links alone."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)


@pytest.mark.parametrize(
    "question",
    [
        "Who won the football world cup in 2014?",
        "What is the recipe for nasi goreng?",
        "What is the office parking fee?",
        "When does the gym open on Sundays?",
        "siapa pemenang piala dunia 2014?",
    ],
)
async def test_what_is_far_from_the_handbook_is_refused(starter: Handbook, question: str) -> None:
    """In any language, with the nearest clauses."""
    answer = await starter.answer(question, on=TODAY)

    assert not answer.answered
    assert answer.nearest
