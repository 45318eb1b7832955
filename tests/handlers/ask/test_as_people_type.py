"""Two hundred questions as makers type them: what is shown first, and how sure it is said to be.

Whether a reply is of use is a reader's judgement (docs/quality.md has it). This holds what can be
computed of it: the clause that is shown, the band, and the outcome of a ruling.
"""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest

from governance import Policy
from handlers.ask.policy_answer import RuledAnswer, with_ruling
from handlers.wording import wording
from knowledge import EVERYONE, Exchange, Handbook
from tests.fixtures.handbooks import ROOT, TODAY, finish

QUESTIONS = ROOT / "tests" / "evals" / "as_people_type.jsonl"
OUTCOMES = {
    "never": {"no"},
    "yes": {"yes", "conditions"},  # a tool may see it, and what is built with it is reviewed
    "with approval": {"conditions"},
    "review": {"conditions"},
}

FLOORS = {"en": 0.88, "id": 0.93, "th": 0.86, "vi": 0.88}
"""The least share of the answerable questions of a language whose clause is shown first."""

MIN_SURE_RIGHT = 0.92
MAX_UNANSWERABLE_SURE = 0.06
MAX_ANSWERABLE_NONE = 0.02
"""The least share of right clauses among the sure, and the most of the other two."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the set, and what was said to it."""

    question: dict[str, Any]
    said: RuledAnswer

    @property
    def is_answerable(self) -> bool:
        """Tell whether the handbook answers it."""
        return self.question["expected"] in {"answer", "ruling"}

    @property
    def is_right(self) -> bool:
        """Tell whether a clause that answers it is shown first."""
        first = [each.clause for each in self.said.answer.citations][:1]
        return bool(set(first) & set(self.question.get("clauses", ())))


@pytest.fixture(scope="module")
def asked(starter: Handbook, policy: Policy) -> list[Asked]:
    """Ask every question, a follow-up after what came before it."""
    found: list[Asked] = []

    async def ask_all() -> None:
        for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            found.append(Asked(question, await ask(starter, policy, question)))

    finish(ask_all())
    return found


async def ask(handbook: Handbook, policy: Policy, question: dict[str, Any]) -> RuledAnswer:
    """Ask one *question* as the asker does, without what only commands understand."""
    before: list[Exchange] = []
    for text in question.get("before", ()):
        earlier = await handbook.answer(text, on=TODAY, before=before)
        before.append(Exchange(text, tuple(each.clause for each in earlier.citations)))
    return with_ruling(
        await handbook.answer(question["question"], on=TODAY, before=before),
        policy,
        handbook,
        on=TODAY,
        audiences=frozenset({EVERYONE}),
        words=wording(question["lang"]),
        before=question.get("before", ()),
    )


def test_no_ruling_is_wrong(asked: list[Asked]) -> None:
    """A question without one may get none, and none that was expected may be another one."""
    wrong = {
        each.question["question"]: each.said.outcome
        for each in asked
        if each.said.outcome
        and each.said.outcome.value not in OUTCOMES.get(each.question.get("ruling", ""), ())
    }

    assert wrong == {}


@pytest.mark.parametrize("lang", FLOORS)
def test_the_clause_that_answers_is_shown_first(asked: list[Asked], lang: str) -> None:
    """As sure, as the nearest one, or behind what the rules come to."""
    own = [each for each in asked if each.is_answerable and each.question["lang"] == lang]

    assert sum(each.is_right for each in own) / len(own) >= FLOORS[lang]


def test_what_is_shown_as_sure_is_right(asked: list[Asked]) -> None:
    """And little else is shown as sure; statements are heard elsewhere."""
    about = [each for each in asked if each.question["expected"] != "talk"]
    sure = [each for each in about if each.said.answer.band == "sure"]
    no_answer = [each for each in about if not each.is_answerable]
    bands = Counter(each.said.answer.band for each in no_answer)

    assert sum(each.is_right for each in sure) / len(sure) >= MIN_SURE_RIGHT
    assert bands["sure"] / len(no_answer) <= MAX_UNANSWERABLE_SURE


def test_few_questions_with_an_answer_are_called_not_there(asked: list[Asked]) -> None:
    """They show at least the nearest rule."""
    own = [each for each in asked if each.is_answerable]
    none = [each for each in own if each.said.answer.band == "none"]

    assert len(none) / len(own) <= MAX_ANSWERABLE_NONE
