"""Sets of questions, and what became of those that were asked."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import clock
from bot.app import open_database, topics_in
from bot.rulebook import starter
from bot.settings import Settings
from tests.bot.conftest import Typed


def test_a_set_of_questions_is_measured(typed: Typed, tmp_path: Path) -> None:
    """One flat object for machines, a line for each figure for people."""
    corpus = tmp_path / "set" / "corpus"
    corpus.mkdir(parents=True)
    (corpus / "hotels.md").write_text("# Hotels\n\nA hotel may cost 90 dollars a night.\n")
    question = {"question": "What may a hotel cost?", "answerable": True}
    gold = [{"doc": "hotels.md", "text": "A hotel may cost 90 dollars a night."}]
    (tmp_path / "set" / "queries.jsonl").write_text(json.dumps({**question, "gold": gold}))
    told = json.loads(typed("eval", str(tmp_path / "set"), "--json").stdout)
    shown = typed("eval", str(tmp_path / "set"), "--calibrate", "--limit", "1").stdout

    assert (told["set"], told["passages"], told["mode"]) == ("set", 1, "lexical")
    assert told["hit@1"] == told["mrr@10"] == told["ndcg@10"] == told["citation_precision"] == 1
    assert told["answered_answerable"] == 1
    assert told["refused_unanswerable"] is None
    assert "hit@1                  1.000" in shown


def test_a_set_that_is_not_there_is_said_in_a_sentence(typed: Typed, tmp_path: Path) -> None:
    """With its place."""
    result = typed("eval", str(tmp_path))

    assert result.exit_code == 1
    assert "queries.jsonl cannot be used: it cannot be read." in result.stderr


@pytest.fixture
def asked(tmp_path: Path) -> Callable[..., None]:
    """Let people of the demonstration have asked something, with the clauses of the answer."""

    async def ask(person: str, question: str, *clauses: str) -> None:
        settings = Settings(home=tmp_path / "home", embedder="none")
        topics = topics_in(starter())
        async with open_database(settings, topics) as database, database.transaction() as records:
            await records.questions.record(
                person=await records.people.get_by_email(f"{person}@selat.example"),
                place="web",
                question=question,
                answered=bool(clauses),
                mode="extractive",
                language="en",
                cited=[(clause, "1.0", "") for clause in clauses],
                at=clock.now(),
            )

    return lambda *what: asyncio.run(ask(*what))


def test_a_set_is_written_from_what_people_asked(
    typed: Typed, tmp_path: Path, asked: Callable[..., None]
) -> None:
    """Each question once, undecided; a person decides, and the handbook in use is asked."""
    asked("ben", "May I put customer data into ChatGPT?", "approved-tools#chatgpt-enterprise")
    asked("sari", "may i put customer data into chatgpt", "approved-tools#renamed-since")
    asked("ben", "Who is Mei Tan?")
    folder = tmp_path / "set"
    told = json.loads(typed("eval", str(folder), "--from-questions", "--json").stdout)
    text = (folder / "queries.jsonl").read_text(encoding="utf-8")
    first, second = map(json.loads, text.splitlines())
    undecided = typed("eval", str(folder), "--json")
    edited = f"{json.dumps(first | {'answerable': True})}\n{json.dumps(second)}\n"
    (folder / "queries.jsonl").write_text(edited, encoding="utf-8")
    measured = json.loads(typed("eval", str(folder), "--json").stdout)
    shown = typed("eval", str(folder)).stdout

    assert (told["questions"], told["asked"], told["guessed"]) == (2, 3, 1)
    assert first["question"] == "May I put customer data into ChatGPT?"
    assert first["clauses"] == ["approved-tools#chatgpt-enterprise"]
    assert (first["answerable"], first["asked"]["times"]) == (None, 2)
    assert (second["question"], second["clauses"]) == ("Who is [name]?", [])
    assert not any(each in text for each in ("QST", "selat", "ben", "sari"))
    assert (undecided.exit_code, "is decided" in undecided.stderr) == (1, True)
    assert (measured["questions"], measured["undecided"]) == (1, 1)
    assert "Left out, because nobody has decided them yet: 1." in shown


def test_a_clause_that_is_not_in_the_pages_is_said_to_be_none(typed: Typed, tmp_path: Path) -> None:
    """A set that is older than the handbook would only seem to be answered badly."""
    line = {"id": "1", "question": "Which data may Zapier see?", "answerable": True}
    clauses = ["approved-tools#zapier", "approved-tools#renamed-since"]
    (tmp_path / "queries.jsonl").write_text(json.dumps({**line, "clauses": clauses}))
    measured = json.loads(typed("eval", str(tmp_path), "--json").stdout)
    shown = typed("eval", str(tmp_path)).stdout

    assert measured["unknown_clauses"] == 1
    assert "not in the pages" in shown
    assert "approved-tools#renamed-since" in shown


def test_who_relied_on_a_clause_can_be_told_when_it_changes(
    typed: Typed, asked: Callable[..., None]
) -> None:
    """By name, with the version they were told; without an answer there is a sentence."""
    asked("ben", "May I put customer data into ChatGPT?", "approved-tools#chatgpt-enterprise")
    found = typed("relied", "approved-tools#chatgpt-enterprise")
    outdated = typed("relied", "approved-tools#chatgpt-enterprise", "--outdated")
    nobody = typed("relied", "approved-tools#zapier")

    assert "Ben Ong <ben@selat.example>, version 1.0: May I put customer data" in found.stdout
    assert outdated.stdout == found.stdout
    assert nobody.stdout == "No answer rests on approved-tools#zapier.\n"


def test_a_set_is_not_written_over_without_being_told(
    typed: Typed, tmp_path: Path, asked: Callable[..., None]
) -> None:
    """A person's work is in it."""
    file = tmp_path / "mine.jsonl"
    words = ("eval", "--from-questions", "--queries", str(file))
    nobody = typed(*words)
    asked("ben", "May I put customer data into ChatGPT?", "approved-tools#chatgpt-enterprise")
    file.write_text("a day's work", encoding="utf-8")
    refused = typed(*words)
    kept = file.read_text(encoding="utf-8")
    told = typed(*words, "--overwrite")

    assert (nobody.exit_code, refused.exit_code, told.exit_code) == (1, 1, 0)
    assert nobody.stderr.startswith("Nobody has asked anything yet")
    assert "To write over it, add --overwrite." in refused.stderr
    assert kept == "a day's work"
    assert "Questions: 1, asked 1 times in all, 1 with a guess" in told.stdout
    assert json.loads(file.read_text(encoding="utf-8"))["answerable"] is None


def test_a_place_where_no_set_can_be_written_is_said_in_a_sentence(
    typed: Typed, tmp_path: Path, asked: Callable[..., None]
) -> None:
    """With the reason."""
    (tmp_path / "set").write_text("a file", encoding="utf-8")
    asked("ben", "May I put customer data into ChatGPT?")
    result = typed("eval", str(tmp_path / "set"), "--from-questions")

    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
