"""Two pages that contradict each other are both shown, and no others are warned of."""

import json
from pathlib import Path

from knowledge import Embedder, Handbook, read_queries
from tests.fixtures.handbooks import LEAVE, ROOT, TODAY

QUESTION = "How many days of annual leave are there a year?"


async def test_an_answer_shows_both_pages_and_says_which(
    folder: Path, tmp_path: Path, e5: Embedder
) -> None:
    """A page that takes the place of the other ends the quarrel."""
    other = LEAVE.replace("18 days", "25 days").replace("# Leave", "# Time off", 1)
    (folder / "time-off.md").write_text(other, encoding="utf-8")
    handbook = Handbook(folder, home=tmp_path / "home", embedder=e5)
    await handbook.refresh()
    both = await handbook.answer(QUESTION, on=TODAY)
    ended = other.replace("---\n", "---\nsupersedes: leave\n", 1)
    (folder / "time-off.md").write_text(ended, encoding="utf-8")
    await handbook.refresh()
    one = await handbook.answer(QUESTION, on=TODAY)
    await handbook.close()

    [(first, second)] = both.conflicts
    numbered = {each.n: each.page for each in both.citations}
    assert {numbered[first], numbered[second]} == {"leave", "time-off"}
    assert "18 days" in both.text
    assert "25 days" in both.text
    assert one.conflicts == ()
    assert "18 days" not in one.text


async def test_the_starter_handbook_does_not_contradict_itself(starter: Handbook) -> None:
    """None of its own questions gets a warning, with or without an answer."""
    queries = read_queries(ROOT / "tests" / "evals" / "questions.jsonl")
    answers = [await starter.answer(each.question, on=TODAY) for each in queries]

    assert len(answers) > 100
    assert [each.question for each in answers if each.conflicts] == []


async def test_pages_that_changed_or_quarrel_are_answered_as_they_stand(
    tmp_path: Path, e5: Embedder
) -> None:
    """What was superseded or lies ahead is never cited, and what quarrels is cited twice."""
    versions = ROOT / "tests" / "evals" / "versions"
    lines = (versions / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    queries = [json.loads(line) for line in lines]
    handbook = Handbook(versions / "corpus", home=tmp_path / "home", embedder=e5)
    await handbook.refresh()
    answers = [await handbook.answer(each["question"], on=TODAY) for each in queries]
    await handbook.close()
    cited = [
        {each.page for each in (*said.citations, *said.nearest)} & set(query["never"])
        for query, said in zip(queries, answers, strict=True)
    ]
    wrong = [
        query["id"]
        for query, said in zip(queries, answers, strict=True)
        if bool(said.conflicts) != query["conflict"]
        or not (
            set(query["clauses"]) <= {each.clause for each in said.citations}
            if query["conflict"]
            else set(query["clauses"]) & {each.clause for each in said.citations}
        )
    ]

    assert len(queries) >= 10
    assert cited == [set()] * len(queries)
    assert wrong == []


async def test_what_somebody_may_not_see_is_not_held_against_an_answer(
    folder: Path, tmp_path: Path, e5: Embedder
) -> None:
    """A page for leads that says otherwise stays theirs."""
    secret = LEAVE.replace("18 days", "25 days").replace("---\n", "---\naudience: leads\n", 1)
    (folder / "time-off.md").write_text(secret, encoding="utf-8")
    handbook = Handbook(folder, home=tmp_path / "home", embedder=e5)
    await handbook.refresh()
    said = await handbook.answer(QUESTION, on=TODAY)
    await handbook.close()

    assert said.conflicts == ()
    assert "25 days" not in said.text
