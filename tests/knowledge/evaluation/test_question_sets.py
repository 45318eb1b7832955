"""Question sets made of what people asked."""

import json
from pathlib import Path

import pytest

from knowledge import (
    LoggedQuestion,
    Query,
    QuestionSetInvalidError,
    draft_questions,
    read_question_set,
    to_jsonl,
)
from knowledge.evaluation.question_sets import SOME_REFERENCE, SOMEBODY

CLAUSES = frozenset({"leave#annual-leave", "leave#sick-leave", "travel#hotels"})
LEAVE = "How many days of leave do I have?"


def _asking(question: str = LEAVE, **facts: object) -> LoggedQuestion:
    return LoggedQuestion(question, "en", **facts)  # type: ignore[arg-type]  # facts are as they are named


def _guessed(*askings: LoggedQuestion) -> tuple[str, ...]:
    (draft,) = draft_questions(askings, clauses=CLAUSES)
    return draft.clauses


def test_each_question_comes_once_however_it_was_typed() -> None:
    """In the order in which they were first asked, with how often and how well that went."""
    found = draft_questions(
        [
            _asking(helpful=True),
            _asking("What may a hotel cost?"),
            _asking("how many days of leave do i have", helpful=False),
            _asking("How many days of  leave do I have??", reply="See the page."),
            _asking(" ?! "),
        ],
        clauses=CLAUSES,
    )

    assert [draft.question for draft in found] == [LEAVE, "What may a hotel cost?"]
    assert (found[0].times, found[0].thumbs_up, found[0].thumbs_down) == (3, 1, 1)
    assert (found[0].replies, found[1].times) == (1, 1)


def test_the_cited_clauses_are_the_first_guess() -> None:
    """As far as the handbook still has them."""
    assert _guessed(_asking(cited=("leave#annual-leave", "leave#renamed"))) == (
        "leave#annual-leave",
    )


def test_a_thumb_up_makes_a_guess_better() -> None:
    """What helped somebody comes before what was merely cited."""
    helped = _asking(cited=("leave#annual-leave",), helpful=True)

    assert _guessed(_asking(cited=("travel#hotels",)), helped) == ("leave#annual-leave",)


def test_a_thumb_down_takes_a_guess_away() -> None:
    """Also where the same was cited to others, who said nothing."""
    in_vain = _asking(cited=("travel#hotels",), helpful=False)
    silent = _asking(cited=("travel#hotels", "leave#sick-leave"))

    assert _guessed(in_vain) == ()
    assert _guessed(in_vain, silent) == ("leave#sick-leave",)


@pytest.mark.parametrize(
    ("reply", "guess"),
    [
        ("Please read leave#sick-leave.", ("leave#sick-leave",)),
        ("See https://guild.example/handbook/leave#sick-leave, please", ("leave#sick-leave",)),
        ("[It is here](leave.md#sick-leave)", ("leave#sick-leave",)),
        ("It is in people#mei-tan", ()),
        ("We will write this down.", ()),
    ],
)
def test_the_clauses_that_the_team_names_are_the_guess(reply: str, guess: tuple[str, ...]) -> None:
    """And not what the answer had cited, since it needed a reply."""
    assert _guessed(_asking(cited=("travel#hotels",), reply=reply)) == guess


def test_a_follow_up_brings_what_it_goes_on_from() -> None:
    """And a question that stands alone does not."""
    alone, follow_up = draft_questions(
        [
            _asking(before=("What may a hotel cost?",)),
            _asking("And in Jakarta?", before=("What may a hotel cost?",)),
        ],
        clauses=CLAUSES,
    )

    assert (alone.history, follow_up.history) == ((), ("What may a hotel cost?",))


def test_nothing_tells_who_asked_or_of_whom() -> None:
    """Names known to the records, e-mail addresses, references; a word is no name."""
    found = draft_questions(
        [
            _asking("May I show SOL-0042 to sari wulandari or Ben? Mail ben@selat.example"),
            _asking("And may I ask Nattaya?", before=("Is May in on Monday?", "Who is Ben Ong?")),
        ],
        clauses=CLAUSES,
        names=["Sari Wulandari", "Ben Ong", "Nattaya Srisuk", "May Lim"],
    )

    assert found[0].question == (
        f"May I show {SOME_REFERENCE} to {SOMEBODY} or {SOMEBODY}? Mail [e-mail address]"
    )
    assert found[1].question == f"And may I ask {SOMEBODY}?"
    assert found[1].history == ("Is May in on Monday?", f"Who is {SOMEBODY}?")


def test_a_set_is_read_without_what_is_undecided(tmp_path: Path) -> None:
    """A person decides, then the line counts, with its history and clauses."""
    file = tmp_path / "queries.jsonl"
    drafts = draft_questions(
        [
            _asking(cited=("leave#annual-leave",)),
            _asking("And when I am ill?", before=(LEAVE,), cited=("leave#sick-leave",)),
            _asking("What is for lunch?"),
        ],
        clauses=CLAUSES,
    )
    lines = [json.loads(line) for line in to_jsonl(drafts)]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with pytest.raises(QuestionSetInvalidError, match="decided"):
        read_question_set(file)
    lines[1]["answerable"] = True
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = read_question_set(file)

    assert {line["answerable"] for line in (lines[0], lines[2])} == {None}
    assert found.undecided == 2
    assert found.queries == (
        Query(
            id="asked-002",
            question="And when I am ill?",
            language="en",
            is_answerable=True,
            clauses=frozenset({"leave#sick-leave"}),
            history=(LEAVE,),
        ),
    )
